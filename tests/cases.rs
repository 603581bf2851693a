//! The cases of people who are not vigente, at the desk.

mod day;

use day::{Day, Hand, advance, constancia, desk, first_run, juan, maria};
use ventanilla::desk::{Desk, Refusal};
use ventanilla::domain::case::{CaseKind, CaseOutcome, NoteText, Told};
use ventanilla::domain::filter::Filter;
use ventanilla::domain::movement::MovementState;
use ventanilla::store::Store;

fn text(text: &str) -> NoteText {
    NoteText::read(text).unwrap()
}

#[test]
fn what_is_told_opens_the_case_in_the_same_act() {
    let mut desk = desk();
    let maria = desk.enroll(&maria());
    let kept = desk
        .note_case(maria, Told::Hospital, &text("falta el alta"))
        .unwrap();
    assert_eq!((kept.kind, kept.notes.len()), (CaseKind::NothingQueued, 1));
    let kept = desk
        .note_case(maria, Told::Relative, &text("trae la constancia"))
        .unwrap();
    assert_eq!(kept.notes[1].told, Told::Relative);
    assert_eq!(desk.kept_cases(maria).unwrap().len(), 1);
    assert_eq!(desk.count_of(Filter::OpenCases).unwrap(), 1);

    desk.undo().unwrap();
    assert_eq!(desk.kept_cases(maria).unwrap()[0].notes.len(), 1);
    desk.undo().unwrap();
    assert_eq!(desk.kept_cases(maria).unwrap(), []);
    assert_eq!(desk.count_of(Filter::OpenCases).unwrap(), 0);
}

#[test]
fn a_second_case_follows_the_first_and_never_stands_beside_it() {
    let mut desk = desk();
    let maria = desk.enroll(&maria());
    desk.open_case(maria).unwrap();
    assert!(matches!(desk.open_case(maria), Err(Refusal::CaseOpen(_))));
    desk.close_case(maria, CaseOutcome::Other).unwrap();
    assert!(matches!(
        desk.close_case(maria, CaseOutcome::Other),
        Err(Refusal::NoOpenCase)
    ));
    desk.open_case(maria).unwrap();
    let cases = desk.kept_cases(maria).unwrap();
    assert!(cases[0].is_open() && !cases[1].is_open());
    // A case of before can't be opened again beside the one that is open now.
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert!(desk.kept_cases(maria).unwrap()[0].is_open());
}

/// «Revisar vigencia in Hoy until F12 or a case.»
#[test]
fn who_has_a_case_is_not_to_be_reviewed_beside_it() {
    let folder = day::folder();
    let hand = Hand::at("2026-11-12 09:00");
    let mut desk = Desk::set_up(folder.path(), &first_run(), hand.clock()).unwrap();
    let students = [maria(), juan()].map(|entry| desk.enroll(&entry));
    for student in students {
        desk.queue_alta(student).unwrap();
    }
    drop(desk);
    let mut store = Store::open(folder.path()).unwrap();
    for student in students {
        advance(
            &mut store,
            student,
            &[
                (MovementState::InDispatch, "2026-11-13"),
                (MovementState::Sent, "2026-11-13"),
                (MovementState::Accepted, "2026-11-18"),
            ],
        );
    }
    drop(store);
    hand.move_to("2026-11-20 10:00");
    let mut desk = Desk::open(folder.path(), hand.clock()).unwrap();
    assert_eq!(desk.count_of(Filter::ReviewDue).unwrap(), 2);
    let kept = desk.open_case(students[0]).unwrap();
    assert_eq!(kept.kind, CaseKind::ReviewDue);
    assert_eq!(desk.count_of(Filter::ReviewDue).unwrap(), 1);
    assert_eq!(desk.to_review().unwrap()[0].student.id, students[1]);

    // A constancia of ours proposes to close it; one of before does not.
    let may_close = |desk: &Desk| {
        let record = desk.of(students[0]);
        desk.kept_cases(students[0]).unwrap()[0].may_close(record.dossier().last_check())
    };
    desk.record_check(students[0], &constancia("2026-11-19", true, Some(true)))
        .unwrap();
    assert_eq!(may_close(&desk), None);
    desk.record_check(students[0], &constancia("2026-11-20", true, Some(true)))
        .unwrap();
    assert_eq!(may_close(&desk), Some("2026-11-20".parse().unwrap()));
    desk.close_case(students[0], CaseOutcome::Proven).unwrap();
    assert_eq!(may_close(&desk), None);
    assert_eq!(desk.store().check().unwrap(), []);
}
