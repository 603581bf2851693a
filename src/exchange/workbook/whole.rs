//! Readers that hold each sheet whole, as one rectangle of cells.

use std::io::{Read, Seek};

use calamine::{Reader, SheetType, SheetVisible};

use super::grid::{Growing, Room};
use super::{Grid, ReadFault};

/// The sheets of a workbook in their order.
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
