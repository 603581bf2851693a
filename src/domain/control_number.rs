//! Número de control: by what the school, not IMSS, knows a student.
//!
//! At campuses of the TecNM it is the year of entry (2), the campus (2) and a consecutive (4), with a letter in
//! front for re-entry, transfer or postgraduate study. Other schools number as they like, so the pattern only
//! advises: any 4 to 12 of `A-Z` and `0-9` are a control number.

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::letters;
use super::severity::Severity;

/// How many characters a control number may have.
pub const CONTROL_NUMBER_LENGTH: RangeInclusive<usize> = 4..=12;

/// How many years ahead two digits are still taken for a year to come, rather than for one of the last century.
const YEARS_AHEAD: i32 = 30;

/// The number that the school gave a student: 4 to 12 of `A-Z` and `0-9`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ControlNumber(String);

/// Why a text is not a control number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ControlNumberFault {
    /// It holds something other than letters `A-Z`, digits, spaces and hyphens.
    #[error("a control number cannot hold {found:?}")]
    Character {
        /// The first such character.
        found: char,
    },
    /// Without spaces and hyphens it is shorter or longer than [`CONTROL_NUMBER_LENGTH`].
    #[error("a control number has 4 to 12 characters, found {found}")]
    Length {
        /// How many there are.
        found: usize,
    },
}

impl ControlNumberFault {
    /// The short code for console and support.
    pub fn code(&self) -> &'static str {
        match self {
            ControlNumberFault::Character { .. } => "control-caracter",
            ControlNumberFault::Length { .. } => "control-longitud",
        }
    }
}

/// What is unusual about a control number. All are warnings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ControlNumberRemark {
    /// It has not the form of the TecNM: an optional letter, two digits, two of the campus, four digits.
    Pattern,
    /// It was given by another campus, as after a transfer.
    OtherCampus {
        /// The two characters of that campus.
        found: String,
    },
    /// Its year of entry is still to come.
    FutureYear {
        /// That year, in full.
        year: i32,
    },
}

impl ControlNumberRemark {
    /// The short code for console and support.
    pub fn code(&self) -> &'static str {
        match self {
            ControlNumberRemark::Pattern => "control-forma",
            ControlNumberRemark::OtherCampus { .. } => "control-plantel",
            ControlNumberRemark::FutureYear { .. } => "control-anio",
        }
    }

    /// Always [`Severity::Warning`].
    pub fn severity(&self) -> Severity {
        Severity::Warning
    }
}

impl ControlNumber {
    /// Reads a control number: small letters are put in capitals, spaces and hyphens dropped.
    ///
    /// # Errors
    /// [`ControlNumberFault`], for another character or another length.
    pub fn parse(text: &str) -> Result<ControlNumber, ControlNumberFault> {
        let text: String = text
            .chars()
            .filter(|ch| !letters::only_groups(*ch))
            .map(|ch| ch.to_ascii_uppercase())
            .collect();
        if let Some(found) = text
            .chars()
            .find(|ch| !ch.is_ascii_uppercase() && !ch.is_ascii_digit())
        {
            return Err(ControlNumberFault::Character { found });
        }
        if !CONTROL_NUMBER_LENGTH.contains(&text.len()) {
            return Err(ControlNumberFault::Length { found: text.len() });
        }
        Ok(ControlNumber(text))
    }

    /// The characters alone, as they are stored, shown and sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is unusual about it at a campus with that code (two characters; `None` if the school has none).
    pub fn remarks(&self, campus_code: Option<&str>, today: NaiveDate) -> Vec<ControlNumberRemark> {
        let Some(parts) = self.tecnm_parts() else {
            return vec![ControlNumberRemark::Pattern];
        };
        let mut remarks = Vec::new();
        if campus_code.is_some_and(|ours| !ours.eq_ignore_ascii_case(parts.campus)) {
            remarks.push(ControlNumberRemark::OtherCampus {
                found: parts.campus.to_owned(),
            });
        }
        let year = parts.entry_year(today);
        if year > today.year() {
            remarks.push(ControlNumberRemark::FutureYear { year });
        }
        remarks
    }

