//! 600 summaries as one PDF, read from the register and recorded in it, beside bare printpdf that draws and saves the
//! same marks on as many pages. Goal: less than one and a half times as long. The two take turns.

mod campus;
mod ruler;

use std::error::Error;
use std::path::PathBuf;

use printpdf::{Mm, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, TextItem};
use ruler::{Times, figure, row, timed, verdict};
use ventanilla::desk::{Desk, Record};
use ventanilla::domain::ids::StudentId;
use ventanilla::print::folio::folio;
use ventanilla::print::fonts::{Face, MM_PER_PT};
use ventanilla::print::page::{Document, Ink, Mark, Page};
use ventanilla::print::pdf;
use ventanilla::store::Paper;

const SHEETS: usize = 600;
const ROUNDS: usize = 7;

fn main() -> Result<(), Box<dyn Error>> {
    if !ruler::is_asked() {
        return Ok(());
    }
    for students in campus::SIZES {
        let folder = campus::of_its_own(students);
        let mut desk = Desk::open(folder.path(), campus::clock())?;
        let ids: Vec<StudentId> = (1..=SHEETS as i64).map(|id| StudentId(id * 4)).collect();
        let [mut whole, mut read, mut laid_out, mut written, mut bare] = [(); 5].map(|()| Times::default());
        let mut sizes = (0, 0);
        // The first round warms up.
        for round in 0..=ROUNDS {
            let mut size = 0;
            let (printed, took) = timed(|| {
                desk.print(Paper::Summary, &ids, |_, bytes| {
                    size = bytes.len();
                    Ok(PathBuf::new())
                })
            });
            printed?;
            let (records, reading) = timed(|| {
                ids.iter()
                    .map(|id| desk.record(*id))
                    .collect::<Result<Vec<Record>, _>>()
            });
            let records = records?;
            let folios: Vec<String> = (1..=SHEETS as u64).map(folio).collect();
            let (file, laying_out) = timed(|| desk.summary_sheets(&records, &folios, campus::now()));
            let document = file?.document;
            let (drawn, took_bare) = timed(|| bare_printpdf(&document));
            sizes = (size, drawn?.len());
            let writing = timed(|| pdf::render(&document, campus::now())).1;
            if round > 0 {
                whole.add(took);
                read.add(reading);
                laid_out.add(laying_out);
                written.add(writing);
                bare.add(took_bare);
            }
        }

        ruler::head(&format!("{SHEETS} summaries in one PDF, of {students} students"));
        row("600 summaries, from the register to the bytes", &whole, &[]);
        row("  of these: reading the records", &read, &[]);
        row("  laying out", &laid_out, &[]);
        row("  writing the PDF", &written, &[]);
        row("beside: bare printpdf, the same marks", &bare, &[]);
        let ratio = whole.ratio(&bare);
        figure("ours / bare", format!("{ratio:.2} ×"), &verdict(ratio, 1.5, " ×"));
        figure(
            "the files, KB",
            format!("{} and {}", sizes.0 / 1024, sizes.1 / 1024),
            "",
        );
    }
    Ok(())
}

/// The same marks, each set on its own as printpdf's guide does it, saved by printpdf.
fn bare_printpdf(document: &Document) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut file = PdfDocument::new(&document.title);
    let mut fonts = Vec::new();
    for face in Face::ALL {
        let font =
            printpdf::ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new()).ok_or("unreadable font")?;
        fonts.push((face, file.add_font(&font)));
    }
    let font_of = |face| {
        fonts
            .iter()
            .find(|(known, _)| *known == face)
            .map(|(_, id)| id.clone())
    };
    for page in &document.pages {
        let mut ops = Vec::new();
        for mark in &page.marks {
            bare_mark(&mut ops, page, mark, &font_of);
        }
        file.pages.push(PdfPage::new(
            Mm(page.width_mm as f32),
            Mm(page.height_mm as f32),
            ops,
        ));
    }
    Ok(file.save(&PdfSaveOptions::default(), &mut Vec::new()))
}

fn bare_mark(
    ops: &mut Vec<Op>,
    page: &Page,
    mark: &Mark,
    font_of: &dyn Fn(Face) -> Option<printpdf::FontId>,
) {
    let pt = |length: f64| Pt((length / MM_PER_PT) as f32);
    let point = |x: f64, y: f64| Point {
        x: pt(x),
        y: pt(page.height_mm - y),
    };
    let rectangle = |x: f64, y: f64, width: f64, height: f64| {
        let Point { x, y } = point(x, y + height);
        let mut rectangle = printpdf::Rect::from_xywh(x, y, pt(width), pt(height));
        rectangle.mode = Some(printpdf::PaintMode::Fill);
        Op::DrawRectangle { rectangle }
    };
    let color = |ink: Ink| {
        let part = |value: u8| f32::from(value) / 255.0;
        let [r, g, b] = [ink.red, ink.green, ink.blue].map(part);
        printpdf::Color::Rgb(printpdf::Rgb {
            r,
            g,
            b,
            icc_profile: None,
        })
    };
    match mark {
        // The campus of the bench has no logo.
        Mark::Picture { .. } => {}
        Mark::Text(run) => {
            let Some(font) = font_of(run.style.face) else {
                return;
            };
            ops.extend([
                Op::SetFillColor {
                    col: color(run.style.ink),
                },
                Op::StartTextSection,
                Op::SetFont {
                    font: PdfFontHandle::External(font),
                    size: Pt(run.style.size_pt as f32),
                },
                Op::SetTextCursor {
                    pos: point(run.x, run.y),
                },
                Op::ShowText {
                    items: vec![TextItem::Text(run.text.clone())],
                },
                Op::EndTextSection,
            ]);
        }
        &Mark::Line {
            from,
            to,
            width_mm,
            ink,
        } => {
            let points = [from, to]
                .map(|(x, y)| printpdf::LinePoint {
                    p: point(x, y),
                    bezier: false,
                })
                .to_vec();
            ops.extend([
                Op::SetOutlineColor { col: color(ink) },
                Op::SetOutlineThickness { pt: pt(width_mm) },
                Op::DrawLine {
                    line: printpdf::Line {
                        points,
                        is_closed: false,
                    },
                },
            ]);
        }
        &Mark::Rect {
            x,
            y,
            width_mm,
            height_mm,
            ..
        } => ops.push(rectangle(x, y, width_mm, height_mm)),
        Mark::Qr {
            x, y, side_mm, code, ..
        } => {
            let module = side_mm / code.side() as f64;
            ops.extend(code.runs().map(|(row, first, length)| {
                rectangle(
                    x + first as f64 * module,
                    y + row as f64 * module,
                    length as f64 * module,
                    module,
                )
            }));
        }
    }
}
