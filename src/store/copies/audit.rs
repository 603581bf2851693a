//! Whether the copies that are kept are still what they were, as far as a look at each tells.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::kept::{MIGRATED, REPLACED};
use super::{CopyError, PREFIX, named, report_of, verify, write_manifest};
use crate::store::restore::is_whole;
use crate::store::{Finding, not_writable};

/// What is wrong with the copies of a folder, the oldest name first.
pub fn flawed_copies(folder: &Path) -> Vec<Finding> {
    let all = [PREFIX, REPLACED, MIGRATED].map(|prefix| named(folder, prefix).unwrap_or_default());
    let mut all: Vec<PathBuf> = all.into_iter().flatten().collect();
    all.sort();
    all.into_iter().filter_map(flaw_of).collect()
}

fn flaw_of(copy: PathBuf) -> Option<Finding> {
    match report_of(&copy) {
        report if !is_whole(&copy, report.as_ref()) => Some(Finding::TornCopy(copy)),
        None => Some(Finding::NoManifest(copy)),
        Some(_) => None,
    }
}

/// Writes the manifest of a copy anew, once the copy was verified like a new one. `at` is the moment of that.
///
/// # Errors
/// [`CopyError`]: the copy is not whole, or nothing can be written beside it.
pub fn write_manifest_anew(copy: &Path, at: NaiveDateTime) -> Result<(), CopyError> {
    let mut report = verify(copy, at)?;
    // When it was made stands in its name alone.
    report.at = moment_in_name(copy).or(report.last_change).unwrap_or(at);
    write_manifest(copy, &report).map_err(|error| not_writable(error, copy).into())
}

fn moment_in_name(copy: &Path) -> Option<NaiveDateTime> {
    let stem = copy.file_stem()?.to_str()?;
    let moment = stem.get(stem.len().checked_sub("20261121-103000".len())?..)?;
    NaiveDateTime::parse_from_str(moment, "%Y%m%d-%H%M%S").ok()
}
