//! CURP: the Clave Única de Registro de Población, eighteen characters that RENAPO builds from a person's name,
//! birth and place.
//!
//! Sources: Instructivo Normativo para la asignación de la CURP (DOF 18-06-2018, modified DOF 18-10-2021) and
//! RENAPO, Reglas para la ejecución de los procedimientos para la asignación de la CURP (22-10-2021). RENAPO
//! publishes no formula for the check digit; the one used here is that of every public implementation. It misses
//! about one in five wrong characters, and position 9 (tens of the day) weighs ten, so a slip there is never
//! caught: that is why a CURP is also compared with name, sex, date and place ([`read`]).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::letters;
use super::severity::Severity;

mod name_letters;
mod reading;
mod slips;

pub use super::birthplace::Birthplace;
pub use super::sex::Sex;
pub use name_letters::{ExpectedLetters, expected_letters};
pub use reading::{CurpContext, CurpReading, CurpRemark, read};
pub use slips::MAX_OFFERS;

/// How many characters a CURP has.
pub const CURP_LENGTH: usize = 18;

/// What may stand in each of the eighteen positions.
const SHAPE: [Allowed; CURP_LENGTH] = {
    use Allowed::{Consonant, Digit, Letter, LetterOrDigit, SexLetter, Vowel};
    [
        Letter,
        Vowel,
        Letter,
        Letter,
        Digit,
        Digit,
        Digit,
        Digit,
        Digit,
        Digit,
        SexLetter,
        Letter,
        Letter,
        Consonant,
        Consonant,
        Consonant,
        LetterOrDigit,
        Digit,
    ]
};

/// A CURP of the official shape, with a place and a date that exist and a check digit that agrees.
///
/// Its eighteen characters are ASCII: an Ñ never appears, since the rules 1.1 and 1.12 write X for it. It has no
/// `Display`: whoever shows one chooses between [`grouped`](Curp::grouped) and [`masked`](Curp::masked).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Curp {
    text: String,
    birth_date: NaiveDate,
    sex: Sex,
    birthplace: Birthplace,
}

/// What a position of the CURP may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// A letter from A to Z.
    Letter,
    /// A E I O U, or X.
    Vowel,
    /// A digit.
    Digit,
    /// H, M or X.
    SexLetter,
    /// A letter from A to Z that is no vowel.
    Consonant,
    /// A digit for births up to 1999, a letter from 2000 on.
    LetterOrDigit,
}

impl Allowed {
    fn admits(self, ch: char) -> bool {
        let vowel = matches!(ch, 'A' | 'E' | 'I' | 'O' | 'U');
        match self {
            Allowed::Letter => ch.is_ascii_uppercase(),
            Allowed::Vowel => vowel || ch == 'X',
            Allowed::Digit => ch.is_ascii_digit(),
            Allowed::SexLetter => Sex::from_code(ch).is_some(),
            Allowed::Consonant => ch.is_ascii_uppercase() && !vowel,
            Allowed::LetterOrDigit => ch.is_ascii_uppercase() || ch.is_ascii_digit(),
        }
    }
}

/// Why a text is not a CURP.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CurpFault {
    /// It has more or fewer than eighteen characters once spaces are gone.
    #[error("a CURP has 18 characters, found {found}")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character cannot stand where it stands; an Ñ cannot stand anywhere.
    #[error("position {position} of a CURP cannot be {found:?}")]
    Shape {
        /// Where, counted from 1.
        position: usize,
        /// What stands there.
        found: char,
        /// What could.
        allowed: Allowed,
    },
    /// Positions 12 and 13 are none of the 33 codes.
    #[error("no place has the code {code}")]
    Place {
        /// The two letters.
        code: String,
    },
    /// The date of birth does not exist.
    #[error("{year:04}-{month:02}-{day:02} does not exist")]
    Date {
        /// The year, with its century from position 17.
        year: i32,
        /// The month as written, which may be outside 1 to 12.
        month: u32,
        /// The day as written.
        day: u32,
    },
    /// The date of birth is still to come.
    #[error("{date} is still to come")]
    FutureDate {
        /// That date.
        date: NaiveDate,
    },
    /// The characters do not agree with the check digit.
    #[error("the check digit does not agree")]
    CheckDigit,
}

impl CurpFault {
    /// The short code for console and support.
    pub fn code(&self) -> &'static str {
        match self {
            CurpFault::Length { .. } => "curp-longitud",
            CurpFault::Shape { .. } => "curp-forma",
            CurpFault::Place { .. } => "curp-lugar",
            CurpFault::Date { .. } => "curp-fecha",
            CurpFault::FutureDate { .. } => "curp-futura",
            CurpFault::CheckDigit => "curp-digito",
        }
    }

    /// Always [`Severity::Error`]: such a text can be kept only as "por confirmar".
    pub fn severity(&self) -> Severity {
        Severity::Error
    }
}

