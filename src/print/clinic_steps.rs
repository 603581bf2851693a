//! The *Pasos para su clínica (UMF)*: what one student does online to get a clinic or to change it, since the procedure is
//! personal and no campus can do it. One Carta sheet, each step that has a page with its address and its code.

use super::block::{Block, Fitted, PageError, Place};
use super::fonts;
use super::frame::{self, FOOT_RULE, Foot, HAIR, HeadSize, LEFT, Masthead, Numbered, RIGHT, THICK};
use super::page::{Document, Ink, Page, Style, Turn};
use super::qr::Code;
use super::student_head::{self, StudentHead};
use crate::words::clinic_steps as words;
use crate::words::paper::place;
use crate::words::roster::{folio_and_seal, sheet};

#[cfg(test)]
mod tests;

/// All that one sheet says.
#[derive(Debug, Clone, PartialEq)]
pub struct ClinicSteps {
    /// The head.
    pub masthead: Masthead,
    /// Whose it is.
    pub student: StudentHead,
    /// Which clinic the record has, and where that was read; or that it has none.
    pub lead: String,
    /// What that means.
    pub meaning: String,
    /// What to do, in order; four at most.
    pub steps: Vec<Step>,
    /// «Departamento de Servicios Escolares · Tel. … · correo».
    pub contact: String,
    /// The folio of this sheet.
    pub folio: String,
    /// «Impreso el sábado 21 nov 2026, 10:42 · Lupita».
    pub printed: String,
    /// «Datos al 21 nov 2026. Documento sin validez oficial.»
    pub valid: String,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub heading: String,
    /// How.
    pub text: String,
    /// The page where it is done, if the office has its address.
    pub address: Option<String>,
}

/// Sheets that [`page`] made, as one document.
pub fn document_of(pages: Vec<Page>) -> Document {
    Document {
        title: words::TITLE.to_owned(),
        author: None,
        pages,
    }
}

/// The sheet of one student.
///
/// # Errors
/// When a text does not fit its place at any size, has characters that the letter lacks, or does not go into a code.
pub fn page(steps: &ClinicSteps) -> Result<Page, PageError> {
    let mut page = Page::letter();
    let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
    let numbered = Numbered {
        folio: &steps.folio,
        about: &steps.student.identifier.value,
    };
    frame::head(&mut block, &steps.masthead, HeadSize::Full, Some(numbered))?;
    block.text(LEFT, TITLE, Style::bold(16.0), words::TITLE);
    block.text_to(
        RIGHT,
        TITLE,
        Style::regular(9.0).ink(Ink::MUTED),
        words::INSURANCE,
    );
    student_head::draw(&mut block, &steps.student)?;
    lead(&mut block, steps)?;
    for (at, step) in (0..).zip(&steps.steps) {
        self::step(&mut block, at, step)?;
    }
    closing(&mut block, &steps.contact)?;

    let seal = page.content_seal();
    let foot = Foot {
        left: [folio_and_seal(&steps.folio, &seal), steps.printed.clone()],
        right: [sheet(1, 1), steps.valid.clone()],
    };
    frame::foot(&mut Block::new(&mut page, 0.0, 0.0, Turn::Upright), &foot)?;
    page.seal = Some(seal);
    Ok(page)
}

/// Baseline of the title.
const TITLE: f64 = 48.4;
/// Top of what the record has.
const LEAD: f64 = 81.0;
/// Top of the first step.
const STEPS: f64 = 100.0;
/// Height of a step.
const STEP: f64 = 33.5;
/// Where the words of a step begin; its numeral stands before them.
const TEXT: f64 = 29.0;
/// The square of a page's address, with its quiet zone.
const CODE: f64 = 27.0;
/// Top of the closing lines.
const CLOSING: f64 = 237.0;

/// Width of the sheet between its margins.
const WIDTH: f64 = RIGHT - LEFT;

fn lead(block: &mut Block<'_>, steps: &ClinicSteps) -> Fitted {
    let place = Place::new(place::CLINIC, WIDTH);
    block.rule(LEFT, RIGHT, LEAD, THICK, Ink::RULE);
    block.fitted(
        (LEFT, LEAD + 6.4),
        Style::bold(11.0),
        &[11.0, 10.0, 9.0, 8.0, 7.0],
        &steps.lead,
        place,
    )?;
    block.fitted(
        (LEFT, LEAD + 12.0),
        Style::regular(9.5),
        &[9.5, 9.0, 8.5],
        &steps.meaning,
        place,
    )
}

fn step(block: &mut Block<'_>, at: u32, step: &Step) -> Fitted {
    const LEADING: f64 = 4.5;
    let top = STEPS + STEP * f64::from(at);
    let text = Style::regular(9.5);
    let room = RIGHT - TEXT - if step.address.is_some() { CODE } else { 0.0 };
    let place = Place::new(place::STEP, room);

    block.rule(LEFT, RIGHT, top, HAIR, Ink::HAIRLINE);
    block.text(LEFT, top + 11.0, Style::bold(24.0), (at + 1).to_string());
    block.fitted(
        (TEXT, top + 6.8),
        Style::bold(11.0),
        &[11.0, 10.0],
        &step.heading,
        place,
    )?;
    place.check_letter(text.face, &step.text)?;
    let (size, leading, lines) = fonts::set(text.face, &[(9.5, LEADING, 2)], &step.text, room)
        .ok_or_else(|| place.overflow(&step.text))?;
    block.lines(TEXT, top + 12.4, leading, text.size(size), &lines);
    if let Some(address) = &step.address {
        let below = top + 12.4 + leading * lines.len() as f64 + 1.6;
        page_address(block, below, address, room)?;
        let code = Code::address(address)?;
        let side = code.modules_mm(CODE);
        block.qr(RIGHT - side, top + 4.6, CODE, code);
    }
    Ok(())
}

/// The address on two lines, the site and the page on it, as somebody types it.
fn page_address(block: &mut Block<'_>, y: f64, address: &str, room: f64) -> Fitted {
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    let (site, page) = bare.split_at(bare.find('/').unwrap_or(bare.len()));
    let place = Place::new(place::ADDRESS, room);
    for (line, y) in [(site, y), (page, y + 4.2)] {
        block.fitted((TEXT, y), Style::bold(8.5), &[8.5, 8.0, 7.5, 7.0], line, place)?;
    }
    Ok(())
}

/// That it is free and personal, and where to ask.
fn closing(block: &mut Block<'_>, contact: &str) -> Fitted {
    const HEIGHT: f64 = 15.0;
    const { assert!(CLOSING + HEIGHT < FOOT_RULE) };
    block.fill(LEFT, CLOSING, WIDTH, HEIGHT, Ink::FILL);
    block.text(
        LEFT + 4.0,
        CLOSING + 6.0,
        Style::bold(9.5),
        words::FREE_AND_PERSONAL,
    );
    block.fitted(
        (LEFT + 4.0, CLOSING + 11.2),
        Style::regular(8.5),
        &[8.5, 8.0, 7.5, 7.0],
        contact,
        Place::new(place::CONTACT, WIDTH - 8.0),
    )
}
