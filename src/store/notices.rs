//! Mails that told somebody that the alta was accepted.

use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, params};

use super::{Reader, StoreError, Tx};
use crate::domain::ids::{MovementId, StudentId};

impl Tx<'_> {
    /// Remembers that a student was told of an accepted alta. Tells whether that was news.
    ///
    /// # Errors
    /// The file's faults.
    pub fn insert_notice(
        &self,
        student: StudentId,
        movement: MovementId,
        at: NaiveDateTime,
        by: &str,
    ) -> Result<bool, StoreError> {
        let added = self
            .conn
            .prepare_cached(
                "INSERT INTO notices (student_id, movement_id, sent_at, sent_by) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO NOTHING",
            )?
            .execute(params![student.0, movement.0, at, by])?;
        Ok(added > 0)
    }
}

impl Reader<'_> {
    /// When a student was told of an alta.
    ///
    /// # Errors
    /// The file's faults.
    pub fn notice_of(self, movement: MovementId) -> Result<Option<NaiveDateTime>, StoreError> {
        let told = self
            .conn
            .prepare_cached("SELECT sent_at FROM notices WHERE movement_id = ?1")?
            .query_row([movement.0], |row| row.get(0))
            .optional()?;
        Ok(told)
    }

    /// When a student was told last, of whatever alta.
    ///
    /// # Errors
    /// The file's faults.
    pub fn last_notice_of(self, student: StudentId) -> Result<Option<NaiveDateTime>, StoreError> {
        let told = self
            .conn
            .prepare_cached("SELECT max(sent_at) FROM notices WHERE student_id = ?1")?
            .query_row([student.0], |row| row.get(0))?;
        Ok(told)
    }
}
