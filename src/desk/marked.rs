//! Acts on several students at once: one act, one entry, one undo. Who can't take part is left out and named; the others
//! go on.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Desk, Record, Refusal};
use crate::domain::bulk::BulkChange;
use crate::domain::cutoff::{self, Window};
use crate::domain::ids::StudentId;
use crate::domain::movement::{BajaMotive, MovementKind, QueueRefusal, may_queue};
use crate::domain::student::Particulars;
use crate::domain::vigencia::Check;
use crate::store::{ActKind, NewMovement, Reader};

/// Somebody who takes no part, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// «Ramírez Soto, Ana Lucía».
    pub name: String,
    /// Número de control or folio.
    pub identifier: String,
    /// Why not.
    pub why: QueueRefusal,
}

/// What queueing the same movement for several students comes to, or would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedQueueing {
    /// Alta or baja.
    pub kind: MovementKind,
    /// The cut.
    pub cut: NaiveDate,
    /// Between which days they should show.
    pub window: Window,
    /// How many are queued.
    pub queued: usize,
    /// How many of those have an observation.
    pub observed: usize,
    /// Who is left out.
    pub left_out: Vec<LeftOut>,
}

/// One record of a bulk change, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Whose.
    pub student: StudentId,
    /// As it is.
    pub before: Particulars,
    /// As it would be.
    pub after: Particulars,
}

/// A bulk change as it was shown: what is saved is exactly this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangePlan {
    /// What is changed.
    pub change: BulkChange,
    /// For whom, in the order in which they were named.
    pub students: Vec<StudentId>,
    /// Every difference.
    pub differences: Vec<Difference>,
}

impl ChangePlan {
    fn of(reader: Reader<'_>, students: &[StudentId], change: &BulkChange) -> Result<Self, Refusal> {
        let mut differences = Vec::new();
        for &student in students {
            // Who is gone since has nothing to change.
            let Some(record) = reader.student(student)? else {
                continue;
            };
            let after = change.applied_to(&record.particulars);
            if after != record.particulars {
                differences.push(Difference {
                    student,
                    before: record.particulars,
                    after,
                });
            }
        }
        Ok(Self {
            change: change.clone(),
            students: students.to_vec(),
            differences,
        })
    }

    /// How many of them are as they would be already.
    pub fn unchanged(&self) -> usize {
        self.students.len() - self.differences.len()
    }
}

impl Desk {
    /// What [`Desk::queue_marked`] would come to.
    ///
    /// # Errors
    /// The file's faults.
    pub fn plan_marked(&self, kind: MovementKind, students: &[StudentId]) -> Result<MarkedQueueing, Refusal> {
        let reader = self.store.reader();
        queue_each(reader, kind, self.next_cut(), self.limits, students, |_| Ok(()))
    }

    /// Puts the same movement for several students into the next cut, as one act.
    ///
    /// # Errors
    /// The file's faults; whoever may not be queued is left out, and nothing is done if that is everybody.
    pub fn queue_marked(
        &mut self,
        kind: MovementKind,
        motive: Option<BajaMotive>,
        students: &[StudentId],
    ) -> Result<MarkedQueueing, Refusal> {
        let act = match kind {
            MovementKind::Alta => ActKind::QueueAlta,
            MovementKind::Baja => ActKind::QueueBaja,
        };
        let (stamp, today, cut, limits) = (self.stamp(), self.today(), self.next_cut(), self.limits);
        let done = self.store.transact(&stamp, act, |tx| {
            queue_each(tx.reader(), kind, cut, limits, students, |student| {
                tx.insert_movement(NewMovement {
                    student,
                    kind,
                    cut,
                    motive,
                    queued_on: today,
                })?;
                Ok(())
            })
        })?;
        Ok(done.value)
    }

    /// Records the same check for several students, as one act: an answer of IMSS about all of them.
    ///
    /// # Errors
    /// [`Refusal::CheckInFuture`] for a date of consultation that has not come.
    pub fn record_check_of_all(&mut self, students: &[StudentId], check: &Check) -> Result<(), Refusal> {
        if check.on > self.today() {
            return Err(Refusal::CheckInFuture(check.on));
        }
        let stamp = self.stamp();
        self.store.transact(&stamp, ActKind::RecordCheck, |tx| {
            for student in students {
                tx.insert_check(*student, check)?;
            }
            Ok::<_, Refusal>(())
        })?;
        Ok(())
    }

    /// What a change would make different in these records.
    ///
    /// # Errors
    /// The file's faults.
    pub fn plan_change(&self, students: &[StudentId], change: &BulkChange) -> Result<ChangePlan, Refusal> {
        ChangePlan::of(self.store.reader(), students, change)
    }

    /// Saves a change exactly as it was shown, as one act.
    ///
    /// # Errors
    /// [`Refusal::PlanOutdated`] if one of the records is another one by now.
    pub fn apply_change(&mut self, plan: &ChangePlan) -> Result<usize, Refusal> {
        let stamp = self.stamp();
        self.store.transact(&stamp, ActKind::Edit, |tx| {
            if ChangePlan::of(tx.reader(), &plan.students, &plan.change)? != *plan {
                return Err(Refusal::PlanOutdated);
            }
            for difference in &plan.differences {
                tx.update_student(difference.student, &difference.after)?;
            }
            Ok(())
        })?;
        Ok(plan.differences.len())
    }
}

/// Goes through the students, each once, and queues those who may be.
fn queue_each(
    reader: Reader<'_>,
    kind: MovementKind,
    cut: NaiveDate,
    limits: cutoff::WindowLimits,
    students: &[StudentId],
    mut queue: impl FnMut(StudentId) -> Result<(), Refusal>,
) -> Result<MarkedQueueing, Refusal> {
    let mut outcome = MarkedQueueing {
        kind,
        cut,
        window: cutoff::expected_window(cut, None, limits),
        queued: 0,
        observed: 0,
        left_out: Vec::new(),
    };
    let mut met = BTreeSet::new();
    for &student in students.iter().filter(|student| met.insert(**student)) {
        let record = Record::read(reader, student)?;
        let particulars = &record.student.particulars;
        match may_queue(kind, particulars.standing, &record.dossier()) {
            Ok(_) => {
                queue(student)?;
                outcome.queued += 1;
                outcome.observed += usize::from(!record.observations(kind).is_empty());
            }
            Err(why) => outcome.left_out.push(LeftOut {
                name: particulars.name.formal(),
                identifier: particulars.identifier.as_str().to_owned(),
                why,
            }),
        }
    }
    Ok(outcome)
}
