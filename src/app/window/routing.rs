//! Where a message goes at an open desk: what happened, to the screen or the act that it is for.

use iced::Task;
use iced::advanced::widget::Id;

use super::{Message, Office, SEARCH, focus_on_end};
use crate::app::Machine;
use crate::app::screens::form;
use crate::app::widget;
use crate::words::printing;

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
            Message::Moved(to) => self.moved(machine, to),
            Message::Clicked => widget::focused().map(Message::FocusFound),
            Message::FocusFound(found) => self.focus_found(found),
            Message::Ticked => {
                self.keep_draft();
                if self.day != self.desk.today() {
                    // Midnight: the cut, the windows and the ages of checks are other ones now.
                    self.day = self.desk.today();
                    self.copy.failed = false;
                    self.refresh();
                } else if self.next_cut.0 != self.desk.next_cut() {
                    // The hour limit of today's cut has passed.
                    self.refresh();
                }
                Task::batch([self.copy_if_due(), self.look_for_sticks(machine)])
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
            Message::Today(message) => self.update_today(machine, message),
            Message::Settings(message) => self.update_settings(machine, message),
            Message::Backup(message) => self.update_backup(machine, message),
            Message::RegisterLookedThrough(repaired, found) => self.register_looked_through(&repaired, found),
            Message::CopyAsked(made) => self.asked_copy_made(made),
            Message::AskedCopyIsLate => self.asked_copy_is_late(),
            Message::Students(message) => {
                let action = self.students.update(&self.desk, message);
                self.students_asked(machine, action)
            }
            Message::Bajas(message) => self.update_bajas(message),
            Message::Form(message) => self.update_form(message),
            Message::Cuts(message) => self.update_cuts(message),
            Message::Import(message) => self.update_import(message),
            Message::CaptureWanted(dispatch) => self.open_capture(dispatch),
            Message::Capture(message) => self.update_capture(message),
            Message::WindowFound(former) => self.window_found(former),
            Message::TemplateWanted => self.write_template(machine),
            // What is dropped on the strip is not meant for it.
            Message::FileDropped(_) if self.capture.is_some() => Task::none(),
            Message::FileDropped(path) => self.file_dropped(machine, path),
            Message::Modal(message) => {
                let Some(modal) = &mut self.modal else {
                    return Task::none();
                };
                let action = modal.update(message);
                self.modal_asked(machine, action)
            }
            Message::CopyMade(outcome) => self.copy_made(outcome),
            Message::CopyTried(drill) => self.copy_tried(&drill),
            Message::ClosingCopied(made) => self.closing_copied(made),
            Message::MovingMade(made) => self.moving_made(made),
            Message::ClosingIsLate => self.closing_is_late(),
            Message::AnswersRead(read) => self.answers_read(read),
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
            Message::LogoChosen(path) => self.logo_chosen(path),
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
            Message::FirstRun(_)
            | Message::Refused(_)
            | Message::CopyReplaces(_)
            | Message::CopyLookedAt(_)
            | Message::CopyLeft
            | Message::Resized(_)
            | Message::CloseRequested(_) => Task::none(),
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
}
