//! What follows from a message about a closed cut: its envíos are sent, and answered line by line.

use iced::Task;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use super::envios::{Envios, Missing};
use super::{ANSWERED_ON, Action, CAUSE, ENVIOS, EXCEPTION, LINES, Message, STRIP, Screen, Stage};
use crate::app::widget::{self, Offer, Press};
use crate::desk::{Desk, Refusal};
use crate::domain::person_name::fold;
use crate::words::runway as words;

impl Screen {
    /// What can have the focus in a closed cut, pane by pane.
    pub(super) fn panes_of_closed(&self, envios: &Envios) -> Vec<&'static str> {
        let is_reconciled = self.stage == Stage::Reconcile;
        let lines = (!envios.lines().is_empty()).then_some(LINES);
        let here = envios
            .line()
            .and_then(|(line, _)| envios.exception(line.movement));
        let exception = here.filter(|_| is_reconciled);
        let kind = exception.map(|_| EXCEPTION);
        let cause = exception.filter(|it| !it.is_unanswered).map(|_| CAUSE);
        let day = (is_reconciled && envios.outlook() != [0; 3]).then_some(ANSWERED_ON);
        [Some(STRIP), Some(ENVIOS), lines, cause, kind, day]
            .into_iter()
            .flatten()
            .collect()
    }

    /// What a key means on a closed cut.
    pub(super) fn key_of_closed(&self, press: &Press<'_>, pane: Option<&'static str>) -> Option<Message> {
        // Enter on the choice of what became of a line: to its cause.
        if press.is(Named::Enter) && pane == Some(EXCEPTION) {
            return Some(Message::CauseEntered);
        }
        if press.is(Named::Delete) || press.modifiers.contains(Modifiers::COMMAND) {
            return None;
        }
        let typed = press.typed()?;
        let is_number = |envios: &Envios| envios.begins_a_number(typed);
        // On the lines a number is typed to go to it; a letter with which none begins is the envío's key there too.
        if pane == Some(LINES) && self.envios.as_ref().is_none_or(is_number) {
            return typed
                .starts_with(char::is_alphanumeric)
                .then(|| Message::LookedFor(typed.to_owned()));
        }
        match (pane, typed.to_lowercase().as_str()) {
            (Some(ENVIOS | LINES), "c") => Some(Message::CorrectSendingPressed),
            (Some(ENVIOS | LINES), "a") => Some(Message::CapturePressed),
            (Some(ENVIOS | LINES), "v") => Some(Message::NoticesPressed),
            (Some(ENVIOS | LINES), "r") => Some(Message::ReopenPressed),
            (Some(LINES), _) => typed
                .starts_with(char::is_alphanumeric)
                .then(|| Message::LookedFor(typed.to_owned())),
            _ => None,
        }
    }

    /// The main verb of a closed cut.
    pub(super) fn go_on_with_closed(&mut self, desk: &Desk) -> Result<Action, Refusal> {
        let Some(envios) = &mut self.envios else {
            return Ok(Action::None);
        };
        if self.stage == Stage::Send {
            let unsent = envios.unsent();
            if unsent.is_empty() {
                self.stage = Stage::Reconcile;
                envios.choose_due(desk)?;
                return Ok(Action::Run(widget::focus(self.first())));
            }
            return Ok(Action::AskSending(envios.cut.clone(), unsent));
        }
        let Some(dispatch) = envios.chosen().cloned() else {
            return Ok(Action::None);
        };
        if dispatch.sending.is_none() {
            return Ok(Action::AskSending(envios.cut.clone(), vec![dispatch]));
        }
        if dispatch.unanswered() == 0 && envios.accepted_altas() > 0 {
            return Ok(Action::TellStudents(envios.cut.closing.folio.clone()));
        }
        if dispatch.unanswered() == 0 {
            return Ok(Action::Say(
                words::reconcile::ALL_ANSWERED.to_owned(),
                Task::none(),
            ));
        }
        Ok(match envios.answers(desk.today()) {
            Ok((answers, _)) if answers.is_empty() => Action::Say(
                words::reconcile::NOTHING_ANSWERED.to_owned(),
                widget::focus(LINES),
            ),
            Ok((answers, on)) => Action::Record(dispatch.id, answers, on),
            Err(Missing::Cause) => Action::Run(widget::focus(CAUSE)),
            Err(Missing::Day) => Action::Run(widget::focus(ANSWERED_ON)),
        })
    }

    /// After an answer was recorded: the envío that waits for one.
    ///
    /// # Errors
    /// The file's faults.
    pub fn go_to_due(&mut self, desk: &Desk) -> Result<(), Refusal> {
        if let Some(envios) = &mut self.envios {
            envios.choose_due(desk)?;
        }
        Ok(())
    }

    /// What follows from a message about a closed cut.
    pub(super) fn update_closed(&mut self, desk: &Desk, message: Message) -> Result<Action, Refusal> {
        let is_reconciled = self.stage == Stage::Reconcile;
        let Some(envios) = &mut self.envios else {
            return Ok(Action::None);
        };
        Ok(match message {
            Message::EnvioPressed(at) => {
                envios.choose(desk, at)?;
                Action::Run(widget::focus(ENVIOS))
            }
            Message::EnvioMoved(to) => {
                envios.go_envio(desk, to)?;
                Action::Run(widget::reveal())
            }
            Message::EnvioOpened => match envios.chosen() {
                Some(dispatch) if dispatch.sending.is_none() => {
                    Action::AskSending(envios.cut.clone(), vec![dispatch.clone()])
                }
                _ => Action::Run(widget::focus(LINES)),
            },
            Message::LinePressed(at) => {
                let before = envios.selected();
                envios.select(at);
                self.causes.clear();
                // The first press chooses a line, the next one marks it.
                if is_reconciled && before == self.envios.as_ref().map_or(0, Envios::selected) {
                    return self.update_closed(desk, Message::LineMarked);
                }
                Action::Run(widget::focus(LINES))
            }
            Message::LineMoved(to) => {
                envios.go(to);
                self.causes.clear();
                Action::Run(widget::reveal())
            }
            Message::LineOpened => envios.student().map_or(Action::None, Action::Open),
            Message::LineMarked if is_reconciled => match envios.mark() {
                Some(true) => {
                    self.offer_causes();
                    // An exception is a rejection until somebody says that nobody answered it.
                    Action::Run(widget::focus(CAUSE))
                }
                Some(false) => Action::Run(widget::focus(LINES)),
                None => Action::Say(words::reconcile::NOT_OPEN.to_owned(), Task::none()),
            },
            Message::LookedFor(typed) => {
                envios.look_for(&typed);
                Action::Run(widget::reveal())
            }
            Message::UnansweredChosen(is_unanswered) => {
                if let Some(exception) = envios.exception_here() {
                    exception.is_unanswered = is_unanswered;
                }
                self.causes.clear();
                Action::None
            }
            Message::CauseTyped(text) => {
                if let Some(exception) = envios.exception_here() {
                    exception.cause.type_in(text);
                }
                self.offer_causes();
                Action::None
            }
            Message::CauseEntered => match self.causes.take() {
                Some(at) => self.take_cause(at),
                None => {
                    self.causes.close();
                    Action::Run(widget::focus(LINES))
                }
            },
            Message::CauseTaken(at) => self.take_cause(at),
            Message::DayTyped(text) => {
                envios.type_day(text, desk.today());
                Action::None
            }
            Message::DayEntered => Action::Run(widget::focus(LINES)),
            Message::CorrectSendingPressed => match envios.chosen() {
                Some(dispatch) if dispatch.sending.is_some() => {
                    Action::AskSending(envios.cut.clone(), vec![dispatch.clone()])
                }
                _ => Action::None,
            },
            Message::CapturePressed => match envios.chosen() {
                Some(dispatch) if dispatch.sending.is_none() => Action::Capture(dispatch.id),
                _ => Action::None,
            },
            Message::NoticesPressed if envios.accepted_altas() > 0 => {
                Action::TellStudents(envios.cut.closing.folio.clone())
            }
            Message::ReopenPressed => match envios.may_reopen() {
                Ok(()) => Action::AskReopening(envios.cut.closing.clone()),
                Err(refusal) => Action::Refused(refusal),
            },
            _ => Action::None,
        })
    }

    fn take_cause(&mut self, at: usize) -> Action {
        let taken = self.causes.offers().get(at).map(|offer| offer.text.clone());
        if let (Some(text), Some(envios)) = (taken, &mut self.envios)
            && let Some(exception) = envios.exception_here()
        {
            exception.cause.type_in(text);
        }
        self.causes.close();
        Action::Run(widget::focus(LINES))
    }

    /// Offers the causes that contain what was typed.
    fn offer_causes(&mut self) {
        let Some(envios) = &mut self.envios else { return };
        let typed = envios
            .exception_here()
            .map(|it| fold(it.cause.value()))
            .unwrap_or_default();
        let mut causes = envios.causes();
        causes.retain(|cause| {
            let folded = fold(cause);
            folded.contains(&typed) && folded != typed
        });
        let offers = causes.into_iter().map(|cause| Offer::new(cause, ""));
        self.causes.offer(offers.collect());
    }
}
