//! One journaled change put back: the row as it was before.

use rusqlite::{Connection, OptionalExtension, named_params};
use serde_json::{Map, Value};

use crate::domain::ids::ActId;
use crate::store::StoreError;
use crate::store::journal::{OF_ACT, Table, json_of, row_of};

/// A change of an act, as the journal has it.
#[derive(Debug)]
pub(super) struct Recorded {
    pub(super) table: Table,
    pub(super) row: i64,
    /// Whom it was about.
    pub(super) student: Option<i64>,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// The changes of an act, the last one first.
pub(super) fn changes_of(conn: &Connection, act: ActId) -> Result<Vec<Recorded>, StoreError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT table_name, row_id, student_id, before, after FROM ({OF_ACT}) ORDER BY place DESC"
    ))?;
    let mut rows = statement.query([act.0])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(Recorded {
            table: Table::from_name(row.get_ref(0)?.as_str().unwrap_or_default())?,
            row: row.get(1)?,
            student: row.get(2)?,
            before: row.get(3)?,
            after: row.get(4)?,
        });
    }
    Ok(changes)
}

impl Recorded {
    /// Whether the row still is what the act left.
    pub(super) fn is_as_left(&self, conn: &Connection) -> Result<bool, StoreError> {
        let left = self.after.as_deref().map(row_of).transpose()?;
        let known = match (&left, self.before.as_deref()) {
            (Some(left), _) => left,
            (None, Some(before)) => &row_of(before)?,
            (None, None) => return Ok(true),
        };
        Ok(row_now(conn, self.table, self.row, known)? == left)
    }

    /// Makes the row what it was before the act.
    ///
    /// # Errors
    /// [`StoreError::InUse`] and [`StoreError::Taken`] where the register doesn't allow it any more.
    pub(super) fn put_back(&self, conn: &Connection) -> Result<(), StoreError> {
        let name = self.table.name();
        match (self.before.as_deref(), self.after.as_deref()) {
            (Some(before), Some(after)) => {
                let (was, is) = (row_of(before)?, row_of(after)?);
                // Only what differs: each column that is named costs the upkeep of its indexes.
                let pairs: Vec<String> = was
                    .iter()
                    .filter(|(column, value)| is.get(*column) != Some(*value))
                    .map(|(column, _)| format!("{column} = {}", value_of(column)))
                    .collect();
                if pairs.is_empty() {
                    return Ok(());
                }
                conn.prepare_cached(&format!("UPDATE {name} SET {} WHERE id = :id", pairs.join(", ")))?
                    .execute(named_params! { ":row": before, ":id": self.row })?;
            }
            (Some(before), None) => {
                let row = row_of(before)?;
                let columns = columns_of(&row);
                let values: Vec<String> = columns.iter().map(|column| value_of(column)).collect();
                conn.prepare_cached(&format!(
                    "INSERT INTO {name} ({}) VALUES ({})",
                    columns.join(", "),
                    values.join(", ")
                ))?
                .execute(named_params! { ":row": before })?;
            }
            (None, _) => take_away(conn, self.table, self.row)?,
        }
        Ok(())
    }
}

/// A row as it is, with the columns of `known`: of those that the table had when the act was made, the ones that the
/// journal tells of. `None` if it is not there.
pub(super) fn row_now(
    conn: &Connection,
    table: Table,
    row: i64,
    known: &Map<String, Value>,
) -> Result<Option<Map<String, Value>>, StoreError> {
    let name = table.name();
    let now: Option<String> = conn
        .prepare_cached(&format!(
            "SELECT {} FROM {name} WHERE id = ?1",
            json_of(name, &columns_of(known))
        ))?
        .query_row([row], |row| row.get(0))
        .optional()?;
    now.as_deref().map(row_of).transpose()
}

fn value_of(column: &str) -> String {
    format!("json_extract(:row, '$.{column}')")
}

/// Undoes the adding of a row. A movement stays, «cancelada (deshecha)», as long as its student does.
fn take_away(conn: &Connection, table: Table, id: i64) -> Result<(), StoreError> {
    match table {
        Table::Movements => {
            conn.prepare_cached(
                "UPDATE movements SET state = 'cancelada', cancellation = 'deshecha' WHERE id = ?1",
            )?
            .execute([id])?;
        }
        Table::Students => {
            conn.prepare_cached("DELETE FROM movements WHERE student_id = ?1 AND cancellation = 'deshecha'")?
                .execute([id])?;
            conn.prepare_cached("DELETE FROM students WHERE id = ?1")?
                .execute([id])?;
        }
        Table::Checks
        | Table::Prints
        | Table::Rosters
        | Table::Settings
        | Table::Clinics
        | Table::Affiliations
        | Table::Checklist
        | Table::Distinct
        | Table::Imports
        | Table::Closings
        | Table::Dispatches
        | Table::DispatchLines
        | Table::SetAsides
        | Table::DispatchPapers
        | Table::Cases
        | Table::CaseNotes
        | Table::Notices => {
            conn.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.name()))?
                .execute([id])?;
        }
    }
    Ok(())
}

fn columns_of(row: &Map<String, Value>) -> Vec<String> {
    row.keys().cloned().collect()
}
