//! What was shown is what is saved: one transaction, one act.

use super::{ImportError, Importing, Progress, Watch};
use crate::desk::clinic::write_assignment;
use crate::desk::{Desk, Refusal};
use crate::domain::ids::{ActId, StudentId};
use crate::domain::import::{Effect, ImportKind, Plan, PlannedRow, Verdict};
use crate::domain::period::Period;
use crate::domain::student::Standing;
use crate::store::{ActKind, ImportEntry, LongWork, NewMovement, Stamp, Tx};
use crate::words::import::Saved;

/// A verified copy is made before more rows than these are saved.
pub const COPY_ABOVE: usize = 20;
/// Rows that are written between two looks at who waits.
const ROWS_AT_A_TIME: usize = 50;

/// What an import saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    /// The act; `None` if there was nothing to save.
    pub act: Option<ActId>,
    /// Students who were registered.
    pub added: usize,
    /// Of those, how many bear a note.
    pub noted: usize,
    /// Records that were changed.
    pub changed: usize,
    /// Movements that were queued.
    pub queued: usize,
    /// Students who are enrolled no more.
    pub no_longer_enrolled: usize,
    /// Rows that still wait for a decision.
    pub held: usize,
    /// Whether a verified copy was made before.
    pub copied: bool,
}

impl Imported {
    /// The same for the sentences that tell it.
    pub fn figures(&self) -> Saved {
        Saved {
            added: self.added,
            noted: self.noted,
            changed: self.changed,
            queued: self.queued,
            gone: self.no_longer_enrolled,
            held: self.held,
        }
    }
}

impl Desk {
    /// Saves exactly what the plan says, as one act; with `queue`, the altas of an altas sheet enter the next cut (the bajas
    /// of a bajas sheet always do). Rows that wait for a decision stay, and so does the plan until there are none.
    ///
    /// # Errors
    /// [`ImportError::Outdated`] if the register is another one than was shown: the plan was made again. Nothing was
    /// saved then, nor with any other error.
    pub fn save_import(
        &mut self,
        importing: &mut Importing,
        queue: bool,
        watch: Watch<'_>,
    ) -> Result<Imported, ImportError> {
        self.refuse_outdated(importing, watch)?;
        let counts = importing.plan.counts();
        let queue = queue || importing.plan.kind == ImportKind::Bajas;
        let to_write = rows_to_write(&importing.plan, queue);
        if to_write.is_empty() && counts.missing == 0 {
            return Ok(Imported {
                held: counts.held,
                ..Imported::default()
            });
        }
        self.require_room(LongWork::Import)?;
        let mut copied = false;
        if to_write.len() + counts.missing > COPY_ABOVE
            && let Some(copy) = self.copy_now()
        {
            if !watch(Progress::Copying) {
                return Err(ImportError::Stopped);
            }
            copy.make()?;
            copied = true;
        }
        let mut imported = Imported {
            noted: counts.noted,
            held: counts.held,
            copied,
            ..Imported::default()
        };
        let (stamp, today, cut) = (self.stamp(), self.today(), self.next_cut());
        let period = importing.sheet.named_period().unwrap_or(self.current_period());
        let done = self.store.transact(&stamp, ActKind::Import, |tx| {
            let of = to_write.len() + counts.missing;
            for (index, row) in to_write.iter().enumerate() {
                if index % ROWS_AT_A_TIME == 0 && !watch(Progress::Saving { done: index, of }) {
                    return Err(ImportError::Stopped);
                }
                let Some(effect) = &row.effect else { continue };
                let student = write(tx, effect, today)?;
                imported.added += usize::from(effect.student.is_none());
                imported.changed += usize::from(effect.student.is_some() && effect.writes());
                if let Some((kind, motive)) = effect.queue.filter(|_| queue) {
                    tx.insert_movement(NewMovement {
                        student,
                        kind,
                        cut,
                        motive,
                        queued_on: today,
                    })?;
                    imported.queued += 1;
                }
            }
            imported.no_longer_enrolled = let_go(tx, &importing.plan, period)?;
            tx.insert_import(&entry(importing, &imported, &stamp))?;
            if let Some(settled) = importing.id.filter(|_| imported.held == 0) {
                tx.drop_plan(settled)?;
            }
            Ok::<_, ImportError>(())
        })?;
        imported.act = done.act;
        if imported.held == 0 {
            importing.id = None;
        } else if self.plan_import(importing, &mut super::unwatched).is_ok() {
            // It is saved, whatever fails from here on: what waits is planned again when it is opened.
            let _ = self.keep_import(importing);
        }
        Ok(imported)
    }

