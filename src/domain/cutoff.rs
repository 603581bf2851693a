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

/// Which days count while IMSS brings a movement into effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Counted {
    /// Every day.
    #[default]
    Calendar,
    /// Neither weekends nor statutory holidays. That a campus closes on more days means nothing to IMSS.
    Working,
}

impl Counted {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Calendar, Self::Working];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Calendar => "corridos",
            Self::Working => "habiles",
        }
    }

    /// The way of a stored word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// After how many days the effect of a movement may first and should last be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WindowLimits {
    /// The first day, counted from the cut or the sending.
    pub first: u32,
    /// The last day, counted likewise.
    pub last: u32,
    /// Which days count.
    pub counted: Counted,
}

impl Default for WindowLimits {
    /// One to three calendar days, the 24 to 72 hours that the campuses publish.
    fn default() -> Self {
        WindowLimits {
            first: 1,
            last: 3,
            counted: Counted::Calendar,
        }
    }
}

impl WindowLimits {
    /// The window of what was in effect sent on that day.
    fn window_from(self, base: NaiveDate) -> Window {
        Window {
            from: self.after(base, self.first),
            until: self.after(base, self.last.max(self.first)),
        }
    }

    fn after(self, base: NaiveDate, days: u32) -> NaiveDate {
        match self.counted {
            Counted::Calendar => days_after(base, days),
            Counted::Working if days == 0 => base,
            Counted::Working => base
                .iter_days()
                .skip(1)
                .filter(|day| working_days::is_working_day(*day, &[]))
                .nth(days as usize - 1)
                .unwrap_or(NaiveDate::MAX),
        }
    }

    /// The last day of which the window is over on `today`: what counts from it, or from a day before, is overdue.
    pub fn last_over(self, today: NaiveDate) -> NaiveDate {
        latest(today, |base| self.window_from(base).until < today)
    }

    /// The last day of which the window has begun by `today`.
    pub fn last_begun(self, today: NaiveDate) -> NaiveDate {
        latest(today, |base| self.window_from(base).from <= today)
    }
}

/// The latest day up to `today` of which something holds that holds of every day before it.
fn latest(today: NaiveDate, holds: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    today
        .iter_days()
        .rev()
        .find(|day| holds(*day))
        .unwrap_or(NaiveDate::MIN)
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
    limits.window_from(sent.map_or(cut, |sent| sent.max(cut)))
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
