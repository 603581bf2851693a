//! Copies of the register that were opened, checked and counted before anybody calls them copies.
//!
//! A copy is made by SQLite's backup API on a connection of its own that only reads, under a name that no reader takes
//! for a copy; it is verified from a folder of its own, and only then gets its name. Beside it stands a plain manifest
//! without personal data.

mod audit;
mod kept;
mod leftovers;
mod verify;

use std::fs::{self, File};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use rusqlite::backup::Backup;
use serde::{Deserialize, Serialize};

use super::space::{LongWork, require_room};
use super::{StoreError, make_private_file, make_private_folder, not_writable, open_read_only, schema};
use crate::domain::retention;
pub use audit::{flawed_copies, write_manifest_anew};
pub(super) use kept::{COMPANIONS, beside};
pub use kept::{Kept, keep_aside, keep_present, kept_copies};
pub(super) use leftovers::UNVERIFIED;
use verify::{Room, Rows, look_through, same_file, verify_in};
pub(super) use verify::{bring, verify};

/// What the names of copies begin with; what was kept for another reason has other names.
const PREFIX: &str = "ventanilla-";

/// What is known of a verified copy: the manifest that stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyReport {
    /// When it was made.
    pub at: NaiveDateTime,
    /// The campus' name.
    pub campus: String,
    /// The schema's version.
    pub version: i64,
    /// How many students it holds.
    pub students: u64,
    /// How many movements it holds.
    pub movements: u64,
    /// How many acts its journal holds.
    pub acts: u64,
    /// When its last act was made; `None` without acts, and in the manifests of earlier versions.
    #[serde(default)]
    pub last_change: Option<NaiveDateTime>,
    /// The hash of all that it holds, 64 hexadecimal digits; empty in the manifests of earlier versions.
    #[serde(default)]
    pub content: String,
    /// The file itself, byte by byte; `None` in the manifests of earlier versions.
    #[serde(default)]
    pub file: Option<FileMark>,
}

/// What tells whether a file is still, byte by byte, the one that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMark {
    /// Its length in bytes.
    pub bytes: u64,
    /// Its SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

/// A verified copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Where it is.
    pub path: PathBuf,
    /// What was verified.
    pub report: CopyReport,
}

/// Why there is no copy. The register itself is untouched by any of them.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// It was written, and does not hold what the register holds.
    #[error("the copy does not match: {0}")]
    DoesNotMatch(String),
    /// The file's faults, of the register or of the copy.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for CopyError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Copies the register at `register` into `folder`, verifies the copy, and names it after `at`.
///
/// # Errors
/// [`CopyError`]; then `folder` holds nothing new.
pub fn copy(register: &Path, folder: &Path, at: NaiveDateTime) -> Result<Copied, CopyError> {
    copy_as(register, folder, &format!("{PREFIX}{}.db", stamped(at)), at)
}

/// The moment as it stands in the name of a file.
fn stamped(at: NaiveDateTime) -> impl std::fmt::Display {
    at.format("%Y%m%d-%H%M%S")
}

fn copy_as(register: &Path, folder: &Path, name: &str, at: NaiveDateTime) -> Result<Copied, CopyError> {
    make_private_folder(folder)?;
    require_room(folder, register, LongWork::Copy)?;
    let path = folder.join(name);
    leftovers::clear(folder);
    let unverified = leftovers::unverified(&path);
    let _ = fs::remove_file(&unverified);
    let made = make(register, &unverified, at);
    let report = match made {
        Ok(report) => report,
        Err(error) => {
            let _ = fs::remove_file(&unverified);
            return Err(error);
        }
    };
    let write = || {
        write_manifest(&path, &report)?;
        fs::rename(&unverified, &path)?;
        sync_names(folder)
    };
    write().map_err(|error| not_writable(error, folder))?;
    Ok(Copied { path, report })
}

fn write_manifest(copy: &Path, report: &CopyReport) -> std::io::Result<()> {
    let manifest = manifest_of(copy);
    fs::write(&manifest, serde_json::to_vec_pretty(report)?)?;
    sync(&manifest)
}

