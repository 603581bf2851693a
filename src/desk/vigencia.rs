//! Vigencia as somebody read it in a document: recorded with its date, never inferred.

use super::clinic::{enter_clinic, write_assignment};
use super::{Desk, Refusal};
use crate::domain::clinic::Clinic;
use crate::domain::filter::Filter;
use crate::domain::ids::StudentId;
use crate::domain::vigencia::{Check, Document, EvidenceLimits};
use crate::store::{ActKind, StudentRow};

impl Desk {
    /// How many days a check counts as recent, and how many it may still be renewed.
    pub fn evidence_limits(&self) -> EvidenceLimits {
        self.settings.evidence_limits()
    }

    /// Records what a document said about a student.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`]; [`Refusal::CheckInFuture`] for a date of consultation that has not come.
    pub fn record_check(&mut self, student: StudentId, check: &Check) -> Result<(), Refusal> {
        self.record_document(student, check, &Document::default(), None, false)
    }

    /// Records what a document said about a student, with its clinic, its history, and where name or CURP differ. With
    /// `take_over` the record's clinic, turno and consultorio become the document's, in the same act and with its
    /// date; `described` is what is known of a clinic that the catalogue does not have.
    ///
    /// # Errors
    /// As [`Desk::record_check`].
    pub fn record_document(
        &mut self,
        student: StudentId,
        check: &Check,
        document: &Document,
        described: Option<&Clinic>,
        take_over: bool,
    ) -> Result<(), Refusal> {
        let (stamp, today) = (self.stamp(), self.today());
        if check.on > today {
            return Err(Refusal::CheckInFuture(check.on));
        }
        self.store.transact(&stamp, ActKind::RecordCheck, |tx| {
            let recorded = tx
                .reader()
                .student(student)?
                .ok_or_else(|| Refusal::NoSuchStudent(student.to_string()))?;
            let row = tx.insert_check(student, check)?;
            let document = document.clone().only_differences(&recorded.particulars);
            if document.is_empty() {
                return Ok(());
            }
            let clinic = match document.clinic {
                Some(key) => Some(enter_clinic(tx, key, described)?),
                None => None,
            };
            tx.insert_document(student, row, &document, clinic)?;
            if take_over && document.places() {
                let assignment = document.taken_over(&recorded.assignment, check.on);
                write_assignment(tx, student, &assignment, described, today)?;
            }
            Ok::<_, Refusal>(())
        })?;
        Ok(())
    }

    /// Everybody whose movement was sent, whose window is over, and whom nobody has looked up since: by name.
    ///
    /// # Errors
    /// The file's faults.
    pub fn to_review(&self) -> Result<Vec<StudentRow>, Refusal> {
        Ok(self.list(Filter::ReviewDue, "", 0, i32::MAX as usize)?.rows)
    }
}
