//! Altas and bajas: one row each, in and out.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, StoreError, Tx};
use crate::domain::ids::{DispatchId, MovementId, StudentId};
use crate::domain::movement::{BajaMotive, Cancellation, Movement, MovementKind, MovementState, Rejection};

const COLUMNS: &str = "m.id, m.student_id, m.kind, m.cut, m.state, m.urgent, m.motive, m.queued_on, m.sent_on, \
     m.answered_on, m.rejection, m.cancellation, m.rejection_code, m.follows";

/// A movement that enters the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewMovement {
    /// Whose.
    pub student: StudentId,
    /// Alta or baja.
    pub kind: MovementKind,
    /// Its cut.
    pub cut: NaiveDate,
    /// Why, for a baja.
    pub motive: Option<BajaMotive>,
    /// Today.
    pub queued_on: NaiveDate,
}

/// How many movements a cut holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CutCount {
    /// Altas.
    pub altas: u64,
    /// Bajas.
    pub bajas: u64,
}

impl CutCount {
    /// Both together.
    pub fn total(self) -> u64 {
        self.altas + self.bajas
    }
}

impl Tx<'_> {
    /// Queues a movement. If the last one of the student was rejected and of the same kind, this one follows it.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if another movement of the student is open.
    pub fn insert_movement(&self, new: NewMovement) -> Result<MovementId, StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO movements (student_id, kind, cut, state, motive, queued_on, follows)
                 VALUES (?1, ?2, ?3, 'en_cola', ?4, ?5,
                     (SELECT last.id FROM movements last
                      WHERE last.kind = ?2 AND last.state = 'rechazada'
                        AND last.id = (SELECT max(id) FROM movements WHERE student_id = ?1 AND state <> 'cancelada')))",
            )?
            .execute(params![
                new.student.0,
                new.kind.code(),
                new.cut,
                new.motive.map(BajaMotive::code),
                new.queued_on
            ])?;
        Ok(MovementId(self.conn.last_insert_rowid()))
    }

    /// Enters a movement as far as it has come already: for what did not begin in this register. Its `id` is not
    /// looked at; the row gets its own.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if it is open and so is another movement of the student.
    pub fn insert_known_movement(&self, movement: &Movement) -> Result<MovementId, StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO movements (student_id, kind, cut, state, urgent, motive, queued_on, sent_on, answered_on,
                     rejection, cancellation)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                movement.student.0,
                movement.kind.code(),
                movement.cut,
                movement.state.code(),
                movement.urgent,
                movement.motive.map(BajaMotive::code),
                movement.queued_on,
                movement.sent_on,
                movement.answered_on,
                movement.rejection,
                movement.cancellation.map(Cancellation::code)
            ])?;
        Ok(MovementId(self.conn.last_insert_rowid()))
    }

    /// Withdraws a queued movement.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] for one that is not queued any more.
    pub fn cancel_movement(&self, id: MovementId, how: Cancellation) -> Result<(), StoreError> {
        let withdrawn = self
            .conn
            .prepare_cached(
                "UPDATE movements SET state = 'cancelada', cancellation = ?2 WHERE id = ?1 AND state = 'en_cola'",
            )?
            .execute(params![id.0, how.code()])?;
        if withdrawn == 0 {
            return Err(StoreError::Unreadable {
                column: "movements.state",
                value: format!("{id} -> cancelada"),
            });
        }
        Ok(())
    }

    /// Marks a movement as urgent, or takes the mark off.
    ///
    /// # Errors
    /// The file's faults.
    pub fn set_urgent(&self, id: MovementId, urgent: bool) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE movements SET urgent = ?2 WHERE id = ?1")?
            .execute(params![id.0, urgent])?;
        Ok(())
    }

    /// Puts right the day on which a movement was sent.
    ///
    /// # Errors
    /// The file's faults.
    pub fn set_sent_on(&self, id: MovementId, on: NaiveDate) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE movements SET sent_on = ?2 WHERE id = ?1 AND sent_on IS NOT NULL")?
            .execute(params![id.0, on])?;
        Ok(())
    }

    /// Puts a queued movement where IMSS' answer, or the way to it, has brought it.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] for a step that the table of movement states doesn't have.
    pub fn advance_movement(
        &self,
        id: MovementId,
        to: MovementState,
        on: NaiveDate,
        rejection: Option<&Rejection>,
    ) -> Result<(), StoreError> {
        let now = self
            .reader()
            .movement(id)?
            .ok_or_else(|| StoreError::Unreadable {
                column: "movements.id",
                value: id.to_string(),
            })?;
        if !now.state.may_become(to) {
            return Err(StoreError::Unreadable {
                column: "movements.state",
                value: format!("{} -> {}", now.state.code(), to.code()),
            });
        }
        let sent = match to {
            MovementState::Sent => Some(on),
            _ => now.sent_on,
        };
        let answered = matches!(to, MovementState::Accepted | MovementState::Rejected).then_some(on);
        self.conn
            .prepare_cached(
                "UPDATE movements SET state = ?2, sent_on = ?3, answered_on = ?4, rejection = ?5, rejection_code = ?6
                 WHERE id = ?1",
            )?
            .execute(params![
                id.0,
                to.code(),
                sent,
                answered,
                rejection.map(|it| it.cause.as_str()),
                rejection.and_then(|it| it.code.as_deref())
            ])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Why IMSS refused movements, in the words that the office wrote down or an answer had, and how often each: the most
    /// used first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn rejections_by_use(self) -> Result<Vec<(String, u64)>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT rejection, count(*) AS used FROM movements WHERE state = 'rechazada' AND rejection IS NOT NULL
             GROUP BY rejection ORDER BY used DESC, rejection",
        )?;
        let found = statement
            .query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// One movement.
    ///
    /// # Errors
    /// The file's faults.
    pub fn movement(self, id: MovementId) -> Result<Option<Movement>, StoreError> {
        self.conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM movements m WHERE m.id = ?1"))?
            .query_row([id.0], |row| Ok(read_movement(row)))
            .optional()?
            .transpose()
    }

    /// Every movement of a student, in the order in which they were queued.
    ///
    /// # Errors
    /// The file's faults.
    pub fn movements_of(self, student: StudentId) -> Result<Vec<Movement>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM movements m WHERE m.student_id = ?1 ORDER BY m.id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([student.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_movement(row)?);
        }
        Ok(found)
    }

    /// The newest movement of a student that was not cancelled.
    pub(super) fn last_movement_of(self, student: StudentId) -> Result<Option<Movement>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM movements m WHERE m.student_id = ?1 AND m.state <> 'cancelada'
             ORDER BY m.id DESC LIMIT 1"
        );
        self.conn
            .prepare_cached(&sql)?
            .query_row([student.0], |row| Ok(read_movement(row)))
            .optional()?
            .transpose()
    }

    /// The movements that wait for a cut: by name of the student, `limit` of them from `offset` on.
    ///
    /// # Errors
    /// The file's faults.
    pub fn movements_in_cut(
        self,
        cut: NaiveDate,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<Movement>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM movements m JOIN students s ON s.id = m.student_id
             WHERE m.cut = ?1 AND m.state IN ('en_cola', 'en_envio') ORDER BY s.sort_key, s.id LIMIT ?2 OFFSET ?3"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![cut, limit as i64, offset as i64])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_movement(row)?);
        }
        Ok(found)
    }

    /// The oldest cut that has something in its queue.
    ///
    /// # Errors
    /// The file's faults.
    pub fn oldest_cut_in_queue(self) -> Result<Option<NaiveDate>, StoreError> {
        let oldest = self
            .conn
            .prepare_cached("SELECT min(cut) FROM movements WHERE state = 'en_cola'")?
            .query_row([], |row| row.get(0))?;
        Ok(oldest)
    }

    /// The movements that an envío carries, as they stand now, in the order of its lines.
    ///
    /// # Errors
    /// The file's faults.
    pub fn movements_of_dispatch(self, dispatch: DispatchId) -> Result<Vec<Movement>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM dispatch_lines l JOIN movements m ON m.id = l.movement_id
             WHERE l.dispatch_id = ?1 ORDER BY l.number"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([dispatch.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_movement(row)?);
        }
        Ok(found)
    }

    /// Whether any movement, whatever became of it, has that day for its cut.
    ///
    /// # Errors
    /// The file's faults.
    pub fn is_cut_of_any(self, day: NaiveDate) -> Result<bool, StoreError> {
        let found = self
            .conn
            .prepare_cached("SELECT 1 FROM movements WHERE cut = ?1")?
            .exists([day])?;
        Ok(found)
    }

    /// How many movements wait for a cut.
    ///
    /// # Errors
    /// The file's faults.
    pub fn count_in_cut(self, cut: NaiveDate) -> Result<CutCount, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT coalesce(sum(kind = 'alta'), 0), coalesce(sum(kind = 'baja'), 0) FROM movements
             WHERE cut = ?1 AND state IN ('en_cola', 'en_envio')",
        )?;
        let count = statement.query_row([cut], |row| {
            Ok(CutCount {
                altas: row.get::<_, i64>(0)? as u64,
                bajas: row.get::<_, i64>(1)? as u64,
            })
        })?;
        Ok(count)
    }
}

fn read_movement(row: &Row<'_>) -> Result<Movement, StoreError> {
    let kind: String = row.get(2)?;
    let state: String = row.get(4)?;
    let motive: Option<String> = row.get(6)?;
    let cancellation: Option<String> = row.get(11)?;
    Ok(Movement {
        id: MovementId(row.get(0)?),
        student: StudentId(row.get(1)?),
        kind: MovementKind::from_code(&kind).ok_or(StoreError::Unreadable {
            column: "movements.kind",
            value: kind,
        })?,
        cut: row.get(3)?,
        state: MovementState::from_code(&state).ok_or(StoreError::Unreadable {
            column: "movements.state",
            value: state,
        })?,
        urgent: row.get(5)?,
        motive: motive.as_deref().and_then(BajaMotive::from_code),
        queued_on: row.get(7)?,
        sent_on: row.get(8)?,
        answered_on: row.get(9)?,
        rejection: row.get(10)?,
        cancellation: cancellation.as_deref().and_then(Cancellation::from_code),
        rejection_code: row.get(12)?,
        follows: row.get::<_, Option<i64>>(13)?.map(MovementId),
    })
}
