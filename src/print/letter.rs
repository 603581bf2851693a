//! The oficio that goes to the subdelegación with the Relación of a cut: one Carta sheet.

use super::block::{Block, Fitted, PageError, Place};
use super::fonts::{self, Face};
use super::frame::{self, Foot, HeadSize, LEFT, Masthead, RIGHT};
use super::page::{Document, Ink, Page, Stroke, Style, Turn};
use crate::words::cut_papers as words;
use crate::words::paper::place;
use crate::words::roster::{folio_and_seal, sheet};

#[cfg(test)]
mod tests;

/// All that the sheet says.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// The head.
    pub masthead: Masthead,
    /// «Oficio C-2026-22».
    pub number: String,
    /// «A 30 de noviembre de 2026».
    pub date: String,
    /// What it is about.
    pub subject: String,
    /// To whom, line by line.
    pub addressee: Vec<String>,
    /// The text.
    pub paragraphs: Vec<String>,
    /// Who signs, and with what post.
    pub signer: (String, String),
    /// Who gets a copy.
    pub copies: String,
    /// The seal of the cut.
    pub seal: String,
    /// The folio of the cut.
    pub folio: String,
    /// «Cerrado el lunes 30 nov 2026, 12:05 · Lupita».
    pub made: String,
}

/// The width of the text, and where it begins.
const TEXT_LEFT: f64 = LEFT + 10.0;
const TEXT_WIDTH: f64 = RIGHT - LEFT - 20.0;
/// From one line of the text to the next, and between paragraphs.
const LINE: f64 = 5.4;
const PARAGRAPH: f64 = 4.0;
/// Where the line to sign on stands.
const SIGNATURE: f64 = 205.0;
const SIGNATURE_WIDTH: f64 = 78.0;
/// Around the place of the seal.
const BOX: Stroke = Stroke {
    width_mm: 0.2,
    ink: Ink::RULE,
};

/// The sheet.
///
/// # Errors
/// When a text does not fit its place at any size, or has characters that the letter lacks.
pub fn document(letter: &Letter) -> Result<Document, PageError> {
    let mut page = Page::letter();
    let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
    frame::head(&mut block, &letter.masthead, HeadSize::Full, None)?;
    block.text_to(RIGHT, 48.4, Style::bold(11.0), &letter.number);
    block.text_to(RIGHT, 54.0, Style::regular(10.0), &letter.date);
    let wide = |width: f64| Place::new(place::SUBJECT, width);
    block.fitted(
        (TEXT_LEFT, 64.0),
        Style::bold(10.0),
        &[10.0, 9.0, 8.0],
        &letter.subject,
        wide(TEXT_WIDTH),
    )?;
    let mut y = 78.0;
    for line in &letter.addressee {
        block.fitted(
            (TEXT_LEFT, y),
            Style::bold(10.0),
            &[10.0, 9.0, 8.0],
            line,
            wide(TEXT_WIDTH),
        )?;
        y += LINE;
    }
    y += 8.0;
    for paragraph in &letter.paragraphs {
        y = self::paragraph(&mut block, y, paragraph)?;
    }
    if y > SIGNATURE - 20.0 {
        let all = letter.paragraphs.join(" ");
        return Err(PageError::Overflow(wide(TEXT_WIDTH).overflow(&all)));
    }
    signature(&mut block, letter)?;
    let foot = Foot {
        left: [folio_and_seal(&letter.folio, &letter.seal), letter.made.clone()],
        right: [sheet(1, 1), letter.copies.clone()],
    };
    frame::foot(&mut block, &foot)?;
    page.seal = Some(letter.seal.clone());
    Ok(Document {
        title: letter.subject.clone(),
        author: None,
        pages: vec![page],
    })
}

/// Sets a paragraph and tells where the next one begins.
fn paragraph(block: &mut Block<'_>, y: f64, text: &str) -> Result<f64, PageError> {
    let style = Style::regular(10.5);
    Place::new(place::SUBJECT, TEXT_WIDTH).check_letter(Face::Regular, text)?;
    let lines = fonts::wrap_words(Face::Regular, style.size_pt, text, TEXT_WIDTH)
        .unwrap_or_else(|| fonts::wrap_letters(Face::Regular, style.size_pt, text, TEXT_WIDTH));
    block.lines(TEXT_LEFT, y, LINE, style, &lines);
    Ok(y + LINE * lines.len() as f64 + PARAGRAPH)
}

/// Who signs at the left, the box for whoever takes it at the right.
fn signature(block: &mut Block<'_>, letter: &Letter) -> Fitted {
    let place = Place::new(place::PRINTED_BY, SIGNATURE_WIDTH);
    block.text(
        TEXT_LEFT,
        SIGNATURE - 18.0,
        Style::regular(10.0),
        words::SINCERELY,
    );
    block.rule(TEXT_LEFT, TEXT_LEFT + SIGNATURE_WIDTH, SIGNATURE, 0.25, Ink::RULE);
    let (name, post) = &letter.signer;
    block.fitted(
        (TEXT_LEFT, SIGNATURE + 4.6),
        Style::bold(10.0),
        &[10.0, 9.0, 8.0],
        name,
        place,
    )?;
    block.fitted(
        (TEXT_LEFT, SIGNATURE + 9.2),
        Style::regular(9.0),
        &[9.0, 8.0, 7.0],
        post,
        place,
    )?;
    let (left, top) = (RIGHT - 66.4, SIGNATURE - 18.0);
    block.frame(left, top, 56.4, 24.6, BOX);
    block.text(
        left,
        SIGNATURE + 10.4,
        Style::regular(8.0).ink(Ink::MUTED),
        words::RECEIVED,
    );
    Ok(())
}
