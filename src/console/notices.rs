//! `avisos`: whose alta was accepted in a cut is told by the office's own mail.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Ended, Outcome, Stop, write_json};
use crate::desk::Desk;
use crate::domain::notice::{LOT, Notices};
use crate::system::folders;
use crate::words::{notices as words, sheets};

/// Tells who would be told, and by which addresses.
pub(super) fn show(desk: &Desk, folio: &str, lots: bool, json: bool, out: &mut dyn Write) -> Ended {
    let notices = desk.notices_of(folio)?;
    if json {
        write_json(out, &notices_json(desk, &notices))?;
        return Ok(Outcome::Done);
    }
    tell(&notices, out)?;
    if lots {
        tell_lots(&notices, out)?;
    }
    Ok(Outcome::Done)
}

/// Writes the sheet for the mail merge, and records that everybody was told, as it is asked for.
pub(super) fn run(
    desk: &mut Desk,
    folio: &str,
    output: Option<&Path>,
    record: bool,
    out: &mut dyn Write,
) -> Ended {
    if output.is_some_and(|output| {
        output
            .extension()
            .is_none_or(|end| !end.eq_ignore_ascii_case("xlsx"))
    }) {
        return Err(Stop::Usage(crate::words::console::usage::NOTICES_SHEET));
    }
    let notices = desk.notices_of(folio)?;
    tell(&notices, out)?;
    if let Some(output) = output {
        let exported =
            desk.export_notices(&notices, |_, bytes| match folders::write_over(output, bytes) {
                Ok(()) => Ok(PathBuf::from(output)),
                Err(error) => Err((PathBuf::from(output), error)),
            })?;
        let said = sheets::exported(exported.rows, exported.folio.as_deref(), &exported.path);
        writeln!(out, "{said}")?;
    }
    if record {
        let told = desk.record_notices(&notices)?;
        writeln!(out, "{}", words::recorded(told, desk.now()))?;
    }
    Ok(Outcome::Done)
}

fn tell(notices: &Notices, out: &mut dyn Write) -> Result<(), Stop> {
    Ok(writeln!(out, "{}", words::summary(notices))?)
}

fn tell_lots(notices: &Notices, out: &mut dyn Write) -> Result<(), Stop> {
    let lots = notices.lots();
    for (number, lot) in (1..).zip(&lots) {
        writeln!(out, "{}:", words::lot(number, lots.len(), lot.len()))?;
        writeln!(out, "{}", words::addresses(lot))?;
    }
    Ok(())
}

fn notices_json(desk: &Desk, notices: &Notices) -> Value {
    let all: Vec<Value> = notices
        .all
        .iter()
        .map(|notice| {
            json!({
                "matricula": notice.identifier,
                "nombre": notice.name.formal(),
                "correo": notice.email,
                "ventana": [notice.window.from, notice.window.until],
                "texto": desk.notice_text(notice),
                "avisado": notice.told_at.map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string()),
            })
        })
        .collect();
    json!({
        "corte": notices.cut,
        "folio": notices.folio,
        "aceptadas": notices.all.len(),
        "sin_correo": notices.without_address().len(),
        "avisadas": notices.told(),
        "direcciones_por_lote": LOT,
        "lotes": notices.lots(),
        "avisos": all,
    })
}
