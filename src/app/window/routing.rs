//! Where a message goes at an open desk: keys and clicks to the screen they are for, and what a screen asks back.

use iced::Task;
use iced::advanced::widget::Id;

use super::{Message, Office, Place, SEARCH, focus_on, focus_on_end};
use crate::app::Machine;
use crate::app::modals::{self, Modal};
use crate::app::screens::{cuts, form, record, settings, students, today};
use crate::app::shortcut::Command;
use crate::app::widget::{self, Move, dialog};
use crate::domain::filter::Filter;
use crate::domain::ids::StudentId;
use crate::domain::movement::MovementKind;
use crate::words::{frame as words, printing};

impl Office {
    pub(super) fn update(&mut self, machine: &Machine, message: Message) -> Task<Message> {
        match message {
            Message::Command(command) => self.command(machine, command),
            Message::Tab { backwards } => self.tab(backwards),
            Message::Escape => self.escape(),
            Message::Typed(text) => {
                if std::mem::take(&mut self.query_is_answered) {
                    self.query.clear();
                }
                self.query.push_str(&text);
                Task::batch([self.search(), focus_on_end(SEARCH)])
            }
            Message::Moved(to) => self.moved(to),
            Message::Clicked => widget::focused().map(Message::FocusFound),
            Message::FocusFound(found) => self.focus_found(found),
            Message::Ticked => {
                self.keep_draft();
                if self.day != self.desk.today() {
                    // Midnight: the cut, the windows and the ages of checks are other ones now.
                    self.day = self.desk.today();
                    self.copy.failed = false;
                    self.refresh();
                }
                self.copy_if_due()
            }
            Message::SearchTyped(text) => {
                self.query = text;
                self.query_is_answered = false;
                self.search()
            }
            Message::SearchEntered => self.search_entered(),
            Message::RecentPressed(index) => match self.recents.get(index).map(|row| row.student.id) {
                Some(student) => self.open_record(student),
                None => Task::none(),
            },
            Message::DraftWanted => self.recover_draft(),
            Message::NoticeClosed => {
                self.notice = None;
                Task::none()
            }
            Message::Today(message) => self.update_today(message),
            Message::Settings(message) => self.update_settings(message),
            Message::Students(message) => {
                let action = self.students.update(&self.desk, message);
                self.students_asked(machine, action)
            }
            Message::Form(message) => self.update_form(message),
            Message::Cuts(message) => self.update_cuts(message),
            Message::Modal(message) => {
                let Some(modal) = &mut self.modal else {
                    return Task::none();
                };
                let action = modal.update(message);
                self.modal_asked(machine, action)
            }
            Message::CopyMade(outcome) => {
                self.copy.running = false;
                match outcome {
                    Ok(copied) => {
                        self.copy.last = Some(copied);
                        if self.place == Place::Today {
                            self.refresh();
                        }
                    }
                    Err(_) => {
                        self.copy.failed = true;
                        let last = self.copy.last.as_ref().map(|copied| copied.report.at);
                        self.trouble(words::copy_failed(last).into());
                    }
                }
                Task::none()
            }
            Message::PaperOpened {
                paper,
                said,
                path,
                opened,
            } => {
                self.say(if opened {
                    said
                } else {
                    printing::written(paper, &path)
                });
                Task::none()
            }
            Message::SavedElsewhere {
                paper,
                path,
                elsewhere,
            } => {
                match elsewhere {
                    Some(Ok(elsewhere)) => self.say(printing::saved_as(&elsewhere)),
                    Some(Err(folder)) => self.trouble(printing::not_written(&folder).into()),
                    None => self.say(printing::not_saved_as(paper, &path)),
                }
                Task::none()
            }
            Message::FirstRun(_) | Message::Refused(_) | Message::Resized(_) | Message::CloseRequested(_) => {
                Task::none()
            }
        }
    }

