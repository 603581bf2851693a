//! What a sheet says to a machine: the mute code and the official address.
//!
//! The code on a student's paper is mute: a version, the campus, the student's identifier, the sheet's folio and a
//! check character. Never NSS, CURP or anything medical. Capitals, digits and spaces only, so that a scanner types it
//! right under any keyboard layout.

use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use qrcode::bits::Bits;
use qrcode::types::QrError;
use qrcode::{Color, EcLevel, QrCode, Version};

mod check;

/// The address of the Constancia de Vigencia de Derechos, which the student's panel carries as a code.
pub const VIGENCIA_ADDRESS: &str =
    "https://serviciosdigitales.imss.gob.mx/gestionAsegurados-web-externo/vigencia";

const FORMAT: &str = "SF1";

/// Why a code cannot be made, or why a text read back is not one of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// A part is empty, too long, or has something other than A-Z and 0-9.
    #[error("{part} is not 1 to {most} of A-Z and 0-9: {text:?}")]
    Part {
        /// Which part.
        part: &'static str,
        /// The longest it may be.
        most: usize,
        /// What it was.
        text: String,
    },
    /// The text is not version, campus, identifier, folio and check character.
    #[error("not a code of this program: {0:?}")]
    Shape(String),
    /// The check character does not agree with the rest.
    #[error("the check character of {0:?} does not agree with the rest")]
    Check(String),
    /// The text is too long for its square.
    #[error("{0:?} is too long for its QR code")]
    TooLong(String),
}

/// The mute code of a sheet: `SF1 30DIT0000Z 25TE0457 F8K2 7`.
///
/// The check character catches every change of one character and every swap of two neighbours inside a part. Where the
/// campus and the identifier end goes into it too, so it catches a space that slipped as well. See the module `check`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MuteCode {
    plantel: String,
    identifier: String,
    folio: String,
}

impl MuteCode {
    /// A code for a campus key, a student's identifier and a sheet's folio.
    ///
    /// # Errors
    /// When a part has anything but capitals without accents and digits, or is too long for the square.
    pub fn new(plantel: &str, identifier: &str, folio: &str) -> Result<Self, CodeError> {
        Ok(Self {
            plantel: part("plantel", plantel, 10)?,
            identifier: part("identifier", identifier, 12)?,
            folio: part("folio", folio, 8)?,
        })
    }

    /// The campus key.
    #[must_use]
    pub fn plantel(&self) -> &str {
        &self.plantel
    }

    /// The student's identifier.
    #[must_use]
    pub fn identifier(&self) -> &str {
        &self.identifier
    }

    /// The sheet's folio.
    #[must_use]
    pub fn folio(&self) -> &str {
        &self.folio
    }

    /// The text that the square says.
    #[must_use]
    pub fn text(&self) -> String {
        let Self {
            plantel,
            identifier,
            folio,
        } = self;
        format!("{FORMAT} {plantel} {identifier} {folio} {}", self.check())
    }

    /// Reads a text back, as a scanner types it.
    ///
    /// # Errors
    /// When it is not one of ours, or its check character does not agree.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let parts: Vec<_> = text.split(' ').collect();
        let [FORMAT, plantel, identifier, folio, check] = parts[..] else {
            return Err(CodeError::Shape(text.to_owned()));
        };
        let code = Self::new(plantel, identifier, folio)?;
        if check.chars().eq([code.check()]) {
            Ok(code)
        } else {
            Err(CodeError::Check(text.to_owned()))
        }
    }

    /// The square on paper: 25 × 25 modules (version 2), level M, alphanumeric mode.
    ///
    /// # Errors
    /// When the text is longer than the 38 characters of the square.
    pub fn code(&self) -> Result<Code, CodeError> {
        Code::alphanumeric(self.text(), 2, EcLevel::M)
    }

    fn check(&self) -> char {
        let Self {
            plantel,
            identifier,
            folio,
        } = self;
        let ends = [plantel.len(), plantel.len() + identifier.len()];
        let characters = [FORMAT, plantel, identifier, folio]
            .into_iter()
            .flat_map(str::bytes)
            .filter_map(check::value);
        check::character(ends.into_iter().chain(characters))
    }
}

impl FromStr for MuteCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

