//! The office's calendar: which days of the month are cuts, until which hour, and what becomes of a cut on a day
//! without work.

use std::fmt;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::working_days::is_working_day;
use super::{days_after, last_working_day_among};
use crate::domain::person_name::fold;

/// The day that stands for the last one of any month.
const LAST: u32 = 31;
/// How somebody writes it.
const LAST_WORD: &str = "último";
/// What may stand between the days of a sentence.
const FILLERS: [&str; 10] = ["y", "e", "el", "los", "dia", "dias", "de", "del", "cada", "mes"];

/// Days of the month, at least one. A day that a month lacks is its last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CutDays(u32);

/// A text that names no day of the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not days of the month")]
pub struct NotDays;

impl CutDays {
    /// Reads «16 y último», «10, 20 y 31», «día 15 de cada mes». Day 31 is the last one.
    ///
    /// # Errors
    /// [`NotDays`] for a word that is none, a day that no month has, or no day at all.
    pub fn parse(text: &str) -> Result<Self, NotDays> {
        let folded = fold(text);
        let words = folded
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty() && !FILLERS.contains(word));
        let mut bits = 0;
        for word in words {
            let day = match word {
                "ultimo" => LAST,
                number => number.parse().map_err(|_| NotDays)?,
            };
            if !(1..=LAST).contains(&day) {
                return Err(NotDays);
            }
            bits |= 1 << day;
        }
        (bits != 0).then_some(Self(bits)).ok_or(NotDays)
    }

    /// Whether that day of its month is one of them.
    pub fn contains(self, date: NaiveDate) -> bool {
        let (day, last) = (date.day(), u32::from(date.num_days_in_month()));
        // On the last day of a short month, the days that it lacks fall due too.
        let wanted = if day == last { !0 << day } else { 1 << day };
        self.0 & wanted != 0
    }

    fn each(self) -> impl Iterator<Item = u32> {
        (1..=LAST).filter(move |day| self.0 & (1 << day) != 0)
    }
}

impl Default for CutDays {
    /// The 16th and the last, as the campuses publish.
    fn default() -> Self {
        Self(1 << 16 | 1 << LAST)
    }
}

impl fmt::Display for CutDays {
    /// «16 y último», which reads back as the same days.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days: Vec<String> = self
            .each()
            .map(|day| match day {
                LAST => LAST_WORD.to_owned(),
                day => day.to_string(),
            })
            .collect();
        match days.split_last() {
            Some((last, [])) => f.write_str(last),
            Some((last, others)) => write!(f, "{} y {last}", others.join(", ")),
            None => Ok(()),
        }
    }
}

/// What becomes of a cut that falls on a Saturday, a Sunday or another day without work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ClosedCut {
    /// It keeps its date; the office is reminded on the working day before.
    #[default]
    Keeps,
    /// It is held on the working day before.
    Before,
    /// It is held on the working day after.
    After,
}

impl ClosedCut {
    /// Every rule.
    pub const ALL: [Self; 3] = [Self::Keeps, Self::Before, Self::After];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Keeps => "conserva",
            Self::Before => "anterior",
            Self::After => "siguiente",
        }
    }

    /// The rule of a stored word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }
}

/// When movements are sent to IMSS, as an office has settled it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CutCalendar {
    days: CutDays,
    hour_limit: Option<NaiveTime>,
    on_closed: ClosedCut,
    also_closed: Vec<NaiveDate>,
}

impl CutCalendar {
    /// A calendar. `also_closed` are the days without work beside weekends and statutory holidays.
    pub fn new(
        days: CutDays,
        hour_limit: Option<NaiveTime>,
        on_closed: ClosedCut,
        mut also_closed: Vec<NaiveDate>,
    ) -> Self {
        also_closed.sort_unstable();
        Self {
            days,
            hour_limit,
            on_closed,
            also_closed,
        }
    }

    /// From which hour of a cut's day on movements go to the next one; `None` where the day counts whole.
    pub fn hour_limit(&self) -> Option<NaiveTime> {
        self.hour_limit
    }

    /// Whether a date is the date of a cut.
    pub fn is_cut(&self, date: NaiveDate) -> bool {
        match self.on_closed {
            ClosedCut::Keeps => self.days.contains(date),
            ClosedCut::Before => self.takes_in(date, date.iter_days()),
            ClosedCut::After => self.takes_in(date, date.iter_days().rev()),
        }
    }

    /// Whether a working day holds its own cut, or one of the days without work that `days` meets next.
    fn takes_in(&self, date: NaiveDate, days: impl Iterator<Item = NaiveDate>) -> bool {
        let works = |day: &NaiveDate| is_working_day(*day, &self.also_closed);
        works(&date)
            && (self.days.contains(date)
                || days
                    .skip(1)
                    .take_while(|day| !works(day))
                    .any(|day| self.days.contains(day)))
    }

    /// The first cut on a day or after it. A cut day belongs to its own cut.
    pub fn on_or_after(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days()
            .find(|day| self.is_cut(*day))
            .unwrap_or(NaiveDate::MAX)
    }

    /// The first cut after a day: where what is set aside at the closing of a cut goes.
    pub fn after(&self, date: NaiveDate) -> NaiveDate {
        self.on_or_after(days_after(date, 1))
    }

    /// The last cut before a day.
    pub fn before(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days()
            .rev()
            .skip(1)
            .find(|day| self.is_cut(*day))
            .unwrap_or(NaiveDate::MIN)
    }

    /// The cut that a movement of that moment enters.
    pub fn next_cut(&self, at: NaiveDateTime) -> NaiveDate {
        match self.missed(at) {
            Some(cut) => self.after(cut),
            None => self.on_or_after(at.date()),
        }
    }

    /// The cut of today, if its hour has passed.
    pub fn missed(&self, at: NaiveDateTime) -> Option<NaiveDate> {
        let is_over = self.hour_limit.is_some_and(|limit| at.time() >= limit);
        (is_over && self.is_cut(at.date())).then_some(at.date())
    }

    /// The cuts from a day on, in order, without end.
    pub fn upcoming(&self, date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        std::iter::successors(Some(self.on_or_after(date)), |cut| {
            (*cut < NaiveDate::MAX).then(|| self.after(*cut))
        })
    }

    /// Where a day is one without work: the last working day before it, on which the office is reminded.
    pub fn prepare_on(&self, cut: NaiveDate) -> Option<NaiveDate> {
        let working = last_working_day_among(cut, &self.also_closed);
        (working != cut).then_some(working)
    }
}

#[cfg(test)]
mod tests;
