//! Chance that repeats itself: the same seed throws the same numbers on every computer.

/// SplitMix64 (Steele, Lea and Flood, 2014): enough to shuffle names, and ten lines long.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `end`, exclusive; 0 if there is none.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        // The upper half times `end`, over 2³²: as even as a demonstration needs.
        (((self.throw() >> 32) * u64::from(end)) >> 32) as u32
    }

    /// `true` so many times in a thousand.
    pub(super) fn per_mille(&mut self, times: u32) -> bool {
        self.below(1_000) < times
    }

    /// A number from 0 to `end`, exclusive, more often a low one.
    pub(super) fn low(&mut self, end: u32) -> u32 {
        self.below(end).min(self.below(end))
    }

    /// One of the items, each as often; `None` of an empty slice.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len() as u32) as usize)
    }

    /// One of the items, the first ones more often; `None` of an empty slice.
    pub(super) fn pick_early<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.low(items.len() as u32) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_always_throws_the_same() {
        let throw = |seed| {
            let mut dice = Dice::new(seed);
            [(); 4].map(|()| dice.below(1_000))
        };
        assert_eq!(throw(1), throw(1));
        assert_ne!(throw(1), throw(2));
    }

    #[test]
    fn every_number_falls_and_none_outside() {
        let mut dice = Dice::new(7);
        let mut fallen = [0; 6];
        for _ in 0..6_000 {
            fallen[dice.below(6) as usize] += 1;
        }
        assert!(
            fallen.iter().all(|times| (800..1_200).contains(times)),
            "{fallen:?}"
        );
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.pick::<u8>(&[]), None);
    }
}
