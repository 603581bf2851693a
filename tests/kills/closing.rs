//! Killed while it closes a cut, opens it again, and closes it again.

use std::path::Path;
use std::time::Instant;

use chrono::NaiveDate;
use ventanilla::desk::{Desk, demo};
use ventanilla::domain::dispatch::ClosingState;

use crate::content::assert_same;
use crate::moments::{Moments, rounds};
use crate::process::{endless, kill_after, next_step, nothing};
use crate::{ROUNDS_OF_A_REGISTER, Twins, clock, open};

/// So many closings and openings take as long as the longest round.
const MEASURED: usize = 16;

/// A campus with a cut in the making.
fn campus() -> Twins {
    Twins::of(|folder| drop(demo::create(folder, 200, 7, clock()).unwrap()))
}

/// The cut in the making.
fn cut() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

/// Even steps close the cut, odd ones open it again.
fn step(desk: &mut Desk, step: usize) {
    if step.is_multiple_of(2) {
        desk.close_cut(cut()).unwrap();
    } else {
        let folio = desk.closed_cut(cut()).unwrap().unwrap().closing.folio;
        desk.reopen_cut(&folio, "Falta un movimiento").unwrap();
    }
}

/// What the process does that is killed.
pub fn work(folder: &Path) -> Box<dyn FnMut(usize)> {
    let mut desk = open(folder, &clock());
    Box::new(move |at| step(&mut desk, at))
}

/// Whether the cut is closed: then with a seal that holds; else it is open with all that waits for it.
fn is_closed(desk: &Desk) -> bool {
    let closed = desk.closed_cut(cut()).unwrap();
    let Some(closed) = closed.filter(|it| it.closing.state == ClosingState::Closed) else {
        assert!(!desk.review(cut()).unwrap().ready.is_empty());
        return false;
    };
    assert!(desk.store().reader().seal_holds(&closed.closing).unwrap());
    assert!(desk.review(cut()).unwrap().ready.is_empty());
    true
}

#[test]
fn a_killed_closing_leaves_the_cut_open_or_closed_with_its_seal() {
    let campus = campus();
    let measured = campus.again();
    let begun = Instant::now();
    let mut desk = open(measured.spared.path(), &clock());
    (0..MEASURED).for_each(|at| step(&mut desk, at));
    let span = begun.elapsed();
    drop(desk);

    let moments = Moments::new();
    let (mut twins, mut done, mut busy) = (campus.again(), 0, 0);
    for round in 0..rounds() {
        if round > 0 && round % ROUNDS_OF_A_REGISTER == 0 {
            (twins, done) = (campus.again(), 0);
        }
        let mut process = endless("closing", twins.killed.path(), done);
        let killed = kill_after(&mut process, moments.within(span), nothing);
        assert!(killed.was_at_work, "round {round}");
        let acknowledged = next_step(&killed, done);
        busy += u32::from(acknowledged > done);

        let closed = is_closed(&twins.reopen(round));
        let mut spared = open(twins.spared.path(), &clock());
        (done..acknowledged).for_each(|at| step(&mut spared, at));
        done = acknowledged;
        // One more may have been done, and its acknowledgement was killed.
        if closed == done.is_multiple_of(2) {
            step(&mut spared, done);
            done += 1;
        }
        drop(spared);
        assert_same(&twins.killed(), &twins.spared(), round);
    }
    // On a busy computer many are killed in their first step, which is at work as well.
    assert!(busy > 0, "none was killed after something that it acknowledged");
}
