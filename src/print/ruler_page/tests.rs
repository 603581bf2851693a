//! The page against its committed golden, and its rules against a hundred millimetres.

use super::*;
use crate::print::page::Mark;
use crate::print::proof::{assert_golden, assert_in_the_margins, masthead};

fn page() -> Page {
    let sheet = RulerPage {
        masthead: masthead(),
        printed: "Impreso el sábado 21 nov 2026, 10:30 · Lupita".to_owned(),
        program: "Ventanilla 0.1.0".to_owned(),
    };
    let document = document(&sheet).unwrap();
    assert_eq!(document.pages.len(), 1);
    document.pages.into_iter().next().unwrap()
}

#[test]
fn the_page_is_as_it_was_looked_at() {
    let page = page();
    assert_golden("ruler-page", std::slice::from_ref(&page));
    assert_in_the_margins(&page);
}

#[test]
fn from_its_first_tick_to_its_last_each_rule_is_a_hundred_millimetres() {
    let marks = page().marks;
    let lines = |is_tick: fn((f64, f64), (f64, f64)) -> bool| -> Vec<(f64, f64)> {
        let of = |mark: &Mark| match mark {
            Mark::Line { from, to, .. } if is_tick(*from, *to) => Some(*from),
            _ => None,
        };
        marks.iter().filter_map(of).collect()
    };
    let across = lines(|from, to| from.0 == to.0 && from.1 == ACROSS && to.1 > from.1);
    let down = lines(|from, to| from.1 == to.1 && from.0 == DOWN && to.0 > from.0 && to.0 < TABLE);
    assert_eq!((across.len(), down.len()), (101, 101));
    for (at, ((x, _), (_, y))) in across.iter().zip(&down).enumerate() {
        assert!((x - across[0].0 - at as f64).abs() < 1e-9, "{at}");
        assert!((y - down[0].1 - at as f64).abs() < 1e-9, "{at}");
    }
}
