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
        "Al archivo le falta una parte de lo que este programa guarda. Detalle para soporte: acts_of_student, \
         acts_of_student.act_id, acts_of_student.student_id, one_holder_of_nss, students.email.\n\
         Esto no se corrige solo, y no hay una copia íntegra junto al registro. Busque una en la memoria USB de las copias, o \
         pida ayuda a soporte sin borrar nada.\n"
    );
}

/// The copy of yesterday beside the register.
fn copied(office: &Office) -> std::path::PathBuf {
    let at = "2026-11-20T18:00:00".parse().unwrap();
    let made = ventanilla::store::copy(&office.file(), &office.folder().join("copias"), at);
    made.unwrap().path
}

#[test]
fn what_cannot_be_put_right_is_told_with_the_copy_that_can_be_restored() {
    let office = Office::after_a_morning();
    copied(&office);
    rusqlite::Connection::open(office.file())
        .unwrap()
        .execute_batch("DROP TABLE notices")
        .unwrap();
    let said = office.run(&["verificar", "--reparar"]).remarked();
    assert!(
        said.contains(
            "Esto no se corrige solo. La última copia íntegra es de ayer a las 18:00: vea qué cambiaría con ventanilla \
             respaldo restaurar ventanilla-20261120-180000.db --ver, y sin --ver restáurela.\n"
        ),
        "{said}"
    );
    office
        .run(&["respaldo", "restaurar", "ventanilla-20261120-180000.db"])
        .done();
    office.run(&["verificar"]).done();
}

#[test]
fn indexes_are_made_anew_from_the_records() {
    let office = Office::after_a_morning();
    // The entry of one record is taken out of an index behind SQLite's back.
    let alter = |sql: &str| {
        let conn = rusqlite::Connection::open(office.file()).unwrap();
        conn.execute_batch(&format!("PRAGMA writable_schema = ON; {sql}"))
            .unwrap();
    };
    let whole: String = rusqlite::Connection::open(office.file())
        .unwrap()
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = 'students_by_career'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let written = |sql: &str| {
        let sql = sql.replace('\'', "''");
        format!("UPDATE sqlite_schema SET sql = '{sql}' WHERE name = 'students_by_career';")
    };
    alter(&written(&format!("{whole} AND id <> 1")));
    alter("REINDEX students_by_career;");
    alter(&written(&whole));
    let said = office.run(&["verificar"]).remarked();
    assert_eq!(
        said,
        "Los índices del archivo no concuerdan con las fichas, que están completas. Se corrige con --reparar.\n"
    );
    let said = office.run(&["verificar", "--reparar"]).done();
    assert!(
        said.starts_with("Se rehicieron los índices del archivo.\n"),
        "{said}"
    );
    office.run(&["verificar"]).done();
}

#[test]
fn a_copy_without_its_manifest_gets_one_and_a_torn_one_is_told() {
    let office = Office::after_a_morning();
    let copy = copied(&office);
    let manifest = copy.with_extension("json");
    let written = std::fs::read(&manifest).unwrap();
    std::fs::write(&manifest, "{").unwrap();
    let said = office.run(&["verificar"]).remarked();
    assert_eq!(
        said,
        "A la copia ventanilla-20261120-180000.db le falta su manifiesto, o no se puede leer. Se corrige con --reparar.\n"
    );
    let said = office.run(&["verificar", "--reparar"]).done();
    assert!(
        said.starts_with(
            "La copia ventanilla-20261120-180000.db se revisó de nuevo y se escribió otra vez su manifiesto.\n"
        ),
        "{said}"
    );
    assert_eq!(std::fs::read(&manifest).unwrap(), written, "the same as before");

    let bytes = std::fs::read(&copy).unwrap();
    std::fs::write(&copy, &bytes[..bytes.len() - 4096]).unwrap();
    let said = office.run(&["verificar", "--reparar"]).remarked();
    assert_eq!(
        said,
        "La copia ventanilla-20261120-180000.db no está completa y no sirve para restaurar. Puede borrarla; las demás no \
         dependen de ella.\n"
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
