//! A private folder in which a copy is looked at, and which goes away with whoever looked.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::store::{FILE_NAME, StoreError, make_private_folder, not_writable};

/// What the names of these folders begin with.
const PREFIX: &str = ".restaurando-";
/// Held for as long as somebody is in there.
const LOCK: &str = ".en-uso";

/// The folder; removed when this is dropped.
#[derive(Debug)]
pub(super) struct Room {
    folder: PathBuf,
    lock: Option<File>,
}

impl Room {
    /// A new one inside `data`, or, where nothing can be written, in the system's folder for such things. What a process
    /// left behind that died in it goes first: it holds data of people.
    pub(super) fn within(data: &Path) -> Result<Self, StoreError> {
        Self::new(data).or_else(|error| match error {
            StoreError::NotWritable(_) => Self::new(&std::env::temp_dir()),
            other => Err(other),
        })
    }

    fn new(parent: &Path) -> Result<Self, StoreError> {
        static NEXT: AtomicU32 = AtomicU32::new(0);

        make_private_folder(parent)?;
        sweep(parent);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = parent.join(format!("{PREFIX}{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        make_private_folder(&folder)?;
        let made = File::create_new(folder.join(LOCK)).and_then(|lock| {
            lock.lock()?;
            Ok(lock)
        });
        let lock = made.map_err(|error| {
            let _ = fs::remove_dir_all(&folder);
            not_writable(error, &folder)
        })?;
        Ok(Self {
            folder,
            lock: Some(lock),
        })
    }

    pub(super) fn path(&self) -> &Path {
        &self.folder
    }

    /// The register in it.
    pub(super) fn file(&self) -> PathBuf {
        self.folder.join(FILE_NAME)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        // Windows removes no file that is open.
        self.lock = None;
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Removes rooms that nobody is in any more.
fn sweep(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        if !entry.file_name().to_string_lossy().starts_with(PREFIX) {
            continue;
        }
        let lock = File::options().write(true).open(entry.path().join(LOCK));
        // One that is just being made has no lock yet, and is left alone.
        if lock.is_ok_and(|lock| lock.try_lock().is_ok()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
