//! Ctrl+M, the modo mostrador: who stands before the screen reads no whole NSS or CURP of anybody.

use super::*;

const NSS: &str = "12-18-05-9999-0";
const CURP: &str = "CUNF 051130 M PL RXR A2";

in_every_frame! {
    fn one_key_masks_the_numbers_of_a_record_and_the_same_one_shows_them() {
        let computer = Computer::with(&[maria(), juan()]);
        let mut window = computer.start();
        window.press("F2");
        window.type_text("25230457");
        window.press("Enter");
        window.see(NSS);
        window.see(CURP);
        window.dont_see("Mostrador");

        window.count_again();
        window.press("Ctrl+M");
        assert_eq!(window.keys(), 1);
        window.dont_see(NSS);
        window.dont_see(CURP);
        window.see("…9990");
        window.see("…RXRA2");
        window.see("Ctrl+M");
        window.see("Modo mostrador: el NSS y la CURP se ven con sus últimos dígitos.");
        shot(&mut window, &format!("mostrador-{}.png", FRAME.get().width / FRAME.get().scale));

        window.press("Ctrl+M");
        window.see(NSS);
        window.see(CURP);
        window.see("Ctrl+M los oculta");
    }
}

#[test]
fn also_a_doubtful_number_and_the_one_of_a_document_are_masked() {
    let mut doubtful = maria();
    doubtful.nss = "12180599991".into();
    doubtful.curp = "CUNF051130MPLRXRA9".into();
    let computer = Computer::with(&[doubtful]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.see("12180599991");
    window.see("CUNF051130MPLRXRA9");
    window.press("Ctrl+M");
    window.dont_see("12180599991");
    window.dont_see("CUNF051130MPLRXRA9");
    window.see("…9991");
    window.see("…RXRA9");
    window.see("por confirmar");

    window.press("F12");
    window.dont_see("12180599991");
    window.see("NSS …9991");
    // To compare with the document, without leaving what was typed.
    window.type_text("v");
    window.press("Ctrl+M");
    window.see("NSS 12180599991");
    window.press("Ctrl+M");
    window.dont_see("12180599991");
    window.press("Ctrl+Enter");
    window.see("VIGENTE");
}

/// A form holds what the person at the window is just saying: it is typed, read back, and gone with Ctrl+Enter.
#[test]
fn what_is_being_typed_stays_readable() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+M");
    correct(&mut window, "25230457");
    assert_eq!(window.value("nss").replace('-', ""), "12180599990");
    window.press("Esc");
    window.dont_see(NSS);
}

#[test]
fn it_is_there_again_at_the_next_start_and_no_undo_takes_it_off() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+M");
    drop(window);

    // Whoever closed the window in front of others finds it as it was.
    let mut window = computer.start();
    window.see("Mostrador");
    window.press("Ctrl+Z");
    assert_eq!(desk(&window).count_students().unwrap(), 0);
    window.see("Mostrador");
    window.press("Ctrl+M");
    window.dont_see("Mostrador");
}
