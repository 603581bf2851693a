//! Two records that may be one person, or two people of one name: what tells them apart.

use chrono::{Datelike, NaiveDate};

use super::entry::{Entry, EntryReading};
use super::period::Semester;
use super::student::{CurpRecord, NssRecord, Particulars, Standing};

/// What people of one name are told apart by, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traits {
    /// Apellidos, nombre.
    pub name: String,
    /// Número de control or folio.
    pub identifier: Option<String>,
    /// Carrera.
    pub career: Option<String>,
    /// Semestre.
    pub semester: Option<Semester>,
    /// Day of birth, of a right CURP or as it was written.
    pub born: Option<NaiveDate>,
    /// CURP.
    pub curp: CurpRecord,
    /// NSS.
    pub nss: NssRecord,
    /// Situación escolar.
    pub standing: Standing,
}

/// One of the things by which people of one name are told apart at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trait {
    /// Número de control.
    Identifier,
    /// Carrera and semestre.
    School,
    /// Year of birth.
    BirthYear,
    /// The end of the NSS.
    Nss,
}

impl Trait {
    /// All of them, in the order of the columns of a list.
    pub const ALL: [Self; 4] = [Self::Identifier, Self::School, Self::BirthYear, Self::Nss];
}

impl Traits {
    /// Of a record.
    pub fn of(student: &Particulars) -> Self {
        Self {
            name: student.name.formal(),
            identifier: Some(student.identifier.as_str().to_owned()),
            career: student.career.clone(),
            semester: student.semester,
            born: student
                .curp
                .valid()
                .map(|curp| curp.birth_date())
                .or(student.birth_date),
            curp: student.curp.clone(),
            nss: student.nss.clone(),
            standing: student.standing,
        }
    }

    /// Of what stands on a form so far; `None` while it has no name.
    pub fn of_entry(entry: &Entry, reading: &EntryReading, today: NaiveDate) -> Option<Self> {
        let name = reading.name.as_ref().ok()?;
        let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        let curp = entry.curp_record(reading);
        let typed = reading.birth_date.as_ref().and_then(|read| read.as_ref().ok());
        Some(Self {
            name: name.formal(),
            identifier: filled(&entry.identifier),
            career: filled(&entry.career),
            semester: reading.semester.and_then(Result::ok),
            born: curp.valid().map(|curp| curp.birth_date()).or(typed.copied()),
            nss: entry.nss_record(reading, today),
            curp,
            standing: entry.standing.unwrap_or(Standing::Enrolled),
        })
    }

    /// Whether both were born on the same day, as far as both are known.
    pub fn shares_birth(&self, other: &Self) -> bool {
        self.born.is_some() && self.born == other.born
    }
}

/// By what people of one name differ. What only one of them has differs too: it tells who is meant.
pub fn differing(people: &[&Particulars]) -> Vec<Trait> {
    let Some((first, others)) = people.split_first() else {
        return Vec::new();
    };
    let birth_year = |student: &Particulars| Traits::of(student).born.map(|born| born.year());
    let end = |student: &Particulars| student.nss.masked();
    let differs = |by: Trait| {
        others.iter().any(|other| match by {
            Trait::Identifier => first.identifier != other.identifier,
            Trait::School => (&first.career, first.semester) != (&other.career, other.semester),
            Trait::BirthYear => birth_year(first) != birth_year(other),
            Trait::Nss => end(first) != end(other),
        })
    };
    Trait::ALL.into_iter().filter(|by| differs(*by)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::control_number::{ControlNumber, Identifier};
    use crate::domain::person_name::PersonName;

    fn student(number: &str) -> Particulars {
        let name = PersonName::new("Ana Lucía", Some("Ramírez"), Some("Soto")).unwrap();
        Particulars::new(Identifier::Control(ControlNumber::parse(number).unwrap()), name)
    }

    #[test]
    fn what_is_the_same_of_all_tells_nobody_apart() {
        let (mut one, mut other) = (student("25230457"), student("23230112"));
        assert_eq!(differing(&[&one, &other]), [Trait::Identifier]);
        assert_eq!(differing(&[&one]), []);
        assert_eq!(differing(&[]), []);

        one.career = Some("Ingeniería Industrial".into());
        other.career = one.career.clone();
        one.birth_date = NaiveDate::from_ymd_opt(2006, 5, 14);
        other.birth_date = NaiveDate::from_ymd_opt(2006, 9, 2);
        assert_eq!(differing(&[&one, &other]), [Trait::Identifier]);

        other.birth_date = NaiveDate::from_ymd_opt(2004, 9, 2);
        other.semester = Semester::new(3);
        other.nss = NssRecord::Doubtful {
            text: "12180599991".into(),
            shared_because: None,
        };
        assert_eq!(differing(&[&one, &other]), Trait::ALL);
        // A third one who is as the first changes nothing.
        let third = one.clone();
        assert_eq!(differing(&[&one, &third, &other]), Trait::ALL);
    }

    #[test]
    fn a_form_is_compared_as_far_as_it_was_filled_in() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut entry = Entry {
            given_names: "Ana Lucía".into(),
            ..Entry::default()
        };
        assert_eq!(Traits::of_entry(&entry, &entry.read(today), today), None);
        entry.first_surname = "Ramírez".into();
        entry.birth_date = "14/5/2006".into();
        let typed = Traits::of_entry(&entry, &entry.read(today), today).unwrap();
        assert_eq!(
            (typed.name.as_str(), typed.identifier.as_deref()),
            ("Ramírez, Ana Lucía", None)
        );
        let mut born = student("25230457");
        assert!(!typed.shares_birth(&Traits::of(&born)));
        born.birth_date = typed.born;
        assert!(typed.shares_birth(&Traits::of(&born)));
    }
}
