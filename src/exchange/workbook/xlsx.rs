//! Workbooks of Excel since 2007, cell by cell: a sheet that says it reaches XFD1048576 costs what it holds.

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::archive::Parts;
use super::grid::{Growing, Room};
use super::{Grid, ReadFault};

pub(super) fn read(parts: Parts) -> Result<Vec<Grid>, ReadFault> {
    refuse_boundless_strings(&parts)?;
    let mut book = Xlsx::new(Cursor::new(parts.stored()?)).map_err(|error| fault(&error))?;
    let sheets = book.sheets_metadata().to_vec();
    let mut room = Room::new();
    let mut grids = Vec::with_capacity(sheets.len());
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut cells = match book.worksheet_cells_reader(&sheet.name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(fault(&error)),
        };
        let hidden = sheet.visible != SheetVisible::Visible;
        let mut grid = Growing::new(&sheet.name, hidden, &mut room);
        loop {
            match cells.next_cell() {
                Ok(Some(cell)) => {
                    let (row, column) = cell.get_position();
                    grid.put(row, column, cell.get_value().into())?;
                }
                Ok(None) => break,
                // A fault that a newer Excel knows: the cell says nothing, the others say what they say.
                Err(XlsxError::CellError(_)) => {}
                Err(error) => return Err(fault(&error)),
            }
        }
        grids.push(grid.finish());
    }
    Ok(grids)
}

/// The reader makes room for as many shared strings as the file announces before it has seen one.
fn refuse_boundless_strings(parts: &Parts) -> Result<(), ReadFault> {
    for strings in parts.ending("sharedStrings.xml") {
        let announced = announced_strings(strings);
        if announced.is_some_and(|count| count > strings.len() as u64) {
            return Err(ReadFault::Damaged);
        }
    }
    Ok(())
}

fn announced_strings(part: &[u8]) -> Option<u64> {
    let key = b"uniqueCount=";
    let at = part.windows(key.len()).position(|window| window == key)?;
    let digits: String = part[at + key.len() + 1..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .map(|&byte| char::from(byte))
        .collect();
    // More digits than a number of 64 bits has are boundless too.
    Some(digits.parse().unwrap_or(u64::MAX))
}

fn fault(error: &XlsxError) -> ReadFault {
    match error {
        XlsxError::Password => ReadFault::PasswordProtected,
        _ => ReadFault::Damaged,
    }
}
