//! A file of answers held against a closed cut.

use super::{by_idse, date, desk_with_a_clock, envio, four_queued};
use crate::day::{Day, juan};
use ventanilla::desk::{ClosedCut, Desk};
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::movement::{MovementKind, MovementState};
use ventanilla::domain::rejection::Fix;
use ventanilla::exchange::answers::{self, AnswerSheet};
use ventanilla::exchange::workbook;

const MARIA: &str = "12180599990";
const JUAN: &str = "03190412340";
const TERESA: &str = "80150300020";

fn read(text: &str) -> AnswerSheet {
    answers::read(&workbook::read_bytes("acuse.csv", text.as_bytes()).unwrap()).unwrap()
}

/// The cut of 30 November, closed, and both envíos sent on the 21st.
fn sent(desk: &mut Desk) -> ([StudentId; 4], ClosedCut) {
    let students = four_queued(desk);
    let cut = desk.close_cut(date("2026-11-30")).unwrap().cut;
    for kind in MovementKind::ALL {
        desk.send(envio(&cut, kind).id, &by_idse("2026-11-21", "12345"))
            .unwrap();
    }
    (students, desk.cut_by_folio("C-2026-22").unwrap())
}

#[test]
fn each_envio_is_one_act_with_the_day_that_the_file_names() {
    let (mut desk, hand) = desk_with_a_clock();
    let ([maria, juan, teresa, _], cut) = sent(&mut desk);
    hand.move_to("2026-12-04 09:00");
    let sheet = read(&format!(
        "NSS,Resultado,Causa,Fecha de respuesta\n{MARIA},Aceptado,,2026-12-01\n{JUAN},Rechazado,Filtro 118,2026-12-02\n{TERESA},\
         Aceptado,,\n"
    ));
    let matching = desk.match_answers(&cut, &sheet).unwrap();
    assert_eq!((matching.answered(), matching.leaves_over()), (3, false));
    assert_eq!(
        desk.last_movement(maria).state,
        MovementState::Sent,
        "a look records nothing"
    );
    let envios = desk.record_matching(&matching, None).unwrap();
    assert_eq!(envios.len(), 2);
    assert_eq!(desk.last_movement(juan).answered_on, Some(date("2026-12-02")));
    assert_eq!(desk.last_movement(teresa).answered_on, Some(date("2026-12-04")));
    // Two acts: the bajas are taken back first.
    desk.undo().unwrap();
    assert_eq!(desk.last_movement(teresa).state, MovementState::Sent);
    assert_eq!(desk.last_movement(maria).state, MovementState::Accepted);
}

#[test]
fn the_causes_that_the_office_has_used_come_first_and_once() {
    let (mut desk, hand) = desk_with_a_clock();
    let seed = desk.rejection_causes().unwrap();
    assert_eq!(seed.first().unwrap().text, "NSS incorrecto");
    assert_eq!(seed.last().unwrap().text, "Otra causa");
    assert!(seed.iter().all(|cause| cause.used == 0));

    let (_, cut) = sent(&mut desk);
    hand.move_to("2026-12-04 09:00");
    let sheet = read(&format!(
        "NSS,Resultado,Causa\n{MARIA},Rechazado,Movimiento duplicado\n{JUAN},Rechazado,Filtro 118\n{TERESA},Rechazado,FILTRO \
         118\n"
    ));
    let matching = desk.match_answers(&cut, &sheet).unwrap();
    desk.record_matching(&matching, None).unwrap();
    let causes = desk.rejection_causes().unwrap();
    let first: Vec<_> = causes
        .iter()
        .take(2)
        .map(|cause| (cause.text.to_uppercase(), cause.used, cause.fix))
        .collect();
    assert_eq!(
        first,
        [
            ("FILTRO 118".to_owned(), 2, Fix::AskSubdelegacion),
            ("MOVIMIENTO DUPLICADO".to_owned(), 1, Fix::DoNotRepeat)
        ]
    );
    // The seed has that cause too: it is not offered twice.
    assert_eq!(causes.len(), seed.len() + 1);
}

#[test]
fn an_answer_about_somebody_of_another_cut_is_nobody_s() {
    let (mut desk, hand) = desk_with_a_clock();
    let (_, cut) = sent(&mut desk);
    hand.move_to("2026-12-01 09:00");
    let late = desk.enroll(&ventanilla::domain::entry::Entry {
        identifier: "24230319".into(),
        nss: "48190600428".into(),
        curp: "SAXL030809HPLNXSA9".into(),
        given_names: "Luis Ángel".into(),
        first_surname: "de los Santos".into(),
        second_surname: String::new(),
        ..juan()
    });
    desk.queue_alta(late).unwrap();
    let sheet = read(&format!(
        "NSS,Tipo de movimiento,Resultado\n48190600428,08,Aceptado\n{MARIA},02,Aceptado\n"
    ));
    let matching = desk.match_answers(&cut, &sheet).unwrap();
    // Hers was an alta: an answer about a baja is not its answer.
    assert_eq!((matching.not_sent.len(), matching.answered()), (2, 0));
    assert!(desk.record_matching(&matching, None).unwrap().is_empty());
}
