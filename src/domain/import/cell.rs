//! A cell of a sheet as text, and what a text may mean whatever column it stands in.

use chrono::{Days, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::domain::date::{self, TYPED_YEARS, full_year};
use crate::domain::letters::is_invisible;
use crate::domain::person_name::fold;

/// A cell: its text, and whether the sheet held it as a number or a date.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Given {
    /// Its text. A number of a sheet is its digits, a date is ISO text.
    pub text: String,
    /// As what the sheet held it.
    #[serde(default, skip_serializing_if = "GivenKind::is_text")]
    pub kind: GivenKind,
}

/// As what a sheet held a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum GivenKind {
    /// Text, and everything in a file of plain text.
    #[default]
    Text,
    /// A number of a sheet.
    #[serde(rename = "n")]
    Number,
    /// A date of a sheet.
    #[serde(rename = "d")]
    Date,
    /// A formula that came to nothing: `#N/A`.
    #[serde(rename = "f")]
    Fault,
}

impl GivenKind {
    fn is_text(&self) -> bool {
        *self == Self::Text
    }
}

impl Given {
    /// A cell of text.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            kind: GivenKind::Text,
        }
    }

    /// The text in Unicode form NFC, without spaces around it, invisible characters and doubled spaces; nothing for a formula that came to
    /// nothing, and for what people write where they have nothing to write.
    pub fn tidy(&self) -> String {
        if self.kind == GivenKind::Fault {
            return String::new();
        }
        let plain = self.text.is_ascii() && !self.text.bytes().any(|byte| byte.is_ascii_control());
        let tidy = if plain {
            self.text.trim().to_owned()
        } else {
            let visible: String = self
                .text
                .chars()
                .map(|ch| if ch.is_whitespace() { ' ' } else { ch })
                .filter(|ch| !is_invisible(*ch))
                .nfc()
                .collect();
            visible.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        if says_nothing(&tidy) { String::new() } else { tidy }
    }

    /// Whether digits were lost for good: a text file that a spreadsheet wrote has `4.15E+10` for a long number.
    pub fn has_lost_digits(&self) -> bool {
        let text = self.text.trim();
        let Some((front, exponent)) = text.split_once(['E', 'e']) else {
            return false;
        };
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let front = match front.split_once(['.', ',']) {
            Some((whole, rest)) => digits(whole) && digits(rest),
            None => digits(front),
        };
        front && exponent.strip_prefix('+').is_some_and(digits)
    }
}

/// What people write where they have nothing to write. A name may be «Na», so this holds for whole cells alone.
fn says_nothing(text: &str) -> bool {
    const NOTHING: [&str; 15] = [
        "",
        "n a",
        "no tengo",
        "no lo tengo",
        "no cuento",
        "no se",
        "no aplica",
        "ninguno",
        "ninguna",
        "pendiente",
        "sin nss",
        "sin numero",
        "desconozco",
        "null",
        "s n",
    ];
    // Asked of every cell: what begins as none of them is told from them at once.
    let may_be = match text.bytes().next() {
        None => return true,
        Some(first) => !first.is_ascii_digit() && text.len() <= 16,
    };
    let begins = text
        .trim_start_matches(|ch: char| !ch.is_alphanumeric())
        .bytes()
        .next();
    let begins_so =
        begins.is_none_or(|first| matches!(first.to_ascii_lowercase(), b'n' | b'p' | b's' | b'd'));
    may_be && begins_so && NOTHING.contains(&fold(text).as_str())
}

/// Which of two numbers is the day where both could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateOrder {
    /// `03/04/2004` is 3 April.
    #[serde(rename = "dma")]
    DayFirst,
    /// `03/04/2004` is 4 March.
    #[serde(rename = "mda")]
    MonthFirst,
}

/// What a cell of a column of dates says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivenDate {
    /// One day and no other.
    Sure(NaiveDate),
    /// Either of two, by which number is the day.
    Either {
        /// With the day in front.
        day_first: NaiveDate,
        /// With the month in front.
        month_first: NaiveDate,
    },
}

impl GivenDate {
    /// The day, given the order; `None` while it could be either and no order is known.
    pub fn day(self, order: Option<DateOrder>) -> Option<NaiveDate> {
        match (self, order) {
            (Self::Sure(date), _) => Some(date),
            (Self::Either { day_first, .. }, Some(DateOrder::DayFirst)) => Some(day_first),
            (Self::Either { month_first, .. }, Some(DateOrder::MonthFirst)) => Some(month_first),
            (Self::Either { .. }, None) => None,
        }
    }
}

