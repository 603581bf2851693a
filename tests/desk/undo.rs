//! Undo and redo, history, what was printed.

use super::*;

#[test]
fn undo_takes_back_the_last_act_and_redo_repeats_it() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    desk.queue_alta(student).unwrap();

    desk.undo().unwrap();
    let undone = desk.last_movement(student);
    assert_eq!(undone.state, MovementState::Cancelled);
    assert_eq!(
        undone.cancellation,
        Some(Cancellation::Undone),
        "it stays, cancelada (deshecha)"
    );

    desk.redo().unwrap();
    assert_eq!(desk.last_movement(student).state, MovementState::Queued);
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(desk.count_students().unwrap(), 0, "the registration too");
    assert!(names(&desk, "cruz").is_empty());

    desk.redo().unwrap();
    desk.redo().unwrap();
    assert_eq!(desk.last_movement(student).state, MovementState::Queued);
    assert!(matches!(
        desk.redo(),
        Err(Refusal::Undo(UndoRefusal::NothingToRedo))
    ));
}

#[test]
fn a_new_act_leaves_nothing_to_redo() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    desk.queue_alta(student).unwrap();
    desk.undo().unwrap();
    desk.enroll(&juan());
    assert!(matches!(
        desk.redo(),
        Err(Refusal::Undo(UndoRefusal::NothingToRedo))
    ));
    let undone = desk.undo().unwrap();
    assert_eq!(undone.act.student.unwrap().1, "Hernández Muñoz, Juan Pablo");
    let undone = desk.undo().unwrap();
    assert_eq!(undone.act.student.unwrap().1, "De la Cruz Núñez, María Fernanda");
    assert!(matches!(
        desk.undo(),
        Err(Refusal::Undo(UndoRefusal::NothingToUndo))
    ));
}

#[test]
fn history_says_who_changed_what_from_what_to_what_and_masks_numbers() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let mut entry = maria();
    entry.nss = "48190600428".into();
    entry.phone = "922 555 0142".into();
    desk.correct(student, &entry.particulars(desk.today()).unwrap())
        .unwrap();
    desk.queue_alta(student).unwrap();
    desk.undo().unwrap();

    let lines: Vec<_> = desk
        .history(student, 10)
        .unwrap()
        .0
        .iter()
        .map(|entry| entry.line())
        .collect();
    assert_eq!(
        lines,
        [
            "Lupita deshizo el alta",
            "Lupita preparó el alta para el corte del 30 nov 2026",
            "Lupita corrigió NSS: de …9990 a …0428; teléfono: 922 555 0142",
            "Lupita registró la ficha",
        ]
    );
}

#[test]
fn undo_works_after_a_restart() {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
    let student = desk.enroll(&maria());
    desk.queue_alta(student).unwrap();
    drop(desk);

    let mut desk = Desk::open(folder.path(), hand.clock()).unwrap();
    assert_eq!(desk.clerk(), "Lupita");
    assert_eq!(desk.campus().name, "Plantel Ejemplo");
    desk.undo().unwrap();
    drop(desk);
    let mut desk = Desk::open(folder.path(), hand.clock()).unwrap();
    desk.redo().unwrap();
    assert_eq!(desk.last_movement(student).state, MovementState::Queued);
}

#[test]
fn what_was_printed_is_not_undone_and_what_was_before_it_can_be() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    desk.queue_alta(student).unwrap();
    let printed = desk
        .print(Paper::Summary, &[student], |name, bytes| {
            assert!(name.starts_with("Resumen 25230457 2026-11-21 ") && bytes.starts_with(b"%PDF-"));
            Ok(name.into())
        })
        .unwrap();
    assert_eq!(printed.folios.len(), 1);
    assert!(matches!(desk.undo(), Err(Refusal::Undo(UndoRefusal::WentOut(_)))));
    let undone = desk.undo().unwrap();
    assert_eq!(
        ventanilla::desk::undone(&undone),
        "Se deshizo el alta de De la Cruz Núñez, María Fernanda."
    );
    // The registration can't go any more: a sheet with its folio is out there.
    let refused = desk.undo().unwrap_err();
    assert!(
        matches!(refused, Refusal::Undo(UndoRefusal::InUse(_))),
        "{refused:?}"
    );
    assert_eq!(desk.count_students().unwrap(), 1);
    // Said once, it no longer stands before the acts that can be undone.
    assert!(matches!(
        desk.undo(),
        Err(Refusal::Undo(UndoRefusal::NothingToUndo))
    ));
}

#[test]
fn a_paper_that_cannot_be_written_was_not_printed() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let refused = desk.print(Paper::Summary, &[student], |_, _| {
        Err((
            "/llena".into(),
            std::io::Error::from(std::io::ErrorKind::StorageFull),
        ))
    });
    let words = refused.unwrap_err().explain().text;
    assert!(
        words.starts_with("No se pudo escribir en /llena. No se registró la impresión."),
        "{words}"
    );
    assert_eq!(desk.history(student, 10).unwrap().1, 1);
}

#[test]
fn two_sheets_have_two_folios_and_each_finds_its_student() {
    let mut desk = desk();
    let students = [desk.enroll(&maria()), desk.enroll(&juan())];
    let printed = desk
        .print(Paper::Summary, &students, |name, _| Ok(name.into()))
        .unwrap();
    assert_ne!(printed.folios[0], printed.folios[1]);
    for (student, folio) in students.iter().zip(&printed.folios) {
        assert_eq!(
            desk.store().reader().student_by_folio(folio).unwrap(),
            Some(*student)
        );
    }
}

/// The history of a student follows the acts: whatever was entered by student and whatever was not yet, it tells all.
#[test]
fn a_history_holds_every_act_however_many_follow() {
    let mut desk = desk();
    let luz = desk.enroll(&person("25000001", "Luz", "Ñáñez", ""));
    for number in 2..150 {
        desk.enroll(&person(&format!("25{number:06}"), "Ana", "Luna", ""));
        if number % 10 == 0 {
            desk.queue_alta(luz).unwrap();
            desk.cancel_queued(luz).unwrap();
        }
        let expected = 1 + number / 10 * 2;
        let (newest, all) = desk.history(luz, 3).unwrap();
        assert_eq!((newest.len(), all), (expected.min(3), expected), "after {number}");
    }
    let (acts, _) = desk.history(luz, 100).unwrap();
    assert!(acts.is_sorted_by(|newer, older| newer.at >= older.at));
    assert_eq!(acts.last().unwrap().kind, ventanilla::store::ActKind::Register);
}
