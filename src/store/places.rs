//! The second place: a folder on a memoria USB or on another disk, where sealed copies go.
//!
//! A copy is there once it was read back and has its manifest: the same as that of the copy it was sealed from, with the
//! length and the hash of the sealed file, so that whoever has no key can tell too whether it is whole. The folder is made
//! when the place is chosen and never again: where it is missing, the stick is not plugged in, or it is another one, and
//! nothing is written in the empty folder to which a stick will be mounted.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::copies::{Copied, CopyReport, UNVERIFIED};
use super::sealed::{self, Lock, Recipient, SealError, SealedFile};
use crate::domain::retention;

/// What the folder of sealed copies is called inside the place that the office chose.
pub const FOLDER_NAME: &str = "Copias de Ventanilla";
/// How the name of a sealed copy ends.
pub const SEALED_ENDING: &str = ".db.age";
/// Room that is left free beside a copy, in bytes: for its manifest and what the file system writes down.
const MARGIN: u64 = 1 << 20;

/// What stands beside a sealed copy: what is known of it without opening it, and no personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedReport {
    /// The manifest of the copy that was sealed.
    #[serde(flatten)]
    pub copy: CopyReport,
    /// Length of the sealed file in bytes.
    pub sealed_length: u64,
    /// SHA-256 of the sealed file, 64 hexadecimal digits.
    pub sealed_sha256: String,
    /// The mark of the hoja de rescate that opens it, as [`Recipient::mark`] has it.
    pub sheet: String,
}

/// A sealed copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Where it is.
    pub path: PathBuf,
    /// Its manifest.
    pub report: SealedReport,
}

/// Why there is no sealed copy in the second place. The copy in the data folder is there all the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// The place is not there: the stick is not plugged in.
    #[error("the place is not there")]
    Absent,
    /// It was there, and is no longer: the stick was pulled out.
    #[error("the place went away")]
    Gone,
    /// There is no room for it.
    #[error("{missing} bytes are missing")]
    NoSpace {
        /// How many bytes are missing.
        missing: u64,
    },
    /// Nothing can be written there.
    #[error("the place can't be written")]
    ReadOnly,
    /// What was read back is not what was written.
    #[error("what was read back differs")]
    ReadBackDiffers,
    /// Any other fault of the disk.
    #[error("{0}")]
    Broken(io::ErrorKind),
}

/// The folder of sealed copies in a place that somebody chose.
pub fn folder_in(chosen: &Path) -> PathBuf {
    if chosen.file_name().is_some_and(|name| name == FOLDER_NAME) {
        chosen.to_owned()
    } else {
        chosen.join(FOLDER_NAME)
    }
}

/// Makes the folder of sealed copies in a place that is there, and sees that it can be written.
///
/// # Errors
/// [`PlaceError`].
pub fn prepare(chosen: &Path) -> Result<PathBuf, PlaceError> {
    let folder = folder_in(chosen);
    let inside = if folder == chosen {
        chosen.parent()
    } else {
        Some(chosen)
    };
    if !inside.is_some_and(Path::is_dir) {
        return Err(PlaceError::Absent);
    }
    let told = |error: io::Error| fault(&error, &folder, 0);
    match fs::create_dir(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(told(error)),
        _ => {}
    }
    let trial = folder.join(format!("prueba.{UNVERIFIED}"));
    fs::write(&trial, b"x").map_err(told)?;
    fs::remove_file(&trial).map_err(told)?;
    Ok(folder)
}

