//! Where a copy from another computer may lie: what is plugged in, Documentos and Descargas.

#[cfg(not(windows))]
use std::fs;
use std::path::{Path, PathBuf};

use directories::UserDirs;

/// The places that are there now. What is plugged in later is found by asking again.
pub fn places() -> Vec<PathBuf> {
    let mut places = plugged_in();
    if let Some(user) = UserDirs::new() {
        let own = [user.document_dir(), user.download_dir()];
        places.extend(own.into_iter().flatten().map(Path::to_owned));
    }
    places
}

/// A place, and how many bytes are free in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreePlace {
    /// Where it is.
    pub path: PathBuf,
    /// What is free.
    pub free: u64,
}

/// The first of these places that say how much is free in them, at most `most`. A disk that sleeps takes long to answer.
pub fn with_room(places: Vec<PathBuf>, most: usize) -> Vec<FreePlace> {
    let looked = places.into_iter().filter_map(|path| {
        let free = fs4::available_space(&path).ok()?;
        Some(FreePlace { path, free })
    });
    looked.take(most).collect()
}

/// Those of these places that are not the user's own folders: a copy that lies there goes with the disk that fails.
pub fn elsewhere(places: Vec<PathBuf>) -> Vec<PathBuf> {
    let user = UserDirs::new();
    let is_own = |place: &Path| {
        user.as_ref()
            .is_some_and(|user| place.starts_with(user.home_dir()))
    };
    places.into_iter().filter(|place| !is_own(place)).collect()
}

/// Drives other than the system's.
#[cfg(windows)]
fn plugged_in() -> Vec<PathBuf> {
    // A and B are for disks that no computer has any more; asking for them may take seconds.
    (b'D'..=b'Z')
        .map(|letter| PathBuf::from(format!("{}:\\", char::from(letter))))
        .filter(|drive| drive.is_dir())
        .collect()
}

/// What the desktop mounted: under `/media` and `/run/media` in a folder of the user, under `/mnt` by hand.
#[cfg(not(windows))]
fn plugged_in() -> Vec<PathBuf> {
    let mut found = folders_in(Path::new("/mnt"));
    for root in ["/media", "/run/media", "/Volumes"] {
        for folder in folders_in(Path::new(root)) {
            // Some systems mount there without a folder for the user.
            found.extend(folders_in(&folder));
            found.push(folder);
        }
    }
    found
}

#[cfg(not(windows))]
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect()
}
