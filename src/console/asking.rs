//! What is looked up and changes nothing: `buscar`, `ficha`, `movimientos`, `historia`.

use std::io::Write;

use serde_json::{Value, json};

use super::{Ended, Outcome, Stop, one_line, write_json};
use crate::desk::{Alike, Desk, PAGE_ROWS, QueuedMovement, Record};
use crate::domain::clinic::{Agregado, Room, Shift};
use crate::domain::movement::BajaMotive;
use crate::domain::student::{CurpRecord, NssRecord, Particulars};
use crate::domain::vigencia::{Affiliation, Dossier, Facts};
use crate::store::StudentRow;
use crate::words::console::{self as said, label};
use crate::words::{
    clinic as clinic_words, dates, entry as form_words, movements as movement_words, record as record_words,
    vigencia,
};

/// More than any register holds.
const ALL: u32 = i32::MAX as u32;

pub(super) fn find(desk: &Desk, typed: &str, limit: Option<u32>, json: bool, out: &mut dyn Write) -> Ended {
    let rows = desk.find_up_to(typed, limit.unwrap_or(ALL) as usize)?.rows;
    if json {
        let found: Vec<Value> = rows.iter().map(|row| row_json(desk, row)).collect();
        write_json(out, &found)?;
        return Ok(Outcome::Done);
    }
    if rows.is_empty() && limit != Some(0) {
        writeln!(out, "{}", said::nobody(typed))?;
    }
    columns(out, rows.iter().map(|row| row_line(desk, row)).collect())?;
    Ok(Outcome::Done)
}

/// Everybody whose window is over and whom nobody has looked up since.
pub(super) fn to_review(desk: &Desk, json: bool, out: &mut dyn Write) -> Ended {
    let rows = desk.to_review()?;
    if json {
        let found: Vec<Value> = rows.iter().map(|row| row_json(desk, row)).collect();
        write_json(out, &found)?;
        return Ok(Outcome::Done);
    }
    if rows.is_empty() {
        writeln!(out, "{}", vigencia::NOBODY_TO_REVIEW)?;
    }
    columns(out, rows.iter().map(|row| row_line(desk, row)).collect())?;
    Ok(Outcome::Done)
}

fn row_line(desk: &Desk, row: &StudentRow) -> [String; 4] {
    let student = &row.student.particulars;
    [
        student.identifier.to_string(),
        student.name.formal(),
        masked(&student.nss),
        record_words::chip(desk.chip(row)),
    ]
}

fn row_json(desk: &Desk, row: &StudentRow) -> Value {
    let student = &row.student.particulars;
    let dossier = Dossier {
        movements: row.movement.as_slice(),
        checks: row.check.as_slice(),
        prior_alta: row.student.prior_alta,
    };
    let [movement, expected, proven] = facts_json(&Facts::of(&dossier, desk.window_limits()));
    json!({
        "matricula": student.identifier.as_str(),
        "nombre": student.name.formal(),
        "nss": student.nss.text(),
        "curp": student.curp.text(),
        "umf": row.student.assignment.clinic.map(|clinic| clinic.number.number()),
        "movimiento": movement,
        "se_espera": expected,
        "comprobado": proven,
    })
}

pub(super) fn facts_json(facts: &Facts<'_>) -> [Value; 3] {
    record_words::facts_in_lines(facts).map(|line| if line.is_empty() { Value::Null } else { line.into() })
}