/// Seals a verified copy into `folder`, reads it back, and only then gives it its name.
///
/// # Errors
/// [`PlaceError`]; then nothing there looks like a copy that was not there before.
pub fn place(copied: &Copied, folder: &Path, to: &Recipient, today: NaiveDate) -> Result<Placed, PlaceError> {
    if !folder.is_dir() {
        return Err(PlaceError::Absent);
    }
    let name = stem(copied.report.at);
    let path = folder.join(format!("{name}{SEALED_ENDING}"));
    let unverified = path.with_extension(UNVERIFIED);
    let needed = room_for(copied, folder, today)?;
    let sealed = sealed::seal_file(&copied.path, &unverified, Lock::Key(to))
        .map_err(|error| seal_fault(error, folder, needed))?;
    let report = SealedReport {
        copy: copied.report.clone(),
        sealed_length: sealed.length,
        sealed_sha256: sealed.sha256,
        sheet: to.mark(),
    };
    let manifest = manifest_of(&path);
    let named = write_manifest(&manifest, &report).and_then(|()| fs::rename(&unverified, &path));
    if let Err(error) = named {
        let _ = fs::remove_file(&unverified);
        let _ = fs::remove_file(&manifest);
        return Err(fault(&error, folder, needed));
    }
    // The names too must survive a power cut. Not every stick's file system can be asked for it.
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(Placed { path, report })
}

/// How many bytes a copy needs, once they are there; what was left half done and what may go goes first.
fn room_for(copied: &Copied, folder: &Path, today: NaiveDate) -> Result<u64, PlaceError> {
    let told = |error: io::Error| fault(&error, folder, 0);
    for path in fs::read_dir(folder)
        .map_err(told)?
        .filter_map(|entry| Some(entry.ok()?.path()))
    {
        if path.extension().is_some_and(|extension| extension == UNVERIFIED) && is_ours(&path) {
            let _ = fs::remove_file(path);
        }
    }
    let needed = needed_for(&copied.path)?;
    if fs4::available_space(folder).map_err(told)? < needed {
        let _ = thin_placed(folder, today);
    }
    require_free(folder, needed)?;
    Ok(needed)
}

/// How many bytes a file needs once it is sealed, with what stands beside it.
pub(super) fn needed_for(plain: &Path) -> Result<u64, PlaceError> {
    let about = fs::metadata(plain).map_err(|error| PlaceError::Broken(error.kind()))?;
    let length = about.len();
    // Each 64 KiB of it carry 16 bytes more.
    Ok(length + length / 4096 + MARGIN)
}

/// Refuses a folder in which so many bytes are not free.
pub(super) fn require_free(folder: &Path, needed: u64) -> Result<(), PlaceError> {
    let free = fs4::available_space(folder).map_err(|error| fault(&error, folder, needed))?;
    match needed.checked_sub(free) {
        None | Some(0) => Ok(()),
        Some(missing) => Err(PlaceError::NoSpace { missing }),
    }
}

fn write_manifest(manifest: &Path, report: &SealedReport) -> io::Result<()> {
    let unverified = manifest.with_extension(format!("json.{UNVERIFIED}"));
    fs::write(&unverified, serde_json::to_vec_pretty(report)?)?;
    File::options().write(true).open(&unverified)?.sync_all()?;
    fs::rename(&unverified, manifest)
}

/// Every sealed copy of a folder that is as long as its manifest says, the newest first.
///
/// # Errors
/// The folder can't be read.
pub fn placed(folder: &Path) -> io::Result<Vec<Placed>> {
    let entries = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut placed: Vec<Placed> = entries.filter_map(|path| with_manifest(&path)).collect();
    placed.sort_by_key(|placed| std::cmp::Reverse(placed.report.copy.at));
    Ok(placed)
}

/// The sealed copy of that path with its manifest; `None` for what is none, or is shorter or longer than it says.
pub fn with_manifest(path: &Path) -> Option<Placed> {
    is_ours(path).then_some(())?;
    path.to_str()?.ends_with(SEALED_ENDING).then_some(())?;
    let report: SealedReport = serde_json::from_slice(&fs::read(manifest_of(path)).ok()?).ok()?;
    (fs::metadata(path).ok()?.len() == report.sealed_length).then(|| Placed {
        path: path.to_owned(),
        report,
    })
}

impl Placed {
    /// Whether the sealed file is byte for byte the one that was written: reads all of it, and needs no key.
    ///
    /// # Errors
    /// It can't be read.
    pub fn is_whole(&self) -> io::Result<bool> {
        let report = &self.report;
        Ok(sealed::figures_of(&self.path)?
            == SealedFile {
                length: report.sealed_length,
                sha256: report.sealed_sha256.clone(),
            })
    }
}

