//! The seven letters that a CURP takes from the name: rules 1.1 to 1.18 of RENAPO's Reglas para la ejecución de los
//! procedimientos para la asignación de la CURP.
//!
//! Four of the official samples contradict the rules they illustrate, and old keys, married names and slips abound:
//! a difference between these letters and a CURP is a reason to look, never to refuse.

use unicode_normalization::UnicodeNormalization;

use crate::domain::letters;
use crate::domain::person_name::PersonName;

/// The letters that the rules derive from a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedLetters {
    /// Positions 1 to 4, with an inconvenient word already broken by its X (rule 1.8).
    pub four: String,
    /// Positions 14 to 16.
    pub inner: String,
    /// Positions 1 to 4 before rule 1.8, as some old keys carry them.
    unbroken: String,
}

impl ExpectedLetters {
    /// Whether positions 1 to 4 of a CURP fit the name. An inconvenient word fits with and without its X: it has a
    /// remark of its own.
    pub fn admit_four(&self, found: &str) -> bool {
        found == self.four || found == self.unbroken
    }
}

/// Derives positions 1 to 4 and 14 to 16 of the CURP from a name.
///
/// A name without surnames is taken as such (rules 1.11 and 1.17), so ask only once the surnames are typed.
pub fn expected_letters(name: &PersonName) -> ExpectedLetters {
    let first = Word::of_surname(name.first_surname());
    let second = Word::of_surname(name.second_surname());
    let given = Word::of_given(name.given());
    let unbroken = String::from_iter([
        first.initial(),
        first.inner_vowel(),
        second.initial(),
        given.initial(),
    ]);
    let four = if is_inconvenient(&unbroken) {
        String::from_iter([first.initial(), 'X', second.initial(), given.initial()])
    } else {
        unbroken.clone()
    };
    let inner = String::from_iter([&first, &second, &given].map(Word::inner_consonant));
    ExpectedLetters {
        four,
        inner,
        unbroken,
    }
}

/// Whether four letters are one of the 81 words of Anexo 1 of the Instructivo Normativo, "Catálogo de palabras
/// altisonantes". Since rule 1.8 their second letter is X, but older keys with the word exist.
/// ORIN, which one public copy of the catalogue adds, has no vowel in second place, so no name gives it.
pub(super) fn is_inconvenient(four: &str) -> bool {
    INCONVENIENT.binary_search(&four).is_ok()
}

#[rustfmt::skip]
const INCONVENIENT: [&str; 81] = [
    "BACA", "BAKA", "BUEI", "BUEY", "CACA", "CACO", "CAGA", "CAGO", "CAKA", "CAKO", "COGE", "COGI", "COJA", "COJE",
    "COJI", "COJO", "COLA", "CULO", "FALO", "FETO", "GETA", "GUEI", "GUEY", "JETA", "JOTO", "KACA", "KACO", "KAGA",
    "KAGO", "KAKA", "KAKO", "KOGE", "KOGI", "KOJA", "KOJE", "KOJI", "KOJO", "KOLA", "KULO", "LILO", "LOCA", "LOCO",
    "LOKA", "LOKO", "MAME", "MAMO", "MEAR", "MEAS", "MEON", "MIAR", "MION", "MOCO", "MOKO", "MULA", "MULO", "NACA",
    "NACO", "PEDA", "PEDO", "PENE", "PIPI", "PITO", "POPO", "PUTA", "PUTO", "QULO", "RATA", "ROBA", "ROBE", "ROBO",
    "RUIN", "SENO", "TETA", "VACA", "VAGA", "VAGO", "VAKA", "VUEI", "VUEY", "WUEI", "WUEY",
];

/// Skipped at the head of surnames and given names, as often as they come (rule 1.7).
#[rustfmt::skip]
const PARTICLES: [&str; 19] = [
    "DA", "DAS", "DE", "DEL", "DER", "DI", "DIE", "DD", "Y", "EL", "LA", "LOS", "LAS", "LE", "LES", "MAC", "MC",
    "VAN", "VON",
];

/// Skipped when another given name follows (rules 1.3 and 1.16).
const COMMON_GIVEN: [&str; 8] = ["MARIA", "MA.", "MA", "M.", "M", "JOSE", "J.", "J"];

/// The word of a name part that the rules look at, as letters A to Z, Ñ and [`SPECIAL`]; empty for a surname that
/// a person does not have.
struct Word(String);

/// Stands for any character that is no letter: apostrophe, slash, period.
const SPECIAL: char = '\'';

impl Word {
    fn of_surname(surname: Option<&str>) -> Word {
        Word::first(without_particles(&words(surname.unwrap_or_default())))
    }

    fn of_given(given: &str) -> Word {
        let words = words(given);
        match without_particles(&words) {
            [common, rest @ ..] if COMMON_GIVEN.contains(&common.as_str()) && !rest.is_empty() => {
                Word::first(without_particles(rest))
            }
            words => Word::first(words),
        }
    }

    fn first(words: &[String]) -> Word {
        let word = words.first().cloned().unwrap_or_default();
        Word(word.replace('.', &SPECIAL.to_string()))
    }

    /// Positions 1, 3 and 4: X for Ñ (1.1), for a special character (1.4) and for no word (1.10, 1.11).
    fn initial(&self) -> char {
        self.0
            .chars()
            .next()
            .filter(char::is_ascii_uppercase)
            .unwrap_or('X')
    }

    /// Position 2: the first vowel after the initial; X if a special character comes before it (1.4) or there is
    /// none (1.9).
    fn inner_vowel(&self) -> char {
        self.inner()
            .find(|ch| is_vowel(*ch) || *ch == SPECIAL)
            .filter(|ch| is_vowel(*ch))
            .unwrap_or('X')
    }

    /// Positions 14 to 16: the first consonant after the initial; X if it is Ñ (1.12), if a special character comes
    /// before it (1.18) or there is none (1.13).
    fn inner_consonant(&self) -> char {
        self.inner()
            .find(|ch| !is_vowel(*ch))
            .filter(char::is_ascii_uppercase)
            .unwrap_or('X')
    }

    fn inner(&self) -> impl Iterator<Item = char> {
        self.0.chars().skip(1)
    }
}

fn is_vowel(ch: char) -> bool {
    matches!(ch, 'A' | 'E' | 'I' | 'O' | 'U')
}

/// Capitals without accents, Ü as U, Ñ kept; spaces and hyphens separate words, and so does a period from what
/// follows it (`MA.LUISA`).
fn words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for ch in text.nfc().flat_map(char::to_uppercase) {
        match ch {
            'Ñ' => plain.push(ch),
            '.' => plain.push_str(". "),
            _ if ch.is_whitespace() || letters::is_hyphen(ch) => plain.push(' '),
            _ if letters::is_mark(ch) => {}
            _ => plain.push(letters::base(ch).unwrap_or(SPECIAL)),
        }
    }
    plain.split_whitespace().map(str::to_owned).collect()
}

/// A particle that is the only word is used as it stands.
fn without_particles(mut words: &[String]) -> &[String] {
    while let [particle, rest @ ..] = words
        && !rest.is_empty()
        && PARTICLES.contains(&particle.as_str())
    {
        words = rest;
    }
    words
}

#[cfg(test)]
mod tests;
