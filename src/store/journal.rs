//! The journal: who did what, when, and every row before and after it. History reads it, undo replays it.
//!
//! `tables` names the tables that it watches, `ledger` writes, and here is what it is when it is read.

mod ledger;
mod tables;

use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Params, params};
use serde_json::{Map, Value};

use super::{Reader, StoreError};
pub use crate::domain::act::ActKind;
use crate::domain::ids::{ActId, StudentId};
use crate::domain::person_name::PersonName;
pub(super) use ledger::{Ledger, Open, json_of};
pub use tables::{Changed, Table};

/// When an act was made, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Local time.
    pub at: NaiveDateTime,
    /// The name of who was at the window.
    pub clerk: String,
}

/// The changes of act `?1`: the one in its own row, or those that stand together in `changes`.
pub(super) const OF_ACT: &str = "SELECT 0 AS place, table_name, row_id, student AS student_id, before, after FROM acts
         WHERE id = ?1 AND table_name IS NOT NULL
     UNION ALL SELECT id, table_name, row_id, student_id, before, after FROM changes
         WHERE id >= (SELECT first_change FROM acts WHERE id = ?1)
           AND id < coalesce((SELECT first_change FROM acts WHERE id > ?1 ORDER BY id LIMIT 1), 9223372036854775807)";

/// The acts that changed something of student `?1`: those of one change that were entered already, those since, and
/// those of several changes.
fn acts_about() -> String {
    format!(
        "SELECT act_id FROM acts_of_student WHERE student_id = ?1
         UNION SELECT id FROM acts WHERE id > (SELECT max(id) FROM acts) / {MANY} * {MANY}
                AND student = ?1 AND table_name IS NOT NULL
         UNION SELECT act_id FROM changes WHERE student_id = ?1",
        MANY = ledger::ENTERED_TOGETHER
    )
}

/// The changes of student `?1`, as the view `journal` has them.
pub(super) fn changes_of_student() -> String {
    format!(
        "SELECT a.id AS act_id, 0 AS place, a.table_name, a.before, a.after
         FROM acts a WHERE a.id IN ({}) AND a.table_name IS NOT NULL AND a.student = ?1
         UNION ALL SELECT act_id, id, table_name, before, after FROM changes WHERE student_id = ?1",
        acts_about()
    )
}

/// An act that was carried out.
#[derive(Debug)]
pub struct Done<T> {
    /// What it returned.
    pub value: T,
    /// Its number in the journal; `None` if it changed nothing.
    pub act: Option<ActId>,
    /// The tables that it changed.
    pub changed: Changed,
}

/// An act as the status bar and the history tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActSummary {
    /// Its number.
    pub id: ActId,
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub clerk: String,
    /// What.
    pub kind: ActKind,
    /// For an undo or a redo: what the act was that it took back or repeated.
    pub of: Option<ActKind>,
    /// For an undo or a redo, and for the taking back of an import: the number of that act.
    pub target: Option<ActId>,
    /// The student whom the act was about, and his or her name as it is, or was before the act was undone.
    pub student: Option<(StudentId, String)>,
    /// For an import, and for what took one back or repeated it: the file or the list that was imported.
    pub sheet: Option<String>,
}

/// One row before and after an act: the whole of one that was added or taken away; of one that was changed at least the
/// columns that differ.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// Its table.
    pub table: Table,
    /// The columns before; `None` for a row that was added.
    pub before: Option<Map<String, Value>>,
    /// The columns after; `None` for a row that was taken away.
    pub after: Option<Map<String, Value>>,
}

/// Acts of the journal with the rows that each changed.
pub type Journal = Vec<(ActSummary, Vec<RowChange>)>;

