//! A register that an older program wrote, opened by this one.

mod day;

use std::fs;

use day::Hand;
use ventanilla::desk::Desk;
use ventanilla::store::{COPIES_FOLDER, FILE_NAME};

/// As version 1 left it: a campus of eight, a ninth student with an alta in the queue, and an alta that was undone.
const VERSION_1: &[u8] = include_bytes!("fixtures/register-v1.db");

fn desk_of(file: &[u8]) -> (day::Folder, Desk) {
    let folder = day::folder();
    // Made by the program, which sees to it that nobody else can read the file, then filled with the older one.
    drop(
        Desk::set_up(
            folder.path(),
            &day::first_run(),
            Hand::at("2026-11-20 10:00").clock(),
        )
        .unwrap(),
    );
    fs::write(folder.path().join(FILE_NAME), file).unwrap();
    let desk = Desk::open(folder.path(), Hand::at("2026-11-21 10:30").clock()).unwrap();
    (folder, desk)
}

#[test]
fn nothing_of_an_older_register_is_lost() {
    let (folder, mut desk) = desk_of(VERSION_1);
    assert_eq!(desk.count_students().unwrap(), 9);
    assert!(
        folder
            .path()
            .join(COPIES_FOLDER)
            .join("antes-de-migrar-v1.db")
            .exists()
    );

    let found = desk.find("nanez julia", 0).unwrap();
    assert_eq!(found.rows[0].student.particulars.identifier.as_str(), "26230099");
    let julia = found.rows[0].student.id;
    assert!(desk.record(julia).unwrap().queued().is_some());
    assert_eq!(desk.history(julia, 9).unwrap().1, 2);

    // What was undone before can be redone; then both altas can be undone, the last one first.
    desk.redo().unwrap();
    assert_eq!(desk.next_cut_count().unwrap().altas, 2);
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(desk.next_cut_count().unwrap().altas, 0);
    desk.undo().unwrap();
    assert_eq!(desk.count_students().unwrap(), 8);
    assert!(desk.find("nanez julia", 0).unwrap().rows.is_empty());
    assert_eq!(desk.store().check().unwrap_or_default(), []);
}
