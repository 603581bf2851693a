//! Altas and bajas: their states, who may be queued, and what would set a row aside when the cut is closed.
//!
//! Refusals and observations are different things. Queueing refuses almost nothing; an [`Observation`] only sets
//! the row aside at the closing of the cut, to the next one, with its reason.

use chrono::NaiveDate;

use super::ids::{MovementId, StudentId};
use super::person_name::{Enye, NameProblem};
use super::student::{CurpRecord, NssRecord, Particulars, Standing};
use super::vigencia::{Check, CheckSource, Dossier};

/// What is asked of IMSS for a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MovementKind {
    /// Alta or reingreso, type 08.
    Alta,
    /// Baja, type 02.
    Baja,
}

impl MovementKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Alta, Self::Baja];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Alta => "alta",
            Self::Baja => "baja",
        }
    }

    /// The kind stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How far a movement has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MovementState {
    /// En cola for its cut.
    Queued,
    /// En envío: its cut was closed with it inside.
    InDispatch,
    /// Enviada.
    Sent,
    /// Aceptada: the window runs until a constancia closes it.
    Accepted,
    /// Rechazada: a correction queues a new movement that follows this one.
    Rejected,
    /// Cancelada: withdrawn by the clerk, or its queueing was undone.
    Cancelled,
}

impl MovementState {
    /// All of them, in the order of a movement's life.
    pub const ALL: [Self; 6] = [
        Self::Queued,
        Self::InDispatch,
        Self::Sent,
        Self::Accepted,
        Self::Rejected,
        Self::Cancelled,
    ];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "en_cola",
            Self::InDispatch => "en_envio",
            Self::Sent => "enviada",
            Self::Accepted => "aceptada",
            Self::Rejected => "rechazada",
            Self::Cancelled => "cancelada",
        }
    }

    /// The state stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether a movement in this state may go on to `next`: the table of movement states, and nothing else.
    pub fn may_become(self, next: Self) -> bool {
        use MovementState::*;

        matches!(
            (self, next),
            (Queued, InDispatch | Cancelled) | (InDispatch, Sent | Queued) | (Sent, Accepted | Rejected)
        )
    }

    /// Open: nothing was sent yet, and a second movement of the same student would contradict it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Queued | Self::InDispatch)
    }

    /// Sent, whatever was answered, except a refusal.
    pub fn stands(self) -> bool {
        matches!(self, Self::Sent | Self::Accepted)
    }
}

/// Why a baja is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BajaMotive {
    /// Egreso.
    Graduation,
    /// No se reinscribió.
    NotReenrolled,
    /// Baja temporal of the school.
    TemporaryLeave,
    /// Baja definitiva of the school.
    Withdrawal,
    /// Otro seguro: a job, parents, another institution.
    OtherInsurance,
    /// A petición del estudiante.
    OnRequest,
}

impl BajaMotive {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Graduation,
        Self::NotReenrolled,
        Self::TemporaryLeave,
        Self::Withdrawal,
        Self::OtherInsurance,
        Self::OnRequest,
    ];

    /// The word under which it is stored, and which the console takes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Graduation => "egreso",
            Self::NotReenrolled => "no_reinscrito",
            Self::TemporaryLeave => "baja_temporal",
            Self::Withdrawal => "baja_definitiva",
            Self::OtherInsurance => "otro_seguro",
            Self::OnRequest => "a_peticion",
        }
    }

    /// The motive stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|motive| motive.code() == code)
    }
}

/// One alta or baja of one student, from the queue to IMSS' answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// The row.
    pub id: MovementId,
    /// Whose it is.
    pub student: StudentId,
    /// Alta or baja.
    pub kind: MovementKind,
    /// The cut that it belongs to: exactly one, a day 16 or the last day of a month.
    pub cut: NaiveDate,
    /// How far it has come.
    pub state: MovementState,
    /// Marked as urgent by the clerk.
    pub urgent: bool,
    /// Why, for a baja.
    pub motive: Option<BajaMotive>,
    /// The day on which it was queued.
    pub queued_on: NaiveDate,
    /// The day on which its envío was sent.
    pub sent_on: Option<NaiveDate>,
    /// The day of IMSS' answer.
    pub answered_on: Option<NaiveDate>,
    /// IMSS' reason for a refusal.
    pub rejection: Option<String>,
    /// The code of that reason, where the answer had one.
    pub rejection_code: Option<String>,
    /// The rejected movement that it corrects.
    pub follows: Option<MovementId>,
    /// How it came to be cancelled.
    pub cancellation: Option<Cancellation>,
}

/// Why IMSS refused a movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// Its code, where the answer has one. The list of codes is not public.
    pub code: Option<String>,
    /// The reason in words.
    pub cause: String,
}

/// How a movement came to be cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cancellation {
    /// The clerk withdrew it.
    Withdrawn,
    /// Deshacer took back its queueing: «cancelada (deshecha)».
    Undone,
}

impl Cancellation {
    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Withdrawn => "retirada",
            Self::Undone => "deshecha",
        }
    }

    /// The cancellation stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Withdrawn, Self::Undone]
            .into_iter()
            .find(|way| way.code() == code)
    }
}

