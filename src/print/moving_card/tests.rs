//! The card against its committed golden and its own geometry.

use super::*;
use crate::print::proof::{assert_golden, assert_in_the_margins, masthead, said};

fn card() -> MovingCard {
    let fact = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    MovingCard {
        masthead: masthead(),
        file: "Mudanza Plantel Ejemplo 2026-11-21.ventanilla".to_owned(),
        campus: "Plantel Ejemplo".to_owned(),
        facts: [
            fact(words::STUDENTS, "3,412"),
            fact(words::MOVEMENTS, "12,805"),
            fact(words::LAST_CHANGE, "20 nov 2026 18:03"),
            fact(words::MADE, "21 nov 2026 10:30"),
            fact(words::WEIGHS, "4.2 MB"),
        ],
        stub: "Plantel Ejemplo · hecha el 21 nov 2026 10:30".to_owned(),
        printed: "Impreso el sábado 21 nov 2026, 10:30 · Lupita".to_owned(),
        program: "Ventanilla 0.1.0".to_owned(),
    }
}

#[test]
fn the_card_is_as_it_was_looked_at() {
    let document = document(&card()).unwrap();
    assert_eq!(document.pages.len(), 1);
    assert_golden("moving-card", &document.pages);
    assert_in_the_margins(&document.pages[0]);
}

#[test]
fn the_longest_names_still_have_their_place() {
    let mut long = card();
    let campus = "Instituto Tecnológico Superior de la Región Carbonífera de los Llanos Ejemplo del";
    long.masthead.campus = campus.to_owned();
    long.file = format!("Mudanza {campus} 2026-11-21 (12).ventanilla");
    long.campus = campus.to_owned();
    long.stub = format!("{campus} · hecha el 21 nov 2026 10:30");
    let page = document(&long).map(|document| document.pages.into_iter().next().unwrap());
    let page = page.unwrap();
    assert_in_the_margins(&page);
    assert!(said(&page).contains(&long.file));
}

#[test]
fn every_step_and_every_figure_stands_on_it_and_the_steps_end_above_what_is_filled_in() {
    let document = document(&card()).unwrap();
    let page = &document.pages[0];
    let said = said(page).replace('\n', " ");
    for (label, value) in card().facts {
        assert!(said.contains(&label) && said.contains(&value), "{label}");
    }
    for step in words::OPENING {
        assert!(said.contains(step), "{step}");
    }
    let lowest = page
        .texts()
        .filter(|run| run.y > STEPS && run.y < STUB && run.style.size_pt == 9.5)
        .map(|run| run.y)
        .fold(0.0, f64::max);
    assert!(lowest < KEPT - 2.0, "{lowest}");
}
