//! Who goes back and who stays, case by case, and how it is told.

use super::*;

#[test]
fn an_import_that_nobody_touched_goes_without_a_trace() {
    let office = Office::open();
    let maria = office.desk().enroll(&maria());
    let before = office.tables();
    office.import(&[
        Row::New(ana()),
        Row::WithClinic(luis(), 9),
        Row::Phone(maria, "922 555 0142"),
    ]);
    let after = office.tables();
    assert_ne!(before, after);

    let mut desk = office.desk();
    let said = undone(&desk.undo().unwrap());
    assert_eq!(said, "Se deshizo la importación de “Altas 2026.xlsx”: 3 fichas.");
    assert_eq!(office.tables(), before);
    assert_eq!(
        redone(&desk.redo().unwrap()),
        "Se rehízo la importación de “Altas 2026.xlsx”: 3 fichas."
    );
    assert_eq!(office.tables(), after);
    assert_eq!(undone(&desk.undo().unwrap()), said);
    assert_eq!(office.tables(), before);
    assert!(desk.store().check().unwrap().is_empty());
}

#[test]
fn whoever_was_corrected_since_stays_and_is_named() {
    let office = Office::open();
    let maria = office.desk().enroll(&maria());
    let (import, students) = office.import(&[
        Row::New(ana()),
        Row::New(luis()),
        Row::Phone(maria, "922 555 0142"),
    ]);
    let mut desk = office.desk();
    let corrected = Entry {
        email: "ana@plantel.example".into(),
        ..ana()
    };
    desk.correct(students[0], &corrected.particulars(desk.today()).unwrap())
        .unwrap();

    let before = office.tables();
    let plan = desk.plan_undo_import(import).unwrap();
    assert_eq!(office.tables(), before, "to ask changes nothing");
    assert_eq!((plan.reverted, plan.left.len()), (2, 1));
    assert_eq!(plan.left[0].id, students[0]);

    let done = desk.undo_import(import).unwrap();
    assert_eq!(
        undone(&done),
        "Se deshizo la importación de “Altas 2026.xlsx”: 2 fichas. 1 cambió después y se quedó como está: Luna Ríos, \
         Ana (25230001)."
    );
    assert_eq!(done.import.unwrap(), plan);
    assert_eq!(desk.last_movement(students[0]).state, MovementState::Queued);
    assert!(desk.record(students[1]).is_err());
    assert_eq!(
        lines(&desk, maria),
        [
            "Lupita deshizo la importación de “Altas 2026.xlsx”; teléfono: de 922 555 0142 a nada",
            "Lupita corrigió con “Altas 2026.xlsx” teléfono: 922 555 0142",
            "Lupita registró la ficha",
        ]
    );
    assert_eq!(
        lines(&desk, students[0])[1],
        "Lupita importó la ficha de “Altas 2026.xlsx” y preparó el alta para el corte del 30 nov 2026"
    );
    assert!(desk.imports(10).unwrap().is_empty());

    // Ctrl+Z takes back the taking back; from then on the import stands where it stood.
    assert_eq!(
        undone(&desk.undo().unwrap()),
        "Volvió la importación de “Altas 2026.xlsx”: 2 fichas."
    );
    assert_eq!(office.tables(), before);
    assert_eq!(
        redone(&desk.redo().unwrap()),
        "Se deshizo la importación de “Altas 2026.xlsx”: 2 fichas."
    );
    desk.undo().unwrap();
    assert_eq!(desk.undo().unwrap().act.kind, ActKind::Edit);
    let whole = desk.undo().unwrap();
    assert_eq!(whole.act.kind, ActKind::Import);
    assert_eq!(whole.import.unwrap().reverted, 3);
    assert_eq!(desk.undo().unwrap().act.kind, ActKind::Register);
}

