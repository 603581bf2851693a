//! The process is killed at any moment of an import: all of it is there, or none, and the register is sound.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ventanilla::desk::Desk;

use crate::day::{Hand, first_run};
use crate::table::fixture;

/// What the file of six hundred brings to an empty register: the rows that wait for nothing.
const BROUGHT: u64 = 531 + 38;

/// How many times: `VENTANILLA_KILLS`, or fifty where nothing may be left out.
fn rounds() -> u32 {
    let asked = std::env::var("VENTANILLA_KILLS")
        .ok()
        .and_then(|text| text.parse().ok());
    let all = if std::env::var_os("VENTANILLA_ALL").is_some() {
        50
    } else {
        8
    };
    asked.unwrap_or(all)
}

fn import(folder: &Path) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_ventanilla"))
        .arg("--datos")
        .arg(folder)
        .args(["--ahora", "2026-11-21T10:30", "importar"])
        .arg(fixture("formulario-altas-2026.xlsx"))
        .args(["--aplicar", "--encolar"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn register(folder: &Path) -> Desk {
    Desk::set_up(folder, &first_run(), Hand::at("2026-11-21 10:30").clock()).unwrap()
}

#[test]
fn a_killed_import_is_whole_or_absent() {
    // How long it takes here, undisturbed.
    let folder = tempfile::tempdir().unwrap();
    drop(register(folder.path()));
    let begun = Instant::now();
    let whole = import(folder.path()).wait().unwrap();
    let took = begun.elapsed();
    assert_eq!(whole.code(), Some(1), "31 rows wait");

    let (mut absent, mut present) = (0, 0);
    for round in 0..rounds() {
        let folder = tempfile::tempdir().unwrap();
        drop(register(folder.path()));
        let mut child = import(folder.path());
        // From early on to just after the end, in steps that don't repeat: the golden ratio's.
        let part = (f64::from(round) * 0.618_033_99).fract();
        std::thread::sleep(took.mul_f64(0.3 + 0.8 * part).min(Duration::from_secs(20)));
        let _ = child.kill();
        let _ = child.wait();

        let desk = Desk::open(folder.path(), Hand::at("2026-11-21 10:31").clock()).unwrap();
        assert!(desk.store().check().unwrap().is_empty(), "round {round}");
        let students = desk.count_students().unwrap();
        let altas = desk.next_cut_count().unwrap().altas;
        let imports = desk.imports(10).unwrap().len();
        match students {
            0 => absent += 1,
            BROUGHT => present += 1,
            some => panic!("round {round}: {some} of {BROUGHT} were saved"),
        }
        assert_eq!(altas, students, "round {round}: each with its alta");
        assert_eq!(imports, usize::from(students > 0), "round {round}");
    }
    assert!(absent > 0, "none of {present} was killed in time");
}
