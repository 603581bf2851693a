//! Workbooks of Excel before 2007, and what else comes in a compound file of Microsoft.
//!
//! Their reader follows the chains of a compound file wherever they lead, and holds the rectangle around all cells. So
//! it gets a fresh compound file with the records of the workbook only, and those are measured first.

use std::io::{Cursor, Read, Write};

use calamine::{Reader as _, Xls, XlsError};
use cfb::{CompoundFile, Version};

use super::grid::Room;
use super::{Contents, Format, ReadFault, whole};

/// The records that matter here, as [MS-XLS] numbers them.
mod record {
    pub(super) const END: u16 = 0x000A;
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const FILE_PASS: u16 = 0x002F;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const MUL_RK: u16 = 0x00BD;
    pub(super) const R_STRING: u16 = 0x00D6;
    pub(super) const LABEL_SST: u16 = 0x00FD;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const LABEL: u16 = 0x0204;
    pub(super) const BOOL_OR_FAULT: u16 = 0x0205;
    pub(super) const RK: u16 = 0x027E;
    pub(super) const BEGIN: u16 = 0x0809;
}

/// The most rows and columns that such a sheet can have.
const ROWS: usize = 65_536;
const COLUMNS: usize = 256;

pub(super) fn read(bytes: &[u8]) -> Result<Contents, ReadFault> {
    let damaged = |_| ReadFault::Damaged;
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    // So is a workbook of any kind packed that has a password.
    if file.is_stream("/EncryptedPackage") {
        return Err(ReadFault::PasswordProtected);
    }
    let names = ["/Workbook", "/Book"];
    let name = names.into_iter().find(|&name| file.is_stream(name));
    let name = name.ok_or(ReadFault::NotASheet)?;
    let mut stream = file.open_stream(name).map_err(damaged)?;
    if stream.len() > bytes.len() as u64 {
        return Err(ReadFault::Damaged);
    }
    let mut records = Vec::new();
    stream.read_to_end(&mut records).map_err(damaged)?;
    measure(&records)?;
    let fresh = compound(name, &records).map_err(damaged)?;
    let book = Xls::new(Cursor::new(fresh)).map_err(|error| fault(&error))?;
    Ok(Contents::of_sheets(Format::Xls, whole::grids(book)?))
}

fn compound(name: &str, records: &[u8]) -> std::io::Result<Vec<u8>> {
    // Small sectors: in large ones the reader does not find what is shorter than a sector.
    let mut file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new()))?;
    file.create_stream(name)?.write_all(records)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

fn fault(error: &XlsError) -> ReadFault {
    match error {
        XlsError::Password => ReadFault::PasswordProtected,
        _ => ReadFault::Damaged,
    }
}

/// Refuses sheets whose rectangle has too many cells, or that announce one which cannot be.
fn measure(stream: &[u8]) -> Result<(), ReadFault> {
    for (kind, data) in Records(stream) {
        match kind {
            record::END => break,
            // From here on all data are scrambled.
            record::FILE_PASS => return Err(ReadFault::PasswordProtected),
            record::BOUND_SHEET => {
                let at = number(data, 0).zip(number(data, 2));
                let (low, high) = at.ok_or(ReadFault::Damaged)?;
                let sheet = stream.get(low | high << 16..).ok_or(ReadFault::Damaged)?;
                measure_sheet(sheet)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn measure_sheet(stream: &[u8]) -> Result<(), ReadFault> {
    let mut depth = 0usize;
    let mut held = Rectangle::default();
    for (kind, data) in Records(stream) {
        match kind {
            record::BEGIN => depth += 1,
            record::END if depth <= 1 => break,
            record::END => depth -= 1,
            record::DIMENSIONS => {
                let (rows, columns) = announced(data).ok_or(ReadFault::Damaged)?;
                if rows > ROWS || columns > COLUMNS {
                    return Err(ReadFault::Damaged);
                }
            }
            record::MUL_RK => {
                let last = data.len().checked_sub(2).and_then(|at| number(data, at));
                held.reach(number(data, 0), number(data, 2));
                held.reach(number(data, 0), last);
            }
            record::FORMULA
            | record::R_STRING
            | record::LABEL_SST
            | record::NUMBER
            | record::LABEL
            | record::BOOL_OR_FAULT
            | record::RK => held.reach(number(data, 0), number(data, 2)),
            _ => {}
        }
    }
    Room::new().take(held.cells())
}

/// How many rows and columns a sheet says that it has.
fn announced(data: &[u8]) -> Option<(usize, usize)> {
    let long = |at| Some(number(data, at)? | number(data, at + 2)? << 16);
    // Excel 5 counted rows in two bytes.
    let (first, end, left, right) = if data.len() < 14 {
        (
            number(data, 0)?,
            number(data, 2)?,
            number(data, 4)?,
            number(data, 6)?,
        )
    } else {
        (long(0)?, long(4)?, number(data, 8)?, number(data, 10)?)
    };
    // Some programs write the columns the wrong way round; the reader takes them from the first one then.
    let left = if left > 0xFF || right < left { 0 } else { left };
    Some((end.saturating_sub(first), right.saturating_sub(left)))
}

/// The number in two bytes of a record.
fn number(data: &[u8], at: usize) -> Option<usize> {
    let bytes = data.get(at..at + 2)?;
    Some(usize::from(bytes[0]) | usize::from(bytes[1]) << 8)
}

/// The rectangle around the cells of a sheet.
#[derive(Default)]
struct Rectangle {
    corners: Option<((usize, usize), (usize, usize))>,
}

impl Rectangle {
    fn reach(&mut self, row: Option<usize>, column: Option<usize>) {
        let Some((row, column)) = row.zip(column) else {
            return;
        };
        let ((top, left), (bottom, right)) = self.corners.unwrap_or(((row, column), (row, column)));
        let first = (top.min(row), left.min(column));
        self.corners = Some((first, (bottom.max(row), right.max(column))));
    }

    fn cells(&self) -> usize {
        let sides = |((top, left), (bottom, right))| (bottom - top + 1) * (right - left + 1);
        self.corners.map_or(0, sides)
    }
}

/// The records of a workbook: two bytes of kind, two of length, and what it holds.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (head, rest) = self.0.split_at_checked(4)?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let (data, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((kind, data))
    }
}
