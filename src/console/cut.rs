//! `corte`: a cut from its review to IMSS' answer.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Ended, Outcome, Stop, write_json};
use crate::desk::{ClosedCut, Desk, Explain, QueuedMovement, RecordsError, SheetFormat};
use crate::domain::dispatch::{ClosingState, Dispatch, Sending};
use crate::domain::movement::MovementKind;
use crate::domain::registro_patronal::RegistroPatronal;
use crate::domain::review::Cause;
use crate::store::LongWork;
use crate::system::folders;
use crate::words::{console as said, cuts as words, movements, records, sheets};

mod answer_file;
mod answers;
mod asked;
mod format;

pub(super) use asked::Cut;
use asked::Send;

/// Whether it only asks, so that the window may be open beside it.
pub(super) fn only_asks(what: Option<&Cut>) -> bool {
    match what {
        None | Some(Cut::Review { .. }) => true,
        Some(Cut::Reconcile(asked)) => asked.plan,
        Some(Cut::Format { sample, .. }) => sample.is_none(),
        Some(_) => false,
    }
}

pub(super) fn run(
    desk: &mut Desk,
    on: Option<NaiveDate>,
    json: bool,
    what: Option<Cut>,
    out: &mut dyn Write,
) -> Ended {
    match what {
        None => show(desk, on.unwrap_or(desk.next_cut()), json, out),
        Some(Cut::Review { on, json }) => review(desk, on.unwrap_or(desk.cut_to_close()?), json, out),
        Some(Cut::Close { on, json }) => {
            let cut = on.unwrap_or(desk.cut_to_close()?);
            close(desk, cut, json, out)
        }
        Some(Cut::Reopen { folio, reason }) => {
            let cut = desk.reopen_cut(&folio, &reason)?;
            writeln!(out, "{}", words::reopened(cut.closing.cut, &cut.closing.folio))?;
            Ok(Outcome::Done)
        }
        Some(Cut::Send(asked)) => send(desk, &asked, out),
        Some(Cut::File { folio, kind, output }) => file(desk, &folio, kind.into(), &output, out),
        Some(Cut::Format { sample, output, json }) => {
            format::run(desk, sample.as_deref(), output.as_deref(), json, out)
        }
        Some(Cut::List { folio, output }) => list(desk, &folio, &output, out),
        Some(Cut::Letter { folio, output }) => {
            let cut = desk.cut_by_folio(&folio)?;
            let printed = desk.print_letter(&cut, into(&output))?;
            writeln!(out, "{}", said::printed_list(&printed.path, &cut.closing.folio))?;
            Ok(Outcome::Done)
        }
        Some(Cut::Reconcile(asked)) => answers::reconcile(desk, &asked, out),
    }
}

/// How a cut stands.
fn show(desk: &Desk, cut: NaiveDate, json: bool, out: &mut dyn Write) -> Ended {
    let page = desk.whole_cut(cut)?;
    let closed = desk.closed_cut(cut)?;
    if json {
        let waiting = json!({ "altas": page.count.altas, "bajas": page.count.bajas });
        let told = closed.as_ref().map_or_else(|| json!({}), told);
        write_json(
            out,
            &json!({ "corte": cut, "por_enviar": waiting, "cierre": told }),
        )?;
        return Ok(Outcome::Done);
    }
    writeln!(
        out,
        "{}",
        words::stands(cut, desk.today(), (page.count.altas, page.count.bajas))
    )?;
    if let Some(closed) = closed {
        let closing = &closed.closing;
        writeln!(out, "{}", words::closing(closing))?;
        for envio in &closed.dispatches {
            writeln!(out, "    {}", words::envio(envio))?;
        }
    }
    Ok(Outcome::Done)
}

/// What would go, and what would be set aside. Something that would be set aside is something to look at.
fn review(desk: &Desk, cut: NaiveDate, json: bool, out: &mut dyn Write) -> Ended {
    let review = desk.review(cut)?;
    let (altas, bajas) = (
        review.ready_of(MovementKind::Alta),
        review.ready_of(MovementKind::Baja),
    );
    if json {
        write_json(
            out,
            &json!({
                "corte": cut,
                "siguiente": review.next,
                "listos": { "altas": altas, "bajas": bajas },
                "apartados": held(&review.held),
            }),
        )?;
        return Ok(Outcome::Done);
    }
    let causes: Vec<(Cause, usize)> = review
        .held
        .iter()
        .map(|(cause, rows)| (*cause, rows.len()))
        .collect();
    writeln!(out, "{}", words::ready(cut, altas, bajas))?;
    if let Some(said) = words::not_in_the_cut(cut, review.next, &causes, review.ready.len()) {
        writeln!(out, "{said}")?;
    }
    write_held(&review.held, out)?;
    Ok(Outcome::of(review.held.is_empty()))
}

