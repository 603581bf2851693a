//! Sex as the CURP and the forms of IMSS record it.

use serde::{Deserialize, Serialize};

/// The sex written in position 11 of a CURP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sex {
    /// `H`, hombre.
    #[serde(rename = "H")]
    Man,
    /// `M`, mujer.
    #[serde(rename = "M")]
    Woman,
    /// `X`, no binario: absent from the Instructivo Normativo of 2021, issued by RENAPO since July 2022.
    #[serde(rename = "X")]
    NonBinary,
}

impl Sex {
    /// Every value, in the order of the CURP's own table.
    pub const ALL: [Sex; 3] = [Sex::Man, Sex::Woman, Sex::NonBinary];

    /// The letter that the CURP uses: `H`, `M` or `X`.
    pub fn code(self) -> char {
        match self {
            Sex::Man => 'H',
            Sex::Woman => 'M',
            Sex::NonBinary => 'X',
        }
    }

    /// The sex of an upper-case letter of the CURP.
    pub fn from_code(code: char) -> Option<Sex> {
        Self::ALL.into_iter().find(|sex| sex.code() == code)
    }
}
