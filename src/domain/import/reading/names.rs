//! The name of a row, whole or in parts.

use super::super::cell::read_yes;
use super::super::column::Column;
use super::super::decisions::{Cause, Shown, Why};
use super::super::names::{from_capitals, split_surnames, split_whole, without_signs};
use super::Reading;
use crate::domain::curp::{Curp, expected_letters};
use crate::domain::entry::Entry;
use crate::domain::person_name::PersonName;

impl Reading<'_, '_> {
    /// A part of a name; a list of our own is to the letter, signs and all.
    fn name_part(&mut self, column: Column) -> String {
        let text = self.text(column);
        if self.by.is_our_own {
            return text;
        }
        let (text, had_signs) = without_signs(&text);
        self.had_signs |= had_signs;
        text
    }

    pub(super) fn names(&mut self, entry: &mut Entry, curp: Option<&Curp>) {
        entry.given_names = self.name_part(Column::GivenNames);
        entry.first_surname = self.name_part(Column::FirstSurname);
        entry.second_surname = self.name_part(Column::SecondSurname);
        entry.no_surnames = read_yes(&self.text(Column::NoSurnames)) == Some(true);
        let surnames = self.name_part(Column::Surnames);
        if entry.first_surname.is_empty() && entry.second_surname.is_empty() && !surnames.is_empty() {
            let (first, second) = split_surnames(&surnames);
            let parts = first.iter().chain(&second).count();
            entry.first_surname = first.unwrap_or_default();
            entry.second_surname = second.unwrap_or_default();
            // More words than two may be parted in more than one way.
            if parts == 2 && surnames.split_whitespace().count() > 2 && !fits(entry, curp) {
                self.part(
                    entry,
                    &format!("{surnames}, {}", entry.given_names),
                    Column::Surnames,
                    curp,
                );
            }
        } else if !self.by.is_our_own && !entry.no_surnames {
            let full = self.name_part(Column::FullName);
            if entry.given_names.is_empty() && entry.first_surname.is_empty() && !full.is_empty() {
                self.part(entry, &full, Column::FullName, curp);
            } else if entry.first_surname.is_empty()
                && entry.second_surname.is_empty()
                && entry.given_names.contains([' ', ','])
            {
                let whole = entry.given_names.clone();
                self.part(entry, &whole, Column::GivenNames, curp);
            } else if entry.given_names.is_empty() && entry.first_surname.contains([' ', ',']) {
                let whole = entry.first_surname.clone();
                self.part(entry, &whole, Column::FirstSurname, curp);
            } else if entry.second_surname.is_empty()
                && entry.first_surname.contains(' ')
                && curp.is_some()
                && !fits(entry, curp)
            {
                let both = format!("{}, {}", entry.first_surname, entry.given_names);
                self.part_if_it_fits(entry, &both, curp);
            }
        }
        let in_capitals = [&entry.given_names, &entry.first_surname, &entry.second_surname]
            .iter()
            .all(|part| !part.chars().any(char::is_lowercase));
        if in_capitals && !self.by.is_our_own {
            for part in [
                &mut entry.given_names,
                &mut entry.first_surname,
                &mut entry.second_surname,
            ] {
                *part = from_capitals(part);
            }
        }
    }

    /// Parts a name that stands in one cell, which is a proposal.
    fn part(&mut self, entry: &mut Entry, whole: &str, column: Column, curp: Option<&Curp>) {
        let Some(name) = split_whole(whole, self.by.conventions.name_order, curp) else {
            return;
        };
        put_name(entry, &name);
        let why = if fits(entry, curp) {
            Why::CurpFitsParting
        } else {
            Why::UsualParting
        };
        let shown = PersonName::new(
            &from_capitals(name.given()),
            name.first_surname().map(from_capitals).as_deref(),
            name.second_surname().map(from_capitals).as_deref(),
        );
        let proposal = shown.unwrap_or(name).formal();
        self.doubt(
            Cause::NameInOneCell,
            column,
            Shown::text(&self.text(column)),
            Some(Shown::Text(proposal)),
            why,
        );
    }

    /// Both surnames in the first one's cell, where the CURP tells so.
    fn part_if_it_fits(&mut self, entry: &mut Entry, both: &str, curp: Option<&Curp>) {
        let mut parted = entry.clone();
        if let Some(name) = split_whole(both, self.by.conventions.name_order, curp) {
            put_name(&mut parted, &name);
            if fits(&parted, curp) {
                self.part(entry, both, Column::FirstSurname, curp);
            }
        }
    }
}

/// The name of an entry, if it has one.
pub(super) fn name_of(entry: &Entry) -> Option<PersonName> {
    let part = |text: &'_ str| Some(text.to_owned()).filter(|text| !text.is_empty());
    PersonName::new(
        &entry.given_names,
        part(&entry.first_surname).as_deref(),
        part(&entry.second_surname).as_deref(),
    )
    .ok()
}

fn put_name(entry: &mut Entry, name: &PersonName) {
    entry.given_names = name.given().to_owned();
    entry.first_surname = name.first_surname().unwrap_or_default().to_owned();
    entry.second_surname = name.second_surname().unwrap_or_default().to_owned();
}

/// Whether the CURP has the letters of the name, as far as both are known.
fn fits(entry: &Entry, curp: Option<&Curp>) -> bool {
    match (curp, name_of(entry)) {
        (Some(curp), Some(name)) => {
            let expected = expected_letters(&name);
            expected.admit_four(curp.first_letters()) && expected.inner == curp.inner_consonants()
        }
        _ => false,
    }
}
