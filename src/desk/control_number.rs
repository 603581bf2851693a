//! The número de control that takes the place of a provisional folio.

use super::{Desk, Record, Refusal};
use crate::domain::control_number::{ControlNumber, Identifier, ProvisionalFolio};
use crate::domain::ids::StudentId;
use crate::store::ActKind;

impl Desk {
    /// Replaces a provisional folio, and tells which it was. Searches and old sheets go on finding the record by it.
    ///
    /// # Errors
    /// [`Refusal::NotProvisional`]; [`Refusal::IdentifierTaken`] without exception.
    pub fn assign_control_number(
        &mut self,
        student: StudentId,
        number: &ControlNumber,
    ) -> Result<ProvisionalFolio, Refusal> {
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::AssignControlNumber, |tx| {
            let reader = tx.reader();
            let mut particulars = Record::read(reader, student)?.student.particulars;
            let folio = match &particulars.identifier {
                Identifier::Provisional(folio) => folio.clone(),
                Identifier::Control(number) => {
                    return Err(Refusal::NotProvisional(number.as_str().to_owned()));
                }
            };
            if let Some(holder) = reader.holder_of_identifier(number.as_str(), Some(student))? {
                return Err(Refusal::IdentifierTaken(holder));
            }
            particulars.identifier = Identifier::Control(number.clone());
            tx.remember_folio(student, &folio)?;
            tx.update_student(student, &particulars)?;
            Ok(folio)
        })?;
        Ok(done.value)
    }
}
