//! The catalogue of clinics, and what IMSS assigned to each student.

use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, StoreError, Tx};
use crate::domain::clinic::{
    Agregado, Assignment, Clinic, ClinicKey, ClinicKind, ClinicSource, Delegacion, Room, Seen, Shift, Umf,
};
use crate::domain::ids::{ClinicId, StudentId};

/// A clinic of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClinicRow {
    /// Its row.
    pub id: ClinicId,
    /// What is known of it.
    pub clinic: Clinic,
    /// How many students are assigned to it.
    pub students: u64,
}

/// The columns that [`read_clinic`] expects, in its order.
const CLINIC: &str = "c.id, c.delegation, c.number, c.kind, c.name, c.city, \
     (SELECT count(*) FROM students s WHERE s.clinic_id = c.id)";

impl Tx<'_> {
    /// The row of a clinic; it is added to the catalogue if it is not there, with what `clinic` tells of it.
    ///
    /// # Errors
    /// The file's faults.
    pub fn clinic_row(&self, clinic: &Clinic) -> Result<ClinicId, StoreError> {
        match self.reader().clinic(clinic.key)? {
            Some(row) => Ok(row.id),
            None => self.insert_clinic(clinic),
        }
    }

    /// Adds a clinic to the catalogue.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if it is there already.
    pub fn insert_clinic(&self, clinic: &Clinic) -> Result<ClinicId, StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO clinics (delegation, number, kind, name, city) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                clinic.key.delegacion.code(),
                clinic.key.number.number(),
                clinic.kind.code(),
                clinic.name,
                clinic.city
            ])?;
        Ok(ClinicId(self.conn.last_insert_rowid()))
    }

    /// Corrects a clinic wherever it is named, since students refer to its row.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if another row has that delegación and number.
    pub fn update_clinic(&self, id: ClinicId, clinic: &Clinic) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "UPDATE clinics SET delegation = ?2, number = ?3, kind = ?4, name = ?5, city = ?6 WHERE id = ?1",
            )?
            .execute(params![
                id.0,
                clinic.key.delegacion.code(),
                clinic.key.number.number(),
                clinic.kind.code(),
                clinic.name,
                clinic.city
            ])?;
        Ok(())
    }

    /// Takes a clinic out of the catalogue.
    ///
    /// # Errors
    /// [`StoreError::InUse`] while anything refers to it.
    pub fn delete_clinic(&self, id: ClinicId) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM clinics WHERE id = ?1")?
            .execute([id.0])?;
        Ok(())
    }

    /// Writes what IMSS assigned to a student. The clinic has to be in the catalogue: [`Tx::clinic_row`].
    ///
    /// # Errors
    /// The file's faults.
    pub fn assign(&self, student: StudentId, assignment: &Assignment) -> Result<(), StoreError> {
        let key = assignment.clinic;
        self.conn
            .prepare_cached(
                "UPDATE students SET clinic_id = (SELECT id FROM clinics WHERE delegation = ?2 AND number = ?3),
                     shift = ?4, room = ?5, agregado = ?6, clinic_source = ?7, clinic_on = ?8
                 WHERE id = ?1",
            )?
            .execute(params![
                student.0,
                key.map(|key| key.delegacion.code()),
                key.map(|key| key.number.number()),
                assignment.shift.as_ref().map(Shift::text),
                assignment.room.as_ref().map(Room::as_str),
                assignment.agregado.as_ref().map(Agregado::as_str),
                assignment.seen.map(|seen| seen.source.code()),
                assignment.seen.map(|seen| seen.on),
            ])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The clinic of that delegación and number.
    ///
    /// # Errors
    /// The file's faults.
    pub fn clinic(self, key: ClinicKey) -> Result<Option<ClinicRow>, StoreError> {
        self.conn
            .prepare_cached(&format!(
                "SELECT {CLINIC} FROM clinics c WHERE c.delegation = ?1 AND c.number = ?2"
            ))?
            .query_row(params![key.delegacion.code(), key.number.number()], |row| {
                Ok(read_clinic(row))
            })
            .optional()?
            .transpose()
    }

    /// The clinic of a row.
    ///
    /// # Errors
    /// The file's faults.
    pub fn clinic_of_row(self, id: ClinicId) -> Result<Option<ClinicRow>, StoreError> {
        self.conn
            .prepare_cached(&format!("SELECT {CLINIC} FROM clinics c WHERE c.id = ?1"))?
            .query_row([id.0], |row| Ok(read_clinic(row)))
            .optional()?
            .transpose()
    }

    /// A clinic as the catalogue has it, or as it was when it was taken out.
    ///
    /// # Errors
    /// The file's faults.
    pub fn clinic_named(self, id: ClinicId) -> Result<Option<Clinic>, StoreError> {
        if let Some(row) = self.clinic_of_row(id)? {
            return Ok(Some(row.clinic));
        }
        self.conn
            .prepare_cached(
                "SELECT ?1, before ->> 'delegation', before ->> 'number', before ->> 'kind', before ->> 'name',
                     before ->> 'city', 0
                 FROM journal WHERE table_name = 'clinics' AND row_id = ?1 AND before IS NOT NULL AND after IS NULL
                 ORDER BY act_id DESC, place DESC LIMIT 1",
            )?
            .query_row([id.0], |row| Ok(read_clinic(row)))
            .optional()?
            .transpose()
            .map(|row| row.map(|row| row.clinic))
    }

    /// The whole catalogue, the clinics with most students first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn clinics(self) -> Result<Vec<ClinicRow>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {CLINIC} FROM clinics c ORDER BY 7 DESC, c.delegation, c.number"
        ))?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_clinic(row)?);
        }
        Ok(found)
    }
}

