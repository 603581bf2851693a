//! The oficio against its golden, and how much goes on it.

use super::*;
use crate::print::proof;

fn letter() -> Letter {
    Letter {
        masthead: Masthead {
            legend: None,
            ..crate::print::proof::masthead()
        },
        number: words::letter_number("C-2026-21"),
        date: words::place_and_date("2026-11-13".parse().unwrap()),
        subject: words::letter_subject("2026-11-16".parse().unwrap()),
        addressee: words::addressee("12"),
        paragraphs: words::letter(
            "2026-11-16".parse().unwrap(),
            &[
                "38 altas (movimiento 08), registro patronal Z99-00000-32-0, relación con folio K4T1"
                    .to_owned(),
            ],
            "C-2026-21",
            "9E3A5C17",
        ),
        signer: (
            "Mtra. Rosa Elvira Luna Paz".to_owned(),
            "Jefa de Servicios Escolares".to_owned(),
        ),
        copies: words::letter_copy(),
        seal: "9E3A5C17".to_owned(),
        folio: "C-2026-21".to_owned(),
        made: "Cerrado el viernes 13 nov 2026, 12:05 · Lupita".to_owned(),
    }
}

#[test]
fn the_oficio_is_as_committed() {
    proof::assert_golden("letter", &document(&letter()).unwrap().pages);
}

#[test]
fn more_than_a_sheet_is_refused_and_not_cut_off() {
    let mut long = letter();
    long.paragraphs = vec!["Palabras y más palabras. ".repeat(200)];
    assert!(matches!(document(&long), Err(PageError::Overflow(_))));
}
