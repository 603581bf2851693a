//! `respaldo crear`, `listar`, `probar` and `clave`: copies made, listed and tried; the key that seals what leaves the PC.

use std::fs;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, Timelike};
use clap::Subcommand;
use serde_json::{Value, json};

use crate::console::{Ended, Outcome, Place, Stop, write_json};
use crate::desk::{AwayCopy, AwayOutcome, Desk, Explain, MadeCopy, Refusal, SheetTest};
use crate::domain::drill::Drill;
use crate::store::places::{self, PlaceError, Placed};
use crate::store::{self, Copied, StoreError};
use crate::system::folders;
use crate::words::console::help_backup as help;
use crate::words::{copies as words, rescue};

/// What `respaldo` can do with copies that leaves the register as it is.
#[derive(Debug, Subcommand)]
pub(in crate::console) enum Copying {
    #[command(name = "crear", about = help::MAKE, override_usage = "ventanilla respaldo crear [--en CARPETA] [--json]")]
    Make {
        #[arg(long = "en", value_name = "CARPETA", help = help::MAKE_IN)]
        into: Option<PathBuf>,
        #[arg(long, help = crate::words::console::help::JSON)]
        json: bool,
    },
    #[command(name = "listar", about = help::LIST, override_usage = "ventanilla respaldo listar [CARPETA] [--json]")]
    List {
        #[arg(value_name = "CARPETA", help = help::LIST_FOLDER)]
        folder: Option<PathBuf>,
        #[arg(long, help = crate::words::console::help::JSON)]
        json: bool,
    },
    #[command(name = "probar", about = help::TRY, override_usage = "ventanilla respaldo probar [COPIA] [--json]")]
    Try {
        #[arg(value_name = "COPIA", help = help::TRY_COPY)]
        copy: Option<PathBuf>,
        #[arg(long, help = crate::words::console::help::JSON)]
        json: bool,
    },
    #[command(name = "clave", about = help::KEY, subcommand_help_heading = crate::words::console::help::COMMANDS,
        override_usage = "ventanilla respaldo clave crear|probar")]
    Key {
        #[command(subcommand)]
        what: Key,
    },
}

/// What can be done about the key.
#[derive(Debug, Subcommand)]
pub(in crate::console) enum Key {
    #[command(name = "crear", about = help::KEY_MAKE, override_usage = "ventanilla respaldo clave crear --salida ARCHIVO")]
    Make {
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::KEY_SHEET)]
        output: PathBuf,
    },
    #[command(name = "probar", about = help::KEY_TRY, override_usage = "ventanilla respaldo clave probar")]
    Try,
}

pub(super) fn run(at: &Place<'_>, what: &Copying, out: &mut dyn Write) -> Ended {
    match what {
        Copying::Make { into, json } => make(&at.reading()?, into.as_deref(), *json, out),
        Copying::List { folder, json } => list(at, folder.as_deref(), *json, out),
        Copying::Try { copy: None, json } => try_newest(at, *json, out),
        Copying::Try {
            copy: Some(copy),
            json,
        } => try_one(at, copy, *json, out),
        Copying::Key {
            what: Key::Make { output },
        } => make_key(&mut at.writing()?, output, out),
        Copying::Key { what: Key::Try } => try_key(&mut at.writing()?, out),
    }
}

/// Copies beside the window too: a copy only reads.
fn make(desk: &Desk, into: Option<&Path>, json: bool, out: &mut dyn Write) -> Ended {
    let copy = match into {
        Some(folder) => desk.copy_here_and_to(folder).map_err(|fault| {
            Stop::Refused(match fault {
                PlaceError::Absent | PlaceError::Gone => words::into_missing(folder),
                _ => words::into_not_writable(folder),
            })
        })?,
        None => desk.copy_here_and_away(),
    };
    let Some(copy) = copy else {
        return Err(Refusal::Store(StoreError::Missing(PathBuf::new())).into());
    };
    let made = copy
        .make()
        .map_err(|error| Stop::Refused(error.explain().line()))?;
    let today = desk.today();
    let all_well = made.away.as_ref().is_none_or(AwayCopy::is_placed);
    if json {
        write_json(out, &told(&made, |away| away.sentence(today)))?;
        return Ok(Outcome::of(all_well));
    }
    writeln!(out, "{}", words::verified(made.copied.report.students))?;
    writeln!(
        out,
        "{}",
        words::figures(made.bytes, made.took.as_millis() as u64)
    )?;
    writeln!(out, "{}", made.copied.path.display())?;
    if let Some(away) = &made.away {
        writeln!(out, "{}", away.sentence(today))?;
        if let AwayOutcome::Placed(placed) = &away.outcome {
            writeln!(out, "{}", placed.path.display())?;
        }
    }
    Ok(Outcome::of(all_well))
}

