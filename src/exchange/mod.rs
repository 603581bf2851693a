//! Spreadsheets: lists that leave the program as files that other programs open, and the lists of others that come in;
//! and the files of IMSS, whose layout is data.
//!
//! A sheet is text cells under one row of heads; what the cells say is the desk's business. Whatever is written here
//! can be read back by Excel, LibreOffice and this program without a digit or an accent lost.

pub mod answers;
pub mod columns;
pub mod csv;
mod headers;
pub mod layout;
pub mod records;
pub mod rejections;
pub mod template;
pub mod workbook;
pub mod xlsx;

/// A table of text cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What stands above each column.
    pub head: Vec<String>,
    /// The rows, with as many cells each as there are heads.
    pub rows: Vec<Vec<String>>,
}

/// Why a sheet could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// A row has more or fewer cells than there are heads.
    #[error("a row has more or fewer cells than there are heads")]
    Uneven,
    /// The writer of CSV gave up.
    #[error("the sheet can't be written: {0}")]
    Csv(#[from] ::csv::Error),
    /// The writer of XLSX gave up: more rows or columns than a sheet holds.
    #[error("the sheet can't be written: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
}
