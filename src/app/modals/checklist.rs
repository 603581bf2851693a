//! Enter on a row of the Lista de cotejo: whether it was handed in, when, and what stands beside it.

use chrono::NaiveDate;
use iced::widget::{column, container, row};
use iced::{Element, Length};

use super::Action;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::strong;
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{Field, Tone, block};
use crate::app::widget::{self, button, choice, dialog, field};
use crate::desk::accepted;
use crate::domain::checklist::{Answer, Remark, Requirement, Row};
use crate::domain::date::typed_date;
use crate::domain::ids::StudentId;
use crate::print::icon::Icon;
use crate::words::{checklist as words, dates, frame};

/// The id of the date.
pub const DATE: &str = "cotejo-fecha";
/// The id of the remark.
pub const REMARK: &str = "cotejo-observacion";
/// The id of the button that saves.
pub const SAVE: &str = "cotejo-guardar";

/// The dialog.
#[derive(Debug)]
pub struct Checklist {
    student: StudentId,
    name: String,
    requirement: Requirement,
    today: NaiveDate,
    delivered: bool,
    on: Field,
    remark: Field,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// S or N.
    DeliveredChosen(bool),
    /// The date was typed.
    DateTyped(String),
    /// The remark was typed.
    RemarkTyped(String),
    /// Enter in a field.
    Next,
    /// Guardar, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl Checklist {
    /// With what was written of the row, or what the record proves of it; else it is missing today.
    pub fn new(student: StudentId, name: String, row: &Row, today: NaiveDate) -> Self {
        let answer = match (&row.recorded, &row.proposal) {
            (Some(recorded), _) => recorded.answer.clone(),
            (None, Some(proposal)) => accepted(proposal),
            (None, None) => Answer {
                delivered: false,
                on: today,
                remark: None,
            },
        };
        let on = if answer.on == today {
            frame::TODAY.to_owned()
        } else {
            answer.on.format("%d/%m/%Y").to_string()
        };
        let mut dialog = Self {
            student,
            name,
            requirement: row.requirement,
            today,
            delivered: answer.delivered,
            on: Field::new(on),
            remark: Field::new(answer.remark.as_ref().map_or("", Remark::as_str)),
        };
        dialog.understand();
        dialog.weigh();
        dialog
    }

    /// Says what was understood of the date.
    fn understand(&mut self) {
        match typed_date(self.on.value(), self.today) {
            Ok(on) if on > self.today => self.on.say(Tone::Problem, words::in_future(on)),
            Ok(on) => self
                .on
                .say(Tone::Hint, format!("{} {}", dates::weekday(on), dates::long(on))),
            Err(fault) => self.on.say(Tone::Problem, dates::fault(&fault).text),
        }
    }

    /// Says whether the remark has room.
    fn weigh(&mut self) {
        match Remark::read(self.remark.value()) {
            Ok(_) => self.remark.say(Tone::Hint, words::REMARK_HINT),
            Err(fault) => self
                .remark
                .say(Tone::Problem, words::remark_too_long(fault.letters)),
        }
    }

    fn given_on(&self) -> Option<NaiveDate> {
        typed_date(self.on.value(), self.today)
            .ok()
            .filter(|on| *on <= self.today)
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::DeliveredChosen(delivered) => self.delivered = delivered,
            Message::DateTyped(text) => {
                self.on.type_in(text);
                self.understand();
            }
            Message::RemarkTyped(text) => {
                self.remark.type_in(text);
                self.weigh();
            }
            Message::Next => {
                return Action::Run(widget::move_focus(false, Some(dialog::ID.into())));
            }
            Message::Confirmed => return self.confirm(),
            Message::Closed => return Action::Close,
        }
        Action::None
    }

    fn confirm(&mut self) -> Action {
        let Some(on) = self.given_on() else {
            return Action::Run(widget::focus(DATE));
        };
        let Ok(remark) = Remark::read(self.remark.value()) else {
            return Action::Run(widget::focus(REMARK));
        };
        Action::AnswerRequirement(
            self.student,
            self.requirement,
            Answer {
                delivered: self.delivered,
                on,
                remark,
            },
        )
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let delivered = choice(
            [
                Choice::new(true, words::YES).icon(Icon::SquareCheck).key('S'),
                Choice::new(false, words::NO).icon(Icon::Square).key('N'),
            ],
            Some(self.delivered),
            Message::DeliveredChosen,
        );
        let content = column![
            strong(format!(
                "{}. {}",
                self.requirement.number(),
                words::requirement(self.requirement)
            )),
            row![
                container(block(words::DELIVERED, delivered, None, None)).width(Length::FillPortion(1)),
                container(
                    field(words::DATE, &self.on, Message::DateTyped)
                        .id(DATE)
                        .on_submit(Message::Next)
                )
                .width(Length::FillPortion(1)),
            ]
            .spacing(GAP),
            field(words::REMARK, &self.remark, Message::RemarkTyped)
                .id(REMARK)
                .on_submit(Message::Next),
        ]
        .spacing(NEAR);

        dialog(words::TITLE, content, Message::Closed)
            .note(self.name.as_str())
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
