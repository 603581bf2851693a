//! What an import leaves behind, and what it refuses to.

use ventanilla::desk::Desk;
use ventanilla::desk::import::{COPY_ABOVE, ImportError, Importing, Progress, unwatched};
use ventanilla::domain::import::{Cause, Choice};
use ventanilla::domain::movement::{ActiveSince, MovementState};
use ventanilla::store::ActKind;

use crate::day::{Day, Hand, desk, first_run, juan, maria};
use crate::table::{FORM, JUAN, MARIA, Sheets, told};

/// So many answers, each in order.
fn answers(count: usize) -> Vec<String> {
    (0..count)
        .map(|at| format!(";;2423{at:04};Pérez;López;Ana;;;;;Ingeniería Química;1;"))
        .collect()
}

fn rows(answers: &[String]) -> Vec<&str> {
    answers.iter().map(String::as_str).collect()
}

#[test]
fn an_import_is_one_act_with_its_altas() {
    let mut desk = desk();
    let mut importing = desk.sheet(FORM, &[JUAN, MARIA]);
    let imported = desk.save(&mut importing, true);
    assert_eq!((imported.added, imported.queued), (2, 2));
    assert_eq!(desk.next_undo().unwrap().unwrap().kind, ActKind::Import);
    assert_eq!(desk.next_cut_count().unwrap().altas, 2);
    desk.undo().unwrap();
    assert_eq!(desk.count_students().unwrap(), 0);
    assert_eq!(desk.next_cut_count().unwrap().altas, 0);
}

#[test]
fn the_same_file_again_changes_nothing_and_is_recognised() {
    let mut desk = desk();
    let mut first = desk.sheet(FORM, &[JUAN, MARIA]);
    desk.save(&mut first, true);
    let mut again = desk.sheet(FORM, &[JUAN, MARIA]);
    assert!(again.plan().is_idle());
    assert_eq!(desk.imported_before(&again).unwrap().unwrap().entry.added, 2);
    let imported = desk.save(&mut again, true);
    assert_eq!(imported.act, None);
}

#[test]
fn the_same_form_tomorrow_brings_only_its_new_answers() {
    let mut desk = desk();
    let mut first = desk.sheet(FORM, &[JUAN]);
    desk.save(&mut first, true);
    // Somebody corrected the record since; the old answer does not take that back.
    let id = desk.record_by_identifier("24230318").unwrap().student.id;
    let mut corrected = desk.of(id).student.particulars;
    corrected.phone = Some("9229999999".into());
    desk.correct(id, &corrected).unwrap();
    let mut tomorrow = desk.sheet(FORM, &[JUAN, MARIA]);
    assert_eq!(told(&tomorrow)[0], "2 ya-importado Hernandez Muñoz, Juan Pablo");
    let imported = desk.save(&mut tomorrow, true);
    assert_eq!((imported.added, imported.changed, imported.queued), (1, 0, 1));
    assert_eq!(
        desk.of(id).student.particulars.phone.as_deref(),
        Some("9229999999")
    );
}

#[test]
fn an_import_that_was_undone_can_be_made_again() {
    let mut desk = desk();
    let mut first = desk.sheet(FORM, &[JUAN]);
    desk.save(&mut first, false);
    desk.undo().unwrap();
    let again = desk.sheet(FORM, &[JUAN]);
    assert_eq!(again.plan().counts().new, 1);
}

