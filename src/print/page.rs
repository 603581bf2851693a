//! The page model: what a document is before it is a PDF, a preview or a test.
//!
//! Lengths are millimetres from the top left of the page; the y of a text is its baseline; sizes of letters are
//! points. A document draws through a [`Block`](super::block::Block), which has its own millimetres.

use std::fmt::{self, Write as _};

use super::fonts::{self, Face};
use super::picture::Picture;
use super::{folio, qr};
use crate::domain::appearance::Palette;

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
    /// A picture, stretched over its box.
    Picture {
        /// Left edge.
        x: f64,
        /// Top edge.
        y: f64,
        /// Width.
        width_mm: f64,
        /// Height.
        height_mm: f64,
        /// Whether it stands on its head.
        turn: Turn,
        /// Its dots.
        picture: Picture,
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

    /// The band of an institution's palette.
    #[must_use]
    pub const fn band(palette: Palette) -> Self {
        Self::rgb(palette.rgb())
    }

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
        folio::seal(self.golden().as_bytes())
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
            Mark::Picture {
                x,
                y,
                width_mm,
                height_mm,
                turn,
                picture,
            } => {
                write!(
                    f,
                    "picture {x:.2} {y:.2} {width_mm:.2} × {height_mm:.2}{} {} {} × {}",
                    turned(turn),
                    picture.seal,
                    picture.width,
                    picture.height
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::block::Block;

    #[test]
    fn the_seal_changes_with_any_mark() {
        let mut page = Page::letter();
        let empty = page.content_seal();
        Block::new(&mut page, 0.0, 0.0, Turn::Upright).rule(0.0, 1.0, 1.0, 0.15, Ink::RULE);
        assert_ne!(page.content_seal(), empty);
    }
}
