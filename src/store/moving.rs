//! The Mudanza: one file that takes the whole register to another PC.
//!
//! It is a zip of two parts, neither of them packed: `datos.age`, a verified copy sealed with a passphrase, and
//! `manifiesto.json`, what is known of it without opening it, without personal data. A file has its name only once it was
//! read back whole, opened with the passphrase and compared.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{Datelike, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};
use zip::read::ZipFile;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::copies::{Copied, CopyReport, FileMark, UNVERIFIED, sync_names};
use super::places::{self, PlaceError};
use super::restore::RestoreError;
use super::sealed::{self, Lock, Measured, Passphrase, SealError, SealedFile, Secret};
use super::{StoreError, make_private_file, not_writable, schema};

/// How the name of a Mudanza ends, after the dot.
pub const ENDING: &str = "ventanilla";
/// The sealed part.
const SEALED: &str = "datos.age";
/// The plain part.
const MANIFEST: &str = "manifiesto.json";
/// Nobody writes a file that was not touched for so long.
const ABANDONED_AFTER: Duration = Duration::from_secs(60 * 60);
/// No manifest is as long as this.
const LONGEST_MANIFEST: u64 = 1 << 16;
/// Where the name of the first part stands in a zip.
const FIRST_NAME: usize = 30;
/// From here on a zip has to write lengths another way; some room is left below 4 GiB.
const LARGE: u64 = 0xF000_0000;

/// What is known of a Mudanza without opening it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovingReport {
    /// The version of the program that wrote it.
    pub program: String,
    /// The manifest of the copy in it.
    #[serde(flatten)]
    pub copy: CopyReport,
    /// Length of the sealed part in bytes.
    pub sealed_length: u64,
    /// SHA-256 of the sealed part, 64 hexadecimal digits.
    pub sealed_sha256: String,
}

/// A Mudanza that tells what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovingFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its manifest.
    pub report: MovingReport,
}

/// Why there is no Mudanza. The register is untouched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotMoved {
    /// Another file has that name.
    #[error("{} is there already", .0.display())]
    Taken(PathBuf),
    /// The folder's faults.
    #[error(transparent)]
    Place(#[from] PlaceError),
}

/// Whether a file is, by its name, a Mudanza.
pub fn is_named_so(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

/// Writes a verified copy as the Mudanza `to`, reads it back, opens it, compares it, and only then gives it its name.
/// `program` is the version of this one.
///
/// # Errors
/// [`NotMoved`]; then there is no file `to` that was not there before.
pub fn write(
    copied: &Copied,
    to: &Path,
    passphrase: &Passphrase,
    program: &str,
) -> Result<MovingFile, NotMoved> {
    let folder = match to.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(PlaceError::Absent.into());
    }
    if to.exists() {
        return Err(NotMoved::Taken(to.to_owned()));
    }
    let unverified = unverified(to);
    let _ = fs::remove_file(&unverified);
    clear(folder);
    let needed = places::needed_for(&copied.path)?;
    places::require_free(folder, needed)?;
    let written = fill(copied, &unverified, passphrase, program)
        .and_then(|report| read_back(&unverified, passphrase, &report).map(|()| report))
        .map_err(|error| places::seal_fault(error, folder, needed));
    let named = written.and_then(|report| {
        fs::rename(&unverified, to).map_err(|error| places::fault(&error, folder, needed))?;
        Ok(report)
    });
    match named {
        Ok(report) => {
            // The name too must survive a power cut. Not every stick's file system can be asked for it.
            let _ = sync_names(folder);
            Ok(MovingFile {
                path: to.to_owned(),
                report,
            })
        }
        Err(error) => {
            let _ = fs::remove_file(&unverified);
            Err(error.into())
        }
    }
}

/// Takes away what is left in a folder of Mudanzas that nobody is writing any more: a stick was pulled out, a PC lost its
/// power. What can't be taken away now goes another time.
fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let ending = format!(".{ENDING}.{UNVERIFIED}");
    for entry in entries.flatten() {
        let touched = entry.metadata().and_then(|about| about.modified());
        let is_abandoned = touched.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > ABANDONED_AFTER));
        if is_abandoned && entry.file_name().to_string_lossy().ends_with(&ending) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The whole name and what says that nobody has read the file back: no reader takes it for a Mudanza.
fn unverified(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".");
    name.push(UNVERIFIED);
    name.into()
}

