//! Dates as a clerk types them, and ages.

use chrono::{Datelike, Days, NaiveDate};
use std::ops::RangeInclusive;

/// The months, in the words that typed dates may use.
pub const MONTH_NAMES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// The ages, in whole years, at which nobody wonders about a student.
pub const STUDENT_AGES: RangeInclusive<i32> = 14..=90;

/// The years that a typed date may have: older or later ones are slips of the keyboard.
pub const TYPED_YEARS: RangeInclusive<i32> = 1900..=2100;

/// As many days back as `-n` accepts: ten years.
const MAX_DAYS_AGO: u64 = 3_660;

/// Why a typed text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateFault {
    /// It has none of the accepted forms.
    #[error("not a form of date")]
    Form,
    /// It reads as a day that the calendar lacks, such as 30 February.
    #[error("{year:04}-{month:02}-{day:02} does not exist")]
    NoSuchDay {
        /// The year, in full.
        year: i32,
        /// The month as typed, which may be outside 1 to 12.
        month: u32,
        /// The day as typed.
        day: u32,
    },
    /// Its year is outside [`TYPED_YEARS`].
    #[error("the year {year} is out of range")]
    Year {
        /// The year as typed.
        year: i32,
    },
}

impl DateFault {
    /// The short code for console and support.
    pub fn code(&self) -> &'static str {
        match self {
            DateFault::Form => "fecha-forma",
            DateFault::NoSuchDay { .. } => "fecha-no-existe",
            DateFault::Year { .. } => "fecha-anio",
        }
    }
}

/// Reads a date as it is typed at the window: `15/3/6`, `150306`, `15032006`, `15-03-2006`, `15 mar 2006`,
/// `15 de marzo de 2006`, `2006-03-15`, `hoy`, `ayer`, and `-3` for three days ago.
///
/// A year of one or two digits up to the current one is of this century, a later one of the last
/// (see [`full_year`]): right for births and past acts. For a coming date the year is typed in full.
///
/// # Errors
/// [`DateFault`], for a text in no such form, a day that does not exist, or a year out of [`TYPED_YEARS`].
pub fn typed_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "hoy" => return Ok(today),
        "ayer" => return days_ago(1, today),
        _ => {}
    }
    if let Some(days) = text.strip_prefix(['-', '\u{2212}', '–']) {
        return days_ago(number(days).ok_or(DateFault::Form)?.into(), today);
    }
    let (day, month, year) = parts(&text, today).ok_or(DateFault::Form)?;
    if !TYPED_YEARS.contains(&year) {
        return Err(DateFault::Year { year });
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateFault::NoSuchDay { year, month, day })
}

/// The full year of two digits: up to the current year's own they are of the 2000s, above it of the 1900s.
pub fn full_year(two_digits: u8, today: NaiveDate) -> i32 {
    let two_digits = i32::from(two_digits);
    if two_digits <= today.year().rem_euclid(100) {
        2000 + two_digits
    } else {
        1900 + two_digits
    }
}

/// Whole years from `born` to `on`, negative if `on` is earlier. Who was born on 29 February completes a year on
/// 1 March of a common year.
pub fn age(born: NaiveDate, on: NaiveDate) -> i32 {
    let birthday_to_come = (on.month(), on.day()) < (born.month(), born.day());
    on.year() - born.year() - i32::from(birthday_to_come)
}

fn days_ago(days: u64, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    Some(days)
        .filter(|days| *days <= MAX_DAYS_AGO)
        .and_then(|days| today.checked_sub_days(Days::new(days)))
        .ok_or(DateFault::Form)
}

/// Day, month and full year, if the text has the form of a date.
fn parts(text: &str, today: NaiveDate) -> Option<(u32, u32, i32)> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) && matches!(text.len(), 6 | 8) {
        return Some((
            number(&text[..2])?,
            number(&text[2..4])?,
            year(&text[4..], today)?,
        ));
    }
    let mut words = text
        .split(|ch: char| ch.is_whitespace() || matches!(ch, '/' | '-' | '.' | ','))
        .filter(|word| !matches!(*word, "" | "de" | "del"));
    let (first, second, third) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() {
        return None;
    }
    if first.len() == 4 {
        return Some((day_or_month(third)?, day_or_month(second)?, year(first, today)?));
    }
    Some((
        day_or_month(first)?,
        day_or_month(second).or_else(|| month_named(second))?,
        year(third, today)?,
    ))
}

