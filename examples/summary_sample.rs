//! Writes a sample Resumen plegable, of invented persons, to the path given: `cargo run --example summary_sample -- a.pdf`.
//!
//! With a number after the path it repeats the first sheet that often and says how long the drawing and the file
//! took, beside bare printpdf writing pages of the same weight: `-- a.pdf 600` (with `--release`).

use std::error::Error;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use printpdf::{Mm, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, TextItem};
use ventanilla::print::folio::folio;
use ventanilla::print::fonts::{Face, MM_PER_PT};
use ventanilla::print::icon::Icon;
use ventanilla::print::page::{Document, Ink, Mark, Page};
use ventanilla::print::pdf;
use ventanilla::print::summary::{self, CampusBlock, ClinicBlock, FactBlock, PolicyBlock, Summary};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("give the path of the PDF to write")?;
    let (first, second) = (complete()?, unknown()?);
    let at = first.printed_on.and_hms_opt(10, 15, 0).ok_or("no such time")?;
    let Some(copies) = arguments.next() else {
        std::fs::write(path, pdf::render(&summary::document(&[first, second])?, at)?)?;
        return Ok(());
    };

    let summaries: Vec<_> = (0..copies.parse()?)
        .map(|sequence| Summary {
            folio: folio(sequence),
            ..first.clone()
        })
        .collect();
    let (document, laid_out) = timed(|| summary::document(&summaries));
    let document = document?;
    let (bytes, rendered) = timed(|| pdf::render(&document, at));
    let bytes = bytes?;
    let (bare, bare_time) = timed(|| bare_printpdf(&document));
    let bare = bare?;
    println!(
        "{copies} sheets: laid out in {laid_out:.2?}, written in {rendered:.2?}, {} KB",
        bytes.len() / 1024
    );
    println!(
        "bare printpdf, the same marks: {bare_time:.2?}, {} KB",
        bare.len() / 1024
    );
    println!(
        "ratio {:.2}",
        (laid_out + rendered).as_secs_f64() / bare_time.as_secs_f64()
    );
    std::fs::write(path, bytes)?;
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
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

fn fact(icon: Icon, label: &str, fact: &str, line: &str) -> FactBlock {
    let line = (!line.is_empty()).then(|| line.to_owned());
    FactBlock {
        icon,
        label: label.to_owned(),
        fact: fact.to_owned(),
        line,
    }
}

/// The person of the design's pictures.
fn complete() -> Result<Summary, Box<dyn Error>> {
    let covers = [
        "Vida, por fallecimiento o pérdidas orgánicas",
        "Gastos funerarios",
        "Beca de orfandad",
        "Gastos médicos por accidente",
        "Repatriación",
    ];
    Ok(Summary {
        campus: CampusBlock {
            name: "Plantel Ejemplo".to_owned(),
            department: "Departamento de Servicios Escolares".to_owned(),
            phone: Some("Tel. 000 000 0000, ext. 100".to_owned()),
            email: Some("escolares@plantel.example".to_owned()),
            plantel_key: "30DIT0000Z".to_owned(),
        },
        band: Ink::AZUL,
        surnames: Some("GÜEMES IBÁÑEZ,".to_owned()),
        given_names: "MA. DE LOS ÁNGELES".to_owned(),
        identifier_label: "Número de control".to_owned(),
        identifier: "25TE0457".to_owned(),
        career: Some("Ingeniería Industrial".to_owned()),
        semester_period: Some("3.er semestre, AGO-DIC 2026".to_owned()),
        nss: Some("12-18-05-9999-0".to_owned()),
        nss_note: None,
        curp: Some("GUIA050131MOCMBNA6".to_owned()),
        curp_note: None,
        clinic: Some(ClinicBlock {
            umf: "12".to_owned(),
            turno: Some("Vespertino".to_owned()),
            consultorio: Some("3".to_owned()),
            line: Some("Clínica: HGZ/UMF 12, Ciudad Ejemplo".to_owned()),
        }),
        agregado: Some("1F2005ES".to_owned()),
        facts: [
            fact(
                Icon::CircleArrowUp,
                "Movimiento",
                "Alta aceptada el 18 nov 2026",
                "Corte del 16 nov, enviada el 13 nov 2026.",
            ),
            fact(
                Icon::CalendarClock,
                "Se espera",
                "Vigente entre el 17 y el 19 nov 2026",
                "De 24 a 72 horas después del corte.",
            ),
            fact(
                Icon::ShieldCheck,
                "Comprobado",
                "VIGENTE, constancia del 20 nov 2026",
                "La vio Lupita en ventanilla el 20 nov 2026.",
            ),
        ],
        policy: Some(PolicyBlock {
            insurer: "Seguros Ejemplo, S. A.".to_owned(),
            number: "VGM-0000-26, subgrupo 01".to_owned(),
            period: "del 1 ago 2026 al 31 jul 2027".to_owned(),
            covers: covers.map(str::to_owned).to_vec(),
            claims_phone: Some("000 000 0000".to_owned()),
        }),
        folio: "F8K2".to_owned(),
        printed_on: NaiveDate::from_ymd_opt(2026, 11, 21).ok_or("no such day")?,
        printed_by: "Lupita".to_owned(),
    })
}

/// The longest name on a sheet of which almost nothing is known.
fn unknown() -> Result<Summary, Box<dyn Error>> {
    let complete = complete()?;
    Ok(Summary {
        campus: CampusBlock {
            name: "Instituto Tecnológico Superior de los Ríos y Montañas de la Región Carbonífera".to_owned(),
            phone: None,
            email: None,
            ..complete.campus
        },
        band: Ink::GUINDA,
        surnames: Some(
            "MONTES DE OCA Y FERNÁNDEZ DE LIZARDI ROA GUTIÉRREZ DE VELASCO Y ÍÑIGUEZ ZUMÁRRAGA,".to_owned(),
        ),
        given_names: "MARÍA GUADALUPE DE LOS ÁNGELES ESPERANZA".to_owned(),
        identifier_label: "Folio provisional".to_owned(),
        identifier: "P0012".to_owned(),
        career: Some("Ingeniería en Tecnologías de la Información y Comunicaciones".to_owned()),
        semester_period: None,
        nss: None,
        nss_note: Some("en trámite en el IMSS".to_owned()),
        curp_note: Some("por confirmar".to_owned()),
        clinic: None,
        agregado: None,
        facts: [
            fact(Icon::Circle, "Movimiento", "Sin movimientos al 21 nov 2026", ""),
            fact(
                Icon::Circle,
                "Se espera",
                "Nada todavía",
                "Primero hace falta el NSS.",
            ),
            fact(Icon::Circle, "Comprobado", "Sin dato al 21 nov 2026", ""),
        ],
        policy: None,
        folio: folio(1),
        ..complete
    })
}
