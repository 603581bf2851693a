//! The Lista de cotejo: what a student handed in, written down row by row.

use super::{Desk, Record, Refusal};
use crate::domain::checklist::{Answer, Checklist, Evidence, Proposal, Recorded, Remark, Requirement};
use crate::domain::ids::StudentId;
use crate::domain::period::Period;
use crate::store::{ActKind, Reader};
use crate::words::checklist as words;

/// What Espacio did to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ticked {
    /// It was handed in today.
    Delivered,
    /// What the record proves was accepted.
    Accepted,
    /// It is open again.
    Opened,
}

impl Desk {
    /// A student's list, with what the record proves of it.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`].
    pub fn checklist(&self, student: StudentId) -> Result<Checklist, Refusal> {
        let reader = self.store.reader();
        checklist_in(reader, &Record::read(reader, student)?, self.current_period())
    }

    /// Marks a row as handed in: with the date of what proves it, else today. A row that is marked is opened again, unless
    /// something newer proves it: then that is accepted.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`].
    pub fn tick(&mut self, student: StudentId, requirement: Requirement) -> Result<Ticked, Refusal> {
        let (today, period) = (self.today(), self.current_period());
        let (by, stamp) = (self.clerk.clone(), self.stamp());
        let done = self.store.transact(&stamp, ActKind::Checklist, |tx| {
            let record = Record::read(tx.reader(), student)?;
            let list = checklist_in(tx.reader(), &record, period)?;
            let row = list.row(requirement);
            let (answer, ticked) = match &row.proposal {
                Some(proposal) => (accepted(proposal), Ticked::Accepted),
                None if row.is_delivered() => {
                    tx.forget_requirement(student, requirement)?;
                    return Ok(Ticked::Opened);
                }
                None => {
                    let today = Answer {
                        delivered: true,
                        on: today,
                        remark: None,
                    };
                    (today, Ticked::Delivered)
                }
            };
            tx.record_requirement(student, requirement, &Recorded { answer, by })?;
            Ok::<_, Refusal>(ticked)
        })?;
        Ok(done.value)
    }

    /// Writes a row down, in place of what was written before. The same again changes nothing.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`]; [`Refusal::DeliveredInFuture`] for a day that has not come.
    pub fn answer(
        &mut self,
        student: StudentId,
        requirement: Requirement,
        answer: &Answer,
    ) -> Result<(), Refusal> {
        if answer.on > self.today() {
            return Err(Refusal::DeliveredInFuture(answer.on));
        }
        let (by, stamp) = (self.clerk.clone(), self.stamp());
        self.store.transact(&stamp, ActKind::Checklist, |tx| {
            Record::read(tx.reader(), student)?;
            let before = tx.reader().checklist_of(student)?;
            let same = before
                .iter()
                .any(|(row, recorded)| *row == requirement && recorded.answer == *answer);
            if same {
                return Ok(());
            }
            let answer = answer.clone();
            tx.record_requirement(student, requirement, &Recorded { answer, by })
                .map_err(Refusal::from)
        })?;
        Ok(())
    }

    /// Accepts everything that the record proves, and tells which rows those were.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`]; [`Refusal::NothingProposed`].
    pub fn accept_proposals(&mut self, student: StudentId) -> Result<Vec<Requirement>, Refusal> {
        let (period, by, stamp) = (self.current_period(), self.clerk.clone(), self.stamp());
        let done = self.store.transact(&stamp, ActKind::Checklist, |tx| {
            let record = Record::read(tx.reader(), student)?;
            let list = checklist_in(tx.reader(), &record, period)?;
            let mut rows = Vec::new();
            for (requirement, proposal) in list.proposed() {
                let recorded = Recorded {
                    answer: accepted(proposal),
                    by: by.clone(),
                };
                tx.record_requirement(student, requirement, &recorded)?;
                rows.push(requirement);
            }
            if rows.is_empty() {
                return Err(Refusal::NothingProposed);
            }
            Ok(rows)
        })?;
        Ok(done.value)
    }
}

fn checklist_in(reader: Reader<'_>, record: &Record, period: Period) -> Result<Checklist, Refusal> {
    let student = record.student.id;
    let evidence = Evidence {
        student: &record.student,
        checks: &record.checks,
        curp_since: reader.curp_since(student)?,
        standing_since: reader.standing_since(student)?,
        period,
    };
    Ok(Checklist::new(reader.checklist_of(student)?, &evidence))
}

/// A proposal as it is written down: its date, and in words what proves it.
pub fn accepted(proposal: &Proposal) -> Answer {
    Answer {
        delivered: true,
        on: proposal.on,
        remark: words::proof_remark(&proposal.proof).and_then(|remark| Remark::read(&remark).ok().flatten()),
    }
}