impl Reader<'_> {
    /// What Ctrl+Z would take back now.
    ///
    /// # Errors
    /// The file's faults.
    pub fn next_undo(self) -> Result<Option<ActSummary>, StoreError> {
        self.last_act("state = 'done' ORDER BY id DESC", [])
    }

    /// The number of the newest act: the register is the same as long as it is.
    ///
    /// # Errors
    /// The file's faults.
    pub fn last_act_number(self) -> Result<i64, StoreError> {
        let last = self
            .conn
            .prepare_cached("SELECT coalesce(max(id), 0) FROM acts")?
            .query_row([], |row| row.get(0))?;
        Ok(last)
    }

    /// How many acts there are.
    ///
    /// # Errors
    /// The file's faults.
    pub fn count_acts(self) -> Result<u64, StoreError> {
        let count: i64 = self
            .conn
            .prepare_cached("SELECT count(*) FROM acts")?
            .query_row([], |row| row.get(0))?;
        Ok(count as u64)
    }

    /// The newest acts after the first `shared`, at most `limit`, each with what it changed of the student whom it was
    /// about. Acts about many come without their changes.
    ///
    /// # Errors
    /// The file's faults.
    pub fn newest_acts(self, shared: u64, limit: usize) -> Result<Journal, StoreError> {
        let mut acts = self.conn.prepare_cached(
            "SELECT id FROM acts ORDER BY id DESC LIMIT min(?1, max(0, (SELECT count(*) FROM acts) - ?2))",
        )?;
        let ids = acts
            .query_map(params![limit as i64, shared as i64], |row| row.get::<_, i64>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        let mut journal = Vec::with_capacity(ids.len());
        for id in ids {
            let Some(act) = self.last_act("id = ?1", [id])? else {
                continue;
            };
            let changes = match &act.student {
                Some((student, _)) => self.changes_about(act.id, *student)?,
                None => Vec::new(),
            };
            journal.push((act, changes));
        }
        Ok(journal)
    }

    fn changes_about(self, act: ActId, student: StudentId) -> Result<Vec<RowChange>, StoreError> {
        let mut rows = self.conn.prepare_cached(
            "SELECT table_name, before, after FROM journal WHERE act_id = ?1 AND student_id = ?2 ORDER BY place",
        )?;
        let mut changes = Vec::new();
        let mut found = rows.query([act.0, student.0])?;
        while let Some(row) = found.next()? {
            changes.push(RowChange {
                table: Table::from_name(&row.get::<_, String>(0)?)?,
                before: row
                    .get::<_, Option<String>>(1)?
                    .as_deref()
                    .map(row_of)
                    .transpose()?,
                after: row
                    .get::<_, Option<String>>(2)?
                    .as_deref()
                    .map(row_of)
                    .transpose()?,
            });
        }
        Ok(changes)
    }

    /// When the newest act was made, by the clock of that moment; `None` before any.
    ///
    /// # Errors
    /// The file's faults.
    pub fn last_act_moment(self) -> Result<Option<NaiveDateTime>, StoreError> {
        let last = self
            .conn
            .prepare_cached("SELECT at FROM acts ORDER BY id DESC LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(last)
    }

    /// Everything that was done about a student, the newest first, at most `limit` acts.
    ///
    /// # Errors
    /// The file's faults.
    pub fn history(self, student: StudentId, limit: usize) -> Result<Journal, StoreError> {
        let mut acts = self.conn.prepare_cached(&format!(
            "SELECT act_id FROM ({}) ORDER BY act_id DESC LIMIT ?2",
            acts_about()
        ))?;
        let ids = acts
            .query_map(params![student.0, limit as i64], |row| row.get::<_, i64>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        let mut journal = Vec::with_capacity(ids.len());
        for id in ids {
            let Some(act) = self.last_act("id = ?1", [id])? else {
                continue;
            };
            let changes = self.changes_about(act.id, student)?;
            journal.push((act, changes));
        }
        Ok(journal)
    }

    /// How many acts touched a student.
    ///
    /// # Errors
    /// The file's faults.
    pub fn history_length(self, student: StudentId) -> Result<usize, StoreError> {
        let count: i64 = self
            .conn
            .prepare_cached(&format!("SELECT count(*) FROM ({})", acts_about()))?
            .query_row([student.0], |row| row.get(0))?;
        Ok(count as usize)
    }

    /// The first act that a condition written in this file picks.
    pub(super) fn last_act(
        self,
        condition: &str,
        bound: impl Params,
    ) -> Result<Option<ActSummary>, StoreError> {
        let sql = format!(
            "SELECT a.id, a.at, a.clerk, a.kind, t.kind, a.student, a.target FROM (SELECT * FROM acts WHERE {condition} LIMIT 1) a
             LEFT JOIN acts t ON t.id = a.target"
        );
        let found = self
            .conn
            .prepare_cached(&sql)?
            .query_row(bound, |row| {
                Ok((
                    ActId(row.get(0)?),
                    row.get::<_, NaiveDateTime>(1)?,
                    row.get::<_, String>(2)?,
                    row.get::<_, String>(3)?,
                    row.get::<_, Option<String>>(4)?,
                    row.get::<_, Option<i64>>(5)?.map(StudentId),
                    row.get::<_, Option<i64>>(6)?.map(ActId),
                ))
            })
            .optional()?;
        let Some((id, at, clerk, kind, of, student, target)) = found else {
            return Ok(None);
        };
        let student = match student {
            Some(student) => self.name_of(student, id)?.map(|name| (student, name)),
            None => None,
        };
        let (kind, of) = (read_kind(&kind)?, of.as_deref().map(read_kind).transpose()?);
        let sheet = match (kind, of, target) {
            (ActKind::Import, ..) => self.sheet_of(id)?,
            (_, Some(ActKind::Import), Some(target)) => self.sheet_of(target)?,
            // What took back or repeated the taking back of an import.
            (_, Some(ActKind::UndoImport), Some(target)) => {
                let undoing = self.last_act("id = ?1", [target.0])?;
                undoing.and_then(|act| act.sheet)
            }
            _ => None,
        };
        Ok(Some(ActSummary {
            id,
            at,
            clerk,
            kind,
            of,
            target,
            student,
            sheet,
        }))
    }

    /// What the import of that act was read from: as long as it stands, and from the journal once it was taken back.
    fn sheet_of(self, import: ActId) -> Result<Option<String>, StoreError> {
        let standing: Option<String> = self
            .conn
            .prepare_cached("SELECT source FROM imports WHERE act_id = ?1")?
            .query_row([import.0], |row| row.get(0))
            .optional()?;
        if standing.is_some() {
            return Ok(standing);
        }
        let taken_back = self
            .conn
            .prepare_cached(&format!(
                "SELECT after ->> 'source' FROM ({OF_ACT}) WHERE table_name = 'imports' ORDER BY place DESC LIMIT 1"
            ))?
            .query_row([import.0], |row| row.get(0))
            .optional()?;
        Ok(taken_back)
    }

    /// A student's name, from the register or, once the registration was undone, from the journal.
    fn name_of(self, student: StudentId, act: ActId) -> Result<Option<String>, StoreError> {
        if let Some(found) = self.student(student)? {
            return Ok(Some(found.particulars.name.formal()));
        }
        // As the act left the record, or as it was when it was taken away: of a change the journal has not the whole row.
        let row: Option<String> = self
            .conn
            .query_row(
                &format!(
                    "SELECT coalesce(after, before) FROM ({})
                     WHERE table_name = 'students' AND (before IS NULL OR after IS NULL)
                     ORDER BY act_id = ?2 DESC, act_id DESC, place DESC LIMIT 1",
                    changes_of_student()
                ),
                [student.0, act.0],
                |row| row.get(0),
            )
            .optional()?;
        let Some(row) = row.as_deref().map(row_of).transpose()? else {
            return Ok(None);
        };
        let text = |column: &str| row.get(column).and_then(Value::as_str);
        let name = PersonName::new(
            text("given_names").unwrap_or_default(),
            text("first_surname"),
            text("second_surname"),
        );
        Ok(name.ok().map(|name| name.formal()))
    }
}

fn read_kind(code: &str) -> Result<ActKind, StoreError> {
    ActKind::from_code(code).ok_or_else(|| StoreError::Unreadable {
        column: "acts.kind",
        value: code.to_owned(),
    })
}

/// The columns of a row as the journal has it, in the order in which they were written.
pub(super) fn row_of(json: &str) -> Result<Map<String, Value>, StoreError> {
    serde_json::from_str(json).map_err(|_| StoreError::Unreadable {
        column: "changes",
        value: json.to_owned(),
    })
}
