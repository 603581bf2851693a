use super::*;

/// Every command that needs a register, reading ones first.
const READING: [&[&str]; 5] = [
    &["buscar", "a"],
    &["ficha", "26230101"],
    &["movimientos"],
    &["historia", "26230101"],
    &["verificar"],
];
const WRITING: [&[&str]; 8] = [
    &["registrar", "--json", "-"],
    &["alta", "26230101"],
    &["baja", "26230101", "--motivo", "egreso"],
    &["cancelar", "26230101"],
    &["deshacer"],
    &["rehacer"],
    &["imprimir", "resumen", "26230101", "--salida", "x.pdf"],
    &["verificar", "--reparar"],
];

#[test]
fn without_a_register_nothing_is_done_and_none_is_made() {
    let office = Office::empty();
    for line in READING.into_iter().chain(WRITING) {
        let said = office.run(line).refused();
        assert!(
            said.contains("no hay un registro de Ventanilla"),
            "{line:?}: {said}"
        );
    }
    assert_eq!(
        std::fs::read_dir(office.folder()).unwrap().count(),
        0,
        "nothing was left in the folder"
    );
}

#[test]
fn a_register_is_made_once() {
    let office = Office::empty();
    let line = [
        "iniciar",
        "--plantel",
        "otro",
        "--nombre",
        "Plantel Ejemplo",
        "--atiende",
        "Beto",
    ];
    let said = office.run(&line).done();
    assert!(
        said.starts_with("Se creó el registro de Plantel Ejemplo en "),
        "{said}"
    );
    assert!(
        office
            .run(&line)
            .refused()
            .contains("ya hay un registro, y no se reemplaza")
    );
    assert!(
        office
            .run(&["demo"])
            .refused()
            .contains("ya hay un registro, y no se reemplaza")
    );
    let said = office
        .run(&["iniciar", "--plantel", "otro", "--atiende", "Beto"])
        .makes_no_sense();
    assert!(said.contains("--nombre"), "{said}");
}

#[test]
fn the_environment_names_the_folder_too() {
    let office = Office::after_a_morning();
    let output = Command::new(env!("CARGO_BIN_EXE_ventanilla"))
        .args(["buscar", ""])
        .env("VENTANILLA_DATOS", office.folder())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 6);
}

#[test]
fn a_file_in_the_place_of_the_folder_is_told() {
    let office = Office::empty();
    let file = office.folder().join("archivo");
    std::fs::write(&file, "x").unwrap();
    let file = file.to_str().unwrap();
    let said = program(&["--datos", file, "buscar", ""], b"").refused();
    assert!(said.contains("no hay un registro de Ventanilla"), "{said}");
    for line in [
        &["demo"][..],
        &["iniciar", "--plantel", "tehuacan", "--atiende", "Beto"],
    ] {
        let said = program(&[&["--datos", file], line].concat(), b"").refused();
        assert!(said.contains("No se puede escribir en"), "{said}");
    }
    assert_eq!(std::fs::read(file).unwrap(), b"x");
}

#[test]
fn a_newer_register_is_left_as_it_is() {
    let office = Office::after_a_morning();
    rusqlite::Connection::open(office.file())
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    for line in READING.into_iter().chain(WRITING) {
        let said = office.run(line).refused();
        assert!(
            said.contains("una versión más nueva de Ventanilla (formato 99;"),
            "{line:?}: {said}"
        );
    }
}

#[test]
fn anything_else_is_refused_untouched() {
    let garbage: Vec<u8> = (0..8_192_u32).map(|n| (n * 7 % 251) as u8).collect();
    let foreign = {
        let folder = crate::day::folder();
        let file = folder.path().join("otro.db");
        let other = rusqlite::Connection::open(&file).unwrap();
        other
            .execute_batch("CREATE TABLE contactos (nombre TEXT)")
            .unwrap();
        drop(other);
        std::fs::read(file).unwrap()
    };
    for contents in [garbage, foreign] {
        let office = Office::empty();
        std::fs::write(office.file(), &contents).unwrap();
        for line in READING.into_iter().chain(WRITING) {
            let said = office.run(line).refused();
            assert!(
                said.contains("no es un registro de Ventanilla, y no se tocó"),
                "{line:?}: {said}"
            );
        }
        assert_eq!(std::fs::read(office.file()).unwrap(), contents);
    }
}

#[test]
fn while_the_window_writes_others_read() {
    let office = Office::after_a_morning();
    let lock = File::options()
        .write(true)
        .open(office.folder().join("ventanilla.lock"))
        .unwrap();
    lock.lock().unwrap();
    for line in READING {
        office.run(line).done();
    }
    for line in WRITING {
        let said = office.run(line).refused();
        assert_eq!(
            said, "La ventana está abierta y es la que guarda. Consultar sí se puede.\n",
            "{line:?}"
        );
    }
    drop(lock);
    office.run(&["alta", "26230101"]).done();
}