    /// The year of entry, in full, if the number has the form of the TecNM. Two digits up to 30 years ahead of
    /// `today` are of a year to come, the others of one gone by.
    pub fn entry_year(&self, today: NaiveDate) -> Option<i32> {
        self.tecnm_parts().map(|parts| parts.entry_year(today))
    }

    /// `^[A-Z]?\d{2}[0-9A-Z]{2}\d{4}$`
    fn tecnm_parts(&self) -> Option<TecnmParts<'_>> {
        let text = self.as_str();
        let text = match text.len() {
            8 => text,
            9 => text.strip_prefix(|ch: char| ch.is_ascii_uppercase())?,
            _ => return None,
        };
        let (entry, campus, consecutive) = (&text[..2], &text[2..4], &text[4..]);
        if !consecutive.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let &[tens @ b'0'..=b'9', units @ b'0'..=b'9'] = entry.as_bytes() else {
            return None;
        };
        Some(TecnmParts {
            entry: i32::from(tens - b'0') * 10 + i32::from(units - b'0'),
            campus,
        })
    }
}

struct TecnmParts<'a> {
    /// The last two digits of the year of entry.
    entry: i32,
    campus: &'a str,
}

impl TecnmParts<'_> {
    fn entry_year(&self, today: NaiveDate) -> i32 {
        let latest = today.year() + YEARS_AHEAD;
        latest - (latest - self.entry).rem_euclid(100)
    }
}

impl fmt::Display for ControlNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl TryFrom<String> for ControlNumber {
    type Error = ControlNumberFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        ControlNumber::parse(&text)
    }
}

impl From<ControlNumber> for String {
    fn from(number: ControlNumber) -> Self {
        number.0
    }
}

/// What stands in for a control number until the school gives one: `P20260001`, the first of 2026.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvisionalFolio {
    text: String,
    year: u16,
    consecutive: u16,
}

impl ProvisionalFolio {
    /// The folio number `consecutive` of `year`; `None` unless the year has four digits and the number one to four,
    /// not zero.
    pub fn new(year: u16, consecutive: u16) -> Option<ProvisionalFolio> {
        let fits = (1000..=9999).contains(&year) && (1..=9999).contains(&consecutive);
        fits.then(|| ProvisionalFolio {
            text: format!("P{year}{consecutive:04}"),
            year,
            consecutive,
        })
    }

    /// Reads a folio back: `P`, four digits of the year, four of the consecutive.
    pub fn parse(text: &str) -> Option<ProvisionalFolio> {
        let digits = text.trim().strip_prefix(['P', 'p'])?;
        if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Self::new(digits[..4].parse().ok()?, digits[4..].parse().ok()?)
    }

    /// The folio as it is stored and shown.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The year in which it was given.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// Its number among those of the year, from 1.
    pub fn consecutive(&self) -> u16 {
        self.consecutive
    }
}

/// The kinds of [`Identifier`], for what stores them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdentifierKind {
    /// A control number.
    Control,
    /// A provisional folio.
    Provisional,
}

/// By what a student is known at the window. The two kinds are never told apart by their text: `P20260001` would
/// also be a control number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identifier {
    /// The number that the school gave.
    Control(ControlNumber),
    /// The folio that stands in for it.
    Provisional(ProvisionalFolio),
}

impl Identifier {
    /// Reads back what was stored.
    pub fn from_stored(kind: IdentifierKind, text: &str) -> Option<Identifier> {
        match kind {
            IdentifierKind::Control => ControlNumber::parse(text).ok().map(Identifier::Control),
            IdentifierKind::Provisional => ProvisionalFolio::parse(text).map(Identifier::Provisional),
        }
    }

    /// Which kind it is.
    pub fn kind(&self) -> IdentifierKind {
        match self {
            Identifier::Control(_) => IdentifierKind::Control,
            Identifier::Provisional(_) => IdentifierKind::Provisional,
        }
    }

    /// Its characters, as they are stored and shown.
    pub fn as_str(&self) -> &str {
        match self {
            Identifier::Control(number) => number.as_str(),
            Identifier::Provisional(folio) => folio.as_str(),
        }
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests;
