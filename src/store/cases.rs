//! Cases of people who are not vigente, with what was told to whom.

use chrono::NaiveDateTime;
use rusqlite::{Row, params};

use super::{Reader, StoreError, Tx};
use crate::domain::case::{CaseKind, CaseNote, CaseOutcome, KeptCase, NoteText, Told};
use crate::domain::ids::{CaseId, StudentId};

impl Tx<'_> {
    /// Opens a case.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if one of the student is open.
    pub fn open_case(
        &self,
        student: StudentId,
        at: NaiveDateTime,
        by: &str,
        kind: CaseKind,
    ) -> Result<CaseId, StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO cases (student_id, opened_at, opened_by, cause) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![student.0, at, by, kind.code()])?;
        Ok(CaseId(self.conn.last_insert_rowid()))
    }

    /// Adds to a case what was told to somebody.
    ///
    /// # Errors
    /// The file's faults.
    pub fn note_case(&self, case: CaseId, student: StudentId, note: &CaseNote) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO case_notes (case_id, student_id, noted_at, noted_by, told, note)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                case.0,
                student.0,
                note.at,
                note.by,
                note.told.code(),
                note.text.as_str()
            ])?;
        Ok(())
    }

    /// Closes a case.
    ///
    /// # Errors
    /// The file's faults.
    pub fn close_case(
        &self,
        case: CaseId,
        at: NaiveDateTime,
        by: &str,
        outcome: CaseOutcome,
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "UPDATE cases SET closed_at = ?2, closed_by = ?3, outcome = ?4 WHERE id = ?1 AND closed_at IS NULL",
            )?
            .execute(params![case.0, at, by, outcome.code()])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Every case of a student, the newest first: the open one before all others.
    ///
    /// # Errors
    /// The file's faults.
    pub fn cases_of(self, student: StudentId) -> Result<Vec<KeptCase>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, opened_at, opened_by, cause, closed_at, closed_by, outcome FROM cases
             WHERE student_id = ?1 ORDER BY closed_at IS NULL DESC, id DESC",
        )?;
        let mut rows = statement.query([student.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(self.read_case(row, student)?);
        }
        Ok(found)
    }

    fn read_case(self, row: &Row<'_>, student: StudentId) -> Result<KeptCase, StoreError> {
        let id = CaseId(row.get(0)?);
        let outcome: Option<String> = row.get(6)?;
        let closing = match (row.get(4)?, row.get(5)?, outcome) {
            (Some(at), Some(by), Some(outcome)) => {
                Some((at, by, known("cases.outcome", outcome, CaseOutcome::from_code)?))
            }
            _ => None,
        };
        Ok(KeptCase {
            id,
            student,
            opened_at: row.get(1)?,
            opened_by: row.get(2)?,
            kind: known("cases.cause", row.get(3)?, CaseKind::from_code)?,
            closing,
            notes: self.notes_of(id)?,
        })
    }

    fn notes_of(self, case: CaseId) -> Result<Vec<CaseNote>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT noted_at, noted_by, told, note FROM case_notes WHERE case_id = ?1 ORDER BY id",
        )?;
        let mut rows = statement.query([case.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(CaseNote {
                at: row.get(0)?,
                by: row.get(1)?,
                told: known("case_notes.told", row.get(2)?, Told::from_code)?,
                text: known("case_notes.note", row.get(3)?, |text| NoteText::read(text).ok())?,
            });
        }
        Ok(found)
    }
}

fn known<T>(column: &'static str, code: String, read: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    read(&code).ok_or(StoreError::Unreadable { column, value: code })
}
