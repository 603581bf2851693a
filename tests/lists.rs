//! The lists that the desk keeps ready hold exactly those whom their rule names, whatever was done and undone.

mod day;

use day::{Day, Hand, advance, constancia, desk, first_run, juan, maria, person};
use ventanilla::desk::{Desk, Listing, NamedList, SheetFormat, demo};
use ventanilla::domain::filter::Filter;
use ventanilla::domain::movement::{BajaMotive, CurpRule, Movement, MovementState, observations};
use ventanilla::domain::proposed_baja;
use ventanilla::domain::settings::Topic;
use ventanilla::domain::student::{CurpRecord, NssRecord, Standing};
use ventanilla::domain::vigencia::Chip;
use ventanilla::store::{FILE_NAME, Finding, Paper, Store, StudentRow};

/// Who belongs to a list by the chip and the record: slow, and plain.
fn belongs(desk: &Desk, filter: Filter, row: &StudentRow) -> bool {
    let student = &row.student.particulars;
    let (chip, today) = (desk.chip(row), desk.today());
    let kept = row.student.archived_on.is_none();
    let curp = CurpRule::from_code(&desk.settings().text(Topic::CurpRule)).unwrap();
    let has_case = || {
        let cases = desk.kept_cases(row.student.id).unwrap();
        cases.first().is_some_and(|case| case.is_open())
    };
    match filter {
        Filter::All => kept,
        Filter::WithoutNss => {
            let without = matches!(student.nss, NssRecord::None | NssRecord::InProcess { .. });
            kept && without && student.standing == Standing::Enrolled
        }
        Filter::ToConfirm => {
            let nss = matches!(student.nss, NssRecord::Doubtful { .. });
            kept && (nss || matches!(student.curp, CurpRecord::Doubtful { .. }))
        }
        Filter::InCut => row
            .movement
            .as_ref()
            .is_some_and(|movement| movement.state.is_open()),
        Filter::ReviewDue => kept && matches!(chip, Chip::ReviewDue { .. }) && !has_case(),
        Filter::OpenCases => kept && has_case(),
        Filter::ExpectedToday => kept && matches!(chip, Chip::Expected { window } if window.contains(today)),
        Filter::Rejected => kept && matches!(chip, Chip::Rejected { .. }),
        Filter::ProposedBajas => {
            let record = desk.record(row.student.id).unwrap();
            kept && proposed_baja::proposed(student.standing, &record.dossier()).is_some()
        }
        Filter::WithoutClinic => {
            let vigente = row.check.as_ref().is_some_and(|check| check.vigente);
            kept && vigente && row.student.assignment.clinic.is_none()
        }
        Filter::Expired => row
            .check
            .as_ref()
            .is_some_and(|check| kept && check.vigente && (today - check.on).num_days() > 90),
        Filter::WithObservation => row.movement.as_ref().is_some_and(|movement| {
            movement.state == MovementState::Queued
                && !observations(movement.kind, student, row.check.as_ref(), curp).is_empty()
        }),
        Filter::Archived => !kept,
    }
}

#[track_caller]
fn assert_lists(desk: &Desk) {
    let all = i32::MAX as usize;
    let mut everybody = desk.list(Filter::All, "", 0, all).unwrap().rows;
    everybody.extend(desk.list(Filter::Archived, "", 0, all).unwrap().rows);
    everybody.sort_by_key(|row| (row.student.particulars.name.sort_key(), row.student.id.0));
    assert_eq!(everybody.len() as u64, desk.count_students().unwrap());
    for filter in Filter::ALL {
        let expected: Vec<_> = everybody
            .iter()
            .filter(|row| belongs(desk, filter, row))
            .map(|row| row.student.id)
            .collect();
        let listed = desk.list(filter, "", 0, i32::MAX as usize).unwrap();
        let ids: Vec<_> = listed.rows.iter().map(|row| row.student.id).collect();
        assert_eq!(ids, expected, "{filter:?}, in the order of names");
        assert_eq!(
            desk.count_of(filter).unwrap(),
            expected.len() as u64,
            "{filter:?}"
        );
        assert_eq!(listed.count.reachable(), expected.len() as u64, "{filter:?}");
    }
}

