use super::*;
use ventanilla::domain::entry::Entry;
use ventanilla::domain::student::Standing;
use ventanilla::store::{ActKind, ImportEntry, Stamp, Store, StoreError};

/// Saves two students as a sheet would bring them.
fn import(office: &Office) {
    let mut store = Store::open(office.folder()).unwrap();
    let at = "2026-11-20T17:05:00".parse().unwrap();
    let clerk = "Beto".to_owned();
    let done = store.transact(&Stamp { at, clerk }, ActKind::Import, |tx| {
        for (identifier, given) in [("26230901", "Luz"), ("26230902", "Eva")] {
            let entry = Entry {
                identifier: identifier.into(),
                given_names: given.into(),
                first_surname: "Peña".into(),
                standing: Some(Standing::Enrolled),
                ..Entry::default()
            };
            tx.insert_student(&entry.particulars(at.date()).unwrap())?;
        }
        tx.insert_import(&ImportEntry {
            source: "Altas 2026.xlsx".into(),
            sheet: Some("Respuestas".into()),
            kind: "altas".into(),
            file_hash: "0".repeat(64),
            plan_seal: "0".repeat(64),
            answers: Vec::new(),
            rows: 3,
            added: 2,
            changed: 0,
            queued: 1,
            at,
            by: "Beto".into(),
        })?;
        Ok::<_, StoreError>(())
    });
    done.unwrap();
}

#[test]
fn an_import_is_found_by_its_number_and_taken_back_after_other_acts() {
    let office = Office::after_a_morning();
    assert_eq!(office.run(&["importaciones"]).done(), "No hay importaciones.\n");
    import(&office);
    let listed = office.run(&["importaciones"]).done();
    assert_eq!(
        listed,
        "1  20 nov 2026 17:05  altas  Altas 2026.xlsx · Respuestas  2 nuevas, 0 cambiadas, 1 movimiento  Beto\n"
    );
    let json = office.run(&["importaciones", "--json"]).json();
    assert_eq!(json[0]["importacion"], 1);
    assert_eq!(json[0]["archivo"], "Altas 2026.xlsx");
    assert_eq!(json[0]["nuevas"], 2);

    office.run(&["alta", "26230901"]).done();
    office.run(&["alta", "26230101"]).done();
    let plan = office.run(&["deshacer", "--importacion", "1", "--plan"]).done();
    assert_eq!(
        plan,
        "Se desharía la importación de “Altas 2026.xlsx”: 1 ficha. 1 cambió después y se quedaría como \
         está:\n26230901  Peña, Luz\n"
    );
    assert_eq!(
        office.found("peña").as_array().unwrap().len(),
        2,
        "to ask changes nothing"
    );

    let done = office.run(&["deshacer", "--importacion", "1"]).done();
    assert!(
        done.ends_with("1 ficha. 1 cambió después y se quedó como está: Peña, Luz (26230901).\n"),
        "{done}"
    );
    assert_eq!(office.found("peña").as_array().unwrap().len(), 1);
    assert_eq!(office.run(&["importaciones", "--json"]).json(), json!([]));
    let refused = office.run(&["deshacer", "--importacion", "1"]).refused();
    assert!(refused.starts_with("No hay una importación 1 que"), "{refused}");

    assert_eq!(
        office.run(&["deshacer"]).done(),
        "Volvió la importación de “Altas 2026.xlsx”: 1 ficha.\n"
    );
    assert_eq!(office.found("peña").as_array().unwrap().len(), 2);
    office.run(&["deshacer", "--plan"]).makes_no_sense();
}
