//! Sheets: what was imported, what is being decided about, and how the columns of each kind of sheet were understood.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, Store, StoreError, Tx};
use crate::domain::ids::{ActId, ImportId, PlanId};

/// How many hexadecimal digits tell one answer from another.
const FINGERPRINT_DIGITS: usize = 16;

/// A sheet that was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportEntry {
    /// File name, or what stands for a pasted list.
    pub source: String,
    /// The sheet inside of it.
    pub sheet: Option<String>,
    /// `altas`, `bajas` or `inscritos`.
    pub kind: String,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub file_hash: String,
    /// SHA-256 of the plan that was saved.
    pub plan_seal: String,
    /// What tells apart the rows that need not be looked at again.
    pub answers: Vec<u64>,
    /// How many rows the sheet has.
    pub rows: u64,
    /// Students who were registered.
    pub added: u64,
    /// Students of whom something was changed.
    pub changed: u64,
    /// Movements that were queued.
    pub queued: u64,
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub by: String,
}

/// An import that was made, and the act that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// Its row.
    pub id: ImportId,
    /// The act; later acts may have changed what it saved.
    pub act: ActId,
    /// What came of it; without the answers.
    pub entry: ImportEntry,
}

/// A sheet that was read and is being decided about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPlan {
    /// Its row.
    pub id: PlanId,
    /// File name, or what stands for a pasted list.
    pub source: String,
    /// SHA-256 of the file.
    pub file_hash: String,
    /// When it was read.
    pub at: NaiveDateTime,
    /// Who read it.
    pub by: String,
    /// The rows and how the columns are understood, as JSON.
    pub body: String,
    /// What was decided, as JSON.
    pub decisions: String,
    /// SHA-256 of what was shown last.
    pub seal: String,
}

/// A plan with rows that wait for a decision, as Hoy names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPlan {
    /// Its row.
    pub id: PlanId,
    /// File name.
    pub source: String,
    /// When it was read.
    pub at: NaiveDateTime,
    /// How many rows wait.
    pub undecided: u64,
}

impl Tx<'_> {
    /// Enters a sheet that this act imports.
    ///
    /// # Errors
    /// The file's faults.
    pub fn insert_import(&self, entry: &ImportEntry) -> Result<ImportId, StoreError> {
        let answers: String = entry
            .answers
            .iter()
            .map(|answer| format!("{answer:016x}"))
            .collect();
        self.conn
            .prepare_cached(
                // The act under way is entered last, and gets the next number.
                "INSERT INTO imports (act_id, source, sheet, kind, file_hash, plan_seal, answers, row_count, added, changed,
                     queued, made_at, made_by)
                 VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'acts'),
                     ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                entry.source,
                entry.sheet,
                entry.kind,
                entry.file_hash,
                entry.plan_seal,
                answers,
                entry.rows as i64,
                entry.added as i64,
                entry.changed as i64,
                entry.queued as i64,
                entry.at,
                entry.by
            ])?;
        Ok(ImportId(self.conn.last_insert_rowid()))
    }
}

impl Tx<'_> {
    /// Forgets a plan of which nothing waits once this act is done.
    ///
    /// # Errors
    /// The file's faults.
    pub fn drop_plan(&self, id: PlanId) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM import_plans WHERE id = ?1")?
            .execute([id.0])?;
        Ok(())
    }
}

const IMPORT: &str = "SELECT i.id, i.act_id, i.source, i.sheet, i.kind, i.file_hash, i.plan_seal, i.row_count, i.added, i.changed,
     i.queued, i.made_at, i.made_by FROM imports i";

