//! An envío that went out, and what IMSS answered.

use super::{by_idse, date, desk_with_a_clock, envio, four_queued};
use crate::day::{Day, desk, rejection};
use ventanilla::desk::{Answer, ClosedCut, Desk, Explain, Outcome};
use ventanilla::domain::dispatch::Channel;
use ventanilla::domain::ids::{MovementId, StudentId};
use ventanilla::domain::movement::{BajaMotive, Cancellation, MovementKind, MovementState};
use ventanilla::domain::vigencia::Chip;
use ventanilla::store::{ActKind, NewMovement, Stamp, Store, StoreError};

/// The cut of 30 November, closed on the 21st.
fn closed(desk: &mut Desk) -> ([StudentId; 4], ClosedCut) {
    let students = four_queued(desk);
    (students, desk.close_cut(date("2026-11-30")).unwrap().cut)
}

fn accepted(desk: &Desk, student: StudentId) -> Answer {
    Answer {
        movement: desk.last_movement(student).id,
        outcome: Outcome::Accepted,
    }
}

fn rejected(desk: &Desk, student: StudentId, cause: &str) -> Answer {
    Answer {
        movement: desk.last_movement(student).id,
        outcome: Outcome::Rejected(rejection(cause)),
    }
}

#[test]
fn what_is_sent_is_recorded_for_each_envio_apart() {
    let (mut desk, hand) = desk_with_a_clock();
    let ([maria, juan, teresa, _], cut) = closed(&mut desk);
    hand.move_to("2026-12-02 09:00");
    let sent = desk
        .send(
            envio(&cut, MovementKind::Alta).id,
            &by_idse("2026-12-02", "12345"),
        )
        .unwrap();
    assert_eq!(sent.sending.unwrap().lote.as_deref(), Some("12345"));
    for student in [maria, juan] {
        let movement = desk.last_movement(student);
        assert_eq!(
            (movement.state, movement.sent_on),
            (MovementState::Sent, Some(date("2026-12-02")))
        );
    }
    assert_eq!(desk.last_movement(teresa).state, MovementState::InDispatch);
    // Sent after the cut: the window counts from the sending.
    let record = desk.of(maria);
    let facts = record.facts(desk.window_limits());
    let Chip::Expected { window } = facts.chip(desk.today(), 30) else {
        panic!("{facts:?}")
    };
    assert_eq!(
        (window.from, window.until),
        (date("2026-12-03"), date("2026-12-05"))
    );
}

#[test]
fn what_was_sent_is_neither_reopened_nor_undone_but_corrected() {
    let (mut desk, _) = desk_with_a_clock();
    let ([maria, ..], cut) = closed(&mut desk);
    let altas = envio(&cut, MovementKind::Alta).id;
    desk.send(altas, &by_idse("2026-11-21", "12345")).unwrap();
    assert_eq!(
        desk.reopen_cut("C-2026-22", "falta uno")
            .unwrap_err()
            .explain()
            .text,
        "Del corte C-2026-22 ya se registró un envío, y lo enviado no cambia. Lo que falte o esté mal entra en el \
         siguiente corte."
    );
    assert_eq!(
        desk.send(altas, &by_idse("2026-11-21", "9"))
            .unwrap_err()
            .explain()
            .text,
        "Del corte C-2026-22 ya se registró un envío, y lo enviado no cambia. Lo que falte o esté mal entra en el \
         siguiente corte."
    );
    let corrected = desk
        .correct_sending(altas, &by_idse("2026-11-20", "12346"))
        .unwrap();
    assert_eq!(corrected.sending.unwrap().lote.as_deref(), Some("12346"));
    assert_eq!(desk.last_movement(maria).sent_on, Some(date("2026-11-20")));
    // The correction is undone; the sending is passed by, then the closing, and then each act of those movements.
    desk.undo().unwrap();
    assert_eq!(desk.last_movement(maria).sent_on, Some(date("2026-11-21")));
    let said: Vec<String> = (0..3).map(|_| desk.undo().unwrap_err().explain().text).collect();
    assert!(
        said[0].starts_with("Lo enviado al IMSS no se deshace aquí."),
        "{said:?}"
    );
    assert!(
        said[1].starts_with("No se deshizo el cierre del corte: algo de él ya se envió"),
        "{said:?}"
    );
    assert!(
        said[2].starts_with("No se deshizo la baja de Cano Ibarra, Teresa: su corte ya se cerró"),
        "{said:?}"
    );
    assert_eq!(desk.last_movement(maria).state, MovementState::Sent);
}

