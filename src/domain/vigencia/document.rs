//! What a constancia says beside the verdict. All of it may be missing: a clerk writes down what helps.

use chrono::NaiveDate;

use crate::domain::clinic::{Assignment, ClinicKey, ClinicSource, Room, Seen, Shift};
use crate::domain::person_name::{PersonName, fold};
use crate::domain::student::Particulars;

/// The rest of the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The clinic that it names.
    pub clinic: Option<ClinicKey>,
    /// Turno.
    pub shift: Option<Shift>,
    /// Consultorio.
    pub room: Option<Room>,
    /// The name, where it is not the record's.
    pub name: Option<String>,
    /// The CURP, where it is not the record's.
    pub curp: Option<String>,
    /// The institutions that affiliated the student, as it lists them.
    pub affiliations: Vec<Affiliation>,
}

/// One row of a constancia's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    /// Who affiliated.
    pub institution: String,
    /// Registro patronal, as it is printed.
    pub registro: Option<String>,
    /// From when.
    pub since: Option<NaiveDate>,
    /// Until when; `None` for the one that holds still, or where it is not told.
    pub until: Option<NaiveDate>,
    /// Whether it is this campus'; `None` where nobody can tell.
    pub ours: Option<bool>,
}

impl Document {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whose affiliation holds on the day of the check, as the history tells it: the row without an end that began
    /// last. `None` without such a row.
    pub fn holder(&self) -> Option<&Affiliation> {
        self.affiliations
            .iter()
            .filter(|row| row.until.is_none())
            .max_by_key(|row| row.since)
    }

    /// What a record that says `before` would say once this document of the day `on` is taken over. What the document
    /// does not tell stays, but for the turno and consultorio of another clinic.
    pub fn taken_over(&self, before: &Assignment, on: NaiveDate) -> Assignment {
        let another = self.clinic.is_some() && self.clinic != before.clinic;
        let kept = |is_told: bool| !another && !is_told;
        Assignment {
            clinic: self.clinic.or(before.clinic),
            shift: if kept(self.shift.is_some()) {
                before.shift.clone()
            } else {
                self.shift.clone()
            },
            room: if kept(self.room.is_some()) {
                before.room.clone()
            } else {
                self.room.clone()
            },
            agregado: before.agregado.clone(),
            seen: Some(Seen {
                source: ClinicSource::Constancia,
                on,
            }),
        }
    }

    /// Whether it names a clinic, turno or consultorio at all.
    pub fn places(&self) -> bool {
        self.clinic.is_some() || self.shift.is_some() || self.room.is_some()
    }

    /// Leaves out a name or CURP that is the record's after all: accents, capitals and spaces do not count.
    pub fn only_differences(mut self, student: &Particulars) -> Self {
        let same_name = |typed: &str| {
            let typed = fold(&typed.replace(',', " "));
            [student.name.natural(), reversed(&student.name)]
                .iter()
                .any(|name| fold(name) == typed)
        };
        self.name = self.name.filter(|name| !same_name(name));
        let same_curp = |typed: &str| student.curp.text().is_some_and(|curp| fold(curp) == fold(typed));
        self.curp = self.curp.filter(|curp| !same_curp(curp));
        self
    }
}

/// Surnames first, as documents write them.
fn reversed(name: &PersonName) -> String {
    [name.first_surname(), name.second_surname(), Some(name.given())]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}
