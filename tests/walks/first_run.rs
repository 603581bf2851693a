//! The first run: campus, clerk, and a folder that can't be written.

use ventanilla::domain::settings::Topic;

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

/// The old PC as it was, with a copy on the stick that is plugged into the new one: sealed to the office's key.
fn stick_of_the_old_pc(new: &Computer) -> String {
    use ventanilla::store::places;
    use ventanilla::store::sealed::OfficeKey;

    let old = Computer::with(&[maria(), juan()]);
    let desk = Desk::open(&old.data(), old.hand.clock()).unwrap();
    let copied = desk.copy_now().unwrap().make().unwrap();
    let key = OfficeKey::make();
    std::fs::create_dir_all(new.stick()).unwrap();
    let folder = places::prepare(&new.stick()).unwrap();
    places::place(&copied.copied, &folder, &key.recipient(), desk.today()).unwrap();
    key.groups().join(" ")
}

in_every_frame! {
    /// Walk 8, from the last automatic copy: the secret is not counted, and is asked for last.
    fn the_pc_is_replaced() {
        let computer = Computer::new();
        computer.hand.move_to("2026-11-22 09:00");
        let key = stick_of_the_old_pc(&computer);
        let mut window = computer.start();
        window.see("Tengo una copia");
        window.see("Plantel Ejemplo, 2 estudiantes, íntegra");
        window.see("Último cambio: 21 nov 10:30");
        shot(&mut window, &format!("first-run-with-copy-{}.png", FRAME.get().width / FRAME.get().scale));
        window.count_again();
        window.press("C");
        window.press("Enter");
        window.see("Esta copia está cifrada: se abre con la clave de la hoja de rescate");
        see_whole(&mut window, "first-run-key", Scheme::Light);
        let before = window.keys();
        window.type_text(&key);
        let of_the_secret = window.keys() - before;
        window.press("Enter");
        window.see("La copia se abrió, se revisó y coincide con su manifiesto.");
        see_whole(&mut window, "first-run-copy", Scheme::Light);
        window.press("Enter");
        assert!(window.keys() - of_the_secret <= 6, "{} keys", window.keys() - of_the_secret);
        window.see("Se restauró la copia del 21 nov 2026 10:30: 2 estudiantes. Puede seguir trabajando.");
        assert_eq!(desk(&window).campus().name, "Plantel Ejemplo");
        assert_eq!(desk(&window).clerk(), "Lupita");
        window.press("Esc");
        window.press("F2");
        window.type_text("25230457");
        window.press("Enter");
        window.press("F7");
        window.see("Alta en cola para el corte del 30 de noviembre.");
    }
}

#[test]
fn another_key_and_a_slip_in_it_are_told_and_nothing_is_made() {
    use ventanilla::store::sealed::OfficeKey;

    let computer = Computer::new();
    let key = stick_of_the_old_pc(&computer);
    let mut window = computer.start();
    window.press("C");
    window.press("Enter");
    window.type_text(&key[..key.len() - 6]);
    window.press("Enter");
    window.see("La clave de la hoja lleva 58 letras y cifras; aquí hay");
    window.press("Ctrl+A");
    window.type_text(&OfficeKey::make().groups().join(" "));
    window.press("Enter");
    window.see("Esta clave no abre esta copia, y nada cambió.");
    assert!(!computer.data().join("ventanilla.db").exists());
    // Whoever has no copy after all begins here.
    window.see("Empezar aquí");
}

#[test]
fn a_stick_that_is_plugged_in_later_is_found() {
    let computer = Computer::new();
    let mut window = computer.start();
    window.dont_see("Plantel Ejemplo");
    stick_of_the_old_pc(&computer);
    window.send(Message::Ticked);
    window.see("Plantel Ejemplo, 2 estudiantes, íntegra");
}

in_every_frame! {
    /// Walk 8, with a Mudanza that the old PC made: its passphrase is not counted.
    fn the_pc_is_replaced_with_a_mudanza() {
        use ventanilla::store::sealed::Passphrase;

        let old = Computer::with(&[maria(), juan()]);
        let computer = Computer::new();
        std::fs::create_dir_all(computer.stick()).unwrap();
        let mut desk_of_old = Desk::open(&old.data(), old.hand.clock()).unwrap();
        desk_of_old.set(Topic::Documents, "/media/lupita/PAPELES").unwrap();
        let to = desk_of_old.moving_in(&computer.stick());
        desk_of_old.move_to(&to, Passphrase::new("cinco palabras que nadie adivina")).unwrap().make().unwrap();
        let mut window = computer.start();
        window.see("Plantel Ejemplo, 2 estudiantes, íntegra");
        window.press("C");
        window.press("Enter");
        window.see("Frase de la mudanza");
        window.type_text("otra frase cualquiera");
        window.press("Enter");
        window.see(ventanilla::words::moving::WRONG_PASSPHRASE);
        window.count_again();
        window.press("C");
        window.press("Enter");
        let before = window.keys();
        window.type_text("cinco palabras que nadie adivina");
        let of_the_secret = window.keys() - before;
        window.press("Enter");
        window.press("Enter");
        assert!(window.keys() - of_the_secret <= 6, "{} keys", window.keys() - of_the_secret);
        window.see("Se abrió la mudanza de Plantel Ejemplo: 2 estudiantes, hasta el 21 nov 2026 10:30.");
        window.see("Carpeta de documentos: /media/lupita/PAPELES no está en esta computadora; elija otra en Ajustes.");
        window.see("Impresora: mida la hoja de la regla");
        shot(&mut window, &format!("moved-{}.png", FRAME.get().width / FRAME.get().scale));
        assert_eq!(desk(&window).count_students().unwrap(), 2);
    }
}
