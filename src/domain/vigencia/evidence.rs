//! How old a proof is, and from when it should be asked for again.

use chrono::NaiveDate;

use super::Check;

/// How old a proof is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EvidenceAge {
    /// Reciente.
    Recent,
    /// Por renovar.
    ToRenew,
    /// Vencida.
    Expired,
}

/// How many days a check counts as what; settings of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvidenceLimits {
    /// Up to so many days it is reciente.
    pub recent: i64,
    /// Up to so many it is por renovar; after them, vencida.
    pub renew: i64,
}

impl EvidenceLimits {
    /// 30 and 90 days, until somebody at the campus says otherwise.
    pub const DEFAULT: Self = Self {
        recent: 30,
        renew: 90,
    };

    /// The age of what was read on that day. A day that has not come counts as today.
    pub fn age(self, on: NaiveDate, today: NaiveDate) -> EvidenceAge {
        match (today - on).num_days() {
            days if days <= self.recent => EvidenceAge::Recent,
            days if days <= self.renew => EvidenceAge::ToRenew,
            _ => EvidenceAge::Expired,
        }
    }
}

impl Default for EvidenceLimits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl EvidenceAge {
    /// All of them, the youngest first.
    pub const ALL: [Self; 3] = [Self::Recent, Self::ToRenew, Self::Expired];

    /// The word by which the console tells it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Recent => "reciente",
            Self::ToRenew => "por_renovar",
            Self::Expired => "vencida",
        }
    }
}

impl Check {
    /// How old it is on `today`.
    pub fn age(&self, today: NaiveDate, limits: EvidenceLimits) -> EvidenceAge {
        limits.age(self.on, today)
    }
}
