mod chip;
mod evidence;
mod may_queue;

use super::*;
use crate::domain::ids::{MovementId, StudentId};
use crate::domain::movement::{Cancellation, QueueAdvice, QueueRefusal, may_queue};
use crate::domain::student::Standing;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A movement of the cut of 16 November, sent on the 13th and answered on the 18th where its state says so.
fn movement(kind: MovementKind, state: MovementState) -> Movement {
    let sent = matches!(
        state,
        MovementState::Sent | MovementState::Accepted | MovementState::Rejected
    );
    let answered = matches!(state, MovementState::Accepted | MovementState::Rejected);
    Movement {
        id: MovementId(1),
        student: StudentId(1),
        kind,
        cut: date("2026-11-16"),
        state,
        urgent: false,
        motive: None,
        queued_on: date("2026-11-12"),
        sent_on: sent.then(|| date("2026-11-13")),
        answered_on: answered.then(|| date("2026-11-18")),
        rejection: None,
        rejection_code: None,
        follows: None,
        cancellation: (state == MovementState::Cancelled).then_some(Cancellation::Withdrawn),
    }
}

fn check(on: &str, vigente: bool, ours: Option<bool>) -> Check {
    Check {
        on: date(on),
        vigente,
        source: CheckSource::Constancia,
        ours,
        seen_by: "Lupita".into(),
    }
}

fn chip_on(today: &str, movements: &[Movement], checks: &[Check]) -> Chip {
    let dossier = Dossier {
        movements,
        checks,
        prior_alta: None,
    };
    Facts::of(&dossier, WindowLimits::default()).chip(date(today), 30)
}
