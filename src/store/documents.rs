//! What each constancia said beside the verdict.

use std::collections::HashMap;

use rusqlite::params;

use super::clinics::read_key;
use super::{Reader, StoreError, Tx};
use crate::domain::clinic::{Room, Shift};
use crate::domain::ids::{CheckId, ClinicId, StudentId};
use crate::domain::vigencia::{Affiliation, Document};

impl Tx<'_> {
    /// Writes beside a check what the document said; its clinic is a row of the catalogue.
    ///
    /// # Errors
    /// The file's faults.
    pub fn insert_document(
        &self,
        student: StudentId,
        check: CheckId,
        document: &Document,
        clinic: Option<ClinicId>,
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "UPDATE checks SET clinic_id = ?2, shift = ?3, room = ?4, name_says = ?5, curp_says = ?6 WHERE id = ?1",
            )?
            .execute(params![
                check.0,
                clinic.map(|row| row.0),
                document.shift.as_ref().map(Shift::text),
                document.room.as_ref().map(Room::as_str),
                document.name,
                document.curp,
            ])?;
        let mut statement = self.conn.prepare_cached(
            "INSERT INTO affiliations (student_id, check_id, institution, registro, since, until, ours)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        for row in &document.affiliations {
            statement.execute(params![
                student.0,
                check.0,
                row.institution,
                row.registro,
                row.since,
                row.until,
                row.ours
            ])?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// What each check of a student said beside the verdict, in the order of [`Reader::checks_of`].
    ///
    /// # Errors
    /// The file's faults.
    pub fn documents_of(self, student: StudentId) -> Result<Vec<Document>, StoreError> {
        let mut history = self.affiliations_of(student)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT k.id, c.delegation, c.number, k.shift, k.room, k.name_says, k.curp_says
             FROM checks k LEFT JOIN clinics c ON c.id = k.clinic_id
             WHERE k.student_id = ?1 ORDER BY k.checked_on, k.id",
        )?;
        let mut rows = statement.query([student.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let clinic = match (row.get(1)?, row.get::<_, Option<u16>>(2)?) {
                (Some(delegation), Some(number)) => Some(read_key(delegation, number)?),
                _ => None,
            };
            let room = row.get::<_, Option<String>>(4)?.map(|room| {
                Room::read(&room).map_err(|_| StoreError::Unreadable {
                    column: "checks.room",
                    value: room,
                })
            });
            found.push(Document {
                clinic,
                shift: row.get::<_, Option<String>>(3)?.as_deref().and_then(Shift::read),
                room: room.transpose()?,
                name: row.get(5)?,
                curp: row.get(6)?,
                affiliations: history.remove(&row.get(0)?).unwrap_or_default(),
            });
        }
        Ok(found)
    }

    fn affiliations_of(self, student: StudentId) -> Result<HashMap<i64, Vec<Affiliation>>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT a.check_id, a.institution, a.registro, a.since, a.until, a.ours
             FROM checks k JOIN affiliations a ON a.check_id = k.id WHERE k.student_id = ?1 ORDER BY a.id",
        )?;
        let mut rows = statement.query([student.0])?;
        let mut found: HashMap<i64, Vec<Affiliation>> = HashMap::new();
        while let Some(row) = rows.next()? {
            found.entry(row.get(0)?).or_default().push(Affiliation {
                institution: row.get(1)?,
                registro: row.get(2)?,
                since: row.get(3)?,
                until: row.get(4)?,
                ours: row.get(5)?,
            });
        }
        Ok(found)
    }
}
