//! A cut from the look through it to its closing: what would be set aside and why, folio and seal, and the way back.

mod envios;

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Desk, QueuedMovement, Refusal};
use crate::domain::dispatch::{self, Closing, ClosingState, Dispatch, DispatchLine, Reopening};
use crate::domain::ids::DispatchId;
use crate::domain::movement::{MovementKind, MovementState};
use crate::domain::review::Cause;
use crate::store::{ActKind, LongWork, NewClosing, SetAside, seal};
pub(super) use envios::{folio_of, line, new_dispatch};

/// What the look through a cut finds before it is closed.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// The cut.
    pub cut: NaiveDate,
    /// Where what is set aside goes.
    pub next: NaiveDate,
    /// What would be set aside, by its most telling cause; groups in the order of [`Cause::ALL`], people by name.
    pub held: Vec<(Cause, Vec<QueuedMovement>)>,
    /// What would go, by name.
    pub ready: Vec<QueuedMovement>,
}

impl Review {
    /// How many would be set aside.
    pub fn held_count(&self) -> usize {
        self.held.iter().map(|(_, rows)| rows.len()).sum()
    }

    /// How many of those that would go are of a kind.
    pub fn ready_of(&self, kind: MovementKind) -> usize {
        self.ready.iter().filter(|row| row.movement.kind == kind).count()
    }
}

/// A closed cut with its envíos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedCut {
    /// The closing.
    pub closing: Closing,
    /// Its envíos: altas before bajas. None while it is reopened.
    pub dispatches: Vec<Dispatch>,
    /// How many movements the closing left out.
    pub set_aside: usize,
}

/// What came of a closing.
#[derive(Debug, Clone, PartialEq)]
pub struct JustClosed {
    /// The cut as it is now.
    pub cut: ClosedCut,
    /// What was set aside, and why.
    pub held: Vec<(Cause, Vec<QueuedMovement>)>,
    /// Where to.
    pub next: NaiveDate,
}

/// Why a cut can't be closed, opened again, sent or answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CutRefusal {
    /// It is closed.
    #[error("closed already")]
    ClosedAlready {
        /// The cut.
        cut: NaiveDate,
        /// Its folio.
        folio: String,
    },
    /// Nothing of it can go.
    #[error("nothing to close")]
    NothingToClose {
        /// The cut.
        cut: NaiveDate,
        /// How many movements wait with an observation.
        held: usize,
    },
    /// No cut has that folio.
    #[error("no cut has the folio {0}")]
    NoSuchFolio(String),
    /// It is not closed.
    #[error("not closed")]
    NotClosed {
        /// The cut.
        cut: NaiveDate,
    },
    /// Something of it was sent.
    #[error("sent already")]
    Sent {
        /// The folio of the cut.
        folio: String,
    },
    /// Nothing of it was sent yet.
    #[error("not sent")]
    NotSent {
        /// The folio of the cut.
        folio: String,
    },
    /// A reason must be written.
    #[error("no reason")]
    NoReason,
    /// Nothing can have been sent or answered on a day that has not come.
    #[error("{0} has not come yet")]
    InFuture(NaiveDate),
    /// An answer can't be older than what it answers.
    #[error("answered on {answered}, sent on {sent}")]
    AnsweredBeforeSent {
        /// The day of the answer.
        answered: NaiveDate,
        /// The day on which it was sent.
        sent: NaiveDate,
    },
    /// The cut has no envío of that type.
    #[error("no {0:?} in it")]
    NoSuchDispatch(MovementKind),
    /// A rejection must say why.
    #[error("no cause")]
    NoCause,
}