pub(super) fn record(desk: &Desk, who: &str, json: bool, out: &mut dyn Write) -> Ended {
    let record = desk.record_by_identifier(who)?;
    if json {
        let alike = desk.alike(record.student.id)?;
        write_json(out, &record_json(desk, &record, &alike))?;
        return Ok(Outcome::Done);
    }
    let student = &record.student.particulars;
    let [movement, expected, proven] = record_words::facts_on_paper(&record.facts(desk.window_limits()));
    let mut lines: Vec<[String; 2]> = told(desk, student)
        .into_iter()
        .chain(told_of_clinic(&record))
        .chain(
            record
                .student
                .prior_alta
                .map(|on| (label::PRIOR_ALTA, dates::short_year(on))),
        )
        .chain(
            record
                .student
                .archived_on
                .map(|on| (label::ARCHIVED, dates::short_year(on))),
        )
        .chain([
            (record_words::MOVEMENT, movement.fact),
            (record_words::EXPECTED, expected.fact),
            (record_words::PROVEN, proven.fact),
        ])
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| [label.to_owned(), text])
        .collect();
    for (at, movement) in record.movements.iter().rev().enumerate() {
        let label = if at == 0 { label::MOVEMENTS } else { "" };
        let line = format!(
            "{} ({})",
            record_words::movement_line(movement),
            record_words::movement_dates(movement)
        );
        lines.push([label.to_owned(), line]);
    }
    columns(out, lines)?;
    Ok(Outcome::Done)
}

/// What IMSS assigned, each with its label; empty texts for what is not known.
fn told_of_clinic(record: &Record) -> [(&'static str, String); 3] {
    let assignment = &record.student.assignment;
    let clinic = record.clinic.as_ref().map(clinic_words::label);
    let told = match (clinic, assignment.seen) {
        (Some(clinic), Some(seen)) => format!("{clinic} ({})", clinic_words::seen(seen)),
        (clinic, _) => clinic.unwrap_or_default(),
    };
    [
        (clinic_words::UMF, told),
        (
            clinic_words::SHIFT_AND_ROOM,
            clinic_words::shift_and_room(assignment).unwrap_or_default(),
        ),
        (
            clinic_words::AGREGADO,
            assignment
                .agregado
                .as_ref()
                .map(|it| it.as_str().to_owned())
                .unwrap_or_default(),
        ),
    ]
}

/// What the form holds, each with its label; empty texts for what is not known.
fn told<'a>(desk: &'a Desk, student: &Particulars) -> Vec<(&'a str, String)> {
    use crate::domain::entry::EntryField as Field;

    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let curp = match &student.curp {
        CurpRecord::None => String::new(),
        CurpRecord::Doubtful { text, .. } => format!("{text} ({})", crate::words::printing::TO_CONFIRM),
        CurpRecord::Valid(curp) => curp.grouped(),
    };
    vec![
        (&*desk.campus().identifier_label, student.identifier.to_string()),
        (label::NAME, student.name.formal()),
        (form_words::label(Field::Curp), curp),
        (
            form_words::label(Field::Sex),
            student.sex.map(record_words::sex).unwrap_or_default().to_owned(),
        ),
        (
            form_words::label(Field::BirthDate),
            student.birth_date.map(dates::short_year).unwrap_or_default(),
        ),
        (
            form_words::label(Field::Birthplace),
            student
                .birthplace
                .map(|place| place.name())
                .unwrap_or_default()
                .to_owned(),
        ),
        (form_words::label(Field::Career), text(&student.career)),
        (
            form_words::label(Field::Semester),
            student
                .semester
                .map(record_words::semester_short)
                .unwrap_or_default(),
        ),
        (
            form_words::label(Field::Period),
            student
                .period
                .map(|period| period.to_string())
                .unwrap_or_default(),
        ),
        (
            form_words::label(Field::Standing),
            record_words::standing(student.standing).to_owned(),
        ),
        (form_words::label(Field::Nss), nss(&student.nss, desk.today())),
        (form_words::label(Field::Email), text(&student.email)),
        (form_words::label(Field::Phone), text(&student.phone)),
    ]
}

/// «48-19-06-0042-8 (capturado)».
fn nss(nss: &NssRecord, today: chrono::NaiveDate) -> String {
    let state = record_words::nss_state(nss.state());
    let number = nss
        .trusted()
        .map(|nss| nss.grouped())
        .or_else(|| nss.text().map(str::to_owned));
    match (number, record_words::nss_note(nss, today)) {
        (Some(number), note) => format!("{number} ({note})"),
        (None, note) => format!("{state} {note}").trim_end().to_owned(),
    }
}