#[test]
fn rows_that_wait_are_kept_and_found_again() {
    let mut desk = desk();
    let waits = JUAN.replace("03190412340", "3190412340");
    let mut importing = desk.sheet(FORM, &[&waits, MARIA]);
    desk.keep_import(&mut importing).unwrap();
    let imported = desk.save(&mut importing, true);
    assert_eq!((imported.added, imported.held), (1, 1));
    let open = desk.open_imports().unwrap();
    assert_eq!((open.len(), open[0].undecided), (1, 1));
    let mut left = desk.reopen_import(open[0].id).unwrap().unwrap();
    assert_eq!(
        told(&left),
        [
            "2 por-decidir [cero-perdido] 3190412340 -> 03-19-04-1234-0",
            "3 ya-importado De la Cruz Nuñez, Maria Fernanda"
        ]
    );
    left.accept_all(Cause::LostZero);
    desk.again(&mut left);
    let imported = desk.save(&mut left, true);
    assert_eq!((imported.added, imported.held), (1, 0));
    assert!(desk.open_imports().unwrap().is_empty());
}

#[test]
fn what_was_not_shown_is_not_saved() {
    let mut desk = desk();
    let mut importing = desk.sheet(FORM, &[JUAN]);
    let mut taken = juan();
    taken.given_names = "Otro".into();
    desk.enroll(&taken);
    let refused = desk.save_import(&mut importing, false, &mut unwatched);
    assert!(matches!(refused, Err(ImportError::Outdated)), "{refused:?}");
    assert!(
        told(&importing)[0].starts_with("2 cambia"),
        "it was planned again"
    );
    // What happened beside it, and touches no row, keeps nothing from being saved.
    let mut importing = desk.sheet(FORM, &[JUAN]);
    desk.enroll(&maria());
    assert_eq!(desk.save(&mut importing, false).changed, 1);
}

#[test]
fn whoever_is_affiliated_already_gets_the_mark_and_no_alta() {
    let mut desk = desk();
    let heads = format!("{FORM};Ya afiliado");
    let mut importing = desk.sheet(&heads, &[&format!("{JUAN};sí"), &format!("{MARIA};no")]);
    let imported = desk.save(&mut importing, true);
    assert_eq!(imported.queued, 1);
    let record = desk.record_by_identifier("24230318").unwrap();
    assert_eq!(
        record.dossier().active(),
        Some(ActiveSince::PriorAlta("2026-11-21".parse().unwrap()))
    );
    // One answer for the whole file.
    let mut desk = crate::day::desk();
    let mut importing = desk.sheet(FORM, &[JUAN, MARIA]);
    importing.set_affiliated(true);
    desk.again(&mut importing);
    assert_eq!(desk.save(&mut importing, true).queued, 0);
    assert!(
        desk.record_by_identifier("25230457")
            .unwrap()
            .dossier()
            .active()
            .is_some()
    );
}

#[test]
fn stopping_in_the_middle_leaves_nothing() {
    let mut desk = desk();
    let answers = answers(300);
    let mut importing = desk.sheet(FORM, &rows(&answers));
    let mut met = 0;
    let stopped = desk.save_import(&mut importing, true, &mut |progress| {
        met += 1;
        !matches!(progress, Progress::Saving { done: 100.., .. })
    });
    assert!(matches!(stopped, Err(ImportError::Stopped)), "{stopped:?}");
    assert_eq!(met, 3);
    assert_eq!(desk.count_students().unwrap(), 0);
    assert_eq!(
        desk.save(&mut importing, true).added,
        300,
        "and it can be saved afterwards"
    );
}

#[test]
fn a_verified_copy_comes_before_more_than_twenty_rows() {
    let folder = crate::day::folder();
    let clock = Hand::at("2026-11-21 10:30").clock();
    let mut desk = Desk::set_up(folder.path(), &first_run(), clock).unwrap();
    let few = answers(COPY_ABOVE);
    assert!(!desk.save_of(&rows(&few)).copied);
    let many: Vec<String> = answers(COPY_ABOVE + 1)
        .iter()
        .map(|row| row.replace(";2423", ";2523"))
        .collect();
    assert!(desk.save_of(&rows(&many)).copied);
    assert_eq!(desk.last_copy().unwrap().report.students, COPY_ABOVE as u64);
}

trait SavesRows {
    fn save_of(&mut self, rows: &[&str]) -> ventanilla::desk::import::Imported;
}

