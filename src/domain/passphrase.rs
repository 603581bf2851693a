//! Passphrases: one that is proposed, how one that was typed is taken, and why one is too easy to guess.
//!
//! A proposed one is some words of a list of 1,024, each drawn alone: five are 50 bits, and whoever tries one of them
//! needs some half second for it. They are spelled without accents or ñ, so that any keyboard types them.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::letters;

/// How many words are proposed, and how few of the list make a passphrase.
pub const WORDS: usize = 5;
/// The fewest characters of a passphrase of somebody's own.
pub const FEWEST: usize = 12;

/// Bits that choose a word.
const BITS: u32 = 10;
/// So many characters have to be left once everything that follows from something else is left out.
const FEWEST_OF_THEIR_OWN: usize = 8;
/// Neighbours on the keyboard, and in the alphabet.
const ROWS: [&str; 5] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
];
/// What anybody tries first in an office like this one.
const TRIED_FIRST: [&str; 12] = [
    "ventanilla",
    "mudanza",
    "contrasena",
    "password",
    "clave",
    "frase",
    "imss",
    "seguro",
    "facultativo",
    "servicios",
    "escolares",
    "plantel",
];

/// Why a passphrase is too easy to guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weakness {
    /// It has fewer than [`FEWEST`] characters.
    Short {
        /// How many it has.
        characters: usize,
    },
    /// It is made of words of the list, and of fewer than [`WORDS`] different ones.
    FewWords {
        /// How many different ones.
        words: usize,
    },
    /// It is only numbers: a date, a telephone, a number of somebody.
    OnlyNumbers,
    /// It repeats itself, or follows the alphabet or the keyboard.
    Pattern,
    /// Little is left of it without what anybody knows: the campus, the clerk, the program, a year.
    Known {
        /// The word that anybody knows.
        word: String,
    },
}

/// The words of the list, in the order of the alphabet.
pub fn words() -> &'static [&'static str] {
    static LIST: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        include_str!("../../assets/catalogues/palabras.txt")
            .split_whitespace()
            .collect()
    });

    &LIST
}

/// The passphrase that these random bits choose; the lowest [`WORDS`] × 10 of them count.
pub fn proposed(random: u64) -> String {
    let words = words();
    let chosen = (0..WORDS as u32).map(|at| {
        let number = (random >> (at * BITS)) & ((1 << BITS) - 1);
        words[number as usize % words.len()]
    });
    chosen.collect::<Vec<_>>().join(" ")
}

