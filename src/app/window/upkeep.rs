//! Archiving a record and bringing it back, and the número de control that replaces a provisional folio.

use iced::Task;

use super::{Message, Office, focus_on};
use crate::app::modals::{self, Modal};
use crate::app::screens::students;
use crate::desk::{Explain, Refusal};
use crate::domain::control_number::ControlNumber;
use crate::domain::ids::StudentId;
use crate::words::{archive, control_number as words};

impl Office {
    pub(super) fn archive(&mut self, student: StudentId) -> Task<Message> {
        let done = self.desk.archive(student);
        self.archived(done, archive::ARCHIVED)
    }

    pub(super) fn restore(&mut self, student: StudentId) -> Task<Message> {
        let done = self.desk.restore(student);
        self.archived(done, archive::RESTORED)
    }

    /// The record stays in view, whatever the list shows now.
    fn archived(&mut self, done: Result<(), Refusal>, said: &str) -> Task<Message> {
        match done {
            Ok(()) => {
                self.notice = None;
                self.students.keep_open();
                self.refresh();
                self.say_done(said.to_owned());
                focus_on(students::LIST_ID)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn ask_control_number(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.record(student) {
            Ok(record) => {
                let particulars = &record.student.particulars;
                let dialog = modals::control_number::ControlNumberDialog::new(
                    student,
                    particulars.name.formal(),
                    particulars.identifier.as_str().to_owned(),
                    self.desk.campus(),
                    self.desk.today(),
                );
                self.open_modal(Modal::ControlNumber(dialog), modals::control_number::NUMBER)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn assign_control_number(
        &mut self,
        student: StudentId,
        number: &ControlNumber,
    ) -> Task<Message> {
        match self.desk.assign_control_number(student, number) {
            Ok(folio) => {
                let closed = self.close_modal();
                self.students.keep_open();
                self.refresh();
                let name = self.students.student_name().unwrap_or_default();
                self.say_done(words::assigned(number.as_str(), &name, folio.as_str()));
                closed
            }
            Err(refusal) => {
                // What was typed stays where it can be put right.
                let why = match &refusal {
                    Refusal::IdentifierTaken(holder) => words::taken(&holder.name, &holder.identifier),
                    other => other.explain().line(),
                };
                if let Some(Modal::ControlNumber(dialog)) = &mut self.modal {
                    dialog.refuse(why);
                }
                focus_on(modals::control_number::NUMBER)
            }
        }
    }
}
