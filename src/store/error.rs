//! What can go wrong with the file, told apart as far as somebody can do something about it.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use rusqlite::{ErrorCode, ffi};

use super::LongWork;

/// A fault of the register's file, or a rule of its schema that a write would have broken.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no register in the folder.
    #[error("no register at {}", .0.display())]
    Missing(PathBuf),
    /// There is one already, so none is created over it.
    #[error("there is a register at {}", .0.display())]
    Exists(PathBuf),
    /// The file was written by a newer program.
    #[error("the file has version {found}, this program knows {known}")]
    Newer {
        /// The file's version.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// Another process is the one that writes.
    #[error("another process holds the lock")]
    AnotherWriter,
    /// The file is not a register: something else, or damaged beyond reading.
    #[error("{} is not a register", .0.display())]
    NotARegister(PathBuf),
    /// The file is damaged.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// The folder or the file can't be written.
    #[error("{} can't be written", .0.display())]
    NotWritable(PathBuf),
    /// It is a copy that is only looked at; when it was changed last.
    #[error("only a copy of {0}")]
    OnlyACopy(NaiveDateTime),
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The disk has no room for long work; nothing of it was begun.
    #[error("no room for {work:?}")]
    NoRoom {
        /// What was to be done.
        work: LongWork,
        /// How many megabytes to free.
        megabytes: u64,
    },
    /// Something that must be unique has a holder already.
    #[error("{0:?} is taken")]
    Taken(Unique),
    /// A row is still in use by another one.
    #[error("the row is in use")]
    InUse,
    /// A stored value that this program can't understand.
    #[error("{column} holds {value:?}, which can't be read")]
    Unreadable {
        /// Table and column.
        column: &'static str,
        /// What stands there.
        value: String,
    },
    /// Any other fault of the database.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
    /// Any other fault of the file system.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// What only one student may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unique {
    /// The número de control or folio.
    Identifier,
    /// The NSS, unless a reason is written.
    Nss,
    /// The CURP, unless a reason is written.
    Curp,
    /// A movement that is open.
    OpenMovement,
    /// Delegación and number of a clinic.
    Clinic,
}

/// The faults of the system that come of writing.
const WRITING: [i32; 5] = [
    ffi::SQLITE_IOERR_WRITE,
    ffi::SQLITE_IOERR_FSYNC,
    ffi::SQLITE_IOERR_DIR_FSYNC,
    ffi::SQLITE_IOERR_TRUNCATE,
    ffi::SQLITE_IOERR_SHMSIZE,
];

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            return Self::Sqlite(error);
        };
        let message = message.as_deref().unwrap_or_default();
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                Self::NotWritable(PathBuf::new())
            }
            // The folder was one that can be written when the file was opened: the disk was protected meanwhile, or its
            // system made it so because of a fault.
            ErrorCode::SystemIoFailure if WRITING.contains(&failure.extended_code) => {
                Self::NotWritable(PathBuf::new())
            }
            ErrorCode::DatabaseCorrupt => Self::Damaged(message.to_owned()),
            ErrorCode::NotADatabase => Self::NotARegister(PathBuf::new()),
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::AnotherWriter,
            ErrorCode::ConstraintViolation => match message {
                m if m.contains("students.identifier") => Self::Taken(Unique::Identifier),
                m if m.contains("one_holder_of_nss") => Self::Taken(Unique::Nss),
                m if m.contains("one_holder_of_curp") => Self::Taken(Unique::Curp),
                m if m.contains("movements.student_id") => Self::Taken(Unique::OpenMovement),
                m if m.contains("clinics.delegation") => Self::Taken(Unique::Clinic),
                m if m.contains("FOREIGN KEY") => Self::InUse,
                _ => Self::Sqlite(error),
            },
            _ => Self::Sqlite(error),
        }
    }
}
