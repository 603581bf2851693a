//! The prepared file takes the place of the register.
//!
//! The order is what makes it safe. The act is entered in the prepared file, which nobody uses yet. That file is written
//! whole beside the register, under another name, and lies on the disk before anything else happens. The register is then
//! closed so that all of it is in its one file: a log that was left beside it would be read into whatever has its name
//! next. Last, one rename. Until then a crash leaves the register, from then on the copy.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;

use super::{Prepared, RestoreError, flatten};
use crate::store::copies::{COMPANIONS, Kept, beside, bring, sync, sync_names};
use crate::store::{ActKind, FILE_NAME, Stamp, Store, StoreError, lock, make_private_folder, not_writable};

/// The setting in which the last restoration is kept: from which copy, and where the replaced register is.
pub const RESTORED: &str = "copia.restaurada";
/// The prepared file beside the register, before it has its name.
const COMING: &str = "ventanilla.db.restaurando";
/// A register that can't be read, in the moment between its leaving and the coming of the other.
const GOING: &str = "ventanilla.db.reemplazada";
/// Somebody who looks something up has the register open for less than this.
const READERS_TAKE: Duration = Duration::from_secs(3);
/// A rename that the system refuses is tried so many times: something else may look at a new file for a moment.
const TRIES: u32 = 20;

/// What has been done already; tests stop after each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The act is entered in the prepared file.
    Signed,
    /// The prepared file lies beside the register.
    Written,
    /// The register is closed, and nothing lies beside it.
    Closed,
    /// The prepared file has the register's name.
    Renamed,
}

impl Step {
    #[cfg(test)]
    pub(super) const ALL: [Self; 4] = [Self::Signed, Self::Written, Self::Closed, Self::Renamed];
}

/// Why nothing was replaced, and the register as it was, if it was open.
#[derive(Debug)]
pub struct NotReplaced {
    /// The reason.
    pub why: RestoreError,
    /// The register, open again; `None` if it was not open, or can't be opened any more.
    pub store: Option<Box<Store>>,
}

/// Puts a prepared copy in the place of the register in `data`, as an act of `stamp`, and opens it. `present` is the
/// register, if somebody has it open; `kept` is what was kept of it.
///
/// # Errors
/// [`NotReplaced`]: then the register is what it was. [`RestoreError::Outdated`] if something was saved in it since it was
/// kept; [`RestoreError::InUse`] while another process has it open.
pub fn replace(
    data: &Path,
    present: Option<Store>,
    prepared: Prepared,
    kept: &Kept,
    stamp: &Stamp,
) -> Result<Store, NotReplaced> {
    replace_in_steps(data, present, prepared, kept, stamp, &mut |_| true)
}

/// The same, as long as `goes_on` says so after each step.
pub(super) fn replace_in_steps(
    data: &Path,
    present: Option<Store>,
    prepared: Prepared,
    kept: &Kept,
    stamp: &Stamp,
    goes_on: &mut dyn FnMut(Step) -> bool,
) -> Result<Store, NotReplaced> {
    let file = data.join(FILE_NAME);
    let mut present = present;
    let begun = begin(data, present.as_ref(), &prepared, kept, stamp, goes_on);
    let coming = match begun {
        Ok(coming) => coming,
        Err(why) => return Err(refused(why, present)),
    };
    let lock = match present.take() {
        Some(store) => {
            let closed = close(store);
            match closed {
                Ok(lock) => lock,
                Err((why, store)) => {
                    let _ = fs::remove_file(&coming);
                    return Err(refused(why, Some(*store)));
                }
            }
        }
        None => match lock_of_closed(data, kept) {
            Ok(lock) => lock,
            Err(why) => {
                let _ = fs::remove_file(&coming);
                return Err(refused(why, None));
            }
        },
    };
    if !goes_on(Step::Closed) {
        return Err(refused(RestoreError::Outdated, None));
    }
    let renamed = take_the_name(&coming, &file).and_then(|()| sync_names(data));
    if renamed.is_ok() && !goes_on(Step::Renamed) {
        return Err(refused(RestoreError::Outdated, None));
    }
    let opened = Store::open_holding(data, lock);
    match (renamed, opened) {
        (Ok(()), Ok(store)) => Ok(store),
        (Ok(()), Err(why)) => Err(refused(why.into(), None)),
        (Err(error), opened) => {
            let _ = fs::remove_file(&coming);
            Err(refused(not_writable(error, data).into(), opened.ok()))
        }
    }
}

fn refused(why: RestoreError, store: Option<Store>) -> NotReplaced {
    NotReplaced {
        why,
        store: store.map(Box::new),
    }
}

