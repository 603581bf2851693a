//! The clinic of a student, and the catalogue that all records share.

use super::{Desk, Refusal};
use crate::domain::clinic::{Agregado, Assignment, Clinic, ClinicKey, Delegacion};
use crate::domain::ids::{ClinicId, StudentId};
use crate::domain::student::Particulars;
use crate::store::{ActKind, Changed, ClinicRow, Reader, StoreError, Tx};

impl Desk {
    /// The delegación of this campus, which a number without one is of; `None` until somebody sets it.
    pub fn usual_delegacion(&self) -> Option<Delegacion> {
        Delegacion::from_code(&self.campus.delegation)
    }

    /// The agregado médico that a student usually gets, with the letters that the office has confirmed or the default ones: a
    /// suggestion, since the real one is on the IMSS document.
    pub fn usual_agregado(&self, student: &Particulars) -> Option<Agregado> {
        student.usual_agregado(self.settings.sex_letters())
    }

    /// The catalogue, the clinics with most students first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn clinics(&self) -> Result<Vec<ClinicRow>, Refusal> {
        Ok(self.store.reader().clinics()?)
    }

    /// A clinic of the catalogue.
    ///
    /// # Errors
    /// The file's faults.
    pub fn clinic(&self, key: ClinicKey) -> Result<Option<ClinicRow>, Refusal> {
        Ok(self.store.reader().clinic(key)?)
    }

    /// Writes what IMSS assigned to a student. A clinic that the catalogue does not have enters it in the same act, with
    /// what `described` tells of it.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`]; [`Refusal::ClinicInFuture`] for a document whose date has not come.
    pub fn assign(
        &mut self,
        student: StudentId,
        assignment: &Assignment,
        described: Option<&Clinic>,
    ) -> Result<Changed, Refusal> {
        let (stamp, today) = (self.stamp(), self.today());
        let done = self.store.transact(&stamp, ActKind::Assign, |tx| {
            refuse_unknown(tx.reader(), student)?;
            write_assignment(tx, student, assignment, described, today)
        })?;
        Ok(done.changed)
    }

    /// Adds a clinic to the catalogue.
    ///
    /// # Errors
    /// [`Refusal::ClinicTaken`] if it is there already.
    pub fn add_clinic(&mut self, clinic: &Clinic) -> Result<ClinicId, Refusal> {
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::AddClinic, |tx| {
            refuse_clinic_taken(tx.reader(), clinic.key, None)?;
            Ok::<_, Refusal>(tx.insert_clinic(clinic)?)
        })?;
        Ok(done.value)
    }

    /// Corrects a clinic wherever it is named.
    ///
    /// # Errors
    /// [`Refusal::NoSuchClinic`]; [`Refusal::ClinicTaken`] if another clinic has that delegación and number.
    pub fn correct_clinic(&mut self, id: ClinicId, clinic: &Clinic) -> Result<Changed, Refusal> {
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::CorrectClinic, |tx| {
            tx.reader().clinic_of_row(id)?.ok_or(Refusal::NoSuchClinic)?;
            refuse_clinic_taken(tx.reader(), clinic.key, Some(id))?;
            Ok::<_, Refusal>(tx.update_clinic(id, clinic)?)
        })?;
        Ok(done.changed)
    }

    /// Takes a clinic out of the catalogue.
    ///
    /// # Errors
    /// [`Refusal::NoSuchClinic`]; [`Refusal::ClinicInUse`] while a record or a constancia names it.
    pub fn remove_clinic(&mut self, id: ClinicId) -> Result<Clinic, Refusal> {
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::RemoveClinic, |tx| {
            let row = tx.reader().clinic_of_row(id)?.ok_or(Refusal::NoSuchClinic)?;
            match tx.delete_clinic(id) {
                Ok(()) => Ok(row.clinic),
                Err(StoreError::InUse) => Err(Refusal::ClinicInUse(row)),
                Err(other) => Err(other.into()),
            }
        })?;
        Ok(done.value)
    }
}

/// Writes an assignment inside an act, with the clinic that it names.
pub(super) fn write_assignment(
    tx: &Tx<'_>,
    student: StudentId,
    assignment: &Assignment,
    described: Option<&Clinic>,
    today: chrono::NaiveDate,
) -> Result<(), Refusal> {
    if let Some(seen) = assignment.seen
        && seen.on > today
    {
        return Err(Refusal::ClinicInFuture(seen.on));
    }
    if let Some(key) = assignment.clinic {
        enter_clinic(tx, key, described)?;
    }
    let assignment = if assignment.is_empty() {
        // Nothing was read anywhere.
        Assignment::default()
    } else {
        assignment.clone()
    };
    Ok(tx.assign(student, &assignment)?)
}

/// The row of a clinic, which enters the catalogue if it is not there.
pub(super) fn enter_clinic(
    tx: &Tx<'_>,
    key: ClinicKey,
    described: Option<&Clinic>,
) -> Result<ClinicId, Refusal> {
    let clinic = described.filter(|clinic| clinic.key == key);
    Ok(match clinic {
        Some(clinic) => tx.clinic_row(clinic)?,
        None => tx.clinic_row(&Clinic::new(key))?,
    })
}

fn refuse_unknown(reader: Reader<'_>, student: StudentId) -> Result<(), Refusal> {
    match reader.student(student)? {
        Some(_) => Ok(()),
        None => Err(Refusal::NoSuchStudent(student.to_string())),
    }
}

fn refuse_clinic_taken(reader: Reader<'_>, key: ClinicKey, except: Option<ClinicId>) -> Result<(), Refusal> {
    match reader.clinic(key)? {
        Some(row) if Some(row.id) != except => Err(Refusal::ClinicTaken(row)),
        _ => Ok(()),
    }
}
