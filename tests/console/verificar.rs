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
fn a_register_that_lacks_a_part_is_told() {
    let office = Office::after_a_morning();
    rusqlite::Connection::open(office.file())
        .unwrap()
        .execute_batch("DROP TABLE acts_of_student; DROP INDEX one_holder_of_nss; ALTER TABLE students DROP COLUMN email;")
        .unwrap();
    let said = office.run(&["verificar"]).remarked();
    assert_eq!(
        said,
        "Al archivo le falta una parte de lo que este programa guarda; use la copia más reciente. Detalle para soporte: \
         acts_of_student, acts_of_student.act_id, acts_of_student.student_id, one_holder_of_nss, students.email.\n"
    );
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

#[test]
fn a_folder_that_is_carried_elsewhere_is_told() {
    let office = Office::open();
    std::fs::write(office.folder().join(".dropbox"), "").unwrap();
    let said = office.run(&["verificar"]).done();
    assert!(said.contains("está dentro de Dropbox"), "{said}");
    let told = office.run(&["verificar", "--json"]).json();
    assert_eq!(told["avisos"].as_array().unwrap().len(), 1);
}
