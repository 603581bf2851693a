//! What IMSS answered, read from a file or marked by hand.

use super::*;

#[test]
fn a_line_without_answer_waits_and_a_rejected_one_is_queued_again() {
    let computer = sent(4);
    computer.hand.move_to("2026-12-02 09:00");
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("flecha arriba");
    window.press("Enter");
    window.press("Espacio");
    window.type_text("El NSS no corresponde");
    window.press("Enter");
    window.press("flecha abajo");
    window.press("Espacio");
    window.click("Sin respuesta");
    window.press("Esc");
    window.see("sin respuesta todavía");
    window.press("Ctrl+Enter");
    window.see("1 alta aceptada, 1 rechazada, 1 sin respuesta.");
    window.press("Inicio");
    window.see("Enter abre la ficha; F7 prepara otra alta.");
    window.press("F7");
    window.see("Alta en cola para el corte del 16 de diciembre.");
    let student = desk(&window).find("26230105", 0).unwrap().rows[0].student.id;
    assert!(desk(&window).last_movement(student).follows.is_some());
}

in_every_frame! {
    /// Walk 10: the list of the last closed cut on paper in four keys.
    fn the_list_of_the_last_closed_cut_is_four_keys_away() {
        let computer = sent(9);
        computer.hand.move_to("2026-12-02 09:00");
        let mut window = computer.start();
        window.count_again();
        window.press("Ctrl+3");
        window.press("flecha arriba");
        window.press("Ctrl+P");
        window.see("Folio C-2026-22");
        window.see("Altas y bajas numeradas, en Carta, con folio, sello, totales y firmas.");
        shot(&mut window, &format!("cuts-papers-{}.png", FRAME.get().height * FRAME.get().scale));
        window.press("Enter");
        assert_eq!(window.keys(), 4);
        let opened = computer.opened.lock().unwrap().clone();
        assert!(std::fs::read(&opened[0]).unwrap().starts_with(b"%PDF-"));

        window.press("Ctrl+Mayús+X");
        window.see("Exportado (Excel): ");
        window.press("Ctrl+P");
        window.press("A");
        window.see("Renglones de 168 caracteres, un archivo por envío.");
        window.press("Enter");
        window.see("Se guardaron 2 archivos (9 movimientos) en ");
        let written = std::fs::read_dir(computer.documents()).unwrap();
        let files = written.filter(|it| it.as_ref().unwrap().path().extension().unwrap() == "txt");
        assert_eq!(files.count(), 2);
    }
}

/// What IMSS answered about a cut of seventeen: two rejected, one missing, one whom nobody sent.
fn answer_file(computer: &Computer) {
    std::fs::create_dir_all(computer.downloads()).unwrap();
    let mut rows = vec!["NSS,Resultado,Motivo".to_owned()];
    for n in 0..17 {
        rows.push(match n {
            3 | 5 => format!("{},Rechazado,El nombre no coincide", good_nss(n)),
            8 => continue,
            _ => format!("{},Operado,", good_nss(n)),
        });
    }
    rows.push(format!("{},Operado,", good_nss(800)));
    std::fs::write(computer.downloads().join("respuesta.csv"), rows.join("\r\n")).unwrap();
}

in_every_frame! {
    fn a_file_of_answers_is_shown_pile_by_pile_before_it_is_recorded() {
        let computer = sent(17);
        answer_file(&computer);
        computer.hand.move_to("2026-12-02 09:00");
        let mut window = computer.start();
        window.press("Ctrl+3");
        window.press("flecha arriba");
        window.see("Leer respuesta");
        window.count_again();
        window.press("Ctrl+I");
        window.see("respuesta.csv");
        shot(&mut window, &format!("cuts-answers-files-{}.png", FRAME.get().height * FRAME.get().scale));
        window.press("Enter");
        window.see("12 altas aceptadas, 2 rechazadas. 1 sigue sin respuesta.");
        window.see("2 bajas aceptadas.");
        window.see("Respondidas que no enviamos");
        window.see("Díaz Güemes, Martín");
        shot(&mut window, &format!("cuts-answers-{}.png", FRAME.get().height * FRAME.get().scale));
        window.press("Ctrl+Enter");
        window.see("12 altas aceptadas, 2 rechazadas, 1 sin respuesta. 2 bajas aceptadas.");
        assert_eq!(window.keys(), 3);
        window.see("Aceptar 1");
        // Who was rejected says what comes next.
        window.press("Inicio");
        window.type_text("24230611");
        window.see("Compare nombre y CURP con la constancia.");
    }
}

#[test]
fn what_is_no_answer_is_told_and_another_one_can_be_chosen_or_pasted() {
    let computer = sent(3);
    computer.hand.move_to("2026-12-02 09:00");
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("flecha arriba");
    window.press("Ctrl+I");
    window.see("No hay archivos en Descargas ni en Documentos.");
    window.type_text("/no/hay.csv");
    window.press("Enter");
    window.see("hay.csv");
    window.press("Mayús+Tab");
    window.copy(&format!("NSS\tResultado\n{}\tAceptado\n", good_nss(0)));
    window.press("Ctrl+V");
    window.see("1 alta aceptada. 1 sigue sin respuesta.");
    window.press("Esc");
    window.see("Aceptar 2");
}

#[test]
fn what_was_marked_is_there_again_after_looking_somebody_up() {
    let computer = sent(9);
    computer.hand.move_to("2026-12-02 09:00");
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("flecha arriba");
    window.press("Enter");
    window.press("Espacio");
    window.type_text("El nombre no coincide");
    window.press("Enter");
    window.see("Aceptar 7, rechazar 1");
    window.press("F2");
    window.type_text("24230611");
    window.press("Enter");
    window.see("DÍAZ GÜEMES, MARTÍN");
    window.press("Ctrl+3");
    window.see("Corte del miércoles 16 de diciembre");
    window.press("flecha arriba");
    window.see("Aceptar 7, rechazar 1");
    window.see("rechazada: El nombre no coincide");
}
