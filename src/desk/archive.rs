//! Putting a record away from the daily list, and bringing it back. It changes nothing at IMSS.

use super::{Desk, Record, Refusal};
use crate::domain::ids::StudentId;
use crate::domain::movement::MovementState;
use crate::store::ActKind;

impl Desk {
    /// Archives a record: the daily list leaves it out, a search still finds it.
    ///
    /// # Errors
    /// [`Refusal::OpenMovement`] while an alta or a baja waits for its cut or its answer to leave;
    /// [`Refusal::ArchivedAlready`].
    pub fn archive(&mut self, student: StudentId) -> Result<(), Refusal> {
        let today = self.today();
        let stamp = self.stamp();
        self.store.transact(&stamp, ActKind::Archive, |tx| {
            let record = Record::read(tx.reader(), student)?;
            if let Some(on) = record.student.archived_on {
                return Err(Refusal::ArchivedAlready(on));
            }
            if let Some(open) = record.movements.iter().find(|movement| movement.state.is_open()) {
                return Err(Refusal::OpenMovement {
                    kind: open.kind,
                    cut: open.cut,
                    in_dispatch: open.state == MovementState::InDispatch,
                });
            }
            tx.set_archived(student, Some(today)).map_err(Refusal::from)
        })?;
        Ok(())
    }

    /// Brings an archived record back to the daily list.
    ///
    /// # Errors
    /// [`Refusal::NotArchived`].
    pub fn restore(&mut self, student: StudentId) -> Result<(), Refusal> {
        let stamp = self.stamp();
        self.store.transact(&stamp, ActKind::Restore, |tx| {
            let record = Record::read(tx.reader(), student)?;
            if record.student.archived_on.is_none() {
                return Err(Refusal::NotArchived);
            }
            tx.set_archived(student, None).map_err(Refusal::from)
        })?;
        Ok(())
    }
}
