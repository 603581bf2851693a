//! A list as a file that a spreadsheet opens: one row of heads, one row for each student or movement.

use std::path::PathBuf;

use super::{Desk, Listing, QueuedMovement, Refusal, Rows};
use crate::domain::nss::NSS_LENGTH;
use crate::domain::student::{CurpRecord, NssRecord, Particulars};
use crate::exchange::Sheet;
use crate::exchange::csv::{self, SheetError};
use crate::store::{ActKind, Medium, RosterEntry, StoreError, StudentRow};
use crate::words::{movements, record as record_words, roster, sheets as words};

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

    fn sheet_of_students(&self, rows: &[StudentRow]) -> Sheet {
        let head = [
            &*self.campus().identifier_label,
            words::FIRST_SURNAME,
            words::SECOND_SURNAME,
            words::NAMES,
            words::CURP,
            words::NSS,
            words::PENDING,
            words::SEX,
            words::BIRTH_DATE,
            words::CAREER,
            words::SEMESTER,
            words::PERIOD,
            words::STANDING,
            words::UMF,
            words::EMAIL,
            words::PHONE,
            words::STATE,
            record_words::MOVEMENT,
            record_words::EXPECTED,
            record_words::PROVEN,
        ];
        let row = |row: &StudentRow| -> Vec<String> {
            let student = &row.student.particulars;
            let [movement, expected, proven] = record_words::facts_in_lines(&self.facts_of(row));
            let mut cells = person(student);
            cells.extend([
                pending(student),
                student.sex.map(record_words::sex).unwrap_or_default().to_owned(),
                student.birth_date.map(|on| on.to_string()).unwrap_or_default(),
                student.career.clone().unwrap_or_default(),
                student
                    .semester
                    .map(|it| it.number().to_string())
                    .unwrap_or_default(),
                student.period.map(|it| it.to_string()).unwrap_or_default(),
                record_words::standing(student.standing).to_owned(),
                umf(&row.student).unwrap_or_default(),
                student.email.clone().unwrap_or_default(),
                student.phone.clone().unwrap_or_default(),
                roster::state(self.chip(row)),
                movement,
                expected,
                proven,
            ]);
            cells
        };
        Sheet {
            head: head.map(str::to_owned).into(),
            rows: rows.iter().map(row).collect(),
        }
    }

    fn sheet_of_cut(&self, rows: &[QueuedMovement]) -> Sheet {
        let head = [
            &*self.campus().identifier_label,
            words::FIRST_SURNAME,
            words::SECOND_SURNAME,
            words::NAMES,
            words::CURP,
            words::NSS,
            words::CUT,
            words::KIND,
            words::PROGRESS,
            words::URGENT,
            words::MOTIVE,
            words::CAREER,
            words::SEMESTER,
            words::UMF,
            words::OBSERVATIONS,
        ];
        let row = |row: &QueuedMovement| -> Vec<String> {
            let student = &row.student.particulars;
            let movement = &row.movement;
            let mut cells = person(student);
            cells.extend([
                movement.cut.to_string(),
                record_words::kind(movement.kind).to_owned(),
                record_words::state(movement.state).to_owned(),
                if movement.urgent { words::YES } else { "" }.to_owned(),
                movement
                    .motive
                    .map(record_words::motive)
                    .unwrap_or_default()
                    .to_owned(),
                student.career.clone().unwrap_or_default(),
                student
                    .semester
                    .map(|it| it.number().to_string())
                    .unwrap_or_default(),
                umf(&row.student).unwrap_or_default(),
                movements::list(&row.observations).unwrap_or_default(),
            ]);
            cells
        };
        Sheet {
            head: head.map(str::to_owned).into(),
            rows: rows.iter().map(row).collect(),
        }
    }
}

/// Who it is: identifier, surnames, names, CURP and NSS. The NSS keeps its hyphens, without which a spreadsheet takes it
/// for a number and drops the zero in front.
fn person(student: &Particulars) -> Vec<String> {
    let text = |part: Option<&str>| part.unwrap_or_default().to_owned();
    vec![
        student.identifier.as_str().to_owned(),
        text(student.name.first_surname()),
        text(student.name.second_surname()),
        student.name.given().to_owned(),
        text(student.curp.text()),
        whole_nss(&student.nss).unwrap_or_default(),
    ]
}

/// The NSS with its hyphens; one that is in doubt as it was written.
pub(super) fn whole_nss(nss: &NssRecord) -> Option<String> {
    nss.trusted()
        .map(|nss| nss.grouped())
        .or_else(|| nss.text().map(grouped_as_written))
}

/// Eleven digits that don't agree are written in their groups all the same.
fn grouped_as_written(text: &str) -> String {
    if text.len() == NSS_LENGTH && text.bytes().all(|byte| byte.is_ascii_digit()) {
        [&text[..2], &text[2..4], &text[4..6], &text[6..10], &text[10..]].join("-")
    } else {
        text.to_owned()
    }
}

/// The number of the clinic.
pub(super) fn umf(student: &crate::domain::student::Student) -> Option<String> {
    student.assignment.clinic.map(|clinic| clinic.number.to_string())
}

/// What of the numbers is missing or doubtful: «NSS en trámite; CURP por confirmar».
fn pending(student: &Particulars) -> String {
    let nss = match student.nss {
        NssRecord::None => Some(words::NO_NSS),
        NssRecord::InProcess { .. } => Some(words::NSS_IN_PROCESS),
        NssRecord::Doubtful { .. } => Some(words::NSS_TO_CONFIRM),
        NssRecord::Captured(_) | NssRecord::Confirmed { .. } => None,
    };
    let curp = match student.curp {
        CurpRecord::None => Some(words::NO_CURP),
        CurpRecord::Doubtful { .. } => Some(words::CURP_TO_CONFIRM),
        CurpRecord::Valid(_) => None,
    };
    [nss, curp].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
