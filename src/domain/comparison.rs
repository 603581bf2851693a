//! Two states of one register side by side: what only one of them has, told by kind, before one takes the other's place.

use chrono::NaiveDateTime;

/// What a register holds, as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Records of students.
    Students,
    /// Altas and bajas.
    Movements,
    /// What documents said about vigencia, with the history that they listed.
    Checks,
    /// Rows of the Lista de cotejo.
    Checklist,
    /// Cases of people who are not vigente.
    Cases,
    /// What was noted in them.
    CaseNotes,
    /// Cuts that were closed, with whom they set aside.
    Closings,
    /// Envíos of closed cuts, with their answers.
    Dispatches,
    /// Sheets and lists that were printed or exported: their folios.
    Papers,
    /// Sheets that were imported.
    Imports,
    /// Sheets of which rows wait for a decision.
    Undecided,
    /// Mails that told of an accepted alta.
    Notices,
    /// Clinics of the catalogue.
    Clinics,
    /// Settings of the office, without how the window looks.
    Settings,
    /// People of one name who were told apart.
    Distinct,
    /// Forms that were left before they were saved.
    Drafts,
}

impl Subject {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 16] = [
        Self::Students,
        Self::Movements,
        Self::Checks,
        Self::Checklist,
        Self::Cases,
        Self::CaseNotes,
        Self::Closings,
        Self::Dispatches,
        Self::Papers,
        Self::Imports,
        Self::Undecided,
        Self::Notices,
        Self::Clinics,
        Self::Settings,
        Self::Distinct,
        Self::Drafts,
    ];

    /// The word for it in what programs read.
    pub fn code(self) -> &'static str {
        match self {
            Self::Students => "fichas",
            Self::Movements => "movimientos",
            Self::Checks => "comprobaciones",
            Self::Checklist => "cotejo",
            Self::Cases => "casos",
            Self::CaseNotes => "notas_de_casos",
            Self::Closings => "cortes_cerrados",
            Self::Dispatches => "envios",
            Self::Papers => "papeles",
            Self::Imports => "importaciones",
            Self::Undecided => "hojas_por_decidir",
            Self::Notices => "avisos",
            Self::Clinics => "clinicas",
            Self::Settings => "ajustes",
            Self::Distinct => "personas_distintas",
            Self::Drafts => "borradores",
        }
    }
}

/// How the rows of one kind differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The kind.
    pub subject: Subject,
    /// Only the present register has them: they would be lost.
    pub lost: u64,
    /// Only the copy has them: they would come back.
    pub back: u64,
    /// Both have them, and not alike: they would be again what they are in the copy.
    pub changed: u64,
}

impl Tally {
    /// Whether both sides have the same.
    pub fn is_even(&self) -> bool {
        self.lost == 0 && self.back == 0 && self.changed == 0
    }
}

/// One side in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The campus' name.
    pub campus: String,
    /// How many students it holds.
    pub students: u64,
    /// How many movements.
    pub movements: u64,
    /// How many acts its journal holds.
    pub acts: u64,
    /// When the last of them was made; `None` for a journal without acts.
    pub last_change: Option<NaiveDateTime>,
}

/// The present register beside the copy that would take its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The present register.
    pub here: Side,
    /// The copy.
    pub there: Side,
    /// So many acts, from the first on, both journals have in common. None: the copy is of another register.
    pub shared_acts: u64,
    /// How many acts only the present register has.
    pub acts_lost: u64,
    /// How many acts only the copy has.
    pub acts_back: u64,
    /// The kinds in which the two differ.
    pub tallies: Vec<Tally>,
}

impl Comparison {
    /// Whether both hold the same.
    pub fn is_even(&self) -> bool {
        self.acts_lost == 0 && self.acts_back == 0 && self.tallies.iter().all(Tally::is_even)
    }

    /// Whether the two have no act in common, so that one is not an earlier state of the other.
    pub fn is_of_another_register(&self) -> bool {
        self.shared_acts == 0 && self.here.acts > 0 && self.there.acts > 0
    }

    /// Whether the replacement would take something away or put something back to what it was.
    pub fn loses(&self) -> bool {
        self.tallies
            .iter()
            .any(|tally| tally.lost > 0 || tally.changed > 0)
    }
}
