//! What a value of a spreadsheet says as text.

use calamine::{Data, DataRef, ExcelDateTime};
use chrono::{Datelike, Timelike};

use super::{Cell, CellKind};

/// Numbers that are integers and smaller than this are written as such; a double holds each of them exactly.
const EXACT: f64 = 1e15;

/// The day after the last one that a spreadsheet knows, 9999-12-31.
const END_OF_DATES: f64 = 2_958_466.0;

/// What failed formulas show, in English and in Spanish: as text too they are no datum.
const FAULTS: [&str; 16] = [
    "#N/A",
    "#N/D",
    "#REF!",
    "#¡REF!",
    "#VALUE!",
    "#¡VALOR!",
    "#DIV/0!",
    "#¡DIV/0!",
    "#NAME?",
    "#¿NOMBRE?",
    "#NUM!",
    "#¡NUM!",
    "#NULL!",
    "#¡NULO!",
    "#SPILL!",
    "#CALC!",
];

impl Cell {
    fn new(text: impl Into<String>, kind: CellKind) -> Self {
        let text = text.into();
        Self { text, kind }
    }

    /// A cell of text, empty if the text is.
    pub(super) fn of_text(text: impl Into<String>) -> Self {
        let text = text.into();
        let kind = if text.is_empty() {
            CellKind::Empty
        } else if is_fault(&text) {
            CellKind::Fault
        } else {
            CellKind::Text
        };
        Self { text, kind }
    }

    fn of_number(number: f64) -> Self {
        let text = if number.fract() == 0.0 && number.abs() < EXACT {
            #[expect(clippy::cast_possible_truncation, reason = "an integer below 10¹⁵")]
            let integer = number as i64;
            integer.to_string()
        } else {
            number.to_string()
        };
        Self::new(text, CellKind::Number)
    }

    fn of_integer(number: i64) -> Self {
        Self::new(number.to_string(), CellKind::Number)
    }

    fn of_bool(truth: bool) -> Self {
        Self::new(if truth { "VERDADERO" } else { "FALSO" }, CellKind::Text)
    }

    /// A number that its format shows as a date, an hour or a lapse.
    fn of_moment(moment: ExcelDateTime) -> Self {
        let days = moment.as_f64();
        // An NSS in a column that somebody formatted as dates is still that number.
        if !(0.0..END_OF_DATES).contains(&days) {
            return Self::of_number(days);
        }
        if moment.is_duration() || days < 1.0 {
            return Self::new(hours_of(days), CellKind::Text);
        }
        let Some(at) = moment.as_datetime() else {
            return Self::of_number(days);
        };
        // Thirds of a second are what a double makes of a whole one.
        let at = at + chrono::Duration::milliseconds(500);
        let day = format!("{:04}-{:02}-{:02}", at.year(), at.month(), at.day());
        let text = match (at.hour(), at.minute(), at.second()) {
            (0, 0, 0) => day,
            (hour, minute, second) => format!("{day} {hour:02}:{minute:02}:{second:02}"),
        };
        Self::new(text, CellKind::Date)
    }

    /// A date that its file writes in ISO, with or without an hour.
    fn of_iso(written: &str) -> Self {
        let (day, hour) = match written.split_once(['T', ' ']) {
            Some((day, hour)) => (day, hour.split(['.', ',', 'Z']).next().unwrap_or_default()),
            None => (written, ""),
        };
        let is_midnight = hour.chars().all(|letter| matches!(letter, '0' | ':'));
        let text = if is_midnight {
            day.to_owned()
        } else {
            format!("{day} {hour}")
        };
        Self::new(text, CellKind::Date)
    }

    /// A lapse that its file writes as ISO does: «PT10H42M05S» is «10:42:05».
    fn of_lapse(written: &str) -> Self {
        Self::of_text(clock_of(written).unwrap_or_else(|| written.to_owned()))
    }
}

fn is_fault(text: &str) -> bool {
    // LibreOffice numbers some of its own: «Err:508».
    let is_numbered = |rest: &str| rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    (text.starts_with('#') && FAULTS.contains(&text)) || text.strip_prefix("Err:").is_some_and(is_numbered)
}

