//! Two sheets of the same campus, such as last semester's and today's: who is new, who is gone, what changed. The register
//! is not asked.

use std::collections::HashMap;

use super::column::Column;
use super::decisions::Decisions;
use super::plan::Difference;
use super::reading::{Context, RowReader, RowReading};
use super::sheet::{Conventions, ImportSheet};
use crate::domain::entry::{Entry, EntryField};
use crate::domain::person_name::{PersonName, fold};

/// Somebody on one of the sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnSheet {
    /// The row there.
    pub number: u32,
    /// «Ramírez Soto, Ana Lucía».
    pub name: String,
    /// Número de control; empty for none.
    pub identifier: String,
    /// Carrera.
    pub career: String,
}

/// Somebody of whom the sheets say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedOnSheet {
    /// On the later sheet.
    pub now: OnSheet,
    /// The row on the earlier one.
    pub before: u32,
    /// What they say, field by field.
    pub differences: Vec<Difference>,
}

/// What tells two sheets apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// On the later sheet alone.
    pub new: Vec<OnSheet>,
    /// On the earlier sheet alone.
    pub gone: Vec<OnSheet>,
    /// On both, and not the same.
    pub changed: Vec<ChangedOnSheet>,
    /// On both, with nothing different.
    pub same: usize,
}

impl Comparison {
    /// Compares two sheets by número de control, CURP and NSS, never by name alone.
    pub fn of(before: &ImportSheet, now: &ImportSheet, context: Context<'_>) -> Self {
        let none = Decisions::default();
        let read = |sheet: &ImportSheet| -> Vec<RowReading> {
            let conventions = Conventions::of(sheet, context.today);
            let reader = RowReader::new(sheet, &none, context, conventions);
            sheet.rows.iter().map(|row| reader.read(row)).collect()
        };
        let (earlier, later) = (read(before), read(now));
        let fields: Vec<EntryField> = COMPARED
            .into_iter()
            .filter(|(column, _)| {
                column.iter().any(|it| before.has(*it)) && column.iter().any(|it| now.has(*it))
            })
            .map(|(_, field)| field)
            .collect();
        let mut by_key = HashMap::<String, usize>::new();
        for (at, reading) in earlier.iter().enumerate() {
            for key in keys(reading) {
                // The last answer counts.
                by_key.insert(key, at);
            }
        }
        let mut comparison = Self::default();
        let mut met = vec![false; earlier.len()];
        for reading in &later {
            let Some(at) = keys(reading).find_map(|key| by_key.get(&key).copied()) else {
                comparison.new.push(on_sheet(reading));
                continue;
            };
            met[at] = true;
            let differences = differences(&earlier[at].entry, &reading.entry, &fields);
            if differences.is_empty() {
                comparison.same += 1;
            } else {
                comparison.changed.push(ChangedOnSheet {
                    now: on_sheet(reading),
                    before: earlier[at].number,
                    differences,
                });
            }
        }
        // Who answered twice is gone only if no answer was met.
        let is_met =
            |reading: &RowReading| keys(reading).any(|key| by_key.get(&key).is_some_and(|at| met[*at]));
        comparison.gone = earlier
            .iter()
            .enumerate()
            .filter(|(at, reading)| !met[*at] && !is_met(reading))
            .map(|(_, reading)| on_sheet(reading))
            .collect();
        comparison
    }
}

/// What is compared, and in which columns it may stand.
const COMPARED: [(&[Column], EntryField); 15] = [
    (&[Column::Identifier], EntryField::Identifier),
    (&[Column::GivenNames, Column::FullName], EntryField::GivenNames),
    (
        &[Column::FirstSurname, Column::Surnames, Column::FullName],
        EntryField::FirstSurname,
    ),
    (
        &[Column::SecondSurname, Column::Surnames, Column::FullName],
        EntryField::SecondSurname,
    ),
    (&[Column::Curp], EntryField::Curp),
    (&[Column::Nss], EntryField::Nss),
    (&[Column::Sex], EntryField::Sex),
    (&[Column::BirthDate], EntryField::BirthDate),
    (&[Column::Birthplace], EntryField::Birthplace),
    (&[Column::Career], EntryField::Career),
    (&[Column::Semester], EntryField::Semester),
    (&[Column::Period], EntryField::Period),
    (&[Column::Standing], EntryField::Standing),
    (&[Column::Email], EntryField::Email),
    (&[Column::Phone], EntryField::Phone),
];

fn keys(reading: &RowReading) -> impl Iterator<Item = String> {
    let identifier = Some(&reading.identifier)
        .filter(|it| !it.is_empty())
        .map(|it| format!("i{it}"));
    let curp = reading.curp.as_ref().map(|it| format!("c{}", it.as_str()));
    let nss = reading.nss.as_ref().map(|it| format!("n{}", it.as_str()));
    [identifier, curp, nss].into_iter().flatten()
}

fn on_sheet(reading: &RowReading) -> OnSheet {
    OnSheet {
        number: reading.number,
        name: reading.name.as_ref().map(PersonName::formal).unwrap_or_default(),
        identifier: reading.identifier.clone(),
        career: reading.entry.career.clone(),
    }
}

fn differences(before: &Entry, now: &Entry, fields: &[EntryField]) -> Vec<Difference> {
    let text = |entry: &Entry, field: EntryField| match field {
        EntryField::Identifier => entry.identifier.clone(),
        EntryField::GivenNames => entry.given_names.clone(),
        EntryField::FirstSurname => entry.first_surname.clone(),
        EntryField::SecondSurname => entry.second_surname.clone(),
        EntryField::Curp => entry.curp.clone(),
        EntryField::Nss => entry.nss.clone(),
        EntryField::Sex => entry.sex.map(|sex| sex.code().to_string()).unwrap_or_default(),
        EntryField::BirthDate => entry.birth_date.clone(),
        EntryField::Birthplace => entry.birthplace.clone(),
        EntryField::Career => entry.career.clone(),
        EntryField::Semester => entry.semester.clone(),
        EntryField::Period => entry.period.clone(),
        EntryField::Standing => entry.standing.map(|it| it.code().to_owned()).unwrap_or_default(),
        EntryField::Email => entry.email.clone(),
        EntryField::Phone => entry.phone.clone(),
        _ => String::new(),
    };
    fields
        .iter()
        .map(|field| Difference {
            field: *field,
            before: text(before, *field),
            after: text(now, *field),
        })
        .filter(|it| fold(&it.before) != fold(&it.after))
        .collect()
}
