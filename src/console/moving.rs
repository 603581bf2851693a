//! `mudanza`: everything into one file for another PC, and out of it again.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::{Value, json};

use super::lists::into;
use super::{Ended, Outcome, Place, Stop, secret, write_json};
use crate::desk::moving::{self, Moved};
use crate::desk::restoring::{self, NotRestored, Present, Tried};
use crate::desk::{Desk, Explain};
use crate::store::Kept;
use crate::store::moving::{self as stored, MovingFile};
use crate::store::sealed::Passphrase;
use crate::words::console::help_moving as help;
use crate::words::{moving as words, restore as restore_words};

/// What `mudanza` can do.
#[derive(Debug, Subcommand)]
#[command(subcommand_help_heading = crate::words::console::help::COMMANDS, disable_help_subcommand = true)]
pub(super) enum Moving {
    #[command(name = "crear", about = help::MAKE, after_help = help::MAKE_AFTER,
        override_usage = "ventanilla mudanza crear --salida ARCHIVO.ventanilla [--clave-archivo ARCHIVO] [--tarjeta PDF] [--json]")]
    Make {
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::OUTPUT)]
        output: PathBuf,
        #[arg(long = "clave-archivo", value_name = "ARCHIVO", help = help::PHRASE_FILE)]
        phrase: Option<PathBuf>,
        #[arg(long = "tarjeta", value_name = "ARCHIVO.pdf", help = help::CARD)]
        card: Option<PathBuf>,
        #[arg(long, help = crate::words::console::help::JSON)]
        json: bool,
    },
    #[command(name = "abrir", about = help::OPEN, after_help = help::OPEN_AFTER,
        override_usage = "ventanilla mudanza abrir ARCHIVO.ventanilla [--ver] [--clave-archivo ARCHIVO] [--json]")]
    Open {
        #[arg(value_name = "ARCHIVO", help = help::FILE)]
        file: PathBuf,
        #[arg(long = "ver", help = help::ONLY_LOOK)]
        look: bool,
        #[arg(long = "clave-archivo", value_name = "ARCHIVO", help = help::PHRASE_FILE)]
        phrase: Option<PathBuf>,
        #[arg(long, help = crate::words::console::help::JSON)]
        json: bool,
    },
    #[command(name = "frase", about = help::PROPOSE, override_usage = "ventanilla mudanza frase")]
    Propose,
}

pub(super) fn run(at: &Place<'_>, what: &Moving, out: &mut dyn Write) -> Ended {
    match what {
        Moving::Make {
            output,
            phrase,
            card,
            json,
        } => {
            let asked = Asked {
                output,
                phrase: phrase.as_deref(),
                card: card.as_deref(),
                json: *json,
            };
            make(&at.reading()?, &asked, out)
        }
        Moving::Open {
            file,
            look: true,
            json,
            ..
        } => look(at, file, *json, out),
        Moving::Open {
            file, phrase, json, ..
        } => open(at, file, phrase.as_deref(), *json, out),
        Moving::Propose => {
            writeln!(out, "{}", proposed()?)?;
            Ok(Outcome::Done)
        }
    }
}

fn proposed() -> Result<String, Stop> {
    moving::proposed_passphrase().ok_or_else(|| Stop::Refused(words::NOTHING_PROPOSED.to_owned()))
}

/// What a Mudanza is to be, as it was asked for.
struct Asked<'a> {
    output: &'a Path,
    phrase: Option<&'a Path>,
    card: Option<&'a Path>,
    json: bool,
}

/// Beside the window too: a copy only reads.
fn make(desk: &Desk, asked: &Asked<'_>, out: &mut dyn Write) -> Ended {
    let Asked {
        output,
        phrase,
        card,
        json,
    } = *asked;
    if !stored::is_named_so(output) {
        return Err(Stop::Refused(words::wrong_ending(output)));
    }
    let typed = match phrase {
        None if secret::can_ask() => choose(out)?,
        phrase => secret::read(phrase, "")?,
    };
    let typed = typed.ok_or_else(|| Stop::Refused(words::NO_PHRASE.to_owned()))?;
    desk.judge_passphrase(&typed)
        .map_err(|why| Stop::Refused(words::weak(&why)))?;
    let work = desk
        .move_to(output, Passphrase::new(&typed))
        .ok_or_else(|| Stop::Refused(words::NOTHING_TO_TAKE.to_owned()))?;
    let moved = work.make().map_err(|why| Stop::Refused(why.explain().line()))?;
    let card = match card {
        Some(path) => Some(desk.print_moving_card(&moved, into(path))?),
        None => None,
    };
    if json {
        let mut told = made_json(&moved);
        told["tarjeta"] = json!(card);
        write_json(out, &told)?;
        return Ok(Outcome::Done);
    }
    let millis = moved.took.as_millis() as u64;
    writeln!(out, "{}", words::verified(moved.copied.report.students))?;
    writeln!(out, "{}", words::figures(moved.bytes, millis))?;
    writeln!(out, "{}", moved.file.path.display())?;
    for said in [words::CARRIES, words::STAYS, words::KEEP_PHRASE] {
        writeln!(out, "{said}")?;
    }
    if let Some(path) = card {
        writeln!(out, "{}", words::card::written(&path))?;
    }
    Ok(Outcome::Done)
}

