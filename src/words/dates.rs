//! Dates, times and figures as they are written for the clerk.

use std::borrow::Cow;
use std::fmt::Display;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

use super::said::Said;
use crate::domain::cutoff::Window;
use crate::domain::date::{DateFault, MONTH_NAMES, TYPED_YEARS, age};
use crate::domain::severity::Severity;

/// `30 de noviembre de 2026`.
pub fn long(date: NaiveDate) -> String {
    spelled(date.year(), date.month(), date.day())
}

/// `30 de noviembre`.
pub fn day_month(date: NaiveDate) -> String {
    format!("{} de {}", date.day(), month(date.month()))
}

/// `30 nov`.
pub fn short(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month_short(date.month()))
}

/// `30 nov 2026`.
pub fn short_year(date: NaiveDate) -> String {
    format!("{} {}", short(date), date.year())
}

/// `lunes`.
pub fn weekday(date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "lunes",
        Weekday::Tue => "martes",
        Weekday::Wed => "miércoles",
        Weekday::Thu => "jueves",
        Weekday::Fri => "viernes",
        Weekday::Sat => "sábado",
        Weekday::Sun => "domingo",
    }
}

/// `lun`.
pub fn weekday_short(date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "lun",
        Weekday::Tue => "mar",
        Weekday::Wed => "mié",
        Weekday::Thu => "jue",
        Weekday::Fri => "vie",
        Weekday::Sat => "sáb",
        Weekday::Sun => "dom",
    }
}

/// How a typed date was understood: `14 de mayo de 2006, 20 años` for one that is a year or more ago,
/// `sábado 21 de noviembre de 2026` for others.
pub fn understood(date: NaiveDate, today: NaiveDate) -> String {
    match age(date, today) {
        completed @ 1.. => format!("{}, {}", long(date), years(completed)),
        _ => format!("{} {}", weekday(date), long(date)),
    }
}

/// `1 año`, `20 años`.
pub fn years(years: i32) -> String {
    format!("{years} {}", if years == 1 { "año" } else { "años" })
}

/// `10:42`.
pub fn clock(time: NaiveTime) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

/// In a sentence: `las 13:00`, `la 1:30`.
pub fn at(time: NaiveTime) -> String {
    format!("{} {}", if time.hour() == 1 { "la" } else { "las" }, clock(time))
}

/// `12 nov 10:42`.
pub fn moment(at: NaiveDateTime) -> String {
    format!("{} {}", short(at.date()), clock(at.time()))
}

/// `12 nov 2026 10:42`.
pub fn moment_year(at: NaiveDateTime) -> String {
    format!("{} {}", short_year(at.date()), clock(at.time()))
}

/// In a sentence: `entre el martes 1 y el jueves 3 de diciembre`. Months and years are told apart where they differ.
pub fn window(from: NaiveDate, until: NaiveDate) -> String {
    let until_said = match from.year() == until.year() {
        true => format!("{} {}", weekday(until), day_month(until)),
        false => format!("{} {}", weekday(until), long(until)),
    };
    if from == until {
        return format!("el {until_said}");
    }
    let day = match shared(from, until) {
        Shared::Month => from.day().to_string(),
        Shared::Year => day_month(from),
        Shared::Nothing => long(from),
    };
    format!("entre el {} {day} y el {until_said}", weekday(from))
}

/// In a band: `entre el mar 17 y el jue 19 nov 2026`.
pub fn window_band(window: Window) -> String {
    let Window { from, until } = window;
    let until_said = format!("{} {}", weekday_short(until), short_year(until));
    if from == until {
        return format!("el {until_said}");
    }
    let day = match shared(from, until) {
        Shared::Month => from.day().to_string(),
        Shared::Year => short(from),
        Shared::Nothing => short_year(from),
    };
    format!("entre el {} {day} y el {until_said}", weekday_short(from))
}

/// On a chip: `17–19 nov`, `30 nov–2 dic`.
pub fn window_chip(window: Window) -> String {
    let Window { from, until } = window;
    if from == until {
        return short(until);
    }
    match shared(from, until) {
        Shared::Month => format!("{}–{}", from.day(), short(until)),
        Shared::Year | Shared::Nothing => format!("{}–{}", short(from), short(until)),
    }
}

