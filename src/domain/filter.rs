//! Lists that the desk keeps ready: which students each one holds, and how somebody types them.

mod typed;

pub use typed::{Narrow, Search, is_career};

/// A saved filter. None but [`Filter::Archived`] holds anybody whose record was put away, unless a movement of theirs is
/// open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Filter {
    /// Everybody whose record was not put away; those too, where somebody looks for them by name or number.
    #[default]
    All,
    /// Enrolled, and without a NSS yet: nobody asked for it, or it is en trámite.
    WithoutNss,
    /// With a NSS or a CURP por confirmar.
    ToConfirm,
    /// With a movement that is not sent yet.
    InCut,
    /// Whose window is over and of whom nobody has read a document since, nor opened a case: «Revisar vigencia».
    ReviewDue,
    /// Whose movement is expected to show today.
    ExpectedToday,
    /// Whose last movement was rejected, and nothing followed.
    Rejected,
    /// Of whom a case is open: somebody was told something, and waits.
    OpenCases,
    /// Enrolled no more or covered by another insurance, with an alta that still counts: a baja is proposed.
    ProposedBajas,
    /// Of whom the newest document says vigente, and who has no clinic yet.
    WithoutClinic,
    /// Of whom the newest document says vigente, so long ago that it proves nothing any more.
    Expired,
    /// With a queued movement that would be set aside at the closing.
    WithObservation,
    /// Whose record was put away.
    Archived,
}

impl Filter {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 13] = [
        Self::All,
        Self::WithoutNss,
        Self::ToConfirm,
        Self::InCut,
        Self::ReviewDue,
        Self::ExpectedToday,
        Self::Rejected,
        Self::OpenCases,
        Self::ProposedBajas,
        Self::WithoutClinic,
        Self::Expired,
        Self::WithObservation,
        Self::Archived,
    ];

    /// The word by which the console and the register know it.
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "todos",
            Self::WithoutNss => "sin_nss",
            Self::ToConfirm => "por_confirmar",
            Self::InCut => "en_corte",
            Self::ReviewDue => "revisar",
            Self::ExpectedToday => "esperados",
            Self::Rejected => "rechazadas",
            Self::OpenCases => "casos_abiertos",
            Self::ProposedBajas => "bajas_propuestas",
            Self::WithoutClinic => "sin_clinica",
            Self::Expired => "vencida",
            Self::WithObservation => "con_observacion",
            Self::Archived => "archivados",
        }
    }

    /// The filter of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.code() == code)
    }
}
