//! What a clerk was typing, and whose record was opened last. Neither is an act, so the journal doesn't see them.

use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, params};

use super::{Reader, Store, StoreError};
use crate::domain::ids::StudentId;

/// A form that was left before it was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form: one draft each.
    pub form: String,
    /// When it was written last.
    pub at: NaiveDateTime,
    /// What was typed, as JSON.
    pub body: String,
}

impl Store {
    /// Keeps what a clerk has typed so far, instead of what was kept of that form before.
    ///
    /// # Errors
    /// The file's faults.
    pub fn put_draft(&mut self, clerk: &str, draft: &Draft) -> Result<(), StoreError> {
        // Nobody asked for it: a copy that is only looked at goes without.
        if self.copy_of.is_some() {
            return Ok(());
        }
        self.conn
            .prepare_cached(
                "INSERT INTO drafts (form, clerk, at, body) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (form, clerk) DO UPDATE SET at = excluded.at, body = excluded.body",
            )?
            .execute(params![draft.form, clerk, draft.at, draft.body])?;
        Ok(())
    }

    /// Forgets a draft: it was saved, or thrown away.
    ///
    /// # Errors
    /// The file's faults.
    pub fn drop_draft(&mut self, clerk: &str, form: &str) -> Result<(), StoreError> {
        // Nobody asked for it: a copy that is only looked at goes without.
        if self.copy_of.is_some() {
            return Ok(());
        }
        self.conn
            .prepare_cached("DELETE FROM drafts WHERE form = ?1 AND clerk = ?2")?
            .execute(params![form, clerk])?;
        Ok(())
    }

    /// Notes that a record was opened.
    ///
    /// # Errors
    /// The file's faults.
    pub fn touch_recent(&mut self, student: StudentId) -> Result<(), StoreError> {
        // Nobody asked for it: a copy that is only looked at goes without.
        if self.copy_of.is_some() {
            return Ok(());
        }
        self.conn
            .prepare_cached(
                "INSERT INTO recents (student_id, opened)
                 VALUES (?1, (SELECT coalesce(max(opened), 0) + 1 FROM recents))
                 ON CONFLICT (student_id) DO UPDATE SET opened = excluded.opened",
            )?
            .execute([student.0])?;
        self.conn
            .prepare_cached(
                "DELETE FROM recents WHERE opened <= (SELECT opened FROM recents ORDER BY opened DESC LIMIT 1 OFFSET 40)",
            )?
            .execute([])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The draft that a clerk left in a form.
    ///
    /// # Errors
    /// The file's faults.
    pub fn draft(self, clerk: &str, form: &str) -> Result<Option<Draft>, StoreError> {
        let found = self
            .conn
            .prepare_cached("SELECT form, at, body FROM drafts WHERE clerk = ?1 AND form = ?2")?
            .query_row([clerk, form], |row| {
                Ok(Draft {
                    form: row.get(0)?,
                    at: row.get(1)?,
                    body: row.get(2)?,
                })
            })
            .optional()?;
        Ok(found)
    }

    /// The drafts that a clerk left, the newest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn drafts(self, clerk: &str) -> Result<Vec<Draft>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT form, at, body FROM drafts WHERE clerk = ?1 ORDER BY at DESC")?;
        let drafts = statement
            .query_map([clerk], |row| {
                Ok(Draft {
                    form: row.get(0)?,
                    at: row.get(1)?,
                    body: row.get(2)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(drafts)
    }

    /// The records opened last, the newest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn recents(self, limit: usize) -> Result<Vec<StudentId>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT student_id FROM recents ORDER BY opened DESC LIMIT ?1")?;
        let ids = statement
            .query_map([limit as i64], |row| Ok(StudentId(row.get(0)?)))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }
}
