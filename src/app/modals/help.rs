//! F1: the keys, from the table itself.

use iced::widget::{column, container, row};
use iced::{Element, Length};

use super::Action;
use crate::app::shortcut::{Chord, Command};
use crate::app::theme::measure::GAP;
use crate::app::theme::{body, caption, style};
use crate::app::widget::{button, dialog, hairline};
use crate::words::frame;

/// The id of the button that closes it.
pub const CLOSE: &str = "ayuda-cerrar";

/// The dialog.
#[derive(Debug, Default)]
pub struct Help;

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Esc, Enter, or the close button.
    Closed,
}

impl Help {
    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
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
        let bound = Command::all().map(|command| {
            let keys: Vec<String> = command.chords().map(Chord::label).collect();
            line(keys.join(" · "), command.name())
        });
        let others = frame::OTHER_KEYS
            .iter()
            .map(|(keys, what)| line((*keys).to_owned(), what));

        dialog(frame::HELP_TITLE, column(bound.chain(others)), Message::Closed)
            .note(frame::HELP_NOTE)
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
