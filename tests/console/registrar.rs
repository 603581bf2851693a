use super::*;

#[test]
fn a_morning_of_odd_names_goes_in() {
    let office = Office::open();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/morning.jsonl");
    let said = office
        .run(&["registrar", "--json", file.to_str().unwrap()])
        .done();
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "26230101\tok\tRegistrado: D'Acosta Mac Gregor, José Luis.",
            "26230102\tok\tRegistrado: López-Portillo Ñáñez, Rocío.",
            "26230103\tok\tRegistrado: De los Santos, Luis Ángel. El NSS quedó por confirmar.",
            "26230104\tok\tRegistrado: Federico.",
            "26230105\tok\tRegistrado: Abcdefghijklmnopqrstuvwxyzabcdefghijklmn, Ana.",
            "P20260001\tok\tRegistrado: Güemes Ibáñez, Ma. de los Ángeles.",
        ]
    );
    office.run(&["verificar"]).done();
}

#[test]
fn what_was_left_out_is_what_is_usual() {
    let office = Office::open();
    office.register(&student("26230110", json!({}))).done();
    let record = office.record("26230110");
    assert_eq!(record["periodo"], "AGO-DIC 2026");
    assert_eq!(record["situacion"], "inscrito");
    assert_eq!(record["nss_estado"], "sin_nss");
    assert_eq!(record["segundo_apellido"], Value::Null);
}

#[test]
fn a_refused_line_keeps_no_other_out() {
    let office = Office::open();
    let lines = [
        "not JSON".to_owned(),
        r#"{"matricula":"26230111","nombres":"Ana"}"#.to_owned(),
        r#"{"nombres":"Ana","primer_apellido":"Ruiz"}"#.to_owned(),
        student("26", json!({})),
        student("26230112", json!({ "apodo": "Lucy" })),
        student("26230112", json!({ "sexo": "F" })),
        student("26230112", json!({ "nss": ["48190600428"] })),
        student("26230112", json!({ "situacion": "de viaje", "semestre": 40 })),
        String::new(),
        student("26230112", json!({})),
        student("26230112", json!({})),
    ];
    let said = office.register(&lines.join("\n")).remarked();
    let said: Vec<&str> = said.lines().collect();
    assert_eq!(said.len(), 10);
    assert_eq!(
        said[..3],
        [
            "\tno\tRenglón 1: no es un objeto JSON. Escriba un estudiante por renglón, entre llaves.",
            "26230111\tno\tNo se registró. Falta el primer apellido. Si no tiene apellidos, escriba \
             \"sin_apellidos\": true.",
            "\tno\tNo se registró. Falta el número de control. Si aún no lo tiene, \"provisional\": true le da un \
             folio provisional.",
        ]
    );
    assert!(
        said[3].contains("de 4 a 12 letras y números; aquí hay 2"),
        "{}",
        said[3]
    );
    assert!(
        said[4].contains("Renglón 5: no conozco el dato «apodo»"),
        "{}",
        said[4]
    );
    assert!(
        said[5].contains("no se entiende «F» en «sexo»; puede ser: H, M o X."),
        "{}",
        said[5]
    );
    assert!(said[6].contains("en «nss»"), "{}", said[6]);
    assert!(
        said[7].contains("semestre") && said[7].contains("Elija una"),
        "{}",
        said[7]
    );
    assert_eq!(said[8], "26230112\tok\tRegistrado: Ramírez, Ana Lucía.");
    assert_eq!(
        said[9],
        "26230112\tno\tEste número ya es de Ramírez, Ana Lucía. Corríjalo o consulte esa ficha."
    );
    assert_eq!(office.found("").as_array().unwrap().len(), 1);
}

#[test]
fn a_clinic_is_registered_with_its_student() {
    let office = Office::open();
    let placed = json!({ "umf": "UMF 61", "turno": "V", "consultorio": 4 });
    office.register(&student("26230120", placed)).done();
    let record = office.record("26230120");
    assert_eq!(record["umf"], 61);
    assert_eq!(record["turno"], "vespertino");
    assert_eq!(record["consultorio"], "4");
    assert_eq!(record["clinica_fuente"], "ficha");
    assert_eq!(record["clinica_fecha"], "2026-11-21");
    assert_eq!(office.found("26230120")[0]["umf"], 61);
    let clinics: Value = serde_json::from_str(&office.run(&["clinica", "lista", "--json"]).done()).unwrap();
    assert_eq!(clinics[0]["numero"], 61, "it entered the catalogue");

    let odd = json!({ "umf": "la del centro", "consultorio": "doce", "semestre": 40 });
    let said = office.register(&student("26230121", odd)).remarked();
    for why in [
        "El semestre es un número del 1 al 20.",
        "No hay una sola clínica que se llame «la del centro».",
        "El consultorio lleva hasta tres letras o números.",
    ] {
        assert!(said.contains(why), "{said}");
    }
}

#[test]
fn a_number_has_one_holder_unless_a_reason_is_written() {
    let office = Office::open();
    office
        .register(&student(
            "26230113",
            json!({ "nss": "48190600428", "curp": "HEMJ040315HVZRXNA8" }),
        ))
        .done();
    let nss = student("26230114", json!({ "nss": "48-19-06-0042-8" }));
    assert!(
        office
            .register(&nss)
            .remarked()
            .contains("Este NSS ya está en la ficha de Ramírez, Ana Lucía")
    );
    let curp = student("26230114", json!({ "curp": "hemj040315hvzrxna8" }));
    assert!(
        office
            .register(&curp)
            .remarked()
            .contains("escriba el motivo en «motivo_curp»")
    );
    let reason = "Los dos documentos lo traen";
    let both = json!({
        "nss": "48190600428", "motivo_nss": reason, "curp": "HEMJ040315HVZRXNA8", "motivo_curp": reason
    });
    let said = office.register(&student("26230114", both)).done();
    assert!(
        said.contains("El NSS y la CURP quedaron por confirmar."),
        "{said}"
    );
    let record = office.record("26230114");
    assert_eq!(
        (&record["motivo_nss"], &record["motivo_curp"]),
        (&json!(reason), &json!(reason))
    );
}

#[test]
fn bytes_that_are_no_text_are_refused_in_words() {
    let office = Office::open();
    let data = office.folder().to_str().unwrap();
    let said = program(
        &["--datos", data, "registrar", "--json", "-"],
        b"\xff\xfe{\n\xef\xbb\xbf[]\n",
    );
    assert_eq!(said.remarked().matches("no es un objeto JSON").count(), 2);
    let said = office.run(&["registrar", "--json", "/no/hay.jsonl"]).refused();
    assert!(said.contains("No se pudo leer /no/hay.jsonl"), "{said}");
}
