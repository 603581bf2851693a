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

use super::fonts::{self, Face};
use super::icon::Icon;
use super::page::{Block, Document, Fitted, Ink, Page, PageError, Place, Stroke, Style, Turn};
use super::qr::{Code, MuteCode, VIGENCIA_ADDRESS};
use super::summary_words::{self as words, place};

/// All that one sheet says.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The campus that prints it.
    pub campus: CampusBlock,
    /// The colour of the cover's band, from the institutional palette.
    pub band: Ink,
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
    /// The agregado médico that we suppose, if it can be supposed.
    pub agregado: Option<String>,
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
    let pages = summaries.iter().map(page).collect::<Result<_, _>>()?;
    Ok(Document {
        title: words::TITLE.to_owned(),
        author: None,
        pages,
    })
}

/// The sheet of one student.
///
/// # Errors
/// When a text does not fit its place at any size, has characters that the letter lacks, or does not go into the
/// mute code.
pub fn page(summary: &Summary) -> Result<Page, PageError> {
    let mut sheet = Page::letter();
    folding_marks(&mut sheet.block(0.0, 0.0, Turn::Upright));
    data(&mut sheet.block(OUTER, LOWER, Turn::Upright), summary)?;
    what_to_do(&mut sheet.block(INNER, LOWER, Turn::Upright))?;
    second_insurance(&mut sheet.block(sheet_end(), UPPER, Turn::UpsideDown), summary)?;
    cover(&mut sheet.block(OUTER + WIDTH, UPPER, Turn::UpsideDown), summary)?;
    let seal = sheet.content_seal();
    cover_foot(&mut sheet.block(OUTER + WIDTH, UPPER, Turn::UpsideDown), &seal);
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
/// Where the values of the cover and the back begin.
const COVER_VALUES: f64 = 30.0;
const BACK_VALUES: f64 = 24.0;

const THICK: f64 = 0.5;
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

/// Panel 1.
fn cover(panel: &mut Block<'_>, summary: &Summary) -> Fitted {
    band(panel, &summary.campus, summary.band)?;
    panel.lines(0.0, 21.3, 6.8, Style::regular(17.0), &words::TITLE_LINES);
    name(panel, summary)?;

    let rows_end = cover_rows(panel, summary)?;
    debug_assert!(rows_end < 82.0, "the rows end above the code");

    let mute = MuteCode::new(&summary.campus.plantel_key, &summary.identifier, &summary.folio)?;
    panel.qr(0.0, 82.0, 24.0, mute.code()?);
    let room = WIDTH - COVER_VALUES;
    panel.text(COVER_VALUES, 84.4, Style::label(), words::FOLIO);
    panel.fitted(
        (COVER_VALUES, 90.4),
        Style::mono(16.0),
        &[16.0],
        &summary.folio,
        Place::new(place::FOLIO, room),
    )?;
    panel.text(
        COVER_VALUES,
        96.4,
        Style::regular(8.5),
        words::printed_on(summary.printed_on),
    );
    let who = words::printed_by(&summary.printed_by);
    let at = (COVER_VALUES, 100.4);
    panel.fitted(
        at,
        Style::regular(8.5),
        &[8.5, 7.5, 7.0],
        &who,
        Place::new(place::PRINTED_BY, room),
    )
}

/// The band: the campus on one line at 12 or 10, else on two, and the department below it.
fn band(panel: &mut Block<'_>, campus: &CampusBlock, ink: Ink) -> Fitted {
    let room = WIDTH - 8.0;
    let (name, department) = (
        Place::new(place::CAMPUS, room),
        Place::new(place::DEPARTMENT, room),
    );
    let white = |style: Style| style.ink(Ink::WHITE);
    panel.fill(0.0, 0.0, WIDTH, 12.0, ink);
    name.check_letter(Face::Bold, &campus.name)?;
    let sizes = [12.0, 10.0];
    if fonts::first_fitting(Face::Bold, &sizes, &campus.name, room).is_some() {
        panel.fitted((4.0, 5.4), white(Style::bold(12.0)), &sizes, &campus.name, name)?;
        let sizes = [8.5, 7.5, 7.0];
        return panel.fitted(
            (4.0, 9.7),
            white(Style::regular(8.5)),
            &sizes,
            &campus.department,
            department,
        );
    }
    let style = white(Style::bold(8.5));
    let lines =
        fonts::wrap_words(style.face, style.size_pt, &campus.name, room).filter(|lines| lines.len() == 2);
    panel.lines(
        4.0,
        3.9,
        3.4,
        style,
        &lines.ok_or_else(|| name.overflow(&campus.name))?,
    );
    panel.fitted(
        (4.0, 10.6),
        white(Style::regular(7.5)),
        &[7.5, 7.0],
        &campus.department,
        department,
    )
}

/// One way to set the name: size, leading, and how many lines may stand above the last.
struct NameSetting {
    size_pt: f64,
    leading_mm: f64,
    lines: usize,
}

/// From large to small; each fills no more than the 24 mm that the name has.
const NAME_SETTINGS: [NameSetting; 5] = [
    NameSetting {
        size_pt: 16.0,
        leading_mm: 7.4,
        lines: 3,
    },
    NameSetting {
        size_pt: 13.0,
        leading_mm: 6.2,
        lines: 4,
    },
    NameSetting {
        size_pt: 11.0,
        leading_mm: 5.3,
        lines: 5,
    },
    NameSetting {
        size_pt: 10.0,
        leading_mm: 4.8,
        lines: 5,
    },
    NameSetting {
        size_pt: 9.0,
        leading_mm: 4.2,
        lines: 6,
    },
];

/// Breaks a text at a size into lines of a width, if it can.
type Wrap = for<'a> fn(Face, f64, &'a str, f64) -> Option<Vec<&'a str>>;

