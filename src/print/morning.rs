//! The *Hoja de la mañana*: what the office finds on Hoy, on one Carta sheet with a box to tick before each person.
//!
//! A section has its place whether it is full or empty; who does not fit in it is counted: «y 7 más; véalos en Hoy».

use super::block::{Block, Fitted, PageError, Place};
use super::folio;
use super::fonts::{self, Face};
use super::frame::{self, Foot, HAIR, HeadSize, LEFT, Masthead, Numbered, RIGHT, THICK};
use super::icon::Icon;
use super::page::{Document, Ink, Page, Stroke, Style, Turn};
use super::roster::{LEADING, SetText};
use crate::words::morning as words;
use crate::words::paper::{self, place};

/// What the code of the sheet says where that of a student's has the identifier: scanned, it opens Hoy.
pub const ABOUT: &str = "HOJADEHOY";

/// All that the sheet says.
#[derive(Debug, Clone, PartialEq)]
pub struct Morning {
    /// The head.
    pub masthead: Masthead,
    /// «Sábado 21 de noviembre de 2026».
    pub day: String,
    /// The next cuts, three at most.
    pub cuts: Vec<Cut>,
    /// Esperados hoy, revisar vigencia, rechazados.
    pub sections: [Section; 3],
    /// What else there is to do, in a sentence.
    pub besides: Option<String>,
    /// The last copy: when it was made and what it holds; or that there is none.
    pub copy: Result<[String; 2], String>,
    /// Where copies go besides this PC, or that they go nowhere else.
    pub away: &'static str,
    /// The folio.
    pub folio: String,
    /// «Impreso el sábado 21 nov 2026, 8:05 · Lupita».
    pub printed: String,
    /// «Válido al 21 nov 2026, 8:05. Para uso interno.»
    pub valid: String,
}

/// A cut that is still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// «Lunes 30 nov 2026».
    pub day: String,
    /// «9».
    pub figure: String,
    /// «días para el corte».
    pub unit: String,
    /// «41 altas, 6 bajas, 3 con observaciones».
    pub waiting: String,
    /// «cae en sábado: prepárelo el viernes 30».
    pub note: Option<String>,
}

/// People to see to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// «Esperados hoy».
    pub title: String,
    /// «9 personas».
    pub counted: String,
    /// How many they are, with those who are not among the lines.
    pub people: u64,
    /// The first of them.
    pub lines: Vec<Line>,
    /// What is said where there is nobody.
    pub nobody: String,
}

/// Somebody to see to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// «AGUILAR PÉREZ, Brenda».
    pub name: String,
    /// The identifier.
    pub identifier: String,
    /// The icon of the state.
    pub icon: Icon,
    /// The state with its date: «Revisar desde 20 nov 2026».
    pub state: String,
    /// Somebody has to do something about it.
    pub is_urgent: bool,
    /// «Pídale su constancia», or the cause of a rejection.
    pub next: String,
}

/// How many lines a section holds: more than these need not be read from the register.
pub const MOST_LINES: usize = 8;

const CUTS: f64 = 53.0;
/// Where each section begins, and how much room its lines have.
const SECTIONS: [(f64, f64); 3] = [(84.5, 44.4), (136.5, 44.4), (188.5, 24.0)];
const BESIDES: f64 = 223.4;
const COPIES: f64 = 230.0;
const HEADING: f64 = 5.4;
const LINES: f64 = 7.4;
const PITCH: f64 = 5.2;
const BASELINE: f64 = 3.7;
const NAME: f64 = 21.0;
const IDENTIFIER: f64 = 88.0;
const STATE: f64 = 108.0;
const NEXT: f64 = 158.0;
const GAP: f64 = 2.0;