/// A count of any whole type and its noun, with a comma between thousands: «31 renglones», «1 renglón».
pub fn counted(count: impl Display + PartialEq + From<u8>, one: &str, many: &str) -> String {
    let noun = if count == 1.into() { one } else { many };
    format!("{} {noun}", thousands(count))
}

/// A whole number of any type with a comma between thousands: `3,412`.
pub fn thousands(number: impl Display) -> String {
    let number = number.to_string();
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", number.as_str()),
    };
    let mut grouped = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The message under a date field that could not be read.
pub fn fault(fault: &DateFault) -> Said {
    let text = match fault {
        DateFault::Form => "No se entiende la fecha. Escríbala como 15/3/2006, o escriba “hoy”.".to_owned(),
        DateFault::NoSuchDay { month, .. } if !(1..=12).contains(month) => {
            format!("El mes {month} no existe. Escriba día, mes y año: 15/3/2006.")
        }
        DateFault::NoSuchDay { year, month, day } => {
            format!(
                "El {} no existe. Compare con el documento.",
                spelled(*year, *month, *day)
            )
        }
        DateFault::Year { year } => format!(
            "El año {year} queda fuera de lo posible ({} a {}). Compare con el documento.",
            TYPED_YEARS.start(),
            TYPED_YEARS.end()
        ),
    };
    Said::new(Severity::Error, text)
}

/// A date that need not exist; its month must.
pub(super) fn spelled(year: i32, month: u32, day: u32) -> String {
    format!("{day} de {} de {year}", self::month(month))
}

/// The name of a month from 1 to 12.
fn month(number: u32) -> &'static str {
    MONTH_NAMES[number as usize - 1]
}

/// Its first three letters: they are all ASCII.
fn month_short(number: u32) -> &'static str {
    &month(number)[..3]
}

/// The same words where no line ends inside a date: `30 nov 2026` goes to the next line whole.
pub fn unbroken(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_in_date = |at: &usize| {
        let (before, after) = (&text[..*at], &text[at + 1..]);
        let day = before.ends_with(|letter: char| letter.is_ascii_digit());
        let year = after.len() >= 4 && after.bytes().take(4).all(|digit| digit.is_ascii_digit());
        day && after.get(..3).is_some_and(is_month_short) && !after[3..].starts_with(char::is_alphabetic)
            || year
                && before
                    .len()
                    .checked_sub(4)
                    .is_some_and(|from| before.get(from..).is_some_and(ends_date))
    };
    let spaces: Vec<usize> = text
        .match_indices(' ')
        .map(|(at, _)| at)
        .filter(is_in_date)
        .collect();
    if spaces.is_empty() {
        return text;
    }
    let mut whole = String::with_capacity(text.len() + spaces.len());
    let mut from = 0;
    for space in spaces {
        whole.push_str(&text[from..space]);
        whole.push('\u{a0}');
        from = space + 1;
    }
    whole.push_str(&text[from..]);
    Cow::Owned(whole)
}

fn is_month_short(text: &str) -> bool {
    MONTH_NAMES.iter().any(|name| &name[..3] == text)
}

/// Whether these four bytes are the end of «30 nov».
fn ends_date(text: &str) -> bool {
    text.strip_prefix(' ').is_some_and(is_month_short)
}

/// What two dates have in common and need not be said twice.
enum Shared {
    Month,
    Year,
    Nothing,
}

