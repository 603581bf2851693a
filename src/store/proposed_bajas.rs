//! For whom a baja is proposed: enrolled no more or covered by others, and an alta that still counts. Derived from records,
//! movements and checks, and kept beside them by temporary triggers, so that the list needs no walk through everybody who ever left.

use rusqlite::Connection;

use super::{Reader, Store, StoreError};

/// The rule of [`crate::domain::proposed_baja::proposed`], of whoever is not archived: no movement open, and the newest
/// that makes active not older than the newest that ends it. Of who is enrolled also a newest check by another
/// registro, no older than what makes active; that is asked first, since hardly anybody has one.
const NOW: &str = "SELECT s.id AS student_id FROM main.students s
    WHERE (s.standing <> 'inscrito' OR coalesce((SELECT c.vigente AND c.ours = 0 FROM main.checks c
                                                 WHERE c.student_id = s.id
                                                 ORDER BY c.checked_on DESC, c.id DESC LIMIT 1), 0))
      AND s.archived_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM main.movements m
                      WHERE m.student_id = s.id AND m.state IN ('en_cola', 'en_envio'))
      AND max(coalesce((SELECT max(CASE m.state WHEN 'aceptada' THEN m.answered_on ELSE m.sent_on END)
                        FROM main.movements m
                        WHERE m.student_id = s.id AND m.kind = 'alta' AND m.state IN ('enviada', 'aceptada')), ''),
              coalesce((SELECT max(c.checked_on) FROM main.checks c
                        WHERE c.student_id = s.id AND c.vigente AND c.ours = 1), ''),
              coalesce(s.prior_alta, ''))
          BETWEEN max('0',
                      coalesce((SELECT max(CASE m.state WHEN 'aceptada' THEN m.answered_on ELSE m.sent_on END)
                                FROM main.movements m
                                WHERE m.student_id = s.id AND m.kind = 'baja'
                                  AND m.state IN ('enviada', 'aceptada')), ''),
                      coalesce((SELECT max(c.checked_on) FROM main.checks c
                                WHERE c.student_id = s.id AND NOT c.vigente), ''))
          AND CASE s.standing WHEN 'inscrito'
                   THEN (SELECT max(c.checked_on) FROM main.checks c WHERE c.student_id = s.id)
                   ELSE '9999' END";

/// Sees to it that every change of a record, a movement or a check is followed, on this connection.
pub(super) fn install(conn: &Connection) -> Result<(), StoreError> {
    // What enters the queue proposes nothing: it only takes a proposal off.
    let not_queued = "new.state NOT IN ('en_cola', 'en_envio')";
    // A record is written whole, and hardly ever with another standing.
    let another = "old.standing <> new.standing OR old.archived_on IS NOT new.archived_on
        OR old.prior_alta IS NOT new.prior_alta";
    let always = "TRUE";
    let triggers = [
        ("movements", "INSERT", always, "new.student_id", not_queued),
        ("movements", "UPDATE", always, "new.student_id", not_queued),
        ("movements", "DELETE", always, "old.student_id", "TRUE"),
        ("checks", "INSERT", always, "new.student_id", "TRUE"),
        ("checks", "UPDATE", always, "new.student_id", "TRUE"),
        ("checks", "DELETE", always, "old.student_id", "TRUE"),
        (
            "students",
            "UPDATE OF standing, archived_on, prior_alta",
            another,
            "new.id",
            "TRUE",
        ),
        ("students", "DELETE", always, "old.id", "FALSE"),
    ];
    for (number, (table, event, when, student, looks)) in triggers.into_iter().enumerate() {
        conn.execute_batch(&format!(
            "CREATE TEMP TRIGGER proposed_baja_{number} AFTER {event} ON main.{table} WHEN {when} BEGIN
                 DELETE FROM proposed_bajas WHERE student_id = {student};
                 INSERT INTO proposed_bajas {NOW} AND s.id = {student} AND {looks};
             END"
        ))?;
    }
    Ok(())
}

impl Store {
    /// Derives the table anew.
    ///
    /// # Errors
    /// The file's faults.
    pub(super) fn rebuild_proposed_bajas(&mut self) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        transaction.execute("DELETE FROM proposed_bajas", [])?;
        transaction.execute(&format!("INSERT INTO proposed_bajas {NOW}"), [])?;
        Ok(transaction.commit()?)
    }
}

impl Reader<'_> {
    /// How many students the derived table has wrong.
    ///
    /// # Errors
    /// The file's faults.
    pub(super) fn stale_proposed_bajas(self) -> Result<u64, StoreError> {
        let stale: i64 = self.conn.query_row(
            &format!(
                "SELECT (SELECT count(*) FROM ({NOW} EXCEPT SELECT student_id FROM proposed_bajas))
                      + (SELECT count(*) FROM (SELECT student_id FROM proposed_bajas EXCEPT {NOW}))"
            ),
            [],
            |row| row.get(0),
        )?;
        Ok(stale as u64)
    }
}
