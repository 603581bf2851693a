//! The sheet against its committed golden and its own geometry. The key is made up and belongs to no office.

use super::*;
use crate::print::proof::{assert_golden, assert_in_the_margins, masthead, said};

fn sheet() -> RescueSheet {
    let groups: Vec<String> = (0..15)
        .map(|at| if at < 14 { "QPZR" } else { "Y9" }.to_owned())
        .collect();
    RescueSheet {
        masthead: masthead(),
        mark: "7K3D".to_owned(),
        whole: format!("AGE-SECRET-KEY-1{}", groups.concat()),
        groups,
        recipient: format!("age1{}7k3d", "q".repeat(54)),
        printed: "Impreso el sábado 21 nov 2026, 10:30 · Lupita".to_owned(),
    }
}

#[test]
fn the_sheet_is_as_it_was_looked_at() {
    let document = document(&sheet()).unwrap();
    assert_eq!(document.pages.len(), 1);
    assert_golden("rescue-sheet", &document.pages);
    assert_in_the_margins(&document.pages[0]);
}

#[test]
fn every_group_stands_on_it_in_order_and_the_code_says_the_whole_key() {
    let mut asked = sheet();
    asked.groups = (0..15).map(|at| format!("G{at:02}")).collect();
    let page = &document(&asked).unwrap().pages[0];
    let said = said(page);
    let places: Vec<usize> = asked
        .groups
        .iter()
        .map(|group| said.find(group).unwrap())
        .collect();
    assert!(places.is_sorted());
    let drawn = page.golden();
    assert!(drawn.contains(&asked.whole), "the code");
    assert_eq!(page.seal, None, "nothing that is made of the key is kept");
}
