//! Where a student is attended: the clinic, turno, consultorio and agregado médico that IMSS assigned. All of it may be
//! empty, since there is no clinic until the student chooses one.

pub mod agregado;
pub mod catalogue;
pub mod delegacion;

use chrono::NaiveDate;

pub use agregado::{Agregado, AgregadoFault, SexLetters};
pub use catalogue::{Meant, meant};
pub use delegacion::Delegacion;

use super::letters::{is_hyphen, is_invisible};
use super::person_name::fold;

/// The number of a Unidad de Medicina Familiar, 1 to 999. Two delegaciones may have the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Umf(u16);

impl Umf {
    /// The highest number that three digits hold.
    pub const LAST: u16 = 999;

    /// The clinic of that number, if it is from 1 to 999.
    pub fn new(number: u16) -> Option<Self> {
        (1..=Self::LAST).contains(&number).then_some(Self(number))
    }

    /// The number.
    pub fn number(self) -> u16 {
        self.0
    }

    /// As the records of IMSS write it: `036`.
    pub fn three_digits(self) -> String {
        format!("{:03}", self.0)
    }
}

impl std::fmt::Display for Umf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// What tells one clinic from all others: the number alone does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClinicKey {
    /// The delegación that it belongs to.
    pub delegacion: Delegacion,
    /// Its number there.
    pub number: Umf,
}

/// Why a typed text names no clinic.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClinicFault {
    /// There is no number in it.
    #[error("there is no number in {0:?}")]
    NoNumber(String),
    /// The number is not from 1 to 999.
    #[error("{0} is not from 1 to 999")]
    OutOfRange(String),
    /// What stands before the stroke is no delegación.
    #[error("there is no delegación {0:?}")]
    NoSuchDelegacion(String),
    /// No delegación was written, and the campus has none to assume.
    #[error("no delegación was written")]
    NoDelegacion,
}

impl ClinicKey {
    /// Reads `36`, `036`, `UMF 36`, or with its delegación in front `31/36`; `usual` is the one to assume. What follows
    /// a middle dot is the clinic's city or name, and does not count: `36 · Minatitlán`.
    ///
    /// # Errors
    /// [`ClinicFault`].
    pub fn read(text: &str, usual: Option<Delegacion>) -> Result<Self, ClinicFault> {
        let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        let text = text.split('·').next().unwrap_or_default().trim();
        let (delegacion, number) = match text.split_once('/') {
            // «HGZ/UMF 12» has a stroke too.
            Some((before, number)) if before.trim().starts_with(|c: char| c.is_ascii_digit()) => {
                let before = before.trim();
                let delegacion = Delegacion::from_code(before)
                    .ok_or_else(|| ClinicFault::NoSuchDelegacion(before.to_owned()))?;
                (Some(delegacion), number)
            }
            _ => (usual, text),
        };
        let digits = number.trim_start_matches(|c: char| !c.is_ascii_digit()).trim();
        if digits.is_empty() {
            return Err(ClinicFault::NoNumber(text.to_owned()));
        }
        let number = digits
            .parse()
            .ok()
            .and_then(Umf::new)
            .ok_or_else(|| ClinicFault::OutOfRange(digits.to_owned()))?;
        let delegacion = delegacion.ok_or(ClinicFault::NoDelegacion)?;
        Ok(Self { delegacion, number })
    }
}

/// What the IMSS calls the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ClinicKind {
    /// Unidad de Medicina Familiar.
    #[default]
    Umf,
    /// Hospital General de Zona with a UMF.
    HgzUmf,
    /// Hospital General de Subzona with a UMF.
    HgsUmf,
}

impl ClinicKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Umf, Self::HgzUmf, Self::HgsUmf];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Umf => "umf",
            Self::HgzUmf => "hgz_umf",
            Self::HgsUmf => "hgs_umf",
        }
    }

    /// The kind stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A clinic of the office's catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clinic {
    /// Delegación and number.
    pub key: ClinicKey,
    /// What it is.
    pub kind: ClinicKind,
    /// Its name, or the hospital's.
    pub name: Option<String>,
    /// Ciudad, as the constancia writes it.
    pub city: Option<String>,
}

impl Clinic {
    /// A clinic of which only delegación and number are known.
    pub fn new(key: ClinicKey) -> Self {
        Self {
            key,
            kind: ClinicKind::default(),
            name: None,
            city: None,
        }
    }

