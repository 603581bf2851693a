//! A register that does not open, or is not where it was: said in words, its copies beside it, and the way back.

use super::*;

/// María in the last verified copy, Juan since.
fn with_a_copy() -> Computer {
    let computer = Computer::with(&[maria()]);
    let desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    desk.copy_now().unwrap().make().unwrap();
    drop(desk);
    computer.hand.move_to("2026-11-22 09:00");
    computer.enroll(&[juan()]);
    computer
}

fn register(computer: &Computer) -> PathBuf {
    computer.data().join("ventanilla.db")
}

fn spoil(computer: &Computer) -> Vec<u8> {
    let rubbish: Vec<u8> = (0..30_000_u32).map(|n| (n * 7 % 251) as u8).collect();
    std::fs::write(register(computer), &rubbish).unwrap();
    rubbish
}

#[test]
fn a_second_window_says_that_there_is_one() {
    let computer = Computer::with(&[maria()]);
    let first = computer.start();
    let mut second = computer.start();
    second.see("Ventanilla ya está abierta en esta computadora. Use esa ventana; esta se cerrará.");
    second.press("Enter");
    assert!(second.is_closed());
    drop(first);
}

in_every_frame! {
    /// Two keys: what it would do is shown before it is done.
    fn a_damaged_register_is_kept_aside_and_its_last_copy_restored() {
        let computer = with_a_copy();
        let rubbish = spoil(&computer);
        let mut window = computer.start();
        window.see("El registro no se abrió");
        window.see("está dañado o no es un registro de Ventanilla. No se tocó, y se guardará aparte.");
        window.see("Plantel Ejemplo, 1 estudiante, íntegra");
        window.see("Último cambio: 21 nov 10:30");
        see_whole(&mut window, "damaged", Scheme::Light);

        window.press("Enter");
        window.see("El registro de ahora no se puede leer, y por eso no se puede decir qué se perdería. Se guarda aparte tal como está.");
        assert_eq!(std::fs::read(register(&computer)).unwrap(), rubbish, "nothing was done yet");
        see_whole(&mut window, "damaged-compared", Scheme::Light);
        window.press("Enter");
        assert_eq!(window.keys(), 2);
        window.see("Se restauró una copia; el archivo dañado está guardado aparte, en la carpeta «copias». Puede seguir trabajando.");
        assert_eq!(desk(&window).count_students().unwrap(), 1);
        let copies = std::fs::read_dir(computer.data().join("copias")).unwrap();
        let aside = copies.map(|entry| entry.unwrap().path()).find(|path| path.to_string_lossy().contains("danada-"));
        assert_eq!(std::fs::read(aside.unwrap()).unwrap(), rubbish);
        window.press("Esc");
        window.press("F4");
        window.see("Identidad");
    }
}

#[test]
fn the_last_copy_can_be_looked_at_and_nothing_is_saved_in_it() {
    let computer = with_a_copy();
    let rubbish = spoil(&computer);
    let mut window = computer.start();
    window.press("V");
    window.see("Está viendo la copia del 21 nov 2026 10:30. Se puede consultar; aquí no se guarda nada.");
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
    shot(&mut window, "looked-at.png");
    window.press("F7");
    window.see("Está viendo la copia del 21 nov 2026 10:30: aquí no se guarda nada. Para trabajar, restaure una copia.");
    window.press("Esc");
    window.press("F4");
    window.type_text("25230999");
    window.press("Esc");
    window.press("Ctrl+M");
    window.dont_see("No se puede escribir");
    window.press("Ctrl+1");
    window.press("Esc");
    window.see("Restaurar esta copia");
    assert_eq!(std::fs::read(register(&computer)).unwrap(), rubbish);
    assert_eq!(window.focused().as_deref(), Some("restaurar-copia"));
    window.press("Enter");
    assert_eq!(desk(&window).count_students().unwrap(), 1);
    assert_eq!(desk(&window).copy_of(), None);
    let left = std::fs::read_dir(computer.data()).unwrap();
    let rooms = left.filter(|entry| {
        entry
            .as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with(".restaurando")
    });
    assert_eq!(rooms.count(), 0);
}

in_every_frame! {
    fn a_register_that_is_gone_is_no_first_run() {
        let computer = with_a_copy();
        for companion in ["", "-wal", "-shm"] {
            let mut path = register(&computer).into_os_string();
            path.push(companion);
            let _ = std::fs::remove_file(path);
        }
        let mut window = computer.start();
        window.see("están las copias del registro, y el registro no: alguien lo movió o lo borró. No se creó otro vacío.");
        window.dont_see("Le damos la bienvenida");
        window.dont_see("Empezar un registro nuevo");
        see_whole(&mut window, "gone", Scheme::Light);
        window.press("Enter");
        window.see("Aquí no hay un registro que se pierda.");
        window.press("Enter");
        window.see("Se restauró la copia del 21 nov 2026 10:30: 1 estudiante. Puede seguir trabajando.");
        assert_eq!(desk(&window).count_students().unwrap(), 1);
    }
}

#[test]
fn without_a_copy_one_may_say_where_one_is_or_begin() {
    let computer = with_a_copy();
    std::fs::create_dir(computer.stick()).unwrap();
    std::fs::rename(computer.data().join("copias"), computer.stick().join("copias")).unwrap();
    std::fs::remove_file(register(&computer)).unwrap();
    let mut window = computer.start();
    window.see("hubo un registro y ya no está, ni hay copias suyas.");
    window.see("Empezar un registro nuevo");
    assert_eq!(window.focused().as_deref(), Some("donde-esta"));
    window.type_text("/nada/por/aqui");
    window.press("Enter");
    window.see("En /nada/por/aqui no hay un archivo. Revise el nombre, o conecte la memoria en la que está.");
    window.press("Ctrl+A");
    window.type_text(computer.stick().to_str().unwrap());
    window.press("Enter");
    window.press("Enter");
    window.see("Se restauró la copia");
}

#[test]
fn a_torn_copy_is_refused_and_the_one_before_is_a_key_away() {
    let computer = with_a_copy();
    let desk_of = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let newest = desk_of.copy_now().unwrap().make().unwrap().copied.path;
    drop(desk_of);
    spoil(&computer);
    let mut bytes = std::fs::read(&newest).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&newest, bytes).unwrap();
    let mut window = computer.start();
    window.see("Plantel Ejemplo, 2 estudiantes, íntegra");
    window.press("Enter");
    window.see(
        "Este archivo no está completo y no se usó. Sus datos no cambiaron. La copia anterior, de ayer a las 10:30, está íntegra: ábrala con Enter.",
    );
    window.see("Plantel Ejemplo, 2 estudiantes, incompleta");
    shot(&mut window, "torn.png");
    window.press("Enter");
    window.press("Enter");
    window.see("Se restauró una copia");
    assert_eq!(desk(&window).count_students().unwrap(), 1);
}

/// A copy would take something away from a register that is whole.
#[test]
fn a_register_of_a_newer_program_is_not_replaced() {
    let computer = with_a_copy();
    let newer = rusqlite::Connection::open(register(&computer)).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let before = std::fs::read(register(&computer)).unwrap();
    let mut window = computer.start();
    window.see("Este registro lo guardó una versión más nueva de Ventanilla");
    window.press("Enter");
    window.see("Está viendo la copia del 21 nov 2026 10:30.");
    window.press("Esc");
    window.press("Enter");
    window.see("Está viendo la copia del 21 nov 2026 10:30.");
    assert_eq!(std::fs::read(register(&computer)).unwrap(), before);
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
