//! C in a case: how it ended.

use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::theme::measure::NEAR;
use crate::app::theme::strong;
use crate::app::widget::choice::Choice;
use crate::app::widget::field::block;
use crate::app::widget::{button, choice, dialog};
use crate::domain::case::CaseOutcome;
use crate::domain::ids::StudentId;
use crate::words::case::kept as words;
use crate::words::frame;

/// The id of how it ended.
pub const OUTCOME: &str = "caso-como";

/// The dialog.
#[derive(Debug)]
pub struct CaseClose {
    student: StudentId,
    name: String,
    outcome: CaseOutcome,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// How it ended.
    Chosen(CaseOutcome),
    /// The button, Enter or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl CaseClose {
    /// About this student, ending as it stands now.
    pub fn new(student: StudentId, name: String, outcome: CaseOutcome) -> Self {
        Self {
            student,
            name,
            outcome,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Chosen(outcome) => {
                self.outcome = outcome;
                Action::None
            }
            Message::Confirmed => Action::CloseCase(self.student, self.outcome),
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let outcome = choice(
            CaseOutcome::ALL.map(|outcome| Choice::new(outcome, words::outcome(outcome))),
            Some(self.outcome),
            Message::Chosen,
        )
        .on_enter(Message::Confirmed)
        .id(OUTCOME);
        let content = column![
            strong(self.name.as_str()),
            block(words::OUTCOME, outcome, None, None),
        ]
        .spacing(NEAR);
        dialog(words::CLOSE_TITLE, content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(words::CLOSE, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}
