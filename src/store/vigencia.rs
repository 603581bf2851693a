//! Vigencia checks: one row for each time that somebody read a document.

use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, StoreError, Tx};
use crate::domain::ids::{CheckId, StudentId};
use crate::domain::movement::{MovementKind, Observation, observations};
use crate::domain::student::Student;
use crate::domain::vigencia::{Check, CheckSource};

const COLUMNS: &str = "checked_on, vigente, source, ours, seen_by";

impl Tx<'_> {
    /// Records a check.
    ///
    /// # Errors
    /// The file's faults.
    pub fn insert_check(&self, student: StudentId, check: &Check) -> Result<CheckId, StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO checks (student_id, checked_on, vigente, source, ours, seen_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                student.0,
                check.on,
                check.vigente,
                check.source.code(),
                check.ours,
                check.seen_by
            ])?;
        Ok(CheckId(self.conn.last_insert_rowid()))
    }
}

impl Reader<'_> {
    /// Every check of a student, by date of consultation.
    ///
    /// # Errors
    /// The file's faults.
    pub fn checks_of(self, student: StudentId) -> Result<Vec<Check>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM checks WHERE student_id = ?1 ORDER BY checked_on, id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([student.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_check(row)?);
        }
        Ok(found)
    }

    /// What would set a movement of this kind of a student aside when its cut is closed.
    ///
    /// # Errors
    /// The file's faults.
    pub fn observations_of(
        self,
        kind: MovementKind,
        student: &Student,
    ) -> Result<Vec<Observation>, StoreError> {
        let last_check = self.last_check_of(student.id)?;
        Ok(observations(
            kind,
            &student.particulars,
            last_check.as_ref(),
            self.curp_rule()?,
        ))
    }

    /// The newest check of a student.
    pub(super) fn last_check_of(self, student: StudentId) -> Result<Option<Check>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM checks WHERE student_id = ?1 ORDER BY checked_on DESC, id DESC LIMIT 1"
        );
        self.conn
            .prepare_cached(&sql)?
            .query_row([student.0], |row| Ok(read_check(row)))
            .optional()?
            .transpose()
    }
}

fn read_check(row: &Row<'_>) -> Result<Check, StoreError> {
    let source: String = row.get(2)?;
    Ok(Check {
        on: row.get(0)?,
        vigente: row.get(1)?,
        source: CheckSource::from_code(&source).ok_or(StoreError::Unreadable {
            column: "checks.source",
            value: source,
        })?,
        ours: row.get(3)?,
        seen_by: row.get(4)?,
    })
}
