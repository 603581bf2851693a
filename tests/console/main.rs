//! The desk's day from a terminal, with the real program in folders of its own.

#[path = "../day/mod.rs"]
mod day;

mod ajustes;
mod archivar;
mod asking;
mod avisos;
mod caso;
mod clinica;
mod conciliar;
mod control;
mod copias;
mod corte;
mod cotejo;
mod demo;
mod distintas;
mod exportar;
mod formato;
mod hoy;
mod importaciones;
mod importar;
mod imprimir;
mod movements;
mod mudanza;
mod registrar;
mod respaldo;
mod revisar;
mod the_folder;
mod the_line;
mod verificar;
mod vigencia;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// The day of all samples: a Saturday between two cuts.
const TODAY: &str = "2026-11-21T10:30";

/// What the program said.
#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Said {
    /// It was done, and nothing was complained about.
    #[track_caller]
    fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{self:?}");
        self.out
    }

    /// It was refused; the reason.
    #[track_caller]
    fn refused(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (1, ""), "{self:?}");
        self.err
    }

    /// It went through, and some of it was refused or is wrong; what was printed.
    #[track_caller]
    fn remarked(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (1, ""), "{self:?}");
        self.out
    }

    /// The command line makes no sense; why.
    #[track_caller]
    fn makes_no_sense(self) -> String {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{self:?}");
        self.err
    }

    #[track_caller]
    fn json(self) -> Value {
        serde_json::from_str(&self.done()).unwrap()
    }
}

fn program(line: &[&str], input: &[u8]) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ventanilla"))
        .args(line)
        .env_remove("VENTANILLA_DATOS")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // A program that reads no input closes it; that is its right.
    let feeding = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A window with a register of its own.
struct Office(day::Folder);

impl Office {
    /// A folder, and nothing in it.
    fn empty() -> Self {
        Self(day::folder())
    }

    /// A register of Minatitlán with Lupita at the window and nobody registered.
    fn open() -> Self {
        let office = Self::empty();
        office
            .run(&["iniciar", "--plantel", "minatitlan", "--atiende", "Lupita"])
            .done();
        office
    }

    /// With the six students of the fixture.
    fn after_a_morning() -> Self {
        let office = Self::open();
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/morning.jsonl");
        office
            .run(&["registrar", "--json", file.to_str().unwrap()])
            .done();
        office
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    fn file(&self) -> PathBuf {
        self.folder().join("ventanilla.db")
    }

    fn run(&self, line: &[&str]) -> Said {
        self.run_on(TODAY, line)
    }

    fn run_on(&self, day: &str, line: &[&str]) -> Said {
        let data = self.folder().to_str().unwrap();
        program(&[&["--datos", data, "--ahora", day], line].concat(), b"")
    }

    fn register(&self, lines: &str) -> Said {
        let data = self.folder().to_str().unwrap();
        program(
            &["--datos", data, "--ahora", TODAY, "registrar", "--json", "-"],
            lines.as_bytes(),
        )
    }

    fn found(&self, text: &str) -> Value {
        self.run(&["buscar", text, "--json"]).json()
    }

    fn record(&self, who: &str) -> Value {
        self.run(&["ficha", who, "--json"]).json()
    }
}

fn student(who: &str, more: Value) -> String {
    let mut object = json!({ "matricula": who, "nombres": "Ana Lucía", "primer_apellido": "Ramírez" });
    object
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    object.to_string()
}

#[track_caller]
fn verdicts(what: &str, expected: &[(&str, &str, &str)]) {
    let values: Vec<&str> = expected.iter().map(|(value, ..)| *value).collect();
    let said = program(
        &["revisar", what, "--ahora", "2026-11-21"],
        values.join("\n").as_bytes(),
    );
    assert_eq!(
        said.code,
        i32::from(expected.iter().any(|(_, verdict, _)| *verdict == "error"))
    );
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{}", said.out);
    for (line, (value, verdict, code)) in lines.into_iter().zip(expected) {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(&cells[..3], [*value, *verdict, *code], "{line}");
        assert!(cells.len() == 4 && !cells[3].is_empty(), "{line}");
    }
}
