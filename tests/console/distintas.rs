use super::*;

#[test]
fn two_records_are_noted_as_two_people() {
    let office = Office::after_a_morning();
    let said = office.run(&["distintas", "26230101", "26230104"]).done();
    assert!(
        said.starts_with(
            "Quedó anotado: D'Acosta Mac Gregor, José Luis (26230101) y Federico (26230104) son dos personas."
        ),
        "{said}"
    );
    assert_eq!(office.record("26230101")["distintas"], json!(["26230104"]));
    assert_eq!(office.record("26230104")["distintas"], json!(["26230101"]));
    assert_eq!(office.record("26230104")["posibles_duplicados"], json!([]));
    let again = office.run(&["distintas", "26230104", "26230101"]).done();
    assert_eq!(again.trim(), "Ya estaban anotadas como dos personas.");
    office.run(&["deshacer"]).done();
    assert_eq!(office.record("26230101")["distintas"], json!([]));

    let refused = office.run(&["distintas", "26230101", "26230101"]).refused();
    assert!(
        refused.contains("Las dos matrículas son de la misma ficha."),
        "{refused}"
    );
    office.run(&["distintas", "26230101", "99999999"]).refused();
}
