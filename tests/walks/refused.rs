//! What goes wrong, in words.

use super::*;

#[test]
fn a_register_that_cannot_be_opened_says_why() {
    let computer = Computer::with(&[maria()]);
    let first = computer.start();
    let mut second = computer.start();
    second.see("Ventanilla ya está abierta en esta computadora. Use esa ventana; esta se cerrará.");
    second.press("Enter");
    assert!(second.is_closed());
    drop(first);

    std::fs::write(computer.data().join("ventanilla.db"), "esto no es una base").unwrap();
    let mut window = computer.start();
    window.see("está dañado o no es un registro de Ventanilla, y no se tocó.");
    shot(&mut window, "refused.png");
}

#[test]
fn a_folder_that_cannot_be_written_loses_nothing_and_says_so() {
    let computer = Computer::new();
    std::fs::write(computer.data(), "a file where the folder should be").unwrap();
    let mut window = computer.start();
    window.press("Enter");
    window.type_text("Lupita");
    window.press("Enter");
    window.see("No se puede escribir en");
}
