//! The log of what went wrong inside, for support. It never holds a name, a number or anything that was typed: where
//! in the program, and when.

use std::cell::Cell;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// The log's name inside the data folder.
pub const LOG_NAME: &str = "ventanilla.log";

thread_local! {
    /// Whether this thread goes on after a panic.
    static GOES_ON: Cell<bool> = const { Cell::new(false) };
}

/// Does `work`; nothing if it broke down, which is in the log then. Nobody is told that the program stopped: it goes on.
pub fn unless_it_breaks<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = GOES_ON.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work)).ok();
    GOES_ON.set(before);
    done
}

/// From here on, a panic writes its place into the log, and `say` is told the log's path so that it can tell the user.
///
/// `is_caught` tells whether the panic of this thread will be caught and answered in words by who called: then nobody
/// has to be told that the program stopped, because it goes on.
pub fn on_panic(folder: PathBuf, is_caught: fn() -> bool, say: impl Fn(&Path) + Send + Sync + 'static) {
    std::panic::set_hook(Box::new(move |panic| {
        let log = folder.join(LOG_NAME);
        let place = panic
            .location()
            .map_or_else(|| "?".to_owned(), ToString::to_string);
        // The message may quote data; the place can't.
        if is_caught() {
            note(&log, &format!("a file could not be read: panic at {place}"));
        } else if GOES_ON.get() {
            note(&log, &format!("panic at {place}; the program went on"));
        } else {
            note(&log, &format!("panic at {place}"));
            say(&log);
        }
    }));
}

fn note(log: &Path, line: &str) {
    if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(log) {
        let at = chrono::Local::now().format("%Y-%m-%dT%H:%M:%S");
        let _ = writeln!(file, "{at} {} {line}", env!("CARGO_PKG_VERSION"));
    }
}
