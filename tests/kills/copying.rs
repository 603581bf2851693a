//! Killed while it registers somebody and makes a copy, over and over, six hours later each time, so that old copies go too.

use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use chrono::{Duration, NaiveDateTime};
use ventanilla::desk::{Clock, Desk, demo};
use ventanilla::store::{COPIES_FOLDER, FILE_NAME, copies};

use crate::content::{Content, assert_same};
use crate::day::{Day, at, person, prove};
use crate::moments::{Moments, rounds};
use crate::process::{endless, kill_after, next_step, nothing};
use crate::{NOW, ROUNDS_OF_A_REGISTER, Twins, clock, open};

/// So many copies take as long as the longest round.
const MEASURED: usize = 5;

fn campus() -> Twins {
    Twins::of(|folder| drop(demo::create(folder, 60, 7, clock()).unwrap()))
}

/// When a step is done.
fn moment(step: usize) -> NaiveDateTime {
    at(NOW) + Duration::hours(6 * step as i64)
}

fn desk_at(folder: &Path, step: usize) -> Desk {
    open(folder, &Clock::fixed(moment(step)))
}

/// Somebody more is registered.
fn register(folder: &Path, step: usize) {
    let name = format!("25{step:06}");
    desk_at(folder, step).enroll(&person(&name, "Ana", "Luna", "Ñandú"));
}

/// And copied.
fn copy(folder: &Path, step: usize) {
    desk_at(folder, step).copy_now().unwrap().make().unwrap();
}

/// What the process does that is killed.
pub fn work(folder: &Path) -> Box<dyn FnMut(usize)> {
    let folder = folder.to_owned();
    Box::new(move |step| {
        register(&folder, step);
        copy(&folder, step);
    })
}

/// What the register held after so many acts, as the twin tells that nobody killed.
type Known = HashMap<u64, Content>;

/// Every file that is taken for a copy is one: it opens, it is sound, and it holds what the register held then.
fn assert_copies_are_copies(folder: &Path, known: &Known, looked_at: &mut Vec<PathBuf>, round: u32) {
    let folder = folder.join(COPIES_FOLDER);
    if !folder.exists() {
        // It was killed before its first copy was begun.
        return;
    }
    for copied in copies(&folder).unwrap() {
        if looked_at.contains(&copied.path) {
            continue;
        }
        let room = crate::day::folder();
        let file = room.path().join(FILE_NAME);
        std::fs::copy(&copied.path, &file).unwrap();
        assert_same(&Content::of(&file), &known[&copied.report.acts], round);
        prove(&copied);
        looked_at.push(copied.path);
    }
}

/// What lies in the folder of copies and belongs to none of them.
fn leftovers(folder: &Path) -> Vec<PathBuf> {
    let folder = folder.join(COPIES_FOLDER);
    let ours = copies(&folder).unwrap();
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| !ours.iter().any(|copied| copied.path == path.with_extension("db")))
        .collect()
}

#[test]
fn what_a_killed_copy_leaves_is_never_taken_for_one() {
    let campus = campus();
    let measured = campus.again();
    let begun = Instant::now();
    let mut work_of_the_measured = work(measured.spared.path());
    (0..MEASURED).for_each(&mut work_of_the_measured);
    let span = begun.elapsed();

    let moments = Moments::new();
    let (mut twins, mut done, mut busy) = (campus.again(), 0, 0);
    let (mut known, mut looked_at, mut last_copied) = (Known::new(), Vec::new(), None);
    for round in 0..rounds() {
        if round > 0 && round % ROUNDS_OF_A_REGISTER == 0 {
            (twins, done, last_copied) = (campus.again(), 0, None);
            known.clear();
        }
        let mut process = endless("copying", twins.killed.path(), done);
        let killed = kill_after(&mut process, moments.within(span), nothing);
        assert!(killed.was_at_work, "round {round}");
        let acknowledged = next_step(&killed, done);
        if acknowledged > done {
            busy += 1;
            last_copied = Some(acknowledged - 1);
        }

        let students = twins.reopen(round).count_students().unwrap();
        let mut desk = desk_at(twins.spared.path(), done);
        for step in done.. {
            let acts = desk.store().reader().last_act_number().unwrap() as u64;
            known.entry(acts).or_insert_with(|| twins.spared());
            if desk.count_students().unwrap() == students {
                done = step;
                break;
            }
            drop(desk);
            register(twins.spared.path(), step);
            desk = desk_at(twins.spared.path(), step);
        }
        drop(desk);
        // Of one step more the registration may have been done, and its copy as well.
        assert!((acknowledged..=acknowledged + 1).contains(&done), "round {round}");
        assert_same(&twins.killed(), &twins.spared(), round);
        assert_copies_are_copies(twins.killed.path(), &known, &mut looked_at, round);
        if let Some(step) = last_copied {
            let last = desk_at(twins.killed.path(), done).last_copy().unwrap();
            assert!(last.report.at >= moment(step), "round {round}: {last:?}");
        }
    }
    // On a busy computer many are killed in their first step, which is at work as well.
    assert!(busy > 0, "none was killed after something that it acknowledged");

    // A copy of a later hour clears away what was left of those that were killed.
    let two_hours_ago = SystemTime::now() - std::time::Duration::from_secs(2 * 60 * 60);
    for left in leftovers(twins.killed.path()) {
        File::open(left).unwrap().set_modified(two_hours_ago).unwrap();
    }
    copy(twins.killed.path(), done);
    assert_eq!(leftovers(twins.killed.path()), Vec::<PathBuf>::new());
}
