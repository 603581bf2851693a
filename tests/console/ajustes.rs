use super::*;

#[test]
fn shows_changes_confirms_and_puts_back() {
    let office = Office::open();
    let all = office.run(&["ajustes"]).done();
    assert!(all.contains("Cortes y plazos\n"), "{all}");
    assert!(all.contains("(sin confirmar)"), "{all}");

    let said = office.run(&["ajustes", "corte.plazo", "2 a 5"]).done();
    assert_eq!(
        said,
        "Se guardó «Plazo de actualización»: De 2 a 5 días, desde lo último entre corte y envío.\n"
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

#[test]
fn other_cut_days_are_in_force_at_once_and_the_past_ones_stay_right() {
    let office = Office::after_a_morning();
    office.run(&["alta", "26230101"]).done();
    let said = office.run(&["ajustes", "corte.dias", "10 y 25"]).done();
    assert_eq!(said, "Se guardó «Días de corte»: 10 y 25.\n");
    office.run(&["ajustes", "corte.hora", "13:00"]).done();
    let next = office.run(&["movimientos", "--json"]).json();
    assert_eq!(next["corte"], "2026-11-25");
    let empty = office.run(&["movimientos"]).done();
    assert!(
        empty.contains("antes de las 13:00 del 25 de noviembre"),
        "{empty}"
    );
    let days = office.run(&["hoy", "--json"]).json();
    assert_eq!(days["cortes"][1]["corte"], "2026-11-30");
    office.run(&["verificar"]).done();
    let said = office
        .run(&["exportar", "corte:2026-11-26", "--salida", "x.csv"])
        .refused();
    assert!(
        said.starts_with("El 26 de noviembre de 2026 no es día de corte"),
        "{said}"
    );
}

#[test]
fn a_subdelegacion_that_its_delegacion_is_not_known_to_have_is_kept_with_a_notice() {
    let office = Office::open();
    let said = office.run(&["ajustes", "imss.subdelegacion", "7"]).done();
    assert_eq!(
        said,
        "Se guardó «Subdelegación del IMSS»: 7.\n\
         En la delegación 32 Veracruz Sur se conocen: 2, 3, 38 y 45. Compruébelo con el IMSS.\n"
    );
    let said = office.run(&["ajustes", "imss.subdelegacion", "38"]).done();
    assert_eq!(said, "Se guardó «Subdelegación del IMSS»: 38.\n");
    assert_eq!(
        office.run(&["ajustes", "imss.subdelegacion", "--json"]).json()["aviso"],
        Value::Null
    );
}

#[test]
fn a_logo_is_taken_from_a_file_and_put_back() {
    let office = Office::open();
    let file = office.folder().join("escudo.png");
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 300, 100);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[40; 300 * 100]).unwrap();
    writer.finish().unwrap();
    std::fs::write(&file, bytes).unwrap();

    let said = office
        .run(&["ajustes", "papel.logo", file.to_str().unwrap()])
        .done();
    assert_eq!(said, "Se guardó «Logotipo»: escudo.png (300 × 100).\n");
    let shown = office.run(&["ajustes", "papel.logo"]).done();
    assert!(shown.contains("escudo.png (300 × 100)"), "{shown}");
    let said = office.run(&["ajustes", "papel.logo", "--inicio"]).done();
    assert_eq!(said, "«Logotipo» volvió a su valor de inicio.\n");
    let said = office.run(&["ajustes", "papel.logo", "nada.png"]).refused();
    assert!(
        said.starts_with("«Logotipo» no cambió: no hay un archivo en esa ruta."),
        "{said}"
    );
}