impl SavesRows for Desk {
    fn save_of(&mut self, rows: &[&str]) -> ventanilla::desk::import::Imported {
        let mut importing: Importing = self.sheet(FORM, rows);
        self.save(&mut importing, false)
    }
}

#[test]
fn a_second_pair_of_hands_saves_while_the_first_reads() {
    let folder = crate::day::folder();
    let clock = Hand::at("2026-11-21 10:30").clock();
    let desk = Desk::set_up(folder.path(), &first_run(), clock).unwrap();
    let mut beside = desk.beside().unwrap().expect("it is a file");
    let mut importing = beside.sheet(FORM, &[JUAN, MARIA]);
    std::thread::spawn(move || beside.save(&mut importing, true))
        .join()
        .unwrap();
    assert_eq!(desk.count_students().unwrap(), 2);
    assert_eq!(desk.next_cut_count().unwrap().altas, 2);
}

#[test]
fn a_student_whose_alta_is_queued_is_not_queued_twice() {
    let mut desk = desk();
    let id = desk.enroll(&juan());
    desk.queue_alta(id).unwrap();
    let mut importing = desk.sheet(FORM, &[JUAN]);
    assert!(told(&importing)[0].contains("(ya tiene alta en el corte del 30 nov)"));
    assert_eq!(desk.save(&mut importing, true).queued, 0);
    assert_eq!(desk.last_movement(id).state, MovementState::Queued);
}

#[test]
fn the_form_of_tomorrow_takes_over_what_waits_of_today() {
    let mut desk = desk();
    let waits = JUAN.replace("03190412340", "3190412340");
    let mut today = desk.sheet(FORM, &[&waits]);
    desk.keep_import(&mut today).unwrap();
    let mut tomorrow = desk.sheet(FORM, &[&waits, MARIA]);
    desk.keep_import(&mut tomorrow).unwrap();
    let open = desk.open_imports().unwrap();
    assert_eq!(open.len(), 1, "Juan is asked about once");
    assert_eq!(
        desk.reopen_import(open[0].id).unwrap().unwrap().plan().rows.len(),
        2
    );
    // Another list is another matter.
    let mut other = desk.sheet("Matrícula;Nombre(s)", &["24230400;Luis"]);
    desk.keep_import(&mut other).unwrap();
    assert_eq!(desk.open_imports().unwrap().len(), 2);
}

#[test]
fn the_same_file_is_taken_up_where_it_was_left() {
    let mut desk = desk();
    let waits = JUAN.replace("03190412340", "3190412340");
    let mut importing = desk.sheet(FORM, &[&waits, MARIA]);
    importing.choose(2, Cause::LostZero, Some(Choice::Other));
    importing.set_aside(3, true);
    desk.again(&mut importing);
    desk.keep_import(&mut importing).unwrap();
    let again = desk.sheet(FORM, &[&waits, MARIA]);
    assert_eq!(again.decisions(), importing.decisions());
    assert_eq!(told(&again), told(&importing));
}

#[test]
fn a_sheet_of_which_nothing_waits_is_forgotten_the_next_day() {
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::in_memory(&first_run(), hand.clock()).unwrap();
    let waits = JUAN.replace("03190412340", "3190412340");
    let mut settled = desk.sheet(FORM, &[&waits]);
    settled.accept_all(Cause::LostZero);
    desk.again(&mut settled);
    desk.keep_import(&mut settled).unwrap();
    let hash = settled.sheet().file_hash.clone();
    let is_kept = |desk: &Desk| desk.store().reader().plan_of_file(&hash).unwrap().is_some();
    assert!(is_kept(&desk), "it was not saved yet");
    hand.move_to("2026-11-22 09:00");
    let mut other = desk.sheet(FORM, &[MARIA]);
    desk.keep_import(&mut other).unwrap();
    assert!(!is_kept(&desk));
}
