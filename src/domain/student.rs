//! A student as this desk knows him or her: what the clerk wrote, with every doubt kept as a value of its own.

use chrono::NaiveDate;

use super::birthplace::Birthplace;
use super::clinic::{Agregado, Assignment, SexLetters};
use super::control_number::{Identifier, ProvisionalFolio};
use super::curp::Curp;
use super::ids::StudentId;
use super::nss::Nss;
use super::period::{Period, Semester};
use super::person_name::PersonName;
use super::sex::Sex;

/// A registered student: the row's number and all that the clerk wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Student {
    /// The row in the register.
    pub id: StudentId,
    /// What the form holds.
    pub particulars: Particulars,
    /// The day on which somebody declared «alta anterior al programa», for students who were already
    /// affiliated when the office began to use this register.
    pub prior_alta: Option<NaiveDate>,
    /// The day on which the record was put away from the daily list. It says nothing about IMSS.
    pub archived_on: Option<NaiveDate>,
    /// The provisional folio that the número de control replaced.
    pub former_folio: Option<ProvisionalFolio>,
    /// The clinic, turno, consultorio and agregado that IMSS assigned, as far as anybody has read them.
    pub assignment: Assignment,
}

/// All that a clerk writes about a student. Only the identifier and the name are always there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particulars {
    /// Número de control, or the provisional folio of a student who has none yet.
    pub identifier: Identifier,
    /// Given names and surnames as the birth certificate has them.
    pub name: PersonName,
    /// The CURP, absent, doubtful or right.
    pub curp: CurpRecord,
    /// Sex as the CURP writes it.
    pub sex: Option<Sex>,
    /// Day of birth.
    pub birth_date: Option<NaiveDate>,
    /// State of birth, in the CURP's 33 codes.
    pub birthplace: Option<Birthplace>,
    /// Carrera, in the campus' own words.
    pub career: Option<String>,
    /// Semester that the student is in.
    pub semester: Option<Semester>,
    /// School period in which the standing was true.
    pub period: Option<Period>,
    /// Situación escolar.
    pub standing: Standing,
    /// The social security number and how far it can be trusted.
    pub nss: NssRecord,
    /// Correo.
    pub email: Option<String>,
    /// Teléfono.
    pub phone: Option<String>,
}

impl Particulars {
    /// The least that can be saved: who it is. Everything else is empty, and the student enrolled.
    pub fn new(identifier: Identifier, name: PersonName) -> Self {
        Self {
            identifier,
            name,
            curp: CurpRecord::None,
            sex: None,
            birth_date: None,
            birthplace: None,
            career: None,
            semester: None,
            period: None,
            standing: Standing::Enrolled,
            nss: NssRecord::None,
            email: None,
            phone: None,
        }
    }

    /// The agregado médico that a student like this usually gets; the real one is on the IMSS document.
    pub fn usual_agregado(&self, letters: SexLetters) -> Option<Agregado> {
        let sex = self.sex.or_else(|| self.curp.valid().map(Curp::sex))?;
        Agregado::usual(sex, self.birth_year()?, letters)
    }

    /// The year of birth, four digits: the CURP's when there is a right one, else that of the typed date.
    pub fn birth_year(&self) -> Option<i32> {
        use chrono::Datelike;

        match &self.curp {
            CurpRecord::Valid(curp) => Some(curp.birth_date().year()),
            _ => self.birth_date.map(|date| date.year()),
        }
    }
}

/// Situación escolar of a student in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Standing {
    /// Inscrito: the only standing that may be affiliated.
    Enrolled,
    /// No inscrito.
    NotEnrolled,
    /// Baja temporal of the school, which is not an IMSS movement.
    TemporaryLeave,
    /// Baja definitiva of the school.
    Withdrawn,
    /// Egresado.
    Graduated,
}

