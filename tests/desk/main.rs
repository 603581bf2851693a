//! The desk's day, without a window: registering, queueing, undoing, finding.

#[path = "../day/mod.rs"]
mod day;

mod file;
mod finding;
mod movements;
mod registering;
mod undo;

use day::{Day, Hand, confirmed, desk, juan, maria, person};
use ventanilla::desk::{Desk, Explain, Refusal};
use ventanilla::domain::entry::{Entry, EntryField, Gap};
use ventanilla::domain::movement::{BajaMotive, Cancellation, MovementState, Observation, QueueAdvice};
use ventanilla::domain::student::{CurpRecord, NssRecord, NssState};
use ventanilla::domain::vigencia::Chip;
use ventanilla::store::{Count, Paper, StoreError, UndoRefusal};

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn names(desk: &Desk, typed: &str) -> Vec<String> {
    let page = desk.find(typed, 0).unwrap();
    page.rows
        .iter()
        .map(|row| row.student.particulars.name.formal())
        .collect()
}
