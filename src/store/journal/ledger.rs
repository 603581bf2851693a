//! How the journal is written.
//!
//! Rows are captured by temporary triggers that [`Ledger::install`] writes from the schema itself, so no write of this
//! program can forget its entry: without an act under way, the trigger refuses the write. The technique is that of
//! SQLite's page on automatic undo and redo; here one source of rows serves undo and audit trail together.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OptionalExtension, params};

use super::{ActKind, Changed, Stamp, StoreError, Table, row_of};
use crate::domain::ids::ActId;
use crate::store::search_index;

/// So many acts are entered into the histories of their students together. Until then a history looks through the
/// newest acts themselves.
pub(super) const ENTERED_TOGETHER: i64 = 64;

/// What the triggers tell of the act under way, through the SQL function that they call for each change.
///
/// It is kept here until the act is closed and entered at once, since most acts change one row and are then one row of
/// the journal themselves. What was told is not taken back when a statement fails: an error inside an act ends it, and
/// no act may pass over one, unless it rolls back to a savepoint and says so to [`Open::unsay`].
#[derive(Debug, Clone, Default)]
pub(in crate::store) struct Ledger(Arc<Mutex<Option<Told>>>);

/// What has been told so far.
#[derive(Debug, Default)]
struct Told {
    changes: Vec<Change>,
}

/// A row before and after a statement.
#[derive(Debug)]
struct Change {
    table: Table,
    row: i64,
    student: Option<i64>,
    before: Option<String>,
    after: Option<String>,
}

/// An act from its opening to [`Open::close`]: as long as this lives, changes are told to its ledger.
pub(in crate::store) struct Open<'l> {
    stamp: &'l Stamp,
    kind: ActKind,
    ledger: &'l Ledger,
}

impl Ledger {
    fn told(&self) -> MutexGuard<'_, Option<Told>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes the triggers that capture every change of the watched tables on this connection.
    pub(in crate::store) fn install(conn: &Connection) -> Result<Self, StoreError> {
        let ledger = Self::default();
        let listener = ledger.clone();
        conn.create_scalar_function("tell", 5, FunctionFlags::SQLITE_UTF8, move |call| {
            let change = Change {
                table: Table::ALL[usize::from(call.get::<u8>(0)?)],
                row: call.get(1)?,
                student: call.get(2)?,
                before: call.get(3)?,
                after: call.get(4)?,
            };
            let Some(told) = &mut *listener.told() else {
                let refusal = "nothing is written to the register outside an act";
                return Err(rusqlite::Error::UserFunctionError(refusal.into()));
            };
            told.changes.push(change);
            Ok(true)
        })?;
        for (number, table) in Table::ALL.into_iter().enumerate() {
            conn.execute_batch(&triggers(number, table, &columns(conn, table)?))?;
        }
        Ok(ledger)
    }

    /// Opens an act: until it is closed or dropped, every change is told to it.
    pub(in crate::store) fn open<'l>(
        &'l self,
        conn: &Connection,
        stamp: &'l Stamp,
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
        *self.told() = Some(Told::default());
        Ok(Open {
            stamp,
            kind,
            ledger: self,
        })
    }
}

impl Told {
    /// The student whom all changes are about; `None` if they are about nobody, or about several.
    fn student(&self) -> Option<i64> {
        let mut students = self.changes.iter().filter_map(|change| change.student);
        let first = students.next()?;
        students.all(|student| student == first).then_some(first)
    }

    fn changed(&self) -> Changed {
        self.changes
            .iter()
            .fold(Changed::NOTHING, |changed, change| changed.with(change.table))
    }
}

