//! Bajas propuestas: from Hoy to the screen, and what was decided there queued as one act.

use iced::Task;

use super::{Message, Office, Place, focus_on};
use crate::app::screens::bajas;
use crate::app::widget;
use crate::desk::Refusal;
use crate::domain::ids::StudentId;
use crate::domain::movement::BajaMotive;
use crate::words::bajas as words;

impl Office {
    pub(super) fn go_bajas(&mut self) -> Task<Message> {
        self.keep_draft();
        match bajas::Screen::new(&self.desk) {
            Ok(screen) => {
                self.bajas = screen;
                self.place = Place::Bajas;
                focus_on(bajas::LIST_ID)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn update_bajas(&mut self, message: bajas::Message) -> Task<Message> {
        match self.bajas.update(message) {
            bajas::Action::None => Task::none(),
            bajas::Action::Run(task) => task
                .map(Message::Bajas)
                .chain(widget::focused().map(Message::FocusFound)),
            bajas::Action::Open(student) => {
                let opened = self.open_record(student);
                self.returns_to = Some(Place::Bajas);
                opened
            }
            bajas::Action::Queue(chosen) => self.queue_proposed(&chosen),
            bajas::Action::NobodyMarked => {
                self.say(words::NOBODY_MARKED.to_owned());
                Task::none()
            }
        }
    }

    fn queue_proposed(&mut self, chosen: &[(StudentId, BajaMotive)]) -> Task<Message> {
        match self.desk.queue_proposed(chosen) {
            Ok(done) => {
                self.notice = None;
                self.refresh();
                let by_motive: Vec<(BajaMotive, usize)> = BajaMotive::ALL
                    .into_iter()
                    .map(|motive| (motive, chosen.iter().filter(|(_, of)| *of == motive).count()))
                    .filter(|(_, count)| *count > 0)
                    .collect();
                let said = words::queued(done.cut, done.window, &by_motive, done.observed);
                self.say_done(self.after_the_hour(said));
                focus_on(bajas::LIST_ID)
            }
            Err(refusal) => {
                // Shown again as they are now; queueing them is another decision.
                if matches!(refusal, Refusal::PlanOutdated) {
                    self.refresh();
                }
                self.refuse(&refusal)
            }
        }
    }
}
