use super::*;

#[test]
fn what_a_constancia_says_is_recorded_and_those_who_lack_one_are_listed() {
    let office = Office::after_a_morning();
    let said = office
        .run(&["vigencia", "registrar", "26230101", "si", "--fecha", "2026-11-20"])
        .done();
    assert!(said.contains("VIGENTE al 20 nov 2026."), "{said}");
    let proven = &office.record("26230101")["comprobado"];
    assert_eq!(proven, "VIGENTE, constancia del 20 nov 2026");

    let refused = office
        .run(&["vigencia", "registrar", "26230101", "no", "--fecha", "2026-12-01"])
        .refused();
    assert!(refused.contains("no puede ser posterior a hoy"), "{refused}");
    office
        .run(&["vigencia", "registrar", "26230101", "quizá"])
        .makes_no_sense();
    let nobody = office.run(&["vigencia", "pendientes"]).done();
    assert_eq!(nobody.trim(), "Nadie tiene la vigencia por revisar.");
}

#[test]
fn a_constancia_brings_its_clinic_its_history_and_another_name() {
    let office = Office::after_a_morning();
    let said = office
        .run(&[
            "vigencia",
            "registrar",
            "26230101",
            "si",
            "--fecha",
            "2026-11-20",
            "--umf",
            "36",
            "--turno",
            "matutino",
            "--nombre",
            "OTRO NOMBRE",
            "--afilio",
            "Plantel Ejemplo;;16/08/2025;15/02/2026;si",
            "--afilio",
            "Empresa Ejemplo; Z99-00000-10-0; 2026-02-16;; no",
        ])
        .done();
    assert!(said.contains("La afiliación es de otra institución"), "{said}");
    let record = office.record("26230101");
    assert_eq!(record["umf"], 36);
    assert_eq!(record["clinica_fecha"], "2026-11-20");
    let check = &record["comprobaciones"][0];
    assert_eq!(check["nuestra"], false);
    assert_eq!(check["edad"], "reciente");
    assert_eq!(check["nombre"], "OTRO NOMBRE");
    assert_eq!(check["historial"][1]["registro"], "Z99-00000-10-0");
    assert_eq!(check["historial"][0]["hasta"], "2026-02-15");

    let refused = office
        .run(&[
            "vigencia",
            "registrar",
            "26230101",
            "si",
            "--afilio",
            "Alguien; X; ayer por la tarde",
        ])
        .refused();
    assert!(refused.contains("No se entiende el renglón"), "{refused}");
    let refused = office
        .run(&[
            "vigencia",
            "registrar",
            "26230101",
            "si",
            "--fuente",
            "llamada",
            "--umf",
            "12",
        ])
        .refused();
    assert!(refused.contains("solo vienen en una constancia"), "{refused}");
    office
        .run(&[
            "vigencia",
            "registrar",
            "26230101",
            "si",
            "--umf",
            "12",
            "--solo-anotar",
        ])
        .done();
    assert_eq!(office.record("26230101")["umf"], 36);
}

#[test]
fn the_demonstration_campus_has_some_to_review() {
    let office = Office::empty();
    office.run(&["demo", "--estudiantes", "300"]).done();
    let pending = office.run(&["vigencia", "pendientes", "--json"]).json();
    let pending = pending.as_array().unwrap();
    assert!(!pending.is_empty());
    for row in pending {
        let who = row["matricula"].as_str().unwrap();
        let line = office.run(&["buscar", who]).done();
        assert!(line.contains("Revisar vigencia"), "{line}");
    }
    let all = office.run(&["buscar", ""]).done();
    let chips = all
        .lines()
        .filter(|line| line.contains("Revisar vigencia"))
        .count();
    assert_eq!(chips, pending.len(), "the list and the chips agree");
}

#[test]
fn whose_a_registro_is_follows_from_those_of_the_campus() {
    let office = Office::after_a_morning();
    let said = office
        .run(&["ajustes", "imss.registro_patronal", "Z9900000320; z99-00001-10-4"])
        .done();
    assert_eq!(
        said,
        "Se guardó «Registros patronales»: Z99-00000-32-0 y Z99-00001-10-4.\n\
         Z99-00001-10-4 es de la modalidad 10; la de estudiantes es la 32. Compruébelo con el IMSS.\n"
    );
    let ours = |row: &str| {
        office
            .run(&["vigencia", "registrar", "26230101", "si", "--afilio", row])
            .done();
        let record = office.record("26230101");
        let checks = record["comprobaciones"].as_array().unwrap();
        checks.last().unwrap()["nuestra"].clone()
    };
    assert_eq!(ours("Plantel Ejemplo; Z99 00000 32 0"), true);
    assert_eq!(ours("Empresa Ejemplo; Z98-00000-10-0"), false);
    assert_eq!(ours("Empresa Ejemplo; no se lee"), Value::Null);
}
