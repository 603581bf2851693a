//! Killed while it puts a copy in the place of the register.

use std::fs;
use std::path::Path;

use ventanilla::desk::{Clock, Desk, demo};
use ventanilla::store::{COPIES_FOLDER, FILE_NAME, copies, kept_copies};

use crate::content::{Content, assert_same};
use crate::day::{Day, at, person};
use crate::moments::{Moments, rounds};
use crate::process::{console, kill_after, nothing, undisturbed};
use crate::{clock, open};

/// The copy that is restored, of the day before.
const COPY: &str = "ventanilla-20261120-180000.db";

/// A campus with a copy of yesterday and somebody more today.
fn office() -> crate::day::Folder {
    let folder = crate::day::folder();
    let yesterday = Clock::fixed(at("2026-11-20 18:00"));
    let desk = demo::create(folder.path(), 60, 7, yesterday).unwrap();
    desk.copy_now().unwrap().make().unwrap();
    drop(desk);
    open(folder.path(), &clock()).enroll(&person("99230458", "Ana", "Luna", "Ñandú"));
    folder
}

/// Makes `to` what `from` is: the register and its copies. The folder stays the same one, as what is kept is told by its
/// path.
fn set_out(from: &Path, to: &Path) {
    for entry in fs::read_dir(to).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
    }
    fs::create_dir(to.join(COPIES_FOLDER)).unwrap();
    for file in [
        FILE_NAME.to_owned(),
        format!("{COPIES_FOLDER}/{COPY}"),
        format!("{COPIES_FOLDER}/{COPY}").replace(".db", ".json"),
    ] {
        fs::copy(from.join(&file), to.join(&file)).unwrap();
    }
}

#[test]
fn a_killed_restoration_leaves_the_register_or_the_copy() {
    let office = office();
    let place = crate::day::folder();
    let folder = place.path();
    let register = folder.join(FILE_NAME);
    let restore = || console(folder, &["respaldo", "restaurar", COPY]);
    set_out(office.path(), folder);
    let before = Content::of(&register);
    let span = undisturbed(&mut restore());
    let after = Content::of(&register);
    assert!(after.difference(&before).is_some(), "something is restored");

    let moments = Moments::new();
    let (mut stayed, mut came) = (0, 0);
    for round in 0..rounds() {
        set_out(office.path(), folder);
        let delay = moments.within(span.mul_f64(1.05));
        kill_after(&mut restore(), delay, nothing);

        let desk = Desk::open(folder, clock()).unwrap();
        assert_eq!(desk.store().check().unwrap(), [], "round {round}");
        drop(desk);
        let found = Content::of(&register);
        match (found.difference(&before), found.difference(&after)) {
            (None, _) => stayed += 1,
            (_, None) => {
                came += 1;
                let kept = kept_copies(&folder.join(COPIES_FOLDER)).unwrap();
                assert_eq!(kept.len(), 1, "round {round}: what was replaced is kept");
            }
            (_, Some(difference)) => panic!("round {round}, killed after {delay:?}: {difference}"),
        }
        let copies_folder = folder.join(COPIES_FOLDER);
        for kept in kept_copies(&copies_folder).unwrap() {
            assert_same(&Content::of(&kept.path), &before, round);
        }
        assert_eq!(copies(&copies_folder).unwrap().len(), 1, "round {round}");
        // What was left half done is in nobody's way.
        if round % 10 == 0 {
            assert!(restore().output().unwrap().status.success(), "round {round}");
        }
    }
    assert!(stayed > 0, "none of {came} was killed in time");
}
