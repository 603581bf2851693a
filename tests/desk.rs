//! The desk's day, without a window: registering, queueing, undoing, finding.

mod day;

use day::{Day, Hand, confirmed, desk, juan, maria, person};
use ventanilla::desk::{Desk, Explain, Refusal};
use ventanilla::domain::entry::{Entry, EntryField, Gap};
use ventanilla::domain::movement::{BajaMotive, Cancellation, MovementState, Observation, QueueAdvice};
use ventanilla::domain::student::{CurpRecord, NssRecord, NssState};
use ventanilla::domain::vigencia::Chip;
use ventanilla::store::{Count, Paper, StoreError, UndoRefusal};

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn names(desk: &Desk, typed: &str) -> Vec<String> {
    let page = desk.find(typed, 0).unwrap();
    page.rows
        .iter()
        .map(|row| row.student.particulars.name.formal())
        .collect()
}

// ------------------------------------------------------------------------------------ registering

#[test]
fn what_is_registered_is_read_back_as_it_was() {
    let mut desk = desk();
    for entry in [
        maria(),
        juan(),
        confirmed(person("25230001", "Nancy", "", ""), "20/11/2026"),
    ] {
        let mut entry = entry;
        if entry.nss.is_empty() {
            entry.nss = "48190600428".into();
        }
        let student = desk.enroll(&entry);
        let expected = entry.particulars(desk.today()).unwrap();
        assert_eq!(desk.of(student).student.particulars, expected);
        // And a form that is opened on it has the same to save.
        assert_eq!(Entry::of(&expected).particulars(desk.today()).unwrap(), expected);
    }
}

#[test]
fn only_identifier_and_name_are_needed() {
    let today = desk().today();
    let nothing = Entry::default().particulars(today).unwrap_err();
    assert_eq!(
        nothing,
        [
            Gap::Missing(EntryField::Identifier),
            Gap::Missing(EntryField::GivenNames),
            Gap::NotUnderstood(EntryField::Standing)
        ]
    );

    let mut entry = person("25230457", "Ana", "", "");
    assert!(entry.particulars(today).is_ok(), "sin apellidos");
    entry.no_surnames = false;
    assert_eq!(
        entry.particulars(today).unwrap_err(),
        [Gap::Missing(EntryField::FirstSurname)]
    );
}

#[test]
fn a_doubtful_nss_or_curp_is_kept_as_it_was_typed() {
    let mut desk = desk();
    let mut entry = maria();
    entry.nss = "4819-060 0482".into();
    entry.curp = "cunf051130mplrxra".into();
    let student = desk.enroll(&entry);
    let kept = desk.of(student).student.particulars;
    assert_eq!(
        kept.nss,
        NssRecord::Doubtful {
            text: "48190600482".into(),
            shared_because: None
        }
    );
    assert_eq!(
        kept.curp,
        CurpRecord::Doubtful {
            text: "CUNF051130MPLRXRA".into(),
            shared_because: None
        }
    );
}

#[test]
fn an_identifier_has_one_holder_without_exception() {
    let mut desk = desk();
    desk.enroll(&maria());
    let again = person("25230457", "Otra", "Persona", "")
        .particulars(desk.today())
        .unwrap();
    assert!(
        matches!(desk.register(&again), Err(Refusal::IdentifierTaken(holder)) if holder.identifier == "25230457")
    );
    assert_eq!(desk.count_students().unwrap(), 1);
}

#[test]
fn an_nss_has_one_holder_unless_a_reason_is_written() {
    let mut desk = desk();
    desk.enroll(&maria());
    let mut twin = juan();
    twin.nss = maria().nss;
    let refused = desk
        .register(&twin.particulars(desk.today()).unwrap())
        .unwrap_err();
    let words = refused.explain().text;
    assert!(
        words.contains("De la Cruz Núñez, María Fernanda (25230457)"),
        "{words}"
    );

    twin.nss_shared = "Los dos documentos traen este número".into();
    let student = desk.enroll(&twin);
    let nss = desk.of(student).student.particulars.nss;
    assert_eq!(
        nss.state(),
        NssState::Doubtful,
        "the second holder enters no envío"
    );
}

