//! The capture of an envío: its movements are typed by hand into IMSS' own page, field by field, and this is where one is.
//!
//! The page is not public, so that its order of fields is the office's to say: see [`FieldOrder`]. What a field holds comes
//! from the closed cut, which never changes.

mod fields;

use std::fmt;

use chrono::NaiveDate;

use super::dispatch::DispatchLine;
use super::movement::MovementKind;
use super::person_name::PersonName;

pub use fields::{CaptureField, DateForm, FieldFault, FieldOrder};

/// The rows of an envío with the place that the clerk has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    rows: Vec<CaptureRow>,
    /// As many as there are rows: past the last of them, where everything is captured.
    at: usize,
    place: Place,
}

/// A movement as the page asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaptureRow {
    /// Its place in the envío, from 1 on.
    pub number: u32,
    /// Whose it is.
    pub name: PersonName,
    /// The identifier.
    pub identifier: String,
    /// What is typed, in the page's order.
    pub fields: Vec<FieldText>,
    /// Whether it has been captured.
    pub is_captured: bool,
}

/// A field of the page with what goes into it. Its `Debug` tells no text: no NSS and no CURP comes into a log.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldText {
    /// Which.
    pub field: CaptureField,
    /// What is typed; empty where there is nothing to type, and then nobody stops at it.
    pub text: String,
}

impl fmt::Debug for FieldText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}({} letters)", self.field, self.text.chars().count())
    }
}

/// Where in a row one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the field with this index; it is on the clipboard.
    Field(usize),
    /// Past the last field: the page has it all.
    Done,
}

/// The place that is kept, so that a capture goes on there another day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bookmark {
    /// The number of the row.
    pub row: u32,
    /// The index of the field and which it is; none past the last one.
    pub field: Option<(usize, CaptureField)>,
}

/// How the office captures: which fields in which order, and how a date is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaptureStyle {
    /// The fields.
    pub order: FieldOrder,
    /// The date.
    pub date: DateForm,
}

impl CaptureRow {
    /// A line of an envío whose movements bear the day `on`.
    pub fn of(line: &DispatchLine, kind: MovementKind, on: NaiveDate, style: &CaptureStyle) -> Self {
        let text = |field: CaptureField| match field {
            CaptureField::Nss => line.nss.clone(),
            CaptureField::Curp => line.curp.clone().unwrap_or_default(),
            CaptureField::FirstSurname => line.imss.first_surname.clone(),
            CaptureField::SecondSurname => line.imss.second_surname.clone(),
            CaptureField::Given => line.imss.given.clone(),
            CaptureField::Umf => line.umf.clone().unwrap_or_default(),
            CaptureField::Date => style.date.write(on),
            CaptureField::WorkerKey => line.identifier.clone(),
        };
        Self {
            number: line.number,
            name: line.name.clone(),
            identifier: line.identifier.clone(),
            fields: style
                .order
                .fields()
                .iter()
                .copied()
                .filter(|field| field.belongs_to(kind))
                .map(|field| FieldText {
                    field,
                    text: text(field),
                })
                .collect(),
            is_captured: false,
        }
    }

    /// The place that was kept. Where the office has put the fields in another order since, the row begins anew.
    fn place_kept(&self, index: usize, field: CaptureField) -> Place {
        let held = self.fields.get(index);
        if held.is_some_and(|it| it.field == field && !it.text.is_empty()) {
            Place::Field(index)
        } else {
            self.next_from(0)
        }
    }

    fn next_from(&self, index: usize) -> Place {
        let next = self
            .fields
            .iter()
            .enumerate()
            .skip(index)
            .find(|(_, it)| !it.text.is_empty());
        next.map_or(Place::Done, |(index, _)| Place::Field(index))
    }

    fn last_before(&self, index: usize) -> Option<Place> {
        let mut before = self.fields.iter().take(index);
        before.rposition(|it| !it.text.is_empty()).map(Place::Field)
    }
}

impl Capture {
    /// From the beginning: at the first field of the first row.
    pub fn new(rows: Vec<CaptureRow>) -> Self {
        let mut capture = Self {
            rows,
            at: 0,
            place: Place::Done,
        };
        capture.go_to_open(0);
        capture
    }

    /// Goes on where it was left: these rows are captured, and the place is kept if its row and its field are there still.
    #[must_use]
    pub fn resume(mut self, captured: &[u32], bookmark: Option<Bookmark>) -> Self {
        for row in &mut self.rows {
            row.is_captured = captured.contains(&row.number);
        }
        let kept = bookmark.and_then(|kept| {
            let at = self.rows.iter().position(|row| row.number == kept.row)?;
            Some((at, kept.field))
        });
        match kept {
            _ if self.is_complete() => self.at = self.rows.len(),
            Some((at, field)) => {
                self.at = at;
                self.place = match field {
                    None => Place::Done,
                    Some((index, field)) => self.rows[at].place_kept(index, field),
                };
            }
            None => self.go_to_open(0),
        }
        self
    }