fn fill(
    copied: &Copied,
    to: &Path,
    passphrase: &Passphrase,
    program: &str,
) -> Result<MovingReport, SealError> {
    let mut content = Measured::new(BufReader::new(File::open(&copied.path)?));
    make_private_file(to).map_err(|error| match error {
        StoreError::Io(error) => SealError::Io(error),
        StoreError::DiskFull => SealError::Io(io::ErrorKind::StorageFull.into()),
        _ => SealError::Io(io::ErrorKind::PermissionDenied.into()),
    })?;
    let file = File::options().read(true).write(true).open(to)?;
    let mut archive = ZipWriter::new(BufWriter::new(&file));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip_time(copied.report.at))
        .large_file(fs::metadata(&copied.path)?.len() > LARGE);
    archive.start_file(SEALED, options).map_err(writing)?;
    let mut through = Measured::new(&mut archive);
    sealed::seal(&mut content, &mut through, Lock::Passphrase(passphrase))?;
    let SealedFile { length, sha256 } = through.figures();
    let whole = content.figures();
    if copied.report.file.as_ref().is_some_and(|mark| !is(&whole, mark)) {
        // It is no longer the copy that was verified.
        return Err(SealError::ReadBackDiffers);
    }
    let report = MovingReport {
        program: program.to_owned(),
        copy: CopyReport {
            file: Some(FileMark {
                bytes: whole.length,
                sha256: whole.sha256,
            }),
            ..copied.report.clone()
        },
        sealed_length: length,
        sealed_sha256: sha256,
    };
    archive.start_file(MANIFEST, options).map_err(writing)?;
    archive.write_all(&serde_json::to_vec_pretty(&report).map_err(io::Error::from)?)?;
    archive.finish().map_err(writing)?.flush()?;
    file.sync_all()?;
    sealed::forget(&file);
    Ok(report)
}

/// A moment as a zip tells it: in steps of two seconds, from 1980 on.
fn zip_time(at: NaiveDateTime) -> DateTime {
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    let (date, time) = (at.date(), at.time());
    DateTime::from_date_and_time(
        u16::try_from(date.year()).unwrap_or_default(),
        part(date.month()),
        part(date.day()),
        part(time.hour()),
        part(time.minute()),
        part(time.second()),
    )
    .unwrap_or_default()
}

fn writing(error: ZipError) -> SealError {
    match error {
        ZipError::Io(error) => SealError::Io(error),
        other => SealError::Io(io::Error::other(other)),
    }
}

fn is(figures: &SealedFile, mark: &FileMark) -> bool {
    figures.length == mark.bytes && figures.sha256 == mark.sha256
}

/// Reads what was written from the disk, as the other PC will, and opens it.
fn read_back(path: &Path, passphrase: &Passphrase, written: &MovingReport) -> Result<(), SealError> {
    let fault = |error| match error {
        RestoreError::Store(StoreError::Io(error)) => SealError::Io(error),
        _ => SealError::ReadBackDiffers,
    };
    let found = look(path).map_err(fault)?;
    let opened = found.open_into(passphrase, io::sink()).map_err(fault)?;
    if found.report == *written && found.report.copy.file == Some(opened) {
        Ok(())
    } else {
        Err(SealError::ReadBackDiffers)
    }
}

/// Reads what a Mudanza tells of itself. No secret is needed.
///
/// # Errors
/// [`RestoreError`]: there is none, it is not whole, it is another kind of file, or of a newer program.
pub fn look(path: &Path) -> Result<MovingFile, RestoreError> {
    if !path.is_file() {
        return Err(RestoreError::NotThere(path.to_owned()));
    }
    let begins_so = begins_as_a_mudanza(path).map_err(StoreError::from)?;
    let not_ours = |why: &str| {
        if begins_so {
            RestoreError::NotWhole(why.to_owned())
        } else {
            RestoreError::Foreign(path.to_owned())
        }
    };
    let mut archive = archive(path, &not_ours)?;
    let manifest = manifest(&mut archive, &not_ours)?;
    #[derive(Deserialize)]
    struct OfVersion {
        version: i64,
    }
    if let Ok(OfVersion { version }) = serde_json::from_slice(&manifest)
        && version > schema::known()
    {
        return Err(RestoreError::Newer {
            found: version,
            known: schema::known(),
        });
    }
    let report: MovingReport = serde_json::from_slice(&manifest).map_err(|_| not_ours(MANIFEST))?;
    let sealed = part(&mut archive, SEALED, &not_ours)?;
    if sealed.compression() != CompressionMethod::Stored || sealed.size() != report.sealed_length {
        return Err(RestoreError::NotWhole(format!(
            "{} bytes of {}",
            sealed.size(),
            report.sealed_length
        )));
    }
    drop(sealed);
    Ok(MovingFile {
        path: path.to_owned(),
        report,
    })
}

