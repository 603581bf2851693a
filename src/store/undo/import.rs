//! Taking back an import: student by student, since others have worked with its records meanwhile.
//!
//! Whoever was changed since, or has something that came later, is left as he or she is; the rest goes back to what it
//! was, in one act.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use serde_json::{Map, Value};

use super::replay::{self, Recorded};
use super::{UndoRefusal, Undone};
use crate::domain::ids::{ActId, ImportId, StudentId};
use crate::store::journal::{ActKind, ActSummary, Done, OF_ACT, Open, Stamp, Table, row_of};
use crate::store::{Reader, Store, StoreError};

/// What taking an import back does, or did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UndoPlan {
    /// How many students go back to what they were before it.
    pub reverted: u64,
    /// Who stays as is, since something was done about him or her after the import; in the order of the sheet.
    pub left: Vec<LeftStudent>,
}

/// A student whom an import brought or changed, and whom taking it back leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftStudent {
    /// The record.
    pub id: StudentId,
    /// «López Díaz, Raúl».
    pub name: String,
    /// Número de control or folio.
    pub identifier: String,
}

impl Store {
    /// What taking an import back would do, without doing it.
    ///
    /// # Errors
    /// [`UndoRefusal::NoSuchImport`], the file's faults.
    pub fn plan_undo_import(&mut self, stamp: &Stamp, import: ImportId) -> Result<UndoPlan, UndoRefusal> {
        self.refuse_copy()?;
        let act = self.act_of_import(import)?;
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        // Done in earnest and dropped: only so does the file itself say what it would refuse.
        let open = self.ledger.open(&transaction, stamp, ActKind::UndoImport)?;
        Ok(revert(&transaction, &open, act.id)?)
    }

    /// Takes an import back, whatever was done after it, as an act of its own that Ctrl+Z takes back in turn.
    ///
    /// # Errors
    /// [`UndoRefusal::NoSuchImport`], [`UndoRefusal::NobodyAsImported`], the file's faults; then nothing was changed.
    pub fn undo_import(&mut self, stamp: &Stamp, import: ImportId) -> Result<Done<Undone>, UndoRefusal> {
        self.refuse_copy()?;
        let act = self.act_of_import(import)?;
        // Ctrl+Z takes back this act from now on, and not the import a second time.
        self.take_back_import(stamp, ActKind::UndoImport, &act, "passed")
    }

    /// Takes back the import that `act` made, as an act of `kind`; `state` is that of the import afterwards.
    pub(super) fn take_back_import(
        &mut self,
        stamp: &Stamp,
        kind: ActKind,
        act: &ActSummary,
        state: &str,
    ) -> Result<Done<Undone>, UndoRefusal> {
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let open = self.ledger.open(&transaction, stamp, kind)?;
        let plan = revert(&transaction, &open, act.id)?;
        if plan.reverted == 0 && !plan.left.is_empty() {
            return Err(UndoRefusal::NobodyAsImported {
                act: Box::new(act.clone()),
                left: plan.left,
                passed_by: kind == ActKind::Undo,
            });
        }
        let (own, changed) = open.close(&transaction, Some(act.id))?;
        super::set_state(&transaction, act.id, state)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(Done {
            value: Undone {
                act: act.clone(),
                import: Some(plan),
            },
            act: own,
            changed,
        })
    }

    fn act_of_import(&self, import: ImportId) -> Result<ActSummary, UndoRefusal> {
        let act: Option<i64> = self
            .conn
            .query_row("SELECT act_id FROM imports WHERE id = ?1", [import.0], |row| {
                row.get(0)
            })
            .optional()
            .map_err(StoreError::from)?;
        let found = match act {
            Some(act) => self.reader().last_act("id = ?1", [act])?,
            None => None,
        };
        found.ok_or(UndoRefusal::NoSuchImport(import))
    }
}

/// How many students an act was about.
pub(super) fn students_of(conn: &Connection, act: ActId) -> Result<u64, StoreError> {
    let count: i64 = conn
        .prepare_cached(&format!("SELECT count(DISTINCT student_id) FROM ({OF_ACT})"))?
        .query_row([act.0], |row| row.get(0))?;
    Ok(count as u64)
}

/// Puts back what `act` changed, each student whole or not at all, then what is about nobody.
fn revert(conn: &Connection, open: &Open<'_>, act: ActId) -> Result<UndoPlan, StoreError> {
    let changes = replay::changes_of(conn, act)?;
    let mut order = Vec::new();
    let mut of: HashMap<i64, Vec<&Recorded>> = HashMap::new();
    for (student, change) in changes.iter().filter_map(|it| Some((it.student?, it))) {
        let own = of.entry(student).or_insert_with(|| {
            order.push(student);
            Vec::new()
        });
        own.push(change);
    }

    let later = Later::than(conn, act, |student| of.contains_key(&student))?;
    let mut plan = UndoPlan::default();
    for student in order {
        let own = of.get(&student).map(Vec::as_slice).unwrap_or_default();
        let reverted = !later.brought_news_of(conn, student)? && put_back(conn, open, own)?;
        if reverted {
            plan.reverted += 1;
        } else if let Some(left) = left(conn, StudentId(student))? {
            plan.left.push(left);
        }
    }
    plan.left.reverse();
    // A clinic that the sheet brought stays as long as anybody has it.
    for change in changes.iter().filter(|change| change.student.is_none()) {
        put_back(conn, open, &[change])?;
    }
    Ok(plan)
}

