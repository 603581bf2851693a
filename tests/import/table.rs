//! The vocabulary of these tests: a sheet as rows of text, and what a plan says of it in a line each.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ventanilla::desk::Desk;
use ventanilla::desk::import::{Imported, Importing, unwatched};
use ventanilla::domain::import::{Cause, ImportKind, PlannedRow};
use ventanilla::exchange::workbook;
use ventanilla::words::import as words;

/// The heads of a form for altas.
pub const FORM: &str = "Marca temporal;Correo;Número de control;Apellido paterno;Apellido materno;Nombre(s);CURP;NSS;\
                        Fecha de nacimiento;Sexo;Carrera;Semestre;Teléfono";

/// Juan Pablo, with everything in order, as a form has him.
pub const JUAN: &str = "12/11/2026 09:00:00;juan@plantel.example;24230318;HERNANDEZ;MUÑOZ;JUAN PABLO;HEMJ040315HVZRXNA8;\
                        03190412340;15/03/2004;H;Ingeniería Química;5;9220000001";
/// María Fernanda, likewise.
pub const MARIA: &str = "12/11/2026 09:05:00;maria@plantel.example;25230457;DE LA CRUZ;NUÑEZ;MARIA FERNANDA;\
                         CUNF051130MPLRXRA2;12180599990;30/11/2005;M;Ingeniería Industrial;3;9220000002";

/// A file made by a real program.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/sheets")
        .join(name)
}

/// What these tests do at a desk.
pub trait Sheets {
    /// Reads and plans a file of the fixtures.
    fn open(&self, name: &str) -> Importing;
    /// Reads and plans rows of text under heads, a semicolon between cells, as what they are taken for.
    fn file(&self, heads: &str, rows: &[&str]) -> Importing;
    /// The same, for altas.
    fn sheet(&self, heads: &str, rows: &[&str]) -> Importing;
    /// The same, of a kind that is not told by its heads.
    fn sheet_of(&self, kind: ImportKind, heads: &str, rows: &[&str]) -> Importing;
    /// Makes the plan again, after something was decided.
    fn again(&self, importing: &mut Importing);
    /// Saves it, with the altas or without.
    fn save(&mut self, importing: &mut Importing, queue: bool) -> Imported;
}

impl Sheets for Desk {
    fn open(&self, name: &str) -> Importing {
        let book = workbook::read(&fixture(name)).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let mut importing = self.begin_import(name, Arc::new(book)).unwrap();
        self.plan_import(&mut importing, &mut unwatched).unwrap();
        importing
    }

    fn sheet(&self, heads: &str, rows: &[&str]) -> Importing {
        self.sheet_of(ImportKind::Altas, heads, rows)
    }

    fn sheet_of(&self, kind: ImportKind, heads: &str, rows: &[&str]) -> Importing {
        let mut importing = self.file(heads, rows);
        importing.set_kind(kind, self.current_period());
        self.again(&mut importing);
        importing
    }

    fn file(&self, heads: &str, rows: &[&str]) -> Importing {
        let text = [heads]
            .iter()
            .chain(rows)
            .copied()
            .collect::<Vec<_>>()
            .join("\r\n");
        let book = workbook::read_bytes("hoja.csv", text.as_bytes()).unwrap();
        let mut importing = self.begin_import("hoja.csv", Arc::new(book)).unwrap();
        self.plan_import(&mut importing, &mut unwatched).unwrap();
        importing
    }

    fn again(&self, importing: &mut Importing) {
        self.plan_import(importing, &mut unwatched).unwrap();
    }

    fn save(&mut self, importing: &mut Importing, queue: bool) -> Imported {
        self.save_import(importing, queue, &mut unwatched).unwrap()
    }
}

/// What a plan says of each row: its number, what becomes of it, and why it waits, what is remarked or changes.
pub fn told(importing: &Importing) -> Vec<String> {
    importing.plan().rows.iter().map(told_row).collect()
}

fn told_row(row: &PlannedRow) -> String {
    let mut line = format!("{} {}", row.number, row.verdict.code());
    if let Some(doubt) = row.held_by() {
        line += &format!(" [{}] {}", doubt.cause.code(), words::shown(&doubt.says));
        let proposal = words::proposal(doubt);
        if !proposal.is_empty() {
            line += &format!(" -> {proposal}");
        }
        return line;
    }
    line += &format!(" {}", row.name);
    for note in &row.notes {
        line += &format!(" ({})", words::note(note));
    }
    for it in &row.differences {
        line += &format!(" {:?}: {} -> {}", it.field, it.before, it.after);
    }
    line
}

/// How many rows wait for each cause.
pub fn causes(importing: &Importing) -> Vec<(Cause, usize)> {
    importing.plan().causes()
}