fn affiliation_json(row: &Affiliation) -> Value {
    json!({
        "institucion": row.institution,
        "registro": row.registro,
        "desde": row.since,
        "hasta": row.until,
        "nuestra": row.ours,
    })
}

fn record_json(desk: &Desk, record: &Record, alike: &Alike) -> Value {
    let student = &record.student.particulars;
    let facts = record.facts(desk.window_limits());
    let [movement, expected, proven] = facts_json(&facts);
    let movements: Vec<Value> = record
        .movements
        .iter()
        .map(|movement| {
            json!({
                "tipo": movement.kind.code(),
                "corte": movement.cut,
                "estado": movement.state.code(),
                "urgente": movement.urgent,
                "motivo": movement.motive.map(BajaMotive::code),
                "preparada": movement.queued_on,
                "enviada": movement.sent_on,
                "respuesta": movement.answered_on,
                "causa": movement.rejection,
            })
        })
        .collect();
    let checks: Vec<Value> = record
        .checks
        .iter()
        .zip(&record.documents)
        .map(|(check, document)| {
            let affiliations: Vec<Value> = document.affiliations.iter().map(affiliation_json).collect();
            json!({
                "fecha": check.on,
                "vigente": check.vigente,
                "fuente": check.source.code(),
                "nuestra": check.ours,
                "la_vio": check.seen_by,
                "edad": check.age(desk.today(), desk.evidence_limits()).code(),
                "umf": document.clinic.map(|clinic| clinic.number.number()),
                "turno": document.shift.as_ref().map(Shift::text),
                "consultorio": document.room.as_ref().map(Room::as_str),
                "nombre": document.name,
                "curp": document.curp,
                "historial": affiliations,
            })
        })
        .collect();
    let assignment = &record.student.assignment;
    json!({
        "matricula": student.identifier.as_str(),
        "nombres": student.name.given(),
        "primer_apellido": student.name.first_surname(),
        "segundo_apellido": student.name.second_surname(),
        "curp": student.curp.text(),
        "motivo_curp": match &student.curp {
            CurpRecord::Doubtful { shared_because, .. } => shared_because.clone(),
            CurpRecord::None | CurpRecord::Valid(_) => None,
        },
        "sexo": student.sex.map(|sex| sex.code()),
        "nacimiento": student.birth_date,
        "lugar": student.birthplace.map(|place| place.code()),
        "carrera": student.career,
        "semestre": student.semester.map(|semester| semester.number()),
        "periodo": student.period.map(|period| period.to_string()),
        "situacion": student.standing.code(),
        "nss": student.nss.text(),
        "nss_estado": student.nss.state().code(),
        "motivo_nss": match &student.nss {
            NssRecord::Doubtful { shared_because, .. } => shared_because.clone(),
            _ => None,
        },
        "umf": assignment.clinic.map(|clinic| clinic.number.number()),
        "delegacion": assignment.clinic.map(|clinic| clinic.delegacion.code()),
        "clinica": record.clinic.as_ref().map(clinic_words::label),
        "turno": assignment.shift.as_ref().map(Shift::text),
        "consultorio": assignment.room.as_ref().map(Room::as_str),
        "agregado": assignment.agregado.as_ref().map(Agregado::as_str),
        "clinica_fuente": assignment.seen.map(|seen| seen.source.code()),
        "clinica_fecha": assignment.seen.map(|seen| seen.on),
        "correo": student.email,
        "telefono": student.phone,
        "alta_anterior": record.student.prior_alta,
        "archivada": record.student.archived_on,
        "posibles_duplicados": alike.open.iter().map(|it| it.student.particulars.identifier.as_str()).collect::<Vec<_>>(),
        "distintas": alike.told_apart.iter().map(|it| it.particulars.identifier.as_str()).collect::<Vec<_>>(),
        "movimiento": movement,
        "se_espera": expected,
        "comprobado": proven,
        "movimientos": movements,
        "comprobaciones": checks,
    })
}

