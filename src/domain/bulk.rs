//! One change made to many records: a carrera that was renamed, the next semester, a new periodo.

use super::period::{Period, Semester};
use super::student::{Particulars, Standing};

/// A datum that can be changed for many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Datum {
    /// Semestre.
    Semester,
    /// Periodo.
    Period,
    /// Carrera.
    Career,
    /// Situación escolar.
    Standing,
}

impl Datum {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Semester, Self::Period, Self::Career, Self::Standing];
}

/// What is changed, the same way in every record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkChange {
    /// The carrera becomes this one.
    Career(String),
    /// The semester becomes this one.
    Semester(Semester),
    /// The semester becomes the next one; a record without a semester, or in the last one, stays as it is.
    NextSemester,
    /// The periodo becomes this one.
    Period(Period),
    /// The situación escolar becomes this one.
    Standing(Standing),
}

impl BulkChange {
    /// The record as it would be.
    pub fn applied_to(&self, record: &Particulars) -> Particulars {
        let mut changed = record.clone();
        match self {
            Self::Career(career) => changed.career = Some(career.clone()),
            Self::Semester(semester) => changed.semester = Some(*semester),
            Self::NextSemester => {
                changed.semester = record
                    .semester
                    .map(|semester| semester.next().unwrap_or(semester));
            }
            Self::Period(period) => changed.period = Some(*period),
            Self::Standing(standing) => changed.standing = *standing,
        }
        changed
    }
}
