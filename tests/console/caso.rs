use super::*;

/// Whoever was registered this morning and has nothing in the queue.
const NOBODYS_ALTA: &str = "26230101";

#[test]
fn a_case_tells_its_cause_the_next_step_and_what_to_say() {
    let office = Office::after_a_morning();
    let case = office.run(&["caso", NOBODYS_ALTA, "--json"]).json();
    assert_eq!(
        (&case["causa"], &case["inciso"]),
        (&json!("sin_movimiento"), &json!("e"))
    );
    assert_eq!(case["paso"], "preparar_alta");
    assert_eq!(case["corte"], "2026-11-30");
    assert_eq!(case["ventana"], json!(["2026-12-01", "2026-12-03"]));
    assert_eq!(case["procede_alta"], true);
    let script = case["guion"].as_array().unwrap();
    assert_eq!(script.len(), 4);
    assert!(
        script[0]
            .as_str()
            .unwrap()
            .starts_with("Habla Lupita, de Servicios Escolares de ")
    );
    assert!(
        script[2]
            .as_str()
            .unwrap()
            .contains("no podemos asegurar la fecha"),
        "{script:?}"
    );
    assert_eq!(case["casos"], json!([]));

    let told = office.run(&["caso", NOBODYS_ALTA]).done();
    assert!(told.contains("Guion de llamada"), "{told}");
    assert!(
        told.contains("Prepare el alta para el corte del 30 de noviembre."),
        "{told}"
    );
    assert!(!told.contains("F7"), "{told}");

    office.run(&["alta", NOBODYS_ALTA]).done();
    let case = office.run(&["caso", NOBODYS_ALTA, "--json"]).json();
    assert_eq!((&case["inciso"], &case["paso"]), (&json!("c"), &json!("esperar")));
}

#[test]
fn a_case_is_opened_noted_closed_and_each_is_undone() {
    let office = Office::after_a_morning();
    let said = office.run(&["caso", NOBODYS_ALTA, "--abrir"]).done();
    assert!(said.starts_with("Se abrió el caso de "), "{said}");
    let again = office.run(&["caso", NOBODYS_ALTA, "--abrir"]).refused();
    assert!(
        again.contains("Ya hay un caso abierto desde el 21 nov 2026"),
        "{again}"
    );
    let said = office
        .run(&[
            "caso",
            NOBODYS_ALTA,
            "--anotar",
            "en cola para el 30",
            "--a",
            "hospital",
        ])
        .done();
    assert!(
        said.starts_with("Se anotó lo que se dijo al hospital sobre "),
        "{said}"
    );
    let list = office.run(&["hoy", "--json"]).json();
    let tasks = list["por_hacer"].as_array().unwrap();
    assert!(
        tasks
            .iter()
            .any(|task| task["asunto"] == "casos_abiertos" && task["cuantos"] == 1),
        "{list}"
    );

    let case = office.run(&["caso", NOBODYS_ALTA, "--json"]).json();
    let kept = &case["casos"][0];
    assert_eq!(
        (&kept["atiende"], &kept["causa"]),
        (&json!("Lupita"), &json!("sin_movimiento"))
    );
    assert_eq!(kept["notas"][0]["a"], "hospital");
    assert_eq!(kept["notas"][0]["texto"], "en cola para el 30");

    let said = office
        .run(&["caso", NOBODYS_ALTA, "--cerrar", "--como", "otro_seguro"])
        .done();
    assert!(said.ends_with("lo cubre otro seguro.\n"), "{said}");
    let refused = office.run(&["caso", NOBODYS_ALTA, "--cerrar"]).refused();
    assert!(refused.contains("no tiene un caso abierto"), "{refused}");
    let history = office.run(&["historia", NOBODYS_ALTA]).done();
    for line in [
        "Lupita abrió un caso: sin movimiento en camino",
        "Lupita anotó en el caso lo que se dijo al hospital: «en cola para el 30»",
        "Lupita cerró el caso: lo cubre otro seguro",
    ] {
        assert!(history.contains(line), "{history}");
    }

    for what in ["el cierre del caso", "la nota del caso", "la apertura del caso"] {
        let said = office.run(&["deshacer"]).done();
        assert!(said.contains(&format!("Se deshizo {what} de ")), "{said}");
    }
    let case = office.run(&["caso", NOBODYS_ALTA, "--json"]).json();
    assert_eq!(case["casos"], json!([]));
    for _ in 0..3 {
        office.run(&["rehacer"]).done();
    }
    let case = office.run(&["caso", NOBODYS_ALTA, "--json"]).json();
    assert_eq!(case["casos"][0]["como"], "otro_seguro");
    assert_eq!(case["casos"][0]["notas"][0]["texto"], "en cola para el 30");
    office.run(&["verificar"]).done();
}

#[test]
fn what_is_half_asked_makes_no_sense() {
    let office = Office::after_a_morning();
    office
        .run(&["caso", NOBODYS_ALTA, "--anotar", "algo"])
        .makes_no_sense();
    office
        .run(&["caso", NOBODYS_ALTA, "--a", "hospital"])
        .makes_no_sense();
    office
        .run(&["caso", NOBODYS_ALTA, "--abrir", "--cerrar"])
        .makes_no_sense();
    office
        .run(&["caso", NOBODYS_ALTA, "--como", "otro"])
        .makes_no_sense();
    office
        .run(&["caso", NOBODYS_ALTA, "--anotar", "algo", "--a", "vecino"])
        .makes_no_sense();
    let empty = office
        .run(&["caso", NOBODYS_ALTA, "--anotar", "  ", "--a", "otro"])
        .refused();
    assert_eq!(empty.trim(), "Escriba qué se dijo.");
}
