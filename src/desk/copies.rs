//! Copies while the office works: when one is due, and which old ones go.

use std::path::PathBuf;

use chrono::NaiveDateTime;

use super::Desk;
use crate::store::{self, Copied, CopyError};

/// Minutes of work between two copies, if something changed.
const EVERY_MINUTES: i64 = 30;

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
    /// Makes and verifies it, and lets old ones go whose time has passed. Takes as long as the disk does.
    ///
    /// # Errors
    /// [`CopyError`]; the register is untouched, and so is every other copy.
    pub fn make(self) -> CopyOutcome {
        let copied = store::copy(&self.register, &self.folder, self.at)?;
        // A copy too many does no harm: what can't be taken away now goes with the next one.
        let _ = store::thin_copies(&self.folder, self.at.date());
        Ok(copied)
    }
}

impl Desk {
    /// The last verified copy.
    pub fn last_copy(&self) -> Option<Copied> {
        store::last_copy(&self.store.copies_folder()?)
    }

    /// The copy that is due now: where something was done since the last one, the first of the day, and then one every
    /// half hour. None while the register holds nobody.
    pub fn copy_due(&self) -> Option<DailyCopy> {
        let due = self.last_copy().is_none_or(|copied| {
            let last = copied.report.at;
            let is_old = last.date() != self.today() || (self.now() - last).num_minutes() >= EVERY_MINUTES;
            is_old && self.changed_since(&copied)
        });
        if due && self.store.reader().is_empty().is_ok_and(|empty| !empty) {
            self.copy_now()
        } else {
            None
        }
    }

    /// Whether anything was done since a copy was made.
    fn changed_since(&self, copied: &Copied) -> bool {
        let last = self.store.reader().last_act_number();
        last.is_ok_and(|last| last as u64 != copied.report.acts)
    }

    /// A copy of this moment; `None` for a register in memory, and for a copy that is only looked at.
    pub fn copy_now(&self) -> Option<DailyCopy> {
        if self.store.copy_of().is_some() {
            return None;
        }
        Some(DailyCopy {
            register: self.store.path()?.to_owned(),
            folder: self.store.copies_folder()?,
            at: self.now(),
        })
    }
}
