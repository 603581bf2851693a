//! Why a movement is set aside when its cut is closed: observations, grouped as a clerk works through them.

use super::movement::Observation;
use super::person_name::NameProblem;

/// A kind of observation, the most telling first: what comes first names the group of a movement that has several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// No NSS, or one en trámite.
    NssMissing,
    /// NSS por confirmar: it does not pass its check, or somebody else has it.
    NssDoubtful,
    /// A convencional NSS that nobody has seen on a constancia.
    NssConventional,
    /// An alta without CURP.
    CurpMissing,
    /// An alta whose CURP is por confirmar.
    CurpDoubtful,
    /// A part of the name is longer than the file holds.
    NameTooLong,
    /// The name has a character that the file can't carry.
    NameCharacter,
    /// An alta of somebody whom another institution covers.
    OtherInsurance,
    /// An alta of somebody who is enrolled no more.
    NotEnrolled,
}

impl Cause {
    /// All of them, in the order in which they are walked.
    pub const ALL: [Self; 9] = [
        Self::NssMissing,
        Self::NssDoubtful,
        Self::NssConventional,
        Self::CurpMissing,
        Self::CurpDoubtful,
        Self::NameTooLong,
        Self::NameCharacter,
        Self::OtherInsurance,
        Self::NotEnrolled,
    ];

    /// The word under which it is stored, and which the console prints.
    pub fn code(self) -> &'static str {
        match self {
            Self::NssMissing => "sin_nss",
            Self::NssDoubtful => "nss_por_confirmar",
            Self::NssConventional => "nss_provisional",
            Self::CurpMissing => "sin_curp",
            Self::CurpDoubtful => "curp_por_confirmar",
            Self::NameTooLong => "nombre_largo",
            Self::NameCharacter => "nombre_caracter",
            Self::OtherInsurance => "otro_seguro",
            Self::NotEnrolled => "no_inscrito",
        }
    }

    /// The cause stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }

    /// The causes of some observations, each once, the most telling first.
    pub fn of(observations: &[Observation]) -> Vec<Self> {
        let mut causes: Vec<Self> = observations.iter().map(Self::from).collect();
        causes.sort_unstable();
        causes.dedup();
        causes
    }
}

impl From<&Observation> for Cause {
    fn from(observation: &Observation) -> Self {
        match observation {
            Observation::NssMissing | Observation::NssInProcess => Self::NssMissing,
            Observation::NssDoubtful => Self::NssDoubtful,
            Observation::NssConventional => Self::NssConventional,
            Observation::CurpMissing => Self::CurpMissing,
            Observation::CurpDoubtful => Self::CurpDoubtful,
            Observation::Name(NameProblem::TooLong { .. }) => Self::NameTooLong,
            Observation::Name(NameProblem::NotCarried { .. }) => Self::NameCharacter,
            Observation::OtherInsurance { .. } => Self::OtherInsurance,
            Observation::NotEnrolled(_) => Self::NotEnrolled,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::student::Standing;

    #[test]
    fn the_most_telling_comes_first_and_each_once() {
        let observed = [
            Observation::NotEnrolled(Standing::Graduated),
            Observation::NssInProcess,
            Observation::Name(NameProblem::NotCarried { ch: 'Ș' }),
            Observation::Name(NameProblem::NotCarried { ch: 'Ț' }),
        ];
        assert_eq!(
            Cause::of(&observed),
            [Cause::NssMissing, Cause::NameCharacter, Cause::NotEnrolled]
        );
        assert!(Cause::of(&[]).is_empty());
    }

    #[test]
    fn each_is_found_by_its_code() {
        for cause in Cause::ALL {
            assert_eq!(Cause::from_code(cause.code()), Some(cause));
        }
    }
}
