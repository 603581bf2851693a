//! What was typed about a student, before it is a [`Particulars`]: the form, the console and the import share it.
//!
//! Reading never loses text. A doubtful NSS or CURP becomes a value of its own; only what a record can't be without,
//! or a date or number that nobody can understand, keeps it from being saved, and then it is named.

mod clinic;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::birthplace::Birthplace;
use super::control_number::{ControlNumber, ControlNumberFault, Identifier, ProvisionalFolio};
use super::curp::{self, CurpContext, CurpReading};
use super::date::{self, DateFault};
use super::ids::StudentId;
use super::nss::{self, NssContext, NssReading};
use super::period::{Period, Semester};
use super::person_name::{NameFault, NamePart, PersonName};
use super::sex::Sex;
use super::student::{CurpRecord, NssRecord, NssState, Particulars, Standing};
pub use clinic::AssignmentFault;

/// The text of each field as it was typed, and the choices as they were made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// Número de control or provisional folio.
    pub identifier: String,
    /// CURP.
    pub curp: String,
    /// Why this CURP is somebody else's too.
    pub curp_shared: String,
    /// Given names.
    pub given_names: String,
    /// First surname.
    pub first_surname: String,
    /// Second surname.
    pub second_surname: String,
    /// «Sin apellidos» was chosen.
    pub no_surnames: bool,
    /// Sex.
    pub sex: Option<Sex>,
    /// Day of birth.
    pub birth_date: String,
    /// Place of birth.
    pub birthplace: String,
    /// Carrera.
    pub career: String,
    /// Semester.
    pub semester: String,
    /// School period.
    pub period: String,
    /// Situación escolar; `None` for one that was typed and is not in the list.
    pub standing: Option<Standing>,
    /// What was typed for it, so that a draft keeps also what is not in the list.
    pub standing_typed: String,
    /// NSS.
    pub nss: String,
    /// Why this NSS is somebody else's too.
    pub nss_shared: String,
    /// The state that was chosen for it.
    pub nss_state: Option<NssState>,
    /// Since when it is en trámite, or the date of its constancia; empty for today.
    pub nss_on: String,
    /// Clinic, by its number or city.
    pub clinic: String,
    /// Turno.
    pub shift: String,
    /// Consultorio.
    pub room: String,
    /// Correo.
    pub email: String,
    /// Teléfono.
    pub phone: String,
    /// Who is like this person and was compared with: somebody else.
    pub told_apart: Vec<StudentId>,
}

/// A field, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryField {
    /// Número de control.
    Identifier,
    /// CURP.
    Curp,
    /// Why the CURP is somebody else's too.
    CurpShared,
    /// Nombre(s).
    GivenNames,
    /// Primer apellido.
    FirstSurname,
    /// Segundo apellido.
    SecondSurname,
    /// Sexo.
    Sex,
    /// Fecha de nacimiento.
    BirthDate,
    /// Lugar de nacimiento.
    Birthplace,
    /// Carrera.
    Career,
    /// Semestre.
    Semester,
    /// Periodo.
    Period,
    /// Situación escolar.
    Standing,
    /// NSS.
    Nss,
    /// Why the NSS is somebody else's too.
    NssShared,
    /// State of the NSS.
    NssState,
    /// Date of that state.
    NssOn,
    /// UMF.
    Clinic,
    /// Turno.
    Shift,
    /// A turno that is neither of the two.
    OtherShift,
    /// Consultorio.
    Room,
    /// Correo.
    Email,
    /// Teléfono.
    Phone,
}

/// A field that keeps the form from being saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing is there.
    Missing(EntryField),
    /// Something is, and it can't be understood.
    NotUnderstood(EntryField),
}

impl Gap {
    /// Which field.
    pub fn field(self) -> EntryField {
        match self {
            Self::Missing(field) | Self::NotUnderstood(field) => field,
        }
    }
}

/// A name that is not one yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameGap {
    /// Neither a first surname nor «sin apellidos».
    NoSurname,
    /// What is wrong with its parts.
    Fault(NameFault),
}

