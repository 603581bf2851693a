//! The register as a plan sees it, and what a plan is made of.

use super::decisions::Decisions;
use super::plan::Missing;
use super::reading::Context;
use super::sheet::ImportSheet;
use crate::domain::ids::StudentId;
use crate::domain::movement::Movement;
use crate::domain::student::Student;
use crate::domain::vigencia::{Check, Dossier};

/// A student with what decides whether a movement may be queued.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The record.
    pub student: Student,
    /// Altas and bajas in the order in which they were queued.
    pub movements: Vec<Movement>,
    /// Checks by date.
    pub checks: Vec<Check>,
}

impl Known {
    /// Whether an alta of theirs counts.
    pub fn is_active(&self) -> bool {
        self.dossier().active().is_some()
    }

    pub(super) fn dossier(&self) -> Dossier<'_> {
        Dossier {
            movements: &self.movements,
            checks: &self.checks,
            prior_alta: self.student.prior_alta,
        }
    }
}

/// The register, as far as a plan asks it.
pub trait Register {
    /// Why it can't answer.
    type Fault;

    /// The record with this identifier, or that had it as its folio.
    ///
    /// # Errors
    /// The register's faults; so for every question.
    fn by_identifier(&self, identifier: &str) -> Result<Option<StudentId>, Self::Fault>;
    /// The first record with this CURP, right or doubtful.
    ///
    /// # Errors
    /// As above.
    fn by_curp(&self, curp: &str) -> Result<Option<StudentId>, Self::Fault>;
    /// The first record with this NSS, right or doubtful.
    ///
    /// # Errors
    /// As above.
    fn by_nss(&self, nss: &str) -> Result<Option<StudentId>, Self::Fault>;
    /// A record with what is known of its student's insurance.
    ///
    /// # Errors
    /// As above.
    fn known(&self, student: StudentId) -> Result<Known, Self::Fault>;
    /// How many records bear the name with this [`sort_key`](crate::domain::person_name::PersonName::sort_key).
    ///
    /// # Errors
    /// As above.
    fn namesakes(&self, sort_key: &str) -> Result<usize, Self::Fault>;
    /// The highest consecutive of the provisional folios of a year.
    ///
    /// # Errors
    /// As above.
    fn last_folio(&self, year: i32) -> Result<u32, Self::Fault>;
    /// Everybody who is enrolled and not archived; whether an alta of theirs counts is asked apart.
    ///
    /// # Errors
    /// As above.
    fn enrolled(&self) -> Result<Vec<Missing>, Self::Fault>;
    /// Whether an alta of a student counts.
    ///
    /// # Errors
    /// As above.
    fn is_active(&self, student: StudentId) -> Result<bool, Self::Fault>;
    /// A number for a text, the same each time and another for every other text.
    fn fingerprint(&self, text: &str) -> u64;
    /// Whether an earlier import took that answer.
    fn was_taken(&self, answer: u64) -> bool;
}

/// What a plan is made of.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The sheet.
    pub sheet: &'a ImportSheet,
    /// What was decided about it.
    pub decisions: &'a Decisions,
    /// What is known beside it.
    pub context: Context<'a>,
}
