//! What two printed rules of 100 mm tell of a printer.
//!
//! A PDF cannot forbid that it is scaled, so the ruler page is measured by hand. The lengths and what they mean are those of
//! the office's paper rules: 94 mm where the page is fitted to what the printer can reach, 97 mm where a letter page is
//! fitted to A4, 91 mm where both happen.

use std::fmt;

use chrono::NaiveDateTime;

/// The length of both rules, in millimetres.
pub const RULE_MM: u16 = 100;

/// Lengths that somebody can have measured, in tenths of a millimetre.
const MEASURABLE: std::ops::RangeInclusive<u16> = 500..=1500;
/// A school ruler is read to half a millimetre.
const READING: u16 = 5;
/// So near a length is that length, in tenths of a millimetre.
const NEAR: u16 = 12;

/// A length as it was read from a ruler, in tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measured(u16);

impl Measured {
    /// What a rule of a printer that does not scale measures.
    pub const TRUE: Self = Self(RULE_MM * 10);

    /// Reads «100», «99.5», «97,5 mm».
    ///
    /// # Errors
    /// [`NotALength`].
    pub fn read(typed: &str) -> Result<Self, NotALength> {
        let typed = typed.trim().to_lowercase();
        let number = typed
            .strip_suffix("mm")
            .unwrap_or(&typed)
            .trim()
            .replace(',', ".");
        let (whole, part) = number.split_once('.').unwrap_or((&number, "0"));
        let digits = |text: &str, most| {
            (!text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| text.parse::<u16>().ok())
                .flatten()
        };
        let (Some(whole), Some(part)) = (digits(whole, 3), digits(part, 1)) else {
            return Err(NotALength::Unreadable);
        };
        Self::from_tenths(whole * 10 + part).ok_or(NotALength::OutOfReach)
    }

    /// A length in tenths of a millimetre, if the rule can have it: half of what it should be, or half as much again.
    pub fn from_tenths(tenths: u16) -> Option<Self> {
        MEASURABLE.contains(&tenths).then_some(Self(tenths))
    }

    /// In tenths of a millimetre.
    pub fn tenths(self) -> u16 {
        self.0
    }

    fn is_near(self, millimetres: u16, tenths: u16) -> bool {
        self.0.abs_diff(millimetres * 10) <= tenths
    }
}

impl fmt::Display for Measured {
    /// «100», «97.5».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 10 {
            0 => write!(f, "{}", self.0 / 10),
            part => write!(f, "{}.{part}", self.0 / 10),
        }
    }
}

/// Why something typed is no length of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotALength {
    /// It is no number of millimetres.
    Unreadable,
    /// No printer makes 100 mm of that.
    OutOfReach,
}

/// How a printer scales.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Not at all.
    True,
    /// It fits the page to what it can reach.
    FitsPage,
    /// It has A4, or was told so.
    A4,
    /// Both.
    A4Fitted,
    /// In another way.
    Other,
    /// One rule is longer than the other: the page is stretched.
    Stretched,
}

impl Scale {
    /// What the rule that lies and the one that stands tell.
    pub fn of(across: Measured, down: Measured) -> Self {
        let both =
            |millimetres, tenths| across.is_near(millimetres, tenths) && down.is_near(millimetres, tenths);
        if both(RULE_MM, READING) {
            Self::True
        } else if across.0.abs_diff(down.0) > 2 * READING {
            Self::Stretched
        } else if both(97, NEAR) {
            Self::A4
        } else if both(94, NEAR) {
            Self::FitsPage
        } else if both(91, NEAR) {
            Self::A4Fitted
        } else {
            Self::Other
        }
    }
}

/// What the ruler page measured on a printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrinterCheck {
    /// What the office calls it.
    pub printer: String,
    /// The line that lies.
    pub across: Measured,
    /// The line that stands.
    pub down: Measured,
    /// When it was written down.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: String,
}

impl PrinterCheck {
    /// How the printer scales.
    pub fn scale(&self) -> Scale {
        Scale::of(self.across, self.down)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(text: &str) -> Measured {
        Measured::read(text).unwrap()
    }

    #[test]
    fn a_length_is_read_as_people_write_it() {
        for (typed, tenths) in [("100", 1000), ("99.5", 995), (" 97,5 mm", 975), ("94MM", 940)] {
            assert_eq!(measured(typed).tenths(), tenths, "{typed}");
        }
        for typed in ["", "cien", "100.25", "-97", "1e2", "9 7", "mm", ".5", "99."] {
            assert_eq!(Measured::read(typed), Err(NotALength::Unreadable), "{typed}");
        }
        for typed in ["10", "49.9", "150.1", "999"] {
            assert_eq!(Measured::read(typed), Err(NotALength::OutOfReach), "{typed}");
        }
        assert_eq!(measured("97.5").to_string(), "97.5");
        assert_eq!(Measured::TRUE.to_string(), "100");
    }

    #[test]
    fn the_lengths_of_the_paper_rules_mean_what_they_say() {
        let of = |across: &str, down: &str| Scale::of(measured(across), measured(down));
        assert_eq!(of("100", "100"), Scale::True);
        assert_eq!(of("99.5", "100.5"), Scale::True);
        assert_eq!(of("94", "94"), Scale::FitsPage);
        assert_eq!(of("97", "97"), Scale::A4);
        assert_eq!(of("91", "91"), Scale::A4Fitted);
        assert_eq!(of("103", "103"), Scale::Other);
        assert_eq!(of("80", "80"), Scale::Other);
        assert_eq!(of("97", "100"), Scale::Stretched);
    }

    #[test]
    fn only_what_a_ruler_reads_as_a_hundred_is_true() {
        for tenths in MEASURABLE {
            let length = Measured::from_tenths(tenths).unwrap();
            let is_true = Scale::of(length, length) == Scale::True;
            assert_eq!(is_true, (995..=1005).contains(&tenths), "{tenths}");
            assert_eq!(Measured::read(&length.to_string()), Ok(length));
        }
    }
}
