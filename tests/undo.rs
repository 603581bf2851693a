//! Undo after do is identity, whatever was done: over random sequences of acts, the register's tables are what they
//! were, but for movements, which stay «cancelada (deshecha)».

mod day;

use day::{Day, desk, person};
use proptest::prelude::*;
use rusqlite::Connection;
use ventanilla::desk::{Desk, Refusal};
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::movement::{BajaMotive, Cancellation};

#[derive(Debug, Clone, Copy)]
enum Deed {
    Register(u8),
    Rename(u8, u8),
    Alta(u8),
    Baja(u8),
    Cancel(u8),
    Urgent(u8),
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        (0..6u8).prop_map(Deed::Register),
        (0..6u8, 0..4u8).prop_map(|(who, name)| Deed::Rename(who, name)),
        (0..6u8).prop_map(Deed::Alta),
        (0..6u8).prop_map(Deed::Baja),
        (0..6u8).prop_map(Deed::Cancel),
        (0..6u8).prop_map(Deed::Urgent),
        Just(Deed::Undo),
        Just(Deed::Redo),
    ];
    prop::collection::vec(deed, 1..40)
}

fn student(desk: &Desk, who: u8) -> Option<StudentId> {
    desk.record_by_identifier(&format!("2523000{who}"))
        .ok()
        .map(|record| record.student.id)
}

fn entry(who: u8, name: u8) -> ventanilla::domain::entry::Entry {
    let surname = ["Ñandú", "Pérez", "Luna", "D'Acosta"][usize::from(name)];
    person(&format!("2523000{who}"), "Ana", surname, "")
}

/// Does it; a refusal is one of the things that can happen.
fn carry_out(desk: &mut Desk, deed: Deed) -> Result<bool, Refusal> {
    let today = desk.today();
    let before = desk.next_undo()?.map(|act| act.id);
    match deed {
        Deed::Register(who) => drop(desk.register(&entry(who, 0).particulars(today).unwrap())?),
        Deed::Rename(who, name) => {
            if let Some(id) = student(desk, who) {
                desk.correct(id, &entry(who, name).particulars(today).unwrap())?;
            }
        }
        Deed::Alta(who) => drop(student(desk, who).map(|id| desk.queue_alta(id)).transpose()?),
        Deed::Baja(who) => {
            drop(
                student(desk, who)
                    .map(|id| desk.queue_baja(id, BajaMotive::Graduation))
                    .transpose()?,
            );
        }
        Deed::Cancel(who) => drop(student(desk, who).map(|id| desk.cancel_queued(id)).transpose()?),
        Deed::Urgent(who) => drop(student(desk, who).map(|id| desk.toggle_urgent(id)).transpose()?),
        Deed::Undo => drop(desk.undo()?),
        Deed::Redo => drop(desk.redo()?),
    }
    Ok(desk.next_undo()?.map(|act| act.id) != before)
}

/// Everything that people see of the register: records, and movements but for those whose queueing was undone.
fn picture(desk: &Desk) -> Vec<String> {
    let page = desk.find("", 0).unwrap();
    page.rows
        .iter()
        .map(|row| {
            let record = desk.of(row.student.id);
            let movements: Vec<_> = record
                .movements
                .iter()
                .filter(|movement| movement.cancellation != Some(Cancellation::Undone))
                .collect();
            format!("{:?} {movements:?}", record.student)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_is_identity_and_redoing_it_too(deeds in deeds()) {
        let mut desk = desk();
        // The pictures before each act that still stands, and those that redo would bring back.
        let mut pictures = vec![picture(&desk)];
        for deed in deeds {
            let undo_before = desk.next_undo().unwrap().map(|act| act.id);
            let _ = carry_out(&mut desk, deed);
            let undo_after = desk.next_undo().unwrap().map(|act| act.id);
            match deed {
                Deed::Undo if undo_before != undo_after => {
                    pictures.pop();
                    prop_assert_eq!(&picture(&desk), pictures.last().unwrap());
                }
                _ if undo_before != undo_after => pictures.push(picture(&desk)),
                _ => prop_assert_eq!(&picture(&desk), pictures.last().unwrap(), "what is refused changes nothing"),
            }
            prop_assert!(desk.store().check().unwrap().is_empty());
        }
        while pictures.len() > 1 {
            desk.undo().unwrap();
            pictures.pop();
            prop_assert_eq!(&picture(&desk), pictures.last().unwrap());
        }
        prop_assert_eq!(desk.count_students().unwrap(), 0);
        prop_assert!(desk.undo().is_err());
    }
}

#[test]
fn an_act_has_one_entry_with_the_rows_that_it_changed() {
    let folder = tempfile::tempdir().unwrap();
    let hand = day::Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
    let student = desk.enroll(&day::maria());
    let conn = Connection::open(folder.path().join("ventanilla.db")).unwrap();
    let acts: i64 = conn
        .query_row("SELECT count(*) FROM acts", [], |row| row.get(0))
        .unwrap();
    desk.queue_alta(student).unwrap();
    let (later, changes): (i64, i64) = conn
        .query_row(
            "SELECT (SELECT count(*) FROM acts), (SELECT count(*) FROM changes WHERE act_id = (SELECT max(id) FROM acts))",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    assert_eq!((later, changes), (acts + 1, 1));
}
