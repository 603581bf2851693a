//! Which clinic of the office's catalogue a typed text means.

use super::{Clinic, ClinicFault, ClinicKey, Delegacion};

/// A clinic that somebody named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// One of the catalogue.
    Known(Clinic),
    /// One that is not there yet.
    New(ClinicKey),
}

impl Meant {
    /// Delegación and number.
    pub fn key(&self) -> ClinicKey {
        match self {
            Self::Known(clinic) => clinic.key,
            Self::New(key) => *key,
        }
    }
}

/// The clinic that is meant; `None` where nothing was typed. A number without its delegación is one of the usual one,
/// or else the only clinic of that number; a word is the only clinic that answers to it.
///
/// # Errors
/// [`ClinicFault`] where no clinic or more than one may be meant.
pub fn meant(
    typed: &str,
    catalogue: &[Clinic],
    usual: Option<Delegacion>,
) -> Result<Option<Meant>, ClinicFault> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let only = |answers: &dyn Fn(&Clinic) -> bool| {
        let mut found = catalogue.iter().filter(|clinic| answers(clinic));
        found.next().filter(|_| found.next().is_none())
    };
    let known = |clinic: &Clinic| Ok(Some(Meant::Known(clinic.clone())));
    let read = ClinicKey::read(typed, usual);
    if let Ok(key) = read
        && let Some(clinic) = catalogue.iter().find(|clinic| clinic.key == key)
    {
        return known(clinic);
    }
    // Read as if it were of each clinic's own delegación: the one that was written would stand in the way.
    let same_number = only(&|it| ClinicKey::read(typed, Some(it.key.delegacion)) == Ok(it.key));
    match (read, same_number) {
        (Ok(_) | Err(ClinicFault::NoDelegacion), Some(clinic)) => known(clinic),
        (Ok(key), None) => Ok(Some(Meant::New(key))),
        (Err(ClinicFault::NoNumber(word)), _) => match only(&|clinic| clinic.answers_to(typed)) {
            Some(clinic) => known(clinic),
            None => Err(ClinicFault::NoNumber(word)),
        },
        (Err(fault), _) => Err(fault),
    }
}