#[test]
fn a_curp_has_one_holder_unless_a_reason_is_written() {
    let mut desk = desk();
    desk.enroll(&maria());
    let mut twin = juan();
    twin.curp = maria().curp;
    let refused = desk.register(&twin.particulars(desk.today()).unwrap());
    assert!(matches!(refused, Err(Refusal::CurpTaken(_))));
    twin.curp_shared = "Así vienen las dos constancias".into();
    desk.enroll(&twin);
    assert_eq!(desk.count_students().unwrap(), 2);
}

#[test]
fn long_odd_and_single_names_are_kept_whole() {
    let mut desk = desk();
    let forty = "Hipólito Nicéforo Wenceslao Domitila Zoé".to_owned();
    assert_eq!(forty.chars().count(), 40);
    for (identifier, given, first, second) in [
        ("25230001", "José Luis", "D'Acosta", "Mac Gregor"),
        ("25230002", "Ana-María", "López-Castillo", "Hogaza"),
        ("25230003", forty.as_str(), forty.as_str(), forty.as_str()),
        ("25230004", "Leticia", "Luna", ""),
    ] {
        let student = desk.enroll(&person(identifier, given, first, second));
        let name = desk.of(student).student.particulars.name;
        assert_eq!(name.given(), given);
        assert_eq!(name.first_surname(), Some(first));
        assert_eq!(name.second_surname().unwrap_or_default(), second);
    }
}

#[test]
fn saving_what_is_there_already_is_no_act() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let same = maria().particulars(desk.today()).unwrap();
    assert!(desk.correct(student, &same).unwrap().changed.is_empty());
    assert_eq!(desk.history(student, 10).unwrap().1, 1);
}

#[test]
fn provisional_folios_count_up_within_the_year() {
    let mut desk = desk();
    let next = |desk: &Desk| {
        desk.next_provisional_folio()
            .unwrap()
            .unwrap()
            .as_str()
            .to_owned()
    };
    assert_eq!(next(&desk), "P20260001");
    desk.enroll(&person("P20260001", "Ana", "Luna", ""));
    assert_eq!(next(&desk), "P20260002");
}

// ------------------------------------------------------------------------------------ finding

#[test]
fn a_student_is_found_by_matricula_name_nss_and_curp_as_it_is_typed() {
    let mut desk = desk();
    desk.enroll(&maria());
    desk.enroll(&juan());
    for typed in [
        "2",
        "25",
        "252",
        "25230457",
        "d",
        "de",
        "cruz",
        "nunez maria",
        "NÚÑEZ",
        "maria fernanda cruz",
        "121",
        "12180599990",
        "12-18-05-9999-0",
        "9990",
        "cunf05",
        "CUNF 051130 M PL RXR A2",
    ] {
        assert!(
            names(&desk, typed).contains(&"De la Cruz Núñez, María Fernanda".to_owned()),
            "{typed}"
        );
    }
    assert_eq!(names(&desk, "hern"), ["Hernández Muñoz, Juan Pablo"]);
    assert!(names(&desk, "zzz").is_empty());
    assert_eq!(names(&desk, "").len(), 2);
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_is_answered(typed in "\\PC{0,60}", glued in "[a-z \\-'\"*():^]{0,40}") {
        let mut desk = desk();
        desk.enroll(&maria());
        desk.enroll(&juan());
        for typed in [typed.as_str(), glued.as_str(), &glued.repeat(200)] {
            let page = desk.find(typed, 0).unwrap();
            assert_eq!(page.count, Count::Exactly(page.rows.len() as u64), "{typed:?}");
            desk.similar_surnames(typed).unwrap();
        }
    }
}

#[test]
fn signs_that_no_record_has_find_nobody() {
    let mut desk = desk();
    desk.enroll(&maria());
    assert!(names(&desk, "???").is_empty());
    assert!(names(&desk, "山田").is_empty());
    assert_eq!(names(&desk, "   ").len(), 1);
}

#[test]
fn a_name_that_changes_is_found_by_the_new_one_only() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let mut entry = maria();
    entry.first_surname = "Zárate".into();
    desk.correct(student, &entry.particulars(desk.today()).unwrap())
        .unwrap();
    assert_eq!(names(&desk, "zarate").len(), 1);
    assert!(names(&desk, "cruz").is_empty());
    desk.undo().unwrap();
    assert_eq!(names(&desk, "cruz").len(), 1);
    assert!(names(&desk, "zarate").is_empty());
}

