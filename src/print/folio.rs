//! Folios and seals: how a sheet is called, and how its content is told from another's.

use sha2::{Digest, Sha256};

/// The letters of a folio: no 0 O 1 I L, which are taken for one another, and no A E U, so that no folio is a word.
const FOLIO_ALPHABET: &[u8; 28] = b"23456789BCDFGHJKMNPQRSTVWXYZ";

/// The folio of a sheet, from its place in the row of all sheets: four characters for the first 614,656, then five.
///
/// Each number has its own folio, and neighbours look nothing alike: a number is multiplied, its digits are turned
/// around, and it is multiplied again, all of which can be undone.
#[must_use]
pub fn folio(sequence: u64) -> String {
    const BASE: u128 = FOLIO_ALPHABET.len() as u128;
    /// Odd and not a multiple of seven, so that it can be undone in base 28; about 0.618 of 28 to the fourth.
    const STEP: u128 = 379_879;
    const START: u128 = 12_207;

    let (mut place, mut length, mut block) = (u128::from(sequence), 4, BASE.pow(4));
    while place >= block {
        place -= block;
        length += 1;
        block *= BASE;
    }
    let scattered = (place * STEP + START) % block;
    let turned = (0..length)
        .fold((0, scattered), |(turned, rest), _| {
            (turned * BASE + rest % BASE, rest / BASE)
        })
        .0;
    let mut rest = (turned * STEP + START) % block;
    let mut digits = Vec::with_capacity(length);
    for _ in 0..length {
        digits.push(char::from(FOLIO_ALPHABET[(rest % BASE) as usize]));
        rest /= BASE;
    }
    digits.into_iter().collect()
}

/// Eight capital hexadecimal characters that stand for a content: the first four bytes of its SHA-256.
#[must_use]
pub fn seal(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02X}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn folios_are_short_and_no_two_are_the_same() {
        let all: HashSet<_> = (0..614_656).map(folio).collect();
        assert_eq!(all.len(), 614_656);
        assert!(all.iter().all(|folio| folio.len() == 4));
        assert!((614_656..614_756).all(|sequence| folio(sequence).len() == 5));
        assert_eq!(folio(u64::MAX).len(), 14);
    }

    #[test]
    fn neighbouring_folios_look_nothing_alike() {
        let alike = |a: &str, b: &str| a.bytes().zip(b.bytes()).filter(|(a, b)| a == b).count();
        let near = (0..10_000)
            .filter(|&n| alike(&folio(n), &folio(n + 1)) > 1)
            .count();
        assert!(
            near < 200,
            "{near} of 10000 neighbours share two characters or more"
        );
    }

    #[test]
    fn a_seal_is_eight_capitals() {
        assert_eq!(seal(b""), "E3B0C442");
        assert_ne!(seal(b"25TE0457"), seal(b"25TE0458"));
    }
}
