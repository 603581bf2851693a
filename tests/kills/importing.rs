//! Killed while it imports a sheet of six hundred.

use std::path::{Path, PathBuf};

use ventanilla::desk::Desk;

use crate::content::Content;
use crate::day::first_run;
use crate::moments::{Moments, rounds};
use crate::process::{console, kill_after, nothing, undisturbed};
use crate::{Twins, clock};

fn empty() -> Twins {
    Twins::of(|folder| drop(Desk::set_up(folder, &first_run(), clock()).unwrap()))
}

fn import(folder: &Path) -> std::process::Command {
    let sheet: PathBuf =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets/formulario-altas-2026.xlsx");
    console(
        folder,
        &["importar", sheet.to_str().unwrap(), "--aplicar", "--encolar"],
    )
}

/// What the import is about: a sheet whose rows wait is kept for later, after the import or not, and that is no part of it.
fn without_the_plan(mut content: Content) -> Content {
    for table in ["import_plans", "import_decisions", "import_sources"] {
        content.0.remove(table);
    }
    content
}

#[test]
fn a_killed_import_is_whole_or_absent() {
    let empty = empty();
    let twins = empty.again();
    let absent = without_the_plan(twins.spared());
    let span = undisturbed(&mut import(twins.spared.path()));
    let whole = without_the_plan(twins.spared());
    assert!(whole.difference(&absent).is_some(), "something is imported");

    let moments = Moments::new();
    let (mut stayed, mut came) = (0, 0);
    for round in 0..rounds() {
        let twins = empty.again();
        let delay = moments.within(span.mul_f64(1.05));
        kill_after(&mut import(twins.killed.path()), delay, nothing);
        drop(twins.reopen(round));
        let found = without_the_plan(twins.killed());
        match (found.difference(&absent), found.difference(&whole)) {
            (None, _) => stayed += 1,
            (_, None) => came += 1,
            (_, Some(difference)) => panic!("round {round}, killed after {delay:?}: {difference}"),
        }
    }
    assert!(stayed > 0, "none of {came} was killed in time");
}