fn shared(from: NaiveDate, until: NaiveDate) -> Shared {
    if from.year() != until.year() {
        Shared::Nothing
    } else if from.month() != until.month() {
        Shared::Year
    } else {
        Shared::Month
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn writes_a_date_at_every_length() {
        let date = day(2026, 11, 30);
        assert_eq!(long(date), "30 de noviembre de 2026");
        assert_eq!(day_month(date), "30 de noviembre");
        assert_eq!(short(date), "30 nov");
        assert_eq!(short_year(date), "30 nov 2026");
        assert_eq!((weekday(date), weekday_short(date)), ("lunes", "lun"));
        let at = date.and_hms_opt(9, 5, 59).unwrap();
        assert_eq!(clock(at.time()), "9:05");
        assert_eq!(
            (moment(at), moment_year(at)),
            ("30 nov 9:05".into(), "30 nov 2026 9:05".into())
        );
    }

    #[test]
    fn no_line_ends_inside_a_date() {
        let broken = |text: &'static str| unbroken(text.into()).replace('\u{a0}', "~");
        assert_eq!(
            broken("el 30 nov 2026, entre el 17 nov y el 19 dic 2026."),
            "el 30~nov~2026, entre el 17~nov y el 19~dic~2026."
        );
        assert_eq!(
            broken("Vigente · 7 abr (hace 228 días)"),
            "Vigente · 7~abr (hace 228 días)"
        );
        assert_eq!(broken("1 mar"), "1~mar");
        for text in [
            "",
            "7 marcas",
            "AGO-DIC 2026",
            "entre el mar 17",
            "4 año 2026",
            "ñ 2026",
        ] {
            assert_eq!(broken(text), text);
        }
    }

    #[test]
    fn every_month_and_weekday_has_its_name() {
        let names: Vec<_> = (1..=12).map(|month| short(day(2026, month, 1))).collect();
        let expected = [
            "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
        ];
        assert_eq!(names, expected.map(|name| format!("1 {name}")));
        let week: Vec<_> = day(2026, 11, 16).iter_days().take(7).map(weekday).collect();
        assert_eq!(
            week,
            [
                "lunes",
                "martes",
                "miércoles",
                "jueves",
                "viernes",
                "sábado",
                "domingo"
            ]
        );
    }

    #[test]
    fn tells_how_a_typed_date_was_understood() {
        let today = day(2026, 11, 21);
        assert_eq!(understood(day(2006, 5, 14), today), "14 de mayo de 2006, 20 años");
        assert_eq!(
            understood(day(2025, 11, 21), today),
            "21 de noviembre de 2025, 1 año"
        );
        assert_eq!(understood(today, today), "sábado 21 de noviembre de 2026");
        assert_eq!(understood(day(2027, 1, 4), today), "lunes 4 de enero de 2027");
    }

    #[test]
    fn a_window_names_a_month_or_year_once_if_it_can() {
        assert_eq!(
            window(day(2026, 12, 1), day(2026, 12, 3)),
            "entre el martes 1 y el jueves 3 de diciembre"
        );
        assert_eq!(
            window(day(2026, 11, 30), day(2026, 12, 2)),
            "entre el lunes 30 de noviembre y el miércoles 2 de diciembre"
        );
        assert_eq!(
            window(day(2026, 12, 31), day(2027, 1, 2)),
            "entre el jueves 31 de diciembre de 2026 y el sábado 2 de enero de 2027"
        );
        assert_eq!(
            window(day(2026, 12, 1), day(2026, 12, 1)),
            "el martes 1 de diciembre"
        );
    }

    #[test]
    fn a_window_fits_a_band_and_a_chip() {
        let november = Window {
            from: day(2026, 11, 17),
            until: day(2026, 11, 19),
        };
        assert_eq!(window_band(november), "entre el mar 17 y el jue 19 nov 2026");
        assert_eq!(window_chip(november), "17–19 nov");
        let two_months = Window {
            from: day(2026, 11, 30),
            until: day(2026, 12, 2),
        };
        assert_eq!(window_band(two_months), "entre el lun 30 nov y el mié 2 dic 2026");
        assert_eq!(window_chip(two_months), "30 nov–2 dic");
    }

    #[test]
    fn separates_thousands() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(999_usize), "999");
        assert_eq!(thousands(3_412_u64), "3,412");
        assert_eq!(thousands(-1_234_567_i64), "-1,234,567");
    }

    #[test]
    fn says_why_a_date_was_not_understood() {
        assert!(fault(&DateFault::Form).text.contains("15/3/2006"));
        assert_eq!(
            fault(&DateFault::NoSuchDay {
                year: 2003,
                month: 2,
                day: 29
            })
            .text,
            "El 29 de febrero de 2003 no existe. Compare con el documento."
        );
        assert!(
            fault(&DateFault::NoSuchDay {
                year: 2003,
                month: 13,
                day: 1
            })
            .text
            .starts_with("El mes 13")
        );
        assert!(fault(&DateFault::Year { year: 206 }).text.contains("1900 a 2100"));
    }
}
