//! The *Hoja de la regla*: two rules of 100 mm to be held against a real one, since no PDF can forbid that it is scaled.

use super::block::{Block, Fitted, PageError, Place};
use super::frame::{self, Foot, HAIR, HeadSize, LEFT, Masthead, RIGHT, THICK};
use super::page::{Document, Ink, Page, Style, Turn};
use super::prose;
use crate::domain::printer_scale::RULE_MM;
use crate::words::paper::{ONE_SHEET, place};
use crate::words::ruler as words;

#[cfg(test)]
mod tests;

/// All that the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulerPage {
    /// The head.
    pub masthead: Masthead,
    /// «Impreso el sábado 21 nov 2026, 10:30 · Lupita».
    pub printed: String,
    /// The program and its version.
    pub program: String,
}

const WIDTH: f64 = RIGHT - LEFT;
const TITLE: f64 = 48.4;
const LEAD: f64 = 54.0;
/// The line that lies, in the middle of the sheet.
const ACROSS: f64 = 88.0;
const ACROSS_LEFT: f64 = LEFT + (WIDTH - RULE_MM as f64) / 2.0;
/// The line that stands, at the left.
const DOWN: f64 = LEFT + 14.0;
const DOWN_TOP: f64 = 108.0;
/// The table at the right of it.
const TABLE: f64 = 58.0;
const TABLE_TOP: f64 = 116.0;
const COLUMNS: [f64; 3] = [0.0, 26.0, 70.0];
const STEPS: f64 = 217.0;

/// The page.
///
/// # Errors
/// When a text does not fit its place at any size, or has characters that the letter lacks.
pub fn document(sheet: &RulerPage) -> Result<Document, PageError> {
    let mut page = Page::letter();
    let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
    frame::head(&mut block, &sheet.masthead, HeadSize::Full, None)?;
    block.text(LEFT, TITLE, Style::bold(16.0), words::TITLE);
    prose::opening(&mut block, LEAD, words::LEAD, words::MEANING)?;
    rule(&mut block, Lies::Across);
    rule(&mut block, Lies::Down);
    table(&mut block)?;
    prose::list(&mut block, STEPS, words::THEN, &words::STEPS)?;
    let foot = Foot {
        left: [sheet.program.clone(), sheet.printed.clone()],
        right: [ONE_SHEET.to_owned(), words::NOT_A_DOCUMENT.to_owned()],
    };
    frame::foot(&mut block, &foot)?;
    Ok(Document {
        title: words::TITLE.to_owned(),
        author: None,
        pages: vec![page],
    })
}

/// How a rule lies.
#[derive(Debug, Clone, Copy)]
enum Lies {
    Across,
    Down,
}

/// A line of 100 mm from the middle of its first tick to the middle of its last, with a tick each millimetre.
fn rule(block: &mut Block<'_>, lies: Lies) {
    let length = f64::from(RULE_MM);
    match lies {
        Lies::Across => block.rule(ACROSS_LEFT, ACROSS_LEFT + length, ACROSS, THICK, Ink::TEXT),
        Lies::Down => block.upright_rule(DOWN, DOWN_TOP, DOWN_TOP + length, THICK, Ink::TEXT),
    }
    for at in 0..=RULE_MM {
        let (tick, thick) = match at % 10 {
            0 => (6.0, THICK),
            5 => (4.0, HAIR),
            _ => (2.4, HAIR),
        };
        let at = f64::from(at);
        match lies {
            Lies::Across => block.upright_rule(ACROSS_LEFT + at, ACROSS, ACROSS + tick, thick, Ink::TEXT),
            Lies::Down => block.rule(DOWN, DOWN + tick, DOWN_TOP + at, thick, Ink::TEXT),
        }
    }
    for at in (0..=RULE_MM).step_by(10) {
        let style = Style::regular(8.0);
        let number = at.to_string();
        let width = super::fonts::width_mm(style.face, style.size_pt, &number);
        let at = f64::from(at);
        match lies {
            Lies::Across => block.text(ACROSS_LEFT + at - width / 2.0, ACROSS + 9.4, style, number),
            Lies::Down => block.text(DOWN + 7.2, DOWN_TOP + at + 1.0, style, number),
        }
    }
    match lies {
        Lies::Across => block.text(ACROSS_LEFT, ACROSS - 3.0, Style::bold(10.0), words::ACROSS),
        Lies::Down => block.text(LEFT, DOWN_TOP - 4.0, Style::bold(10.0), words::DOWN),
    }
}

/// What each length means.
fn table(block: &mut Block<'_>) -> Fitted {
    const ROW: f64 = 10.0;
    let room = |column: usize| {
        let end = COLUMNS.get(column + 1).copied().unwrap_or(RIGHT - TABLE);
        Place::new(place::STEP, end - COLUMNS[column] - 2.0)
    };
    for (column, head) in words::HEADS.into_iter().enumerate() {
        block.text(TABLE + COLUMNS[column], TABLE_TOP, Style::label(), head);
    }
    for (at, row) in words::ROWS.into_iter().enumerate() {
        let top = TABLE_TOP + 3.0 + ROW * at as f64;
        block.rule(TABLE, RIGHT, top, HAIR, Ink::HAIRLINE);
        for (column, text) in row.into_iter().enumerate() {
            let style = if column == 0 {
                Style::bold(10.5)
            } else {
                Style::regular(9.5)
            };
            let at = (TABLE + COLUMNS[column], top + 6.3);
            block.fitted(at, style, &[style.size_pt, 9.0, 8.5, 8.0], text, room(column))?;
        }
    }
    Ok(())
}