/// Reads a cell of a column of dates: a date of the sheet, the serial number of one, ISO text, or numbers whose order the
/// column tells; what stands after the day, such as the hour, does not count. `None` for what is no date.
pub fn read_date(cell: &Given, today: NaiveDate) -> Option<GivenDate> {
    let text = cell.tidy();
    // «Hoy», «ayer» and «-3» mean a day to whoever types them, and none on a sheet.
    if !text.starts_with(|ch: char| ch.is_ascii_digit()) {
        return None;
    }
    if let Some(date) = serial(&text) {
        return Some(GivenDate::Sure(date));
    }
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let numbers: Vec<&str> = day.split(['/', '-', '.']).collect();
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| (1..=4).contains(&text.len()));
    if let [first, second, year] = numbers[..]
        && let (Some(one), Some(other)) = (number(first), number(second))
        && first.len() <= 2
        && second.len() <= 2
        && number(year).is_some()
    {
        let dated = |day: u32, month: u32| {
            let year = match number(year)? {
                two_digits if year.len() <= 2 => full_year(u8::try_from(two_digits).ok()?, today),
                full => i32::try_from(full).ok()?,
            };
            NaiveDate::from_ymd_opt(year, month, day).filter(|_| TYPED_YEARS.contains(&year))
        };
        return match (one <= 12 && other <= 12 && one != other, one > 12, other > 12) {
            (true, ..) => Some(GivenDate::Either {
                day_first: dated(one, other)?,
                month_first: dated(other, one)?,
            }),
            (_, _, true) => dated(other, one).map(GivenDate::Sure),
            _ => dated(one, other).map(GivenDate::Sure),
        };
    }
    // «2004-03-15», «15 de marzo de 2004», «150304».
    let whole = date::typed_date(&text, today).or_else(|_| date::typed_date(day, today));
    whole.ok().map(GivenDate::Sure)
}

/// The moment at which a form was answered, as far as its cell says; with it the later of two answers is known.
pub fn read_moment(cell: &Given, order: Option<DateOrder>, today: NaiveDate) -> Option<NaiveDateTime> {
    let date = read_date(cell, today)?.day(order.or(Some(DateOrder::DayFirst)))?;
    let text = cell.tidy();
    let hour = text.split([' ', 'T']).nth(1).unwrap_or_default();
    let afternoon = fold(&text).contains("p m");
    let mut parts = hour
        .split(':')
        .map(|part| part.parse::<u32>().unwrap_or_default());
    let (hour, minute, second) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
    date.and_hms_opt(hour, minute, second)
        .or_else(|| date.and_hms_opt(0, 0, 0))
}

/// The day of a serial number, which counts from 30 December 1899: `38061` is 15 March 2004.
fn serial(text: &str) -> Option<NaiveDate> {
    let whole = text.split('.').next().unwrap_or_default();
    if whole.len() != 5 || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let days: u64 = whole.parse().ok()?;
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
    TYPED_YEARS
        .contains(&chrono::Datelike::year(&date))
        .then_some(date)
}

/// Whether a cell says yes or no; `None` for anything else.
pub fn read_yes(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "si" | "s" | "x" | "1" | "verdadero" | "true" | "ya" | "afiliado" | "vigente" => Some(true),
        "no" | "n" | "0" | "falso" | "false" => Some(false),
        _ if matches!(text.trim(), "✓" | "✔") => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    fn read(text: &str) -> Option<GivenDate> {
        read_date(&Given::text(text), today())
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_above_twelve_tells_the_order_by_itself() {
        for text in [
            "15/03/2004",
            "03/15/2004",
            "15-3-2004",
            "2004-03-15",
            "38061",
            "15/3/04",
            "2004-03-15 00:00:00",
        ] {
            assert_eq!(read(text), Some(GivenDate::Sure(day("2004-03-15"))), "{text}");
        }
        assert_eq!(read("3/3/2004"), Some(GivenDate::Sure(day("2004-03-03"))));
        assert_eq!(
            read("15 de marzo de 2004"),
            Some(GivenDate::Sure(day("2004-03-15")))
        );
    }

    #[test]
    fn two_small_numbers_may_be_either() {
        let either = read("03/04/2004").unwrap();
        assert_eq!(either.day(None), None);
        assert_eq!(either.day(Some(DateOrder::DayFirst)), Some(day("2004-04-03")));
        assert_eq!(either.day(Some(DateOrder::MonthFirst)), Some(day("2004-03-04")));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "marzo", "31/02/2004", "2004", "99999999", "12/2004", "no sé"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_hour_of_an_answer_counts() {
        let at = |text: &str| {
            read_moment(&Given::text(text), Some(DateOrder::DayFirst), today()).map(|at| at.to_string())
        };
        assert_eq!(at("12/11/2026 9:58:03").as_deref(), Some("2026-11-12 09:58:03"));
        assert_eq!(
            at("12/11/2026 1:05:00 p. m.").as_deref(),
            Some("2026-11-12 13:05:00")
        );
        assert_eq!(at("2026-11-12").as_deref(), Some("2026-11-12 00:00:00"));
        assert_eq!(at("ayer por la tarde"), None);
    }

    #[test]
    fn tells_a_number_that_lost_its_digits() {
        for text in ["4.15E+10", "1.78E+03", "4,81906E+10", "5E+9"] {
            assert!(Given::text(text).has_lost_digits(), "{text}");
        }
        for text in ["178E0001", "48190600428", "E+10", "4.15E10", "", "25TE0457"] {
            assert!(!Given::text(text).has_lost_digits(), "{text}");
        }
    }

    #[test]
    fn what_says_nothing_is_empty() {
        for text in ["N/A", " no tengo ", "Ninguno", "-", "", "\u{200b}", "S/N"] {
            assert_eq!(Given::text(text).tidy(), "", "{text:?}");
        }
        assert_eq!(Given::text(" Ana\u{200b}  María\n").tidy(), "Ana María");
        assert_eq!(Given::text("Na").tidy(), "Na");
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in any::<String>()) {
            let cell = Given::text(text);
            let _ = (read_date(&cell, today()), read_moment(&cell, None, today()), cell.has_lost_digits(), cell.tidy());
        }
    }
}
