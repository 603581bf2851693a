//! Which row of the table applies, and what it follows from.

use chrono::NaiveDate;

use super::{Cause, Disagreement, Grounds};
use crate::domain::cutoff::{self, Window};
use crate::domain::movement::{Movement, MovementKind, MovementState};
use crate::domain::vigencia::{Check, Document, Facts};

/// What the newest document says otherwise, once what was corrected since is left out.
pub(super) fn disagreement(grounds: &Grounds<'_>) -> Option<Disagreement> {
    let (check, document) = grounds.document?;
    let Document { name, curp, .. } = document.clone().only_differences(grounds.student);
    (name.is_some() || curp.is_some()).then_some(Disagreement {
        on: check.on,
        name,
        curp,
    })
}

/// A mismatch explains why an alta does not show, and why another one would not: unless an alta was sent after it.
pub(super) fn as_mismatch<'a>(cause: Cause<'a>, on: NaiveDate, grounds: &Grounds<'a>) -> Option<Cause<'a>> {
    let explains = match cause {
        Cause::Rejected(movement) => movement.kind == MovementKind::Alta,
        Cause::SaidOtherwise { kind, .. } => kind == MovementKind::Alta,
        Cause::PriorAlta | Cause::NothingQueued { .. } => true,
        Cause::Vigente { .. }
        | Cause::OtherInsurance { .. }
        | Cause::UnderWay { .. }
        | Cause::Unchecked { .. }
        | Cause::Mismatch { .. } => false,
    };
    let movement = grounds.dossier.last_movement();
    let is_newer = movement
        .and_then(|movement| movement.sent_on)
        .is_none_or(|sent| on > sent);
    (explains && is_newer).then_some(Cause::Mismatch { on, movement })
}

/// The cause, before it is asked whether a mismatch explains it.
pub(super) fn cause<'a>(grounds: &Grounds<'a>) -> Cause<'a> {
    let facts = Facts::of(&grounds.dossier, grounds.limits);
    let movement = facts.movement;
    // What IMSS answered, or what was sent, is newer than a document of the same day.
    let answered = movement.and_then(|movement| movement.answered_on.or(movement.sent_on));
    let newest_word = facts
        .proven
        .filter(|check| answered.is_none_or(|day| check.on > day));
    if let Some(check) = newest_word
        && check.is_by_another()
    {
        return Cause::OtherInsurance {
            on: check.on,
            holder: grounds.document.and_then(|(_, document)| document.holder()),
            is_queued: movement
                .is_some_and(|movement| movement.kind == MovementKind::Alta && movement.state.is_open()),
        };
    }
    let Some(movement) = movement else {
        return match facts.proven {
            Some(check) if check.vigente => vigente(check, grounds),
            None if grounds.dossier.prior_alta.is_some() => Cause::PriorAlta,
            check => Cause::NothingQueued {
                on: check.map(|check| check.on),
                after: None,
            },
        };
    };
    let window = cutoff::expected_window(movement.cut, movement.sent_on, grounds.limits);
    match movement.state {
        // Who queued it had read the documents that there were.
        MovementState::Queued | MovementState::InDispatch | MovementState::Cancelled => {
            match facts.proven.filter(|check| check.on >= movement.queued_on) {
                Some(check) if check.vigente => vigente(check, grounds),
                _ => Cause::UnderWay { movement, window },
            }
        }
        MovementState::Rejected => match newest_word {
            Some(check) if check.vigente => vigente(check, grounds),
            _ => Cause::Rejected(movement),
        },
        MovementState::Sent | MovementState::Accepted => sent(movement, window, &facts, grounds),
    }
}

/// The cause, where the last movement was sent and not refused.
fn sent<'a>(movement: &'a Movement, window: Window, facts: &Facts<'a>, grounds: &Grounds<'a>) -> Cause<'a> {
    // Another insurance that was read before IMSS answered says nothing of what was answered since.
    let since_sent = facts
        .proven
        .filter(|check| movement.sent_on.is_none_or(|sent| check.on > sent) && !check.is_by_another());
    let (kind, ended) = (movement.kind, window.until);
    match since_sent {
        Some(check) if check.vigente && kind == MovementKind::Alta => vigente(check, grounds),
        Some(check) if !check.vigente && kind == MovementKind::Baja => Cause::NothingQueued {
            on: Some(check.on),
            after: Some(movement),
        },
        _ if grounds.today <= ended => Cause::UnderWay { movement, window },
        Some(check) if check.on > ended => Cause::SaidOtherwise {
            kind,
            on: check.on,
            ended,
        },
        early => Cause::Unchecked {
            kind,
            ended,
            early: early.map(|check| check.on),
        },
    }
}

fn vigente<'a>(check: &Check, grounds: &Grounds<'_>) -> Cause<'a> {
    let days = (grounds.today - check.on).num_days();
    Cause::Vigente {
        on: check.on,
        ours: check.ours,
        days,
        is_recent: days <= grounds.recent_days,
    }
}
