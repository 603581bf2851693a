use super::*;

#[test]
fn a_number_takes_the_place_of_a_folio() {
    let office = Office::after_a_morning();
    let said = office.run(&["control", "P20260001", "26230199"]).done();
    assert_eq!(
        said.trim(),
        "Se asignó 26230199 a Güemes Ibáñez, Ma. de los Ángeles, en lugar del folio P20260001."
    );
    assert_eq!(office.record("P20260001")["matricula"], "26230199");
    assert_eq!(office.found("P20260001").as_array().unwrap().len(), 1);
    let lines = office.run(&["historia", "26230199"]).done();
    assert!(
        lines.contains("Lupita asignó 26230199 en lugar del folio P20260001"),
        "{lines}"
    );
    let refused = office.run(&["control", "26230199", "26230200"]).refused();
    assert!(
        refused.starts_with("Ya tiene número de control: 26230199."),
        "{refused}"
    );
    office.run(&["verificar"]).done();
}