#[test]
fn lists_follow_the_spanish_order() {
    let mut desk = desk();
    for (identifier, surname) in [
        ("25230001", "Nuño"),
        ("25230002", "Ñandú"),
        ("25230003", "Nuñez"),
        ("25230004", "Nunez"),
        ("25230005", "Ortiz"),
        ("25230006", "Álvarez"),
        ("25230007", "Alvarado"),
    ] {
        desk.enroll(&person(identifier, "Ana", surname, ""));
    }
    let surnames: Vec<_> = names(&desk, "")
        .iter()
        .map(|name| name.split(',').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        surnames,
        ["Alvarado", "Álvarez", "Nunez", "Nuñez", "Nuño", "Ñandú", "Ortiz"]
    );
}

#[test]
fn many_matches_are_met_in_the_order_of_names_and_counted_no_further_than_a_thousand() {
    let mut desk = desk();
    for number in 0..1_200 {
        let first = format!("Gar{}", ["za", "cia", "duño", "ibay"][number % 4]);
        let second = format!("Ap{}", "aeiou".chars().cycle().nth(number / 4).unwrap());
        desk.enroll(&person(&format!("25{number:06}"), "Ana", &first, &second));
    }
    let page = desk.find("gar", 0).unwrap();
    assert_eq!(page.count, Count::LimitOrMore);
    assert_eq!(page.rows.len(), 50);
    let few = desk.find("garibay apu", 0).unwrap();
    assert_eq!(few.count, Count::Exactly(60));

    // Whichever way it is found, a page continues where the one before it ended.
    for typed in ["gar", "garibay"] {
        let mut all: Vec<_> = (0..4)
            .flat_map(|page| desk.find(typed, page * 50).unwrap().rows)
            .map(|row| (row.student.particulars.name.sort_key(), row.student.id))
            .collect();
        let found = all.clone();
        all.sort();
        all.dedup();
        assert_eq!(found, all, "{typed}");
    }
}

#[test]
fn where_nothing_matched_a_surname_one_letter_away_is_asked_for() {
    let mut desk = desk();
    desk.enroll(&person("25230001", "Ana", "Pérez", "López"));
    desk.enroll(&person("25230002", "Luis", "Pérez", "López"));
    assert!(names(&desk, "peres lopes").is_empty());
    assert_eq!(
        desk.similar_surnames("peres lopes").unwrap(),
        [("Pérez López".to_owned(), 2)]
    );
    assert!(desk.similar_surnames("gutierrez").unwrap().is_empty());
}

// ------------------------------------------------------------------------------------ altas and bajas

#[test]
fn an_alta_goes_to_the_next_cut_and_says_between_which_dates_it_shows() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let queued = desk.queue_alta(student).unwrap();
    assert_eq!(queued.cut, date("2026-11-30"));
    assert_eq!(
        (queued.window.from, queued.window.until),
        (date("2026-12-01"), date("2026-12-03"))
    );
    assert!(queued.observations.is_empty() && queued.advice.is_empty());
    assert_eq!(desk.next_cut_count().unwrap().altas, 1);
    let row = &desk.find("25230457", 0).unwrap().rows[0];
    assert_eq!(
        desk.chip(row),
        Chip::Queued {
            cut: date("2026-11-30")
        }
    );
}

#[test]
fn whatever_is_missing_is_an_observation_and_refuses_nothing() {
    let mut desk = desk();
    let student = desk.enroll(&person("25230001", "Ana", "Luna", ""));
    let queued = desk.queue_alta(student).unwrap();
    assert_eq!(
        queued.observations,
        [Observation::NssMissing, Observation::CurpMissing]
    );

    let mut conventional = juan();
    conventional.nss = "77150300018".into();
    let student = desk.enroll(&conventional);
    assert_eq!(
        desk.queue_alta(student).unwrap().observations,
        [Observation::NssConventional]
    );

    let seen = confirmed(
        Entry {
            identifier: "24230319".into(),
            ..maria()
        },
        "hoy",
    );
    let seen = Entry {
        nss: "79160300012".into(),
        ..seen
    };
    let student = desk.enroll(&seen);
    assert!(
        desk.queue_alta(student).unwrap().observations.is_empty(),
        "the constancia shows it"
    );
}

