//! The clock of the computer was set back: it is said, and nothing gets into disorder by it.

use ventanilla::desk::Desk;
use ventanilla::domain::movement::MovementKind;

use crate::day::{Day, Hand, at, first_run, juan, maria, person};

/// A desk of Saturday 21 November on which something was done.
fn desk_and_hand() -> (crate::day::Folder, Desk, Hand) {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &first_run(), hand.clock()).unwrap();
    desk.enroll(&maria());
    (folder, desk, hand)
}

#[test]
fn a_day_before_the_last_act_is_told_until_something_is_saved() {
    let (_folder, mut desk, hand) = desk_and_hand();
    assert_eq!(desk.clock_is_behind(), None);
    hand.move_to("2026-11-21 09:00");
    assert_eq!(desk.clock_is_behind(), None, "an hour is the change of time");
    hand.move_to("2026-11-20 18:00");
    assert_eq!(desk.clock_is_behind(), Some(at("2026-11-21 10:30")));
    // Whoever goes on has seen it, or it was the former date that was wrong.
    desk.enroll(&juan());
    assert_eq!(desk.clock_is_behind(), None);
}

#[test]
fn the_journal_stays_in_the_order_in_which_things_were_done() {
    let (_folder, mut desk, hand) = desk_and_hand();
    let maria = desk.record_by_identifier("25230457").unwrap().student.id;
    hand.move_to("2026-11-18 18:00");
    desk.queue_alta(maria).unwrap();
    let (history, acts) = desk.history(maria, 9).unwrap();
    assert_eq!(acts, 2);
    assert!(
        history[0].at < history[1].at,
        "the alta first, though its date is earlier"
    );
    desk.undo().unwrap();
    let record = desk.of(maria);
    assert!(
        record.queued().is_none(),
        "the last act is the one that is undone"
    );
    desk.redo().unwrap();
    assert!(desk.of(maria).queued().is_some());
    assert_eq!(desk.store().check().unwrap(), []);
}

#[test]
fn a_cut_that_is_closed_stays_closed_and_takes_nothing_more() {
    let (_folder, mut desk, hand) = desk_and_hand();
    let maria = desk.record_by_identifier("25230457").unwrap().student.id;
    desk.queue_alta(maria).unwrap();
    let cut = desk.next_cut();
    desk.close_cut(cut).unwrap();
    hand.move_to("2026-11-17 10:00");
    let juan = desk.enroll(&juan());
    let queued = desk.queue_alta(juan).unwrap();
    assert!(queued.cut > cut, "{} is closed", queued.cut);
    assert_eq!(desk.last_movement(juan).kind, MovementKind::Alta);
    assert_eq!(desk.store().check().unwrap(), []);
}

#[test]
fn a_copy_is_made_once_and_not_at_every_tick() {
    let (_folder, mut desk, hand) = desk_and_hand();
    desk.copy_due().unwrap().make().unwrap();
    hand.move_to("2026-11-20 10:00");
    desk.enroll(&person("25230458", "Ana", "Luna", ""));
    desk.copy_due().expect("something was done").make().unwrap();
    hand.move_to("2026-11-20 10:01");
    assert_eq!(desk.copy_due(), None);
    desk.enroll(&person("25230459", "Ana", "Luna", "Sol"));
    assert_eq!(desk.copy_due(), None);
    hand.move_to("2026-11-20 10:31");
    assert!(desk.copy_due().is_some());
}
