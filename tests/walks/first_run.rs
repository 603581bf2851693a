//! The first run: campus, clerk, and a folder that can't be written.

use super::*;

#[test]
fn the_first_run_asks_for_campus_and_clerk_and_creates_the_register() {
    let computer = Computer::new();
    let mut window = computer.start();
    window.see("Le damos la bienvenida a Ventanilla");
    window.see("Plantel Tehuacán");
    shot(&mut window, "first-run.png");

    window.press("flecha abajo");
    window.press("Enter");
    window.press("Enter");
    window.see("Escriba su nombre: aparece en la historia y en lo que se imprime.");
    window.type_text("Lupita");
    window.press("Enter");

    window.see("Aún no hay estudiantes. Importe una hoja de Excel (Ctrl+I) o registre al primero (F4).");
    window.see("Corte 30 nov (lun) · faltan 9 días · sin movimientos");
    assert_eq!(desk(&window).campus().preset, "tehuacan");
    assert!(computer.data().join("ventanilla.db").exists());
    shot(&mut window, "empty.png");
}

#[test]
fn another_campus_writes_its_own_name() {
    let computer = Computer::new();
    let mut window = computer.start();
    window.press("Fin");
    window.press("Enter");
    window.type_text("Plantel Peñasco");
    window.press("Enter");
    window.type_text("Núria");
    window.press("Ctrl+Enter");
    assert_eq!(desk(&window).campus().name, "Plantel Peñasco");
    assert_eq!(desk(&window).clerk(), "Núria");
}
