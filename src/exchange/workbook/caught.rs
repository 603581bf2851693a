//! The last resort against a library that panics on hostile bytes: the file is damaged, and the program goes on.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::ReadFault;

thread_local! {
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is inside a reader whose panic is caught and answered with [`ReadFault::Damaged`]: whoever
/// tells of panics has nothing to tell then.
#[must_use]
pub fn a_reader_may_panic() -> bool {
    READING.get()
}

/// Does `work`; a panic in it is a damaged file.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, ReadFault>) -> Result<T, ReadFault> {
    let before = READING.replace(true);
    // Nothing that `work` could leave half-changed outlives it: it reads borrowed bytes and returns what it built.
    let outcome = catch_unwind(AssertUnwindSafe(work));
    READING.set(before);
    outcome.unwrap_or(Err(ReadFault::Damaged))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_a_reader_is_a_damaged_file_and_is_over_afterwards() {
        let outcome: Result<(), _> = guarded(|| {
            assert!(a_reader_may_panic());
            panic!("a library that gives up");
        });
        assert_eq!(outcome, Err(ReadFault::Damaged));
        assert!(!a_reader_may_panic());
    }
}
