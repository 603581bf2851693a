//! `corte formato`: how the files for IMSS are written, and whether a sample agrees with it.

use std::io::Write;
use std::path::Path;

use serde_json::json;

use super::super::{Ended, Outcome, Stop, write_json};
use crate::desk::Desk;
use crate::domain::settings::Kind;
use crate::system::folders;
use crate::words::{records as words, settings};

pub(super) fn run(
    desk: &mut Desk,
    sample: Option<&str>,
    output: Option<&Path>,
    json: bool,
    out: &mut dyn Write,
) -> Ended {
    let report = sample.map(|sample| desk.try_sample(sample)).transpose()?;
    let text = desk.layout_text()?;
    if let Some(output) = output {
        folders::write_over(output, text.as_bytes())
            .map_err(|_| Stop::Refused(words::layout_not_written(output)))?;
    }
    let compared = report.as_ref().map(words::sample::compared);
    let layout = desk.layout()?;
    let passed = desk.passed_sample(&text)?;
    let passes = report.as_ref().is_none_or(|report| report.passes());
    if json {
        write_json(
            out,
            &json!({
                "nombre": layout.name(),
                "longitud": layout.length(),
                "fin_de_linea": layout.line_end().code(),
                "codificacion": layout.encoding().code(),
                "cifras_de_control": layout.has_control(),
                "probado": passed.map(|it| json!({ "fecha": it.on, "por": it.by })),
                "muestra": compared.map(|lines| json!({ "coincide": passes, "dice": lines })),
            }),
        )?;
        return Ok(Outcome::of(passes));
    }
    let said = words::layout(
        layout.name(),
        layout.length(),
        layout.line_end(),
        layout.encoding(),
        layout.has_control(),
    );
    writeln!(out, "{said}")?;
    let values = desk.settings().entries().iter().filter(|entry| {
        let is_of_files = settings::is_of_files(entry.setting.topic);
        is_of_files && entry.setting.kind != Kind::Layout
    });
    for entry in values {
        writeln!(
            out,
            "  {}: {} ({})",
            settings::name(entry.setting.topic),
            settings::value(entry),
            settings::state(entry)
        )?;
    }
    if settings::to_confirm(desk.settings()) {
        writeln!(out, "{}", words::TO_CONFIRM)?;
    }
    match passed {
        Some(it) => writeln!(out, "{}", words::passed(it.on, &it.by))?,
        None => writeln!(out, "{}", words::NO_SAMPLE)?,
    }
    for line in compared.into_iter().flatten() {
        writeln!(out, "{line}")?;
    }
    if let Some(output) = output {
        writeln!(out, "{}", words::layout_written(output))?;
    }
    Ok(Outcome::of(passes))
}
