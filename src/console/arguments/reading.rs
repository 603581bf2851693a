//! The command line is read, and what makes no sense is told, in Spanish throughout.

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};

use super::Asked;
use crate::desk::{NamedList, NoSuchList};
use crate::words::console::{help, usage};

/// The exit code of a command line that makes no sense.
const WRONG_USAGE: u8 = 2;

/// Reads the command line.
///
/// # Errors
/// The exit code, once help was shown or it was told what is wrong.
pub(in crate::console) fn read(line: impl IntoIterator<Item = OsString>) -> Result<Asked, ExitCode> {
    let asked = command()
        .try_get_matches_from(line)
        .and_then(|matches| Asked::from_arg_matches(&matches))
        .map_err(|error| match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                // A reader that has gone away needs no help.
                let _ = write!(std::io::stdout(), "{}", error.render());
                ExitCode::SUCCESS
            }
            _ => refuse(&told(&error)),
        })?;
    if asked.demo && asked.command.is_some() {
        return Err(refuse(usage::DEMO_IS_A_WINDOW));
    }
    Ok(asked)
}

/// Tells what is wrong with the command line.
pub(in crate::console) fn refuse(sentence: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{sentence}\n{}", usage::SEE_HELP);
    ExitCode::from(WRONG_USAGE)
}

/// The command with Spanish headings everywhere.
fn command() -> clap::Command {
    dressed(Asked::command())
}

fn dressed(command: clap::Command) -> clap::Command {
    command
        .help_template(help::TEMPLATE)
        .mut_args(|argument| {
            let heading = if argument.is_positional() {
                help::ARGUMENTS
            } else {
                help::OPTIONS
            };
            let argument = argument.help_heading(heading);
            if argument.get_action().takes_values() {
                // Defaults and choices are told in our own words.
                argument.hide_default_value(true).hide_possible_values(true)
            } else {
                argument
            }
        })
        .mut_subcommands(dressed)
}

/// What is wrong, in a sentence. clap's own are English; what they are about is in their context.
fn told(error: &clap::Error) -> String {
    let one = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let many = |kind| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    };
    match error.kind() {
        ErrorKind::InvalidSubcommand => usage::no_such_command(&one(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => usage::no_such_argument(&one(ContextKind::InvalidArg)),
        ErrorKind::MissingRequiredArgument => usage::missing(&many(ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            usage::MISSING_COMMAND.to_owned()
        }
        ErrorKind::ArgumentConflict => usage::conflict(&one(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let unsuitable = usage::unsuitable(
                &one(ContextKind::InvalidValue),
                &one(ContextKind::InvalidArg),
                &many(ContextKind::ValidValue),
            );
            let source = std::error::Error::source(error);
            if source.is_some_and(|source| source.is::<NotAMoment>()) {
                format!("{unsuitable} {}", usage::NOW_FORM)
            } else if source.is_some_and(|source| source.is::<NoSuchList>()) {
                format!("{unsuitable} {}", usage::lists(&NamedList::words()))
            } else {
                unsuitable
            }
        }
        _ => usage::OTHER.to_owned(),
    }
}

/// The text of `--ahora` is no date.
#[derive(Debug, thiserror::Error)]
#[error("not a moment")]
pub(super) struct NotAMoment;

/// A day, at noon, or a day and its hour.
pub(super) fn moment(text: &str) -> Result<NaiveDateTime, NotAMoment> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
        .into_iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .or_else(|| {
            NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .ok()
                .map(|day| day.and_time(noon))
        })
        .ok_or(NotAMoment)
}

#[cfg(test)]
mod tests;
