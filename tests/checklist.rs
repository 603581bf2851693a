//! The Lista de cotejo at the desk: marked, proposed, undone, told.

mod day;

use day::{Day, Hand, confirmed, desk, first_run, maria};
use proptest::prelude::*;
use ventanilla::desk::{Desk, Explain, Refusal, Ticked};
use ventanilla::domain::checklist::{Answer, Checklist, Remark, Requirement};
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::vigencia::{Check, CheckSource};
use ventanilla::store::UndoRefusal;

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn of(desk: &Desk, student: StudentId) -> Checklist {
    desk.checklist(student).unwrap()
}

fn told(desk: &Desk, student: StudentId) -> String {
    desk.history(student, 1).unwrap().0[0].line()
}

#[test]
fn espacio_marks_a_row_today_and_opens_it_again() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let row = Requirement::Photograph;

    assert_eq!(desk.tick(student, row).unwrap(), Ticked::Delivered);
    let recorded = of(&desk, student).row(row).recorded.clone().unwrap();
    assert_eq!(
        (recorded.answer.on, recorded.by.as_str()),
        (date("2026-11-21"), "Lupita")
    );
    assert_eq!(
        told(&desk, student),
        "Lupita anotó en el cotejo: fotografía infantil, entregado el 21 nov 2026"
    );

    assert_eq!(desk.tick(student, row).unwrap(), Ticked::Opened);
    assert_eq!(of(&desk, student).row(row).recorded, None);
    assert_eq!(
        told(&desk, student),
        "Lupita quitó del cotejo: fotografía infantil"
    );

    desk.undo().unwrap();
    assert_eq!(of(&desk, student).row(row).recorded, Some(recorded));
    desk.undo().unwrap();
    assert_eq!(of(&desk, student).delivered(), 0);
}

#[test]
fn what_the_record_proves_is_accepted_with_its_own_date() {
    let hand = Hand::at("2026-08-10 09:00");
    let mut desk = Desk::in_memory(&first_run(), hand.clock()).unwrap();
    let student = desk.enroll(&confirmed(maria(), "8/8/2026"));
    hand.move_to("2026-11-21 10:30");
    let check = Check {
        on: date("2026-11-20"),
        vigente: true,
        source: CheckSource::Constancia,
        ours: Some(true),
        seen_by: "Lupita".into(),
    };
    desk.record_check(student, &check).unwrap();

    assert_eq!(
        desk.tick(student, Requirement::CheckedVigencia).unwrap(),
        Ticked::Accepted
    );
    let answer = |desk: &Desk, row| of(desk, student).row(row).recorded.clone().unwrap().answer;
    let vigencia = answer(&desk, Requirement::CheckedVigencia);
    assert_eq!(vigencia.on, check.on);
    assert_eq!(
        vigencia.remark.unwrap().as_str(),
        "VIGENTE según constancia; registro nuestro: sí"
    );

    let rest = desk.accept_proposals(student).unwrap();
    assert_eq!(
        rest,
        [
            Requirement::AssignedNss,
            Requirement::CurrentCurp,
            Requirement::Enrolment
        ]
    );
    assert_eq!(answer(&desk, Requirement::AssignedNss).on, date("2026-08-08"));
    assert_eq!(answer(&desk, Requirement::CurrentCurp).on, date("2026-08-10"));
    assert_eq!(
        told(&desk, student),
        "Lupita anotó en el cotejo: NSS asignado; CURP actualizada; inscripción en el periodo, según la ficha"
    );
    assert!(matches!(
        desk.accept_proposals(student),
        Err(Refusal::NothingProposed)
    ));

    desk.undo().unwrap();
    assert_eq!(of(&desk, student).delivered(), 1, "three rows were one act");
}

#[test]
fn a_newer_check_is_proposed_again_although_the_row_is_marked() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let row = Requirement::CheckedVigencia;
    for (on, vigente) in [("2026-11-10", true), ("2026-11-20", false)] {
        let check = Check {
            on: date(on),
            vigente,
            source: CheckSource::Constancia,
            ours: Some(true),
            seen_by: "Lupita".into(),
        };
        desk.record_check(student, &check).unwrap();
        assert_eq!(
            of(&desk, student).row(row).proposal.as_ref().unwrap().on,
            check.on
        );
        assert_eq!(desk.tick(student, row).unwrap(), Ticked::Accepted, "{on}");
        assert!(of(&desk, student).row(row).proposal.is_none(), "nothing newer");
    }
    let answer = of(&desk, student).row(row).recorded.clone().unwrap().answer;
    assert_eq!(
        (answer.on, answer.remark.unwrap().as_str()),
        (
            date("2026-11-20"),
            "NO VIGENTE según constancia; registro nuestro: sí"
        )
    );
    assert_eq!(desk.tick(student, row).unwrap(), Ticked::Opened);
    desk.undo().unwrap();
    desk.undo().unwrap();
    let list = of(&desk, student);
    assert_eq!(
        list.row(row).recorded.as_ref().unwrap().answer.on,
        date("2026-11-10")
    );
    assert_eq!(
        ventanilla::words::checklist::row(list.row(row)),
        "Entregado el 10 nov 2026 · Lupita · VIGENTE según constancia; registro nuestro: sí. La ficha trae una más \
         nueva: NO VIGENTE según constancia; registro nuestro: sí · 20 nov 2026"
    );
    assert_eq!(desk.accept_proposals(student).unwrap().last(), Some(&row));
}

