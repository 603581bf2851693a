//! The register as a file: who writes it, what is refused, the copy of the day, the index.

use super::*;

#[test]
fn a_second_writer_is_refused_and_a_reader_is_not() {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
    desk.enroll(&maria());

    let second = Desk::open(folder.path(), hand.clock());
    assert!(matches!(second, Err(Refusal::Store(StoreError::AnotherWriter))));
    let mut reader = Desk::open_to_read(folder.path(), hand.clock()).unwrap();
    assert_eq!(names(&reader, "cruz").len(), 1);
    assert!(reader.undo().is_err(), "a reader changes nothing");
}

#[cfg(unix)]
#[test]
fn the_register_is_readable_by_the_user_alone() {
    use std::os::unix::fs::PermissionsExt;

    let folder = crate::day::folder();
    let data = folder.path().join("datos");
    let desk = Desk::set_up(&data, &day::first_run(), Hand::at("2026-11-21 10:30").clock()).unwrap();
    let mode = |name: &str| std::fs::metadata(data.join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(""), 0o700);
    assert_eq!(mode("ventanilla.db"), 0o600);
    assert_eq!(mode("ventanilla.db-wal"), 0o600);
    assert!(desk.store().check().unwrap().is_empty());
}

#[test]
fn files_that_are_no_registers_are_refused_and_not_touched() {
    let hand = Hand::at("2026-11-21 10:30");
    let foreign = crate::day::folder();
    let other = rusqlite::Connection::open(foreign.path().join("ventanilla.db")).unwrap();
    other
        .execute_batch("CREATE TABLE recetas (id INTEGER PRIMARY KEY)")
        .unwrap();
    drop(other);
    let garbage = crate::day::folder();
    std::fs::write(
        garbage.path().join("ventanilla.db"),
        "esto no es una base de datos ".repeat(100),
    )
    .unwrap();
    for folder in [foreign, garbage] {
        let file = folder.path().join("ventanilla.db");
        let before = std::fs::read(&file).unwrap();
        let refused = Desk::open(folder.path(), hand.clock()).unwrap_err();
        assert!(
            matches!(refused, Refusal::Store(StoreError::NotARegister(_))),
            "{refused:?}"
        );
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }
}

#[test]
fn a_newer_register_is_refused_in_words() {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-21 10:30");
    drop(Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap());
    let conn = rusqlite::Connection::open(folder.path().join("ventanilla.db")).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    drop(conn);
    let words = Desk::open(folder.path(), hand.clock())
        .unwrap_err()
        .explain()
        .line();
    assert!(
        words.contains("versión más nueva") && words.contains("Sus datos no cambiaron"),
        "{words}"
    );
}

#[test]
fn a_copy_is_made_where_something_was_done_verified_and_restorable() {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
    assert!(desk.copy_due().is_none(), "there is nothing to copy yet");
    desk.enroll(&maria());
    let copied = desk.copy_due().unwrap().make().unwrap().copied;
    assert_eq!(
        (copied.report.students, copied.report.campus.as_str()),
        (1, "Plantel Ejemplo")
    );
    assert_eq!(desk.last_copy().unwrap(), copied);
    assert!(desk.copy_due().is_none(), "nothing was done since");
    desk.enroll(&person("26230101", "Ana", "Luna", ""));
    hand.move_to("2026-11-21 10:59");
    assert!(desk.copy_due().is_none(), "half an hour has not passed");
    hand.move_to("2026-11-21 11:00");
    assert!(desk.copy_due().is_some());
    hand.move_to("2026-11-22 00:10");
    assert!(desk.copy_due().is_some(), "the first of the day");

    // The copy is a register like any other: it opens, it is sound, and something can be saved in it.
    let elsewhere = crate::day::folder();
    std::fs::copy(&copied.path, elsewhere.path().join("ventanilla.db")).unwrap();
    let mut restored = Desk::open(elsewhere.path(), hand.clock()).unwrap();
    assert_eq!(names(&restored, "cruz").len(), 1);
    restored.enroll(&juan());
    assert!(
        !restored
            .store()
            .check()
            .unwrap()
            .iter()
            .any(|finding| { !matches!(finding, ventanilla::store::Finding::NotPrivate(_)) })
    );
}

