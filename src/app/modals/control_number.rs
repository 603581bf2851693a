//! The número de control that takes the place of a provisional folio.

use chrono::NaiveDate;
use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::theme::measure::NEAR;
use crate::app::theme::{body, strong, style};
use crate::app::widget::field::{Field, Tone};
use crate::app::widget::{self, button, dialog, field};
use crate::domain::control_number::ControlNumber;
use crate::domain::ids::StudentId;
use crate::words::{control_number as words, entry, frame};

/// The id of the number.
pub const NUMBER: &str = "numero-de-control";

/// The dialog.
#[derive(Debug)]
pub struct ControlNumberDialog {
    student: StudentId,
    name: String,
    folio: String,
    /// The campus' own word for the number.
    label: String,
    campus_code: Option<String>,
    today: NaiveDate,
    number: Field,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The number was typed.
    Typed(String),
    /// Guardar, Enter or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl ControlNumberDialog {
    /// For a student who has this folio.
    pub fn new(
        student: StudentId,
        name: String,
        folio: String,
        campus: &crate::domain::campus::Campus,
        today: NaiveDate,
    ) -> Self {
        let code = &campus.control_code;
        Self {
            student,
            name,
            folio,
            label: campus.identifier_label.clone(),
            campus_code: (!code.is_empty()).then(|| code.clone()),
            today,
            number: Field::new(""),
        }
    }

    /// Says why the number was refused; what was typed stays.
    pub fn refuse(&mut self, why: String) {
        self.number.say(Tone::Problem, why);
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(text) => {
                self.number.type_in(text);
                // While it is too short nothing is wrong yet.
                if let Ok(number) = ControlNumber::parse(self.number.value())
                    && let Some(remark) = number.remarks(self.campus_code.as_deref(), self.today).first()
                {
                    self.number.say(Tone::Advice, entry::identifier_remark(remark));
                }
                Action::None
            }
            Message::Confirmed => match ControlNumber::parse(self.number.value()) {
                Ok(number) => Action::AssignControlNumber(self.student, number),
                Err(fault) => {
                    self.refuse(entry::identifier_fault(&fault));
                    Action::Run(widget::focus(NUMBER))
                }
            },
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let content = column![
            strong(self.name.as_str()),
            body(words::instead_of(&self.folio)).style(style::muted),
            field(self.label.as_str(), &self.number, Message::Typed)
                .id(NUMBER)
                .on_submit(Message::Confirmed),
        ]
        .spacing(NEAR);

        dialog(words::TITLE, content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(frame::SAVE, Message::Confirmed)
                    .key("Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}
