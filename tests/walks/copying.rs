//! The copies in the status bar: the one of this PC, what became of it in the second place, and the weekly trial.

use super::*;
use std::fs;
use ventanilla::domain::settings::Topic;
use ventanilla::store::places;

/// A computer with a stick, a key, and María in the register.
fn with_a_stick() -> (Computer, PathBuf) {
    let computer = Computer::with(&[maria()]);
    let stick = computer.folder.path().join("memoria");
    fs::create_dir(&stick).unwrap();
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    desk.set(Topic::SecondPlace, stick.to_str().unwrap()).unwrap();
    let sheet = stick.join("hoja.pdf");
    desk.make_office_key(|_, _| Ok(sheet)).unwrap();
    (computer, stick.join(places::FOLDER_NAME))
}

#[test]
fn the_status_bar_says_that_the_copy_is_on_the_stick_too() {
    let (computer, folder) = with_a_stick();
    let mut window = computer.start();
    window.see("Copia de hoy, 10:30, verificada · y en carpeta");
    shot(&mut window, "copied-away.png");
    assert_eq!(places::placed(&folder).unwrap().len(), 1);
    show_in(&mut window, SMALLEST);
    window.see("Copia 10:30 verificada");
    window.dont_see("y en carpeta");
}

#[test]
fn a_missing_stick_is_a_note_in_the_bar_and_no_notice() {
    let (computer, folder) = with_a_stick();
    let away = folder.with_file_name("pulled");
    fs::rename(&folder, &away).unwrap();
    let mut window = computer.start();
    window.see("Copia de hoy, 10:30, verificada · carpeta sin conectar");
    window.dont_see("No se pudo copiar");
    show_in(&mut window, SMALLEST);
    window.see("Copia 10:30 verificada · carpeta sin conectar");
    shot(&mut window, "stick-missing-small.png");

    // Plugged in, it gets the copy within ten minutes, and nobody is told that a copy is made.
    fs::rename(&away, &folder).unwrap();
    show_in(&mut window, WIDE);
    computer.hand.move_to("2026-11-21 10:41");
    window.send(Message::Ticked);
    window.see("Copia de hoy, 10:30, verificada · y en carpeta");
    assert_eq!(places::placed(&folder).unwrap().len(), 1);
}

#[test]
fn a_stick_that_cannot_be_written_is_said_once() {
    let (computer, folder) = with_a_stick();
    // A folder in place of the file that would be written.
    let in_the_way = folder.join("ventanilla-20261121-103000.db.sin-verificar");
    fs::create_dir(&in_the_way).unwrap();
    let mut window = computer.start();
    window.see("No se pudo copiar a la carpeta de copias:");
    window.see("Sus datos están a salvo en esta computadora; ahí todavía no hay otra copia.");
    window.see("verificada · sin copia en carpeta");
    shot(&mut window, "stick-broken.png");
    window.press("Esc");
    window.dont_see("No se pudo copiar");
    computer.hand.move_to("2026-11-21 10:41");
    window.send(Message::Ticked);
    window.dont_see("No se pudo copiar");
    fs::remove_dir(&in_the_way).unwrap();
    computer.hand.move_to("2026-11-21 10:52");
    window.send(Message::Ticked);
    window.see("verificada · y en carpeta");
}

#[test]
fn a_copy_is_tried_each_week_and_only_what_is_wrong_is_said() {
    let (computer, _) = with_a_stick();
    let mut window = computer.start();
    window.send(Message::Ticked);
    let drills = |window: &Driver<Window>| desk(window).backup_overview().unwrap().drills;
    assert_eq!(drills(&window).len(), 1);
    assert!(drills(&window)[0].passed);
    window.send(Message::Ticked);
    assert_eq!(drills(&window).len(), 1, "once a week");
    window.dont_see("se restauró aparte");

    let copy = desk(&window).last_copy().unwrap().path;
    let bytes = fs::read(&copy).unwrap();
    fs::write(&copy, &bytes[..bytes.len() - 4096]).unwrap();
    computer.hand.move_to("2026-11-28 10:31");
    for _ in 0..3 {
        window.send(Message::Ticked);
    }
    assert!(!drills(&window)[0].passed);
    window.see("La copia del 21 nov 2026, 10:30 no coincide con lo que se guardó en ella.");
    shot(&mut window, "copy-torn.png");
}
