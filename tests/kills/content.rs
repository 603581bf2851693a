//! All that a register holds, to be compared with another one.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

/// The rows of each table, in the order in which they lie. The index of the search is left out: `verificar` holds it against
/// the records.
#[derive(Debug, Clone, PartialEq)]
pub struct Content(pub BTreeMap<String, Vec<Vec<Value>>>);

impl Content {
    /// What a file holds that nobody has open for writing.
    pub fn of(file: &Path) -> Self {
        let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        let mut tables = conn
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
                     AND name NOT LIKE '%search%'",
            )
            .unwrap();
        let tables = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let tables = tables.map(|name| {
            let name = name.unwrap();
            let mut rows = conn.prepare(&format!("SELECT * FROM \"{name}\"")).unwrap();
            let width = rows.column_count();
            let rows = rows
                .query_map([], |row| (0..width).map(|at| row.get(at)).collect())
                .unwrap();
            let rows = rows.collect::<Result<Vec<Vec<Value>>, _>>().unwrap();
            (name, rows)
        });
        Self(tables.collect())
    }

    /// Where two registers part, in a line; nothing if they hold the same.
    pub fn difference(&self, other: &Self) -> Option<String> {
        let tables = self.0.keys().chain(other.0.keys());
        for table in tables {
            let empty = Vec::new();
            let (mine, its) = (
                self.0.get(table).unwrap_or(&empty),
                other.0.get(table).unwrap_or(&empty),
            );
            let rows = mine.len().max(its.len());
            if let Some(at) = (0..rows).find(|at| mine.get(*at) != its.get(*at)) {
                let (mine, its) = (mine.get(at), its.get(at));
                return Some(format!("{table}, row {at}: {mine:?}, and not {its:?}"));
            }
        }
        None
    }
}

/// They hold the same.
#[track_caller]
pub fn assert_same(found: &Content, expected: &Content, round: u32) {
    if let Some(difference) = found.difference(expected) {
        panic!("round {round}: {difference}");
    }
}
