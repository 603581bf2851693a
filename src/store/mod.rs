//! The SQLite file: schema, rows, search, journal and copies. SQL is written here and nowhere else.
//!
//! One process writes, and holds a lock file while it does; any number of others may read beside it. Every change
//! is made by [`Store::transact`], which writes the act's journal entry in the same transaction:
//!
//! ```
//! # use ventanilla::store::{ActKind, Stamp, Store, StoreError};
//! # fn main() -> Result<(), StoreError> {
//! let mut store = Store::in_memory()?;
//! let stamp = Stamp { at: "2026-11-21T10:30:00".parse().unwrap(), clerk: "Lupita".into() };
//! let done = store.transact(&stamp, ActKind::SetUp, |tx| tx.put_setting("plantel.nombre", "Plantel Ejemplo"))?;
//! assert!(done.act.is_some());
//! assert_eq!(store.reader().setting("plantel.nombre")?.as_deref(), Some("Plantel Ejemplo"));
//! # Ok(()) }
//! ```

mod captures;
mod cases;
mod check;
mod checklist;
mod clinics;
mod closings;
mod copies;
mod distinct;
mod documents;
mod drafts;
mod error;
mod evidence;
mod imports;
mod journal;
mod lists;
mod logos;
mod movements;
pub mod moving;
mod notices;
mod office_keys;
pub mod places;
mod printers;
mod prints;
mod proposed_bajas;
pub mod restore;
mod rosters;
mod schema;
pub mod sealed;
mod search;
mod search_index;
mod settings;
mod space;
mod students;
mod today;
mod unanswered;
mod undo;
mod vigencia;

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

pub use captures::{KeptCapture, UnfinishedCapture};
pub use check::Finding;
pub use clinics::ClinicRow;
pub use closings::{NewClosing, SetAside, seal};
pub use copies::{
    Copied, CopyError, CopyReport, FileMark, Kept, copies, copy, flawed_copies, keep_aside, keep_present,
    kept_copies, last_copy, last_copy_until, report_of, thin_copies, try_copy, write_manifest_anew,
};
pub use drafts::Draft;
pub use error::{StoreError, Unique};
pub use imports::{ImportEntry, ImportRow, OpenPlan, StoredPlan};
use journal::Ledger;
pub use journal::{ActKind, ActSummary, Changed, Done, Journal, RowChange, Stamp, Table};
pub use lists::{AsOf, Narrowed};
pub use movements::{CutCount, NewMovement};
pub use office_keys::{KnownKey, SheetFile};
pub use printers::{ask_about_printer, is_asked_about_printer, keep_printer_check, printer_checks};
pub use prints::{Paper, Print};
pub use rosters::{Medium, RosterEntry};
pub use search::{Count, ListPage, StudentRow};
pub use space::LongWork;
pub use students::{Finder, Holder, Likeness};
pub use undo::{LeftStudent, UndoPlan, UndoRefusal, Undone};

/// The register's file name inside the data folder.
pub const FILE_NAME: &str = "ventanilla.db";
/// The folder of copies inside the data folder.
pub const COPIES_FOLDER: &str = "copias";
const LOCK_NAME: &str = "ventanilla.lock";

/// An open register.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    ledger: Ledger,
    path: Option<PathBuf>,
    /// Held for as long as this process is the one that writes.
    _lock: Option<File>,
    /// For a copy that is only looked at: when it was changed last.
    copy_of: Option<NaiveDateTime>,
}

/// Reads rows; borrowed from a [`Store`] or from the inside of a transaction.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'c> {
    conn: &'c Connection,
}

/// The inside of one act: everything written here is committed and journaled together, or not at all.
#[derive(Debug)]
pub struct Tx<'c> {
    conn: &'c Connection,
}

impl Store {
    /// Whether the folder holds a register.
    pub fn exists(folder: &Path) -> bool {
        folder.join(FILE_NAME).exists()
    }

    /// Creates the register in `folder`, which is made if need be, readable by the user alone.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if there is one already; the file system's faults.
    pub fn create(folder: &Path) -> Result<Self, StoreError> {
        make_private_folder(folder)?;
        let path = folder.join(FILE_NAME);
        if path.exists() {
            return Err(StoreError::Exists(path));
        }
        let lock_file = folder.join(LOCK_NAME);
        let was_locked = lock_file.exists();
        let lock = lock(folder)?;
        make_private_file(&path).inspect_err(|_| {
            // A lock without a register says that there was one.
            if !was_locked {
                let _ = std::fs::remove_file(&lock_file);
            }
        })?;
        let mut store = Self {
            conn: Connection::open(&path)?,
            ledger: Ledger::default(),
            path: Some(path),
            _lock: Some(lock),
            copy_of: None,
        };
        store.prepare()?;
        Ok(store)
    }

