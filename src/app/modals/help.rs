//! F1: the keys, from the table itself.

use iced::widget::{column, container, row};
use iced::{Element, Length};

use super::Action;
use crate::app::shortcut::{self, Command};
use crate::app::theme::measure::GAP;
use crate::app::theme::{body, caption, style};
use crate::app::widget::{button, dialog, hairline};
use crate::print::icon::Icon;
use crate::words::frame;

/// The id of the button that closes it.
pub const CLOSE: &str = "ayuda-cerrar";

/// The dialog.
#[derive(Debug, Default)]
pub struct Help;

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The card of keys was asked for.
    PrintPressed,
    /// Esc, Enter, or the close button.
    Closed,
}

impl Help {
    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::PrintPressed => Action::PrintKeys,
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let line = |keys: String, what: &'static str| {
            column![
                row![
                    container(caption(keys).style(style::muted)).width(220),
                    body(what).width(Length::Fill)
                ]
                .spacing(GAP)
                .align_y(iced::Center)
                .padding([3.5, 0.0]),
                hairline()
            ]
            .into()
        };
        let lines = shortcut::lines().map(|(keys, what)| line(keys, what));

        dialog(frame::HELP_TITLE, column(lines), Message::Closed)
            .note(frame::HELP_NOTE)
            .button(
                button(frame::PRINT, Message::PrintPressed)
                    .icon(Icon::Printer)
                    .key(Command::PrintList.key())
                    .tall(),
            )
            .button(
                button(frame::CLOSE, Message::Closed)
                    .key("Esc")
                    .primary()
                    .tall()
                    .id(CLOSE),
            )
            .into()
    }
}