    /// Whether what was typed may mean it: the beginning of its number, or words of its city or name.
    pub fn answers_to(&self, typed: &str) -> bool {
        let typed = typed.split('·').next().unwrap_or_default().trim();
        let (delegacion, rest) = match typed.split_once('/') {
            Some((code, rest)) => (Delegacion::from_code(code.trim()), rest),
            None => (None, typed),
        };
        if delegacion.is_some_and(|it| it != self.key.delegacion) {
            return false;
        }
        let digits = rest.trim().trim_start_matches('0');
        if digits.chars().all(|c| c.is_ascii_digit()) {
            return self.key.number.to_string().starts_with(digits);
        }
        let words = [self.city.as_deref(), self.name.as_deref()].map(Option::unwrap_or_default);
        let words = fold(&words.join(" "));
        fold(typed)
            .split(' ')
            .all(|typed| words.split(' ').any(|word| word.starts_with(typed)))
    }
}

/// Turno: the two that IMSS assigns, or what else a document says («JORNADA ACUMULADA» exists on weekends).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shift {
    /// Matutino.
    Morning,
    /// Vespertino.
    Evening,
    /// As the document writes it.
    Other(String),
}

impl Shift {
    /// The most letters of a turno that is neither of the two.
    pub const MOST_LETTERS: usize = 40;

    /// Reads a word as it was typed; `None` for nothing. Longer ones end at [`Shift::MOST_LETTERS`].
    pub fn read(text: &str) -> Option<Self> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match fold(&text).as_str() {
            "" => None,
            "m" | "mat" | "matutino" => Some(Self::Morning),
            "v" | "vesp" | "vespertino" => Some(Self::Evening),
            _ => Some(Self::Other(text.chars().take(Self::MOST_LETTERS).collect())),
        }
    }

    /// The word under which it is stored.
    pub fn text(&self) -> &str {
        match self {
            Self::Morning => "matutino",
            Self::Evening => "vespertino",
            Self::Other(text) => text,
        }
    }
}

/// Consultorio: up to three letters or digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Room(String);

/// A consultorio that is too long, or has a sign in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a consultorio has up to three letters or digits")]
pub struct RoomFault;

impl Room {
    /// Reads what was typed, in capitals.
    ///
    /// # Errors
    /// [`RoomFault`]; also for an empty text.
    pub fn read(text: &str) -> Result<Self, RoomFault> {
        let text: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !is_hyphen(*c) && !is_invisible(*c))
            .flat_map(char::to_uppercase)
            .collect();
        let fits = (1..=3).contains(&text.chars().count()) && text.chars().all(char::is_alphanumeric);
        if fits { Ok(Self(text)) } else { Err(RoomFault) }
    }

    /// Its letters and digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where the clerk read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClinicSource {
    /// Constancia de Vigencia de Derechos.
    Constancia,
    /// Carnet de Citas Médicas.
    Carnet,
    /// The student says so.
    Student,
    /// It was typed on the form of the record, which doesn't ask.
    Form,
}

impl ClinicSource {
    /// All of them; the form's own last.
    pub const ALL: [Self; 4] = [Self::Constancia, Self::Carnet, Self::Student, Self::Form];

    /// Those that somebody can choose.
    pub const ASKED: [Self; 3] = [Self::Constancia, Self::Carnet, Self::Student];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Constancia => "constancia",
            Self::Carnet => "carnet",
            Self::Student => "estudiante",
            Self::Form => "ficha",
        }
    }

    /// The source stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.code() == code)
    }
}

/// Where and when it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Where.
    pub source: ClinicSource,
    /// The document's date, or the day on which the student said so.
    pub on: NaiveDate,
}

/// What IMSS assigned to a student, as far as anybody has read it. Nothing of it is a legal state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assignment {
    /// The clinic.
    pub clinic: Option<ClinicKey>,
    /// Turno.
    pub shift: Option<Shift>,
    /// Consultorio.
    pub room: Option<Room>,
    /// Agregado médico, as a document shows it; what it usually is, is only suggested.
    pub agregado: Option<Agregado>,
    /// Where it was read; `None` while nothing of it is known.
    pub seen: Option<Seen>,
}

impl Assignment {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.clinic.is_none() && self.shift.is_none() && self.room.is_none() && self.agregado.is_none()
    }
}

#[cfg(test)]
mod tests;