/// Puts these changes back, all of them or, telling `false`, none.
fn put_back(conn: &Connection, open: &Open<'_>, changes: &[&Recorded]) -> Result<bool, StoreError> {
    let run = |sql: &str| conn.prepare_cached(sql)?.execute([]);
    let told = open.told();
    run("SAVEPOINT one_student")?;
    let mut all_well = true;
    for change in changes {
        all_well = change.is_as_left(conn)?
            && match change.put_back(conn) {
                Err(StoreError::InUse | StoreError::Taken(_)) => false,
                put => put.map(|()| true)?,
            };
        if !all_well {
            run("ROLLBACK TO one_student")?;
            open.unsay(told);
            break;
        }
    }
    run("RELEASE one_student")?;
    Ok(all_well)
}

fn left(conn: &Connection, student: StudentId) -> Result<Option<LeftStudent>, StoreError> {
    let found = Reader { conn }.student(student)?;
    Ok(found.map(|student| LeftStudent {
        id: student.id,
        name: student.particulars.name.formal(),
        identifier: student.particulars.identifier.as_str().to_owned(),
    }))
}

/// What was done after an act about some students, row by row.
struct Later(HashMap<i64, HashMap<(&'static str, i64), Changes>>);

/// The changes of one row after an act.
struct Changes {
    table: Table,
    /// What each found, and its place in the order of all changes.
    found: Vec<((i64, i64), Option<String>)>,
}

impl Later {
    /// Reads the journal from the act after `act` on, as far as it is about those students.
    fn than(conn: &Connection, act: ActId, concerns: impl Fn(i64) -> bool) -> Result<Self, StoreError> {
        let mut statement = conn.prepare_cached(
            "SELECT student AS student_id, id, 0, table_name, row_id, before FROM acts
                 WHERE id > ?1 AND table_name IS NOT NULL AND student IS NOT NULL
             UNION ALL SELECT student_id, act_id, id, table_name, row_id, before FROM changes
                 WHERE id >= (SELECT first_change FROM acts WHERE id > ?1 ORDER BY id LIMIT 1)
                   AND student_id IS NOT NULL",
        )?;
        let mut rows = statement.query([act.0])?;
        let mut of: HashMap<i64, HashMap<_, Changes>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let student: i64 = row.get(0)?;
            if !concerns(student) {
                continue;
            }
            let table = Table::from_name(row.get_ref(3)?.as_str().unwrap_or_default())?;
            let changes = of
                .entry(student)
                .or_default()
                .entry((table.name(), row.get(4)?))
                .or_insert_with(|| Changes {
                    table,
                    found: Vec::new(),
                });
            changes.found.push(((row.get(1)?, row.get(2)?), row.get(5)?));
        }
        for changes in of.values_mut().flat_map(HashMap::values_mut) {
            changes.found.sort_by_key(|(place, _)| *place);
        }
        Ok(Self(of))
    }

    /// Whether anything about the student is not what the act left, or came since. What was done and undone is no news.
    fn brought_news_of(&self, conn: &Connection, student: i64) -> Result<bool, StoreError> {
        for ((_, row), changes) in self.0.get(&student).into_iter().flatten() {
            let is_news = match changes.row_before()? {
                None => has(conn, student, changes.table, *row)?,
                Some(before) => replay::row_now(conn, changes.table, *row, &before)? != Some(before),
            };
            if is_news {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Changes {
    /// The columns that any of them changed, as they were before all of them; `None` if the row came with the first.
    fn row_before(&self) -> Result<Option<Map<String, Value>>, StoreError> {
        let mut before: Option<Map<String, Value>> = None;
        for (_, found) in &self.found {
            match (found, &mut before) {
                (None, None) => return Ok(None),
                // It had been taken away, and came back.
                (None, Some(_)) => {}
                (Some(found), None) => before = Some(row_of(found)?),
                (Some(found), Some(before)) => {
                    for (column, value) in row_of(found)? {
                        before.entry(column).or_insert(value);
                    }
                }
            }
        }
        Ok(before)
    }
}

/// Whether a row is there and the student's: the number of one that was taken away may be somebody else's by now. A
/// movement whose queueing was undone stays, and stands in nobody's way.
fn has(conn: &Connection, student: i64, table: Table, row: i64) -> Result<bool, StoreError> {
    let Some(column) = table.student_column() else {
        return Ok(false);
    };
    let stands = match table {
        Table::Movements => "cancellation IS NOT 'deshecha'",
        _ => "TRUE",
    };
    let sql = format!(
        "SELECT 1 FROM {} WHERE id = ?1 AND {column} = ?2 AND {stands}",
        table.name()
    );
    Ok(conn.prepare_cached(&sql)?.exists([row, student])?)
}
