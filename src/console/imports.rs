//! `importaciones`, and `deshacer --importacion`: the sheets that were imported, and taking one back long after.

use std::io::Write;

use serde_json::{Value, json};

use super::asking::columns;
use super::{Ended, Outcome, write_json};
use crate::desk::{Desk, undone};
use crate::domain::ids::ImportId;
use crate::words::{dates, import_undo as words};

/// More imports than an office makes in many years.
const MOST: usize = 100_000;

pub(super) fn list(desk: &Desk, json: bool, out: &mut dyn Write) -> Ended {
    let imports = desk.imports(MOST)?;
    if json {
        let each: Vec<Value> = imports
            .iter()
            .map(|import| {
                let entry = &import.entry;
                json!({
                    "importacion": import.id.0,
                    "fecha": entry.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
                    "atiende": entry.by,
                    "archivo": entry.source,
                    "hoja": entry.sheet,
                    "tipo": entry.kind,
                    "renglones": entry.rows,
                    "nuevas": entry.added,
                    "cambiadas": entry.changed,
                    "movimientos": entry.queued,
                })
            })
            .collect();
        write_json(out, &each)?;
        return Ok(Outcome::Done);
    }
    if imports.is_empty() {
        writeln!(out, "{}", words::NONE)?;
    }
    let rows = imports
        .into_iter()
        .map(|import| {
            let entry = import.entry;
            [
                import.id.to_string(),
                dates::moment_year(entry.at),
                entry.kind,
                words::source(&entry.source, entry.sheet.as_deref()),
                words::counts(entry.added, entry.changed, entry.queued),
                entry.by,
            ]
        })
        .collect();
    columns(out, rows)?;
    Ok(Outcome::Done)
}

/// What taking it back would do, and who would stay as is.
pub(super) fn plan(desk: &mut Desk, import: i64, out: &mut dyn Write) -> Ended {
    let import = ImportId(import);
    let plan = desk.plan_undo_import(import)?;
    let of = desk.imports(MOST)?.into_iter().find(|it| it.id == import);
    let source = of.map(|it| it.entry.source).unwrap_or_default();
    writeln!(
        out,
        "{}",
        words::plan(&source, plan.reverted, plan.left.len() as u64)
    )?;
    let left = plan.left.into_iter().map(|it| [it.identifier, it.name]).collect();
    columns(out, left)?;
    Ok(Outcome::Done)
}

pub(super) fn undo(desk: &mut Desk, import: i64, out: &mut dyn Write) -> Ended {
    let done = desk.undo_import(ImportId(import))?;
    writeln!(out, "{}", undone(&done))?;
    Ok(Outcome::Done)
}
