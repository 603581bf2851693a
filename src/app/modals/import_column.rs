//! What a column of a sheet holds: all that can be, in one list.

use iced::widget::{column, container};
use iced::{Element, padding};

use super::Action;
use crate::app::theme::measure::{BAR, DIALOG_PADDING, ROW};
use crate::app::theme::{body, strong};
use crate::app::widget::focus::Ring;
use crate::app::widget::{self, Move, Press, button, dialog, focusable, pressable};
use crate::domain::import::Column;
use crate::domain::person_name::fold;
use crate::words::importing::columns as words;
use crate::words::{frame, import};

/// The id of the list.
pub const LIST: &str = "importar-contiene";

/// The dialog.
#[derive(Debug)]
pub struct ImportColumn {
    place: usize,
    named: String,
    /// 0 for a column that is not used, then all that there are.
    chosen: usize,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The arrows.
    Moved(Move),
    /// A letter.
    Typed(char),
    /// A line was pressed.
    Pressed(usize),
    /// Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl ImportColumn {
    /// Of the column at this place.
    pub fn new(place: usize, named: String, holds: Option<Column>) -> Self {
        let chosen = holds.and_then(|holds| Column::ALL.iter().position(|it| *it == holds));
        Self {
            place,
            named,
            chosen: chosen.map_or(0, |at| at + 1),
        }
    }

    fn holds(at: usize) -> Option<Column> {
        at.checked_sub(1).and_then(|at| Column::ALL.get(at)).copied()
    }

    fn word(at: usize) -> &'static str {
        Self::holds(at).map_or(import::NOT_USED, import::column)
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        let last = Column::ALL.len();
        match message {
            Message::Moved(to) => {
                self.chosen = match to {
                    Move::Up => self.chosen.saturating_sub(1),
                    Move::Down => (self.chosen + 1).min(last),
                    Move::PageUp => self.chosen.saturating_sub(8),
                    Move::PageDown => (self.chosen + 8).min(last),
                    Move::First => 0,
                    Move::Last => last,
                };
                Action::Run(widget::reveal())
            }
            Message::Typed(letter) => {
                let letter = fold(&letter.to_string());
                let places = (1..=last + 1).map(|by| (self.chosen + by) % (last + 1));
                let found = places
                    .into_iter()
                    .find(|at| fold(Self::word(*at)).starts_with(&letter));
                self.chosen = found.unwrap_or(self.chosen);
                Action::Run(widget::reveal())
            }
            Message::Pressed(at) => {
                self.chosen = at;
                self.update(Message::Confirmed)
            }
            Message::Confirmed => Action::SetColumn(self.place, Self::holds(self.chosen)),
            Message::Closed => Action::Close,
        }
    }

    /// What a key means that no widget used.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        let letter = press.typed()?.chars().next()?;
        letter.is_alphabetic().then_some(Message::Typed(letter))
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let lines = (0..=Column::ALL.len()).map(|at| {
            let chosen = at == self.chosen;
            let word = Self::word(at);
            let word = if chosen { strong(word) } else { body(word) };
            let line = container(word).padding(padding::left(DIALOG_PADDING - BAR));
            pressable(line, chosen, Message::Pressed(at)).height(ROW).into()
        });
        let list = focusable(column(lines), Some(Message::Confirmed))
            .on_key(|press| Move::from_press(press).map(Message::Moved))
            .ring(Ring::Row(self.chosen))
            .id(LIST);
        let title = format!("{} {}", words::CHOOSE, self.named);

        dialog(title, list, Message::Closed)
            .note(words::LETTERS)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(words::TAKE, Message::Confirmed)
                    .key("Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}