/// Waits until the names in a folder lie on the disk: they too must survive a power cut. Windows does so by itself.
pub(super) fn sync_names(folder: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// Tries the copy at `path`: restores it in a room of its own inside the folder `room`, reads it through, compares it with its
/// manifest if it has one, and saves something in it. The copy itself is not touched.
///
/// # Errors
/// [`CopyError`]: it is not whole, or no register.
pub fn try_copy(path: &Path, room: &Path, at: NaiveDateTime) -> Result<CopyReport, CopyError> {
    make_private_folder(room)?;
    let found = verify_in(&Room::within(room)?, path, at)?;
    let Some(Copied { report, .. }) = with_report(path.to_owned()) else {
        return Ok(found);
    };
    // Manifests of earlier versions say less.
    let said = CopyReport {
        at: found.at,
        content: if report.content.is_empty() {
            found.content.clone()
        } else {
            report.content.clone()
        },
        last_change: report.last_change.or(found.last_change),
        file: report.file.clone().or_else(|| found.file.clone()),
        ..report.clone()
    };
    if said == found {
        Ok(report)
    } else {
        Err(CopyError::DoesNotMatch("the manifest".into()))
    }
}

/// Takes the register twice as it is at one instant: into the file `to`, which is to stay, and into a room apart, where it
/// is opened, read through and worked with. Byte for byte the two are the same, or there is no copy.
fn make(register: &Path, to: &Path, at: NaiveDateTime) -> Result<CopyReport, CopyError> {
    let source = open_read_only(register)?;
    // Both are of one instant, that of the first read, whatever is written meanwhile.
    source.execute_batch("BEGIN")?;
    schema::version(&source)?;
    let room = Room::beside(to)?;
    back_up(&source, &room.file())?;
    let kept = room.file();
    let keep = move || {
        back_up(&source, to)?;
        drop(source);
        thread::scope(|beside| {
            let synced = beside.spawn(|| sync(to).map_err(|error| not_writable(error, to)));
            let mark = same_file(&kept, to);
            synced.join().unwrap_or_else(|panic| resume_unwind(panic))?;
            mark
        })
    };
    look_through(&room, at, Rows::AsInTheRegister, keep)
}

/// Copies what a connection reads into a new file, by SQLite's backup API in one step.
fn back_up(source: &Connection, to: &Path) -> Result<(), CopyError> {
    make_private_file(to)?;
    let mut target = Connection::open(to)?;
    // Nobody misses a file that is torn before it was verified: what is to stay is waited for as a whole.
    for (pragma, value) in [
        ("synchronous", "OFF"),
        ("journal_mode", "OFF"),
        ("locking_mode", "EXCLUSIVE"),
    ] {
        target.pragma_update(None, pragma, value)?;
    }
    Backup::new(source, &mut target)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
    for (pragma, value) in [("locking_mode", "NORMAL"), ("journal_mode", "DELETE")] {
        target.pragma_update(None, pragma, value)?;
    }
    Ok(())
}

/// Waits until a file lies on the disk. Windows asks for the right to write in it.
pub(super) fn sync(path: &Path) -> std::io::Result<()> {
    File::options().write(true).open(path)?.sync_all()
}

/// The newest verified copy of a folder: one that still stands beside its manifest.
pub fn last_copy(folder: &Path) -> Option<Copied> {
    let mut copies = files_of(folder).ok()?;
    copies.sort();
    copies.into_iter().rev().find_map(with_report)
}

/// The same, but for copies that are dated after `now`: the clock of whoever made them was wrong, or it is now.
pub fn last_copy_until(folder: &Path, now: NaiveDateTime) -> Option<Copied> {
    let mut copies = files_of(folder).ok()?;
    copies.sort();
    let mut copies = copies.into_iter().rev().filter_map(with_report);
    copies.find(|copied| copied.report.at <= now)
}

/// Every verified copy of a folder, the newest first.
///
/// # Errors
/// The folder can't be read.
pub fn copies(folder: &Path) -> std::io::Result<Vec<Copied>> {
    let mut copies: Vec<Copied> = files_of(folder)?.into_iter().filter_map(with_report).collect();
    copies.sort_by_key(|copied| std::cmp::Reverse(copied.report.at));
    Ok(copies)
}

/// Takes away the verified copies of a folder that may go by [`retention::may_go`], and tells which. What is no verified
/// copy of ours is left alone, and so are those that were kept before a migration.
///
/// # Errors
/// The folder can't be read, or a copy can't be taken away.
pub fn thin_copies(folder: &Path, today: NaiveDate) -> std::io::Result<Vec<PathBuf>> {
    let copies = copies(folder)?;
    let made: Vec<NaiveDateTime> = copies.iter().map(|copied| copied.report.at).collect();
    let mut gone = Vec::new();
    for at in retention::may_go(&made, today) {
        let path = &copies[at].path;
        // The copy first: a manifest without its copy is nobody's copy.
        fs::remove_file(path)?;
        fs::remove_file(manifest_of(path))?;
        gone.push(path.clone());
    }
    Ok(gone)
}

fn files_of(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    named(folder, PREFIX)
}

/// The files of copies whose names begin with `prefix`.
fn named(folder: &Path, prefix: &str) -> std::io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(entries
        .filter(|path| path.extension().is_some_and(|extension| extension == "db"))
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(prefix))
        })
        .collect())
}

fn with_report(path: PathBuf) -> Option<Copied> {
    let report = report_of(&path)?;
    Some(Copied { path, report })
}

/// What the manifest beside a copy says of it; `None` without one that can be read.
pub fn report_of(copy: &Path) -> Option<CopyReport> {
    serde_json::from_slice(&fs::read(manifest_of(copy)).ok()?).ok()
}

