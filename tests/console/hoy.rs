use super::*;

#[test]
fn each_number_of_the_day_has_its_list() {
    let office = Office::after_a_morning();
    office.run(&["alta", "26230101"]).done();
    let text = office.run(&["hoy"]).done();
    assert!(
        text.starts_with(
            "Hoy, sábado 21 de noviembre de 2026\nCorte 30 nov (lun) · faltan 9 días · 1 alta, 0 bajas"
        ),
        "{text}"
    );
    assert!(text.contains("Se esperan hoy: 0 personas"), "{text}");

    let day = office.run(&["hoy", "--json"]).json();
    assert_eq!(day["hoy"], "2026-11-21");
    assert_eq!(day["cortes"][0]["altas"], 1);
    let to_do = day["por_hacer"].as_array().unwrap();
    assert!(!to_do.is_empty());
    for task in to_do {
        let list = task["lista"].as_str().unwrap();
        let file = office.folder().join("lista.csv");
        office
            .run(&["exportar", list, "--salida", file.to_str().unwrap()])
            .done();
        let rows = std::fs::read_to_string(file).unwrap().lines().count() as u64 - 1;
        assert_eq!(json!(rows), task["cuantos"], "{list}");
    }
}

#[test]
fn a_cut_that_passed_unsent_is_told() {
    let office = Office::after_a_morning();
    office.run(&["alta", "26230101"]).done();
    let day = office.run_on("2026-12-02T09:00", &["hoy", "--json"]).json();
    assert_eq!(day["por_hacer"][0]["asunto"], "corte_sin_enviar");
    assert_eq!(day["por_hacer"][0]["lista"], "corte:2026-11-30");
    let text = office.run_on("2026-12-02T09:00", &["hoy"]).done();
    assert!(
        text.contains("Sin enviar del corte del 30 de noviembre: 1 alta, 0 bajas; el corte pasó hace 2 días"),
        "{text}"
    );
}
