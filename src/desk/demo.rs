//! A synthetic campus.

use super::{Clock, Desk, FirstRun, Refusal, preset};

/// A desk in memory with a synthetic campus on it.
///
/// # Errors
/// The file's faults.
pub fn in_memory(_students: usize, _seed: u64, clock: Clock) -> Result<Desk, Refusal> {
    let mut campus = preset("otro");
    campus.name = "Plantel Ejemplo".into();
    Desk::in_memory(
        &FirstRun {
            campus,
            clerk: "Lupita".into(),
        },
        clock,
    )
}
