//! What comes of holding a sample file against the layout of the office.

use super::{FileEncoding, Filler, LineEnd, RecordKind};

/// How a sample compares with a layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleReport {
    /// How many altas and bajas were compared: all that have the length of a record.
    pub movements: usize,
    /// How many cifras de control there are.
    pub controls: usize,
    /// Whether the layout adds cifras de control.
    pub control_expected: bool,
    /// The length of a record by the layout.
    pub length: usize,
    /// The lines that are longer or shorter.
    pub wrong_lengths: Vec<WrongLength>,
    /// How its lines end.
    pub end: SampleEnd,
    /// How they end by the layout.
    pub end_expected: LineEnd,
    /// How its letters are written.
    pub encoding: SampleEncoding,
    /// How they are written by the layout.
    pub encoding_expected: FileEncoding,
    /// Where it disagrees, by kind of record and position.
    pub disagreements: Vec<Disagreement>,
}

impl SampleReport {
    /// Whether this layout could have written every record of the sample.
    pub fn passes(&self) -> bool {
        self.movements > 0
            && self.wrong_lengths.is_empty()
            && self.disagreements.is_empty()
            && self.end_agrees()
            && self.encoding_agrees()
            && self.control_agrees()
    }

    /// Whether its lines end as those of the layout. A file of one line without an end says nothing against it.
    pub fn end_agrees(&self) -> bool {
        matches!(
            (self.end, self.end_expected),
            (SampleEnd::None, _) | (SampleEnd::CrLf, LineEnd::CrLf) | (SampleEnd::Lf, LineEnd::Lf)
        )
    }

    /// Whether the layout could have written its letters.
    pub fn encoding_agrees(&self) -> bool {
        matches!(
            (self.encoding, self.encoding_expected),
            (SampleEncoding::Ascii, _) | (SampleEncoding::Windows1252, FileEncoding::Windows1252)
        )
    }

    /// Whether it has cifras de control if the layout adds them, and none if not.
    pub fn control_agrees(&self) -> bool {
        self.controls == usize::from(self.control_expected)
    }
}

/// A line of a sample that is no record of the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongLength {
    /// Its number, from 1.
    pub line: usize,
    /// How many characters it has.
    pub found: usize,
}

/// How the lines of a sample end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SampleEnd {
    /// It has one line, and nothing ends it.
    None,
    /// All with CR and LF.
    CrLf,
    /// All with LF alone.
    Lf,
    /// Some in one way and some in the other.
    Mixed,
}

/// How the letters of a sample are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SampleEncoding {
    /// It has plain letters only.
    Ascii,
    /// Letters of UTF-8 beyond the plain ones, or its mark.
    Utf8,
    /// Other bytes, taken for Windows-1252.
    Windows1252,
}

/// A place of the records where a sample says what the layout would not write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// In which records.
    pub record: RecordKind,
    /// What fills the place by the layout; none where it is a constant.
    pub field: Option<Filler>,
    /// Its first position, from 1.
    pub from: usize,
    /// Its last position.
    pub until: usize,
    /// What the layout would have written.
    pub expected: Expected,
    /// What the first of the records says instead, spaces included.
    pub found: String,
    /// The number of that line in the sample, from 1.
    pub line: usize,
    /// How many records disagree here.
    pub records: usize,
}

/// What a layout would have written in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// This, letter by letter.
    Text(String),
    /// One of these.
    OneOf(Vec<String>),
    /// Spaces.
    Spaces,
    /// Zeros.
    Zeros,
    /// A registro patronal: a letter and ten digits.
    Registro,
    /// Eleven digits that agree with their check digit.
    Nss,
    /// Capitals without accents from the left, then spaces.
    Name {
        /// Whether Ñ may be among them.
        enye: bool,
        /// Whether it may be all spaces.
        may_lack: bool,
    },
    /// A day as DDMMAAAA.
    Date,
    /// A number of a clinic among zeros, or what stands for none.
    Umf {
        /// What stands for an unknown clinic.
        unknown: String,
    },
    /// An identifier from the left, then spaces.
    WorkerKey,
    /// A CURP, or spaces.
    Curp,
}
