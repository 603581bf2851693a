//! Secrets: read from a file or from standard input, never from the command line, which the terminal keeps and other
//! programs see.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::path::Path;

use super::Stop;
use crate::words::console as said;

/// No secret is as long as this, in bytes.
const LONGEST: u64 = 1 << 12;

/// Whether somebody sits at the terminal who can be asked.
pub(super) fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// The first line of a file, or what is typed or piped in; a terminal shows nothing of it. `None` if there is none.
pub(super) fn read(file: Option<&Path>, prompt: &str) -> Result<Option<String>, Stop> {
    let typed = match file {
        Some(path) => {
            let opened = File::open(path).map_err(|_| Stop::Refused(said::unreadable(path)))?;
            first_line(opened).map_err(|_| Stop::Refused(said::unreadable(path)))?
        }
        None if can_ask() => ask(prompt)?,
        None => first_line(io::stdin().lock())?,
    };
    Ok(Some(typed).filter(|text| !text.trim().is_empty()))
}

/// Asks at the terminal, which shows nothing of what is typed.
pub(super) fn ask(prompt: &str) -> Result<String, Stop> {
    let mut terminal = io::stderr();
    write!(terminal, "{prompt} ")?;
    terminal.flush()?;
    Ok(rpassword::read_password()?)
}

fn first_line(from: impl Read) -> io::Result<String> {
    let mut line = String::new();
    BufReader::new(from.take(LONGEST)).read_line(&mut line)?;
    // What Windows' editor puts before a text.
    let line = line.trim_start_matches('\u{FEFF}');
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
