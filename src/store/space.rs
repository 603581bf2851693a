//! Room on the disk of the register, looked at before long work begins: what would stop in the middle is better refused
//! before its beginning.

use std::path::Path;

use super::{FILE_NAME, Store, StoreError};

const MEGABYTE: u64 = 1_000_000;
/// What is left free beside long work, for acts and drafts.
const MARGIN: u64 = 50 * MEGABYTE;
/// The same beside a copy: rather a copy on a disk that is almost full than none.
const MARGIN_OF_A_COPY: u64 = 10 * MEGABYTE;
/// Nobody is asked for less than this: on a disk that is so full, something else will fill the rest.
const LEAST_ASKED_FOR: u64 = 200;

/// Work that writes much at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LongWork {
    /// A sheet comes into the register, after a copy of it.
    Import,
    /// The register is copied, and the copy is worked with.
    Copy,
    /// A cut is closed, after a copy of the register.
    Close,
}

impl LongWork {
    /// How many bytes have to be free for a register of so many.
    fn needs(self, register: u64) -> u64 {
        match self {
            // The copy, and the one beside it in which it is verified.
            Self::Copy => 2 * register + MARGIN_OF_A_COPY,
            // Both, and as much again for what is written before it goes to its place.
            Self::Import | Self::Close => 4 * register + MARGIN,
        }
    }
}

impl Store {
    /// Refuses long work where the disk has no room for it. In memory there is room for everything.
    ///
    /// # Errors
    /// [`StoreError::NoRoom`].
    pub fn require_room(&self, work: LongWork) -> Result<(), StoreError> {
        match self.path().and_then(Path::parent) {
            Some(folder) => require_room(folder, &folder.join(FILE_NAME), work),
            None => Ok(()),
        }
    }
}

/// Refuses work with a register where the disk of `folder` has no room for it. A disk that doesn't say how much is free is
/// given the benefit of the doubt: whatever doesn't fit is refused when it is written.
pub(super) fn require_room(folder: &Path, register: &Path, work: LongWork) -> Result<(), StoreError> {
    let Ok(free) = fs4::available_space(folder) else {
        return Ok(());
    };
    let length = |path: &Path| std::fs::metadata(path).map_or(0, |about| about.len());
    // What was written last stands beside the file until it is taken over into it.
    let mut beside = register.as_os_str().to_owned();
    beside.push("-wal");
    let size = length(register) + length(beside.as_ref());
    match short_of(free, work.needs(size)) {
        None => Ok(()),
        Some(megabytes) => Err(StoreError::NoRoom { work, megabytes }),
    }
}

/// How many megabytes to ask for where too few bytes are free: round, and enough whatever is free.
fn short_of(free: u64, needed: u64) -> Option<u64> {
    let round = needed.div_ceil(100 * MEGABYTE) * 100;
    (free < needed).then_some(round.max(LEAST_ASKED_FOR))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_of_a_campus_needs_little_and_200_mb_are_asked_for() {
        let needed = LongWork::Import.needs(3 * MEGABYTE);
        assert_eq!(short_of(62 * MEGABYTE, needed), None);
        assert_eq!(short_of(61 * MEGABYTE, needed), Some(200));
        assert_eq!(short_of(0, needed), Some(200));
    }

    #[test]
    fn a_large_register_asks_for_as_much_as_it_needs() {
        let needed = LongWork::Close.needs(80 * MEGABYTE);
        assert_eq!(short_of(300 * MEGABYTE, needed), Some(400));
    }

    #[test]
    fn a_copy_is_made_also_where_nothing_is_imported_any_more() {
        let free = 20 * MEGABYTE;
        let register = 3 * MEGABYTE;
        assert_eq!(short_of(free, LongWork::Copy.needs(register)), None);
        assert_eq!(short_of(free, LongWork::Import.needs(register)), Some(200));
    }
}
