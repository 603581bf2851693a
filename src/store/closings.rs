//! Cuts that were closed: their envíos and what these carry.

mod reading;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::{StoreError, Tx};
use crate::domain::dispatch::{CutPaper, Dispatch, DispatchLine, Reopening, Sending};
use crate::domain::ids::{ClosingId, DispatchId, MovementId, StudentId};
use crate::domain::movement::{BajaMotive, MovementKind};
use crate::domain::registro_patronal::RegistroPatronal;

/// A cut that is closed now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClosing<'a> {
    /// The cut.
    pub cut: NaiveDate,
    /// Its folio, for ever.
    pub folio: &'a str,
    /// The hash of what it carries, 64 hexadecimal digits.
    pub seal: &'a str,
    /// The layout of its files.
    pub layout: &'a str,
    /// What its papers say of the office, as JSON.
    pub office: &'a str,
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: &'a str,
}

/// A movement that a closing leaves out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Which.
    pub movement: MovementId,
    /// Whose.
    pub student: StudentId,
    /// The cut that was closed.
    pub from: NaiveDate,
    /// The cut that it went to.
    pub to: NaiveDate,
    /// Why: codes of observations, the most telling first.
    pub causes: Vec<String>,
}

impl Tx<'_> {
    /// Enters the closing of a cut; of one that was reopened its row is closed again.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if another cut has the folio.
    pub fn close_cut(&self, new: &NewClosing<'_>) -> Result<ClosingId, StoreError> {
        let id = self
            .conn
            .prepare_cached(
                "INSERT INTO closings (cut, folio, state, times, closed_at, closed_by, seal, layout, office)
                 VALUES (?1, ?2, 'cerrado', 1, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (cut) DO UPDATE SET state = 'cerrado', times = times + 1, closed_at = excluded.closed_at,
                     closed_by = excluded.closed_by, seal = excluded.seal, layout = excluded.layout,
                     office = excluded.office
                 WHERE state = 'reabierto' RETURNING id",
            )?
            .query_row(
                params![new.cut, new.folio, new.at, new.by, new.seal, new.layout, new.office],
                |row| row.get(0),
            )
            .optional()?;
        id.map(ClosingId)
            .ok_or_else(|| forbidden("closings.state", "cerrado -> cerrado"))
    }

    /// Opens a closed cut again: its envíos go, and with them what they carried. The movements are the caller's.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] if something of it was sent, or if it is not closed.
    pub fn reopen_cut(&self, id: ClosingId, reopening: &Reopening) -> Result<(), StoreError> {
        let sent = self
            .conn
            .prepare_cached("SELECT 1 FROM dispatches WHERE closing_id = ?1 AND sent_on IS NOT NULL")?
            .exists([id.0])?;
        if sent {
            return Err(forbidden("dispatches.sent_on", "reabierto"));
        }
        self.conn
            .prepare_cached(
                "DELETE FROM dispatch_lines WHERE dispatch_id IN (SELECT id FROM dispatches WHERE closing_id = ?1)",
            )?
            .execute([id.0])?;
        self.conn
            .prepare_cached("DELETE FROM dispatches WHERE closing_id = ?1")?
            .execute([id.0])?;
        let changed = self
            .conn
            .prepare_cached(
                "UPDATE closings SET state = 'reabierto', reopened_at = ?2, reopened_by = ?3, reason = ?4
                 WHERE id = ?1 AND state = 'cerrado'",
            )?
            .execute(params![id.0, reopening.at, reopening.by, reopening.reason])?;
        match changed {
            0 => Err(forbidden("closings.state", "reabierto -> reabierto")),
            _ => Ok(()),
        }
    }

    /// Enters what of a closed cut leaves the program; `seal` is the hash of its bytes.
    ///
    /// # Errors
    /// The file's faults.
    pub fn insert_cut_paper(
        &self,
        closing: ClosingId,
        paper: CutPaper,
        kind: Option<MovementKind>,
        seal: &str,
        (at, by): (NaiveDateTime, &str),
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO dispatch_papers (closing_id, paper, kind, seal, made_at, made_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                closing.0,
                paper.code(),
                kind.map(MovementKind::code),
                seal,
                at,
                by
            ])?;
        Ok(())
    }

    /// Adds an envío to a closed cut, with what it carries; its kind, folio and registro count.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if the cut has one of that registro and type.
    pub fn insert_dispatch(
        &self,
        closing: ClosingId,
        envio: &Dispatch,
        lines: &[DispatchLine],
    ) -> Result<DispatchId, StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO dispatches (closing_id, kind, folio, registro) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![
                closing.0,
                envio.kind.code(),
                envio.folio,
                envio.registro.as_ref().map(RegistroPatronal::as_str)
            ])?;
        let id = DispatchId(self.conn.last_insert_rowid());
        let mut insert = self.conn.prepare_cached(
            "INSERT INTO dispatch_lines (dispatch_id, number, movement_id, student_id, identifier, nss, curp, given_names,
                 first_surname, second_surname, imss_first, imss_second, imss_given, career, sex, umf, motive)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )?;
        for line in lines {
            insert.execute(params![
                id.0,
                line.number,
                line.movement.0,
                line.student.0,
                line.identifier,
                line.nss,
                line.curp,
                line.name.given(),
                line.name.first_surname(),
                line.name.second_surname(),
                line.imss.first_surname,
                line.imss.second_surname,
                line.imss.given,
                line.career,
                line.sex.map(|sex| sex.code().to_string()),
                line.umf,
                line.motive.map(BajaMotive::code)
            ])?;
        }
        Ok(id)
    }

    /// Records how an envío went out, or puts right what was recorded of it.
    ///
    /// # Errors
    /// The file's faults.
    pub fn set_sending(&self, id: DispatchId, sending: &Sending) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE dispatches SET channel = ?2, lote = ?3, sent_on = ?4 WHERE id = ?1")?
            .execute(params![id.0, sending.channel.code(), sending.lote, sending.on])?;
        Ok(())
    }

    /// Moves a queued movement to a later cut, with the reason.
    ///
    /// # Errors
    /// The file's faults.
    pub fn set_aside(&self, aside: &SetAside) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE movements SET cut = ?2 WHERE id = ?1 AND state = 'en_cola'")?
            .execute(params![aside.movement.0, aside.to])?;
        self.conn
            .prepare_cached(
                "INSERT INTO set_asides (movement_id, student_id, from_cut, to_cut, causes) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                aside.movement.0,
                aside.student.0,
                aside.from,
                aside.to,
                aside.causes.join(" ")
            ])?;
        Ok(())
    }

    /// Brings back to a cut what its closing had left out and what still waits where it went.
    ///
    /// # Errors
    /// The file's faults.
    pub fn take_back_set_asides(&self, cut: NaiveDate) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "UPDATE movements SET cut = ?1 WHERE state = 'en_cola' AND id IN
                     (SELECT movement_id FROM set_asides a WHERE a.from_cut = ?1 AND a.to_cut = movements.cut)",
            )?
            .execute([cut])?;
        self.conn
            .prepare_cached(
                "DELETE FROM set_asides WHERE from_cut = ?1
                     AND (SELECT cut FROM movements WHERE id = movement_id) = ?1",
            )?
            .execute([cut])?;
        Ok(())
    }
}

/// The hash of a content, 64 hexadecimal digits.
pub fn seal(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A step that the tables of states do not have.
fn forbidden(column: &'static str, step: &str) -> StoreError {
    StoreError::Unreadable {
        column,
        value: step.to_owned(),
    }
}
