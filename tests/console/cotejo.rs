use super::*;

#[test]
fn a_row_is_written_down_shown_and_undone() {
    let office = Office::after_a_morning();
    let said = office
        .run(&[
            "cotejo",
            "26230101",
            "8",
            "si",
            "--observacion",
            "dos fotografías",
        ])
        .done();
    assert_eq!(
        said.trim(),
        "Se anotó «Fotografía infantil» de D'Acosta Mac Gregor, José Luis: entregado el 21 nov 2026."
    );
    let list = office.run(&["cotejo", "26230101", "--json"]).json();
    assert_eq!(list["entregados"], 1);
    assert_eq!(
        list["renglones"][7],
        json!({
            "renglon": 8,
            "requisito": "Fotografía infantil",
            "entregado": true,
            "fecha": "2026-11-21",
            "observacion": "dos fotografías",
            "anoto": "Lupita",
            "propuesto": null,
        })
    );
    assert_eq!(
        list["renglones"][1]["propuesto"]["fecha"], "2026-11-21",
        "the CURP"
    );
    assert_eq!(list["renglones"][10]["entregado"], Value::Null);

    let shown = office.run(&["cotejo", "26230101"]).done();
    assert!(
        shown.contains("Entregado el 21 nov 2026 · Lupita · dos fotografías"),
        "{shown}"
    );
    assert!(shown.contains("1 de 11 requisitos recibidos."), "{shown}");

    // The same answer keeps its remark; the other one doesn't.
    office
        .run(&["cotejo", "26230101", "8", "no", "--fecha", "2026-11-20"])
        .done();
    let list = office.run(&["cotejo", "26230101", "--json"]).json();
    assert_eq!(list["renglones"][7]["observacion"], Value::Null);
    office.run(&["deshacer"]).done();
    office.run(&["deshacer"]).done();
    assert_eq!(
        office.run(&["cotejo", "26230101", "--json"]).json()["entregados"],
        0
    );
}

#[test]
fn what_is_no_row_or_no_remark_is_refused_in_words() {
    let office = Office::after_a_morning();
    assert!(
        office
            .run(&["cotejo", "26230101", "12", "si"])
            .refused()
            .contains("van del 1 al 11")
    );
    let long = "x".repeat(81);
    let refused = office.run(&["cotejo", "26230101", "8", "si", "--observacion", &long]);
    assert!(refused.refused().contains("lleva hasta 80 letras; aquí hay 81"));
    let refused = office.run(&["cotejo", "26230101", "8", "si", "--fecha", "2026-11-22"]);
    assert!(refused.refused().contains("no puede ser posterior a hoy"));
    office.run(&["cotejo", "26230101", "8"]).makes_no_sense();
    office
        .run(&["cotejo", "26230101", "8", "si", "--json"])
        .makes_no_sense();
    office
        .run(&["cotejo", "26230101", "--observacion", "sola"])
        .makes_no_sense();
}
