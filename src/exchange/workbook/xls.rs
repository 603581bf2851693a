//! Workbooks of Excel before 2007, and what else comes in a compound file of Microsoft.

use std::io::{Cursor, Read, Seek};

use calamine::{Reader, SheetType, SheetVisible, Xls, XlsError};

use super::grid::{Growing, Room};
use super::{Contents, Format, Grid, ReadFault};

pub(super) fn read(bytes: &[u8]) -> Result<Contents, ReadFault> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| ReadFault::Damaged)?;
    // So is a workbook of any kind packed that has a password.
    if file.is_stream("/EncryptedPackage") {
        return Err(ReadFault::PasswordProtected);
    }
    let Some(stream) = ["/Workbook", "/Book"]
        .into_iter()
        .find(|&name| file.is_stream(name))
    else {
        return Err(ReadFault::NotASheet);
    };
    let mut records = Vec::new();
    file.open_stream(stream)
        .and_then(|mut stream| stream.read_to_end(&mut records))
        .map_err(|_| ReadFault::Damaged)?;
    let book = Xls::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    Ok(Contents::of_sheets(Format::Xls, grids(book)?))
}

/// The sheets of a workbook whose reader keeps them whole.
pub(super) fn grids<R: Read + Seek, B: Reader<R>>(mut book: B) -> Result<Vec<Grid>, ReadFault> {
    let mut room = Room::new();
    let mut grids = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let Ok(range) = book.worksheet_range(&sheet.name) else {
            return Err(ReadFault::Damaged);
        };
        let hidden = sheet.visible != SheetVisible::Visible;
        let mut grid = Growing::new(&sheet.name, hidden, &mut room);
        let (top, left) = range.start().unwrap_or_default();
        for (row, cells) in (top..).zip(range.rows()) {
            for (column, cell) in (left..).zip(cells) {
                grid.put(row, column, cell.into())?;
            }
        }
        grids.push(grid.finish());
    }
    Ok(grids)
}

fn fault(error: &XlsError) -> ReadFault {
    match error {
        XlsError::Password => ReadFault::PasswordProtected,
        _ => ReadFault::Damaged,
    }
}