fn close(desk: &mut Desk, cut: NaiveDate, json: bool, out: &mut dyn Write) -> Ended {
    desk.require_room(LongWork::Close)?;
    if let Some(copy) = desk.copy_now() {
        copy.make()
            .map_err(|error| Stop::Refused(error.explain().line()))?;
    }
    let closed = desk.close_cut(cut)?;
    let closing = &closed.cut.closing;
    if json {
        let mut told = told(&closed.cut);
        told["siguiente"] = json!(closed.next);
        told["apartados"] = held(&closed.held);
        write_json(out, &told)?;
        return Ok(Outcome::Done);
    }
    let of = |kind| {
        let envios = closed.cut.dispatches.iter().filter(|envio| envio.kind == kind);
        envios.map(|envio| u64::from(envio.lines)).sum()
    };
    writeln!(
        out,
        "{}",
        words::closed(
            cut,
            &closing.folio,
            &closing.short_seal(),
            (of(MovementKind::Alta), of(MovementKind::Baja)),
            closed.cut.set_aside,
            closed.next
        )
    )?;
    write_held(&closed.held, out)?;
    Ok(Outcome::Done)
}

fn send(desk: &mut Desk, asked: &Send, out: &mut dyn Write) -> Ended {
    let cut = desk.cut_by_folio(&asked.folio)?;
    let sending = Sending {
        channel: asked.channel.into(),
        lote: asked.lote.clone().filter(|lote| !lote.trim().is_empty()),
        on: asked.on.unwrap_or(desk.today()),
    };
    let envio = one(&cut, asked.kind.into(), asked.registro.as_deref())?;
    let sent = match envio.sending {
        Some(_) if asked.correct => desk.correct_sending(envio.id, &sending)?,
        _ => desk.send(envio.id, &sending)?,
    };
    writeln!(
        out,
        "{}",
        words::sent(
            sent.kind,
            sent.lines,
            sending.channel,
            sending.lote.as_deref(),
            sending.on
        )
    )?;
    Ok(Outcome::Done)
}

/// The only envío of a kind, or the one of a registro.
fn one<'c>(cut: &'c ClosedCut, kind: MovementKind, registro: Option<&str>) -> Result<&'c Dispatch, Stop> {
    let of_registro = |envio: &Dispatch| match registro {
        None => true,
        Some(typed) => RegistroPatronal::parse(typed).is_ok_and(|it| envio.registro == Some(it)),
    };
    let found: Vec<&Dispatch> = cut
        .dispatches
        .iter()
        .filter(|envio| envio.kind == kind && of_registro(envio))
        .collect();
    match found[..] {
        [only] => Ok(only),
        [] if cut.closing.state == ClosingState::Reopened => {
            Err(Stop::Refused(words::not_closed(cut.closing.cut)))
        }
        [] => Err(Stop::Refused(words::no_such_dispatch(kind))),
        _ => Err(Stop::Refused(words::which_registro(
            &found
                .iter()
                .filter_map(|it| it.registro.as_ref())
                .map(ToString::to_string)
                .collect::<Vec<_>>(),
        ))),
    }
}

/// The records of every envío of a kind; of several each file bears its registro.
fn file(desk: &mut Desk, folio: &str, kind: MovementKind, output: &Path, out: &mut dyn Write) -> Ended {
    let cut = desk.cut_by_folio(folio)?;
    let envios: Vec<Dispatch> = cut
        .dispatches
        .iter()
        .filter(|it| it.kind == kind)
        .cloned()
        .collect();
    if envios.is_empty() {
        one(&cut, kind, None)?;
    }
    for envio in &envios {
        let path = match &envio.registro {
            Some(registro) if envios.len() > 1 => beside(output, registro.as_str()),
            _ => output.to_owned(),
        };
        let written = desk.write_records(&cut, envio, into(&path))?;
        writeln!(
            out,
            "{}",
            words::file_written(written.records, written.bytes, &written.path, written.is_trial)
        )?;
        if let Some(said) = records::rewritten(&written.rewritten) {
            writeln!(out, "{said}")?;
        }
        for each in &written.rewritten {
            writeln!(out, "    {}", records::rewriting(each))?;
        }
    }
    Ok(Outcome::Done)
}

