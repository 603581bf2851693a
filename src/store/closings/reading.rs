//! What the register holds of closed cuts, read.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Params, Row, params};

use super::{SetAside, seal};
use crate::domain::dispatch::{
    self, Answers, Channel, Closing, ClosingState, Dispatch, DispatchLine, ImssParts, Reopening, Sending,
};
use crate::domain::ids::{ClosingId, DispatchId, MovementId, StudentId};
use crate::domain::movement::{BajaMotive, MovementKind, MovementState};
use crate::domain::person_name::PersonName;
use crate::domain::registro_patronal::RegistroPatronal;
use crate::domain::sex::Sex;
use crate::store::{Reader, StoreError};

const CLOSING: &str =
    "SELECT id, cut, folio, state, times, closed_at, closed_by, seal, reopened_at, reopened_by, reason
     FROM closings";

const DISPATCH: &str = "SELECT d.id, d.closing_id, d.kind, d.registro, d.channel, d.lote, d.sent_on, count(l.id),
         coalesce(sum(m.state = 'aceptada'), 0), coalesce(sum(m.state = 'rechazada'), 0), d.folio
     FROM dispatches d LEFT JOIN dispatch_lines l ON l.dispatch_id = d.id LEFT JOIN movements m ON m.id = l.movement_id";

const LINE: &str = "SELECT l.number, l.movement_id, l.student_id, l.identifier, l.nss, l.curp, l.given_names, l.first_surname,
         l.second_surname, l.imss_first, l.imss_second, l.imss_given, l.career, l.sex, l.umf, l.motive
     FROM dispatch_lines l";

