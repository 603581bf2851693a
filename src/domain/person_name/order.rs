//! Names for looking up and for putting in order, both in plain ASCII.

use unicode_normalization::UnicodeNormalization;

use super::PersonName;
use crate::domain::letters;

/// A text as searches compare it: lower-case ASCII, accents off, ñ as n, everything but letters and digits turned
/// into single spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        // What most texts are, and three times as fast: every row of a list is read with some of them.
        for word in text
            .split(|ch: char| !ch.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(word);
        }
        folded.make_ascii_lowercase();
        return folded;
    }
    for ch in text.nfc().flat_map(char::to_lowercase) {
        match plain(ch) {
            Some(Plain::Letter(letter)) => folded.push(letter),
            Some(Plain::Spelling(letters)) => folded.push_str(letters),
            None if letters::is_mark(ch) => {}
            None => folded.push(' '),
        }
    }
    single_spaced(&folded, " ")
}

enum Plain {
    Letter(char),
    Spelling(&'static str),
}

fn plain(ch: char) -> Option<Plain> {
    if ch.is_ascii_alphanumeric() {
        return Some(Plain::Letter(ch));
    }
    letters::base(ch)
        .map(Plain::Letter)
        .or_else(|| letters::plain_spelling(ch).map(Plain::Spelling))
}

/// Between the parts of a key: below everything that a part may hold, so that a shorter surname comes first.
const BETWEEN_PARTS: &str = " ";
/// Between the words of a part: above [`BETWEEN_PARTS`], below digits and letters.
const BETWEEN_WORDS: &str = "!";
/// What follows the n of an ñ: above every letter, so that ñ comes after n with anything behind it, and before o.
const TILDE: &str = "n~";

pub(super) fn sort_key(name: &PersonName) -> String {
    let (first, rest) = match name.first_surname() {
        Some(first) => (first, [name.second_surname().unwrap_or_default(), name.given()]),
        None => (name.given(), ["", ""]),
    };
    [first]
        .into_iter()
        .chain(rest)
        .map(part_key)
        .collect::<Vec<_>>()
        .join(BETWEEN_PARTS)
}

fn part_key(part: &str) -> String {
    let mut key = String::with_capacity(part.len());
    if part.is_ascii() {
        // What most parts are, and no accent has to be taken off.
        for byte in part.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => key.push(char::from(byte.to_ascii_lowercase())),
                b'-' => key.push(' '),
                _ if byte.is_ascii_whitespace() || byte == 0x0b => key.push(' '),
                _ => {}
            }
        }
        return single_spaced(&key, BETWEEN_WORDS);
    }
    for ch in part.nfc().flat_map(char::to_lowercase) {
        if ch == 'ñ' {
            key.push_str(TILDE);
            continue;
        }
        match plain(ch) {
            Some(Plain::Letter(letter)) => key.push(letter),
            Some(Plain::Spelling(letters)) => key.push_str(letters),
            None if ch.is_whitespace() || letters::is_hyphen(ch) => key.push(' '),
            None => {}
        }
    }
    single_spaced(&key, BETWEEN_WORDS)
}

fn single_spaced(text: &str, space: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(space)
}
