//! A student with everything that is known of his or her insurance.

use chrono::NaiveDate;

use super::{Desk, Refusal};
use crate::domain::clinic::Clinic;
use crate::domain::cutoff::WindowLimits;
use crate::domain::ids::StudentId;
use crate::domain::movement::{CurpRule, Movement, MovementKind, MovementState, Observation, observations};
use crate::domain::student::Student;
use crate::domain::vigencia::{Check, Chip, Document, Dossier, Facts};
use crate::print::qr::MuteCode;
use crate::store::{Reader, StudentRow};

/// One record, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The student.
    pub student: Student,
    /// Altas and bajas in the order in which they were queued.
    pub movements: Vec<Movement>,
    /// Checks by date.
    pub checks: Vec<Check>,
    /// What each of them said beside the verdict.
    pub documents: Vec<Document>,
    /// The clinic that the student is assigned to, as the catalogue has it.
    pub clinic: Option<Clinic>,
    /// Whether an alta needs a CURP at this office.
    pub curp_rule: CurpRule,
}

impl Record {
    /// Reads it: from inside an act too, so that what was judged is what is changed.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`] if it is there no more.
    pub(super) fn read(reader: Reader<'_>, id: StudentId) -> Result<Self, Refusal> {
        let student = reader
            .student(id)?
            .ok_or_else(|| Refusal::NoSuchStudent(id.to_string()))?;
        let clinic = match student.assignment.clinic {
            Some(key) => reader.clinic(key)?.map(|row| row.clinic),
            None => None,
        };
        let checks = reader.checks_of(id)?;
        let documents = match checks.as_slice() {
            [] => Vec::new(),
            _ => reader.documents_of(id)?,
        };
        Ok(Self {
            student,
            clinic,
            movements: reader.movements_of(id)?,
            checks,
            documents,
            curp_rule: reader.curp_rule()?,
        })
    }

    /// What the rules of movements look at.
    pub fn dossier(&self) -> Dossier<'_> {
        Dossier {
            movements: &self.movements,
            checks: &self.checks,
            prior_alta: self.student.prior_alta,
        }
    }

    /// The three facts.
    pub fn facts(&self, limits: WindowLimits) -> Facts<'_> {
        Facts::of(&self.dossier(), limits)
    }

    /// The newest check with what it said beside the verdict.
    pub fn last_document(&self) -> Option<(&Check, &Document)> {
        self.checks
            .iter()
            .zip(&self.documents)
            .max_by_key(|(check, _)| check.on)
    }

    /// What would set a movement of this kind aside when its cut is closed.
    pub fn observations(&self, kind: MovementKind) -> Vec<Observation> {
        let last_check = self.dossier().last_check();
        observations(kind, &self.student.particulars, last_check, self.curp_rule)
    }

    /// The movement that waits in a queue, if any: the one that can be cancelled or marked as urgent.
    pub fn queued(&self) -> Option<&Movement> {
        self.movements
            .iter()
            .rev()
            .find(|movement| movement.state == MovementState::Queued)
    }
}

/// The record with this identifier, or that had it as its folio until it got a número de control.
fn student_called(reader: Reader<'_>, identifier: &str) -> Result<Option<Student>, Refusal> {
    match reader.student_by_identifier(identifier)? {
        Some(student) => Ok(Some(student)),
        None => Ok(reader.student_by_former_folio(identifier)?),
    }
}

impl Desk {
    /// A record, whole.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`] if it is there no more.
    pub fn record(&self, id: StudentId) -> Result<Record, Refusal> {
        Record::read(self.store.reader(), id)
    }

    /// The record with this número de control or folio, as somebody typed it.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`].
    pub fn record_by_identifier(&self, typed: &str) -> Result<Record, Refusal> {
        let identifier: String = typed
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_uppercase)
            .collect();
        let student = student_called(self.store.reader(), &identifier)?
            .ok_or_else(|| Refusal::NoSuchStudent(typed.trim().to_owned()))?;
        self.record(student.id)
    }

    /// Whose sheet a mute code is, as a scanner types it; `None` for anything else, and for a sheet of nobody here.
    ///
    /// # Errors
    /// The file's faults.
    pub fn student_of_code(&self, typed: &str) -> Result<Option<StudentId>, Refusal> {
        let Ok(code) = MuteCode::parse(typed.trim()) else {
            return Ok(None);
        };
        let reader = self.store.reader();
        match reader.student_by_folio(code.folio())? {
            Some(student) => Ok(Some(student)),
            // A sheet from before a restore, or of another register: the identifier is on it too.
            None => Ok(student_called(reader, code.identifier())?.map(|student| student.id)),
        }
    }

    /// The chip of a row of a list.
    pub fn chip(&self, row: &StudentRow) -> Chip {
        self.chip_on(row, self.today())
    }

    fn chip_on(&self, row: &StudentRow, today: NaiveDate) -> Chip {
        self.facts_of(row).chip(today, self.evidence_limits().recent)
    }

    /// The three facts of a row of a list.
    pub fn facts_of<'a>(&self, row: &'a StudentRow) -> Facts<'a> {
        let dossier = Dossier {
            movements: row.movement.as_slice(),
            checks: row.check.as_slice(),
            prior_alta: row.student.prior_alta,
        };
        Facts::of(&dossier, self.limits)
    }
}