/// At a terminal: the proposed passphrase with Enter, or another one, typed twice.
fn choose(out: &mut dyn Write) -> Result<Option<String>, Stop> {
    let proposed = proposed()?;
    writeln!(out, "{}", help::proposed(&proposed))?;
    out.flush()?;
    let typed = secret::ask(help::ACCEPT_OR_TYPE)?;
    if typed.trim().is_empty() {
        return Ok(Some(proposed));
    }
    let again = secret::ask(help::TYPE_AGAIN)?;
    if again != typed {
        return Err(Stop::Refused(words::NOT_THE_SAME.to_owned()));
    }
    Ok(Some(typed))
}

/// What a Mudanza tells of itself, and whether all of it is there.
fn look(at: &Place<'_>, file: &Path, json: bool, out: &mut dyn Write) -> Ended {
    let (found, is_whole) = seen(file)?;
    if json {
        let mut told = file_json(&found);
        told["integra"] = is_whole.into();
        write_json(out, &told)?;
    } else {
        tell(at, &found, is_whole, out)?;
    }
    Ok(Outcome::of(is_whole))
}

fn seen(file: &Path) -> Result<(MovingFile, bool), Stop> {
    let refused = |why| Stop::Refused(moving::refused(&why).line());
    let found = stored::look(file).map_err(refused)?;
    let is_whole = found.is_whole().map_err(refused)?;
    Ok((found, is_whole))
}

fn tell(at: &Place<'_>, found: &MovingFile, is_whole: bool, out: &mut dyn Write) -> Result<(), Stop> {
    let copy = &found.report.copy;
    let facts = restore_words::CopyFacts {
        campus: &copy.campus,
        students: copy.students,
        last_change: copy.last_change.unwrap_or(copy.at),
        is_whole,
    };
    Ok(writeln!(
        out,
        "{}",
        restore_words::copy_line(facts, at.clock.today())
    )?)
}

/// Tells what the file is before its passphrase is asked for, and puts what it holds in the place of the register, which
/// is kept.
fn open(at: &Place<'_>, file: &Path, phrase: Option<&Path>, json: bool, out: &mut dyn Write) -> Ended {
    let refused = |why| Stop::Refused(moving::refused(&why).line());
    restoring::refuse_while_open(at.data).map_err(refused)?;
    let (found, is_whole) = seen(file)?;
    if !is_whole {
        return Err(Stop::Refused(words::NOT_WHOLE.to_owned()));
    }
    let asks = phrase.is_none() && secret::can_ask();
    if asks {
        tell(at, &found, is_whole, out)?;
        out.flush()?;
    }
    let typed = secret::read(phrase, help::TYPE)?;
    let typed = typed.ok_or_else(|| Stop::Refused(words::NO_PHRASE.to_owned()))?;
    let trial = moving::trial(at.data, file, &typed, at.clock.now());
    let tried = trial.run().map_err(refused)?;
    if !json {
        if !asks {
            tell(at, &found, is_whole, out)?;
        }
        tell_differences(&tried, out)?;
    }
    let kept = tried.keeping(at.clock.now()).keep().map_err(refused)?;
    let restored =
        restoring::restore(None, tried, kept, at.clock).map_err(|NotRestored { why, .. }| refused(why))?;
    let to_see_to = restored.desk.to_see_to_here();
    if json {
        let mut told = file_json(&found);
        told["integra"] = true.into();
        told["abierta"] = true.into();
        told["anterior"] = match &restored.kept {
            Kept::Whole(copied) => json!(copied.path),
            Kept::Aside(path) => json!(path),
            Kept::Nothing => Value::Null,
        };
        told["por_revisar"] = to_see_to.into();
        write_json(out, &told)?;
        return Ok(Outcome::Done);
    }
    writeln!(out, "{}", restored.said)?;
    writeln!(out, "{}", words::TO_SEE_TO)?;
    for said in to_see_to {
        writeln!(out, "  {said}")?;
    }
    Ok(Outcome::Done)
}

/// What would be lost of the register that is there.
fn tell_differences(tried: &Tried, out: &mut dyn Write) -> Result<(), Stop> {
    if matches!(tried.present, Present::Nothing) {
        return Ok(());
    }
    for sentence in tried.differences() {
        writeln!(out, "{sentence}")?;
    }
    Ok(())
}

fn moment(at: chrono::NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

fn file_json(file: &MovingFile) -> Value {
    let report = &file.report;
    let copy = &report.copy;
    json!({
        "archivo": file.path,
        "programa": report.program,
        "hecha": moment(copy.at),
        "plantel": copy.campus,
        "formato": copy.version,
        "estudiantes": copy.students,
        "movimientos": copy.movements,
        "actos": copy.acts,
        "ultimo_cambio": copy.last_change.map(moment),
    })
}

fn made_json(moved: &Moved) -> Value {
    let mut told = file_json(&moved.file);
    told["integra"] = true.into();
    told["bytes"] = moved.bytes.into();
    told["milisegundos"] = (moved.took.as_millis() as u64).into();
    told["copia"] = json!(moved.copied.path);
    told
}