fn number(text: &str) -> Option<u32> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn day_or_month(text: &str) -> Option<u32> {
    number(text).filter(|_| text.len() <= 2)
}

fn year(text: &str, today: NaiveDate) -> Option<i32> {
    let digits = number(text)?;
    match text.len() {
        1 | 2 => u8::try_from(digits).ok().map(|digits| full_year(digits, today)),
        4 => i32::try_from(digits).ok(),
        _ => None,
    }
}

/// The month whose name begins with at least three letters of `text`.
pub(super) fn month_named(text: &str) -> Option<u32> {
    if text.len() < 3 {
        return None;
    }
    (1..)
        .zip(MONTH_NAMES)
        .find(|(_, name)| name.starts_with(text))
        .map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn typed(text: &str) -> Result<NaiveDate, DateFault> {
        typed_date(text, day(2026, 11, 21))
    }

    #[test]
    fn reads_every_form_that_the_window_accepts() {
        for text in [
            "15/3/6",
            "150306",
            "15032006",
            "15-03-2006",
            " 15/03/06 ",
            "15.3.2006",
            "15 3 2006",
            "2006-03-15",
            "15 mar 2006",
            "15 de marzo de 2006",
            "15-MAR-06",
        ] {
            assert_eq!(typed(text), Ok(day(2006, 3, 15)), "{text}");
        }
    }

    #[test]
    fn counts_days_back_from_today() {
        assert_eq!(typed("hoy"), Ok(day(2026, 11, 21)));
        assert_eq!(typed("HOY"), Ok(day(2026, 11, 21)));
        assert_eq!(typed("ayer"), Ok(day(2026, 11, 20)));
        assert_eq!(typed("-3"), Ok(day(2026, 11, 18)));
        assert_eq!(typed("-0"), Ok(day(2026, 11, 21)));
        assert_eq!(typed("-99999"), Err(DateFault::Form));
    }

    #[test]
    fn two_digits_up_to_the_current_year_are_of_this_century() {
        assert_eq!(typed("1/1/26"), Ok(day(2026, 1, 1)));
        assert_eq!(typed("1/1/27"), Ok(day(1927, 1, 1)));
        assert_eq!(typed("311299"), Ok(day(1999, 12, 31)));
    }

    #[test]
    fn names_what_is_wrong() {
        assert_eq!(
            typed("29/2/2003"),
            Err(DateFault::NoSuchDay {
                year: 2003,
                month: 2,
                day: 29
            })
        );
        assert_eq!(
            typed("1/13/2003"),
            Err(DateFault::NoSuchDay {
                year: 2003,
                month: 13,
                day: 1
            })
        );
        assert_eq!(typed("1/1/0206"), Err(DateFault::Year { year: 206 }));
        for text in [
            "",
            "-",
            "mañana",
            "15/3",
            "15/3/206",
            "1503",
            "15/3/2006/1",
            "1/m/2006",
            "á/é/í",
            "１５/3/2006",
        ] {
            assert_eq!(typed(text), Err(DateFault::Form), "{text}");
        }
    }

    #[test]
    fn ages_change_on_the_birthday() {
        assert_eq!(age(day(2006, 5, 14), day(2026, 5, 13)), 19);
        assert_eq!(age(day(2006, 5, 14), day(2026, 5, 14)), 20);
        assert_eq!(age(day(2004, 2, 29), day(2025, 2, 28)), 20);
        assert_eq!(age(day(2004, 2, 29), day(2025, 3, 1)), 21);
        assert_eq!(age(day(2026, 5, 14), day(2026, 5, 13)), -1);
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = typed(&text);
        }

        #[test]
        fn never_panics_on_near_dates(text in "[-0-9/. a-zñé]{0,12}") {
            let _ = typed(&text);
        }

        #[test]
        fn reads_back_any_day_of_the_range(days in 0u64..73_000) {
            let date = day(1900, 1, 1) + Days::new(days);
            prop_assert_eq!(typed(&date.format("%d/%m/%Y").to_string()), Ok(date));
            prop_assert_eq!(typed(&date.format("%d%m%Y").to_string()), Ok(date));
            prop_assert_eq!(typed(&date.format("%Y-%m-%d").to_string()), Ok(date));
        }
    }
}
