use super::*;

#[test]
fn an_alta_waits_for_the_cut_and_only_once() {
    let office = Office::after_a_morning();
    assert_eq!(
        office.run(&["alta", "26230101"]).done(),
        "Alta en cola para el corte del 30 de noviembre. Se espera vigente entre el martes 1 y el jueves 3 de \
         diciembre.\n"
    );
    assert_eq!(
        office.run(&["alta", "26230101"]).refused(),
        "Ya hay un alta en cola para el corte del 30 de noviembre; cancélela antes de preparar otro movimiento.\n"
    );
    assert_eq!(
        office.run(&["cancelar", "26230101"]).done(),
        "Se canceló el alta del corte del 30 de noviembre.\n"
    );
    assert_eq!(
        office.run(&["cancelar", "26230101"]).refused(),
        "No hay un movimiento en cola para esta persona.\n"
    );
}

#[test]
fn what_would_set_it_aside_is_told() {
    let office = Office::after_a_morning();
    let said = office.run(&["alta", "26230103"]).done();
    assert!(
        said.contains("Tiene una observación: NSS por confirmar."),
        "{said}"
    );
    assert!(said.contains("corte del 16 de diciembre"), "{said}");
    let said = office.run(&["alta", "26230105"]).refused();
    assert!(said.contains("la situación escolar es “no inscrito”"), "{said}");
    let said = office
        .run(&["baja", "26230105", "--motivo", "no_reinscrito"])
        .done();
    assert!(said.contains("tiene 40 letras y el archivo admite 27"), "{said}");
    assert!(said.contains("No consta un alta de esta persona."), "{said}");
}

#[test]
fn a_baja_says_why() {
    let office = Office::after_a_morning();
    let said = office
        .run(&["baja", "26230101", "--motivo", "aburrimiento"])
        .refused();
    assert!(
        said.contains("No conozco el motivo «aburrimiento». Puede ser: egreso,"),
        "{said}"
    );
    assert!(
        office
            .run(&["baja", "26230101"])
            .makes_no_sense()
            .contains("A la orden le falta: --motivo")
    );
    office.run(&["baja", "26230101", "--motivo", "egreso"]).done();
    assert_eq!(office.record("26230101")["movimientos"][0]["motivo"], "egreso");
}

#[test]
fn the_cut_lists_what_waits() {
    let office = Office::after_a_morning();
    let said = office.run(&["movimientos"]).done();
    assert!(
        said.starts_with("Corte del 30 de noviembre de 2026: 0 altas y 0 bajas\n"),
        "{said}"
    );
    office.run(&["alta", "26230101"]).done();
    office.run(&["alta", "26230102"]).done();
    let cut = office.run(&["movimientos", "--json"]).json();
    assert_eq!(
        (&cut["corte"], &cut["altas"], &cut["bajas"]),
        (&json!("2026-11-30"), &json!(2), &json!(0))
    );
    assert_eq!(cut["movimientos"][0]["matricula"], "26230101");
    assert_eq!(cut["movimientos"][1]["observaciones"], json!(["falta la CURP"]));
    assert!(
        office
            .run(&["movimientos"])
            .done()
            .contains("2 altas y 0 bajas\nAlta  26230101")
    );
}

#[test]
fn what_was_done_is_undone_and_redone_and_remembered() {
    let office = Office::after_a_morning();
    office.run(&["alta", "26230101"]).done();
    assert_eq!(
        office.run(&["deshacer"]).done(),
        "Se deshizo el alta de D'Acosta Mac Gregor, José Luis.\n"
    );
    assert_eq!(office.found("26230101")[0]["movimiento"], Value::Null);
    assert_eq!(
        office.run(&["rehacer"]).done(),
        "Se rehízo el alta de D'Acosta Mac Gregor, José Luis.\n"
    );
    assert!(
        office
            .run(&["rehacer"])
            .refused()
            .starts_with("No hay nada que rehacer")
    );
    let said = office.run(&["historia", "26230101"]).done();
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "21 nov 2026 10:30  Lupita rehízo el alta",
            "21 nov 2026 10:30  Lupita deshizo el alta",
            "21 nov 2026 10:30  Lupita preparó el alta para el corte del 30 nov 2026",
            "21 nov 2026 10:30  Lupita registró la ficha",
        ]
    );
    let json = office.run(&["historia", "26230101", "--json"]).json();
    assert_eq!(json[3]["acto"], "registro");
    assert!(
        !json.to_string().contains("48190600428"),
        "history masks what it tells"
    );
}

#[test]
fn everything_can_be_undone_back_to_the_beginning() {
    let office = Office::after_a_morning();
    for _ in 0..6 {
        office.run(&["deshacer"]).done();
    }
    assert_eq!(office.run(&["deshacer"]).refused(), "No hay nada que deshacer.\n");
    assert_eq!(office.found(""), json!([]));
    for _ in 0..6 {
        office.run(&["rehacer"]).done();
    }
    assert_eq!(office.found("").as_array().unwrap().len(), 6);
    office.run(&["verificar"]).done();
}

#[test]
fn an_alta_of_somebody_with_another_insurance_is_queued_with_that_observation() {
    let office = Office::after_a_morning();
    let check = [
        "vigencia",
        "registrar",
        "26230101",
        "si",
        "--fecha",
        "2026-11-20",
        "--nuestra",
        "no",
    ];
    office.run(&check).done();
    let said = office.run(&["alta", "26230101"]).done();
    assert!(
        said.ends_with(
            "Tiene una observación: otro seguro según constancia del 20 nov 2026. Si sigue así al cerrar, pasará al \
             corte del 16 de diciembre.\n"
        ),
        "{said}"
    );
    let queued = office.run(&["movimientos", "--json"]).json();
    assert_eq!(
        queued["movimientos"][0]["observaciones"],
        json!(["otro seguro según constancia del 20 nov 2026"])
    );
    let today = office.run(&["hoy", "--json"]).json();
    assert_eq!(today["cortes"][0]["con_observaciones"], 1, "{today}");
}
