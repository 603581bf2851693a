//! Sheets that other programs made, read cell by cell. `make.sh` tells how each was made, and makes it again.

mod answer;
mod form;
mod hostile;
mod people;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ventanilla::exchange::workbook::{self, Cell, CellKind, Encoding, Format, ReadFault, Workbook};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/sheets")
        .join(name)
}

fn read(name: &str) -> Result<Workbook, ReadFault> {
    workbook::read(&path(name))
}

/// A workbook as text: a line for each row with its number, a sign before each cell that is no text.
fn shown(workbook: &Workbook) -> String {
    let mut text = String::new();
    for sheet in &workbook.sheets {
        let hidden = if sheet.hidden { " (oculta)" } else { "" };
        writeln!(text, "[{}]{hidden}", sheet.name).unwrap();
        for (number, row) in (sheet.first_row..).zip(&sheet.rows) {
            let cells: Vec<String> = row.iter().map(shown_cell).collect();
            writeln!(text, "{number}: {}", cells.join(" | ")).unwrap();
        }
    }
    text
}

fn shown_cell(cell: &Cell) -> String {
    let sign = match cell.kind {
        CellKind::Empty | CellKind::Text => "",
        CellKind::Number => "#",
        CellKind::Date => "@",
        CellKind::Fault => "!",
    };
    format!("{sign}{}", cell.text.escape_debug())
}

/// The workbook is that of `read/NAME.txt`. A golden changes on purpose with `VENTANILLA_BLESS=1 cargo test --test
/// sheets`; then read the difference.
#[track_caller]
fn assert_reads_as_before(name: &str) -> Workbook {
    let workbook = read(name).unwrap();
    let golden = path("read").join(format!("{name}.txt"));
    let now = shown(&workbook);
    if std::env::var_os("VENTANILLA_BLESS").is_some() {
        std::fs::write(&golden, &now).unwrap();
    }
    let before = std::fs::read_to_string(&golden)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    for (number, (now, before)) in (1..).zip(now.lines().zip(before.lines())) {
        assert_eq!(now, before, "{name}, line {number}");
    }
    assert_eq!(now.lines().count(), before.lines().count(), "{name}");
    workbook
}

/// A cell of the first sheet, by the names that a spreadsheet gives to rows and columns.
fn at(workbook: &Workbook, column: u8, row: u32) -> (&str, CellKind) {
    let sheet = &workbook.sheets[0];
    let cell = &sheet.rows[(row - sheet.first_row) as usize][usize::from(column - b'A')];
    (&cell.text, cell.kind)
}

#[test]
fn every_sheet_reads_cell_by_cell_as_its_golden_says() {
    for name in [
        "altas.xlsx",
        "altas.ods",
        "altas.xls",
        "altas-excel.csv",
        "bajas.xlsx",
        "dos-hojas.xlsx",
        "emoji.xlsx",
        "fechas.xlsx",
        "formulario-google.csv",
        "formulas.xlsx",
        "inscritos.xlsx",
        "ocultas.xlsx",
        "solo-encabezado.xlsx",
        "titulo.xlsx",
        "valores.xlsx",
        "valores.ods",
        "valores.xls",
    ] {
        assert_reads_as_before(name);
    }
}

#[test]
fn the_same_people_read_the_same_from_excel_old_and_new_and_from_libreoffice() {
    let xlsx = read("altas.xlsx").unwrap();
    assert_eq!(xlsx.format, Format::Xlsx);
    for (name, format) in [("altas.ods", Format::Ods), ("altas.xls", Format::Xls)] {
        let other = read(name).unwrap();
        assert_eq!(other.format, format);
        assert_eq!(other.sheets, xlsx.sheets, "{name}");
        assert_ne!(other.hash, xlsx.hash);
    }
}

#[test]
fn a_number_that_lost_its_zero_is_told_from_a_text_that_kept_it() {
    let altas = read("altas.xlsx").unwrap();
    assert_eq!(at(&altas, b'F', 2), ("2220640136", CellKind::Number));
    assert_eq!(at(&altas, b'F', 7), ("03230796363", CellKind::Text));
    assert_eq!(at(&altas, b'G', 7), ("2007-01-03", CellKind::Date));
}

#[test]
fn a_csv_of_excel_keeps_its_accents_its_enyes_and_its_semicolons() {
    let altas = read("altas-excel.csv").unwrap();
    assert_eq!(altas.encoding, Some(Encoding::Windows1252));
    assert_eq!(altas.separator, Some(';'));
    assert_eq!(at(&altas, b'A', 1).0, "Número de control");
    assert_eq!(at(&altas, b'B', 7).0, "ZUÑIGA");
    assert_eq!(at(&altas, b'G', 7), ("03/01/2007", CellKind::Text));
}

