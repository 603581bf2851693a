//! What IMSS answered about a closed cut, line by line or from a file, at an open desk.

use chrono::NaiveDate;
use iced::Task;

use super::{Message, Office, Place, focus_on};
use crate::app::Machine;
use crate::app::modals::answers::{AnswerSource, Answers};
use crate::app::modals::{self, Modal};
use crate::app::screens::cuts::Screen;
use crate::desk::{self, Answer, AnswerSheet, CutMatching, Explain, Explained};
use crate::domain::ids::DispatchId;
use crate::words::{cuts as words, runway};

impl Office {
    pub(super) fn record_answers(
        &mut self,
        dispatch: DispatchId,
        answers: &[Answer],
        on: NaiveDate,
    ) -> Task<Message> {
        match self.desk.record_answers(dispatch, answers, on) {
            Ok(of) => {
                self.notice = None;
                self.refresh();
                let answered = &of.answers;
                self.say_done(words::answered(
                    of.kind,
                    answered.accepted,
                    answered.rejected,
                    of.unanswered(),
                ));
                if let Some(screen) = &mut self.cuts
                    && let Err(refusal) = screen.go_to_due(&self.desk)
                {
                    return self.refuse(&refusal);
                }
                self.focus_screen()
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Whether a cut is in view of which movements wait for IMSS' answer.
    pub(super) fn awaits_answers(&self) -> bool {
        self.place == Place::Cuts && self.cuts.as_ref().is_some_and(Screen::awaits_answers)
    }

    /// Asks for the file in which IMSS answered.
    pub(super) fn ask_answers(&mut self, machine: &Machine) -> Task<Message> {
        let Some((folio, cut)) = self.folio_in_view().zip(self.cuts.as_ref().map(Screen::cut)) else {
            return Task::none();
        };
        let dialog = Answers::new(folio, cut, self.desk.today(), &machine.sheets);
        let first = dialog.first();
        self.open_modal(Modal::Answers(Box::new(dialog)), first)
    }

    /// Reads a file of answers beside the window.
    pub(super) fn read_answers(&mut self, source: AnswerSource) -> Task<Message> {
        let (read, _) = crate::app::screens::import::work::beside(move || {
            let read = match source {
                AnswerSource::File(path) => desk::read_answers(&path),
                AnswerSource::Pasted(text) => desk::read_pasted_answers(&text),
            };
            read.map_err(|fault| fault.explain())
        });
        read.map(Message::AnswersRead)
    }

    /// Holds what was read against the cut, and shows it.
    pub(super) fn answers_read(&mut self, read: Option<Result<AnswerSheet, Explained>>) -> Task<Message> {
        let Some(Modal::Answers(dialog)) = &mut self.modal else {
            return Task::none();
        };
        let sheet = match read {
            Some(Ok(sheet)) => sheet,
            Some(Err(why)) => {
                dialog.refuse(why.line());
                return Task::none();
            }
            None => {
                dialog.refuse(runway::answers::NOT_READ.to_owned());
                return Task::none();
            }
        };
        let matching = self
            .desk
            .cut_by_folio(dialog.folio())
            .and_then(|cut| self.desk.match_answers(&cut, &sheet));
        match matching {
            Ok(matching) => {
                dialog.show(matching);
                focus_on(modals::answers::PILES)
            }
            Err(refusal) => {
                dialog.refuse(refusal.explain().line());
                Task::none()
            }
        }
    }

    pub(super) fn record_matching(&mut self, matching: &CutMatching, on: Option<NaiveDate>) -> Task<Message> {
        match self.desk.record_matching(matching, on) {
            Ok(recorded) => {
                self.notice = None;
                self.modal = None;
                self.focus_below = None;
                self.refresh();
                let told = recorded.iter().map(|of| {
                    let answered = &of.answers;
                    words::answered(of.kind, answered.accepted, answered.rejected, of.unanswered())
                });
                self.say_done(told.collect::<Vec<_>>().join(" "));
                if let Some(screen) = &mut self.cuts
                    && let Err(refusal) = screen.go_to_due(&self.desk)
                {
                    return self.refuse(&refusal);
                }
                self.focus_screen()
            }
            Err(refusal) => {
                if let Some(Modal::Answers(dialog)) = &mut self.modal {
                    dialog.refuse(refusal.explain().line());
                }
                focus_on(modals::answers::DAY)
            }
        }
    }
}
