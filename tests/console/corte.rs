use super::*;

/// Two who can go and one without NSS are queued.
fn office_with_a_queue() -> Office {
    let office = Office::open();
    let of = |who: &str, given: &str, curp: &str, nss: &str| {
        json!({ "matricula": who, "nombres": given, "primer_apellido": "Hernández", "segundo_apellido": "Muñoz",
            "curp": curp, "nss": nss, "situacion": "inscrito" })
        .to_string()
    };
    let lines = [
        of("24230318", "Juan Pablo", "HEMJ040315HVZRXNA8", "03190412340"),
        of("25230457", "María Fernanda", "CUNF051130MPLRXRA2", "12180599990"),
        of("26230190", "Iván", "", ""),
    ];
    office.register(&lines.join("\n")).done();
    for who in ["24230318", "25230457", "26230190"] {
        office.run(&["alta", who]).done();
    }
    office
}

/// The same, with the registro patronal written down.
fn office_with_a_cut() -> Office {
    let office = office_with_a_queue();
    office
        .run(&["ajustes", "imss.registro_patronal", "Z99-00000-32-0"])
        .done();
    office
}

#[test]
fn a_cut_goes_from_review_to_answer() {
    let office = office_with_a_cut();
    let review = office.run(&["corte", "revisar", "--json"]);
    let review: Value = serde_json::from_str(&review.out).unwrap();
    let ready = review["listos"]["altas"].as_u64().unwrap();
    assert!(ready > 0, "{review}");

    let closed = office.run(&["corte", "cerrar", "--json"]).json();
    assert_eq!(
        (&closed["folio"], &closed["corte"]),
        (&json!("C-2026-22"), &json!("2026-11-30"))
    );
    assert_eq!(closed["apartados"], review["apartados"]);
    assert_eq!(closed["envios"][0]["movimientos"], ready);

    let file = office.folder().join("altas.txt");
    let said = office
        .run(&[
            "corte",
            "archivo",
            "C-2026-22",
            "--tipo",
            "alta",
            "--salida",
            file.to_str().unwrap(),
        ])
        .done();
    assert!(said.starts_with("Se escribió "), "{said}");
    let bytes = std::fs::read(&file).unwrap();
    assert_eq!(bytes.len() as u64, ready * 170);
    let again = office.folder().join("otra-vez.txt");
    office
        .run(&[
            "corte",
            "archivo",
            "c-2026-22",
            "--tipo",
            "alta",
            "--salida",
            again.to_str().unwrap(),
        ])
        .done();
    assert_eq!(std::fs::read(&again).unwrap(), bytes);

    let sent = office.run(&[
        "corte",
        "enviar",
        "C-2026-22",
        "--tipo",
        "alta",
        "--canal",
        "idse",
        "--lote",
        "77123",
    ]);
    assert!(sent.done().contains("IDSE, lote 77123"));
    let answered = office
        .run(&["corte", "conciliar", "C-2026-22", "--todas", "--json"])
        .json();
    assert_eq!(
        (&answered[0]["aceptadas"], &answered[0]["sin_respuesta"]),
        (&json!(ready), &json!(0))
    );
    let stands = office.run(&["corte", "2026-11-30", "--json"]).json();
    assert_eq!(stands["cierre"]["envios"][0]["aceptadas"], ready);
}

#[test]
fn what_cannot_be_done_with_a_cut_is_told_and_changes_nothing() {
    let office = office_with_a_cut();
    let out = office.folder().join("r.pdf");
    let out = out.to_str().unwrap();
    assert_eq!(
        office
            .run(&["corte", "relacion", "C-2026-22", "--salida", out])
            .refused(),
        "No hay un corte con el folio «C-2026-22». Los folios están en Cortes; se escriben como C-2026-22.\n"
    );
    office.run(&["corte", "cerrar"]).done();
    assert_eq!(
        office
            .run(&["corte", "relacion", "C-2026-22", "--salida", "r.doc"])
            .refused(),
        "No se escribió nada: r.doc no dice en qué formato. Termine el nombre en .pdf o .xlsx.\n"
    );
    assert_eq!(
        office
            .run(&["corte", "conciliar", "C-2026-22", "--todas"])
            .refused(),
        "Ese envío del corte C-2026-22 todavía no está registrado como enviado. Regístrelo primero, con su fecha.\n"
    );
    office
        .run(&[
            "corte",
            "enviar",
            "C-2026-22",
            "--tipo",
            "alta",
            "--canal",
            "papel",
        ])
        .done();
    assert_eq!(
        office
            .run(&[
                "corte",
                "conciliar",
                "C-2026-22",
                "--todas",
                "--excepto",
                "99999999:otra"
            ])
            .refused(),
        "No se registró nada: 99999999 no está entre los movimientos sin respuesta de ese corte. Revise el número.\n"
    );
    let usage = office.run(&[
        "corte",
        "conciliar",
        "C-2026-22",
        "--todas",
        "--excepto",
        "99999999",
    ]);
    assert!(usage.makes_no_sense().contains("matrícula y causa"));
    assert!(
        office
            .run(&["corte", "conciliar", "C-2026-22"])
            .makes_no_sense()
            .contains("--todas")
    );
}

#[test]
fn without_a_registro_there_is_a_list_and_no_file() {
    let office = office_with_a_queue();
    office.run(&["corte", "cerrar"]).done();
    let file = office.folder().join("altas.txt");
    let refused = office
        .run(&[
            "corte",
            "archivo",
            "C-2026-22",
            "--tipo",
            "alta",
            "--salida",
            file.to_str().unwrap(),
        ])
        .refused();
    assert!(
        refused.starts_with("El archivo lleva el registro patronal"),
        "{refused}"
    );
    assert!(!file.exists());
    let list = office.folder().join("r.xlsx");
    let said = office
        .run(&[
            "corte",
            "relacion",
            "C-2026-22",
            "--salida",
            list.to_str().unwrap(),
        ])
        .done();
    assert!(said.starts_with("Exportado (Excel):"), "{said}");
}

#[test]
fn a_cut_is_reopened_with_its_reason() {
    let office = office_with_a_cut();
    office.run(&["corte", "cerrar"]).done();
    assert_eq!(
        office
            .run(&["corte", "reabrir", "C-2026-22", "--motivo", "faltó una persona"])
            .done(),
        "Se reabrió el corte del 30 de noviembre, folio C-2026-22. Sus movimientos están otra vez en cola.\n"
    );
    let stands = office.run(&["corte", "--json"]).json();
    assert_eq!(stands["cierre"]["estado"], "reabierto");
    assert_eq!(stands["cierre"]["motivo"], "faltó una persona");
}