/// Whether the first part of an archive is ours, as far as the file goes.
fn begins_as_a_mudanza(path: &Path) -> io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?
        .take((FIRST_NAME + SEALED.len()) as u64)
        .read_to_end(&mut head)?;
    let zip = b"PK\x03\x04";
    let beginning = zip.starts_with(&head[..head.len().min(zip.len())]);
    let name = head.get(FIRST_NAME..).unwrap_or_default();
    Ok(beginning && SEALED.as_bytes().starts_with(name) && (is_named_so(path) || !name.is_empty()))
}

fn archive(
    path: &Path,
    not_ours: &dyn Fn(&str) -> RestoreError,
) -> Result<ZipArchive<BufReader<File>>, RestoreError> {
    let file = File::open(path).map_err(StoreError::from)?;
    ZipArchive::new(BufReader::new(file)).map_err(|error| match error {
        ZipError::Io(error) if !is_of_the_content(&error) => StoreError::from(error).into(),
        _ => not_ours("zip"),
    })
}

/// Whether a fault says that the file is another than it was, and not that the disk can't be read.
fn is_of_the_content(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    matches!(
        error.kind(),
        Kind::InvalidData | Kind::UnexpectedEof | Kind::InvalidInput | Kind::Other
    )
}

fn part<'a, R: Read + Seek>(
    archive: &'a mut ZipArchive<R>,
    name: &str,
    not_ours: &dyn Fn(&str) -> RestoreError,
) -> Result<ZipFile<'a, R>, RestoreError> {
    archive.by_name(name).map_err(|error| match error {
        ZipError::Io(error) if !is_of_the_content(&error) => StoreError::from(error).into(),
        _ => not_ours(name),
    })
}

fn manifest<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    not_ours: &dyn Fn(&str) -> RestoreError,
) -> Result<Vec<u8>, RestoreError> {
    let mut manifest = Vec::new();
    let read = part(archive, MANIFEST, not_ours)?
        .take(LONGEST_MANIFEST)
        .read_to_end(&mut manifest);
    match read {
        Ok(_) => Ok(manifest),
        Err(error) if is_of_the_content(&error) => Err(not_ours(MANIFEST)),
        Err(error) => Err(StoreError::from(error).into()),
    }
}

impl MovingFile {
    /// Whether the sealed part is byte for byte the one that was written: reads all of it, and needs no secret.
    ///
    /// # Errors
    /// It can't be read.
    pub fn is_whole(&self) -> Result<bool, RestoreError> {
        let read = self.with_sealed(|sealed| Ok(io::copy(sealed, &mut io::sink()).map(|_| ())?));
        match read {
            Ok(((), figures)) => Ok(self.is_sealed_so(&figures)),
            Err(RestoreError::NotWhole(_) | RestoreError::Foreign(_)) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Opens the sealed part into `plain`, to its very end. What was written before an error is worth nothing.
    ///
    /// # Errors
    /// [`RestoreError`]: the passphrase is another one, or the file is not whole.
    pub fn open_into(&self, passphrase: &Passphrase, plain: impl Write) -> Result<FileMark, RestoreError> {
        let mut plain = Measured::new(plain);
        let secret = Secret::Passphrase(passphrase.clone());
        let ((), figures) = self.with_sealed(|mut sealed| {
            let mut opened = sealed::open(&mut sealed, &secret)?;
            io::copy(&mut opened, &mut plain)?;
            drop(opened);
            // Whatever follows the sealed part is none of it, and then it is not what was written.
            io::copy(sealed, &mut io::sink())?;
            Ok(())
        })?;
        plain
            .flush()
            .map_err(|error| not_writable(error, Path::new("")))?;
        if !self.is_sealed_so(&figures) {
            return Err(RestoreError::NotWhole(SEALED.to_owned()));
        }
        let SealedFile { length, sha256 } = plain.figures();
        Ok(FileMark {
            bytes: length,
            sha256,
        })
    }

    fn is_sealed_so(&self, figures: &SealedFile) -> bool {
        figures.length == self.report.sealed_length && figures.sha256 == self.report.sealed_sha256
    }

    /// Reads the sealed part, and measures what was read of it.
    fn with_sealed<T>(
        &self,
        read: impl FnOnce(&mut dyn Read) -> Result<T, SealError>,
    ) -> Result<(T, SealedFile), RestoreError> {
        let not_ours = |why: &str| RestoreError::NotWhole(why.to_owned());
        let mut archive = archive(&self.path, &not_ours)?;
        let mut sealed = Measured::new(part(&mut archive, SEALED, &not_ours)?);
        let read = read(&mut sealed).map_err(|error| match error {
            SealError::Io(error) if is_of_the_content(&error) => not_ours(SEALED),
            SealError::Io(error) => not_writable(error, Path::new("")).into(),
            SealError::WrongPassphrase => RestoreError::WrongPassphrase,
            _ => not_ours(SEALED),
        })?;
        Ok((read, sealed.figures()))
    }
}

#[cfg(test)]
mod tests;
