//! A row of a sheet, to be corrected where it stands in doubt. The file does not change.

use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::theme::{caption, style};
use crate::app::widget::{self, Field, button, dialog, field};
use crate::domain::import::Column;
use crate::words::importing::correct as words;
use crate::words::{frame, import};

/// The id of the first cell.
pub const FIRST: &str = "importar-celda-0";
/// The id of the button that keeps it.
pub const SAVE: &str = "importar-renglon-guardar";

/// The dialog.
#[derive(Debug)]
pub struct ImportRow {
    row: u32,
    name: String,
    cells: Vec<Cell>,
}

#[derive(Debug)]
struct Cell {
    column: Column,
    was: String,
    now: Field,
    id: String,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A cell was written anew.
    Typed(usize, String),
    /// Enter in a cell.
    Next(usize),
    /// Guardar, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl ImportRow {
    /// Row `row` of the sheet, of this person, with these cells.
    pub fn new(row: u32, name: String, cells: Vec<(Column, String)>) -> Self {
        let cells = cells.into_iter().enumerate();
        Self {
            row,
            name,
            cells: cells
                .map(|(at, (column, text))| Cell {
                    column,
                    now: Field::new(text.clone()),
                    was: text,
                    id: format!("importar-celda-{at}"),
                })
                .collect(),
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(at, text) => {
                if let Some(cell) = self.cells.get_mut(at) {
                    cell.now.type_in(text);
                }
                Action::None
            }
            Message::Next(at) => Action::Run(match self.cells.get(at + 1) {
                Some(cell) => widget::focus(cell.id.clone()),
                None => widget::focus(SAVE),
            }),
            Message::Confirmed => {
                let changed = self
                    .cells
                    .iter()
                    .filter(|cell| cell.now.value() != cell.was.trim());
                let changed = changed
                    .map(|cell| (cell.column, cell.now.value().to_owned()))
                    .collect();
                Action::WriteCells(self.row, changed)
            }
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let cells = self.cells.iter().enumerate().map(|(at, cell)| {
            field(import::column(cell.column), &cell.now, move |text| {
                Message::Typed(at, text)
            })
            .on_submit(Message::Next(at))
            .id(cell.id.clone())
            .into()
        });
        let content = column![column(cells), caption(words::NOTE).style(style::muted)];

        dialog(words::title(self.row, &self.name), content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(words::SAVE, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall()
                    .id(SAVE),
            )
            .into()
    }
}
