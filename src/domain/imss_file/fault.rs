//! Why a text is no layout, and why a file is not written.

use super::{Filler, RecordKind};

/// Why a text is no layout. Lines and positions are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutFault {
    /// The text breaks the rules of TOML.
    #[error("line {line} is no TOML")]
    NotToml {
        /// Where it does.
        line: usize,
    },
    /// A key that no layout has: a slip, or of a newer version.
    #[error("line {line}: unknown key {key}")]
    UnknownKey {
        /// Where.
        line: usize,
        /// The key.
        key: String,
    },
    /// A key that every layout needs.
    #[error("line {line}: {key} is missing")]
    Missing {
        /// Where the part begins that lacks it.
        line: usize,
        /// The key.
        key: &'static str,
    },
    /// A value that its key can't have.
    #[error("line {line}: {key} can't be {found:?}")]
    Value {
        /// Where.
        line: usize,
        /// The key.
        key: String,
        /// The value, as it stands.
        found: String,
        /// The words that it may be; empty where it is a number or a text.
        known: Vec<&'static str>,
    },
    /// A value that is longer than its place, or a constant that is shorter.
    #[error("line {line}: {found:?} doesn't fit in {room}")]
    DoesNotFit {
        /// Where.
        line: usize,
        /// The key.
        key: String,
        /// The value.
        found: String,
        /// How many characters its place has.
        room: usize,
    },
    /// Something fills a place that no record of that kind has.
    #[error("line {line}: nothing called {found} fills a record of {}", record.code())]
    UnknownFiller {
        /// Where.
        line: usize,
        /// In which record.
        record: RecordKind,
        /// Its name.
        found: String,
    },
    /// A place is longer or shorter than what always fills it.
    #[error("line {line}: {} has {expected} characters, not {found}", filler.code())]
    Width {
        /// Where.
        line: usize,
        /// What fills it.
        filler: Filler,
        /// How long the place is.
        found: usize,
        /// How long it has to be.
        expected: usize,
    },
    /// Two places have a position in common.
    #[error("line {line}: position {position} of {} is taken already", record.code())]
    Overlap {
        /// Where the second stands.
        line: usize,
        /// In which record.
        record: RecordKind,
        /// The first position that both have.
        position: usize,
    },
    /// Positions that nothing fills.
    #[error("line {line}: positions {from} to {until} of {} are of nothing", record.code())]
    Gap {
        /// Where the place behind the gap stands.
        line: usize,
        /// In which record.
        record: RecordKind,
        /// The first of them.
        from: usize,
        /// The last of them.
        until: usize,
    },
    /// The places together are longer or shorter than a record.
    #[error("line {line}: {} has {found} positions, not {declared}", record.code())]
    Total {
        /// Where the record begins.
        line: usize,
        /// Which.
        record: RecordKind,
        /// How many positions its places have.
        found: usize,
        /// How many a record has.
        declared: usize,
    },
    /// A movement would not say whose it is, or which it is.
    #[error("line {line}: {} has no {}", record.code(), filler.code())]
    Lacks {
        /// Where the record begins.
        line: usize,
        /// Which.
        record: RecordKind,
        /// What it lacks.
        filler: Filler,
    },
    /// Ñ is to stay, in an encoding that has none.
    #[error("line {line}: ASCII has no Ñ to keep")]
    NoEnye {
        /// Where it says so.
        line: usize,
    },
}

impl LayoutFault {
    /// The line of the text that it is about, from 1.
    pub fn line(&self) -> usize {
        match self {
            Self::NotToml { line }
            | Self::UnknownKey { line, .. }
            | Self::Missing { line, .. }
            | Self::Value { line, .. }
            | Self::DoesNotFit { line, .. }
            | Self::UnknownFiller { line, .. }
            | Self::Width { line, .. }
            | Self::Overlap { line, .. }
            | Self::Gap { line, .. }
            | Self::Total { line, .. }
            | Self::Lacks { line, .. }
            | Self::NoEnye { line } => *line,
        }
    }
}

/// Why a file is not written. It is written whole or not at all, and nothing is cut to fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordFault {
    /// A text is longer than its place.
    #[error("row {row}: {} has {room} places, and {text:?} is longer", field.code())]
    TooLong {
        /// The number of the row in its envío; 0 for the cifras de control.
        row: u32,
        /// What fills the place.
        field: Filler,
        /// The text.
        text: String,
        /// How many characters the place has.
        room: usize,
    },
    /// A character that the file can't carry, or that was left out of the name for IMSS.
    #[error("row {row}: {} can't carry {ch:?} of {text:?}", field.code())]
    NotCarried {
        /// The number of the row in its envío.
        row: u32,
        /// What fills the place.
        field: Filler,
        /// The text.
        text: String,
        /// The character.
        ch: char,
    },
    /// A text that is not of the form that its place asks for: other than digits, not a whole NSS or CURP.
    #[error("row {row}: {text:?} is no {}", field.code())]
    Form {
        /// The number of the row in its envío.
        row: u32,
        /// What fills the place.
        field: Filler,
        /// The text; empty if it is missing.
        text: String,
    },
    /// The record came out longer or shorter than the layout says.
    #[error("row {row} has {found} bytes, not {declared}")]
    Length {
        /// The number of the row in its envío; 0 for the cifras de control.
        row: u32,
        /// How many bytes it has.
        found: usize,
        /// How many it has to have.
        declared: usize,
    },
    /// The layout dates movements by the day of sending, and nobody said which it is.
    #[error("the day of sending is not known")]
    NoSendingDay,
}