#[test]
fn every_list_of_a_sample_campus_is_the_one_of_its_rule() {
    for today in ["2026-11-17 09:00", "2026-11-20 09:00", "2026-12-02 09:00"] {
        let desk = demo::in_memory(400, 7, Hand::at(today).clock()).unwrap();
        assert_lists(&desk);
    }
}

#[test]
fn where_the_curp_is_optional_lists_and_figures_follow_the_rule_too() {
    let mut desk = demo::in_memory(400, 7, Hand::at("2026-11-20 09:00").clock()).unwrap();
    let mut only_that = person("99230001", "Ana", "Luna", "Sol");
    only_that.nss = "48190600428".into();
    let only_that = desk.enroll(&only_that);
    desk.queue_alta(only_that).unwrap();
    let observed = |desk: &Desk| {
        let cut = desk.next_cut();
        let told = desk.look_at_today().unwrap().cuts[0].observed;
        assert_eq!(
            told as usize,
            desk.review(cut).unwrap().held_count(),
            "Hoy and the review"
        );
        told
    };
    let required = observed(&desk);
    desk.set(Topic::CurpRule, "opcional").unwrap();
    assert_lists(&desk);
    assert!(observed(&desk) < required, "hers lacked only the CURP");
    desk.undo().unwrap();
    assert_lists(&desk);
    assert_eq!(observed(&desk), required);
}

#[test]
fn a_list_follows_what_is_done_and_undone() {
    let folder = day::folder();
    let hand = Hand::at("2026-11-12 09:00");
    let mut desk = Desk::set_up(folder.path(), &first_run(), hand.clock()).unwrap();
    let (maria, juan) = (desk.enroll(&maria()), desk.enroll(&juan()));
    desk.queue_alta(maria).unwrap();
    desk.queue_alta(juan).unwrap();
    assert_lists(&desk);
    drop(desk);

    let mut store = Store::open(folder.path()).unwrap();
    let sent = [
        (MovementState::InDispatch, "2026-11-13"),
        (MovementState::Sent, "2026-11-13"),
    ];
    advance(&mut store, maria, &sent);
    advance(&mut store, juan, &sent);
    advance(&mut store, juan, &[(MovementState::Rejected, "2026-11-18")]);
    drop(store);

    let mut desk = Desk::open(folder.path(), hand.clock()).unwrap();
    let count = |desk: &Desk, filter| desk.count_of(filter).unwrap();
    hand.move_to("2026-11-18 09:00");
    assert_lists(&desk);
    assert_eq!(count(&desk, Filter::ExpectedToday), 1);
    hand.move_to("2026-11-20 09:00");
    assert_lists(&desk);
    assert_eq!(
        (count(&desk, Filter::ReviewDue), count(&desk, Filter::Rejected)),
        (1, 1)
    );

    desk.record_check(maria, &constancia("2026-11-20", true, None))
        .unwrap();
    assert_lists(&desk);
    assert_eq!(count(&desk, Filter::ReviewDue), 0);
    desk.undo().unwrap();
    assert_lists(&desk);
    assert_eq!(count(&desk, Filter::ReviewDue), 1);
    desk.open_case(maria).unwrap();
    assert_lists(&desk);
    assert_eq!(
        (count(&desk, Filter::ReviewDue), count(&desk, Filter::OpenCases)),
        (0, 1)
    );
    desk.archive(maria).unwrap();
    assert_lists(&desk);
    assert_eq!(count(&desk, Filter::OpenCases), 0);
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_lists(&desk);
    desk.archive(maria).unwrap();
    assert_lists(&desk);
    assert_eq!(count(&desk, Filter::ReviewDue), 0);
    desk.restore(maria).unwrap();
    desk.queue_alta(juan).unwrap();
    assert_lists(&desk);
    assert_eq!(count(&desk, Filter::Rejected), 0);
    desk.undo().unwrap();
    assert_lists(&desk);
    assert_eq!(count(&desk, Filter::Rejected), 1);
    assert_eq!(desk.store().check().unwrap(), []);
}

