//! Vigencia as somebody read it in a document: recorded with its date, never inferred.

use super::{Desk, Refusal};
use crate::domain::filter::Filter;
use crate::domain::ids::StudentId;
use crate::domain::vigencia::Check;
use crate::store::{ActKind, StudentRow};

impl Desk {
    /// Records what a document said about a student.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`]; [`Refusal::CheckInFuture`] for a date of consultation that has not come.
    pub fn record_check(&mut self, student: StudentId, check: &Check) -> Result<(), Refusal> {
        if check.on > self.today() {
            return Err(Refusal::CheckInFuture(check.on));
        }
        self.record(student)?;
        let stamp = self.stamp();
        self.store.transact(&stamp, ActKind::RecordCheck, |tx| {
            tx.insert_check(student, check).map_err(Refusal::from)
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
