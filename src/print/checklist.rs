//! The *Lista de cotejo* of one student: one Carta sheet with the eleven rows as they are recorded, open boxes and lines
//! to write on for the rest, and room for signatures and seal.

use super::block::{Block, Fitted, PageError, Place};
use super::fonts::{self, Face};
use super::frame::{self, Foot, HAIR, HeadSize, LEFT, Masthead, Numbered, RIGHT, THICK};
use super::icon::Icon;
use super::page::{Document, Ink, Page, Stroke, Style, Turn};
use super::student_head::{self, StudentHead};
use super::summary::FactBlock;
use crate::words::checklist::paper as words;
use crate::words::paper::place;
use crate::words::roster::{folio_and_seal, sheet};

#[cfg(test)]
mod tests;

/// All that one sheet says.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistSheet {
    /// The head.
    pub masthead: Masthead,
    /// Whose it is.
    pub student: StudentHead,
    /// «Juan Pablo Hernández Muñoz», below the line on which the student signs.
    pub signing_name: String,
    /// Movimiento, Se espera, Comprobado: each with its own date.
    pub facts: [FactBlock; 3],
    /// The rows, in order.
    pub rows: Vec<SheetRow>,
    /// What is there and what is missing, in one sentence.
    pub summed_up: String,
    /// Who takes the papers.
    pub clerk: String,
    /// The folio of this sheet.
    pub folio: String,
    /// «Impreso el sábado 21 nov 2026, 10:42 · Lupita».
    pub printed: String,
    /// «Datos al 21 nov 2026. Documento sin validez oficial.»
    pub valid: String,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number.
    pub number: u8,
    /// «NSS asignado (constancia)».
    pub requirement: String,
    /// Whether it was handed in; `None` for a row of which nothing is recorded.
    pub delivered: Option<bool>,
    /// The day on which it was handed in.
    pub on: Option<String>,
    /// What stands beside it.
    pub remark: Option<String>,
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
/// When a text does not fit its place at any size, has characters that the letter lacks, or does not go into the mute
/// code.
pub fn page(list: &ChecklistSheet) -> Result<Page, PageError> {
    let mut page = Page::letter();
    let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
    let numbered = Numbered {
        folio: &list.folio,
        about: &list.student.identifier.value,
    };
    frame::head(&mut block, &list.masthead, HeadSize::Full, Some(numbered))?;
    block.text(LEFT, TITLE, Style::bold(16.0), words::TITLE);
    block.text_to(
        RIGHT,
        TITLE,
        Style::regular(9.0).ink(Ink::MUTED),
        words::INSURANCE,
    );
    student_head::draw(&mut block, &list.student)?;
    facts(&mut block, &list.facts)?;
    heads(&mut block);
    for (row, top) in list.rows.iter().zip((0..).map(|at| ROWS + ROW * f64::from(at))) {
        self::row(&mut block, top, row)?;
    }
    remarks(&mut block, &list.summed_up)?;
    signatures(&mut block, list)?;

    let seal = page.content_seal();
    let foot = Foot {
        left: [folio_and_seal(&list.folio, &seal), list.printed.clone()],
        right: [sheet(1, 1), list.valid.clone()],
    };
    frame::foot(&mut Block::new(&mut page, 0.0, 0.0, Turn::Upright), &foot)?;
    page.seal = Some(seal);
    Ok(page)
}

/// Width of the sheet between its margins.
const WIDTH: f64 = RIGHT - LEFT;
/// Baseline of the title.
const TITLE: f64 = 48.4;
/// Top of the three facts.
const FACTS: f64 = 79.0;
/// Top of the heads of the columns.
const HEADS: f64 = 99.0;
/// Top of the first row.
const ROWS: f64 = 105.0;
/// Height of a row.
const ROW: f64 = 9.0;
/// Top of the remarks.
const REMARKS: f64 = 206.5;
/// Top of the signatures.
const SIGNATURES: f64 = 228.0;

/// Where the columns of the rows begin: number, requirement, delivered, date, remark.
const NUMBER: f64 = 23.0;
const REQUIREMENT: f64 = 29.0;
const DELIVERED: f64 = 105.0;
const DATE: f64 = 125.0;
const REMARK: f64 = 149.0;
/// The middle of the column «Entregado».
const DELIVERED_MIDDLE: f64 = 112.3;

