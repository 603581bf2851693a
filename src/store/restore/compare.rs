//! Two registers held against each other, table by table, without opening either for writing.
//!
//! Rows of two states of one register are the same when they have the same number, since numbers are not given twice. What
//! both sides added after they parted may have got the same number all the same: the journals tell which rows these are.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension};

use super::Prepared;
use crate::domain::comparison::{Comparison, Side, Subject, Tally};
use crate::store::{StoreError, Table, open_read_only, schema};

/// Holds the register at `present` against a prepared copy.
///
/// # Errors
/// The register's faults: of one that can't be read nobody can tell what would be lost.
pub fn compare(present: &Path, prepared: &Prepared) -> Result<Comparison, StoreError> {
    let conn = open_read_only(present)?;
    schema::require_current(&conn)?;
    let other = prepared.file();
    conn.execute("ATTACH ?1 AS there", [other.to_string_lossy()])?;
    // What is counted is of one instant, whatever is written meanwhile.
    let _reading = conn.unchecked_transaction()?;
    let shared = shared_acts(&conn)?;
    let beyond = |side: &str| {
        count(
            &conn,
            &format!("SELECT count(*) FROM {side}.acts WHERE id > {shared}"),
        )
    };
    let comparison = Comparison {
        here: side(&conn, "main")?,
        there: side(&conn, "there")?,
        shared_acts: count(
            &conn,
            &format!("SELECT count(*) FROM main.acts WHERE id <= {shared}"),
        )?,
        acts_lost: beyond("main")?,
        acts_back: beyond("there")?,
        tallies: Vec::new(),
    };
    note_new_rows(&conn, shared)?;
    let mut tallies = Vec::new();
    for subject in Subject::ALL {
        let tally = tally(&conn, subject, shared > 0)?;
        if !tally.is_even() {
            tallies.push(tally);
        }
    }
    Ok(Comparison {
        tallies,
        ..comparison
    })
}

fn count(conn: &Connection, sql: &str) -> Result<u64, StoreError> {
    let count: i64 = conn.query_row(sql, [], |row| row.get(0))?;
    Ok(count as u64)
}

fn side(conn: &Connection, side: &str) -> Result<Side, StoreError> {
    let rows = |table: &str| count(conn, &format!("SELECT count(*) FROM {side}.{table}"));
    let campus = format!("SELECT value FROM {side}.settings WHERE key = 'plantel.nombre'");
    let last = format!("SELECT at FROM {side}.acts ORDER BY id DESC LIMIT 1");
    Ok(Side {
        campus: conn
            .query_row(&campus, [], |row| row.get(0))
            .optional()?
            .unwrap_or_default(),
        students: rows("students")?,
        movements: rows("movements")?,
        acts: rows("acts")?,
        last_change: conn.query_row(&last, [], |row| row.get(0)).optional()?,
    })
}

/// The number of the last act up to which both journals tell the same; 0 for two registers that began apart.
fn shared_acts(conn: &Connection) -> Result<i64, StoreError> {
    let parted: Option<i64> = conn
        .query_row(
            "SELECT h.id FROM main.acts h LEFT JOIN there.acts t ON t.id = h.id
             WHERE t.id IS NULL OR t.at IS NOT h.at OR t.clerk IS NOT h.clerk OR t.kind IS NOT h.kind
                OR t.student IS NOT h.student
             ORDER BY h.id LIMIT 1",
            [],
            |row| row.get(0),
        )
        .optional()?;
    match parted {
        Some(parted) => Ok(parted - 1),
        None => Ok(conn.query_row("SELECT coalesce(max(id), 0) FROM main.acts", [], |row| row.get(0))?),
    }
}

/// Notes which rows each side added after they parted.
fn note_new_rows(conn: &Connection, shared: i64) -> Result<(), StoreError> {
    for (side, name) in [("main", "new_here"), ("there", "new_there")] {
        conn.execute_batch(&format!(
            "CREATE TEMP TABLE {name} (table_name TEXT, row_id INTEGER, PRIMARY KEY (table_name, row_id)) WITHOUT ROWID;
             INSERT OR IGNORE INTO {name}
                SELECT table_name, row_id FROM {side}.acts
                WHERE id > {shared} AND table_name IS NOT NULL AND before IS NULL
                UNION ALL SELECT table_name, row_id FROM {side}.changes
                WHERE id >= coalesce((SELECT first_change FROM {side}.acts WHERE id > {shared} ORDER BY id LIMIT 1),
                                     9223372036854775807)
                  AND act_id > {shared} AND before IS NULL;"
        ))?;
    }
    Ok(())
}

