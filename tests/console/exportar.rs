use super::*;

#[test]
fn a_list_is_a_head_and_a_row_for_each() {
    let office = Office::after_a_morning();
    let file = office.folder().join("todos.csv");
    let said = office
        .run(&["exportar", "todos", "--salida", file.to_str().unwrap()])
        .done();
    assert!(said.starts_with("Exportado (CSV): 6 renglones, en "), "{said}");
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"\xEF\xBB\xBF"), "Excel needs the mark");
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 7);
    assert!(
        lines[0]
            .starts_with("\u{feff}Número de control,Apellido paterno,Apellido materno,Nombre(s),CURP,NSS,")
    );

    let narrowed = office.folder().join("uno.csv");
    office
        .run(&[
            "exportar",
            "todos",
            "--buscar",
            "26230101",
            "--salida",
            narrowed.to_str().unwrap(),
        ])
        .done();
    assert_eq!(std::fs::read_to_string(narrowed).unwrap().lines().count(), 2);
}

#[test]
fn a_cut_is_a_row_for_each_movement_and_an_empty_list_its_head() {
    let office = Office::after_a_morning();
    office.run(&["alta", "26230101"]).done();
    let file = office.folder().join("corte.csv");
    office
        .run(&["exportar", "corte", "--salida", file.to_str().unwrap()])
        .done();
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().count(), 2);
    assert!(text.contains(",2026-11-30,Alta,"), "{text}");

    let said = office
        .run(&["exportar", "archivados", "--salida", file.to_str().unwrap()])
        .done();
    assert!(
        said.contains("solo los encabezados, porque la lista está vacía"),
        "{said}"
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap().lines().count(), 1);
}

#[test]
fn what_can_not_be_written_was_not_exported() {
    let office = Office::after_a_morning();
    let nowhere = office.folder().join("no/hay/lista.csv");
    let said = office
        .run(&["exportar", "todos", "--salida", nowhere.to_str().unwrap()])
        .refused();
    assert!(said.starts_with("No se pudo escribir en "), "{said}");
    assert!(
        office.run(&["deshacer"]).done().starts_with("Se deshizo"),
        "no export stands before it"
    );
}

#[test]
fn a_list_on_paper_has_its_folio_and_the_card_of_keys_none() {
    let office = Office::after_a_morning();
    let file = office.folder().join("relacion.pdf");
    let said = office
        .run(&[
            "imprimir",
            "relacion",
            "sin_nss",
            "--salida",
            file.to_str().unwrap(),
        ])
        .done();
    assert!(said.contains(": folio "), "{said}");
    assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF-"));
    let keys = office.folder().join("teclas.pdf");
    office
        .run(&["imprimir", "teclas", "--salida", keys.to_str().unwrap()])
        .done();
    assert!(std::fs::read(&keys).unwrap().starts_with(b"%PDF-"));
    let ruler = office.folder().join("regla.pdf");
    let said = office
        .run(&["imprimir", "regla", "--salida", ruler.to_str().unwrap()])
        .done();
    assert!(said.contains("Si mide menos de 100 mm"), "{said}");
    assert!(std::fs::read(&ruler).unwrap().starts_with(b"%PDF-"));
    let refused = office.run(&["deshacer"]).refused();
    assert!(refused.contains("no se deshace"), "{refused}");
}

#[test]
fn a_workbook_bears_a_folio_and_lists_have_the_words_that_people_use() {
    let office = Office::after_a_morning();
    let file = office.folder().join("lista.xlsx");
    let to = file.to_str().unwrap();
    let said = office.run(&["exportar", "estudiantes", "--salida", to]).done();
    assert!(
        said.starts_with("Exportado (Excel): 6 renglones, folio "),
        "{said}"
    );
    assert!(std::fs::read(&file).unwrap().starts_with(b"PK"));
    office.run(&["exportar", "sin-nss", "--salida", to]).done();
    let said = office.run(&["exportar", "movimientos", "--salida", to]).done();
    assert!(said.contains("la lista está vacía"), "{said}");
    let said = office
        .run(&["exportar", "todos", "--salida", "lista.pdf"])
        .refused();
    assert!(
        said.contains("Termine el nombre en .xlsx (Excel) o .csv."),
        "{said}"
    );
}

#[test]
fn what_went_out_can_be_planned_again_and_is_news_to_nobody() {
    let office = Office::after_a_morning();
    for file in ["lista.xlsx", "lista.csv"] {
        let file = office.folder().join(file);
        let file = file.to_str().unwrap();
        office.run(&["exportar", "estudiantes", "--salida", file]).done();
        let plan = office.run(&["importar", file, "--plan", "--json"]);
        assert!(
            !plan.out.contains("\"nuevo\"") && !plan.out.contains("\"cambia\""),
            "{plan:?}"
        );
        assert_eq!(plan.out.matches("\"igual\"").count(), 6, "{plan:?}");
    }
}

#[test]
fn the_sheet_for_other_offices_is_a_workbook() {
    let office = Office::after_a_morning();
    let file = office.folder().join("plantilla.xlsx");
    let said = office
        .run(&["plantilla", "--salida", file.to_str().unwrap()])
        .done();
    assert!(said.starts_with("Se escribió la plantilla en "), "{said}");
    assert!(std::fs::read(&file).unwrap().starts_with(b"PK"));
    let said = office.run(&["plantilla", "--salida", "plantilla.csv"]).refused();
    assert!(said.contains("termine el nombre en .xlsx"), "{said}");
    assert!(
        office.run(&["deshacer"]).done().starts_with("Se deshizo"),
        "it shows nobody's data"
    );
}
