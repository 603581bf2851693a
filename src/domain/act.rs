//! What can be done at the desk, as the journal keeps it and the history tells it.

/// What a clerk can do.
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
    /// A cut closed: what can go is en envío, the rest is set aside.
    CloseCut,
    /// A closed cut opened again.
    ReopenCut,
    /// An envío recorded as sent.
    SendDispatch,
    /// Channel, lote or day of an envío corrected.
    CorrectSending,
    /// What IMSS answered.
    Reconcile,
    /// A summary printed.
    PrintSummary,
    /// A list printed.
    PrintList,
    /// Hoy, on paper.
    PrintMorning,
    /// A list written to a file.
    ExportList,
    /// What a document said about a student's vigencia.
    RecordCheck,
    /// Students told by mail that their altas were accepted.
    SendNotices,
    /// The case of somebody who is not vigente opened.
    OpenCase,
    /// What was told to somebody about it.
    NoteCase,
    /// It closed.
    CloseCase,
    /// What a student handed in, on the Lista de cotejo.
    Checklist,
    /// A Lista de cotejo printed.
    PrintChecklist,
    /// Steps for a clinic printed.
    PrintClinicSteps,
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
    /// Two people of one name told apart.
    TellApart,
    /// The rows of a sheet saved.
    Import,
    /// An import taken back after other acts, but for the records that were changed since.
    UndoImport,
    /// A copy brought back in the place of the register.
    ReplaceRegister,
    /// Derived columns put right by `verificar --reparar`.
    Repair,
    /// An act taken back.
    Undo,
    /// An act repeated.
    Redo,
}

impl ActKind {
    const ALL: [Self; 41] = [
        Self::SetUp,
        Self::Register,
        Self::Edit,
        Self::QueueAlta,
        Self::QueueBaja,
        Self::CancelMovement,
        Self::MarkUrgent,
        Self::CloseCut,
        Self::ReopenCut,
        Self::SendDispatch,
        Self::CorrectSending,
        Self::Reconcile,
        Self::PrintSummary,
        Self::PrintList,
        Self::PrintMorning,
        Self::ExportList,
        Self::RecordCheck,
        Self::SendNotices,
        Self::OpenCase,
        Self::NoteCase,
        Self::CloseCase,
        Self::Checklist,
        Self::PrintChecklist,
        Self::PrintClinicSteps,
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
        Self::TellApart,
        Self::Import,
        Self::UndoImport,
        Self::ReplaceRegister,
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
            Self::CloseCut => "cierre",
            Self::ReopenCut => "reapertura",
            Self::SendDispatch => "envio",
            Self::CorrectSending => "envio_corregido",
            Self::Reconcile => "conciliacion",
            Self::PrintSummary => "resumen",
            Self::PrintList => "relacion",
            Self::PrintMorning => "hoja_de_la_manana",
            Self::ExportList => "exportacion",
            Self::RecordCheck => "comprobacion",
            Self::SendNotices => "avisos",
            Self::OpenCase => "caso",
            Self::NoteCase => "caso_anotado",
            Self::CloseCase => "caso_cerrado",
            Self::Checklist => "cotejo",
            Self::PrintChecklist => "cotejo_impreso",
            Self::PrintClinicSteps => "pasos_umf",
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
            Self::TellApart => "distintas",
            Self::Import => "importacion",
            Self::UndoImport => "importacion_deshecha",
            Self::ReplaceRegister => "copia_restaurada",
            Self::Repair => "reparacion",
            Self::Undo => "deshacer",
            Self::Redo => "rehacer",
        }
    }

    /// The reverse of [`ActKind::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it left the program, to IMSS, as paper or as a file, or came from outside, as a copy: that can't be taken
    /// back here.
    pub fn went_out(self) -> bool {
        matches!(
            self,
            Self::SendDispatch
                | Self::PrintSummary
                | Self::PrintChecklist
                | Self::PrintClinicSteps
                | Self::PrintList
                | Self::PrintMorning
                | Self::ExportList
                | Self::ReplaceRegister
        )
    }
}