/// The name, its last line always in the same place. Words stay whole while any size allows it; a word that is
/// wider than the panel at every size goes on in the next line.
fn name(panel: &mut Block<'_>, summary: &Summary) -> Fitted {
    let parts: Vec<_> = summary
        .surnames
        .iter()
        .chain([&summary.given_names])
        .map(String::as_str)
        .collect();
    let place = Place::new(place::NAME, WIDTH);
    for part in &parts {
        place.check_letter(Face::Bold, part)?;
    }
    let (setting, lines) = largest_name(&parts, fonts::wrap_words)
        .or_else(|| {
            largest_name(&parts, |face, size, text, room| {
                Some(fonts::wrap_letters(face, size, text, room))
            })
        })
        .ok_or_else(|| place.overflow(&parts.join(" ")))?;
    let first = 56.5 - setting.leading_mm * (lines.len() as f64 - 1.0);
    panel.lines(
        0.0,
        first,
        setting.leading_mm,
        Style::bold(setting.size_pt),
        &lines,
    );
    Ok(())
}

/// The largest setting that holds surnames and given names, each beginning a line.
fn largest_name<'a>(parts: &[&'a str], wrap: Wrap) -> Option<(&'static NameSetting, Vec<&'a str>)> {
    NAME_SETTINGS.iter().find_map(|setting| {
        let wrapped = parts
            .iter()
            .map(|part| wrap(Face::Bold, setting.size_pt, part, WIDTH));
        let lines = wrapped.collect::<Option<Vec<_>>>()?.concat();
        (lines.len() <= setting.lines).then_some((setting, lines))
    })
}