/// Takes away the sealed copies that may go by [`retention::may_go`], and tells which.
///
/// # Errors
/// The folder can't be read, or a copy can't be taken away.
pub fn thin_placed(folder: &Path, today: NaiveDate) -> io::Result<Vec<PathBuf>> {
    let placed = placed(folder)?;
    let made: Vec<NaiveDateTime> = placed.iter().map(|placed| placed.report.copy.at).collect();
    let mut gone = Vec::new();
    for at in retention::may_go(&made, today) {
        let path = &placed[at].path;
        // The copy first: a manifest without its copy is nobody's copy.
        fs::remove_file(path)?;
        fs::remove_file(manifest_of(path))?;
        gone.push(path.clone());
    }
    Ok(gone)
}

fn stem(at: NaiveDateTime) -> String {
    format!("ventanilla-{}", at.format("%Y%m%d-%H%M%S"))
}

fn is_ours(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with("ventanilla-"))
}

/// `ventanilla-20261121-103000.json` for `ventanilla-20261121-103000.db.age`.
fn manifest_of(sealed: &Path) -> PathBuf {
    sealed.with_extension("").with_extension("json")
}

/// What a fault of sealing says of the folder.
pub(super) fn seal_fault(error: SealError, folder: &Path, needed: u64) -> PlaceError {
    match error {
        SealError::Io(error) => fault(&error, folder, needed),
        _ if !folder.is_dir() => PlaceError::Gone,
        _ => PlaceError::ReadBackDiffers,
    }
}

