//! Respaldo: copies that were verified, what they are held against, and one that takes the register's place.

use ventanilla::domain::settings::Topic;
use ventanilla::store::{COPIES_FOLDER, FILE_NAME};

use super::*;

fn juan() -> Entry {
    day::person("26230001", "Juan", "Rosas", "Alva")
}

/// The copies of the work, by name, the oldest first.
fn copies_of(computer: &Computer) -> Vec<PathBuf> {
    let mut copies: Vec<PathBuf> = std::fs::read_dir(computer.data().join("copias"))
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|end| end == "db"))
        .collect();
    copies.sort();
    copies
}

in_every_frame! {
    fn a_copy_is_made_and_one_takes_the_registers_place_after_both_sides_were_shown() {
        let computer = Computer::with(&[maria()]);
        let mut window = computer.start();
        window.count_again();
        window.press("Ctrl+8");
        window.see("Respaldo");
        window.see("hoy 10:30");
        window.see("1 estudiante, 0 movimientos");
        computer.hand.move_to("2026-11-21 11:00");
        window.press("Ctrl+Enter");
        assert_eq!(window.keys(), 2);
        window.see("Copia terminada y verificada: se abrió, se revisó y coincide (1 estudiante).");
        window.see("hoy 11:00");
        shot(&mut window, &format!("backup-{}.png", FRAME.get().height * FRAME.get().scale));

        computer.hand.move_to("2026-11-21 12:00");
        drop(window);
        computer.enroll(&[juan()]);
        let mut window = computer.start();
        window.press("Ctrl+8");
        // The one of 11:00 is below that of the start.
        window.press("flecha abajo");
        window.press("Enter");
        window.see("Restaurar una copia");
        window.see("Se perdería: 1 ficha");
        window.see("Lo último que solo está en el registro de ahora (1 acto):");
        shot(&mut window, &format!("backup-compared-{}.png", FRAME.get().height * FRAME.get().scale));
        // Enter leaves everything as it is; so does Esc.
        window.press("Enter");
        window.dont_see("Se perdería");
        assert_eq!(desk(&window).count_students().unwrap(), 2);
        window.press("Enter");
        window.press("Esc");
        assert_eq!(desk(&window).count_students().unwrap(), 2);
        window.press("Enter");
        // V shows the copy, in which nothing is saved; Esc comes back to the question.
        window.press("V");
        window.see("Está viendo la copia");
        assert_eq!(desk(&window).count_students().unwrap(), 1);
        window.press("Esc");
        window.see("Se perdería: 1 ficha");
        assert_eq!(desk(&window).count_students().unwrap(), 2);
        window.press("Ctrl+Enter");
        window.see("Se restauró una copia; la base anterior está guardada en Respaldo.");
        assert_eq!(desk(&window).count_students().unwrap(), 1);
        window.see("Guardadas antes de restaurar o de actualizar");
        shot(&mut window, &format!("backup-restored-{}.png", FRAME.get().height * FRAME.get().scale));

        // And back to what it was.
        window.press("Fin");
        window.press("Enter");
        window.see("Volvería: 1 ficha");
        window.press("Ctrl+Enter");
        assert_eq!(desk(&window).count_students().unwrap(), 2);
        // It can be worked in.
        window.press("F2");
        window.type_text("26230001");
        window.press("Enter");
        window.press("F7");
        window.see("Alta en cola para el corte del 30 de noviembre.");
    }
}

#[test]
fn a_torn_copy_is_refused_in_words_and_enter_opens_the_whole_one() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+8");
    computer.hand.move_to("2026-11-21 11:00");
    window.press("Ctrl+Enter");
    drop(window);
    let newest = copies_of(&computer).pop().unwrap();
    let mut bytes = std::fs::read(&newest).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].fill(0x5A);
    std::fs::write(&newest, &bytes).unwrap();
    let mut window = computer.start();
    window.press("Ctrl+8");
    window.press("Enter");
    window.see("Este archivo no está completo y no se usó. Sus datos no cambiaron. La copia anterior, de hoy a las 10:30, está íntegra: ábrala con Enter.");
    window.press("Enter");
    window.see("La copia se abrió, se revisó y coincide con su manifiesto.");
}