/// What was understood of an [`Entry`], field by field; `None` for a field that is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryReading {
    /// Who it is at the school.
    pub identifier: Option<Result<Identifier, ControlNumberFault>>,
    /// The name.
    pub name: Result<PersonName, NameGap>,
    /// The CURP, compared with the rest.
    pub curp: Option<CurpReading>,
    /// The NSS, compared with the year of birth.
    pub nss: Option<NssReading>,
    /// Day of birth.
    pub birth_date: Option<Result<NaiveDate, DateFault>>,
    /// Place of birth; `Err` with the places that begin so.
    pub birthplace: Option<Result<Birthplace, Vec<Birthplace>>>,
    /// Semester; `Err` for what is not a number from 1 to 20.
    pub semester: Option<Result<Semester, ()>>,
    /// School period.
    pub period: Option<Result<Period, ()>>,
    /// Date of the NSS' state.
    pub nss_on: Option<Result<NaiveDate, DateFault>>,
}

impl Entry {
    /// Reads every field against the others.
    pub fn read(&self, today: NaiveDate) -> EntryReading {
        let name = self.read_name();
        let birth_date = filled(&self.birth_date).map(|text| date::typed_date(text, today));
        let birthplace = filled(&self.birthplace).map(read_birthplace);
        let curp = filled(&self.curp).map(|text| {
            let context = CurpContext {
                name: name.as_ref().ok(),
                sex: self.sex,
                birth_date: birth_date.as_ref().and_then(|read| read.as_ref().ok().copied()),
                birthplace: birthplace.as_ref().and_then(|read| read.as_ref().ok().copied()),
                today,
            };
            curp::read(text, &context)
        });
        let birth_year = curp
            .as_ref()
            .and_then(|reading| reading.result.as_ref().ok())
            .map(|curp| curp.birth_date())
            .or(birth_date.as_ref().and_then(|read| read.as_ref().ok().copied()))
            .map(|date| chrono::Datelike::year(&date));
        let nss = filled(&self.nss).map(|text| nss::read(text, &NssContext { birth_year, today }));

        EntryReading {
            identifier: filled(&self.identifier).map(read_identifier),
            name,
            curp,
            nss,
            birth_date,
            birthplace,
            semester: filled(&self.semester).map(|text| Semester::parse(text).ok_or(())),
            period: filled(&self.period).map(|text| Period::parse(text).map_err(|_| ())),
            nss_on: filled(&self.nss_on).map(|text| date::typed_date(text, today)),
        }
    }

    /// What can be saved of it.
    ///
    /// # Errors
    /// The fields that are missing or can't be understood, in the order of the form.
    pub fn particulars(&self, today: NaiveDate) -> Result<Particulars, Vec<Gap>> {
        self.particulars_as_read(&self.read(today), today)
    }

    /// The same of an entry that was read already.
    ///
    /// # Errors
    /// As [`Entry::particulars`].
    pub fn particulars_as_read(
        &self,
        reading: &EntryReading,
        today: NaiveDate,
    ) -> Result<Particulars, Vec<Gap>> {
        let unread = self.unread(reading);
        let (Some(Ok(identifier)), Ok(name), true) = (
            reading.identifier.clone(),
            reading.name.clone(),
            unread.is_empty(),
        ) else {
            return Err(unread);
        };
        let right = |date: &Option<Result<NaiveDate, DateFault>>| date.as_ref()?.as_ref().ok().copied();
        Ok(Particulars {
            identifier,
            name,
            curp: self.curp_record(reading),
            sex: self.sex,
            birth_date: right(&reading.birth_date),
            birthplace: reading
                .birthplace
                .as_ref()
                .and_then(|read| read.as_ref().ok().copied()),
            career: owned(&self.career),
            semester: reading.semester.and_then(Result::ok),
            period: reading.period.and_then(Result::ok),
            standing: self.standing.unwrap_or(Standing::Enrolled),
            nss: self.nss_record(reading, today),
            email: owned(&self.email),
            phone: owned(&self.phone),
        })
    }

