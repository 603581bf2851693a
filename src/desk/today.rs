//! What the office finds when it opens: the next cuts, what is to be done, who is expected.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Desk, Refusal};
use crate::domain::dispatch::ClosingState;
use crate::domain::filter::Filter;
use crate::domain::ids::PlanId;
use crate::domain::printer_scale::PrinterCheck;
use crate::store::{Copied, CutCount, ListPage, StudentRow, UnfinishedCapture};

/// How many cuts the strip shows.
const CUTS: usize = 3;
/// How many of those who are expected it names; their list has the rest.
const NAMED: usize = 6;

/// The first screen of the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    /// The day.
    pub on: NaiveDate,
    /// Nobody is registered yet.
    pub is_empty: bool,
    /// The next cuts, the nearest first.
    pub cuts: Vec<CutAhead>,
    /// What is to be done, the most pressing first; nothing where everything is up to date.
    pub to_do: Vec<ToDo>,
    /// The first of those whose movement is expected to show today, and how many they are.
    pub expected: ListPage,
    /// The last verified copy.
    pub copy: Option<Copied>,
    /// The records opened last.
    pub recents: Vec<StudentRow>,
}

/// A cut that is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CutAhead {
    /// Its day.
    pub cut: NaiveDate,
    /// How many days are left; none on the day itself.
    pub days_left: i64,
    /// What waits for it.
    pub count: CutCount,
    /// How many of those have an observation.
    pub observed: u64,
    /// Where it falls on a day without work: the last working day before it.
    pub prepare_on: Option<NaiveDate>,
    /// From which hour of its day on movements go to the next one.
    pub hour_limit: Option<NaiveTime>,
    /// Whether that hour has passed: it is the cut of today, and what is queued now goes to the next one.
    pub is_over: bool,
    /// How far it is, once it is closed.
    pub closed: Option<ClosedAhead>,
}

/// How far a cut is that was closed before its day, or on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosedAhead {
    /// Something of it is still to be sent.
    Unsent,
    /// All of it went out.
    Sent,
}

/// Something to be done, with the number that opens its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToDo {
    /// Today the next cut has to be got ready: it is today, or this is the last working day before it.
    PrepareCut(CutAhead),
    /// A cut is closed, and nobody has recorded that these movements were sent.
    Unsent {
        /// Its day.
        cut: NaiveDate,
        /// Its folio.
        folio: String,
        /// What waits to be sent.
        count: CutCount,
    },
    /// A cut has passed, and these movements were not sent with it.
    LeftBehind {
        /// Its day.
        cut: NaiveDate,
        /// What was left.
        count: CutCount,
    },
    /// A list that holds somebody.
    List {
        /// Which.
        filter: Filter,
        /// How many it holds.
        count: u64,
    },
    /// A capture that was begun, of an envío that nobody has recorded as sent.
    Capture(UnfinishedCapture),
    /// A sheet with rows that wait for a decision.
    Import {
        /// Which.
        plan: PlanId,
        /// Its file.
        source: String,
        /// When it was read.
        at: NaiveDateTime,
        /// How many rows wait.
        undecided: u64,
    },
    /// Paper went out, and no printer of this computer is known to print at true size; with the one that was measured last.
    Printer(Option<PrinterCheck>),
    /// A form that was left before it was saved.
    Draft {
        /// Which form.
        form: String,
        /// When it was written last.
        at: NaiveDateTime,
    },
}

impl ToDo {
    /// The number that stands before it.
    pub fn count(&self) -> u64 {
        match self {
            Self::PrepareCut(ahead) => ahead.count.total(),
            Self::LeftBehind { count, .. } | Self::Unsent { count, .. } => count.total(),
            Self::List { count, .. } => *count,
            // Whatever waits: rows to be captured, or captured ones to be recorded as sent.
            Self::Capture(begun) if begun.captured < begun.lines => (begun.lines - begun.captured).into(),
            Self::Capture(begun) => begun.lines.into(),
            Self::Import { undecided, .. } => *undecided,
            Self::Draft { .. } | Self::Printer(_) => 1,
        }
    }
}