/// The sheet.
///
/// # Errors
/// When a text does not fit its place at any size, or has characters that the letter lacks.
pub fn document(morning: &Morning) -> Result<Document, PageError> {
    let mut page = Page::letter();
    let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
    let numbered = Numbered {
        folio: &morning.folio,
        about: ABOUT,
    };
    frame::head(&mut block, &morning.masthead, HeadSize::Full, Some(numbered))?;
    block.text(LEFT, 48.4, Style::bold(16.0), words::TITLE);
    block.text_to(RIGHT, 48.4, Style::bold(12.0), &morning.day);
    cuts(&mut block, &morning.cuts)?;
    for (section, (top, room)) in morning.sections.iter().zip(SECTIONS) {
        self::section(&mut block, section, top, room)?;
    }
    if let Some(besides) = &morning.besides {
        let place = Place::new(place::SUBJECT, RIGHT - LEFT);
        block.fitted(
            (LEFT, BESIDES),
            Style::bold(8.5),
            &[8.5, 8.0, 7.5, 7.0],
            besides,
            place,
        )?;
    }
    copies(&mut block, &morning.copy, morning.away)?;

    let seal = folio::seal(page.golden().as_bytes());
    let foot = Foot {
        left: [
            crate::words::roster::folio_and_seal(&morning.folio, &seal),
            morning.printed.clone(),
        ],
        right: [paper::ONE_SHEET.to_owned(), morning.valid.clone()],
    };
    frame::foot(&mut Block::new(&mut page, 0.0, 0.0, Turn::Upright), &foot)?;
    page.seal = Some(seal);
    Ok(Document {
        title: words::TITLE.to_owned(),
        author: None,
        pages: vec![page],
    })
}

/// The rule that opens a section, with its heading, and what stands at its right end.
fn heading(block: &mut Block<'_>, top: f64, title: &str, right: &str) {
    block.rule(LEFT, RIGHT, top, THICK, Ink::RULE);
    block.text(LEFT, top + HEADING, Style::bold(11.0), title);
    block.text_to(RIGHT, top + HEADING, Style::regular(9.0), right);
}

fn cuts(block: &mut Block<'_>, cuts: &[Cut]) -> Fitted {
    const WIDTH: f64 = 63.3;
    const FIGURE: f64 = 28.0;
    const SIZES: [f64; 4] = [9.0, 8.5, 8.0, 7.0];
    block.rule(LEFT, RIGHT, CUTS, THICK, Ink::RULE);
    for (column, cut) in (0..).zip(cuts) {
        let x = LEFT + f64::from(column) * WIDTH;
        let place = Place::new(place::SUBJECT, RIGHT.min(x + WIDTH - 2.0 * GAP) - x);
        if column > 0 {
            block.upright_rule(x - GAP, CUTS + 3.0, CUTS + 28.5, HAIR, Ink::RULE);
        }
        block.text(x, CUTS + HEADING, Style::bold(10.0), cut.day.as_str());
        block.text(x, CUTS + 17.6, Style::bold(FIGURE), cut.figure.as_str());
        let after = x + fonts::width_mm(Face::Bold, FIGURE, &cut.figure) + GAP;
        block.text(after, CUTS + 17.6, Style::regular(9.0), cut.unit.as_str());
        let waiting = if column == 0 {
            Style::bold(9.0)
        } else {
            Style::regular(9.0)
        };
        block.fitted((x, CUTS + 23.2), waiting, &SIZES, &cut.waiting, place)?;
        if let Some(note) = &cut.note {
            block.fitted((x, CUTS + 27.6), Style::regular(9.0), &SIZES, note, place)?;
        }
    }
    Ok(())
}

