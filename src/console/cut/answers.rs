//! `corte conciliar`: what IMSS answered about a cut.

use std::collections::HashMap;
use std::io::Write;

use serde_json::json;

use super::super::{Ended, Outcome, Stop, write_json};
use super::answer_file;
use super::asked::Reconcile;
use crate::desk::{Answer, CutRefusal, Desk, Outcome as Answered, Refusal};
use crate::domain::dispatch::Dispatch;
use crate::domain::movement::{MovementKind, Rejection};
use crate::words::cuts as words;

pub(super) fn reconcile(desk: &mut Desk, asked: &Reconcile, out: &mut dyn Write) -> Ended {
    match &asked.file {
        Some(file) => answer_file::reconcile(desk, asked, file, out),
        None if asked.all => all_but(desk, asked, out),
        None => Err(Stop::Usage(words::usage::ALL_OR_FILE)),
    }
}

/// All of them accepted but for those that are named, each with its cause.
fn all_but(desk: &mut Desk, asked: &Reconcile, out: &mut dyn Write) -> Ended {
    let cut = desk.cut_by_folio(&asked.folio)?;
    let on = asked.on.unwrap_or(desk.today());
    let mut except = HashMap::new();
    for each in &asked.except {
        let (who, cause) = each
            .split_once(':')
            .filter(|(_, cause)| !cause.trim().is_empty())
            .ok_or(Stop::Usage(words::usage::EXCEPT))?;
        except.insert(who.trim().to_uppercase(), cause.trim().to_owned());
    }
    let kind = asked.kind.map(MovementKind::from);
    let envios: Vec<Dispatch> = cut
        .dispatches
        .iter()
        .filter(|envio| kind.is_none_or(|kind| envio.kind == kind))
        .filter(|envio| envio.sending.is_some())
        .cloned()
        .collect();
    if envios.is_empty() {
        let folio = cut.closing.folio;
        return Err(Refusal::Cut(CutRefusal::NotSent { folio }).into());
    }
    let mut plan = Vec::new();
    for envio in &envios {
        let mut answers = Vec::new();
        for line in desk.waiting_lines(envio.id)? {
            let outcome = match except.remove(&line.identifier.to_uppercase()) {
                None => Answered::Accepted,
                Some(cause) => Answered::Rejected(Rejection { code: None, cause }),
            };
            answers.push(Answer {
                movement: line.movement,
                outcome,
            });
        }
        plan.push((envio.id, answers));
    }
    // Whoever is named and not there may be a slip of the pen: nothing is recorded then.
    if let Some(who) = except.into_keys().min() {
        return Err(Stop::Refused(words::not_in_envio(&who)));
    }
    let mut told = Vec::new();
    for (envio, answers) in plan {
        let envio = desk.record_answers(envio, &answers, on)?;
        let answers = envio.answers;
        if !asked.json {
            writeln!(
                out,
                "{}",
                words::answered(envio.kind, answers.accepted, answers.rejected, envio.unanswered())
            )?;
        }
        told.push(json!({
            "tipo": envio.kind.code(),
            "aceptadas": answers.accepted,
            "rechazadas": answers.rejected,
            "sin_respuesta": envio.unanswered(),
        }));
    }
    if asked.json {
        write_json(out, &told)?;
    }
    Ok(Outcome::Done)
}
