use super::*;

#[test]
fn what_is_wrong_is_told_and_put_right_on_request() {
    let office = Office::after_a_morning();
    assert!(
        office
            .run(&["verificar"])
            .done()
            .contains("(6 estudiantes) y está en orden")
    );
    rusqlite::Connection::open(office.file())
        .unwrap()
        .execute(
            "UPDATE students SET search_words = ' nadie' WHERE identifier = '26230101'",
            [],
        )
        .unwrap();
    let said = office.run(&["verificar"]).remarked();
    assert_eq!(
        said,
        "La búsqueda no encuentra bien 1 ficha. Se corrige con --reparar.\n"
    );
    let said = office.run(&["verificar", "--reparar"]).done();
    assert!(
        said.starts_with("Se rehízo el índice de la búsqueda.\n"),
        "{said}"
    );
    assert_eq!(
        office.run(&["verificar", "--json"]).json()["hallazgos"],
        json!([])
    );
    assert_eq!(office.found("26230101").as_array().unwrap().len(), 1);
}

#[test]
#[cfg(unix)]
fn a_register_that_others_can_read_is_told() {
    use std::os::unix::fs::PermissionsExt;

    let office = Office::open();
    std::fs::set_permissions(office.file(), std::fs::Permissions::from_mode(0o644)).unwrap();
    let said = office.run(&["verificar"]).remarked();
    assert!(
        said.contains("Otras cuentas de esta computadora pueden leer"),
        "{said}"
    );
    office.run(&["verificar", "--reparar"]).done();
    office.run(&["verificar"]).done();
}
