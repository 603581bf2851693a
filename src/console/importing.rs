//! `importar`: the plan of a sheet, and what of it holds nothing saved.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ValueEnum;
use serde_json::{Value, json};

use super::{Ended, Outcome, Stop, one_line, sentence, write_json};
use crate::desk::import::{ImportError, Importing, unwatched};
use crate::desk::{Desk, Explain};
use crate::domain::import::{Cause, Choice, Difference, Doubt, ImportKind, OnSheet, PlannedRow, Verdict};
use crate::domain::period::Period;
use crate::exchange::workbook;
use crate::words::console::help;
use crate::words::importing::file_and_sheet;
use crate::words::{console as said, entry, import as words};

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    #[arg(value_name = "ARCHIVO", help = help::IMPORT_FILE)]
    pub(super) file: PathBuf,
    #[arg(long = "tipo", value_name = "TIPO", help = help::IMPORT_KIND)]
    pub(super) kind: Option<Kind>,
    #[arg(long = "hoja", value_name = "N", help = help::IMPORT_TAB)]
    pub(super) tab: Option<usize>,
    #[arg(long = "periodo", value_name = "PERIODO", help = help::IMPORT_PERIOD)]
    pub(super) period: Option<String>,
    #[arg(long = "fechas", value_name = "ORDEN", help = help::IMPORT_DATES)]
    pub(super) dates: Option<Dates>,
    #[arg(long = "aceptar", help = help::IMPORT_ACCEPT)]
    pub(super) accept: bool,
    #[arg(long = "plan", conflicts_with = "apply", help = help::IMPORT_PLAN)]
    pub(super) plan: bool,
    #[arg(long = "aplicar", help = help::IMPORT_APPLY)]
    pub(super) apply: bool,
    #[arg(long = "encolar", requires = "apply", help = help::IMPORT_QUEUE)]
    pub(super) queue: bool,
    #[arg(long = "ya-afiliados", help = help::IMPORT_AFFILIATED)]
    pub(super) affiliated: bool,
    #[arg(long = "por-decidir", value_name = "F.xlsx", help = help::IMPORT_HELD)]
    pub(super) held: Option<PathBuf>,
    #[arg(long, help = help::JSON)]
    pub(super) json: bool,
}

/// What a sheet asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    Altas,
    Bajas,
    Inscritos,
}

/// Which number of a date is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Dates {
    Dma,
    Mda,
}

impl From<Kind> for ImportKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Altas => Self::Altas,
            Kind::Bajas => Self::Bajas,
            Kind::Inscritos => Self::Enrolled,
        }
    }
}

impl From<ImportError> for Stop {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Refused(refusal) => Self::Refused(sentence(&refusal)),
            other => Self::Refused(other.explain().line()),
        }
    }
}

/// The plan alone: nothing is written.
pub(super) fn plan(desk: &Desk, asked: &Asked, out: &mut dyn Write) -> Ended {
    let importing = begun(desk, asked)?;
    if let Some(file) = &asked.held {
        export_held(desk, &importing, file)?;
    }
    if asked.json {
        write_json(out, &told(&importing))?;
    } else {
        write_plan(desk, &importing, out)?;
    }
    Ok(Outcome::of(importing.plan().counts().held == 0))
}

/// What holds nothing is saved; what waits is counted.
pub(super) fn apply(desk: &mut Desk, asked: &Asked, out: &mut dyn Write) -> Ended {
    let mut importing = begun(desk, asked)?;
    let before = importing.plan().clone();
    let earlier = desk.imported_before(&importing)?;
    if let Some(file) = &asked.held {
        export_held(desk, &importing, file)?;
    }
    let imported = desk.save_import(&mut importing, asked.queue, &mut unwatched)?;
    if asked.json {
        write_json(
            out,
            &json!({
                "guardados": imported.added + imported.changed,
                "agregados": imported.added,
                "actualizados": imported.changed,
                "preparados": imported.queued,
                "no_inscritos": imported.no_longer_enrolled,
                "por_decidir": imported.held,
                "copia": imported.copied,
                "acto": imported.act.map(|act| act.0),
                "sello": importing.seal(),
            }),
        )?;
    } else {
        match earlier.filter(|_| before.is_idle() && imported.held == 0) {
            Some(earlier) => writeln!(out, "{}", words::same_file(earlier.entry.at))?,
            None => writeln!(
                out,
                "{}",
                words::done(before.kind, &imported.figures(), desk.next_cut())
            )?,
        }
        for (cause, count) in before.causes() {
            writeln!(out, "{count:>6}  {}", words::cause(cause))?;
        }
    }
    Ok(Outcome::of(imported.held == 0))
}

