//! What the keys of the table mean at an open desk, and Tab, Esc and the arrows.

use iced::Task;
use iced::advanced::widget::Id;

use super::{Message, Office, Place, SEARCH, focus_on};
use crate::app::Machine;
use crate::app::modals::{self, Modal};
use crate::app::screens::{backup, bajas, capture, cuts, form, record, settings, students, today};
use crate::app::shortcut::Command;
use crate::app::widget::{self, Move, dialog};
use crate::domain::filter::Filter;
use crate::words::frame as words;

impl Office {
    pub(super) fn command(&mut self, machine: &Machine, command: Command) -> Task<Message> {
        if let Some(modal) = &mut self.modal {
            // A dialog answers its main verb and help; everything else waits until it is closed.
            return match command {
                Command::Save => {
                    let action = modal.confirm();
                    self.modal_asked(machine, action)
                }
                // F9 prints what is at hand: the card of a Mudanza, the ruler page.
                Command::Print => match modal.print() {
                    Some(action) => self.modal_asked(machine, action),
                    None => Task::none(),
                },
                Command::PrintList if matches!(modal, Modal::Help(_)) => {
                    self.modal_asked(machine, modals::Action::PrintKeys)
                }
                _ => Task::none(),
            };
        }
        if self.capture.is_some() {
            return match command {
                Command::Save => self.update_capture(capture::Message::SendPressed),
                _ => Task::none(),
            };
        }
        let student = match self.place {
            Place::Students => {
                let list_has_focus = self.focused == Some(Id::new(students::LIST_ID));
                self.students.chosen_student(list_has_focus)
            }
            // What does not need the record in view: a movement, a check, a paper.
            Place::Cuts if acts_beside_a_list(command) => {
                self.cuts.as_ref().and_then(cuts::Screen::chosen_student)
            }
            Place::Bajas if acts_beside_a_list(command) => self.bajas.chosen_student(),
            _ => None,
        };
        if self.place == Place::Students
            && !self.students.marked().is_empty()
            && let Some(task) = self.marked_command(command)
        {
            return task;
        }
        match (command, student) {
            (Command::Help, _) => self.open_modal(Modal::Help(modals::help::Help), modals::help::CLOSE),
            (Command::Search, _) => self.go_search(),
            (Command::GoToday, _) => self.go_today(),
            (Command::GoStudents, _) => self.go_students(),
            (Command::GoCuts, _) => self.go_cuts(),
            (Command::GoBackup, _) => self.go_backup(),
            (Command::GoSettings, _) => self.go_settings(),
            (Command::Import, _) if self.awaits_answers() => self.ask_answers(machine),
            (Command::Import, _) => self.go_import(machine),
            (Command::Save, _) if self.place == Place::Import => {
                let action = self.import.go_on(&mut self.desk);
                self.import_asked(action)
            }
            (Command::NextPane | Command::PreviousPane, _) if self.place == Place::Import => {
                let in_first = self.focused == Some(Id::new(self.import.first()));
                focus_on(self.import.other_pane(in_first))
            }
            (Command::Clerk, _) => self.ask_clerk(),
            (Command::Save, _) if self.place == Place::Bajas => {
                self.update_bajas(bajas::Message::QueuePressed)
            }
            (Command::Save, _) if self.place == Place::Cuts => self.main_verb_of_cuts(),
            (Command::Save, _) if self.place == Place::Backup => {
                self.update_backup(machine, backup::Message::CopyPressed)
            }
            (Command::NextPane | Command::PreviousPane, _) if self.place == Place::Cuts => {
                self.next_pane_of_cuts(command == Command::PreviousPane)
            }
            (Command::NextPane | Command::PreviousPane, _) if self.place == Place::Settings => {
                let in_groups = self.focused == Some(Id::new(settings::GROUPS));
                focus_on(if in_groups {
                    settings::FIELDS
                } else {
                    settings::GROUPS
                })
            }
            (Command::New, _) => self.open_form(None),
            (Command::Refresh, _) if self.place == Place::Import => self.refresh_import(machine),
            (Command::Refresh, _) => {
                self.refresh();
                Task::none()
            }
            (Command::NextRecord | Command::PreviousRecord, Some(_)) => {
                let to = if command == Command::NextRecord {
                    Move::Down
                } else {
                    Move::Up
                };
                let action = self.students.update(&self.desk, students::Message::Stepped(to));
                self.students_asked(machine, action)
            }
            (Command::NextPane | Command::PreviousPane, Some(_)) if self.place == Place::Students => {
                let in_list = self.focused == Some(Id::new(students::LIST_ID));
                focus_on(if in_list {
                    record::SECTIONS
                } else {
                    students::LIST_ID
                })
            }
            (Command::Alta, Some(student)) => self.queue_alta(student),
            (Command::Baja, Some(student)) => self.ask_baja(student),
            (Command::Vigencia, Some(student)) => self.ask_vigencia(student),
            (Command::Clinic, Some(student)) => self.ask_clinic(student),
            (Command::PrintList, _) => self.ask_print_list(machine),
            (Command::Export, _) if self.place == Place::Import => self.export_held(machine),
            (Command::Export, _) => self.export(machine),
            (Command::Print, Some(student)) => self.ask_print(machine, student),
            (Command::Checklist, Some(_)) => self.go_checklist(),
            (Command::Case, Some(_)) => self.go_case(),
            (Command::Compare, _) if self.place == Place::Form => self.compare_form(),
            (Command::Compare, Some(student)) => self.compare(student),
            (Command::Undo, _) => self.undo(),
            (Command::Redo, _) => self.redo(),
            (Command::Save, _) if self.place == Place::Form => self.update_form(form::Message::SavePressed),
            (
                Command::Alta
                | Command::Baja
                | Command::Print
                | Command::Vigencia
                | Command::Clinic
                | Command::Checklist
                | Command::Case,
                None,
            ) if self.place == Place::Form => {
                self.say(words::SAVE_FIRST.to_owned());
                Task::none()
            }
            (
                Command::Alta
                | Command::Baja
                | Command::Print
                | Command::Vigencia
                | Command::Clinic
                | Command::Checklist
                | Command::Case
                | Command::Compare,
                None,
            ) => {
                self.say(match self.place {
                    Place::Cuts | Place::Bajas => words::OPEN_FIRST.to_owned(),
                    _ => words::NOTHING_CHOSEN.to_owned(),
                });
                Task::none()
            }
            _ => Task::none(),
        }
    }

