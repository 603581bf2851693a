//! The Lista de cotejo by keyboard: marked, remarked, accepted, printed.

use super::*;
use ventanilla::domain::checklist::Requirement;
use ventanilla::domain::ids::StudentId;

fn maria_of(window: &Driver<Window>) -> StudentId {
    desk(window).find("25230457", 0).unwrap().rows[0].student.id
}

/// What is recorded of a row: sí or no, and the remark.
fn recorded(window: &Driver<Window>, requirement: Requirement) -> Option<(bool, String)> {
    let list = desk(window).checklist(maria_of(window)).unwrap();
    let recorded = list.row(requirement).recorded.as_ref()?;
    let remark = recorded.answer.remark.as_ref().map(|it| it.as_str().to_owned());
    Some((recorded.answer.delivered, remark.unwrap_or_default()))
}

/// With María's record open.
fn open(computer: &Computer) -> Driver<Window> {
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window
}

/// Opened, three rows marked and one remarked with 10 keys and the remark; printed with 3 more.
#[test]
fn three_papers_are_handed_in_one_is_to_come_and_the_list_is_printed() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = open(&computer);
    window.count_again();

    window.press("Ctrl+J");
    window.see("Espacio: marca o acepta · A: acepta todo · Enter: observación");
    window.see("La ficha ya lo prueba, desde el 21 nov 2026");
    window.press("flecha abajo");
    window.press("Espacio");
    window.see("Se marcó «CURP actualizada» de De la Cruz Núñez, María Fernanda.");
    window.press("flecha abajo");
    window.press("Espacio");
    window.press("flecha abajo");
    window.press("Espacio");
    window.see("Cotejo");
    window.see("3/11");
    assert_eq!(window.keys(), 7, "the list opened and three rows marked");
    shot(&mut window, "cotejo.png");

    window.press("Fin");
    window.press("Enter");
    window.see("11. Carnet o cartilla obtenido");
    assert_eq!(window.focused().as_deref(), Some("cotejo-observacion"));
    window.type_text("Lo trae el lunes");
    shot(&mut window, "cotejo-remark.png");
    window.press("Ctrl+Enter");
    window.see(
        "Se anotó «Carnet o cartilla obtenido» de De la Cruz Núñez, María Fernanda: falta, al 21 nov 2026.",
    );
    window.see("Falta, al 21 nov 2026 · Lupita · Lo trae el lunes");
    assert_eq!(window.focused().as_deref(), Some("cotejo"));
    assert_eq!(window.keys(), 10 + "Lo trae el lunes".len());

    window.count_again();
    window.press("F9");
    window.press("V");
    window.see("Una hoja Carta con los once renglones como están anotados");
    shot(&mut window, "cotejo-print.png");
    window.press("Enter");
    assert_eq!(window.keys(), 3);
    window.see("Se abrió la lista de cotejo de De la Cruz Núñez, María Fernanda, folio ");
    let opened = computer.opened.lock().unwrap().clone();
    assert_eq!(opened.len(), 1);
    let name = opened[0].file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("Lista de cotejo 25230457 2026-11-21 "), "{name}");
    assert!(std::fs::read(&opened[0]).unwrap().starts_with(b"%PDF-"));

    assert_eq!(
        recorded(&window, Requirement::Enrolment),
        Some((true, "AGO-DIC 2026, según la ficha".into()))
    );
    assert_eq!(
        recorded(&window, Requirement::Declaration),
        Some((true, String::new()))
    );
    assert_eq!(
        recorded(&window, Requirement::Carnet),
        Some((false, "Lo trae el lunes".into()))
    );
    assert_eq!(recorded(&window, Requirement::AssignedNss), None);
}

#[test]
fn one_key_accepts_all_that_the_record_proves_and_one_undo_takes_it_back() {
    let computer = Computer::with(&[day::confirmed(maria(), "12/8/2026")]);
    let mut window = open(&computer);
    window.count_again();
    window.press("Ctrl+J");
    window.press("A");
    window.see("Se aceptaron 3 renglones que la ficha prueba, de De la Cruz Núñez, María Fernanda.");
    assert_eq!(window.keys(), 2);
    window.see("Entregado el 12 ago 2026 · Lupita · constancia del NSS");
    assert_eq!(
        recorded(&window, Requirement::CurrentCurp),
        Some((true, String::new()))
    );

    // Nothing is left to accept, and the letter is no longer shown.
    window.see("Espacio: entregado hoy, o acepta lo propuesto · Enter: observación");
    window.press("Ctrl+Z");
    window.see("Se deshizo la anotación del cotejo de De la Cruz Núñez, María Fernanda.");
    assert_eq!(recorded(&window, Requirement::CurrentCurp), None);
}

#[test]
fn the_dialog_of_a_row_keeps_what_was_typed_until_it_is_right() {
    let computer = Computer::with(&[maria()]);
    let mut window = open(&computer);
    window.press("Ctrl+J");
    window.press("AvPág");
    window.press("Enter");
    window.type_text(&"x".repeat(81));
    window.see("La observación lleva hasta 80 letras; aquí hay 81. Abréviela.");
    window.press("Ctrl+Enter");
    assert_eq!(window.focused().as_deref(), Some("cotejo-observacion"));
    window.press("Retroceso");
    window.click_id("cotejo-fecha");
    window.press("Ctrl+A");
    window.type_text("22/11/2026");
    window.see("La fecha no puede ser posterior a hoy; aquí dice 22 de noviembre de 2026.");
    window.press("Ctrl+Enter");
    assert_eq!(window.focused().as_deref(), Some("cotejo-fecha"));
    window.press("Ctrl+A");
    window.type_text("-2");
    window.press("Ctrl+Enter");
    window.see("Falta, al 19 nov 2026");

    window.press("Enter");
    window.press("Esc");
    assert_eq!(window.focused().as_deref(), Some("cotejo"), "back on its row");
    window.press("Espacio");
    assert_eq!(
        recorded(&window, Requirement::Carnet),
        Some((true, String::new()))
    );
    window.press("Espacio");
    window.see("Se quitó la marca de «Carnet o cartilla obtenido», de De la Cruz Núñez, María Fernanda.");
    assert_eq!(recorded(&window, Requirement::Carnet), None);
}

#[test]
fn without_a_record_in_view_the_key_says_what_to_do() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+J");
    window.see("Elija a una persona de la lista, o búsquela con F2.");
    window.press("F4");
    window.press("Ctrl+J");
    window.see("Guarde primero la ficha con Ctrl+Enter");
    window.dont_see("Lista de cotejo");
}

/// In the smallest window, and larger letters in a larger one, the last row is reached and read.
#[test]
fn the_last_row_is_reached_where_there_is_little_room() {
    for (width, height, zoom) in [(1024.0, 640.0, 0), (1366.0, 768.0, 2)] {
        let computer = Computer::with(&[maria()]);
        let mut window = computer.start();
        window.resize(width, height);
        for _ in 0..zoom {
            window.press("Ctrl++");
        }
        window.press("F2");
        window.type_text("25230457");
        window.press("Enter");
        window.press("Ctrl+J");
        window.press("Fin");
        window.press("Espacio");
        assert_eq!(
            recorded(&window, Requirement::Carnet),
            Some((true, String::new()))
        );
        window.see("Entregado el 21 nov 2026 · Lupita");
        shot(&mut window, &format!("cotejo-{width}-{zoom}.png"));
    }
}
