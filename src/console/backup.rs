//! `respaldo`: copies of the register, and one in its place.

mod copying;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::{Value, json};

use super::{Ended, Outcome, Place, Stop, write_json};
use crate::desk::Explain;
use crate::desk::restoring::{self, NotRestored, Present, Restored, Trial, Tried, Weighed};
use crate::domain::comparison::Side;
use crate::store::restore::{self as stored, RestoreError};
use crate::store::sealed::Secret;
use crate::store::{COPIES_FOLDER, CopyReport, Kept};
use crate::words::console::{self as said, help};
use crate::words::restore as words;

/// What can be done with copies.
#[derive(Debug, Subcommand)]
pub(super) enum Backup {
    #[command(flatten)]
    Copying(copying::Copying),
    #[command(name = "restaurar", about = help::RESTORE_COPY, after_help = help::RESTORE_COPY_AFTER,
        override_usage = "ventanilla respaldo restaurar COPIA [--clave ARCHIVO] [--ver] [--json]")]
    Restore {
        #[arg(value_name = "COPIA", help = help::COPY_FILE)]
        copy: PathBuf,
        #[arg(long = "clave", value_name = "ARCHIVO", help = help::RESTORE_KEY)]
        key: Option<PathBuf>,
        #[arg(long = "ver", help = help::RESTORE_ONLY_LOOK)]
        look: bool,
        #[arg(long, help = help::JSON)]
        json: bool,
    },
}

pub(super) fn run(at: &Place<'_>, what: &Backup, out: &mut dyn Write) -> Ended {
    match what {
        Backup::Copying(what) => copying::run(at, what, out),
        Backup::Restore {
            copy,
            key,
            look,
            json,
        } => {
            let key = key.as_deref().map(read_key).transpose()?;
            restore(at, copy, key, *look, *json, out)
        }
    }
}

/// The key that stands in a file, or in what comes in for `-`.
fn read_key(file: &Path) -> Result<Secret, Stop> {
    let read = if file == Path::new("-") {
        io::read_to_string(io::stdin())
    } else {
        std::fs::read_to_string(file)
    };
    let typed = read.map_err(|_| Stop::Refused(said::unreadable(file)))?;
    restoring::typed_key(&typed).map_err(|fault| Stop::Refused(fault.explain().line()))
}

/// Opens a copy, tells what it would do, and, unless only that was asked for, puts it in the register's place.
fn restore(
    at: &Place<'_>,
    copy: &Path,
    key: Option<Secret>,
    only_look: bool,
    json: bool,
    out: &mut dyn Write,
) -> Ended {
    let copy = named_copy(at.data, copy);
    if !only_look {
        restoring::refuse_while_open(at.data).map_err(|why| refused(at, &why, &copy))?;
    }
    let trial = Trial::new(at.data, &copy, at.clock.now()).with_secret(key);
    let tried = trial.run().map_err(|why| refused(at, &why, &copy))?;
    let found = if json { figures(&tried) } else { Value::Null };
    if !json {
        tell(at, &tried, out)?;
    }
    if only_look {
        if json {
            write_json(out, &found)?;
        }
        return Ok(Outcome::Done);
    }
    let kept = tried.keeping(at.clock.now()).keep();
    let kept = kept.map_err(|why| refused(at, &why, &copy))?;
    let restored = restoring::restore(None, tried, kept, at.clock);
    let restored = restored.map_err(|NotRestored { why, .. }| refused(at, &why, &copy))?;
    if json {
        write_json(out, &with_outcome(found, &restored))?;
    } else {
        writeln!(out, "{}\n{}", restored.said, restored.next)?;
        if let Kept::Whole(copied) = &restored.kept {
            writeln!(out, "{}", copied.path.display())?;
        } else if let Kept::Aside(path) = &restored.kept {
            writeln!(out, "{}", path.display())?;
        }
    }
    Ok(Outcome::Done)
}

/// A path, or the name alone of a copy beside the register.
fn named_copy(data: &Path, typed: &Path) -> PathBuf {
    let beside = data.join(COPIES_FOLDER).join(typed);
    if !typed.exists() && beside.exists() {
        beside
    } else {
        typed.to_owned()
    }
}