/// Three columns, a rule on top of each.
fn facts(block: &mut Block<'_>, facts: &[FactBlock; 3]) -> Fitted {
    const COLUMN: f64 = 59.3;
    const GAP: f64 = 4.0;
    let place = Place::new(place::FACT, COLUMN);
    let mut x = LEFT;
    for fact in facts {
        block.rule(x, x + COLUMN, FACTS, THICK, Ink::RULE);
        block.icon(x, FACTS + 2.4, 3.6, fact.icon);
        block.text(x + 5.0, FACTS + 5.2, Style::label(), fact.label.as_str());
        let bold = Style::bold(9.0);
        block.fitted(
            (x, FACTS + 10.1),
            bold,
            &[9.0, 8.5, 8.0, 7.5, 7.0],
            &fact.fact,
            place,
        )?;
        if let Some(line) = &fact.line {
            place.check_letter(Face::Regular, line)?;
            let settings = [(8.5, 0.0, 1), (8.0, 0.0, 1), (7.5, 3.2, 2)];
            let (size, leading, lines) =
                fonts::set(Face::Regular, &settings, line, COLUMN).ok_or_else(|| place.overflow(line))?;
            block.lines(x, FACTS + 14.3, leading, Style::regular(size), &lines);
        }
        x += COLUMN + GAP;
    }
    Ok(())
}

fn heads(block: &mut Block<'_>) {
    let style = Style::bold(8.0);
    let y = HEADS + 4.0;
    block.fill(LEFT, HEADS, WIDTH, ROWS - HEADS, Ink::FILL);
    block.text(NUMBER, y, style, words::REQUIREMENT);
    centred(block, DELIVERED_MIDDLE, y, style, words::DELIVERED);
    block.text(DATE, y, style, words::DATE);
    block.text(REMARK, y, style, words::REMARK);
}

fn row(block: &mut Block<'_>, top: f64, row: &SheetRow) -> Fitted {
    const BOX: f64 = 4.2;
    const TICK: f64 = 0.82 * BOX;
    /// Where somebody may write.
    const LINE: f64 = 6.6;
    let middle = top + 5.6;
    let text = Style::regular(9.0);

    let stroke = Stroke {
        width_mm: 0.25,
        ink: Ink::TEXT,
    };
    block.frame(LEFT, top + 2.4, BOX, BOX, stroke);
    if row.delivered == Some(true) {
        let inset = (BOX - TICK) / 2.0;
        block.icon(LEFT + inset, top + 2.4 + inset, TICK, Icon::Check);
    }
    block.text(NUMBER, middle, text.ink(Ink::MUTED), row.number.to_string());

    let requirement = Place::new(place::REQUIREMENT, DELIVERED - REQUIREMENT - 1.0);
    let settings = [(9.0, 0.0, 1), (9.0, 3.7, 2), (8.0, 3.4, 2)];
    cell(
        block,
        (REQUIREMENT, top),
        text,
        &settings,
        &row.requirement,
        requirement,
    )?;
    match row.delivered {
        Some(true) => centred(block, DELIVERED_MIDDLE, middle, text, words::YES),
        Some(false) => centred(block, DELIVERED_MIDDLE, middle, Style::bold(9.0), words::NO),
        None => block.rule(DELIVERED, DELIVERED + 13.9, top + LINE, HAIR, Ink::HAIRLINE),
    }
    match &row.on {
        Some(on) => block.fitted(
            (DATE, middle),
            text,
            &[9.0, 8.5],
            on,
            Place::new(place::DATE, REMARK - DATE - 1.0),
        )?,
        None => block.rule(DATE, DATE + 20.0, top + LINE, HAIR, Ink::HAIRLINE),
    }
    if let Some(remark) = &row.remark {
        let place = Place::new(place::REMARK, RIGHT - REMARK);
        let settings = [(8.5, 0.0, 1), (8.5, 3.7, 2), (7.5, 3.4, 2), (7.0, 2.7, 3)];
        cell(
            block,
            (REMARK, top),
            Style::regular(8.5),
            &settings,
            remark,
            place,
        )?;
    }
    block.rule(LEFT, RIGHT, top + ROW, HAIR, Ink::HAIRLINE);
    Ok(())
}

