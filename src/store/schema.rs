//! The ladder of schema versions. Migrations are only ever added.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, copies};

/// «VNTL»: tells a register from any other SQLite file.
pub(super) const APPLICATION_ID: u32 = 0x564E_544C;

/// Each brings a file from the version of its index to the next.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_register.sql"),
    include_str!("migrations/0002_lean_acts.sql"),
    include_str!("migrations/0003_archive.sql"),
    include_str!("migrations/0004_clinics.sql"),
    include_str!("migrations/0005_checklist.sql"),
    include_str!("migrations/0006_rosters.sql"),
    include_str!("migrations/0007_unanswered.sql"),
    include_str!("migrations/0008_evidence.sql"),
    include_str!("migrations/0009_constancia.sql"),
    include_str!("migrations/0010_open_by_cut.sql"),
    include_str!("migrations/0011_former_folio.sql"),
    include_str!("migrations/0012_settings.sql"),
    include_str!("migrations/0013_search_entered.sql"),
    include_str!("migrations/0014_acts_of_one_change.sql"),
    include_str!("migrations/0015_clinic_steps.sql"),
    include_str!("migrations/0016_logos.sql"),
    include_str!("migrations/0017_distinct_people.sql"),
    include_str!("migrations/0018_imports.sql"),
    include_str!("migrations/0019_exported_folios.sql"),
    include_str!("migrations/0020_proposed_bajas.sql"),
    include_str!("migrations/0021_affiliations_of_student.sql"),
    include_str!("migrations/0022_closings.sql"),
    include_str!("migrations/0023_cases.sql"),
    include_str!("migrations/0024_captures.sql"),
    include_str!("migrations/0025_proposed_by_insurance.sql"),
    include_str!("migrations/0026_notices.sql"),
    include_str!("migrations/0027_office_keys.sql"),
];

/// The newest version that this program knows.
pub(super) fn known() -> i64 {
    MIGRATIONS.len() as i64
}

/// The file's version; 0 for a file that is empty still.
///
/// # Errors
/// [`StoreError::NotARegister`] for another program's file.
pub(super) fn version(conn: &Connection) -> Result<i64, StoreError> {
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (id, version, tables) {
        (0, 0, 0) => Ok(0),
        (id, _, _) if id == i64::from(APPLICATION_ID) => Ok(version),
        _ => Err(StoreError::NotARegister(Default::default())),
    }
}

/// Refuses any version but the newest: for those who only read.
pub(super) fn require_current(conn: &Connection) -> Result<(), StoreError> {
    match version(conn)? {
        found if found == known() => Ok(()),
        found if found > known() => Err(StoreError::Newer {
            found,
            known: known(),
        }),
        _ => Err(StoreError::NotARegister(Default::default())),
    }
}

/// Runs the migrations that the file lacks, all in one transaction. A file with data in it is copied first:
/// `file` is the register and the folder for its copies; `None` in memory.
pub(super) fn bring_up_to_date(
    conn: &mut Connection,
    file: Option<(&Path, &Path)>,
) -> Result<(), StoreError> {
    let found = version(conn)?;
    if found > known() {
        return Err(StoreError::Newer {
            found,
            known: known(),
        });
    }
    if found == known() {
        return Ok(());
    }
    match file {
        None if found == 0 => return begin_as_the_empty_one(conn),
        Some((register, copies)) if found > 0 => copies::before_migration(register, copies, found)?,
        _ => {}
    }
    climb(conn, found)
}

/// Runs the migrations that follow the version `from`.
fn climb(conn: &mut Connection, from: i64) -> Result<(), StoreError> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for migration in &MIGRATIONS[from as usize..] {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", known())?;
    transaction.commit()?;
    Ok(())
}

/// Makes of `conn`, in which there is nothing yet, a copy of [`empty`].
fn begin_as_the_empty_one(conn: &mut Connection) -> Result<(), StoreError> {
    Backup::new(&*empty()?, conn)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
    Ok(())
}

/// A register of this version with nothing in it. The migrations make it once for the whole process, as they are most of
/// what a register in memory costs; tests make hundreds.
fn empty() -> Result<MutexGuard<'static, Connection>, StoreError> {
    static EMPTY: OnceLock<Mutex<Connection>> = OnceLock::new();
    let made = match EMPTY.get() {
        Some(made) => made,
        None => {
            let mut new = Connection::open_in_memory()?;
            climb(&mut new, 0)?;
            EMPTY.get_or_init(|| Mutex::new(new))
        }
    };
    // Nobody writes to it: whoever panicked beside it left it whole.
    Ok(made.lock().unwrap_or_else(PoisonError::into_inner))
}

/// The parts of the schema that the file lacks, by name: tables, indexes, triggers and views, and columns as
/// `table.column`. A register that another version of a migration made is told by it.
pub(super) fn missing(conn: &Connection) -> Result<Vec<String>, StoreError> {
    Ok(whole()?.difference(&parts(conn)?).cloned().collect())
}

/// The parts of a register of this version, asked of the empty one once.
fn whole() -> Result<&'static BTreeSet<String>, StoreError> {
    static WHOLE: OnceLock<BTreeSet<String>> = OnceLock::new();
    if let Some(known) = WHOLE.get() {
        return Ok(known);
    }
    let found = parts(&*empty()?)?;
    Ok(WHOLE.get_or_init(|| found))
}

fn parts(conn: &Connection) -> Result<BTreeSet<String>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT name FROM main.sqlite_schema WHERE name NOT GLOB 'sqlite_*'
         UNION SELECT s.name || '.' || c.name FROM main.sqlite_schema s, pragma_table_info(s.name, 'main') c
         WHERE s.type = 'table' AND s.name NOT GLOB 'sqlite_*'",
    )?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_memory(make: impl Fn(&mut Connection) -> Result<(), StoreError>) -> Connection {
        let mut conn = Connection::open_in_memory().unwrap();
        make(&mut conn).unwrap();
        conn
    }

    fn everything(conn: &Connection) -> Vec<String> {
        let mut statement = conn
            .prepare("SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")
            .unwrap();
        let parts = statement.query_map([], |row| row.get(0)).unwrap();
        parts.collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn a_register_in_memory_begins_as_the_migrations_make_one() {
        let migrated = in_memory(|conn| climb(conn, 0));
        let begun = in_memory(|conn| bring_up_to_date(conn, None));
        assert_eq!(everything(&begun), everything(&migrated));
        assert_eq!(version(&begun).unwrap(), known());
        assert!(require_current(&begun).is_ok());
    }

    #[test]
    fn what_is_written_in_one_register_in_memory_is_in_no_other() {
        let begin = || in_memory(|conn| bring_up_to_date(conn, None));
        let written = begin();
        written.execute_batch("DROP TABLE imports").unwrap();
        assert!(!missing(&written).unwrap().is_empty());
        assert!(missing(&begin()).unwrap().is_empty());
    }
}
