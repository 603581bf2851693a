//! What the first screen of the day asks of the register, beside its lists.

use chrono::NaiveDate;

use super::{CutCount, Reader, StoreError};
use crate::domain::ids::StudentId;
use crate::domain::movement::MovementKind;

/// What of a record is an observation by itself. A CURP that lacks is one unless the office says that it is optional.
pub(super) const OBSERVED: &str = "s.nss_state IN ('sin_nss', 'en_tramite', 'por_confirmar')
    OR m.kind = 'alta' AND (s.curp_state <> 'correcta'
            AND NOT EXISTS (SELECT 1 FROM settings o WHERE o.key = 'imss.curp' AND o.value = 'opcional')
        OR s.standing <> 'inscrito'
        OR coalesce((SELECT c.vigente AND NOT c.ours FROM checks c WHERE c.student_id = s.id
            ORDER BY c.checked_on DESC, c.id DESC LIMIT 1), 0))";
/// What may be one: a captured number of the blocks that are convencionales, a long name, a letter that is not Spanish.
const DOUBTFUL: &str =
    "s.nss_state = 'capturado' AND substr(s.nss, 1, 2) IN ('36', '77', '79', '80', '97', '89')
    OR length(s.given_names) > 27 OR length(s.first_surname) > 27 OR length(s.second_surname) > 27
    OR s.given_names || coalesce(s.first_surname, '') || coalesce(s.second_surname, '')
       GLOB '*[^A-Za-zÁÉÍÓÚÜÑáéíóúüñ ]*'";

impl Reader<'_> {
    /// The cuts before `today` that were not closed and have movements which were never sent, the oldest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn cuts_left_behind(self, today: NaiveDate) -> Result<Vec<(NaiveDate, CutCount)>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT cut, sum(kind = 'alta'), sum(kind = 'baja') FROM movements INDEXED BY movements_open
             WHERE state IN ('en_cola', 'en_envio') AND cut < ?1
                 AND cut NOT IN (SELECT cut FROM closings WHERE state = 'cerrado')
             GROUP BY cut ORDER BY cut",
        )?;
        let cuts = statement
            .query_map([today], |row| {
                let count = CutCount {
                    altas: row.get::<_, i64>(1)? as u64,
                    bajas: row.get::<_, i64>(2)? as u64,
                };
                Ok((row.get(0)?, count))
            })?
            .collect::<Result<_, _>>()?;
        Ok(cuts)
    }

    /// The closed cuts of which an envío was not recorded as sent, the oldest first: their day, their folio, and what waits.
    ///
    /// # Errors
    /// The file's faults.
    pub fn cuts_unsent(self) -> Result<Vec<(NaiveDate, String, CutCount)>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT c.cut, c.folio, sum(d.kind = 'alta'), sum(d.kind = 'baja')
             FROM closings c JOIN dispatches d ON d.closing_id = c.id JOIN dispatch_lines l ON l.dispatch_id = d.id
             WHERE c.state = 'cerrado' AND d.sent_on IS NULL GROUP BY c.id ORDER BY c.cut",
        )?;
        let cuts = statement
            .query_map([], |row| {
                let count = CutCount {
                    altas: row.get::<_, i64>(2)? as u64,
                    bajas: row.get::<_, i64>(3)? as u64,
                };
                Ok((row.get(0)?, row.get(1)?, count))
            })?
            .collect::<Result<_, _>>()?;
        Ok(cuts)
    }

    /// The cuts from a day on for which something waits, in order.
    ///
    /// # Errors
    /// The file's faults.
    pub fn cuts_waiting(self, from: NaiveDate) -> Result<Vec<NaiveDate>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT cut FROM movements INDEXED BY movements_open
             WHERE state IN ('en_cola', 'en_envio') AND cut >= ?1 ORDER BY cut",
        )?;
        let cuts = statement
            .query_map([from], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(cuts)
    }

    /// Whether nobody is registered yet: asked so, since to count them all takes a walk.
    ///
    /// # Errors
    /// The file's faults.
    pub fn is_empty(self) -> Result<bool, StoreError> {
        let somebody = self
            .conn
            .prepare_cached("SELECT 1 FROM students LIMIT 1")?
            .exists([])?;
        Ok(!somebody)
    }

    /// How many of the movements that wait for a cut have an observation: something that would set them aside when it
    /// is closed.
    ///
    /// # Errors
    /// The file's faults.
    pub fn observed_in(self, cut: NaiveDate) -> Result<u64, StoreError> {
        let waiting =
            "FROM movements m INDEXED BY movements_open CROSS JOIN students s ON s.id = m.student_id
             WHERE m.state IN ('en_cola', 'en_envio') AND m.cut = ?1";
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT m.student_id, m.kind, {OBSERVED} {waiting} AND (({OBSERVED}) OR {DOUBTFUL})"
        ))?;
        let mut rows = statement.query([cut])?;
        let mut observed = 0;
        while let Some(row) = rows.next()? {
            observed += u64::from(
                row.get::<_, bool>(2)? || {
                    // The rule itself decides about the few that remain.
                    let kind: String = row.get(1)?;
                    let kind = MovementKind::from_code(&kind).ok_or(StoreError::Unreadable {
                        column: "movements.kind",
                        value: kind,
                    })?;
                    match self.student(StudentId(row.get(0)?))? {
                        Some(student) => !self.observations_of(kind, &student)?.is_empty(),
                        None => false,
                    }
                },
            );
        }
        Ok(observed)
    }
}