#[test]
fn an_alta_is_refused_only_where_it_must_be() {
    let mut desk = desk();
    let mut gone = maria();
    gone.standing = Some(ventanilla::domain::student::Standing::Graduated);
    let student = desk.enroll(&gone);
    let words = desk.queue_alta(student).unwrap_err().explain().text;
    assert!(
        words.starts_with("El alta pide estar inscrito, y la situación escolar es “egresado”"),
        "{words}"
    );

    let student = desk.enroll(&juan());
    desk.queue_alta(student).unwrap();
    let words = desk.queue_alta(student).unwrap_err().explain().text;
    assert_eq!(
        words,
        "Ya hay un alta en cola para el corte del 30 de noviembre; cancélela antes de preparar otro movimiento."
    );
    assert!(desk.queue_baja(student, BajaMotive::Graduation).is_err());
}

#[test]
fn a_baja_of_somebody_without_a_known_alta_advises_and_goes_on() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let queued = desk.queue_baja(student, BajaMotive::Graduation).unwrap();
    assert_eq!(queued.advice, [QueueAdvice::NoKnownAlta]);
    assert_eq!(desk.last_movement(student).motive, Some(BajaMotive::Graduation));
}

#[test]
fn a_queued_movement_is_cancelled_and_another_can_follow() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    desk.queue_alta(student).unwrap();
    desk.cancel_queued(student).unwrap();
    let cancelled = desk.last_movement(student);
    assert_eq!(cancelled.state, MovementState::Cancelled);
    assert_eq!(cancelled.cancellation, Some(Cancellation::Withdrawn));
    assert!(matches!(desk.cancel_queued(student), Err(Refusal::NothingQueued)));
    desk.queue_alta(student).unwrap();
}

#[test]
fn a_movement_of_the_cut_day_belongs_to_that_cut() {
    let hand = Hand::at("2026-12-16 18:00");
    let mut desk = Desk::in_memory(&day::first_run(), hand.clock()).unwrap();
    let student = desk.enroll(&maria());
    assert_eq!(desk.queue_alta(student).unwrap().cut, date("2026-12-16"));
    hand.move_to("2026-12-17 08:00");
    let student = desk.enroll(&juan());
    let queued = desk.queue_alta(student).unwrap();
    assert_eq!(queued.cut, date("2026-12-31"));
    assert_eq!(queued.window.until, date("2027-01-03"));
}

// ------------------------------------------------------------------------------------ undo

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
    let act = desk.undo().unwrap();
    assert_eq!(act.student.unwrap().1, "Hernández Muñoz, Juan Pablo");
    let act = desk.undo().unwrap();
    assert_eq!(act.student.unwrap().1, "De la Cruz Núñez, María Fernanda");
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
    let folder = tempfile::tempdir().unwrap();
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
    let act = desk.undo().unwrap();
    assert_eq!(
        ventanilla::desk::undone(&act),
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

// ------------------------------------------------------------------------------------ the file

#[test]
fn a_second_writer_is_refused_and_a_reader_is_not() {
    let folder = tempfile::tempdir().unwrap();
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

    let folder = tempfile::tempdir().unwrap();
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
    let foreign = tempfile::tempdir().unwrap();
    let other = rusqlite::Connection::open(foreign.path().join("ventanilla.db")).unwrap();
    other
        .execute_batch("CREATE TABLE recetas (id INTEGER PRIMARY KEY)")
        .unwrap();
    drop(other);
    let garbage = tempfile::tempdir().unwrap();
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
    let folder = tempfile::tempdir().unwrap();
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
fn the_copy_of_the_day_is_made_once_verified_and_restorable() {
    let folder = tempfile::tempdir().unwrap();
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
    assert!(desk.copy_due().is_none(), "there is nothing to copy yet");
    desk.enroll(&maria());
    let copied = desk.copy_due().unwrap().make().unwrap();
    assert_eq!(
        (copied.report.students, copied.report.campus.as_str()),
        (1, "Plantel Ejemplo")
    );
    assert_eq!(desk.last_copy().unwrap(), copied);
    assert!(desk.copy_due().is_none(), "once a day");
    hand.move_to("2026-11-22 08:00");
    assert!(desk.copy_due().is_some());

    // The copy is a register like any other: it opens, it is sound, and something can be saved in it.
    let elsewhere = tempfile::tempdir().unwrap();
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
    let folder = tempfile::tempdir().unwrap();
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
