//! The layout of the records: which place holds what, and the values that nobody has confirmed for students.
//!
//! It is data, a text of TOML that the office may edit; the one that ships is `assets/catalogues/idse.toml`. A [`Layout`]
//! exists only if its places fill a record without gap or overlap and each value fits in its place.

use chrono::NaiveDate;

use crate::domain::imss_file::Filler;
use crate::domain::movement::{BajaMotive, MovementKind};
use crate::domain::person_name::Enye;

mod editing;
mod reading;
mod section;
#[cfg(test)]
mod tests;

pub use editing::{value_of, with_value};

pub use crate::domain::imss_file::{FileEncoding, LayoutFault, LineEnd, RecordKind};

/// A layout without a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    name: String,
    length: usize,
    line_end: LineEnd,
    encoding: FileEncoding,
    has_control: bool,
    values: Values,
    alta: Vec<Place>,
    baja: Vec<Place>,
    control: Vec<Place>,
}

/// The values that are the same in every record, and the choices of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Values {
    pub(super) worker_type: String,
    pub(super) salary_type: String,
    pub(super) work_week: String,
    pub(super) sbc: String,
    pub(super) guia: String,
    pub(super) baja_cause: String,
    /// The cause of each motive that has its own.
    pub(super) causes: Vec<(BajaMotive, String)>,
    pub(super) date: DateRule,
    /// Whether the identifier goes as clave del trabajador.
    pub(super) worker_key: bool,
    /// Whether the clinic of the student goes.
    pub(super) umf: bool,
    /// Whether an unknown clinic is zeros, not spaces.
    pub(super) unknown_umf_is_zeros: bool,
    pub(super) curp: bool,
    pub(super) enye: Enye,
}

impl Values {
    /// The causa de baja of a motive.
    pub(super) fn cause(&self, motive: Option<BajaMotive>) -> &str {
        self.causes
            .iter()
            .find(|(of, _)| Some(*of) == motive)
            .map_or(&self.baja_cause, |(_, cause)| cause)
    }

    /// The value that fills a place in every record alike; `None` for what each record has of its own.
    pub(super) fn fixed(&self, filler: Filler) -> Option<&str> {
        match filler {
            Filler::Sbc => Some(&self.sbc),
            Filler::WorkerType => Some(&self.worker_type),
            Filler::SalaryType => Some(&self.salary_type),
            Filler::WorkWeek => Some(&self.work_week),
            Filler::Guia => Some(&self.guia),
            _ => None,
        }
    }
}

/// Which day a movement bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateRule {
    /// That of its cut.
    Cut,
    /// That on which its envío is sent.
    Sending,
    /// Always the same.
    Day(NaiveDate),
}

/// Some positions of a record, one after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The first, from 1.
    pub(super) from: usize,
    /// How many.
    pub(super) length: usize,
    /// What stands there.
    pub(super) content: Content,
}

impl Place {
    /// The last position.
    pub(super) fn until(&self) -> usize {
        self.from + self.length - 1
    }
}

/// What stands in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// Something of the record.
    Filled {
        /// What.
        filler: Filler,
        /// How it stands there.
        align: Align,
    },
    /// Always this, as long as the place.
    Literal(String),
    /// Always spaces.
    Spaces,
    /// Always zeros.
    Zeros,
}

/// How a value stands in a place that is longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// AN: from the left, then spaces.
    Left,
    /// N: digits to the right of zeros.
    Right,
}

impl Layout {
    /// The layout that ships with the program.
    pub fn default_text() -> &'static str {
        include_str!("../../assets/catalogues/idse.toml")
    }

    /// Reads a layout.
    ///
    /// # Errors
    /// The first [`LayoutFault`] of the text.
    pub fn parse(text: &str) -> Result<Self, LayoutFault> {
        reading::parse(text)
    }

    /// The name that the office gave it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The length of a record in bytes, without what ends it.
    pub fn length(&self) -> usize {
        self.length
    }

    /// What ends a record.
    pub fn line_end(&self) -> LineEnd {
        self.line_end
    }

    /// How the letters are written.
    pub fn encoding(&self) -> FileEncoding {
        self.encoding
    }

    /// What becomes of an Ñ: names have to be made for IMSS in this way before they come into a file.
    pub fn enye(&self) -> Enye {
        self.values.enye
    }

    /// Whether cifras de control follow the movements.
    pub fn has_control(&self) -> bool {
        self.has_control
    }

    /// The same layout with cifras de control, or without: DISPMAG asks for them and IDSE does not, whatever the text says.
    #[must_use]
    pub fn with_control(self, has_control: bool) -> Self {
        Self { has_control, ..self }
    }

    /// Whether movements bear the day on which they are sent, so that no file comes out before somebody says which it is.
    pub fn needs_sending_day(&self) -> bool {
        self.values.date == DateRule::Sending
    }

    /// The day that a movement of the cut `cut` bears if it is sent on `sent_on`.
    pub fn movement_day(&self, cut: NaiveDate, sent_on: NaiveDate) -> NaiveDate {
        match self.values.date {
            DateRule::Cut => cut,
            DateRule::Sending => sent_on,
            DateRule::Day(day) => day,
        }
    }

    pub(super) fn values(&self) -> &Values {
        &self.values
    }

    pub(super) fn places(&self, record: RecordKind) -> &[Place] {
        match record {
            RecordKind::Movement(MovementKind::Alta) => &self.alta,
            RecordKind::Movement(MovementKind::Baja) => &self.baja,
            RecordKind::Control => &self.control,
        }
    }
}

/// The byte of a character; `None` where the encoding has none, and for what nobody sees.
pub(super) fn byte_of(encoding: FileEncoding, ch: char) -> Option<u8> {
    match ch {
        ' '..='~' => u8::try_from(ch).ok(),
        _ if ch.is_control() || ch.is_whitespace() => None,
        _ => match encoding {
            FileEncoding::Ascii => None,
            FileEncoding::Windows1252 => {
                let mut buffer = [0; 4];
                let (bytes, _, has_unmappable) =
                    encoding_rs::WINDOWS_1252.encode(ch.encode_utf8(&mut buffer));
                match (bytes.as_ref(), has_unmappable) {
                    ([byte], false) => Some(*byte),
                    _ => None,
                }
            }
        },
    }
}