/// Keeps a verified copy of a file that is about to be brought to a newer schema.
pub(super) fn before_migration(register: &Path, folder: &Path, version: i64) -> Result<(), StoreError> {
    let at = chrono::DateTime::UNIX_EPOCH.naive_utc();
    make_private_folder(folder)?;
    leftovers::clear(folder);
    let path = folder.join(format!("antes-de-migrar-v{version}.db"));
    let unverified = leftovers::unverified(&path);
    let _ = fs::remove_file(&unverified);
    let mut report = make(register, &unverified, at).map_err(|error| match error {
        CopyError::Store(error) => error,
        CopyError::DoesNotMatch(found) => StoreError::Damaged(found),
    })?;
    // The file is opened without a clock: its last act tells of which moment the copy is.
    report.at = report.last_change.unwrap_or(at);
    write_manifest(&path, &report)
        .and_then(|()| fs::rename(&unverified, &path))
        .map_err(|error| not_writable(error, folder))
}

pub(super) fn manifest_of(copy: &Path) -> PathBuf {
    copy.with_extension("json")
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;
    use crate::store::{ActKind, Stamp, Store};

    fn moment() -> NaiveDateTime {
        "2026-11-21T10:30:00".parse().unwrap()
    }

    fn register(folder: &Path) -> Store {
        let mut store = Store::create(folder).unwrap();
        let stamp = Stamp {
            at: moment(),
            clerk: "Lupita".into(),
        };
        let done = store.transact(&stamp, ActKind::SetUp, |tx| {
            tx.put_setting("plantel.nombre", "Plantel Ejemplo")
        });
        done.unwrap();
        store
    }

    #[test]
    fn a_copy_is_of_one_instant_whatever_is_saved_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = register(folder.path());
        let done = AtomicBool::new(false);
        thread::scope(|beside| {
            let working = beside.spawn(|| {
                let stamp = Stamp {
                    at: moment(),
                    clerk: "Lupita".into(),
                };
                let mut number = 0;
                while !done.load(Ordering::Relaxed) {
                    number += 1;
                    let saved = store.transact(&stamp, ActKind::ChangeSetting, |tx| {
                        tx.put_setting("plantel.telefono", &number.to_string())
                    });
                    saved.unwrap();
                }
            });
            let register = folder.path().join(crate::store::FILE_NAME);
            let copies = folder.path().join("copias");
            let acts: Vec<u64> = (0..20)
                .map(|second| copy(&register, &copies, moment() + chrono::TimeDelta::seconds(second)))
                .map(|made| made.map(|made| made.report.acts).unwrap_or_default())
                .collect();
            done.store(true, Ordering::Relaxed);
            working.join().unwrap();
            assert!(acts.is_sorted() && acts[0] > 0, "{acts:?}");
            assert!(acts[0] < acts[19], "nothing was saved meanwhile");
        });
    }

    #[test]
    fn a_file_is_kept_before_it_is_migrated() {
        let folder = tempfile::tempdir().unwrap();
        let _store = register(folder.path());
        let register = folder.path().join(crate::store::FILE_NAME);
        let copies = folder.path().join("copias");
        before_migration(&register, &copies, 1).unwrap();
        let kept = Connection::open(copies.join("antes-de-migrar-v1.db")).unwrap();
        let name: String = kept
            .query_row("SELECT value FROM settings", [], |row| row.get(0))
            .unwrap();
        assert_eq!(name, "Plantel Ejemplo");
    }

    #[test]
    fn a_copy_cut_short_is_no_copy() {
        let folder = tempfile::tempdir().unwrap();
        let _store = register(folder.path());
        let made = copy(
            &folder.path().join(crate::store::FILE_NAME),
            folder.path(),
            moment(),
        )
        .unwrap();
        let whole = fs::read(&made.path).unwrap();
        for length in [0, 100, 4096, whole.len() - 1] {
            fs::write(&made.path, &whole[..length]).unwrap();
            assert!(verify(&made.path, moment()).is_err(), "{length} bytes");
        }
        let mut flipped = whole.clone();
        flipped[4096..4200].fill(0xFF);
        fs::write(&made.path, &flipped).unwrap();
        assert!(verify(&made.path, moment()).is_err(), "a page of rubbish");
        fs::write(&made.path, &whole).unwrap();
        assert_eq!(verify(&made.path, moment()).unwrap(), made.report);
    }

    #[test]
    fn a_copy_of_another_content_is_told_by_its_hash() {
        let folder = tempfile::tempdir().unwrap();
        let _store = register(folder.path());
        let made = copy(
            &folder.path().join(crate::store::FILE_NAME),
            folder.path(),
            moment(),
        )
        .unwrap();
        let conn = Connection::open(&made.path).unwrap();
        conn.execute("UPDATE settings SET value = 'Plantel Ajeno'", [])
            .unwrap();
        drop(conn);
        let other = verify(&made.path, moment()).unwrap();
        assert_eq!(
            (other.students, other.acts),
            (made.report.students, made.report.acts)
        );
        assert_ne!(other.content, made.report.content);
    }

    #[test]
    fn what_cannot_be_copied_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let copies = folder.path().join("copias");
        assert!(copy(&folder.path().join("nada.db"), &copies, moment()).is_err());
        assert_eq!(fs::read_dir(&copies).unwrap().count(), 0);
        assert_eq!(last_copy(&copies), None);
    }
}