/// The sheet, read and planned as it was asked.
fn begun(desk: &Desk, asked: &Asked) -> Result<Importing, Stop> {
    let book = workbook::read(&asked.file).map_err(|fault| Stop::Refused(fault.explain().line()))?;
    let name = asked
        .file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let mut importing = desk.begin_import(&name, Arc::new(book))?;
    if let Some(number) = asked.tab {
        let tabs = importing.tabs().len();
        if !(1..=tabs).contains(&number) {
            return Err(Stop::Refused(said::no_such_tab(number, tabs)));
        }
        desk.choose_tab(&mut importing, number - 1)?;
    }
    let period = match &asked.period {
        None => desk.current_period(),
        Some(text) => Period::parse(text).map_err(|_| Stop::Refused(said::not_a_period(text)))?,
    };
    let kind = asked.kind.map_or(importing.sheet().kind, ImportKind::from);
    importing.set_kind(kind, period);
    importing.set_affiliated(asked.affiliated);
    if let Some(dates) = asked.dates {
        let choice = match dates {
            Dates::Dma => Choice::Proposed,
            Dates::Mda => Choice::Other,
        };
        importing.choose(0, Cause::AmbiguousDate, Some(choice));
    }
    desk.plan_import(&mut importing, &mut unwatched)?;
    if asked.accept {
        // What was accepted may bring the next doubt of a row to light.
        while importing
            .plan()
            .causes()
            .into_iter()
            .map(|(cause, _)| importing.accept_all(cause))
            .sum::<usize>()
            > 0
        {
            desk.plan_import(&mut importing, &mut unwatched)?;
        }
    }
    Ok(importing)
}

fn export_held(desk: &Desk, importing: &Importing, file: &Path) -> Result<(), Stop> {
    let (_, bytes) = desk.export_held(importing)?;
    crate::system::folders::write_over(file, &bytes)
        .map_err(|_| Stop::Refused(crate::words::sheets::not_exported(file)))
}

fn write_plan(desk: &Desk, importing: &Importing, out: &mut dyn Write) -> Result<(), Stop> {
    let plan = importing.plan();
    let counts = plan.counts();
    let sheet = importing.sheet();
    let named = file_and_sheet(&sheet.source, sheet.sheet.as_deref());
    writeln!(out, "{named} · {}", words::kind(plan.kind))?;
    if let Some(earlier) = desk.imported_before(importing)? {
        writeln!(out, "{}", words::imported_before(earlier.entry.at))?;
    }
    for (count, what) in words::counted_lines(plan.kind, &counts) {
        writeln!(out, "{count:>6}  {what}")?;
    }
    for (cause, count) in plan.causes() {
        writeln!(
            out,
            "\n{count} · {}: {}",
            words::cause(cause),
            words::cause_detail(cause)
        )?;
        for row in plan.held_by(cause) {
            if let Some(doubt) = row.held_by() {
                writeln!(out, "{}", one_line(&held_line(row, doubt)))?;
            }
        }
    }
    let changes = plan.rows.iter().filter(|row| row.verdict == Verdict::Changes);
    for (index, row) in changes.enumerate() {
        if index == 0 {
            writeln!(out, "\n{} · {}", counts.changes, words::verdict(Verdict::Changes))?;
        }
        let changed: Vec<String> = row.differences.iter().map(changed).collect();
        writeln!(
            out,
            "{}",
            one_line(&format!(
                "{:>6}  {} ({}): {}",
                row.number,
                row.name,
                row.identifier,
                changed.join("; ")
            ))
        )?;
    }
    writeln!(out, "\n{}", words::outlook(plan.kind, &counts))?;
    Ok(())
}

fn held_line(row: &PlannedRow, doubt: &Doubt) -> String {
    let proposal = match words::proposal(doubt).as_str() {
        "" => String::new(),
        proposal => format!(" -> {proposal}"),
    };
    format!(
        "{:>6}  {}: {}{proposal} ({})",
        row.number,
        row.name,
        words::shown(&doubt.says),
        words::why(doubt)
    )
}

/// The plan as JSON: per row its number, verdict, causes, old and new.
fn told(importing: &Importing) -> Value {
    let plan = importing.plan();
    let counts = plan.counts();
    json!({
        "archivo": importing.sheet().source,
        "hoja": importing.sheet().sheet,
        "tipo": plan.kind.code(),
        "huella": importing.sheet().file_hash,
        "sello": importing.seal(),
        "columnas": importing.heads().iter().map(|head| json!({
            "columna": head.letters,
            "encabezado": head.text,
            "destino": head.column.map(|column| column.code()),
        })).collect::<Vec<_>>(),
        "cuentas": {
            "renglones": counts.rows,
            "nuevos": counts.new,
            "con_nota": counts.noted,
            "sin_nss": counts.without_nss,
            "homonimos": counts.homonyms,
            "cambian": counts.changes,
            "iguales": counts.same,
            "ya_importados": counts.known,
            "por_decidir": counts.held,
            "apartados": counts.aside,
            "por_preparar": counts.to_queue,
            "faltan": counts.missing,
            "bajas_propuestas": counts.proposed_bajas,
        },
        "renglones": plan.rows.iter().map(told_row).collect::<Vec<_>>(),
        "faltan": plan.missing.iter().map(|missing| json!({
            "matricula": missing.identifier,
            "nombre": missing.name,
            "carrera": missing.career,
            "baja_propuesta": missing.active,
        })).collect::<Vec<_>>(),
    })
}

