//! Ctrl+P: the list in view, on paper.

use std::path::PathBuf;

use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::theme::measure::NEAR;
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::{Press, button, choice, dialog};
use crate::desk::Listing;
use crate::print::icon::Icon;
use crate::words::{frame, printing};

/// The id of the button that prints.
pub const PRINT: &str = "imprimir-lista";

/// The dialog.
#[derive(Debug)]
pub struct PrintList {
    list: Listing,
    /// What the list is called, and how many rows it has.
    named: String,
    whole_numbers: bool,
    folder: PathBuf,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Whole numbers, or their last digits.
    NumbersChosen(bool),
    /// Imprimir, Enter or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl PrintList {
    /// Of this list, which is called `named`; papers go to `folder`.
    pub fn new(list: Listing, named: String, folder: PathBuf) -> Self {
        Self {
            list,
            named,
            whole_numbers: false,
            folder,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::NumbersChosen(whole) => {
                self.whole_numbers = whole;
                Action::None
            }
            Message::Confirmed => Action::PrintList {
                list: self.list.clone(),
                whole_numbers: self.whole_numbers,
            },
            Message::Closed => Action::Close,
        }
    }

    /// U and C choose how the numbers are shown, whatever has the focus.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        match press.typed()?.to_lowercase().as_str() {
            "u" => Some(Message::NumbersChosen(false)),
            "c" => Some(Message::NumbersChosen(true)),
            _ => None,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let numbers = choice(
            [
                Choice::new(false, printing::LAST_DIGITS).key('U'),
                Choice::new(true, printing::WHOLE_NUMBERS).key('C'),
            ],
            Some(self.whole_numbers),
            Message::NumbersChosen,
        );
        let care = if self.whole_numbers {
            printing::WHOLE_NUMBERS_CARE
        } else {
            printing::LAST_DIGITS_HINT
        };
        let content = column![
            strong(self.named.as_str()),
            numbers,
            body(care),
            caption(printing::REAL_SIZE).style(style::muted),
            caption(printing::goes_to(&self.folder)).style(style::muted),
        ]
        .spacing(NEAR);

        dialog(printing::LIST_TITLE, content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(printing::PRINT, Message::Confirmed)
                    .icon(Icon::Printer)
                    .key("Enter")
                    .primary()
                    .tall()
                    .id(PRINT),
            )
            .into()
    }
}
