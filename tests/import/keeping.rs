//! What is kept of a sheet from one sitting to the next, and what the plan of one is worth once others have worked.

use rusqlite::Connection;
use ventanilla::desk::Desk;
use ventanilla::desk::import::{ImportError, unwatched};
use ventanilla::domain::entry::Entry;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::import::ImportKind;

use crate::day::{Day, Hand, desk, first_run, maria, person};
use crate::table::{FORM, JUAN, MARIA, Sheets};

const LUIS: &str = "12/11/2026;;24230400;Pérez;;Luis;;;;;Ingeniería Industrial;1;";

fn missing(importing: &ventanilla::desk::import::Importing) -> Vec<StudentId> {
    importing.plan().missing.iter().map(|it| it.student).collect()
}

/// Else everybody of those careers who is on neither sheet would be let go.
#[test]
fn a_comparison_that_was_left_is_one_still_when_its_file_is_opened_alone() {
    let mut desk = desk();
    let maria = desk.enroll(&maria());
    desk.enroll(&Entry {
        career: "Ingeniería Industrial".into(),
        ..person("22230001", "Ana", "Luna", "")
    });
    let before = desk.sheet(FORM, &[MARIA]);
    let mut now = desk.file(FORM, &[LUIS]);
    desk.plan_comparison(&before, &mut now).unwrap();
    assert_eq!(missing(&now), [maria]);
    desk.keep_import(&mut now).unwrap();

    let mut alone = desk.file(FORM, &[LUIS]);
    assert_eq!(alone.sheet().kind, ImportKind::Enrolled);
    assert_eq!(missing(&alone), [maria]);
    // Nor does another period make a list of everybody of it.
    let later = desk.periods_offered()[1];
    alone.set_kind(ImportKind::Enrolled, later);
    desk.again(&mut alone);
    assert_eq!(missing(&alone), [maria]);
}

#[test]
fn a_kept_sheet_that_cant_be_read_any_more_keeps_no_other_from_being_kept() {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &first_run(), hand.clock()).unwrap();
    let waits = JUAN.replace("03190412340", "3190412340");
    let mut first = desk.file(FORM, &[&waits]);
    desk.keep_import(&mut first).unwrap();
    let file = Connection::open(folder.path().join("ventanilla.db")).unwrap();
    file.execute("UPDATE import_plans SET body = '[]'", []).unwrap();

    let mut second = desk.file(FORM, &[MARIA, &waits]);
    desk.keep_import(&mut second).unwrap();
    assert_eq!(
        desk.open_imports().unwrap().len(),
        2,
        "and nothing is thrown away"
    );
}

#[test]
fn who_is_registered_while_a_plan_is_made_makes_it_out_of_date() {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &first_run(), hand.clock()).unwrap();
    let rows: Vec<String> = (0..1_100)
        .map(|at| format!(";;2423{at:04};Pérez;López;Ana;;;;;Ingeniería Química;1;"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let mut importing = desk.sheet(FORM, &rows);
    let mut other = desk.beside().unwrap().expect("the register is a file");
    let mut looks = 0;
    let planned = desk.plan_import(&mut importing, &mut |_| {
        looks += 1;
        // By then her row was compared with a register that did not have her.
        if looks == 2 {
            other.enroll(&person("24230500", "Ana", "Pérez", "López"));
        }
        true
    });
    assert!(planned.unwrap() && looks >= 2);
    let saved = desk.save_import(&mut importing, false, &mut unwatched);
    assert!(matches!(saved, Err(ImportError::Outdated)), "{saved:?}");
    assert_eq!(desk.count_students().unwrap(), 1);
}

#[test]
fn a_row_that_the_sheet_does_not_have_is_no_row_of_headers() {
    let desk = desk();
    let mut importing = desk.sheet(FORM, &[JUAN]);
    desk.choose_headers(&mut importing, Some(99)).unwrap();
    assert_eq!(importing.headers_row(), None);
    assert!(!importing.heads().is_empty());
}
