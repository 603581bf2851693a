//! Reading a workbook of 10,000 answers to the form for altas (13 columns): beside it, the bare reader of the library
//! on the same bytes (goal: under 1.3 times that). And writing such a list.

mod ruler;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use ruler::{Times, row, timed};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use ventanilla::exchange::xlsx::{self, About};
use ventanilla::exchange::{Sheet, workbook};

const ROWS: u32 = 10_000;
const ROUNDS: usize = 25;
/// How many times the bare read ours may take.
const GOAL: f64 = 1.3;

const HEAD: [&str; 13] = [
    "Marca temporal",
    "Dirección de correo electrónico",
    "Número de control",
    "Apellido paterno",
    "Apellido materno",
    "Nombre(s)",
    "CURP",
    "Número de Seguro Social",
    "Fecha de nacimiento",
    "Sexo",
    "Carrera",
    "Semestre",
    "Teléfono",
];

fn main() {
    if !ruler::is_asked() {
        return;
    }
    let bytes = form();
    let (mut bare, mut ours) = (Times::default(), Times::default());
    for _ in 0..ROUNDS {
        bare.add(timed(|| bare_read(&bytes)).1);
        ours.add(timed(|| workbook::read_bytes("formulario.xlsx", &bytes).expect("a sheet")).1);
    }
    ruler::head(&format!("{ROWS} answers in {} KB of XLSX", bytes.len() / 1024));
    row("beside: the library alone, one range of values", &bare, &[]);
    row("the workbook, each cell a text with its kind", &ours, &[]);
    let ratio = ours.ratio(&bare);
    ruler::figure(
        "times the bare read",
        format!("{ratio:.2}"),
        &ruler::verdict(ratio, GOAL, " times"),
    );

    let sheet = list(&bytes);
    let about = About {
        sheet_name: "Altas".to_owned(),
        about_name: "Sobre esta lista".to_owned(),
        ..About::default()
    };
    let writing: Times = (0..ROUNDS)
        .map(|_| timed(|| xlsx::write(&sheet, &about).expect("a list")).1)
        .collect();
    row("writing the same cells as a list", &writing, &[]);
    if let Some(peak) = ruler::memory("VmHWM") {
        ruler::figure("memory at its peak", format!("{peak:.0} MB"), "");
    }
}

/// What a program does that trusts its files: the first sheet as a range of values.
fn bare_read(bytes: &[u8]) -> usize {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    range
        .used_cells()
        .filter(|(_, _, value)| **value != Data::Empty)
        .count()
}

/// The answers, as a form gives them: text, numbers, a moment and a date in each.
fn form() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let moment = Format::new().set_num_format("dd/mm/yyyy hh:mm:ss");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (column, head) in (0..).zip(HEAD) {
        sheet.write_string(0, column, head).expect("a cell");
    }
    for row in 1..=ROWS {
        let number = 23_000_000 + row;
        let texts = [
            (1, format!("l{number}@minatitlan.tecnm.mx")),
            (3, format!("HERNANDEZ{}", row % 400)),
            (4, format!("LOPEZ{}", row % 300)),
            (5, format!("ANA LUCIA{}", row % 900)),
            (6, format!("HELA0{:05}MVZRPN{:02}", row % 99_999, row % 100)),
            (7, format!("4819{:07}", row)),
            (9, if row % 2 == 0 { "MUJER" } else { "HOMBRE" }.to_owned()),
            (10, format!("INGENIERIA {}", row % 8)),
            (12, format!("922{:07}", row)),
        ];
        for (column, text) in texts {
            sheet.write_string(row, column, text).expect("a cell");
        }
        let serial = ExcelDateTime::from_serial_datetime(46_000.0 + f64::from(row) / 700.0).expect("a date");
        sheet
            .write_datetime_with_format(row, 0, &serial, &moment)
            .expect("a cell");
        let born = ExcelDateTime::from_serial_datetime(38_000.0 + f64::from(row % 900)).expect("a date");
        sheet
            .write_datetime_with_format(row, 8, &born, &day)
            .expect("a cell");
        sheet.write_number(row, 2, f64::from(number)).expect("a cell");
        sheet
            .write_number(row, 11, f64::from(row % 9 + 1))
            .expect("a cell");
    }
    book.save_to_buffer().expect("a workbook")
}

fn list(bytes: &[u8]) -> Sheet {
    let read = workbook::read_bytes("formulario.xlsx", bytes).expect("a sheet");
    let mut rows = read.sheets[0].rows.iter().map(|row| {
        let mut cells: Vec<String> = row.iter().map(|cell| cell.text.clone()).collect();
        cells.resize(HEAD.len(), String::new());
        cells
    });
    Sheet {
        head: rows.next().unwrap_or_default(),
        rows: rows.collect(),
    }
}
