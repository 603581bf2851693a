//! Reading: a spreadsheet, a text file of columns or copied cells become sheets of text cells, each with its place.
//!
//! The content decides what a file is, whatever it is called. What a cell means is for others to say: here a number is
//! its digits, a date is ISO, and nothing is tidied, so that a doubt about a cell can still be shown as it stood.

mod archive;
mod caught;
mod cell;
mod grid;
mod ods;
mod text;
mod whole;
mod xls;
mod xlsx;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

pub use archive::{DECLARED_LIMIT, RATIO_LIMIT};
pub use caught::a_reader_may_panic;
pub use grid::{CELL_LIMIT, Grid};

/// The largest file that is read, in bytes. A form of 100,000 answers takes some 15 MB.
pub const FILE_LIMIT: u64 = 64 << 20;

/// What a cell was in its file; every cell is read as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellKind {
    /// Nothing.
    #[default]
    Empty,
    /// Text, as it stands; also a truth value («VERDADERO», «FALSO»), an hour and a lapse («10:42:05»).
    Text,
    /// A number of a sheet: its digits if it is an integer below 10¹⁵ («48190600428»), its shortest decimal otherwise.
    Number,
    /// A cell formatted as a date: «2004-03-15», or «2004-03-15 10:42:05» if it has an hour.
    Date,
    /// What a formula shows when it has failed: «#N/A», «#REF!».
    Fault,
}

/// A cell: what it says, and what it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// What it says; empty only if the kind is [`CellKind::Empty`].
    pub text: String,
    /// What it was in its file.
    pub kind: CellKind,
}

/// What a workbook was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Excel since 2007 (.xlsx, .xlsm).
    Xlsx,
    /// Excel before 2007 (.xls).
    Xls,
    /// LibreOffice (.ods).
    Ods,
    /// Text in columns (.csv, .tsv, .txt).
    Csv,
    /// Cells copied from a spreadsheet.
    Pasted,
}

/// How the letters of a text file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16 with its mark, what Excel calls «Texto Unicode».
    Utf16,
    /// Windows-1252: whatever is neither of the others.
    Windows1252,
}

/// Everything that a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// What it was read from.
    pub format: Format,
    /// Its sheets in their order, also the hidden ones and those without a cell.
    pub sheets: Vec<Grid>,
    /// The SHA-256 of its bytes, in hexadecimal: the same file has the same hash.
    pub hash: String,
    /// For a text file, how its letters were written.
    pub encoding: Option<Encoding>,
    /// What separates the columns of text; nothing if there is one column only, or if it is no text.
    pub separator: Option<char>,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadFault {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// The system does not give it: a folder, a right that lacks, a drive that went away.
    #[error("the file can't be opened: {0}")]
    Unreadable(io::ErrorKind),
    /// A PDF, an image, a document: nothing that is read here.
    #[error("the file is no sheet")]
    NotASheet,
    /// A sheet cut short or spoiled.
    #[error("the file is damaged")]
    Damaged,
    /// It opens with a password only.
    #[error("the file is protected by a password")]
    PasswordProtected,
    /// It is larger, or becomes larger once unpacked, than what is read here.
    #[error("the file is too large: {declared} bytes")]
    TooLarge {
        /// The bytes it has, or says that it will have.
        declared: u64,
    },
    /// More than [`CELL_LIMIT`] cells, counting the empty ones before the last of each row.
    #[error("the file has too many cells")]
    TooManyCells,
    /// No cell of it says anything.
    #[error("the file is empty")]
    Empty,
}

/// Reads a file.
///
/// # Errors
/// [`ReadFault`].
pub fn read(path: &Path) -> Result<Workbook, ReadFault> {
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => ReadFault::Missing,
        kind => ReadFault::Unreadable(kind),
    };
    let file = File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    if length > FILE_LIMIT {
        return Err(ReadFault::TooLarge { declared: length });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.take(FILE_LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    let name = path.file_name().unwrap_or_default();
    read_bytes(&name.to_string_lossy(), &bytes)
}

/// Reads a file that is in memory; `name` counts only where the bytes tell nothing.
///
/// # Errors
/// [`ReadFault`], but neither `Missing` nor `Unreadable`.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<Workbook, ReadFault> {
    let declared = bytes.len() as u64;
    if declared > FILE_LIMIT {
        return Err(ReadFault::TooLarge { declared });
    }
    let read = caught::guarded(|| match Content::of(bytes) {
        Content::Archive => archive::read(bytes),
        Content::Compound => xls::read(bytes),
        Content::Text => text::read(bytes),
        Content::Nothing => Err(ReadFault::Empty),
        Content::Other if is_named_like_a_sheet(name) && !is_known(bytes) => Err(ReadFault::Damaged),
        Content::Other => Err(ReadFault::NotASheet),
    })?;
    finished(read, bytes)
}

/// Reads cells that were copied from a spreadsheet: tabs between them, quotes around those with a line break.
///
/// # Errors
/// [`ReadFault::Empty`], [`ReadFault::TooLarge`] or [`ReadFault::TooManyCells`].
pub fn read_pasted(pasted: &str) -> Result<Workbook, ReadFault> {
    let declared = pasted.len() as u64;
    if declared > FILE_LIMIT {
        return Err(ReadFault::TooLarge { declared });
    }
    let read = caught::guarded(|| text::read_pasted(pasted))?;
    finished(read, pasted.as_bytes())
}

/// What a reader of one format gives.
struct Contents {
    format: Format,
    sheets: Vec<Grid>,
    encoding: Option<Encoding>,
    separator: Option<char>,
}

impl Contents {
    fn of_sheets(format: Format, sheets: Vec<Grid>) -> Self {
        Self {
            format,
            sheets,
            encoding: None,
            separator: None,
        }
    }
}

fn finished(read: Contents, bytes: &[u8]) -> Result<Workbook, ReadFault> {
    if read.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(ReadFault::Empty);
    }
    let digest = Sha256::digest(bytes);
    Ok(Workbook {
        format: read.format,
        sheets: read.sheets,
        hash: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        encoding: read.encoding,
        separator: read.separator,
    })
}

/// What the first bytes of a file tell.
enum Content {
    /// A ZIP archive: XLSX, ODS, or a document of another kind.
    Archive,
    /// A compound file of Microsoft: XLS, a workbook with a password, or a document of another kind.
    Compound,
    Text,
    Nothing,
    Other,
}

impl Content {
    fn of(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            Self::Nothing
        } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Self::Archive
        } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            Self::Compound
        } else if !is_known(bytes) && text::is_text(bytes) {
            Self::Text
        } else {
            Self::Other
        }
    }
}

/// How files begin that are no sheets; some of them would pass for text.
const OTHERS: [&[u8]; 7] = [
    b"%PDF",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"{\\rtf",
    b"Rar!",
    b"7z\xBC\xAF",
];

fn is_known(bytes: &[u8]) -> bool {
    text::is_page(bytes) || OTHERS.iter().any(|start| bytes.starts_with(start))
}

fn is_named_like_a_sheet(name: &str) -> bool {
    let extension = Path::new(name).extension().unwrap_or_default();
    ["xlsx", "xlsm", "xls", "ods"]
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known))
}
