use super::*;

#[test]
fn a_record_is_archived_found_and_restored() {
    let office = Office::after_a_morning();
    let said = office.run(&["archivar", "26230101"]).done();
    assert!(
        said.starts_with("Se archivó la ficha de D'Acosta Mac Gregor, José Luis."),
        "{said}"
    );
    assert_eq!(office.record("26230101")["archivada"], "2026-11-21");
    assert_eq!(office.found("26230101").as_array().unwrap().len(), 1);
    assert!(office.run(&["ficha", "26230101"]).done().contains("Archivada"));

    let again = office.run(&["archivar", "26230101"]).refused();
    assert_eq!(again.trim(), "La ficha ya está archivada, desde el 21 nov 2026.");
    office.run(&["restaurar", "26230101"]).done();
    assert_eq!(office.record("26230101")["archivada"], Value::Null);
    office.run(&["restaurar", "26230101"]).refused();

    office.run(&["alta", "26230101"]).done();
    let refused = office.run(&["archivar", "26230101"]).refused();
    assert!(
        refused.contains("en cola para el corte del 30 de noviembre"),
        "{refused}"
    );
}
