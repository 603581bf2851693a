//! What the sheets of the office have in common: the band of the campus at the head, folio and seal at the foot.

use super::block::{Block, Fitted, Place};
use super::fonts::{self, Face};
use super::page::{Ink, Style};
use super::picture::BandLogo;
use super::qr::MuteCode;
use crate::words::paper::place;

/// Left margin of the sheet.
pub const LEFT: f64 = 15.0;
/// Where the right margin begins.
pub const RIGHT: f64 = 200.9;
/// The rule above the foot; a body ends before it.
pub const FOOT_RULE: f64 = 256.65;
/// The rule that opens a section and closes a table.
pub const THICK: f64 = 0.5;
/// The rule that parts rows.
pub const HAIR: f64 = 0.15;

/// Where the band ends, so that 4 stay free before the QR.
const BAND_WIDTH: f64 = 167.9;
const BAND_TOP: f64 = 15.0;
const BAND_PADDING: f64 = 4.0;
/// The widest that a logo may be.
const LOGO_WIDTH: f64 = 40.0;

/// The head of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masthead {
    /// The name of the campus.
    pub campus: String,
    /// The department.
    pub department: String,
    /// What stands at the right end of the strip: the periodo, or the year's legend.
    pub legend: Option<String>,
    /// The key of the campus, for the mute code.
    pub plantel_key: String,
    /// The colour of the band, from the institutional palette.
    pub band: Ink,
    /// The campus' own logo, at the band's left end.
    pub logo: Option<BandLogo>,
}

/// How high a head is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadSize {
    /// Band 15 and strip 8; the title stands at 48.
    Full,
    /// Band 10 and strip 8, for lists of forty rows.
    Compact,
}

/// A folio with what its code calls the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbered<'a> {
    /// The folio.
    pub folio: &'a str,
    /// In the place where a student's sheet has the identifier.
    pub about: &'a str,
}

/// Draws the head; with its code and folio if the sheet is one that the register remembers.
///
/// # Errors
/// When campus or department do not fit at any size, or can't be written.
pub fn head(
    sheet: &mut Block<'_>,
    masthead: &Masthead,
    size: HeadSize,
    numbered: Option<Numbered<'_>>,
) -> Fitted {
    let (band, logo_high, campus_y, folio_y) = match size {
        HeadSize::Full => (15.0, 11.0, 24.4, 34.9),
        HeadSize::Compact => (10.0, 7.0, 21.8, 31.8),
    };
    let strip = BAND_TOP + band;
    let x = LEFT + BAND_PADDING;
    let room = BAND_WIDTH - 2.0 * BAND_PADDING;

    sheet.fill(LEFT, BAND_TOP, BAND_WIDTH, band, masthead.band);
    let white = Style::bold(14.0).ink(Ink::WHITE);
    let sizes = [14.0, 12.0, 10.0, 8.5, 7.0];
    let mut campus_x = x;
    if let Some(logo) = &masthead.logo {
        let sides = logo.fitted(LOGO_WIDTH, logo_high);
        let beside = sides.0 + BAND_PADDING;
        // The name matters more: one that has no room beside a logo stands alone.
        if fonts::first_fitting(white.face, &sizes, &masthead.campus, room - beside).is_some() {
            sheet.logo(x, BAND_TOP + (band - sides.1) / 2.0, sides, logo);
            campus_x += beside;
        }
    }
    let campus = Place::new(place::CAMPUS, room - (campus_x - x));
    sheet.fitted((campus_x, campus_y), white, &sizes, &masthead.campus, campus)?;

    sheet.fill(LEFT, strip, BAND_WIDTH, 8.0, Ink::FILL);
    let strip_style = Style::regular(9.0);
    let mut department_room = room;
    if let Some(legend) = &masthead.legend {
        let place = Place::new(place::LEGEND, room / 2.0);
        place.check_letter(Face::Regular, legend)?;
        let size = fonts::first_fitting(Face::Regular, &[9.0, 8.0, 7.0], legend, place.room_mm)
            .ok_or_else(|| place.overflow(legend))?;
        sheet.text_to(x + room, strip + 5.1, strip_style.size(size), legend);
        department_room -= fonts::width_mm(Face::Regular, size, legend) + BAND_PADDING;
    }
    sheet.fitted(
        (x, strip + 5.1),
        strip_style,
        &[9.0, 8.0, 7.0],
        &masthead.department,
        Place::new(place::DEPARTMENT, department_room),
    )?;

    let Some(Numbered { folio, about }) = numbered else {
        return Ok(());
    };
    let code = MuteCode::new(&masthead.plantel_key, about, folio)?.code()?;
    let side = code.modules_mm(14.0);
    sheet.qr(RIGHT - side, BAND_TOP, 14.0, code);
    sheet.text_to(RIGHT, folio_y, Style::mono(9.0), folio);
    Ok(())
}

/// The two lines of a foot, left and right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foot {
    /// Folio and seal, or what the sheet is; and when it was printed, by whom.
    pub left: [String; 2],
    /// Which sheet of how many; and how long it holds, or how to keep it.
    pub right: [String; 2],
}

/// Draws the foot.
///
/// # Errors
/// When a line is too long for its half, or can't be written.
pub fn foot(sheet: &mut Block<'_>, foot: &Foot) -> Fitted {
    const SMALL: f64 = 7.0;
    let place = Place::new(place::FOOT, RIGHT - LEFT);
    sheet.rule(LEFT, RIGHT, FOOT_RULE, THICK, Ink::RULE);
    let lines = foot.left.iter().zip(&foot.right);
    for ((left, right), (y, ink)) in lines.zip([(260.8, Ink::TEXT), (263.8, Ink::MUTED)]) {
        let style = Style::regular(SMALL).ink(ink);
        place.check_letter(style.face, right)?;
        sheet.text_to(RIGHT, y, style, right);
        let room = place.room_mm - fonts::width_mm(style.face, SMALL, right) - 4.0;
        sheet.fitted((LEFT, y), style, &[SMALL], left, Place::new(place::FOOT, room))?;
    }
    Ok(())
}