#[test]
fn a_list_is_narrowed_by_what_is_typed() {
    let mut desk = desk();
    for (number, first) in [("25230001", "Pérez"), ("25230002", "Peña"), ("26230003", "Solís")] {
        desk.enroll(&person(number, "Ana", first, "Luna"));
    }
    let found = |typed: &str| -> Vec<String> {
        let page = desk.list(Filter::WithoutNss, typed, 0, 50).unwrap();
        assert_eq!(page.count.reachable(), page.rows.len() as u64);
        let names = page.rows.iter().map(|row| row.student.particulars.name.formal());
        names.collect()
    };
    assert_eq!(found("").len(), 3);
    assert_eq!(found("p"), ["Peña Luna, Ana", "Pérez Luna, Ana"]);
    assert_eq!(found("26"), ["Solís Luna, Ana"]);
    assert_eq!(found("ana peña"), ["Peña Luna, Ana"]);
    assert_eq!(found("25230001"), ["Pérez Luna, Ana"]);
    assert!(found("xolot").is_empty() && found("%").is_empty());
}

/// What is typed beside words of a name narrows a list as the list of its own does.
#[test]
fn what_is_typed_is_combined_as_the_rules_say() {
    let desk = demo::in_memory(400, 7, Hand::at("2026-11-20 09:00").clock()).unwrap();
    let all = i32::MAX as usize;
    let mut everybody = desk.list(Filter::All, "", 0, all).unwrap().rows;
    everybody.extend(desk.list(Filter::Archived, "", 0, all).unwrap().rows);
    everybody.sort_by_key(|row| (row.student.particulars.name.sort_key(), row.student.id.0));
    let cut = desk.next_cut();
    let is_in_cut = |row: &StudentRow| {
        let movements = desk.record(row.student.id).unwrap().movements;
        let of_cut = |it: &Movement| it.cut == cut && it.state != MovementState::Cancelled;
        movements.iter().any(of_cut)
    };
    let industrial = |row: &StudentRow| {
        let career = row.student.particulars.career.as_deref();
        career == Some("Ingeniería Industrial")
    };
    let kept = |row: &StudentRow| row.student.archived_on.is_none();
    let of = |filter: Filter| {
        let desk = &desk;
        move |row: &StudentRow| belongs(desk, filter, row)
    };
    let check = |typed: &str, rule: &dyn Fn(&StudentRow) -> bool| {
        let expected: Vec<_> = everybody.iter().filter(|row| rule(row)).collect();
        let expected: Vec<_> = expected.iter().map(|row| row.student.id).collect();
        for (offset, limit) in [(0, all), (0, 5), (3, 2)] {
            let listed = desk.list(Filter::All, typed, offset, limit).unwrap();
            let ids: Vec<_> = listed.rows.iter().map(|row| row.student.id).collect();
            let page: Vec<_> = expected.iter().copied().skip(offset).take(limit).collect();
            assert_eq!(ids, page, "{typed} from {offset}");
            assert_eq!(listed.count.reachable(), expected.len() as u64, "{typed}");
        }
        expected.len()
    };
    let corte = format!("corte:{}", cut.format("%d-%m"));
    assert!(check(&corte, &is_in_cut) > 5);
    assert!(check("carrera:ind", &|row| industrial(row) && kept(row)) > 5);
    assert!(check("carrera:iind", &|row| industrial(row) && kept(row)) > 5);
    assert_eq!(check("carrera:xyz", &|_| false), 0);
    assert!(
        check("sin nss carrera:ind", &|row| of(Filter::WithoutNss)(row)
            && industrial(row))
            > 0
    );
    assert!(
        check(&format!("{corte} carrera:ind"), &|row| is_in_cut(row)
            && industrial(row))
            > 0
    );
    for other in [
        Filter::WithoutNss,
        Filter::ToConfirm,
        Filter::Expired,
        Filter::Archived,
        Filter::WithObservation,
    ] {
        let typed = format!("en corte {}", other.code());
        check(&typed, &|row| of(Filter::InCut)(row) && of(other)(row));
        let typed = format!("{} en_corte", other.code());
        check(&typed, &|row| of(Filter::InCut)(row) && of(other)(row));
    }
    assert!(check("en corte con observación", &of(Filter::WithObservation)) > 0);
    // A word of a name narrows it too, and so does the chip above the list.
    let surname = everybody[100]
        .student
        .particulars
        .name
        .first_surname()
        .unwrap()
        .to_owned();
    let bears = |row: &StudentRow| row.student.particulars.name.formal().contains(&surname);
    let both = check(&format!("carrera:ind {surname}"), &|row| {
        industrial(row) && bears(row)
    });
    let chip = desk.list(Filter::WithoutNss, "carrera:ind", 0, all).unwrap().rows;
    let typed = desk
        .list(Filter::All, "sin nss carrera:ind", 0, all)
        .unwrap()
        .rows;
    assert_eq!(chip, typed);
    assert!(both <= everybody.len());
}

