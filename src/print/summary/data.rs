//! Panel 2, the student's data: the numbers, the clinic and the three facts.

use super::words::{self, place};
use super::{ClinicBlock, FactBlock, HAIR, Summary, THICK, WIDTH, title};
use crate::print::block::{Block, Fitted, Place};
use crate::print::fonts;
use crate::print::page::{Ink, Style};

/// The student's data.
pub(super) fn draw(panel: &mut Block<'_>, summary: &Summary) -> Fitted {
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
        Some(agregado) if summary.agregado_is_suggested => (agregado.as_str(), words::AGREGADO_SUGGESTED),
        Some(agregado) => (agregado.as_str(), words::AGREGADO_SEEN),
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
    panel.icon(0.0, top + 2.9, 3.6, fact.icon);
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