#[test]
fn what_was_put_right_again_is_no_news_and_does_not_hide_what_came_later() {
    let office = Office::open();
    let [maria, juan] = [maria(), juan()].map(|entry| office.desk().enroll(&entry));
    let (import, _) = office.import(&[
        Row::Phone(maria, "922 555 0142"),
        Row::Phone(juan, "922 555 0143"),
    ]);
    let mut desk = office.desk();
    let was = |desk: &Desk, student| desk.record(student).unwrap().student.particulars;
    for student in [maria, juan] {
        let imported = was(&desk, student);
        let mut wrong = imported.clone();
        wrong.semester = Semester::new(9);
        desk.correct(student, &wrong).unwrap();
        desk.correct(student, &imported).unwrap();
    }
    let mut with_mail = was(&desk, maria);
    with_mail.email = Some("otra@plantel.example".into());
    desk.correct(maria, &with_mail).unwrap();

    let done = desk.undo_import(import).unwrap().import.unwrap();
    assert_eq!((done.reverted, done.left.len()), (1, 1));
    assert_eq!(done.left[0].id, maria);
    assert_eq!(was(&desk, maria).phone.as_deref(), Some("922 555 0142"));
    assert_eq!(was(&desk, juan).phone, None);
}

#[test]
fn an_alta_that_was_sent_meanwhile_keeps_its_student() {
    let office = Office::open();
    let maria = office.desk().enroll(&maria());
    let (import, students) = office.import(&[Row::New(ana()), Row::Alta(maria), Row::New(luis())]);
    for student in [students[0], maria] {
        let sent = [
            (MovementState::InDispatch, "2026-11-30"),
            (MovementState::Sent, "2026-11-30"),
        ];
        advance(&mut Store::open(office.0.path()).unwrap(), student, &sent);
    }
    let mut desk = office.desk();
    let plan = desk.undo_import(import).unwrap().import.unwrap();
    assert_eq!(plan.reverted, 1);
    assert_eq!(
        plan.left.iter().map(|left| left.id).collect::<Vec<_>>(),
        [students[0], maria]
    );
    assert_eq!(desk.last_movement(maria).state, MovementState::Sent);
}

#[test]
fn an_alta_of_the_sheet_stays_as_undone_with_who_was_here_before() {
    let office = Office::open();
    let maria = office.desk().enroll(&maria());
    let (import, _) = office.import(&[Row::Alta(maria)]);
    let mut desk = office.desk();
    assert_eq!(
        desk.undo_import(import).unwrap().import.unwrap().reverted,
        1,
        "bajas and altas of who is registered are records too"
    );
    let movement = desk.last_movement(maria);
    assert_eq!(movement.cancellation, Some(Cancellation::Undone));
    desk.undo().unwrap();
    assert_eq!(desk.last_movement(maria).state, MovementState::Queued);
}

#[test]
fn whoever_has_something_later_stays_even_if_the_row_is_as_the_sheet_left_it() {
    let office = Office::open();
    let maria = office.desk().enroll(&maria());
    let (import, students) = office.import(&[
        Row::New(ana()),
        Row::WithClinic(luis(), 9),
        Row::Phone(maria, "922 555 0142"),
    ]);
    let mut desk = office.desk();
    desk.print(Paper::Summary, &[students[0]], |name, _| Ok(name.into()))
        .unwrap();
    desk.record_check(maria, &constancia("2026-11-21", true, Some(true)))
        .unwrap();
    let left = desk.undo_import(import).unwrap().import.unwrap().left;
    assert_eq!(
        left.iter().map(|it| it.id).collect::<Vec<_>>(),
        [students[0], maria]
    );
    assert_eq!(
        desk.of(maria).student.particulars.phone.as_deref(),
        Some("922 555 0142")
    );
}

#[test]
fn what_was_done_and_undone_since_leaves_nobody() {
    let office = Office::open();
    let (import, students) = office.import(&[Row::WithClinic(ana(), 9)]);
    let mut desk = office.desk();
    desk.queue_alta(students[0]).unwrap();
    desk.undo().unwrap();
    let done = desk.undo_import(import).unwrap();
    assert!(done.import.unwrap().left.is_empty());
    assert_eq!(desk.count_students().unwrap(), 0);
}

