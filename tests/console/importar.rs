//! `importar`: the plan of a sheet, and what of it holds nothing saved.

use serde_json::Value;

use crate::Office;

fn sheet(name: &str) -> String {
    format!("{}/tests/sheets/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn importar(office: &Office, name: &str, options: &[&str]) -> crate::Said {
    let file = sheet(name);
    let line: Vec<&str> = ["importar", &file]
        .into_iter()
        .chain(options.iter().copied())
        .collect();
    office.run(&line)
}

#[test]
fn the_plan_writes_nothing_and_counts_everything() {
    let office = Office::open();
    let plan = importar(&office, "formulario-altas-2026.xlsx", &["--plan"]).remarked();
    for line in [
        "formulario-altas-2026.xlsx · hoja «Respuestas de formulario 1» · Altas",
        "   600  renglones",
        "    31  por decidir",
        "14 · NSS con cero perdido: Excel quitó el cero inicial",
    ] {
        assert!(plan.lines().any(|it| it == line), "{line}\n{plan}");
    }
    assert!(
        office
            .run(&["buscar", ""])
            .done()
            .starts_with("Aún no hay estudiantes")
    );
}

#[test]
fn the_plan_as_json_has_a_row_for_each_with_verdict_and_causes() {
    let office = Office::open();
    let said = importar(&office, "altas.xlsx", &["--plan", "--json"]).remarked();
    let plan: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(plan["cuentas"]["renglones"], 20);
    let rows = plan["renglones"].as_array().unwrap();
    assert_eq!(rows.len(), 20);
    assert_eq!(rows[0]["renglon"], 2);
    assert_eq!(rows[0]["veredicto"], "por-decidir");
    assert_eq!(rows[0]["causas"], serde_json::json!(["cero-perdido"]));
    assert_eq!(rows[0]["dudas"][0]["dice"], "2220640136");
    assert_eq!(rows[0]["dudas"][0]["quedaria"], "02-22-06-4013-6");
    assert_eq!(rows[1]["veredicto"], "nuevo");
}

#[test]
fn applying_saves_what_waits_for_nothing_and_counts_both() {
    let office = Office::open();
    let said = importar(&office, "altas.xlsx", &["--aplicar", "--encolar"]).remarked();
    assert_eq!(
        said,
        "Se agregaron 19 estudiantes y se prepararon 19 altas para el corte del 30 de noviembre. Quedó 1 renglón por \
         decidir.\n     1  NSS con cero perdido\n"
    );
    let again = importar(&office, "altas.xlsx", &["--aceptar", "--aplicar", "--json"]);
    let again = again.json();
    assert_eq!(
        (&again["guardados"], &again["por_decidir"]),
        (&1.into(), &0.into())
    );
    assert_eq!(
        importar(&office, "altas.xlsx", &["--aplicar"]).done(),
        "Este archivo ya se importó el 21 de noviembre. No hay cambios.\n"
    );
    office.run(&["verificar"]).done();
}

#[test]
fn a_change_is_told_from_old_to_new() {
    let office = Office::open();
    importar(&office, "altas.xlsx", &["--aceptar", "--aplicar"]).done();
    let plan = importar(
        &office,
        "inscritos.xlsx",
        &["--periodo", "ENE-JUN 2027", "--json"],
    )
    .json();
    let changes: Vec<&Value> = plan["renglones"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["veredicto"] == "cambia")
        .collect();
    // The list has a column of its own for the period, and that counts.
    assert!(changes.is_empty(), "{changes:?}");
    assert_eq!(plan["cuentas"]["iguales"], 12);
}

#[test]
fn everybody_may_be_affiliated_already() {
    let office = Office::open();
    importar(
        &office,
        "altas.xlsx",
        &["--aceptar", "--aplicar", "--ya-afiliados", "--encolar"],
    )
    .done();
    let record = office.run(&["ficha", "24239001", "--json"]).json();
    assert_eq!(record["alta_anterior"], "2026-11-21");
    assert_eq!(
        office
            .run(&["movimientos"])
            .done()
            .lines()
            .filter(|line| line.starts_with("Alta"))
            .count(),
        0
    );
}

#[test]
fn the_rows_that_wait_leave_as_a_sheet_that_comes_back() {
    let office = Office::open();
    let held = office.0.path().join("por decidir.xlsx");
    let held = held.to_str().unwrap();
    importar(&office, "altas.xlsx", &["--aplicar", "--por-decidir", held]).remarked();
    let plan = office.run(&["importar", held, "--json"]).remarked();
    let plan: Value = serde_json::from_str(&plan).unwrap();
    assert_eq!(plan["cuentas"]["renglones"], 1);
    assert_eq!(
        plan["renglones"][0]["causas"],
        serde_json::json!(["cero-perdido"])
    );
}

#[test]
fn what_cannot_be_read_is_refused_in_words() {
    let office = Office::open();
    for (name, begins) in [
        (
            "cortado.xlsx",
            "El archivo está incompleto o dañado y no se leyó.",
        ),
        ("con-contrasena.xlsx", "El archivo está protegido con contraseña."),
        ("con-contrasena.ods", "El archivo está protegido con contraseña."),
        ("gigas.xlsx", "El archivo ocuparía 4,096 MB al abrirse"),
        ("es-un-pdf.xlsx", "Ese archivo no es una hoja de cálculo."),
        ("vacio.xlsx", "El archivo está vacío"),
        (
            "solo-encabezado.xlsx",
            "La hoja tiene encabezados y ningún renglón.",
        ),
        ("mil-columnas.xlsx", "No se reconoció quién es cada quien."),
        ("no-existe.xlsx", "Ese archivo ya no está en esa carpeta."),
    ] {
        let said = importar(&office, name, &["--plan"]).refused();
        assert!(said.starts_with(begins), "{name}: {said}");
    }
    assert_eq!(
        importar(&office, "altas.xlsx", &["--hoja", "7"]).refused(),
        "El archivo tiene una sola hoja; no hay hoja 7.\n"
    );
    assert!(
        importar(&office, "altas.xlsx", &["--periodo", "mañana"])
            .refused()
            .starts_with("No se entiende el periodo «mañana».")
    );
    importar(&office, "altas.xlsx", &["--plan", "--aplicar"]).makes_no_sense();
}

#[test]
fn two_sheets_are_compared_without_touching_the_register() {
    let office = Office::open();
    let (before, now) = (sheet("altas.xlsx"), sheet("inscritos.xlsx"));
    let said = office.run(&["comparar", &before, &now]).done();
    assert!(
        said.starts_with("De altas.xlsx a inscritos.xlsx\n\n0 · nuevos\n\n8 · ya no están\n"),
        "{said}"
    );
    let told = office.run(&["comparar", &before, &now, "--json"]).json();
    assert_eq!(told["ya_no_estan"].as_array().unwrap().len(), 8);
    assert_eq!(
        told["iguales"].as_u64().unwrap() + told["cambian"].as_array().unwrap().len() as u64,
        12
    );
    assert!(
        office
            .run(&["comparar", &before, &sheet("mil-columnas.xlsx")])
            .refused()
            .starts_with("No se reconoció quién es cada quien.")
    );
}
