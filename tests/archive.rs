//! Records that leave the daily list and come back.

mod day;

use day::{Day, Hand, advance, desk, first_run, juan, maria};
use ventanilla::desk::{Desk, Explain, Refusal};
use ventanilla::domain::movement::MovementState;
use ventanilla::store::Store;

#[test]
fn an_archived_record_is_whole_and_comes_back_by_undo_or_restore() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let before = desk.of(student);

    desk.archive(student).unwrap();
    let archived = desk.of(student);
    assert_eq!(archived.student.archived_on, Some(desk.today()));
    assert_eq!(archived.student.particulars, before.student.particulars);
    assert_eq!(
        desk.find("25230457", 0).unwrap().rows.len(),
        1,
        "a search finds it"
    );

    desk.undo().unwrap();
    assert_eq!(desk.of(student), before);
    desk.redo().unwrap();
    desk.restore(student).unwrap();
    assert_eq!(desk.of(student), before);

    let lines: Vec<String> = desk
        .history(student, 9)
        .unwrap()
        .0
        .iter()
        .map(|act| act.line())
        .collect();
    assert_eq!(
        lines[..4],
        [
            "Lupita restauró la ficha",
            "Lupita rehízo el archivo de la ficha",
            "Lupita deshizo el archivo de la ficha",
            "Lupita archivó la ficha",
        ]
    );
}

#[test]
fn nothing_is_archived_while_a_movement_is_open() {
    let folder = day::folder();
    let clock = || Hand::at("2026-11-21 10:30").clock();
    let mut desk = Desk::set_up(folder.path(), &first_run(), clock()).unwrap();
    let student = desk.enroll(&juan());
    desk.queue_alta(student).unwrap();
    assert_eq!(
        desk.archive(student).unwrap_err().explain().text,
        "No se archivó: hay un alta en cola para el corte del 30 de noviembre. Cancélela, o espere a que se envíe."
    );
    assert_eq!(desk.of(student).student.archived_on, None);

    drop(desk);
    let mut store = Store::open(folder.path()).unwrap();
    advance(&mut store, student, &[(MovementState::InDispatch, "2026-11-21")]);
    drop(store);
    let mut desk = Desk::open(folder.path(), clock()).unwrap();
    assert_eq!(
        desk.archive(student).unwrap_err().explain().text,
        "No se archivó: hay un alta en el envío del corte del 30 de noviembre. Archive la ficha cuando tenga respuesta."
    );
}

#[test]
fn what_is_archived_or_not_already_is_said() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    assert!(matches!(desk.restore(student), Err(Refusal::NotArchived)));
    desk.archive(student).unwrap();
    let again = desk.archive(student).unwrap_err();
    assert_eq!(
        again.explain().text,
        "La ficha ya está archivada, desde el 21 nov 2026."
    );
}
