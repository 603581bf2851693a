//! The *Hoja de rescate*: the secret key of the office on one Carta sheet, in letters and as a code, with what to do with it.
//! It is drawn once. It bears no seal and no mute code, since nothing that is made of the key is kept.

use super::block::{Block, Fitted, PageError, Place};
use super::fonts;
use super::frame::{self, FOOT_RULE, Foot, HeadSize, LEFT, Masthead, RIGHT, THICK};
use super::page::{Document, Ink, Page, Stroke, Style, Turn};
use super::prose;
use super::qr::Code;
use crate::words::paper::{ONE_SHEET, place};
use crate::words::rescue as words;

#[cfg(test)]
mod tests;

/// All that the sheet says.
#[derive(Clone, PartialEq, Eq)]
pub struct RescueSheet {
    /// The head.
    pub masthead: Masthead,
    /// The four letters by which the sheet is told from others.
    pub mark: String,
    /// The key in groups of letters.
    pub groups: Vec<String>,
    /// The whole key, for the code.
    pub whole: String,
    /// The public half.
    pub recipient: String,
    /// «Impreso el sábado 21 nov 2026, 10:30 · Lupita».
    pub printed: String,
}

/// Groups of a row.
const IN_A_ROW: usize = 5;
/// Width of the sheet between its margins.
const WIDTH: f64 = RIGHT - LEFT;
const TITLE: f64 = 48.4;
const LEAD: f64 = 54.0;
const KEY: f64 = 76.0;
const KEY_HEIGHT: f64 = 58.0;
/// The square of the code, with its quiet zone.
const CODE: f64 = 44.0;
const KEEPING: f64 = 142.0;
const USING: f64 = 196.0;

/// The sheet.
///
/// # Errors
/// When a text does not fit its place at any size, or has characters that the letter lacks.
pub fn document(sheet: &RescueSheet) -> Result<Document, PageError> {
    let mut page = Page::letter();
    let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
    frame::head(&mut block, &sheet.masthead, HeadSize::Full, None)?;
    block.text(LEFT, TITLE, Style::bold(16.0), words::TITLE);
    block.text_to(RIGHT, TITLE, Style::bold(12.0), &words::sheet(&sheet.mark));
    prose::opening(&mut block, LEAD, words::LEAD, words::MEANING)?;
    key(&mut block, sheet)?;
    prose::list(&mut block, KEEPING, words::KEEP, &words::KEEPING)?;
    prose::list(&mut block, USING, words::USE, &words::USING)?;
    let public = format!("{} {}", words::PUBLIC, sheet.recipient);
    block.fitted(
        (LEFT, FOOT_RULE - 3.0),
        Style::regular(7.5).ink(Ink::MUTED),
        &[7.5, 7.0],
        &public,
        Place::new(place::FOOT, WIDTH),
    )?;
    let foot = Foot {
        left: [words::foot(&sheet.mark), sheet.printed.clone()],
        right: [ONE_SHEET.to_owned(), words::CONFIDENTIAL.to_owned()],
    };
    frame::foot(&mut block, &foot)?;
    Ok(Document {
        title: words::foot(&sheet.mark),
        author: None,
        pages: vec![page],
    })
}

/// The groups at the left, row by row, and the code at the right.
fn key(block: &mut Block<'_>, sheet: &RescueSheet) -> Fitted {
    const COLUMN: f64 = 26.0;
    const ROW: f64 = 12.5;
    let stroke = Stroke {
        width_mm: THICK,
        ink: Ink::RULE,
    };
    block.frame(LEFT, KEY, WIDTH, KEY_HEIGHT, stroke);
    block.text(LEFT + 4.0, KEY + 7.0, Style::bold(11.0), words::KEY);
    for (at, group) in sheet.groups.iter().enumerate() {
        let x = LEFT + 4.0 + COLUMN * (at % IN_A_ROW) as f64;
        let y = KEY + 20.0 + ROW * (at / IN_A_ROW) as f64;
        block.text(x, y - 6.2, Style::label(), (at + 1).to_string());
        block.text(x, y, Style::mono(18.0), group.as_str());
    }
    block.fitted(
        (LEFT + 4.0, KEY + KEY_HEIGHT - 4.0),
        Style::regular(8.5).ink(Ink::MUTED),
        &[8.5, 8.0, 7.5, 7.0],
        words::HOW_TO_TYPE,
        Place::new(place::STEP, COLUMN * IN_A_ROW as f64),
    )?;
    let code = Code::of_key(&sheet.whole)?;
    let side = code.modules_mm(CODE);
    let quiet = (CODE - side) / 2.0;
    let left = RIGHT - CODE - 2.0;
    block.qr(left + quiet, KEY + 2.0 + quiet, CODE, code);
    let width = fonts::width_mm(Style::label().face, Style::label().size_pt, words::CODE);
    block.text(
        left + (CODE - width) / 2.0,
        KEY + KEY_HEIGHT - 4.0,
        Style::label(),
        words::CODE,
    );
    Ok(())
}
