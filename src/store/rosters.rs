//! The log of lists that left the program, on paper or as a file.

use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Row, params};

use super::{Reader, StoreError, Tx};

/// A list that left the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry {
    /// As what.
    pub medium: Medium,
    /// Which list, by the word that the console knows it by.
    pub list: String,
    /// What was typed to narrow it.
    pub typed: String,
    /// How many rows it had.
    pub rows: u64,
    /// Whether its NSS and CURP were whole.
    pub whole: bool,
    /// When.
    pub at: NaiveDateTime,
    /// Who made it.
    pub by: String,
}

/// As what a list left the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Medium {
    /// On paper.
    Paper {
        /// The folio on its sheets.
        folio: String,
        /// The seal of their contents.
        seal: String,
    },
    /// As a file of comma-separated values, which has no place for a folio.
    Csv,
    /// As a workbook.
    Xlsx {
        /// The folio on its second sheet.
        folio: String,
    },
}

impl Tx<'_> {
    /// Enters a list that leaves the program.
    ///
    /// # Errors
    /// The file's faults.
    pub fn insert_roster(&self, entry: &RosterEntry) -> Result<(), StoreError> {
        let (medium, folio, seal) = match &entry.medium {
            Medium::Paper { folio, seal } => ("papel", Some(folio), Some(seal)),
            Medium::Csv => ("csv", None, None),
            Medium::Xlsx { folio } => ("xlsx", Some(folio), None),
        };
        self.conn
            .prepare_cached(
                "INSERT INTO rosters (medium, list, typed, rows, whole, folio, seal, made_at, made_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                medium,
                entry.list,
                entry.typed,
                entry.rows as i64,
                entry.whole,
                folio,
                seal,
                entry.at,
                entry.by
            ])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The list whose sheets, on paper or in a file, bear a folio.
    ///
    /// # Errors
    /// The file's faults.
    pub fn roster_by_folio(self, folio: &str) -> Result<Option<RosterEntry>, StoreError> {
        let found = self
            .conn
            .prepare_cached(
                "SELECT list, typed, rows, whole, folio, seal, made_at, made_by FROM rosters WHERE folio = ?1",
            )?
            .query_row([folio], read)
            .optional()?;
        Ok(found)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<RosterEntry> {
    let medium = match (row.get(4)?, row.get(5)?) {
        (Some(folio), Some(seal)) => Medium::Paper { folio, seal },
        (Some(folio), None) => Medium::Xlsx { folio },
        (None, _) => Medium::Csv,
    };
    Ok(RosterEntry {
        medium,
        list: row.get(0)?,
        typed: row.get(1)?,
        rows: row.get::<_, i64>(2)? as u64,
        whole: row.get(3)?,
        at: row.get(6)?,
        by: row.get(7)?,
    })
}
