use super::*;

const PHRASE: &str = "jaguar milpa tejido canoa verde";

impl Office {
    /// Runs an order with this on its standard input.
    fn run_with(&self, line: &[&str], input: &str) -> Said {
        let data = self.folder().to_str().unwrap();
        program(
            &[&["--datos", data, "--ahora", TODAY], line].concat(),
            input.as_bytes(),
        )
    }
}

/// An office with six students, and a stick.
fn office_and_stick() -> (Office, crate::day::Folder, String) {
    let stick = crate::day::folder();
    let file = stick.path().join("Mudanza.ventanilla").display().to_string();
    (Office::after_a_morning(), stick, file)
}

#[test]
fn everything_moves_to_another_computer_and_is_worked_with_there() {
    let (old, stick, file) = office_and_stick();
    old.run(&[
        "ajustes",
        "papel.carpeta",
        stick.path().join("papeles").to_str().unwrap(),
    ])
    .done();
    let made = old
        .run_with(&["mudanza", "crear", "--salida", &file], &format!("{PHRASE}\n"))
        .done();
    let lines: Vec<&str> = made.lines().collect();
    assert_eq!(
        lines[0],
        "Mudanza terminada y verificada: se leyó de nuevo, se abrió con su frase y coincide (6 estudiantes)."
    );
    assert!(!made.contains("jaguar"), "{made}");

    let new = Office::empty();
    let told = new.run(&["mudanza", "abrir", &file, "--ver"]).done();
    assert_eq!(
        told,
        "Plantel Minatitlán, 6 estudiantes, último cambio 21 nov 10:30, íntegra\n"
    );
    assert!(
        fs::read_dir(new.folder()).unwrap().next().is_none(),
        "only looked at"
    );

    let opened = new.run_with(&["mudanza", "abrir", &file], PHRASE).done();
    assert!(
        opened.contains("Se abrió la mudanza de Plantel Minatitlán: 6 estudiantes, hasta el "),
        "{opened}"
    );
    assert!(opened.contains("Carpeta de documentos: "), "{opened}");
    assert!(opened.contains("Impresora: mida la hoja de la regla"), "{opened}");
    assert_eq!(new.found(""), old.found(""));
    new.run(&["verificar"]).done();
    new.run(&["archivar", "26230101"]).done();
}

#[test]
fn what_is_here_is_kept_when_a_mudanza_is_opened_over_it() {
    let (old, _stick, file) = office_and_stick();
    old.run_with(&["mudanza", "crear", "--salida", &file], PHRASE)
        .done();
    let new = Office::open();
    let told = new
        .run_with(&["mudanza", "abrir", &file, "--json"], PHRASE)
        .json();
    let former = told["anterior"].as_str().unwrap();
    assert!(former.contains("antes-de-restaurar-"), "{told}");
    assert!(Path::new(former).exists());
    assert_eq!(
        (&told["estudiantes"], &told["abierta"]),
        (&json!(6), &json!(true))
    );
    assert_eq!(new.found("").as_array().unwrap().len(), 6);
}

#[test]
fn the_passphrase_comes_from_a_file_and_a_wrong_one_changes_nothing() {
    let (old, stick, file) = office_and_stick();
    let note = stick.path().join("frase.txt");
    fs::write(&note, format!("\u{FEFF}{PHRASE}\r\n")).unwrap();
    let note = note.to_str().unwrap();
    old.run(&["mudanza", "crear", "--salida", &file, "--clave-archivo", note])
        .done();
    let new = Office::empty();
    assert_eq!(
        new.run_with(&["mudanza", "abrir", &file], "jaguar milpa tejido canoa azul")
            .refused(),
        "Esa no es la frase de esta mudanza: no se abrió, y sus datos no cambiaron. Revise cada palabra y escríbala otra \
         vez.\n"
    );
    assert!(!new.file().exists());
    new.run(&["mudanza", "abrir", &file, "--clave-archivo", note])
        .done();
    assert!(new.file().exists());
}

#[test]
fn a_weak_passphrase_a_taken_name_and_a_missing_one_are_refused() {
    let (office, stick, file) = office_and_stick();
    let make = |file: &str, typed: &str| office.run_with(&["mudanza", "crear", "--salida", file], typed);
    assert!(
        make(&file, "escolares2026")
            .refused()
            .starts_with("Sin «escolares»")
    );
    assert!(
        make(&file, "hola")
            .refused()
            .starts_with("La frase tiene 4 caracteres")
    );
    assert!(make(&file, "").refused().starts_with("Falta la frase."));
    let other = stick.path().join("mudanza.zip").display().to_string();
    assert!(make(&other, PHRASE).refused().contains("«.ventanilla»"));
    assert!(fs::read_dir(stick.path()).unwrap().next().is_none());
    make(&file, PHRASE).done();
    assert!(
        make(&file, PHRASE)
            .refused()
            .contains("ya existe y no se reemplaza")
    );
}

#[test]
fn a_mudanza_cut_short_and_another_file_are_told_apart_before_any_passphrase() {
    let (office, stick, file) = office_and_stick();
    office
        .run_with(&["mudanza", "crear", "--salida", &file], PHRASE)
        .done();
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let new = Office::empty();
    for line in [
        &["mudanza", "abrir", &file, "--ver"][..],
        &["mudanza", "abrir", &file],
    ] {
        let said = new.run_with(line, PHRASE).refused();
        assert!(
            said.starts_with("Este archivo no está completo y no se usó."),
            "{said}"
        );
    }
    let other = stick.path().join("otro.ventanilla");
    fs::write(&other, "%PDF-1.7 …").unwrap();
    let said = new
        .run(&["mudanza", "abrir", other.to_str().unwrap(), "--ver"])
        .refused();
    assert!(said.starts_with("Este archivo no es una mudanza"), "{said}");
    assert!(!new.file().exists());
}

#[test]
fn a_card_goes_with_it_and_the_passphrase_is_not_on_it() {
    let (office, stick, file) = office_and_stick();
    let card = stick.path().join("tarjeta.pdf");
    let line = [
        "mudanza",
        "crear",
        "--salida",
        &file,
        "--tarjeta",
        card.to_str().unwrap(),
        "--json",
    ];
    let told = office.run_with(&line, PHRASE).json();
    assert_eq!(told["tarjeta"], json!(card));
    assert!(fs::read(&card).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn five_words_are_proposed_that_are_taken() {
    let (office, _stick, file) = office_and_stick();
    let proposed = office.run(&["mudanza", "frase"]).done();
    assert_eq!(proposed.split_whitespace().count(), 5);
    assert_ne!(proposed, office.run(&["mudanza", "frase"]).done());
    office
        .run_with(&["mudanza", "crear", "--salida", &file], &proposed)
        .done();
}
