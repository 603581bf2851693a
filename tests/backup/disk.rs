use super::*;
use std::process::{Command, Stdio};

/// A small disk of its own; unmounted in the end. `None` where nobody may mount one.
pub struct SmallDisk(TempDir);

impl SmallDisk {
    pub fn of(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]);
        let mounted = mount.arg(folder.path()).stderr(Stdio::null()).status();
        if mounted.is_ok_and(|status| status.success()) {
            return Some(Self(folder));
        }
        assert!(
            std::env::var_os("VENTANILLA_ALL").is_none(),
            "a small disk can't be mounted here"
        );
        println!("left out: only root can mount a small disk");
        None
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}
