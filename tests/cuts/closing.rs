//! What goes and what is set aside; folio and seal; the way back.

use super::{date, desk_with_a_clock, envio, four_queued};
use crate::day::{Day, desk, maria};
use ventanilla::desk::{Explain, Refusal};
use ventanilla::domain::dispatch::ClosingState;
use ventanilla::domain::movement::{MovementKind, MovementState};
use ventanilla::domain::review::Cause;
use ventanilla::domain::settings::Topic;
use ventanilla::words::settings as words;

#[test]
fn the_review_tells_what_goes_and_what_would_be_set_aside() {
    let mut desk = desk();
    let [.., ivan] = four_queued(&mut desk);
    let review = desk.review(date("2026-11-30")).unwrap();
    assert_eq!(
        (
            review.ready_of(MovementKind::Alta),
            review.ready_of(MovementKind::Baja)
        ),
        (2, 1)
    );
    assert_eq!(review.next, date("2026-12-16"));
    let [(cause, rows)] = &review.held[..] else {
        panic!("{:?}", review.held)
    };
    assert_eq!((*cause, rows[0].student.id), (Cause::NssMissing, ivan));
}

#[test]
fn a_closed_cut_has_folio_seal_and_an_envio_of_each_kind() {
    let mut desk = desk();
    four_queued(&mut desk);
    let closed = desk.close_cut(date("2026-11-30")).unwrap();
    let closing = &closed.cut.closing;
    assert_eq!(closing.folio, "C-2026-22");
    assert_eq!(closing.short_seal().len(), 8);
    assert_eq!((closing.times, closing.was_reopened()), (1, false));
    let altas = envio(&closed.cut, MovementKind::Alta);
    assert_eq!(altas.lines, 2);
    assert_eq!(altas.registro.as_ref().unwrap().to_string(), "Z99-00000-32-0");
    let lines = desk.dispatch_lines(altas.id).unwrap();
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.number, line.imss.first_surname.as_str(), line.nss.as_str()))
        .collect();
    assert_eq!(
        told,
        [(1, "DE LA CRUZ", "12180599990"), (2, "HERNANDEZ", "03190412340")]
    );
    assert_eq!(envio(&closed.cut, MovementKind::Baja).lines, 1);
    assert!(desk.store().reader().seal_holds(&closed.cut.closing).unwrap());
}

#[test]
fn what_is_set_aside_goes_to_the_next_cut_with_its_reason() {
    let mut desk = desk();
    let [maria, .., ivan] = four_queued(&mut desk);
    let closed = desk.close_cut(date("2026-11-30")).unwrap();
    assert_eq!((closed.cut.set_aside, closed.next), (1, date("2026-12-16")));
    let left_out = desk.last_movement(ivan);
    assert_eq!(
        (left_out.state, left_out.cut),
        (MovementState::Queued, date("2026-12-16"))
    );
    let aside = desk.store().reader().set_asides_of_movement(left_out.id).unwrap();
    assert_eq!(aside[0].causes, ["sin_nss", "sin_curp"]);
    assert_eq!(desk.last_movement(maria).state, MovementState::InDispatch);
}

#[test]
fn what_is_queued_after_the_closing_goes_to_the_cut_after() {
    let mut desk = desk();
    let [maria, ..] = four_queued(&mut desk);
    desk.cancel_queued(maria).unwrap();
    desk.close_cut(date("2026-11-30")).unwrap();
    assert_eq!(desk.next_cut(), date("2026-12-16"));
    assert_eq!(desk.queue_alta(maria).unwrap().cut, date("2026-12-16"));
}

#[test]
fn a_line_keeps_what_it_was_whatever_is_corrected_since() {
    let mut desk = desk();
    let [who, ..] = four_queued(&mut desk);
    let closed = desk.close_cut(date("2026-11-30")).unwrap().cut;
    let mut renamed = maria();
    renamed.given_names = "Fernanda".into();
    let renamed = renamed.particulars(desk.today()).unwrap();
    desk.correct(who, &renamed).unwrap();
    let lines = desk
        .dispatch_lines(envio(&closed, MovementKind::Alta).id)
        .unwrap();
    assert_eq!(lines[0].imss.given, "MARIA FERNANDA");
    assert!(desk.store().reader().seal_holds(&closed.closing).unwrap());
}

#[test]
fn a_cut_is_closed_once_and_not_without_movements() {
    let mut desk = desk();
    let nothing = desk.close_cut(date("2026-11-30")).unwrap_err();
    assert_eq!(
        nothing.explain().text,
        "No hay movimientos en cola para el corte del 30 de noviembre, así que no hay qué cerrar."
    );
    four_queued(&mut desk);
    desk.close_cut(date("2026-11-30")).unwrap();
    let again = desk.close_cut(date("2026-11-30")).unwrap_err();
    assert_eq!(
        again.explain().text,
        "El corte del 30 de noviembre ya está cerrado con el folio C-2026-22. Lo que falte entrará en el siguiente."
    );
}