#[test]
fn nothing_is_sent_or_answered_on_a_day_that_has_not_come() {
    let mut desk = desk();
    let ([maria, ..], cut) = closed(&mut desk);
    let altas = envio(&cut, MovementKind::Alta).id;
    let said = desk.send(altas, &by_idse("2026-11-22", "1")).unwrap_err();
    assert_eq!(
        said.explain().text,
        "El 22 de noviembre de 2026 todavía no llega. Escriba la fecha en que ocurrió."
    );
    let answers = [accepted(&desk, maria)];
    let said = desk
        .record_answers(altas, &answers, date("2026-11-21"))
        .unwrap_err();
    assert_eq!(
        said.explain().text,
        "Ese envío del corte C-2026-22 todavía no está registrado como enviado. Regístrelo primero, con su fecha."
    );
    desk.send(altas, &by_idse("2026-11-21", "1")).unwrap();
    let said = desk
        .record_answers(altas, &answers, date("2026-11-20"))
        .unwrap_err();
    assert_eq!(
        said.explain().text,
        "La respuesta del 20 nov 2026 sería anterior al envío del 21 nov 2026. Revise las dos fechas."
    );
}

#[test]
fn an_answer_is_recorded_for_each_movement_and_a_rejection_says_why() {
    let (mut desk, hand) = desk_with_a_clock();
    let ([maria, juan, ..], cut) = closed(&mut desk);
    let altas = envio(&cut, MovementKind::Alta).id;
    desk.send(altas, &by_idse("2026-11-21", "1")).unwrap();
    hand.move_to("2026-12-03 09:00");
    let without_cause = [rejected(&desk, juan, " ")];
    assert_eq!(
        desk.record_answers(altas, &without_cause, date("2026-12-03"))
            .unwrap_err()
            .explain()
            .text,
        "Escriba la causa del rechazo como viene en la respuesta."
    );
    let answers = [accepted(&desk, maria), rejected(&desk, juan, "CURP no coincide")];
    let answered = desk.record_answers(altas, &answers, date("2026-12-03")).unwrap();
    assert_eq!(
        (
            answered.answers.accepted,
            answered.answers.rejected,
            answered.unanswered()
        ),
        (1, 1, 0)
    );
    assert_eq!(
        desk.last_movement(juan).rejection.as_deref(),
        Some("CURP no coincide")
    );
    desk.undo().unwrap();
    assert_eq!(desk.last_movement(maria).state, MovementState::Sent);
}

#[test]
fn a_movement_after_a_rejection_remembers_it() {
    let (mut desk, hand) = desk_with_a_clock();
    let ([_, juan, ..], cut) = closed(&mut desk);
    let altas = envio(&cut, MovementKind::Alta).id;
    desk.send(altas, &by_idse("2026-11-21", "1")).unwrap();
    hand.move_to("2026-12-03 09:00");
    let answers = [rejected(&desk, juan, "CURP no coincide")];
    desk.record_answers(altas, &answers, date("2026-12-03")).unwrap();
    let old = desk.last_movement(juan).id;
    assert_eq!(desk.queue_alta(juan).unwrap().cut, date("2026-12-16"));
    assert_eq!(desk.last_movement(juan).follows, Some(old));
    // A baja after it corrects nothing.
    desk.cancel_queued(juan).unwrap();
    desk.queue_baja(juan, BajaMotive::OnRequest).unwrap();
    assert_eq!(desk.last_movement(juan).follows, None);
}

