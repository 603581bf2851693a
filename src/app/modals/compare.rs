//! Ctrl+D: people who may be one, side by side.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::Action;
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::{Press, button, dialog, hairline};
use crate::domain::alike::Traits;
use crate::domain::ids::StudentId;
use crate::print::icon::Icon;
use crate::words::{alike as words, frame, record};

/// The id of the button that closes it.
pub const CLOSE: &str = "cerrar-comparacion";

/// The widths of the labels and of what each row says of the two.
const LABEL: f32 = 96.0;
const VERDICT: f32 = 72.0;

/// The dialog.
#[derive(Debug)]
pub struct Compare {
    /// Whose record it is asked from; `None` for a form that was never saved.
    student: Option<StudentId>,
    mine: Traits,
    state: Option<String>,
    others: Vec<Other>,
    at: usize,
    labels: [String; 8],
    masked: bool,
    is_form: bool,
}

/// One of those who may be the same person.
#[derive(Debug, Clone)]
pub struct Other {
    /// The record.
    pub student: StudentId,
    /// What it says.
    pub traits: Traits,
    /// Its chip in words.
    pub state: String,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// D, or its button.
    DistinctPressed,
    /// The button that opens the other record.
    OpenPressed,
    /// Flecha derecha and flecha izquierda.
    Turned {
        /// Flecha izquierda.
        back: bool,
    },
    /// Esc, or the close button.
    Closed,
}

impl Compare {
    /// Of a record, whose chip is `state`, with these.
    pub fn of_record(
        student: StudentId,
        mine: Traits,
        state: String,
        others: Vec<Other>,
        identifier: &str,
        masked: bool,
    ) -> Self {
        Self {
            student: Some(student),
            mine,
            state: Some(state),
            others,
            at: 0,
            labels: words::labels(identifier),
            masked,
            is_form: false,
        }
    }

    /// Of a form with these; what is typed there stays readable.
    pub fn of_form(
        student: Option<StudentId>,
        mine: Traits,
        others: Vec<Other>,
        identifier: &str,
        masked: bool,
    ) -> Self {
        Self {
            student,
            mine,
            state: None,
            others,
            at: 0,
            labels: words::labels(identifier),
            masked,
            is_form: true,
        }
    }

    /// Shows the numbers of records by their last characters, or whole.
    pub fn mask(&mut self, masked: bool) {
        self.masked = masked;
    }

    /// This one was told apart: goes on with the next, and tells whether there is one.
    pub fn put_away(&mut self) -> bool {
        if self.at < self.others.len() {
            self.others.remove(self.at);
        }
        self.at = self.at.min(self.others.len().saturating_sub(1));
        !self.others.is_empty()
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        let Some(other) = self.others.get(self.at) else {
            return Action::Close;
        };
        match message {
            Message::DistinctPressed => Action::TellApart {
                one: self.student.filter(|_| !self.is_form),
                other: other.student,
                named: words::person(
                    &other.traits.name,
                    other.traits.identifier.as_deref().unwrap_or_default(),
                ),
            },
            Message::OpenPressed => Action::OpenRecord(other.student),
            Message::Turned { back } => {
                self.at = if back {
                    self.at.saturating_sub(1)
                } else {
                    (self.at + 1).min(self.others.len() - 1)
                };
                Action::None
            }
            Message::Closed => Action::Close,
        }
    }

    /// D tells them apart, the arrows go to the others; there is no field here to type in.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        use iced::keyboard::key::Named;

        if press.is(Named::ArrowRight) || press.is(Named::ArrowLeft) {
            let back = press.is(Named::ArrowLeft);
            return Some(Message::Turned { back });
        }
        (press.typed()?.to_lowercase() == "d").then_some(Message::DistinctPressed)
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let Some(other) = self.others.get(self.at) else {
            return column![].into();
        };
        let mine = words::cells(&self.mine, self.masked && !self.is_form);
        let theirs = words::cells(&other.traits, self.masked);
        // What is compared is the whole number, also where its end alone is shown.
        let (plain_mine, plain_theirs) = (
            words::cells(&self.mine, false),
            words::cells(&other.traits, false),
        );
        let rows = self.labels.iter().enumerate().map(|(at, label)| {
            let same = match (&plain_mine[at], &plain_theirs[at]) {
                (Some(mine), Some(theirs)) => Some(mine == theirs),
                _ => None,
            };
            line(label, mine[at].clone(), theirs[at].clone(), same)
        });
        let state = self.state.as_ref().map(|state| {
            line(
                record::STATE,
                Some(state.clone()),
                Some(other.state.clone()),
                None,
            )
        });
        let head = line_of(
            caption("").into(),
            caption(if self.is_form { words::UNSAVED } else { words::THIS })
                .style(style::muted)
                .into(),
            caption(words::OTHER).style(style::muted).into(),
            caption("").into(),
        );
        let several = (self.others.len() > 1).then(|| caption(words::HINT_SEVERAL).style(style::muted));
        let content = column![
            head,
            hairline(),
            column(rows),
            column![state],
            container(column![caption(words::HINT).style(style::muted), several]).padding(padding::top(NEAR)),
        ];

        dialog(
            words::title(self.at + 1, self.others.len()),
            content,
            Message::Closed,
        )
        .wide()
        .button(button(frame::CLOSE, Message::Closed).key("Esc").tall().id(CLOSE))
        .button(button(words::OPEN_OTHER, Message::OpenPressed).tall())
        .button(
            button(words::ARE_DISTINCT, Message::DistinctPressed)
                .icon(Icon::Users)
                .key("D")
                .primary()
                .tall(),
        )
        .into()
    }
}

/// A row of the comparison; `same` is `None` where one of them has nothing to compare.
fn line<'a>(
    label: &'a str,
    mine: Option<String>,
    theirs: Option<String>,
    same: Option<bool>,
) -> Element<'a, Message> {
    let missing = mine.is_none() != theirs.is_none();
    let cell = |text: Option<String>| -> Element<'a, Message> {
        let known = text.is_some();
        let text = text.unwrap_or_else(|| frame::EMPTY.to_owned());
        match same {
            Some(false) => strong(text).into(),
            _ if known => body(text).into(),
            _ => body(text).style(style::muted).into(),
        }
    };
    let verdict: Element<'a, Message> = match same {
        Some(true) => row![icon(Icon::CircleCheck, icons::SMALL), caption(words::SAME)]
            .spacing(4)
            .align_y(iced::Center)
            .into(),
        Some(false) => caption(words::DIFFERENT).style(style::advice).into(),
        None if missing => caption(words::UNKNOWN).style(style::muted).into(),
        None => caption("").into(),
    };
    column![
        line_of(
            caption(label).style(style::muted).into(),
            cell(mine),
            cell(theirs),
            verdict
        ),
        hairline()
    ]
    .into()
}

fn line_of<'a>(
    label: Element<'a, Message>,
    mine: Element<'a, Message>,
    theirs: Element<'a, Message>,
    verdict: Element<'a, Message>,
) -> Element<'a, Message> {
    row![
        container(label).width(LABEL),
        container(mine).width(Length::Fill),
        container(theirs).width(Length::Fill),
        container(verdict).width(VERDICT),
    ]
    .spacing(GAP)
    .align_y(iced::Center)
    .padding(padding::vertical(5))
    .into()
}
