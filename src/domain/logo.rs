//! The campus' logo, as its setting names it: the picture itself is stored once, under its seal.

use std::fmt;

/// The heaviest file that is taken.
pub const MOST_BYTES: u64 = 5 * 1024 * 1024;
/// The shortest side: less would print as steps.
pub const LEAST_SIDE: u32 = 60;
/// The longest side that is taken.
pub const MOST_SIDE: u32 = 8_000;
/// How many times longer than high it may be, or the other way round.
pub const MOST_RATIO: u32 = 8;

/// How many letters a seal has.
const SEAL: usize = 16;

/// Which picture is the logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoMark {
    /// Changes with any dot of the picture.
    pub seal: String,
    /// Dots across.
    pub width: u32,
    /// Dots down.
    pub height: u32,
    /// The file that it came from.
    pub name: String,
}

/// Why a file is no logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoFault {
    /// There is no such file.
    #[error("no such file")]
    NotFound,
    /// It can't be read.
    #[error("not readable")]
    NotReadable,
    /// It weighs more than [`MOST_BYTES`].
    #[error("{bytes} bytes")]
    TooHeavy {
        /// What it weighs.
        bytes: u64,
    },
    /// It is neither PNG nor JPEG.
    #[error("neither PNG nor JPEG")]
    OtherKind,
    /// It begins as one and can't be read to its end.
    #[error("damaged")]
    Damaged,
    /// A side is shorter than [`LEAST_SIDE`] or longer than [`MOST_SIDE`].
    #[error("{width} × {height}")]
    Size {
        /// Dots across.
        width: u32,
        /// Dots down.
        height: u32,
    },
    /// It is more than [`MOST_RATIO`] times longer than high, or the other way round.
    #[error("{width} to {height}")]
    Proportion {
        /// Dots across.
        width: u32,
        /// Dots down.
        height: u32,
    },
}

/// Refuses a picture of these sides that no paper could show well.
///
/// # Errors
/// [`LogoFault::Size`], [`LogoFault::Proportion`].
pub fn check_sides(width: u32, height: u32) -> Result<(), LogoFault> {
    let (short, long) = (width.min(height), width.max(height));
    if short < LEAST_SIDE || long > MOST_SIDE {
        return Err(LogoFault::Size { width, height });
    }
    if long > short * MOST_RATIO {
        return Err(LogoFault::Proportion { width, height });
    }
    Ok(())
}

impl LogoMark {
    /// Reads what its `Display` writes.
    pub fn parse(text: &str) -> Option<Self> {
        let (seal, rest) = text.split_once(' ')?;
        let (sides, name) = rest.split_once(' ')?;
        let (width, height) = sides.split_once('x')?;
        let is_seal = seal.len() == SEAL && seal.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
        let mark = Self {
            seal: seal.to_owned(),
            width: width.parse().ok()?,
            height: height.parse().ok()?,
            name: name.trim().to_owned(),
        };
        (is_seal && mark.to_string() == text && !name.chars().any(char::is_control)).then_some(mark)
    }
}

impl fmt::Display for LogoMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}x{} {}", self.seal, self.width, self.height, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_reads_back_as_itself_and_nothing_else_does() {
        let mark = LogoMark {
            seal: "0123456789abcdef".into(),
            width: 400,
            height: 200,
            name: "escudo del plantel.png".into(),
        };
        assert_eq!(LogoMark::parse(&mark.to_string()), Some(mark));
        for text in [
            "",
            "/home/lupita/escudo.png",
            "0123 400x200 escudo.png",
            "0123456789abcdef 400 escudo.png",
            "0123456789abcdef 0400x200 escudo.png",
            "0123456789abcdeg 400x200 escudo.png",
        ] {
            assert_eq!(LogoMark::parse(text), None, "{text}");
        }
    }

    #[test]
    fn sides_that_print_well_are_taken() {
        assert_eq!(check_sides(60, 60), Ok(()));
        assert_eq!(check_sides(480, 60), Ok(()));
        assert_eq!(
            check_sides(59, 400),
            Err(LogoFault::Size {
                width: 59,
                height: 400
            })
        );
        assert_eq!(
            check_sides(481, 60),
            Err(LogoFault::Proportion {
                width: 481,
                height: 60
            })
        );
        assert_eq!(
            check_sides(8_001, 4_000),
            Err(LogoFault::Size {
                width: 8_001,
                height: 4_000
            })
        );
    }
}