fn part(part: &'static str, text: &str, most: usize) -> Result<String, CodeError> {
    let allowed = (1..=most).contains(&text.len()) && text.bytes().all(|byte| check::value(byte).is_some());
    if allowed {
        Ok(text.to_owned())
    } else {
        Err(CodeError::Part {
            part,
            most,
            text: text.to_owned(),
        })
    }
}

/// A QR code: what it says and its modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    text: String,
    side: usize,
    dark: Arc<[bool]>,
}

impl Code {
    /// The square of the official page of the Constancia de Vigencia: [`VIGENCIA_ADDRESS`] in 37 × 37 modules
    /// (version 5), level L. It is the same on every sheet, so it is made once.
    ///
    /// # Errors
    /// When the address is longer than the 106 characters of the square.
    pub fn vigencia() -> Result<Self, CodeError> {
        static MADE: OnceLock<Result<Code, CodeError>> = OnceLock::new();
        MADE.get_or_init(|| Self::address(VIGENCIA_ADDRESS)).clone()
    }

    /// The square of a page's address, in 37 × 37 modules, level L.
    ///
    /// # Errors
    /// When the address is longer than the 106 characters of the square.
    pub fn address(address: &str) -> Result<Self, CodeError> {
        let code = QrCode::with_version(address, Version::Normal(5), EcLevel::L);
        Self::made(address.to_owned(), code)
    }

    /// The square of a secret key of age: 33 × 33 modules (version 4), level M, alphanumeric mode.
    ///
    /// # Errors
    /// When it is longer than the 90 characters of the square, or has other than capitals, digits and hyphens.
    pub fn of_key(key: &str) -> Result<Self, CodeError> {
        Self::alphanumeric(key.to_owned(), 4, EcLevel::M)
    }

    fn alphanumeric(text: String, version: i16, level: EcLevel) -> Result<Self, CodeError> {
        let mut bits = Bits::new(Version::Normal(version));
        let filled = bits
            .push_alphanumeric_data(text.as_bytes())
            .and_then(|()| bits.push_terminator(level));
        let code = filled.and_then(|()| QrCode::with_bits(bits, level));
        Self::made(text, code)
    }

    fn made(text: String, code: Result<QrCode, QrError>) -> Result<Self, CodeError> {
        let Ok(code) = code else {
            return Err(CodeError::TooLong(text));
        };
        let side = code.width();
        let dark = code
            .into_colors()
            .into_iter()
            .map(|color| color == Color::Dark)
            .collect();
        Ok(Self { text, side, dark })
    }

    /// What the square says.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many modules a side has.
    #[must_use]
    pub fn side(&self) -> usize {
        self.side
    }

    /// How large the modules are together in a square of a nominal size: what its quiet zone, four modules wide on
    /// each side, leaves of it.
    #[must_use]
    pub fn modules_mm(&self, nominal_mm: f64) -> f64 {
        const QUIET_MODULES: usize = 8;
        nominal_mm * self.side as f64 / (self.side + QUIET_MODULES) as f64
    }

