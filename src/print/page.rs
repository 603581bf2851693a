//! The page model: what a document is before it is a PDF, a preview or a test.
//!
//! Lengths are millimetres from the top left of the page; the y of a text is its baseline; sizes of letters are
//! points. A document draws through a [`Block`], which places its own millimetres on the page, upright or turned.

use std::fmt::{self, Write as _};

use super::fonts::{self, Face, MM_PER_PT};
use super::icon::Icon;
use super::qr;

/// A document: pages that are printed together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// The title that a viewer shows.
    pub title: String,
    /// Who made it, if the document says so.
    pub author: Option<String>,
    /// The pages, in order.
    pub pages: Vec<Page>,
}

/// One side of one sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width of the sheet.
    pub width_mm: f64,
    /// Height of the sheet.
    pub height_mm: f64,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// The eight characters printed at its foot, for the log; see [`Page::content_seal`].
    pub seal: Option<String>,
}

/// Something drawn on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A run of text on one baseline.
    Text(TextRun),
    /// A straight rule.
    Line {
        /// One end, x and y.
        from: (f64, f64),
        /// The other end, x and y.
        to: (f64, f64),
        /// How thick it is.
        width_mm: f64,
        /// Its colour.
        ink: Ink,
    },
    /// A box.
    Rect {
        /// Left edge.
        x: f64,
        /// Top edge.
        y: f64,
        /// Width.
        width_mm: f64,
        /// Height.
        height_mm: f64,
        /// What fills it.
        fill: Option<Ink>,
        /// The line around it, centred on the edge.
        stroke: Option<Stroke>,
    },
    /// A QR code, without its quiet zone: the modules fill the square.
    Qr {
        /// Left edge of the modules.
        x: f64,
        /// Top edge of the modules.
        y: f64,
        /// Side of the square.
        side_mm: f64,
        /// Whether it stands on its head.
        turn: Turn,
        /// What it says, and its modules.
        code: qr::Code,
    },
}

/// A run of text on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// Where the run begins: its left end, or its right end as the page is held when it is turned.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// The letter, its size and its ink.
    pub style: Style,
    /// Whether it stands on its head.
    pub turn: Turn,
    /// The text itself.
    pub text: String,
}

impl TextRun {
    /// How wide it is.
    #[must_use]
    pub fn width_mm(&self) -> f64 {
        fonts::width_mm(self.style.face, self.style.size_pt, &self.text)
    }
}

/// The line around a box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// How thick it is.
    pub width_mm: f64,
    /// Its colour.
    pub ink: Ink,
}

/// Which way up something is drawn. Half of a folded sheet is printed standing on its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turn {
    /// As the page is held.
    #[default]
    Upright,
    /// Turned by 180 degrees.
    UpsideDown,
}

/// A colour of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

impl Ink {
    /// Text and icons.
    pub const TEXT: Ink = Ink::rgb(0x1D_1F21);
    /// Labels and the second line of a foot.
    pub const MUTED: Ink = Ink::rgb(0x54_585C);
    /// Rules.
    pub const RULE: Ink = Ink::rgb(0x47_494A);
    /// Hairlines.
    pub const HAIRLINE: Ink = Ink::rgb(0x9A_9DA1);
    /// Heads of tables, strips, places.
    pub const FILL: Ink = Ink::rgb(0xE7_E7E6);
    /// Every second row of a list.
    pub const ZEBRA: Ink = Ink::rgb(0xF5_F5F5);
    /// Text on a band; the paper itself.
    pub const WHITE: Ink = Ink::rgb(0xFF_FFFF);
    /// The modules of a QR code.
    pub const BLACK: Ink = Ink::rgb(0x00_0000);
    /// The band of the palette *Azul*, the default.
    pub const AZUL: Ink = Ink::rgb(0x1B_396A);
    /// The band of the palette *Guinda*.
    pub const GUINDA: Ink = Ink::rgb(0x61_1232);
    /// The band of the palette *Neutro*.
    pub const NEUTRO: Ink = Ink::rgb(0x3F_4347);

    /// The colour written as in `0x1B_396A`.
    #[must_use]
    pub const fn rgb(hex: u32) -> Self {
        let [_, red, green, blue] = hex.to_be_bytes();
        Self { red, green, blue }
    }
}

impl fmt::Display for Ink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.red, self.green, self.blue)
    }
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The letter.
    pub face: Face,
    /// Its size.
    pub size_pt: f64,
    /// Its colour.
    pub ink: Ink,
}

impl Style {
    /// Regular, in the colour of text.
    #[must_use]
    pub const fn regular(size_pt: f64) -> Self {
        Self {
            face: Face::Regular,
            size_pt,
            ink: Ink::TEXT,
        }
    }

