use super::*;

#[test]
fn shows_changes_confirms_and_puts_back() {
    let office = Office::open();
    let all = office.run(&["ajustes"]).done();
    assert!(all.contains("Plazos y evidencia\n"), "{all}");
    assert!(all.contains("(sin confirmar)"), "{all}");

    let said = office.run(&["ajustes", "corte.plazo", "2 a 5"]).done();
    assert_eq!(
        said,
        "Se guardó «Plazo de actualización»: De 2 a 5 días corridos, desde lo último entre corte y envío.\n"
    );
    let one = office.run(&["ajustes", "corte.plazo", "--json"]).json();
    assert_eq!(
        (&one["valor"], &one["inicio"], &one["por_confirmar"]),
        (&json!("2-5"), &json!("1-3"), &json!(true))
    );

    office.run(&["ajustes", "corte.plazo", "--confirmar"]).done();
    let shown = office.run(&["ajustes", "corte.plazo"]).done();
    assert!(shown.contains("Lo confirmó Lupita el 21 nov 2026."), "{shown}");

    office.run(&["deshacer"]).done();
    office.run(&["ajustes", "corte.plazo", "--inicio"]).done();
    let one = office.run(&["ajustes", "corte.plazo", "--json"]).json();
    assert_eq!(one["valor"], "1-3");
    let again = office.run(&["ajustes", "corte.plazo", "--inicio"]).done();
    assert_eq!(again, "«Plazo de actualización» ya estaba así; no cambió nada.\n");
}

#[test]
fn refuses_in_words_what_is_no_key_or_no_value() {
    let office = Office::open();
    let said = office.run(&["ajustes", "corte"]).refused();
    assert!(said.starts_with("No hay un ajuste «corte»."), "{said}");
    let said = office.run(&["ajustes", "apariencia.tema", "morado"]).refused();
    assert_eq!(
        said,
        "«Tema» no cambió: puede ser «claro», «oscuro» o «contraste».\n"
    );
    office.run(&["ajustes", "--confirmar"]).makes_no_sense();
}
