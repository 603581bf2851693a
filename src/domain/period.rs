//! School periods and semesters.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::person_name::fold;

/// The three terms of a school year at the TecNM, in the order of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// `ENE-JUN`.
    JanJun,
    /// `VERANO`.
    Summer,
    /// `AGO-DIC`.
    AugDec,
}

impl Term {
    /// Every term, in the order of the calendar.
    pub const ALL: [Term; 3] = [Term::JanJun, Term::Summer, Term::AugDec];

    /// As the school writes it.
    pub fn label(self) -> &'static str {
        match self {
            Term::JanJun => "ENE-JUN",
            Term::Summer => "VERANO",
            Term::AugDec => "AGO-DIC",
        }
    }

    /// The first words that may name it, folded.
    fn named(words: &str) -> Option<Term> {
        Some(match words {
            "ene jun" | "enero junio" => Term::JanJun,
            "verano" => Term::Summer,
            "ago dic" | "agosto diciembre" => Term::AugDec,
            _ => return None,
        })
    }
}

/// A school period: a term of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The calendar year.
    pub year: i32,
    /// The term.
    pub term: Term,
}

/// A text is not a school period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a school period")]
pub struct NotAPeriod;

impl Period {
    /// Reads `AGO-DIC 2026`, `agosto - diciembre 2026`, `Verano 2026` and the like: the term and four digits of the
    /// year, in either order.
    ///
    /// # Errors
    /// [`NotAPeriod`], for anything else.
    pub fn parse(text: &str) -> Result<Period, NotAPeriod> {
        let text = fold(text);
        let (years, words): (Vec<&str>, Vec<&str>) = text
            .split(' ')
            .filter(|word| *word != "de")
            .partition(|word| is_year(word));
        let [year] = years[..] else { return Err(NotAPeriod) };
        let year = year.parse().map_err(|_| NotAPeriod)?;
        let term = Term::named(&words.join(" ")).ok_or(NotAPeriod)?;
        Ok(Period { year, term })
    }

    /// A number that puts periods in order and tells them apart: the year times ten, plus 1, 2 or 3 for the term.
    pub fn sort_key(self) -> i32 {
        self.year * 10
            + match self.term {
                Term::JanJun => 1,
                Term::Summer => 2,
                Term::AugDec => 3,
            }
    }

    /// The period of a [`sort_key`](Period::sort_key).
    pub fn from_sort_key(key: i32) -> Option<Period> {
        let term = match key.rem_euclid(10) {
            1 => Term::JanJun,
            2 => Term::Summer,
            3 => Term::AugDec,
            _ => return None,
        };
        Some(Period {
            year: key.div_euclid(10),
            term,
        })
    }

    /// This period and those that follow it, VERANO among them.
    pub fn following(self) -> impl Iterator<Item = Period> {
        std::iter::successors(Some(self), |period| {
            let (year, term) = match period.term {
                Term::JanJun => (period.year, Term::Summer),
                Term::Summer => (period.year, Term::AugDec),
                Term::AugDec => (period.year + 1, Term::JanJun),
            };
            Some(Period { year, term })
        })
    }

    /// The period that a date falls in: July, between the two long terms, is of the summer.
    pub fn containing(date: NaiveDate) -> Period {
        let term = match date.month() {
            1..=6 => Term::JanJun,
            7 => Term::Summer,
            _ => Term::AugDec,
        };
        Period {
            year: date.year(),
            term,
        }
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.term.label(), self.year)
    }
}

/// The semester that a student attends, from 1 to 20.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Semester(u8);

impl Semester {
    /// The first semester.
    pub const FIRST: Semester = Semester(1);

    /// The last one that the register accepts.
    pub const LAST: Semester = Semester(20);

    /// The semester of that number, if it is from 1 to 20.
    pub fn new(number: u8) -> Option<Semester> {
        Some(Semester(number)).filter(|semester| (Self::FIRST..=Self::LAST).contains(semester))
    }

