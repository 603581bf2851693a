//! Names as sheets hold them: whole in one cell, and in capitals.

use serde::{Deserialize, Serialize};

use crate::domain::curp::{Curp, expected_letters};
use crate::domain::letters;
use crate::domain::person_name::{PersonName, fold};

/// Words that belong to the surname or name that follows them.
const PARTICLES: [&str; 14] = [
    "de", "del", "la", "las", "los", "y", "mc", "mac", "van", "von", "da", "do", "dos", "di",
];
/// Given names that nobody bears alone, with a particle behind them: «Ma. de los Ángeles».
const OPENING_NAMES: [&str; 4] = ["maria", "ma", "m", "jose"];

/// Where the surnames stand in a cell that holds the whole name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum WholeNameOrder {
    /// «Ana Lucía Ramírez Soto».
    #[default]
    GivenFirst,
    /// «Ramírez Soto Ana Lucía».
    SurnamesFirst,
}

impl WholeNameOrder {
    /// The other one.
    pub fn reversed(self) -> Self {
        match self {
            Self::GivenFirst => Self::SurnamesFirst,
            Self::SurnamesFirst => Self::GivenFirst,
        }
    }
}

/// A part of a name without what is no part of any: pictures and signs that a telephone writes. Tells whether there were
/// any.
pub fn without_signs(text: &str) -> (String, bool) {
    let belongs = |ch: char| {
        ch.is_alphanumeric()
            || ch.is_whitespace()
            || letters::is_mark(ch)
            || letters::is_hyphen(ch)
            || letters::is_apostrophe(ch)
            || matches!(ch, '.' | ',' | '/' | 'º' | 'ª')
    };
    if text.chars().all(belongs) {
        return (text.to_owned(), false);
    }
    let kept: String = text.chars().filter(|ch| belongs(*ch)).collect();
    (kept.split_whitespace().collect::<Vec<_>>().join(" "), true)
}

/// Whether two names have the same words, in whatever order.
pub fn same_words(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let mut words: Vec<String> = fold(text).split(' ').map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    one == other || fold(one) == fold(other) || words(one) == words(other)
}

/// The parts of a name that stands in one cell, as they may be meant: where the CURP fits one way to part it, that one; else
/// two surnames at the end that `order` tells. It is to be offered, since nothing proves where a name is parted.
/// `None` for fewer than two words.
pub fn split_whole(text: &str, order: WholeNameOrder, curp: Option<&Curp>) -> Option<PersonName> {
    if let Some((surnames, given)) = text.split_once(',') {
        let (first, second) = split_surnames(surnames);
        return PersonName::new(given, first.as_deref(), second.as_deref()).ok();
    }
    let words = grouped(text);
    let count = words.len();
    if count < 2 {
        return None;
    }
    let join = |words: &[String]| words.join(" ");
    let parted = |order: WholeNameOrder, first: usize, second: usize| {
        let surnames = first + second;
        let (given, names) = match order {
            WholeNameOrder::GivenFirst => (&words[..count - surnames], &words[count - surnames..]),
            WholeNameOrder::SurnamesFirst => (&words[surnames..], &words[..surnames]),
        };
        let second = (second > 0).then(|| join(&names[first..]));
        PersonName::new(&join(given), Some(&join(&names[..first])), second.as_deref()).ok()
    };
    let usual = parted(order, 1, usize::from(count > 2));
    let Some(curp) = curp else { return usual };
    let other = match order {
        WholeNameOrder::GivenFirst => WholeNameOrder::SurnamesFirst,
        WholeNameOrder::SurnamesFirst => WholeNameOrder::GivenFirst,
    };
    // Surnames of one word first, since most are; then of two.
    let ways = [(1, 1), (1, 0), (2, 1), (1, 2), (2, 2), (2, 0)];
    let fits = |name: &PersonName| {
        let expected = expected_letters(name);
        expected.admit_four(curp.first_letters()) && expected.inner == curp.inner_consonants()
    };
    [order, other]
        .into_iter()
        .flat_map(|order| ways.map(|(first, second)| (order, first, second)))
        .filter(|(_, first, second)| first + second < count)
        .filter_map(|(order, first, second)| parted(order, first, second))
        .find(fits)
        .or(usual)
}

/// Whether the usual parting of a name in that order fits the CURP.
pub fn fits_in_order(text: &str, order: WholeNameOrder, curp: &Curp) -> bool {
    split_whole(text, order, None).is_some_and(|name| {
        let expected = expected_letters(&name);
        expected.admit_four(curp.first_letters()) && expected.inner == curp.inner_consonants()
    })
}

/// Both surnames of one cell.
pub fn split_surnames(text: &str) -> (Option<String>, Option<String>) {
    let words = grouped(text);
    match words.split_first() {
        None => (None, None),
        Some((first, [])) => (Some(first.clone()), None),
        Some((first, rest)) => (Some(first.clone()), Some(rest.join(" "))),
    }
}

