//! Workbooks of LibreOffice.

use std::io::Cursor;

use calamine::{Ods, OdsError, Reader};

use super::archive::Parts;
use super::{Grid, ReadFault};

pub(super) fn read(parts: Parts) -> Result<Vec<Grid>, ReadFault> {
    let book = Ods::new(Cursor::new(parts.stored()?)).map_err(|error| fault(&error))?;
    super::xls::grids(book)
}

fn fault(error: &OdsError) -> ReadFault {
    match error {
        OdsError::Password => ReadFault::PasswordProtected,
        OdsError::CellLimitExceeded { .. } => ReadFault::TooManyCells,
        _ => ReadFault::Damaged,
    }
}