/// Identifier, career, semester: rows of 5; a long career takes 8.2. Returns where they end.
fn cover_rows(panel: &mut Block<'_>, summary: &Summary) -> Result<f64, PageError> {
    const ROW: f64 = 5.0;
    const TALL_ROW: f64 = 8.2;
    const BASELINE: f64 = 3.5;
    const SIZES: [f64; 3] = [9.5, 8.5, 7.5];
    let room = WIDTH - COVER_VALUES;
    let value = Style::bold(9.5);
    let mut y = 61.0;
    panel.rule(0.0, WIDTH, y, HAIR, Ink::HAIRLINE);
    let mut row = |panel: &mut Block<'_>, label: &str, height: f64| {
        let baseline = y + BASELINE;
        panel.text(0.0, baseline, Style::label(), label);
        y += height;
        panel.rule(0.0, WIDTH, y, HAIR, Ink::HAIRLINE);
        (COVER_VALUES, baseline)
    };

    let at = row(panel, &summary.identifier_label, ROW);
    panel.fitted(
        at,
        value,
        &SIZES,
        &summary.identifier,
        Place::new(place::IDENTIFIER, room),
    )?;

    let career = summary.career.as_deref().unwrap_or(words::EMPTY);
    let career_place = Place::new(place::CAREER, room);
    if fonts::first_fitting(value.face, &SIZES, career, room).is_some() {
        let at = row(panel, words::CAREER, ROW);
        panel.fitted(at, value, &SIZES, career, career_place)?;
    } else {
        let (x, y) = row(panel, words::CAREER, TALL_ROW);
        career_place.check_letter(value.face, career)?;
        let two_lines = |size_pt| {
            let lines =
                fonts::wrap_words(value.face, size_pt, career, room).filter(|lines| lines.len() <= 2)?;
            Some((size_pt, lines))
        };
        let (size_pt, lines) = [8.5, 7.5, 7.0]
            .into_iter()
            .find_map(two_lines)
            .ok_or_else(|| career_place.overflow(career))?;
        panel.lines(x, y, 3.4, value.size(size_pt), &lines);
    }

    let at = row(panel, words::SEMESTER_AND_PERIOD, ROW);
    let semester = summary.semester_period.as_deref().unwrap_or(words::EMPTY);
    panel.fitted(at, value, &SIZES, semester, Place::new(place::SEMESTER, room))?;
    Ok(y)
}

/// The foot of the cover. It carries the seal of all the rest, so it is drawn last.
fn cover_foot(panel: &mut Block<'_>, seal: &str) {
    let small = Style::regular(7.0).ink(Ink::MUTED);
    panel.rule(0.0, WIDTH, 108.25, THICK, Ink::RULE);
    panel.text(0.0, 112.4, Style::bold(8.0), words::NOT_OFFICIAL);
    panel.text(0.0, 115.6, small, words::seal(seal));
    panel.text_to(WIDTH, 115.6, small, words::ONE_SHEET);
}

fn title(panel: &mut Block<'_>, title: &str) {
    panel.text(0.0, 5.0, Style::bold(13.0), title);
    panel.rule(0.0, WIDTH, 7.75, THICK, Ink::RULE);
}

