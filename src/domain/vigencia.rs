//! The three facts, each with its own date: what this desk did, what should follow, what somebody last read.
//!
//! None of them ever overwrites another, and none says «vigente» without a date.

mod document;
mod evidence;

use chrono::NaiveDate;

use super::cutoff::{self, Window, WindowLimits};
use super::movement::{ActiveSince, Movement, MovementKind, MovementState};

pub use document::{Affiliation, Document};
pub use evidence::{EvidenceAge, EvidenceLimits};

/// What a document said about a student on the day on which somebody consulted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Fecha de consulta.
    pub on: NaiveDate,
    /// «Con derecho al servicio médico» SÍ or NO.
    pub vigente: bool,
    /// Where it was seen.
    pub source: CheckSource,
    /// Whether our own registro patronal made the affiliation; `None` when the document does not tell.
    pub ours: Option<bool>,
    /// The clerk who saw it.
    pub seen_by: String,
}

impl Check {
    /// Vigente, and by a registro that is not ours: «Otro seguro».
    pub fn is_by_another(&self) -> bool {
        self.vigente && self.ours == Some(false)
    }
}

/// Where a check was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckSource {
    /// Constancia de Vigencia de Derechos.
    Constancia,
    /// The IMSS window.
    Window,
    /// A call.
    Call,
    /// An acuse.
    Acuse,
}

impl CheckSource {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Constancia, Self::Window, Self::Call, Self::Acuse];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Constancia => "constancia",
            Self::Window => "ventanilla",
            Self::Call => "llamada",
            Self::Acuse => "acuse",
        }
    }

    /// The source stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.code() == code)
    }
}

/// All that is known of one student's insurance, oldest first.
#[derive(Debug, Clone, Copy)]
pub struct Dossier<'a> {
    /// Altas and bajas in the order in which they were queued.
    pub movements: &'a [Movement],
    /// Checks by date of consultation.
    pub checks: &'a [Check],
    /// The day of the mark «alta anterior al programa».
    pub prior_alta: Option<NaiveDate>,
}

impl<'a> Dossier<'a> {
    /// The newest movement that was not cancelled.
    pub fn last_movement(&self) -> Option<&'a Movement> {
        self.movements
            .iter()
            .rev()
            .find(|movement| movement.state != MovementState::Cancelled)
    }

    /// The newest check.
    pub fn last_check(&self) -> Option<&'a Check> {
        self.checks.iter().max_by_key(|check| check.on)
    }

    /// What makes the student *active*: the newest of an alta sent or accepted, a check vigente by our registro,
    /// and the mark «alta anterior al programa», unless a baja sent or accepted or a check no vigente is later.
    pub fn active(&self) -> Option<ActiveSince> {
        let standing = |kind| {
            self.movements
                .iter()
                .filter(move |movement| movement.kind == kind && movement.state.stands())
                .filter_map(|movement| {
                    Some(match (movement.state, movement.answered_on) {
                        (MovementState::Accepted, Some(answered)) => ActiveSince::Accepted(answered),
                        _ => ActiveSince::Sent(movement.sent_on?),
                    })
                })
        };
        let proven = self
            .checks
            .iter()
            .filter(|check| check.vigente && check.ours == Some(true))
            .map(|check| ActiveSince::Proven(check.on));
        let since = standing(MovementKind::Alta)
            .chain(proven)
            .chain(self.prior_alta.map(ActiveSince::PriorAlta))
            .max_by_key(|evidence| evidence.date())?;

        let ended = standing(MovementKind::Baja)
            .map(ActiveSince::date)
            .chain(
                self.checks
                    .iter()
                    .filter(|check| !check.vigente)
                    .map(|check| check.on),
            )
            .max();
        match ended {
            Some(end) if end > since.date() => None,
            _ => Some(since),
        }
    }
}

/// What should be true, and from when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// The kind of movement that it follows from: an alta expects vigente, a baja no vigente.
    pub kind: MovementKind,
    /// The days between which it should show.
    pub window: Window,
    /// Whether it was sent; until then the window counts from the cut alone and may move.
    pub sent: bool,
}