fn read_clinic(row: &Row<'_>) -> Result<ClinicRow, StoreError> {
    let kind: String = row.get(3)?;
    Ok(ClinicRow {
        id: ClinicId(row.get(0)?),
        clinic: Clinic {
            key: read_key(row.get(1)?, row.get(2)?)?,
            kind: ClinicKind::from_code(&kind).ok_or(StoreError::Unreadable {
                column: "clinics.kind",
                value: kind,
            })?,
            name: row.get(4)?,
            city: row.get(5)?,
        },
        students: row.get::<_, i64>(6)? as u64,
    })
}

pub(super) fn read_key(delegation: String, number: u16) -> Result<ClinicKey, StoreError> {
    let unreadable = |value: String| StoreError::Unreadable {
        column: "clinics.delegation",
        value,
    };
    Ok(ClinicKey {
        delegacion: Delegacion::from_code(&delegation).ok_or_else(|| unreadable(delegation))?,
        number: Umf::new(number).ok_or_else(|| unreadable(number.to_string()))?,
    })
}

/// The columns of an assignment, which begin at `first`: delegación and number of the clinic, then those of the student.
pub(super) fn read_assignment(row: &Row<'_>, first: usize) -> Result<Assignment, StoreError> {
    let unreadable = |column: &'static str| move |value: String| StoreError::Unreadable { column, value };
    let text = |index: usize| row.get::<_, Option<String>>(first + index);
    let clinic = match (text(0)?, row.get::<_, Option<u16>>(first + 1)?) {
        (Some(delegation), Some(number)) => Some(read_key(delegation, number)?),
        _ => None,
    };
    let room = text(3)?.map(|room| Room::read(&room).map_err(|_| unreadable("students.room")(room)));
    let agregado = text(4)?.map(|it| Agregado::read(&it).map_err(|_| unreadable("students.agregado")(it)));
    let seen = match (text(5)?, row.get(first + 6)?) {
        (Some(source), Some(on)) => Some(Seen {
            source: ClinicSource::from_code(&source)
                .ok_or_else(|| unreadable("students.clinic_source")(source))?,
            on,
        }),
        _ => None,
    };
    Ok(Assignment {
        clinic,
        shift: text(2)?.as_deref().and_then(Shift::read),
        room: room.transpose()?,
        agregado: agregado.transpose()?,
        seen,
    })
}
