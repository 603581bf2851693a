use super::*;

const STICK: &str = "memoria";

impl Office {
    fn stick(&self) -> PathBuf {
        let stick = self.folder().parent().unwrap().join(format!(
            "{STICK}-{}",
            self.folder().file_name().unwrap().to_str().unwrap()
        ));
        std::fs::create_dir_all(&stick).unwrap();
        stick
    }

    fn with_input(&self, line: &[&str], input: &str) -> Said {
        let data = self.folder().to_str().unwrap();
        program(
            &[&["--datos", data, "--ahora", TODAY], line].concat(),
            input.as_bytes(),
        )
    }

    /// Makes a key; its first groups.
    fn make_key(&self) -> String {
        let sheet = self.folder().join("hoja.pdf");
        let said = self
            .run(&["respaldo", "clave", "crear", "--salida", sheet.to_str().unwrap()])
            .done();
        assert!(
            said.starts_with("Se hizo la clave y se escribió su hoja de rescate, "),
            "{said}"
        );
        let text = lopdf::Document::load(&sheet).unwrap().extract_text(&[1]).unwrap();
        let words: Vec<&str> = text.split_whitespace().collect();
        // Each group stands after its number.
        let group = |number: &str| {
            let at = words.iter().position(|word| *word == number);
            words[at.unwrap_or_else(|| panic!("{words:?}")) + 1]
        };
        [group("1"), group("2"), group("3")].join(" ")
    }
}

#[test]
fn a_copy_is_made_listed_and_tried() {
    let office = Office::after_a_morning();
    let said = office.run(&["respaldo", "crear"]).done();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines[0],
        "Copia terminada y verificada: se abrió, se revisó y coincide (6 estudiantes)."
    );
    assert!(
        lines[1].starts_with("Pesa ") && lines[1].contains(" y tardó "),
        "{said}"
    );
    assert!(Path::new(lines[2]).ends_with("copias/ventanilla-20261121-103000.db"));

    let listed = office.run(&["respaldo", "listar", "--json"]).json();
    assert_eq!(listed[0]["estudiantes"], 6);
    assert_eq!(listed[0]["fecha"], "2026-11-21T10:30:00");
    assert_eq!(listed[0]["cifrada"], false);
    let said = office.run(&["respaldo", "listar"]).done();
    assert!(
        said.starts_with("2026-11-21 10:30:00\t6 estudiantes\tverificada\t"),
        "{said}"
    );

    let said = office.run(&["respaldo", "probar"]).done();
    assert!(
        said.starts_with("La copia del 21 nov 2026, 10:30 se restauró aparte, se comparó y se trabajó con ella: está íntegra (6"),
        "{said}"
    );
    let told = office.run(&["respaldo", "probar", "--json"]).json();
    assert_eq!((&told["integra"], &told["anotada"]), (&json!(true), &json!(true)));
    assert_eq!(told["fuera"], "sin_lugar");
    let told = office.run(&["respaldo", "probar", lines[2], "--json"]).json();
    assert_eq!(told["integra"], true);
}

#[test]
fn where_there_is_no_copy_it_is_said() {
    let office = Office::after_a_morning();
    assert_eq!(
        office.run(&["respaldo", "listar"]).done(),
        "Todavía no hay copias.\n"
    );
    assert_eq!(
        office.run(&["respaldo", "probar"]).refused(),
        "Todavía no hay copias que probar. Haga una primero.\n"
    );
}

#[test]
fn a_torn_or_foreign_file_is_no_copy() {
    let office = Office::after_a_morning();
    let made = office.run(&["respaldo", "crear", "--json"]).json();
    let path = made["archivo"].as_str().unwrap();
    let whole = std::fs::read(path).unwrap();
    let torn = office.folder().join("rota.db");
    for bytes in [&whole[..whole.len() / 2], b"hola", b""] {
        std::fs::write(&torn, bytes).unwrap();
        let said = office
            .run(&["respaldo", "probar", torn.to_str().unwrap()])
            .refused();
        assert!(
            said.contains("no es una copia de Ventanilla o no está completa, y no se usó."),
            "{said}"
        );
    }
    let gone = office.run(&["respaldo", "probar", "nada.db"]).refused();
    assert!(gone.starts_with("nada.db no es una copia"), "{gone}");
}

#[test]
fn a_sealed_copy_goes_where_it_is_told_and_is_listed_with_its_sheet() {
    let office = Office::after_a_morning();
    let stick = office.stick();
    let into = stick.to_str().unwrap();
    let said = office.run(&["respaldo", "crear", "--en", into]).remarked();
    assert!(said.contains("falta la clave que las cifra"), "{said}");

    office.make_key();
    let told = office.run(&["respaldo", "crear", "--en", into, "--json"]).json();
    assert_eq!(told["fuera"]["estado"], "copiada");
    let sealed = told["fuera"]["archivo"].as_str().unwrap();
    let listed = office.run(&["respaldo", "listar", into, "--json"]).json();
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(
        (&listed[0]["cifrada"], &listed[0]["estudiantes"]),
        (&json!(true), &json!(6))
    );
    let said = office.run(&["respaldo", "probar", sealed]).done();
    let sheet = listed[0]["hoja"].as_str().unwrap();
    assert_eq!(
        said,
        format!(
            "La copia cifrada del 21 nov 2026, 10:30 está completa (6 estudiantes). Para abrirla hace falta la hoja de rescate \
             {sheet}.\n"
        )
    );
    let mut bytes = std::fs::read(sealed).unwrap();
    bytes[300] ^= 1;
    std::fs::write(sealed, bytes).unwrap();
    office.run(&["respaldo", "probar", sealed]).refused();

    let missing = office.run(&["respaldo", "crear", "--en", "/no/esta"]).refused();
    assert!(
        missing.starts_with("/no/esta no está. Conecte la memoria"),
        "{missing}"
    );
    std::fs::remove_dir_all(stick).unwrap();
}

#[test]
fn the_sheet_is_tried_by_its_first_groups() {
    let office = Office::after_a_morning();
    let tried = |typed: &str| office.with_input(&["respaldo", "clave", "probar"], typed);
    assert!(
        tried("qpzr y9x8 gf2t\n")
            .refused()
            .starts_with("Todavía no hay clave de rescate.")
    );
    let groups = office.make_key();
    assert!(
        tried("qpzr y9x8 gf2t\n")
            .refused()
            .starts_with("Esos grupos no son los de una hoja")
    );
    assert!(office.folder().join("hoja.pdf").exists());
    let said = tried(&groups.to_lowercase()).done();
    assert!(
        said.contains("con la que se cifran las copias de ahora. El archivo del que se imprimió se borró"),
        "{said}"
    );
    assert!(!office.folder().join("hoja.pdf").exists());
}
