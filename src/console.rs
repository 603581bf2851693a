//! The command line: without a command it opens the window; a command does one thing that the window can do, for
//! support and for scripts.
//!
//! What was asked for goes to standard output, refusals to standard error, in the words of the window. The exit code
//! is 0 when it was done, 1 when it was refused or something is wrong, 2 when the command line makes no sense.

mod arguments;
mod asking;
mod backup;
mod case;
mod changing;
mod checklist;
mod clinic;
mod cut;
mod importing;
mod imports;
mod lists;
mod moving;
mod notices;
mod nss;
mod register;
mod review;
mod secret;
mod settings;
mod today;
mod upkeep;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use crate::app::{self, Machine};
use crate::desk::{Clock, Desk, Explain, ExportError, PrintError, Refusal};
use crate::exchange::workbook;
use crate::store::{self, ActKind, UndoRefusal};
use crate::system::{drives, folders, log, sheets, viewer};
use crate::words::{console as said, faults, restore};
use arguments::{Asked, Command, Paper, Vigencia, YesOrNo};

/// Runs the program.
pub fn main() -> ExitCode {
    let asked = match arguments::read(std::env::args_os()) {
        Ok(asked) => asked,
        Err(code) => return code,
    };
    let Some(data) = folders::data(asked.data.as_deref()) else {
        return tell(&faults::no_data_folder());
    };
    // What a panic has to say is of no use to a clerk; where it was, is to support.
    log::on_panic(data.clone(), workbook::a_reader_may_panic, |log| {
        eprintln!("{}", faults::stopped(log));
    });
    match asked.command {
        None => open_window(data, asked),
        Some(command) => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            let outcome = run(command, &data, &clock(asked.now), &mut out);
            let outcome = outcome.and_then(|done| out.flush().map(|()| done).map_err(Stop::from));
            close(outcome)
        }
    }
}

fn clock(now: Option<chrono::NaiveDateTime>) -> Clock {
    now.map_or_else(Clock::of_the_computer, Clock::fixed)
}

fn open_window(data: PathBuf, asked: Asked) -> ExitCode {
    if !viewer::has_display() {
        return tell(&said::no_window());
    }
    let chosen = asked.data.is_some() || std::env::var_os(folders::DATA_VARIABLE).is_some();
    let machine = Machine {
        documents: folders::documents(&data, chosen),
        data,
        sheets: sheets::folders(),
        drives: Arc::new(drives::places),
        clock: clock(asked.now),
        viewer: Arc::new(viewer::open),
        demo: asked.demo,
    };
    match app::run(machine) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => tell(&said::no_window()),
    }
}

/// Whether a command came to its end as it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It did.
    Done,
    /// It went on to the end, and something in it was refused or is wrong; that was told already.
    Remarked,
}

impl Outcome {
    fn of(all_well: bool) -> Self {
        if all_well { Self::Done } else { Self::Remarked }
    }
}

/// Why a command stopped short.
#[derive(Debug)]
enum Stop {
    /// It was refused; the sentence.
    Refused(String),
    /// The command line asks for what can't be; the sentence.
    Usage(&'static str),
    /// Standard output can't be written.
    Output(io::Error),
}

type Ended = Result<Outcome, Stop>;

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(sentence(&refusal))
    }
}

impl From<PrintError> for Stop {
    fn from(error: PrintError) -> Self {
        match error {
            PrintError::Refused(refusal) => refusal.into(),
            other => Self::Refused(other.explain().line()),
        }
    }
}

impl From<ExportError> for Stop {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Refused(refusal) => refusal.into(),
            other => Self::Refused(other.explain().line()),
        }
    }
}

/// A refusal in the window's words, except where those name a key or a field to go to.
fn sentence(refusal: &Refusal) -> String {
    match refusal {
        Refusal::IdentifierTaken(holder) => said::identifier_taken(&holder.name),
        Refusal::NssTaken(holder) => said::nss_taken(&holder.name, &holder.identifier),
        Refusal::CurpTaken(holder) => said::curp_taken(&holder.name, &holder.identifier),
        Refusal::NothingQueued => said::nothing_queued(),
        Refusal::Undo(UndoRefusal::WentOut(ActKind::ReplaceRegister)) => {
            restore::NOT_UNDONE_CONSOLE.to_owned()
        }
        Refusal::Undo(UndoRefusal::WentOut(_)) => said::paper_is_not_undone(),
        Refusal::Undo(UndoRefusal::NoSuchImport(import)) => said::no_such_import(import.0),
        other => other.explain().line(),
    }
}

