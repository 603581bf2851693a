//! Taking an import back, also long after it, and the imports that can be.

use super::{Desk, Refusal};
use crate::domain::ids::ImportId;
use crate::store::{ImportRow, UndoPlan, Undone};

impl Desk {
    /// The imports that stand, the newest first, at most `limit`.
    ///
    /// # Errors
    /// The file's faults.
    pub fn imports(&self, limit: usize) -> Result<Vec<ImportRow>, Refusal> {
        Ok(self.store.reader().imports(limit)?)
    }

    /// What taking an import back would do: how many go back to what they were, and who would stay as is.
    ///
    /// # Errors
    /// [`Refusal::Undo`].
    pub fn plan_undo_import(&mut self, import: ImportId) -> Result<UndoPlan, Refusal> {
        let stamp = self.stamp();
        Ok(self.store.plan_undo_import(&stamp, import)?)
    }

    /// Takes an import back, whatever was done since, but for the students of whom something was. An act of its own:
    /// Ctrl+Z brings the import back.
    ///
    /// # Errors
    /// [`Refusal::Undo`]; then nothing was changed.
    pub fn undo_import(&mut self, import: ImportId) -> Result<Undone, Refusal> {
        let stamp = self.stamp();
        Ok(self.store.undo_import(&stamp, import)?.value)
    }
}