in_every_frame! {
    fn what_leaves_the_computer_is_sealed_to_a_sheet_that_can_be_tested() {
        let computer = Computer::with(&[maria()]);
        let stick = computer.folder.path().join("memoria");
        std::fs::create_dir(&stick).unwrap();
        let mut window = computer.start();
        window.press("Ctrl+8");
        window.see("Ninguno todavía");
        window.press("L");
        window.type_text(&stick.display().to_string());
        window.press("Enter");
        window.see(&stick.display().to_string());
        window.see("No se ha hecho.");
        window.press("H");
        window.see("sin la hoja nadie puede abrirlas");
        shot(&mut window, &format!("backup-sheet-{}.png", FRAME.get().height * FRAME.get().scale));
        window.press("Enter");
        let sheet = computer.opened.lock().unwrap().pop().unwrap();
        assert!(sheet.file_name().unwrap().to_string_lossy().starts_with("Hoja de rescate 2026-11-21 "));
        window.see("sin probar: escriba sus primeros grupos para saber que sirve");
        window.press("P");
        window.type_text("aaaa");
        window.press("Enter");
        shot(&mut window, &format!("backup-groups-{}.png", FRAME.get().height * FRAME.get().scale));
        window.press("Esc");
        computer.hand.move_to("2026-11-21 11:00");
        window.press("Ctrl+Enter");
        window.see("cifrada, hoja ");
        shot(&mut window, &format!("backup-sealed-{}.png", FRAME.get().height * FRAME.get().scale));
        let there: Vec<_> = std::fs::read_dir(stick.join("Copias de Ventanilla"))
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        assert!(there.iter().any(|name| name.ends_with(".db.age")), "{there:?}");
        window.press("B");
        window.see("Se revisó toda la base y está bien: 1 estudiante.");
        window.press("S");
        window.see("se restauró aparte, se comparó y se trabajó con ella: está íntegra (1 estudiante");
    }
}

in_every_frame! {
    /// From the stick back into the register: the key is asked for only after the copy was told.
    fn a_sealed_copy_comes_back_with_the_key_of_the_sheet() {
        use ventanilla::store::places;
        use ventanilla::store::sealed::OfficeKey;

        let computer = Computer::with(&[maria()]);
        std::fs::create_dir_all(computer.stick()).unwrap();
        let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
        desk.set(Topic::SecondPlace, &computer.stick().display().to_string()).unwrap();
        let copied = desk.copy_now().unwrap().make().unwrap();
        let key = OfficeKey::make();
        let folder = desk.second_place().unwrap();
        places::place(&copied.copied, &folder, &key.recipient(), desk.today()).unwrap();
        drop(desk);
        computer.hand.move_to("2026-11-21 12:00");
        computer.enroll(&[juan()]);
        let mut window = computer.start();
        window.press("Ctrl+8");
        window.press("Fin");
        window.see("Se abre con la hoja");
        window.press("Enter");
        window.see("Esta copia está cifrada: se abre con la clave de la hoja de rescate");
        shot(&mut window, &format!("backup-key-{}.png", FRAME.get().height * FRAME.get().scale));
        window.type_text("AAAA");
        window.press("Enter");
        window.see("La clave de la hoja lleva 58 letras y cifras; aquí hay 4");
        window.press("Ctrl+A");
        window.type_text(&key.groups().join(" "));
        window.press("Enter");
        window.see("Se perdería: 1 ficha");
        window.press("Ctrl+Enter");
        window.see("Se restauró una copia; la base anterior está guardada en Respaldo.");
        assert_eq!(super::desk(&window).count_students().unwrap(), 1);
    }
}

