//! What is looked at before a copy is called verified: it is opened somewhere else, read through, compared, and worked with.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use chrono::NaiveDateTime;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use super::{CopyError, CopyReport, FileMark, leftovers};
use crate::domain::ids::StudentId;
use crate::store::sealed::hex;
use crate::store::{ActKind, FILE_NAME, Stamp, Store, StoreError, make_private_folder, not_writable, schema};

/// So many bytes of a file are read together.
const PART: usize = 1 << 18;
/// So many records are read back as the program reads them.
const READ_BACK: i64 = 20;

/// What is known of the rows of a copy before it is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    /// The file is that of the register, which let none in that breaks the rules of its table.
    AsInTheRegister,
    /// Nothing: each is held against the rules of its table too.
    Unknown,
}

/// A folder of its own in which a copy is opened; it goes away with it.
pub(super) struct Room(PathBuf);

impl Room {
    /// Beside the file of a copy.
    pub(super) fn beside(copy: &Path) -> Result<Self, StoreError> {
        Self::within(copy.parent().unwrap_or_else(|| Path::new(".")))
    }

    /// Inside the folder `folder`, for a copy beside which nothing may be written.
    pub(super) fn within(folder: &Path) -> Result<Self, StoreError> {
        let room = leftovers::room_in(folder);
        let _ = fs::remove_dir_all(&room);
        make_private_folder(&room)?;
        Ok(Self(room))
    }

    /// What is opened there, under the name of a register.
    pub(super) fn file(&self) -> PathBuf {
        self.0.join(FILE_NAME)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Opens a copy as a stranger would, reads it through, and saves something in it. The copy itself is not touched.
pub(in crate::store) fn verify(copy: &Path, at: NaiveDateTime) -> Result<CopyReport, CopyError> {
    verify_in(&Room::beside(copy)?, copy, at)
}

/// The same, in that room.
pub(super) fn verify_in(room: &Room, copy: &Path, at: NaiveDateTime) -> Result<CopyReport, CopyError> {
    let brought = bring(copy, &room.file()).map_err(|error| not_writable(error, &room.0))?;
    look_through(room, at, Rows::Unknown, || Ok(brought))
}

/// Tells how long a file is and its hash, if `other` is the same, byte for byte.
pub(super) fn same_file(file: &Path, other: &Path) -> Result<FileMark, CopyError> {
    let read = || {
        let (mut file, mut other) = (File::open(file)?, File::open(other)?);
        let (mut hash, mut bytes) = (Sha256::new(), 0);
        let [mut part, mut same] = [(); 2].map(|()| vec![0; PART]);
        loop {
            let read = file.read(&mut part)?;
            if read == 0 {
                let is_end = other.read(&mut same)? == 0;
                return Ok::<_, std::io::Error>(is_end.then_some((hash, bytes)));
            }
            match other.read_exact(&mut same[..read]) {
                Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
                read => read?,
            }
            if part[..read] != same[..read] {
                return Ok(None);
            }
            hash.update(&part[..read]);
            bytes += read as u64;
        }
    };
    match read().map_err(StoreError::from)? {
        Some((hash, bytes)) => Ok(FileMark {
            bytes,
            sha256: hex(&hash.finalize()),
        }),
        None => Err(CopyError::DoesNotMatch("bytes".into())),
    }
}

/// Writes what stands in `from` to the new file `to`, which only this user can read, and tells what went through.
pub(in crate::store) fn bring(from: &Path, to: &Path) -> std::io::Result<FileMark> {
    let mut options = fs::OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let (mut from, mut to) = (File::open(from)?, options.open(to)?);
    let (mut hash, mut bytes) = (Sha256::new(), 0);
    let mut part = vec![0; PART];
    loop {
        let read = from.read(&mut part)?;
        if read == 0 {
            break;
        }
        hash.update(&part[..read]);
        to.write_all(&part[..read])?;
        bytes += read as u64;
    }
    Ok(FileMark {
        bytes,
        sha256: hex(&hash.finalize()),
    })
}

/// Reads the file in a room through and saves something in it. Meanwhile `mark` tells how long that file is, and its hash.
pub(super) fn look_through(
    room: &Room,
    at: NaiveDateTime,
    rows: Rows,
    mark: impl FnOnce() -> Result<FileMark, CopyError>,
) -> Result<CopyReport, CopyError> {
    let file = room.file();
    let conn = Connection::open(&file)?;
    let version = schema::version(&conn)?;
    if version == 0 || version > schema::known() {
        // Of a file that is no register, or of a newer program, this one says nothing.
        schema::require_current(&conn)?;
    }
    let report = thread::scope(|beside| {
        let sound = beside.spawn(|| require_sound(&file, rows));
        let report = mark().and_then(|mark| read_through(&conn, mark, version, at));
        let sound = sound.join().unwrap_or_else(|panic| resume_unwind(panic));
        // What is torn is said to be torn, whatever its rows seem to be.
        sound.and(report)
    })?;
    drop(conn);
    // A copy that is kept before a migration has the version that it was made to keep: to open it is to migrate it.
    if version == schema::known() {
        work_with(&room.0, at)?;
    }
    Ok(report)
}

/// Refuses a file that SQLite does not find whole.
fn require_sound(path: &Path, rows: Rows) -> Result<(), CopyError> {
    let conn = Connection::open(path)?;
    conn.pragma_update(None, "ignore_check_constraints", rows == Rows::AsInTheRegister)?;
    let sound: String = conn.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
    match sound.as_str() {
        "ok" => Ok(()),
        _ => Err(CopyError::DoesNotMatch(sound)),
    }
}

/// Counts, dates and hash of what a file holds.
fn read_through(
    conn: &Connection,
    file: FileMark,
    version: i64,
    at: NaiveDateTime,
) -> Result<CopyReport, CopyError> {
    // SQLite reads on over a missing end; the file must be as long as it says it is.
    let number = |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let (declared, length) = ((number("page_count")? * number("page_size")?) as u64, file.bytes);
    if length != declared {
        return Err(CopyError::DoesNotMatch(format!("{length} bytes of {declared}")));
    }
    if conn.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(CopyError::DoesNotMatch("foreign keys".into()));
    }
    let count = |table: &str| {
        conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
            row.get::<_, i64>(0)
        })
        .map(|count| count as u64)
    };
    Ok(CopyReport {
        at,
        campus: conn
            .query_row(
                // The second is the key of version 11 and before, as a copy made before a migration has it.
                "SELECT value FROM settings WHERE key IN ('plantel.nombre', 'campus.name')",
                [],
                |row| row.get(0),
            )
            .unwrap_or_default(),
        version,
        students: count("students")?,
        movements: count("movements")?,
        acts: count("acts")?,
        last_change: conn
            .query_row("SELECT at FROM acts ORDER BY id DESC LIMIT 1", [], |row| {
                row.get(0)
            })
            .optional()?,
        content: content(conn)?,
        file: Some(file),
    })
}

