//! Copies while the office works: when one is due, where it goes, and which old ones go.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::NaiveDateTime;

use super::Desk;
use crate::store::places::{self, PlaceError, Placed};
use crate::store::sealed::Recipient;
use crate::store::{self, Copied, CopyError};
use crate::words::copies::PlaceName;

/// Minutes of work between two copies, if something changed.
const EVERY_MINUTES: i64 = 30;
/// Minutes after which a second place that lacks the last copy is looked for again.
const LOOK_AGAIN_MINUTES: i64 = 10;

/// A copy that is due, to be made away from the window: it reads on a connection of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyCopy {
    register: PathBuf,
    folder: PathBuf,
    at: NaiveDateTime,
    work: Work,
    away: Option<Away>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Work {
    /// A copy of this moment.
    Make,
    /// The last one has still to go to the second place.
    Bring(Copied),
}

/// Where a copy goes beside the data folder, and what it is sealed to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Away {
    folder: PathBuf,
    to: Option<Recipient>,
}

/// A copy that was made and verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeCopy {
    /// Which.
    pub copied: Copied,
    /// Its length.
    pub bytes: u64,
    /// How long it took to make and verify; nothing for one that was there already.
    pub took: Duration,
    /// What became of it in the second place; `None` where it was not to go there.
    pub away: Option<AwayCopy>,
}

/// What became of a copy in the second place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwayCopy {
    /// What the place is called.
    pub place: PlaceName,
    /// What became of it.
    pub outcome: AwayOutcome,
}

/// What became of a copy in the second place. None of it is a fault of the copy in the data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AwayOutcome {
    /// It is there, sealed and read back.
    Placed(Placed),
    /// The place is not there.
    Absent,
    /// There is no key to seal it to.
    NoKey,
    /// It could not be written.
    Failed {
        /// Why.
        fault: PlaceError,
        /// When the last one was made that is there.
        last: Option<NaiveDateTime>,
    },
}

/// What came of it.
pub type CopyOutcome = Result<MadeCopy, CopyError>;

impl DailyCopy {
    /// Makes and verifies it, lets old ones go whose time has passed, and seals it into the second place. Takes as long as
    /// the disks do.
    ///
    /// # Errors
    /// [`CopyError`]; the register is untouched, and so is every other copy. That the second place has none is no error.
    pub fn make(self) -> CopyOutcome {
        let begun = Instant::now();
        let (copied, took) = match self.work {
            Work::Bring(copied) => (copied, Duration::ZERO),
            Work::Make => {
                let copied = store::copy(&self.register, &self.folder, self.at)?;
                // A copy too many does no harm: what can't be taken away now goes with the next one.
                let _ = store::thin_copies(&self.folder, self.at.date());
                (copied, begun.elapsed())
            }
        };
        let bytes = fs::metadata(&copied.path).map_or(0, |about| about.len());
        let away = self.away.map(|away| away.bring(&copied, self.at));
        Ok(MadeCopy {
            copied,
            bytes,
            took,
            away,
        })
    }

    /// Whether a copy is made, and not only brought to the second place.
    pub fn is_of_now(&self) -> bool {
        self.work == Work::Make
    }
}

impl Away {
    fn bring(self, copied: &Copied, now: NaiveDateTime) -> AwayCopy {
        let place = PlaceName::of(&self.folder.to_string_lossy());
        let outcome = match self.to {
            None => AwayOutcome::NoKey,
            Some(to) => bring(&self.folder, &to, copied, now),
        };
        AwayCopy { place, outcome }
    }
}

fn bring(folder: &Path, to: &Recipient, copied: &Copied, now: NaiveDateTime) -> AwayOutcome {
    let last = places::placed(folder)
        .ok()
        .and_then(|placed| placed.into_iter().next());
    if let Some(there) = &last
        && there.report.copy == copied.report
        && there.report.sheet == to.mark()
    {
        return AwayOutcome::Placed(there.clone());
    }
    match places::place(copied, folder, to, now.date()) {
        Ok(placed) => {
            let _ = places::thin_placed(folder, now.date());
            AwayOutcome::Placed(placed)
        }
        Err(PlaceError::Absent) => AwayOutcome::Absent,
        Err(fault) => AwayOutcome::Failed {
            fault,
            last: last.map(|there| there.report.copy.at),
        },
    }
}

