//! `nss`: writes a student's NSS with its state, as the form does.

use std::io::Write;

use clap::ValueEnum;

use super::{Ended, Outcome, Stop};
use crate::desk::Desk;
use crate::domain::entry::Entry;
use crate::domain::student::NssState;
use crate::words::{console as said, entry as form_words, nss as words};

/// A state of the NSS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(super) enum State {
    SinNss,
    EnTramite,
    PorConfirmar,
    Capturado,
    Confirmado,
}

impl From<State> for NssState {
    fn from(state: State) -> Self {
        match state {
            State::SinNss => Self::None,
            State::EnTramite => Self::InProcess,
            State::PorConfirmar => Self::Doubtful,
            State::Capturado => Self::Captured,
            State::Confirmado => Self::Confirmed,
        }
    }
}

/// What is written; `-` for no number.
pub(super) struct Written<'a> {
    pub(super) number: &'a str,
    pub(super) state: State,
    /// Since when it is en trámite, or the day of the constancia; today where it is not said.
    pub(super) on: Option<chrono::NaiveDate>,
    /// Why it is somebody else's too.
    pub(super) shared: Option<String>,
}

pub(super) fn write(desk: &mut Desk, who: &str, written: Written<'_>, out: &mut dyn Write) -> Ended {
    let today = desk.today();
    let record = desk.record_by_identifier(who)?;
    let particulars = &record.student.particulars;
    let state = NssState::from(written.state);
    let entry = Entry {
        nss: written.number.trim_matches('-').to_owned(),
        nss_state: Some(state),
        nss_on: written.on.map(|on| on.to_string()).unwrap_or_default(),
        nss_shared: written.shared.unwrap_or_default(),
        ..Entry::of(particulars)
    };
    let reading = entry.read(today);
    let possible = entry.possible_nss_states(&reading);
    if !possible.contains(&state) {
        let why = reading
            .nss
            .as_ref()
            .filter(|reading| reading.result.is_err())
            .and_then(|reading| words::told(reading).into_iter().next())
            .map(|told| told.text);
        return Err(Stop::Refused(said::nss_state_impossible(
            state,
            possible,
            why.as_deref(),
        )));
    }
    let corrected = entry
        .particulars(today)
        .map_err(|gaps| Stop::Refused(form_words::still_missing(&gaps)))?;
    let saved = desk.correct(record.student.id, &corrected)?;
    let name = corrected.name.formal();
    let line = if saved.changed.is_empty() {
        crate::words::frame::nothing_changed(&name)
    } else {
        said::nss_written(&name, &corrected.nss, today)
    };
    writeln!(out, "{line}")?;
    Ok(Outcome::Done)
}