fn close(ended: Ended) -> ExitCode {
    match ended {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Remarked) => ExitCode::FAILURE,
        Err(Stop::Refused(sentence)) => tell(&sentence),
        Err(Stop::Usage(sentence)) => arguments::refuse(sentence),
        // Whoever read our output has seen enough of it, as `head` has.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Output(_)) => tell(&said::not_printed()),
    }
}

/// Tells why it was not done. Where even that can't be told, the exit code still says it.
fn tell(sentence: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "{sentence}");
    ExitCode::FAILURE
}

/// Where a command works.
struct Place<'a> {
    data: &'a Path,
    clock: &'a Clock,
}

impl Place<'_> {
    /// To look things up, beside the window.
    fn reading(&self) -> Result<Desk, Stop> {
        Ok(Desk::open_to_read(self.data, self.clock.clone())?)
    }

    /// To change something, instead of the window.
    fn writing(&self) -> Result<Desk, Stop> {
        Ok(Desk::open(self.data, self.clock.clone())?)
    }
}

fn run(command: Command, data: &Path, clock: &Clock, out: &mut dyn Write) -> Ended {
    let at = Place { data, clock };
    match command {
        Command::Review { what, values, json } => review::run(what, values, json, clock.today(), out),
        Command::SetUp { campus, name, clerk } => upkeep::set_up(&at, campus, name, clerk, out),
        Command::Register { from } => register::run(&at, &from, out),
        Command::Find { text, limit, json } => asking::find(&at.reading()?, &text, limit, json, out),
        Command::Record { who, json } => asking::record(&at.reading()?, &who, json, out),
        Command::Alta { who } => changing::alta(&mut at.writing()?, &who, out),
        Command::Baja { who, motive } => changing::baja(&mut at.writing()?, &who, &motive, out),
        Command::Cancel { who } => changing::cancel(&mut at.writing()?, &who, out),
        Command::Vigencia {
            what: Vigencia::Pending { json },
        } => asking::to_review(&at.reading()?, json, out),
        Command::Vigencia {
            what: Vigencia::Record(asked),
        } => clinic::record(&mut at.writing()?, &asked, out),
        Command::Clinic { what } if clinic::only_asks(&what) => clinic::run(&mut at.reading()?, what, out),
        Command::Clinic { what } => clinic::run(&mut at.writing()?, what, out),
        Command::Nss {
            who,
            number,
            state,
            on,
            shared,
        } => {
            let written = nss::Written {
                number: &number,
                state,
                on,
                shared,
            };
            nss::write(&mut at.writing()?, &who, written, out)
        }
        Command::Checklist {
            who,
            row: Some(row),
            delivered: Some(delivered),
            on,
            remark,
            json: false,
        } => {
            let written = checklist::Written {
                row: &row,
                delivered: delivered == YesOrNo::Si,
                on,
                remark: remark.as_deref(),
            };
            checklist::write(&mut at.writing()?, &who, &written, out)
        }
        Command::Checklist {
            who,
            row: None,
            on: None,
            remark: None,
            json,
            ..
        } => checklist::show(&at.reading()?, &who, json, out),
        Command::Checklist { .. } => Err(Stop::Usage(said::usage::CHECKLIST_ROW)),
        Command::Case { who, open: true, .. } => case::open(&mut at.writing()?, &who, out),
        Command::Case {
            who,
            note: Some(text),
            told: Some(told),
            ..
        } => case::note(&mut at.writing()?, &who, told.into(), &text, out),
        Command::Case {
            who,
            close: true,
            how,
            ..
        } => case::close(&mut at.writing()?, &who, how, out),
        Command::Case { who, json, .. } => case::show(&at.reading()?, &who, json, out),
        Command::Notices {
            folio,
            output: None,
            record: false,
            lots,
            json,
        } => notices::show(&at.reading()?, &folio, lots, json, out),
        Command::Notices {
            folio,
            output,
            record,
            ..
        } => notices::run(&mut at.writing()?, &folio, output.as_deref(), record, out),
        Command::ControlNumber { who, number } => {
            changing::control_number(&mut at.writing()?, &who, &number, out)
        }
        Command::TellApart { who, other } => changing::tell_apart(&mut at.writing()?, &who, &other, out),
        Command::Archive { who } => changing::archive(&mut at.writing()?, &who, out),
        Command::Restore { who } => changing::restore(&mut at.writing()?, &who, out),
        Command::Movements { json } => asking::movements(&at.reading()?, json, out),
        Command::Today { json } => today::today(&at.reading()?, json, out),
        Command::Undo { import: None, .. } => changing::undo(&mut at.writing()?, out),
        Command::Undo {
            import: Some(import),
            plan: true,
        } => imports::plan(&mut at.writing()?, import, out),
        Command::Undo {
            import: Some(import), ..
        } => imports::undo(&mut at.writing()?, import, out),
        Command::Cut { on, json, what } if cut::only_asks(what.as_ref()) => {
            cut::run(&mut at.reading()?, on, json, what, out)
        }
        Command::Cut { on, json, what } => cut::run(&mut at.writing()?, on, json, what, out),
        Command::Imports { json } => imports::list(&at.reading()?, json, out),
        Command::Redo => changing::redo(&mut at.writing()?, out),
        Command::History { who, json } => asking::history(&at.reading()?, &who, json, out),
        Command::Print {
            paper:
                Paper::List {
                    asked,
                    whole_numbers,
                    output,
                },
        } => lists::print(&mut at.writing()?, &asked, whole_numbers, &output, out),
        Command::Print {
            paper: Paper::Morning { output },
        } => lists::print_morning(&mut at.writing()?, &output, out),
        Command::Print {
            paper: Paper::Keys { output },
        } => lists::print_keys(&at.reading()?, &output, out),
        Command::Print {
            paper: Paper::Ruler { output },
        } => lists::print_ruler(&at.reading()?, &output, out),
        Command::Print {
            paper: Paper::Summary { who, output },
        } => changing::print(&mut at.writing()?, store::Paper::Summary, &who, &output, out),
        Command::Print {
            paper: Paper::Checklist { who, output },
        } => changing::print(&mut at.writing()?, store::Paper::Checklist, &who, &output, out),
        Command::Print {
            paper: Paper::ClinicSteps { who, output },
        } => changing::print(&mut at.writing()?, store::Paper::ClinicSteps, &who, &output, out),
        Command::Settings { key: None, json, .. } => settings::show_all(&at.reading()?, json, out),
        Command::Settings {
            key: Some(key),
            value,
            back,
            confirm,
            json,
        } => {
            let change = match value.as_deref() {
                Some(text) => settings::Change::To(text),
                None if back => settings::Change::Back,
                None if confirm => settings::Change::Confirm,
                None => return settings::show(&at.reading()?, &key, json, out),
            };
            settings::change(&mut at.writing()?, &key, change, out)
        }
        Command::Template { output } => lists::template(&at.reading()?, &output, out),
        Command::Export { asked, output } => lists::export(&mut at.writing()?, &asked, &output, out),
        Command::Import { asked } if asked.apply => importing::apply(&mut at.writing()?, &asked, out),
        Command::Import { asked } => importing::plan(&at.reading()?, &asked, out),
        Command::Compare { earlier, later, json } => {
            importing::compare(&at.reading()?, &earlier, &later, json, out)
        }
        Command::Backup { what } => backup::run(&at, &what, out),
        Command::Moving { what } => moving::run(&at, &what, out),
        Command::Check { repair: false, json } => upkeep::check(&at.reading()?, json, out),
        Command::Check { repair: true, json } => upkeep::repair(&at, json, out),
        Command::Demo { students, seed } => upkeep::demo(&at, students, seed, out),
    }
}

/// Writes a value as JSON, one line.
fn write_json(out: &mut dyn Write, value: &impl serde::Serialize) -> Result<(), Stop> {
    serde_json::to_writer(&mut *out, value).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}

/// A text that stays on its line and in its column, whatever it holds.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|ch| if ch.is_control() { ' ' } else { ch })
        .collect()
}
