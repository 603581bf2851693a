//! Spreadsheets: lists that leave the program as files that other programs open, and the lists of others that come in.
//!
//! A sheet is text cells under one row of heads; what the cells say is the desk's business. Whatever is written here
//! can be read back by Excel, LibreOffice and this program without a digit or an accent lost.

pub mod columns;
pub mod csv;
pub mod workbook;

/// A table of text cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What stands above each column.
    pub head: Vec<String>,
    /// The rows, with as many cells each as there are heads.
    pub rows: Vec<Vec<String>>,
}