    /// Opens the register in `folder` for writing. An older file is brought up to date after a verified copy.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::AnotherWriter`], [`StoreError::Newer`],
    /// [`StoreError::NotARegister`], [`StoreError::NotWritable`], and the file system's faults.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(FILE_NAME);
        if !path.exists() {
            return Err(StoreError::Missing(path));
        }
        let lock = lock(folder)?;
        Self::open_holding(folder, Some(lock))
    }

    /// Opens the register in `folder` for writing, for whoever holds its lock already.
    fn open_holding(folder: &Path, lock: Option<File>) -> Result<Self, StoreError> {
        let path = folder.join(FILE_NAME);
        let in_this_file = |error: StoreError| error.at(&path);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(&path, flags)
            .map_err(StoreError::from)
            .map_err(in_this_file)?;
        let mut store = Self {
            conn,
            ledger: Ledger::default(),
            path: Some(path.clone()),
            _lock: lock,
            copy_of: None,
        };
        store.prepare().map_err(in_this_file)?;
        Ok(store)
    }

    /// Opens the register in `folder` for reading, beside whoever writes.
    ///
    /// # Errors
    /// As [`Store::open`], except for the lock; an older file is refused as [`StoreError::NotARegister`] is.
    pub fn open_to_read(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(FILE_NAME);
        if !path.exists() {
            return Err(StoreError::Missing(path));
        }
        let conn = open_read_only(&path)?;
        schema::require_current(&conn).map_err(|error| error.at(&path))?;
        Ok(Self {
            conn,
            ledger: Ledger::default(),
            path: Some(path),
            _lock: None,
            copy_of: None,
        })
    }

    /// A second connection to the same register, for long work of the process that writes already; `None` in memory.
    ///
    /// # Errors
    /// The file's faults.
    pub fn beside(&self) -> Result<Option<Self>, StoreError> {
        let Some(path) = &self.path else { return Ok(None) };
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut store = Self {
            conn: Connection::open_with_flags(path, flags)?,
            ledger: Ledger::default(),
            path: Some(path.clone()),
            _lock: None,
            copy_of: None,
        };
        store.prepare()?;
        Ok(Some(store))
    }

    /// A register that lives only as long as this value: for tests and for `--demo`.
    ///
    /// # Errors
    /// None in practice: SQLite's own.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut store = Self {
            conn: Connection::open_in_memory()?,
            ledger: Ledger::default(),
            path: None,
            _lock: None,
            copy_of: None,
        };
        store.prepare()?;
        Ok(store)
    }

    /// The register's file; `None` in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// When the copy was changed last that this is, for one that is only looked at: nothing is written to it.
    pub fn copy_of(&self) -> Option<NaiveDateTime> {
        self.copy_of
    }

    /// The folder of copies beside the register; `None` in memory.
    pub fn copies_folder(&self) -> Option<PathBuf> {
        Some(self.path.as_deref()?.parent()?.join(COPIES_FOLDER))
    }

    /// Reads.
    pub fn reader(&self) -> Reader<'_> {
        Reader { conn: &self.conn }
    }

    /// Carries out one act: runs `work` in one transaction, journals every row that it changes under `kind`, and
    /// commits. Work that changes nothing leaves no act behind.
    ///
    /// # Errors
    /// Whatever `work` returns, or the file's faults; then nothing was changed.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        stamp: &Stamp,
        kind: ActKind,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.refuse_copy()?;
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let open = self.ledger.open(&transaction, stamp, kind)?;
        let value = work(&Tx { conn: &transaction })?;
        let (act, changed) = open.close(&transaction, None)?;
        if act.is_some() {
            transaction.commit().map_err(StoreError::from)?;
        } else {
            transaction.rollback().map_err(StoreError::from)?;
        }
        Ok(Done { value, act, changed })
    }

    /// Refuses what somebody asked for while this is a copy that is only looked at.
    fn refuse_copy(&self) -> Result<(), StoreError> {
        match self.copy_of {
            Some(at) => Err(StoreError::OnlyACopy(at)),
            None => Ok(()),
        }
    }

    /// Settings of the connection, schema and journal triggers.
    fn prepare(&mut self) -> Result<(), StoreError> {
        configure(&self.conn)?;
        // Refuses a file that is not a register before anything is written to it.
        schema::version(&self.conn)?;
        self.conn.pragma_update(None, "journal_mode", "WAL")?;
        self.conn.pragma_update(None, "synchronous", "FULL")?;
        self.conn.pragma_update(None, "foreign_keys", true)?;
        let copies = self.copies_folder();
        schema::bring_up_to_date(&mut self.conn, self.path.as_deref().zip(copies.as_deref()))?;
        let installed = unanswered::install(&self.conn)
            .and_then(|()| proposed_bajas::install(&self.conn))
            .and_then(|()| Ledger::install(&self.conn));
        self.ledger = installed.map_err(|error| match schema::missing(&self.conn) {
            // What is to be watched is not there: nothing can be saved in such a file.
            Ok(parts) if !parts.is_empty() => StoreError::Damaged(parts.join(", ")),
            _ => error,
        })?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Reads many things as of one moment, whatever somebody else writes meanwhile: the file is locked once, and not anew
    /// for each question.
    ///
    /// # Errors
    /// Whatever `work` returns, or the file's faults.
    pub fn at_once<T, E: From<StoreError>>(self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        // Dropped, it is rolled back: nothing was written.
        let _reading = self.conn.unchecked_transaction().map_err(StoreError::from)?;
        work()
    }
}

