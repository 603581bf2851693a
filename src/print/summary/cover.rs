//! Panel 1, the cover: whose it is, which sheet it is, and what it is not.

use super::words::{self, place};
use super::{CampusBlock, HAIR, Summary, THICK, WIDTH};
use crate::print::block::{Block, Fitted, PageError, Place};
use crate::print::fonts::{self, Face};
use crate::print::page::{Ink, Style};
use crate::print::qr::MuteCode;

/// Where the values begin.
const VALUES: f64 = 30.0;
/// How high the band is, and what it keeps free at its ends.
const BAND: f64 = 12.0;
const PADDING: f64 = 4.0;
/// The largest that a logo may be in it.
const LOGO_WIDTH: f64 = 22.0;
const LOGO_HEIGHT: f64 = 8.5;

/// The cover but for its foot.
pub(super) fn draw(panel: &mut Block<'_>, summary: &Summary) -> Fitted {
    band(panel, summary)?;
    panel.lines(0.0, 21.3, 6.8, Style::regular(17.0), &words::TITLE_LINES);
    name(panel, summary)?;

    let rows_end = rows(panel, summary)?;
    debug_assert!(rows_end < 82.0, "the rows end above the code");

    let mute = MuteCode::new(&summary.campus.plantel_key, &summary.identifier, &summary.folio)?;
    panel.qr(0.0, 82.0, 24.0, mute.code()?);
    let room = WIDTH - VALUES;
    panel.text(VALUES, 84.4, Style::label(), words::FOLIO);
    panel.fitted(
        (VALUES, 90.4),
        Style::mono(16.0),
        &[16.0],
        &summary.folio,
        Place::new(place::FOLIO, room),
    )?;
    panel.text(
        VALUES,
        96.4,
        Style::regular(8.5),
        words::printed_on(summary.printed_on),
    );
    let who = words::printed_by(&summary.printed_by);
    let at = (VALUES, 100.4);
    panel.fitted(
        at,
        Style::regular(8.5),
        &[8.5, 7.5, 7.0],
        &who,
        Place::new(place::PRINTED_BY, room),
    )
}

/// The band: the campus on one line at 12 or 10, else on two, and the department below it; the logo before both, where
/// they have room beside it.
fn band(panel: &mut Block<'_>, summary: &Summary) -> Fitted {
    panel.fill(0.0, 0.0, WIDTH, BAND, summary.band);
    if let Some(logo) = &summary.logo {
        let sides = logo.fitted(LOGO_WIDTH, LOGO_HEIGHT);
        let beside = PADDING + sides.0 + PADDING;
        if let Ok(told) = told(&summary.campus, WIDTH - beside - PADDING) {
            panel.logo(PADDING, (BAND - sides.1) / 2.0, sides, logo);
            return told.draw(panel, beside);
        }
    }
    told(&summary.campus, WIDTH - 2.0 * PADDING)?.draw(panel, PADDING)
}

/// How campus and department stand in the band: each line with its baseline and its letter.
struct Told<'a>(Vec<(f64, Style, &'a str)>);

/// Sets campus and department in a room.
fn told(campus: &CampusBlock, room: f64) -> Result<Told<'_>, PageError> {
    let (name, department) = (
        Place::new(place::CAMPUS, room),
        Place::new(place::DEPARTMENT, room),
    );
    let white = |style: Style| style.ink(Ink::WHITE);
    name.check_letter(Face::Bold, &campus.name)?;
    department.check_letter(Face::Regular, &campus.department)?;
    let fitting = |face, sizes: &[f64], text: &str| fonts::first_fitting(face, sizes, text, room);
    let (mut lines, department_y, sizes): (Vec<_>, _, &[f64]) =
        match fitting(Face::Bold, &[12.0, 10.0], &campus.name) {
            Some(size) => {
                let line = (5.4, white(Style::bold(size)), campus.name.as_str());
                (vec![line], 9.7, &[8.5, 7.5, 7.0])
            }
            None => {
                let style = white(Style::bold(8.5));
                let lines = fonts::wrap_words(style.face, style.size_pt, &campus.name, room)
                    .filter(|lines| lines.len() == 2)
                    .ok_or_else(|| name.overflow(&campus.name))?;
                let lines = lines.into_iter().zip([3.9, 7.3]);
                (
                    lines.map(|(line, y)| (y, style, line)).collect(),
                    10.6,
                    &[7.5, 7.0],
                )
            }
        };
    let size = fitting(Face::Regular, sizes, &campus.department)
        .ok_or_else(|| department.overflow(&campus.department))?;
    lines.push((department_y, white(Style::regular(size)), &campus.department));
    Ok(Told(lines))
}

impl Told<'_> {
    fn draw(self, panel: &mut Block<'_>, x: f64) -> Fitted {
        for (y, style, line) in self.0 {
            panel.text(x, y, style, line);
        }
        Ok(())
    }
}

/// One way to set the name: size, leading, and how many lines may stand above the last.
pub(super) struct NameSetting {
    pub(super) size_pt: f64,
    pub(super) leading_mm: f64,
    pub(super) lines: usize,
}

/// From large to small; each fills no more than the 24 mm that the name has.
pub(super) const NAME_SETTINGS: [NameSetting; 5] = [
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
fn rows(panel: &mut Block<'_>, summary: &Summary) -> Result<f64, PageError> {
    const ROW: f64 = 5.0;
    const TALL_ROW: f64 = 8.2;
    const BASELINE: f64 = 3.6;
    const SIZES: [f64; 3] = [9.5, 8.5, 7.5];
    let room = WIDTH - VALUES;
    let value = Style::bold(9.5);
    let mut y = 61.0;
    panel.rule(0.0, WIDTH, y, HAIR, Ink::HAIRLINE);
    let mut row = |panel: &mut Block<'_>, label: &str, height: f64| {
        let baseline = y + BASELINE;
        panel.text(0.0, baseline, Style::label(), label);
        y += height;
        panel.rule(0.0, WIDTH, y, HAIR, Ink::HAIRLINE);
        (VALUES, baseline)
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
pub(super) fn draw_foot(panel: &mut Block<'_>, seal: &str) {
    let small = Style::regular(7.0).ink(Ink::MUTED);
    panel.rule(0.0, WIDTH, 108.25, THICK, Ink::RULE);
    panel.text(0.0, 112.4, Style::bold(8.0), words::NOT_OFFICIAL);
    panel.text(0.0, 115.6, small, words::seal(seal));
    panel.text_to(WIDTH, 115.6, small, words::ONE_SHEET);
}
