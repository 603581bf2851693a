//! The file of 168-character records as values: what fills a place of a record, and all that can be wrong with the layout
//! of the office, with a row that shall go into a file, and with a sample that IMSS or the office already has.
//!
//! Source: section 7 of the domain notes (IMSS' own «Estructura de movimientos afiliatorios»). What is not confirmed for
//! students is not decided here but said by the layout.

use super::movement::MovementKind;
use super::person_name::NamePart;

mod fault;
mod sample;

pub use fault::{LayoutFault, RecordFault};
pub use sample::{Disagreement, Expected, SampleEncoding, SampleEnd, SampleReport, WrongLength};

/// What fills a place of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filler {
    /// Registro patronal with its check digit: eleven characters.
    Registro,
    /// NSS with its check digit: eleven digits.
    Nss,
    /// Apellido paterno; spaces for a person without surnames.
    FirstSurname,
    /// Apellido materno; spaces if there is none.
    SecondSurname,
    /// Nombre(s).
    Given,
    /// Salario base de cotización: pesos, and two digits of centavos.
    Sbc,
    /// Tipo de trabajador.
    WorkerType,
    /// Tipo de salario.
    SalaryType,
    /// Semana o jornada reducida.
    WorkWeek,
    /// Fecha de movimiento, DDMMAAAA.
    Date,
    /// The number of the UMF, three digits.
    Umf,
    /// Tipo de movimiento: 08 an alta, 02 a baja.
    MovementType,
    /// Guía, which the subdelegación gives.
    Guia,
    /// Clave del trabajador: the office's identifier of the student.
    WorkerKey,
    /// Causa de baja.
    BajaCause,
    /// CURP.
    Curp,
    /// How many movements the file has; in the cifras de control alone.
    Total,
}

impl Filler {
    /// All of them, in the order of an alta.
    pub const ALL: [Self; 17] = [
        Self::Registro,
        Self::Nss,
        Self::FirstSurname,
        Self::SecondSurname,
        Self::Given,
        Self::Sbc,
        Self::WorkerType,
        Self::SalaryType,
        Self::WorkWeek,
        Self::Date,
        Self::Umf,
        Self::MovementType,
        Self::Guia,
        Self::WorkerKey,
        Self::BajaCause,
        Self::Curp,
        Self::Total,
    ];

    /// The word by which a layout names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Registro => "registro",
            Self::Nss => "nss",
            Self::FirstSurname => "apellido_paterno",
            Self::SecondSurname => "apellido_materno",
            Self::Given => "nombres",
            Self::Sbc => "sbc",
            Self::WorkerType => "tipo_trabajador",
            Self::SalaryType => "tipo_salario",
            Self::WorkWeek => "jornada",
            Self::Date => "fecha",
            Self::Umf => "umf",
            Self::MovementType => "tipo_movimiento",
            Self::Guia => "guia",
            Self::WorkerKey => "clave_trabajador",
            Self::BajaCause => "causa_baja",
            Self::Curp => "curp",
            Self::Total => "total_movimientos",
        }
    }

    /// What a word of a layout means.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filler| filler.code() == code)
    }

    /// The part of a name that it is.
    pub fn name_part(self) -> Option<NamePart> {
        match self {
            Self::FirstSurname => Some(NamePart::FirstSurname),
            Self::SecondSurname => Some(NamePart::SecondSurname),
            Self::Given => Some(NamePart::Given),
            _ => None,
        }
    }

    /// How many characters it has whenever it is there; `None` for what is longer or shorter from row to row, or by a
    /// setting.
    pub fn width(self) -> Option<usize> {
        match self {
            Self::Registro | Self::Nss => Some(11),
            Self::Date => Some(8),
            Self::MovementType => Some(2),
            Self::Curp => Some(18),
            _ => None,
        }
    }

    /// Whether it has letters, so that it can't stand right-aligned among zeros.
    pub fn has_letters(self) -> bool {
        matches!(self, Self::Registro | Self::Curp) || self.name_part().is_some()
    }

    /// Whether a record of that kind may hold it.
    pub fn is_of(self, kind: RecordKind) -> bool {
        match kind {
            RecordKind::Movement(MovementKind::Alta) => !matches!(self, Self::Total | Self::BajaCause),
            RecordKind::Movement(MovementKind::Baja) => self != Self::Total,
            RecordKind::Control => {
                matches!(self, Self::Registro | Self::Date | Self::Guia | Self::Total)
            }
        }
    }
}

/// The kinds of record in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// An alta, or a baja.
    Movement(MovementKind),
    /// Cifras de control: the last record, which counts the others.
    Control,
}

impl RecordKind {
    /// All of them.
    pub const ALL: [Self; 3] = [
        Self::Movement(MovementKind::Alta),
        Self::Movement(MovementKind::Baja),
        Self::Control,
    ];

    /// The word by which a layout names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Movement(kind) => kind.code(),
            Self::Control => "cifras_de_control",
        }
    }
}

/// What ends a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineEnd {
    /// Carriage return and line feed, as Windows and IMSS' own programs have it.
    CrLf,
    /// Line feed alone.
    Lf,
}

impl LineEnd {
    /// Both.
    pub const ALL: [Self; 2] = [Self::CrLf, Self::Lf];

    /// The word by which a layout names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::CrLf => "crlf",
            Self::Lf => "lf",
        }
    }

    /// Its bytes.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::CrLf => b"\r\n",
            Self::Lf => b"\n",
        }
    }
}

/// How the letters of a file are written; each is one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileEncoding {
    /// Plain letters, digits and signs.
    Ascii,
    /// Those, and Ñ.
    Windows1252,
}

impl FileEncoding {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ascii, Self::Windows1252];

    /// The word by which a layout names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ascii => "ascii",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// A change from the name as the office writes it to the name in the file. Small letters become capitals untold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rewriting {
    /// The number of the row in its envío.
    pub row: u32,
    /// Where in the name.
    pub part: NamePart,
    /// What stood there: a letter in upper case («Ñ»); the whole part where the file spells it in another way altogether.
    pub before: String,
    /// What stands there in the file: a letter («N»), a space, nothing; or the whole part.
    pub after: String,
}

impl Rewriting {
    /// Whether it is an Ñ written as N, the one change that every clerk is told of.
    pub fn is_enye(&self) -> bool {
        self.before == "Ñ" && self.after == "N"
    }

    /// Whether the whole part is spelled in another way: then a person has to look.
    pub fn is_respelled(&self) -> bool {
        self.before.chars().count() != 1
    }
}
