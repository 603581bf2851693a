//! Faults of the machine: the disk is full or refuses to be written, the clock was set back, the program itself breaks down.
//! What was acknowledged is whole, the rest is absent, and it is said.

#[path = "../kills/content.rs"]
mod content;
#[path = "../day/mod.rs"]
mod day;

mod broken;
mod clock;
#[cfg(target_os = "linux")]
mod counted;
mod full;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

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

/// A small disk of its own; unmounted in the end. `None` where nobody may mount one.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn of(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let disk = Self(folder);
        if !disk.mount(&["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]) {
            assert!(
                std::env::var_os("VENTANILLA_ALL").is_none(),
                "a small disk can't be mounted here"
            );
            println!("left out: only root can mount a small disk");
            return None;
        }
        Some(disk)
    }

    /// From now on nothing on it can be written; nobody may have a file of it open.
    fn protect(&self) {
        assert!(self.mount(&["-o", "remount,ro"]));
    }

    fn mount(&self, how: &[&str]) -> bool {
        let mounted = Command::new("mount")
            .args(how)
            .arg(self.0.path())
            .stderr(Stdio::null())
            .status();
        mounted.is_ok_and(|status| status.success())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount")
            .arg(self.0.path())
            .stderr(Stdio::null())
            .status();
    }
}
