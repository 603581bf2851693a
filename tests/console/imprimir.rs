use super::*;

/// The text of a PDF, where the computer has a program to tell it.
fn text_of(pdf: &Path) -> Option<String> {
    let output = Command::new("pdftotext")
        .arg("-layout")
        .arg(pdf)
        .arg("-")
        .output()
        .ok()?;
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_summary_is_a_sheet_for_each_student() {
    let office = Office::after_a_morning();
    let pdf = office.folder().join("hojas.pdf");
    let line = [
        "imprimir",
        "resumen",
        "26230101",
        "P20260001",
        "--salida",
        pdf.to_str().unwrap(),
    ];
    let said = office.run(&line).done();
    assert!(said.contains("con 2 hojas: folios "), "{said}");
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    if let Some(text) = text_of(&pdf) {
        for expected in [
            "D'ACOSTA MAC GREGOR",
            "48-19-06-0042-8",
            "GÜEMES IBÁÑEZ",
            "P20260001",
            "Plantel Minatitlán",
        ] {
            assert!(text.contains(expected), "{expected} in\n{text}");
        }
    }
    // Written over what is there, with folios of its own; and paper is not undone.
    let again = office.run(&line).done();
    assert_ne!(said, again);
    assert!(
        office
            .run(&["deshacer"])
            .refused()
            .starts_with("Lo impreso no se deshace")
    );
    assert_eq!(
        std::fs::read_dir(office.folder())
            .unwrap()
            .filter(is_partial)
            .count(),
        0
    );
}

#[test]
fn a_checklist_is_a_sheet_for_each_student() {
    let office = Office::after_a_morning();
    office
        .run(&[
            "cotejo",
            "26230101",
            "8",
            "no",
            "--observacion",
            "la trae el lunes",
        ])
        .done();
    let file = office.folder().join("cotejo.pdf");
    let said = office
        .run(&[
            "imprimir",
            "cotejo",
            "26230101",
            "26230102",
            "--salida",
            file.to_str().unwrap(),
        ])
        .done();
    assert!(said.contains("con 2 hojas: folios "), "{said}");
    if let Some(text) = text_of(&file) {
        for words in [
            "Lista de cotejo",
            "D'ACOSTA MAC GREGOR, JOSÉ LUIS",
            "la trae el lunes",
            "No",
        ] {
            assert!(text.contains(words), "{words} in\n{text}");
        }
    }
    let lines = office.run(&["historia", "26230102"]).done();
    assert!(
        lines.contains("Lupita imprimió la lista de cotejo, folio "),
        "{lines}"
    );
    let refused = office.run(&["deshacer"]).refused();
    assert!(refused.contains("Lo impreso no se deshace"), "{refused}");
}

#[test]
fn the_hoja_de_la_manana_says_what_hoy_says() {
    let office = Office::after_a_morning();
    office.run(&["alta", "26230101"]).done();
    let file = office.folder().join("hoy.pdf");
    let said = office
        .run(&["imprimir", "hoy", "--salida", file.to_str().unwrap()])
        .done();
    assert!(said.contains("hoy.pdf: folio "), "{said}");
    if let Some(text) = text_of(&file) {
        for words in [
            "Hoja de la mañana",
            "Sábado 21 de noviembre de 2026",
            "1 alta, 0 bajas",
            "No hay movimientos rechazados.",
            "Para uso interno.",
        ] {
            assert!(text.contains(words), "{words} in\n{text}");
        }
    }
    let refused = office.run(&["deshacer"]).refused();
    assert!(refused.contains("Lo impreso no se deshace"), "{refused}");
}

fn is_partial(entry: &std::io::Result<std::fs::DirEntry>) -> bool {
    entry
        .as_ref()
        .is_ok_and(|entry| entry.path().extension().is_some_and(|end| end == "parcial"))
}

#[test]
fn a_sheet_that_can_not_be_written_was_not_printed() {
    let office = Office::after_a_morning();
    let nowhere = office.folder().join("no").join("hay").join("hoja.pdf");
    let said = office
        .run(&[
            "imprimir",
            "resumen",
            "26230101",
            "--salida",
            nowhere.to_str().unwrap(),
        ])
        .refused();
    assert!(said.contains("No se registró la impresión."), "{said}");
    assert_eq!(office.run(&["historia", "26230101"]).done().lines().count(), 1);
    let said = office
        .run(&["imprimir", "resumen", "0000", "--salida", "x.pdf"])
        .refused();
    assert!(said.contains("No hay nadie con el número «0000»"), "{said}");
}

#[test]
fn the_steps_for_a_clinic_are_a_sheet_for_each_student() {
    let office = Office::after_a_morning();
    office
        .run(&["clinica", "anotar", "26230101", "36", "--fuente", "carnet"])
        .done();
    office
        .run(&["ajustes", "papel.alta_clinica", "https://imss.example/alta"])
        .done();
    let pdf = office.folder().join("pasos.pdf");
    let line = [
        "imprimir",
        "pasos-umf",
        "26230101",
        "P20260001",
        "--salida",
        pdf.to_str().unwrap(),
    ];
    let said = office.run(&line).done();
    assert!(said.contains("con 2 hojas: folios "), "{said}");
    if let Some(text) = text_of(&pdf) {
        for expected in [
            "Pasos para su clínica (UMF)",
            "En su ficha: UMF 36, según carnet, visto el 21 nov 2026.",
            "Ingrese a Cambio de clínica o UMF",
            "tramite/cambioClinica",
            "En su ficha todavía no hay clínica.",
            "Ingrese a Alta en clínica o UMF",
            "imss.example",
            "Los trámites son personales.",
        ] {
            assert!(text.contains(expected), "{expected} in\n{text}");
        }
    }
    let history = office.run(&["historia", "26230101"]).done();
    assert!(
        history.contains("imprimió los pasos para la clínica, folio "),
        "{history}"
    );
}