impl Standing {
    /// All of them, in the order in which a form offers them.
    pub const ALL: [Self; 5] = [
        Self::Enrolled,
        Self::NotEnrolled,
        Self::TemporaryLeave,
        Self::Withdrawn,
        Self::Graduated,
    ];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Enrolled => "inscrito",
            Self::NotEnrolled => "no_inscrito",
            Self::TemporaryLeave => "baja_temporal",
            Self::Withdrawn => "baja_definitiva",
            Self::Graduated => "egresado",
        }
    }

    /// The standing stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// What the register holds as a CURP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CurpRecord {
    /// Nothing yet, which is a legal state.
    None,
    /// Por confirmar: it fails a check, or it is somebody else's too.
    Doubtful {
        /// As it was typed, in capitals and without spaces.
        text: String,
        /// Why two students were saved with one CURP; `None` while it is this student's alone.
        shared_because: Option<String>,
    },
    /// It passes every check.
    Valid(Curp),
}

impl CurpRecord {
    /// The characters that are stored, right or not.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::None => None,
            Self::Doubtful { text, .. } => Some(text),
            Self::Valid(curp) => Some(curp.as_str()),
        }
    }

    /// Its last five characters, for whoever else can see the screen: `…MTNA8`.
    pub fn masked(&self) -> Option<String> {
        Some(last_of(self.text()?, 5))
    }

    /// The CURP, if it passes every check.
    pub fn valid(&self) -> Option<&Curp> {
        match self {
            Self::Valid(curp) => Some(curp),
            _ => None,
        }
    }
}

/// What the register holds as an NSS, in the five states that the office tells apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NssRecord {
    /// Sin NSS.
    None,
    /// En trámite en el IMSS.
    InProcess {
        /// The day on which the student asked for it.
        since: NaiveDate,
    },
    /// Por confirmar: it fails a check, the clerk doubts it, or it is somebody else's too. It enters no envío.
    Doubtful {
        /// As it was typed, without spaces and hyphens.
        text: String,
        /// Why two students were saved with one NSS; `None` while it is this student's alone.
        shared_because: Option<String>,
    },
    /// Capturado: it passes every check and no constancia was seen. It goes into an envío.
    Captured(Nss),
    /// Confirmado with the student's constancia.
    Confirmed {
        /// The number that the constancia shows.
        nss: Nss,
        /// The constancia's date.
        on: NaiveDate,
    },
}

impl NssRecord {
    /// The characters that are stored, right or not.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::None | Self::InProcess { .. } => None,
            Self::Doubtful { text, .. } => Some(text),
            Self::Captured(nss) | Self::Confirmed { nss, .. } => Some(nss.as_str()),
        }
    }

    /// Its last four characters, for whoever else can see the screen: `…0428`.
    pub fn masked(&self) -> Option<String> {
        Some(last_of(self.text()?, 4))
    }

    /// The NSS, if it passes every check and nobody doubts it.
    pub fn trusted(&self) -> Option<&Nss> {
        match self {
            Self::Captured(nss) | Self::Confirmed { nss, .. } => Some(nss),
            _ => None,
        }
    }

    /// Which of the five states it is.
    pub fn state(&self) -> NssState {
        match self {
            Self::None => NssState::None,
            Self::InProcess { .. } => NssState::InProcess,
            Self::Doubtful { .. } => NssState::Doubtful,
            Self::Captured(_) => NssState::Captured,
            Self::Confirmed { .. } => NssState::Confirmed,
        }
    }
}

/// The end of a number that may be a wrong one. Of a short one even less is shown: half of it stays hidden.
pub(crate) fn last_of(text: &str, most: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let shown = most.min(letters.len() / 2);
    let end: String = letters[letters.len() - shown..].iter().collect();
    format!("…{end}")
}

/// The name of an NSS state, without its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum NssState {
    /// Sin NSS.
    None,
    /// En trámite.
    InProcess,
    /// Por confirmar.
    Doubtful,
    /// Capturado.
    Captured,
    /// Confirmado.
    Confirmed,
}

impl NssState {
    /// All of them, from knowing nothing to having seen the constancia.
    pub const ALL: [Self; 5] = [
        Self::None,
        Self::InProcess,
        Self::Doubtful,
        Self::Captured,
        Self::Confirmed,
    ];

    /// Whether it bears a date: since when, or of which constancia.
    pub fn has_date(self) -> bool {
        matches!(self, Self::InProcess | Self::Confirmed)
    }

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "sin_nss",
            Self::InProcess => "en_tramite",
            Self::Doubtful => "por_confirmar",
            Self::Captured => "capturado",
            Self::Confirmed => "confirmado",
        }
    }

    /// The state stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}
