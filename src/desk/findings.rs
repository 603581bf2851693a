//! The register looked through: what was found, in words, and what can be done about it.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::{Desk, Refusal, restoring};
use crate::store::{self, Finding, Store};
use crate::words::findings as words;

/// The sentence for a finding: what it is, or that it was put right.
pub fn finding(found: &Finding, repaired: bool) -> String {
    match found {
        Finding::Damaged(said) => words::damaged(said),
        Finding::Incomplete { parts } => words::incomplete(parts),
        Finding::Orphan { table } => words::orphan(table),
        Finding::UnreadableStudent { id, column } => words::unreadable(id.0, column),
        Finding::StaleSearch { records } => words::stale_search(*records, repaired),
        Finding::StaleLists { students } => words::stale_lists(*students, repaired),
        Finding::NotACut { movement, cut } => words::not_a_cut(movement.0, *cut),
        Finding::BrokenCut { folio } => words::broken_cut(folio),
        Finding::LopsidedPairs { rows } => words::lopsided_pairs(*rows, repaired),
        Finding::OrphanDraft { .. } => words::orphan_draft(repaired),
        Finding::BrokenIndexes { .. } => words::broken_indexes(repaired),
        Finding::NoManifest(copy) => words::no_manifest(copy, repaired),
        Finding::TornCopy(copy) => words::torn_copy(copy),
        Finding::NotPrivate(file) => words::not_private(file, repaired),
    }
}

/// What can be done about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// [`Desk::repair`] puts it right.
    Repair,
    /// Only an earlier state of the register is without it.
    Copy,
    /// Its sentence says so.
    Told,
}

/// What can be done about a finding.
pub fn remedy(finding: &Finding) -> Remedy {
    match finding {
        Finding::StaleSearch { .. }
        | Finding::StaleLists { .. }
        | Finding::LopsidedPairs { .. }
        | Finding::OrphanDraft { .. }
        | Finding::BrokenIndexes { .. }
        | Finding::NoManifest(_)
        | Finding::NotPrivate(_) => Remedy::Repair,
        Finding::Damaged(_)
        | Finding::Incomplete { .. }
        | Finding::Orphan { .. }
        | Finding::UnreadableStudent { .. }
        | Finding::BrokenCut { .. } => Remedy::Copy,
        Finding::NotACut { .. } | Finding::TornCopy(_) => Remedy::Told,
    }
}

/// The copy to hold against a register in which something is wrong that can't be put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyToCompare {
    /// The last one that is whole.
    Last {
        /// Its file's name.
        name: String,
        /// When it was made.
        at: NaiveDateTime,
    },
    /// There is none beside the register.
    None,
}

/// The work of looking through a register, away from the window.
#[derive(Debug)]
pub struct Checking {
    folder: PathBuf,
    copies: Option<PathBuf>,
}

impl Checking {
    /// Looks through the register and its copies; nothing if all is well.
    ///
    /// # Errors
    /// The faults that keep the register from being read at all.
    pub fn run(self) -> Result<Vec<Finding>, Refusal> {
        found_in(&Store::open_to_read(&self.folder)?, self.copies.as_deref())
    }
}

/// What is wrong with a register and with the copies in a folder.
fn found_in(store: &Store, copies: Option<&Path>) -> Result<Vec<Finding>, Refusal> {
    let mut found = store.check()?;
    if let Some(copies) = copies {
        found.extend(store::flawed_copies(copies));
    }
    Ok(found)
}

impl Desk {
    /// What is wrong with the register and its copies; nothing if all is well.
    ///
    /// # Errors
    /// The faults that keep the register from being read at all.
    pub fn check(&self) -> Result<Vec<Finding>, Refusal> {
        found_in(&self.store, self.store.copies_folder().as_deref())
    }

    /// The work of the same, to be done away from the window; `None` for a register in memory.
    pub fn checking(&self) -> Option<Checking> {
        Some(Checking {
            folder: self.folder()?,
            copies: self.store.copies_folder(),
        })
    }

    /// Puts right what can be: tells what was there to repair.
    ///
    /// # Errors
    /// The file's faults.
    pub fn repair(&mut self) -> Result<Vec<Finding>, Refusal> {
        let stamp = self.stamp();
        let mut repaired = self.store.repair(&stamp)?;
        let copies = self.store.copies_folder();
        let flawed = copies.map(|folder| store::flawed_copies(&folder));
        for finding in flawed.into_iter().flatten() {
            // One that is not whole stays as it is, and is told as what it is.
            if let Finding::NoManifest(copy) = &finding
                && store::write_manifest_anew(copy, stamp.at).is_ok()
            {
                repaired.push(finding);
            }
        }
        Ok(repaired)
    }

    /// The copy to compare with, if something was found that can't be put right; `None` where all can.
    pub fn copy_to_compare(&self, found: &[Finding]) -> Option<CopyToCompare> {
        if !found.iter().any(|finding| remedy(finding) == Remedy::Copy) {
            return None;
        }
        let copies = self.copies_to_restore();
        let whole = restoring::whole_copy(&copies, Path::new(""));
        let named = whole
            .as_ref()
            .and_then(|it| Some((it.at()?, it.path.file_name()?)));
        Some(
            named.map_or(CopyToCompare::None, |(at, name)| CopyToCompare::Last {
                name: name.to_string_lossy().into_owned(),
                at,
            }),
        )
    }
}