/// The words of a name, each with the particles in front of it: «de la Cruz» is one.
fn grouped(text: &str) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    let mut waiting: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        let folded = fold(word);
        waiting.push(word);
        if PARTICLES.contains(&folded.as_str()) {
            continue;
        }
        // «María de los Ángeles» is one given name.
        let belongs_to_the_last = waiting.len() > 1
            && groups
                .last()
                .is_some_and(|last| groups.len() == 1 && OPENING_NAMES.contains(&fold(last).as_str()));
        match groups.last_mut() {
            Some(last) if belongs_to_the_last => {
                last.push(' ');
                last.push_str(&waiting.join(" "));
            }
            _ => groups.push(waiting.join(" ")),
        }
        waiting.clear();
    }
    if !waiting.is_empty() {
        groups.push(waiting.join(" "));
    }
    groups
}

/// A part of a name that stands in capitals, as one writes it: «DE LA CRUZ» is «de la Cruz», «MC GREGOR» is «Mc Gregor».
/// Any other is left as it is.
pub fn from_capitals(text: &str) -> String {
    if text.chars().any(char::is_lowercase) {
        return text.to_owned();
    }
    text.split_whitespace()
        .map(|word| {
            let lower = word.to_lowercase();
            if is_lower_particle(&lower) {
                lower
            } else {
                capitalised(&lower)
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_lower_particle(word: &str) -> bool {
    matches!(word, "de" | "del" | "la" | "las" | "los" | "y")
}

/// Each letter that begins a word takes a capital: «d'acosta», «ruiz-funes».
fn capitalised(lower: &str) -> String {
    let mut begins = true;
    let mut name = String::with_capacity(lower.len());
    for ch in lower.chars() {
        if begins {
            name.extend(ch.to_uppercase());
        } else {
            name.push(ch);
        }
        begins = !ch.is_alphanumeric() && ch != '.';
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str, curp: Option<&str>) -> [String; 3] {
        let curp = curp.map(|curp| Curp::from_stored(curp).unwrap());
        let name = split_whole(text, WholeNameOrder::GivenFirst, curp.as_ref()).unwrap();
        [
            name.given().to_owned(),
            name.first_surname().unwrap_or_default().to_owned(),
            name.second_surname().unwrap_or_default().to_owned(),
        ]
    }

    #[test]
    fn the_last_two_are_the_surnames_unless_the_curp_knows_better() {
        assert_eq!(
            parted("Juan Pablo Hernández Muñoz", None),
            ["Juan Pablo", "Hernández", "Muñoz"]
        );
        assert_eq!(
            parted("Hernández Muñoz Juan Pablo", Some("HEMJ040315HVZRXNA8")),
            ["Juan Pablo", "Hernández", "Muñoz"]
        );
        assert_eq!(
            parted("MARIA FERNANDA DE LA CRUZ NUÑEZ", Some("CUNF051130MPLRXRA2")),
            ["MARIA FERNANDA", "DE LA CRUZ", "NUÑEZ"]
        );
        assert_eq!(
            parted("Luis Ángel de los Santos", Some("SAXL030809HPLNXSA9")),
            ["Luis Ángel", "de los Santos", ""]
        );
        assert_eq!(
            parted("José Luis D'Acosta Mac Gregor", Some("DXGL041212HTCXRSA6")),
            ["José Luis", "D'Acosta", "Mac Gregor"]
        );
        assert_eq!(
            parted("Ma. de los Ángeles Güemes Ibáñez", None),
            ["Ma. de los Ángeles", "Güemes", "Ibáñez"]
        );
    }

    #[test]
    fn a_comma_parts_surnames_from_names() {
        assert_eq!(
            parted("RAMIREZ SOTO, ANA LUCIA", None),
            ["ANA LUCIA", "RAMIREZ", "SOTO"]
        );
    }

    #[test]
    fn two_words_are_a_name_and_a_surname() {
        assert_eq!(parted("Ana Ramírez", None), ["Ana", "Ramírez", ""]);
        assert_eq!(split_whole("Ana", WholeNameOrder::GivenFirst, None), None);
        assert_eq!(split_whole("", WholeNameOrder::GivenFirst, None), None);
    }

    #[test]
    fn pictures_are_no_part_of_a_name() {
        assert_eq!(without_signs("ANA 🌸 LUCÍA"), ("ANA LUCÍA".into(), true));
        assert_eq!(without_signs("👩🏽\u{200d}🎓 RUIZ"), ("RUIZ".into(), true));
        assert_eq!(
            without_signs("D'Acosta-Ríos, Ma."),
            ("D'Acosta-Ríos, Ma.".into(), false)
        );
    }

    #[test]
    fn the_same_words_in_another_order_are_the_same_name() {
        assert!(same_words(
            "HERNANDEZ MUÑOZ JUAN PABLO",
            "Juan Pablo Hernández Muñoz"
        ));
        assert!(!same_words("HERNANDEZ MUÑOZ JUAN", "Juan Pablo Hernández Muñoz"));
    }

    #[test]
    fn capitals_become_a_name_and_other_spellings_stay() {
        for (sheet, name) in [
            ("HERNÁNDEZ", "Hernández"),
            ("DE LA CRUZ", "de la Cruz"),
            ("MA. DE LOS ÁNGELES", "Ma. de los Ángeles"),
            ("D'ACOSTA", "D'Acosta"),
            ("RUIZ-FUNES", "Ruiz-Funes"),
            ("McGregor", "McGregor"),
            ("ñáñez", "ñáñez"),
        ] {
            assert_eq!(from_capitals(sheet), name);
        }
    }
}