#[test]
fn a_cut_of_doubtful_movements_alone_stays_open() {
    let mut desk = desk();
    let ana = desk.enroll(&crate::day::person("26230190", "Ana", "Luna", ""));
    desk.queue_alta(ana).unwrap();
    let refusal = desk.close_cut(date("2026-11-30")).unwrap_err();
    assert_eq!(
        refusal.explain().text,
        "El único movimiento del corte del 30 de noviembre tiene una observación. Resuélvala y vuelva a cerrar."
    );
    assert_eq!(desk.last_movement(ana).cut, date("2026-11-30"));
}

#[test]
fn a_reopened_cut_keeps_its_folio_and_takes_back_what_it_had_set_aside() {
    let mut desk = desk();
    let [maria, .., ivan] = four_queued(&mut desk);
    let first = desk.close_cut(date("2026-11-30")).unwrap().cut.closing;
    let reopened = desk.reopen_cut("c-2026-22", "faltaba Iván").unwrap();
    assert_eq!(reopened.closing.state, ClosingState::Reopened);
    assert_eq!(reopened.dispatches, []);
    assert_eq!(desk.last_movement(maria).state, MovementState::Queued);
    assert_eq!(desk.last_movement(ivan).cut, date("2026-11-30"));
    assert_eq!(desk.next_cut(), date("2026-11-30"));

    let again = desk.close_cut(date("2026-11-30")).unwrap().cut.closing;
    assert_eq!((again.folio.as_str(), again.times), ("C-2026-22", 2));
    assert!(again.was_reopened());
    assert_eq!(again.seal, first.seal, "the same content has the same seal");
    assert_eq!(again.reopened.unwrap().reason, "faltaba Iván");
}

#[test]
fn reopening_asks_for_a_reason_and_a_folio_that_there_is() {
    let mut desk = desk();
    four_queued(&mut desk);
    desk.close_cut(date("2026-11-30")).unwrap();
    let told = |refusal: Refusal| refusal.explain().text;
    assert_eq!(
        told(desk.reopen_cut("C-2026-22", "  ").unwrap_err()),
        "Escriba por qué se reabre el corte; queda en su historia."
    );
    assert_eq!(
        told(desk.reopen_cut("C-2026-99", "por ver").unwrap_err()),
        "No hay un corte con el folio «C-2026-99». Los folios están en Cortes; se escriben como C-2026-22."
    );
    desk.reopen_cut("C-2026-22", "por ver").unwrap();
    assert_eq!(
        told(desk.reopen_cut("C-2026-22", "por ver").unwrap_err()),
        "El corte del 30 de noviembre no está cerrado. Ciérrelo primero."
    );
}

#[test]
fn the_closing_is_one_act_with_one_undo_and_one_redo() {
    let mut desk = desk();
    let [maria, .., ivan] = four_queued(&mut desk);
    desk.close_cut(date("2026-11-30")).unwrap();
    desk.undo().unwrap();
    assert_eq!(desk.closed_cut(date("2026-11-30")).unwrap(), None);
    assert_eq!(desk.last_movement(maria).state, MovementState::Queued);
    assert_eq!(desk.last_movement(ivan).cut, date("2026-11-30"));
    assert_eq!(desk.next_cut(), date("2026-11-30"));
    desk.redo().unwrap();
    let closed = desk.closed_cut(date("2026-11-30")).unwrap().unwrap();
    assert!(desk.store().reader().seal_holds(&closed.closing).unwrap());
    assert_eq!(desk.next_cut(), date("2026-12-16"));
}

#[test]
fn a_cut_that_passed_can_still_be_closed() {
    let (mut desk, hand) = desk_with_a_clock();
    four_queued(&mut desk);
    hand.move_to("2026-12-02 09:00");
    let closed = desk.close_cut(date("2026-11-30")).unwrap();
    assert_eq!(closed.cut.closing.folio, "C-2026-22");
    assert_eq!(closed.next, date("2026-12-16"));
}

#[test]
fn a_closed_cut_that_somebody_tampers_with_is_found() {
    let folder = crate::day::folder();
    let clock = crate::day::Hand::at("2026-11-21 10:30").clock();
    let mut desk = ventanilla::desk::Desk::set_up(folder.path(), &crate::day::first_run(), clock).unwrap();
    four_queued(&mut desk);
    desk.close_cut(date("2026-11-30")).unwrap();
    assert_eq!(desk.store().check().unwrap(), []);
    drop(desk);

    let file = rusqlite::Connection::open(folder.path().join(ventanilla::store::FILE_NAME)).unwrap();
    let changing = "UPDATE dispatch_lines SET nss = '03190412340' WHERE number = 1";
    let refused = file.execute(changing, []).unwrap_err().to_string();
    assert_eq!(refused, "a closed cut never changes");
    file.execute_batch("DROP TRIGGER dispatch_lines_never_change")
        .unwrap();
    file.execute(changing, []).unwrap();
    drop(file);

    // The trigger stands again: whoever tampers does not leave the traces.
    let file = rusqlite::Connection::open(folder.path().join(ventanilla::store::FILE_NAME)).unwrap();
    file.execute_batch(
        "CREATE TRIGGER dispatch_lines_never_change BEFORE UPDATE ON dispatch_lines BEGIN
    SELECT raise(ABORT, 'a closed cut never changes');
END",
    )
    .unwrap();
    drop(file);
    let store = ventanilla::store::Store::open(folder.path()).unwrap();
    let folio = "C-2026-22".into();
    assert_eq!(
        store.check().unwrap(),
        [ventanilla::store::Finding::BrokenCut { folio }]
    );
}