/// `altas.txt` of another registro: `altas Z9900000320.txt`.
fn beside(output: &Path, registro: &str) -> PathBuf {
    let stem = output.file_stem().unwrap_or_default().to_string_lossy();
    let end = output
        .extension()
        .map(|it| format!(".{}", it.to_string_lossy()))
        .unwrap_or_default();
    output.with_file_name(format!("{stem} {registro}{end}"))
}

fn list(desk: &mut Desk, folio: &str, output: &Path, out: &mut dyn Write) -> Ended {
    let cut = desk.cut_by_folio(folio)?;
    let ends_in = output.extension().map(|it| it.to_string_lossy().to_lowercase());
    match (SheetFormat::of_file(output), ends_in.as_deref()) {
        (Some(SheetFormat::Xlsx), _) => {
            let exported = desk.export_closed_cut(&cut, into(output))?;
            let said = sheets::exported(exported.rows, exported.folio.as_deref(), &exported.path);
            writeln!(out, "{said}")?;
        }
        (None, Some("pdf")) => {
            let printed = desk.print_closed_cut(&cut, into(output))?;
            writeln!(
                out,
                "{}",
                said::printed_list(&printed.path, &printed.folios.join(", "))
            )?;
        }
        _ => return Err(Stop::Refused(words::list_format(output))),
    }
    Ok(Outcome::Done)
}

/// Writes to the file that was asked for, whatever the desk would call it.
fn into(output: &Path) -> impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)> {
    let output = output.to_owned();
    move |_, bytes| match folders::write_over(&output, bytes) {
        Ok(()) => Ok(output),
        Err(error) => Err((output, error)),
    }
}

/// A closed cut as JSON.
fn told(cut: &ClosedCut) -> Value {
    let closing = &cut.closing;
    let envios: Vec<Value> = cut
        .dispatches
        .iter()
        .map(|envio| {
            let sending = envio.sending.as_ref();
            json!({
                "tipo": envio.kind.code(),
                "folio": envio.folio,
                "registro_patronal": envio.registro.as_ref().map(ToString::to_string),
                "movimientos": envio.lines,
                "canal": sending.map(|it| it.channel.code()),
                "lote": sending.and_then(|it| it.lote.as_deref()),
                "enviado": sending.map(|it| it.on),
                "aceptadas": envio.answers.accepted,
                "rechazadas": envio.answers.rejected,
                "sin_respuesta": envio.unanswered(),
            })
        })
        .collect();
    json!({
        "corte": closing.cut,
        "folio": closing.folio,
        "sello": closing.short_seal(),
        "estado": closing.state.code(),
        "veces": closing.times,
        "cerrado": closing.closed_at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "cerro": closing.closed_by,
        "motivo": closing.reopened.as_ref().map(|it| it.reason.as_str()),
        "envios": envios,
    })
}

/// What is set aside, as JSON.
fn held(held: &[(Cause, Vec<QueuedMovement>)]) -> Value {
    let rows = held.iter().flat_map(|(_, rows)| rows);
    rows.map(|row| {
        let student = &row.student.particulars;
        json!({
            "matricula": student.identifier.as_str(),
            "nombre": student.name.formal(),
            "tipo": row.movement.kind.code(),
            "causas": Cause::of(&row.observations).into_iter().map(Cause::code).collect::<Vec<_>>(),
            "observaciones": row.observations.iter().map(movements::observation).collect::<Vec<_>>(),
        })
    })
    .collect()
}

fn write_held(held: &[(Cause, Vec<QueuedMovement>)], out: &mut dyn Write) -> Result<(), Stop> {
    let rows = held.iter().flat_map(|(_, rows)| rows);
    let cells = rows
        .map(|row| {
            let student = &row.student.particulars;
            [
                student.identifier.as_str().to_owned(),
                student.name.formal(),
                row.movement.kind.code().to_owned(),
                movements::list(&row.observations).unwrap_or_default(),
            ]
        })
        .collect();
    super::asking::columns(out, cells)
}

impl From<RecordsError> for Stop {
    fn from(error: RecordsError) -> Self {
        match error {
            RecordsError::Refused(refusal) => refusal.into(),
            other => Self::Refused(other.explain().line()),
        }
    }
}
