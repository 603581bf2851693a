//! Why somebody is not vigente, and what may be done about it now: for whoever stands at the window, or calls from a
//! hospital.
//!
//! Source: the table a to f of the domain notes, section 4. Nothing here knows whether IMSS covers anybody; it puts
//! together what this desk did, what should follow, and what somebody last read, each with its date.

mod judging;
mod kept;

use chrono::NaiveDate;

use super::cutoff::{self, Window, WindowLimits};
use super::movement::{CurpRule, Movement, MovementKind, Observation, QueueRefusal, may_queue, observations};
use super::student::Particulars;
use super::vigencia::{Affiliation, Check, Document, Dossier};

pub use kept::{CaseNote, CaseOutcome, KeptCase, NoteFault, NoteText, Told};

/// The rows of the table, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseKind {
    /// a. Vigente, by our registro as far as the document tells.
    Vigente,
    /// b. Vigente by another patrón, by the parents, by another institution.
    OtherInsurance,
    /// c. A movement is en cola or en envío, or it was sent and IMSS is still in its time.
    UnderWay,
    /// d. It was sent, its window is over or IMSS refused it, and nobody has read that it shows.
    ReviewDue,
    /// e. Nothing is queued.
    NothingQueued,
    /// f. CURP or name are not those that IMSS has.
    Mismatch,
}

impl CaseKind {
    /// All of them, from a to f.
    pub const ALL: [Self; 6] = [
        Self::Vigente,
        Self::OtherInsurance,
        Self::UnderWay,
        Self::ReviewDue,
        Self::NothingQueued,
        Self::Mismatch,
    ];

    /// The word under which it is stored, and which the console tells.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vigente => "vigente",
            Self::OtherInsurance => "otro_seguro",
            Self::UnderWay => "en_camino",
            Self::ReviewDue => "revisar",
            Self::NothingQueued => "sin_movimiento",
            Self::Mismatch => "no_coincide",
        }
    }

    /// The row stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its letter in the table.
    pub fn letter(self) -> char {
        char::from(b'a' + self as u8)
    }
}

/// The one cause, with what it follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause<'a> {
    /// a. A document says vigente.
    Vigente {
        /// The day of the document.
        on: NaiveDate,
        /// Whether our registro made the affiliation; `None` where the document does not tell.
        ours: Option<bool>,
        /// How many days ago that was.
        days: i64,
        /// Whether it still counts as recent.
        is_recent: bool,
    },
    /// b. A document says vigente, and by a registro that is not ours: our alta would not hold.
    OtherInsurance {
        /// The day of the document.
        on: NaiveDate,
        /// Who holds the affiliation, where the document's history tells.
        holder: Option<&'a Affiliation>,
        /// Whether an alta of ours waits in a cut all the same.
        is_queued: bool,
    },
    /// c. A movement is on its way: there is nothing to send again.
    UnderWay {
        /// Which.
        movement: &'a Movement,
        /// Between which days it should show.
        window: Window,
    },
    /// d. IMSS refused the movement.
    Rejected(&'a Movement),
    /// d. The window is over, and nobody has read a document since it ended.
    Unchecked {
        /// What was sent.
        kind: MovementKind,
        /// The last day of its window.
        ended: NaiveDate,
        /// The day of a document that was read while it was open, and said that it did not show yet.
        early: Option<NaiveDate>,
    },
    /// d. The window is over, and a document of since then says the opposite of what was asked for.
    SaidOtherwise {
        /// What was sent.
        kind: MovementKind,
        /// The day of the document.
        on: NaiveDate,
        /// The last day of the window.
        ended: NaiveDate,
    },
    /// d. The alta is older than this register, and no document was ever seen.
    PriorAlta,
    /// e. Nothing is under way.
    NothingQueued {
        /// The day of a document that says no vigente.
        on: Option<NaiveDate>,
        /// The baja that did what it was asked for.
        after: Option<&'a Movement>,
    },
    /// f. The newest document bears another name or CURP than the record: see [`Case::disagrees`].
    Mismatch {
        /// The day of the document.
        on: NaiveDate,
        /// The movement that IMSS refused, or that did not show.
        movement: Option<&'a Movement>,
    },
}

impl Cause<'_> {
    /// Its row of the table.
    pub fn kind(&self) -> CaseKind {
        match self {
            Self::Vigente { .. } => CaseKind::Vigente,
            Self::OtherInsurance { .. } => CaseKind::OtherInsurance,
            Self::UnderWay { .. } => CaseKind::UnderWay,
            Self::Rejected(_) | Self::Unchecked { .. } | Self::SaidOtherwise { .. } | Self::PriorAlta => {
                CaseKind::ReviewDue
            }
            Self::NothingQueued { .. } => CaseKind::NothingQueued,
            Self::Mismatch { .. } => CaseKind::Mismatch,
        }
    }
}

/// The next lawful step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Print the summary; the student registers at the UMF.
    PrintSummary,
    /// The student brings a Constancia de Vigencia, and somebody reads it.
    AskForConstancia,
    /// No alta of ours: the other insurance prevails.
    NoAlta,
    /// Tell the dates; there is nothing to send again.
    Wait {
        /// The last day of the window.
        until: NaiveDate,
    },
    /// Correct what the refusal names, and queue another one.
    CorrectAndQueue(MovementKind),
    /// Compare NSS, CURP and name with the constancia, and queue another one.
    Compare(MovementKind),
    /// The student has IMSS correct its data; only then another alta.
    CorrectAtImss,
    /// An alta for the next cut, today.
    QueueAlta,
    /// No alta for now: the student is not enrolled, or counts as active.
    NotNow,
}

