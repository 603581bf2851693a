//! `corte conciliar` with a file: what IMSS answered, pile by pile.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use super::super::asking::columns;
use super::super::{Ended, Outcome, Stop, one_line, write_json};
use super::asked::Reconcile;
use crate::desk::{CutMatching, CutRefusal, Desk, EnvioMatching, Explain, Refusal, proposed_fix};
use crate::domain::dispatch::DispatchLine;
use crate::domain::movement::MovementKind;
use crate::domain::reconcile::{Answer, Outcome as Said};
use crate::domain::registro_patronal::RegistroPatronal;
use crate::exchange::{answers, workbook};
use crate::words::reconcile as words;

pub(super) fn reconcile(desk: &mut Desk, asked: &Reconcile, file: &Path, out: &mut dyn Write) -> Ended {
    let cut = desk.cut_by_folio(&asked.folio)?;
    let book = workbook::read(file).map_err(|fault| Stop::Refused(fault.explain().line()))?;
    let sheet = answers::read(&book).map_err(|fault| Stop::Refused(fault.explain().line()))?;
    let mut matching = desk.match_answers(&cut, &sheet)?;
    if let Some(kind) = asked.kind.map(MovementKind::from) {
        matching.envios.retain(|it| it.envio.kind == kind);
        if matching.envios.is_empty() {
            let folio = matching.folio;
            return Err(Refusal::Cut(CutRefusal::NotSent { folio }).into());
        }
    }
    if !asked.plan {
        desk.record_matching(&matching, asked.on)?;
    }
    if asked.json {
        let mut told = told(desk, asked, &matching);
        told["lote"] = json!(sheet.lote);
        write_json(out, &told)?;
    } else {
        write(desk, asked, &matching, out)?;
    }
    Ok(Outcome::of(!matching.leaves_over()))
}

fn write(desk: &Desk, asked: &Reconcile, matching: &CutMatching, out: &mut dyn Write) -> Result<(), Stop> {
    let waited: Vec<&EnvioMatching> = matching.envios.iter().filter(|it| !it.lines.is_empty()).collect();
    if waited.is_empty() {
        writeln!(out, "{}", words::NOTHING_WAITS)?;
    }
    for it in waited {
        write_envio(it, out)?;
    }
    if let Some(said) = words::repeated(matching.repeated.len()) {
        writeln!(out, "{said}")?;
    }
    let piles = [
        (
            words::AGAINST_RECORD,
            words::against_record(matching.against_record.len()),
            &matching.against_record,
        ),
        (
            words::NOT_YET_SENT,
            words::not_yet_sent(matching.not_yet_sent.len()),
            &matching.not_yet_sent,
        ),
        (
            words::NOT_SENT,
            words::not_sent(matching.not_sent.len()),
            &matching.not_sent,
        ),
    ];
    for (title, said, pile) in piles {
        if let Some(said) = said {
            writeln!(out, "{title}: {said}")?;
            columns(out, pile.iter().map(answer_line).collect())?;
        }
    }
    if let Some(said) = words::unread(matching.unread.len()) {
        writeln!(out, "{}: {said}", words::UNREAD)?;
        for each in &matching.unread {
            writeln!(out, "    {}  {}", words::row(each.row), one_line(&each.text))?;
        }
    }
    if asked.plan {
        writeln!(out, "{}", words::ONLY_A_PLAN)?;
    } else if matching.answered() == 0 {
        writeln!(out, "{}", words::NOTHING_RECORDED)?;
    } else {
        for it in matching.envios.iter().filter(|it| it.matching.answered() > 0) {
            let on = it.answered_on(asked.on, desk.today());
            let said = words::recorded(it.envio.kind, it.matching.answered(), on);
            writeln!(out, "{said}")?;
        }
    }
    Ok(())
}

