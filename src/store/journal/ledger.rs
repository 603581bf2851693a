//! How the journal is written.
//!
//! Rows are captured by temporary triggers that [`Ledger::install`] writes from the schema itself, so no write of this
//! program can forget its entry: without an act under way, the trigger refuses the write. The technique is that of
//! SQLite's page on automatic undo and redo; here one source of rows serves undo and audit trail together.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, params};

use super::{ActKind, Changed, Stamp, StoreError, Table};
use crate::domain::ids::ActId;
use crate::store::search_index;

/// What the triggers tell of the act under way, through the SQL function that they call for each change.
#[derive(Debug, Clone, Default)]
pub(in crate::store) struct Ledger(Arc<Mutex<Option<Told>>>);

/// What has been told so far.
#[derive(Debug)]
struct Told {
    act: ActId,
    changed: Changed,
    about: About,
}

/// Whom an act is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Nobody,
    One(i64),
    Several,
}

impl About {
    fn and(self, student: Option<i64>) -> Self {
        match (self, student) {
            (about, None) => about,
            (Self::Nobody, Some(student)) => Self::One(student),
            (Self::One(one), Some(student)) if one == student => self,
            _ => Self::Several,
        }
    }
}

/// An act from its opening to [`Open::close`]: as long as this lives, changes are entered under it.
pub(in crate::store) struct Open<'l> {
    id: ActId,
    ledger: &'l Ledger,
}

impl Ledger {
    fn told(&self) -> MutexGuard<'_, Option<Told>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Called by the trigger of each change, before the change is entered: under which act?
    fn enter(&self, table: i64, student: Option<i64>) -> Option<i64> {
        let mut told = self.told();
        let told = told.as_mut()?;
        told.changed = told.changed.with(*Table::ALL.get(usize::try_from(table).ok()?)?);
        told.about = told.about.and(student);
        Some(told.act.0)
    }

    /// Writes the triggers that capture every change of the watched tables on this connection.
    pub(in crate::store) fn install(conn: &Connection) -> Result<Self, StoreError> {
        let ledger = Self::default();
        let listener = ledger.clone();
        conn.create_scalar_function("act_of_change", 2, FunctionFlags::SQLITE_UTF8, move |call| {
            listener.enter(call.get(0)?, call.get(1)?).ok_or_else(|| {
                rusqlite::Error::UserFunctionError("nothing is written to the register outside an act".into())
            })
        })?;
        for (number, table) in Table::ALL.into_iter().enumerate() {
            conn.execute_batch(&triggers(number, table, &columns(conn, table)?))?;
        }
        Ok(ledger)
    }

    /// Opens an act: until it is closed or dropped, every change is entered under it.
    pub(in crate::store) fn open<'l>(
        &'l self,
        conn: &Connection,
        stamp: &Stamp,
        kind: ActKind,
    ) -> Result<Open<'l>, StoreError> {
        if !matches!(kind, ActKind::Undo | ActKind::Redo | ActKind::ChangeClerk) {
            // A new act leaves behind what was undone before it: from now on there is nothing to redo.
            let undone = "SELECT id FROM acts WHERE state = 'undone'";
            // Asked first, since an update of nothing is dearer than to see that there is nothing.
            if conn.prepare_cached(undone)?.exists([])? {
                conn.execute("UPDATE acts SET state = 'passed' WHERE state = 'undone'", [])?;
            }
        }
        conn.prepare_cached(
            "INSERT INTO acts (at, clerk, kind, state, first_change)
             VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(id), 0) + 1 FROM changes))",
        )?
        .execute(params![stamp.at, stamp.clerk, kind.code(), first_state(kind)])?;
        let id = ActId(conn.last_insert_rowid());
        *self.told() = Some(Told {
            act: id,
            changed: Changed::NOTHING,
            about: About::Nobody,
        });
        Ok(Open { id, ledger: self })
    }
}

impl Open<'_> {
    /// Its number in the journal.
    pub(in crate::store) fn id(&self) -> ActId {
        self.id
    }

    /// Closes the act: notes whom it was about, and tells which tables it changed.
    pub(in crate::store) fn close(self, conn: &Connection) -> Result<Changed, StoreError> {
        let Some(told) = self.ledger.told().take() else {
            return Ok(Changed::NOTHING);
        };
        if let About::One(student) = told.about {
            conn.prepare_cached("UPDATE acts SET student = ?2 WHERE id = ?1")?
                .execute([self.id.0, student])?;
        }
        if told.changed.touches(Table::Students) {
            search_index::enter_what_is_due(conn, search_index::MOST_DUE)?;
        }
        Ok(told.changed)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        *self.ledger.told() = None;
    }
}

/// The state in which the act enters the journal. What went out of the program can't be taken back there, but
/// it stays in the line of undo so that Ctrl+Z can say so once; what nobody asked for is not in that line.
fn first_state(kind: ActKind) -> &'static str {
    match kind {
        ActKind::SetUp
        | ActKind::ChangeClerk
        | ActKind::Demo
        | ActKind::Repair
        | ActKind::Undo
        | ActKind::Redo => "passed",
        _ => "done",
    }
}

/// The triggers that enter every change of a table, which the SQL function knows by `number`.
fn triggers(number: usize, table: Table, columns: &[String]) -> String {
    let name = table.name();
    let old = json_of("old", columns);
    let new = json_of("new", columns);
    let differs: Vec<String> = columns
        .iter()
        .map(|c| format!("old.{c} IS NOT new.{c}"))
        .collect();
    let differs = differs.join(" OR ");
    [
        ("INSERT", "TRUE", "new", "NULL", new.as_str()),
        ("UPDATE", differs.as_str(), "new", old.as_str(), new.as_str()),
        ("DELETE", "TRUE", "old", old.as_str(), "NULL"),
    ]
    .map(|(event, when, row, before, after)| {
        let student = table
            .student_column()
            .map_or_else(|| "NULL".to_owned(), |column| format!("{row}.{column}"));
        let heard = table.heard(row);
        format!(
            "CREATE TEMP TRIGGER journal_{name}_{event} AFTER {event} ON main.{name} WHEN ({when}) AND {heard} BEGIN
                INSERT INTO changes (act_id, table_name, row_id, student_id, before, after)
                VALUES (act_of_change({number}, {student}), '{name}', {row}.id, {student}, {before}, {after});
             END;\n"
        )
    })
    .concat()
}

pub(in crate::store) fn columns(conn: &Connection, table: Table) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = statement
        .query_map([table.name()], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(names)
}

/// The SQL expression that writes a row as JSON, the same way in every trigger and comparison.
pub(in crate::store) fn json_of(row: &str, columns: &[String]) -> String {
    let pairs: Vec<String> = columns
        .iter()
        .map(|column| format!("'{column}', {row}.{column}"))
        .collect();
    format!("json_object({})", pairs.join(", "))
}