/// The letters of a name and of a NSS decide too: no column tells them.
#[test]
fn a_movement_is_observed_also_for_a_name_and_for_a_provisional_nss() {
    let mut desk = desk();
    let long = "María de los Ángeles Guadalupe";
    let people = [
        ("48190600428", person("25230011", long, "Luna", "Sol")),
        ("12180599990", person("25230012", "Жанна", "Luna", "")),
        ("36150012346", person("25230013", "Ana", "Luna", "Sol")),
        (
            "03190412340",
            person("25230014", "Zoë", "O'Brien", "Muñoz-Güemes"),
        ),
        ("", person("25230015", "Ana", "Peña", "Sol")),
    ];
    for (nss, mut entry) in people {
        entry.nss = nss.into();
        let student = desk.enroll(&entry);
        // A baja asks for no CURP: only the NSS and the name count.
        desk.queue_baja(student, BajaMotive::Graduation).unwrap();
    }
    assert_lists(&desk);
    let observed = desk.list(Filter::WithObservation, "", 0, 9).unwrap().rows;
    let observed: Vec<_> = observed
        .iter()
        .map(|row| row.student.particulars.identifier.as_str())
        .collect();
    assert_eq!(observed, ["25230012", "25230013", "25230011", "25230015"]);
}

#[test]
fn what_is_derived_is_verified_and_put_right() {
    let folder = day::folder();
    let clock = Hand::at("2026-11-21 10:30").clock();
    drop(demo::create(folder.path(), 60, 1, clock.clone()).unwrap());
    let file = folder.path().join(FILE_NAME);
    rusqlite::Connection::open(&file)
        .unwrap()
        .execute("DELETE FROM unanswered", [])
        .unwrap();
    let mut desk = Desk::open(folder.path(), clock).unwrap();
    assert!(matches!(
        desk.store().check().unwrap()[..],
        [Finding::StaleLists { .. }]
    ));
    desk.repair().unwrap();
    assert_eq!(desk.store().check().unwrap(), []);
    assert_lists(&desk);
}

#[test]
fn a_list_that_left_is_found_by_its_folio_and_not_undone() {
    let mut desk = desk();
    desk.enroll(&maria());
    let list = desk.named_list(&NamedList::Students(Filter::All), "mar");
    assert_eq!(
        list,
        Listing::Students {
            filter: Filter::All,
            typed: "mar".into()
        }
    );
    let printed = desk.print_list(&list, false, |name, _| Ok(name.into())).unwrap();
    assert!(
        printed
            .path
            .to_str()
            .unwrap()
            .starts_with("Relación todos 2026-11-21 ")
    );
    let again = desk.print_list(&list, true, |name, _| Ok(name.into())).unwrap();
    assert_ne!(printed.folios, again.folios);
    let entry = desk
        .store()
        .reader()
        .roster_by_folio(&printed.folios[0])
        .unwrap()
        .unwrap();
    assert_eq!(
        (entry.list.as_str(), entry.typed.as_str(), entry.rows, entry.whole),
        ("todos", "mar", 1, false)
    );

    let summary = {
        let maria = desk.find("25230457", 0).unwrap().rows[0].student.id;
        desk.print(Paper::Summary, &[maria], |name, _| Ok(name.into()))
            .unwrap()
    };
    assert!(
        ![&printed, &again]
            .iter()
            .any(|list| list.folios == summary.folios)
    );
    assert!(desk.undo().is_err(), "what went out is said once, and passed by");

    let failed = desk.export(&list, SheetFormat::Csv, |_, _| {
        Err(("x".into(), std::io::ErrorKind::StorageFull.into()))
    });
    assert!(failed.is_err());
    let exported = desk
        .export(&list, SheetFormat::Xlsx, |name, _| Ok(name.into()))
        .unwrap();
    assert_eq!(exported.rows, 1);
}

