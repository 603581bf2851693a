//! What was found when the register was looked through, in words: the same on the console and in Respaldo.

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
        Finding::NotPrivate(file) => words::not_private(file, repaired),
    }
}