#[test]
fn an_answer_with_a_line_break_is_one_row_of_the_form() {
    let form = read("formulario-google.csv").unwrap();
    assert_eq!(form.encoding, Some(Encoding::Utf8));
    assert_eq!(form.separator, Some(','));
    assert_eq!(form.sheets[0].rows.len(), 7);
    let (home, _) = at(&form, b'N', 4);
    assert_eq!(home, "Calle 5 de Mayo 12, int. 3\nCol. Centro");
    assert_eq!(at(&form, b'A', 5).0, "13/08/2026 12:05:03");
}

#[test]
fn rows_keep_the_numbers_that_the_spreadsheet_gives_them() {
    let titled = read("titulo.xlsx").unwrap();
    assert_eq!(at(&titled, b'A', 1).0, "INSTITUTO TECNOLÓGICO DE MINATITLÁN");
    assert!(titled.sheets[0].rows[2].is_empty());
    assert_eq!(at(&titled, b'A', 4).0, "Número de control");
    // What is hidden was hidden by a filter, seldom on purpose.
    assert_eq!(read("ocultas.xlsx").unwrap().sheets[0].rows.len(), 7);
}

#[test]
fn all_sheets_come_in_their_order_with_the_hidden_ones() {
    let workbook = read("dos-hojas.xlsx").unwrap();
    let sheets = workbook.sheets.iter();
    let names: Vec<(&str, bool)> = sheets.map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(
        names,
        [("Instrucciones", false), ("Datos", false), ("Listas", true)]
    );
}

#[test]
fn a_formula_says_what_it_last_showed() {
    let altas = read("formulas.xlsx").unwrap();
    assert_eq!(
        at(&altas, b'E', 2),
        ("JIMENEZ MONTOYA HUGO ERICK", CellKind::Text)
    );
    assert_eq!(at(&altas, b'F', 2), ("526", CellKind::Number));
    assert_eq!(at(&altas, b'F', 4), ("#N/A", CellKind::Fault));
}

#[test]
fn a_column_of_dates_says_of_each_whether_it_is_one() {
    let dates = read("fechas.xlsx").unwrap();
    assert_eq!(at(&dates, b'B', 2), ("24/04/2006", CellKind::Text));
    assert_eq!(at(&dates, b'B', 3), ("38736", CellKind::Number));
    assert_eq!(at(&dates, b'B', 4), ("2008-02-08", CellKind::Date));
}

#[test]
fn signs_without_a_width_and_little_pictures_stay_for_who_reads_names() {
    let altas = read("emoji.xlsx").unwrap();
    assert_eq!(at(&altas, b'B', 2).0, "ANA \u{1F338} LUCÍA");
    assert_eq!(at(&altas, b'C', 2).0, "LU\u{200b}NA\u{200b}");
}

#[test]
fn a_thousand_columns_are_a_thousand_columns() {
    let wide = read("mil-columnas.xlsx").unwrap();
    let rows = &wide.sheets[0].rows;
    assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [1000, 1000]);
    assert_eq!(rows[0][999].text, "Columna 1000");
    assert_eq!(rows[1][999].text, "última");
    assert!(rows[1][1..999].iter().all(|cell| cell.kind == CellKind::Empty));
}

#[test]
fn what_is_no_readable_sheet_is_refused_with_its_reason() {
    for (name, fault) in [
        ("vacio.xlsx", ReadFault::Empty),
        ("vacio.ods", ReadFault::Empty),
        ("cortado.xlsx", ReadFault::Damaged),
        ("con-contrasena.xlsx", ReadFault::PasswordProtected),
        ("con-contrasena.ods", ReadFault::PasswordProtected),
        ("con-contrasena.xls", ReadFault::PasswordProtected),
        ("es-un-pdf.xlsx", ReadFault::NotASheet),
        (
            "make.sh/nothing",
            ReadFault::Unreadable(std::io::ErrorKind::NotADirectory),
        ),
        ("no-existe.xlsx", ReadFault::Missing),
    ] {
        assert_eq!(read(name).unwrap_err(), fault, "{name}");
    }
    let Err(ReadFault::TooLarge { declared }) = read("gigas.xlsx") else {
        panic!("an archive of four gigabytes was opened");
    };
    assert!(declared > 4 << 30);
}

#[test]
fn a_cell_at_the_far_end_of_a_sheet_takes_no_room_for_those_between() {
    let far = read("lejos.xlsx").unwrap();
    let rows = &far.sheets[0].rows;
    assert_eq!(rows.len(), 1_048_576);
    assert_eq!(rows.iter().map(Vec::len).sum::<usize>(), 1 + 16_384);
    assert_eq!(rows[1_048_575][16_383].text, "lejos");
    // Their readers hold the rectangle whole: 16 and 1,000 millions of cells.
    assert_eq!(read("lejos.xls").err(), Some(ReadFault::TooManyCells));
    assert_eq!(read("lejos.ods").err(), Some(ReadFault::TooManyCells));
}
