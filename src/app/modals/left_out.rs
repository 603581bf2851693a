//! Not all who are marked can take part in an act: who is left out, and why, before anything is saved.

use iced::Element;
use iced::widget::{column, row};

use super::Action;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::{button, dialog};
use crate::desk::MarkedQueueing;
use crate::words::{frame, marked as words};

/// The id of the button that goes on.
pub const GO_ON: &str = "seguir-con-los-demas";
/// How many are named; the others are counted.
const NAMED: usize = 8;

/// The dialog.
#[derive(Debug)]
pub struct LeftOut {
    plan: MarkedQueueing,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The button, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl LeftOut {
    /// About this plan.
    pub fn new(plan: MarkedQueueing) -> Self {
        Self { plan }
    }

    /// Whether anybody is left to go on with.
    pub fn goes_on(&self) -> bool {
        self.plan.queued > 0
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Confirmed if self.goes_on() => Action::QueueMarked(self.plan.kind),
            Message::Confirmed | Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let out = &self.plan.left_out;
        let names = out.iter().take(NAMED).map(|it| {
            column![
                body(format!("{} · {}", it.name, it.identifier)),
                caption(words::why(&it.why)).style(style::advice),
            ]
            .into()
        });
        let more =
            (out.len() > NAMED).then(|| caption(words::and_more(out.len() - NAMED)).style(style::muted));
        let content = column![
            strong(words::would_queue(self.plan.cut, self.plan.queued, out.len())),
            column(names).spacing(NEAR),
            row![more],
        ]
        .spacing(GAP);
        let shown = dialog(words::LEFT_OUT_TITLE, content, Message::Closed);
        if !self.goes_on() {
            return shown
                .button(
                    button(frame::CLOSE, Message::Closed)
                        .key("Esc")
                        .primary()
                        .tall()
                        .id(GO_ON),
                )
                .into();
        }
        shown
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(words::GO_ON, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall()
                    .id(GO_ON),
            )
            .into()
    }
}
