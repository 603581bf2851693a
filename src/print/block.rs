//! Drawing on a page: a [`Block`] places its own millimetres, upright or turned, and refuses what does not fit.

use super::fonts::{self, Face, MM_PER_PT};
use super::icon::Icon;
use super::page::{Ink, Mark, Page, Stroke, Style, TextRun, Turn};
use super::picture::BandLogo;
use super::qr;

/// How far a logo's plate reaches beyond it.
const PLATE: f64 = 1.0;

/// A part of a page that has its own millimetres, and may stand on its head.
#[derive(Debug)]
pub struct Block<'a> {
    page: &'a mut Page,
    x: f64,
    y: f64,
    turn: Turn,
}

impl<'a> Block<'a> {
    /// A block whose corner, top left as it is read, lies at a place of the page.
    pub fn new(page: &'a mut Page, x: f64, y: f64, turn: Turn) -> Self {
        Self { page, x, y, turn }
    }

    /// Where a point of the block lies on the page.
    fn place(&self, x: f64, y: f64) -> (f64, f64) {
        match self.turn {
            Turn::Upright => (self.x + x, self.y + y),
            Turn::UpsideDown => (self.x - x, self.y - y),
        }
    }

    /// The top left corner, as the page is held, of a box of the block.
    fn corner(&self, x: f64, y: f64, width_mm: f64, height_mm: f64) -> (f64, f64) {
        match self.turn {
            Turn::Upright => self.place(x, y),
            Turn::UpsideDown => self.place(x + width_mm, y + height_mm),
        }
    }

    /// A text of ours, whose width was settled when the document was designed.
    pub fn text(&mut self, x: f64, y: f64, style: Style, text: impl Into<String>) {
        let (x, y) = self.place(x, y);
        self.page.marks.push(Mark::Text(TextRun {
            x,
            y,
            style,
            turn: self.turn,
            text: text.into(),
        }));
    }

    /// As [`Block::text`], ending at `x`.
    pub fn text_to(&mut self, x: f64, y: f64, style: Style, text: &str) {
        self.text(
            x - fonts::width_mm(style.face, style.size_pt, text),
            y,
            style,
            text,
        );
    }

    /// A text that comes from the desk, on one line, at the first of the sizes at which it fits.
    ///
    /// # Errors
    /// When it fits at none of them, or the letter cannot write it.
    pub fn fitted(
        &mut self,
        at: (f64, f64),
        style: Style,
        sizes_pt: &[f64],
        text: &str,
        place: Place,
    ) -> Fitted {
        place.check_letter(style.face, text)?;
        let Some(size_pt) = fonts::first_fitting(style.face, sizes_pt, text, place.room_mm) else {
            return Err(place.overflow(text).into());
        };
        self.text(at.0, at.1, style.size(size_pt), text);
        Ok(())
    }

    /// Lines below each other, the first at `y`.
    pub fn lines<S: AsRef<str>>(&mut self, x: f64, y: f64, leading_mm: f64, style: Style, lines: &[S]) {
        let mut baseline = y;
        for line in lines {
            self.text(x, baseline, style, line.as_ref());
            baseline += leading_mm;
        }
    }

    /// A horizontal rule.
    pub fn rule(&mut self, x: f64, to_x: f64, y: f64, width_mm: f64, ink: Ink) {
        let (from, to) = (self.place(x, y), self.place(to_x, y));
        self.page.marks.push(Mark::Line {
            from,
            to,
            width_mm,
            ink,
        });
    }

    /// A vertical rule.
    pub fn upright_rule(&mut self, x: f64, y: f64, to_y: f64, width_mm: f64, ink: Ink) {
        let (from, to) = (self.place(x, y), self.place(x, to_y));
        self.page.marks.push(Mark::Line {
            from,
            to,
            width_mm,
            ink,
        });
    }

    /// A filled box.
    pub fn fill(&mut self, x: f64, y: f64, width_mm: f64, height_mm: f64, ink: Ink) {
        let (x, y) = self.corner(x, y, width_mm, height_mm);
        self.page.marks.push(Mark::Rect {
            x,
            y,
            width_mm,
            height_mm,
            fill: Some(ink),
            stroke: None,
        });
    }

    /// An empty box; its line lies inside it.
    pub fn frame(&mut self, x: f64, y: f64, width_mm: f64, height_mm: f64, stroke: Stroke) {
        let (x, y) = (x + stroke.width_mm / 2.0, y + stroke.width_mm / 2.0);
        let (width_mm, height_mm) = (width_mm - stroke.width_mm, height_mm - stroke.width_mm);
        let (x, y) = self.corner(x, y, width_mm, height_mm);
        self.page.marks.push(Mark::Rect {
            x,
            y,
            width_mm,
            height_mm,
            fill: None,
            stroke: Some(stroke),
        });
    }

    /// An icon in a square whose top left corner is given.
    pub fn icon(&mut self, x: f64, y: f64, side_mm: f64, icon: Icon) {
        let style = Style {
            face: Face::Icons,
            size_pt: side_mm / MM_PER_PT,
            ink: Ink::TEXT,
        };
        self.text(x, y + side_mm, style, icon.glyph());
    }

