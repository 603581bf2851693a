use super::*;

#[test]
fn a_student_is_found_by_anything_that_names_one() {
    let office = Office::after_a_morning();
    for typed in [
        "dacosta",
        "D'Acosta",
        "jose luis",
        "26230101",
        "0428",
        "48-19-06-0042-8",
        "dxgl041212htcxrsa6",
    ] {
        let found = office.found(typed);
        let found: Vec<_> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|row| &row["matricula"])
            .collect();
        // An apostrophe divides words; nobody types the two together.
        let expected: &[&str] = if typed == "dacosta" { &[] } else { &["26230101"] };
        assert_eq!(found, expected, "{typed}");
    }
}

#[test]
fn what_is_typed_in_the_search_box_narrows_a_list_here_too() {
    let office = Office::after_a_morning();
    let count = |typed: &str| office.found(typed).as_array().unwrap().len();
    let without = count("sin nss");
    assert!(without > 0 && without < 6, "{without}");
    assert_eq!(count("SIN NSS carrera:xyz"), 0);
    assert_eq!(count("corte:30nov"), 0);
    office.run(&["alta", "26230101"]).done();
    assert_eq!(office.found("corte:30nov")[0]["matricula"], "26230101");
    assert_eq!(count("corte:30nov sin nss"), 0);
    assert_eq!(count("corte:16nov"), 0);

    let file = office.folder().join("corte.csv");
    office
        .run(&[
            "exportar",
            "todos",
            "--buscar",
            "corte:30nov",
            "--salida",
            file.to_str().unwrap(),
        ])
        .done();
    assert_eq!(std::fs::read_to_string(file).unwrap().lines().count(), 2);
}

#[test]
fn json_of_a_list_has_every_key_and_null_for_nothing() {
    let office = Office::after_a_morning();
    assert_eq!(
        office.found("federico"),
        json!([{
            "matricula": "26230104", "nombre": "Federico", "nss": null, "curp": "XXXF020228HDFXXDA9", "umf": null,
            "movimiento": null, "se_espera": null, "comprobado": null,
        }])
    );
    office.run(&["alta", "26230101"]).done();
    let row = &office.found("26230101")[0];
    assert_eq!(row["nss"], "48190600428");
    assert_eq!(
        row["movimiento"],
        "Alta en cola desde el 21 nov 2026 · corte 30 nov 2026"
    );
    assert_eq!(row["se_espera"], "Vigente entre el 1 y el 3 dic 2026");
    assert_eq!(row["comprobado"], Value::Null);
}

#[test]
fn a_list_faces_the_window_so_it_masks_the_nss() {
    let office = Office::after_a_morning();
    let said = office.run(&["buscar", ""]).done();
    assert_eq!(said.lines().count(), 6);
    assert!(
        said.contains("…0428") && said.contains("…0013?") && !said.contains("48190600428"),
        "{said}"
    );
    assert_eq!(
        office
            .run(&["buscar", "", "--limite", "2"])
            .done()
            .lines()
            .count(),
        2
    );
    assert!(
        office
            .run(&["buscar", "zzz"])
            .done()
            .contains("Nadie coincide con «zzz»")
    );
}

#[test]
fn names_are_in_spanish_order() {
    let office = Office::after_a_morning();
    let said = office.run(&["buscar", "", "--json"]).json();
    let names: Vec<_> = said
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["nombre"].as_str().unwrap())
        .collect();
    assert!(
        names[0].starts_with("Abcdef") && names[1].starts_with("D'Acosta"),
        "{names:?}"
    );
}

#[test]
fn a_record_tells_all_and_the_json_too() {
    let office = Office::after_a_morning();
    let said = office.run(&["ficha", "26230103"]).done();
    for line in [
        "De los Santos, Luis Ángel",
        "SAXL 030809 H PL NXS A9",
        "02170300013 (por confirmar)",
    ] {
        assert!(said.contains(line), "{line} in\n{said}");
    }
    let record = office.record("P20260001");
    assert_eq!(record["primer_apellido"], "Güemes");
    let nobody = office.run(&["ficha", "99999999"]).refused();
    assert!(
        nobody.starts_with("No hay nadie con el número «99999999»."),
        "{nobody}"
    );
}
