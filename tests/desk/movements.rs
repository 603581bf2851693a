//! Altas and bajas.

use day::constancia;
use ventanilla::domain::filter::Filter;
use ventanilla::domain::movement::MovementKind;
use ventanilla::domain::vigencia::{Check, CheckSource};
use ventanilla::words::movements as words;

use super::*;

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

/// «Otro seguro»: what the newest check says, in the words of F7, in the filter, on Hoy, in the list of the cut.
#[test]
fn another_insurance_is_an_observation_of_an_alta_while_the_newest_check_says_so() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let check = |on: &str, vigente, ours| Check {
        source: CheckSource::Call,
        ..constancia(on, vigente, ours)
    };
    let counted = |desk: &Desk| {
        let filter = desk
            .list(Filter::WithObservation, "", 0, 50)
            .unwrap()
            .count
            .reachable();
        let cut = desk.look_at_today().unwrap().cuts[0].observed;
        (filter, cut)
    };
    for nobody_knows in [
        check("2026-11-02", true, None),
        check("2026-11-03", false, Some(false)),
    ] {
        desk.record_check(student, &nobody_knows).unwrap();
        assert!(desk.of(student).observations(MovementKind::Alta).is_empty());
    }
    desk.record_check(student, &check("2026-11-20", true, Some(false)))
        .unwrap();

    let queued = desk.queue_alta(student).unwrap();
    assert_eq!(
        words::list(&queued.observations).unwrap(),
        "otro seguro según llamada del 20 nov 2026"
    );
    assert_eq!(counted(&desk), (1, 1));
    assert_eq!(
        desk.cut_page(desk.next_cut(), 0).unwrap().rows[0].observations,
        queued.observations
    );
    assert!(
        desk.of(student).observations(MovementKind::Baja).is_empty(),
        "a baja ends it"
    );

    desk.record_check(student, &check("2026-11-21", false, None))
        .unwrap();
    assert_eq!(counted(&desk), (0, 0));
    desk.undo().unwrap();
    assert_eq!(counted(&desk), (1, 1));
    desk.redo().unwrap();
    assert_eq!(counted(&desk), (0, 0));
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