/// The table whose rows are counted, how a row of one side finds its twin, and which rows count.
struct Counted {
    table: &'static str,
    twin: &'static str,
    /// A condition on `row`.
    counts: &'static str,
}

/// The tables of a subject. What comes and goes with one of them is not counted beside it: the lines of an envío, whom a
/// closing set aside, the history of a constancia.
fn counted(subject: Subject) -> Vec<Counted> {
    let by_number = |table: Table| Counted {
        table: table.name(),
        twin: "b.id = a.id",
        counts: "TRUE",
    };
    match subject {
        Subject::Students => vec![by_number(Table::Students)],
        Subject::Movements => vec![by_number(Table::Movements)],
        Subject::Checks => vec![by_number(Table::Checks)],
        Subject::Checklist => vec![by_number(Table::Checklist)],
        Subject::Cases => vec![by_number(Table::Cases)],
        Subject::CaseNotes => vec![by_number(Table::CaseNotes)],
        Subject::Closings => vec![by_number(Table::Closings)],
        Subject::Dispatches => vec![by_number(Table::Dispatches)],
        Subject::Papers => vec![
            by_number(Table::Prints),
            by_number(Table::Rosters),
            by_number(Table::DispatchPapers),
        ],
        Subject::Imports => vec![by_number(Table::Imports)],
        Subject::Undecided => vec![Counted {
            table: "import_plans",
            twin: "b.id = a.id",
            counts: "TRUE",
        }],
        Subject::Notices => vec![by_number(Table::Notices)],
        Subject::Clinics => vec![by_number(Table::Clinics)],
        Subject::Distinct => vec![by_number(Table::Distinct)],
        Subject::Settings => vec![Counted {
            table: Table::Settings.name(),
            twin: "b.key = a.key",
            // How the window looks, who is at it, and what copies note for themselves is nothing that an office decided.
            counts: "row.key NOT GLOB 'apariencia.*' AND row.key NOT GLOB 'copia.*' AND row.key <> 'atiende.ahora'",
        }],
        Subject::Drafts => vec![Counted {
            table: "drafts",
            twin: "b.form = a.form AND b.clerk = a.clerk",
            counts: "TRUE",
        }],
    }
}

fn tally(conn: &Connection, subject: Subject, have_common_acts: bool) -> Result<Tally, StoreError> {
    let mut tally = Tally {
        subject,
        lost: 0,
        back: 0,
        changed: 0,
    };
    for Counted { table, twin, counts } in counted(subject) {
        let mut columns = conn.prepare("SELECT name FROM pragma_table_info(?1, 'main')")?;
        let columns = columns
            .query_map([table], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        let is_number = twin == "b.id = a.id";
        // A number says nothing about a row that is found by its name.
        let told = columns.iter().filter(|column| is_number || *column != "id");
        let differs: Vec<String> = told
            .map(|column| format!("a.{column} IS NOT b.{column}"))
            .collect();
        let differs = differs.join(" OR ");
        let (of_a, of_b) = (counts.replace("row.", "a."), counts.replace("row.", "b."));
        let is_other = if !is_number {
            "FALSE".to_owned()
        } else if have_common_acts {
            let new = |side: &str| {
                format!("EXISTS (SELECT 1 FROM {side} n WHERE n.table_name = '{table}' AND n.row_id = a.id)")
            };
            format!("({} AND {})", new("new_here"), new("new_there"))
        } else {
            "TRUE".to_owned()
        };
        let first = if is_number {
            "id"
        } else {
            columns[usize::from(table == "settings")].as_str()
        };
        let sql = format!(
            "SELECT coalesce(sum(how IN (1, 3)), 0), coalesce(sum(how = 3), 0), coalesce(sum(how = 2), 0)
             FROM (SELECT CASE WHEN b.{first} IS NULL THEN 1 WHEN NOT ({differs}) THEN 0 WHEN {is_other} THEN 3 ELSE 2 END
                          AS how
                   FROM main.{table} a LEFT JOIN there.{table} b ON {twin} WHERE {of_a})"
        );
        let (lost, back, changed) = conn.query_row(&sql, [], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, i64>(2)?,
            ))
        })?;
        let only_there = format!(
            "SELECT count(*) FROM there.{table} b LEFT JOIN main.{table} a ON {twin} WHERE a.{first} IS NULL AND {of_b}"
        );
        tally.lost += lost as u64;
        tally.back += back as u64 + count(conn, &only_there)?;
        tally.changed += changed as u64;
    }
    Ok(tally)
}
