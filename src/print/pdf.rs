//! Pages to PDF: the only file that knows printpdf and lopdf.
//!
//! printpdf draws the pages and embeds the fonts. What it leaves to chance or says wrongly is set right on the way
//! out: fonts go in under our own names, the file's `/ID` comes from its content, the language is es-MX, the dates
//! are the caller's, and nothing is claimed of PDF/X. So the same document at the same moment gives the same bytes.

use std::io;
use std::num::NonZero;
use std::slice::SliceIndex;
use std::thread;

use chrono::NaiveDateTime;
use lopdf::{Dictionary, Object, StringFormat};
use printpdf::{
    Color, CurTransMat, CustomPdfConformance, DictItem, ExternalStream, ExternalXObject, FontId, Line,
    LinePoint, Mm, Op, ParsedFont, PdfConformance, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Pt, Rgb, TextItem, TextMatrix, XObject, XObjectId, XObjectTransform,
};
use sha2::{Digest, Sha256};

use super::fonts::{self, Face, MM_PER_PT};
use super::page::{Document, Ink, Mark, Page, Style, TextRun, Turn};
use super::picture::Picture;
use super::qr;

/// Why a document did not become a PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A page carries characters that the letter lacks; they would print as boxes.
    #[error("page {page}: the letter lacks {characters:?} of {text:?}")]
    Missing {
        /// The page, counted from 1.
        page: usize,
        /// The text.
        text: String,
        /// The characters, each once.
        characters: Vec<char>,
    },
    /// A bundled font cannot be read.
    #[error("the bundled font {0} cannot be read")]
    Font(&'static str),
    /// The file could not be put together.
    #[error("the PDF could not be put together")]
    Structure(#[from] lopdf::Error),
    /// The file could not be written.
    #[error("the PDF could not be written")]
    Write(#[from] io::Error),
}

/// A document as the bytes of a PDF, dated `at`.
///
/// # Errors
/// When a text has characters that its letter lacks. The other errors mean that the program itself is damaged.
pub fn render(document: &Document, at: NaiveDateTime) -> Result<Vec<u8>, PdfError> {
    refuse_missing(document)?;
    let mut file = PdfDocument::new(&document.title);
    file.metadata.info.conformance = PdfConformance::Custom(CustomPdfConformance {
        requires_icc_profile: false,
        requires_xmp_metadata: false,
        ..CustomPdfConformance::default()
    });
    for face in Face::ALL {
        file.resources
            .fonts
            .map
            .insert(font_id(face), PdfFont::new(embeddable(face)?));
    }
    for mark in document.pages.iter().flat_map(|page| &page.marks) {
        if let Mark::Picture { picture, .. } = mark {
            let pictures = &mut file.resources.xobjects.map;
            pictures
                .entry(picture_id(picture))
                .or_insert_with(|| embedded(picture));
        }
    }
    let alike = alike_from_the_start(&document.pages);
    let common = document
        .pages
        .iter()
        .take(1)
        .filter(|_| alike > 0)
        .map(|page| drawn(page, ..alike));
    file.pages = common
        .chain(document.pages.iter().map(|page| drawn(page, alike..)))
        .collect();

    // Not "secure", which would drop the one operation that printpdf has no name for: see `Pen::raw`.
    let options = PdfSaveOptions {
        optimize: false,
        secure: false,
        ..PdfSaveOptions::default()
    };
    let mut file = file.to_lopdf_document(&options, &mut Vec::new());
    "1.7".clone_into(&mut file.version);
    if alike > 0 {
        share_first_page(&mut file)?;
    }
    describe(&mut file, document, at);
    compress(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)?;
    Ok(bytes)
}

fn refuse_missing(document: &Document) -> Result<(), PdfError> {
    for (page, sheet) in (1..).zip(&document.pages) {
        for run in sheet.texts() {
            let characters = fonts::missing_in(run.style.face, &run.text);
            if !characters.is_empty() {
                return Err(PdfError::Missing {
                    page,
                    text: run.text.clone(),
                    characters,
                });
            }
        }
    }
    Ok(())
}

/// With how many marks in common all pages begin; none for a single page, which shares with nobody, and none for pages
/// of different sizes, since PDF counts from the bottom.
fn alike_from_the_start(pages: &[Page]) -> usize {
    let alike = |(a, b): (&Page, &Page)| {
        let same_size = a.width_mm == b.width_mm && a.height_mm == b.height_mm;
        let marks = a.marks.iter().zip(&b.marks);
        if same_size {
            marks.take_while(|(a, b)| a == b).count()
        } else {
            0
        }
    };
    pages
        .iter()
        .zip(pages.iter().skip(1))
        .map(alike)
        .min()
        .unwrap_or(0)
}

/// Draws the first page below each of the others, from one and the same stream, and takes it out of the file. So what
/// six hundred sheets say alike is drawn, compressed and stored once.
fn share_first_page(file: &mut lopdf::Document) -> Result<(), lopdf::Error> {
    let pages: Vec<_> = file.page_iter().collect();
    let [common, sheets @ ..] = &pages[..] else {
        return Ok(());
    };
    let drawing = file.get_dictionary(*common)?.get(b"Contents")?.clone();
    for &sheet in sheets {
        let sheet = file.get_dictionary_mut(sheet)?;
        let own = sheet.get(b"Contents")?.clone();
        sheet.set("Contents", vec![drawing.clone(), own]);
    }
    let tree = file.catalog()?.get(b"Pages")?.as_reference()?;
    let tree = file.get_dictionary_mut(tree)?;
    tree.set(
        "Kids",
        sheets
            .iter()
            .map(|&sheet| Object::Reference(sheet))
            .collect::<Vec<_>>(),
    );
    tree.set("Count", sheets.len() as i64);
    let resources = file
        .get_dictionary(*common)?
        .get(b"Resources")
        .and_then(Object::as_reference);
    file.objects.remove(common);
    if let Ok(resources) = resources {
        file.objects.remove(&resources);
    }
    Ok(())
}

/// The name of a face inside the file. printpdf would draw one from a counter of the whole process.
fn font_id(face: Face) -> FontId {
    FontId(face.postscript_name().to_owned())
}

/// A face as printpdf embeds it, with the tag that marks a subset.
fn embeddable(face: Face) -> Result<ParsedFont, PdfError> {
    let mut font = ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new())
        .ok_or(PdfError::Font(face.postscript_name()))?;
    font.font_name = Some(format!("VNTNLA+{}", face.postscript_name()));
    Ok(font)
}

/// The name of a picture inside the file.
fn picture_id(picture: &Picture) -> XObjectId {
    XObjectId(format!("Logo{}", picture.seal))
}

/// A picture as the file holds it, once, whatever the pages: its dots, three bytes each.
fn embedded(picture: &Picture) -> XObject {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let number = |number: u32| DictItem::Int(number.into());
    let dict = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", number(picture.width)),
        ("Height", number(picture.height)),
        ("ColorSpace", name("DeviceRGB")),
        ("BitsPerComponent", number(8)),
        ("Interpolate", DictItem::Bool(true)),
    ];
    XObject::External(ExternalXObject {
        stream: ExternalStream {
            dict: dict.map(|(key, value)| (key.to_owned(), value)).into(),
            content: picture.rgb.to_vec(),
            compress: true,
        },
        width: None,
        height: None,
        dpi: None,
    })
}

