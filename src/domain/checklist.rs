//! The Lista de cotejo of one student: eleven things that schools ask for, which of them were handed in, and which the
//! record already proves.
//!
//! What the record proves is only proposed, with its date: it counts once somebody accepts it.

use chrono::NaiveDate;

use super::clinic::{Assignment, ClinicSource};
use super::period::Period;
use super::student::{NssRecord, Standing, Student};
use super::vigencia::Check;

/// A row of the list, in the order of how often schools ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Requirement {
    /// NSS asignado (constancia).
    AssignedNss,
    /// CURP actualizada.
    CurrentCurp,
    /// Inscripción en el periodo.
    Enrolment,
    /// Declaración bajo protesta de no contar con otro seguro.
    Declaration,
    /// Vigencia consultada.
    CheckedVigencia,
    /// Identificación oficial.
    Identification,
    /// Comprobante de domicilio.
    ProofOfAddress,
    /// Fotografía infantil.
    Photograph,
    /// Comprobante o constancia de alta.
    ProofOfAlta,
    /// Registro en UMF hecho.
    ClinicRegistration,
    /// Carnet o cartilla obtenido.
    Carnet,
}

impl Requirement {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 11] = [
        Self::AssignedNss,
        Self::CurrentCurp,
        Self::Enrolment,
        Self::Declaration,
        Self::CheckedVigencia,
        Self::Identification,
        Self::ProofOfAddress,
        Self::Photograph,
        Self::ProofOfAlta,
        Self::ClinicRegistration,
        Self::Carnet,
    ];

    /// Its number on the list, from 1 to 11.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The row of that number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|row| row.number() == number)
    }
}

/// What somebody wrote beside a row: one line, never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark(String);

/// A remark that would not fit its cell on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a remark of {letters} letters is too long")]
pub struct RemarkTooLong {
    /// How many letters it has.
    pub letters: usize,
}

impl Remark {
    /// The most letters of a remark.
    pub const MOST_LETTERS: usize = 80;

    /// Reads what was typed, on one line; `None` for nothing.
    ///
    /// # Errors
    /// [`RemarkTooLong`], for more than [`Remark::MOST_LETTERS`].
    pub fn read(text: &str) -> Result<Option<Self>, RemarkTooLong> {
        let line = text
            .split(|ch: char| ch.is_whitespace() || ch.is_control())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        match line.chars().count() {
            0 => Ok(None),
            letters if letters > Self::MOST_LETTERS => Err(RemarkTooLong { letters }),
            _ => Ok(Some(Self(line))),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What was written down of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Entregado, sí or no.
    pub delivered: bool,
    /// The day on which it was handed in, or on which it was seen to be missing.
    pub on: NaiveDate,
    /// Observación.
    pub remark: Option<Remark>,
}

/// An answer with who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// What was written.
    pub answer: Answer,
    /// The clerk.
    pub by: String,
}

/// What the record proves of a row, by its own date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The date of the proof.
    pub on: NaiveDate,
    /// What proves it.
    pub proof: Proof,
}

impl Proposal {
    /// Whether it is worth proposing although the row is recorded as handed in: a vigencia that was consulted again says
    /// what is so now. The other proofs do not grow old.
    fn overtakes(&self, recorded: &Answer) -> bool {
        matches!(self.proof, Proof::Check(_)) && self.on > recorded.on
    }
}

/// What proves a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// A constancia confirmed the NSS.
    Constancia,
    /// The CURP passes every check.
    Curp,
    /// Enrolled in this period.
    Enrolment(Period),
    /// The newest check, whatever it says.
    Check(Check),
    /// A document of IMSS shows the clinic.
    Clinic(Assignment),
}

/// What the record knows that may prove a row.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The record.
    pub student: &'a Student,
    /// Every check, by date.
    pub checks: &'a [Check],
    /// Since when the record holds its CURP.
    pub curp_since: Option<NaiveDate>,
    /// Since when it holds its situación escolar and period.
    pub standing_since: Option<NaiveDate>,
    /// The school period that is going on.
    pub period: Period,
}

impl Evidence<'_> {
    /// What proves this row, if anything in the record does.
    pub fn proposal(&self, requirement: Requirement) -> Option<Proposal> {
        let student = &self.student.particulars;
        let (on, proof) = match requirement {
            Requirement::AssignedNss => match student.nss {
                NssRecord::Confirmed { on, .. } => (on, Proof::Constancia),
                _ => return None,
            },
            Requirement::CurrentCurp => {
                student.curp.valid()?;
                (self.curp_since?, Proof::Curp)
            }
            Requirement::Enrolment => {
                let period = student.period?;
                let current = period >= self.period;
                if student.standing != Standing::Enrolled || !current {
                    return None;
                }
                (self.standing_since?, Proof::Enrolment(period))
            }
            Requirement::CheckedVigencia => {
                let newest = self.checks.iter().max_by_key(|check| check.on)?;
                (newest.on, Proof::Check(newest.clone()))
            }
            Requirement::ClinicRegistration => {
                let assignment = &self.student.assignment;
                assignment.clinic?;
                let seen = assignment.seen?;
                // The student's own word, or a form that doesn't ask, is no proof.
                if !matches!(seen.source, ClinicSource::Constancia | ClinicSource::Carnet) {
                    return None;
                }
                (seen.on, Proof::Clinic(assignment.clone()))
            }
            _ => return None,
        };
        Some(Proposal { on, proof })
    }
}

/// A row as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which one.
    pub requirement: Requirement,
    /// What was written down of it.
    pub recorded: Option<Recorded>,
    /// What the record proves of it, while it is not recorded as handed in or what is recorded grew old.
    pub proposal: Option<Proposal>,
}

impl Row {
    /// Whether it is recorded as handed in.
    pub fn is_delivered(&self) -> bool {
        self.recorded.as_ref().is_some_and(|it| it.answer.delivered)
    }
}

/// The list of one student: all eleven rows, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    rows: Vec<Row>,
}

impl Checklist {
    /// Puts together what was written down and what the record proves.
    pub fn new(mut recorded: Vec<(Requirement, Recorded)>, evidence: &Evidence<'_>) -> Self {
        let rows = Requirement::ALL.map(|requirement| {
            let at = recorded.iter().position(|(row, _)| *row == requirement);
            let mut row = Row {
                requirement,
                recorded: at.map(|at| recorded.swap_remove(at).1),
                proposal: None,
            };
            row.proposal = evidence
                .proposal(requirement)
                .filter(|proposal| match &row.recorded {
                    Some(recorded) if recorded.answer.delivered => proposal.overtakes(&recorded.answer),
                    _ => true,
                });
            row
        });
        Self { rows: rows.into() }
    }

    /// The eleven rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// One row.
    pub fn row(&self, requirement: Requirement) -> &Row {
        &self.rows[usize::from(requirement.number() - 1)]
    }

    /// How many rows are recorded as handed in.
    pub fn delivered(&self) -> usize {
        self.rows.iter().filter(|row| row.is_delivered()).count()
    }

    /// The rows that are not.
    pub fn missing(&self) -> impl Iterator<Item = Requirement> {
        self.rows
            .iter()
            .filter(|row| !row.is_delivered())
            .map(|row| row.requirement)
    }

    /// The rows whose proof nobody has accepted yet.
    pub fn proposed(&self) -> impl Iterator<Item = (Requirement, &Proposal)> {
        self.rows
            .iter()
            .filter_map(|row| Some((row.requirement, row.proposal.as_ref()?)))
    }
}

#[cfg(test)]
mod tests;