/// Why not, and which copy is whole where this one is not.
fn refused(at: &Place<'_>, why: &RestoreError, copy: &Path) -> Stop {
    let mut said = why.explain().line();
    if let RestoreError::NotWhole(_) = why {
        let whole = restoring::whole_copy(&stored::candidates(at.data), copy);
        if let Some((copied, name)) = whole
            .as_ref()
            .and_then(|it| it.report.as_ref().zip(it.path.file_name()))
        {
            let name = name.to_string_lossy();
            said = format!(
                "{said} {}",
                words::whole_one_named(copied.at, &name, at.clock.today())
            );
        }
    }
    Stop::Refused(said)
}

fn tell(at: &Place<'_>, tried: &Tried, out: &mut dyn Write) -> Result<(), Stop> {
    let today = at.clock.today();
    writeln!(out, "{}", words::checked(tried.is_vouched()))?;
    if let Present::Compared(weighed) = &tried.present {
        let Weighed {
            comparison,
            lost_acts,
            back_acts,
        } = weighed.as_ref();
        writeln!(out, "{}: {}", words::THERE, words::side(&comparison.there, today))?;
        writeln!(out, "{}: {}", words::HERE, words::side(&comparison.here, today))?;
        for sentence in tried.differences() {
            writeln!(out, "{sentence}")?;
        }
        for (head, acts) in [
            (words::acts_lost(comparison.acts_lost), lost_acts),
            (words::acts_back(comparison.acts_back), back_acts),
        ] {
            if !acts.is_empty() {
                writeln!(out, "{head}")?;
            }
            for act in acts {
                writeln!(out, "  {act}")?;
            }
        }
        return Ok(());
    }
    let report = tried.report();
    writeln!(
        out,
        "{}: {}",
        words::THERE,
        words::copy_line(
            words::CopyFacts {
                campus: &report.campus,
                students: report.students,
                last_change: report.last_change.unwrap_or(report.at),
                is_whole: true,
            },
            today
        )
    )?;
    for sentence in tried.differences() {
        writeln!(out, "{sentence}")?;
    }
    Ok(())
}

fn moment(at: chrono::NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

fn figures(tried: &Tried) -> Value {
    let CopyReport {
        at,
        campus,
        version,
        students,
        movements,
        acts,
        last_change,
        ..
    } = tried.report();
    let mut told = json!({
        "copia": {
            "archivo": tried.from().display().to_string(),
            "hecha": moment(*at),
            "plantel": campus,
            "formato": version,
            "estudiantes": students,
            "movimientos": movements,
            "actos": acts,
            "ultimo_cambio": last_change.map(moment),
            "coincide_con_su_manifiesto": tried.is_vouched(),
        },
        "registro": Value::Null,
        "registro_legible": !matches!(tried.present, Present::Unreadable),
        "restaurada": false,
    });
    if let Present::Compared(weighed) = &tried.present {
        let comparison = &weighed.comparison;
        told["registro"] = side(&comparison.here);
        told["actos_en_comun"] = comparison.shared_acts.into();
        told["actos_solo_registro"] = comparison.acts_lost.into();
        told["actos_solo_copia"] = comparison.acts_back.into();
        told["diferencias"] = comparison
            .tallies
            .iter()
            .map(|tally| {
                json!({
                    "que": tally.subject.code(),
                    "se_pierden": tally.lost,
                    "cambian": tally.changed,
                    "vuelven": tally.back,
                })
            })
            .collect();
        told["ultimos_solo_registro"] = weighed.lost_acts.clone().into();
        told["ultimos_solo_copia"] = weighed.back_acts.clone().into();
    }
    told
}

fn side(side: &Side) -> Value {
    json!({
        "plantel": side.campus,
        "estudiantes": side.students,
        "movimientos": side.movements,
        "actos": side.acts,
        "ultimo_cambio": side.last_change.map(moment),
    })
}

fn with_outcome(mut told: Value, restored: &Restored) -> Value {
    let kept = match &restored.kept {
        Kept::Whole(copied) => Some(&copied.path),
        Kept::Aside(path) => Some(path),
        Kept::Nothing => None,
    };
    told["restaurada"] = true.into();
    told["anterior"] = kept.map(|path| path.display().to_string()).into();
    told
}
