//! NSS: the Número de Seguridad Social that IMSS gives a person once, for life.
//!
//! Eleven digits: office that issued it (2), year of alta (2), year of birth (2), consecutive (4), check digit (1).
//! The check digit is Luhn's. It catches each wrong digit and each swap of neighbours except 09 with 90, but it
//! cannot tell *which* digit is wrong, so nothing here accuses one. No reliable table of offices exists, so the
//! first two digits are never compared with a place.

use serde::{Deserialize, Serialize};

use super::letters;
use super::severity::Severity;

mod reading;

pub use reading::{MAX_OFFERS, NssContext, NssReading, NssRemark, read};

/// How many digits an NSS has.
pub const NSS_LENGTH: usize = 11;

/// A whole NSS: eleven digits that agree with their check digit, not all of them zero.
///
/// It has no `Display`: whoever shows one chooses between [`grouped`](Nss::grouped) and [`masked`](Nss::masked).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Nss(String);

/// Why a text is not an NSS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NssFault {
    /// There are more or fewer than eleven digits once spaces and hyphens are gone.
    #[error("an NSS has 11 digits, found {found}")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// Something that is neither digit, space nor hyphen stands among the digits.
    #[error("an NSS has only digits, found {found:?}")]
    Letters {
        /// The first such character.
        found: char,
    },
    /// Eleven zeros pass Luhn and belong to nobody.
    #[error("eleven zeros are no NSS")]
    Zeros,
    /// The digits do not agree with the check digit.
    #[error("the check digit does not agree")]
    CheckDigit,
}

impl NssFault {
    /// The short code for console and support.
    pub fn code(&self) -> &'static str {
        match self {
            NssFault::Length { .. } => "nss-longitud",
            NssFault::Letters { .. } => "nss-letras",
            NssFault::Zeros => "nss-ceros",
            NssFault::CheckDigit => "nss-digito",
        }
    }

    /// Always [`Severity::Error`]: such a text can be kept only as "por confirmar".
    pub fn severity(&self) -> Severity {
        Severity::Error
    }
}

impl Nss {
    /// Reads an NSS as people write it: spaces and hyphens may stand anywhere.
    ///
    /// # Errors
    /// The first of: a character that is no digit, a count other than eleven, all zeros, a check digit that disagrees.
    pub fn parse(text: &str) -> Result<Nss, NssFault> {
        Self::from_compact(compact(text))
    }

    fn from_compact(digits: String) -> Result<Nss, NssFault> {
        if let Some(found) = digits.chars().find(|ch| !ch.is_ascii_digit()) {
            return Err(NssFault::Letters { found });
        }
        if digits.len() != NSS_LENGTH {
            return Err(NssFault::Length { found: digits.len() });
        }
        if digits.bytes().all(|digit| digit == b'0') {
            return Err(NssFault::Zeros);
        }
        if !passes_luhn(&digits) {
            return Err(NssFault::CheckDigit);
        }
        Ok(Nss(digits))
    }

    /// The eleven digits alone, as they are stored, copied and sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people read it, 2-2-2-4-1: `48-19-06-0042-8`.
    pub fn grouped(&self) -> String {
        let digits = self.as_str();
        [
            &digits[..2],
            &digits[2..4],
            &digits[4..6],
            &digits[6..10],
            &digits[10..],
        ]
        .join("-")
    }

    /// Its last four digits, for lists that face the window: `…0428`.
    pub fn masked(&self) -> String {
        format!("…{}", &self.as_str()[NSS_LENGTH - 4..])
    }

    /// The last two digits of the year in which IMSS registered the person (positions 3 and 4).
    pub fn registration_year(&self) -> u8 {
        self.two_digits(2)
    }

    /// The last two digits of the year of birth that IMSS recorded (positions 5 and 6).
    pub fn birth_year(&self) -> u8 {
        self.two_digits(4)
    }

    /// Whether it looks like an NSS convencional, the temporary number that courses once gave their students.
    ///
    /// Since 2016 IMSS asks for the NSS ordinario. The prefixes are those of public validators: 36, 77, 79, 80 and
    /// 97, and 89 with a year of alta from 97 to 02. Two of them are also blocks of ordinary offices, so this only
    /// asks the clerk to look.
    pub fn is_conventional(&self) -> bool {
        match &self.as_str()[..2] {
            "36" | "77" | "79" | "80" | "97" => true,
            "89" => matches!(self.registration_year(), 97..=99 | 0..=2),
            _ => false,
        }
    }

    fn has_prefix_zero(&self) -> bool {
        self.as_str().starts_with("00")
    }

    fn two_digits(&self, at: usize) -> u8 {
        let digits = self.as_str().as_bytes();
        (digits[at] - b'0') * 10 + (digits[at + 1] - b'0')
    }
}

impl TryFrom<String> for Nss {
    type Error = NssFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Nss::parse(&text)
    }
}

impl From<Nss> for String {
    fn from(nss: Nss) -> Self {
        nss.0
    }
}

fn compact(text: &str) -> String {
    text.chars().filter(|ch| !letters::only_groups(*ch)).collect()
}

fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(index, digit)| {
            let product = u32::from(digit - b'0') * if index % 2 == 0 { 1 } else { 2 };
            if product > 9 { product - 9 } else { product }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests;
