//! The case of the record in view: to it, and what its keys do.

use iced::Task;

use super::{Message, Office, focus_on};
use crate::app::modals::{self, Modal};
use crate::app::screens::record::{Section, case};
use crate::domain::case::{CaseOutcome, NoteText, Told};
use crate::domain::ids::StudentId;
use crate::words::case::kept as words;

impl Office {
    /// Ctrl+O: shows the case and takes the focus to what can be done about it.
    pub(super) fn go_case(&mut self) -> Task<Message> {
        self.students.keep_open();
        self.students.show_section(Section::Case);
        focus_on(case::CASE)
    }

    pub(super) fn open_case(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.open_case(student) {
            Ok(kept) => {
                self.refresh();
                let name = self.students.student_name().unwrap_or_default();
                self.say_done(words::opened(&name, kept.kind));
                focus_on(case::CASE)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn ask_note(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.record(student) {
            Ok(record) => {
                let name = record.student.particulars.name.formal();
                let proposed = words::proposed(&self.desk.case_of(&record));
                let dialog = modals::case_note::CaseNoteDialog::new(student, name, proposed);
                self.open_modal(Modal::CaseNote(dialog), modals::case_note::TOLD)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn note_case(&mut self, student: StudentId, told: Told, text: &NoteText) -> Task<Message> {
        match self.desk.note_case(student, told, text) {
            Ok(_) => {
                self.refresh();
                let name = self.students.student_name().unwrap_or_default();
                self.say_done(words::noted(&name, told));
                Task::none()
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn ask_close_case(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.record(student) {
            Ok(record) => {
                let name = record.student.particulars.name.formal();
                let outcome = CaseOutcome::of(self.desk.case_of(&record).kind());
                let dialog = modals::case_close::CaseClose::new(student, name, outcome);
                self.open_modal(Modal::CaseClose(dialog), modals::case_close::OUTCOME)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn close_case(&mut self, student: StudentId, outcome: CaseOutcome) -> Task<Message> {
        match self.desk.close_case(student, outcome) {
            Ok(_) => {
                self.refresh();
                let name = self.students.student_name().unwrap_or_default();
                self.say_done(words::closed(&name, outcome));
                Task::none()
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }
}