#[test]
fn a_stale_search_index_is_noticed_and_repaired() {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
    desk.enroll(&maria());
    drop(desk);
    let conn = rusqlite::Connection::open(folder.path().join("ventanilla.db")).unwrap();
    conn.execute_batch("UPDATE students SET search_words = ' nadie', sort_key = 'zzz'")
        .unwrap();
    drop(conn);

    let mut desk = Desk::open(folder.path(), hand.clock()).unwrap();
    assert_eq!(desk.store().check().unwrap().len(), 1);
    assert_eq!(desk.repair().unwrap().len(), 1);
    assert!(desk.store().check().unwrap().is_empty());
    assert_eq!(names(&desk, "cruz").len(), 1);
}

/// The full-text index follows the acts: whatever is due and whatever was entered meanwhile, a search finds the same.
#[test]
fn a_search_finds_who_is_not_in_the_index_yet() {
    let mut desk = desk();
    let luz = desk.enroll(&person("25000001", "Luz", "Ñáñez", ""));
    assert_eq!(
        names(&desk, "nanez"),
        ["Ñáñez, Luz"],
        "nobody is in the index yet"
    );

    // Enough of them for the index to be brought up to date on the way.
    for number in 2..100 {
        desk.enroll(&person(&format!("25{number:06}"), "Ana", "Luna", ""));
        assert_eq!(names(&desk, "luz nanez"), ["Ñáñez, Luz"], "after {number}");
    }
    assert_eq!(desk.find("luna ana", 0).unwrap().count.reachable(), 98);

    let entry = person("25000001", "Luz", "Güemes", "");
    desk.correct(luz, &entry.particulars(desk.today()).unwrap())
        .unwrap();
    assert_eq!(
        names(&desk, "nanez"),
        [""; 0],
        "the old words are in the index still"
    );
    assert_eq!(names(&desk, "guemes"), ["Güemes, Luz"]);
    desk.undo().unwrap();
    assert_eq!(names(&desk, "nanez"), ["Ñáñez, Luz"]);
    assert_eq!(desk.store().check().unwrap(), []);
    assert_eq!(
        names(&desk, "nanez"),
        ["Ñáñez, Luz"],
        "and after all that was due is entered"
    );
}

/// A registration taken back and repeated brings an old number back, before the index knew it and after.
#[test]
fn a_search_finds_whose_registration_was_repeated() {
    for entered_before in [false, true] {
        let mut desk = desk();
        desk.enroll(&person("25000001", "Luz", "Ñáñez", ""));
        if entered_before {
            // The check enters all that is due, to compare.
            assert_eq!(desk.store().check().unwrap(), []);
        }
        desk.undo().unwrap();
        assert_eq!(names(&desk, "luz nanez"), [""; 0]);
        assert_eq!(desk.store().check().unwrap(), [], "nobody is left in the index");
        desk.redo().unwrap();
        assert_eq!(names(&desk, "luz nanez"), ["Ñáñez, Luz"]);
        assert_eq!(desk.store().check().unwrap(), []);
        assert_eq!(names(&desk, "luz nanez"), ["Ñáñez, Luz"]);
    }
}

#[test]
fn old_copies_go_and_what_is_no_copy_of_ours_stays() {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-01 10:30");
    let mut desk = Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
    desk.enroll(&maria());
    let copies = folder.path().join("copias");
    for day in 1..=20 {
        for time in ["10:30", "12:00"] {
            hand.move_to(&format!("2026-11-{day:02} {time}"));
            desk.copy_now().unwrap().make().unwrap();
            std::fs::write(copies.join("mía.db"), "otra cosa").unwrap();
        }
    }
    let left = ventanilla::store::copies(&copies).unwrap();
    let days: Vec<String> = left
        .iter()
        .map(|copied| copied.report.at.format("%d %H:%M").to_string())
        .collect();
    assert_eq!(
        days[..5],
        ["20 12:00", "20 10:30", "19 12:00", "19 10:30", "18 12:00"]
    );
    // Twelve days, one week; the first of the month is in the week of October that has it.
    assert_eq!(days[15..], ["07 12:00", "01 12:00"]);
    assert!(copies.join("mía.db").exists());
    for copied in left {
        assert!(copied.path.exists());
    }
}