impl Desk {
    /// The last verified copy.
    pub fn last_copy(&self) -> Option<Copied> {
        store::last_copy(&self.store.copies_folder()?)
    }

    /// The copy that is due now: where something was done since the last one, the first of the day, and then one every
    /// half hour. None while the register holds nobody. Where none is due, the last one may have to go to the second place
    /// still, as the stick was not plugged in.
    pub fn copy_due(&self) -> Option<DailyCopy> {
        let last = self.last_copy_until_now();
        let due = last.as_ref().is_none_or(|copied| {
            let last = copied.report.at;
            let is_old = last.date() != self.today() || (self.now() - last).num_minutes() >= EVERY_MINUTES;
            is_old && self.changed_since(copied)
        });
        if due && self.store.reader().is_empty().is_ok_and(|empty| !empty) {
            self.copied_away.set(Some(self.now()));
            return self.copy_here_and_away();
        }
        self.bring_due(last?)
    }

    /// The last copy, if it is to be brought to the second place: at the start, and every ten minutes. Whether it is there
    /// already is found out away from the window, since a disk that sleeps takes long to answer.
    fn bring_due(&self, last: Copied) -> Option<DailyCopy> {
        let away = self.away().filter(|away| away.to.is_some())?;
        let now = self.now();
        let looked = self.copied_away.get();
        if looked.is_some_and(|looked| (0..LOOK_AGAIN_MINUTES).contains(&(now - looked).num_minutes())) {
            return None;
        }
        self.copied_away.set(Some(now));
        Some(DailyCopy {
            work: Work::Bring(last),
            away: Some(away),
            ..self.copy_now()?
        })
    }

    /// The last verified copy, as the clock has it: where it was set back, those of the days to come don't count.
    fn last_copy_until_now(&self) -> Option<Copied> {
        store::last_copy_until(&self.store.copies_folder()?, self.now())
    }

    /// Whether anything was done since a copy was made.
    fn changed_since(&self, copied: &Copied) -> bool {
        let last = self.store.reader().last_act_number();
        last.is_ok_and(|last| last as u64 != copied.report.acts)
    }

    /// A copy of this moment in the data folder, before something that changes much; `None` for a register in memory, and for
    /// a copy that is only looked at.
    pub fn copy_now(&self) -> Option<DailyCopy> {
        if self.store.copy_of().is_some() {
            return None;
        }
        Some(DailyCopy {
            register: self.store.path()?.to_owned(),
            folder: self.store.copies_folder()?,
            at: self.now(),
            work: Work::Make,
            away: None,
        })
    }

    /// A copy of this moment, in the data folder and in the second place; `None` for a register in memory.
    pub fn copy_here_and_away(&self) -> Option<DailyCopy> {
        Some(DailyCopy {
            away: self.away(),
            ..self.copy_now()?
        })
    }

    /// A copy of this moment in the data folder, and sealed in a place that is named for this once.
    ///
    /// # Errors
    /// [`PlaceError`]: the place is not there, or nothing can be written in it.
    pub fn copy_here_and_to(&self, chosen: &Path) -> Result<Option<DailyCopy>, PlaceError> {
        let folder = places::prepare(chosen)?;
        let to = self.office_recipient();
        Ok(self.copy_now().map(|copy| DailyCopy {
            away: Some(Away { folder, to }),
            ..copy
        }))
    }

    fn away(&self) -> Option<Away> {
        Some(Away {
            folder: self.second_place()?,
            to: self.office_recipient(),
        })
    }

    fn office_recipient(&self) -> Option<Recipient> {
        let known = self.store.reader().office_key().ok().flatten();
        known.map(|key| key.recipient)
    }
}
