//! The check character of the mute code.

const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The place of a character in the alphabet of 36.
pub(super) fn value(byte: u8) -> Option<usize> {
    ALPHABET.iter().position(|&known| known == byte)
}

/// The check character of a row of values below 36.
///
/// Weights modulo 36 cannot catch every swap: a weight must be odd, so two differ by an even number, and letters 18
/// apart slip through. So a value is read as a pair of digits instead, one of four (`v / 9`) and one of nine
/// (`v % 9`), and each digit is reckoned in the field of that size. There multiplying by *w* and by *w* − 1 can both
/// be undone, which is all that is needed: `sum = sum × w + value`, and the check character is what brings the last
/// sum to zero.
pub(super) fn character(values: impl Iterator<Item = usize>) -> char {
    let sum = values.fold(Pair::ZERO, |sum, value| sum.times_w().plus(Pair::of(value)));
    char::from(ALPHABET[sum.times_w().negative().value()])
}

/// An element of the field of four and one of the field of nine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pair {
    /// `a + b·ω` over {0, 1}, with ω² = ω + 1; as the bits `b a`.
    four: usize,
    /// `a + b·i` over {0, 1, 2}, with i² = −1; as `(a, b)`.
    nine: (usize, usize),
}

impl Pair {
    const ZERO: Self = Self {
        four: 0,
        nine: (0, 0),
    };

    const fn of(value: usize) -> Self {
        Self {
            four: value / 9,
            nine: (value % 3, value % 9 / 3),
        }
    }

    const fn value(self) -> usize {
        self.four * 9 + self.nine.1 * 3 + self.nine.0
    }

    const fn plus(self, other: Self) -> Self {
        let (a, b) = (self.nine.0 + other.nine.0, self.nine.1 + other.nine.1);
        Self {
            four: self.four ^ other.four,
            nine: (a % 3, b % 3),
        }
    }

    const fn negative(self) -> Self {
        let (a, b) = self.nine;
        Self {
            four: self.four,
            nine: ((3 - a) % 3, (3 - b) % 3),
        }
    }

    /// Times *w*: ω in the field of four, 1 + i in the field of nine.
    const fn times_w(self) -> Self {
        let (low, high) = (self.four & 1, self.four >> 1);
        let (a, b) = self.nine;
        Self {
            four: ((low ^ high) << 1) | high,
            nine: ((a + 3 - b) % 3, (a + b) % 3),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_fields_of_four_and_nine_are_fields() {
        for value in 0..36 {
            let pair = Pair::of(value);
            assert_eq!(pair.value(), value);
            assert_eq!(pair.plus(pair.negative()), Pair::ZERO);
        }
        let all = |step: fn(Pair) -> Pair| {
            (0..36)
                .map(|v| step(Pair::of(v)).value())
                .collect::<HashSet<_>>()
                .len()
        };
        assert_eq!(all(Pair::times_w), 36, "w can be undone");
        assert_eq!(
            all(|pair| pair.times_w().plus(pair.negative())),
            36,
            "w − 1 can be undone"
        );
    }
}
