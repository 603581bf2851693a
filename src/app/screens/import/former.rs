//! The sheets that were imported before, each of which can be taken back.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::{FORMER, Message};
use crate::app::theme::measure::{BAR, FOOT, GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Move, focusable, hairline, name, pressable, scroll};
use crate::desk::{Desk, Refusal};
use crate::store::ImportRow;
use crate::words::importing::former as words;
use crate::words::{dates, import_undo};

/// So many are listed; the console has the rest.
const MOST: usize = 30;
/// An import, with its two lines.
const ROW: f32 = 56.0;

/// The imports that stand, the newest first.
#[derive(Debug, Default)]
pub struct Former {
    rows: Vec<ImportRow>,
    chosen: usize,
}

impl Former {
    /// Those of the register.
    ///
    /// # Errors
    /// The file's faults.
    pub fn of(desk: &Desk) -> Result<Self, Refusal> {
        Ok(Self {
            rows: desk.imports(MOST)?,
            chosen: 0,
        })
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The chosen one.
    pub fn chosen(&self) -> Option<&ImportRow> {
        self.rows.get(self.chosen)
    }

    /// Chooses one.
    pub fn select(&mut self, at: usize) {
        self.chosen = at.min(self.rows.len().saturating_sub(1));
    }

    /// The arrows.
    pub fn go(&mut self, to: Move) {
        let last = self.rows.len().saturating_sub(1);
        self.chosen = match to {
            Move::Up => self.chosen.saturating_sub(1),
            Move::Down => (self.chosen + 1).min(last),
            Move::First | Move::PageUp => 0,
            Move::Last | Move::PageDown => last,
        };
    }

    /// Draws them.
    pub fn view(&self) -> Element<'_, Message> {
        let head = container(strong(words::TITLE)).padding([NEAR + 2.0, PADDING]);
        if self.rows.is_empty() {
            let none = container(body(words::NONE).style(style::muted)).padding(PADDING);
            return column![head, hairline(), none].into();
        }
        let lines = self.rows.iter().enumerate().map(|(at, import)| {
            let chosen = at == self.chosen;
            let entry = &import.entry;
            let source = import_undo::source(&entry.source, entry.sheet.as_deref());
            let counts = import_undo::counts(entry.added, entry.changed, entry.queued);
            let told = format!("{} · {counts} · {}", dates::moment_year(entry.at), entry.by);
            let line = container(column![name(source, chosen), caption(told).style(style::muted)])
                .padding(padding::left(PADDING - BAR).right(PADDING))
                .width(Length::Fill);
            pressable(line, chosen, Message::FormerSelected(at))
                .height(ROW)
                .into()
        });
        let lines = focusable(column(lines), Some(Message::UndoFormerPressed))
            .on_key(|press| Move::from_press(press).map(Message::FormerMoved))
            .ring(Ring::Row(self.chosen))
            .id(FORMER);
        let foot = row![
            container(caption(words::KEYS).style(style::muted)).width(Length::Fill),
            crate::app::widget::button(words::UNDO, Message::UndoFormerPressed)
                .key("Supr")
                .quiet(),
        ]
        .spacing(GAP)
        .align_y(iced::Center);

        column![
            head,
            hairline(),
            scroll(lines).height(Length::Fill),
            hairline(),
            container(foot)
                .padding([0.0, PADDING])
                .height(FOOT + NEAR)
                .align_y(iced::Center),
        ]
        .into()
    }
}