impl Reader<'_> {
    /// The imports that stand, the newest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn imports(self, limit: usize) -> Result<Vec<ImportRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("{IMPORT} ORDER BY i.id DESC LIMIT ?1"))?;
        let rows = statement
            .query_map([limit as i64], read_import)?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The newest import of a file with this content.
    ///
    /// # Errors
    /// The file's faults.
    pub fn import_of_file(self, hash: &str) -> Result<Option<ImportRow>, StoreError> {
        let found = self
            .conn
            .prepare_cached(&format!(
                "{IMPORT} WHERE i.file_hash = ?1 ORDER BY i.id DESC LIMIT 1"
            ))?
            .query_row([hash], read_import)
            .optional()?;
        Ok(found)
    }

    /// Every answer that an import of this kind took.
    ///
    /// # Errors
    /// The file's faults.
    pub fn answers_taken(self, kind: &str) -> Result<HashSet<u64>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT answers FROM imports WHERE kind = ?1")?;
        let mut taken = HashSet::new();
        let mut rows = statement.query([kind])?;
        while let Some(row) = rows.next()? {
            let answers = row.get_ref(0)?.as_str().unwrap_or_default();
            let each = answers.as_bytes().chunks(FINGERPRINT_DIGITS);
            taken.extend(
                each.filter_map(|digits| u64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()),
            );
        }
        Ok(taken)
    }

    /// A plan as it was left.
    ///
    /// # Errors
    /// The file's faults.
    pub fn plan(self, id: PlanId) -> Result<Option<StoredPlan>, StoreError> {
        self.plan_where("p.id = ?1", id.0)
    }

    /// The plan that was left of a file with this content.
    ///
    /// # Errors
    /// The file's faults.
    pub fn plan_of_file(self, hash: &str) -> Result<Option<StoredPlan>, StoreError> {
        self.plan_where("p.file_hash = ?1 ORDER BY p.id DESC LIMIT 1", hash)
    }

    fn plan_where(
        self,
        condition: &str,
        key: impl rusqlite::ToSql,
    ) -> Result<Option<StoredPlan>, StoreError> {
        let found = self
            .conn
            .prepare_cached(&format!(
                "SELECT p.id, p.source, p.file_hash, p.read_at, p.read_by, p.body, d.decisions, d.seal
                 FROM import_plans p JOIN import_decisions d ON d.plan_id = p.id WHERE {condition}"
            ))?
            .query_row([key], |row| {
                Ok(StoredPlan {
                    id: PlanId(row.get(0)?),
                    source: row.get(1)?,
                    file_hash: row.get(2)?,
                    at: row.get(3)?,
                    by: row.get(4)?,
                    body: row.get(5)?,
                    decisions: row.get(6)?,
                    seal: row.get(7)?,
                })
            })
            .optional()?;
        Ok(found)
    }

    /// The plans that wait for decisions, the newest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn open_plans(self) -> Result<Vec<OpenPlan>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT p.id, p.source, p.read_at, d.undecided FROM import_plans p
             JOIN import_decisions d ON d.plan_id = p.id WHERE d.undecided > 0 ORDER BY p.id DESC",
        )?;
        let plans = statement
            .query_map([], |row| {
                Ok(OpenPlan {
                    id: PlanId(row.get(0)?),
                    source: row.get(1)?,
                    at: row.get(2)?,
                    undecided: row.get::<_, i64>(3)? as u64,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(plans)
    }

    /// How the columns under these heads were understood last, as JSON.
    ///
    /// # Errors
    /// The file's faults.
    pub fn columns_of_source(self, heads: &str) -> Result<Option<String>, StoreError> {
        let found = self
            .conn
            .prepare_cached("SELECT columns FROM import_sources WHERE heads = ?1")?
            .query_row([heads], |row| row.get(0))
            .optional()?;
        Ok(found)
    }
}

impl Store {
    /// Keeps a sheet that was read until it is decided about: work at hand, and no act. Its `id` is not looked at; an
    /// earlier plan of the same file gives way. Tells the row that it got.
    ///
    /// # Errors
    /// The file's faults.
    pub fn put_plan(&mut self, plan: &StoredPlan, undecided: u64) -> Result<PlanId, StoreError> {
        self.refuse_copy()?;
        let transaction = self.conn.transaction()?;
        transaction.execute("DELETE FROM import_plans WHERE file_hash = ?1", [&plan.file_hash])?;
        transaction.execute(
            "INSERT INTO import_plans (source, file_hash, read_at, read_by, body) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![plan.source, plan.file_hash, plan.at, plan.by, plan.body],
        )?;
        let id = transaction.last_insert_rowid();
        transaction.execute(
            "INSERT INTO import_decisions (plan_id, decisions, seal, undecided) VALUES (?1, ?2, ?3, ?4)",
            params![id, plan.decisions, plan.seal, undecided as i64],
        )?;
        transaction.commit()?;
        Ok(PlanId(id))
    }

    /// Keeps what was decided about a plan.
    ///
    /// # Errors
    /// The file's faults.
    pub fn put_decisions(
        &mut self,
        id: PlanId,
        decisions: &str,
        seal: &str,
        undecided: u64,
    ) -> Result<(), StoreError> {
        self.refuse_copy()?;
        self.conn
            .prepare_cached(
                "UPDATE import_decisions SET decisions = ?2, seal = ?3, undecided = ?4 WHERE plan_id = ?1",
            )?
            .execute(params![id.0, decisions, seal, undecided as i64])?;
        Ok(())
    }

    /// Forgets a plan: nothing of it waits any more.
    ///
    /// # Errors
    /// The file's faults.
    pub fn drop_plan(&mut self, id: PlanId) -> Result<(), StoreError> {
        self.refuse_copy()?;
        self.conn
            .execute("DELETE FROM import_plans WHERE id = ?1", [id.0])?;
        Ok(())
    }

    /// Forgets the plans that were read before a day and of which nothing waits: what people wrote about themselves is
    /// kept here no longer than somebody has to decide about it.
    ///
    /// # Errors
    /// The file's faults.
    pub fn drop_settled_plans(&mut self, before: NaiveDate) -> Result<(), StoreError> {
        self.refuse_copy()?;
        self.conn.execute(
            "DELETE FROM import_plans WHERE read_at < ?1
             AND id IN (SELECT plan_id FROM import_decisions WHERE undecided = 0)",
            [before],
        )?;
        Ok(())
    }

    /// Remembers how the columns under these heads are understood.
    ///
    /// # Errors
    /// The file's faults.
    pub fn remember_columns(
        &mut self,
        heads: &str,
        columns: &str,
        at: NaiveDateTime,
    ) -> Result<(), StoreError> {
        self.refuse_copy()?;
        self.conn
            .prepare_cached(
                "INSERT INTO import_sources (heads, columns, used_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT (heads) DO UPDATE SET columns = excluded.columns, used_at = excluded.used_at",
            )?
            .execute(params![heads, columns, at])?;
        Ok(())
    }
}

fn read_import(row: &Row<'_>) -> rusqlite::Result<ImportRow> {
    Ok(ImportRow {
        id: ImportId(row.get(0)?),
        act: ActId(row.get(1)?),
        entry: ImportEntry {
            source: row.get(2)?,
            sheet: row.get(3)?,
            kind: row.get(4)?,
            file_hash: row.get(5)?,
            plan_seal: row.get(6)?,
            answers: Vec::new(),
            rows: row.get::<_, i64>(7)? as u64,
            added: row.get::<_, i64>(8)? as u64,
            changed: row.get::<_, i64>(9)? as u64,
            queued: row.get::<_, i64>(10)? as u64,
            at: row.get(11)?,
            by: row.get(12)?,
        },
    })
}