in_every_frame! {
    fn a_stick_that_is_plugged_in_is_the_second_place_with_two_keys() {
        let computer = Computer::with(&[maria()]);
        std::fs::create_dir_all(computer.stick()).unwrap();
        let mut window = computer.start();
        window.press("Ctrl+8");
        window.count_again();
        window.press("L");
        window.see("libres");
        see_whole(&mut window, "backup-place", Scheme::Light);
        window.press("Enter");
        assert_eq!(window.keys(), 2);
        window.see("Se guardó «Otro lugar para las copias»");
        // From now on it stands in the field, and nothing else is offered over it.
        window.press("L");
        assert_eq!(window.focused().as_deref(), Some("ajuste-valor"));
        window.press("Ctrl+A");
        window.press("Supr");
        window.press("Enter");
        window.see("Ninguno todavía");
    }
}

in_every_frame! {
    /// The search forgot a record, and a copy lost its manifest: both are told, and put right with one key.
    fn what_is_wrong_with_the_base_is_told_and_put_right() {
        let computer = Computer::with(&[maria(), juan()]);
        let mut window = computer.start();
        let conn = rusqlite::Connection::open(computer.data().join(FILE_NAME)).unwrap();
        conn.execute("UPDATE students SET search_words = 'nada' WHERE id = 1", []).unwrap();
        let copies = computer.data().join(COPIES_FOLDER);
        for entry in std::fs::read_dir(&copies).unwrap().flatten() {
            if entry.path().extension().is_some_and(|it| it == "json") {
                std::fs::remove_file(entry.path()).unwrap();
            }
        }
        window.press("Ctrl+8");
        window.count_again();
        window.press("B");
        window.see("La búsqueda no encuentra bien 1 ficha.");
        window.see("le falta su manifiesto, o no se puede leer.");
        window.dont_see("--reparar");
        see_whole(&mut window, "backup-found", Scheme::Light);
        window.press("Enter");
        window.see("Se rehízo el índice de la búsqueda.");
        window.see("se revisó de nuevo y se escribió otra vez su manifiesto.");
        window.see("La base quedó bien.");
        see_whole(&mut window, "backup-repaired", Scheme::Light);
        window.press("Enter");
        window.press("B");
        window.see("Se revisó toda la base y está bien: 2 estudiantes.");
        assert_eq!(window.keys(), 4);
    }
}

#[test]
fn what_cannot_be_put_right_is_told_with_the_copy_that_can_be_compared() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    let conn = rusqlite::Connection::open(computer.data().join(FILE_NAME)).unwrap();
    conn.execute_batch("PRAGMA ignore_check_constraints = ON; UPDATE students SET standing = 'nadie'")
        .unwrap();
    window.press("Ctrl+8");
    window.press("B");
    window.see("Una ficha no se puede leer.");
    window.see(
        "La última copia íntegra es de hoy a las 10:30: en Respaldo, Enter la compara con la base de ahora.",
    );
    shot(&mut window, "backup-unrepairable.png");
    window.press("Enter");
    window.dont_see("Una ficha no se puede leer.");
}

#[test]
fn a_sealed_copy_whose_stick_was_pulled_out_is_told_to_be_gone() {
    use ventanilla::store::places;
    use ventanilla::store::sealed::OfficeKey;

    let computer = Computer::with(&[maria()]);
    std::fs::create_dir_all(computer.stick()).unwrap();
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    desk.set(Topic::SecondPlace, &computer.stick().display().to_string())
        .unwrap();
    let copied = desk.copy_now().unwrap().make().unwrap();
    let folder = desk.second_place().unwrap();
    places::place(
        &copied.copied,
        &folder,
        &OfficeKey::make().recipient(),
        desk.today(),
    )
    .unwrap();
    drop(desk);
    let mut window = computer.start();
    window.press("Ctrl+8");
    window.press("Fin");
    window.see("Se abre con la hoja");
    std::fs::rename(computer.stick(), computer.folder.path().join("desconectada")).unwrap();
    window.press("Enter");
    window.see("Esa copia ya no está ahí y no se abrió; sus datos no cambiaron.");
    window.dont_see("Se abre con la hoja");
    window.see("No está conectado.");
    shot(&mut window, "backup-pulled.png");
}
