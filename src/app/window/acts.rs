//! The acts of an open desk: each asks the desk once, and says what came of it.

use iced::Task;

use super::{Message, Notice, Office, Place, Said, focus_on};
use crate::app::modals::{self, Modal};
use crate::app::screens::{cuts, form, record, students};
use crate::desk::{self, Explain, Explained, Refusal};
use crate::domain::ids::StudentId;
use crate::domain::movement::MovementKind;
use crate::words::{frame as words, movements, vigencia};

impl Office {
    pub(super) fn queue_alta(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.queue_alta(student) {
            Ok(queueing) => self.queued(&queueing),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn queued(&mut self, queueing: &desk::Queueing) -> Task<Message> {
        self.notice = None;
        self.students.keep_open();
        self.refresh();
        let mut said = self.after_the_hour(movements::queued(queueing.kind, queueing.cut, queueing.window));
        for advice in &queueing.advice {
            said = format!("{said} {}", movements::advice(*advice));
        }
        self.say_done(said);
        focus_on(record::QUEUED)
    }

    /// What was queued, after the reason why it is not in today's cut.
    pub(super) fn after_the_hour(&self, queued: String) -> String {
        match self.desk.missed_hour() {
            Some(limit) => format!("{} {queued}", movements::missed(limit)),
            None => queued,
        }
    }

    pub(super) fn ask_baja(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.may_queue(student, MovementKind::Baja) {
            Ok(advice) => {
                let name = self.name_of(student);
                let dialog = modals::baja::Baja::new(student, name, self.desk.next_cut(), advice);
                self.open_modal(Modal::Baja(dialog), modals::baja::MOTIVES)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn ask_vigencia(&mut self, student: StudentId) -> Task<Message> {
        let opened = self
            .desk
            .record(student)
            .and_then(|record| modals::vigencia::Vigencia::new(&self.desk, &record));
        match opened {
            Ok(dialog) => self.open_modal(Modal::Vigencia(Box::new(dialog)), modals::vigencia::VERDICT),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn record_document(
        &mut self,
        student: StudentId,
        noted: &modals::vigencia::Noted,
    ) -> Task<Message> {
        let check = &noted.check;
        let recorded = self.desk.record_document(
            student,
            check,
            &noted.document,
            noted.clinic.as_ref(),
            noted.take_over,
        );
        match recorded {
            Ok(()) => {
                self.notice = None;
                self.refresh();
                let name = self.name_of(student);
                let mut said = vigencia::noted(&name, check.vigente, check.on);
                if check.vigente && check.ours == Some(false) {
                    said = format!("{said} {}", vigencia::ELSEWHERE);
                }
                self.say_done(said);
                Task::none()
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn toggle_urgent(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.toggle_urgent(student) {
            Ok(movement) => {
                self.refresh();
                let (cut, limits) = (movement.cut, self.desk.window_limits());
                let window = crate::domain::cutoff::expected_window(cut, None, limits);
                self.say_done(movements::urgent(movement.urgent, cut, window));
                focus_on(record::QUEUED)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn cancel_queued(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.cancel_queued(student) {
            Ok(movement) => {
                self.refresh();
                self.say_done(movements::cancelled(movement.kind, movement.cut));
                focus_on(match self.place {
                    Place::Cuts => self.cuts.as_ref().map_or(cuts::LIST_ID, cuts::Screen::first),
                    _ => students::LIST_ID,
                })
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn undo(&mut self) -> Task<Message> {
        if let Some(form) = self.form_here() {
            // Saved work is never undone behind a form.
            return if form.can_step_back() {
                self.update_form(form::Message::StepBack)
            } else {
                self.say(words::NOTHING_TYPED_TO_UNDO.to_owned());
                Task::none()
            };
        }
        if self.place == Place::Import
            && let Some(task) = self.undo_import_step()
        {
            return task;
        }
        if self.forget_typed_in_cuts() {
            return Task::none();
        }
        match self.desk.undo() {
            Ok(undone) => self.turned_back(&undone.act, desk::undone(&undone)),
            Err(refusal) => self.refuse_softly(&refusal),
        }
    }

    pub(super) fn redo(&mut self) -> Task<Message> {
        if self.form_here().is_some() {
            return self.update_form(form::Message::StepForth);
        }
        match self.desk.redo() {
            Ok(redone) => self.turned_back(&redone.act, desk::redone(&redone)),
            Err(refusal) => self.refuse_softly(&refusal),
        }
    }

    /// After an undo or a redo: shows whom it was about, and says what it did.
    pub(super) fn turned_back(&mut self, act: &crate::store::ActSummary, said: String) -> Task<Message> {
        self.notice = None;
        if let Some((student, _)) = &act.student
            && self.place == Place::Students
        {
            // The record may be gone: then the list alone is read again.
            let _ = self.show_record(*student);
        }
        self.refresh();
        let again = match self.place {
            Place::Import => self.import_again(),
            _ => Task::none(),
        };
        self.say(said);
        again.chain(self.focus_screen())
    }

    pub(super) fn say(&mut self, text: String) {
        self.said = Some(Said {
            text,
            can_be_undone: false,
        });
    }

    pub(super) fn say_done(&mut self, text: String) {
        self.said = Some(Said {
            text,
            can_be_undone: true,
        });
    }

    pub(super) fn trouble(&mut self, text: Explained) {
        self.notice = Some(Notice {
            text,
            draft: None,
            is_problem: true,
        });
    }

    pub(super) fn refuse(&mut self, refusal: &Refusal) -> Task<Message> {
        self.notice = Some(Notice {
            text: refusal.explain(),
            draft: None,
            // A rule of the desk is an advice on what to do first; nothing went wrong.
            is_problem: !matches!(
                refusal,
                Refusal::Queue(_) | Refusal::NothingQueued | Refusal::Cut(_)
            ),
        });
        Task::none()
    }

    /// Something that was asked and can't be: nothing is wrong.
    pub(super) fn refuse_softly(&mut self, refusal: &Refusal) -> Task<Message> {
        match refusal {
            Refusal::Undo(crate::store::UndoRefusal::Store(_)) | Refusal::Store(_) => self.refuse(refusal),
            _ => {
                self.say(refusal.explain().text);
                Task::none()
            }
        }
    }

    /// Ctrl+M was pressed, also in the middle of a dialog.
    pub(super) fn numbers_masked(&mut self) {
        let masked = self.desk.appearance().masks_numbers;
        if let Some(modal) = &mut self.modal {
            modal.mask(masked);
        }
        self.say(
            if masked {
                words::NUMBERS_MASKED
            } else {
                words::NUMBERS_WHOLE
            }
            .to_owned(),
        );
    }

    /// Reads again everything that is shown.
    pub(super) fn refresh(&mut self) {
        let read = match self.place {
            Place::Students => self.students.read(&self.desk),
            Place::Today => self.today.read(&self.desk),
            Place::Bajas => self.bajas.read(&self.desk),
            _ => Ok(()),
        };
        if self.place != Place::Students {
            self.students.read_later();
        }
        let read = read
            .and_then(|()| match &mut self.cuts {
                Some(cuts) if self.place == Place::Cuts => cuts.read(&self.desk),
                _ => Ok(()),
            })
            .and_then(|()| match &mut self.backup {
                Some(backup) if self.place == Place::Backup => backup.read(&self.desk),
                _ => Ok(()),
            })
            .and_then(|()| {
                self.next_cut = (self.desk.next_cut(), self.desk.next_cut_count()?);
                self.recents = self.desk.recents()?;
                Ok(())
            });
        if let Err(refusal) = read {
            self.trouble(refusal.explain());
        }
    }

    pub(super) fn form_here(&mut self) -> Option<&mut form::Screen> {
        self.form.as_mut().filter(|_| self.place == Place::Form)
    }

    pub(super) fn keep_draft(&mut self) {
        if let Some(form) = &mut self.form
            && let Err(refusal) = form.keep_draft(&mut self.desk)
        {
            self.trouble(refusal.explain());
        }
    }
}
