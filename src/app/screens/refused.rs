//! The register can't be opened: what was found, and what to do. Never an empty program as if nothing had been.

use iced::widget::{column, container};
use iced::{Element, Length, padding};

use crate::app::theme::measure::PADDING;
use crate::app::theme::{body, caption, style, title};
use crate::app::widget::button;
use crate::desk::Explained;
use crate::words::{faults, frame};

/// The id of the button.
pub const CLOSE: &str = "cerrar";

/// The screen.
#[derive(Debug)]
pub struct Screen {
    why: Explained,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The button, or Esc.
    ClosePressed,
}

impl Screen {
    /// For this reason.
    pub fn new(why: Explained) -> Self {
        Self { why }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let code = self
            .why
            .code
            .map(|code| caption(faults::support(code)).style(style::muted));
        let page = column![
            title(frame::NOT_OPENED),
            body(self.why.text.as_str()).width(560),
            column![code],
            button(frame::CLOSE, Message::ClosePressed)
                .key("Enter")
                .primary()
                .tall()
                .id(CLOSE),
        ]
        .spacing(PADDING);

        container(container(page).width(976))
            .padding(padding::top(128))
            .center_x(Length::Fill)
            .into()
    }
}
