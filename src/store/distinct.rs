//! Pairs of people who are like each other and were told apart: they are not proposed as one again.

use chrono::NaiveDate;
use rusqlite::params;

use super::{Reader, StoreError, Tx};
use crate::domain::ids::StudentId;

impl Tx<'_> {
    /// Remembers that two records are two people. Each gets a row, so that the history of each tells it. Tells whether
    /// that was news.
    ///
    /// # Errors
    /// The file's faults.
    pub fn tell_apart(
        &self,
        one: StudentId,
        other: StudentId,
        on: NaiveDate,
        by: &str,
    ) -> Result<bool, StoreError> {
        let mut insert = self.conn.prepare_cached(
            "INSERT INTO distinct_people (student_id, other_id, told_on, told_by) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO NOTHING",
        )?;
        let mut added = 0;
        for (student, other) in [(one, other), (other, one)] {
            added += insert.execute(params![student.0, other.0, on, by])?;
        }
        Ok(added > 0)
    }

    /// Gives each pair its second row where that is missing.
    ///
    /// # Errors
    /// The file's faults.
    pub(super) fn complete_pairs(&self) -> Result<(), StoreError> {
        self.conn.execute(
            "INSERT INTO distinct_people (student_id, other_id, told_on, told_by)
             SELECT other_id, student_id, told_on, told_by FROM distinct_people
             WHERE true ON CONFLICT DO NOTHING",
            [],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Who is like this student and was told apart, by row.
    ///
    /// # Errors
    /// The file's faults.
    pub fn told_apart(self, student: StudentId) -> Result<Vec<StudentId>, StoreError> {
        let others = self
            .conn
            .prepare_cached("SELECT other_id FROM distinct_people WHERE student_id = ?1 ORDER BY other_id")?
            .query_map([student.0], |row| Ok(StudentId(row.get(0)?)))?
            .collect::<Result<_, _>>()?;
        Ok(others)
    }

    /// How many of the rows lack the one that says the same of the other person.
    pub(super) fn lopsided_pairs(self) -> Result<u64, StoreError> {
        let count: i64 = self.conn.query_row(
            "SELECT count(*) FROM distinct_people d WHERE NOT EXISTS
                 (SELECT 1 FROM distinct_people m WHERE m.student_id = d.other_id AND m.other_id = d.student_id)",
            [],
            |row| row.get(0),
        )?;
        Ok(count as u64)
    }
}
