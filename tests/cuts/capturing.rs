//! An envío that is typed into IMSS' page by hand, row by row, whatever happens in between.

use std::fs;
use std::path::Path;

use super::{by_idse, date, envio, four_queued};
use crate::day::{Day, Hand, desk, first_run};
use ventanilla::desk::{Capturing, ClosedCut, Desk, Explain};
use ventanilla::domain::capture::{CaptureField, Place};
use ventanilla::domain::dispatch::Channel;
use ventanilla::domain::ids::DispatchId;
use ventanilla::domain::movement::{MovementKind, MovementState};
use ventanilla::domain::settings::Topic;
use ventanilla::store::FILE_NAME;

/// The cut of 30 November, closed: two altas, of María and of Juan, and a baja.
fn closed(desk: &mut Desk) -> (ClosedCut, DispatchId) {
    four_queued(desk);
    let cut = desk.close_cut(date("2026-11-30")).unwrap().cut;
    let altas = envio(&cut, MovementKind::Alta).id;
    (cut, altas)
}

fn texts(capturing: &Capturing) -> Vec<String> {
    let row = capturing.capture.row().expect("a row");
    row.fields.iter().map(|it| it.text.clone()).collect()
}

#[test]
fn the_rows_are_those_of_the_closed_cut_and_the_order_is_the_office_s() {
    let mut desk = desk();
    let (cut, altas) = closed(&mut desk);
    let begun = desk.open_capture(altas).unwrap();
    assert_eq!(begun.left, None);
    assert_eq!(
        texts(&begun),
        [
            "12180599990",
            "CUNF051130MPLRXRA2",
            "DE LA CRUZ",
            "NUNEZ",
            "MARIA FERNANDA",
            "",
            "30/11/2026"
        ]
    );
    let bajas = envio(&cut, MovementKind::Baja).id;
    assert_eq!(
        texts(&desk.open_capture(bajas).unwrap()),
        ["80150300020", "CANO", "IBARRA", "TERESA", "30/11/2026"]
    );

    desk.set(Topic::CaptureOrder, "CURP, fecha, NSS").unwrap();
    desk.set(Topic::CaptureDate, "seguida").unwrap();
    assert_eq!(
        texts(&desk.open_capture(altas).unwrap()),
        ["CUNF051130MPLRXRA2", "30112026", "12180599990"]
    );
}

/// What a power cut leaves of the register: its file and the log beside it, as they are on the disk.
fn after_a_power_cut(folder: &Path) -> (crate::day::Folder, Desk) {
    let left = crate::day::folder();
    for name in [FILE_NAME.to_owned(), format!("{FILE_NAME}-wal")] {
        fs::copy(folder.join(&name), left.path().join(&name)).unwrap();
    }
    let desk = Desk::open(left.path(), Hand::at("2026-11-21 12:00").clock()).unwrap();
    (left, desk)
}

#[test]
fn a_power_cut_loses_neither_a_row_nor_the_place_in_it() {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &first_run(), hand.clock()).unwrap();
    let (_, altas) = closed(&mut desk);
    let mut capture = desk.open_capture(altas).unwrap().capture;
    hand.move_to("2026-11-21 11:47");
    let first = capture.capture_row().unwrap();
    desk.keep_captured(altas, first, &capture).unwrap();
    for _ in 0..3 {
        capture.next_field();
        desk.keep_capture(altas, &capture).unwrap();
    }

    let (_left, mut desk) = after_a_power_cut(folder.path());
    let again = desk.open_capture(altas).unwrap();
    assert_eq!(
        again.left,
        Some(("2026-11-21T11:47:00".parse().unwrap(), "Lupita".into()))
    );
    assert_eq!(again.capture, capture);
    let row = again.capture.row().unwrap();
    assert_eq!((row.number, again.capture.captured()), (2, 1));
    let held = again.capture.on_clipboard().unwrap();
    assert_eq!(
        (held.field, held.text.as_str()),
        (CaptureField::SecondSurname, "MUNOZ")
    );
}

