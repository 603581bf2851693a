//! A case as the office keeps it: since when, why, what was told to whom, and how it ended.

use chrono::{NaiveDate, NaiveDateTime};

use super::CaseKind;
use crate::domain::ids::{CaseId, StudentId};
use crate::domain::vigencia::Check;

/// A case that somebody opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCase {
    /// The row.
    pub id: CaseId,
    /// Whose it is.
    pub student: StudentId,
    /// When it was opened.
    pub opened_at: NaiveDateTime,
    /// By whom.
    pub opened_by: String,
    /// What the cause was at that moment.
    pub kind: CaseKind,
    /// When, by whom and how it was closed; `None` while it is open.
    pub closing: Option<(NaiveDateTime, String, CaseOutcome)>,
    /// What was told, the oldest first.
    pub notes: Vec<CaseNote>,
}

impl KeptCase {
    /// Whether it waits for something still.
    pub fn is_open(&self) -> bool {
        self.closing.is_none()
    }

    /// The day of a document that says vigente by our registro, not older than the open case: it can be closed.
    pub fn may_close(&self, newest: Option<&Check>) -> Option<NaiveDate> {
        newest
            .filter(|check| check.vigente && check.ours == Some(true))
            .filter(|check| self.is_open() && check.on >= self.opened_at.date())
            .map(|check| check.on)
    }
}

/// What was told to somebody about a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseNote {
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: String,
    /// To whom.
    pub told: Told,
    /// What.
    pub text: NoteText,
}

/// To whom something was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Told {
    /// The student.
    Student,
    /// A hospital or a clinic.
    Hospital,
    /// Somebody of the family.
    Relative,
    /// IMSS' own office.
    Imss,
    /// Somebody else.
    Other,
}

impl Told {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Student,
        Self::Hospital,
        Self::Relative,
        Self::Imss,
        Self::Other,
    ];

    /// The word under which it is stored, and which the console takes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Student => "estudiante",
            Self::Hospital => "hospital",
            Self::Relative => "familiar",
            Self::Imss => "imss",
            Self::Other => "otro",
        }
    }

    /// Who is stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.code() == code)
    }
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseOutcome {
    /// A document says vigente.
    Proven,
    /// Another insurance covers the student.
    OtherInsurance,
    /// In another way, or nobody asked again.
    Other,
}

impl CaseOutcome {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Proven, Self::OtherInsurance, Self::Other];

    /// The word under which it is stored, and which the console takes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proven => "vigente",
            Self::OtherInsurance => "otro_seguro",
            Self::Other => "otro",
        }
    }

    /// The outcome stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }

    /// How a case ends that stands so now.
    pub fn of(kind: CaseKind) -> Self {
        match kind {
            CaseKind::Vigente => Self::Proven,
            CaseKind::OtherInsurance => Self::OtherInsurance,
            _ => Self::Other,
        }
    }
}

/// What was told, on one line and never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteText(String);

/// Why a text is no note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteFault {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is too long.
    #[error("{letters} letters")]
    TooLong {
        /// How many letters it has.
        letters: usize,
    },
}

impl NoteText {
    /// The most letters of a note.
    pub const MOST_LETTERS: usize = 240;

    /// Reads what was typed, on one line.
    ///
    /// # Errors
    /// [`NoteFault`].
    pub fn read(text: &str) -> Result<Self, NoteFault> {
        let line = text
            .split(|ch: char| ch.is_whitespace() || ch.is_control())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        match line.chars().count() {
            0 => Err(NoteFault::Empty),
            letters if letters > Self::MOST_LETTERS => Err(NoteFault::TooLong { letters }),
            _ => Ok(Self(line)),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