    /// Bold, in the colour of text.
    #[must_use]
    pub const fn bold(size_pt: f64) -> Self {
        Self {
            face: Face::Bold,
            size_pt,
            ink: Ink::TEXT,
        }
    }

    /// Mono, in the colour of text.
    #[must_use]
    pub const fn mono(size_pt: f64) -> Self {
        Self {
            face: Face::Mono,
            size_pt,
            ink: Ink::TEXT,
        }
    }

    /// A label: 7.5 Regular, muted.
    #[must_use]
    pub const fn label() -> Self {
        Self::regular(7.5).ink(Ink::MUTED)
    }

    /// The same in another colour.
    #[must_use]
    pub const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// The same at another size.
    #[must_use]
    pub const fn size(self, size_pt: f64) -> Self {
        Self { size_pt, ..self }
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

impl Page {
    /// An empty Carta sheet, 215.9 × 279.4.
    #[must_use]
    pub fn letter() -> Self {
        Self {
            width_mm: 215.9,
            height_mm: 279.4,
            marks: Vec::new(),
            seal: None,
        }
    }

    /// A block whose corner, top left as it is read, lies at a place of the page.
    pub fn block(&mut self, x: f64, y: f64, turn: Turn) -> Block<'_> {
        Block {
            page: self,
            x,
            y,
            turn,
        }
    }

    /// The page as text, one line a mark: what tests compare and seals are made of.
    #[must_use]
    pub fn golden(&self) -> String {
        let mut golden = format!("page {:.2} × {:.2}\n", self.width_mm, self.height_mm);
        for mark in &self.marks {
            // Writing to a String does not fail.
            let _ = writeln!(golden, "{mark}");
        }
        golden
    }

    /// The seal of what is drawn so far: eight characters that change with any mark.
    #[must_use]
    pub fn content_seal(&self) -> String {
        qr::seal(self.golden().as_bytes())
    }

    /// The text runs of the page, in the order in which they are drawn.
    pub fn texts(&self) -> impl Iterator<Item = &TextRun> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text(run) => Some(run),
            _ => None,
        })
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let turned = |turn: &Turn| if *turn == Turn::UpsideDown { " turned" } else { "" };
        match self {
            Mark::Text(TextRun {
                x,
                y,
                style: Style { face, size_pt, ink },
                turn,
                text,
            }) => {
                write!(
                    f,
                    "text {x:.2} {y:.2} {face:?} {size_pt} {ink}{} «{text}»",
                    turned(turn)
                )
            }
            Mark::Line {
                from,
                to,
                width_mm,
                ink,
            } => {
                write!(
                    f,
                    "line {:.2} {:.2} to {:.2} {:.2} {width_mm:.2} {ink}",
                    from.0, from.1, to.0, to.1
                )
            }
            Mark::Rect {
                x,
                y,
                width_mm,
                height_mm,
                fill,
                stroke,
            } => {
                write!(f, "rect {x:.2} {y:.2} {width_mm:.2} × {height_mm:.2}")?;
                if let Some(ink) = fill {
                    write!(f, " fill {ink}")?;
                }
                if let Some(Stroke { width_mm, ink }) = stroke {
                    write!(f, " line {width_mm:.2} {ink}")?;
                }
                Ok(())
            }
            Mark::Qr {
                x,
                y,
                side_mm,
                turn,
                code,
            } => {
                let side = code.side();
                write!(
                    f,
                    "qr {x:.2} {y:.2} {side_mm:.2} {side} × {side}{} «{}»",
                    turned(turn),
                    code.text()
                )
            }
        }
    }
}

/// A part of a page that has its own millimetres, and may stand on its head.
#[derive(Debug)]
pub struct Block<'a> {
    page: &'a mut Page,
    x: f64,
    y: f64,
    turn: Turn,
}

impl Block<'_> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_block_is_the_upright_one_turned_about_its_corner() {
        let mut page = Page::letter();
        let mut block = page.block(99.95, 131.7, Turn::UpsideDown);
        block.text(4.0, 5.4, Style::bold(12.0), "Plantel Ejemplo");
        block.fill(0.0, 0.0, 84.95, 12.0, Ink::AZUL);
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
        let mut block = page.block(0.0, 0.0, Turn::Upright);
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
        let refused =
            page.block(0.0, 0.0, Turn::Upright)
                .fitted((0.0, 0.0), Style::bold(9.0), &[9.0], "Rareș", place);
        assert_eq!(
            refused,
            Err(PageError::Missing {
                place: "nombre",
                text: "Rareș".to_owned(),
                characters: vec!['ș']
            })
        );
    }

    #[test]
    fn the_seal_changes_with_any_mark() {
        let mut page = Page::letter();
        let empty = page.content_seal();
        page.block(0.0, 0.0, Turn::Upright)
            .rule(0.0, 1.0, 1.0, 0.15, Ink::RULE);
        assert_ne!(page.content_seal(), empty);
    }
}
