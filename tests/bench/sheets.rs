//! Reading a workbook of 10,000 answers to the form for altas (13 columns): beside it, the bare reader of the library
//! on the same bytes (goal: under 1.3 times that). And writing such a list.

#[path = "../sheets/answer.rs"]
mod answer;
mod ruler;

use std::io::Cursor;

use answer::{Answer, HEADS};
use calamine::{Data, Reader, Xlsx};
use ruler::{Times, row, timed};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use ventanilla::exchange::xlsx::{self, About};
use ventanilla::exchange::{Sheet, workbook};

const ROWS: u32 = 10_000;
const ROUNDS: usize = 25;
/// How many times the bare read ours may take.
const GOAL: f64 = 1.3;

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

/// A cell, by what a form writes in it.
enum Cell {
    Text(String),
    Number(f64),
    /// Days since 1900, as Excel counts them.
    Moment(f64),
    Day(f64),
}

/// What a form holds of the student in that row, counted from 1.
fn answered(row: u32) -> Answer<Cell> {
    let number = 23_000_000 + row;
    let text = |text: String| Cell::Text(text);
    Answer {
        sent_at: Cell::Moment(46_000.0 + f64::from(row) / 700.0),
        email: text(format!("l{number}@minatitlan.tecnm.mx")),
        identifier: Cell::Number(f64::from(number)),
        first_surname: text(format!("HERNANDEZ{}", row % 400)),
        second_surname: text(format!("LOPEZ{}", row % 300)),
        given_names: text(format!("ANA LUCIA{}", row % 900)),
        curp: text(format!("HELA0{:05}MVZRPN{:02}", row % 99_999, row % 100)),
        nss: text(format!("4819{row:07}")),
        birth_date: Cell::Day(38_000.0 + f64::from(row % 900)),
        sex: text(if row.is_multiple_of(2) { "MUJER" } else { "HOMBRE" }.to_owned()),
        career: text(format!("INGENIERIA {}", row % 8)),
        semester: Cell::Number(f64::from(row % 9 + 1)),
        phone: text(format!("922{row:07}")),
    }
}

/// The answers, as a form gives them: text, numbers, a moment and a date in each.
fn form() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let moment = Format::new().set_num_format("dd/mm/yyyy hh:mm:ss");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (column, head) in (0..).zip(HEADS) {
        sheet.write_string(0, column, head).expect("a cell");
    }
    for row in 1..=ROWS {
        for (column, cell) in (0..).zip(answered(row).cells()) {
            let date = |serial| ExcelDateTime::from_serial_datetime(serial).expect("a date");
            match cell {
                Cell::Text(text) => sheet.write_string(row, column, text),
                Cell::Number(number) => sheet.write_number(row, column, *number),
                Cell::Moment(serial) => sheet.write_datetime_with_format(row, column, date(*serial), &moment),
                Cell::Day(serial) => sheet.write_datetime_with_format(row, column, date(*serial), &day),
            }
            .expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn list(bytes: &[u8]) -> Sheet {
    let read = workbook::read_bytes("formulario.xlsx", bytes).expect("a sheet");
    let mut rows = read.sheets[0].rows.iter().map(|row| {
        let mut cells: Vec<String> = row.iter().map(|cell| cell.text.clone()).collect();
        cells.resize(HEADS.len(), String::new());
        cells
    });
    Sheet {
        head: rows.next().unwrap_or_default(),
        rows: rows.collect(),
    }
}
