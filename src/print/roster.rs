//! The *Relación*: any list of the desk on paper, as many sheets as it takes.
//!
//! There are two: of students, forty rows a sheet under a compact head, with a line to sign on; and of the movements of
//! a cut, under the full head, with room for signatures and seal at the end. Both say which list they are, in words,
//! and until when they hold. All sheets of a list have one folio and one seal.
//!
//! A name is never cut: it gets smaller, then it takes more lines, and its row grows.

use super::block::{Block, Fitted, PageError, Place};
use super::folio;
use super::fonts::{self, Face};
use super::frame::{self, Foot, HAIR, HeadSize, LEFT, Masthead, Numbered, RIGHT, THICK};
use super::icon::Icon;
use super::page::{Document, Ink, Page, Style, Turn};
use crate::words::paper::place;
use crate::words::roster as words;

mod movements;
mod students;
#[cfg(test)]
mod tests;

/// What the code of a list says where that of a student's sheet has the identifier.
pub const ABOUT: &str = "LISTA";

/// All that the sheets of a list say.
#[derive(Debug, Clone, PartialEq)]
pub struct Roster {
    /// The head of every sheet.
    pub masthead: Masthead,
    /// «Relación de estudiantes».
    pub title: String,
    /// The list in words: «inscritos sin NSS · 23 personas».
    pub subject: String,
    /// What the column of the identifiers is called.
    pub identifier: String,
    /// The rows.
    pub body: Body,
    /// The folio of the list.
    pub folio: String,
    /// «Impreso el sábado 21 nov 2026, 10:42 · Lupita».
    pub printed: String,
    /// «Válido al 21 nov 2026», and how to keep it if it shows whole numbers.
    pub valid: String,
    /// The closed cut that the list is of; none for a list that may still change.
    pub closed: Option<OfClosedCut>,
}

/// What a list of a closed cut bears, so that it comes out the same for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfClosedCut {
    /// The folio of the cut: «C-2026-22».
    pub folio: String,
    /// The first eight digits of the seal of the cut, in place of one that is made of what is drawn.
    pub seal: String,
}

/// The rows of a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Of students.
    Students {
        /// One for each of them, in order.
        rows: Vec<StudentLine>,
        /// How many there are in each state, which is the legend of the icons too: in full, and in fewer words for
        /// where that does not fit on its line.
        legends: Vec<Legend>,
        /// Whether the NSS are whole, which takes room from the names.
        whole_nss: bool,
    },
    /// Of the movements of a cut.
    Movements {
        /// One for each of them, in order.
        rows: Vec<MovementLine>,
        /// «Por carrera: …».
        totals: String,
        /// «Fin de la relación: 47 movimientos.», and what its signs mean.
        end: String,
        /// Who made it.
        made_by: String,
        /// Who looks through it: name and post, where the office says so.
        reviewed_by: Option<(String, String)>,
        /// What the last column is for.
        last: LastColumn,
    },
}

/// What the last column of the movements of a cut is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastColumn {
    /// Alta or baja, where both stand on one list.
    Kind,
    /// Two boxes to mark the answer by hand: aceptada, rechazada.
    Answer,
}

/// How many there are of each icon.
pub type Legend = Vec<(Icon, String)>;

/// A student on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentLine {
    /// «AGUILAR PÉREZ, Brenda».
    pub name: String,
    /// The identifier.
    pub identifier: String,
    /// The NSS, whole or its last digits, or the word for why there is none.
    pub nss: String,
    /// The number of the UMF.
    pub umf: Option<String>,
    /// The icon of the state.
    pub icon: Icon,
    /// The state with its date: «Vigente al 20 nov 2026».
    pub state: String,
    /// Somebody has to do something about it.
    pub is_urgent: bool,
    /// How long ago it was seen: «101 días».
    pub ago: Option<String>,
}

/// A movement on the list of its cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovementLine {
    /// «HERNANDEZ / MUNOZ / JUAN PABLO», as IMSS wants it.
    pub name: String,
    /// The identifier.
    pub identifier: String,
    /// The NSS, whole or its last digits.
    pub nss: Option<String>,
    /// The CURP, whole or its last characters.
    pub curp: Option<String>,
    /// The number of the UMF.
    pub umf: Option<String>,
    /// The icon of its kind.
    pub icon: Icon,
    /// «Alta», «Baja».
    pub kind: String,
    /// What would set it aside at the closing of the cut, or what else there is to say of it.
    pub remark: Option<String>,
}

