//! When to kill, and how often.

use std::cell::Cell;
use std::time::{Duration, SystemTime};

/// How often each operation is killed: what `VENTANILLA_KILLS` says, or fifty times where nothing may be left out.
pub fn rounds() -> u32 {
    let asked = std::env::var("VENTANILLA_KILLS")
        .ok()
        .and_then(|text| text.parse().ok());
    let all = std::env::var_os("VENTANILLA_ALL").is_some();
    asked.unwrap_or(if all { 50 } else { 12 })
}

/// Moments at random, from a seed that can be given again.
pub struct Moments(Cell<u64>);

impl Moments {
    /// Tells the seed: it is shown with whatever fails.
    pub fn new() -> Self {
        let asked = std::env::var("VENTANILLA_SEED")
            .ok()
            .and_then(|text| text.parse().ok());
        let seed = asked.unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
            since.map_or(1, |since| since.as_nanos() as u64)
        });
        println!("VENTANILLA_SEED={seed}");
        Self(Cell::new(seed))
    }

    /// A moment of so long a time.
    pub fn within(&self, span: Duration) -> Duration {
        // SplitMix64.
        let state = self.0.get().wrapping_add(0x9E37_79B9_7F4A_7C15);
        self.0.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let part = ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64;
        span.mul_f64(part)
    }
}