/// A text in the height of a row: on one line or on several about its middle.
fn cell(
    block: &mut Block<'_>,
    (x, top): (f64, f64),
    style: Style,
    settings: &[(f64, f64, usize)],
    text: &str,
    place: Place,
) -> Fitted {
    place.check_letter(style.face, text)?;
    let (size, leading, lines) =
        fonts::set(style.face, settings, text, place.room_mm).ok_or_else(|| place.overflow(text))?;
    let first = match lines.len() {
        1 => top + 5.6,
        2 => top + 5.6 - leading / 2.0,
        _ => top + 5.4 - leading,
    };
    block.lines(x, first, leading, style.size(size), &lines);
    Ok(())
}

fn centred(block: &mut Block<'_>, middle: f64, y: f64, style: Style, text: &str) {
    let width = fonts::width_mm(style.face, style.size_pt, text);
    block.text(middle - width / 2.0, y, style, text);
}

/// What is missing, and a line to write on.
fn remarks(block: &mut Block<'_>, summed_up: &str) -> Fitted {
    block.text(LEFT, REMARKS + 3.0, Style::bold(8.0), words::REMARKS);
    block.fitted(
        (LEFT, REMARKS + 9.0),
        Style::regular(9.0),
        &[9.0, 8.5, 8.0, 7.5, 7.0],
        summed_up,
        Place::new(place::REMARK, WIDTH),
    )?;
    for y in [12.3, 19.2] {
        block.rule(LEFT, RIGHT, REMARKS + y, HAIR, Ink::HAIRLINE);
    }
    Ok(())
}

/// Who hands in, who takes, and the seal.
fn signatures(block: &mut Block<'_>, list: &ChecklistSheet) -> Fitted {
    const COLUMN: f64 = 56.63;
    const GAP: f64 = 8.0;
    const NAME: f64 = SIGNATURES + 21.6;
    const BELOW: f64 = SIGNATURES + 25.4;
    let small = Style::regular(8.5);
    let columns = [LEFT, LEFT + COLUMN + GAP];
    for (x, role) in columns.into_iter().zip([words::HANDS_IN, words::TAKES]) {
        block.text(x, SIGNATURES + 3.4, Style::regular(8.0).ink(Ink::MUTED), role);
        block.rule(x, x + COLUMN, SIGNATURES + 17.6, 0.25, Ink::RULE);
    }

    // The whole name stands at the head of the sheet; below the line it stands where there is room for all of it.
    let settings = [(9.0, 0.0, 1), (8.0, 0.0, 1), (7.5, 0.0, 1), (7.5, 3.0, 2)];
    let lines = fonts::missing_in(Face::Bold, &list.signing_name)
        .is_empty()
        .then(|| fonts::set(Face::Bold, &settings, &list.signing_name, COLUMN))
        .flatten();
    match lines {
        Some((size, leading, lines)) => {
            let up = leading * (lines.len() as f64 - 1.0) / 2.0;
            block.lines(columns[0], NAME - up, leading, Style::bold(size), &lines);
            block.text(columns[0], BELOW + up / 2.0, small, words::STUDENT);
        }
        None => block.text(columns[0], NAME, small, words::STUDENT),
    }

    let clerk = Place::new(place::PRINTED_BY, COLUMN);
    block.fitted(
        (columns[1], NAME),
        Style::bold(9.0),
        &[9.0, 8.0, 7.5, 7.0],
        &list.clerk,
        clerk,
    )?;
    block.text(columns[1], BELOW, small, words::OFFICE);

    let (x, y, width, height) = (RIGHT - 56.4, SIGNATURES + 1.0, 56.4, 24.6);
    let stroke = Stroke {
        width_mm: 0.2,
        ink: Ink::HAIRLINE,
    };
    block.frame(x, y, width, height, stroke);
    let label = Style::regular(8.0).ink(Ink::MUTED);
    centred(block, x + width / 2.0, y + height / 2.0 + 1.0, label, words::SEAL);
    Ok(())
}
