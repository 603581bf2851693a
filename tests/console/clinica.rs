use super::*;

#[test]
fn a_clinic_is_noted_corrected_and_taken_away_again() {
    let office = Office::after_a_morning();
    let said = office
        .run(&[
            "clinica",
            "anotar",
            "26230101",
            "36",
            "--fuente",
            "constancia",
            "--turno",
            "v",
            "--consultorio",
            "4",
        ])
        .done();
    assert!(said.ends_with("UMF 36 · Vespertino · consultorio 4.\n"), "{said}");
    let record = office.record("26230101");
    assert_eq!(record["umf"], 36);
    assert_eq!(record["delegacion"], "32");
    assert_eq!(record["turno"], "vespertino");
    assert_eq!(record["clinica_fuente"], "constancia");
    assert_eq!(record["clinica_fecha"], "2026-11-21");
    let shown = office.run(&["ficha", "26230101"]).done();
    assert!(
        shown.contains("UMF 36 (según constancia del 21 nov 2026)"),
        "{shown}"
    );
    let found = office.run(&["buscar", "26230101", "--json"]).json();
    assert_eq!(found[0]["umf"], 36);

    let said = office
        .run(&[
            "clinica",
            "corregir",
            "36",
            "--numero",
            "37",
            "--tipo",
            "hgz",
            "--ciudad",
            "Minatitlán",
        ])
        .done();
    assert_eq!(
        said.trim(),
        "Se corrigió HGZ/UMF 37 · Minatitlán en el catálogo y en 1 ficha."
    );
    assert_eq!(office.record("26230101")["clinica"], "HGZ/UMF 37 · Minatitlán");
    let refused = office.run(&["clinica", "quitar", "minat"]).refused();
    assert!(
        refused.contains("está en la ficha de 1 estudiante y no se quita"),
        "{refused}"
    );

    office.run(&["clinica", "vaciar", "26230101"]).done();
    assert_eq!(office.record("26230101")["umf"], Value::Null);
    office.run(&["clinica", "quitar", "37"]).done();
    assert_eq!(office.run(&["clinica", "lista", "--json"]).json(), json!([]));
    office.run(&["deshacer"]).done();
    office.run(&["deshacer"]).done();
    assert_eq!(office.record("26230101")["umf"], 37);

    let history = office.run(&["historia", "26230101"]).done();
    assert!(
        history.contains("anotó clínica: de HGZ/UMF 37 · Minatitlán a nada"),
        "{history}"
    );
}

#[test]
fn a_second_clinic_of_the_same_number_has_its_delegacion_in_front() {
    let office = Office::after_a_morning();
    office.run(&["clinica", "agregar", "36"]).done();
    office
        .run(&["clinica", "agregar", "31/36", "--ciudad", "Coatzintla"])
        .done();
    let refused = office.run(&["clinica", "agregar", "36"]).refused();
    assert!(refused.contains("En el catálogo ya está UMF 36"), "{refused}");
    let list = office.run(&["clinica", "lista"]).done();
    assert!(
        list.contains("UMF 36 · Coatzintla  31 Veracruz Norte  0 estudiantes"),
        "{list}"
    );
    let refused = office.run(&["clinica", "agregar", "99/1"]).refused();
    assert!(refused.contains("No hay una delegación «99»"), "{refused}");
    let refused = office
        .run(&[
            "clinica",
            "anotar",
            "26230101",
            "--fuente",
            "carnet",
            "--agregado",
            "1M2004",
        ])
        .refused();
    assert!(refused.contains("El agregado lleva 8 caracteres"), "{refused}");
    let refused = office
        .run(&[
            "clinica",
            "anotar",
            "26230101",
            "36",
            "--fuente",
            "carnet",
            "--fecha",
            "2026-12-01",
        ])
        .refused();
    assert!(refused.contains("no puede ser posterior a hoy"), "{refused}");
}

#[test]
fn an_nss_is_written_with_its_state() {
    let office = Office::after_a_morning();
    let said = office
        .run(&[
            "nss",
            "26230101",
            "48190600428",
            "--estado",
            "confirmado",
            "--fecha",
            "2026-11-20",
        ])
        .done();
    assert!(said.contains("48-19-06-0042-8 (confirmado 20 nov)"), "{said}");
    assert_eq!(office.record("26230101")["nss_estado"], "confirmado");

    let refused = office
        .run(&["nss", "26230101", "48190600429", "--estado", "capturado"])
        .refused();
    assert!(
        refused.starts_with(
            "Con ese número el estado no puede ser capturado; puede ser por_confirmar. Estos 11 dígitos"
        ),
        "{refused}"
    );
    office
        .run(&["nss", "26230101", "48190600429", "--estado", "por_confirmar"])
        .done();
    assert_eq!(office.record("26230101")["nss_estado"], "por_confirmar");
    let said = office
        .run(&["nss", "26230101", "-", "--estado", "en_tramite"])
        .done();
    assert!(
        said.contains("quedó con el NSS en trámite desde el 21 nov."),
        "{said}"
    );
    assert_eq!(office.record("26230101")["nss"], Value::Null);
}
