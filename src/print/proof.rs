//! How the papers' tests read a page: against its committed golden, as the text that it says, and as rectangles that must
//! not lie over each other.
//!
//! A golden changes on purpose with `VENTANILLA_BLESS=1 cargo test print::`; then read the difference.

use std::path::PathBuf;

use super::block::PageError;
use super::fonts::{Face, MM_PER_PT};
use super::frame::{LEFT, Masthead, RIGHT};
use super::page::{Ink, Page, TextRun, Turn};
use crate::domain::appearance::Palette;

/// The head of a campus that nobody is at, with its legend.
pub(super) fn masthead() -> Masthead {
    Masthead {
        campus: "Plantel Ejemplo".to_owned(),
        department: "Departamento de Servicios Escolares".to_owned(),
        legend: Some("AGO-DIC 2026".to_owned()),
        plantel_key: "30DIT0000Z".to_owned(),
        band: Ink::band(Palette::Azul),
        logo: None,
    }
}

/// The pages are those of `src/print/golden/NAME.txt`.
#[track_caller]
pub(super) fn assert_golden(name: &str, pages: &[Page]) {
    let drawn: String = pages.iter().map(Page::golden).collect();
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("src/print/golden")
        .join(name)
        .with_extension("txt");
    if std::env::var_os("VENTANILLA_BLESS").is_some() {
        std::fs::write(&file, &drawn).unwrap();
    }
    let golden = std::fs::read_to_string(&file)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    for (number, (drawn, golden)) in (1..).zip(drawn.lines().zip(golden.lines())) {
        assert_eq!(drawn, golden, "{name}, line {number}");
    }
    assert_eq!(
        drawn.lines().count(),
        golden.lines().count(),
        "{name}: as many marks"
    );
}

/// Every text of a page, one a line.
pub(super) fn said(page: &Page) -> String {
    page.texts()
        .map(|run| run.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The place that had no room, or lacked a letter.
#[track_caller]
pub(super) fn refused_place(page: Result<Page, PageError>) -> &'static str {
    match page.unwrap_err() {
        PageError::Overflow(overflow) => overflow.place,
        PageError::Missing { place, .. } => place,
        PageError::Code(_) => "the code",
    }
}

/// Left, top, right, bottom of a run, from its ascenders to its descenders.
pub(super) fn extent(run: &TextRun) -> (f64, f64, f64, f64) {
    let em = run.style.size_pt * MM_PER_PT;
    let (up, down) = if run.style.face == Face::Icons {
        (em, 0.0)
    } else {
        (0.8 * em, 0.24 * em)
    };
    match run.turn {
        Turn::Upright => (run.x, run.y - up, run.x + run.width_mm(), run.y + down),
        Turn::UpsideDown => (run.x - run.width_mm(), run.y - down, run.x, run.y + up),
    }
}

/// No text lies over another.
#[track_caller]
pub(super) fn assert_apart(runs: &[&TextRun]) {
    for (at, run) in runs.iter().enumerate() {
        for other in &runs[at + 1..] {
            let (a, b) = (extent(run), extent(other));
            let height = 0.35;
            let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 + height || b.3 <= a.1 + height;
            assert!(apart, "{:?} lies over {:?}", run.text, other.text);
        }
    }
}

/// Every text of a sheet of the office lies between its margins, and over no other.
#[track_caller]
pub(super) fn assert_in_the_margins(page: &Page) {
    let runs: Vec<_> = page.texts().collect();
    for run in &runs {
        let (left, top, right, bottom) = extent(run);
        assert!(
            left >= LEFT - 0.01 && right <= RIGHT + 0.01 && top >= 15.0 && bottom <= 264.8,
            "{:?} lies outside the margins",
            run.text
        );
    }
    assert_apart(&runs);
}
