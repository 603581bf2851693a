//! How far the capture of an envío has come. Each step is written at once, so that a power cut loses none; it is no act,
//! and the journal doesn't see it: what was sent is one, see [`super::Tx::set_sending`].

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, OptionalExtension, params};

use super::{Reader, Stamp, Store, StoreError};
use crate::domain::capture::{Bookmark, CaptureField};
use crate::domain::ids::DispatchId;
use crate::domain::movement::MovementKind;

/// What is kept of the capture of an envío.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCapture {
    /// The numbers of the rows that are captured.
    pub captured: Vec<u32>,
    /// Where it was left; none past the last row.
    pub bookmark: Option<Bookmark>,
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: String,
}

/// A capture that was begun, of an envío that nobody has recorded as sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnfinishedCapture {
    /// The envío.
    pub dispatch: DispatchId,
    /// The cut that it belongs to.
    pub cut: NaiveDate,
    /// Altas or bajas.
    pub kind: MovementKind,
    /// How many rows are captured.
    pub captured: u32,
    /// How many there are.
    pub lines: u32,
    /// When the last step was.
    pub at: NaiveDateTime,
}

impl Store {
    /// Keeps where a capture stands.
    ///
    /// # Errors
    /// The file's faults.
    pub fn put_capture(
        &mut self,
        stamp: &Stamp,
        dispatch: DispatchId,
        bookmark: Option<Bookmark>,
    ) -> Result<(), StoreError> {
        self.refuse_copy()?;
        put_place(&self.conn, stamp, dispatch, bookmark)
    }

    /// A row is captured, and the capture stands at `bookmark` now: both or neither.
    ///
    /// # Errors
    /// The file's faults.
    pub fn mark_captured(
        &mut self,
        stamp: &Stamp,
        dispatch: DispatchId,
        number: u32,
        bookmark: Option<Bookmark>,
    ) -> Result<(), StoreError> {
        self.refuse_copy()?;
        let transaction = self.conn.transaction()?;
        transaction
            .prepare_cached(
                "INSERT INTO captured_lines (dispatch_id, number, at, by) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (dispatch_id, number) DO NOTHING",
            )?
            .execute(params![dispatch.0, number, stamp.at, stamp.clerk])?;
        put_place(&transaction, stamp, dispatch, bookmark)?;
        transaction.commit()?;
        Ok(())
    }

    /// A row is not captured after all.
    ///
    /// # Errors
    /// The file's faults.
    pub fn unmark_captured(
        &mut self,
        stamp: &Stamp,
        dispatch: DispatchId,
        number: u32,
        bookmark: Option<Bookmark>,
    ) -> Result<(), StoreError> {
        self.refuse_copy()?;
        let transaction = self.conn.transaction()?;
        transaction
            .prepare_cached("DELETE FROM captured_lines WHERE dispatch_id = ?1 AND number = ?2")?
            .execute(params![dispatch.0, number])?;
        put_place(&transaction, stamp, dispatch, bookmark)?;
        transaction.commit()?;
        Ok(())
    }
}

fn put_place(
    conn: &Connection,
    stamp: &Stamp,
    dispatch: DispatchId,
    bookmark: Option<Bookmark>,
) -> Result<(), StoreError> {
    let field = bookmark.and_then(|it| it.field);
    let field = field.map(|(index, field)| format!("{index} {}", field.code()));
    conn.prepare_cached(
        "INSERT INTO captures (dispatch_id, line, field, at, by) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (dispatch_id) DO UPDATE
         SET line = excluded.line, field = excluded.field, at = excluded.at, by = excluded.by",
    )?
    .execute(params![
        dispatch.0,
        bookmark.map(|it| it.row),
        field,
        stamp.at,
        stamp.clerk
    ])?;
    Ok(())
}

/// «2 paterno».
fn field_kept(text: &str) -> Option<(usize, CaptureField)> {
    let (index, field) = text.split_once(' ')?;
    Some((index.parse().ok()?, CaptureField::from_word(field)?))
}

impl Reader<'_> {
    /// How far the capture of an envío has come; `None` if it was never begun.
    ///
    /// # Errors
    /// The file's faults.
    pub fn capture(self, dispatch: DispatchId) -> Result<Option<KeptCapture>, StoreError> {
        let kept = self
            .conn
            .prepare_cached("SELECT line, field, at, by FROM captures WHERE dispatch_id = ?1")?
            .query_row([dispatch.0], |row| {
                let (line, field): (Option<u32>, Option<String>) = (row.get(0)?, row.get(1)?);
                Ok(KeptCapture {
                    captured: Vec::new(),
                    bookmark: line.map(|row| Bookmark {
                        row,
                        // A field that this program doesn't know is none: the row is looked at again.
                        field: field.as_deref().and_then(field_kept),
                    }),
                    at: row.get(2)?,
                    by: row.get(3)?,
                })
            })
            .optional()?;
        let Some(mut kept) = kept else { return Ok(None) };
        let mut statement = self
            .conn
            .prepare_cached("SELECT number FROM captured_lines WHERE dispatch_id = ?1 ORDER BY number")?;
        kept.captured = statement
            .query_map([dispatch.0], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(Some(kept))
    }

    /// The captures that were begun and whose envío is not recorded as sent, the oldest cut first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn unfinished_captures(self) -> Result<Vec<UnfinishedCapture>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT d.id, g.cut, d.kind, c.at,
                 (SELECT count(*) FROM captured_lines l WHERE l.dispatch_id = d.id),
                 (SELECT count(*) FROM dispatch_lines l WHERE l.dispatch_id = d.id)
             FROM captures c JOIN dispatches d ON d.id = c.dispatch_id JOIN closings g ON g.id = d.closing_id
             WHERE d.sent_on IS NULL ORDER BY g.cut, d.kind, d.id",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(2)?;
            found.push(UnfinishedCapture {
                dispatch: DispatchId(row.get(0)?),
                cut: row.get(1)?,
                kind: MovementKind::from_code(&kind).ok_or(StoreError::Unreadable {
                    column: "dispatches.kind",
                    value: kind,
                })?,
                at: row.get(3)?,
                captured: row.get(4)?,
                lines: row.get(5)?,
            });
        }
        Ok(found)
    }
}
