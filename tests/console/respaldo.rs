use super::*;

/// An office with a copy of six students, and a seventh since.
fn office() -> (Office, String) {
    let office = Office::after_a_morning();
    let copied = ventanilla::store::copy(
        &office.file(),
        &office.folder().join("copias"),
        "2026-11-20T18:00:00".parse().unwrap(),
    );
    let name = copied
        .unwrap()
        .path
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    office.register(&student("26230999", json!({}))).done();
    (office, name)
}

fn students(office: &Office) -> usize {
    office.run(&["buscar", ""]).done().lines().count()
}

#[test]
fn what_would_be_lost_is_told_and_nothing_changed() {
    let (office, name) = office();
    let said = office.run(&["respaldo", "restaurar", &name, "--ver"]).done();
    assert!(
        said.contains("La copia se abrió, se revisó y coincide con su manifiesto.\n"),
        "{said}"
    );
    assert!(said.contains("Registro de ahora: 7 estudiantes"), "{said}");
    assert!(said.contains("Se perdería: 1 ficha.\n"), "{said}");
    assert!(
        said.contains("Lupita registró la ficha · Ramírez, Ana Lucía\n"),
        "{said}"
    );
    assert_eq!(students(&office), 7);

    let told = office
        .run(&["respaldo", "restaurar", &name, "--ver", "--json"])
        .json();
    assert_eq!(told["copia"]["estudiantes"], 6);
    assert_eq!(told["copia"]["hecha"], "2026-11-20T18:00:00");
    assert_eq!(told["registro"]["estudiantes"], 7);
    assert_eq!(
        told["diferencias"],
        json!([{ "que": "fichas", "se_pierden": 1, "cambian": 0, "vuelven": 0 }])
    );
    assert_eq!(told["restaurada"], false);
}

#[test]
fn a_copy_is_restored_and_the_register_kept() {
    let (office, name) = office();
    let told = office.run(&["respaldo", "restaurar", &name, "--json"]).json();
    assert_eq!(told["restaurada"], true);
    let kept = told["anterior"].as_str().unwrap();
    assert!(kept.ends_with("antes-de-restaurar-20261121-103000.db"), "{kept}");
    assert_eq!(students(&office), 6);
    office.run(&["verificar"]).done();

    let said = office.run(&["deshacer"]).refused();
    assert!(
        said.starts_with("Se restauró una copia; la base anterior está guardada en la carpeta «copias»."),
        "{said}"
    );
    let said = office
        .run(&["respaldo", "restaurar", "antes-de-restaurar-20261121-103000.db"])
        .done();
    assert!(
        said.contains("Se restauró una copia; la base anterior está guardada en Respaldo.\n"),
        "{said}"
    );
    assert_eq!(students(&office), 7);
    office.register(&student("26230998", json!({}))).done();
}

#[test]
fn a_torn_copy_is_refused_and_the_one_before_is_named() {
    let (office, name) = office();
    let torn = office
        .folder()
        .join("copias")
        .join("ventanilla-20261121-090000.db");
    let whole = std::fs::read(office.folder().join("copias").join(&name)).unwrap();
    std::fs::write(&torn, &whole[..whole.len() / 2]).unwrap();
    let said = office
        .run(&["respaldo", "restaurar", torn.to_str().unwrap()])
        .refused();
    assert_eq!(
        said,
        format!(
            "Este archivo no está completo y no se usó. Sus datos no cambiaron. La copia anterior, de ayer a las 18:00, está \
             íntegra: {name}.\n"
        )
    );
    assert_eq!(students(&office), 7);
}

#[test]
fn anything_else_is_refused_in_words() {
    let (office, name) = office();
    let here = |name: &str| office.folder().join(name).to_str().unwrap().to_owned();
    std::fs::write(here("carta.txt"), "Estimada Lupita").unwrap();
    std::fs::write(here("carta.db"), vec![b'a'; 9_000]).unwrap();
    let said = office
        .run(&["respaldo", "restaurar", &here("carta.db")])
        .refused();
    assert!(
        said.starts_with("Este archivo no es un registro de Ventanilla y no se usó."),
        "{said}"
    );
    let said = office.run(&["respaldo", "restaurar", &here("nada.db")]).refused();
    assert!(said.contains("no hay un archivo"), "{said}");

    let lock = File::options()
        .write(true)
        .open(office.folder().join("ventanilla.lock"))
        .unwrap();
    lock.lock().unwrap();
    let said = office.run(&["respaldo", "restaurar", &name]).refused();
    assert!(
        said.starts_with("La ventana está abierta y es la que guarda."),
        "{said}"
    );
    office.run(&["respaldo", "restaurar", &name, "--ver"]).done();
    drop(lock);
    assert_eq!(students(&office), 7);
}

#[test]
fn where_there_is_no_register_a_copy_becomes_one() {
    let (office, name) = office();
    let copy = office.folder().join("copias").join(&name);
    let other = Office::empty();
    let said = other
        .run(&["respaldo", "restaurar", copy.to_str().unwrap()])
        .done();
    assert!(said.contains("Se restauró la copia del"), "{said}");
    assert!(said.contains(": 6 estudiantes.\n"), "{said}");
    assert_eq!(students(&other), 6);
    other.register(&student("26230998", json!({}))).done();
}
