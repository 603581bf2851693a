//! A verified copy of the register (goal 3 s for 100,000 students), in the data folder alone and sealed into a second place;
//! and its trial; and what a clerk waits for meanwhile (goal 16 ms, as the window has between two pictures). Beside them, in the same rounds on the same disk: SQLite's own copy (`VACUUM INTO`) and the file system's,
//! synced, neither of which is looked at by anybody.

mod campus;
mod ruler;

use std::path::Path;
use std::time::Duration;

use ruler::{Goal, Times, figure, row, timed};
use ventanilla::desk::{AwayCopy, Desk};
use ventanilla::domain::settings::Topic;

const ROUNDS: usize = 5;
const GOAL: Goal = Goal::Median(Duration::from_secs(3));
/// Of what the window asks of the register while a copy is made.
const MEANWHILE: Goal = Goal::P99(Duration::from_millis(16));

fn main() {
    if !ruler::is_asked() {
        return;
    }
    for students in campus::SIZES {
        let folder = campus::of_its_own(students);
        let mut desk = Desk::open(folder.path(), campus::clock()).expect("the register opens");
        let away = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder can be made");
        let place = away.path().to_str().expect("a path in letters");
        desk.set(Topic::SecondPlace, place).expect("the place is there");
        let sheet = away.path().join("sheet.pdf");
        let made = desk.make_office_key(|_, _| Ok(sheet.clone()));
        made.expect("a key can be made");

        let [mut vacuum, mut bare, mut here, mut both, mut tried] = [(); 5].map(|()| Times::default());
        let mut bytes = 0;
        for _ in 0..ROUNDS {
            vacuum.add(timed(|| vacuum_into(folder.path(), away.path())).1);
            bare.add(timed(|| file_copy(folder.path(), away.path())).1);
            let (copied, took) = timed(|| desk.copy_now().expect("on the disk").make().expect("a copy"));
            bytes = copied.bytes;
            here.add(took);
            forget_placed(away.path());
            let (made, took) = timed(|| {
                desk.copy_here_and_away()
                    .expect("on the disk")
                    .make()
                    .expect("a copy")
            });
            assert!(made.away.as_ref().is_some_and(AwayCopy::is_placed), "{made:?}");
            both.add(took);
            let (drill, took) = timed(|| desk.drill_now().expect("a copy").run());
            assert!(drill.passed, "{drill:?}");
            tried.add(took);
        }
        let [found, queued] = meanwhile(&mut desk);
        ruler::head(&format!("{students} students: a copy of the register"));
        figure("its length", format!("{:.1} MB", bytes as f64 / 1e6), "");
        row("beside: VACUUM INTO, synced, not verified", &vacuum, &[]);
        row("beside: the file copied, synced, not verified", &bare, &[]);
        row("a verified copy in the data folder", &here, &[GOAL]);
        row("the same, and sealed into a second place", &both, &[]);
        row("the trial of both", &tried, &[]);
        row(
            "meanwhile: a page of a search and its count",
            &found,
            &[MEANWHILE],
        );
        row("meanwhile: a movement queued and saved", &queued, &[MEANWHILE]);
        figure(
            "a verified copy, in times of VACUUM INTO",
            format!("{:.2}", here.ratio(&vacuum)),
            "",
        );
    }
}

/// What a clerk does while copies are made in a thread of their own, one after the other: searches, and movements.
fn meanwhile(desk: &mut Desk) -> [Times; 2] {
    let [mut found, mut queued] = [(); 2].map(|()| Times::default());
    let copy = desk.copy_now().expect("on the disk");
    let copying = std::thread::spawn(move || {
        for _ in 0..3 {
            copy.clone().make().expect("a copy");
        }
    });
    let mut waiting = desk.find("", 0).expect("it can be read").rows.into_iter();
    while !copying.is_finished() {
        found.add(timed(|| desk.find("garcia", 0).expect("it can be read")).1);
        if let Some(student) = waiting.next() {
            // Who has an alta already is refused; that too is an answer somebody waits for.
            queued.add(timed(|| desk.queue_alta(student.student.id).is_ok()).1);
        }
    }
    copying.join().expect("the copies end");
    [found, queued]
}

fn vacuum_into(register: &Path, away: &Path) {
    let to = away.join("vacuum.db");
    let conn = rusqlite::Connection::open(campus::file(register)).expect("the register opens");
    conn.execute("VACUUM INTO ?1", [to.to_str().expect("a path in letters")])
        .expect("there is room for it");
    synced(&to);
}

fn file_copy(register: &Path, away: &Path) {
    let to = away.join("bare.db");
    std::fs::copy(campus::file(register), &to).expect("there is room for it");
    synced(&to);
}

/// Waits until a file lies on the disk, and takes it away.
fn synced(file: &Path) {
    let options = std::fs::File::options().write(true).open(file);
    options.and_then(|file| file.sync_all()).expect("a disk");
    std::fs::remove_file(file).expect("it is there");
}

/// The clock stands still: the next copy would be the one that is there.
fn forget_placed(away: &Path) {
    let folder = ventanilla::store::places::folder_in(away);
    for entry in std::fs::read_dir(folder).expect("it was made").flatten() {
        std::fs::remove_file(entry.path()).expect("a file");
    }
}
