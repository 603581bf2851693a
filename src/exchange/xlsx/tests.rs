use std::io::{Cursor, Read as _};

use proptest::prelude::*;

use super::*;
use crate::exchange::workbook::{self, CellKind, Grid};

fn texts(rows: &[&[&str]]) -> Vec<Vec<String>> {
    let row = |row: &&[&str]| row.iter().map(|&cell| cell.to_owned()).collect();
    rows.iter().map(row).collect()
}

fn sheet(rows: &[&[&str]]) -> Sheet {
    let mut rows = texts(rows);
    Sheet {
        head: rows.remove(0),
        rows,
    }
}

fn about() -> About {
    About {
        title: "Estudiantes sin NSS & por confirmar".to_owned(),
        lines: vec![
            ("Filtro".to_owned(), "sin NSS".to_owned()),
            ("Folio".to_owned(), "R-0012".to_owned()),
        ],
        footer: "Folio R-0012".to_owned(),
        sheet_name: "Sin NSS".to_owned(),
        about_name: "Sobre esta lista".to_owned(),
        printed_columns: None,
    }
}

fn read(bytes: &[u8]) -> Vec<Grid> {
    workbook::read_bytes("lista.xlsx", bytes).unwrap().sheets
}

/// A part of the archive, as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_list_reads_back_as_it_was_and_every_cell_is_text() {
    let sheet = sheet(&[
        &["Número de control", "Nombre", "NSS", "Teléfono"],
        &["21230123", "=SUMA(A1:A9)", "03190412340", "+52 922 202 7335"],
        &["P20260001", "de la Cruz Núñez, «Mafe» & <Fer>", "", "-1"],
        &["00012", " dos  espacios ", "48-19-06-0042-8", "Calle 5\nCentro"],
    ]);
    let bytes = write(&sheet, &about()).unwrap();
    let grids = read(&bytes);
    assert_eq!(grids[0].name, "Sin NSS");
    for (row, read) in std::iter::once(&sheet.head)
        .chain(&sheet.rows)
        .zip(&grids[0].rows)
    {
        let says: Vec<&str> = read.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(&says, row);
        let is_text = |kind| matches!(kind, CellKind::Text | CellKind::Empty);
        assert!(read.iter().all(|cell| is_text(cell.kind)));
    }
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
}

#[test]
fn the_second_sheet_says_what_the_list_is() {
    let bytes = write(&sheet(&[&["a"], &["1"]]), &about()).unwrap();
    let grids = read(&bytes);
    assert_eq!(grids[1].name, "Sobre esta lista");
    let says: Vec<Vec<&str>> = grids[1]
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| cell.text.as_str()).collect())
        .collect();
    assert_eq!(says, [["Filtro", "sin NSS"], ["Folio", "R-0012"]]);
}

#[test]
fn it_is_ready_for_the_screen_and_for_letter_paper() {
    let bytes = write(&sheet(&[&["a", "b"], &["1", "2"]]), &about()).unwrap();
    let list = part(&bytes, "xl/worksheets/sheet1.xml");
    for setting in [
        r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#,
        r#"<autoFilter ref="A1:B2"/>"#,
        r#"<pageSetup paperSize="1""#,
        r#"orientation="landscape""#,
        r#"fitToHeight="0""#,
        r#"numberStoredAsText="1""#,
        "<oddHeader>&amp;CEstudiantes sin NSS &amp;&amp; por confirmar</oddHeader>",
        "<oddFooter>&amp;LFolio R-0012&amp;R&amp;P / &amp;N</oddFooter>",
    ] {
        assert!(list.contains(setting), "{setting} in {list}");
    }
    let titles = part(&bytes, "xl/workbook.xml");
    assert!(titles.contains("'Sin NSS'!$1:$1"), "{titles}");
}

#[test]
fn columns_are_as_wide_as_their_longest_text_within_reason() {
    let long = "x".repeat(200);
    let sheet = sheet(&[&["a", "Nombre completo", "c"], &["1", "2", &long]]);
    assert_eq!(widths(&sheet), [10.0, 17.0, 60.0]);
}

#[test]
fn the_same_list_gives_the_same_bytes() {
    let sheet = sheet(&[&["a"], &["1"]]);
    let first = write(&sheet, &about()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert_eq!(write(&sheet, &about()).unwrap(), first);
}

#[test]
fn names_that_no_sheet_may_have_become_such_that_one_may() {
    for (name, becomes) in [
        ("Altas: corte 16/11", "Altas  corte 16 11"),
        ("'Sin NSS'", "Sin NSS"),
        ("[]*", "1"),
        ("", "1"),
        (
            "Estudiantes con observación por confirmar",
            "Estudiantes con observación por",
        ),
        ("👩🏽‍🎓👩🏽‍🎓👩🏽‍🎓👩🏽‍🎓👩🏽‍🎓👩🏽‍🎓", "👩🏽‍🎓👩🏽‍🎓👩🏽‍🎓👩🏽‍🎓👩"),
    ] {
        assert_eq!(name_of_sheet(name, 1), becomes);
    }
    assert_eq!(name_beside("LISTA", "Lista"), "LISTA 2");
    let odd = About {
        sheet_name: "?".to_owned(),
        about_name: "?".to_owned(),
        ..about()
    };
    let grids = read(&write(&sheet(&[&["a"], &["1"]]), &odd).unwrap());
    assert_eq!([&grids[0].name, &grids[1].name], ["1", "2"]);
}

#[test]
fn a_text_that_no_cell_can_hold_is_cut_and_shows_it() {
    let long = "ñ".repeat(40_000);
    let sheet = sheet(&[&["a"], &[&long]]);
    let grids = read(&write(&sheet, &about()).unwrap());
    let cell = &grids[0].rows[1][0].text;
    assert_eq!(cell.chars().count(), CELL_CHARACTERS);
    assert!(cell.ends_with("ñ…"));
}

#[test]
fn a_list_of_nobody_has_its_heads() {
    let grids = read(&write(&sheet(&[&["Número de control", "Nombre"]]), &about()).unwrap());
    assert_eq!(grids[0].rows.len(), 1);
}

#[test]
fn a_row_with_a_cell_too_many_is_not_written() {
    let mut sheet = sheet(&[&["a", "b"]]);
    sheet.rows.push(vec!["1".to_owned()]);
    assert!(matches!(write(&sheet, &about()), Err(SheetError::Uneven)));
}

/// What a text may be: letters, signs and blanks, but none of the controls that XML has no way to write.
fn text() -> impl Strategy<Value = String> {
    "[^\u{0}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}\u{fffe}\u{ffff}]{0,12}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_text_is_read_back(cells in proptest::collection::vec(text(), 1..5)) {
        let head: Vec<String> = cells.iter().map(|_| "columna".to_owned()).collect();
        let bytes = write(&Sheet { head, rows: vec![cells.clone()] }, &about()).unwrap();
        let grid = &read(&bytes)[0];
        for (column, cell) in cells.iter().enumerate() {
            let back = grid.rows.get(1).and_then(|row| row.get(column));
            prop_assert_eq!(back.map_or("", |cell| cell.text.as_str()), cell);
        }
    }
}

#[test]
fn what_fits_across_a_page_is_printed() {
    let about = About {
        printed_columns: Some(2),
        ..about()
    };
    let book = part(
        &write(&sheet(&[&["a", "b", "c"], &["1", "2", "3"]]), &about).unwrap(),
        "xl/workbook.xml",
    );
    assert!(book.contains("$A$1:$B$"), "{book}");
}
