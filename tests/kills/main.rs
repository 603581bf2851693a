//! The process is killed at any moment of what it does. What it acknowledged is whole, what it did not get to is absent,
//! and the register goes on: it is compared, row by row, with a twin that nobody kills.
//!
//! Each operation is killed fifty times where nothing may be left out, a dozen times elsewhere; `VENTANILLA_KILLS=1000` asks
//! for a long night. The moments are drawn anew each time over as long as the operation takes here; the seed is told when
//! something fails, and `VENTANILLA_SEED` draws the same moments again.

#[path = "../day/mod.rs"]
mod day;

mod closing;
mod content;
mod copying;
mod importing;
mod migrating;
mod moments;
mod process;
mod registering;
mod restoring;

use std::path::Path;
use std::time::{Duration, Instant};

use content::Content;
use day::{Folder, Hand};
use ventanilla::desk::{Clock, Desk, Refusal};
use ventanilla::store::{FILE_NAME, StoreError};

/// The day of all of it.
const NOW: &str = "2026-11-21 10:30";
/// The same for the console.
const NOW_WRITTEN: &str = "2026-11-21T10:30";
/// Rounds after which killing begins anew with a fresh register, so that a thousand of them don't grow beyond a campus.
const ROUNDS_OF_A_REGISTER: u32 = 25;

fn clock() -> Clock {
    Hand::at(NOW).clock()
}

/// Opens a register for writing. A process that another test starts at this very moment may hold its lock until it has
/// become the other program: then a little later.
fn open(folder: &Path, clock: &Clock) -> Desk {
    let patience = Instant::now() + Duration::from_secs(10);
    loop {
        match Desk::open(folder, clock.clone()) {
            Err(Refusal::Store(StoreError::AnotherWriter)) if Instant::now() < patience => {
                std::thread::sleep(Duration::from_millis(1));
            }
            opened => return opened.unwrap(),
        }
    }
}

/// A register whose process is killed, and one to which the same is done in peace.
struct Twins {
    killed: Folder,
    spared: Folder,
}

/// A folder with the register of another one, which nobody has open; it keeps its rights.
fn copy_of(folder: &Path) -> Folder {
    let copy = day::folder();
    std::fs::copy(folder.join(FILE_NAME), copy.path().join(FILE_NAME)).unwrap();
    copy
}

impl Twins {
    /// Two of the register that `make` makes in a folder.
    fn of(make: impl Fn(&Path)) -> Self {
        let folder = day::folder();
        make(folder.path());
        Self {
            killed: copy_of(folder.path()),
            spared: folder,
        }
    }

    /// Another two of the one that was spared, as it is now.
    fn again(&self) -> Self {
        Self {
            killed: copy_of(self.spared.path()),
            spared: copy_of(self.spared.path()),
        }
    }

    /// Opens the register that was killed, as the next start does: it is sound.
    fn reopen(&self, round: u32) -> Desk {
        let desk = open(self.killed.path(), &clock());
        assert_eq!(desk.store().check().unwrap(), [], "round {round}");
        desk
    }

    fn killed(&self) -> Content {
        Content::of(&self.killed.path().join(FILE_NAME))
    }

    fn spared(&self) -> Content {
        Content::of(&self.spared.path().join(FILE_NAME))
    }
}
