//! Pictures by their seal. None is ever changed or taken away, so that whatever a setting names, and named before an undo,
//! is there; therefore the journal does not hear of them.

use rusqlite::OptionalExtension;

use super::{Reader, StoreError, Tx};

impl Tx<'_> {
    /// Keeps a picture; one that is there already stays as it is.
    ///
    /// # Errors
    /// The file's faults.
    pub fn keep_logo(&self, seal: &str, png: &[u8]) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("INSERT OR IGNORE INTO logos (seal, png) VALUES (?1, ?2)")?
            .execute((seal, png))?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The picture of a seal.
    ///
    /// # Errors
    /// The file's faults.
    pub fn logo(self, seal: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let png = self
            .conn
            .prepare_cached("SELECT png FROM logos WHERE seal = ?1")?
            .query_row([seal], |row| row.get(0))
            .optional()?;
        Ok(png)
    }
}