#[test]
fn a_step_of_the_capture_is_no_act() {
    let mut desk = desk();
    let (_, altas) = closed(&mut desk);
    let before = desk.store().reader().last_act_number().unwrap();
    let mut capture = desk.open_capture(altas).unwrap().capture;
    let first = capture.capture_row().unwrap();
    desk.keep_captured(altas, first, &capture).unwrap();
    assert_eq!(desk.store().reader().last_act_number().unwrap(), before);
    assert_eq!(desk.store().check().unwrap(), []);
}

#[test]
fn a_row_can_be_taken_back() {
    let mut desk = desk();
    let (_, altas) = closed(&mut desk);
    let mut capture = desk.open_capture(altas).unwrap().capture;
    for _ in 0..2 {
        let number = capture.capture_row().unwrap();
        desk.keep_captured(altas, number, &capture).unwrap();
    }
    assert!(desk.open_capture(altas).unwrap().capture.is_complete());
    capture.previous_row();
    let number = capture.release_row().unwrap();
    desk.keep_released(altas, number, &capture).unwrap();
    let again = desk.open_capture(altas).unwrap().capture;
    assert_eq!(again, capture);
    assert_eq!((again.captured(), again.place()), (1, Place::Field(0)));
}

#[test]
fn what_was_begun_is_told_until_it_is_recorded_as_sent() {
    let mut desk = desk();
    let (cut, altas) = closed(&mut desk);
    assert_eq!(desk.unfinished_captures().unwrap(), []);
    let mut capture = desk.open_capture(altas).unwrap().capture;
    let first = capture.capture_row().unwrap();
    desk.keep_captured(altas, first, &capture).unwrap();
    let begun = desk.unfinished_captures().unwrap();
    let [begun] = &begun[..] else { panic!("{begun:?}") };
    assert_eq!(
        (begun.dispatch, begun.cut, begun.kind, begun.captured, begun.lines),
        (altas, date("2026-11-30"), MovementKind::Alta, 1, 2)
    );

    let sent = desk.send_captured(altas, " 778 ").unwrap().sending.unwrap();
    assert_eq!(
        (sent.channel, sent.lote.as_deref(), sent.on),
        (Channel::Capture, Some("778"), date("2026-11-21"))
    );
    assert_eq!(desk.unfinished_captures().unwrap(), []);
    assert_eq!(
        desk.open_capture(altas).unwrap_err().explain().text,
        "Del corte C-2026-22 ya se registró un envío, y lo enviado no cambia. Lo que falte o esté mal entra en el \
         siguiente corte."
    );

    let bajas = envio(&cut, MovementKind::Baja).id;
    desk.open_capture(bajas).unwrap();
    assert_eq!(
        desk.send_captured(bajas, "  ").unwrap().sending.unwrap().lote,
        None
    );
}

#[test]
fn a_capture_that_was_begun_is_there_again_once_a_reopening_is_undone() {
    let mut desk = desk();
    let (cut, altas) = closed(&mut desk);
    let mut capture = desk.open_capture(altas).unwrap().capture;
    let first = capture.capture_row().unwrap();
    desk.keep_captured(altas, first, &capture).unwrap();
    desk.reopen_cut(&cut.closing.folio, "por revisar").unwrap();
    assert!(desk.open_capture(altas).is_err());
    assert_eq!(desk.unfinished_captures().unwrap(), []);
    desk.undo().unwrap();
    assert_eq!(desk.open_capture(altas).unwrap().capture, capture);

    // Closed anew it is another envío, which begins at its first row.
    desk.reopen_cut(&cut.closing.folio, "por revisar").unwrap();
    let cut = desk.close_cut(date("2026-11-30")).unwrap().cut;
    let other = envio(&cut, MovementKind::Alta).id;
    assert_ne!(other, altas);
    assert_eq!(desk.open_capture(other).unwrap().capture.captured(), 0);
}

#[test]
fn an_envio_that_went_another_way_is_no_capture_any_more() {
    let mut desk = desk();
    let (_, altas) = closed(&mut desk);
    desk.open_capture(altas).unwrap();
    desk.send(altas, &by_idse("2026-11-21", "12345")).unwrap();
    assert_eq!(desk.unfinished_captures().unwrap(), []);
    let maria = desk.find("25230457", 0).unwrap().rows[0].student.id;
    assert_eq!(desk.last_movement(maria).state, MovementState::Sent);
}