/// The sheets of a list.
///
/// # Errors
/// When a text does not fit its place at any size, or has characters that the letter lacks.
pub fn document(roster: &Roster) -> Result<Document, PageError> {
    let mut pages = match &roster.body {
        Body::Students {
            rows,
            legends,
            whole_nss,
        } => students::pages(roster, rows, legends, *whole_nss)?,
        Body::Movements {
            rows,
            totals,
            end,
            made_by,
            reviewed_by,
            last,
        } => movements::pages(roster, rows, totals, end, (made_by, reviewed_by.as_ref()), *last)?,
    };
    let seal = match &roster.closed {
        Some(closed) => closed.seal.clone(),
        None => folio::seal(pages.iter().map(Page::golden).collect::<String>().as_bytes()),
    };
    let folio_and_seal = match &roster.closed {
        Some(closed) => words::folio_cut_and_seal(&roster.folio, &closed.folio, &seal),
        None => words::folio_and_seal(&roster.folio, &seal),
    };
    let sheets = pages.len();
    for (number, page) in (1..).zip(&mut pages) {
        let foot = Foot {
            left: [folio_and_seal.clone(), roster.printed.clone()],
            right: [words::sheet(number, sheets), roster.valid.clone()],
        };
        frame::foot(&mut Block::new(page, 0.0, 0.0, Turn::Upright), &foot)?;
        page.seal = Some(seal.clone());
    }
    Ok(Document {
        title: roster.title.clone(),
        author: None,
        pages,
    })
}

/// A sheet with its head, on which title and rows are still to come.
fn sheet(roster: &Roster, size: HeadSize) -> Result<Page, PageError> {
    let mut page = Page::letter();
    let numbered = Numbered {
        folio: &roster.folio,
        about: ABOUT,
    };
    let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
    frame::head(&mut block, &roster.masthead, size, Some(numbered))?;
    Ok(page)
}

/// Parts rows among sheets by their heights: each sheet holds `room`, and the last one `last_room`. There is always a
/// sheet, if only to say that nobody is on the list.
fn parted(heights: &[f64], room: f64, last_room: f64) -> Vec<std::ops::Range<usize>> {
    const ROUNDING: f64 = 1e-6;
    let fill = |from: usize, room: f64| {
        let mut used = 0.0;
        let fits = heights[from..].iter().take_while(|height| {
            used += **height;
            used <= room + ROUNDING
        });
        // A row that is higher than any sheet stands alone on one.
        from + fits.count().max(1).min(heights.len() - from)
    };
    let mut parts = Vec::new();
    let mut from = 0;
    loop {
        if fill(from, last_room) == heights.len() {
            parts.push(from..heights.len());
            return parts;
        }
        let end = match fill(from, room) {
            // They all fit, but not what follows them: the last rows go with it.
            end if end == heights.len() => fill(from, last_room),
            end => end,
        };
        parts.push(from..end);
        from = end;
    }
}

/// A text set so that it fits the width of a column: its size and its lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SetText<'a> {
    size_pt: f64,
    lines: Vec<&'a str>,
}

/// From one line to the next of a text that takes several.
pub(super) const LEADING: f64 = 3.6;

impl<'a> SetText<'a> {
    /// On one line at 8.5 or 7.5, else on as many as it takes; a word too wide goes on in the next line.
    pub(super) fn new(face: Face, text: &'a str, room_mm: f64) -> Self {
        const SIZES: [f64; 2] = [8.5, 7.5];
        if let Some(size_pt) = fonts::first_fitting(face, &SIZES, text, room_mm) {
            return Self {
                size_pt,
                lines: vec![text],
            };
        }
        let size_pt = SIZES[1];
        let lines = fonts::wrap_words(face, size_pt, text, room_mm)
            .unwrap_or_else(|| fonts::wrap_letters(face, size_pt, text, room_mm));
        Self { size_pt, lines }
    }

    /// How much higher than a row of one line it is.
    pub(super) fn extra(&self) -> f64 {
        LEADING * (self.lines.len().max(1) - 1) as f64
    }

    pub(super) fn draw(&self, block: &mut Block<'_>, x: f64, y: f64, style: Style) {
        block.lines(x, y, LEADING, style.size(self.size_pt), &self.lines);
    }
}

/// A cell with one line, at the first of the sizes at which it fits.
fn cell(block: &mut Block<'_>, at: (f64, f64), style: Style, text: &str, place: Place) -> Fitted {
    block.fitted(at, style, &[style.size_pt, 8.0, 7.5, 7.0], text, place)
}

/// The subject of the list beside or below its title.
fn subject(block: &mut Block<'_>, at: (f64, f64), text: &str) -> Fitted {
    let place = Place::new(place::SUBJECT, RIGHT - at.0);
    block.fitted(at, Style::regular(8.5), &[8.5, 8.0, 7.5, 7.0], text, place)
}
