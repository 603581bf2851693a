//! Ctrl+9 and Ctrl+L: what the office decides, and who is at the window.

use super::*;
use ventanilla::domain::cutoff::WindowLimits;
use ventanilla::domain::settings::Topic;

/// To the settings, down to «Plazos y evidencia», into its settings: 5 keys.
fn open_limits(window: &mut Driver<Window>) {
    for key in ["Ctrl+9", "flecha abajo", "flecha abajo", "flecha abajo", "Enter"] {
        window.press(key);
    }
    window.see("Plazo de actualización");
}

#[test]
fn a_setting_is_changed_confirmed_and_taken_back_by_keyboard_alone() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.count_again();

    open_limits(&mut window);
    window.press("Enter");
    window.see("Valor de inicio: De 1 a 3 días corridos");
    window.type_text("5-2");
    window.press("Enter");
    window.see("El segundo número (2) no puede ser menor que el primero (5).");
    shot(&mut window, "setting.png");
    window.press("Ctrl+A");
    window.type_text("2-5");
    window.press("Enter");
    assert!(window.keys() <= 16, "{} keys", window.keys());
    assert_eq!(desk(&window).window_limits(), WindowLimits { first: 2, last: 5 });
    window.see("Se guardó «Plazo de actualización»");

    window.count_again();
    window.press("Espacio");
    assert_eq!(window.keys(), 1);
    window.see("Lo confirmó Lupita el 21 nov 2026.");
    shot(&mut window, "settings.png");
    assert!(
        !desk(&window)
            .settings()
            .entry(Topic::Window)
            .awaits_confirmation()
    );

    window.press("Ctrl+Z");
    assert!(
        desk(&window)
            .settings()
            .entry(Topic::Window)
            .awaits_confirmation()
    );
    window.press("Ctrl+Z");
    assert_eq!(desk(&window).window_limits(), WindowLimits::default());
}

#[test]
fn items_of_a_list_are_added_and_taken_out_row_by_row() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("Ctrl+9");
    for _ in 0..4 {
        window.press("flecha abajo");
    }
    window.press("Enter");
    window.see("Agregar un día inhábil");
    window.see("Navidad");
    window.press("Enter");
    window.type_text("30/11/2026 Aniversario");
    window.press("Enter");
    window.see("30 de noviembre de 2026 · Aniversario");
    shot(&mut window, "closed-days.png");
    assert_eq!(desk(&window).settings().closed_days().len(), 1);
    window.press("Supr");
    assert_eq!(desk(&window).settings().closed_days().len(), 0);
    window.press("Ctrl+Z");
    assert_eq!(desk(&window).settings().closed_days().len(), 1);
}

/// Ctrl+L, the initial, Enter.
#[test]
fn another_clerk_takes_the_window_in_three_keys() {
    let computer = Computer::with(&[maria()]);
    let mut other = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    other.set(Topic::Clerks, "Lupita; Marta; Martín").unwrap();
    drop(other);
    let mut window = computer.start();
    window.count_again();
    window.press("Ctrl+L");
    window.press("m");
    window.press("Enter");
    assert_eq!(window.keys(), 3);
    assert_eq!(desk(&window).clerk(), "Marta");
    window.see("Ahora atiende Marta.");

    // Two of the same initial take turns.
    window.press("Ctrl+L");
    window.see("¿Quién atiende? Escriba la inicial.");
    window.press("m");
    shot(&mut window, "clerk.png");
    window.press("Enter");
    assert_eq!(desk(&window).clerk(), "Martín");
}

#[test]
fn the_settings_are_whole_in_the_smallest_window() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.resize(1024.0, 640.0);
    open_limits(&mut window);
    window.see("Evidencia reciente y por renovar");
    shot(&mut window, "settings-small.png");
}