#[test]
fn a_curp_that_was_corrected_proves_since_that_day() {
    let hand = Hand::at("2026-08-10 09:00");
    let mut desk = Desk::in_memory(&first_run(), hand.clock()).unwrap();
    let mut entry = maria();
    entry.curp = "CUNF051130MPLRXRA".into();
    let student = desk.enroll(&entry);
    assert!(
        of(&desk, student)
            .row(Requirement::CurrentCurp)
            .proposal
            .is_none()
    );

    hand.move_to("2026-11-21 10:30");
    desk.correct(student, &maria().particulars(desk.today()).unwrap())
        .unwrap();
    let proposal = of(&desk, student).row(Requirement::CurrentCurp).proposal.clone();
    assert_eq!(proposal.unwrap().on, date("2026-11-21"));
    let enrolment = of(&desk, student).row(Requirement::Enrolment).proposal.clone();
    assert_eq!(enrolment.unwrap().on, date("2026-08-10"), "it was not touched");
}

#[test]
fn a_no_keeps_its_remark_and_the_same_again_is_no_act() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let answer = Answer {
        delivered: false,
        on: desk.today(),
        remark: Remark::read("Lo trae el lunes").unwrap(),
    };
    for _ in 0..2 {
        desk.answer(student, Requirement::Photograph, &answer).unwrap();
    }
    assert_eq!(
        desk.history(student, 9).unwrap().1,
        2,
        "the registration and the no"
    );
    assert_eq!(
        told(&desk, student),
        "Lupita anotó en el cotejo: fotografía infantil, falta, al 21 nov 2026 (Lo trae el lunes)"
    );

    let tomorrow = Answer {
        on: date("2026-11-22"),
        ..answer
    };
    assert_eq!(
        desk.answer(student, Requirement::Photograph, &tomorrow)
            .unwrap_err()
            .explain()
            .text,
        "La fecha no puede ser posterior a hoy; aquí dice 22 de noviembre de 2026."
    );
}

#[test]
fn a_registration_is_not_undone_under_a_list() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    desk.tick(student, Requirement::Carnet).unwrap();
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert!(matches!(desk.checklist(student), Err(Refusal::NoSuchStudent(_))));
    desk.redo().unwrap();
    desk.redo().unwrap();
    assert_eq!(of(&desk, student).delivered(), 1);
    assert!(matches!(
        desk.redo(),
        Err(Refusal::Undo(UndoRefusal::NothingToRedo))
    ));
}

/// One thing that a clerk can do to a list.
#[derive(Debug, Clone)]
enum Step {
    Tick(Requirement),
    Answer(Requirement, bool, u8),
    AcceptAll,
}

fn step() -> impl Strategy<Value = Step> {
    let row = || prop::sample::select(Requirement::ALL.to_vec());
    prop_oneof![
        row().prop_map(Step::Tick),
        (row(), any::<bool>(), 0..30u8).prop_map(|(row, delivered, ago)| Step::Answer(row, delivered, ago)),
        Just(Step::AcceptAll),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is done to a list, as many undos as there were acts bring back what was, and redos what became of it.
    #[test]
    fn undo_takes_back_what_any_steps_did(steps in prop::collection::vec(step(), 1..12)) {
        let mut desk = desk();
        let student = desk.enroll(&confirmed(maria(), "8/8/2026"));
        let before = of(&desk, student);
        for step in steps {
            match step {
                Step::Tick(row) => {
                    desk.tick(student, row).unwrap();
                }
                Step::Answer(row, delivered, ago) => {
                    let answer = Answer {
                        delivered,
                        on: desk.today() - chrono::Days::new(ago.into()),
                        remark: Remark::read(&"x".repeat((ago % 3).into())).unwrap(),
                    };
                    desk.answer(student, row, &answer).unwrap();
                }
                Step::AcceptAll => {
                    let _ = desk.accept_proposals(student);
                }
            }
        }
        let after = of(&desk, student);
        let acts = desk.history(student, 99).unwrap().1 - 1;
        for _ in 0..acts {
            desk.undo().unwrap();
        }
        prop_assert_eq!(of(&desk, student), before);
        for _ in 0..acts {
            desk.redo().unwrap();
        }
        prop_assert_eq!(of(&desk, student), after);
    }
}
