//! The slips of eye and finger that may stand behind a CURP that is not right, and what was meant instead.
//!
//! A character that cannot stand in its position, beside one that looks like it and can, is evidence enough. Any
//! other guess must agree with everything on the form: the check digit alone lets one in ten through.

use chrono::NaiveDate;

use super::reading::{CurpContext, remarks};
use super::{Allowed, CURP_LENGTH, Curp, SHAPE};

/// The most corrections that are offered at once.
pub const MAX_OFFERS: usize = 3;

/// What may have been meant by a text that is no CURP.
pub(super) fn behind_a_fault(typed: &str, ctx: &CurpContext<'_>) -> Vec<Curp> {
    let typed: Vec<char> = typed.chars().collect();
    if typed.len() != CURP_LENGTH {
        return Vec::new();
    }
    let straight = with_lookalikes_put_right(&typed);
    let sure = [straight.clone(), with_homonym_lookalike(&straight)];
    let guessed = on_the_captured_date(&straight, ctx)
        .into_iter()
        .chain(neighbour_swaps(&straight));
    let sure = right(sure, ctx);
    let guessed = right(guessed, ctx).filter(|curp| is_borne_out(curp, ctx));
    best(sure.chain(guessed), ctx)
}

/// What may have been meant by a right CURP whose date is not the one on the form: position 9 is not protected by
/// the check digit, and of other dates one in ten passes.
pub(super) fn behind_a_wrong_date(typed: &str, ctx: &CurpContext<'_>) -> Vec<Curp> {
    let typed: Vec<char> = typed.chars().collect();
    let on_date = on_the_captured_date(&typed, ctx);
    best(right(on_date, ctx).filter(|curp| is_borne_out(curp, ctx)), ctx)
}

fn right(
    candidates: impl IntoIterator<Item = Vec<char>>,
    ctx: &CurpContext<'_>,
) -> impl Iterator<Item = Curp> {
    let today = ctx.today;
    candidates
        .into_iter()
        .filter_map(move |chars| Curp::from_compact(&String::from_iter(chars), Some(today)).ok())
}

/// Whether the form knows the name or the date, and nothing on it is contradicted.
fn is_borne_out(curp: &Curp, ctx: &CurpContext<'_>) -> bool {
    let known = ctx.name.is_some() || ctx.birth_date.is_some();
    known && !remarks(curp, ctx).iter().any(|remark| remark.is_contradiction())
}

/// The candidates with the fewest remarks, each once.
fn best(candidates: impl Iterator<Item = Curp>, ctx: &CurpContext<'_>) -> Vec<Curp> {
    let mut offers: Vec<Curp> = Vec::new();
    for candidate in candidates {
        if !offers.contains(&candidate) {
            offers.push(candidate);
        }
    }
    offers.sort_by_key(|curp| remarks(curp, ctx).len());
    offers.truncate(MAX_OFFERS);
    offers
}

/// Ñ is X in every position (rules 1.1 and 1.12); O and 0, I and 1 are whichever the position admits.
fn with_lookalikes_put_right(typed: &[char]) -> Vec<char> {
    typed
        .iter()
        .zip(SHAPE)
        .map(|(&ch, allowed)| put_right(ch, allowed))
        .collect()
}

fn put_right(ch: char, allowed: Allowed) -> char {
    if allowed.admits(ch) {
        return ch;
    }
    let lookalike = if ch == 'Ñ' { 'X' } else { lookalike(ch) };
    if allowed.admits(lookalike) { lookalike } else { ch }
}

/// Position 17 admits letters and digits, so its own look-alike is a second candidate.
fn with_homonym_lookalike(straight: &[char]) -> Vec<char> {
    let mut other = straight.to_vec();
    other[16] = lookalike(straight[16]);
    other
}

fn lookalike(ch: char) -> char {
    match ch {
        'O' => '0',
        '0' => 'O',
        'I' | 'L' => '1',
        '1' => 'I',
        other => other,
    }
}

fn on_the_captured_date(straight: &[char], ctx: &CurpContext<'_>) -> Option<Vec<char>> {
    let date: NaiveDate = ctx.birth_date?;
    let mut other = straight.to_vec();
    other.splice(4..10, date.format("%y%m%d").to_string().chars());
    Some(other)
}

fn neighbour_swaps(straight: &[char]) -> impl Iterator<Item = Vec<char>> {
    (1..straight.len())
        .filter(|&at| straight[at - 1] != straight[at])
        .map(|at| {
            let mut swapped = straight.to_vec();
            swapped.swap(at - 1, at);
            swapped
        })
}
