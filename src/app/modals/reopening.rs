//! A closed cut is opened again: why.

use iced::Element;
use iced::widget::{column, space};

use super::Action;
use crate::app::theme::measure::GAP;
use crate::app::theme::{body, style};
use crate::app::widget::field::{Field, Tone};
use crate::app::widget::{self, button, dialog, field};
use crate::domain::dispatch::Closing;
use crate::words::cuts;
use crate::words::runway::reopen as words;

/// The id of the reason.
pub const REASON: &str = "reabrir-motivo";

/// The dialog.
#[derive(Debug)]
pub struct Reopening {
    closing: Closing,
    /// How many of its movements were captured on IMSS' page already.
    captured: u32,
    reason: Field,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The reason was typed.
    Typed(String),
    /// The button, Enter or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl Reopening {
    /// Of this cut, so many of whose movements were captured already.
    pub fn new(closing: Closing, captured: u32) -> Self {
        Self {
            closing,
            captured,
            reason: Field::default(),
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(text) => {
                self.reason.type_in(text);
                Action::None
            }
            Message::Confirmed if self.reason.is_empty() => {
                self.reason.say(Tone::Problem, cuts::NO_REASON);
                Action::Run(widget::focus(REASON))
            }
            Message::Confirmed => {
                Action::ReopenCut(self.closing.folio.clone(), self.reason.value().to_owned())
            }
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let captured = (self.captured > 0).then(|| body(words::captured(self.captured)).style(style::advice));
        let content = column![
            body(words::told(&self.closing.folio)),
            captured,
            space().height(GAP),
            field(words::REASON, &self.reason, Message::Typed)
                .on_submit(Message::Confirmed)
                .id(REASON),
        ];
        dialog(words::title(self.closing.cut), content, Message::Closed)
            .button(button(words::LEAVE, Message::Closed).key("Esc").tall())
            .button(
                button(words::REOPEN, Message::Confirmed)
                    .key("Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}
