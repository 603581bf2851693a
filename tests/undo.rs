//! Undo after do is identity, whatever was done: over random sequences of acts, the register's tables are what they
//! were, but for movements, which stay «cancelada (deshecha)».

mod day;

use day::{Day, constancia, desk, person};
use proptest::prelude::*;
use rusqlite::Connection;
use ventanilla::desk::{Desk, Refusal};
use ventanilla::domain::clinic::{Assignment, Clinic, ClinicKey, ClinicSource, Delegacion, Seen, Shift, Umf};
use ventanilla::domain::entry::Entry;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::movement::{BajaMotive, Cancellation};
use ventanilla::domain::vigencia::{Affiliation, Document};

#[derive(Debug, Clone, Copy)]
enum Deed {
    /// Somebody is registered, with a clinic that the catalogue may not have or, where it is 0, without one.
    Register(u8, u16),
    Rename(u8, u8),
    Alta(u8),
    Baja(u8),
    Cancel(u8),
    Urgent(u8),
    /// Two people of one name, told apart.
    Apart(u8, u8),
    /// A student is assigned to a clinic; one that the catalogue may not have.
    Assign(u8, u16),
    /// A constancia names a clinic and an institution; the record takes it over or not.
    Constancia(u8, u16, bool),
    AddClinic(u16),
    CorrectClinic(u16, u16),
    RemoveClinic(u16),
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        (0..6u8, 0..4u16).prop_map(|(who, number)| Deed::Register(who, number)),
        (0..6u8, 0..4u8).prop_map(|(who, name)| Deed::Rename(who, name)),
        (0..6u8).prop_map(Deed::Alta),
        (0..6u8).prop_map(Deed::Baja),
        (0..6u8).prop_map(Deed::Cancel),
        (0..6u8).prop_map(Deed::Urgent),
        (0..6u8, 0..6u8).prop_map(|(one, other)| Deed::Apart(one, other)),
        (0..6u8, 1..4u16).prop_map(|(who, number)| Deed::Assign(who, number)),
        (0..6u8, 1..4u16, any::<bool>())
            .prop_map(|(who, number, taken)| Deed::Constancia(who, number, taken)),
        (1..4u16).prop_map(Deed::AddClinic),
        (1..4u16, 1..4u16).prop_map(|(from, to)| Deed::CorrectClinic(from, to)),
        (1..4u16).prop_map(Deed::RemoveClinic),
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

fn key(number: u16) -> ClinicKey {
    ClinicKey {
        delegacion: Delegacion::from_code("32").unwrap(),
        number: Umf::new(number).unwrap(),
    }
}

/// Does it; a refusal is one of the things that can happen.
fn carry_out(desk: &mut Desk, deed: Deed) -> Result<bool, Refusal> {
    let today = desk.today();
    let before = desk.next_undo()?.map(|act| act.id);
    match deed {
        Deed::Register(who, number) => {
            let typed = Entry {
                clinic: if number == 0 {
                    String::new()
                } else {
                    number.to_string()
                },
                ..entry(who, 0)
            };
            let assignment = typed.assignment(&[], desk.usual_delegacion(), today).unwrap();
            desk.register_with_clinic(&typed.particulars(today).unwrap(), &assignment)?;
        }
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
        Deed::Assign(who, number) => {
            let assignment = Assignment {
                clinic: Some(key(number)),
                shift: (number == 2).then_some(Shift::Evening),
                seen: Some(Seen {
                    source: ClinicSource::Constancia,
                    on: today,
                }),
                ..Assignment::default()
            };
            let assigned = student(desk, who).map(|id| desk.assign(id, &assignment, None));
            assigned.transpose()?;
        }
        Deed::Constancia(who, number, taken) => {
            let document = Document {
                clinic: Some(key(number)),
                name: Some("OTRA PERSONA".into()),
                affiliations: vec![Affiliation {
                    institution: "Empresa Ejemplo".into(),
                    registro: None,
                    since: Some(today),
                    until: None,
                    ours: Some(false),
                }],
                ..Document::default()
            };
            let check = constancia(&today.to_string(), true, Some(false));
            let recorded =
                student(desk, who).map(|id| desk.record_document(id, &check, &document, None, taken));
            recorded.transpose()?;
        }
        Deed::Apart(one, other) => {
            if let (Some(one), Some(other)) = (student(desk, one), student(desk, other)) {
                desk.tell_apart(one, other)?;
            }
        }
        Deed::AddClinic(number) => drop(desk.add_clinic(&Clinic::new(key(number)))?),
        Deed::CorrectClinic(from, to) => {
            if let Some(row) = desk.clinic(key(from))? {
                desk.correct_clinic(row.id, &Clinic::new(key(to)))?;
            }
        }
        Deed::RemoveClinic(number) => {
            if let Some(row) = desk.clinic(key(number))? {
                desk.remove_clinic(row.id)?;
            }
        }
        Deed::Undo => drop(desk.undo()?),
        Deed::Redo => drop(desk.redo()?),
    }
    Ok(desk.next_undo()?.map(|act| act.id) != before)
}

/// Everything that people see of the register: records, constancias, the catalogue of clinics, and movements but for those whose queueing was undone.
fn picture(desk: &Desk) -> Vec<String> {
    let page = desk.find("", 0).unwrap();
    let clinics = desk.clinics().unwrap();
    page.rows
        .iter()
        .map(|row| {
            let record = desk.of(row.student.id);
            let movements: Vec<_> = record
                .movements
                .iter()
                .filter(|movement| movement.cancellation != Some(Cancellation::Undone))
                .collect();
            let (checks, documents) = (&record.checks, &record.documents);
            let apart = desk.store().reader().told_apart(record.student.id).unwrap();
            format!(
                "{:?} {movements:?} {checks:?} {documents:?} {apart:?}",
                record.student
            )
        })
        .chain(clinics.iter().map(|row| format!("{row:?}")))
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
    let folder = day::folder();
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
            "SELECT (SELECT count(*) FROM acts), (SELECT count(*) FROM journal WHERE act_id = (SELECT max(id) FROM acts))",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    assert_eq!((later, changes), (acts + 1, 1));
}

#[test]
fn of_a_record_or_a_movement_that_changed_the_journal_keeps_what_differs() {
    let folder = day::folder();
    let hand = day::Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
    let student = desk.enroll(&day::maria());
    desk.queue_alta(student).unwrap();
    let conn = Connection::open(folder.path().join("ventanilla.db")).unwrap();
    let newest = || -> (Option<String>, Option<String>) {
        let sql = "SELECT before, after FROM journal ORDER BY act_id DESC, place DESC LIMIT 1";
        conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
    };
    let (before, after) = newest();
    assert_eq!(before, None);
    assert!(
        after.unwrap().contains(r#""queued_on":"2026-11-21""#),
        "what comes is told whole"
    );

    desk.toggle_urgent(student).unwrap();
    assert_eq!(
        newest(),
        (Some(r#"{"urgent":0}"#.into()), Some(r#"{"urgent":1}"#.into()))
    );
    desk.undo().unwrap();
    assert!(!desk.last_movement(student).urgent);
    desk.redo().unwrap();
    assert!(desk.last_movement(student).urgent);

    let mut corrected = desk.of(student).student.particulars;
    corrected.email = Some("otra@plantel.example".into());
    desk.correct(student, &corrected).unwrap();
    let (before, after) = newest();
    assert_eq!(
        before.unwrap(),
        r#"{"email":"maria@plantel.example","clinic_source":null,"clinic_on":null}"#
    );
    assert_eq!(
        after.unwrap(),
        r#"{"email":"otra@plantel.example","clinic_source":null,"clinic_on":null}"#
    );
}
