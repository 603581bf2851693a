//! What stands above every step: which cut it is, the main verb, and the five steps.

use iced::widget::{container, row};
use iced::{Element, Length};

use super::envios::Envios;
use super::{Message, Screen, Stage};
use crate::app::shortcut::Command;
use crate::app::theme::letter::{NAME, TITLE};
use crate::app::theme::measure::{HAIRLINE, NEAR, PADDING, SCREEN_HEAD};
use crate::app::theme::{caption, style};
use crate::app::widget::{self, button, fitting};
use crate::desk::CutStands;
use crate::domain::movement::MovementKind;
use crate::print::icon::Icon;
use crate::words::runway as words;
use crate::words::{frame, notices, runway};

impl Screen {
    /// Which cut it is, its paper and the main verb.
    pub(super) fn head_view(&self, is_narrow: bool) -> Element<'_, Message> {
        let reopened = matches!(self.stands(), Some(CutStands::Reopened { .. }))
            .then(|| caption(words::strip::REOPENED).style(style::advice));
        let print = (self.reviewing.count() > 0 || self.is_closed()).then(|| {
            let word = match self.is_closed() {
                true if is_narrow => words::PAPERS_SHORT,
                true => words::PAPERS,
                false => words::LIST_ON_PAPER,
            };
            button(word, Message::PrintPressed)
                .icon(Icon::Printer)
                .key(Command::PrintList.key())
        });
        let answers = self.awaits_answers().then(|| {
            button(words::answers::READ, Message::ReadAnswersPressed)
                .icon(Icon::FileSpreadsheet)
                .key(Command::Import.key())
        });
        let verb = self
            .main_verb()
            .map(|verb| button(verb, Message::MainPressed).key("Ctrl+Enter").primary());
        let (named, scale) = match is_narrow {
            true => (words::cut_title(self.cut), NAME),
            false => (frame::cut_title(self.cut), TITLE),
        };
        container(
            row![
                container(fitting(named, scale, true)).width(Length::Fill),
                reopened,
                print.filter(|_| answers.is_none() || !is_narrow),
                answers,
                verb,
            ]
            .spacing(NEAR)
            .align_y(iced::Center),
        )
        .padding([0.0, PADDING])
        .height(SCREEN_HEAD - HAIRLINE)
        .align_y(iced::Center)
        .width(Length::Fill)
        .style(style::surface)
        .into()
    }

    /// What Ctrl+Enter does now; `None` where there is nothing to be done.
    fn main_verb(&self) -> Option<String> {
        let review = self.reviewing.review();
        let (ready, held) = (review.ready.len(), review.held_count());
        if let Some(envios) = &self.envios {
            return self.verb_of_closed(envios);
        }
        match self.stage {
            Stage::Review if ready + held == 0 => None,
            Stage::Review if held > 0 => Some(runway::review::set_aside(held)),
            Stage::Review | Stage::Aside => Some(runway::review::GO_ON.to_owned()),
            Stage::Close => Some(words::close(ready)),
            Stage::Send | Stage::Reconcile => None,
        }
    }

    fn verb_of_closed(&self, envios: &Envios) -> Option<String> {
        let unsent = envios.unsent().len();
        if self.stage == Stage::Send {
            return Some(match unsent {
                0 => words::STEPS[Stage::Reconcile as usize].to_owned(),
                many => words::send::record(many),
            });
        }
        let dispatch = envios.chosen()?;
        if dispatch.sending.is_none() {
            return Some(words::send::record(1));
        }
        let [accepted, rejected, unanswered] = envios.outlook();
        if accepted + rejected + unanswered > 0 {
            return Some(words::reconcile::record(accepted, rejected));
        }
        (envios.accepted_altas() > 0).then(|| notices::screen::TITLE.to_owned())
    }

    fn told(&self, is_narrow: bool) -> [String; 5] {
        let Some(envios) = &self.envios else {
            let review = self.reviewing.review();
            return words::open_steps(
                review.ready.len(),
                review.held_count(),
                review.next,
                MovementKind::ALL.map(|kind| review.ready_of(kind)),
                is_narrow,
            );
        };
        let dispatches = &envios.cut.dispatches;
        words::closed_steps(&words::ClosedSteps {
            folio: &envios.cut.closing.folio,
            lines: dispatches.iter().map(|it| it.lines).sum(),
            set_aside: envios.cut.set_aside,
            dispatches: dispatches.len(),
            sent: dispatches.iter().filter(|it| it.sending.is_some()).count(),
            unanswered: envios.unanswered(),
        })
    }

    /// The five steps; the present one is marked.
    pub(super) fn steps(&self, is_narrow: bool) -> Element<'_, Message> {
        let all = words::STEPS.into_iter().zip(self.told(is_narrow));
        widget::steps(all, self.stage as usize, |at| {
            Message::StagePressed(Stage::ALL[at])
        })
    }
}