/// All that can be done while the register is open still: the act, and the file beside it.
fn begin(
    data: &Path,
    present: Option<&Store>,
    prepared: &Prepared,
    kept: &Kept,
    stamp: &Stamp,
    goes_on: &mut dyn FnMut(Step) -> bool,
) -> Result<PathBuf, RestoreError> {
    if let (Some(store), Kept::Whole(copied)) = (present, kept)
        && store.reader().count_acts()? != copied.report.acts
    {
        return Err(RestoreError::Outdated);
    }
    make_private_folder(data)?;
    sign(prepared, kept, stamp)?;
    if !goes_on(Step::Signed) {
        return Err(RestoreError::Outdated);
    }
    let coming = data.join(COMING);
    let written = remove_if_there(&coming)
        .and_then(|()| bring(&prepared.file(), &coming))
        .and_then(|_| sync(&coming))
        .and_then(|()| sync_names(data));
    if let Err(error) = written {
        let _ = fs::remove_file(&coming);
        return Err(not_writable(error, data).into());
    }
    if !goes_on(Step::Written) {
        return Err(RestoreError::Outdated);
    }
    Ok(coming)
}

/// Enters the restoration in the journal of the prepared file: whoever opens it finds it there, and the register that is
/// replaced knows nothing of it.
fn sign(prepared: &Prepared, kept: &Kept, stamp: &Stamp) -> Result<(), RestoreError> {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let note = json!({
        "copia": name(&prepared.from),
        "de": prepared.report.at,
        "anterior": match kept {
            Kept::Whole(copied) => name(&copied.path),
            Kept::Aside(path) => name(path),
            Kept::Nothing => None,
        },
        "cuando": stamp.at,
    });
    let mut store = Store::open(prepared.room.path())?;
    store.transact(stamp, ActKind::ReplaceRegister, |tx| {
        tx.put_setting(RESTORED, &note.to_string())
    })?;
    flatten(&store.conn)
}

/// Closes a register so that nothing lies beside it, and goes on holding its lock. A register that somebody else has open
/// comes back as it was.
fn close(store: Store) -> Result<Option<File>, (RestoreError, Box<Store>)> {
    let _ = store.conn.busy_timeout(READERS_TAKE);
    if let Err(why) = flatten(&store.conn) {
        let _ = store.conn.busy_timeout(Duration::from_millis(500));
        return Err((why, Box::new(store)));
    }
    let Store {
        conn, ledger, _lock, ..
    } = store;
    // The triggers and the function of the connection hold on to the ledger; it goes with them.
    drop(ledger);
    match conn.close() {
        Ok(()) => Ok(_lock),
        // A statement is open still: dropped, the connection closes with it.
        Err((conn, _)) => {
            drop(conn);
            Ok(_lock)
        }
    }
}

/// Takes the lock of a register that nobody has open, and sees to it that nothing of it is left beside the name that the
/// other one takes. One that can be opened still is closed in order.
fn lock_of_closed(data: &Path, kept: &Kept) -> Result<Option<File>, RestoreError> {
    let file = data.join(FILE_NAME);
    match kept {
        Kept::Whole(copied) => {
            let store = Store::open(data)?;
            if store.reader().count_acts()? != copied.report.acts {
                return Err(RestoreError::Outdated);
            }
            close(store).map_err(|(why, _)| why)
        }
        Kept::Aside(_) => {
            let lock = lock(data)?;
            let clear = || {
                // It is kept already, with what lies beside it. It goes before its companions do: without them it might
                // open after a crash, and lack its last acts.
                let going = data.join(GOING);
                remove_if_there(&going)?;
                fs::rename(&file, &going)?;
                for companion in COMPANIONS {
                    remove_if_there(&beside(&file, companion))?;
                }
                sync_names(data)?;
                remove_if_there(&going)
            };
            clear().map_err(|error| not_writable(error, data))?;
            Ok(Some(lock))
        }
        Kept::Nothing if file.exists() => Err(StoreError::Exists(file).into()),
        Kept::Nothing => {
            let lock = lock(data)?;
            let left = COMPANIONS.map(|companion| beside(&file, companion));
            // What a replacement left in which the computer stopped is kept among the copies already.
            for left in left.iter().chain([&data.join(GOING)]) {
                remove_if_there(left).map_err(|error| not_writable(error, data))?;
            }
            Ok(Some(lock))
        }
    }
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Renames over the register. On Windows another program may have a file open that was just written.
fn take_the_name(coming: &Path, file: &Path) -> io::Result<()> {
    let mut tries = 0;
    loop {
        match fs::rename(coming, file) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && tries < TRIES => {
                tries += 1;
                std::thread::sleep(Duration::from_millis(100));
            }
            ended => return ended,
        }
    }
}

/// What a replacement leaves in the folder if the computer stops in it.
pub(in crate::store) fn half_way(data: &Path) -> [PathBuf; 2] {
    [data.join(COMING), data.join(GOING)]
}