/// Says whose file it is, when and in which language, and gives it an identity made of its content.
fn describe(file: &mut lopdf::Document, document: &Document, at: NaiveDateTime) {
    let date = at.format("D:%Y%m%d%H%M%S").to_string();
    let mut info = Dictionary::new();
    info.set("Title", text_object(&document.title));
    if let Some(author) = &document.author {
        info.set("Author", text_object(author));
    }
    info.set("Creator", text_object("Ventanilla"));
    info.set("CreationDate", Object::string_literal(date.clone()));
    info.set("ModDate", Object::string_literal(date));
    let info = file.add_object(info);
    let replaced = file.trailer.get(b"Info").and_then(Object::as_reference);
    file.trailer.set("Info", info);
    if let Ok(replaced) = replaced {
        file.objects.remove(&replaced);
    }

    if let Ok(catalog) = file.catalog_mut() {
        let mut viewer = Dictionary::new();
        // Viewers that heed it offer the sheet at its true size; the ruler page tells about the others.
        viewer.set("PrintScaling", Object::Name(b"None".to_vec()));
        viewer.set("DisplayDocTitle", true);
        catalog.set("ViewerPreferences", viewer);
        catalog.set("Lang", Object::string_literal("es-MX"));
    }

    let identity = Object::String(content_hash(file), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
}

/// Compresses every stream, on all cores: it is half the work of a long document. One that cannot be compressed stays
/// as it is.
fn compress(file: &mut lopdf::Document) {
    let streams = file.objects.values_mut().filter_map(|object| match object {
        Object::Stream(stream) if stream.allows_compression => Some(stream),
        _ => None,
    });
    let mut streams: Vec<_> = streams.collect();
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let share = streams.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        for part in streams.chunks_mut(share) {
            scope.spawn(|| part.iter_mut().map(|stream| stream.compress()).for_each(drop));
        }
    });
}

