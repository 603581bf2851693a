//! `cotejo`: shows a student's Lista de cotejo, or writes one of its rows down.

use std::io::Write;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::asking::columns;
use super::{Ended, Outcome, Stop, write_json};
use crate::desk::Desk;
use crate::domain::checklist::{Answer, Checklist, Recorded, Remark, Requirement};
use crate::words::checklist as words;

/// Shows the list.
pub(super) fn show(desk: &Desk, who: &str, json: bool, out: &mut dyn Write) -> Ended {
    let student = desk.record_by_identifier(who)?.student;
    let list = desk.checklist(student.id)?;
    if json {
        let rows: Vec<Value> = list.rows().iter().map(row_json).collect();
        write_json(
            out,
            &json!({
                "matricula": student.particulars.identifier.as_str(),
                "nombre": student.particulars.name.formal(),
                "entregados": list.delivered(),
                "renglones": rows,
            }),
        )?;
        return Ok(Outcome::Done);
    }
    columns(out, list.rows().iter().map(row_line).collect())?;
    writeln!(out, "{}", words::summed_up(&list))?;
    Ok(Outcome::Done)
}

fn row_line(row: &crate::domain::checklist::Row) -> [String; 4] {
    let answer = match &row.recorded {
        None => "",
        Some(recorded) if recorded.answer.delivered => words::YES,
        Some(_) => words::NO,
    };
    [
        format!("{:>2}", row.requirement.number()),
        words::requirement(row.requirement).to_owned(),
        answer.to_owned(),
        words::row(row),
    ]
}

fn row_json(row: &crate::domain::checklist::Row) -> Value {
    let recorded = row.recorded.as_ref();
    json!({
        "renglon": row.requirement.number(),
        "requisito": words::requirement(row.requirement),
        "entregado": recorded.map(|it| it.answer.delivered),
        "fecha": recorded.map(|it| it.answer.on),
        "observacion": recorded.and_then(|it| it.answer.remark.as_ref()).map(Remark::as_str),
        "anoto": recorded.map(|Recorded { by, .. }| by),
        "propuesto": row.proposal.as_ref().map(|proposal| json!({
            "fecha": proposal.on,
            "prueba": words::proof_remark(&proposal.proof),
        })),
    })
}

/// A row as the command line tells it.
pub(super) struct Written<'a> {
    /// 1 to 11.
    pub(super) row: &'a str,
    pub(super) delivered: bool,
    /// Today, if it was left out.
    pub(super) on: Option<NaiveDate>,
    /// As it was, if it was left out.
    pub(super) remark: Option<&'a str>,
}

/// Writes one row down.
pub(super) fn write(desk: &mut Desk, who: &str, written: &Written<'_>, out: &mut dyn Write) -> Ended {
    let requirement = written
        .row
        .parse()
        .ok()
        .and_then(Requirement::from_number)
        .ok_or_else(|| Stop::Refused(words::no_such_row(written.row)))?;
    let student = desk.record_by_identifier(who)?.student;
    let remark = match written.remark {
        Some(text) => {
            Remark::read(text).map_err(|fault| Stop::Refused(words::remark_too_long(fault.letters)))?
        }
        None => remark_of(&desk.checklist(student.id)?, requirement, written.delivered),
    };
    let answer = Answer {
        delivered: written.delivered,
        on: written.on.unwrap_or(desk.today()),
        remark,
    };
    desk.answer(student.id, requirement, &answer)?;
    let name = student.particulars.name.formal();
    writeln!(out, "{}", words::noted(requirement, &answer, &name))?;
    Ok(Outcome::Done)
}

/// What stands beside a row, unless it told why the row was missing and it is not any more, or the reverse.
fn remark_of(list: &Checklist, requirement: Requirement, delivered: bool) -> Option<Remark> {
    let recorded = list.row(requirement).recorded.as_ref()?;
    (recorded.answer.delivered == delivered)
        .then(|| recorded.answer.remark.clone())
        .flatten()
}