    pub(super) fn tab(&mut self, backwards: bool) -> Task<Message> {
        let within = self.modal.is_some().then(|| Id::new(dialog::ID));
        if let Some(modal) = &mut self.modal {
            modal.close_offers();
        }
        if let Some(form) = self.form_here() {
            form.close_offers();
        }
        widget::move_focus(backwards, within).chain(widget::focused().map(Message::FocusFound))
    }

    /// One step back: dialog, offers, notice, search box, form, search text, record.
    pub(super) fn escape(&mut self) -> Task<Message> {
        if matches!(self.modal, Some(Modal::Working(_))) {
            if let Some(left) = self.leave_closing() {
                return left;
            }
            self.import.stop();
            return Task::none();
        }
        if let Some(modal) = &mut self.modal {
            if modal.close_offers() {
                return Task::none();
            }
            return self.leave_modal();
        }
        if self.capture.is_some() {
            return self.update_capture(capture::Message::LeavePressed);
        }
        if self.form_here().is_some_and(form::Screen::close_offers) {
            return Task::none();
        }
        if self.notice.take().is_some() {
            return Task::none();
        }
        if self.place == Place::Students
            && self.students.marked().is_empty()
            && let Some(place) = self.returns_to
        {
            return self.return_to(place);
        }
        match self.place {
            // Out of the search box again, and no further.
            place if place != Place::Students && self.focused == Some(Id::new(SEARCH)) => self.focus_screen(),
            Place::Today => Task::none(),
            Place::Bajas => self.go_today(),
            Place::Settings if self.focused == Some(Id::new(settings::FIELDS)) => focus_on(settings::GROUPS),
            Place::Settings | Place::Backup => self.go_today(),
            Place::Form => self.update_form(form::Message::LeavePressed),
            Place::Students if self.students.clear_marks() => focus_on(students::LIST_ID),
            Place::Students if !self.query.is_empty() => {
                self.query.clear();
                Task::batch([self.search(), focus_on(SEARCH)])
            }
            Place::Students => {
                if !self.students.back()
                    && let Err(refusal) = self.students.show_filter(&self.desk, Filter::All)
                {
                    return self.refuse(&refusal);
                }
                focus_on(students::LIST_ID)
            }
            Place::Cuts => self.escape_from_cuts(),
            Place::Import => {
                let action = self.import.back();
                self.import_asked(action)
            }
        }
    }

    /// An arrow that no widget used: the search box moves the list below it, a form its offers.
    pub(super) fn moved(&mut self, machine: &Machine, to: Move) -> Task<Message> {
        // The recents hang over any screen.
        if self.shows_recents() {
            let last = self.recents.len().checked_sub(1);
            self.recent = match (to, self.recent, last) {
                (_, _, None) => None,
                (Move::Down, Some(at), Some(last)) => Some((at + 1).min(last)),
                (Move::Down, None, Some(_)) => Some(0),
                (Move::Up, Some(at), _) => at.checked_sub(1),
                (_, at, _) => at,
            };
            return Task::none();
        }
        match self.place {
            Place::Students => {
                let action = self.students.update(&self.desk, students::Message::Moved(to));
                self.students_task(action)
            }
            Place::Today => self.update_today(machine, today::Message::TaskMoved(to)),
            Place::Bajas => self.update_bajas(bajas::Message::Moved(to)),
            Place::Cuts => self.moved_in_cuts(to),
            Place::Settings => Task::none(),
            Place::Backup => self.update_backup(machine, backup::Message::Moved(to)),
            Place::Import => {
                let message = self.import.moved(to);
                self.update_import(message)
            }
            Place::Form => match to {
                Move::Down => self.update_form(form::Message::Down),
                Move::Up => self.update_form(form::Message::Up),
                _ => Task::none(),
            },
        }
    }
}

/// Whether a command takes a person who is selected in a list that is no list of records.
fn acts_beside_a_list(command: Command) -> bool {
    matches!(
        command,
        Command::Alta | Command::Baja | Command::Print | Command::Vigencia | Command::Clinic
    )
}