/// Panel 2.
fn data(panel: &mut Block<'_>, summary: &Summary) -> Fitted {
    title(panel, words::YOUR_DATA);
    panel.text(0.0, 13.5, Style::label(), words::NSS);
    let nss = Place::new(place::NSS, WIDTH);
    number(
        panel,
        21.1,
        Style::bold(18.0),
        nss,
        summary.nss.as_deref(),
        summary.nss_note.as_deref(),
    )?;
    panel.text(0.0, 27.5, Style::label(), words::CURP);
    let curp = Place::new(place::CURP, WIDTH);
    number(
        panel,
        32.5,
        Style::mono(13.0),
        curp,
        summary.curp.as_deref(),
        summary.curp_note.as_deref(),
    )?;

    panel.rule(0.0, WIDTH, 36.0, HAIR, Ink::HAIRLINE);
    match &summary.clinic {
        Some(clinic) => clinic_cells(panel, clinic)?,
        None => {
            panel.text(0.0, 39.8, Style::label(), words::CLINIC);
            panel.text(0.0, 46.4, Style::bold(15.0), words::CLINIC_UNASSIGNED);
            panel.text(0.0, 51.8, Style::regular(8.5), words::CLINIC_IS_YOURS_TO_CHOOSE);
        }
    }
    panel.rule(0.0, WIDTH, 54.0, HAIR, Ink::HAIRLINE);

    panel.text(0.0, 59.2, Style::label(), words::AGREGADO);
    let (agregado, note) = match &summary.agregado {
        Some(agregado) => (agregado.as_str(), words::AGREGADO_SUGGESTED),
        None => (words::EMPTY, words::AGREGADO_UNKNOWN),
    };
    panel.fitted(
        (30.0, 59.2),
        Style::mono(11.0),
        &[11.0],
        agregado,
        Place::new(place::AGREGADO, 24.0),
    )?;
    panel.text_to(WIDTH, 59.2, Style::label(), note);
    panel.rule(0.0, WIDTH, 62.0, THICK, Ink::RULE);

    let mut top = 62.3;
    for (place, fact) in summary.facts.iter().enumerate() {
        if place > 0 {
            panel.rule(0.0, WIDTH, top, HAIR, Ink::HAIRLINE);
        }
        fact_row(panel, top, fact)?;
        top += 14.0;
    }
    panel.rule(0.0, WIDTH, 104.3, THICK, Ink::RULE);
    panel.lines(0.0, 109.2, 4.0, Style::regular(8.5), &words::COMPARE);
    Ok(())
}

/// A number with what is to be said of it after it; or, if there is none, what is to be said in its place.
fn number(
    panel: &mut Block<'_>,
    y: f64,
    style: Style,
    place: Place,
    number: Option<&str>,
    note: Option<&str>,
) -> Fitted {
    const GAP: f64 = 4.0;
    let Some(number) = number else {
        let said = note.unwrap_or(words::NOT_YET);
        return panel.fitted(
            (0.0, y),
            Style::regular(13.0),
            &[13.0, 11.0, 9.0, 8.0],
            said,
            place,
        );
    };
    panel.fitted((0.0, y), style, &[style.size_pt], number, place)?;
    let Some(note) = note else { return Ok(()) };
    let end = fonts::width_mm(style.face, style.size_pt, number) + GAP;
    let beside = Place {
        room_mm: WIDTH - end,
        ..place
    };
    panel.fitted((end, y), Style::regular(8.5), &[8.5, 8.0, 7.5, 7.0], note, beside)
}

fn clinic_cells(panel: &mut Block<'_>, clinic: &ClinicBlock) -> Fitted {
    const PARTING: f64 = 3.0;
    let turno = clinic.turno.as_deref().unwrap_or(words::EMPTY);
    let consultorio = clinic.consultorio.as_deref().unwrap_or(words::EMPTY);
    let cells = [
        (0.0, 22.0, words::UMF, clinic.umf.as_str(), place::UMF),
        (22.0, 62.0, words::TURNO, turno, place::TURNO),
        (
            62.0,
            WIDTH + PARTING,
            words::CONSULTORIO,
            consultorio,
            place::CONSULTORIO,
        ),
    ];
    for (x, next_x, label, value, place) in cells {
        panel.text(x, 39.8, Style::label(), label);
        let room = next_x - PARTING - x - 1.0;
        panel.fitted(
            (x, 46.4),
            Style::bold(15.0),
            &[15.0, 12.0, 10.0, 8.5],
            value,
            Place::new(place, room),
        )?;
        if x > 0.0 {
            panel.upright_rule(x - PARTING, 37.5, 47.2, HAIR, Ink::HAIRLINE);
        }
    }
    let Some(line) = &clinic.line else { return Ok(()) };
    panel.fitted(
        (0.0, 51.8),
        Style::regular(8.5),
        &[8.5, 7.5, 7.0],
        line,
        Place::new(place::CLINIC, WIDTH),
    )
}