/// Opens the register in `folder` as the program does, reads some records back, and saves something.
fn work_with(folder: &Path, at: NaiveDateTime) -> Result<(), CopyError> {
    let mut store = Store::open(folder)?;
    let reader = store.reader();
    let last: i64 = store
        .conn
        .query_row("SELECT coalesce(max(id), 0) FROM students", [], |row| row.get(0))?;
    let step = (last / READ_BACK).max(1);
    // Other ones each time: the second of the copy decides where to begin.
    let first = 1 + at.and_utc().timestamp().rem_euclid(step);
    for id in (0..READ_BACK).map(|number| first + number * step) {
        if reader.student(StudentId(id))?.is_some() {
            reader.movements_of(StudentId(id))?;
            reader.history(StudentId(id), 1)?;
        }
    }
    let stamp = Stamp {
        at,
        clerk: "Ventanilla".into(),
    };
    let saved = store.transact(&stamp, ActKind::Repair, |tx| {
        tx.put_setting("copia.prueba", &at.to_string())
    })?;
    match saved.act {
        Some(_) => Ok(()),
        None => Err(CopyError::DoesNotMatch("nothing can be saved".into())),
    }
}

/// The hash of every row of every table, in the order in which they lie; what is derived for the search is left out.
pub(super) fn content(conn: &Connection) -> Result<String, StoreError> {
    let mut tables = conn.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE 'student!_search%' ESCAPE '!'
         ORDER BY name",
    )?;
    let tables = tables
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    let mut hash = Fed::default();
    for table in tables {
        hash.take(table.as_bytes());
        let mut statement = conn.prepare(&format!("SELECT * FROM \"{table}\" NOT INDEXED"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                hash.value(row.get_ref(column)?);
            }
        }
    }
    Ok(hash.told())
}

/// A hash that is fed by the handful: values are a few bytes each, and there are millions.
#[derive(Default)]
struct Fed {
    hash: Sha256,
    waiting: Vec<u8>,
}

impl Fed {
    /// So many bytes are a handful.
    const HANDFUL: usize = 1 << 16;

    fn take(&mut self, bytes: &[u8]) {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= Self::HANDFUL {
            self.hash.update(&self.waiting);
            self.waiting.clear();
        }
    }

    /// Kind, length and bytes, so that no two values look alike.
    fn value(&mut self, value: ValueRef<'_>) {
        let mut put = |kind: u8, bytes: &[u8]| {
            self.waiting.push(kind);
            self.waiting
                .extend_from_slice(&(bytes.len() as u64).to_le_bytes());
            self.take(bytes);
        };
        match value {
            ValueRef::Null => put(0, &[]),
            ValueRef::Integer(number) => put(1, &number.to_le_bytes()),
            ValueRef::Real(number) => put(2, &number.to_le_bytes()),
            ValueRef::Text(text) => put(3, text),
            ValueRef::Blob(bytes) => put(4, bytes),
        }
    }

    /// In hexadecimal digits.
    fn told(mut self) -> String {
        self.hash.update(&self.waiting);
        hex(&self.hash.finalize())
    }
}
