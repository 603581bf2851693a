//! Ctrl+U and the catalogue of clinics at an open desk.

use iced::Task;

use super::{Message, Office};
use crate::app::modals::{self, Modal, clinic, clinics};
use crate::desk::{Explain, Refusal};
use crate::domain::clinic::Clinic;
use crate::domain::ids::{ClinicId, StudentId};
use crate::words::clinic as words;

impl Office {
    pub(super) fn ask_clinic(&mut self, student: StudentId) -> Task<Message> {
        let opened = self
            .desk
            .record(student)
            .and_then(|record| clinic::ClinicDialog::new(&self.desk, &record));
        match opened {
            Ok(dialog) => self.open_modal(Modal::Clinic(Box::new(dialog)), clinic::NUMBER),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn assign(&mut self, student: StudentId, written: &clinic::Written) -> Task<Message> {
        let closed = self.close_modal();
        let assigned = self
            .desk
            .assign(student, &written.assignment, written.clinic.as_ref());
        match assigned {
            Ok(changed) => {
                self.notice = None;
                self.refresh();
                let name = self.name_of(student);
                if changed.is_empty() {
                    self.say(words::nothing_changed(&name));
                } else if written.assignment.is_empty() {
                    self.say_done(words::emptied(&name));
                } else {
                    let what = words::told(written.clinic.as_ref(), &written.assignment);
                    self.say_done(words::noted(&name, &what));
                }
                closed
            }
            Err(refusal) => Task::batch([closed, self.refuse(&refusal)]),
        }
    }

    /// Opens the catalogue above whatever dialog asked for it, which waits below.
    pub(super) fn open_catalogue(&mut self) -> Task<Message> {
        match clinics::Catalogue::new(&self.desk) {
            Ok(catalogue) => {
                let below = self.modal.take();
                if below.is_none() {
                    self.focus_below = self.focused.clone();
                }
                self.modal = Some(Modal::Clinics(Box::new(catalogue.above(below))));
                super::focus_on(clinics::LIST)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn save_clinic(&mut self, row: Option<ClinicId>, clinic: &Clinic) -> Task<Message> {
        let saved = match row {
            None => self.desk.add_clinic(clinic).map(|_| words::added(clinic)),
            Some(id) => self
                .desk
                .correct_clinic(id, clinic)
                .and_then(|_| self.desk.clinic(clinic.key))
                .map(|row| words::corrected(clinic, row.map_or(0, |row| row.students))),
        };
        self.catalogue_changed(saved)
    }

    pub(super) fn remove_clinic(&mut self, row: ClinicId) -> Task<Message> {
        let removed = self.desk.remove_clinic(row).map(|clinic| words::removed(&clinic));
        self.catalogue_changed(removed)
    }

    /// Shows the catalogue as it is now, or in it why nothing was changed.
    fn catalogue_changed(&mut self, said: Result<String, Refusal>) -> Task<Message> {
        let rows = said.and_then(|said| Ok((said, self.desk.clinics()?)));
        match (rows, &mut self.modal) {
            (Ok((said, rows)), Some(modal)) => {
                modal.clinics_changed(rows);
                self.refresh();
                self.say_done(said);
                super::focus_on(clinics::LIST)
            }
            (Err(refusal), Some(Modal::Clinics(catalogue))) => {
                let focus = catalogue.refuse(refusal.explain().line());
                focus.map(|message| Message::Modal(modals::Message::Clinics(message)))
            }
            (Ok(_), None) => Task::none(),
            (Err(refusal), _) => self.refuse(&refusal),
        }
    }

    /// Esc or the close button: the dialog below comes back, if there is one.
    pub(super) fn leave_modal(&mut self) -> Task<Message> {
        let below = match &mut self.modal {
            Some(Modal::Clinics(catalogue)) => {
                if catalogue.leave_form() {
                    return super::focus_on(clinics::LIST);
                }
                catalogue.below()
            }
            // Its passphrase would be lost.
            Some(Modal::Moving(dialog)) if dialog.is_making() => return Task::none(),
            _ => None,
        };
        let Some(mut below) = below else {
            return self.close_modal();
        };
        match self.desk.clinics() {
            Ok(rows) => below.clinics_changed(rows),
            Err(refusal) => self.trouble(refusal.explain()),
        }
        self.modal = Some(*below);
        super::focus_on(clinic::NUMBER)
    }
}
