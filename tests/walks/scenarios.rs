//! The scenarios of the desk, with their budget of keys.

use super::*;

/// A constancia is read at the window: F12, V, Ctrl+Enter.
#[test]
fn what_a_constancia_says_is_recorded_with_its_date() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.count_again();
    window.press("F12");
    window.see("sábado 21 de noviembre de 2026");
    window.press("Ctrl+Enter");
    window.see("Elija lo que dice el documento: V, vigente; N, no vigente.");
    window.press("V");
    window.see("Se anotará: VIGENTE según constancia del 21 nov 2026 · la vio Lupita.");
    shot(&mut window, "vigencia.png");
    window.press("Ctrl+Enter");
    assert!(window.keys() <= 4, "{} keys", window.keys());
    window.see("Se guardó la vigencia de De la Cruz Núñez, María Fernanda: VIGENTE al 21 nov 2026.");
    window.see("Vigente · 21 nov");
    window.see("Lupita registró VIGENTE según constancia del 21 nov 2026");

    window.press("Ctrl+Z");
    window.see("Se deshizo la vigencia de De la Cruz Núñez, María Fernanda.");
    window.see("Sin dato");
}

#[test]
fn a_consultation_that_has_not_come_is_not_recorded() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F12");
    window.press("N");
    window.click_id("vigencia-fecha");
    window.press("Ctrl+A");
    window.type_text("01/12/2026");
    window.see("La fecha de la consulta no puede ser posterior a hoy; aquí dice 1 de diciembre de 2026.");
    window.press("Ctrl+Enter");
    assert_eq!(window.focused().as_deref(), Some("vigencia-fecha"));
    window.press("Ctrl+A");
    window.type_text("-3");
    window.press("Ctrl+Enter");
    window.see("No vigente · 18 nov");
}

in_every_frame! {
    /// Walk 3 for one student: a baja with its motive in 13 keys.
    fn a_graduate_is_queued_for_a_baja() {
        let computer = Computer::with(&[maria(), juan()]);
        let mut window = computer.start();
        window.count_again();
        window.press("F2");
        window.type_text("24230318");
        window.press("Enter");
        window.press("F8");
        window.see("No consta un alta de esta persona.");
        shot(&mut window, "baja.png");
        window.press("E");
        window.press("Ctrl+Enter");
        window.see("Baja en cola para el corte del 30 de noviembre.");
        window.see("Deshacer: Ctrl+Z");
        assert!(window.keys() <= 13, "{} keys", window.keys());

        let student = desk(&window).find("24230318", 0).unwrap().rows[0].student.id;
        assert_eq!(
            desk(&window).last_movement(student).motive,
            Some(BajaMotive::Graduation)
        );
    }
}

#[test]
fn the_dialog_of_a_baja_asks_for_its_motive_keeps_tab_inside_and_gives_the_focus_back() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F8");
    window.press("Ctrl+Enter");
    window.see("Elija el motivo de la baja con la letra o las flechas.");
    for _ in 0..8 {
        window.press("Tab");
        assert_ne!(window.focused().as_deref(), Some("lista"));
        assert_ne!(window.focused().as_deref(), Some("buscar"));
    }
    window.press("Esc");
    assert_eq!(window.focused().as_deref(), Some("lista"));
    assert_eq!(desk(&window).next_cut_count().unwrap().total(), 0);
}

in_every_frame! {
    /// Walk 11, typed: the summary in 12 keys.
    fn a_student_asks_for_the_summary() {
        let computer = Computer::with(&[maria(), juan()]);
        let mut window = computer.start();
        window.count_again();
        window.press("F2");
        window.type_text("25230457");
        window.press("Enter");
        window.press("F9");
        shot(&mut window, "print.png");
        window.press("Enter");
        assert!(window.keys() <= 12, "{} keys", window.keys());
        window.see("Se abrió el resumen de De la Cruz Núñez, María Fernanda, folio ");

        let opened = computer.opened.lock().unwrap().clone();
        assert_eq!(opened.len(), 1);
        assert!(opened[0].starts_with(computer.documents()));
        assert!(std::fs::read(&opened[0]).unwrap().starts_with(b"%PDF-"));
        window.see("Lupita imprimió el resumen, folio ");
    }
}

#[test]
fn without_a_viewer_the_status_bar_shows_the_path() {
    let mut computer = Computer::with(&[maria()]);
    computer.has_viewer = false;
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F9");
    window.press("Enter");
    window.see(&format!("El resumen está en {}", computer.documents().display()));
}

#[test]
fn undo_and_redo_say_what_they_did_also_after_a_restart() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F7");
    drop(window);

    let mut window = computer.start();
    window.press("Ctrl+Z");
    window.see("Se deshizo el alta de De la Cruz Núñez, María Fernanda.");
    window.press("Ctrl+Y");
    window.see("Se rehízo el alta de De la Cruz Núñez, María Fernanda.");
    window.press("Ctrl+Y");
    window.see("No hay nada que rehacer");
    window.see("Corte 30 nov (lun) · faltan 9 días · 1 alta, 0 bajas");
}

#[test]
fn a_queued_movement_is_cancelled_from_the_record_and_from_the_cut() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F7");
    window.press("Supr");
    window.see("Se canceló el alta del corte del 30 de noviembre.");
    window.press("F7");
    window.press("Ctrl+3");
    window.see("Corte del lunes 30 de noviembre");
    window.see("1 alta, 0 bajas");
    window.see("la Ñ irá como N");
    shot(&mut window, "cut.png");
    window.press("Supr");
    window.see("No hay movimientos para este corte. Los que agregue hasta el 30 de noviembre entrarán aquí.");
    window.press("Ctrl+Z");
    window.see("1 alta, 0 bajas");
    window.press("Enter");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
}

#[test]
fn a_record_is_corrected_and_its_history_says_so() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("Enter");
    window.see("Corregir: De la Cruz Núñez, María Fernanda");
    window.click_id("telefono");
    window.type_text("922 555 0142");
    window.press("Ctrl+Enter");
    window.see("Se guardó a De la Cruz Núñez, María Fernanda.");
    window.see("Lupita corrigió teléfono: 922 555 0142");
}

#[test]
fn urgent_is_said_of_the_cut_that_the_movement_is_in() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.press("F7");
    computer.hand.move_to("2026-12-02 09:00");
    window.press("U");
    window.see("Marcada urgente. Lo más pronto: corte del 30 nov;");
}
