//! Agregado médico: the eight characters that follow the NSS on IMSS' documents.

use crate::domain::letters::only_groups;
use crate::domain::sex::Sex;

/// An agregado of the right shape: quality 1 to 6, sex, year of birth, two letters of the kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Agregado(String);

/// Why a typed text is no agregado.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AgregadoFault {
    /// It has not eight characters.
    #[error("an agregado has 8 characters, not {0}")]
    Length(usize),
    /// It has eight, but not as IMSS writes them.
    #[error("the characters are not those of an agregado")]
    Shape,
}

/// The letters that stand for the sex. Documents that were issued show M and F, public validators also H and X; which
/// one is printed for whom is not published, so it is a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SexLetters {
    /// Hombre.
    pub man: char,
    /// Mujer.
    pub woman: char,
}

impl SexLetters {
    /// As issued documents show them: masculino, femenino.
    pub const MASCULINE_FEMININE: Self = Self { man: 'M', woman: 'F' };
    /// As in the CURP: hombre, mujer.
    pub const MAN_WOMAN: Self = Self { man: 'H', woman: 'M' };

    /// The letters that a setting names.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "mf" => Some(Self::MASCULINE_FEMININE),
            "hm" => Some(Self::MAN_WOMAN),
            _ => None,
        }
    }
}

impl Default for SexLetters {
    fn default() -> Self {
        Self::MASCULINE_FEMININE
    }
}

impl Agregado {
    /// How many characters it has.
    pub const LENGTH: usize = 8;

    /// Reads what was typed: capitals, without spaces and hyphens.
    ///
    /// # Errors
    /// [`AgregadoFault`].
    pub fn read(text: &str) -> Result<Self, AgregadoFault> {
        let text: String = text
            .chars()
            .filter(|c| !only_groups(*c))
            .flat_map(char::to_uppercase)
            .collect();
        let found = text.chars().count();
        if found != Self::LENGTH {
            return Err(AgregadoFault::Length(found));
        }
        let bytes = text.as_bytes();
        let is_right = text.is_ascii()
            && (b'1'..=b'6').contains(&bytes[0])
            && b"HMFX".contains(&bytes[1])
            && matches!(&bytes[2..4], b"19" | b"20")
            && bytes[4..6].iter().all(u8::is_ascii_digit)
            && bytes[6..].iter().all(u8::is_ascii_uppercase);
        if is_right {
            Ok(Self(text))
        } else {
            Err(AgregadoFault::Shape)
        }
    }

    /// What a student usually gets: `1`, sex, year of birth, `ES`. A suggestion: the real one is on the IMSS document.
    /// No letter is known for X.
    pub fn usual(sex: Sex, birth_year: i32, letters: SexLetters) -> Option<Self> {
        let sex = match sex {
            Sex::Man => letters.man,
            Sex::Woman => letters.woman,
            Sex::NonBinary => return None,
        };
        Self::read(&format!("1{sex}{birth_year:04}ES")).ok()
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year of birth that it says.
    pub fn birth_year(&self) -> i32 {
        self.0[2..6].parse().unwrap_or_default()
    }
}
