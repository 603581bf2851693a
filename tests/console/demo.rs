use super::*;

#[test]
fn a_sample_campus_is_sound_and_can_be_worked_with() {
    let office = Office::empty();
    let said = office.run(&["demo", "--estudiantes", "500"]).done();
    assert!(
        said.starts_with("Se creó un plantel de muestra con 500 estudiantes en "),
        "{said}"
    );
    office.run(&["verificar"]).done();
    assert_eq!(office.found("").as_array().unwrap().len(), 500);
    let cut = office.run(&["movimientos", "--json"]).json();
    assert!(cut["altas"].as_u64().unwrap() > 10, "{cut}");
    let waiting = cut["movimientos"][0]["matricula"].as_str().unwrap();
    office.run(&["cancelar", waiting]).done();
    office.run(&["deshacer"]).done();
    assert_eq!(
        office.run(&["deshacer"]).refused(),
        "No hay nada que deshacer.\n",
        "the campus itself stays"
    );
}

#[test]
fn the_same_seed_gives_the_same_campus() {
    let campus = |seed| {
        let office = Office::empty();
        office
            .run(&["demo", "--estudiantes", "60", "--semilla", seed])
            .done();
        office.found("")
    };
    assert_eq!(campus("7"), campus("7"));
    assert_ne!(campus("7"), campus("8"));
}
