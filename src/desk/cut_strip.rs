//! The cuts side by side, past and coming, each with how it stands; and the one that is at hand today.

use chrono::NaiveDate;

use super::{Desk, Refusal};
use crate::domain::dispatch::{Answers, Closing, ClosingState};
use crate::domain::ids::MovementId;
use crate::store::CutCount;

/// How many closed cuts the strip remembers.
const REMEMBERED: usize = 6;
/// How many cuts that are still open it shows: the next one and four after it.
const AHEAD: usize = 5;

/// A cut in the strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripCut {
    /// Its day.
    pub cut: NaiveDate,
    /// Where it falls on a day without work: the last working day before it.
    pub prepare_on: Option<NaiveDate>,
    /// How it stands.
    pub stands: CutStands,
}

/// How a cut stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CutStands {
    /// It is open, and its day has not passed.
    Coming {
        /// What waits for it.
        count: CutCount,
        /// How many days are left; none on the day itself.
        days_left: i64,
    },
    /// Its day has passed, and it was not closed.
    LeftBehind {
        /// What still waits for it.
        count: CutCount,
    },
    /// It was closed once, and opened again.
    Reopened {
        /// Its folio.
        folio: String,
        /// What waits for it.
        count: CutCount,
    },
    /// It is closed.
    Closed(ClosedFigures),
}

/// A closed cut in figures, over all its envíos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedFigures {
    /// Its folio.
    pub folio: String,
    /// How many envíos it has.
    pub dispatches: usize,
    /// How many of them were recorded as sent.
    pub sent: usize,
    /// How many movements it carries.
    pub lines: u32,
    /// What was answered.
    pub answers: Answers,
}

impl ClosedFigures {
    /// Whether something of it waits to be sent.
    pub fn is_unsent(&self) -> bool {
        self.sent < self.dispatches
    }

    /// Whether every movement of it was answered.
    pub fn is_reconciled(&self) -> bool {
        self.answers.accepted + self.answers.rejected >= self.lines
    }
}

impl CutStands {
    /// Whether the cut is closed, or further.
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Closed(_))
    }
}

impl Desk {
    /// The cuts side by side, the oldest first: those that were closed (the newest six), those that passed with movements
    /// and were not closed, the next one and the four after it. The one that is looked at is always among them.
    ///
    /// # Errors
    /// The file's faults.
    pub fn cut_strip(&self, looked_at: NaiveDate) -> Result<Vec<StripCut>, Refusal> {
        let reader = self.store.reader();
        let today = self.today();
        let closings = reader.closings()?;
        let is_closed = |cut: &NaiveDate| {
            let is_it = |closing: &Closing| closing.cut == *cut && closing.state == ClosingState::Closed;
            closings.iter().any(is_it)
        };
        let mut cuts: Vec<NaiveDate> = closings
            .iter()
            .filter(|closing| closing.state == ClosingState::Closed)
            .take(REMEMBERED)
            .map(|closing| closing.cut)
            .collect();
        let left = reader.cuts_left_behind(today)?;
        cuts.extend(left.iter().map(|(cut, _)| *cut));
        cuts.extend(reader.cuts_waiting(today)?);
        let coming = self.cuts.upcoming(today).filter(|cut| !is_closed(cut));
        cuts.extend(coming.take(AHEAD));
        cuts.push(looked_at);
        cuts.sort_unstable();
        cuts.dedup();
        cuts.into_iter()
            .map(|cut| {
                let closing = closings.iter().find(|closing| closing.cut == cut);
                Ok(StripCut {
                    cut,
                    prepare_on: self.cuts.prepare_on(cut),
                    stands: self.stands(cut, closing)?,
                })
            })
            .collect()
    }

    fn stands(&self, cut: NaiveDate, closing: Option<&Closing>) -> Result<CutStands, Refusal> {
        let reader = self.store.reader();
        if let Some(closing) = closing.filter(|it| it.state == ClosingState::Closed) {
            return Ok(CutStands::Closed(self.figures(closing)?));
        }
        let count = reader.count_in_cut(cut)?;
        Ok(match closing {
            Some(closing) => CutStands::Reopened {
                folio: closing.folio.clone(),
                count,
            },
            None if cut < self.today() => CutStands::LeftBehind { count },
            None => CutStands::Coming {
                count,
                days_left: (cut - self.today()).num_days(),
            },
        })
    }

    pub(super) fn figures(&self, closing: &Closing) -> Result<ClosedFigures, Refusal> {
        let dispatches = self.store.reader().dispatches_of(closing.id)?;
        let sum = |of: fn(&Answers) -> u32| dispatches.iter().map(|it| of(&it.answers)).sum();
        Ok(ClosedFigures {
            folio: closing.folio.clone(),
            dispatches: dispatches.len(),
            sent: dispatches.iter().filter(|it| it.sending.is_some()).count(),
            lines: dispatches.iter().map(|it| it.lines).sum(),
            answers: Answers {
                accepted: sum(|it| it.accepted),
                rejected: sum(|it| it.rejected),
            },
        })
    }

    /// The cut whose closing left this movement out last, if one did.
    ///
    /// # Errors
    /// The file's faults.
    pub fn last_set_aside(&self, movement: MovementId) -> Result<Option<NaiveDate>, Refusal> {
        let left_out = self.store.reader().set_asides_of_movement(movement)?;
        Ok(left_out.last().map(|it| it.from))
    }

    /// The cut that has to be made today, if something of it is still to be closed or sent: from the last working day
    /// before it until the day itself.
    ///
    /// # Errors
    /// The file's faults.
    pub fn cut_of_the_day(&self) -> Result<Option<NaiveDate>, Refusal> {
        let today = self.today();
        let cut = self.cuts.on_or_after(today);
        if today < self.cuts.prepare_on(cut).unwrap_or(cut) {
            return Ok(None);
        }
        let reader = self.store.reader();
        let waits = match reader.closing_of(cut)? {
            Some(closing) if closing.state == ClosingState::Closed => self.figures(&closing)?.is_unsent(),
            _ => reader.count_in_cut(cut)?.total() > 0,
        };
        Ok(waits.then_some(cut))
    }

    /// The cut that Cortes opens at: the one of today while something of it waits, else the next one that is open.
    ///
    /// # Errors
    /// The file's faults.
    pub fn cut_at_hand(&self) -> Result<NaiveDate, Refusal> {
        Ok(self.cut_of_the_day()?.unwrap_or(self.next_cut()))
    }
}