    /// The place to be kept; none past the last row.
    pub fn bookmark(&self) -> Option<Bookmark> {
        let row = self.row()?;
        Some(Bookmark {
            row: row.number,
            field: match self.place {
                Place::Field(index) => row.fields.get(index).map(|it| (index, it.field)),
                Place::Done => None,
            },
        })
    }

    /// Every row, in the order of the envío.
    pub fn rows(&self) -> &[CaptureRow] {
        &self.rows
    }

    /// The row at which one is; none past the last, once everything is captured.
    pub fn row(&self) -> Option<&CaptureRow> {
        self.rows.get(self.at)
    }

    /// The index of that row.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Where in it.
    pub fn place(&self) -> Place {
        self.place
    }

    /// What belongs on the clipboard; nothing past the last field of a row, so that none is pasted twice.
    pub fn on_clipboard(&self) -> Option<&FieldText> {
        match self.place {
            Place::Field(index) => self.row()?.fields.get(index),
            Place::Done => None,
        }
    }

    /// How many rows are captured.
    pub fn captured(&self) -> usize {
        self.rows.iter().filter(|row| row.is_captured).count()
    }

    /// Whether all of them are.
    pub fn is_complete(&self) -> bool {
        self.rows.iter().all(|row| row.is_captured)
    }

    /// The rows that come after this one and wait still.
    pub fn ahead(&self) -> impl Iterator<Item = &CaptureRow> {
        self.rows.iter().skip(self.at + 1).filter(|row| !row.is_captured)
    }

    /// To the next field that holds something; past the last one the row is done.
    pub fn next_field(&mut self) {
        if let (Place::Field(index), Some(row)) = (self.place, self.row()) {
            self.place = row.next_from(index + 1);
        }
    }

    /// To the field before that holds something; the first one stays.
    pub fn previous_field(&mut self) {
        let Some(row) = self.row() else { return };
        let index = match self.place {
            Place::Field(index) => index,
            Place::Done => row.fields.len(),
        };
        self.place = row.last_before(index).unwrap_or(self.place);
    }

    /// To the field with this index, if there is something to type in it.
    pub fn go_to_field(&mut self, index: usize) {
        let held = self.row().and_then(|row| row.fields.get(index));
        if held.is_some_and(|it| !it.text.is_empty()) {
            self.place = Place::Field(index);
        }
    }

    /// Back to a place of this row at which one was before.
    pub fn return_to(&mut self, place: Place) {
        match place {
            Place::Field(index) => self.go_to_field(index),
            Place::Done => self.place = Place::Done,
        }
    }

    /// To the beginning of the row below. Past the last one only where everything is captured.
    pub fn next_row(&mut self) {
        let last = self.rows.len().saturating_sub(1);
        let end = if self.is_complete() { self.rows.len() } else { last };
        self.go_to_row((self.at + 1).min(end));
    }

    /// To the beginning of the row above.
    pub fn previous_row(&mut self) {
        self.go_to_row(self.at.saturating_sub(1));
    }

    /// The row is captured, and the next one that waits begins: one below, or else the first one that was passed over.
    /// Tells its number, if it was not captured before.
    pub fn capture_row(&mut self) -> Option<u32> {
        let at = self.at;
        let row = self.rows.get_mut(at)?;
        let is_new = !std::mem::replace(&mut row.is_captured, true);
        let number = row.number;
        self.go_to_open(at + 1);
        is_new.then_some(number)
    }

    /// The row is not captured after all. Tells its number, if it was.
    pub fn release_row(&mut self) -> Option<u32> {
        let row = self.rows.get_mut(self.at)?;
        let number = row.number;
        if !std::mem::replace(&mut row.is_captured, false) {
            return None;
        }
        self.go_to_row(self.at);
        Some(number)
    }

    /// To the first row from `at` on that waits, or the first of all that does, or past the last.
    fn go_to_open(&mut self, at: usize) {
        let waits = |(_, row): &(usize, &CaptureRow)| !row.is_captured;
        let rows = || self.rows.iter().enumerate();
        let open = rows().skip(at).find(waits).or_else(|| rows().find(waits));
        self.go_to_row(open.map_or(self.rows.len(), |(index, _)| index));
    }

    fn go_to_row(&mut self, at: usize) {
        self.at = at;
        self.place = self.row().map_or(Place::Done, |row| row.next_from(0));
    }
}

#[cfg(test)]
mod tests;
