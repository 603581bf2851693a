//! The ladder of schema versions. Migrations are only ever added.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, copies};

/// «VNTL»: tells a register from any other SQLite file.
const APPLICATION_ID: i64 = 0x564E_544C;

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
        (APPLICATION_ID, _, _) => Ok(version),
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
/// `file` is the register and the folder for its copies.
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
    if found > 0
        && let Some((register, copies)) = file
    {
        copies::before_migration(register, copies, found)?;
    }
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for migration in &MIGRATIONS[found as usize..] {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", known())?;
    transaction.commit()?;
    Ok(())
}

/// The parts of the schema that the file lacks, by name: tables, indexes, triggers and views, and columns as
/// `table.column`. A register that another version of a migration made is told by it.
pub(super) fn missing(conn: &Connection) -> Result<Vec<String>, StoreError> {
    const PARTS: &str = "SELECT name FROM main.sqlite_schema WHERE name NOT GLOB 'sqlite_*'
         UNION SELECT s.name || '.' || c.name FROM main.sqlite_schema s, pragma_table_info(s.name, 'main') c
         WHERE s.type = 'table' AND s.name NOT GLOB 'sqlite_*'";
    let parts = |conn: &Connection| -> Result<BTreeSet<String>, StoreError> {
        let mut statement = conn.prepare(PARTS)?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    };
    let mut whole = Connection::open_in_memory()?;
    bring_up_to_date(&mut whole, None)?;
    Ok(parts(&whole)?.difference(&parts(conn)?).cloned().collect())
}