impl Reader<'_> {
    /// Every cut that was ever closed, the newest day first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn closings(self) -> Result<Vec<Closing>, StoreError> {
        self.closings_where("TRUE ORDER BY cut DESC", [])
    }

    /// The closing of a cut.
    ///
    /// # Errors
    /// The file's faults.
    pub fn closing_of(self, cut: NaiveDate) -> Result<Option<Closing>, StoreError> {
        Ok(self.closings_where("cut = ?1", [cut])?.pop())
    }

    /// One closing.
    ///
    /// # Errors
    /// The file's faults.
    pub fn closing(self, id: ClosingId) -> Result<Option<Closing>, StoreError> {
        Ok(self.closings_where("id = ?1", [id.0])?.pop())
    }

    /// The closing with a folio, in whatever case it is typed.
    ///
    /// # Errors
    /// The file's faults.
    pub fn closing_by_folio(self, folio: &str) -> Result<Option<Closing>, StoreError> {
        Ok(self.closings_where("folio = upper(trim(?1))", [folio])?.pop())
    }

    fn closings_where(self, condition: &str, bound: impl Params) -> Result<Vec<Closing>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("{CLOSING} WHERE {condition}"))?;
        let mut rows = statement.query(bound)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_closing(row)?);
        }
        Ok(found)
    }

    /// The days of the cuts that are closed, from a day on.
    ///
    /// # Errors
    /// The file's faults.
    pub fn closed_cuts(self, from: NaiveDate) -> Result<Vec<NaiveDate>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT cut FROM closings WHERE state = 'cerrado' AND cut >= ?1 ORDER BY cut")?;
        let cuts = statement
            .query_map([from], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(cuts)
    }

    /// The layout of the files of a closed cut, as text.
    ///
    /// # Errors
    /// The file's faults.
    pub fn layout_of(self, closing: ClosingId) -> Result<String, StoreError> {
        let layout = self
            .conn
            .prepare_cached("SELECT layout FROM closings WHERE id = ?1")?
            .query_row([closing.0], |row| row.get(0))?;
        Ok(layout)
    }

    /// Whether a closed cut still has the seal that it was given.
    ///
    /// # Errors
    /// The file's faults.
    pub fn seal_holds(self, closing: &Closing) -> Result<bool, StoreError> {
        let layout = self.layout_of(closing.id)?;
        let mut envios = Vec::new();
        for dispatch in self.dispatches_of(closing.id)? {
            let lines = self.dispatch_lines(dispatch.id, 0, i32::MAX as usize)?;
            envios.push((dispatch, lines));
        }
        let content = dispatch::content(
            &closing.folio,
            &layout,
            envios.iter().map(|(envio, lines)| (envio, lines.as_slice())),
        );
        Ok(seal(content.as_bytes()) == closing.seal)
    }

    /// What the papers of a closed cut say of the office, as JSON.
    ///
    /// # Errors
    /// The file's faults.
    pub fn office_of(self, closing: ClosingId) -> Result<String, StoreError> {
        let office = self
            .conn
            .prepare_cached("SELECT office FROM closings WHERE id = ?1")?
            .query_row([closing.0], |row| row.get(0))?;
        Ok(office)
    }

    /// The envío whose sheets bear a folio.
    ///
    /// # Errors
    /// The file's faults.
    pub fn dispatch_by_folio(self, folio: &str) -> Result<Option<Dispatch>, StoreError> {
        Ok(self.dispatches_where("d.folio = ?1", [folio])?.pop())
    }

    /// The envíos of a closed cut: altas before bajas.
    ///
    /// # Errors
    /// The file's faults.
    pub fn dispatches_of(self, closing: ClosingId) -> Result<Vec<Dispatch>, StoreError> {
        self.dispatches_where("d.closing_id = ?1", [closing.0])
    }

    /// One envío.
    ///
    /// # Errors
    /// The file's faults.
    pub fn dispatch(self, id: DispatchId) -> Result<Option<Dispatch>, StoreError> {
        Ok(self.dispatches_where("d.id = ?1", [id.0])?.pop())
    }

    /// The envío that carries a movement.
    ///
    /// # Errors
    /// The file's faults.
    pub fn dispatch_of(self, movement: MovementId) -> Result<Option<Dispatch>, StoreError> {
        Ok(self
            .dispatches_where(
                "d.id = (SELECT dispatch_id FROM dispatch_lines WHERE movement_id = ?1)",
                [movement.0],
            )?
            .pop())
    }

    fn dispatches_where(self, condition: &str, bound: impl Params) -> Result<Vec<Dispatch>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "{DISPATCH} WHERE {condition} GROUP BY d.id ORDER BY d.kind, d.registro"
        ))?;
        let mut rows = statement.query(bound)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_dispatch(row)?);
        }
        Ok(found)
    }

    /// The way that the envío took which went out last, if one did.
    ///
    /// # Errors
    /// The file's faults.
    pub fn last_channel(self) -> Result<Option<Channel>, StoreError> {
        let code: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT channel FROM dispatches WHERE sent_on IS NOT NULL ORDER BY sent_on DESC, id DESC LIMIT 1",
            )?
            .query_row([], |row| row.get(0))
            .optional()?;
        code.map(|code| known("dispatches.channel", code, Channel::from_code))
            .transpose()
    }

    /// What an envío carries, in its order: `limit` lines from `offset` on.
    ///
    /// # Errors
    /// The file's faults.
    pub fn dispatch_lines(
        self,
        dispatch: DispatchId,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<DispatchLine>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "{LINE} WHERE l.dispatch_id = ?1 ORDER BY l.number LIMIT ?2 OFFSET ?3"
        ))?;
        let mut rows = statement.query(params![dispatch.0, limit as i64, offset as i64])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_line(row)?);
        }
        Ok(found)
    }

    /// The lines of an envío whose movements are in a state, in its order.
    ///
    /// # Errors
    /// The file's faults.
    pub fn dispatch_lines_in(
        self,
        dispatch: DispatchId,
        state: MovementState,
    ) -> Result<Vec<DispatchLine>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "{LINE} JOIN movements m ON m.id = l.movement_id WHERE l.dispatch_id = ?1 AND m.state = ?2 ORDER BY l.number"
        ))?;
        let mut rows = statement.query(params![dispatch.0, state.code()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read_line(row)?);
        }
        Ok(found)
    }

    /// What the closing of a cut left out, in the order of the closing.
    ///
    /// # Errors
    /// The file's faults.
    pub fn set_asides_of(self, cut: NaiveDate) -> Result<Vec<SetAside>, StoreError> {
        self.set_asides_where("from_cut = ?1 ORDER BY id", [cut])
    }

    /// Every time that a movement was left out of a cut, the oldest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn set_asides_of_movement(self, movement: MovementId) -> Result<Vec<SetAside>, StoreError> {
        self.set_asides_where("movement_id = ?1 ORDER BY id", [movement.0])
    }

    fn set_asides_where(self, condition: &str, bound: impl Params) -> Result<Vec<SetAside>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT movement_id, student_id, from_cut, to_cut, causes FROM set_asides WHERE {condition}"
        ))?;
        let found = statement
            .query_map(bound, |row| {
                let causes: String = row.get(4)?;
                Ok(SetAside {
                    movement: MovementId(row.get(0)?),
                    student: StudentId(row.get(1)?),
                    from: row.get(2)?,
                    to: row.get(3)?,
                    causes: causes.split(' ').map(str::to_owned).collect(),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }
}

fn known<T>(column: &'static str, code: String, read: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    read(&code).ok_or(StoreError::Unreadable { column, value: code })
}

fn read_closing(row: &Row<'_>) -> Result<Closing, StoreError> {
    let reopened = match (row.get(8)?, row.get(9)?, row.get(10)?) {
        (Some(at), Some(by), Some(reason)) => Some(Reopening { at, by, reason }),
        _ => None,
    };
    Ok(Closing {
        id: ClosingId(row.get(0)?),
        cut: row.get(1)?,
        folio: row.get(2)?,
        state: known("closings.state", row.get(3)?, ClosingState::from_code)?,
        times: row.get(4)?,
        closed_at: row.get(5)?,
        closed_by: row.get(6)?,
        seal: row.get(7)?,
        reopened,
    })
}

fn read_dispatch(row: &Row<'_>) -> Result<Dispatch, StoreError> {
    let channel: Option<String> = row.get(4)?;
    let registro: Option<String> = row.get(3)?;
    let sending = match (channel, row.get(6)?) {
        (Some(channel), Some(on)) => Some(Sending {
            channel: known("dispatches.channel", channel, Channel::from_code)?,
            lote: row.get(5)?,
            on,
        }),
        _ => None,
    };
    Ok(Dispatch {
        id: DispatchId(row.get(0)?),
        closing: ClosingId(row.get(1)?),
        kind: known("dispatches.kind", row.get(2)?, MovementKind::from_code)?,
        folio: row.get(10)?,
        registro: registro
            .map(|text| known("dispatches.registro", text, |it| RegistroPatronal::parse(it).ok()))
            .transpose()?,
        lines: row.get(7)?,
        sending,
        answers: Answers {
            accepted: row.get(8)?,
            rejected: row.get(9)?,
        },
    })
}

fn read_line(row: &Row<'_>) -> Result<DispatchLine, StoreError> {
    let given: String = row.get(6)?;
    let (first, second): (Option<String>, Option<String>) = (row.get(7)?, row.get(8)?);
    let sex: Option<String> = row.get(13)?;
    let motive: Option<String> = row.get(15)?;
    Ok(DispatchLine {
        number: row.get(0)?,
        movement: MovementId(row.get(1)?),
        student: StudentId(row.get(2)?),
        identifier: row.get(3)?,
        nss: row.get(4)?,
        curp: row.get(5)?,
        name: known("dispatch_lines.given_names", given, |given| {
            PersonName::new(given, first.as_deref(), second.as_deref()).ok()
        })?,
        imss: ImssParts {
            first_surname: row.get(9)?,
            second_surname: row.get(10)?,
            given: row.get(11)?,
        },
        career: row.get(12)?,
        sex: sex.and_then(|it| it.chars().next()).and_then(Sex::from_code),
        umf: row.get(14)?,
        motive: motive.as_deref().and_then(BajaMotive::from_code),
    })
}
