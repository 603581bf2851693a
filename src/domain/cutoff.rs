//! The calendar of the cuts: when movements are sent to IMSS, and when their effect is to be expected.
//!
//! The campuses publish two cuts a month, day 16 and the last day, and that the status takes 24 to 72 hours to
//! change. A cut keeps its own date on weekends and holidays; the office is only reminded on the working day before.
//! All of that is the default of a [`CutCalendar`]: an office may settle it otherwise.

use chrono::{Datelike, Days, NaiveDate, Weekday};

mod calendar;
mod working_days;

pub use calendar::{ClosedCut, CutCalendar, CutDays, NotDays};
pub use working_days::{is_statutory_holiday, last_working_day_among, last_working_day_on_or_before};

/// After how many calendar days the effect of a movement may first and should last be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WindowLimits {
    /// The first day, counted from the cut or the sending.
    pub first: u32,
    /// The last day, counted likewise.
    pub last: u32,
}

impl Default for WindowLimits {
    /// One to three days, the 24 to 72 hours that the campuses publish.
    fn default() -> Self {
        WindowLimits { first: 1, last: 3 }
    }
}

/// The days on which the effect of a movement is expected, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    /// The first of them.
    pub from: NaiveDate,
    /// The last of them.
    pub until: NaiveDate,
}

impl Window {
    /// The first day on which a movement without a check is overdue ("Revisar vigencia").
    pub fn overdue_since(self) -> NaiveDate {
        days_after(self.until, 1)
    }

    /// Whether that day is one of the window's.
    pub fn contains(self, date: NaiveDate) -> bool {
        (self.from..=self.until).contains(&date)
    }
}

/// When the effect of a movement is expected: it counts from the later of the cut and the day it was sent, from the
/// cut while it is not sent.
pub fn expected_window(cut: NaiveDate, sent: Option<NaiveDate>, limits: WindowLimits) -> Window {
    let base = sent.map_or(cut, |sent| sent.max(cut));
    Window {
        from: days_after(base, limits.first),
        until: days_after(base, limits.last.max(limits.first)),
    }
}

/// That many days later; the calendar's own last day if it ends before.
fn days_after(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MAX)
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests;