/// What a fault of the file system says of the folder.
pub(super) fn fault(error: &io::Error, folder: &Path, needed: u64) -> PlaceError {
    use io::ErrorKind as Kind;

    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => {
            let free = fs4::available_space(folder).unwrap_or_default();
            PlaceError::NoSpace {
                missing: needed.saturating_sub(free).max(1),
            }
        }
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => PlaceError::ReadOnly,
        _ if !folder.is_dir() => PlaceError::Gone,
        other => PlaceError::Broken(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sealed::{OfficeKey, Secret};
    use crate::store::{ActKind, Stamp, Store};

    fn moment(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    struct Office {
        data: tempfile::TempDir,
        stick: tempfile::TempDir,
        key: OfficeKey,
    }

    impl Office {
        fn open() -> Self {
            let data = tempfile::tempdir().unwrap();
            let mut store = Store::create(data.path()).unwrap();
            let stamp = Stamp {
                at: moment("2026-11-21T10:00:00"),
                clerk: "Lupita".into(),
            };
            let done = store.transact(&stamp, ActKind::SetUp, |tx| {
                tx.put_setting("plantel.nombre", "Plantel Ejemplo")
            });
            done.unwrap();
            Self {
                data,
                stick: tempfile::tempdir().unwrap(),
                key: OfficeKey::make(),
            }
        }

        fn copied(&self, at: &str) -> Copied {
            let register = self.data.path().join(crate::store::FILE_NAME);
            crate::store::copy(&register, &self.data.path().join("copias"), moment(at)).unwrap()
        }

        fn place(&self, at: &str) -> Result<Placed, PlaceError> {
            let folder = prepare(self.stick.path()).unwrap();
            place(
                &self.copied(at),
                &folder,
                &self.key.recipient(),
                moment(at).date(),
            )
        }

        fn folder(&self) -> PathBuf {
            folder_in(self.stick.path())
        }

        fn files(&self) -> Vec<String> {
            let mut names: Vec<String> = fs::read_dir(self.folder())
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        }
    }

    #[test]
    fn a_sealed_copy_opens_to_the_copy_it_was_made_of() {
        let office = Office::open();
        let placed = office.place("2026-11-21T10:30:00").unwrap();
        assert_eq!(
            office.files(),
            [
                "ventanilla-20261121-103000.db.age",
                "ventanilla-20261121-103000.json"
            ]
        );
        assert!(placed.is_whole().unwrap());
        assert_eq!(
            super::placed(&office.folder()).unwrap(),
            std::slice::from_ref(&placed)
        );
        let mut opened = Vec::new();
        sealed::open_into(&placed.path, &Secret::Key(office.key.clone()), &mut opened).unwrap();
        let copy = office.data.path().join("copias/ventanilla-20261121-103000.db");
        assert!(opened == fs::read(copy).unwrap());
    }

    #[test]
    fn a_place_that_is_not_there_is_never_made() {
        let office = Office::open();
        let copied = office.copied("2026-11-21T10:30:00");
        let key = office.key.recipient();
        let day = copied.report.at.date();
        // Where a stick will be mounted there is an empty folder.
        assert_eq!(
            place(&copied, &office.folder(), &key, day),
            Err(PlaceError::Absent)
        );
        assert!(!office.folder().exists());
        assert_eq!(
            prepare(&office.stick.path().join("otra")),
            Err(PlaceError::Absent),
            "nor is the place itself"
        );
    }

    #[test]
    fn what_was_left_half_done_is_no_copy_and_goes_with_the_next() {
        let office = Office::open();
        let whole = office.place("2026-11-21T10:30:00").unwrap();
        let torn = office
            .folder()
            .join("ventanilla-20261121-110000.db.sin-verificar");
        fs::write(&torn, "half").unwrap();
        fs::write(office.folder().join("tarea.docx"), "somebody's").unwrap();
        assert_eq!(super::placed(&office.folder()).unwrap(), [whole]);
        office.place("2026-11-21T11:30:00").unwrap();
        assert!(!torn.exists());
        assert!(office.folder().join("tarea.docx").exists());
    }

    #[test]
    fn a_copy_that_a_pulled_stick_cut_short_is_not_listed_and_a_flipped_byte_is_found() {
        let office = Office::open();
        let placed = office.place("2026-11-21T10:30:00").unwrap();
        let whole = fs::read(&placed.path).unwrap();
        fs::write(&placed.path, &whole[..whole.len() / 2]).unwrap();
        assert_eq!(super::placed(&office.folder()).unwrap(), []);
        for at in [0, 200, whole.len() - 1] {
            let mut flipped = whole.clone();
            flipped[at] ^= 1;
            fs::write(&placed.path, &flipped).unwrap();
            assert!(!placed.is_whole().unwrap(), "byte {at}");
        }
    }

    #[test]
    fn the_manifest_tells_the_campus_and_the_figures_and_nobody() {
        let office = Office::open();
        let placed = office.place("2026-11-21T10:30:00").unwrap();
        let manifest: serde_json::Value =
            serde_json::from_slice(&fs::read(manifest_of(&placed.path)).unwrap()).unwrap();
        let keys: Vec<&str> = manifest.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(
            keys,
            [
                "at",
                "campus",
                "version",
                "students",
                "movements",
                "acts",
                "last_change",
                "content",
                "file",
                "sealed_length",
                "sealed_sha256",
                "sheet"
            ]
        );
        assert_eq!(manifest["campus"], "Plantel Ejemplo");
    }

    #[test]
    fn sealed_copies_are_thinned_as_those_of_the_data_folder_are() {
        let office = Office::open();
        for at in [
            "2026-11-10T10:00:00",
            "2026-11-10T11:00:00",
            "2026-11-20T10:00:00",
        ] {
            office.place(at).unwrap();
        }
        let gone = thin_placed(&office.folder(), "2026-11-21".parse().unwrap()).unwrap();
        assert_eq!(gone.len(), 1);
        assert!(gone[0].ends_with("ventanilla-20261110-100000.db.age"));
        assert_eq!(office.files().len(), 4);
    }

    #[test]
    #[cfg(unix)]
    fn a_place_that_cannot_be_written_is_told() {
        use std::os::unix::fs::PermissionsExt;

        let office = Office::open();
        office.place("2026-11-21T10:30:00").unwrap();
        fs::set_permissions(office.folder(), fs::Permissions::from_mode(0o500)).unwrap();
        // Root may write anywhere.
        if fs::write(office.folder().join("x"), "x").is_err() {
            assert_eq!(office.place("2026-11-21T11:00:00"), Err(PlaceError::ReadOnly));
        }
        fs::set_permissions(office.folder(), fs::Permissions::from_mode(0o700)).unwrap();
    }
}
