//! What leaves the PC is sealed: encrypted with age, to the office's key or to a passphrase.
//!
//! The office's key is made once and printed. The register keeps its public half alone, so that copies can be sealed
//! every half hour by a program that could not open one of them. Everything here streams: a register of any size takes
//! some kilobytes of memory.

mod key;

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::iter;
use std::path::Path;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, Identity, scrypt};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::{StoreError, make_private_file};
use crate::domain::passphrase;
pub use key::{GROUPS_TO_TEST, KeyFault, OfficeKey, Recipient, SheetProof};

/// Every file of age begins so.
const MAGIC: &[u8] = b"age-encryption.org/";
/// scrypt's work for a passphrase, 2^17 rounds in 128 MB: some half second, the same on every PC that opens the file.
const WORK: u8 = 17;
/// No file makes this program do more than 2^20 rounds in 1 GB, whatever it declares.
const MOST_WORK: u8 = 20;

/// A passphrase. Spaces around it don't count, nor how a keyboard composes an accent, nor anything else that
/// [`passphrase::settled`] takes away.
#[derive(Debug, Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// The passphrase that somebody typed.
    pub fn new(typed: &str) -> Self {
        let settled = passphrase::settled(typed);
        Self(SecretString::from(settled.nfc().collect::<String>()))
    }
}

/// What a file is sealed with.
#[derive(Debug, Clone, Copy)]
pub enum Lock<'a> {
    /// The office's public key.
    Key(&'a Recipient),
    /// A passphrase.
    Passphrase(&'a Passphrase),
}

/// What opens it.
#[derive(Debug, Clone)]
pub enum Secret {
    /// The office's key, from the hoja de rescate.
    Key(OfficeKey),
    /// A passphrase.
    Passphrase(Passphrase),
}

/// Why nothing was sealed, or why a sealed file does not open.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// It was sealed to another key; or its head is damaged, which looks the same: its manifest tells.
    #[error("sealed to another key")]
    WrongKey,
    /// It was sealed with another passphrase.
    #[error("sealed with another passphrase")]
    WrongPassphrase,
    /// It was sealed to a key, and a passphrase was tried.
    #[error("sealed to a key")]
    NeedsKey,
    /// It was sealed with a passphrase, and a key was tried.
    #[error("sealed with a passphrase")]
    NeedsPassphrase,
    /// It is not whole: cut short, or changed.
    #[error("not whole")]
    Torn,
    /// It is no sealed file, or of a kind that this program does not know.
    #[error("not a sealed file")]
    Foreign,
    /// What was read back is not what was written.
    #[error("what was read back differs")]
    ReadBackDiffers,
    /// It can't be read or written.
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for SealError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            // So the stream says that a part does not decrypt, or that the last one is missing.
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => Self::Torn,
            _ => Self::Io(error),
        }
    }
}

/// What is known of a sealed file without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedFile {
    /// Its length in bytes.
    pub length: u64,
    /// Its SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

/// Seals all of `plain` into `sealed`, and returns how many bytes were sealed.
///
/// # Errors
/// [`SealError::Io`]; then what was written is no sealed file.
pub fn seal(plain: impl Read, sealed: impl Write, lock: Lock<'_>) -> Result<u64, SealError> {
    match lock {
        Lock::Key(recipient) => encrypt(plain, sealed, &[recipient.age()]),
        Lock::Passphrase(passphrase) => encrypt(plain, sealed, &[&with_passphrase(passphrase)]),
    }
}

/// What opens a sealed file: reads what was sealed. Its faults are [`io::Error`]s, which [`SealError`] tells apart.
///
/// # Errors
/// [`SealError`]: the secret is another one, or there is no whole head. That the rest is whole shows as it is read.
pub fn open<R: Read>(sealed: R, secret: &Secret) -> Result<impl Read + use<R>, SealError> {
    match secret {
        Secret::Key(key) => decrypt(sealed, key.age(), false),
        Secret::Passphrase(passphrase) => {
            let mut identity = scrypt::Identity::new(passphrase.0.clone());
            identity.set_max_work_factor(MOST_WORK);
            decrypt(sealed, &identity, true)
        }
    }
}

/// Opens a sealed file into `plain`, to its very end, and returns how many bytes it holds. What was written before an
/// error is worth nothing: it goes where nobody takes it for a whole file.
///
/// # Errors
/// [`SealError`].
pub fn open_into(sealed: &Path, secret: &Secret, mut plain: impl Write) -> Result<u64, SealError> {
    let mut opened = open(BufReader::new(File::open(sealed)?), secret)?;
    let length = io::copy(&mut opened, &mut plain)?;
    plain.flush()?;
    Ok(length)
}

/// Seals the file `plain` into the new file `to`, then reads all of it back from the disk, opens it and compares. For that
/// a file that is sealed to a key gets a second one, made for this write, whose secret half lives in memory until then.
///
/// # Errors
/// [`SealError`]; then there is no file `to`.
pub fn seal_file(plain: &Path, to: &Path, lock: Lock<'_>) -> Result<SealedFile, SealError> {
    make_private_file(to).map_err(|error| match error {
        StoreError::Io(error) => SealError::Io(error),
        StoreError::DiskFull => SealError::Io(io::ErrorKind::StorageFull.into()),
        _ => SealError::Io(io::ErrorKind::PermissionDenied.into()),
    })?;
    let sealed = write_and_read_back(plain, to, lock);
    if sealed.is_err() {
        let _ = std::fs::remove_file(to);
    }
    sealed
}

