//! What can be done, and to which tables.

use super::StoreError;

/// What a clerk can do, as the journal names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActKind {
    /// The first run: campus and clerk.
    SetUp,
    /// A student registered.
    Register,
    /// A record corrected.
    Edit,
    /// An alta put into a cut.
    QueueAlta,
    /// A baja put into a cut.
    QueueBaja,
    /// A queued movement withdrawn.
    CancelMovement,
    /// A queued movement marked as urgent, or the mark taken off.
    MarkUrgent,
    /// A summary printed.
    PrintSummary,
    /// A list printed.
    PrintList,
    /// A list written to a file.
    ExportList,
    /// What a document said about a student's vigencia.
    RecordCheck,
    /// What a student handed in, on the Lista de cotejo.
    Checklist,
    /// A Lista de cotejo printed.
    PrintChecklist,
    /// A número de control in place of a provisional folio.
    AssignControlNumber,
    /// A record put away from the daily list.
    Archive,
    /// An archived record brought back to it.
    Restore,
    /// What IMSS assigned to a student: clinic, turno, consultorio, agregado.
    Assign,
    /// A clinic added to the catalogue.
    AddClinic,
    /// A clinic corrected in the catalogue.
    CorrectClinic,
    /// A clinic taken out of the catalogue.
    RemoveClinic,
    /// A setting changed, put back to its default, or confirmed.
    ChangeSetting,
    /// Another name at the window.
    ChangeClerk,
    /// The synthetic campus of `demo`.
    Demo,
    /// Derived columns put right by `verificar --reparar`.
    Repair,
    /// An act taken back.
    Undo,
    /// An act repeated.
    Redo,
}

impl ActKind {
    const ALL: [Self; 26] = [
        Self::SetUp,
        Self::Register,
        Self::Edit,
        Self::QueueAlta,
        Self::QueueBaja,
        Self::CancelMovement,
        Self::MarkUrgent,
        Self::PrintSummary,
        Self::PrintList,
        Self::ExportList,
        Self::RecordCheck,
        Self::Checklist,
        Self::PrintChecklist,
        Self::AssignControlNumber,
        Self::Archive,
        Self::Restore,
        Self::Assign,
        Self::AddClinic,
        Self::CorrectClinic,
        Self::RemoveClinic,
        Self::ChangeSetting,
        Self::ChangeClerk,
        Self::Demo,
        Self::Repair,
        Self::Undo,
        Self::Redo,
    ];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::SetUp => "inicio",
            Self::Register => "registro",
            Self::Edit => "correccion",
            Self::QueueAlta => "alta",
            Self::QueueBaja => "baja",
            Self::CancelMovement => "cancelacion",
            Self::MarkUrgent => "urgente",
            Self::PrintSummary => "resumen",
            Self::PrintList => "relacion",
            Self::ExportList => "exportacion",
            Self::RecordCheck => "comprobacion",
            Self::Checklist => "cotejo",
            Self::PrintChecklist => "cotejo_impreso",
            Self::AssignControlNumber => "numero_de_control",
            Self::Archive => "archivo",
            Self::Restore => "restauracion",
            Self::Assign => "clinica",
            Self::AddClinic => "clinica_agregada",
            Self::CorrectClinic => "clinica_corregida",
            Self::RemoveClinic => "clinica_quitada",
            Self::ChangeSetting => "ajuste",
            Self::ChangeClerk => "quien_atiende",
            Self::Demo => "demostracion",
            Self::Repair => "reparacion",
            Self::Undo => "deshacer",
            Self::Redo => "rehacer",
        }
    }

    pub(super) fn from_code(code: &str) -> Result<Self, StoreError> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| StoreError::Unreadable {
                column: "acts.kind",
                value: code.to_owned(),
            })
    }

    /// Whether it left the program as paper or file, which can't be taken back here.
    pub(in crate::store) fn went_out(self) -> bool {
        matches!(
            self,
            Self::PrintSummary | Self::PrintChecklist | Self::PrintList | Self::ExportList
        )
    }

    /// The state in which the act enters the journal. What went out of the program can't be taken back there, but
    /// it stays in the line of undo so that Ctrl+Z can say so once; what nobody asked for is not in that line.
    pub(super) fn first_state(self) -> &'static str {
        match self {
            Self::SetUp | Self::ChangeClerk | Self::Demo | Self::Repair | Self::Undo | Self::Redo => "passed",
            _ => "done",
        }
    }
}

/// Which tables an act changed, so that a screen reads again only what it shows of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed(u16);

impl Changed {
    /// Nothing.
    pub const NOTHING: Self = Self(0);

    /// Whether nothing was changed.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether rows of `table` were.
    pub fn touches(self, table: Table) -> bool {
        self.0 & (1 << table as u8) != 0
    }

    pub(super) fn with(self, table: Table) -> Self {
        Self(self.0 | 1 << table as u8)
    }
}

/// The tables that the journal watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Records.
    Students,
    /// Altas and bajas.
    Movements,
    /// Vigencia checks.
    Checks,
    /// Printed sheets.
    Prints,
    /// Lists that left the program.
    Rosters,
    /// Settings, but for how the window looks.
    Settings,
    /// The catalogue of clinics.
    Clinics,
    /// The history that a constancia lists.
    Affiliations,
    /// Rows of the Lista de cotejo.
    Checklist,
}

impl Table {
    pub(super) const ALL: [Self; 9] = [
        Self::Students,
        Self::Movements,
        Self::Checks,
        Self::Prints,
        Self::Rosters,
        Self::Settings,
        Self::Clinics,
        Self::Affiliations,
        Self::Checklist,
    ];

    /// Its name in the register.
    pub fn name(self) -> &'static str {
        match self {
            Self::Students => "students",
            Self::Movements => "movements",
            Self::Checks => "checks",
            Self::Prints => "prints",
            Self::Rosters => "rosters",
            Self::Settings => "settings",
            Self::Clinics => "clinics",
            Self::Affiliations => "affiliations",
            Self::Checklist => "checklist",
        }
    }

    pub(in crate::store) fn from_name(name: &str) -> Result<Self, StoreError> {
        Self::ALL
            .into_iter()
            .find(|table| table.name() == name)
            .ok_or_else(|| StoreError::Unreadable {
                column: "changes.table_name",
                value: name.to_owned(),
            })
    }

    /// The column that says whom a row is about.
    pub(super) fn student_column(self) -> Option<&'static str> {
        match self {
            Self::Students => Some("id"),
            Self::Movements | Self::Checks | Self::Affiliations | Self::Prints | Self::Checklist => {
                Some("student_id")
            }
            Self::Rosters | Self::Settings | Self::Clinics => None,
        }
    }

    /// Which of its rows the journal hears of, as a condition on `row`. How the window looks is no fact about anybody:
    /// a zoom is no act, and Ctrl+Z never takes one back.
    pub(super) fn heard(self, row: &str) -> String {
        match self {
            Self::Settings => format!("{row}.key NOT GLOB 'apariencia.*'"),
            _ => "TRUE".to_owned(),
        }
    }
}