impl<'c> Tx<'c> {
    /// Reads what this act has written so far.
    pub fn reader(&self) -> Reader<'c> {
        Reader { conn: self.conn }
    }
}

impl StoreError {
    /// The same fault, naming the file where it was found.
    fn at(self, path: &Path) -> Self {
        match self {
            Self::NotARegister(_) => Self::NotARegister(path.to_owned()),
            Self::NotWritable(_) => Self::NotWritable(path.to_owned()),
            other => other,
        }
    }
}

/// A connection that can't write, whatever is asked of it.
fn open_read_only(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|error| StoreError::from(error).at(path))?;
    configure(&conn)?;
    Ok(conn)
}

/// What holds for every connection.
fn configure(conn: &Connection) -> Result<(), StoreError> {
    conn.set_prepared_statement_cache_capacity(64);
    conn.busy_timeout(std::time::Duration::from_millis(500))?;
    // Else SQLite, as it is bundled, plans many a statement anew for each value that is bound to it, and a page of 50
    // students takes four times as long.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // In KiB: room for every record of a large campus, so that a search does not go to the disk; 2 MB are not.
    conn.pragma_update(None, "cache_size", -24_576)?;
    // A statement that triggers follow keeps what it would take back in a journal of its own. In a temporary file that is a
    // fifth of the time of an import. Set before any temporary trigger is made, since it drops those that there are.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(())
}

fn lock(folder: &Path) -> Result<File, StoreError> {
    let path = folder.join(LOCK_NAME);
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|error| not_writable(error, folder))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::AnotherWriter),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Whether a folder without a register shows that there was one: what lay beside it, or what a replacement left that the
/// computer stopped in.
pub fn traces(folder: &Path) -> bool {
    let register = folder.join(FILE_NAME);
    let left = copies::COMPANIONS.map(|companion| copies::beside(&register, companion));
    let lock = folder.join(LOCK_NAME);
    left.iter()
        .chain([&lock])
        .chain(&restore::half_way(folder))
        .any(|path| path.exists())
}

/// Refuses what must not happen while another process writes to the register in `folder`.
///
/// # Errors
/// [`StoreError::AnotherWriter`]; the folder's faults.
pub fn refuse_while_open(folder: &Path) -> Result<(), StoreError> {
    if folder.join(LOCK_NAME).exists() {
        lock(folder)?;
    }
    Ok(())
}

fn make_private_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|error| not_writable(error, folder))
}

/// Creates an empty file that only this user can read; SQLite gives its companions the same rights.
fn make_private_file(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .map(drop)
        .map_err(|error| not_writable(error, path))
}

fn not_writable(error: std::io::Error, path: &Path) -> StoreError {
    use std::io::ErrorKind;

    match error.kind() {
        ErrorKind::PermissionDenied
        | ErrorKind::ReadOnlyFilesystem
        | ErrorKind::NotADirectory
        | ErrorKind::AlreadyExists => StoreError::NotWritable(path.to_owned()),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull,
        _ => StoreError::Io(error),
    }
}
