//! One datum changed in many records, with every difference shown before it is saved: the preview is the plan.

use iced::widget::{column, container, row};
use iced::{Element, Length};

use super::Action;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{Field, Tone};
use crate::app::widget::{self, button, choice, dialog, field, hairline, scroll};
use crate::desk::ChangePlan;
use crate::domain::bulk::{BulkChange, Datum};
use crate::domain::ids::StudentId;
use crate::words::{bulk as words, frame, marked};

/// The id of the data to choose from.
pub const DATUM: &str = "cambio-dato";
/// The id of the new value.
pub const VALUE: &str = "cambio-valor";
/// The id of the button that saves.
pub const SAVE: &str = "cambio-guardar";
/// How many differences are drawn; the others are counted. Nobody reads on, and a list of thousands is slow.
const SHOWN: usize = 200;
const PREVIEW: f32 = 220.0;

/// The dialog.
#[derive(Debug)]
pub struct Change {
    students: Vec<StudentId>,
    datum: Datum,
    value: Field,
    plan: Option<ChangePlan>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A datum was chosen.
    DatumChosen(Datum),
    /// The new value was typed.
    Typed(String),
    /// Enter in the value.
    Next,
    /// Guardar, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl Change {
    /// For these students.
    pub fn new(students: Vec<StudentId>) -> Self {
        let mut dialog = Self {
            students,
            datum: Datum::Semester,
            value: Field::default(),
            plan: None,
        };
        dialog.change();
        dialog
    }

    /// The change that is asked for, as far as it is understood.
    fn change(&mut self) -> Option<BulkChange> {
        if self.value.is_empty() {
            self.value.say(Tone::Hint, words::hint(self.datum));
            return None;
        }
        let read = words::read(self.datum, self.value.value());
        match &read {
            Some(_) => self.value.said = None,
            None => self.value.say(Tone::Problem, words::not_understood(self.datum)),
        }
        read
    }

    /// Asks for the differences anew.
    fn ask(&mut self) -> Action {
        match self.change() {
            Some(change) => Action::PlanChange(self.students.clone(), change),
            None => {
                self.plan = None;
                Action::None
            }
        }
    }

    /// The differences are these now.
    pub fn planned(&mut self, plan: ChangePlan) {
        self.plan = Some(plan);
    }

    /// Says why nothing was saved.
    pub fn refuse(&mut self, said: String) {
        self.value.say(Tone::Problem, said);
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::DatumChosen(datum) => {
                self.datum = datum;
                self.value = Field::default();
                self.ask()
            }
            Message::Typed(text) => {
                self.value.type_in(text);
                self.ask()
            }
            Message::Next => Action::Run(widget::focus(SAVE)),
            Message::Confirmed => match &self.plan {
                Some(plan) if !plan.differences.is_empty() => Action::ApplyChange(Box::new(plan.clone())),
                Some(_) => {
                    self.value.say(Tone::Advice, words::NOTHING_TO_CHANGE);
                    Action::None
                }
                None => {
                    self.change();
                    Action::Run(widget::focus(VALUE))
                }
            },
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let data = Datum::ALL.map(|datum| Choice::new(datum, words::datum(datum)));
        let preview = self.plan.as_ref().map(|plan| {
            let lines = plan.differences.iter().take(SHOWN).map(|difference| {
                column![
                    row![
                        container(body(difference.before.name.formal())).width(Length::Fill),
                        caption(words::from_to(
                            &plan.change,
                            &difference.before,
                            &difference.after
                        ))
                        .style(style::muted),
                    ]
                    .spacing(GAP)
                    .align_y(iced::Center)
                    .padding([5.0, 0.0]),
                    hairline()
                ]
                .into()
            });
            let more = plan.differences.len().saturating_sub(SHOWN);
            column![
                strong(words::summary(plan.differences.len(), plan.unchanged())),
                container(scroll(column(lines))).max_height(PREVIEW),
                row![(more > 0).then(|| caption(marked::and_more(more)).style(style::muted))],
            ]
            .spacing(NEAR)
        });
        let content = column![
            strong(marked::persons(self.students.len())),
            choice(data, Some(self.datum), Message::DatumChosen).id(DATUM),
            field(words::NEW_VALUE, &self.value, Message::Typed)
                .id(VALUE)
                .on_submit(Message::Next),
            column![preview],
        ]
        .spacing(GAP);

        dialog(frame::CHANGE_MANY, content, Message::Closed)
            .note(words::NOTE)
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
