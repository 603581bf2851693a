//! Which copies there are, told by their manifests before any of them is opened.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::is_sealed;
use crate::store::copies::{Copied, CopyReport, copies, kept_copies, report_of};
use crate::store::moving;
use crate::store::places::{self, Placed};
use crate::store::{COPIES_FOLDER, FILE_NAME};

/// In so many folders of a place is looked: a disk may hold thousands.
const MOST_FOLDERS: usize = 200;

/// Where a copy comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The program made it while the office worked.
    Work,
    /// It is what another copy took the place of, or what was there before a migration.
    Kept,
    /// Somebody named the file.
    Named,
}

/// A file that could take the register's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Where it is.
    pub path: PathBuf,
    /// Where it comes from.
    pub origin: Origin,
    /// What its manifest says; `None` for a file without one.
    pub report: Option<CopyReport>,
    /// Whether it is as long as it has to be. All the rest is looked at when it is chosen.
    pub is_whole: bool,
    /// What opens it.
    pub asks: Asks,
}

/// What somebody has to type before a file opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// Nothing.
    Nothing,
    /// The office's key.
    Key {
        /// The mark of the hoja de rescate on which it stands; empty where no manifest tells.
        sheet: String,
    },
    /// The passphrase of a Mudanza.
    Passphrase,
}

impl Candidate {
    /// When it was made, or when its last act was, for one that was kept.
    pub fn at(&self) -> Option<NaiveDateTime> {
        self.report.as_ref().map(|report| report.at)
    }

    fn of(copied: Copied, origin: Origin) -> Self {
        let is_whole = is_whole(&copied.path, Some(&copied.report));
        Self {
            path: copied.path,
            origin,
            report: Some(copied.report),
            is_whole,
            asks: Asks::Nothing,
        }
    }

    /// A Mudanza, as far as it tells what it is.
    fn moving(path: &Path, origin: Origin) -> Self {
        let found = moving::look(path).ok();
        Self {
            path: path.to_owned(),
            origin,
            is_whole: found.is_some(),
            report: found.map(|it| it.report.copy),
            asks: Asks::Passphrase,
        }
    }

    fn sealed(placed: Placed, origin: Origin) -> Self {
        Self {
            path: placed.path,
            origin,
            report: Some(placed.report.copy),
            // A sealed copy whose length is another one is not listed.
            is_whole: true,
            asks: Asks::Key {
                sheet: placed.report.sheet,
            },
        }
    }
}

/// The copies beside the register in `data`, the newest first.
pub fn candidates(data: &Path) -> Vec<Candidate> {
    in_folder(&data.join(COPIES_FOLDER))
}

/// What a path that somebody typed leads to: the file, or the copies in a folder, in its `copias`, in the folder of sealed ones, and the register that
/// lies in it as on the disk of another computer.
pub fn candidates_at(place: &Path) -> Vec<Candidate> {
    if place.is_file() {
        return candidate(place).into_iter().collect();
    }
    let mut found = in_folder(place);
    found.extend(candidates(place));
    found.extend(in_folder(&place.join(places::FOLDER_NAME)));
    found.sort_by_key(|it| std::cmp::Reverse(it.at()));
    found.extend(candidate(&place.join(FILE_NAME)));
    found
}

/// What lies in these places, drives and folders, and in the folders right inside them: the newest first, those of which a
/// manifest tells.
pub fn candidates_in(places: &[PathBuf]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for place in places {
        found.extend(candidates_at(place));
        let inside = fs::read_dir(place)
            .into_iter()
            .flatten()
            .flatten()
            .take(MOST_FOLDERS);
        for folder in inside.map(|entry| entry.path()).filter(|path| path.is_dir()) {
            found.extend(candidates_at(&folder));
        }
    }
    found.retain(|it| it.report.is_some());
    found.sort_by(|a, b| b.at().cmp(&a.at()).then_with(|| a.path.cmp(&b.path)));
    found.dedup_by(|a, b| a.path == b.path);
    found
}

/// The file at a path; `None` if there is none.
pub fn candidate(path: &Path) -> Option<Candidate> {
    if !path.is_file() {
        return None;
    }
    if moving::is_named_so(path) {
        return Some(Candidate::moving(path, Origin::Named));
    }
    if is_sealed(path) {
        let unknown = Candidate {
            path: path.to_owned(),
            origin: Origin::Named,
            report: None,
            is_whole: false,
            asks: Asks::Key { sheet: String::new() },
        };
        return Some(places::with_manifest(path).map_or(unknown, |it| Candidate::sealed(it, Origin::Named)));
    }
    let report = report_of(path);
    Some(Candidate {
        is_whole: is_whole(path, report.as_ref()),
        path: path.to_owned(),
        origin: Origin::Named,
        report,
        asks: Asks::Nothing,
    })
}

fn in_folder(folder: &Path) -> Vec<Candidate> {
    let of = |found: std::io::Result<Vec<Copied>>, origin| {
        let found = found.unwrap_or_default();
        found.into_iter().map(move |copied| Candidate::of(copied, origin))
    };
    let mut all: Vec<Candidate> = of(copies(folder), Origin::Work)
        .chain(of(kept_copies(folder), Origin::Kept))
        .collect();
    let sealed = places::placed(folder).unwrap_or_default();
    all.extend(sealed.into_iter().map(|it| Candidate::sealed(it, Origin::Work)));
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    let moving = files.filter(|path| moving::is_named_so(path) && path.is_file());
    all.extend(moving.map(|path| Candidate::moving(&path, Origin::Work)));
    all.sort_by_key(|it| std::cmp::Reverse(it.at()));
    all
}

/// Whether the file has the length that its manifest says, or its own first page.
pub(in crate::store) fn is_whole(path: &Path, report: Option<&CopyReport>) -> bool {
    let Ok(length) = fs::metadata(path).map(|it| it.len()) else {
        return false;
    };
    if let Some(mark) = report.and_then(|it| it.file.as_ref()) {
        return mark.bytes == length;
    }
    let mut head = [0; 100];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    if read.is_err() || !head.starts_with(b"SQLite format 3\0") {
        return false;
    }
    let page = match u64::from(u16::from_be_bytes([head[16], head[17]])) {
        1 => 65_536,
        size => size,
    };
    let pages = u64::from(u32::from_be_bytes([head[28], head[29], head[30], head[31]]));
    page * pages == length
}