/// The lists that ask for something to be done, the most pressing first.
const LISTS: [Filter; 6] = [
    Filter::ReviewDue,
    Filter::Rejected,
    Filter::OpenCases,
    Filter::ProposedBajas,
    Filter::WithoutNss,
    Filter::ToConfirm,
];

impl Desk {
    /// Reads the first screen of the day.
    ///
    /// # Errors
    /// The file's faults.
    pub fn look_at_today(&self) -> Result<Today, Refusal> {
        let today = self.today();
        let cuts = self
            .cuts_to_come()?
            .into_iter()
            .map(|cut| self.cut_ahead(cut))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Today {
            on: today,
            is_empty: self.store.reader().is_empty()?,
            to_do: self.to_do(cuts.iter().find(|ahead| ahead.closed.is_none()).copied())?,
            cuts,
            expected: self.list(Filter::ExpectedToday, "", 0, NAMED)?,
            copy: self.last_copy(),
            recents: self.recents()?,
        })
    }

    /// The next cuts of the calendar, and those for which something waits since the calendar was another one.
    fn cuts_to_come(&self) -> Result<Vec<NaiveDate>, Refusal> {
        let today = self.today();
        let mut cuts = self.store.reader().cuts_waiting(today)?;
        cuts.extend(self.cuts.upcoming(today).take(CUTS));
        cuts.sort_unstable();
        cuts.dedup();
        cuts.truncate(CUTS);
        Ok(cuts)
    }

    fn cut_ahead(&self, cut: NaiveDate) -> Result<CutAhead, Refusal> {
        let reader = self.store.reader();
        let count = reader.count_in_cut(cut)?;
        Ok(CutAhead {
            cut,
            days_left: (cut - self.today()).num_days(),
            count,
            observed: match count.total() {
                0 => 0,
                _ => reader.observed_in(cut)?,
            },
            prepare_on: self.cuts.prepare_on(cut),
            hour_limit: self.cuts.hour_limit(),
            is_over: self.cuts.missed(self.now()) == Some(cut),
            closed: self.closed_ahead(cut)?,
        })
    }

    fn closed_ahead(&self, cut: NaiveDate) -> Result<Option<ClosedAhead>, Refusal> {
        let closing = self.store.reader().closing_of(cut)?;
        let Some(closing) = closing.filter(|it| it.state == ClosingState::Closed) else {
            return Ok(None);
        };
        Ok(Some(match self.figures(&closing)?.is_unsent() {
            true => ClosedAhead::Unsent,
            false => ClosedAhead::Sent,
        }))
    }

    fn to_do(&self, next: Option<CutAhead>) -> Result<Vec<ToDo>, Refusal> {
        let reader = self.store.reader();
        let today = self.today();
        let mut to_do = Vec::new();
        // From the last working day before it until the day itself: whoever comes in on a Saturday is told too.
        to_do.extend(
            next.filter(|ahead| today >= ahead.prepare_on.unwrap_or(ahead.cut))
                .map(ToDo::PrepareCut),
        );
        let unsent = reader.cuts_unsent()?;
        to_do.extend(
            unsent
                .into_iter()
                .map(|(cut, folio, count)| ToDo::Unsent { cut, folio, count }),
        );
        to_do.extend(
            reader
                .cuts_left_behind(today)?
                .into_iter()
                .map(|(cut, count)| ToDo::LeftBehind { cut, count }),
        );
        to_do.extend(reader.unfinished_captures()?.into_iter().map(ToDo::Capture));
        for filter in LISTS {
            let count = self.count_of(filter)?;
            if count > 0 {
                to_do.push(ToDo::List { filter, count });
            }
        }
        let sheets = reader.open_plans()?;
        to_do.extend(sheets.into_iter().map(|open| ToDo::Import {
            plan: open.id,
            source: open.source,
            at: open.at,
            undecided: open.undecided,
        }));
        to_do.extend(self.printer_to_check()?);
        let drafts = reader.drafts(&self.clerk)?;
        to_do.extend(drafts.into_iter().map(|draft| ToDo::Draft {
            form: draft.form,
            at: draft.at,
        }));
        Ok(to_do)
    }
}
