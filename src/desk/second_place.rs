//! The second place of the copies: chosen, and looked at.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::logo::path_in;
use super::{AwayCopy, AwayOutcome, Desk, Refusal};
use crate::domain::drill::Drill;
use crate::domain::settings::{Setting, SettingFault, Topic};
use crate::store::places::{self, PlaceError, Placed};
use crate::store::{Copied, KnownKey, copies};
use crate::words::copies::{self as words, PlaceName};

/// Trials that the overview shows.
const DRILLS: usize = 8;

/// What there is of copies, as far as this PC alone can tell: nothing in it waits for another disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupOverview {
    /// Every verified copy of the data folder, the newest first.
    pub copies: Vec<Copied>,
    /// The folder of the second place, and what it is called; `None` where the office chose none.
    pub place: Option<(PathBuf, PlaceName)>,
    /// The key in force, if one was made.
    pub key: Option<KnownKey>,
    /// The last trials, the newest first.
    pub drills: Vec<Drill>,
}

/// The second place, to be looked at away from the window: a disk that sleeps takes long to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceLook(PathBuf);

impl PlaceLook {
    /// The sealed copies that are there, the newest first; `None` while the place is not there.
    pub fn look(self) -> Option<Vec<Placed>> {
        places::placed(&self.0).ok()
    }
}

impl AwayCopy {
    /// Whether it is there.
    pub fn is_placed(&self) -> bool {
        matches!(self.outcome, AwayOutcome::Placed(_))
    }

    /// Whether something is wrong with the place; one that is not plugged in, or for which there is no key, is only noted.
    pub fn is_trouble(&self) -> bool {
        matches!(self.outcome, AwayOutcome::Failed { .. })
    }

    /// In few words, for the status bar.
    pub fn note(&self) -> String {
        use words::bar;

        match &self.outcome {
            AwayOutcome::Placed(_) => bar::placed(self.place),
            AwayOutcome::Absent => bar::absent(self.place),
            AwayOutcome::NoKey => bar::NO_KEY.to_owned(),
            AwayOutcome::Failed {
                fault: PlaceError::NoSpace { .. },
                ..
            } => bar::no_space(self.place),
            AwayOutcome::Failed { .. } => bar::failed(self.place),
        }
    }

    /// What became of it, and what to do now.
    pub fn sentence(&self, today: NaiveDate) -> String {
        let place = self.place;
        match &self.outcome {
            AwayOutcome::Placed(_) => words::placed(place),
            AwayOutcome::Absent => words::absent(place),
            AwayOutcome::NoKey => words::NO_KEY.to_owned(),
            AwayOutcome::Failed { fault, last } => match fault {
                PlaceError::NoSpace { missing } => words::no_space(place, *missing, *last, today),
                PlaceError::Gone | PlaceError::Absent => words::gone(place, *last, today),
                PlaceError::ReadOnly => words::read_only(place, *last, today),
                PlaceError::ReadBackDiffers => words::differs(place, *last, today),
                PlaceError::Broken(_) => words::broken(place, *last, today),
            },
        }
    }
}

impl Desk {
    /// What there is of copies.
    ///
    /// # Errors
    /// The file's faults.
    pub fn backup_overview(&self) -> Result<BackupOverview, Refusal> {
        let reader = self.store.reader();
        // No folder yet: no copy yet.
        let folder = self.store.copies_folder();
        let copies = folder.and_then(|folder| copies(&folder).ok()).unwrap_or_default();
        Ok(BackupOverview {
            copies,
            place: self.second_place().map(|folder| {
                let name = PlaceName::of(&folder.to_string_lossy());
                (folder, name)
            }),
            key: reader.office_key()?,
            drills: reader.drills(DRILLS)?,
        })
    }

    /// The folder of sealed copies that the office chose.
    pub fn second_place(&self) -> Option<PathBuf> {
        let folder = self.settings.text(Topic::SecondPlace);
        (!folder.is_empty()).then(|| folder.into())
    }

    /// The second place, to be looked at.
    pub fn look_at_second_place(&self) -> Option<PlaceLook> {
        self.second_place().map(PlaceLook)
    }

    /// Takes the place whose path somebody typed, and makes the folder of copies in it. An act that Ctrl+Z takes back; the
    /// folder stays.
    pub(super) fn choose_second_place(&mut self, typed: &str) -> Result<bool, Refusal> {
        let setting = Setting::of(Topic::SecondPlace);
        let refused = |fault| Refusal::Setting(Topic::SecondPlace, fault);
        let path = setting.read(path_in(typed)).map_err(refused)?.to_string();
        let chosen = Path::new(&path);
        if self.folder().is_some_and(|data| is_inside(chosen, &data)) {
            return Err(refused(SettingFault::FolderOfData));
        }
        let folder = places::prepare(chosen).map_err(|fault| {
            refused(match fault {
                PlaceError::Absent | PlaceError::Gone => SettingFault::FolderMissing,
                _ => SettingFault::FolderNotWritable,
            })
        })?;
        let folder = folder.to_string_lossy().into_owned();
        self.copied_away.set(None);
        self.change_setting(|tx| tx.put_setting(setting.key, &folder))
    }
}

/// Whether a path lies in a folder, by whatever links it is reached.
fn is_inside(path: &Path, folder: &Path) -> bool {
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => path.starts_with(folder),
    }
}
