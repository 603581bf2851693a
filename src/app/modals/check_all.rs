//! F12 for the students that are marked: one verdict of one day for all of them, as a list of IMSS gives it. What a
//! constancia says beside it is about one person, and is recorded one by one.

use chrono::NaiveDate;
use iced::widget::{column, container};
use iced::{Element, padding};

use super::Action;
use crate::app::check_fields::{self, CheckFields};
use crate::app::theme::measure::NEAR;
use crate::app::theme::strong;
use crate::app::widget::{self, button, dialog};
use crate::words::{frame, vigencia as words};

/// The id of the verdict.
pub const VERDICT: &str = "vigencia-de-todos";
/// The id of the date.
pub const CONSULTED_ON: &str = "vigencia-de-todos-fecha";
/// The id of the button that saves.
pub const SAVE: &str = "vigencia-de-todos-guardar";

/// The dialog.
#[derive(Debug)]
pub struct CheckAll {
    whose: String,
    check: CheckFields,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The check was changed.
    Check(check_fields::Change),
    /// Enter in the date.
    Next,
    /// Guardar, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl CheckAll {
    /// For so many people, in words, seen today by this clerk.
    pub fn new(whose: String, clerk: String, today: NaiveDate) -> Self {
        let ids = check_fields::Ids {
            verdict: VERDICT,
            on: CONSULTED_ON,
        };
        Self {
            whose,
            check: CheckFields::new(ids, clerk, today),
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Check(change) => {
                self.check.change(change);
                Action::None
            }
            Message::Next => Action::Run(widget::focus(SAVE)),
            Message::Confirmed => match self.check.read() {
                Ok(check) => Action::CheckMarked(check),
                Err(id) => Action::Run(widget::focus(id)),
            },
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let content = column![
            container(strong(self.whose.as_str())).padding(padding::bottom(NEAR)),
            self.check.view(Message::Check, Message::Next),
        ];
        dialog(words::TITLE, content, Message::Closed)
            .note(self.check.note())
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(frame::SAVE, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall()
                    .id(SAVE),
            )
            .into()
    }
}
