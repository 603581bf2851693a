//! The days on which the office is open, by law.

use chrono::{Datelike, NaiveDate, Weekday};

use super::is_weekend;

/// Whether a date is a statutory holiday: Ley Federal del Trabajo, article 74.
///
/// 1 January, first Monday of February, third Monday of March, 1 May, 16 September, third Monday of November,
/// 25 December, and from 2024 on 1 October of every sixth year, when the presidency changes hands. Election days
/// are declared case by case and are not among them.
pub fn is_statutory_holiday(date: NaiveDate) -> bool {
    match (date.month(), date.day()) {
        (1, 1) | (5, 1) | (9, 16) | (12, 25) => true,
        (2, _) => is_monday(date, 1),
        (3 | 11, _) => is_monday(date, 3),
        (10, 1) => date.year() >= 2024 && (date.year() - 2024) % 6 == 0,
        _ => false,
    }
}

/// The working day on which the office is reminded of a date: that day itself, or the last before it that is neither
/// weekend nor statutory holiday.
pub fn last_working_day_on_or_before(date: NaiveDate) -> NaiveDate {
    last_working_day_among(date, &[])
}

/// As [`last_working_day_on_or_before`], where the school closes on further days (días inhábiles).
pub fn last_working_day_among(date: NaiveDate, also_closed: &[NaiveDate]) -> NaiveDate {
    date.iter_days()
        .rev()
        .find(|day| is_working_day(*day, also_closed))
        .unwrap_or(date)
}

/// Whether the office works on a day: neither weekend nor statutory holiday nor one of its own.
pub(super) fn is_working_day(date: NaiveDate, also_closed: &[NaiveDate]) -> bool {
    !is_weekend(date) && !is_statutory_holiday(date) && !also_closed.contains(&date)
}

/// Whether a date is the nth Monday of its month.
fn is_monday(date: NaiveDate, nth: u32) -> bool {
    date.weekday() == Weekday::Mon && date.day().div_ceil(7) == nth
}