    pub(super) fn command(&mut self, machine: &Machine, command: Command) -> Task<Message> {
        if let Some(modal) = &mut self.modal {
            // A dialog answers its main verb and help; everything else waits until it is closed.
            return match command {
                Command::Save => {
                    let action = modal.confirm();
                    self.modal_asked(machine, action)
                }
                Command::PrintList if matches!(modal, Modal::Help(_)) => {
                    self.modal_asked(machine, modals::Action::PrintKeys)
                }
                _ => Task::none(),
            };
        }
        let student = match self.place {
            Place::Students => {
                let list_has_focus = self.focused == Some(Id::new(students::LIST_ID));
                self.students.chosen_student(list_has_focus)
            }
            Place::Today | Place::Form | Place::Cuts | Place::Settings => None,
        };
        if self.place == Place::Students
            && !self.students.marked().is_empty()
            && let Some(task) = self.marked_command(machine, command)
        {
            return task;
        }
        match (command, student) {
            (Command::Help, _) => self.open_modal(Modal::Help(modals::help::Help), modals::help::CLOSE),
            (Command::Search, _) => self.go_search(),
            (Command::GoToday, _) => self.go_today(),
            (Command::GoStudents, _) => self.go_students(),
            (Command::GoCuts, _) => self.go_cuts(),
            (Command::GoSettings, _) => self.go_settings(),
            (Command::Clerk, _) => self.ask_clerk(),
            (Command::NextPane | Command::PreviousPane, _) if self.place == Place::Settings => {
                let in_groups = self.focused == Some(Id::new(settings::GROUPS));
                focus_on(if in_groups {
                    settings::FIELDS
                } else {
                    settings::GROUPS
                })
            }
            (Command::New, _) => self.open_form(None),
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
            (Command::Export, _) => self.export(machine),
            (Command::Print, Some(student)) => self.ask_print(machine, student),
            (Command::Checklist, Some(_)) => self.go_checklist(),
            (Command::Undo, _) => self.undo(),
            (Command::Redo, _) => self.redo(),
            (Command::Save, _) if self.place == Place::Form => self.update_form(form::Message::SavePressed),
            (
                Command::Alta
                | Command::Baja
                | Command::Print
                | Command::Vigencia
                | Command::Clinic
                | Command::Checklist,
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
                | Command::Checklist,
                None,
            ) => {
                self.say(match self.place {
                    Place::Cuts => words::OPEN_FIRST.to_owned(),
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
        if let Some(modal) = &mut self.modal {
            if modal.close_offers() {
                return Task::none();
            }
            return self.leave_modal();
        }
        if self.form_here().is_some_and(form::Screen::close_offers) {
            return Task::none();
        }
        if self.notice.take().is_some() {
            return Task::none();
        }
        match self.place {
            // Out of the search box again, and no further.
            Place::Today | Place::Form | Place::Cuts | Place::Settings
                if self.focused == Some(Id::new(SEARCH)) =>
            {
                self.focus_screen()
            }
            Place::Today => Task::none(),
            Place::Settings if self.focused == Some(Id::new(settings::FIELDS)) => focus_on(settings::GROUPS),
            Place::Settings => self.go_today(),
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
            Place::Cuts => self.go_students(),
        }
    }

    /// An arrow that no widget used: the search box moves the list below it, a form its offers.
    pub(super) fn moved(&mut self, to: Move) -> Task<Message> {
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
            Place::Today => self.update_today(today::Message::TaskMoved(to)),
            Place::Cuts => self.update_cuts(cuts::Message::Moved(to)),
            Place::Settings => Task::none(),
            Place::Form => match to {
                Move::Down => self.update_form(form::Message::Down),
                Move::Up => self.update_form(form::Message::Up),
                _ => Task::none(),
            },
        }
    }

    pub(super) fn focus_found(&mut self, found: Option<Id>) -> Task<Message> {
        self.focused = found;
        let field = self.focused.as_ref().and_then(form::Screen::field_of);
        self.recent = None;
        if self.focused != Some(Id::new(SEARCH)) {
            self.recents_wait = false;
        }
        if let Some(modal) = &mut self.modal {
            modal.focus_found(self.focused.as_ref());
            return Task::none();
        }
        if self.form_here().is_some() {
            return self.update_form(form::Message::Focused(field));
        }
        Task::none()
    }

    pub(super) fn students_asked(&mut self, machine: &Machine, action: students::Action) -> Task<Message> {
        match action {
            students::Action::AskPrint(student) => self.ask_print(machine, student),
            other => self.students_task(other),
        }
    }

    pub(super) fn students_task(&mut self, action: students::Action) -> Task<Message> {
        match action {
            students::Action::None | students::Action::AskPrint(_) => Task::none(),
            students::Action::Run(task) => task
                .map(Message::Students)
                .chain(widget::focused().map(Message::FocusFound)),
            students::Action::New => self.open_form(None),
            students::Action::AskChange => self.ask_change(),
            students::Action::Correct(student) => self.open_form(Some(student)),
            students::Action::QueueAlta(student) => self.queue_alta(student),
            students::Action::AskBaja(student) => self.ask_baja(student),
            students::Action::AskVigencia(student) => self.ask_vigencia(student),
            students::Action::AskClinic(student) => self.ask_clinic(student),
            students::Action::Archive(student) => self.archive(student),
            students::Action::Restore(student) => self.restore(student),
            students::Action::AskControlNumber(student) => self.ask_control_number(student),
            students::Action::Tick(student, requirement) => self.tick(student, requirement),
            students::Action::AskAnswer(student, requirement) => self.ask_answer(student, requirement),
            students::Action::AcceptProposals(student) => self.accept_proposals(student),
            students::Action::ToggleUrgent(student) => self.toggle_urgent(student),
            students::Action::CancelQueued(student) => self.cancel_queued(student),
            students::Action::NoteOpened(student) => match self.desk.opened(student) {
                Ok(()) => {
                    self.query_is_answered = true;
                    focus_on(students::LIST_ID)
                }
                Err(refusal) => self.refuse(&refusal),
            },
            students::Action::Refused(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn update_form(&mut self, message: form::Message) -> Task<Message> {
        let Some(form) = &mut self.form else {
            return Task::none();
        };
        match form.update(&mut self.desk, message) {
            form::Action::None => Task::none(),
            form::Action::Run(task) => task
                .map(Message::Form)
                .chain(widget::focused().map(Message::FocusFound)),
            form::Action::Say(said, task) => {
                self.say(said);
                task.map(Message::Form)
                    .chain(widget::focused().map(Message::FocusFound))
            }
            form::Action::Saved(student, changed) => self.saved(student, !changed.is_empty()),
            form::Action::Leave => {
                let correcting = form.student();
                let kept = form.is_changed();
                self.form = None;
                self.query_is_answered = true;
                self.place = Place::Students;
                self.refresh();
                if kept {
                    self.say(match correcting {
                        None => words::DRAFT_KEPT.to_owned(),
                        Some(_) => words::EDIT_DRAFT_KEPT.to_owned(),
                    });
                }
                focus_on(students::LIST_ID)
            }
            form::Action::Open(student) => self.open_record(student),
            form::Action::Refused(refusal) => self.refuse(&refusal),
        }
    }

    /// A record was saved: it is shown, and the search box waits for the next person.
    pub(super) fn saved(&mut self, student: StudentId, changed: bool) -> Task<Message> {
        self.form = None;
        self.place = Place::Students;
        self.query.clear();
        self.recents_wait = true;
        self.notice = None;
        let shown = self
            .students
            .search(&self.desk, "")
            .and_then(|()| self.desk.opened(student))
            .and_then(|()| self.show_record(student));
        if let Err(refusal) = shown {
            return self.refuse(&refusal);
        }
        self.refresh();
        let name = self.students.student_name().unwrap_or_default();
        if changed {
            self.say_done(words::saved(&name));
        } else {
            self.say(words::nothing_changed(&name));
        }
        focus_on(SEARCH)
    }

    pub(super) fn update_today(&mut self, message: today::Message) -> Task<Message> {
        match self.today.update(message) {
            today::Action::None => Task::none(),
            today::Action::Run(task) => task
                .map(Message::Today)
                .chain(widget::focused().map(Message::FocusFound)),
            today::Action::OpenList(filter) => self.open_list(filter),
            today::Action::OpenCut(cut) => self.open_cut(Some(cut)),
            today::Action::OpenRecord(student) => self.open_record(student),
            today::Action::OpenDraft(form) => {
                self.notice = None;
                self.open_form(form::Screen::of_draft(&form))
            }
        }
    }

    pub(super) fn update_cuts(&mut self, message: cuts::Message) -> Task<Message> {
        let Some(screen) = &mut self.cuts else {
            return Task::none();
        };
        match screen.update(&self.desk, message) {
            cuts::Action::None => Task::none(),
            cuts::Action::Run(task) => task
                .map(Message::Cuts)
                .chain(widget::focused().map(Message::FocusFound)),
            cuts::Action::Open(student) => self.open_record(student),
            cuts::Action::CancelQueued(student) => self.cancel_queued(student),
            cuts::Action::Refused(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn modal_asked(&mut self, machine: &Machine, action: modals::Action) -> Task<Message> {
        match action {
            modals::Action::None => Task::none(),
            modals::Action::Close => self.leave_modal(),
            modals::Action::Run(task) => task
                .map(Message::Modal)
                .chain(widget::focused().map(Message::FocusFound)),
            modals::Action::Assign(student, written) => self.assign(student, &written),
            modals::Action::OpenCatalogue => self.open_catalogue(),
            modals::Action::SaveClinic(row, clinic) => self.save_clinic(row, &clinic),
            modals::Action::RemoveClinic(row) => self.remove_clinic(row),
            modals::Action::QueueMarked(kind) => self.go_on_marked(kind),
            modals::Action::PlanChange(students, change) => self.plan_change(&students, &change),
            modals::Action::ApplyChange(plan) => self.apply_change(&plan),
            modals::Action::QueueBaja(_, motive) if self.acts_on_marked() => {
                let closed = self.close_modal();
                closed.chain(self.queue_marked(MovementKind::Baja, Some(motive)))
            }
            modals::Action::CheckMarked(check) => {
                let closed = self.close_modal();
                closed.chain(self.record_check_of_marked(&check))
            }
            modals::Action::QueueBaja(student, motive) => {
                let closed = self.close_modal();
                match self.desk.queue_baja(student, motive) {
                    Ok(queueing) => Task::batch([closed, self.queued(&queueing)]),
                    Err(refusal) => Task::batch([closed, self.refuse(&refusal)]),
                }
            }
            modals::Action::Attend(name) => {
                let closed = self.close_modal();
                Task::batch([closed, self.attend(&name)])
            }
            modals::Action::SaveSetting(topic, text) => {
                let closed = self.close_modal();
                Task::batch([closed, self.save_setting(topic, &text)])
            }
            modals::Action::PrintKeys => {
                let closed = self.close_modal();
                Task::batch([closed, self.print_keys(machine)])
            }
            modals::Action::PrintList { list, whole_numbers } => {
                let closed = self.close_modal();
                Task::batch([closed, self.print_list(machine, &list, whole_numbers)])
            }
            modals::Action::RecordDocument(student, noted) => {
                let closed = self.close_modal();
                Task::batch([closed, self.record_document(student, &noted)])
            }
            modals::Action::AssignControlNumber(student, number) => {
                self.assign_control_number(student, &number)
            }
            modals::Action::AnswerRequirement(student, requirement, answer) => {
                let closed = self.close_modal();
                Task::batch([closed, self.answer(student, requirement, &answer)])
            }
            modals::Action::Print { paper, .. } if self.acts_on_marked() => {
                let closed = self.close_modal();
                closed.chain(self.print_marked(machine, paper))
            }
            modals::Action::Print {
                paper,
                student,
                also_elsewhere,
            } => {
                let closed = self.close_modal();
                Task::batch([closed, self.print(machine, paper, student, also_elsewhere)])
            }
        }
    }
}