fn told_row(row: &PlannedRow) -> Value {
    json!({
        "renglon": row.number,
        "veredicto": row.verdict.code(),
        "nombre": row.name,
        "matricula": row.identifier,
        "causas": row.doubts.iter().filter(|doubt| doubt.choice.is_none()).map(|doubt| doubt.cause.code()).collect::<Vec<_>>(),
        "dudas": row.doubts.iter().map(|doubt| json!({
            "causa": doubt.cause.code(),
            "columna": doubt.column.code(),
            "dice": words::shown(&doubt.says),
            "quedaria": doubt.proposal.as_ref().map(|_| words::proposal(doubt)),
            "por_que": words::why(doubt),
            "decision": doubt.choice.map(|choice| match choice {
                Choice::Proposed => "propuesto",
                Choice::Other => "otro",
            }),
        })).collect::<Vec<_>>(),
        "notas": row.notes.iter().map(words::note).collect::<Vec<_>>(),
        "cambios": row.differences.iter().map(|it| json!({
            "campo": entry::label(it.field),
            "antes": it.before,
            "despues": it.after,
        })).collect::<Vec<_>>(),
        "alta": row.effect.as_ref().is_some_and(|effect| effect.queue.is_some()),
    })
}

/// Two sheets against each other: who is new, who is gone, what changed.
pub(super) fn compare(desk: &Desk, before: &Path, now: &Path, json: bool, out: &mut dyn Write) -> Ended {
    let (before, now) = (opened(desk, before)?, opened(desk, now)?);
    let comparison = desk.compare_sheets(&before, &now)?;
    if json {
        let person =
            |it: &OnSheet| json!({ "renglon": it.number, "nombre": it.name, "matricula": it.identifier });
        write_json(
            out,
            &json!({
                "nuevos": comparison.new.iter().map(person).collect::<Vec<_>>(),
                "ya_no_estan": comparison.gone.iter().map(person).collect::<Vec<_>>(),
                "cambian": comparison.changed.iter().map(|it| json!({
                    "renglon": it.now.number,
                    "renglon_antes": it.before,
                    "nombre": it.now.name,
                    "matricula": it.now.identifier,
                    "cambios": it.differences.iter().map(|it| json!({
                        "campo": entry::label(it.field),
                        "antes": it.before,
                        "despues": it.after,
                    })).collect::<Vec<_>>(),
                })).collect::<Vec<_>>(),
                "iguales": comparison.same,
            }),
        )?;
        return Ok(Outcome::Done);
    }
    writeln!(
        out,
        "{}",
        words::compared(&before.sheet().source, &now.sheet().source)
    )?;
    let mut group = |title: &str, people: &[OnSheet]| -> std::io::Result<()> {
        writeln!(out, "\n{} · {title}", people.len())?;
        for it in people {
            writeln!(
                out,
                "{}",
                one_line(&format!("{:>6}  {} ({})", it.number, it.name, it.identifier))
            )?;
        }
        Ok(())
    };
    group(words::NEW_ON_SHEET, &comparison.new)?;
    group(words::GONE_FROM_SHEET, &comparison.gone)?;
    writeln!(
        out,
        "\n{} · {}",
        comparison.changed.len(),
        words::CHANGED_ON_SHEET
    )?;
    for it in &comparison.changed {
        let changes: Vec<String> = it.differences.iter().map(changed).collect();
        let line = format!(
            "{:>6}  {} ({}): {}",
            it.now.number,
            it.now.name,
            it.now.identifier,
            changes.join("; ")
        );
        writeln!(out, "{}", one_line(&line))?;
    }
    writeln!(out, "\n{} · {}", comparison.same, words::SAME_ON_SHEETS)?;
    Ok(Outcome::Done)
}

/// A sheet with its columns understood, and no plan.
fn opened(desk: &Desk, file: &Path) -> Result<Importing, Stop> {
    let book = workbook::read(file).map_err(|fault| Stop::Refused(fault.explain().line()))?;
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let importing = desk.begin_import(&name, Arc::new(book))?;
    if importing.is_understood() {
        Ok(importing)
    } else {
        Err(ImportError::NothingRecognised.into())
    }
}

/// «Semestre: 5 -> 6».
fn changed(it: &Difference) -> String {
    let value = |text: &str| words::value(it.field, text);
    format!(
        "{}: {} -> {}",
        entry::label(it.field),
        value(&it.before),
        value(&it.after)
    )
}
