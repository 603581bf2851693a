//! Altas and bajas for the next cut.

use chrono::{NaiveDate, NaiveTime};

use super::{Desk, PAGE_ROWS, Record, Refusal};
use crate::domain::cutoff::{self, CutCalendar, Window};
use crate::domain::ids::StudentId;
use crate::domain::movement::{
    BajaMotive, Cancellation, Movement, MovementKind, Observation, QueueAdvice, may_queue,
};
use crate::domain::student::Student;
use crate::store::{ActKind, CutCount, NewMovement};

/// A movement that was queued, and all that there is to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queueing {
    /// Alta or baja.
    pub kind: MovementKind,
    /// Its cut.
    pub cut: NaiveDate,
    /// Between which days it should show.
    pub window: Window,
    /// What would set it aside at the closing.
    pub observations: Vec<Observation>,
    /// What the clerk should know.
    pub advice: Vec<QueueAdvice>,
}

/// A movement in a cut with its student.
#[derive(Debug, Clone, PartialEq)]
pub struct QueuedMovement {
    /// The movement.
    pub movement: Movement,
    /// Whose it is.
    pub student: Student,
    /// What would set it aside at the closing.
    pub observations: Vec<Observation>,
}

/// A page of what waits for a cut.
#[derive(Debug, Clone, PartialEq)]
pub struct CutPage {
    /// The cut.
    pub cut: NaiveDate,
    /// How many movements all pages have.
    pub count: CutCount,
    /// The rows of this page.
    pub rows: Vec<QueuedMovement>,
}

impl Desk {
    /// The cut that a movement queued today goes to: the next one that is not closed.
    pub fn next_cut(&self) -> NaiveDate {
        let cut = self.cuts.next_cut(self.now());
        if self.closed_cuts.contains(&cut) {
            return self.open_cut_after(cut);
        }
        cut
    }

    /// When movements are sent.
    pub fn cut_calendar(&self) -> &CutCalendar {
        &self.cuts
    }

    /// The hour limit of today's cut, if it has passed: what is queued now goes to the next one.
    pub fn missed_hour(&self) -> Option<NaiveTime> {
        self.cuts.missed(self.now()).and(self.cuts.hour_limit())
    }

    /// How many movements wait for the next cut.
    ///
    /// # Errors
    /// The file's faults.
    pub fn next_cut_count(&self) -> Result<CutCount, Refusal> {
        Ok(self.store.reader().count_in_cut(self.next_cut())?)
    }

    /// What waits for a cut, from row `offset` on.
    ///
    /// # Errors
    /// The file's faults.
    pub fn cut_page(&self, cut: NaiveDate, offset: usize) -> Result<CutPage, Refusal> {
        self.cut_rows(cut, offset, PAGE_ROWS)
    }

    /// Everything that waits for a cut.
    ///
    /// # Errors
    /// The file's faults.
    pub fn whole_cut(&self, cut: NaiveDate) -> Result<CutPage, Refusal> {
        self.cut_rows(cut, 0, i32::MAX as usize)
    }

    fn cut_rows(&self, cut: NaiveDate, offset: usize, limit: usize) -> Result<CutPage, Refusal> {
        let reader = self.store.reader();
        let mut rows = Vec::new();
        for movement in reader.movements_in_cut(cut, offset, limit)? {
            if let Some(student) = reader.student(movement.student)? {
                let observations = reader.observations_of(movement.kind, &student)?;
                rows.push(QueuedMovement {
                    movement,
                    student,
                    observations,
                });
            }
        }
        Ok(CutPage {
            cut,
            count: reader.count_in_cut(cut)?,
            rows,
        })
    }

    /// Puts an alta into the next cut.
    ///
    /// # Errors
    /// [`Refusal::Queue`]: not enrolled, another movement open, or still active.
    pub fn queue_alta(&mut self, student: StudentId) -> Result<Queueing, Refusal> {
        self.queue(student, MovementKind::Alta, None)
    }

    /// Puts a baja into the next cut.
    ///
    /// # Errors
    /// [`Refusal::Queue`]: another movement is open.
    pub fn queue_baja(&mut self, student: StudentId, motive: BajaMotive) -> Result<Queueing, Refusal> {
        self.queue(student, MovementKind::Baja, Some(motive))
    }

    /// What queueing would be refused for, or advise, without doing it.
    ///
    /// # Errors
    /// [`Refusal::Queue`].
    pub fn may_queue(&self, student: StudentId, kind: MovementKind) -> Result<Vec<QueueAdvice>, Refusal> {
        let record = self.record(student)?;
        Ok(may_queue(
            kind,
            record.student.particulars.standing,
            &record.dossier(),
        )?)
    }

    fn queue(
        &mut self,
        student: StudentId,
        kind: MovementKind,
        motive: Option<BajaMotive>,
    ) -> Result<Queueing, Refusal> {
        let act = match kind {
            MovementKind::Alta => ActKind::QueueAlta,
            MovementKind::Baja => ActKind::QueueBaja,
        };
        let new = NewMovement {
            student,
            kind,
            cut: self.next_cut(),
            motive,
            queued_on: self.today(),
        };
        let limits = self.limits;
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, act, |tx| {
            let record = Record::read(tx.reader(), student)?;
            let particulars = &record.student.particulars;
            let advice = may_queue(kind, particulars.standing, &record.dossier())?;
            tx.insert_movement(new)?;
            Ok::<_, Refusal>(Queueing {
                kind,
                cut: new.cut,
                window: cutoff::expected_window(new.cut, None, limits),
                observations: record.observations(kind),
                advice,
            })
        })?;
        Ok(done.value)
    }

    /// Withdraws the queued movement of a student, and tells which it was.
    ///
    /// # Errors
    /// [`Refusal::NothingQueued`], also when its cut was closed already.
    pub fn cancel_queued(&mut self, student: StudentId) -> Result<Movement, Refusal> {
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::CancelMovement, |tx| {
            let record = Record::read(tx.reader(), student)?;
            let queued = record.queued().cloned().ok_or(Refusal::NothingQueued)?;
            tx.cancel_movement(queued.id, Cancellation::Withdrawn)?;
            Ok::<_, Refusal>(queued)
        })?;
        Ok(done.value)
    }

    /// Marks the queued movement of a student as urgent, or takes the mark off; tells what it is now.
    ///
    /// # Errors
    /// [`Refusal::NothingQueued`].
    pub fn toggle_urgent(&mut self, student: StudentId) -> Result<Movement, Refusal> {
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::MarkUrgent, |tx| {
            let record = Record::read(tx.reader(), student)?;
            let mut queued = record.queued().cloned().ok_or(Refusal::NothingQueued)?;
            queued.urgent = !queued.urgent;
            tx.set_urgent(queued.id, queued.urgent)?;
            Ok::<_, Refusal>(queued)
        })?;
        Ok(done.value)
    }
}
