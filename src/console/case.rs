//! `caso`: why somebody is not vigente, what comes next, what to say on the phone, and what was told to whom.

use std::io::Write;

use clap::ValueEnum;
use serde_json::{Value, json};

use super::asking::{columns, facts_json};
use super::{Ended, Outcome, Stop, write_json};
use crate::desk::{Desk, Record};
use crate::domain::case::{Case, CaseNote, CaseOutcome, Cause, KeptCase, NoteText, Told};
use crate::domain::movement::Observation;
use crate::words::case::{self as words, ReadIn, kept, script};
use crate::words::console::label;
use crate::words::{movements, record as record_words};

/// To whom something was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ToldTo {
    Estudiante,
    Hospital,
    Familiar,
    Imss,
    Otro,
}

impl From<ToldTo> for Told {
    fn from(told: ToldTo) -> Self {
        match told {
            ToldTo::Estudiante => Self::Student,
            ToldTo::Hospital => Self::Hospital,
            ToldTo::Familiar => Self::Relative,
            ToldTo::Imss => Self::Imss,
            ToldTo::Otro => Self::Other,
        }
    }
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(super) enum How {
    Vigente,
    OtroSeguro,
    Otro,
}

impl From<How> for CaseOutcome {
    fn from(how: How) -> Self {
        match how {
            How::Vigente => Self::Proven,
            How::OtroSeguro => Self::OtherInsurance,
            How::Otro => Self::Other,
        }
    }
}

/// Shows the case.
pub(super) fn show(desk: &Desk, who: &str, json: bool, out: &mut dyn Write) -> Ended {
    let record = desk.record_by_identifier(who)?;
    let case = desk.case_of(&record);
    let kept = desk.kept_cases(record.student.id)?;
    if json {
        write_json(out, &case_json(desk, &record, &case, &kept))?;
        return Ok(Outcome::Done);
    }
    let student = &record.student.particulars;
    let [movement, expected, proven] = record_words::facts_on_paper(&record.facts(desk.window_limits()));
    let mut lines = vec![
        (label::NAME, student.name.formal()),
        (label::CAUSE, words::cause(&case, false)),
        (label::NEXT_STEP, words::step(&case, ReadIn::Elsewhere)),
        (record_words::MOVEMENT, movement.fact),
        (record_words::EXPECTED, expected.fact),
        (record_words::PROVEN, proven.fact),
    ];
    lines.extend(movements::list(&case.observations).map(|listed| (label::OBSERVATIONS, listed)));
    for (at, line) in script_of(desk, &record, &case).into_iter().enumerate() {
        lines.push((if at == 0 { script::TITLE } else { "" }, line));
    }
    for case in &kept {
        lines.push((kept::SECTION, kept::state(case)));
        lines.extend(case.notes.iter().map(|note| ("", note_line(note))));
    }
    if let Some(on) = may_close(&record, &kept) {
        lines.push(("", kept::may_close(on)));
    }
    columns(
        out,
        lines
            .into_iter()
            .map(|(label, text)| [label.to_owned(), text])
            .collect(),
    )?;
    Ok(Outcome::Done)
}

fn may_close(record: &Record, kept: &[KeptCase]) -> Option<chrono::NaiveDate> {
    let newest = record.dossier().last_check();
    kept.first().and_then(|case| case.may_close(newest))
}

fn note_line(note: &CaseNote) -> String {
    format!("{}: {}", kept::note_head(note), note.text.as_str())
}

fn script_of(desk: &Desk, record: &Record, case: &Case<'_>) -> [String; 4] {
    let call = script::Call {
        clerk: desk.clerk(),
        campus: &desk.campus().name,
        student: &record.student.particulars.name.natural(),
        today: desk.today(),
    };
    script::lines(case, call)
}

fn case_json(desk: &Desk, record: &Record, case: &Case<'_>, kept: &[KeptCase]) -> Value {
    let student = &record.student.particulars;
    let [movement, expected, proven] = facts_json(&record.facts(desk.window_limits()));
    let holder = match case.cause {
        Cause::OtherInsurance { holder, .. } => holder.map(|holder| holder.institution.as_str()),
        _ => None,
    };
    let rejection = match case.cause {
        Cause::Rejected(movement) => movement.rejection.as_deref(),
        _ => None,
    };
    let observations: Vec<String> = case
        .observations
        .iter()
        .map(|it: &Observation| movements::observation(it))
        .collect();
    json!({
        "matricula": student.identifier.as_str(),
        "nombre": student.name.formal(),
        "causa": case.kind().code(),
        "inciso": case.kind().letter().to_string(),
        "texto": words::cause(case, false),
        "paso": case.step().code(),
        "siguiente": words::step(case, ReadIn::Elsewhere),
        "rechazo": rejection,
        "institucion": holder,
        "no_coincide": case.disagrees.as_ref().map(|it| json!({
            "fecha": it.on,
            "nombre": it.name,
            "curp": it.curp,
        })),
        "movimiento": movement,
        "se_espera": expected,
        "comprobado": proven,
        "observaciones": observations,
        "procede_alta": case.obstacle.is_none(),
        "corte": case.prospect.cut,
        "ventana": [case.prospect.window.from, case.prospect.window.until],
        "guion": script_of(desk, record, case),
        "puede_cerrarse": may_close(record, kept).is_some(),
        "casos": kept.iter().map(kept_json).collect::<Vec<_>>(),
    })
}

fn kept_json(kept: &KeptCase) -> Value {
    let moment = |at: chrono::NaiveDateTime| at.format("%Y-%m-%dT%H:%M:%S").to_string();
    let notes: Vec<Value> = kept
        .notes
        .iter()
        .map(|note| {
            json!({
                "fecha": moment(note.at),
                "atiende": note.by,
                "a": note.told.code(),
                "texto": note.text.as_str(),
            })
        })
        .collect();
    json!({
        "abierto": moment(kept.opened_at),
        "atiende": kept.opened_by,
        "causa": kept.kind.code(),
        "cerrado": kept.closing.as_ref().map(|(at, ..)| moment(*at)),
        "cerro": kept.closing.as_ref().map(|(_, by, _)| by),
        "como": kept.closing.as_ref().map(|(.., how)| how.code()),
        "notas": notes,
    })
}

/// Opens a case.
pub(super) fn open(desk: &mut Desk, who: &str, out: &mut dyn Write) -> Ended {
    let student = desk.record_by_identifier(who)?.student;
    let opened = desk.open_case(student.id)?;
    let name = student.particulars.name.formal();
    writeln!(out, "{}", kept::opened(&name, opened.kind))?;
    Ok(Outcome::Done)
}

/// Writes down what was told to somebody.
pub(super) fn note(desk: &mut Desk, who: &str, told: Told, text: &str, out: &mut dyn Write) -> Ended {
    let text = NoteText::read(text).map_err(|fault| Stop::Refused(kept::fault(fault)))?;
    let student = desk.record_by_identifier(who)?.student;
    desk.note_case(student.id, told, &text)?;
    writeln!(out, "{}", kept::noted(&student.particulars.name.formal(), told))?;
    Ok(Outcome::Done)
}

/// Closes the open case; without `how`, as it stands now.
pub(super) fn close(desk: &mut Desk, who: &str, how: Option<How>, out: &mut dyn Write) -> Ended {
    let record = desk.record_by_identifier(who)?;
    let as_it_stands = CaseOutcome::of(desk.case_of(&record).kind());
    let how = how.map_or(as_it_stands, CaseOutcome::from);
    desk.close_case(record.student.id, how)?;
    let name = record.student.particulars.name.formal();
    writeln!(out, "{}", kept::closed(&name, how))?;
    Ok(Outcome::Done)
}
