//! The format of the files: values of the office, a layout of its own, and a sample that IMSS took.

use super::{date, desk_with_a_clock, envio, four_queued};
use std::path::PathBuf;
use ventanilla::desk::{Desk, Explain};
use ventanilla::domain::movement::MovementKind;
use ventanilla::domain::settings::Topic;
use ventanilla::exchange::layout::Layout;

/// The file of the altas of the cut of 30 November, and the layout that its closing copied.
fn altas(desk: &Desk) -> (String, String) {
    let cut = desk.closed_cut(date("2026-11-30")).unwrap().unwrap();
    let written = desk.records(&cut, envio(&cut, MovementKind::Alta)).unwrap();
    let layout = desk.store().reader().layout_of(cut.closing.id).unwrap();
    (String::from_utf8(written.bytes).unwrap(), layout)
}

fn file(folder: &crate::day::Folder, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn nothing_changed_is_the_layout_that_ships_letter_by_letter() {
    let (desk, _) = desk_with_a_clock();
    assert_eq!(desk.layout_text().unwrap(), Layout::default_text());
}

#[test]
fn a_value_goes_into_the_files_of_the_next_cut_and_an_old_cut_keeps_its_own() {
    let (mut desk, hand) = desk_with_a_clock();
    four_queued(&mut desk);
    for (topic, text) in [
        (Topic::Guia, "12345"),
        (Topic::WorkerType, "2"),
        (Topic::Sbc, "012345"),
        (Topic::WorkerKey, "vacía"),
        (Topic::FileCurp, "no"),
        (Topic::ControlRecord, "sí"),
    ] {
        assert!(desk.set(topic, text).unwrap(), "{topic:?}");
    }
    desk.close_cut(date("2026-11-30")).unwrap();
    let (text, layout) = altas(&desk);
    let records: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(records.len(), 3, "two altas and the cifras de control");
    assert_eq!(&records[0][103..118], "012345      200");
    assert_eq!(&records[0][133..167], format!("12345{}", " ".repeat(29)));
    assert!(records[2].starts_with("*************"));

    // Years later the office has other values: what is closed stays.
    hand.move_to("2027-03-02 09:00");
    desk.set(Topic::Guia, "54321").unwrap();
    assert_eq!(altas(&desk), (text, layout));
    assert!(desk.layout_text().unwrap().contains("guia = \"54321\""));
}

#[test]
fn a_kept_enye_brings_the_letters_that_have_one() {
    let (mut desk, _) = desk_with_a_clock();
    four_queued(&mut desk);
    desk.set(Topic::Enye, "conservar").unwrap();
    let text = desk.layout_text().unwrap();
    assert!(text.contains("enye = \"conservar\"") && text.contains("codificacion = \"windows-1252\""));
    desk.close_cut(date("2026-11-30")).unwrap();
    let cut = desk.closed_cut(date("2026-11-30")).unwrap().unwrap();
    let written = desk.records(&cut, envio(&cut, MovementKind::Alta)).unwrap();
    assert_eq!(written.bytes.len(), 340);
    assert!(written.bytes.contains(&0xD1), "MUÑOZ");
}

#[test]
fn the_movement_bears_the_day_of_the_sending_only_once_it_is_known() {
    let (mut desk, _) = desk_with_a_clock();
    four_queued(&mut desk);
    desk.set(Topic::MovementDate, "envío").unwrap();
    let cut = desk.close_cut(date("2026-11-30")).unwrap().cut;
    let altas_of_it = envio(&cut, MovementKind::Alta).clone();
    desk.records(&cut, &altas_of_it).unwrap_err();
    desk.send(altas_of_it.id, &super::by_idse("2026-11-20", "1"))
        .unwrap();
    assert!(altas(&desk).0.contains("20112026"));
}

#[test]
fn the_layout_of_the_office_brings_its_values_and_goes_back_in_one_act() {
    let (mut desk, _) = desk_with_a_clock();
    let folder = crate::day::folder();
    let own = Layout::default_text()
        .replace("nombre = \"IDSE\"", "nombre = \"Tehuacán\"")
        .replace("guia = \"00000\"", "guia = \"12345\"")
        .replace("fin_de_linea = \"crlf\"", "fin_de_linea = \"lf\"");
    let path = file(&folder, "formato.toml", &format!("\u{feff}{own}"));
    desk.confirm(Topic::Guia).unwrap();
    assert!(desk.set(Topic::Layout, path.to_str().unwrap()).unwrap());
    assert_eq!(desk.layout().unwrap().name(), "Tehuacán");
    assert_eq!(desk.settings().text(Topic::Guia), "12345");
    assert!(
        desk.settings().entry(Topic::Guia).awaits_confirmation(),
        "nobody has confirmed this one"
    );
    // The setting is the home of the value from now on.
    desk.set(Topic::Guia, "99999").unwrap();
    let text = desk.layout_text().unwrap();
    assert_eq!(text, own.replace("12345", "99999").trim());
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(desk.layout_text().unwrap(), Layout::default_text());
    desk.redo().unwrap();
    assert!(desk.reset(Topic::Layout).unwrap());
    assert_eq!(desk.layout().unwrap().name(), "IDSE");
}

#[test]
fn a_file_that_is_no_layout_is_refused_with_the_line_and_changes_nothing() {
    let (mut desk, _) = desk_with_a_clock();
    let folder = crate::day::folder();
    let broken = Layout::default_text().replace(
        "largo = 11, tipo = \"AN\", llena = \"registro\"",
        "largo = 10, tipo = \"AN\", llena = \"registro\"",
    );
    let fixed_day = Layout::default_text().replace("fecha = \"corte\"", "fecha = \"2026-08-17\"");
    let narrow = Layout::default_text().replace(
        "{ desde = 134, largo = 5, tipo = \"N\", llena = \"guia\" }",
        "{ desde = 134, largo = 5, tipo = \"ceros\" }",
    );
    for (name, text, begins) in [
        (
            "roto.toml",
            broken.as_str(),
            "«Formato del archivo» no cambió: Línea 49 del formato: ",
        ),
        (
            "dia.toml",
            &fixed_day,
            "«Fecha del movimiento» no cambió: puede ser «corte» o «envio».",
        ),
        (
            "vacio.toml",
            "",
            "«Formato del archivo» no cambió: Línea 1 del formato: ",
        ),
    ] {
        let path = file(&folder, name, text);
        let said = desk.set(Topic::Layout, path.to_str().unwrap()).unwrap_err();
        assert!(said.explain().text.starts_with(begins), "{}", said.explain().text);
    }
    let path = file(&folder, "sin-guia.toml", &narrow);
    assert!(
        desk.set(Topic::Layout, path.to_str().unwrap()).unwrap(),
        "no place asks for it"
    );
    desk.undo().unwrap();
    let said = desk.set(Topic::Layout, "/no/existe.toml").unwrap_err();
    assert!(said.explain().text.contains("no hay un archivo en esa ruta"));
    let said = desk.set(Topic::Guia, "123").unwrap_err();
    assert_eq!(
        said.explain().text,
        "«Guía» no cambió: lleva 5 dígitos, con sus ceros."
    );
    assert_eq!(desk.layout_text().unwrap(), Layout::default_text());
}

#[test]
fn a_sample_that_agrees_ends_the_trial_for_this_layout_and_no_other() {
    let (mut desk, _) = desk_with_a_clock();
    four_queued(&mut desk);
    let cut = desk.close_cut(date("2026-11-30")).unwrap().cut;
    let folder = crate::day::folder();
    let (text, layout) = altas(&desk);
    assert_eq!(desk.passed_sample(&layout).unwrap(), None);

    let other = file(
        &folder,
        "otra.txt",
        &text.replace("000000      100", "012345      100"),
    );
    let report = desk.try_sample(other.to_str().unwrap()).unwrap();
    assert!(!report.passes());
    assert_eq!(desk.passed_sample(&layout).unwrap(), None);

    let sample = file(&folder, "muestra.txt", &text);
    assert!(desk.try_sample(sample.to_str().unwrap()).unwrap().passes());
    let passed = desk.passed_sample(&layout).unwrap().unwrap();
    assert_eq!((passed.on, passed.by.as_str()), (date("2026-11-21"), "Lupita"));
    let altas = envio(&cut, MovementKind::Alta).clone();
    let out = folder.path().join("altas.txt");
    let write = |_: &str, bytes: &[u8]| {
        std::fs::write(&out, bytes).unwrap();
        Ok(out.clone())
    };
    assert!(!desk.write_records(&cut, &altas, write).unwrap().is_trial);

    // Another value is another layout, and the way back is the one that passed.
    desk.set(Topic::Guia, "12345").unwrap();
    assert_eq!(desk.passed_sample(&desk.layout_text().unwrap()).unwrap(), None);
    desk.set(Topic::Guia, "00000").unwrap();
    assert!(
        desk.passed_sample(&desk.layout_text().unwrap())
            .unwrap()
            .is_some()
    );
}
