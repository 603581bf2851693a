//! F7, F8 and F12 on the students that are marked in the list, and a datum changed for many.

use iced::Task;

use super::{Message, Office, Place, focus_on};
use crate::app::modals::{self, Modal};
use crate::app::screens::students;
use crate::app::shortcut::Command;
use crate::desk::{ChangePlan, Explain, Refusal};
use crate::domain::bulk::BulkChange;
use crate::domain::ids::StudentId;
use crate::domain::movement::{BajaMotive, MovementKind};
use crate::domain::vigencia::Check;
use crate::words::{bulk, marked as words};

impl Office {
    /// Whether what is asked is about the marked students.
    pub(super) fn acts_on_marked(&self) -> bool {
        self.place == Place::Students && !self.students.marked().is_empty()
    }

    /// What a command means while somebody is marked; `None` if it means what it always does.
    pub(super) fn marked_command(&mut self, command: Command) -> Option<Task<Message>> {
        Some(match command {
            Command::Alta => self.plan_marked(MovementKind::Alta),
            Command::Baja => self.plan_marked(MovementKind::Baja),
            Command::Vigencia => self.ask_vigencia_of_marked(),
            _ => return None,
        })
    }

    fn plan_marked(&mut self, kind: MovementKind) -> Task<Message> {
        match self.desk.plan_marked(kind, self.students.marked()) {
            Ok(plan) if plan.left_out.is_empty() => self.go_on_marked(kind),
            Ok(plan) => {
                let dialog = modals::left_out::LeftOut::new(plan);
                self.open_modal(Modal::LeftOut(Box::new(dialog)), modals::left_out::GO_ON)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Queues altas at once; a baja asks for its motive first.
    pub(super) fn go_on_marked(&mut self, kind: MovementKind) -> Task<Message> {
        let closed = self.close_modal();
        let next = match (kind, self.students.marked().first()) {
            (MovementKind::Alta, _) => self.queue_marked(kind, None),
            (MovementKind::Baja, Some(&first)) => {
                let name = words::marked_persons(self.students.marked().len());
                let dialog = modals::baja::Baja::new(first, name, self.desk.next_cut(), Vec::new());
                self.open_modal(Modal::Baja(dialog), modals::baja::MOTIVES)
            }
            (MovementKind::Baja, None) => Task::none(),
        };
        closed.chain(next)
    }

    pub(super) fn queue_marked(&mut self, kind: MovementKind, motive: Option<BajaMotive>) -> Task<Message> {
        match self.desk.queue_marked(kind, motive, self.students.marked()) {
            Ok(done) => {
                let said = words::queued(
                    kind,
                    done.cut,
                    done.window,
                    done.queued,
                    done.observed,
                    done.left_out.len(),
                );
                self.done_with_marked(self.after_the_hour(said))
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    fn ask_vigencia_of_marked(&mut self) -> Task<Message> {
        let whose = words::marked_persons(self.students.marked().len());
        let clerk = self.desk.clerk().to_owned();
        let dialog = modals::check_all::CheckAll::new(whose, clerk, self.desk.today());
        self.open_modal(Modal::CheckAll(dialog), modals::check_all::VERDICT)
    }

    pub(super) fn record_check_of_marked(&mut self, check: &Check) -> Task<Message> {
        let students = self.students.marked().to_vec();
        match self.desk.record_check_of_all(&students, check) {
            Ok(()) => self.done_with_marked(words::checked(check.vigente, check.on, students.len())),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// The marks have served: they go, so that the next key means one student again.
    fn done_with_marked(&mut self, said: String) -> Task<Message> {
        self.notice = None;
        self.students.clear_marks();
        self.refresh();
        self.say_done(said);
        focus_on(students::LIST_ID)
    }

    /// Who is marked, or everybody in the list that is shown.
    fn many(&self) -> Result<Vec<StudentId>, Refusal> {
        if !self.students.marked().is_empty() {
            return Ok(self.students.marked().to_vec());
        }
        let all = i32::MAX as usize;
        let page = self
            .desk
            .list(self.students.filter(), self.students.typed(), 0, all)?;
        Ok(page.rows.iter().map(|row| row.student.id).collect())
    }

    pub(super) fn ask_change(&mut self) -> Task<Message> {
        match self.many() {
            Ok(students) => {
                let dialog = modals::change::Change::new(students);
                self.open_modal(Modal::Change(Box::new(dialog)), modals::change::DATUM)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn plan_change(&mut self, students: &[StudentId], change: &BulkChange) -> Task<Message> {
        match self.desk.plan_change(students, change) {
            Ok(plan) => {
                if let Some(Modal::Change(dialog)) = &mut self.modal {
                    dialog.planned(plan);
                }
                Task::none()
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn apply_change(&mut self, plan: &ChangePlan) -> Task<Message> {
        match self.desk.apply_change(plan) {
            Ok(count) => {
                let closed = self.close_modal();
                closed.chain(self.done_with_marked(bulk::changed(&plan.change, count)))
            }
            Err(refusal) => {
                // Shown again as it is now; saving it is another decision.
                let again = self.plan_change(&plan.students, &plan.change);
                if let Some(Modal::Change(dialog)) = &mut self.modal {
                    dialog.refuse(refusal.explain().text);
                }
                again
            }
        }
    }
}
