//! What comes next about a student's cover: one cause and one step, for whoever stands at the window and asks why he
//! or she is not vigente.

use chrono::NaiveDate;

use super::{Check, Dossier, Facts};
use crate::domain::movement::{Movement, MovementKind, MovementState};
use crate::domain::student::Standing;

/// The step, with what it follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep<'a> {
    /// Nothing was done and nothing is known: an alta can go into the next cut.
    QueueAlta,
    /// A document says no vigente and nothing is under way: the same step, after this check.
    QueueAltaAgain {
        /// The day of the document.
        on: NaiveDate,
    },
    /// The movement was sent and IMSS is still in its time: there is nothing to send again.
    Wait {
        /// What was sent.
        kind: MovementKind,
        /// The last day of the window.
        until: NaiveDate,
    },
    /// The movement was rejected: what was wrong is corrected, then a new one is queued.
    Correct(&'a Movement),
    /// The window is over and nobody has read a document since.
    AskForConstancia {
        /// The last day of the window.
        ended: NaiveDate,
    },
    /// There was an alta before this program, and no document was seen.
    ConfirmPriorAlta,
    /// The window is over and a document says no vigente all the same: NSS, CURP or name may not match at IMSS.
    LookForMismatch {
        /// The day of the document.
        on: NaiveDate,
        /// The last day of the window.
        ended: NaiveDate,
    },
    /// Another institution affiliated the student: our alta would not hold.
    CoveredElsewhere {
        /// The day of the document.
        on: NaiveDate,
    },
    /// The last document that says vigente is no longer recent.
    Renew {
        /// Its day.
        on: NaiveDate,
        /// How many days ago that was.
        days: i64,
    },
}

impl<'a> NextStep<'a> {
    /// The step on `today` for a student of this standing; a check counts as recent for `recent_days`. `None` where
    /// all is well, where a queued movement waits for its cut, and where the standing itself stands in the way.
    pub fn of(
        dossier: &Dossier<'a>,
        facts: &Facts<'a>,
        standing: Standing,
        today: NaiveDate,
        recent_days: i64,
    ) -> Option<Self> {
        let newest_word = facts.proven.filter(|check| {
            facts
                .movement
                .and_then(|movement| movement.answered_on.or(movement.sent_on))
                .is_none_or(|day| check.on > day)
        });
        if let Some(check) = newest_word
            && check.is_by_another()
        {
            return Some(Self::CoveredElsewhere { on: check.on });
        }
        let Some(movement) = facts.movement else {
            return Self::without_movement(dossier, facts.proven, standing, today, recent_days);
        };
        match movement.state {
            MovementState::Queued | MovementState::InDispatch | MovementState::Cancelled => None,
            MovementState::Rejected => match newest_word {
                Some(check) if check.vigente => Self::renewal(check, today, recent_days),
                _ => Some(Self::Correct(movement)),
            },
            MovementState::Sent | MovementState::Accepted => {
                let until = facts.expected?.window.until;
                let hoped_for = |check: &Check| check.vigente == (movement.kind == MovementKind::Alta);
                let since_sent = facts
                    .proven
                    .filter(|check| movement.sent_on.is_none_or(|sent| check.on > sent));
                match since_sent {
                    Some(check) if hoped_for(check) => match movement.kind {
                        MovementKind::Alta => Self::renewal(check, today, recent_days),
                        MovementKind::Baja => None,
                    },
                    _ if today <= until => Some(Self::Wait {
                        kind: movement.kind,
                        until,
                    }),
                    Some(check) if movement.kind == MovementKind::Alta => Some(Self::LookForMismatch {
                        on: check.on,
                        ended: until,
                    }),
                    _ => Some(Self::AskForConstancia { ended: until }),
                }
            }
        }
    }

    fn without_movement(
        dossier: &Dossier<'a>,
        proven: Option<&Check>,
        standing: Standing,
        today: NaiveDate,
        recent_days: i64,
    ) -> Option<Self> {
        let enrolled = standing == Standing::Enrolled;
        match proven {
            Some(check) if check.vigente => Self::renewal(check, today, recent_days),
            Some(check) => enrolled.then_some(Self::QueueAltaAgain { on: check.on }),
            None if dossier.prior_alta.is_some() => Some(Self::ConfirmPriorAlta),
            None => enrolled.then_some(Self::QueueAlta),
        }
    }

    fn renewal(check: &Check, today: NaiveDate, recent_days: i64) -> Option<Self> {
        let days = (today - check.on).num_days();
        (days > recent_days).then_some(Self::Renew { on: check.on, days })
    }
}
