//! The *Tarjeta de mudanza*: which file it is and what is in it, how it is opened on the other PC, and a stub on which the
//! passphrase is written by hand and cut off. The passphrase itself is never printed.

use super::block::{Block, Fitted, PageError, Place};
use super::frame::{self, FOOT_RULE, Foot, HAIR, HeadSize, LEFT, Masthead, RIGHT, THICK};
use super::page::{Document, Ink, Page, Stroke, Style, Turn};
use super::prose;
use crate::words::moving::card as words;
use crate::words::paper::{ONE_SHEET, place};

#[cfg(test)]
mod tests;

/// All that the card says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovingCard {
    /// The head.
    pub masthead: Masthead,
    /// The name of the file.
    pub file: String,
    /// Whose data are in it.
    pub campus: String,
    /// What is in it: labels with what they say.
    pub facts: [(String, String); 5],
    /// What it is called on the stub, which is kept elsewhere.
    pub stub: String,
    /// «Impreso el sábado 21 nov 2026, 10:30 · Lupita».
    pub printed: String,
    /// The program and its version.
    pub program: String,
}

/// Width of the sheet between its margins.
const WIDTH: f64 = RIGHT - LEFT;
const TITLE: f64 = 48.4;
const LEAD: f64 = 54.0;
const FILE: f64 = 77.0;
const FILE_HEIGHT: f64 = 38.0;
const STEPS: f64 = 121.0;
/// Where the passphrase is kept, by hand.
const KEPT: f64 = 186.0;
const STUB: f64 = 210.0;

/// The card.
///
/// # Errors
/// When a text does not fit its place at any size, or has characters that the letter lacks.
pub fn document(card: &MovingCard) -> Result<Document, PageError> {
    let mut page = Page::letter();
    let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
    frame::head(&mut block, &card.masthead, HeadSize::Full, None)?;
    block.text(LEFT, TITLE, Style::bold(16.0), words::TITLE);
    block.text_to(
        RIGHT,
        TITLE,
        Style::regular(9.0).ink(Ink::MUTED),
        words::TO_ANOTHER_PC,
    );
    prose::opening(&mut block, LEAD, words::LEAD, words::MEANING)?;
    file(&mut block, card)?;
    prose::list(&mut block, STEPS, words::OPEN, &words::OPENING)?;
    kept(&mut block);
    stub(&mut block, card)?;
    let foot = Foot {
        left: [card.program.clone(), card.printed.clone()],
        right: [ONE_SHEET.to_owned(), words::NO_PHRASE_HERE.to_owned()],
    };
    frame::foot(&mut block, &foot)?;
    Ok(Document {
        title: words::TITLE.to_owned(),
        author: None,
        pages: vec![page],
    })
}

/// The file's name, whose it is, and below what is inside, side by side.
fn file(block: &mut Block<'_>, card: &MovingCard) -> Fitted {
    const PADDING: f64 = 4.0;
    /// Of the facts: a moment is longer than a number.
    const SHARES: [f64; 5] = [0.16, 0.17, 0.25, 0.25, 0.17];
    let room = WIDTH - 2.0 * PADDING;
    let stroke = Stroke {
        width_mm: THICK,
        ink: Ink::RULE,
    };
    block.frame(LEFT, FILE, WIDTH, FILE_HEIGHT, stroke);
    block.text(LEFT + PADDING, FILE + 5.4, Style::label(), words::FILE);
    let whole = Place::new(place::FILE, room);
    let sizes = [13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0];
    block.fitted(
        (LEFT + PADDING, FILE + 11.2),
        Style::bold(13.0),
        &sizes,
        &card.file,
        whole,
    )?;
    block.text(LEFT + PADDING, FILE + 17.2, Style::label(), words::CAMPUS);
    block.fitted(
        (LEFT + PADDING, FILE + 22.2),
        Style::bold(10.5),
        &[10.5, 9.5, 8.5, 7.5, 7.0],
        &card.campus,
        whole,
    )?;
    let mut x = LEFT + PADDING;
    for ((label, value), share) in card.facts.iter().zip(SHARES) {
        let column = room * share;
        block.text(x, FILE + 28.6, Style::label(), label.as_str());
        block.fitted(
            (x, FILE + 33.6),
            Style::bold(10.5),
            &[10.5, 9.5, 8.5, 7.5, 7.0],
            value,
            Place::new(place::FILE, column - 2.0),
        )?;
        x += column;
    }
    Ok(())
}

/// Two lines to be filled in by hand, side by side.
fn kept(block: &mut Block<'_>) {
    const GAP: f64 = 8.0;
    const LINE: f64 = (WIDTH - GAP) / 2.0;
    block.rule(LEFT, RIGHT, KEPT, THICK, Ink::RULE);
    for (at, label) in (0..).zip(words::KEPT) {
        let x = LEFT + f64::from(at) * (LINE + GAP);
        block.rule(x, x + LINE, KEPT + 11.0, HAIR, Ink::TEXT);
        block.text(x, KEPT + 14.6, Style::label(), label);
    }
}

/// The stub for the passphrase: as many lines as it has words.
fn stub(block: &mut Block<'_>, card: &MovingCard) -> Fitted {
    const GAP: f64 = 4.0;
    const LINES: usize = crate::domain::passphrase::WORDS;
    const LINE: f64 = (WIDTH - GAP * (LINES - 1) as f64) / LINES as f64;
    const HAND: f64 = STUB + 26.0;
    const { assert!(HAND + 12.0 < FOOT_RULE) };
    block.rule(LEFT, RIGHT, STUB, HAIR, Ink::HAIRLINE);
    block.text(
        LEFT,
        STUB + 3.4,
        Style::regular(7.0).ink(Ink::MUTED),
        words::CUT_HERE,
    );
    block.text(LEFT, STUB + 9.4, Style::bold(11.0), words::STUB);
    block.fitted(
        (LEFT, STUB + 14.4),
        Style::regular(9.0),
        &[9.0, 8.0, 7.0],
        &card.stub,
        Place::new(place::FILE, WIDTH),
    )?;
    for at in 0..LINES {
        let x = LEFT + at as f64 * (LINE + GAP);
        block.rule(x, x + LINE, HAND, HAIR, Ink::TEXT);
        block.text(x, HAND + 3.6, Style::label(), (at + 1).to_string());
    }
    block.text(
        LEFT,
        HAND + 10.0,
        Style::regular(8.5).ink(Ink::MUTED),
        words::BY_HAND,
    );
    Ok(())
}
