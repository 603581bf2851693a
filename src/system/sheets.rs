//! The sheets that lie about on the computer: what was downloaded or saved last.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, NaiveDateTime};
use directories::UserDirs;

/// How the names of files end that may be sheets.
const ENDINGS: [&str; 7] = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt"];

/// A file that may be a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFile {
    /// Where it is.
    pub path: PathBuf,
    /// When it was written last, by the clock of the computer.
    pub modified: NaiveDateTime,
    /// Its size in bytes.
    pub size: u64,
}

impl SheetFile {
    /// Looks at one file.
    ///
    /// # Errors
    /// The file system's.
    pub fn at(path: &Path) -> std::io::Result<Self> {
        let about = std::fs::metadata(path)?;
        Ok(Self {
            path: path.to_owned(),
            modified: DateTime::<Local>::from(about.modified()?).naive_local(),
            size: about.len(),
        })
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    }

    /// The name of its folder: «Descargas».
    pub fn folder(&self) -> String {
        let folder = self.path.parent().and_then(Path::file_name);
        folder.unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The folders where sheets are looked for: Descargas and Documentos. A system may lack either.
pub fn folders() -> Vec<PathBuf> {
    let Some(user) = UserDirs::new() else {
        return Vec::new();
    };
    [user.download_dir(), user.document_dir()]
        .into_iter()
        .flatten()
        .map(Path::to_owned)
        .collect()
}

/// The sheets that were written last in these folders, the newest first, at most `most`. What can't be looked at is passed
/// over, and so are the hidden files that an open spreadsheet keeps beside it.
pub fn newest(folders: &[PathBuf], most: usize) -> Vec<SheetFile> {
    let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok());
    let mut found: Vec<SheetFile> = entries
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_named_like_a_sheet(path) && path.is_file())
        .filter_map(|path| SheetFile::at(&path).ok())
        .collect();
    found.sort_by(|one, other| (other.modified, &one.path).cmp(&(one.modified, &other.path)));
    found.dedup_by(|one, other| one.path == other.path);
    found.truncate(most);
    found
}

/// Whether a file can be dragged onto the window: not under Wayland.
pub fn can_be_dropped() -> bool {
    std::env::var_os("WAYLAND_DISPLAY").is_none_or(|display| display.is_empty())
}

fn is_named_like_a_sheet(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default();
    let is_kept_beside = name.starts_with("~$") || name.starts_with('.');
    !is_kept_beside && ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::{Duration, SystemTime};

    use super::*;

    fn put(folder: &Path, name: &str, minutes_ago: u64) {
        let file = File::create(folder.join(name)).unwrap();
        let at = SystemTime::now() - Duration::from_secs(60 * minutes_ago);
        file.set_modified(at).unwrap();
    }

    #[test]
    fn the_newest_sheets_of_both_folders_come_first() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        put(one.path(), "viejo.xlsx", 30);
        put(other.path(), "nuevo.ODS", 1);
        put(one.path(), "foto.jpg", 0);
        put(one.path(), "~$viejo.xlsx", 0);
        put(one.path(), ".~lock.viejo.csv", 0);
        std::fs::create_dir(one.path().join("carpeta.csv")).unwrap();

        let folders = [
            one.path().to_owned(),
            other.path().to_owned(),
            one.path().join("no"),
        ];
        let names: Vec<_> = newest(&folders, 8).iter().map(SheetFile::name).collect();
        assert_eq!(names, ["nuevo.ODS", "viejo.xlsx"]);
        assert_eq!(newest(&folders, 1).len(), 1);
    }
}