impl Step {
    /// The word by which the console tells it.
    pub fn code(self) -> &'static str {
        match self {
            Self::PrintSummary => "imprimir_resumen",
            Self::AskForConstancia => "pedir_constancia",
            Self::NoAlta => "no_procede_alta",
            Self::Wait { .. } => "esperar",
            Self::CorrectAndQueue(_) => "corregir_y_repetir",
            Self::Compare(_) => "comparar_datos",
            Self::CorrectAtImss => "corregir_en_imss",
            Self::QueueAlta => "preparar_alta",
            Self::NotNow => "nada_por_ahora",
        }
    }
}

/// What the newest document says otherwise than the record does now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The day of the document.
    pub on: NaiveDate,
    /// The name that it bears.
    pub name: Option<String>,
    /// The CURP that it bears.
    pub curp: Option<String>,
}

/// Where an alta would go that is queued today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prospect {
    /// The cut.
    pub cut: NaiveDate,
    /// Between which days it should show, if it is sent with it.
    pub window: Window,
}

/// What a case is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// Movements and checks.
    pub dossier: Dossier<'a>,
    /// The newest check with what it said beside the verdict.
    pub document: Option<(&'a Check, &'a Document)>,
    /// The record.
    pub student: &'a Particulars,
    /// Today.
    pub today: NaiveDate,
    /// How long IMSS takes to show a movement.
    pub limits: WindowLimits,
    /// For how many days a check counts as recent.
    pub recent_days: i64,
    /// The cut that a movement queued today goes to.
    pub next_cut: NaiveDate,
    /// Whether an alta needs a CURP.
    pub curp_rule: CurpRule,
}

/// The case of one student on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case<'a> {
    /// Why.
    pub cause: Cause<'a>,
    /// What does not agree between record and document, whatever the cause is.
    pub disagrees: Option<Disagreement>,
    /// What would set an alta aside when its cut is closed.
    pub observations: Vec<Observation>,
    /// Where an alta would go.
    pub prospect: Prospect,
    /// Why none may be queued now.
    pub obstacle: Option<QueueRefusal>,
}

impl<'a> Case<'a> {
    /// Judges it.
    pub fn of(grounds: &Grounds<'a>) -> Self {
        let disagrees = judging::disagreement(grounds);
        let mut cause = judging::cause(grounds);
        if let Some(disagreement) = &disagrees
            && let Some(mismatch) = judging::as_mismatch(cause, disagreement.on, grounds)
        {
            cause = mismatch;
        }
        let cut = grounds.next_cut;
        Self {
            cause,
            disagrees,
            observations: observations(
                MovementKind::Alta,
                grounds.student,
                grounds.dossier.last_check(),
                grounds.curp_rule,
            ),
            prospect: Prospect {
                cut,
                window: cutoff::expected_window(cut, None, grounds.limits),
            },
            obstacle: may_queue(MovementKind::Alta, grounds.student.standing, &grounds.dossier).err(),
        }
    }

    /// Its row of the table.
    pub fn kind(&self) -> CaseKind {
        self.cause.kind()
    }

    /// The next lawful step.
    pub fn step(&self) -> Step {
        match self.cause {
            Cause::Vigente { is_recent: true, .. } => Step::PrintSummary,
            Cause::Vigente { is_recent: false, .. } | Cause::Unchecked { .. } | Cause::PriorAlta => {
                Step::AskForConstancia
            }
            Cause::OtherInsurance { .. } => Step::NoAlta,
            Cause::UnderWay { window, .. } => Step::Wait { until: window.until },
            Cause::Rejected(movement) => Step::CorrectAndQueue(movement.kind),
            Cause::SaidOtherwise { kind, .. } => Step::Compare(kind),
            Cause::NothingQueued { .. } if self.obstacle.is_none() => Step::QueueAlta,
            Cause::NothingQueued { .. } => Step::NotNow,
            Cause::Mismatch { .. } => Step::CorrectAtImss,
        }
    }

    /// Whether somebody has to do something about it: a record tells it unasked. A movement in the queue tells itself.
    pub fn calls(&self) -> bool {
        match self.cause {
            Cause::Vigente { is_recent, .. } => !is_recent,
            Cause::UnderWay { movement, .. } => !movement.state.is_open(),
            Cause::NothingQueued { after, .. } => after.is_none() && self.obstacle.is_none(),
            Cause::OtherInsurance { .. }
            | Cause::Rejected(_)
            | Cause::Unchecked { .. }
            | Cause::SaidOtherwise { .. }
            | Cause::PriorAlta
            | Cause::Mismatch { .. } => true,
        }
    }

    /// Whether a document says that this office's alta covers nobody: then the script for the phone stands beside the
    /// cause. What only this desk knows, a refusal or a window that is over, is its daily work.
    pub fn is_trouble(&self) -> bool {
        match self.cause {
            Cause::OtherInsurance { .. } | Cause::Mismatch { .. } => true,
            Cause::SaidOtherwise { kind, .. } => kind == MovementKind::Alta,
            Cause::NothingQueued { on, after } => on.is_some() && after.is_none(),
            Cause::Vigente { .. }
            | Cause::UnderWay { .. }
            | Cause::Rejected(_)
            | Cause::Unchecked { .. }
            | Cause::PriorAlta => false,
        }
    }
}

#[cfg(test)]
mod tests;
