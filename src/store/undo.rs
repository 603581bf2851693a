//! Undo and redo: the journal replayed backwards by one function, whatever the act was.
//!
//! An act is undone whole or refused whole. To redo is to take back the undoing, so it goes the same way.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, named_params, params};
use serde_json::{Map, Value};

use super::journal::{ActKind, ActSummary, Done, OF_ACT, Stamp, Table, json_of};
use super::{Store, StoreError};
use crate::domain::ids::ActId;

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
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Done<ActSummary>, UndoRefusal> {
        let last = self
            .reader()
            .last_act("state = 'done' ORDER BY id DESC", [])?
            .ok_or(UndoRefusal::NothingToUndo)?;
        if last.kind.went_out() {
            self.pass_by(&last)?;
            return Err(UndoRefusal::WentOut(last.kind));
        }
        let undone = self.turn_back(stamp, ActKind::Undo, &last, last.id, "undone");
        let for_good = match &undone {
            Err(UndoRefusal::InUse(_)) => true,
            // Only another name at the window changes a setting without standing in the line of undo.
            Err(UndoRefusal::ChangedSince(_)) => last.kind == ActKind::ChangeSetting,
            _ => false,
        };
        if for_good {
            // It can't be undone any more; said once, it no longer stands before the acts that can.
            self.pass_by(&last)?;
        }
        undone
    }

    fn pass_by(&mut self, act: &ActSummary) -> Result<(), StoreError> {
        self.conn
            .execute("UPDATE acts SET state = 'passed' WHERE id = ?1", [act.id.0])?;
        Ok(())
    }

    /// Repeats the act that was undone last, if nothing else was done since.
    ///
    /// # Errors
    /// [`UndoRefusal`]; then nothing was changed.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Done<ActSummary>, UndoRefusal> {
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
    ) -> Result<Done<ActSummary>, UndoRefusal> {
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let open = self.ledger.open(&transaction, stamp, kind)?;
        match revert(&transaction, replayed) {
            Ok(true) => {}
            Ok(false) => return Err(UndoRefusal::ChangedSince(Box::new(about.clone()))),
            Err(StoreError::InUse) => return Err(UndoRefusal::InUse(Box::new(about.clone()))),
            Err(StoreError::Taken(_)) => return Err(UndoRefusal::ChangedSince(Box::new(about.clone()))),
            Err(other) => return Err(other.into()),
        }
        let (act, changed) = open.close(&transaction, Some(about.id))?;
        transaction
            .execute(
                "UPDATE acts SET state = ?2 WHERE id = ?1",
                params![about.id.0, state],
            )
            .map_err(StoreError::from)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(Done {
            value: about.clone(),
            act,
            changed,
        })
    }
}

/// Puts every row that `act` changed back to what it was before, the last one first. Tells `false` as soon as a row
/// is no longer what the act left.
fn revert(conn: &Connection, act: ActId) -> Result<bool, StoreError> {
    let mut statement = conn.prepare(&format!(
        "SELECT table_name, row_id, before, after FROM ({OF_ACT}) ORDER BY place DESC"
    ))?;
    let changes = statement
        .query_map([act.0], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, Option<String>>(2)?,
                row.get::<_, Option<String>>(3)?,
            ))
        })?
        .collect::<Result<Vec<_>, _>>()?;

    for (name, id, before, after) in changes {
        let table = Table::from_name(&name)?;
        // The columns that the table had when the act was made; later ones keep what they hold.
        let columns = columns_of(before.as_deref().or(after.as_deref()))?;
        let now: Option<String> = conn
            .query_row(
                &format!("SELECT {} FROM {name} WHERE id = ?1", json_of(&name, &columns)),
                [id],
                |row| row.get(0),
            )
            .optional()?;
        if now != after {
            return Ok(false);
        }
        let values: Vec<String> = columns
            .iter()
            .map(|column| format!("json_extract(:row, '$.{column}')"))
            .collect();
        match (before, after.is_some()) {
            (Some(before), true) => {
                let pairs: Vec<String> = columns
                    .iter()
                    .zip(&values)
                    .map(|(column, value)| format!("{column} = {value}"))
                    .collect();
                conn.execute(
                    &format!("UPDATE {name} SET {} WHERE id = :id", pairs.join(", ")),
                    named_params! { ":row": before, ":id": id },
                )?;
            }
            (Some(before), false) => {
                conn.execute(
                    &format!(
                        "INSERT INTO {name} ({}) VALUES ({})",
                        columns.join(", "),
                        values.join(", ")
                    ),
                    named_params! { ":row": before },
                )?;
            }
            (None, _) => take_away(conn, table, id)?,
        }
    }
    Ok(true)
}

/// Undoes the adding of a row. A movement stays, «cancelada (deshecha)», as long as its student does.
fn take_away(conn: &Connection, table: Table, id: i64) -> Result<(), StoreError> {
    match table {
        Table::Movements => {
            conn.execute(
                "UPDATE movements SET state = 'cancelada', cancellation = 'deshecha' WHERE id = ?1",
                [id],
            )?;
        }
        Table::Students => {
            conn.execute(
                "DELETE FROM movements WHERE student_id = ?1 AND cancellation = 'deshecha'",
                [id],
            )?;
            conn.execute("DELETE FROM students WHERE id = ?1", [id])?;
        }
        Table::Checks
        | Table::Prints
        | Table::Rosters
        | Table::Settings
        | Table::Clinics
        | Table::Affiliations
        | Table::Checklist
        | Table::Distinct
        | Table::Imports => {
            conn.execute(&format!("DELETE FROM {} WHERE id = ?1", table.name()), [id])?;
        }
    }
    Ok(())
}

/// The columns of a journaled row, in the order in which they were written.
fn columns_of(row: Option<&str>) -> Result<Vec<String>, StoreError> {
    let row = row.unwrap_or("{}");
    let parsed: Map<String, Value> = serde_json::from_str(row).map_err(|_| StoreError::Unreadable {
        column: "changes",
        value: row.to_owned(),
    })?;
    Ok(parsed.into_iter().map(|(column, _)| column).collect())
}