/// Sixteen bytes that change with any object of the file.
fn content_hash(file: &lopdf::Document) -> Vec<u8> {
    let mut hash = Sha256::new();
    for (id, object) in &file.objects {
        hash.update(format!("{id:?}"));
        match object {
            Object::Stream(stream) => {
                hash.update(format!("{:?}", stream.dict));
                hash.update(&stream.content);
            }
            other => hash.update(format!("{other:?}")),
        }
    }
    hash.finalize().iter().take(16).copied().collect()
}

/// A text of the file's description, in UTF-16 as the format asks where accents may occur.
fn text_object(text: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    Object::String(
        units.flat_map(u16::to_be_bytes).collect(),
        StringFormat::Hexadecimal,
    )
}

/// Some of a page's marks as a page of its size. Nothing is taken for set at the start: another may have drawn before.
fn drawn(page: &Page, marks: impl SliceIndex<[Mark], Output = [Mark]>) -> PdfPage {
    let mut pen = Pen::new(page.height_mm);
    for mark in &page.marks[marks] {
        pen.draw(mark);
    }
    let mut sheet = PdfPage::new(mm(page.width_mm), mm(page.height_mm), pen.ops);
    for side in [&mut sheet.media_box, &mut sheet.trim_box, &mut sheet.crop_box] {
        (side.width, side.height) = (points(page.width_mm), points(page.height_mm));
    }
    sheet
}

/// What has been drawn, and with which ink, line and letter, so that none is set twice.
struct Pen {
    ops: Vec<Op>,
    height_mm: f64,
    fill: Option<Ink>,
    stroke: Option<Ink>,
    thickness: Option<Pt>,
    letter: Option<(Face, Pt)>,
}

impl Pen {
    fn new(height_mm: f64) -> Self {
        Self {
            ops: Vec::new(),
            height_mm,
            fill: None,
            stroke: None,
            thickness: None,
            letter: None,
        }
    }

    fn draw(&mut self, mark: &Mark) {
        match mark {
            Mark::Text(run) => self.text(run),
            &Mark::Line {
                from,
                to,
                width_mm,
                ink,
            } => {
                self.stroke_with(width_mm, ink);
                let points = [from, to]
                    .map(|(x, y)| LinePoint {
                        p: self.at(x, y),
                        bezier: false,
                    })
                    .to_vec();
                self.ops.push(Op::DrawLine {
                    line: Line {
                        points,
                        is_closed: false,
                    },
                });
            }
            &Mark::Rect {
                x,
                y,
                width_mm,
                height_mm,
                fill,
                stroke,
            } => {
                if let Some(ink) = fill {
                    self.fill_with(ink);
                }
                if let Some(line) = stroke {
                    self.stroke_with(line.width_mm, line.ink);
                }
                let paint = match (fill, stroke) {
                    (Some(_), Some(_)) => "B",
                    (Some(_), None) => "f",
                    (None, Some(_)) => "S",
                    (None, None) => return,
                };
                self.rectangle(x, y, width_mm, height_mm);
                self.raw(paint, Vec::new());
            }
            Mark::Qr {
                x,
                y,
                side_mm,
                turn,
                code,
            } => self.qr(*x, *y, *side_mm, *turn, code),
            Mark::Picture {
                x,
                y,
                width_mm,
                height_mm,
                turn,
                picture,
            } => self.picture((*x, *y), (*width_mm, *height_mm), *turn, picture),
        }
    }