    /// Whether a module is dark.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.side && self.dark.get(row * self.side + column).copied().unwrap_or(false)
    }

    /// The dark modules as horizontal runs: row, first column, how many. A drawing of runs has no seams inside them.
    pub fn runs(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.dark
            .chunks(self.side)
            .enumerate()
            .flat_map(|(row, modules)| {
                let mut column = 0;
                modules.chunk_by(|a, b| a == b).filter_map(move |run| {
                    let first = column;
                    column += run.len();
                    run.first()?.then_some((row, first, run.len()))
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::print::folio::folio;

    fn mockup() -> MuteCode {
        MuteCode::new("30DIT0000Z", "25TE0457", "F8K2").unwrap()
    }

    #[test]
    fn the_mute_code_says_campus_identifier_and_folio_and_nothing_else() {
        let text = mockup().text();
        assert_eq!(&text[..29], "SF1 30DIT0000Z 25TE0457 F8K2 ");
        assert_eq!(text.len(), 30);
        assert_eq!(text.parse(), Ok(mockup()));
    }

    #[test]
    fn a_text_of_another_program_is_told_apart() {
        for text in [
            "",
            "SF1",
            "SF2 30DIT0000Z 25TE0457 F8K2 7",
            "SF1  30DIT0000Z 25TE0457 F8K2 7",
            "hola",
        ] {
            assert!(
                matches!(MuteCode::parse(text), Err(CodeError::Shape(_))),
                "{text:?}"
            );
        }
        assert!(matches!(
            MuteCode::new("30dit0000z", "25TE0457", "F8K2"),
            Err(CodeError::Part { .. })
        ));
        assert!(matches!(
            MuteCode::new("30DIT0000Z", "25TE0457Ñ", "F8K2"),
            Err(CodeError::Part { .. })
        ));
        assert!(matches!(
            MuteCode::new("30DIT0000Z", "", "F8K2"),
            Err(CodeError::Part { .. })
        ));
    }

    #[test]
    fn the_squares_have_the_sizes_the_paper_was_drawn_for() {
        let mute = mockup().code().unwrap();
        assert_eq!(mute.side(), 25);
        assert_eq!(Code::address(VIGENCIA_ADDRESS).unwrap().side(), 37);
        assert!(matches!(
            Code::address(&"x".repeat(107)),
            Err(CodeError::TooLong(_))
        ));
        let longest = MuteCode::new(&"Z".repeat(10), &"9".repeat(12), &"K".repeat(8)).unwrap();
        assert_eq!(longest.text().len(), 38);
        assert_eq!(
            longest.code().unwrap().side(),
            25,
            "the longest parts fit the square"
        );
    }

    #[test]
    fn the_modules_are_those_of_the_text() {
        let code = mockup().code().unwrap();
        let again = QrCode::with_version(mockup().text(), Version::Normal(2), EcLevel::M).unwrap();
        assert_eq!(again.width(), code.side());
        let drawn: usize = code.runs().map(|(_, _, length)| length).sum();
        assert_eq!(drawn, code.dark.iter().filter(|&&dark| dark).count());
        for (row, first, length) in code.runs() {
            assert!((first..first + length).all(|column| code.is_dark(column, row)));
            assert!(!code.is_dark(first + length, row) && (first == 0 || !code.is_dark(first - 1, row)));
        }
        assert!(
            (0..7).all(|at| code.is_dark(at, 0) && code.is_dark(0, at)),
            "the finder stands top left"
        );
    }

    prop_compose! {
        fn any_code()(plantel in "[0-9A-Z]{1,10}", identifier in "[0-9A-Z]{4,12}", sequence: u32) -> MuteCode {
            MuteCode::new(&plantel, &identifier, &folio(u64::from(sequence))).unwrap()
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(code in any_code()) {
            prop_assert_eq!(MuteCode::parse(&code.text()), Ok(code));
        }

        #[test]
        fn nothing_that_is_read_panics(text in "\\PC{0,40}") {
            let _ = MuteCode::parse(&text);
        }

        #[test]
        fn every_change_of_one_character_is_caught(code in any_code(), at in 0usize..38, other in "[0-9A-Z ]") {
            let text = code.text();
            prop_assume!(at < text.len() && text[at..=at] != other);
            let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            prop_assert!(MuteCode::parse(&changed).is_err(), "{} passed for {}", changed, text);
        }

        #[test]
        fn every_swap_of_neighbours_in_a_part_is_caught(code in any_code(), at in 0usize..37) {
            let mut bytes = code.text().into_bytes();
            prop_assume!(at + 1 < bytes.len() && bytes[at] != bytes[at + 1]);
            prop_assume!(bytes[at] != b' ' && bytes[at + 1] != b' ');
            bytes.swap(at, at + 1);
            let changed = String::from_utf8(bytes).unwrap();
            prop_assert!(MuteCode::parse(&changed).is_err(), "{} passed for {}", changed, code.text());
        }

        #[test]
        fn a_space_that_slipped_is_caught(code in any_code(), second: bool) {
            let (from, to) = if second { (&code.identifier, &code.folio) } else { (&code.plantel, &code.identifier) };
            let (kept, moved) = from.split_at(from.len() - 1);
            let (kept, grown) = (kept.to_owned(), format!("{moved}{to}"));
            let slipped = if second {
                MuteCode { identifier: kept, folio: grown, ..code.clone() }
            } else {
                MuteCode { plantel: kept, identifier: grown, ..code.clone() }
            };
            prop_assert_ne!(slipped.check(), code.check());
        }
    }
}