/// The hours, minutes and seconds of a number of days.
fn hours_of(days: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative, and below the end of dates"
    )]
    let seconds = (days * 86_400.0).round() as u64;
    clock(seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn clock(hours: u64, minutes: u64, seconds: u64) -> String {
    format!("{hours:02}:{minutes:02}:{seconds:02}")
}

fn clock_of(written: &str) -> Option<String> {
    let (hours, rest) = written.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
    Some(clock(
        hours.parse().ok()?,
        minutes.parse().ok()?,
        seconds.parse().ok()?,
    ))
}

impl From<&DataRef<'_>> for Cell {
    fn from(value: &DataRef<'_>) -> Self {
        match value {
            DataRef::Empty => Self::default(),
            DataRef::SharedString(text) => Self::of_text(*text),
            DataRef::String(text) => Self::of_text(text),
            DataRef::Int(number) => Self::of_integer(*number),
            DataRef::Float(number) => Self::of_number(*number),
            DataRef::Bool(truth) => Self::of_bool(*truth),
            DataRef::DateTime(moment) => Self::of_moment(*moment),
            DataRef::DateTimeIso(written) => Self::of_iso(written),
            DataRef::DurationIso(written) => Self::of_lapse(written),
            DataRef::Error(fault) => Self::new(fault.to_string(), CellKind::Fault),
        }
    }
}

impl From<&Data> for Cell {
    fn from(value: &Data) -> Self {
        match value {
            Data::Empty => Self::default(),
            Data::String(text) => Self::of_text(text),
            Data::Int(number) => Self::of_integer(*number),
            Data::Float(number) => Self::of_number(*number),
            Data::Bool(truth) => Self::of_bool(*truth),
            Data::DateTime(moment) => Self::of_moment(*moment),
            Data::DateTimeIso(written) => Self::of_iso(written),
            Data::DurationIso(written) => Self::of_lapse(written),
            Data::Error(fault) => Self::new(fault.to_string(), CellKind::Fault),
        }
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn of(value: Data) -> (String, CellKind) {
        let cell = Cell::from(&value);
        (cell.text, cell.kind)
    }

    fn moment(days: f64, kind: ExcelDateTimeType) -> (String, CellKind) {
        of(Data::DateTime(ExcelDateTime::new(days, kind, false)))
    }

    #[test]
    fn a_number_is_its_digits() {
        for (number, text) in [
            (48_190_600_428.0, "48190600428"),
            (3_190_412_340.0, "3190412340"),
            (-7.0, "-7"),
            (8.5, "8.5"),
            (999_999_999_999_999.0, "999999999999999"),
            (41_500_000_000.0, "41500000000"),
        ] {
            assert_eq!(of(Data::Float(number)), (text.to_owned(), CellKind::Number));
        }
    }

    #[test]
    fn a_date_is_iso_and_has_an_hour_only_if_it_has_one() {
        let date = |days| moment(days, ExcelDateTimeType::DateTime);
        for (days, text) in [
            (38_061.0, "2004-03-15"),
            (38_061.445_891_203_7, "2004-03-15 10:42:05"),
            (38_061.999_999_999, "2004-03-16"),
            (1.0, "1900-01-01"),
            (2_958_465.0, "9999-12-31"),
        ] {
            assert_eq!(date(days), (text.to_owned(), CellKind::Date));
        }
    }

    #[test]
    fn an_hour_and_a_lapse_are_text() {
        let text = |text: &str| (text.to_owned(), CellKind::Text);
        assert_eq!(moment(0.4375, ExcelDateTimeType::DateTime), text("10:30:00"));
        assert_eq!(moment(1.25, ExcelDateTimeType::TimeDelta), text("30:00:00"));
        assert_eq!(of(Data::DurationIso("PT10H42M05S".to_owned())), text("10:42:05"));
        assert_eq!(of(Data::DurationIso("P1D".to_owned())), text("P1D"));
    }

    #[test]
    fn a_number_beyond_all_dates_stays_a_number_in_a_column_of_dates() {
        let date = moment(48_190_600_428.0, ExcelDateTimeType::DateTime);
        assert_eq!(date, ("48190600428".to_owned(), CellKind::Number));
        let date = moment(-3.0, ExcelDateTimeType::DateTime);
        assert_eq!(date, ("-3".to_owned(), CellKind::Number));
    }

    #[test]
    fn what_a_failed_formula_shows_is_no_text() {
        for fault in ["#N/D", "#¡REF!", "Err:508"] {
            assert_eq!(of(Data::String(fault.to_owned())).1, CellKind::Fault);
        }
        assert_eq!(of(Data::String("#N/D de aviso".to_owned())).1, CellKind::Text);
        assert_eq!(of(Data::String(String::new())).1, CellKind::Empty);
        assert_eq!(of(Data::Bool(true)), ("VERDADERO".to_owned(), CellKind::Text));
    }

    #[test]
    fn a_date_of_libreoffice_loses_its_midnight_and_its_fraction() {
        for (written, text) in [
            ("2004-03-15", "2004-03-15"),
            ("2004-03-15T00:00:00", "2004-03-15"),
            ("2004-03-15T10:42:05.123000000", "2004-03-15 10:42:05"),
        ] {
            let expected = (text.to_owned(), CellKind::Date);
            assert_eq!(of(Data::DateTimeIso(written.to_owned())), expected);
        }
    }
}
