//! What was found when the register was looked through, in words: the same on the console and in Respaldo.

use std::path::Path;

use super::{Desk, restoring};
use crate::store::Finding;
use crate::words::console::findings as words;

/// The sentence for a finding: what it is and what to do, or that it was put right.
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

impl Desk {
    /// What to do about what can't be put right, with the copy that can be held against it; `None` where all can.
    pub fn what_to_do_about(&self, found: &[Finding]) -> Option<String> {
        if !found.iter().any(takes_a_copy) {
            return None;
        }
        let copies = self.copies_to_restore();
        let whole = restoring::whole_copy(&copies, Path::new(""));
        let named = whole
            .as_ref()
            .and_then(|it| Some((it.at()?, it.path.file_name()?)));
        Some(match named {
            Some((at, name)) => words::compare_with(&name.to_string_lossy(), at, self.today()),
            None => words::NO_COPY.to_owned(),
        })
    }
}

/// Whether only an earlier state of the register is without it.
fn takes_a_copy(finding: &Finding) -> bool {
    matches!(
        finding,
        Finding::Damaged(_)
            | Finding::Incomplete { .. }
            | Finding::Orphan { .. }
            | Finding::UnreadableStudent { .. }
            | Finding::BrokenCut { .. }
    )
}