/// Why a movement can't be queued. Nothing else ever refuses it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueueRefusal {
    /// An alta asks for an enrolled student.
    #[error("the student is {}", .0.code())]
    NotEnrolled(Standing),
    /// Another movement is en cola or en envío.
    #[error("another movement is open")]
    OpenMovement {
        /// Its kind.
        kind: MovementKind,
        /// Its cut.
        cut: NaiveDate,
        /// Whether its cut was closed already, so that it can't be cancelled at this desk.
        in_dispatch: bool,
    },
    /// An earlier alta still counts, and no constancia says otherwise.
    #[error("an earlier alta is still active")]
    StillActive(ActiveSince),
}

/// What makes a student count as active.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActiveSince {
    /// An alta that was sent on that day and has no answer yet.
    Sent(NaiveDate),
    /// An alta that was accepted on that day.
    Accepted(NaiveDate),
    /// A constancia of that day that says vigente by our own registro.
    Proven(NaiveDate),
    /// The mark «alta anterior al programa», made on that day.
    PriorAlta(NaiveDate),
}

impl ActiveSince {
    /// The day that the evidence bears.
    pub fn date(self) -> NaiveDate {
        match self {
            Self::Sent(date) | Self::Accepted(date) | Self::Proven(date) | Self::PriorAlta(date) => date,
        }
    }
}

/// What the clerk is told, and may go on nevertheless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueueAdvice {
    /// A baja of somebody of whom no alta is known.
    NoKnownAlta,
}

/// Whether a movement may be queued now, and what to advise if it may.
///
/// # Errors
/// [`QueueRefusal`]: an alta of somebody not enrolled, any movement while another is open, an alta of somebody
/// who is active unless the last constancia says no vigente. A baja is refused only by an open movement.
pub fn may_queue(
    kind: MovementKind,
    standing: Standing,
    dossier: &Dossier<'_>,
) -> Result<Vec<QueueAdvice>, QueueRefusal> {
    if kind == MovementKind::Alta && standing != Standing::Enrolled {
        return Err(QueueRefusal::NotEnrolled(standing));
    }
    if let Some(open) = dossier.movements.iter().find(|movement| movement.state.is_open()) {
        return Err(QueueRefusal::OpenMovement {
            kind: open.kind,
            cut: open.cut,
            in_dispatch: open.state == MovementState::InDispatch,
        });
    }

    let mut advice = Vec::new();
    match kind {
        MovementKind::Alta => {
            let contradicted = dossier.last_check().is_some_and(|check| !check.vigente);
            if let Some(active) = dossier.active()
                && !contradicted
            {
                return Err(QueueRefusal::StillActive(active));
            }
        }
        MovementKind::Baja => {
            if dossier.active().is_none() {
                advice.push(QueueAdvice::NoKnownAlta);
            }
        }
    }
    Ok(advice)
}

/// Something about a student that would set the movement aside when its cut is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Observation {
    /// Sin NSS.
    NssMissing,
    /// NSS en trámite en el IMSS.
    NssInProcess,
    /// NSS por confirmar.
    NssDoubtful,
    /// A convencional number that no constancia confirms.
    NssConventional,
    /// An alta without CURP.
    CurpMissing,
    /// An alta whose CURP is por confirmar.
    CurpDoubtful,
    /// The name for IMSS is too long, or has a character that its file can't carry.
    Name(NameProblem),
    /// An alta of somebody whom another institution covers, by the newest check: our alta would not hold.
    OtherInsurance {
        /// The day of the check.
        on: NaiveDate,
        /// Where it was seen.
        source: CheckSource,
    },
    /// An alta of somebody who is enrolled no more.
    NotEnrolled(Standing),
}

/// Whether an alta needs a CURP to go with its cut. The place of the CURP in IMSS' file is optional, so the office decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CurpRule {
    /// Without one, or with one por confirmar, it is set aside.
    #[default]
    Required,
    /// It goes, and its place in the file stays empty.
    Optional,
}

impl CurpRule {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Required, Self::Optional];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Required => "obligatoria",
            Self::Optional => "opcional",
        }
    }

    /// The rule stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }
}

/// All that would set a movement of this kind aside, the most telling first.
pub fn observations(
    kind: MovementKind,
    student: &Particulars,
    last_check: Option<&Check>,
    curp: CurpRule,
) -> Vec<Observation> {
    let mut found = Vec::new();
    match &student.nss {
        NssRecord::None => found.push(Observation::NssMissing),
        NssRecord::InProcess { .. } => found.push(Observation::NssInProcess),
        NssRecord::Doubtful { .. } => found.push(Observation::NssDoubtful),
        NssRecord::Captured(nss) if nss.is_conventional() => found.push(Observation::NssConventional),
        NssRecord::Captured(_) | NssRecord::Confirmed { .. } => {}
    }
    if kind == MovementKind::Alta {
        match (&student.curp, curp) {
            (CurpRecord::Valid(_), _) | (_, CurpRule::Optional) => {}
            (CurpRecord::None, CurpRule::Required) => found.push(Observation::CurpMissing),
            (CurpRecord::Doubtful { .. }, CurpRule::Required) => found.push(Observation::CurpDoubtful),
        }
        if let Some(check) = last_check.filter(|check| check.is_by_another()) {
            found.push(Observation::OtherInsurance {
                on: check.on,
                source: check.source,
            });
        }
        if student.standing != Standing::Enrolled {
            found.push(Observation::NotEnrolled(student.standing));
        }
    }
    found.extend(
        student
            .name
            .imss(Enye::AsN)
            .problems()
            .into_iter()
            .map(Observation::Name),
    );
    found
}
