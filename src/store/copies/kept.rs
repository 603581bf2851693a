//! What is kept of a register that another one takes the place of. Thinning never takes any of it.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::{Copied, CopyError, bring, copy_as, named, stamped, sync, sync_names, with_report};
use crate::store::{StoreError, make_private_folder, not_writable};

/// What the names of verified copies of registers that were replaced begin with.
pub(super) const REPLACED: &str = "antes-de-restaurar-";
/// What the names of copies from before a migration begin with.
pub(super) const MIGRATED: &str = "antes-de-migrar-";
/// What the names of files that could not be read begin with.
const DAMAGED: &str = "danada-";
/// What SQLite writes beside a database: without these files it may lack its last acts.
pub(in crate::store) const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The register as it was before another one took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// As a verified copy, which can be restored in turn.
    Whole(Copied),
    /// Its files as they were, since they can't be read.
    Aside(PathBuf),
    /// There was nothing to keep.
    Nothing,
}

/// Keeps a verified copy of the register that is about to be replaced.
///
/// # Errors
/// [`CopyError`]; then the register must not be replaced.
pub fn keep_present(register: &Path, folder: &Path, at: NaiveDateTime) -> Result<Kept, CopyError> {
    let name = format!("{REPLACED}{}.db", stamped(at));
    copy_as(register, folder, &name, at).map(Kept::Whole)
}

/// Keeps the files of a register that can't be read, byte by byte.
///
/// # Errors
/// The file system's faults; then the register must not be replaced.
pub fn keep_aside(register: &Path, folder: &Path, at: NaiveDateTime) -> Result<Kept, StoreError> {
    make_private_folder(folder)?;
    let mut path = folder.join(format!("{DAMAGED}{}.db", stamped(at)));
    let mut number = 2;
    while path.exists() {
        path = folder.join(format!("{DAMAGED}{}-{number}.db", stamped(at)));
        number += 1;
    }
    let keep = || {
        for companion in [""].into_iter().chain(COMPANIONS) {
            let from = beside(register, companion);
            if from.exists() {
                let to = beside(&path, companion);
                bring(&from, &to)?;
                sync(&to)?;
            }
        }
        sync_names(folder)
    };
    keep().map_err(|error| not_writable(error, folder))?;
    Ok(Kept::Aside(path))
}

/// The verified copies that were kept before a restoration or a migration, the newest first.
///
/// # Errors
/// The folder can't be read.
pub fn kept_copies(folder: &Path) -> std::io::Result<Vec<Copied>> {
    let mut files = named(folder, REPLACED)?;
    files.extend(named(folder, MIGRATED)?);
    let mut kept: Vec<Copied> = files.into_iter().filter_map(with_report).collect();
    kept.sort_by_key(|copied| std::cmp::Reverse(copied.report.at));
    Ok(kept)
}

/// The file that SQLite keeps beside a database.
pub(in crate::store) fn beside(file: &Path, companion: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(companion);
    name.into()
}
