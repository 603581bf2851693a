//! Which fields the page asks for, in which order, and how it wants a date.

use std::fmt;

use chrono::NaiveDate;

use crate::domain::movement::MovementKind;
use crate::domain::person_name::fold;

/// Something that is typed into the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaptureField {
    /// The eleven digits of the NSS.
    Nss,
    /// The eighteen characters of the CURP.
    Curp,
    /// Apellido paterno, as IMSS writes it.
    FirstSurname,
    /// Apellido materno.
    SecondSurname,
    /// Nombre(s).
    Given,
    /// The three digits of the UMF.
    Umf,
    /// The day that the movement bears.
    Date,
    /// Clave del trabajador: the identifier.
    WorkerKey,
}

impl CaptureField {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Nss,
        Self::Curp,
        Self::FirstSurname,
        Self::SecondSurname,
        Self::Given,
        Self::Umf,
        Self::Date,
        Self::WorkerKey,
    ];

    /// The word under which it is stored, and by which the office names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nss => "nss",
            Self::Curp => "curp",
            Self::FirstSurname => "paterno",
            Self::SecondSurname => "materno",
            Self::Given => "nombre",
            Self::Umf => "umf",
            Self::Date => "fecha",
            Self::WorkerKey => "clave",
        }
    }

    /// The field that somebody means: «Apellido paterno», «nombre(s)», «UMF».
    pub fn from_word(word: &str) -> Option<Self> {
        let word = fold(word);
        let word = word.strip_prefix("apellido ").unwrap_or(&word);
        let code = match word {
            "primer" => "paterno",
            "segundo" => "materno",
            "nombres" | "nombre s" => "nombre",
            "clinica" => "umf",
            "fecha de movimiento" => "fecha",
            "clave del trabajador" => "clave",
            other => other,
        };
        Self::ALL.into_iter().find(|field| field.code() == code)
    }

    /// Whether movements of that kind carry it: a baja has neither CURP nor UMF in IMSS' own record (section 7.1 of the
    /// domain notes).
    pub fn belongs_to(self, kind: MovementKind) -> bool {
        kind == MovementKind::Alta || !matches!(self, Self::Curp | Self::Umf)
    }
}

/// The fields in the order of the page: at least one, none of them twice. Its `Display` reads back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldOrder(Vec<CaptureField>);

/// Why a text is no order of fields.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldFault {
    /// It names none.
    #[error("no field")]
    None,
    /// It names something that is no field.
    #[error("{0:?} is no field")]
    Unknown(String),
    /// It names one twice.
    #[error("{} twice", .0.code())]
    Twice(CaptureField),
}

impl FieldOrder {
    /// Reads «NSS, CURP, apellido paterno…».
    ///
    /// # Errors
    /// [`FieldFault`].
    pub fn parse(text: &str) -> Result<Self, FieldFault> {
        let mut fields = Vec::new();
        let words = text.split([',', ';', '\n']).map(str::trim);
        for word in words.filter(|word| !word.is_empty()) {
            let field = CaptureField::from_word(word).ok_or_else(|| FieldFault::Unknown(word.to_owned()))?;
            if fields.contains(&field) {
                return Err(FieldFault::Twice(field));
            }
            fields.push(field);
        }
        if fields.is_empty() {
            return Err(FieldFault::None);
        }
        Ok(Self(fields))
    }

    /// The fields.
    pub fn fields(&self) -> &[CaptureField] {
        &self.0
    }
}

impl Default for FieldOrder {
    /// That of IMSS' own record, with the CURP after the NSS: nobody has said what the page asks for.
    fn default() -> Self {
        let without_key = CaptureField::ALL
            .into_iter()
            .filter(|it| *it != CaptureField::WorkerKey);
        Self(without_key.collect())
    }
}

impl fmt::Display for FieldOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes: Vec<&str> = self.0.iter().map(|field| field.code()).collect();
        f.write_str(&codes.join(", "))
    }
}

/// How the page wants a date to be typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateForm {
    /// 30/11/2026.
    #[default]
    Slashes,
    /// 30112026, as in IMSS' files.
    Plain,
    /// 2026-11-30.
    Iso,
}

impl DateForm {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Slashes, Self::Plain, Self::Iso];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Slashes => "diagonales",
            Self::Plain => "seguida",
            Self::Iso => "guiones",
        }
    }

    /// What a stored word means.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }

    /// The date, written so.
    pub fn write(self, day: NaiveDate) -> String {
        let form = match self {
            Self::Slashes => "%d/%m/%Y",
            Self::Plain => "%d%m%Y",
            Self::Iso => "%Y-%m-%d",
        };
        day.format(form).to_string()
    }
}