    /// Reads `3`, `3.`, `3.º`, `3o`.
    pub fn parse(text: &str) -> Option<Semester> {
        let digits = text.trim().trim_end_matches(['.', 'º', '°', 'o']).trim_end();
        // «+3» is a number for Rust, and for nobody at the window.
        let is_plain = digits.bytes().all(|it| it.is_ascii_digit());
        digits.parse().ok().filter(|_| is_plain).and_then(Self::new)
    }

    /// Its number.
    pub fn number(self) -> u8 {
        self.0
    }

    /// Whether attending it takes an authorisation of the comité académico: the TecNM allows twelve semesters.
    pub fn needs_authorisation(self) -> bool {
        self.0 >= 13
    }

    /// The one that follows; `None` after the last.
    pub fn next(self) -> Option<Semester> {
        Self::new(self.0 + 1)
    }
}

impl fmt::Display for Semester {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AUTUMN: Period = Period {
        year: 2026,
        term: Term::AugDec,
    };

    #[test]
    fn reads_what_schools_write() {
        for text in [
            "AGO-DIC 2026",
            "ago-dic 2026",
            " Ago – Dic  2026",
            "AGOSTO-DICIEMBRE 2026",
            "Agosto - Diciembre de 2026",
            "2026 AGO-DIC",
        ] {
            assert_eq!(Period::parse(text), Ok(AUTUMN), "{text}");
        }
        assert_eq!(
            Period::parse("VERANO 2026"),
            Ok(Period {
                year: 2026,
                term: Term::Summer
            })
        );
        assert_eq!(
            Period::parse("Enero-Junio 2027"),
            Ok(Period {
                year: 2027,
                term: Term::JanJun
            })
        );
        for text in [
            "",
            "2026",
            "AGO-DIC",
            "AGO-DIC 26",
            "AGO-DIC 2026 2027",
            "DIC-AGO 2026",
        ] {
            assert_eq!(Period::parse(text), Err(NotAPeriod), "{text}");
        }
    }

    #[test]
    fn periods_follow_the_calendar() {
        let of = |month| Period::containing(NaiveDate::from_ymd_opt(2026, month, 15).unwrap()).to_string();
        assert_eq!(of(6), "ENE-JUN 2026");
        assert_eq!(of(7), "VERANO 2026");
        assert_eq!(of(11), "AGO-DIC 2026");
        assert_eq!(AUTUMN.sort_key(), 20_263);
    }

    #[test]
    fn semesters_end_at_twenty_and_ask_from_thirteen_on() {
        assert_eq!(Semester::new(0), None);
        for typed in ["3", " 3. ", "3.º", "3°", "3o"] {
            assert_eq!(Semester::parse(typed), Semester::new(3), "{typed}");
        }
        for typed in ["", "0", "21", "tercero", "3 o 4", "-3", "+3"] {
            assert_eq!(Semester::parse(typed), None, "{typed}");
        }
        assert_eq!(Semester::new(21), None);
        assert_eq!(Semester::LAST.next(), None);
        assert_eq!(Semester::FIRST.next(), Semester::new(2));
        let asks = |number| Semester::new(number).unwrap().needs_authorisation();
        assert!(!asks(12) && asks(13));
    }

    proptest! {
        #[test]
        fn are_read_back_and_keep_their_order(
            year in 1990i32..2100, term in 0usize..3, other_year in 1990i32..2100, other_term in 0usize..3,
        ) {
            let period = Period { year, term: Term::ALL[term] };
            let other = Period { year: other_year, term: Term::ALL[other_term] };
            prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
            prop_assert_eq!(Period::from_sort_key(period.sort_key()), Some(period));
            prop_assert_eq!(period.cmp(&other), period.sort_key().cmp(&other.sort_key()));
        }

        #[test]
        fn never_panics(text in "\\PC*", key in any::<i32>()) {
            let _ = Period::parse(&text);
            let _ = Period::from_sort_key(key);
        }
    }
}