    /// Makes the plan again if anything happened since it was made.
    fn refuse_outdated(&self, importing: &mut Importing, watch: Watch<'_>) -> Result<(), ImportError> {
        if self.as_of_now()? == importing.as_of {
            return Ok(());
        }
        let shown = importing.seal.clone();
        if !self.plan_import(importing, watch)? {
            return Err(ImportError::Stopped);
        }
        if importing.seal == shown {
            Ok(())
        } else {
            Err(ImportError::Outdated)
        }
    }
}

/// The rows of which something is written.
fn rows_to_write(plan: &Plan, queue: bool) -> Vec<&PlannedRow> {
    plan.rows
        .iter()
        .filter(|row| {
            let queues = queue && row.effect.as_ref().is_some_and(|effect| effect.queue.is_some());
            let is_settled = !matches!(row.verdict, Verdict::Held | Verdict::Aside | Verdict::Superseded);
            is_settled && (row.verdict.is_saved() || queues)
        })
        .collect()
}

/// Writes what becomes of one row, but for its movement.
fn write(tx: &Tx<'_>, effect: &Effect, today: chrono::NaiveDate) -> Result<StudentId, Refusal> {
    let student = match effect.student {
        None => tx.insert_student(&effect.after)?,
        Some(student) => {
            if let Some(folio) = &effect.former_folio {
                tx.remember_folio(student, folio)?;
            }
            if effect.before.as_ref() != Some(&effect.after) {
                tx.update_student(student, &effect.after)?;
            }
            student
        }
    };
    if let Some(assignment) = &effect.assignment {
        write_assignment(tx, student, assignment, None, today)?;
    }
    if effect.prior_alta.is_some() {
        tx.set_prior_alta(student, effect.prior_alta)?;
    }
    if effect.restored {
        tx.set_archived(student, None)?;
    }
    Ok(student)
}

/// Whoever is missing in an enrolled list is enrolled no more in its period. A baja is proposed by that, and never made.
fn let_go(tx: &Tx<'_>, plan: &Plan, period: Period) -> Result<usize, Refusal> {
    let mut gone = 0;
    for missing in plan.missing.iter().filter(|missing| !missing.stays) {
        let Some(student) = tx.reader().student(missing.student)? else {
            continue;
        };
        let mut after = student.particulars;
        after.standing = Standing::NotEnrolled;
        after.period = Some(period);
        tx.update_student(missing.student, &after)?;
        gone += 1;
    }
    Ok(gone)
}

fn entry(importing: &Importing, imported: &Imported, stamp: &Stamp) -> ImportEntry {
    let (sheet, plan) = (&importing.sheet, &importing.plan);
    // What was looked at and settled need not be looked at again; what waits, or was left out, comes again.
    let settled = plan
        .rows
        .iter()
        .filter(|row| !matches!(row.verdict, Verdict::Held | Verdict::Aside | Verdict::Known));
    ImportEntry {
        source: sheet.source.clone(),
        sheet: sheet.sheet.clone(),
        kind: plan.kind.code().to_owned(),
        file_hash: sheet.file_hash.clone(),
        plan_seal: importing.seal.clone(),
        answers: settled.map(|row| row.answer).collect(),
        rows: plan.rows.len() as u64,
        added: imported.added as u64,
        changed: imported.changed as u64,
        queued: imported.queued as u64,
        at: stamp.at,
        by: stamp.clerk.clone(),
    }
}
