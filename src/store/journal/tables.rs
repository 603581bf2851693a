//! The tables that the journal watches.

use super::StoreError;

/// Which tables an act changed, so that a screen reads again only what it shows of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed(u32);

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
    /// People of one name who were told apart.
    Distinct,
    /// Sheets that were imported.
    Imports,
    /// Cuts that were closed.
    Closings,
    /// Their envíos.
    Dispatches,
    /// What the envíos carry.
    DispatchLines,
    /// What a closing left out.
    SetAsides,
    /// What of a closed cut left the program.
    DispatchPapers,
    /// Cases of people who are not vigente.
    Cases,
    /// What was told about them.
    CaseNotes,
    /// Mails that told of an accepted alta.
    Notices,
}

impl Table {
    pub(super) const ALL: [Self; 19] = [
        Self::Students,
        Self::Movements,
        Self::Checks,
        Self::Prints,
        Self::Rosters,
        Self::Settings,
        Self::Clinics,
        Self::Affiliations,
        Self::Checklist,
        Self::Distinct,
        Self::Imports,
        Self::Closings,
        Self::Dispatches,
        Self::DispatchLines,
        Self::SetAsides,
        Self::DispatchPapers,
        Self::Cases,
        Self::CaseNotes,
        Self::Notices,
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
            Self::Distinct => "distinct_people",
            Self::Imports => "imports",
            Self::Closings => "closings",
            Self::Dispatches => "dispatches",
            Self::DispatchLines => "dispatch_lines",
            Self::SetAsides => "set_asides",
            Self::DispatchPapers => "dispatch_papers",
            Self::Cases => "cases",
            Self::CaseNotes => "case_notes",
            Self::Notices => "notices",
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
    pub(in crate::store) fn student_column(self) -> Option<&'static str> {
        match self {
            Self::Students => Some("id"),
            Self::Movements
            | Self::Checks
            | Self::Affiliations
            | Self::Prints
            | Self::Checklist
            | Self::Distinct
            | Self::SetAsides
            | Self::Cases
            | Self::CaseNotes
            | Self::Notices => Some("student_id"),
            // What a line has to tell of a student, the movement tells.
            Self::Rosters
            | Self::Settings
            | Self::Clinics
            | Self::Imports
            | Self::Closings
            | Self::Dispatches
            | Self::DispatchLines
            | Self::DispatchPapers => None,
        }
    }

    /// Of which columns the journal tells though an act left them as they were; the others of such a row it leaves out, since
    /// of these two tables it would hold each row many times over. `None` for a table whose rows are told whole: they
    /// are few, and say only together what they are about.
    pub(super) fn told_beside_changes(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Movements => Some(&[]),
            // The history says of any change of the clinic where it was read.
            Self::Students => Some(&["clinic_source", "clinic_on"]),
            _ => None,
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
