//! What the newest check of each student says, derived from checks and records, and kept by triggers of the schema.

use super::{Reader, Store, StoreError};

const NOW: &str =
    "SELECT c.student_id, c.checked_on, c.vigente, s.clinic_id IS NOT NULL, s.archived_on IS NOT NULL
    FROM checks c JOIN students s ON s.id = c.student_id
    WHERE NOT EXISTS (SELECT 1 FROM checks later
                      WHERE later.student_id = c.student_id
                        AND (later.checked_on, later.id) > (c.checked_on, c.id))";

impl Store {
    /// Derives the table anew.
    ///
    /// # Errors
    /// The file's faults.
    pub(super) fn rebuild_evidence(&mut self) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        transaction.execute("DELETE FROM evidence", [])?;
        transaction.execute(&format!("INSERT INTO evidence {NOW}"), [])?;
        Ok(transaction.commit()?)
    }
}

impl Reader<'_> {
    /// How many students the derived table has wrong.
    ///
    /// # Errors
    /// The file's faults.
    pub(super) fn stale_evidence(self) -> Result<u64, StoreError> {
        let stale: i64 = self.conn.query_row(
            &format!(
                "SELECT (SELECT count(*) FROM ({NOW} EXCEPT SELECT * FROM evidence))
                      + (SELECT count(*) FROM (SELECT * FROM evidence EXCEPT {NOW}))"
            ),
            [],
            |row| row.get(0),
        )?;
        Ok(stale as u64)
    }
}
