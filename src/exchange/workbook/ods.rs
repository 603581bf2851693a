//! Workbooks of LibreOffice.
//!
//! Their reader repeats a cell as often as the file says so, and holds the rectangle around all cells: a file of some
//! kilobytes can ask for more memory than there is. So the content is measured before it gets it.

use std::io::Cursor;

use calamine::{Ods, OdsError, Reader as _};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::Parts;
use super::grid::{LAST_COLUMN, LAST_ROW, Room, places_of};
use super::{Grid, ReadFault, whole};

pub(super) fn read(parts: Parts) -> Result<Vec<Grid>, ReadFault> {
    let content = parts.named("content.xml").ok_or(ReadFault::Damaged)?;
    let is_encrypted = parts
        .named("META-INF/manifest.xml")
        .is_some_and(|manifest| holds(manifest, b"encryption-data"));
    if is_encrypted {
        return Err(ReadFault::PasswordProtected);
    }
    measure(content)?;
    let book = Ods::new(Cursor::new(parts.stored()?)).map_err(|error| fault(&error))?;
    whole::grids(book)
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

fn fault(error: &OdsError) -> ReadFault {
    match error {
        OdsError::Password => ReadFault::PasswordProtected,
        OdsError::CellLimitExceeded { .. } => ReadFault::TooManyCells,
        _ => ReadFault::Damaged,
    }
}

/// Goes through the content once: it must be whole XML, and what it repeats must fit.
fn measure(content: &[u8]) -> Result<(), ReadFault> {
    let content = std::str::from_utf8(content).map_err(|_| ReadFault::Damaged)?;
    let mut reader = Reader::from_str(content);
    let mut measured = Measured::default();
    let mut room = Room::new();
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|_| ReadFault::Damaged)? {
            Event::Start(element) => {
                depth += 1;
                measured.opens(&element)?;
            }
            Event::Empty(element) => {
                measured.opens(&element)?;
                measured.closes(element.name().as_ref(), &mut room)?;
            }
            Event::End(element) => {
                depth = depth.checked_sub(1).ok_or(ReadFault::Damaged)?;
                measured.closes(element.name().as_ref(), &mut room)?;
            }
            Event::Text(text) => measured.text += text.len(),
            // Whoever reads on after the end of a broken file may read for ever.
            Event::Eof if depth > 0 => return Err(ReadFault::Damaged),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// What the reader will hold of the sheet that is being measured.
#[derive(Default)]
struct Measured {
    /// Rows before the present one, and the first of them that says something.
    rows: usize,
    first: Option<usize>,
    /// Columns up to the last cell that says something, in the widest row.
    width: usize,
    row: Row,
    cell: RepeatedCell,
    /// Letters in the present cell.
    text: usize,
}

#[derive(Default)]
struct Row {
    repeated: usize,
    columns: usize,
    made: usize,
    width: usize,
    /// Places that its texts take, repeated.
    places: usize,
}

#[derive(Default)]
struct RepeatedCell {
    repeated: usize,
    says_something: bool,
}

impl Measured {
    fn opens(&mut self, element: &BytesStart<'_>) -> Result<(), ReadFault> {
        match element.name().as_ref() {
            "table:table" => *self = Self::default(),
            "table:table-row" => {
                self.row = Row {
                    repeated: repeated(element, "table:number-rows-repeated")?.min(LAST_ROW as usize),
                    ..Row::default()
                };
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell = RepeatedCell {
                    repeated: repeated(element, "table:number-columns-repeated")?.min(LAST_COLUMN as usize),
                    says_something: says_something(element),
                };
                // Some values stand in attributes.
                self.text = element.len();
            }
            "text:s" => self.text = self.text.saturating_add(repeated(element, "text:c")?),
            _ => {}
        }
        Ok(())
    }

    fn closes(&mut self, name: &str, room: &mut Room) -> Result<(), ReadFault> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                let row = &mut self.row;
                // The reader makes the empty cells once it sees that others follow.
                row.made = row.columns;
                row.columns = row.columns.saturating_add(self.cell.repeated);
                if self.cell.says_something {
                    row.made = row.columns;
                    row.width = row.columns.min(LAST_COLUMN as usize);
                    let places = self.cell.repeated.saturating_mul(places_of(self.text) - 1);
                    row.places = row.places.saturating_add(places);
                }
            }
            "table:table-row" => {
                // Cells are held once as they come, and again in the rectangle.
                room.take(self.row.made.min(LAST_COLUMN as usize))?;
                if self.row.width > 0 {
                    self.first.get_or_insert(self.rows);
                    self.width = self.width.max(self.row.width);
                    room.take(self.row.places.saturating_mul(self.row.repeated))?;
                }
                self.rows = self.rows.saturating_add(self.row.repeated);
                if let Some(first) = self.first.filter(|_| self.row.width > 0) {
                    let held = (self.rows - first).saturating_mul(self.width);
                    Room::new().take(held)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn repeated(element: &BytesStart<'_>, name: &str) -> Result<usize, ReadFault> {
    let attribute = element.try_get_attribute(name).map_err(|_| ReadFault::Damaged)?;
    match attribute {
        Some(times) => times.value.parse().map_err(|_| ReadFault::Damaged),
        None => Ok(1),
    }
}

/// Whether the cell has a value or a formula; most cells have a style at most.
fn says_something(element: &BytesStart<'_>) -> bool {
    element.attributes().flatten().any(|attribute| {
        let key: &str = attribute.key.as_ref();
        key.starts_with("office:") || key == "table:formula" || key == "calcext:value-type"
    })
}