/// What the file says of one envío. Whoever was accepted is not listed: nobody has to do anything.
fn write_envio(it: &EnvioMatching, out: &mut dyn Write) -> Result<(), Stop> {
    writeln!(out, "{}", words::summary(it.envio.kind, &it.matching))?;
    let recorded = it
        .envio
        .sending
        .as_ref()
        .and_then(|sending| sending.lote.as_deref());
    if let (Some(named), Some(recorded)) = (&it.other_lote, recorded) {
        let said = words::other_lote(it.envio.kind, named, recorded);
        writeln!(out, "{said}")?;
    }
    if !it.matching.rejected.is_empty() {
        writeln!(out, "{}:", words::REJECTED)?;
    }
    for rejected in &it.matching.rejected {
        let Some(line) = it.line(rejected.line) else {
            continue;
        };
        writeln!(
            out,
            "    {}  {}  {}",
            line.identifier,
            line.name.formal(),
            one_line(&words::why(&rejected.why))
        )?;
        writeln!(out, "        {}", words::fix(proposed_fix(&rejected.why.cause)))?;
    }
    if !it.matching.contradictory.is_empty() {
        writeln!(out, "{}:", words::CONTRADICTORY)?;
    }
    for both in &it.matching.contradictory {
        let who = it.line(both.line).map(|line| line.identifier.as_str());
        let said = words::contradiction(both);
        writeln!(out, "    {}  {said}", who.unwrap_or_default())?;
    }
    if let Some(said) = words::unanswered(it.matching.unanswered.len()) {
        writeln!(out, "{}: {said}", words::UNANSWERED)?;
        let lines = it
            .matching
            .unanswered
            .iter()
            .filter_map(|number| it.line(*number));
        let rows = lines.map(|line| ["  ".to_owned(), line.identifier.clone(), line.name.formal()]);
        columns(out, rows.collect())?;
    }
    Ok(())
}

fn answer_line(answer: &Answer) -> [String; 5] {
    [
        "  ".to_owned(),
        words::row(answer.row),
        answer.nss.as_str().to_owned(),
        answer.name.clone().unwrap_or_default(),
        words::outcome(&answer.outcome),
    ]
}

fn told(desk: &Desk, asked: &Reconcile, matching: &CutMatching) -> Value {
    let answers = |pile: &[Answer]| pile.iter().map(answer_told).collect::<Vec<_>>();
    let envios = matching.envios.iter().map(|it| envio_told(desk, asked, it));
    let unread = matching
        .unread
        .iter()
        .map(|it| json!({ "renglon": it.row, "texto": it.text }));
    json!({
        "folio": matching.folio,
        "registradas": if asked.plan { 0 } else { matching.answered() },
        "envios": envios.collect::<Vec<_>>(),
        "ya_registradas": answers(&matching.repeated),
        "distintas_de_lo_registrado": answers(&matching.against_record),
        "de_envio_sin_registrar": answers(&matching.not_yet_sent),
        "no_enviadas": answers(&matching.not_sent),
        "no_entendidos": unread.collect::<Vec<_>>(),
    })
}

fn envio_told(desk: &Desk, asked: &Reconcile, it: &EnvioMatching) -> Value {
    let matching = &it.matching;
    let lines = |numbers: &[u32]| {
        let lines = numbers.iter().filter_map(|number| it.line(*number));
        lines.map(line_told).collect::<Vec<_>>()
    };
    let rejected = matching.rejected.iter().filter_map(|rejected| {
        let mut told = line_told(it.line(rejected.line)?);
        let fix = proposed_fix(&rejected.why.cause);
        told["codigo"] = json!(rejected.why.code);
        told["causa"] = json!(rejected.why.cause);
        told["paso"] = json!(fix.code());
        told["consejo"] = json!(words::fix(fix));
        Some(told)
    });
    let contradictory = matching.contradictory.iter().filter_map(|both| {
        let mut told = line_told(it.line(both.line)?);
        told["renglones"] = json!(both.rows);
        Some(told)
    });
    json!({
        "tipo": it.envio.kind.code(),
        "folio": it.envio.folio,
        "registro_patronal": it.envio.registro.as_ref().map(RegistroPatronal::to_string),
        "lote": it.envio.sending.as_ref().and_then(|sending| sending.lote.as_deref()),
        "otro_lote": it.other_lote,
        "fecha": it.answered_on(asked.on, desk.today()),
        "aceptadas": lines(&matching.accepted),
        "rechazadas": rejected.collect::<Vec<_>>(),
        "sin_respuesta": lines(&matching.unanswered),
        "contradictorias": contradictory.collect::<Vec<_>>(),
    })
}

fn line_told(line: &DispatchLine) -> Value {
    json!({
        "matricula": line.identifier,
        "nombre": line.name.formal(),
        "nss": line.nss,
    })
}

fn answer_told(answer: &Answer) -> Value {
    let (outcome, cause) = match &answer.outcome {
        Said::Accepted => ("aceptada", None),
        Said::Rejected(why) => ("rechazada", Some(why.cause.as_str())),
    };
    json!({
        "renglon": answer.row,
        "nss": answer.nss.as_str(),
        "tipo": answer.movement.map(MovementKind::code),
        "nombre": answer.name,
        "resultado": outcome,
        "causa": cause,
    })
}
