//! A row of a sheet, to be corrected where it stands in doubt. The file does not change.

use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::Action;
use crate::app::theme::measure::{GAP, PADDING};
use crate::app::theme::{caption, strong, style};
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
    /// The name of the doubt, and what it is about.
    why: Option<(&'static str, String)>,
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
    /// Row `row` of the sheet, of this person, with these cells, and why it waits.
    pub fn new(
        row: u32,
        name: String,
        cells: Vec<(Column, String)>,
        why: Option<(&'static str, String)>,
    ) -> Self {
        let cells = cells.into_iter().enumerate();
        Self {
            row,
            name,
            why,
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
        let mut cells = self
            .cells
            .iter()
            .enumerate()
            .map(|(at, cell)| -> Element<'_, Message> {
                field(import::column(cell.column), &cell.now, move |text| {
                    Message::Typed(at, text)
                })
                .on_submit(Message::Next(at))
                .id(cell.id.clone())
                .into()
            });
        // Two side by side, in the order in which Enter goes through them.
        let mut lines = Vec::with_capacity(self.cells.len().div_ceil(2));
        while let Some(left) = cells.next() {
            let right = cells.next().unwrap_or_else(|| space().width(Length::Fill).into());
            lines.push(row![left, right].spacing(PADDING).into());
        }
        let why = self.why.as_ref().map(|why| {
            container(column![
                strong(why.0),
                caption(why.1.as_str()).style(style::advice)
            ])
            .padding(padding::bottom(GAP))
        });
        let content = column![why, column(lines), caption(words::NOTE).style(style::muted)];

        dialog(words::title(self.row, &self.name), content, Message::Closed)
            .wide()
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
