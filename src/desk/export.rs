//! A list as a file that a spreadsheet opens: one row of heads, one row for each student or movement.

mod cells;

use std::path::PathBuf;

use super::{Desk, Listing, Refusal, Rows};
use crate::exchange::csv::{self, SheetError};
use crate::store::{ActKind, Medium, RosterEntry, StoreError};
use crate::words::roster;
pub(super) use cells::{umf, whole_nss};

/// A list that was written to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Where it was written.
    pub path: PathBuf,
    /// How many rows it has, without the heads.
    pub rows: u64,
}

/// Why there is no file. Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The rows could not be made a file.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// The file could not be written.
    #[error("{} can't be written", .folder.display())]
    Write {
        /// Where.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The register's refusal.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<StoreError> for ExportError {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

impl Desk {
    /// Makes a file of a list, has `write` put it where it belongs, and records that it left: one act. It shows whole
    /// numbers, since it is for other programs.
    ///
    /// # Errors
    /// [`ExportError`].
    pub fn export(
        &mut self,
        list: &Listing,
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>,
    ) -> Result<Exported, ExportError> {
        let rows = self.rows_of(list)?;
        let sheet = match &rows {
            Rows::Students(rows) => self.sheet_of_students(rows),
            Rows::Cut(page) => self.sheet_of_cut(page.rows.as_slice()),
        };
        let bytes = csv::write(&sheet)?;
        let name = format!("{}.csv", self.file_name(list));
        let entry = RosterEntry {
            medium: Medium::Csv,
            list: list.code(),
            typed: list.typed().to_owned(),
            rows: rows.count() as u64,
            whole: true,
            at: self.now(),
            by: self.clerk.clone(),
        };
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::ExportList, |tx| {
            tx.insert_roster(&entry)?;
            write(&name, &bytes).map_err(|(folder, source)| ExportError::Write { folder, source })
        })?;
        Ok(Exported {
            path: done.value,
            rows: entry.rows,
        })
    }

    /// «Relación de estudiantes 2026-11-21», without an extension.
    pub(super) fn file_name(&self, list: &Listing) -> String {
        format!("{} {}", roster::file_name(&list.code()), self.today())
    }
}