/// A passphrase as it counts: without spaces around it, with one between its words. Words of the list count however they
/// were typed from a note: in capitals, with hyphens, with the accents that they don't have.
pub fn settled(typed: &str) -> String {
    match of_the_list(typed) {
        Some(words) => words.join(" "),
        None => typed.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// The words, if there are two or more and all of them are of the list.
fn of_the_list(typed: &str) -> Option<Vec<String>> {
    let typed: Vec<String> = typed
        .split(|ch: char| ch.is_whitespace() || letters::is_hyphen(ch) || matches!(ch, ',' | '.' | '·'))
        .filter(|word| !word.is_empty())
        .map(plain)
        .collect();
    let is_of_the_list = |word: &String| words().binary_search(&word.as_str()).is_ok();
    (typed.len() > 1 && typed.iter().all(is_of_the_list)).then_some(typed)
}

/// In lower case, without accents.
fn plain(text: &str) -> String {
    let bare = text.nfd().filter(|ch| !letters::is_mark(*ch));
    bare.flat_map(char::to_lowercase).collect()
}

/// Whether a passphrase is hard enough to guess; `known` is what anybody knows of the office: names of its campus and
/// its clerks.
///
/// # Errors
/// [`Weakness`].
pub fn judge(typed: &str, known: &[&str]) -> Result<(), Weakness> {
    if let Some(mut words) = of_the_list(typed) {
        words.sort();
        words.dedup();
        return match words.len() {
            few if few < WORDS => Err(Weakness::FewWords { words: few }),
            _ => Ok(()),
        };
    }
    let settled = settled(typed);
    let characters = settled.chars().count();
    if characters < FEWEST {
        return Err(Weakness::Short { characters });
    }
    if settled.chars().all(|ch| !ch.is_alphabetic()) {
        return Err(Weakness::OnlyNumbers);
    }
    let plain = plain(&settled);
    if of_their_own(&plain) < FEWEST_OF_THEIR_OWN {
        return Err(Weakness::Pattern);
    }
    let (left, word) = without_known(&plain, known);
    match word {
        Some(word) if of_their_own(&left) < FEWEST_OF_THEIR_OWN => Err(Weakness::Known { word }),
        _ => Ok(()),
    }
}

/// How many characters there are that don't follow from the one before: the same again, or its neighbour in a row. A
/// text that is a shorter one over and over counts as that one.
fn of_their_own(text: &str) -> usize {
    let all: Vec<char> = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    let period = (1..=all.len() / 2).find(|period| all[*period..] == all[..all.len() - period]);
    let once = &all[..period.unwrap_or(all.len())];
    let steps: Vec<Option<isize>> = once.windows(2).map(|pair| step(pair[0], pair[1])).collect();
    let mut follow = 0;
    for (at, step) in steps.iter().enumerate() {
        // Two neighbours stand in every other word; three in one direction are a row.
        let goes_on = at > 0 && steps[at - 1] == *step || steps.get(at + 1) == Some(step);
        follow += usize::from(step.is_some() && goes_on);
    }
    once.len() - follow
}

/// Which way the second follows from the first: the same, one to the right, one to the left.
fn step(first: char, second: char) -> Option<isize> {
    if first == second {
        return Some(0);
    }
    ROWS.iter().find_map(|row| {
        let row: Vec<char> = row.chars().collect();
        let is_pair = |pair: &[char], one, other| pair[0] == one && pair[1] == other;
        if row.windows(2).any(|pair| is_pair(pair, first, second)) {
            Some(1)
        } else if row.windows(2).any(|pair| is_pair(pair, second, first)) {
            Some(-1)
        } else {
            None
        }
    })
}

/// What is left without what anybody knows, and the first such word.
fn without_known(text: &str, known: &[&str]) -> (String, Option<String>) {
    let own = known.iter().flat_map(|name| name.split_whitespace()).map(plain);
    let mut words: Vec<String> = own
        .filter(|word| word.chars().count() >= 4)
        .chain(TRIED_FIRST.map(str::to_owned))
        .collect();
    // The longest first, so that none is cut by a part of it.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut left = text.to_owned();
    let mut first = None;
    for word in words {
        if left.contains(&word) {
            left = left.replace(&word, "");
            first.get_or_insert(word);
        }
    }
    if first.is_some() {
        // Beside such a word a number is its year.
        left.retain(|ch| !ch.is_numeric());
    }
    (left, first)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn judged(typed: &str) -> Result<(), Weakness> {
        judge(typed, &["Instituto Tecnológico de Plantel Ejemplo", "Guadalupe"])
    }

    #[test]
    fn the_list_has_1024_words_that_any_keyboard_types() {
        let words = words();
        assert_eq!(words.len(), 1 << BITS);
        assert!(words.is_sorted());
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len());
        for word in words {
            assert!((4..=8).contains(&word.len()), "{word}");
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn every_word_may_stand_at_every_place() {
        assert_eq!(proposed(0), [words()[0]; WORDS].join(" "));
        assert_eq!(proposed(u64::MAX), [words()[1023]; WORDS].join(" "));
        assert_eq!(proposed(5 << 20).split(' ').nth(2), Some(words()[5]));
    }

    #[test]
    fn words_of_the_list_count_however_they_were_noted() {
        let meant = "jaguar milpa tejido canoa verde";
        for typed in [
            "jaguar milpa tejido canoa verde",
            "  JAGUAR  Milpa tejido\tcanoa verde ",
            "jaguar-milpa-tejido-canoa-verde",
            "Jaguar, milpa, tejído, canoa, verde.",
        ] {
            assert_eq!(settled(typed), meant, "{typed}");
            assert_eq!(judged(typed), Ok(()), "{typed}");
        }
    }

    #[test]
    fn of_another_passphrase_only_the_spaces_are_settled() {
        assert_eq!(settled(" El  Cerro-Azul 94, ñandú "), "El Cerro-Azul 94, ñandú");
    }

    #[test]
    fn what_is_easy_to_guess_is_told_by_its_reason() {
        let known = |word: &str| Err(Weakness::Known { word: word.into() });
        for (typed, why) in [
            ("hola", Err(Weakness::Short { characters: 4 })),
            ("Mi perro 12", Err(Weakness::Short { characters: 11 })),
            ("jaguar milpa tejido canoa", Err(Weakness::FewWords { words: 4 })),
            (
                "canoa canoa canoa canoa canoa",
                Err(Weakness::FewWords { words: 1 }),
            ),
            ("238 123 4567 8", Err(Weakness::OnlyNumbers)),
            ("21/11/2026 10:30", Err(Weakness::OnlyNumbers)),
            ("aaaaaaaaaaaaaaaa", Err(Weakness::Pattern)),
            ("abcdefghijklmnop", Err(Weakness::Pattern)),
            ("qwertyuiop1234", Err(Weakness::Pattern)),
            ("holaholahola", Err(Weakness::Pattern)),
            ("escolares2026", known("escolares")),
            ("Plantel Ejemplo 26", known("plantel")),
            ("Contraseña1234", known("contrasena")),
            ("guadalupe 1979!", known("guadalupe")),
        ] {
            assert_eq!(judged(typed), why, "{typed}");
        }
    }

    #[test]
    fn what_somebody_made_up_is_good_enough() {
        for typed in [
            "el perro de Toño ladra a las 6",
            "Dieciséis ventanas al mar",
            "x7#Lq2vTz9!m",
            "escolares abre tarde los jueves",
        ] {
            assert_eq!(judged(typed), Ok(()), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_proposed_settles_to_itself(random in any::<u64>()) {
            let proposed = proposed(random);
            prop_assert_eq!(settled(&proposed), proposed.clone());
            prop_assert_eq!(settled(&proposed.to_uppercase()), proposed);
        }

        #[test]
        fn what_is_settled_stays_so(typed in "\\PC{0,40}") {
            let once = settled(&typed);
            prop_assert_eq!(settled(&once), once.clone());
            let _ = judged(&typed);
        }
    }
}
