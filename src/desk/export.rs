//! A list as a file that a spreadsheet opens: one row of heads, one row for each student or movement.

mod cells;

use std::path::{Path, PathBuf};

use super::{Desk, Listing, Refusal, Rows};
use crate::exchange::xlsx::{self, About};
use crate::exchange::{SheetError, csv};
use crate::print::folio::folio;
use crate::print::qr::MuteCode;
use crate::print::roster as printed_list;
use crate::store::{ActKind, Medium, RosterEntry, StoreError};
use crate::words::sheets::about;
use crate::words::{dates, roster};
use cells::{PRINTED_OF_CUT, PRINTED_OF_STUDENTS};
pub(super) use cells::{umf, whole_nss};

/// A list that was written to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Where it was written.
    pub path: PathBuf,
    /// How many rows it has, without the heads.
    pub rows: u64,
    /// The folio of a workbook.
    pub folio: Option<String>,
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

/// As what a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SheetFormat {
    /// A workbook of Excel, with a folio, and a second sheet that tells what the list is.
    #[default]
    Xlsx,
    /// Comma-separated values.
    Csv,
}

impl SheetFormat {
    /// The format that the end of a file name asks for.
    pub fn of_file(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()?.to_lowercase().as_str() {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            _ => None,
        }
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
        format: SheetFormat,
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>,
    ) -> Result<Exported, ExportError> {
        let rows = self.rows_of(list)?;
        let sheet = match &rows {
            Rows::Students(rows) => self.sheet_of_students(rows),
            Rows::Cut(page) => self.sheet_of_cut(page.rows.as_slice()),
        };
        let named = self.file_name(list);
        let (medium, name, bytes) = match format {
            SheetFormat::Csv => (Medium::Csv, format!("{named}.csv"), csv::write(&sheet)?),
            SheetFormat::Xlsx => {
                let folio = folio(self.store.reader().next_print_number()?);
                let about = self.about(list, &rows, &folio)?;
                let name = format!("{named} {folio}.xlsx");
                (Medium::Xlsx { folio }, name, xlsx::write(&sheet, &about)?)
            }
        };
        let entry = RosterEntry {
            medium,
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
            folio: match entry.medium {
                Medium::Xlsx { folio } => Some(folio),
                Medium::Csv | Medium::Paper { .. } => None,
            },
        })
    }

    /// What a workbook tells of its list.
    fn about(&self, list: &Listing, rows: &Rows, folio: &str) -> Result<About, Refusal> {
        let (title, subject) = self.title_and_subject(list, rows)?;
        let made = (dates::moment_year(self.now()), self.clerk.as_str());
        let mut lines = vec![
            (about::CAMPUS, self.campus.name.clone()),
            (about::LIST, title.clone()),
            (about::FILTER, subject),
            (about::ROWS, dates::thousands(rows.count() as u64)),
            (about::DATE, made.0.clone()),
            (about::BY, made.1.to_owned()),
            (about::FOLIO, folio.to_owned()),
        ];
        // A key of the campus that the squares on paper have no letters for has no code here either.
        if let Ok(code) = MuteCode::new(&self.campus.plantel_key, printed_list::ABOUT, folio) {
            lines.push((about::CODE, code.text()));
            lines.push(("", about::CODE_HINT.to_owned()));
        }
        lines.push(("", about::CARE.to_owned()));
        Ok(About {
            title: format!("{} · {title}", self.campus.name),
            footer: about::footer(folio, &made.0, made.1),
            lines: lines
                .into_iter()
                .map(|(what, says)| (what.to_owned(), says))
                .collect(),
            printed_columns: Some(match rows {
                Rows::Students(_) => PRINTED_OF_STUDENTS,
                Rows::Cut(_) => PRINTED_OF_CUT,
            }),
            sheet_name: about::LIST_TAB.to_owned(),
            about_name: about::TAB.to_owned(),
        })
    }

    /// «Relación de estudiantes 2026-11-21», without an extension.
    pub(super) fn file_name(&self, list: &Listing) -> String {
        format!("{} {}", roster::file_name(&list.code()), self.today())
    }
}
