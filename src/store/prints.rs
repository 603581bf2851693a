//! The log of printed sheets.

use chrono::NaiveDateTime;
use rusqlite::params;

use super::{Reader, StoreError, Tx};
use crate::domain::ids::StudentId;

/// What is printed about a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// Resumen plegable.
    Summary,
    /// Lista de cotejo.
    Checklist,
    /// Pasos para la clínica.
    ClinicSteps,
}

impl Paper {
    /// All of them, in the order in which F9 offers them.
    pub const ALL: [Self; 3] = [Self::Summary, Self::Checklist, Self::ClinicSteps];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Summary => "resumen",
            Self::Checklist => "cotejo",
            Self::ClinicSteps => "pasos_umf",
        }
    }

    /// The paper stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.code() == code)
    }
}

/// A sheet that was printed about a student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// Which paper it is.
    pub paper: Paper,
    /// The folio on the sheet.
    pub folio: String,
    /// The seal of its contents.
    pub seal: String,
    /// When.
    pub at: NaiveDateTime,
    /// Who printed it.
    pub by: String,
}

impl Tx<'_> {
    /// Enters a printed sheet.
    ///
    /// # Errors
    /// The file's faults.
    pub fn insert_print(&self, student: StudentId, print: &Print) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO prints (student_id, document, folio, seal, printed_at, printed_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                student.0,
                print.paper.code(),
                print.folio,
                print.seal,
                print.at,
                print.by
            ])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Whether any sheet was ever printed.
    ///
    /// # Errors
    /// The file's faults.
    pub fn has_paper(self) -> Result<bool, StoreError> {
        let paper = self
            .conn
            .prepare_cached(
                "SELECT 1 FROM prints UNION ALL SELECT 1 FROM rosters WHERE medium = 'papel' LIMIT 1",
            )?
            .exists([])?;
        Ok(paper)
    }

    /// The number that the next folio is made from: one more than the sheets and lists that went out so far. Nothing of
    /// either is ever taken away, so no number comes twice.
    ///
    /// # Errors
    /// The file's faults.
    pub fn next_print_number(self) -> Result<u64, StoreError> {
        let last: i64 = self
            .conn
            .prepare_cached(
                "SELECT coalesce((SELECT max(id) FROM prints), 0) + coalesce((SELECT max(id) FROM rosters), 0)
                     + coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'dispatches'), 0)",
            )?
            .query_row([], |row| row.get(0))?;
        Ok(last as u64 + 1)
    }

    /// The sheets printed about a student, the newest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn prints_of(self, student: StudentId) -> Result<Vec<Print>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT document, folio, seal, printed_at, printed_by FROM prints WHERE student_id = ?1 ORDER BY id DESC",
        )?;
        let mut rows = statement.query([student.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let paper: String = row.get(0)?;
            found.push(Print {
                paper: Paper::from_code(&paper).ok_or(StoreError::Unreadable {
                    column: "prints.document",
                    value: paper,
                })?,
                folio: row.get(1)?,
                seal: row.get(2)?,
                at: row.get(3)?,
                by: row.get(4)?,
            });
        }
        Ok(found)
    }

    /// Whose sheet a folio is.
    ///
    /// # Errors
    /// The file's faults.
    pub fn student_by_folio(self, folio: &str) -> Result<Option<StudentId>, StoreError> {
        use rusqlite::OptionalExtension;

        let found = self
            .conn
            .prepare_cached("SELECT student_id FROM prints WHERE folio = ?1")?
            .query_row([folio], |row| Ok(StudentId(row.get(0)?)))
            .optional()?;
        Ok(found)
    }
}