#[test]
fn a_clinic_of_the_sheet_stays_as_long_as_anybody_has_it() {
    let office = Office::open();
    let maria = office.desk().enroll(&maria());
    let (import, students) = office.import(&[Row::WithClinic(ana(), 9), Row::WithClinic(luis(), 8)]);
    let mut desk = office.desk();
    let assignment = Assignment {
        clinic: Some(clinic(9)),
        ..Assignment::default()
    };
    desk.assign(maria, &assignment, None).unwrap();
    desk.undo_import(import).unwrap();
    assert!(students.iter().all(|student| desk.record(*student).is_err()));
    assert!(desk.clinic(clinic(9)).unwrap().is_some());
    assert!(desk.clinic(clinic(8)).unwrap().is_none());
}

#[test]
fn a_number_that_somebody_else_has_by_now_keeps_the_one_of_the_sheet() {
    let office = Office::open();
    let juan = office.desk().enroll(&juan());
    let mut store = Store::open(office.0.path()).unwrap();
    // The sheet brings another NSS; the one that it replaced is registered for somebody else.
    let done = store.transact(&stamp(), ActKind::Import, |tx| {
        let mut particulars = tx.reader().student(juan)?.unwrap().particulars;
        let entry = Entry {
            nss: "48190600428".into(),
            ..day::juan()
        };
        particulars.nss = entry.particulars(at("2026-11-21 10:30").date()).unwrap().nss;
        tx.update_student(juan, &particulars)?;
        insert(tx, &ana())?;
        tx.insert_import(&ImportEntry {
            source: "Altas 2026.xlsx".into(),
            sheet: None,
            kind: "altas".into(),
            file_hash: "0".repeat(64),
            plan_seal: "0".repeat(64),
            answers: Vec::new(),
            rows: 2,
            added: 1,
            changed: 1,
            queued: 0,
            at: at("2026-11-21 10:30"),
            by: "Lupita".into(),
        })
    });
    let import = done.unwrap().value;
    drop(store);
    let mut desk = office.desk();
    desk.enroll(&Entry {
        nss: "03190412340".into(),
        ..luis()
    });
    let plan = desk.undo_import(import).unwrap().import.unwrap();
    assert_eq!((plan.reverted, plan.left[0].id), (1, juan));
    assert_eq!(desk.of(juan).student.particulars.nss.text(), Some("48190600428"));
    assert!(desk.store().check().unwrap().is_empty());
}

#[test]
fn it_is_refused_in_words_if_everybody_was_changed_since() {
    let office = Office::open();
    let (import, students) = office.import(&[Row::New(ana())]);
    let mut desk = office.desk();
    desk.print(Paper::Summary, &students, |name, _| Ok(name.into()))
        .unwrap();
    let before = office.tables();
    let refusal = desk.undo_import(import).unwrap_err();
    assert_eq!(
        refusal.explain().text,
        "No se deshizo la importación de “Altas 2026.xlsx”. 1 cambió después y se quedó como está: Luna Ríos, Ana \
         (25230001). Corríjala a mano."
    );
    assert!(desk.undo().is_err(), "the paper is passed by");
    let refusal = desk.undo().unwrap_err();
    assert!(
        refusal
            .explain()
            .text
            .ends_with("Ctrl+Z otra vez deshace lo anterior.")
    );
    assert_eq!(office.tables(), before);
    assert!(matches!(
        desk.undo(),
        Err(Refusal::Undo(UndoRefusal::NothingToUndo))
    ));
    let refusal = desk.undo_import(ImportId(9)).unwrap_err();
    assert_eq!(
        refusal.explain().text,
        "No hay una importación 9 que pueda deshacerse. Puede ser que ya se haya deshecho."
    );
}
