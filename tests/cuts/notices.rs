//! Avisos por correo: whoever has an alta accepted in a cut, and that they were told.

use super::{by_idse, date, desk_with_a_clock, envio, four_queued};
use crate::day::Day;
use ventanilla::desk::{Answer, Desk, Explain, ExportError, Outcome, Refusal};
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::movement::{MovementKind, MovementState};
use ventanilla::domain::notice::Notices;
use ventanilla::domain::settings::Topic;
use ventanilla::exchange::workbook;

/// The cut of 30 November, closed and sent that day; María's and Juan's altas are answered on 2 December.
fn answered() -> (Desk, [StudentId; 4]) {
    let (mut desk, hand) = desk_with_a_clock();
    let students = four_queued(&mut desk);
    hand.move_to("2026-11-30 12:00");
    let cut = desk.close_cut(date("2026-11-30")).unwrap().cut;
    let altas = envio(&cut, MovementKind::Alta).id;
    desk.send(altas, &by_idse("2026-11-30", "12345")).unwrap();
    hand.move_to("2026-12-02 09:15");
    let answers: Vec<Answer> = students[..2]
        .iter()
        .map(|student| Answer {
            movement: desk.last_movement(*student).id,
            outcome: Outcome::Accepted,
        })
        .collect();
    desk.record_answers(altas, &answers, date("2026-12-02")).unwrap();
    (desk, students)
}

fn of(desk: &Desk) -> Notices {
    desk.notices_of("c-2026-22").unwrap()
}

#[test]
fn only_accepted_altas_are_told_and_only_who_has_an_address() {
    let (desk, [maria, juan, ..]) = answered();
    let notices = of(&desk);
    let who: Vec<StudentId> = notices.all.iter().map(|notice| notice.student).collect();
    assert_eq!(
        who,
        [maria, juan],
        "by name; neither the baja nor what was set aside"
    );
    assert_eq!(notices.lots(), [["maria@plantel.example"]]);
    let without: Vec<StudentId> = notices.without_address().iter().map(|it| it.student).collect();
    assert_eq!(without, [juan]);
    assert!(matches!(desk.notices_of("C-2026-99"), Err(Refusal::Cut(_))));
}

#[test]
fn the_sheet_for_the_mail_merge_has_a_text_for_each() {
    let (mut desk, _) = answered();
    let folder = crate::day::folder();
    let file = folder.path().join("avisos.xlsx");
    let notices = of(&desk);
    let exported = desk
        .export_notices(&notices, |name, bytes| {
            assert!(name.starts_with("Avisos del corte 2026-11-30 "), "{name}");
            std::fs::write(&file, bytes).unwrap();
            Ok(file.clone())
        })
        .unwrap();
    assert_eq!(exported.rows, 1);
    let book = workbook::read(&file).unwrap();
    let rows = &book.sheets[0].rows;
    let cells = |row: usize| -> Vec<String> { rows[row].iter().map(|cell| cell.text.clone()).collect() };
    assert_eq!(
        cells(0),
        ["correo", "nombre", "matrícula", "corte", "ventana", "texto"]
    );
    let told = cells(1);
    assert_eq!(
        told[..3],
        [
            "maria@plantel.example",
            "María Fernanda de la Cruz Núñez",
            "25230457"
        ]
    );
    assert_eq!(told[4], "entre el martes 1 y el jueves 3 de diciembre");
    assert!(
        told[5]
            .starts_with("María Fernanda de la Cruz Núñez: su alta del seguro facultativo IMSS fue aceptada")
    );
    // What left is not undone.
    assert!(matches!(desk.undo(), Err(Refusal::Undo(_))));
}

#[test]
fn the_office_writes_its_own_text() {
    let (mut desk, _) = answered();
    desk.set(Topic::NoticeText, "{matricula}, {ventana}.").unwrap();
    let notices = of(&desk);
    assert_eq!(
        desk.notice_text(&notices.all[0]),
        "25230457, entre el martes 1 y el jueves 3 de diciembre."
    );
    assert!(desk.set(Topic::NoticeText, " ").is_err());
}

#[test]
fn that_they_were_told_is_one_act_and_stands_in_the_record() {
    let (mut desk, [maria, juan, ..]) = answered();
    assert_eq!(desk.record_notices(&of(&desk)).unwrap(), 1);
    assert!(desk.last_notice(maria).unwrap().is_some());
    assert_eq!(
        desk.last_notice(juan).unwrap(),
        None,
        "without address nobody was told"
    );
    let told = desk.record_notices(&of(&desk)).unwrap_err();
    assert_eq!(
        told.explain().text,
        "Los avisos de ese corte ya están registrados como enviados; no hay a quién más anotar."
    );
    let (history, _) = desk.history(maria, 1).unwrap();
    assert_eq!(
        history[0].line(),
        "Lupita anotó el aviso por correo de su alta aceptada"
    );

    // An address that comes later is told later.
    let mut with_mail = crate::day::juan();
    with_mail.email = "juan@plantel.example".into();
    desk.correct(juan, &with_mail.particulars(desk.today()).unwrap())
        .unwrap();
    assert_eq!(of(&desk).lots(), [["juan@plantel.example"]]);
    assert_eq!(desk.record_notices(&of(&desk)).unwrap(), 1);
    desk.undo().unwrap();
    assert_eq!(desk.last_notice(juan).unwrap(), None);
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(desk.last_notice(maria).unwrap(), None);
    assert_eq!(desk.last_movement(maria).state, MovementState::Accepted);
    assert_eq!(desk.store().check().unwrap(), []);
}

#[test]
fn where_nobody_has_an_address_it_is_said() {
    let (mut desk, [maria, ..]) = answered();
    let mut silent = crate::day::maria();
    silent.email = String::new();
    desk.correct(maria, &silent.particulars(desk.today()).unwrap())
        .unwrap();
    let notices = of(&desk);
    assert!(matches!(
        desk.record_notices(&notices),
        Err(Refusal::NobodyToTell)
    ));
    let refused = desk.export_notices(&notices, |_, _| unreachable!("nothing is written"));
    assert!(matches!(
        refused,
        Err(ExportError::Refused(Refusal::NobodyToTell))
    ));
}