#[test]
fn who_studies_a_career_of_a_registro_goes_under_it_and_the_others_under_the_first_without_careers() {
    let mut desk = desk();
    four_queued(&mut desk);
    desk.set(
        Topic::Registros,
        "Z99-00000-32-0\nZ99-00001-32-9: iqui, Ingeniería en Sistemas Computacionales\nZ99-00002-32-8",
    )
    .unwrap();
    let closed = desk.close_cut(date("2026-11-30")).unwrap().cut;
    let told: Vec<_> = closed
        .dispatches
        .iter()
        .map(|it| (it.kind, it.registro.as_ref().unwrap().to_string(), it.lines))
        .collect();
    assert_eq!(
        told,
        [
            (MovementKind::Alta, "Z99-00000-32-0".to_owned(), 1),
            (MovementKind::Alta, "Z99-00001-32-9".to_owned(), 1),
            (MovementKind::Baja, "Z99-00000-32-0".to_owned(), 1),
        ]
    );
    // Juan studies Ingeniería Química, which the office wrote by its short key.
    let lines = desk.dispatch_lines(closed.dispatches[1].id).unwrap();
    assert_eq!((lines[0].identifier.as_str(), lines[0].number), ("24230318", 1));
    assert_eq!(desk.store().check().unwrap(), []);
    // Each envío is a file of its own, under its own registro.
    for (envio, registro) in closed
        .dispatches
        .iter()
        .zip(["Z9900000320", "Z9900001329", "Z9900000320"])
    {
        let written = desk.records(&closed, envio).unwrap();
        assert_eq!(written.bytes.len(), 170);
        assert!(written.bytes.starts_with(registro.as_bytes()));
    }
}

#[test]
fn where_the_curp_is_optional_an_alta_goes_without_it_and_its_place_stays_empty() {
    let mut desk = desk();
    desk.set(Topic::Registros, "Z99-00000-32-0").unwrap();
    let mut without = maria();
    without.curp = String::new();
    let mut doubtful = crate::day::juan();
    doubtful.curp = "HEMJ040315HVZRXNA7".into();
    for entry in [without, doubtful] {
        let student = desk.enroll(&entry);
        desk.queue_alta(student).unwrap();
    }
    let cut = date("2026-11-30");
    let causes: Vec<_> = desk
        .review(cut)
        .unwrap()
        .held
        .iter()
        .map(|(cause, _)| *cause)
        .collect();
    assert_eq!(causes, [Cause::CurpMissing, Cause::CurpDoubtful]);

    desk.set(Topic::CurpRule, "opcional").unwrap();
    assert_eq!(desk.review(cut).unwrap().held, []);
    let closed = desk.close_cut(cut).unwrap().cut;
    let written = desk.records(&closed, &closed.dispatches[0]).unwrap();
    assert_eq!(written.records, 2);
    for record in written.bytes.chunks(170) {
        let record = std::str::from_utf8(record).unwrap();
        assert_eq!(&record[149..167], " ".repeat(18), "{record}");
    }
}

#[test]
fn nobody_can_go_under_two_registros_or_by_a_career_that_nobody_knows() {
    let mut desk = desk();
    four_queued(&mut desk);
    let mut said = |text: &str| desk.set(Topic::Registros, text).unwrap_err().explain().text;
    assert_eq!(
        said("Z99-00000-32-0: IQUI; Z99-00001-32-9: Ingeniería Química"),
        "«Registros patronales» no cambió: «Ingeniería Química» está dos veces."
    );
    assert_eq!(
        said("Z99-00000-32-0: IQUI, iqui"),
        "«Registros patronales» no cambió: «iqui» está dos veces."
    );
    assert_eq!(
        said("Z99-00000-32-0: Medicina"),
        "«Registros patronales» no cambió: «Medicina» no es una de las carreras del plantel. Escríbala por su clave o su \
         nombre, como está en Ajustes, Carreras."
    );
    assert_eq!(desk.settings().text(Topic::Registros), "Z99-00000-32-0");
    // With careers everywhere somebody would go under none: that is said, and kept.
    desk.set(Topic::Registros, "Z99-00000-32-0: IQUI").unwrap();
    let notice = words::notice(desk.settings(), Topic::Registros).unwrap();
    assert!(notice.ends_with("Deje uno sin carreras."), "{notice}");
}