impl Open<'_> {
    /// How many changes were told so far.
    pub(in crate::store) fn told(&self) -> usize {
        self.ledger.told().as_ref().map_or(0, |told| told.changes.len())
    }

    /// Takes back what was told after the first `changes`: the savepoint in which it was done was rolled back.
    pub(in crate::store) fn unsay(&self, changes: usize) {
        if let Some(told) = &mut *self.ledger.told() {
            told.changes.truncate(changes);
        }
    }

    /// Closes the act and enters it in the journal, with the act that it took back or repeated if it did. Tells its
    /// number there, or `None` if nothing was changed, and which tables were.
    pub(in crate::store) fn close(
        self,
        conn: &Connection,
        target: Option<ActId>,
    ) -> Result<(Option<ActId>, Changed), StoreError> {
        let told = self.ledger.told().take().unwrap_or_default();
        let changed = told.changed();
        if changed.is_empty() {
            return Ok((None, changed));
        }
        debug_assert!(
            is_as_told(conn, &told.changes)?,
            "a statement failed and was passed over"
        );
        let student = told.student();
        let mut changes = told.changes;
        for change in &mut changes {
            change.leave_out_what_stayed()?;
        }
        // The one change of most acts stands in their own row.
        let (own, others) = match changes.as_slice() {
            [only] => (Some(only), &[][..]),
            several => (None, several),
        };
        conn.prepare_cached(
            "INSERT INTO acts (at, clerk, kind, state, target, student, table_name, row_id, before, after, first_change)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, (SELECT coalesce(max(id), 0) + 1 FROM changes))",
        )?
        .execute(params![
            self.stamp.at,
            self.stamp.clerk,
            self.kind.code(),
            first_state(self.kind),
            target.map(|act| act.0),
            student,
            own.map(|change| change.table.name()),
            own.map(|change| change.row),
            own.and_then(|change| change.before.as_deref()),
            own.and_then(|change| change.after.as_deref()),
        ])?;
        let id = conn.last_insert_rowid();
        if id % ENTERED_TOGETHER == 0 {
            conn.prepare_cached(
                "INSERT INTO acts_of_student (student_id, act_id)
                 SELECT student, id FROM acts
                 WHERE id > ?1 - ?2 AND student IS NOT NULL AND table_name IS NOT NULL",
            )?
            .execute([id, ENTERED_TOGETHER])?;
        }
        let mut enter = conn.prepare_cached(
            "INSERT INTO changes (act_id, table_name, row_id, student_id, before, after)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for change in others {
            enter.execute(params![
                id,
                change.table.name(),
                change.row,
                change.student,
                change.before,
                change.after
            ])?;
        }
        if changed.touches(Table::Students) {
            search_index::enter_what_is_due(conn, search_index::MOST_DUE)?;
        }
        Ok((Some(ActId(id)), changed))
    }
}

impl Change {
    /// Leaves out the columns of a changed row that are the same after as before, where its table allows it.
    fn leave_out_what_stayed(&mut self) -> Result<(), StoreError> {
        let Some(told) = self.table.told_beside_changes() else {
            return Ok(());
        };
        let (Some(before), Some(after)) = (&mut self.before, &mut self.after) else {
            return Ok(());
        };
        let (mut was, mut is) = (row_of(before)?, row_of(after)?);
        is.retain(|column, value| told.contains(&column.as_str()) || was.get(column) != Some(value));
        was.retain(|column, _| is.contains_key(column));
        *before = serde_json::Value::Object(was).to_string();
        *after = serde_json::Value::Object(is).to_string();
        Ok(())
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        *self.ledger.told() = None;
    }
}

/// Whether every row is what was told of it last, as it was told: whole.
fn is_as_told(conn: &Connection, changes: &[Change]) -> Result<bool, StoreError> {
    let last: HashMap<_, _> = changes
        .iter()
        .map(|change| ((change.table.name(), change.row), (change.table, &change.after)))
        .collect();
    for ((name, row), (table, after)) in last {
        let as_json = json_of(name, &columns(conn, table)?);
        let now: Option<String> = conn
            .prepare_cached(&format!("SELECT {as_json} FROM {name} WHERE id = ?1"))?
            .query_row([row], |row| row.get(0))
            .optional()?;
        if now != *after {
            return Ok(false);
        }
    }
    Ok(true)
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

/// The triggers that tell every change of a table, which the SQL function knows by `number`.
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
                SELECT tell({number}, {row}.id, {student}, {before}, {after});
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
