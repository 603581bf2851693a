//! `hoy`: what the window shows when it opens.

use std::io::Write;

use serde_json::{Value, json};

use super::{Ended, Outcome, write_json};
use crate::desk::{Desk, ToDo, Today};
use crate::words::{capture, dates, importing, ruler, today as words};

pub(super) fn today(desk: &Desk, json: bool, out: &mut dyn Write) -> Ended {
    let today = desk.look_at_today()?;
    if json {
        write_json(out, &told(&today, desk.count_students()?))?;
        return Ok(Outcome::Done);
    }
    writeln!(out, "{}, {}", words::TITLE, words::day(today.on))?;
    for ahead in &today.cuts {
        let waiting = words::waiting(ahead.count.altas, ahead.count.bajas, ahead.observed);
        let cut = words::cut(ahead.cut);
        let weekday = dates::weekday_short(ahead.cut);
        let prepare = ahead
            .prepare_on
            .map(|day| format!(" · {}", words::prepare_on(ahead.cut, day)))
            .unwrap_or_default();
        let left = words::days_left(ahead.days_left);
        writeln!(out, "{cut} ({weekday}) · {left} · {waiting}{prepare}")?;
    }
    if today.to_do.is_empty() {
        if let Some(next) = today.cuts.first() {
            writeln!(out, "{}", words::all_done(next.cut))?;
        }
    } else {
        writeln!(out, "{}:", words::TO_DO)?;
    }
    for task in &today.to_do {
        let (heading, told) = words_of(task, &today);
        writeln!(out, "{:>6}  {heading}: {told}", dates::thousands(task.count()))?;
    }
    let expected = today.expected.count.reachable();
    writeln!(out, "{}: {}", words::EXPECTED, words::expected(expected))?;
    let copy = match &today.copy {
        Some(copied) => words::copy(copied.report.at, today.on),
        None => words::NO_COPY.to_owned(),
    };
    writeln!(out, "{}: {copy}", words::LAST_COPY)?;
    Ok(Outcome::Done)
}

fn words_of(task: &ToDo, today: &Today) -> (String, String) {
    match task {
        ToDo::PrepareCut(ahead) => words::prepare_cut(
            ahead.cut,
            today.on,
            ahead.prepare_on,
            ahead.hour_limit,
            ahead.is_over,
        ),
        ToDo::Unsent { cut, folio, count } => words::unsent(*cut, folio, count.altas, count.bajas),
        ToDo::LeftBehind { cut, count } => words::left_behind(*cut, today.on, count.altas, count.bajas),
        ToDo::List { filter, .. } => {
            let (heading, told) = words::list(*filter);
            (heading.to_owned(), told.to_owned())
        }
        ToDo::Capture(begun) => capture::unfinished(begun.kind, begun.cut, begun.captured, begun.lines),
        ToDo::Import {
            source,
            at,
            undecided,
            ..
        } => (importing::waiting(*undecided), importing::waiting_of(source, *at)),
        ToDo::Printer(last) => ruler::to_check(last.as_ref()),
        ToDo::Draft { at, .. } => {
            let (heading, told) = words::draft(*at, today.on);
            (heading.to_owned(), told)
        }
    }
}

/// Each number beside the word of the list that makes it, as `exportar` and `imprimir relacion` take it.
fn told(today: &Today, students: u64) -> Value {
    let cuts: Vec<Value> = today
        .cuts
        .iter()
        .map(|ahead| {
            json!({
                "corte": ahead.cut,
                "faltan": ahead.days_left,
                "altas": ahead.count.altas,
                "bajas": ahead.count.bajas,
                "con_observaciones": ahead.observed,
                "prepararlo_el": ahead.prepare_on,
                "hora_limite": ahead.hour_limit.map(|limit| limit.format("%H:%M").to_string()),
                "lista": format!("corte:{}", ahead.cut),
            })
        })
        .collect();
    let to_do: Vec<Value> = today
        .to_do
        .iter()
        .map(|task| {
            let (matter, list) = match task {
                ToDo::PrepareCut(ahead) => ("preparar_corte", Some(format!("corte:{}", ahead.cut))),
                ToDo::Unsent { cut, .. } => ("corte_cerrado_sin_enviar", Some(format!("corte:{cut}"))),
                ToDo::LeftBehind { cut, .. } => ("corte_sin_enviar", Some(format!("corte:{cut}"))),
                ToDo::List { filter, .. } => (filter.code(), Some(filter.code().to_owned())),
                ToDo::Capture(_) => ("captura_sin_registrar", None),
                ToDo::Import { .. } => ("renglones_por_decidir", None),
                ToDo::Printer(_) => ("comprobar_impresora", None),
                ToDo::Draft { .. } => ("borrador", None),
            };
            json!({ "asunto": matter, "cuantos": task.count(), "lista": list })
        })
        .collect();
    json!({
        "hoy": today.on,
        "estudiantes": students,
        "cortes": cuts,
        "por_hacer": to_do,
        "esperados": today.expected.count.reachable(),
        "copia": today.copy.as_ref().map(|copied| copied.report.at.format("%Y-%m-%dT%H:%M:%S").to_string()),
    })
}