fn told(made: &MadeCopy, sentence: impl Fn(&AwayCopy) -> String) -> Value {
    let mut told = copy_json(&made.copied);
    told["bytes"] = json!(made.bytes);
    told["milisegundos"] = json!(made.took.as_millis() as u64);
    told["fuera"] = made.away.as_ref().map_or(Value::Null, |away| {
        let (state, file) = match &away.outcome {
            AwayOutcome::Placed(placed) => ("copiada", Some(&placed.path)),
            AwayOutcome::Absent => ("ausente", None),
            AwayOutcome::NoKey => ("sin_clave", None),
            AwayOutcome::Failed { .. } => ("no_copiada", None),
        };
        json!({ "estado": state, "archivo": file, "mensaje": sentence(away) })
    });
    told
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

fn copy_json(copied: &Copied) -> Value {
    let report = &copied.report;
    json!({
        "archivo": copied.path,
        "fecha": moment(report.at),
        "plantel": report.campus,
        "formato": report.version,
        "estudiantes": report.students,
        "movimientos": report.movements,
        "actos": report.acts,
        "cifrada": false,
    })
}

fn placed_json(placed: &Placed) -> Value {
    let mut told = copy_json(&Copied {
        path: placed.path.clone(),
        report: placed.report.copy.clone(),
    });
    told["cifrada"] = json!(true);
    told["hoja"] = json!(placed.report.sheet);
    told
}

/// The copies of a folder, open and sealed; without one, those of the data folder and of the second place.
fn list(at: &Place<'_>, folder: Option<&Path>, json: bool, out: &mut dyn Write) -> Ended {
    let (open, sealed) = match folder {
        Some(folder) if !folder.is_dir() => return Err(Stop::Refused(words::into_missing(folder))),
        Some(folder) => (
            store::copies(folder).unwrap_or_default(),
            [folder.to_owned(), places::folder_in(folder)]
                .iter()
                .take(if places::folder_in(folder) == folder { 1 } else { 2 })
                .flat_map(|folder| places::placed(folder).unwrap_or_default())
                .collect(),
        ),
        None => {
            let desk = at.reading()?;
            let away = desk.look_at_second_place().and_then(|place| place.look());
            (desk.backup_overview()?.copies, away.unwrap_or_default())
        }
    };
    let open = open.iter().map(|copied| {
        (
            copied.report.at,
            copied.report.students,
            None,
            &copied.path,
            copy_json(copied),
        )
    });
    let sealed = sealed.iter().map(|placed| {
        let report = &placed.report;
        let sheet = Some(report.sheet.as_str());
        (
            report.copy.at,
            report.copy.students,
            sheet,
            &placed.path,
            placed_json(placed),
        )
    });
    let mut all: Vec<_> = open.chain(sealed).collect();
    all.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
    if json {
        write_json(out, &all.into_iter().map(|(.., told)| told).collect::<Vec<_>>())?;
        return Ok(Outcome::Done);
    }
    if all.is_empty() {
        writeln!(out, "{}", words::NONE)?;
    }
    for (at, students, sheet, path, _) in all {
        let state = words::state(sheet);
        writeln!(
            out,
            "{}\t{}\t{state}\t{}",
            at.format("%Y-%m-%d %H:%M:%S"),
            words::students(students),
            path.display()
        )?;
    }
    Ok(Outcome::Done)
}

/// The newest copy of the data folder, and the hash of the newest sealed one: as each week, and kept in the register as
/// that is. While the window is open nothing can be kept.
fn try_newest(at: &Place<'_>, json: bool, out: &mut dyn Write) -> Ended {
    let mut writing = match Desk::open(at.data, at.clock.clone()) {
        Ok(desk) => Some(desk),
        Err(Refusal::Store(StoreError::AnotherWriter)) => None,
        Err(refusal) => return Err(refusal.into()),
    };
    let work = match &writing {
        Some(desk) => desk.drill_now(),
        None => at.reading()?.drill_now(),
    };
    let drill = work
        .ok_or_else(|| Stop::Refused(words::NOTHING_TO_TRY.to_owned()))?
        .run();
    if let Some(desk) = &mut writing {
        desk.log_drill(&drill)?;
    }
    let all_well = drill.passed && !matches!(drill.away, crate::domain::drill::AwayState::DoesNotMatch(_));
    if json {
        write_json(out, &drill_json(&drill, writing.is_some()))?;
        return Ok(Outcome::of(all_well));
    }
    let said = if drill.passed {
        words::tried(&drill)
    } else {
        words::tried_in_vain(drill.copy_at)
    };
    writeln!(out, "{said}")?;
    if let Some(said) = words::tried_away(drill.away) {
        writeln!(out, "{said}")?;
    }
    if writing.is_none() {
        writeln!(out, "{}", words::NOT_LOGGED)?;
    }
    Ok(Outcome::of(all_well))
}

fn drill_json(drill: &Drill, logged: bool) -> Value {
    json!({
        "fecha": moment(drill.at),
        "copia": moment(drill.copy_at),
        "integra": drill.passed,
        "estudiantes": drill.students,
        "movimientos": drill.movements,
        "actos": drill.acts,
        "milisegundos": drill.millis,
        "fuera": drill.away.code(),
        "anotada": logged,
    })
}

/// A copy by its path. A sealed one is held against its manifest, for which no key is needed.
fn try_one(at: &Place<'_>, copy: &Path, json: bool, out: &mut dyn Write) -> Ended {
    let name = copy.display().to_string();
    let refused = || Stop::Refused(words::not_a_copy(&name));
    if !copy.is_file() {
        return Err(refused());
    }
    if name.ends_with(places::SEALED_ENDING) {
        let placed = places::with_manifest(copy).ok_or_else(refused)?;
        if !placed.is_whole().unwrap_or(false) {
            return Err(refused());
        }
        if json {
            let mut told = placed_json(&placed);
            told["integra"] = json!(true);
            write_json(out, &told)?;
        } else {
            let report = &placed.report;
            writeln!(
                out,
                "{}",
                words::sealed_is_whole(report.copy.at, report.copy.students, &report.sheet)
            )?;
        }
        return Ok(Outcome::Done);
    }
    let begun = std::time::Instant::now();
    let now = at.clock.now();
    let room = at.data.join(store::COPIES_FOLDER);
    // Beside a register that is not there yet, as on the new PC, nothing of it may be left.
    let was_there = room.is_dir();
    let found = store::try_copy(copy, &room, now.with_nanosecond(0).unwrap_or(now));
    if !was_there {
        let _ = fs::remove_dir(&room);
    }
    let report = found.map_err(|_| refused())?;
    let copied = Copied {
        path: copy.to_owned(),
        report,
    };
    let millis = begun.elapsed().as_millis() as u64;
    if json {
        let mut told = copy_json(&copied);
        told["integra"] = json!(true);
        told["milisegundos"] = json!(millis);
        write_json(out, &told)?;
    } else {
        let report = &copied.report;
        writeln!(
            out,
            "{}",
            words::one_tried(report.students, report.movements, millis)
        )?;
    }
    Ok(Outcome::Done)
}

fn make_key(desk: &mut Desk, output: &Path, out: &mut dyn Write) -> Ended {
    let made = desk.make_office_key(|_, bytes| {
        folders::write_over(output, bytes)
            .map(|()| output.to_owned())
            .map_err(|error| (output.to_owned(), error))
    })?;
    writeln!(out, "{}", rescue::made(&made.mark, made.replaces.as_deref()))?;
    writeln!(out, "{}", made.sheet.display())?;
    Ok(Outcome::Done)
}

/// Reads the first groups of the sheet from standard input: what is on a command line stays in its history.
fn try_key(desk: &mut Desk, out: &mut dyn Write) -> Ended {
    if std::io::stdin().is_terminal() {
        writeln!(out, "{}", rescue::TYPE_GROUPS)?;
        out.flush()?;
    }
    let mut typed = String::new();
    std::io::stdin().read_line(&mut typed)?;
    let now = desk.backup_overview()?.key.map(|key| key.recipient.mark());
    let said = match desk.test_rescue_sheet(&typed)? {
        SheetTest::Matches { mark, file_removed } => rescue::matches(&mark, file_removed),
        SheetTest::Former(key) => {
            rescue::former(&key.recipient.mark(), key.made.at, &now.unwrap_or_default())
        }
        SheetTest::DoesNotMatch => return Err(Stop::Refused(rescue::DOES_NOT_MATCH.to_owned())),
        SheetTest::NoKey => return Err(Stop::Refused(rescue::NO_KEY.to_owned())),
    };
    writeln!(out, "{said}")?;
    Ok(Outcome::Done)
}