/// One of the three facts, 14 high.
fn fact_row(panel: &mut Block<'_>, top: f64, fact: &FactBlock) -> Fitted {
    const VALUES: f64 = 24.0;
    let place = Place::new(place::FACT, WIDTH - VALUES);
    let label_place = Place::new(place::FACT, VALUES - 5.0 - 1.0);
    panel.icon(0.0, top + 2.8, 3.6, fact.icon);
    panel.fitted(
        (5.0, top + 5.8),
        Style::label(),
        &[7.5, 7.0],
        &fact.label,
        label_place,
    )?;
    panel.fitted(
        (VALUES, top + 5.9),
        Style::bold(9.0),
        &[9.0, 8.5, 8.0, 7.5],
        &fact.fact,
        place,
    )?;
    let Some(line) = &fact.line else { return Ok(()) };
    let style = Style::regular(8.5);
    if fonts::first_fitting(style.face, &[8.5, 8.0, 7.5], line, place.room_mm).is_some() {
        return panel.fitted((VALUES, top + 10.3), style, &[8.5, 8.0, 7.5], line, place);
    }
    place.check_letter(style.face, line)?;
    let lines = fonts::wrap_words(style.face, 7.5, line, place.room_mm).filter(|lines| lines.len() <= 2);
    panel.lines(
        VALUES,
        top + 9.5,
        3.2,
        style.size(7.5),
        &lines.ok_or_else(|| place.overflow(line))?,
    );
    Ok(())
}

/// Panel 3.
fn what_to_do(panel: &mut Block<'_>) -> Fitted {
    const TEXT: f64 = 9.0;
    const CAPTION: f64 = 24.0;
    title(panel, words::WHAT_TO_DO);
    let mut top = 10.5;
    for (number, (heading, lines)) in (1..).zip(&words::STEPS) {
        if number > 1 {
            panel.rule(TEXT, WIDTH, top, HAIR, Ink::HAIRLINE);
        }
        panel.text(0.0, top + 6.6, Style::bold(17.0), number.to_string());
        panel.text(TEXT, top + 4.9, Style::bold(9.5), *heading);
        panel.lines(TEXT, top + 8.9, 3.8, Style::regular(8.5), lines);
        top += 14.6;
    }
    panel.rule(0.0, WIDTH, 84.6, THICK, Ink::RULE);
    panel.qr(0.0, 88.7, 20.0, Code::address(VIGENCIA_ADDRESS)?);
    panel.text(CAPTION, 92.1, Style::bold(9.0), words::CONSTANCIA);
    panel.lines(CAPTION, 96.3, 3.8, Style::regular(8.5), &words::CONSTANCIA_LINES);
    panel.text(CAPTION, 105.1, Style::bold(8.5), words::CONSTANCIA_SITE);
    panel.text(0.0, 111.5, Style::regular(8.5), words::OTHER_PROCEDURES);
    Ok(())
}

/// Panel 4.
fn second_insurance(panel: &mut Block<'_>, summary: &Summary) -> Fitted {
    title(panel, words::SECOND_INSURANCE);
    let policy = summary.policy.as_ref();
    let rows = [
        (words::INSURER, policy.map(|policy| &policy.insurer)),
        (words::POLICY, policy.map(|policy| &policy.number)),
        (words::POLICY_PERIOD, policy.map(|policy| &policy.period)),
    ];
    let mut top = 10.0;
    for (label, value) in rows {
        back_row(panel, top + 3.9, label, value, place::POLICY)?;
        top += 6.0;
        panel.rule(0.0, WIDTH, top, HAIR, Ink::HAIRLINE);
    }

    panel.text(0.0, 34.5, Style::bold(9.0), words::COVERS);
    match policy {
        Some(policy) => covers(panel, &policy.covers)?,
        None => covers(panel, &words::PUBLISHED_COVERS)?,
    }
    panel.text(0.0, 64.6, Style::regular(8.5).ink(Ink::MUTED), words::COVERS_NOTE);

    panel.rule(0.0, WIDTH, 68.0, THICK, Ink::RULE);
    contact(panel, &summary.campus)?;
    back_row(
        panel,
        81.7,
        words::CLAIMS,
        policy.and_then(|policy| policy.claims_phone.as_ref()),
        place::POLICY,
    )?;
    panel.rule(0.0, WIDTH, 84.0, HAIR, Ink::HAIRLINE);

    panel.text(0.0, 88.1, Style::label(), words::EMERGENCY);
    for (x, to_x, label) in [
        (0.0, 52.0, words::NAME_AND_KINSHIP),
        (55.0, WIDTH, words::TELEPHONE),
    ] {
        panel.rule(x, to_x, 95.0, HAIR, Ink::RULE);
        panel.text(x, 98.0, Style::label(), label);
    }

    panel.frame(
        0.0,
        100.7,
        WIDTH,
        16.0,
        Stroke {
            width_mm: 0.35,
            ink: Ink::RULE,
        },
    );
    panel.lines(4.0, 105.9, 4.2, Style::bold(9.0), &words::NOTICE);
    panel.text(4.0, 114.1, Style::regular(8.5), words::NOT_OFFICIAL);
    Ok(())
}

