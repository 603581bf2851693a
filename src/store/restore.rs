//! Bringing a copy back in the place of the register.
//!
//! A copy is *prepared* in a private folder of its own: brought there, opened, checked, brought to this program's
//! schema, all before anything of the register is touched. Then the two are *compared*. Only then is the register
//! *replaced*: it is kept, closed, and the prepared file renamed over it, so that a crash at any instant leaves the one or
//! the other, whole.

mod candidates;
mod compare;
mod replace;
mod room;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{BufWriter, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;

use super::copies::{CopyError, CopyReport, FileMark, beside, bring, report_of, verify};
use super::moving;
pub use super::moving::is_named_so as is_moving;
use super::places::{self, SEALED_ENDING};
use super::sealed::{self, Passphrase, SealError, Secret};
use super::{Store, StoreError, make_private_file, not_writable, schema};
pub(super) use candidates::is_whole;
pub use candidates::{Asks, Candidate, Origin, candidate, candidates, candidates_at, candidates_in};
pub use compare::compare;
pub(super) use replace::half_way;
pub use replace::{NotReplaced, RESTORED, replace};
use room::Room;

/// Why a copy was not used. The register and the copy are what they were.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// There is no such file.
    #[error("no file at {}", .0.display())]
    NotThere(PathBuf),
    /// It is a copy, or was one: torn, cut short, or not what its manifest says.
    #[error("the copy is not whole: {0}")]
    NotWhole(String),
    /// It is no register at all.
    #[error("{} is not a register", .0.display())]
    Foreign(PathBuf),
    /// A newer program wrote it.
    #[error("the copy has version {found}, this program knows {known}")]
    Newer {
        /// Its version.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// It is sealed to the office's key, and the key was not given.
    #[error("sealed to a key")]
    KeyWanted,
    /// It is sealed with a passphrase, and the passphrase was not given.
    #[error("sealed with a passphrase")]
    PassphraseWanted,
    /// It is sealed to another key.
    #[error("sealed to another key")]
    WrongKey,
    /// It is sealed with another passphrase.
    #[error("sealed with another passphrase")]
    WrongPassphrase,
    /// Something was saved in the register since the two were compared.
    #[error("the register is another one than was shown")]
    Outdated,
    /// Another process has the register open, so that it can't be replaced.
    #[error("somebody else has the register open")]
    InUse,
    /// The file's faults, of the register or of the disk.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for RestoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// A copy that was opened, checked and brought to this program's schema, in a private folder that goes away with it.
#[derive(Debug)]
pub struct Prepared {
    room: Room,
    /// The file that it was brought from.
    pub from: PathBuf,
    /// What was found in it, as it was brought.
    pub report: CopyReport,
    /// Whether its manifest told the same. Of a file without one nobody can tell whether it is what was written.
    pub is_vouched: bool,
}

impl Prepared {
    /// The file, which has this program's schema and nothing beside it.
    pub fn file(&self) -> PathBuf {
        self.room.file()
    }

    /// The private folder in which it lies, under the name of a register.
    pub fn folder(&self) -> &Path {
        self.room.path()
    }

    /// Opens it for reading.
    ///
    /// # Errors
    /// The file's faults.
    pub fn open_to_read(&self) -> Result<Store, StoreError> {
        let mut store = Store::open_to_read(self.room.path())?;
        store.copy_of = Some(self.report.last_change.unwrap_or(self.report.at));
        Ok(store)
    }
}

/// Prepares the copy at `from` in a private folder inside `data`; `secret` opens it if it is sealed.
///
/// # Errors
/// [`RestoreError`]; then nothing is left of what was begun.
pub fn prepare(
    from: &Path,
    secret: Option<&Secret>,
    data: &Path,
    at: NaiveDateTime,
) -> Result<Prepared, RestoreError> {
    if !from.is_file() {
        return Err(RestoreError::NotThere(from.to_owned()));
    }
    let room = Room::within(data)?;
    let file = room.file();
    let (brought, manifest) = if is_sealed(from) {
        let placed = places::with_manifest(from);
        let brought = unseal(from, secret, &file)?;
        (brought, placed.map(|it| it.report.copy))
    } else {
        let brought = bring(from, &file).map_err(|error| not_writable(error, room.path()))?;
        (brought, report_of(from))
    };
    if let Some(written) = manifest.as_ref().and_then(|it| it.file.as_ref()) {
        agree(written, &brought)?;
    }
    recognise(&file, from, manifest.is_some())?;
    if manifest.is_none() && !is_sealed(from) {
        take_companions(from, &file)?;
    }
    settle(room, from, manifest, at)
}

/// Prepares what the Mudanza at `from` holds in a private folder inside `data`.
///
/// # Errors
/// As [`prepare`], and [`RestoreError::WrongPassphrase`]. Whether the file is whole is found out before its passphrase is.
pub fn prepare_moving(
    from: &Path,
    passphrase: &Passphrase,
    data: &Path,
    at: NaiveDateTime,
) -> Result<Prepared, RestoreError> {
    let moving = moving::look(from)?;
    if !moving.is_whole()? {
        return Err(RestoreError::NotWhole(from.display().to_string()));
    }
    let room = Room::within(data)?;
    let file = room.file();
    make_private_file(&file)?;
    let written = File::options()
        .write(true)
        .open(&file)
        .map_err(|error| not_writable(error, room.path()))?;
    let opened = moving.open_into(passphrase, BufWriter::new(written))?;
    if let Some(mark) = &moving.report.copy.file {
        agree(mark, &opened)?;
    }
    recognise(&file, from, true)?;
    settle(room, from, Some(moving.report.copy), at)
}

/// Checks the file in a room, holds it against its manifest, and brings it to this program's schema.
fn settle(
    room: Room,
    from: &Path,
    manifest: Option<CopyReport>,
    at: NaiveDateTime,
) -> Result<Prepared, RestoreError> {
    let file = room.file();
    let report = verify(&file, at).map_err(|error| torn(error, from))?;
    let is_vouched = match &manifest {
        Some(manifest) => vouched(manifest, &report)?,
        None => false,
    };
    if report.version < schema::known() {
        migrate(&room)?;
        verify(&file, at).map_err(|error| torn(error, from))?;
    }
    let missing = schema::missing(&Connection::open(&file)?)?;
    if !missing.is_empty() {
        return Err(RestoreError::NotWhole(missing.join(", ")));
    }
    Ok(Prepared {
        room,
        from: from.to_owned(),
        report: CopyReport {
            at: manifest.map_or(report.at, |it| it.at),
            ..report
        },
        is_vouched,
    })
}

/// Whether the name says that the file is a sealed copy.
fn is_sealed(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().ends_with(SEALED_ENDING))
}

/// Opens a sealed copy into the new file `to`.
///
/// A torn head and another key look the same from within: the hash of the sealed file tells them apart.
fn unseal(from: &Path, secret: Option<&Secret>, to: &Path) -> Result<FileMark, RestoreError> {
    let placed = places::with_manifest(from);
    let is_whole = placed
        .map(|it| it.is_whole())
        .transpose()
        .map_err(StoreError::from)?;
    if is_whole == Some(false) {
        return Err(RestoreError::NotWhole("sealed file".into()));
    }
    let secret = secret.ok_or(RestoreError::KeyWanted)?;
    make_private_file(to)?;
    let opened = File::options()
        .write(true)
        .open(to)
        .map_err(SealError::Io)
        .and_then(|plain| sealed::open_into(from, secret, plain));
    opened.map_err(|error| match error {
        SealError::WrongKey => RestoreError::WrongKey,
        SealError::WrongPassphrase => RestoreError::WrongPassphrase,
        SealError::NeedsKey => RestoreError::KeyWanted,
        SealError::NeedsPassphrase => RestoreError::PassphraseWanted,
        SealError::Torn | SealError::ReadBackDiffers => RestoreError::NotWhole("sealed file".into()),
        SealError::Foreign => RestoreError::Foreign(from.to_owned()),
        SealError::Io(error) => RestoreError::Store(not_writable(error, to)),
    })?;
    let plain = sealed::figures_of(to).map_err(StoreError::from)?;
    Ok(FileMark {
        bytes: plain.length,
        sha256: plain.sha256,
    })
}

/// Whether the file is, byte by byte, the one that was written.
fn agree(written: &FileMark, brought: &FileMark) -> Result<(), RestoreError> {
    if written == brought {
        return Ok(());
    }
    Err(RestoreError::NotWhole(format!(
        "{} bytes of {}",
        brought.bytes, written.bytes
    )))
}

/// Tells a register from anything else by its first bytes, before SQLite is asked.
fn recognise(file: &Path, from: &Path, has_manifest: bool) -> Result<(), RestoreError> {
    let mut head = [0; 100];
    let read = File::open(file).and_then(|mut file| {
        let mut read = 0;
        while read < head.len() {
            match file.read(&mut head[read..])? {
                0 => break,
                more => read += more,
            }
        }
        Ok(read)
    });
    let read = read.map_err(StoreError::from)?;
    let is_ours =
        head.starts_with(b"SQLite format 3\0") && head[68..72] == schema::APPLICATION_ID.to_be_bytes();
    match is_ours {
        true => Ok(()),
        false if read < head.len() || has_manifest => Err(RestoreError::NotWhole(format!("{read} bytes"))),
        false => Err(RestoreError::Foreign(from.to_owned())),
    }
}

/// Brings what SQLite keeps beside a register that was not closed in order, as on the disk of a PC that died, and puts it
/// where it belongs.
fn take_companions(from: &Path, file: &Path) -> Result<(), RestoreError> {
    let mut taken = false;
    // The third is an index of the first, which SQLite makes anew.
    for companion in ["-wal", "-journal"] {
        let (from, to) = (beside(from, companion), beside(file, companion));
        if from.exists() {
            bring(&from, &to).map_err(StoreError::from)?;
            taken = true;
        }
    }
    if taken {
        flatten(&Connection::open(file)?)?;
    }
    Ok(())
}

/// Puts everything into the one file, with nothing beside it, which takes that nobody else has it open.
fn flatten(conn: &Connection) -> Result<(), RestoreError> {
    let mode = conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0));
    match mode.map_err(StoreError::from) {
        Ok(mode) if mode == "delete" => Ok(()),
        Ok(_) | Err(StoreError::AnotherWriter) => Err(RestoreError::InUse),
        Err(other) => Err(other.into()),
    }
}

