//! A person's name as it was typed, and the forms in which the desk uses it.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::letters;

mod imss;
mod order;

pub use imss::{Enye, IMSS_NAME_LENGTH, ImssName, NameChange, NameProblem};
pub use order::fold;

/// The most characters that one part of a name may have.
pub const NAME_PART_LENGTH: usize = 80;

/// One part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NamePart {
    /// Primer apellido, apellido paterno.
    FirstSurname,
    /// Segundo apellido, apellido materno.
    SecondSurname,
    /// Nombre o nombres.
    Given,
}

/// Why the typed parts are not a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// There is no given name.
    #[error("the given name is missing")]
    GivenMissing,
    /// There is a second surname and no first one: who has one surname has a first.
    #[error("a second surname stands without a first")]
    SecondWithoutFirst,
    /// A part has more than [`NAME_PART_LENGTH`] characters.
    #[error("a part of the name has {letters} characters")]
    TooLong {
        /// Which part.
        part: NamePart,
        /// How many characters it has.
        letters: usize,
    },
}

impl NameFault {
    /// The short code for console and support.
    pub fn code(&self) -> &'static str {
        match self {
            NameFault::GivenMissing => "nombre-falta",
            NameFault::SecondWithoutFirst => "nombre-segundo-apellido",
            NameFault::TooLong { .. } => "nombre-largo",
        }
    }
}

/// The name of a person: one or more given names, and two, one or no surnames.
///
/// Each part is kept as it was typed, in Unicode form NFC, with single spaces and without invisible characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PersonName {
    given: String,
    first_surname: Option<String>,
    second_surname: Option<String>,
}

impl PersonName {
    /// Tidies up the typed parts; a surname of nothing but spaces counts as absent.
    ///
    /// # Errors
    /// [`NameFault`], if there is no given name, a second surname stands alone, or a part is too long.
    pub fn new(
        given: &str,
        first_surname: Option<&str>,
        second_surname: Option<&str>,
    ) -> Result<PersonName, NameFault> {
        let given = tidy(given, NamePart::Given)?.ok_or(NameFault::GivenMissing)?;
        let first_surname = tidy(first_surname.unwrap_or_default(), NamePart::FirstSurname)?;
        let second_surname = tidy(second_surname.unwrap_or_default(), NamePart::SecondSurname)?;
        if first_surname.is_none() && second_surname.is_some() {
            return Err(NameFault::SecondWithoutFirst);
        }
        Ok(PersonName {
            given,
            first_surname,
            second_surname,
        })
    }

    /// The given names.
    pub fn given(&self) -> &str {
        &self.given
    }

    /// The first surname (apellido paterno); `None` for a person without surnames.
    pub fn first_surname(&self) -> Option<&str> {
        self.first_surname.as_deref()
    }

    /// The second surname (apellido materno); `None` for a person with one surname or none.
    pub fn second_surname(&self) -> Option<&str> {
        self.second_surname.as_deref()
    }

    /// For lists and letters: `Ramírez Soto, Ana Lucía`. Without surnames, the given names alone.
    ///
    /// A particle that comes first takes a capital, as Spanish spelling wants it where no given name stands before:
    /// `De la Cruz Núñez, María`.
    pub fn formal(&self) -> String {
        let Some(surnames) = self.surnames() else {
            return self.given.clone();
        };
        let mut letters = surnames.chars();
        let initial: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{initial}{}, {}", letters.as_str(), self.given)
    }

    /// The formal name in capitals, accents kept: `RAMÍREZ SOTO, ANA LUCÍA`.
    pub fn title(&self) -> String {
        self.formal().to_uppercase()
    }

    /// As one says it: `Ana Lucía Ramírez Soto`.
    pub fn natural(&self) -> String {
        match self.surnames() {
            Some(surnames) => format!("{} {surnames}", self.given),
            None => self.given.clone(),
        }
    }

    /// A key in plain ASCII that puts names in Spanish order when compared byte by byte: surnames first, accents
    /// ignored, ñ after n, a shorter surname before a longer one. Persons without surnames go by their given name.
    pub fn sort_key(&self) -> String {
        order::sort_key(self)
    }

    /// The name as IMSS files and forms want it: capitals `A-Z` and spaces alone, and Ñ where the office keeps it.
    pub fn imss(&self, enye: Enye) -> ImssName {
        ImssName::new(self, enye)
    }

    fn surnames(&self) -> Option<String> {
        let first = self.first_surname()?;
        Some(match self.second_surname() {
            Some(second) => format!("{first} {second}"),
            None => first.to_owned(),
        })
    }
}

fn tidy(text: &str, part: NamePart) -> Result<Option<String>, NameFault> {
    let tidy = if is_tidy(text) {
        text.to_owned()
    } else {
        let visible: String = text
            .chars()
            .map(|ch| if ch.is_whitespace() { ' ' } else { ch })
            .filter(|ch| !letters::is_invisible(*ch))
            .nfc()
            .collect();
        visible.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let letters = tidy.chars().count();
    if letters > NAME_PART_LENGTH {
        return Err(NameFault::TooLong { part, letters });
    }
    Ok(Some(tidy).filter(|tidy| !tidy.is_empty()))
}

/// Whether there is nothing to tidy up, as in every name that comes out of the register.
fn is_tidy(text: &str) -> bool {
    let mut before = ' ';
    let single_spaced = text.chars().all(|ch| {
        let doubled = ch == ' ' && before == ' ';
        before = ch;
        !doubled && (ch == ' ' || !ch.is_whitespace()) && !letters::is_invisible(ch)
    });
    single_spaced && (text.is_empty() || before != ' ') && is_nfc_quick(text.chars()) == IsNormalized::Yes
}

#[cfg(test)]
mod tests;
