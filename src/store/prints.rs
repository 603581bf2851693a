//! The log of printed sheets.

use chrono::NaiveDateTime;
use rusqlite::params;

use super::{Reader, StoreError, Tx};
use crate::domain::ids::StudentId;

/// A sheet that was printed about a student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// The folio on the sheet.
    pub folio: String,
    /// The seal of its contents.
    pub seal: String,
    /// When.
    pub at: NaiveDateTime,
    /// Who printed it.
    pub by: String,
}

impl Tx<'_> {
    /// Enters a printed summary.
    ///
    /// # Errors
    /// The file's faults.
    pub fn insert_print(&self, student: StudentId, print: &Print) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO prints (student_id, document, folio, seal, printed_at, printed_by)
                 VALUES (?1, 'resumen', ?2, ?3, ?4, ?5)",
            )?
            .execute(params![student.0, print.folio, print.seal, print.at, print.by])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The number that the next folio is made from: one more than the sheets and lists that went out so far. Nothing of
    /// either is ever taken away, so no number comes twice.
    ///
    /// # Errors
    /// The file's faults.
    pub fn next_print_number(self) -> Result<u64, StoreError> {
        let last: i64 = self
            .conn
            .prepare_cached(
                "SELECT coalesce((SELECT max(id) FROM prints), 0) + coalesce((SELECT max(id) FROM rosters), 0)",
            )?
            .query_row([], |row| row.get(0))?;
        Ok(last as u64 + 1)
    }

    /// The sheets printed about a student, the newest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn prints_of(self, student: StudentId) -> Result<Vec<Print>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT folio, seal, printed_at, printed_by FROM prints WHERE student_id = ?1 ORDER BY id DESC",
        )?;
        let prints = statement
            .query_map([student.0], |row| {
                Ok(Print {
                    folio: row.get(0)?,
                    seal: row.get(1)?,
                    at: row.get(2)?,
                    by: row.get(3)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(prints)
    }

    /// Whose sheet a folio is.
    ///
    /// # Errors
    /// The file's faults.
    pub fn student_by_folio(self, folio: &str) -> Result<Option<StudentId>, StoreError> {
        use rusqlite::OptionalExtension;

        let found = self
            .conn
            .prepare_cached("SELECT student_id FROM prints WHERE folio = ?1")?
            .query_row([folio], |row| Ok(StudentId(row.get(0)?)))
            .optional()?;
        Ok(found)
    }
}