pub(super) fn movements(desk: &Desk, json: bool, out: &mut dyn Write) -> Ended {
    let page = desk.whole_cut(desk.next_cut())?;
    let observations = |row: &QueuedMovement| -> Vec<String> {
        row.observations.iter().map(movement_words::observation).collect()
    };
    if json {
        let rows: Vec<Value> = page
            .rows
            .iter()
            .map(|row| {
                json!({
                    "tipo": row.movement.kind.code(),
                    "matricula": row.student.particulars.identifier.as_str(),
                    "nombre": row.student.particulars.name.formal(),
                    "estado": row.movement.state.code(),
                    "urgente": row.movement.urgent,
                    "motivo": row.movement.motive.map(BajaMotive::code),
                    "observaciones": observations(row),
                })
            })
            .collect();
        let (altas, bajas) = (page.count.altas, page.count.bajas);
        let cut = json!({ "corte": page.cut, "altas": altas, "bajas": bajas, "movimientos": rows });
        write_json(out, &cut)?;
        return Ok(Outcome::Done);
    }
    writeln!(out, "{}", said::cut(page.cut, page.count.altas, page.count.bajas))?;
    if page.rows.is_empty() {
        writeln!(
            out,
            "{}",
            movement_words::empty_cut(page.cut, desk.cut_calendar().hour_limit())
        )?;
    }
    let lines = page.rows.iter().map(|row| {
        [
            said::movement(row.movement.kind, row.movement.urgent).to_owned(),
            row.student.particulars.identifier.to_string(),
            row.student.particulars.name.formal(),
            movement_words::list(&row.observations).unwrap_or_default(),
        ]
    });
    columns(out, lines.collect())?;
    Ok(Outcome::Done)
}

pub(super) fn history(desk: &Desk, who: &str, json: bool, out: &mut dyn Write) -> Ended {
    let record = desk.record_by_identifier(who)?;
    let (mut entries, length) = desk.history(record.student.id, PAGE_ROWS)?;
    if length > entries.len() {
        entries = desk.history(record.student.id, length)?.0;
    }
    if json {
        let acts: Vec<Value> = entries
            .iter()
            .map(|entry| {
                json!({
                    "fecha": entry.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
                    "atiende": entry.clerk,
                    "acto": entry.kind.code(),
                    "texto": entry.line(),
                    "cambios": entry.told_changes(),
                })
            })
            .collect();
        write_json(out, &acts)?;
        return Ok(Outcome::Done);
    }
    columns(
        out,
        entries
            .iter()
            .map(|entry| [dates::moment_year(entry.at), entry.line()])
            .collect(),
    )?;
    Ok(Outcome::Done)
}

/// Its last four digits, as lists show it; the state where there is no number.
fn masked(nss: &NssRecord) -> String {
    match (nss.trusted(), nss.text()) {
        (Some(nss), _) => nss.masked(),
        (None, Some(doubtful)) => {
            let tail = doubtful.chars().count().saturating_sub(4);
            format!("…{}?", doubtful.chars().skip(tail).collect::<String>())
        }
        (None, None) => record_words::nss_state(nss.state()).to_owned(),
    }
}

/// Rows with their columns under each other; the last one is as long as it likes.
pub(super) fn columns<const N: usize>(out: &mut dyn Write, rows: Vec<[String; N]>) -> Result<(), Stop> {
    let mut widths = [0; N];
    for row in &rows {
        for (width, text) in widths.iter_mut().zip(row) {
            *width = (*width).max(text.chars().count());
        }
    }
    for row in &rows {
        let cells: Vec<String> = row
            .iter()
            .zip(widths)
            .map(|(text, width)| format!("{:width$}", one_line(text)))
            .collect();
        writeln!(out, "{}", cells.join("  ").trim_end())?;
    }
    Ok(())
}
