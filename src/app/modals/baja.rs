//! F8: why a baja, and into which cut.

use chrono::NaiveDate;
use iced::widget::{column, container, row, space};
use iced::{Element, Length};

use super::Action;
use crate::app::theme::measure::{CONTROL_PADDING, NEAR, ROW};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{self, Move, button, dialog, focusable, hairline};
use crate::domain::ids::StudentId;
use crate::domain::movement::{BajaMotive, QueueAdvice};
use crate::words::{movements, record};

/// The id of the motives.
pub const MOTIVES: &str = "baja-motivos";

/// The dialog.
#[derive(Debug)]
pub struct Baja {
    student: StudentId,
    name: String,
    cut: NaiveDate,
    advice: Vec<QueueAdvice>,
    motive: Option<BajaMotive>,
    motive_missing: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A motive was chosen.
    Chosen(BajaMotive),
    /// The arrows moved the choice.
    Moved(Move),
    /// Guardar, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl Baja {
    /// For this student and this cut.
    pub fn new(student: StudentId, name: String, cut: NaiveDate, advice: Vec<QueueAdvice>) -> Self {
        Self {
            student,
            name,
            cut,
            advice,
            motive: None,
            motive_missing: false,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Chosen(motive) => {
                self.motive = Some(motive);
                self.motive_missing = false;
                Action::None
            }
            Message::Moved(to) => {
                let last = BajaMotive::ALL.len() - 1;
                let at = self
                    .motive
                    .and_then(|motive| BajaMotive::ALL.iter().position(|it| *it == motive));
                let next = match (to, at) {
                    (Move::Down, Some(at)) => (at + 1).min(last),
                    (Move::Up, Some(at)) => at.saturating_sub(1),
                    (Move::Last | Move::PageDown | Move::Up, _) => last,
                    (Move::First | Move::PageUp | Move::Down, _) => 0,
                };
                self.update(Message::Chosen(BajaMotive::ALL[next]))
            }
            Message::Confirmed => match self.motive {
                Some(motive) => Action::QueueBaja(self.student, motive),
                None => {
                    self.motive_missing = true;
                    Action::Run(widget::focus(MOTIVES))
                }
            },
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let motives = BajaMotive::ALL.into_iter().map(|motive| {
            let chosen = self.motive == Some(motive);
            let word = if chosen {
                strong(record::motive(motive))
            } else {
                body(record::motive(motive))
            };
            let line = row![
                word,
                space::horizontal(),
                caption(record::motive_letter(motive).to_string()).style(style::muted)
            ]
            .align_y(iced::Center);

            column![
                iced::widget::button(widget::ground(chosen, container(line).center_y(Length::Fill)))
                    .padding([0.0, CONTROL_PADDING])
                    .height(ROW - 1.0)
                    .width(Length::Fill)
                    .style(style::row(chosen))
                    .on_press(Message::Chosen(motive)),
                hairline()
            ]
            .into()
        });
        let on_key = |press: &widget::Press<'_>| {
            let letter = press
                .typed()
                .and_then(|text| text.chars().next())
                .map(|c| c.to_ascii_uppercase());

            Move::from_press(press).map(Message::Moved).or_else(|| {
                let motive = BajaMotive::ALL
                    .into_iter()
                    .find(|motive| Some(record::motive_letter(*motive)) == letter)?;
                Some(Message::Chosen(motive))
            })
        };
        let motives = focusable(
            container(column(motives)).padding(1).style(style::offers),
            Some(Message::Confirmed),
        )
        .on_space(None)
        .on_key(on_key)
        .ring(Ring::Around(6.0))
        .id(MOTIVES);

        let said = if self.motive_missing {
            caption(crate::words::frame::MOTIVE_MISSING).style(style::problem)
        } else {
            caption(crate::words::frame::MOTIVE_HINT).style(style::muted)
        };
        let advice = self
            .advice
            .iter()
            .map(|advice| caption(movements::advice(*advice)).style(style::advice).into());

        let content = column![
            strong(self.name.as_str()),
            column(advice).spacing(4),
            caption(crate::words::frame::MOTIVE).style(style::muted),
            motives,
            said,
        ]
        .spacing(NEAR);

        dialog(crate::words::frame::BAJA_TITLE, content, Message::Closed)
            .note(crate::words::frame::baja_note(self.cut))
            .button(
                button(crate::words::frame::CANCEL, Message::Closed)
                    .key("Esc")
                    .tall(),
            )
            .button(
                button(crate::words::frame::BAJA_CONFIRM, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}
