//! A disk that is soon full, for tests that fill it.

use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A small disk of its own; unmounted in the end. `None` where nobody may mount one.
pub struct SmallDisk(TempDir);

impl SmallDisk {
    pub fn of(size: &str) -> Option<Self> {
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
    #[allow(dead_code, reason = "not every test protects its disk")]
    pub fn protect(&self) {
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

    pub fn path(&self) -> &Path {
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
