use super::*;

#[test]
fn what_makes_no_sense_ends_in_two() {
    for line in [
        &["comer"][..],
        &["alta"],
        &["revisar"],
        &["revisar", "rfc"],
        &["buscar", "a", "--limite", "x"],
        &["--ahora", "ayer"],
        &["--demo", "buscar", "a"],
        &["registrar", "--json"],
    ] {
        let said = program(line, b"").makes_no_sense();
        assert!(
            said.ends_with("Para ver las órdenes y sus opciones: ventanilla --ayuda\n"),
            "{line:?}: {said}"
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_screen_the_window_is_refused_in_words() {
    // It stopped inside the toolkit, with a message about drafts that nobody had written.
    let office = Office::empty();
    let output = Command::new(env!("CARGO_BIN_EXE_ventanilla"))
        .args(["--datos", office.folder().to_str().unwrap()])
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("No se pudo abrir la ventana"), "{said}");
}

#[test]
fn help_and_version_are_no_faults() {
    assert!(program(&["--ayuda"], b"").done().contains("Órdenes:"));
    assert!(
        program(&["alta", "-h"], b"")
            .done()
            .contains("Uso: ventanilla alta MATRICULA")
    );
    assert_eq!(
        program(&["--version"], b"").done(),
        format!("ventanilla {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let office = Office::empty();
    office.run(&["demo", "--estudiantes", "2000"]).done();
    let mut child = Command::new(env!("CARGO_BIN_EXE_ventanilla"))
        .args(["buscar", "", "--datos", office.folder().to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