    /// The fields that keep it from being saved, in the order of the form.
    fn unread(&self, reading: &EntryReading) -> Vec<Gap> {
        let wrong = |is_wrong: bool, field: EntryField| is_wrong.then_some(Gap::NotUnderstood(field));
        let identifier = match &reading.identifier {
            None => Some(Gap::Missing(EntryField::Identifier)),
            Some(read) => wrong(read.is_err(), EntryField::Identifier),
        };
        let name = match &reading.name {
            Ok(_) => None,
            Err(NameGap::Fault(NameFault::GivenMissing)) => Some(Gap::Missing(EntryField::GivenNames)),
            Err(NameGap::Fault(NameFault::TooLong { part, .. })) => Some(Gap::NotUnderstood(match part {
                NamePart::Given => EntryField::GivenNames,
                NamePart::FirstSurname => EntryField::FirstSurname,
                NamePart::SecondSurname => EntryField::SecondSurname,
            })),
            Err(_) if filled(&self.given_names).is_none() => Some(Gap::Missing(EntryField::GivenNames)),
            Err(_) => Some(Gap::Missing(EntryField::FirstSurname)),
        };
        [
            identifier,
            name,
            wrong(matches!(reading.birth_date, Some(Err(_))), EntryField::BirthDate),
            wrong(matches!(reading.birthplace, Some(Err(_))), EntryField::Birthplace),
            wrong(matches!(reading.semester, Some(Err(()))), EntryField::Semester),
            wrong(matches!(reading.period, Some(Err(()))), EntryField::Period),
            self.standing
                .is_none()
                .then_some(Gap::NotUnderstood(EntryField::Standing)),
            // A date left behind by another state counts for nothing.
            wrong(
                matches!(reading.nss_on, Some(Err(_))) && self.nss_state(reading).has_date(),
                EntryField::NssOn,
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The states that an NSS typed like this may have, given what was read of it.
    pub fn possible_nss_states(&self, reading: &EntryReading) -> &'static [NssState] {
        match &reading.nss {
            None => &[NssState::None, NssState::InProcess],
            Some(_) if filled(&self.nss_shared).is_some() => &[NssState::Doubtful],
            Some(NssReading { result: Err(_), .. }) => &[NssState::Doubtful],
            Some(_) => &[NssState::Doubtful, NssState::Captured, NssState::Confirmed],
        }
    }

    /// The state that the NSS has: the chosen one where it is possible, else the plainest.
    pub fn nss_state(&self, reading: &EntryReading) -> NssState {
        let possible = self.possible_nss_states(reading);
        match self.nss_state {
            Some(chosen) if possible.contains(&chosen) => chosen,
            _ if possible.contains(&NssState::Captured) => NssState::Captured,
            _ => possible[0],
        }
    }

    /// The NSS as it would be stored; `None` for an empty field.
    pub fn nss_text(&self, reading: &EntryReading) -> Option<String> {
        let reading = reading.nss.as_ref()?;
        Some(match &reading.result {
            Ok(nss) => nss.as_str().to_owned(),
            Err(_) => plain(&self.nss),
        })
    }

    /// The CURP as it would be stored; `None` for an empty field.
    pub fn curp_text(&self, reading: &EntryReading) -> Option<String> {
        let reading = reading.curp.as_ref()?;
        Some(match &reading.result {
            Ok(curp) => curp.as_str().to_owned(),
            Err(_) => plain(&self.curp),
        })
    }

    pub(super) fn nss_record(&self, reading: &EntryReading, today: NaiveDate) -> NssRecord {
        let on = reading
            .nss_on
            .as_ref()
            .and_then(|read| read.as_ref().ok().copied())
            .unwrap_or(today);
        let right = reading
            .nss
            .as_ref()
            .and_then(|reading| reading.result.as_ref().ok())
            .cloned();
        match (self.nss_state(reading), right) {
            (NssState::None, _) => NssRecord::None,
            (NssState::InProcess, _) => NssRecord::InProcess { since: on },
            (NssState::Captured, Some(nss)) => NssRecord::Captured(nss),
            (NssState::Confirmed, Some(nss)) => NssRecord::Confirmed { nss, on },
            _ => NssRecord::Doubtful {
                text: self.nss_text(reading).unwrap_or_default(),
                shared_because: owned(&self.nss_shared),
            },
        }
    }

    pub(super) fn curp_record(&self, reading: &EntryReading) -> CurpRecord {
        let shared_because = owned(&self.curp_shared);
        match &reading.curp {
            None => CurpRecord::None,
            Some(CurpReading { result: Ok(curp), .. }) if shared_because.is_none() => {
                CurpRecord::Valid(curp.clone())
            }
            Some(_) => CurpRecord::Doubtful {
                text: self.curp_text(reading).unwrap_or_default(),
                shared_because,
            },
        }
    }

    fn read_name(&self) -> Result<PersonName, NameGap> {
        let (first, second) = (filled(&self.first_surname), filled(&self.second_surname));
        if first.is_none() && !self.no_surnames {
            return Err(if filled(&self.given_names).is_none() {
                NameGap::Fault(NameFault::GivenMissing)
            } else {
                NameGap::NoSurname
            });
        }
        let (first, second) = if self.no_surnames {
            (None, None)
        } else {
            (first, second)
        };
        PersonName::new(&self.given_names, first, second).map_err(NameGap::Fault)
    }

    /// What would have to be typed to save `student` as it is. Its clinic is not among it: that has a source and a date
    /// of its own, which a form would overwrite.
    pub fn of(student: &Particulars) -> Self {
        let (nss_on, nss_shared) = match &student.nss {
            NssRecord::InProcess { since: on } | NssRecord::Confirmed { on, .. } => (on.to_string(), None),
            NssRecord::Doubtful { shared_because, .. } => (String::new(), shared_because.clone()),
            NssRecord::None | NssRecord::Captured(_) => (String::new(), None),
        };
        let curp_shared = match &student.curp {
            CurpRecord::Doubtful { shared_because, .. } => shared_because.clone(),
            CurpRecord::None | CurpRecord::Valid(_) => None,
        };
        let name = &student.name;
        Self {
            identifier: student.identifier.as_str().to_owned(),
            curp: student.curp.text().unwrap_or_default().to_owned(),
            curp_shared: curp_shared.unwrap_or_default(),
            given_names: name.given().to_owned(),
            first_surname: name.first_surname().unwrap_or_default().to_owned(),
            second_surname: name.second_surname().unwrap_or_default().to_owned(),
            no_surnames: name.first_surname().is_none(),
            sex: student.sex,
            birth_date: student
                .birth_date
                .map(|date| date.format("%d/%m/%Y").to_string())
                .unwrap_or_default(),
            birthplace: student
                .birthplace
                .map(|place| place.name().to_owned())
                .unwrap_or_default(),
            career: student.career.clone().unwrap_or_default(),
            semester: student
                .semester
                .map(|semester| semester.number().to_string())
                .unwrap_or_default(),
            period: student
                .period
                .map(|period| period.to_string())
                .unwrap_or_default(),
            standing: Some(student.standing),
            standing_typed: String::new(),
            nss: student.nss.text().unwrap_or_default().to_owned(),
            nss_shared: nss_shared.unwrap_or_default(),
            nss_state: Some(student.nss.state()),
            nss_on,
            clinic: String::new(),
            shift: String::new(),
            room: String::new(),
            email: student.email.clone().unwrap_or_default(),
            phone: student.phone.clone().unwrap_or_default(),
            told_apart: Vec::new(),
        }
    }
}

fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn owned(text: &str) -> Option<String> {
    filled(text).map(str::to_owned)
}

/// A number as it is stored while it is doubtful: capitals, without spaces and hyphens.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .flat_map(char::to_uppercase)
        .collect()
}

/// Reads a número de control, or a provisional folio.
///
/// # Errors
/// [`ControlNumberFault`].
pub fn read_identifier(text: &str) -> Result<Identifier, ControlNumberFault> {
    match ProvisionalFolio::parse(text) {
        Some(folio) => Ok(Identifier::Provisional(folio)),
        None => ControlNumber::parse(text).map(Identifier::Control),
    }
}

fn read_birthplace(text: &str) -> Result<Birthplace, Vec<Birthplace>> {
    let found = Birthplace::find(text);
    let exact = found.iter().find(|place| {
        place.code().eq_ignore_ascii_case(text)
            || super::person_name::fold(place.name()) == super::person_name::fold(text)
    });
    match (exact, &found[..]) {
        (Some(place), _) | (None, [place]) => Ok(*place),
        _ => Err(found),
    }
}