/// Whether the copy holds what its manifest says.
fn vouched(manifest: &CopyReport, found: &CopyReport) -> Result<bool, RestoreError> {
    let figures = |of: &CopyReport| (of.version, of.students, of.movements, of.acts);
    if figures(manifest) != figures(found) {
        return Err(RestoreError::NotWhole(format!(
            "{} students of {}",
            found.students, manifest.students
        )));
    }
    match manifest.content.as_str() {
        // Earlier versions did not write it.
        "" => Ok(false),
        content if content == found.content => Ok(true),
        _ => Err(RestoreError::NotWhole("content".into())),
    }
}

/// Brings a prepared file to this program's schema.
fn migrate(room: &Room) -> Result<(), RestoreError> {
    let store = Store::open(room.path())?;
    flatten(&store.conn)
}

/// What a check that failed says of the copy.
fn torn(error: CopyError, from: &Path) -> RestoreError {
    match error {
        CopyError::DoesNotMatch(found) | CopyError::Store(StoreError::Damaged(found)) => {
            RestoreError::NotWhole(found)
        }
        CopyError::Store(StoreError::Newer { found, known }) => RestoreError::Newer { found, known },
        CopyError::Store(fault @ (StoreError::DiskFull | StoreError::NotWritable(_) | StoreError::Io(_))) => {
            fault.into()
        }
        // It has our mark, or a manifest, and can't be read all the same.
        CopyError::Store(other) => RestoreError::NotWhole(format!("{}: {other}", from.display())),
    }
}
