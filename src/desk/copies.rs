//! The copy of the day.

use std::path::PathBuf;

use chrono::NaiveDateTime;

use super::Desk;
use crate::store::{self, Copied, CopyError};

/// A copy that is due, to be made away from the window: it reads on a connection of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyCopy {
    register: PathBuf,
    folder: PathBuf,
    at: NaiveDateTime,
}

/// What came of it.
pub type CopyOutcome = Result<Copied, CopyError>;

impl DailyCopy {
    /// Makes and verifies it. Takes as long as the disk does.
    ///
    /// # Errors
    /// [`CopyError`]; the register is untouched.
    pub fn make(self) -> CopyOutcome {
        store::copy(&self.register, &self.folder, self.at)
    }
}

impl Desk {
    /// The last verified copy.
    pub fn last_copy(&self) -> Option<Copied> {
        store::last_copy(&self.store.copies_folder()?)
    }

    /// The copy that is due now: the first of the day, unless the register holds nothing yet.
    pub fn copy_due(&self) -> Option<DailyCopy> {
        let due = self
            .last_copy()
            .is_none_or(|copied| copied.report.at.date() != self.today());
        if due && self.count_students().is_ok_and(|count| count > 0) {
            self.copy_now()
        } else {
            None
        }
    }

    /// A copy of this moment; `None` for a register in memory.
    pub fn copy_now(&self) -> Option<DailyCopy> {
        Some(DailyCopy {
            register: self.store.path()?.to_owned(),
            folder: self.store.copies_folder()?,
            at: self.now(),
        })
    }
}
