//! What a copy leaves behind whose process was killed: nobody takes it for a copy, and the next one clears it away.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// How the name of anything ends that is written and not verified yet: no reader takes it for what it is to become.
pub(in crate::store) const UNVERIFIED: &str = "sin-verificar";
/// How the room begins in which a copy is verified.
const ROOM: &str = ".verificando-";
/// Nobody works on a copy that was not touched for so long.
const ABANDONED_AFTER: Duration = Duration::from_secs(60 * 60);

/// The name of a copy as long as it is not verified.
pub(super) fn unverified(copy: &Path) -> PathBuf {
    copy.with_extension(UNVERIFIED)
}

/// A folder inside `folder` that nobody else is using, not even another thread of this program.
pub(super) fn room_in(folder: &Path) -> PathBuf {
    static ROOMS: AtomicU32 = AtomicU32::new(0);
    let number = ROOMS.fetch_add(1, Ordering::Relaxed);
    folder.join(format!("{ROOM}{}-{number}", std::process::id()))
}

/// Takes away what is left of copies that nobody is making any more. What can't be taken away now goes another time.
pub(super) fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(is_abandoned) {
        let path = entry.path();
        let _ = if path.is_dir() {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        };
    }
}

fn is_abandoned(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    // SQLite keeps a journal beside the file that it writes: «….sin-verificar-journal».
    let is_ours = name.starts_with(ROOM) || is_unverified(&name) || is_without_its_copy(&entry.path());
    let touched = entry.metadata().and_then(|about| about.modified());
    is_ours && touched.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > ABANDONED_AFTER))
}

fn is_unverified(name: &str) -> bool {
    name.contains(&format!(".{UNVERIFIED}"))
}

/// Whether it is a manifest whose copy never got its name, or is gone already.
fn is_without_its_copy(path: &Path) -> bool {
    let is_manifest = path.extension().is_some_and(|extension| extension == "json");
    let Some(stem) = path
        .file_stem()
        .filter(|_| is_manifest)
        .map(|stem| stem.to_string_lossy())
    else {
        return false;
    };
    let beside = path.parent().and_then(|folder| fs::read_dir(folder).ok());
    let mut names = beside
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name());
    stem.starts_with("ventanilla-")
        && !names.any(|name| {
            let name = name.to_string_lossy();
            name.starts_with(&*stem)
                && !is_unverified(&name)
                && path.file_name().is_none_or(|own| own != &*name)
        })
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn only_what_was_abandoned_is_cleared_away() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let copy = path("ventanilla-20261121-103000.db");
        let old = [
            unverified(&copy),
            path("ventanilla-20261121-103000.sin-verificar-journal"),
            path("ventanilla-20261120-103000.json"),
            copy.clone(),
            path("ventanilla-20261121-103000.json"),
            path("notas.txt"),
        ];
        let two_hours_ago = SystemTime::now() - 2 * ABANDONED_AFTER;
        for file in &old {
            File::create(file).unwrap().set_modified(two_hours_ago).unwrap();
        }
        let (left, at_work) = (room_in(folder.path()), room_in(folder.path()));
        for room in [&left, &at_work] {
            fs::create_dir(room).unwrap();
            fs::write(room.join("ventanilla.db"), "x").unwrap();
        }
        #[cfg(unix)]
        File::open(&left).unwrap().set_modified(two_hours_ago).unwrap();
        let being_made = unverified(&path("ventanilla-20261121-110000.db"));
        File::create(&being_made).unwrap();

        clear(folder.path());
        let stays = |path: &Path| path.exists();
        assert_eq!(
            old.map(|file| stays(&file)),
            [false, false, false, true, true, true]
        );
        assert!(stays(&at_work) && stays(&being_made));
        assert_eq!(stays(&left), cfg!(not(unix)));
    }
}