impl Curp {
    /// Reads a CURP as people write it: small letters and spaces are accepted.
    ///
    /// # Errors
    /// The first of: length, shape, place, a date that does not exist, a date after `today`, check digit.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Curp, CurpFault> {
        Self::from_compact(&compact(text), Some(today))
    }

    /// Reads back what was stored: exact capitals, everything checked but that the birth is not in the future,
    /// which was checked against the day it was written.
    pub fn from_stored(text: &str) -> Option<Curp> {
        Self::from_compact(text, None).ok()
    }

    fn from_compact(text: &str, today: Option<NaiveDate>) -> Result<Curp, CurpFault> {
        let found = text.chars().count();
        if found != CURP_LENGTH {
            return Err(CurpFault::Length { found });
        }
        for ((index, ch), allowed) in text.chars().enumerate().zip(SHAPE) {
            if !allowed.admits(ch) {
                return Err(CurpFault::Shape {
                    position: index + 1,
                    found: ch,
                    allowed,
                });
            }
        }
        let code = &text[11..13];
        let birthplace = Birthplace::from_code(code).ok_or_else(|| CurpFault::Place {
            code: code.to_owned(),
        })?;
        let birth_date = birth_date(text.as_bytes())?;
        if today.is_some_and(|today| birth_date > today) {
            return Err(CurpFault::FutureDate { date: birth_date });
        }
        if check_digit(text) != text.as_bytes()[CURP_LENGTH - 1] {
            return Err(CurpFault::CheckDigit);
        }
        let sex = match text.as_bytes()[10] {
            b'H' => Sex::Man,
            b'M' => Sex::Woman,
            _ => Sex::NonBinary,
        };
        Ok(Curp {
            text: text.to_owned(),
            birth_date,
            sex,
            birthplace,
        })
    }

    /// The eighteen characters alone, as they are stored, copied and sent.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// As people compare it with paper, 4-6-1-2-3-2: `RASA 060514 M VZ MTN A8`.
    pub fn grouped(&self) -> String {
        let text = self.as_str();
        [
            &text[..4],
            &text[4..10],
            &text[10..11],
            &text[11..13],
            &text[13..16],
            &text[16..],
        ]
        .join(" ")
    }

    /// Its last five characters, for lists that face the window: `…MTNA8`.
    pub fn masked(&self) -> String {
        format!("…{}", &self.as_str()[CURP_LENGTH - 5..])
    }

    /// The date of birth; its century comes from position 17.
    pub fn birth_date(&self) -> NaiveDate {
        self.birth_date
    }

    /// The sex of position 11.
    pub fn sex(&self) -> Sex {
        self.sex
    }

    /// The place of birth of positions 12 and 13.
    pub fn birthplace(&self) -> Birthplace {
        self.birthplace
    }

    /// Position 17, which tells homonyms apart: 0 to 9 for births up to 1999, letters from 2000 on.
    pub fn homonym(&self) -> char {
        char::from(self.text.as_bytes()[16])
    }

    /// Positions 1 to 4: letters of the surnames and of the given name.
    pub fn first_letters(&self) -> &str {
        &self.text[..4]
    }

    /// Positions 14 to 16: the first internal consonants.
    pub fn inner_consonants(&self) -> &str {
        &self.text[13..16]
    }
}

impl TryFrom<String> for Curp {
    type Error = NotACurp;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Curp::from_stored(&text).ok_or(NotACurp)
    }
}

impl From<Curp> for String {
    fn from(curp: Curp) -> Self {
        curp.text
    }
}

/// A stored text turned out to be no CURP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the stored text is no CURP")]
pub struct NotACurp;

/// Capitals, without spaces or invisible characters, an N with its tilde as one Ñ.
fn compact(text: &str) -> String {
    text.nfc()
        .filter(|ch| !ch.is_whitespace() && !letters::is_invisible(*ch))
        .flat_map(char::to_uppercase)
        .collect()
}

/// The date of positions 5 to 10, in the century that position 17 tells. `text` has the shape of a CURP.
fn birth_date(text: &[u8]) -> Result<NaiveDate, CurpFault> {
    let two_digits = |at: usize| u32::from(text[at] - b'0') * 10 + u32::from(text[at + 1] - b'0');
    let century = if text[16].is_ascii_digit() { 1900 } else { 2000 };
    let (year, month, day) = (century + two_digits(4) as i32, two_digits(6), two_digits(8));
    NaiveDate::from_ymd_opt(year, month, day).ok_or(CurpFault::Date { year, month, day })
}

/// The check digit that the first seventeen characters ask for.
fn check_digit(text: &str) -> u8 {
    let sum: u32 = text
        .bytes()
        .take(CURP_LENGTH - 1)
        .map(value)
        .zip((2..=18).rev())
        .map(|(v, w)| v * w)
        .sum();
    b'0' + ((10 - sum % 10) % 10) as u8
}

/// The place of a character in `0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ`; Ñ takes a place and never appears.
fn value(ch: u8) -> u32 {
    u32::from(match ch {
        b'0'..=b'9' => ch - b'0',
        b'A'..=b'N' => ch - b'A' + 10,
        _ => ch - b'A' + 11,
    })
}

#[cfg(test)]
mod tests;
