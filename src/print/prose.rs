//! Sentences on a sheet of the office: a paragraph, and numbered ones under a heading.

use super::block::{Block, PageError, Place};
use super::fonts;
use super::frame::{LEFT, RIGHT, THICK};
use super::page::{Ink, Style};
use crate::words::paper::place;

/// Free below a numbered paragraph.
const BELOW: f64 = 1.8;

/// What a sheet is for, in bold below a rule at `top`, and what that means.
///
/// # Errors
/// When one does not fit, or has characters that the letter lacks.
pub fn opening(block: &mut Block<'_>, top: f64, purpose: &str, meaning: &str) -> Result<(), PageError> {
    const ROOM: f64 = RIGHT - LEFT;
    let place = Place::new(place::STEP, ROOM);
    block.rule(LEFT, RIGHT, top, THICK, Ink::RULE);
    block.fitted(
        (LEFT, top + 7.4),
        Style::bold(12.0),
        &[12.0, 11.0, 10.0],
        purpose,
        place,
    )?;
    paragraph(block, LEFT, top + 13.0, ROOM, meaning).map(|_| ())
}

/// Numbered paragraphs under a heading, which begins with a rule at `top`; returns where the last one ends.
///
/// # Errors
/// When a paragraph does not fit on three lines, or has characters that the letter lacks.
pub fn list(block: &mut Block<'_>, top: f64, heading: &str, items: &[&str]) -> Result<f64, PageError> {
    const INDENT: f64 = 7.0;
    block.rule(LEFT, RIGHT, top, THICK, Ink::RULE);
    block.text(LEFT, top + 6.0, Style::bold(11.0), heading);
    let mut y = top + 12.4;
    for (number, item) in (1..).zip(items) {
        block.text(LEFT, y, Style::bold(9.5), format!("{number}."));
        y = paragraph(block, LEFT + INDENT, y, RIGHT - LEFT - INDENT, item)? + BELOW;
    }
    Ok(y)
}

/// A paragraph of 9.5 points on three lines at most, the first at `y`; returns where the next one begins.
///
/// # Errors
/// When it does not fit, or has characters that the letter lacks.
pub fn paragraph(block: &mut Block<'_>, x: f64, y: f64, room: f64, text: &str) -> Result<f64, PageError> {
    const LEADING: f64 = 4.5;
    let style = Style::regular(9.5);
    let place = Place::new(place::STEP, room);
    place.check_letter(style.face, text)?;
    let (size, leading, lines) =
        fonts::set(style.face, &[(9.5, LEADING, 3)], text, room).ok_or_else(|| place.overflow(text))?;
    block.lines(x, y, leading, style.size(size), &lines);
    Ok(y + leading * lines.len() as f64)
}
