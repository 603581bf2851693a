//! The Lista de cotejo of the record in view: to it, and what its keys do.

use iced::Task;

use super::{Message, Office, focus_on};
use crate::app::modals::{self, Modal};
use crate::app::screens::record::{Section, checklist};
use crate::desk::Ticked;
use crate::domain::checklist::{Answer, Requirement};
use crate::domain::ids::StudentId;
use crate::words::checklist as words;

impl Office {
    /// Ctrl+J: shows the list and takes the focus to its rows.
    pub(super) fn go_checklist(&mut self) -> Task<Message> {
        self.students.keep_open();
        self.students.show_section(Section::Checklist);
        focus_on(checklist::ROWS)
    }

    pub(super) fn tick(&mut self, student: StudentId, requirement: Requirement) -> Task<Message> {
        match self.desk.tick(student, requirement) {
            Ok(ticked) => {
                self.refresh();
                let name = self.students.student_name().unwrap_or_default();
                self.say_done(match ticked {
                    Ticked::Delivered | Ticked::Accepted => words::marked(requirement, &name),
                    Ticked::Opened => words::opened(requirement, &name),
                });
                Task::none()
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn accept_proposals(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.accept_proposals(student) {
            Ok(rows) => {
                self.refresh();
                let name = self.students.student_name().unwrap_or_default();
                self.say_done(words::accepted(rows.len(), &name));
                Task::none()
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn ask_answer(&mut self, student: StudentId, requirement: Requirement) -> Task<Message> {
        match self.desk.checklist(student) {
            Ok(list) => {
                let name = self.students.student_name().unwrap_or_default();
                let row = list.row(requirement);
                let dialog = modals::checklist::Checklist::new(student, name, row, self.desk.today());
                self.open_modal(Modal::Checklist(dialog), modals::checklist::REMARK)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn answer(
        &mut self,
        student: StudentId,
        requirement: Requirement,
        answer: &Answer,
    ) -> Task<Message> {
        match self.desk.answer(student, requirement, answer) {
            Ok(()) => {
                self.refresh();
                let name = self.students.student_name().unwrap_or_default();
                self.say_done(words::noted(requirement, answer, &name));
                Task::none()
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }
}
