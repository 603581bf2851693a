//! The format of the files for IMSS.

use super::*;

fn sample(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/records")
        .join(name);
    file.to_str().unwrap().to_owned()
}

#[test]
fn the_format_is_shown_and_tried_with_a_sample_until_one_agrees() {
    let office = Office::open();
    let shown = office.run(&["corte", "formato"]).done();
    for line in [
        "IDSE: renglones de 168 posiciones, fin crlf, letras ascii, sin cifras de control.\n",
        "  Tipo de trabajador: 1, permanente (sin confirmar)\n",
        "  Guía: 00000 (sin confirmar)\n",
        "  Causa de baja: 6, otras (sin confirmar)\n",
        "  Fecha del movimiento: del corte (sin confirmar)\n",
        "Confirme estos valores con su subdelegación.\n",
        "Todavía no se ha probado con una muestra que el IMSS haya aceptado: cada archivo sale de prueba.\n",
    ] {
        assert!(shown.contains(line), "{line}{shown}");
    }
    office.run(&["ajustes", "imss.guia", "12345"]).done();
    let said = office
        .run(&["corte", "formato", "--muestra", &sample("baja.txt")])
        .remarked();
    assert!(
        said.ends_with(
            "Baja, posiciones 134 a 138 (guía): se esperaba «12345» y dice «00000», en el renglón 1.\n"
        ),
        "{said}"
    );
    office.run(&["ajustes", "imss.guia", "--inicio"]).done();
    let said = office
        .run(&["corte", "formato", "--muestra", &sample("baja.txt")])
        .done();
    assert!(
        said.ends_with(
            "Una muestra coincidió con este formato el 21 nov 2026 (Lupita).\nLa muestra coincide con el formato: 1 movimiento. \
             Con este formato se escribiría igual.\n"
        ),
        "{said}"
    );
    let told = office.run(&["corte", "formato", "--json"]).json();
    assert_eq!(told["probado"]["por"], "Lupita");
}

#[test]
fn the_format_is_written_to_be_edited_and_taken_back() {
    let office = Office::open();
    let file = office.folder().join("formato.toml");
    let path = file.to_str().unwrap();
    let said = office.run(&["corte", "formato", "--salida", path]).done();
    assert!(
        said.ends_with(&format!("ventanilla ajustes imss.formato {path}\n")),
        "{said}"
    );
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(
        &file,
        text.replace("\"IDSE\"", "\"Tehuacán\"")
            .replace("\"00000\"", "\"12345\""),
    )
    .unwrap();
    assert_eq!(
        office.run(&["ajustes", "imss.formato", path]).done(),
        "Se guardó «Formato del archivo»: el del plantel.\n"
    );
    let shown = office.run(&["corte", "formato"]).done();
    assert!(
        shown.starts_with("Tehuacán: ") && shown.contains("  Guía: 12345 (sin confirmar)\n"),
        "{shown}"
    );
    assert_eq!(
        office
            .run(&["corte", "formato", "--muestra", "/no/existe.txt"])
            .refused(),
        "«Formato del archivo» no cambió: no hay un archivo en esa ruta. Escríbala completa, con el nombre del archivo.\n"
    );
}