impl Desk {
    /// Looks through a cut: what would go, and what would be set aside.
    ///
    /// # Errors
    /// The file's faults.
    pub fn review(&self, cut: NaiveDate) -> Result<Review, Refusal> {
        let mut held: HashMap<Cause, Vec<QueuedMovement>> = HashMap::new();
        let mut ready = Vec::new();
        for row in self.whole_cut(cut)?.rows {
            if row.movement.state != MovementState::Queued {
                continue;
            }
            match Cause::of(&row.observations).first() {
                Some(cause) => held.entry(*cause).or_default().push(row),
                None => ready.push(row),
            }
        }
        let mut held: Vec<_> = held.into_iter().collect();
        held.sort_by_key(|(cause, _)| *cause);
        Ok(Review {
            cut,
            next: self.open_cut_after(cut),
            held,
            ready,
        })
    }

    /// Closes a cut: what can go is copied into its envíos and is en envío from now on, the rest goes to the next cut with
    /// its reason. A cut that was reopened keeps its folio.
    ///
    /// # Errors
    /// [`CutRefusal::ClosedAlready`], [`CutRefusal::NothingToClose`], no room on the disk; nothing was changed then.
    pub fn close_cut(&mut self, cut: NaiveDate) -> Result<JustClosed, Refusal> {
        self.require_room(LongWork::Close)?;
        let former = self.store.reader().closing_of(cut)?;
        if let Some(closing) = &former
            && closing.state == ClosingState::Closed
        {
            let folio = closing.folio.clone();
            return Err(CutRefusal::ClosedAlready { cut, folio }.into());
        }
        let review = self.review(cut)?;
        if review.ready.is_empty() {
            let held = review.held_count();
            return Err(CutRefusal::NothingToClose { cut, held }.into());
        }
        let folio = match former {
            Some(closing) => closing.folio,
            None => self.new_folio(cut)?,
        };
        let layout = self.layout_text()?;
        let office = self.office().to_json();
        let envios = self.envios(&review.ready)?;
        let content = dispatch::content(
            &folio,
            &layout,
            envios.iter().map(|(envio, lines)| (envio, lines.as_slice())),
        );
        let (stamp, seal) = (self.stamp(), seal(content.as_bytes()));
        let (at, by) = (stamp.at, stamp.clerk.clone());
        self.store.transact(&stamp, ActKind::CloseCut, |tx| {
            let closing = tx.close_cut(&NewClosing {
                cut,
                folio: &folio,
                seal: &seal,
                layout: &layout,
                office: &office,
                at,
                by: &by,
            })?;
            for (envio, lines) in &envios {
                tx.insert_dispatch(closing, envio, lines)?;
            }
            for (_, rows) in &review.held {
                for row in rows {
                    tx.set_aside(&SetAside {
                        movement: row.movement.id,
                        student: row.student.id,
                        from: cut,
                        to: review.next,
                        causes: Cause::of(&row.observations)
                            .into_iter()
                            .map(|cause| cause.code().to_owned())
                            .collect(),
                    })?;
                }
            }
            // Last, so that an undo meets them first and sees whether anything became of them since.
            for row in &review.ready {
                tx.advance_movement(row.movement.id, MovementState::InDispatch, at.date(), None)?;
            }
            Ok::<_, Refusal>(())
        })?;
        self.read_closed_cuts()?;
        Ok(JustClosed {
            cut: self.closed_cut(cut)?.ok_or(CutRefusal::NotClosed { cut })?,
            next: review.next,
            held: review.held,
        })
    }

