//! What was written down of each row of a student's Lista de cotejo.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::journal::changes_of_student;
use super::{Reader, StoreError, Tx};
use crate::domain::checklist::{Answer, Recorded, Remark, Requirement};
use crate::domain::ids::StudentId;

impl Tx<'_> {
    /// Writes a row, in place of what was written before.
    ///
    /// # Errors
    /// The file's faults.
    pub fn record_requirement(
        &self,
        student: StudentId,
        requirement: Requirement,
        recorded: &Recorded,
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO checklist (student_id, requirement, delivered, noted_on, remark, noted_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (student_id, requirement) DO UPDATE SET delivered = excluded.delivered,
                     noted_on = excluded.noted_on, remark = excluded.remark, noted_by = excluded.noted_by",
            )?
            .execute(params![
                student.0,
                requirement.number(),
                recorded.answer.delivered,
                recorded.answer.on,
                recorded.answer.remark.as_ref().map(Remark::as_str),
                recorded.by
            ])?;
        Ok(())
    }

    /// Forgets what was written of a row: it is open again.
    ///
    /// # Errors
    /// The file's faults.
    pub fn forget_requirement(&self, student: StudentId, requirement: Requirement) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM checklist WHERE student_id = ?1 AND requirement = ?2")?
            .execute(params![student.0, requirement.number()])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// What was written down of a student's list, by row.
    ///
    /// # Errors
    /// The file's faults.
    pub fn checklist_of(self, student: StudentId) -> Result<Vec<(Requirement, Recorded)>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT requirement, delivered, noted_on, remark, noted_by FROM checklist
             WHERE student_id = ?1 ORDER BY requirement",
        )?;
        let mut rows = statement.query([student.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let number: u8 = row.get(0)?;
            let remark: Option<String> = row.get(3)?;
            let answer = Answer {
                delivered: row.get(1)?,
                on: row.get(2)?,
                remark: Remark::read(remark.as_deref().unwrap_or_default()).map_err(|_| {
                    StoreError::Unreadable {
                        column: "checklist.remark",
                        value: remark.unwrap_or_default(),
                    }
                })?,
            };
            let requirement = Requirement::from_number(number).ok_or(StoreError::Unreadable {
                column: "checklist.requirement",
                value: number.to_string(),
            })?;
            let by = row.get(4)?;
            found.push((requirement, Recorded { answer, by }));
        }
        Ok(found)
    }

    /// Since when a record holds its CURP, by the journal.
    ///
    /// # Errors
    /// The file's faults.
    pub fn curp_since(self, student: StudentId) -> Result<Option<NaiveDate>, StoreError> {
        self.held_since(student, ["curp", "curp_state"])
    }

    /// Since when a record holds its situación escolar and its period, by the journal.
    ///
    /// # Errors
    /// The file's faults.
    pub fn standing_since(self, student: StudentId) -> Result<Option<NaiveDate>, StoreError> {
        self.held_since(student, ["standing", "period"])
    }

    /// The day of the last act that changed one of two columns of a record.
    fn held_since(self, student: StudentId, columns: [&str; 2]) -> Result<Option<NaiveDate>, StoreError> {
        let differs = columns
            .map(|column| {
                format!("json_extract(c.before, '$.{column}') IS NOT json_extract(c.after, '$.{column}')")
            })
            .join(" OR ");
        let since = self
            .conn
            .prepare_cached(&format!(
                "SELECT date(a.at) FROM ({}) c JOIN acts a ON a.id = c.act_id
                 WHERE c.table_name = 'students' AND c.after IS NOT NULL AND (c.before IS NULL OR {differs})
                 ORDER BY c.act_id DESC, c.place DESC LIMIT 1",
                changes_of_student()
            ))?
            .query_row([student.0], |row| row.get(0))
            .optional()?;
        Ok(since)
    }
}