fn section(block: &mut Block<'_>, section: &Section, top: f64, room: f64) -> Fitted {
    heading(block, top, &section.title, &section.counted);
    let mut y = top + LINES;
    if section.people == 0 {
        block.text(
            LEFT,
            y + BASELINE,
            Style::regular(8.5).ink(Ink::MUTED),
            section.nobody.as_str(),
        );
        return Ok(());
    }
    let names: Vec<SetText<'_>> = section
        .lines
        .iter()
        .map(|line| SetText::new(Face::Regular, &line.name, IDENTIFIER - NAME - GAP))
        .collect();
    let heights: Vec<f64> = names.iter().map(|name| PITCH + name.extra()).collect();
    let shown = shown(&heights, section.people, room);
    for ((line, name), height) in section.lines.iter().zip(&names).zip(&heights).take(shown) {
        self::line(block, line, name, y)?;
        y += height;
        block.rule(LEFT, RIGHT, y, HAIR, Ink::HAIRLINE);
    }
    let more = section.people - shown as u64;
    if more > 0 {
        block.text(
            NAME,
            y + BASELINE,
            Style::regular(8.5).ink(Ink::MUTED),
            words::more(more),
        );
    }
    Ok(())
}

/// How many of the lines fit, with one more that counts the rest if there is a rest.
fn shown(heights: &[f64], people: u64, room: f64) -> usize {
    let fits = |room: f64| {
        let mut used = 0.0;
        heights
            .iter()
            .take_while(|height| {
                used += **height;
                used <= room
            })
            .count()
    };
    let all = fits(room);
    if all as u64 == people {
        all
    } else {
        fits(room - PITCH)
    }
}

fn line(block: &mut Block<'_>, line: &Line, name: &SetText<'_>, top: f64) -> Fitted {
    const BOX: f64 = 3.2;
    const SIZES: [f64; 4] = [8.5, 8.0, 7.5, 7.0];
    let y = top + BASELINE;
    let text = Style::regular(8.5);
    let stroke = Stroke {
        width_mm: 0.25,
        ink: Ink::TEXT,
    };
    block.frame(LEFT + 0.2, top + 0.9, BOX, BOX, stroke);
    Place::new(place::NAME, IDENTIFIER - NAME - GAP).check_letter(Face::Regular, &line.name)?;
    name.draw(block, NAME, y, text);
    let identifier = Place::new(place::IDENTIFIER, STATE - IDENTIFIER - GAP);
    block.fitted((IDENTIFIER, y), text, &SIZES, &line.identifier, identifier)?;
    block.icon(STATE, top + 1.05, 3.0, line.icon);
    let state = if line.is_urgent { Style::bold(8.5) } else { text };
    let place = Place::new(place::FACT, NEXT - STATE - 4.0 - GAP);
    block.fitted((STATE + 4.0, y), state, &SIZES, &line.state, place)?;
    // What IMSS wrote may be long; the record has the whole of it.
    let next = [line.next.as_str(), words::SEE_RECORD]
        .into_iter()
        .find(|next| {
            fonts::missing_in(Face::Regular, next).is_empty()
                && fonts::first_fitting(Face::Regular, &SIZES, next, RIGHT - NEXT).is_some()
        })
        .unwrap_or(words::SEE_RECORD);
    block.fitted(
        (NEXT, y),
        text,
        &SIZES,
        next,
        Place::new(place::REMARK, RIGHT - NEXT),
    )
}

fn copies(block: &mut Block<'_>, copy: &Result<[String; 2], String>, away: &str) -> Fitted {
    let y = COPIES + LINES + BASELINE;
    let text = Style::regular(8.5);
    match copy {
        Ok([made, holds]) => {
            heading(block, COPIES, words::COPIES, "");
            block.icon(LEFT, COPIES + LINES + 1.05, 3.0, Icon::CircleCheck);
            block.text(NAME, y, text, made.as_str());
            block.text(IDENTIFIER, y, text, words::THIS_COMPUTER);
            block.text(STATE + 10.0, y, text, holds.as_str());
            block.text(NAME, y + LEADING + 1.4, text.ink(Ink::MUTED), away);
        }
        Err(none) => {
            heading(block, COPIES, words::COPIES, "");
            block.text(LEFT, y, text, none.as_str());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