    /// Opens a closed cut again, with a reason: its movements are back in its queue, and so is what its closing had set
    /// aside and still waits. The folio stays its own.
    ///
    /// # Errors
    /// [`CutRefusal::NoSuchFolio`], [`CutRefusal::NotClosed`], [`CutRefusal::Sent`], [`CutRefusal::NoReason`].
    pub fn reopen_cut(&mut self, folio: &str, reason: &str) -> Result<ClosedCut, Refusal> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(CutRefusal::NoReason.into());
        }
        let ClosedCut {
            closing, dispatches, ..
        } = self.cut_by_folio(folio)?;
        let cut = closing.cut;
        if closing.state != ClosingState::Closed {
            return Err(CutRefusal::NotClosed { cut }.into());
        }
        if dispatches.iter().any(|dispatch| dispatch.sending.is_some()) {
            let folio = closing.folio;
            return Err(CutRefusal::Sent { folio }.into());
        }
        let mut movements = Vec::new();
        for dispatch in &dispatches {
            let lines = self.dispatch_lines(dispatch.id)?;
            movements.extend(lines.into_iter().map(|line| line.movement));
        }
        let stamp = self.stamp();
        let reopening = Reopening {
            at: stamp.at,
            by: stamp.clerk.clone(),
            reason: reason.to_owned(),
        };
        self.store.transact(&stamp, ActKind::ReopenCut, |tx| {
            tx.reopen_cut(closing.id, &reopening)?;
            tx.take_back_set_asides(cut)?;
            for movement in &movements {
                tx.advance_movement(*movement, MovementState::Queued, reopening.at.date(), None)?;
            }
            Ok::<_, Refusal>(())
        })?;
        self.read_closed_cuts()?;
        self.closed_cut(cut)?
            .ok_or_else(|| CutRefusal::NotClosed { cut }.into())
    }

    /// A cut that was closed at some time; `None` for one that never was.
    ///
    /// # Errors
    /// The file's faults.
    pub fn closed_cut(&self, cut: NaiveDate) -> Result<Option<ClosedCut>, Refusal> {
        let found = self.store.reader().closing_of(cut)?;
        found.map(|closing| self.with_dispatches(closing)).transpose()
    }

    /// The cut with a folio, as somebody typed it.
    ///
    /// # Errors
    /// [`CutRefusal::NoSuchFolio`].
    pub fn cut_by_folio(&self, folio: &str) -> Result<ClosedCut, Refusal> {
        let found = self.store.reader().closing_by_folio(folio)?;
        let closing = found.ok_or_else(|| CutRefusal::NoSuchFolio(folio.trim().to_owned()))?;
        self.with_dispatches(closing)
    }

    /// Everything that an envío carries, in its order.
    ///
    /// # Errors
    /// The file's faults.
    pub fn dispatch_lines(&self, dispatch: DispatchId) -> Result<Vec<DispatchLine>, Refusal> {
        Ok(self
            .store
            .reader()
            .dispatch_lines(dispatch, 0, i32::MAX as usize)?)
    }

    /// The cut that is to be closed next: the oldest that has something in its queue, or the next one.
    ///
    /// # Errors
    /// The file's faults.
    pub fn cut_to_close(&self) -> Result<NaiveDate, Refusal> {
        let next = self.next_cut();
        let oldest = self.store.reader().oldest_cut_in_queue()?;
        Ok(oldest.map_or(next, |oldest| oldest.min(next)))
    }

    /// The first cut after a day that is not closed.
    pub fn open_cut_after(&self, day: NaiveDate) -> NaiveDate {
        let mut cut = self.cuts.after(day);
        while self.closed_cuts.contains(&cut) {
            cut = self.cuts.after(cut);
        }
        cut
    }

    /// Reads which cuts take nothing more.
    pub(super) fn read_closed_cuts(&mut self) -> Result<(), Refusal> {
        // A cut of long ago is no question: nothing is queued for it.
        let since = self.cuts.before(self.today());
        self.closed_cuts = self.store.reader().closed_cuts(since)?;
        Ok(())
    }

    fn with_dispatches(&self, closing: Closing) -> Result<ClosedCut, Refusal> {
        let reader = self.store.reader();
        Ok(ClosedCut {
            dispatches: reader.dispatches_of(closing.id)?,
            set_aside: reader.set_asides_of(closing.cut)?.len(),
            closing,
        })
    }
}

impl From<CutRefusal> for Refusal {
    fn from(refusal: CutRefusal) -> Self {
        Self::Cut(refusal)
    }
}
