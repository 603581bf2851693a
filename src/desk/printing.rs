//! Papers about students.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::{Desk, Record, Refusal};
use crate::domain::control_number::Identifier;
use crate::domain::ids::StudentId;
use crate::domain::movement::MovementKind;
use crate::domain::student::{CurpRecord, NssRecord};
use crate::domain::vigencia::{Chip, EvidenceLimits, Facts};
use crate::print::block::PageError;
use crate::print::folio::folio;
use crate::print::icon::Icon;
use crate::print::page::{Document, Ink};
use crate::print::pdf::{self, PdfError};
use crate::print::summary::{self, CampusBlock, ClinicBlock, FactBlock, Summary};
use crate::store::{ActKind, Paper, Print, StoreError};
use crate::words;

mod checklist;
mod clinic_steps;
mod student_head;

use student_head::student_head;

/// A printed paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Where it was written.
    pub path: PathBuf,
    /// The folios of its sheets.
    pub folios: Vec<String>,
}

/// A paper that is ready to be written, before anything is recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheets {
    /// A name for it, without personal data but the identifier.
    pub name: String,
    /// Its pages.
    pub document: Document,
}

/// Why there is no paper. Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// A sheet can't be laid out; whose it is.
    #[error("the sheet of {student} can't be laid out: {why}")]
    Page {
        /// «Ramírez Soto, Ana Lucía».
        student: String,
        /// Why.
        why: PageError,
    },
    /// The sheets of a list can't be laid out.
    #[error("the list can't be laid out: {0}")]
    List(PageError),
    /// A list has more rows than anybody would print.
    #[error("{rows} rows are too many for paper")]
    TooLong {
        /// How many it has.
        rows: u64,
    },
    /// The pages could not be made a PDF.
    #[error(transparent)]
    Pdf(#[from] PdfError),
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

impl From<StoreError> for PrintError {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

impl Desk {
    /// Makes a paper about some students, one sheet each, has `write` put the PDF where it belongs, and records the
    /// sheets: one act. If the file can't be written, no sheet was printed.
    ///
    /// # Errors
    /// [`PrintError`].
    pub fn print(
        &mut self,
        paper: Paper,
        students: &[StudentId],
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>,
    ) -> Result<Printed, PrintError> {
        let at = self.now();
        let by = self.clerk.clone();
        let records = students
            .iter()
            .map(|id| self.record(*id))
            .collect::<Result<Vec<_>, _>>()?;
        let first = self.store.reader().next_print_number()?;
        let folios: Vec<String> = (first..).take(records.len()).map(folio).collect();
        let (act, sheets) = match paper {
            Paper::Summary => (ActKind::PrintSummary, self.summary_sheets(&records, &folios, at)?),
            Paper::Checklist => (
                ActKind::PrintChecklist,
                self.checklist_sheets(&records, &folios, at)?,
            ),
            Paper::ClinicSteps => (
                ActKind::PrintClinicSteps,
                self.clinic_steps_sheets(&records, &folios, at)?,
            ),
        };
        let bytes = pdf::render(&sheets.document, at)?;

        let stamp = self.stamp();
        let done = self.store.transact(&stamp, act, |tx| {
            for ((student, folio), page) in students.iter().zip(&folios).zip(&sheets.document.pages) {
                let seal = page.seal.clone().unwrap_or_default();
                tx.insert_print(
                    *student,
                    &Print {
                        paper,
                        folio: folio.clone(),
                        seal,
                        at,
                        by: by.clone(),
                    },
                )?;
            }
            write(&sheets.name, &bytes).map_err(|(folder, source)| PrintError::Write { folder, source })
        })?;
        Ok(Printed {
            path: done.value,
            folios,
        })
    }

    /// Lays the summaries out with these folios.
    ///
    /// # Errors
    /// [`PrintError::Page`].
    pub fn summary_sheets(
        &self,
        records: &[Record],
        folios: &[String],
        at: NaiveDateTime,
    ) -> Result<Sheets, PrintError> {
        let mut pages = Vec::with_capacity(records.len());
        for (record, folio) in records.iter().zip(folios) {
            let sheet = self.summary(record, folio, at);
            pages.push(summary::page(&sheet).map_err(|why| refused_page(record, why))?);
        }
        Ok(Sheets {
            name: file_name(words::printing::SUMMARY_FILE, records, folios, at),
            document: summary::document_of(pages),
        })
    }

    /// What a student's sheet says.
    fn summary(&self, record: &Record, folio: &str, at: NaiveDateTime) -> Summary {
        let student = &record.student.particulars;
        let campus = &self.campus;
        let facts = record.facts(self.limits);
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let title = student.name.title();
        let (surnames, given_names) = match title.split_once(", ") {
            Some((surnames, given)) => (Some(format!("{surnames},")), given.to_owned()),
            None => (None, title),
        };
        let nss_note = match &student.nss {
            NssRecord::None => None,
            NssRecord::InProcess { .. } => Some(words::printing::NSS_IN_PROCESS.to_owned()),
            NssRecord::Doubtful { .. } => Some(words::printing::TO_CONFIRM.to_owned()),
            NssRecord::Captured(_) | NssRecord::Confirmed { .. } => None,
        };
        let assigned = &record.student.assignment;
        let agregado = assigned.agregado.clone().or_else(|| self.usual_agregado(student));
        let semester = student.semester.map(words::record::semester);
        let period = student.period.map(|period| period.to_string());
        Summary {
            campus: CampusBlock {
                name: campus.name.clone(),
                department: campus.department.clone(),
                phone: filled(&campus.phone).map(|phone| words::printing::phone(&phone)),
                email: filled(&campus.email),
                plantel_key: campus.plantel_key.clone(),
            },
            band: Ink::band(self.appearance.palette),
            logo: self.band_logo(),
            surnames,
            given_names,
            identifier_label: match &student.identifier {
                Identifier::Control(_) => campus.identifier_label.clone(),
                Identifier::Provisional(_) => words::printing::PROVISIONAL_FOLIO.to_owned(),
            },
            identifier: student.identifier.as_str().to_owned(),
            career: student.career.clone(),
            semester_period: match (semester, period) {
                (Some(semester), Some(period)) => Some(format!("{semester}, {period}")),
                (semester, period) => semester.or(period),
            },
            nss: match &student.nss {
                NssRecord::Doubtful { text, .. } => Some(text.clone()),
                other => other.trusted().map(|nss| nss.grouped()),
            },
            nss_note,
            curp: student.curp.text().map(str::to_owned),
            curp_note: matches!(student.curp, CurpRecord::Doubtful { .. })
                .then(|| words::printing::TO_CONFIRM.to_owned()),
            clinic: clinic_block(record),
            agregado: agregado.map(|it| it.as_str().to_owned()),
            agregado_is_suggested: assigned.agregado.is_none(),
            facts: fact_blocks(&facts, at, self.evidence_limits()),
            policy: None,
            folio: folio.to_owned(),
            printed_on: at.date(),
            printed_by: self.clerk.clone(),
        }
    }
}

/// Where the student is attended, as far as anybody has read it.
fn clinic_block(record: &Record) -> Option<ClinicBlock> {
    let assigned = &record.student.assignment;
    if assigned.clinic.is_none() && assigned.shift.is_none() && assigned.room.is_none() {
        return None;
    }
    let clinic = record.clinic.as_ref();
    Some(ClinicBlock {
        umf: match clinic {
            Some(clinic) => clinic.key.number.to_string(),
            None => words::frame::EMPTY.to_owned(),
        },
        turno: assigned.shift.as_ref().map(words::clinic::shift),
        consultorio: assigned.room.as_ref().map(|room| room.as_str().to_owned()),
        line: clinic.map(words::clinic::on_paper),
    })
}

/// Why a student's sheet can't be laid out.
fn refused_page(record: &Record, why: PageError) -> PrintError {
    PrintError::Page {
        student: record.student.particulars.name.formal(),
        why,
    }
}

/// «Resumen 25230457 2026-11-21 F8K2.pdf».
fn file_name(paper: &str, records: &[Record], folios: &[String], at: NaiveDateTime) -> String {
    let whose = match records {
        [one] => one.student.particulars.identifier.as_str().to_owned(),
        many => format!("de {} estudiantes", many.len()),
    };
    let folio = folios.first().map(String::as_str).unwrap_or_default();
    format!("{paper} {whose} {} {folio}.pdf", at.format("%Y-%m-%d"))
}

/// The three facts as the sheet shows them, each with the icon of its state.
fn fact_blocks(facts: &Facts<'_>, at: NaiveDateTime, ages: EvidenceLimits) -> [FactBlock; 3] {
    let [movement, expected, proven] = words::record::facts_on_paper(facts);
    let chip = facts.chip(at.date(), ages.recent);
    let movement_icon = match (facts.movement.map(|movement| movement.kind), chip) {
        (None, _) => Icon::Circle,
        (_, Chip::Rejected { .. }) => Icon::CircleX,
        (Some(MovementKind::Alta), _) => Icon::CircleArrowUp,
        (Some(MovementKind::Baja), _) => Icon::CircleArrowDown,
    };
    let proven_icon = match facts.proven {
        None => Icon::Circle,
        Some(check) if !check.vigente => Icon::CircleX,
        Some(check) if (at.date() - check.on).num_days() <= ages.recent => Icon::ShieldCheck,
        Some(_) => Icon::Shield,
    };
    let block = |icon, label: &str, of: words::record::FactOnPaper| FactBlock {
        icon,
        label: label.to_owned(),
        fact: of.fact,
        line: Some(of.line),
    };
    [
        block(movement_icon, words::record::MOVEMENT, movement),
        block(Icon::CalendarClock, words::record::EXPECTED, expected),
        block(proven_icon, words::record::PROVEN, proven),
    ]
}

/// Writes a paper into `folder`; what [`Desk::print`] takes.
pub fn into_folder(
    folder: &Path,
    write: impl FnOnce(&Path, &str, &[u8]) -> std::io::Result<PathBuf>,
) -> impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)> {
    let folder = folder.to_owned();
    move |name, bytes| write(&folder, name, bytes).map_err(|error| (folder, error))
}
