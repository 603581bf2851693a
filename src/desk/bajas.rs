//! Bajas propuestas: who they are, by motive, and those that somebody decides on queued as one act. Never by itself.

use chrono::NaiveDate;

use super::{Desk, MarkedQueueing, Record, Refusal};
use crate::domain::cutoff;
use crate::domain::filter::Filter;
use crate::domain::ids::StudentId;
use crate::domain::movement::{BajaMotive, MovementKind};
use crate::domain::proposed_baja;
use crate::store::{ActKind, NewMovement, StudentRow};

/// Somebody for whom a baja is proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedBaja {
    /// The record, with its newest movement and check.
    pub row: StudentRow,
    /// Why.
    pub motive: BajaMotive,
}

impl ProposedBaja {
    /// Whose it is.
    pub fn student(&self) -> StudentId {
        self.row.student.id
    }

    /// The day of the document that names another insurance, where that is the motive.
    pub fn read_on(&self) -> Option<NaiveDate> {
        let check = self.row.check.as_ref()?;
        (self.motive == BajaMotive::OtherInsurance).then_some(check.on)
    }
}

impl Desk {
    /// Everybody for whom a baja is proposed: by motive, in the order in which motives are offered, then by name.
    ///
    /// # Errors
    /// The file's faults.
    pub fn proposed_bajas(&self) -> Result<Vec<ProposedBaja>, Refusal> {
        let rows = self.list(Filter::ProposedBajas, "", 0, i32::MAX as usize)?.rows;
        let mut proposed: Vec<ProposedBaja> = rows
            .into_iter()
            .map(|row| ProposedBaja {
                motive: proposed_baja::motive(row.student.particulars.standing),
                row,
            })
            .collect();
        let place = |motive: BajaMotive| BajaMotive::ALL.iter().position(|it| *it == motive);
        // It keeps the order of names among those of one motive.
        proposed.sort_by_key(|it| place(it.motive));
        Ok(proposed)
    }

    /// Queues the bajas that somebody decided on, each with its own motive, as one act with one undo.
    ///
    /// # Errors
    /// [`Refusal::PlanOutdated`] if one of them is not proposed any more, or for another motive; nothing is queued then.
    pub fn queue_proposed(&mut self, chosen: &[(StudentId, BajaMotive)]) -> Result<MarkedQueueing, Refusal> {
        let (stamp, today, cut) = (self.stamp(), self.today(), self.next_cut());
        let mut outcome = MarkedQueueing {
            kind: MovementKind::Baja,
            cut,
            window: cutoff::expected_window(cut, None, self.limits),
            queued: 0,
            observed: 0,
            left_out: Vec::new(),
        };
        self.store.transact(&stamp, ActKind::QueueBaja, |tx| {
            for &(student, motive) in chosen {
                let record = Record::read(tx.reader(), student)?;
                let standing = record.student.particulars.standing;
                if proposed_baja::proposed(standing, &record.dossier()) != Some(motive) {
                    return Err(Refusal::PlanOutdated);
                }
                tx.insert_movement(NewMovement {
                    student,
                    kind: MovementKind::Baja,
                    cut,
                    motive: Some(motive),
                    queued_on: today,
                })?;
                outcome.queued += 1;
                outcome.observed += usize::from(!record.observations(MovementKind::Baja).is_empty());
            }
            Ok::<_, Refusal>(())
        })?;
        Ok(outcome)
    }
}
