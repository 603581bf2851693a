//! What of a closed cut leaves the program comes out the same, whatever was changed since.

use std::path::PathBuf;

use super::{date, desk_with_a_clock, envio, four_queued};
use crate::day::{desk, maria};
use ventanilla::desk::{Desk, Explain};
use ventanilla::domain::movement::MovementKind;
use ventanilla::domain::settings::Topic;

/// The bytes that a paper would be written with.
fn bytes<T, E: std::fmt::Debug>(
    leave: impl FnOnce(&mut dyn FnMut(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>) -> Result<T, E>,
) -> Vec<u8> {
    let mut kept = Vec::new();
    leave(&mut |name, bytes| {
        kept = bytes.to_vec();
        Ok(PathBuf::from(name))
    })
    .unwrap();
    kept
}

/// All four papers of the cut of 30 November.
fn papers(desk: &mut Desk) -> [Vec<u8>; 4] {
    let cut = desk.closed_cut(date("2026-11-30")).unwrap().unwrap();
    let altas = envio(&cut, MovementKind::Alta).clone();
    [
        bytes(|write| desk.print_closed_cut(&cut, write)),
        bytes(|write| desk.export_closed_cut(&cut, write).map_err(Box::new)),
        bytes(|write| desk.print_letter(&cut, write)),
        bytes(|write| desk.write_records(&cut, &altas, write)),
    ]
}

#[test]
fn every_paper_is_the_same_months_later() {
    let (mut desk, hand) = desk_with_a_clock();
    let [who, ..] = four_queued(&mut desk);
    desk.close_cut(date("2026-11-30")).unwrap();
    let first = papers(&mut desk);

    hand.move_to("2027-03-02 13:45");
    let mut renamed = maria();
    renamed.given_names = "Fernanda".into();
    let renamed = renamed.particulars(desk.today()).unwrap();
    desk.correct(who, &renamed).unwrap();
    for (topic, text) in [
        (Topic::CampusName, "Otro nombre"),
        (Topic::Signer, "Beto Luna"),
        (Topic::Registros, "Z99-00001-32-9"),
        (Topic::Enye, "conservar"),
        (Topic::Careers, "IIND-2010-227 Industrial"),
    ] {
        desk.set(topic, text).unwrap();
    }
    desk.attend("Beto").unwrap();
    let later = papers(&mut desk);
    for (at, (first, later)) in first.iter().zip(&later).enumerate() {
        assert!(first == later, "paper {at} is another one");
    }
}

#[test]
fn the_file_has_a_record_of_168_and_a_line_end_for_each_movement() {
    let mut desk = desk();
    four_queued(&mut desk);
    desk.close_cut(date("2026-11-30")).unwrap();
    let [.., file] = papers(&mut desk);
    let text = String::from_utf8(file).unwrap();
    let records: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(records.iter().map(|it| it.len()).collect::<Vec<_>>(), [168, 168]);
    assert!(
        records[0].starts_with("Z990000032012180599990DE LA CRUZ"),
        "{}",
        records[0]
    );
    assert!(records[0].contains("30112026"), "{}", records[0]);
}

#[test]
fn a_cut_that_is_printed_is_not_undone_but_reopened() {
    let mut desk = desk();
    four_queued(&mut desk);
    desk.close_cut(date("2026-11-30")).unwrap();
    papers(&mut desk);
    for _ in 0..4 {
        assert!(
            desk.undo()
                .unwrap_err()
                .explain()
                .text
                .starts_with("Lo impreso o exportado")
        );
    }
    let refusal = desk.undo().unwrap_err().explain().text;
    assert_eq!(
        refusal,
        "No se deshizo el cierre del corte: ya se imprimió o se exportó. Para cambiarlo, reábralo en Cortes con su motivo. \
         Ctrl+Z otra vez deshace lo anterior."
    );
    desk.reopen_cut("C-2026-22", "faltó uno").unwrap();
}
