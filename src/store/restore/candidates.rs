//! Which copies there are, told by their manifests before any of them is opened.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::super::copies::{Copied, CopyReport, copies, kept_copies, report_of};
use crate::store::{COPIES_FOLDER, FILE_NAME};

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
        }
    }
}

/// The copies beside the register in `data`, the newest first.
pub fn candidates(data: &Path) -> Vec<Candidate> {
    in_folder(&data.join(COPIES_FOLDER))
}

/// What a path that somebody typed leads to: the file, or the copies in a folder, in its `copias`, and the register that
/// lies in it as on the disk of another computer.
pub fn candidates_at(place: &Path) -> Vec<Candidate> {
    if place.is_file() {
        return candidate(place).into_iter().collect();
    }
    let mut found = in_folder(place);
    found.extend(candidates(place));
    found.sort_by_key(|it| std::cmp::Reverse(it.at()));
    found.extend(candidate(&place.join(FILE_NAME)));
    found
}

/// The file at a path; `None` if there is none.
pub fn candidate(path: &Path) -> Option<Candidate> {
    if !path.is_file() {
        return None;
    }
    let report = report_of(path);
    Some(Candidate {
        is_whole: is_whole(path, report.as_ref()),
        path: path.to_owned(),
        origin: Origin::Named,
        report,
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
    all.sort_by_key(|it| std::cmp::Reverse(it.at()));
    all
}

/// Whether the file has the length that its manifest says, or its own first page.
fn is_whole(path: &Path, report: Option<&CopyReport>) -> bool {
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
