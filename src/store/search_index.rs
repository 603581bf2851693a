//! The upkeep of the full-text index. To enter a student costs seven pages, more than all the rest of the act, so many
//! are entered together, later. Until then they are *due*: whoever was registered after the last that was entered, and
//! of those before, whom the triggers of the schema note. A search looks through what is due by itself, so nobody
//! notices.

use std::collections::HashSet;

use rusqlite::{Connection, MAIN_DB, params, params_from_iter};

use super::StoreError;

/// Few enough for a search to look through them one by one without being slower for it.
pub(super) const MOST_DUE: i64 = 64;

/// Who came after the last student that was entered into the index.
const NEWER: &str = "s.id > (SELECT up_to FROM search_entered)";

/// Enters into the index, or takes out of it, what is due, if that is more than `allowed` students.
pub(super) fn enter_what_is_due(conn: &Connection, allowed: i64) -> Result<(), StoreError> {
    // Numbers without a student count too: this is asked at every act, and two ends of an index answer it.
    let due: i64 = conn
        .prepare_cached(
            "SELECT (SELECT count(*) FROM search_due)
                  + max(0, (SELECT coalesce(max(id), 0) FROM students) - (SELECT up_to FROM search_entered))",
        )?
        .query_row([], |row| row.get(0))?;
    if due <= allowed {
        return Ok(());
    }
    conn.prepare_cached(
        "INSERT INTO student_search (student_search, rowid, search_words)
         SELECT 'delete', student_id, indexed FROM search_due WHERE indexed IS NOT NULL",
    )?
    .execute([])?;
    conn.prepare_cached(&format!(
        "INSERT INTO student_search (rowid, search_words)
         SELECT s.id, s.search_words FROM search_due d JOIN students s ON s.id = d.student_id
         UNION ALL SELECT s.id, s.search_words FROM students s WHERE {NEWER}"
    ))?
    .execute([])?;
    note_all_entered(conn)
}

/// Nobody is due any more.
fn note_all_entered(conn: &Connection) -> Result<(), StoreError> {
    Ok(conn.execute_batch(
        "DELETE FROM search_due;
         UPDATE search_entered SET up_to = max(up_to, (SELECT coalesce(max(id), 0) FROM students));",
    )?)
}

/// Whether the index knows every student by his or her words. Only who may write can ask SQLite that; to who only reads
/// it counts as true.
pub(super) fn agrees(conn: &Connection) -> Result<bool, StoreError> {
    if conn.is_readonly(MAIN_DB)? {
        return Ok(true);
    }
    let transaction = conn.unchecked_transaction()?;
    if enter_what_is_due(&transaction, 0).is_err() {
        return Ok(false);
    }
    transaction.commit()?;
    let check = "INSERT INTO student_search (student_search, rank) VALUES ('integrity-check', 1)";
    Ok(conn.execute(check, []).is_ok())
}

/// Makes the index anew from the words of every student.
pub(super) fn rebuild(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch("INSERT INTO student_search (student_search) VALUES ('rebuild');")?;
    note_all_entered(conn)
}

/// The students who have all these words, each the beginning of a word of theirs: by the index, and by looking at those
/// whom it does not know yet. In no order; at most `limit`.
pub(super) fn matching(conn: &Connection, words: &[String], limit: usize) -> Result<Vec<i64>, StoreError> {
    let mut due = HashSet::new();
    let mut found = Vec::new();
    let has_all: String = (1..=words.len())
        .map(|n| format!(" AND instr(s.search_words, ?{n})"))
        .collect();
    let mut noted = conn.prepare_cached(&format!(
        "SELECT d.student_id, s.id IS NOT NULL
         FROM search_due d LEFT JOIN students s ON s.id = d.student_id{has_all}
         UNION ALL SELECT s.id, TRUE FROM students s WHERE {NEWER}{has_all}"
    ))?;
    let mut rows = noted.query(params_from_iter(words.iter().map(|word| format!(" {word}"))))?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        due.insert(id);
        if row.get(1)? {
            found.push(id);
        }
    }

    let query: Vec<String> = words.iter().map(|word| format!("\"{word}\" *")).collect();
    let mut indexed =
        conn.prepare_cached("SELECT rowid FROM student_search WHERE student_search MATCH ?1 LIMIT ?2")?;
    let mut rows = indexed.query(params![query.join(" "), (limit + due.len()) as i64])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if !due.contains(&id) {
            found.push(id);
        }
    }
    found.truncate(limit);
    Ok(found)
}