#[test]
fn a_state_moves_only_along_its_table() {
    for from in MovementState::ALL {
        for to in MovementState::ALL {
            let mut store = Store::in_memory().unwrap();
            let movement = one_movement(&mut store);
            for step in way_to(from) {
                take(&mut store, movement, *step).unwrap();
            }
            let stepped = take(&mut store, movement, to);
            let is_there = store.reader().movement(movement).unwrap().unwrap().state;
            if from.may_become(to) {
                stepped.unwrap();
                assert_eq!(is_there, to, "{from:?} to {to:?}");
            } else {
                assert!(stepped.is_err(), "{from:?} to {to:?} went through");
                assert_eq!(is_there, from);
            }
        }
    }
}

/// The steps that lead there.
fn way_to(state: MovementState) -> &'static [MovementState] {
    use MovementState::*;
    match state {
        Queued => &[],
        InDispatch => &[InDispatch],
        Sent => &[InDispatch, Sent],
        Accepted => &[InDispatch, Sent, Accepted],
        Rejected => &[InDispatch, Sent, Rejected],
        Cancelled => &[Cancelled],
    }
}

fn stamp() -> Stamp {
    Stamp {
        at: crate::day::at("2026-12-20 10:00"),
        clerk: "Lupita".into(),
    }
}

fn one_movement(store: &mut Store) -> MovementId {
    let maria = crate::day::maria().particulars(date("2026-11-21")).unwrap();
    let done = store.transact(&stamp(), ActKind::Demo, |tx| {
        let student = tx.insert_student(&maria)?;
        tx.insert_movement(NewMovement {
            student,
            kind: MovementKind::Alta,
            cut: date("2026-11-30"),
            motive: None,
            queued_on: date("2026-11-21"),
        })
    });
    done.unwrap().value
}

fn take(store: &mut Store, movement: MovementId, to: MovementState) -> Result<(), StoreError> {
    let why = (to == MovementState::Rejected).then(|| rejection("otra"));
    let done = store.transact(&stamp(), ActKind::Demo, |tx| match to {
        MovementState::Cancelled => tx.cancel_movement(movement, Cancellation::Withdrawn),
        to => tx.advance_movement(movement, to, date("2026-12-20"), why.as_ref()),
    });
    done.map(|_| ())
}

#[test]
fn every_channel_is_found_by_its_code() {
    for channel in Channel::ALL {
        assert_eq!(Channel::from_code(channel.code()), Some(channel));
    }
}

#[test]
fn the_history_of_a_student_tells_the_way_of_the_movement() {
    let (mut desk, hand) = desk_with_a_clock();
    let ([_, juan, _, ivan], cut) = closed(&mut desk);
    let altas = envio(&cut, MovementKind::Alta).id;
    desk.send(altas, &by_idse("2026-11-21", "1")).unwrap();
    hand.move_to("2026-12-03 09:00");
    let answers = [rejected(&desk, juan, "CURP no coincide")];
    desk.record_answers(altas, &answers, date("2026-12-03")).unwrap();
    let told = |student| -> Vec<String> {
        let (entries, _) = desk.history(student, 10).unwrap();
        entries.iter().map(|entry| entry.line()).collect()
    };
    assert_eq!(
        told(juan)[..3],
        [
            "Lupita registró la respuesta del 3 dic 2026: rechazada, CURP no coincide",
            "Lupita registró el envío del 21 nov 2026",
            "Lupita cerró el corte y su movimiento va en el envío",
        ]
    );
    assert_eq!(
        told(ivan)[0],
        "Lupita cerró el corte; su movimiento pasó al del 16 dic 2026: falta NSS, falta CURP"
    );
}
