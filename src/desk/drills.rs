//! The trial of a copy, once a week and on request: restored apart, compared, worked with; kept in the register.

use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::NaiveDateTime;

use super::{Desk, Refusal};
use crate::domain::drill::{AwayState, Drill, is_due};
use crate::store::{self, Copied, places};

/// A trial, to be carried out away from the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillWork {
    copy: Copied,
    room: PathBuf,
    place: Option<PathBuf>,
    at: NaiveDateTime,
    by: String,
}

impl DrillWork {
    /// Carries it out. Takes as long as the disks do.
    pub fn run(self) -> Drill {
        let begun = Instant::now();
        let report = &self.copy.report;
        let passed = store::try_copy(&self.copy.path, &self.room, self.at).is_ok();
        let away = self.place.as_deref().map_or(AwayState::NoPlace, state_of);
        Drill {
            at: self.at,
            by: self.by,
            copy_at: report.at,
            students: report.students,
            movements: report.movements,
            acts: report.acts,
            millis: begun.elapsed().as_millis() as u64,
            passed,
            away,
        }
    }
}

/// What the hash says of the newest sealed copy in a place.
fn state_of(place: &Path) -> AwayState {
    let Ok(placed) = places::placed(place) else {
        return AwayState::Absent;
    };
    let Some(newest) = placed.first() else {
        return AwayState::NoCopies;
    };
    let at = newest.report.copy.at;
    match newest.is_whole() {
        Ok(true) => AwayState::Whole(at),
        // Pulled out meanwhile, it says nothing about the copy.
        Err(_) if !place.is_dir() => AwayState::Absent,
        Ok(false) | Err(_) => AwayState::DoesNotMatch(at),
    }
}

impl Desk {
    /// The trial that is due: a week after the last one, of the newest copy; `None` while there is no copy.
    pub fn drill_due(&self) -> Option<DrillWork> {
        let last = self.store.reader().last_drill().ok()?;
        is_due(last.map(|drill| drill.at), self.now()).then(|| self.drill_now())?
    }

    /// A trial of the newest copy now; `None` while there is no copy.
    pub fn drill_now(&self) -> Option<DrillWork> {
        Some(DrillWork {
            copy: self.last_copy()?,
            room: self.store.copies_folder()?,
            place: self.second_place(),
            at: self.now(),
            by: self.clerk.clone(),
        })
    }

    /// Keeps how a trial ended.
    ///
    /// # Errors
    /// The file's faults.
    pub fn log_drill(&mut self, drill: &Drill) -> Result<(), Refusal> {
        Ok(self.store.log_drill(drill)?)
    }
}
