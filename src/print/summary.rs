//! The *Resumen plegable*: one side of a Carta sheet that the student folds in four and carries.
//!
//! ```text
//!    ┌───────────┬───────────┐
//!    │ 1, turned │ 4, turned │   fold the upper half back,
//!    ├───────────┼───────────┤   then close like a book:
//!    │ 2         │ 3         │   1 is the cover, 4 the back
//!    └───────────┴───────────┘
//! ```
//!
//! It is a summary, not an imitation of the Carnet, and says so twice. Whatever is not known is said to be unknown;
//! nothing is left out so that it seems complete.

use chrono::NaiveDate;

use super::block::{Block, PageError};
use super::icon::Icon;
use super::page::{Document, Ink, Page, Style, Turn};
use super::picture::BandLogo;
use crate::words::paper as words;

mod cover;
mod data;
mod insurance;
mod steps;
#[cfg(test)]
mod tests;

/// All that one sheet says.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The campus that prints it.
    pub campus: CampusBlock,
    /// The colour of the cover's band, from the institutional palette.
    pub band: Ink,
    /// The campus' own logo, at the band's left end.
    pub logo: Option<BandLogo>,
    /// The surnames in capitals with their comma, «GÜEMES IBÁÑEZ,»; none for who has none.
    pub surnames: Option<String>,
    /// The given names in capitals.
    pub given_names: String,
    /// What the identifier is called: «Número de control» or «Folio provisional».
    pub identifier_label: String,
    /// The identifier: A-Z and 0-9 only.
    pub identifier: String,
    /// The career, if known.
    pub career: Option<String>,
    /// Semester and period together, if known: «3.er semestre, AGO-DIC 2026».
    pub semester_period: Option<String>,
    /// The NSS with its hyphens, if known.
    pub nss: Option<String>,
    /// What is to be said of the NSS: «por confirmar»; «en trámite en el IMSS» when there is none.
    pub nss_note: Option<String>,
    /// The CURP, if known.
    pub curp: Option<String>,
    /// What is to be said of the CURP.
    pub curp_note: Option<String>,
    /// The clinic; none until the student has chosen one.
    pub clinic: Option<ClinicBlock>,
    /// The agregado médico that a document shows, or else the one that we suppose, if it can be supposed.
    pub agregado: Option<String>,
    /// Whether it is only supposed.
    pub agregado_is_suggested: bool,
    /// Movimiento, Se espera, Comprobado: each with its own date.
    pub facts: [FactBlock; 3],
    /// The policy of the second insurance; none until it is captured.
    pub policy: Option<PolicyBlock>,
    /// The folio of this sheet.
    pub folio: String,
    /// The day on which it is printed.
    pub printed_on: NaiveDate,
    /// Who prints it.
    pub printed_by: String,
}

/// The campus, as the cover and the back name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampusBlock {
    /// The name of the campus.
    pub name: String,
    /// The department.
    pub department: String,
    /// The telephone, as it is to be read: «Tel. 000 000 0000, ext. 100».
    pub phone: Option<String>,
    /// The address for mail.
    pub email: Option<String>,
    /// The key of the campus, for the mute code.
    pub plantel_key: String,
}

/// Where the student is attended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClinicBlock {
    /// The number of the UMF.
    pub umf: String,
    /// The turno, if known.
    pub turno: Option<String>,
    /// The consultorio, if known.
    pub consultorio: Option<String>,
    /// The clinic in words: «Clínica: HGZ/UMF 12, Ciudad Ejemplo».
    pub line: Option<String>,
}

/// One of the three facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactBlock {
    /// The icon of its state.
    pub icon: Icon,
    /// Which fact it is.
    pub label: String,
    /// What is so, with its date.
    pub fact: String,
    /// How it is known.
    pub line: Option<String>,
}

/// The policy of the seguro de vida y gastos médicos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyBlock {
    /// The insurer.
    pub insurer: String,
    /// The policy's number, with its subgroup.
    pub number: String,
    /// From when to when.
    pub period: String,
    /// What it covers, six at most.
    pub covers: Vec<String>,
    /// The telephone for claims, day and night.
    pub claims_phone: Option<String>,
}

/// The sheets of several students as one document.
///
/// # Errors
/// When one of them cannot be printed: see [`page`].
pub fn document(summaries: &[Summary]) -> Result<Document, PageError> {
    Ok(document_of(summaries.iter().map(page).collect::<Result<_, _>>()?))
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
/// When a text does not fit its place at any size, has characters that the letter lacks, or does not go into the
/// mute code.
pub fn page(summary: &Summary) -> Result<Page, PageError> {
    let mut sheet = Page::letter();
    folding_marks(&mut Block::new(&mut sheet, 0.0, 0.0, Turn::Upright));
    steps::draw(&mut Block::new(&mut sheet, INNER, LOWER, Turn::Upright))?;
    // What all sheets say alike comes first: the PDF keeps it once.
    cover::draw(
        &mut Block::new(&mut sheet, OUTER + WIDTH, UPPER, Turn::UpsideDown),
        summary,
    )?;
    data::draw(&mut Block::new(&mut sheet, OUTER, LOWER, Turn::Upright), summary)?;
    insurance::draw(
        &mut Block::new(&mut sheet, sheet_end(), UPPER, Turn::UpsideDown),
        summary,
    )?;
    let seal = sheet.content_seal();
    cover::draw_foot(
        &mut Block::new(&mut sheet, OUTER + WIDTH, UPPER, Turn::UpsideDown),
        &seal,
    );
    sheet.seal = Some(seal);
    Ok(sheet)
}

/// Width of a panel's content.
const WIDTH: f64 = 84.95;
/// Left edge of the panels on the left.
const OUTER: f64 = 15.0;
/// Left edge of the panels on the right: the middle of the sheet and 8 more.
const INNER: f64 = 115.95;
/// Top of the lower panels.
const LOWER: f64 = 147.7;
/// Top of the upper panels as they are read: the bottom of their content as the sheet is held.
const UPPER: f64 = 131.7;
/// The rule that opens a section and closes a panel.
const THICK: f64 = 0.5;
/// The rule that parts rows.
const HAIR: f64 = 0.15;

/// Right edge of the panels on the right.
const fn sheet_end() -> f64 {
    INNER + WIDTH
}

fn folding_marks(sheet: &mut Block<'_>) {
    const THIN: f64 = 0.2;
    let (middle_x, middle_y) = (107.95, 139.7);
    for start in [5.0, 270.4] {
        sheet.upright_rule(middle_x, start, start + 4.0, THIN, Ink::RULE);
    }
    for start in [5.0, 206.9] {
        sheet.rule(start, start + 4.0, middle_y, THIN, Ink::RULE);
    }
    sheet.text(OUTER, 273.4, Style::regular(7.0).ink(Ink::MUTED), words::FOLDING);
}

/// The head of panels 2, 3 and 4.
fn title(panel: &mut Block<'_>, title: &str) {
    panel.text(0.0, 5.0, Style::bold(13.0), title);
    panel.rule(0.0, WIDTH, 7.75, THICK, Ink::RULE);
}
