//! Undo and redo: the journal replayed backwards by one function, whatever the act was.
//!
//! An act is undone whole or refused whole; an import alone leaves whom others have worked with since. To redo is to take
//! back the undoing, so it goes the same way, whole.

mod import;
mod replay;

use rusqlite::{Connection, TransactionBehavior, params};

use super::journal::{ActKind, ActSummary, Done, Stamp};
use super::{Store, StoreError};
use crate::domain::ids::{ActId, ImportId};
pub use import::{LeftStudent, UndoPlan};

/// An act that was taken back or repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The act.
    pub act: ActSummary,
    /// For an import, and for the taking back of one: of how many students, and who was left.
    pub import: Option<UndoPlan>,
}

/// Why an act can't be undone or redone.
#[derive(Debug, thiserror::Error)]
pub enum UndoRefusal {
    /// There is nothing to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// There is nothing to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// It went out of the program. Asking again passes it by.
    #[error("{0:?} left the program")]
    WentOut(ActKind),
    /// A later act changed the same rows.
    #[error("a later act changed the same rows")]
    ChangedSince(Box<ActSummary>),
    /// Something else refers to what would disappear.
    #[error("the rows are in use")]
    InUse(Box<ActSummary>),
    /// No import that stands has this number.
    #[error("there is no import {0}")]
    NoSuchImport(ImportId),
    /// Everybody whom the import brought or changed has something that came later.
    #[error("nobody is as the import left them")]
    NobodyAsImported {
        /// The import.
        act: Box<ActSummary>,
        /// Who they are.
        left: Vec<LeftStudent>,
        /// Asking again for the last act to be undone reaches the one before.
        passed_by: bool,
    },
    /// The file's faults.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Takes back the last act of the register, whoever made it.
    ///
    /// # Errors
    /// [`UndoRefusal`]; then nothing was changed, except that what can't be undone any more is passed by, so that
    /// asking again reaches the act before it.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Done<Undone>, UndoRefusal> {
        self.refuse_copy()?;
        let last = self
            .reader()
            .last_act("state = 'done' ORDER BY id DESC", [])?
            .ok_or(UndoRefusal::NothingToUndo)?;
        if last.kind.went_out() {
            self.pass_by(&last)?;
            return Err(UndoRefusal::WentOut(last.kind));
        }
        let undone = if last.kind == ActKind::Import {
            self.take_back_import(stamp, ActKind::Undo, &last, "undone")
        } else {
            self.turn_back(stamp, ActKind::Undo, &last, last.id, "undone")
        };
        let for_good = match &undone {
            Err(UndoRefusal::InUse(_) | UndoRefusal::NobodyAsImported { .. }) => true,
            // It is the last that could be undone: what changed its rows since never will be.
            Err(UndoRefusal::ChangedSince(_)) => true,
            _ => false,
        };
        if for_good {
            // It can't be undone any more; said once, it no longer stands before the acts that can.
            self.pass_by(&last)?;
        }
        undone
    }

    fn pass_by(&mut self, act: &ActSummary) -> Result<(), StoreError> {
        set_state(&self.conn, act.id, "passed")
    }

    /// Repeats the act that was undone last, if nothing else was done since.
    ///
    /// # Errors
    /// [`UndoRefusal`]; then nothing was changed.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Done<Undone>, UndoRefusal> {
        self.refuse_copy()?;
        let undone = self
            .reader()
            .last_act("state = 'undone' ORDER BY id", [])?
            .ok_or(UndoRefusal::NothingToRedo)?;
        // To redo is to take back the undoing.
        let undoing = self
            .conn
            .query_row(
                "SELECT max(id) FROM acts WHERE target = ?1 AND kind = 'deshacer'",
                [undone.id.0],
                |row| row.get(0),
            )
            .map_err(StoreError::from)?;
        self.turn_back(stamp, ActKind::Redo, &undone, ActId(undoing), "done")
    }

    /// Replays the changes of `replayed` backwards as an act of its own about `about`, all of them or none.
    fn turn_back(
        &mut self,
        stamp: &Stamp,
        kind: ActKind,
        about: &ActSummary,
        replayed: ActId,
        state: &str,
    ) -> Result<Done<Undone>, UndoRefusal> {
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let open = self.ledger.open(&transaction, stamp, kind)?;
        let import = match about.sheet {
            Some(_) => Some(UndoPlan {
                reverted: import::students_of(&transaction, replayed)?,
                left: Vec::new(),
            }),
            None => None,
        };
        match revert(&transaction, replayed) {
            Ok(true) => {}
            Ok(false) => return Err(UndoRefusal::ChangedSince(Box::new(about.clone()))),
            Err(StoreError::InUse) => return Err(UndoRefusal::InUse(Box::new(about.clone()))),
            Err(StoreError::Taken(_)) => return Err(UndoRefusal::ChangedSince(Box::new(about.clone()))),
            Err(other) => return Err(other.into()),
        }
        let (act, changed) = open.close(&transaction, Some(about.id))?;
        set_state(&transaction, about.id, state)?;
        if let (ActKind::UndoImport, Some(import)) = (about.kind, about.target) {
            // An import that came back stands in the line of undo again, where it stood before.
            let of_import = if state == "done" { "passed" } else { "done" };
            set_state(&transaction, import, of_import)?;
        }
        transaction.commit().map_err(StoreError::from)?;
        Ok(Done {
            value: Undone {
                act: about.clone(),
                import,
            },
            act,
            changed,
        })
    }
}

/// Says how an act stands in the line of undo.
fn set_state(conn: &Connection, act: ActId, state: &str) -> Result<(), StoreError> {
    conn.execute("UPDATE acts SET state = ?2 WHERE id = ?1", params![act.0, state])?;
    Ok(())
}

/// Puts every row that `act` changed back to what it was before, the last one first. Tells `false` as soon as a row
/// is no longer what the act left.
fn revert(conn: &Connection, act: ActId) -> Result<bool, StoreError> {
    for change in replay::changes_of(conn, act)? {
        if !change.is_as_left(conn)? {
            return Ok(false);
        }
        change.put_back(conn)?;
    }
    Ok(true)
}
