//! The *Tarjeta de teclas*: every key of the program on a sheet to keep beside the keyboard.

use super::block::{Block, PageError, Place};
use super::fonts;
use super::frame::{self, Foot, HAIR, HeadSize, LEFT, Masthead, RIGHT};
use super::page::{Document, Ink, Page, Style, Turn};
use crate::words::card as words;
use crate::words::paper::place;

/// A key with what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLine {
    /// «F7 · Ctrl+Mayús+A».
    pub keys: String,
    /// «Alta para el corte».
    pub what: String,
}

/// All that the card says.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyCard {
    /// The head of the sheet.
    pub masthead: Masthead,
    /// The keys, in the order of their table.
    pub lines: Vec<KeyLine>,
    /// «Impreso el sábado 21 nov 2026, 10:42 · Lupita».
    pub printed: String,
    /// The program and its version: another one may have other keys.
    pub program: String,
}

const ROWS: f64 = 50.4;
const ROW: f64 = 6.0;
/// How many rows a column has.
const IN_COLUMN: usize = 34;
const WIDTH: f64 = 89.95;
const GAP: f64 = 6.0;
/// Where what a key does begins.
const WHAT: f64 = 36.0;

/// The card: a sheet, or more if there are more keys than two columns hold.
///
/// # Errors
/// When a text does not fit its place in two lines, or has characters that the letter lacks.
pub fn document(card: &KeyCard) -> Result<Document, PageError> {
    let sheets: Vec<&[KeyLine]> = card.lines.chunks(2 * IN_COLUMN).collect();
    let mut pages = Vec::with_capacity(sheets.len());
    for (number, lines) in (1..).zip(&sheets) {
        let mut page = Page::letter();
        let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
        frame::head(&mut block, &card.masthead, HeadSize::Full, None)?;
        block.text(LEFT, 47.0, Style::bold(15.0), words::TITLE);
        block.text_to(RIGHT, 47.0, Style::regular(8.5), words::HINT);
        // As many in the one column as in the other.
        for (column, lines) in lines.chunks(lines.len().div_ceil(2)).enumerate() {
            let x = LEFT + column as f64 * (WIDTH + GAP);
            for (at, line) in lines.iter().enumerate() {
                row(&mut block, x, ROWS + at as f64 * ROW, line)?;
            }
        }
        let foot = Foot {
            left: [card.program.clone(), card.printed.clone()],
            right: [words::sheet(number, sheets.len()), words::KEEP.to_owned()],
        };
        frame::foot(&mut block, &foot)?;
        pages.push(page);
    }
    Ok(Document {
        title: words::TITLE.to_owned(),
        author: None,
        pages,
    })
}

fn row(block: &mut Block<'_>, x: f64, top: f64, line: &KeyLine) -> Result<(), PageError> {
    lines(block, x, top, WHAT - 2.0, Style::bold(8.0), &line.keys)?;
    lines(
        block,
        x + WHAT,
        top,
        WIDTH - WHAT,
        Style::regular(8.5),
        &line.what,
    )?;
    block.rule(x, x + WIDTH, top + ROW, HAIR, Ink::HAIRLINE);
    Ok(())
}

/// On one line, or smaller on two.
fn lines(
    block: &mut Block<'_>,
    x: f64,
    top: f64,
    room_mm: f64,
    style: Style,
    text: &str,
) -> Result<(), PageError> {
    let place = Place::new(place::KEY, room_mm);
    place.check_letter(style.face, text)?;
    if let Some(size_pt) = fonts::first_fitting(style.face, &[style.size_pt, 8.0, 7.5], text, room_mm) {
        block.text(x, top + 4.1, style.size(size_pt), text);
        return Ok(());
    }
    let two = fonts::wrap_words(style.face, 7.0, text, room_mm).filter(|lines| lines.len() <= 2);
    let two = two.ok_or_else(|| place.overflow(text))?;
    block.lines(x, top + 2.7, 2.6, style.size(7.0), &two);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::fonts::Face;

    fn card(lines: usize) -> KeyCard {
        KeyCard {
            masthead: Masthead {
                legend: None,
                ..crate::print::proof::masthead()
            },
            lines: (0..lines)
                .map(|n| KeyLine {
                    keys: format!("Ctrl+Mayús+F{n}"),
                    what: "Registrar vigencia comprobada".to_owned(),
                })
                .collect(),
            printed: "Impreso el sábado 21 nov 2026, 10:42 · Lupita".to_owned(),
            program: "Ventanilla 0.1.0".to_owned(),
        }
    }

    #[test]
    fn every_key_is_on_the_card_and_inside_its_margins() {
        for (lines, sheets) in [(1, 1), (34, 1), (35, 1), (68, 1), (69, 2)] {
            let document = document(&card(lines)).unwrap();
            assert_eq!(document.pages.len(), sheets, "{lines} keys");
            let runs: Vec<_> = document.pages.iter().flat_map(|page| page.texts()).collect();
            for n in 0..lines {
                assert!(
                    runs.iter().any(|run| run.text == format!("Ctrl+Mayús+F{n}")),
                    "{n}"
                );
            }
            for run in runs {
                assert!(run.x >= LEFT && run.x + run.width_mm() <= RIGHT + 0.01, "{run:?}");
                assert!(
                    run.y < 264.0 && (run.y < frame::FOOT_RULE || run.style.size_pt == 7.0),
                    "{run:?}"
                );
            }
        }
    }

    #[test]
    fn what_needs_two_lines_gets_them_and_what_needs_three_is_refused() {
        let mut card = card(1);
        card.lines[0].what =
            "Enter en un campo, el siguiente; en una lista, abrir; en la ficha, corregir".to_owned();
        assert!(document(&card).is_ok());
        card.lines[0].what = "Enter en un campo, el siguiente; ".repeat(6);
        assert!(matches!(document(&card), Err(PageError::Overflow(_))));
    }

    #[test]
    fn a_face_is_there_for_every_letter_of_the_frame() {
        assert!(fonts::missing_in(Face::Regular, words::HINT).is_empty());
    }
}
