//! Whose movement waits for somebody to look: derived from movements and checks, and kept beside them by temporary
//! triggers, so that the desk's lists need no walk through every movement.

use rusqlite::Connection;

use super::{Reader, Store, StoreError};

/// Of each student the last movement that was not cancelled, if it was sent or rejected and nobody has read a document
/// since; of no record that was put away.
const NOW: &str = "SELECT m.student_id,
        CASE m.state WHEN 'rechazada' THEN 'rechazada' ELSE 'esperada' END AS kind,
        CASE m.state WHEN 'rechazada' THEN m.answered_on ELSE max(m.cut, m.sent_on) END AS since
    FROM main.movements m
    WHERE m.state IN ('enviada', 'aceptada', 'rechazada')
      AND NOT EXISTS (SELECT 1 FROM main.movements later
                      WHERE later.student_id = m.student_id AND later.id > m.id AND later.state <> 'cancelada')
      AND NOT EXISTS (SELECT 1 FROM main.checks c
                      WHERE c.student_id = m.student_id
                        AND c.checked_on > CASE m.state WHEN 'rechazada' THEN m.answered_on ELSE m.sent_on END)
      AND (SELECT archived_on IS NULL FROM main.students WHERE id = m.student_id)";

/// Sees to it that every change of a movement, a check or an archiving is followed, on this connection.
pub(super) fn install(conn: &Connection) -> Result<(), StoreError> {
    // What enters the queue, the commonest of all, waits for no answer yet: there is nothing to look for.
    let sent = "new.state NOT IN ('en_cola', 'en_envio')";
    let triggers = [
        ("movements", "INSERT", "new.student_id", sent),
        ("movements", "UPDATE", "new.student_id", sent),
        ("movements", "DELETE", "old.student_id", "TRUE"),
        ("checks", "INSERT", "new.student_id", "TRUE"),
        ("checks", "UPDATE", "new.student_id", "TRUE"),
        ("checks", "DELETE", "old.student_id", "TRUE"),
        ("students", "UPDATE OF archived_on", "new.id", "TRUE"),
    ];
    for (number, (table, event, student, looks)) in triggers.into_iter().enumerate() {
        conn.execute_batch(&format!(
            "CREATE TEMP TRIGGER unanswered_{number} AFTER {event} ON main.{table} BEGIN
                 DELETE FROM unanswered WHERE student_id = {student};
                 INSERT INTO unanswered {NOW} AND m.student_id = {student} AND {looks};
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
    pub(super) fn rebuild_unanswered(&mut self) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        transaction.execute("DELETE FROM unanswered", [])?;
        transaction.execute(&format!("INSERT INTO unanswered {NOW}"), [])?;
        Ok(transaction.commit()?)
    }
}

impl Reader<'_> {
    /// How many students the derived table has wrong.
    ///
    /// # Errors
    /// The file's faults.
    pub(super) fn stale_unanswered(self) -> Result<u64, StoreError> {
        let stale: i64 = self.conn.query_row(
            &format!(
                "SELECT (SELECT count(*) FROM ({NOW} EXCEPT SELECT student_id, kind, since FROM unanswered))
                      + (SELECT count(*) FROM (SELECT student_id, kind, since FROM unanswered EXCEPT {NOW}))"
            ),
            [],
            |row| row.get(0),
        )?;
        Ok(stale as u64)
    }
}