fn write_and_read_back(plain: &Path, to: &Path, lock: Lock<'_>) -> Result<SealedFile, SealError> {
    let mut content = Measured::new(BufReader::new(File::open(plain)?));
    let file = File::options().write(true).open(to)?;
    let mut written = Measured::new(BufWriter::new(&file));
    let check = match lock {
        Lock::Key(recipient) => {
            let once = OfficeKey::make();
            let second = once.recipient();
            let both: [&dyn age::Recipient; 2] = [recipient.age(), second.age()];
            encrypt(&mut content, &mut written, &both)?;
            Secret::Key(once)
        }
        Lock::Passphrase(passphrase) => {
            seal(&mut content, &mut written, lock)?;
            Secret::Passphrase(passphrase.clone())
        }
    };
    written.inner.flush()?;
    file.sync_all()?;
    forget(&file);
    let sealed = written.figures();
    drop(written);

    let mut read_back = Measured::new(BufReader::new(File::open(to)?));
    let mut opened = Measured::new(open(&mut read_back, &check)?);
    io::copy(&mut opened, &mut io::sink())?;
    let same_content = opened.figures() == content.figures();
    drop(opened);
    if !same_content || read_back.figures() != sealed {
        return Err(SealError::ReadBackDiffers);
    }
    Ok(sealed)
}

/// Has the system read the file anew from the disk, and not from memory. Where it can't be asked for, what is compared
/// later is what the system says that it wrote.
pub(super) fn forget(file: &File) {
    #[cfg(target_os = "linux")]
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
    #[cfg(not(target_os = "linux"))]
    let _ = file;
}

/// Length and hash of a sealed file as it lies on the disk.
///
/// # Errors
/// It can't be read.
pub fn figures_of(sealed: &Path) -> io::Result<SealedFile> {
    let mut file = Measured::new(BufReader::new(File::open(sealed)?));
    io::copy(&mut file, &mut io::sink())?;
    Ok(file.figures())
}

fn with_passphrase(passphrase: &Passphrase) -> scrypt::Recipient {
    let mut recipient = scrypt::Recipient::new(passphrase.0.clone());
    recipient.set_work_factor(WORK);
    recipient
}

fn encrypt(
    mut plain: impl Read,
    sealed: impl Write,
    recipients: &[&dyn age::Recipient],
) -> Result<u64, SealError> {
    // Recipients that can't stand together are the only refusal, and ours can.
    let encryptor = Encryptor::with_recipients(recipients.iter().copied())
        .map_err(|error| SealError::Io(io::Error::other(error)))?;
    let mut stream = encryptor.wrap_output(sealed).map_err(SealError::Io)?;
    let length = io::copy(&mut plain, &mut stream).map_err(SealError::Io)?;
    stream
        .finish()
        .and_then(|mut sealed| sealed.flush())
        .map_err(SealError::Io)?;
    Ok(length)
}

fn decrypt<R: Read>(
    mut sealed: R,
    identity: &dyn Identity,
    is_passphrase: bool,
) -> Result<impl Read + use<R>, SealError> {
    let mut beginning = Vec::with_capacity(MAGIC.len());
    (&mut sealed)
        .take(MAGIC.len() as u64)
        .read_to_end(&mut beginning)?;
    if beginning != MAGIC {
        let cut_short = MAGIC.starts_with(&beginning);
        return Err(if cut_short {
            SealError::Torn
        } else {
            SealError::Foreign
        });
    }
    let whole = io::Cursor::new(beginning).chain(sealed);
    let decryptor =
        Decryptor::new_buffered(BufReader::new(whole)).map_err(|error| refused(error, is_passphrase))?;
    match (decryptor.is_scrypt(), is_passphrase) {
        (true, false) => return Err(SealError::NeedsPassphrase),
        (false, true) => return Err(SealError::NeedsKey),
        _ => {}
    }
    decryptor
        .decrypt(iter::once(identity))
        .map_err(|error| refused(error, is_passphrase))
}

fn refused(error: DecryptError, is_passphrase: bool) -> SealError {
    match error {
        DecryptError::NoMatchingKeys => SealError::WrongKey,
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed if is_passphrase => {
            SealError::WrongPassphrase
        }
        DecryptError::Io(error) => error.into(),
        DecryptError::UnknownFormat | DecryptError::ExcessiveWork { .. } => SealError::Foreign,
        _ => SealError::Torn,
    }
}

/// Counts and hashes what passes.
pub(super) struct Measured<T> {
    inner: T,
    hash: Sha256,
    length: u64,
}

impl<T> Measured<T> {
    pub(super) fn new(inner: T) -> Self {
        Self {
            inner,
            hash: Sha256::new(),
            length: 0,
        }
    }

    fn pass(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.length += bytes.len() as u64;
    }

    pub(super) fn figures(&self) -> SealedFile {
        SealedFile {
            length: self.length,
            sha256: hex(&self.hash.clone().finalize()),
        }
    }
}

impl<T: Read> Read for Measured<T> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.pass(&buffer[..length]);
        Ok(length)
    }
}

impl<T: Write> Write for Measured<T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = self.inner.write(bytes)?;
        self.pass(&bytes[..length]);
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// SHA-256 of some bytes, 64 hexadecimal digits.
pub fn hash_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Two hexadecimal digits for each byte.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
