//! Whose sheet it is: name, school and numbers, below the title of a sheet about one student.

use super::block::{Block, Fitted, Place};
use super::fonts::{self, Face};
use super::frame::{LEFT, RIGHT};
use super::page::Style;
use crate::words::paper::place;

/// What is said of the student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentHead {
    /// «HERNÁNDEZ MUÑOZ, JUAN PABLO».
    pub name: String,
    /// «Ingeniería Industrial · 3.er semestre · inscrito en AGO-DIC 2026».
    pub school: String,
    /// The identifier: A-Z and 0-9 only.
    pub identifier: Labelled,
    /// The NSS with its hyphens, or why there is none.
    pub nss: Labelled,
    /// The CURP, or why there is none.
    pub curp: Labelled,
    /// «UMF 12 · matutino · 4», or that it is to be assigned.
    pub clinic: Labelled,
}

/// A value with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// «NSS»; «NSS (por confirmar)».
    pub label: String,
    /// The value.
    pub value: String,
}

/// Last baseline of the name; it grows upwards.
const NAME: f64 = 59.6;

/// From large to small: size, leading, how many lines.
const NAME_SETTINGS: [(f64, f64, usize); 7] = [
    (14.0, 0.0, 1),
    (12.0, 0.0, 1),
    (11.0, 0.0, 1),
    (10.0, 4.2, 2),
    (9.0, 3.8, 2),
    (8.0, 3.4, 2),
    (7.0, 2.8, 2),
];

/// Draws it between the title and what follows at 79.
pub(super) fn draw(block: &mut Block<'_>, student: &StudentHead) -> Fitted {
    const WIDTH: f64 = RIGHT - LEFT;
    let place = Place::new(place::NAME, WIDTH);
    place.check_letter(Face::Bold, &student.name)?;
    let (size, leading, lines) = fonts::set(Face::Bold, &NAME_SETTINGS, &student.name, WIDTH)
        .ok_or_else(|| place.overflow(&student.name))?;
    let first = NAME - leading * (lines.len() as f64 - 1.0);
    block.lines(LEFT, first, leading, Style::bold(size), &lines);
    block.fitted(
        (LEFT, 64.4),
        Style::regular(9.0),
        &[9.0, 8.5, 8.0, 7.5, 7.0],
        &student.school,
        Place::new(place::CAREER, WIDTH),
    )?;

    let (text, mono) = (Style::bold(10.5), Style::mono(11.0));
    let cells = [
        (LEFT, 53.0, text, &student.identifier, place::IDENTIFIER),
        (53.0, 97.0, text, &student.nss, place::NSS),
        (97.0, 151.0, mono, &student.curp, place::CURP),
        (151.0, RIGHT + 2.0, text, &student.clinic, place::CLINIC),
    ];
    for (x, next, style, Labelled { label, value }, name) in cells {
        let place = Place::new(name, next - x - 2.0);
        block.fitted((x, 69.6), Style::label(), &[7.5, 7.0], label, place)?;
        block.fitted(
            (x, 74.6),
            style,
            &[style.size_pt, 9.5, 8.5, 7.5, 7.0],
            value,
            place,
        )?;
    }
    Ok(())
}