/// A label and its value; what has not been captured is said so, and not in bold.
fn back_row(
    panel: &mut Block<'_>,
    y: f64,
    label: &str,
    value: Option<&String>,
    name: &'static str,
) -> Fitted {
    panel.text(0.0, y, Style::label(), label);
    let Some(value) = value else {
        panel.text(
            BACK_VALUES,
            y,
            Style::regular(9.0).ink(Ink::MUTED),
            words::NOT_YET,
        );
        return Ok(());
    };
    let place = Place::new(name, WIDTH - BACK_VALUES);
    panel.fitted(
        (BACK_VALUES, y),
        Style::bold(9.0),
        &[9.0, 8.0, 7.5, 7.0],
        value,
        place,
    )
}

/// The covers, one a line: at 9 with a pitch of 4.7; a sixth brings them closer.
fn covers<S: AsRef<str>>(panel: &mut Block<'_>, covers: &[S]) -> Fitted {
    const TEXT: f64 = 4.0;
    const SQUARE: f64 = 1.2;
    let place = Place::new(place::COVERS, WIDTH - TEXT);
    let (size_pt, pitch) = match covers.len() {
        0..=5 => (9.0, 4.7),
        6 => (8.5, 4.0),
        _ => return Err(place.overflow(&join(covers)).into()),
    };
    let mut baseline = 39.6;
    for cover in covers {
        panel.fill(0.4, baseline - 1.75, SQUARE, SQUARE, Ink::RULE);
        panel.fitted(
            (TEXT, baseline),
            Style::regular(size_pt),
            &[size_pt, 8.0, 7.0],
            cover.as_ref(),
            place,
        )?;
        baseline += pitch;
    }
    Ok(())
}

fn join<S: AsRef<str>>(texts: &[S]) -> String {
    texts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}

/// How to reach the campus: by telephone and mail, or at its window.
fn contact(panel: &mut Block<'_>, campus: &CampusBlock) -> Fitted {
    let place = Place::new(place::CONTACT, WIDTH - BACK_VALUES);
    let (first, second) = match (&campus.phone, &campus.email) {
        (Some(phone), email) => (phone.as_str(), email.as_deref()),
        (None, Some(email)) => (email.as_str(), None),
        (None, None) => (words::AT_THE_WINDOW, None),
    };
    panel.text(0.0, 72.4, Style::label(), words::CAMPUS);
    panel.fitted(
        (BACK_VALUES, 72.4),
        Style::bold(9.0),
        &[9.0, 8.0, 7.0],
        first,
        place,
    )?;
    let Some(second) = second else { return Ok(()) };
    panel.fitted(
        (BACK_VALUES, 76.6),
        Style::regular(8.5),
        &[8.5, 7.5, 7.0],
        second,
        place,
    )
}

#[cfg(test)]
mod tests;