/// Friday 13 November 2026, the weekend, and Monday 16, a holiday.
/// Another insurance of who is enrolled, and of who left; each check done, undone, and followed by the next.
#[test]
fn a_baja_is_proposed_as_the_rule_says_whatever_was_read() {
    let folder = day::folder();
    let hand = Hand::at("2026-11-12 09:00");
    let mut desk = Desk::set_up(folder.path(), &first_run(), hand.clock()).unwrap();
    let mut graduate = juan();
    graduate.standing = Some(Standing::Graduated);
    let (maria, graduate) = (desk.enroll(&maria()), desk.enroll(&graduate));
    desk.queue_alta(maria).unwrap();
    drop(desk);
    let mut store = Store::open(folder.path()).unwrap();
    advance(
        &mut store,
        maria,
        &[
            (MovementState::InDispatch, "2026-11-13"),
            (MovementState::Sent, "2026-11-13"),
            (MovementState::Accepted, "2026-11-16"),
        ],
    );
    drop(store);
    hand.move_to("2026-11-21 09:00");
    let mut desk = Desk::open(folder.path(), hand.clock()).unwrap();
    let mut met = std::collections::BTreeSet::new();
    let read = [
        ("2026-11-15", true, Some(false)),
        ("2026-11-16", true, Some(false)),
        ("2026-11-17", true, None),
        ("2026-11-18", true, Some(true)),
        ("2026-11-18", true, Some(false)),
        ("2026-11-19", false, None),
        ("2026-11-20", true, Some(false)),
        ("2026-11-20", true, Some(true)),
        ("2026-11-21", false, Some(true)),
    ];
    for (day, vigente, ours) in read {
        let check = constancia(day, vigente, ours);
        for student in [maria, graduate] {
            desk.record_check(student, &check).unwrap();
            assert_lists(&desk);
            met.insert(desk.count_of(Filter::ProposedBajas).unwrap());
        }
        desk.undo().unwrap();
        assert_lists(&desk);
        desk.redo().unwrap();
        desk.queue_baja(maria, BajaMotive::OtherInsurance).unwrap();
        assert_lists(&desk);
        desk.undo().unwrap();
        assert_lists(&desk);
    }
    assert_eq!(met.into_iter().collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(desk.store().check().unwrap(), []);
}

#[test]
fn the_days_until_a_list_are_counted_as_the_office_says() {
    let folder = day::folder();
    let hand = Hand::at("2026-11-12 09:00");
    let mut desk = Desk::set_up(folder.path(), &first_run(), hand.clock()).unwrap();
    let maria = desk.enroll(&maria());
    desk.set(Topic::CutDays, "13").unwrap();
    desk.queue_alta(maria).unwrap();
    drop(desk);
    let mut store = Store::open(folder.path()).unwrap();
    let sent = [
        (MovementState::InDispatch, "2026-11-13"),
        (MovementState::Sent, "2026-11-13"),
    ];
    advance(&mut store, maria, &sent);
    drop(store);

    let mut desk = Desk::open(folder.path(), hand.clock()).unwrap();
    for (counted, begins, is_over) in [("corridos", 14, 17), ("habiles", 17, 20)] {
        desk.set(Topic::WindowDays, counted).unwrap();
        for day in 13..25 {
            hand.move_to(&format!("2026-11-{day} 09:00"));
            let lists =
                [Filter::ExpectedToday, Filter::ReviewDue].map(|filter| desk.count_of(filter).unwrap());
            let expected = [
                u64::from((begins..is_over).contains(&day)),
                u64::from(day >= is_over),
            ];
            assert_eq!(lists, expected, "{counted}, day {day}");
            assert_lists(&desk);
        }
    }
}
