use super::*;
use ventanilla::domain::drill::AwayState;

#[test]
fn the_newest_copy_is_tried_once_a_week_and_it_is_logged() {
    let (mut office, _) = Office::with_a_stick();
    assert!(office.desk.drill_due().is_none(), "there is nothing to try");
    office.copy();
    let work = office.desk.drill_due().expect("none was tried yet");
    let drill = work.run();
    assert!(drill.passed);
    assert_eq!((drill.students, drill.copy_at), (1, day::at("2026-11-21 10:30")));
    assert_eq!(drill.away, AwayState::Whole(drill.copy_at));
    office.desk.log_drill(&drill).unwrap();
    assert_eq!(office.desk.backup_overview().unwrap().drills, [drill]);
    assert!(office.desk.drill_due().is_none());
    office.hand.move_to("2026-11-28 10:29");
    assert!(office.desk.drill_due().is_none());
    office.hand.move_to("2026-11-28 10:30");
    assert!(office.desk.drill_due().is_some());
}

#[test]
fn a_trial_is_no_act_and_leaves_the_copy_as_it_was() {
    let (mut office, _) = Office::with_a_stick();
    let made = office.copy();
    let before = (
        fs::read(&made.copied.path).unwrap(),
        office.desk.next_undo().unwrap(),
    );
    let drill = office.desk.drill_now().unwrap().run();
    office.desk.log_drill(&drill).unwrap();
    let after = (
        fs::read(&made.copied.path).unwrap(),
        office.desk.next_undo().unwrap(),
    );
    assert!(before == after);
    let left: Vec<_> = fs::read_dir(office.data.path().join("copias")).unwrap().collect();
    assert_eq!(left.len(), 2, "the copy and its manifest");
}

#[test]
fn a_copy_that_is_not_what_it_was_does_not_pass() {
    let (office, _) = Office::with_a_stick();
    let made = office.copy();
    let whole = fs::read(&made.copied.path).unwrap();
    let tried = || office.desk.drill_now().unwrap().run().passed;

    fs::write(&made.copied.path, &whole[..whole.len() - 4096]).unwrap();
    assert!(!tried(), "cut short");
    fs::write(&made.copied.path, &whole).unwrap();
    rusqlite::Connection::open(&made.copied.path)
        .unwrap()
        .execute("UPDATE students SET given_names = 'Otra'", [])
        .unwrap();
    assert!(!tried(), "whole, and of another content");
    fs::write(&made.copied.path, &whole).unwrap();
    assert!(tried());
}

#[test]
fn what_the_stick_holds_is_told_by_its_hash() {
    let (office, _) = Office::with_a_stick();
    let away = || office.desk.drill_now().unwrap().run().away;
    office.desk.copy_now().unwrap().make().unwrap();
    assert_eq!(away(), AwayState::NoCopies);
    office.desk.copy_here_and_away().unwrap().make().unwrap();
    let placed = office.placed().remove(0);
    let at = placed.report.copy.at;
    assert_eq!(away(), AwayState::Whole(at));
    let mut bytes = fs::read(&placed.path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&placed.path, bytes).unwrap();
    assert_eq!(away(), AwayState::DoesNotMatch(at));
    office.pull_out();
    assert_eq!(away(), AwayState::Absent);
}