    /// A logo in a box, on its plate if it needs one.
    pub fn logo(&mut self, x: f64, y: f64, (width_mm, height_mm): (f64, f64), logo: &BandLogo) {
        if logo.is_plated {
            let (width, height) = (width_mm + 2.0 * PLATE, height_mm + 2.0 * PLATE);
            self.fill(x - PLATE, y - PLATE, width, height, Ink::WHITE);
        }
        let (x, y) = self.corner(x, y, width_mm, height_mm);
        self.page.marks.push(Mark::Picture {
            x,
            y,
            width_mm,
            height_mm,
            turn: self.turn,
            picture: logo.picture.clone(),
        });
    }

    /// A QR code of a nominal size, its quiet zone included. The corner given is that of the modules, so that they
    /// align with text; the zone lies outside it and is the caller's to keep white.
    pub fn qr(&mut self, x: f64, y: f64, nominal_mm: f64, code: qr::Code) {
        let side_mm = code.modules_mm(nominal_mm);
        let (x, y) = self.corner(x, y, side_mm, side_mm);
        self.page.marks.push(Mark::Qr {
            x,
            y,
            side_mm,
            turn: self.turn,
            code,
        });
    }
}

/// What comes of placing a text that may not fit.
pub type Fitted = Result<(), PageError>;

/// A place for a text that comes from the desk: its name, for the message, and how wide it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The name of the place.
    pub name: &'static str,
    /// How wide it is.
    pub room_mm: f64,
}

impl Place {
    /// A place.
    #[must_use]
    pub const fn new(name: &'static str, room_mm: f64) -> Self {
        Self { name, room_mm }
    }

    /// Refuses a text that a face cannot write.
    ///
    /// # Errors
    /// [`PageError::Missing`], with the characters.
    pub fn check_letter(&self, face: Face, text: &str) -> Result<(), PageError> {
        let characters = fonts::missing_in(face, text);
        if characters.is_empty() {
            return Ok(());
        }
        Err(PageError::Missing {
            place: self.name,
            text: text.to_owned(),
            characters,
        })
    }

    /// The refusal of a text that is too wide.
    #[must_use]
    pub fn overflow(&self, text: &str) -> Overflow {
        Overflow {
            place: self.name,
            text: text.to_owned(),
            room_mm: self.room_mm,
        }
    }
}

/// Why a page cannot be printed. There is no paper yet when this is said.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PageError {
    /// A text does not fit its place.
    #[error(transparent)]
    Overflow(#[from] Overflow),
    /// A text carries characters that the letter of the page lacks.
    #[error("{place}: the letter lacks {characters:?} of {text:?}")]
    Missing {
        /// The place on the page.
        place: &'static str,
        /// The whole text.
        text: String,
        /// The characters, each once.
        characters: Vec<char>,
    },
    /// The QR code cannot say what it must.
    #[error(transparent)]
    Code(#[from] qr::CodeError),
}

/// A text that does not fit its place at any of the sizes that the place allows.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{place}: {text:?} does not fit in {room_mm:.1} mm")]
pub struct Overflow {
    /// The place on the page.
    pub place: &'static str,
    /// The whole text.
    pub text: String,
    /// How wide the place is.
    pub room_mm: f64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::appearance::Palette;

    #[test]
    fn a_turned_block_is_the_upright_one_turned_about_its_corner() {
        let mut page = Page::letter();
        let mut block = Block::new(&mut page, 99.95, 131.7, Turn::UpsideDown);
        block.text(4.0, 5.4, Style::bold(12.0), "Plantel Ejemplo");
        block.fill(0.0, 0.0, 84.95, 12.0, Ink::band(Palette::Azul));
        block.rule(0.0, 84.95, 61.0, 0.15, Ink::HAIRLINE);
        assert_eq!(
            page.golden(),
            "page 215.90 × 279.40\n\
             text 95.95 126.30 Bold 12 #1D1F21 turned «Plantel Ejemplo»\n\
             rect 15.00 119.70 84.95 × 12.00 fill #1B396A\n\
             line 99.95 70.70 to 15.00 70.70 0.15 #9A9DA1\n"
        );
    }

    #[test]
    fn a_text_takes_the_first_size_that_fits_or_is_refused_whole() {
        let mut page = Page::letter();
        let mut block = Block::new(&mut page, 0.0, 0.0, Turn::Upright);
        let place = Place::new("carrera", 54.95);
        let career = "Ingeniería en Gestión Empresarial";
        block
            .fitted((0.0, 5.0), Style::bold(9.5), &[9.5, 8.5, 7.5], career, place)
            .unwrap();
        let refused = block.fitted(
            (0.0, 5.0),
            Style::bold(9.5),
            &[9.5, 8.5],
            &career.repeat(2),
            place,
        );
        assert_eq!(refused, Err(place.overflow(&career.repeat(2)).into()));
        assert_eq!(page.marks.len(), 1, "a refused text leaves no mark");
    }

    #[test]
    fn a_character_outside_the_letter_is_named_before_there_is_paper() {
        let mut page = Page::letter();
        let place = Place::new("nombre", 80.0);
        let refused = Block::new(&mut page, 0.0, 0.0, Turn::Upright).fitted(
            (0.0, 0.0),
            Style::bold(9.0),
            &[9.0],
            "Rareș",
            place,
        );
        assert_eq!(
            refused,
            Err(PageError::Missing {
                place: "nombre",
                text: "Rareș".to_owned(),
                characters: vec!['ș']
            })
        );
    }
}