/// The three facts of one student.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Movimiento: the newest that was not cancelled.
    pub movement: Option<&'a Movement>,
    /// Se espera: nothing once IMSS refused the movement, or when there is none.
    pub expected: Option<Expected>,
    /// Comprobado: the newest check.
    pub proven: Option<&'a Check>,
}

impl<'a> Facts<'a> {
    /// Puts the three facts together; `limits` are the days that IMSS takes to show a movement.
    pub fn of(dossier: &Dossier<'a>, limits: WindowLimits) -> Self {
        let movement = dossier.last_movement();
        let expected = movement.and_then(|movement| {
            (movement.state != MovementState::Rejected).then(|| Expected {
                kind: movement.kind,
                window: cutoff::expected_window(movement.cut, movement.sent_on, limits),
                sent: movement.sent_on.is_some(),
            })
        });
        Self {
            movement,
            expected,
            proven: dossier.last_check(),
        }
    }

    /// The one thing that a list has room for: the first rule that applies, always with its date.
    pub fn chip(&self, today: NaiveDate, recent_days: i64) -> Chip {
        let proven = || {
            self.proven.map(|check| Chip::Proven {
                vigente: check.vigente,
                on: check.on,
                after_baja: self.movement.is_some_and(|movement| {
                    movement.kind == MovementKind::Baja
                        && movement.sent_on.is_some_and(|sent| check.on > sent)
                }),
                stale_days: Some((today - check.on).num_days()).filter(|days| *days > recent_days),
            })
        };
        let Some(movement) = self.movement else {
            return proven().unwrap_or(Chip::Nothing);
        };
        let checked_after = |day: Option<NaiveDate>| {
            self.proven
                .is_some_and(|check| day.is_none_or(|day| check.on > day))
        };
        match movement.state {
            MovementState::Rejected => {
                let on = movement.answered_on.unwrap_or(movement.cut);
                if checked_after(Some(on)) {
                    return proven().unwrap_or(Chip::Nothing);
                }
                Chip::Rejected {
                    kind: movement.kind,
                    on,
                }
            }
            MovementState::Queued => Chip::Queued { cut: movement.cut },
            MovementState::InDispatch => Chip::InDispatch { cut: movement.cut },
            MovementState::Sent | MovementState::Accepted => {
                if checked_after(movement.sent_on) {
                    return proven().unwrap_or(Chip::Nothing);
                }
                match self.expected {
                    Some(expected) if today > expected.window.until => Chip::ReviewDue {
                        since: expected.window.overdue_since(),
                    },
                    Some(expected) => Chip::Expected {
                        window: expected.window,
                    },
                    None => Chip::Nothing,
                }
            }
            MovementState::Cancelled => proven().unwrap_or(Chip::Nothing),
        }
    }
}

/// The state of a student in one chip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chip {
    /// «Alta rechazada · 18 nov».
    Rejected {
        /// Which movement.
        kind: MovementKind,
        /// The day of the answer.
        on: NaiveDate,
    },
    /// «En cola · corte 30 nov».
    Queued {
        /// The cut.
        cut: NaiveDate,
    },
    /// «En envío · corte 30 nov».
    InDispatch {
        /// The cut.
        cut: NaiveDate,
    },
    /// «Vigente · 20 nov», «No vigente · 20 nov», or «Baja · 20 nov» where no vigente is the good answer.
    Proven {
        /// What the document said.
        vigente: bool,
        /// Its date.
        on: NaiveDate,
        /// It was read after a baja was sent.
        after_baja: bool,
        /// How many days ago, once it is no longer recent.
        stale_days: Option<i64>,
    },
    /// «Se espera · 17–19 nov».
    Expected {
        /// The days of the window.
        window: Window,
    },
    /// «Revisar vigencia · desde 20 nov».
    ReviewDue {
        /// The first day after the window.
        since: NaiveDate,
    },
    /// «Sin dato».
    Nothing,
}

#[cfg(test)]
mod tests;
