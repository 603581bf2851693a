//! Faults of the machine: the disk is full or refuses to be written, the clock was set back, the program itself breaks down.
//! What was acknowledged is whole, the rest is absent, and it is said.

#[path = "../kills/content.rs"]
mod content;
#[path = "../day/mod.rs"]
mod day;
#[path = "../day/disk.rs"]
mod disk;

mod broken;
mod clock;
#[cfg(target_os = "linux")]
mod counted;
mod full;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use disk::SmallDisk;

/// The console on a folder, on the day of these tests.
fn console(folder: &Path, line: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ventanilla"));
    command
        .arg("--datos")
        .arg(folder)
        .args(["--ahora", "2026-11-21T10:30"])
        .args(line)
        .stdin(Stdio::null());
    command
}

/// It was refused, in these words.
#[track_caller]
fn refused(output: &Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        !said.contains("panicked") && !said.contains("se detuvo"),
        "{said}"
    );
    said
}
