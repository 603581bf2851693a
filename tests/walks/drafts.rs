//! What was being typed survives leaving, closing and crashing.

use super::*;

#[test]
fn a_draft_survives_esc_and_a_crash() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("25230457");
    window.press("Esc");
    window.press("Esc");
    window.see("Borrador guardado. F4 lo recupera.");
    window.press("F4");
    assert_eq!(window.value("numero-de-control"), "25230457");
    window.see("Borrador recuperado, de las 10:30");
    window.click_id("nombres");
    window.type_text("Begoña");
    window.send(Message::Ticked);
    drop(window);

    let mut window = computer.start();
    window.see("Encontramos un formulario sin guardar, de hoy a las 10:30.");
    shot(&mut window, "draft-found.png");
    window.press("Enter");
    assert_eq!(window.value("nombres"), "Begoña");
    assert_eq!(window.value("numero-de-control"), "25230457");
}

#[test]
fn a_draft_keeps_also_what_is_in_no_list() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.click_id("situacion");
    window.press("Ctrl+A");
    window.type_text("quizá");
    window.press("Esc");
    window.press("Esc");
    window.press("F4");
    assert_eq!(window.value("situacion"), "quizá");
}

#[test]
fn closing_writes_the_draft_and_never_asks() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("Enter");
    window.click_id("telefono");
    window.type_text("922 555 0142");
    window.send(Message::CloseRequested(iced::window::Id::unique()));
    assert!(window.is_closed());
    drop(window);

    let mut window = computer.start();
    window.press("Enter");
    window.see("Corregir: De la Cruz Núñez, María Fernanda");
    assert_eq!(window.value("telefono"), "922 555 0142");
}

#[test]
fn ctrl_z_in_a_changed_form_steps_back_through_what_was_typed() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("25230458");
    window.press("Enter");
    window.press("Enter");
    window.type_text("Ana");
    window.press("Ctrl+Z");
    assert_eq!(window.value("nombres"), "");
    assert_eq!(window.value("numero-de-control"), "25230458");
    window.press("Ctrl+Y");
    assert_eq!(window.value("nombres"), "Ana");
    for _ in 0..9 {
        window.press("Ctrl+Z");
    }
    assert_eq!(window.value("numero-de-control"), "");
    assert_eq!(
        desk(&window).count_students().unwrap(),
        1,
        "saved work is not undone behind a form"
    );
}

#[test]
fn who_only_looks_at_a_form_leaves_no_draft() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    correct(&mut window, "25230457");
    window.press("Tab");
    window.press("Esc");
    window.dont_see("Borrador guardado");
    drop(window);

    let mut window = computer.start();
    window.dont_see("Encontramos un formulario sin guardar");
}

#[test]
fn a_draft_brings_back_only_what_was_changed_in_it() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    correct(&mut window, "25230457");
    window.click_id("correo");
    window.press("Ctrl+A");
    window.type_text("otra@plantel.example");
    window.press("Ctrl+Enter");
    correct(&mut window, "25230457");
    window.click_id("telefono");
    window.type_text("922 555 0142");
    window.press("Esc");
    window.press("Ctrl+Z");
    window.press("Enter");
    window.see("Borrador recuperado");
    assert_eq!(window.value("telefono"), "922 555 0142");
    assert_eq!(window.value("correo"), "maria@plantel.example");
}

#[test]
fn ctrl_z_in_a_form_passes_over_enters_that_changed_nothing() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("2523");
    window.press("Enter");
    window.press("Enter");
    window.press("Enter");
    window.press("Ctrl+Z");
    assert_eq!(window.value("numero-de-control"), "");
    window.press("Ctrl+Z");
    window.see("En este formulario no hay nada que deshacer.");
    window.press("Ctrl+Y");
    assert_eq!(window.value("numero-de-control"), "2523");
}

#[test]
fn the_draft_of_a_record_that_is_gone_waits_until_the_record_is_back() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    correct(&mut window, "25230457");
    window.click_id("telefono");
    window.type_text("922 555 0142");
    window.press("Esc");
    window.press("Ctrl+Z");
    window.see("Se deshizo");
    drop(window);

    let mut window = computer.start();
    window.dont_see("Encontramos un formulario sin guardar");
    window.press("Ctrl+Y");
    drop(window);

    let mut window = computer.start();
    window.see("Encontramos un formulario sin guardar");
    window.press("Enter");
    assert_eq!(window.value("telefono"), "922 555 0142");
}