    fn text(&mut self, run: &TextRun) {
        let Style { face, size_pt, ink } = run.style;
        self.fill_with(ink);
        self.ops.push(Op::StartTextSection);
        let size = Pt(rounded(size_pt));
        if self.letter != Some((face, size)) {
            self.letter = Some((face, size));
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(font_id(face)),
                size,
            });
        }
        let Point { x, y } = self.at(run.x, run.y);
        let along = if run.turn == Turn::UpsideDown { -1.0 } else { 1.0 };
        self.ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Raw([along, 0.0, 0.0, along, x.0, y.0]),
        });
        self.ops.push(Op::ShowText {
            items: vec![TextItem::Text(run.text.clone())],
        });
        self.ops.push(Op::EndTextSection);
    }

    /// All modules as one path of whole numbers, in the code's own grid: a rectangle for each run of a row, filled
    /// at once, so that no viewer draws seams between them.
    fn qr(&mut self, x: f64, y: f64, side_mm: f64, turn: Turn, code: &qr::Code) {
        self.fill_with(Ink::BLACK);
        let module = rounded(side_mm / MM_PER_PT / code.side() as f64);
        let (corner, across) = match turn {
            Turn::Upright => (self.at(x, y), module),
            Turn::UpsideDown => (self.at(x + side_mm, y + side_mm), -module),
        };
        let grid = CurTransMat::Raw([across, 0.0, 0.0, -across, corner.x.0, corner.y.0]);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: grid });
        for (row, first, length) in code.runs() {
            let sides = [first, row, length, 1].map(|side| DictItem::Int(side as i64));
            self.raw("re", sides.to_vec());
        }
        self.raw("f", Vec::new());
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// PDF stretches a picture over a square of one point; the matrix makes of it the box on the page.
    fn picture(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), turn: Turn, picture: &Picture) {
        let (corner, across, up) = match turn {
            Turn::Upright => (self.at(x, y + height), points(width).0, points(height).0),
            Turn::UpsideDown => (self.at(x + width, y), -points(width).0, -points(height).0),
        };
        let place = CurTransMat::Raw([across, 0.0, 0.0, up, corner.x.0, corner.y.0]);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: place });
        self.ops.push(Op::UseXobject {
            id: picture_id(picture),
            transform: XObjectTransform {
                no_auto_scale: true,
                ..XObjectTransform::default()
            },
        });
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// Adds a rectangle to the path. printpdf can only draw rectangles one by one, each painted at once.
    fn rectangle(&mut self, x: f64, y: f64, width_mm: f64, height_mm: f64) {
        let Point { x: left, y: bottom } = self.at(x, y + height_mm);
        let sides = [left, bottom, points(width_mm), points(height_mm)];
        self.raw("re", sides.map(|side| DictItem::Real(side.0)).to_vec());
    }

    /// An operation that printpdf does not know by name.
    fn raw(&mut self, operator: &str, value: Vec<DictItem>) {
        self.ops.push(Op::Unknown {
            key: operator.to_owned(),
            value,
        });
    }

    fn fill_with(&mut self, ink: Ink) {
        if self.fill.replace(ink) != Some(ink) {
            self.ops.push(Op::SetFillColor { col: color(ink) });
        }
    }

    fn stroke_with(&mut self, width_mm: f64, ink: Ink) {
        if self.stroke.replace(ink) != Some(ink) {
            self.ops.push(Op::SetOutlineColor { col: color(ink) });
        }
        let pt = points(width_mm);
        if self.thickness.replace(pt) != Some(pt) {
            self.ops.push(Op::SetOutlineThickness { pt });
        }
    }

    /// A place of the page as PDF counts it: points, from the bottom left.
    fn at(&self, x: f64, y: f64) -> Point {
        Point {
            x: points(x),
            y: points(self.height_mm - y),
        }
    }
}

fn color(ink: Ink) -> Color {
    let part = |value: u8| rounded(f64::from(value) / 255.0);
    Color::Rgb(Rgb {
        r: part(ink.red),
        g: part(ink.green),
        b: part(ink.blue),
        icc_profile: None,
    })
}

fn points(length_mm: f64) -> Pt {
    Pt(rounded(length_mm / MM_PER_PT))
}

fn mm(length_mm: f64) -> Mm {
    Mm(length_mm as f32)
}

/// To the thousandth: a third of a micrometre, and half the digits in the file.
fn rounded(value: f64) -> f32 {
    ((value * 1000.0).round() / 1000.0) as f32
}

#[cfg(test)]
mod tests;
