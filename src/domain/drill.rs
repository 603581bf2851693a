//! The trial of a copy: restored apart, compared, worked with. When one is due, and what is kept of it.

use chrono::NaiveDateTime;

/// Days after which the next trial is due.
const EVERY_DAYS: i64 = 7;

/// What the hash said of the newest sealed copy in the second place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwayState {
    /// The office chose none.
    NoPlace,
    /// It was not there.
    Absent,
    /// It held no copy.
    NoCopies,
    /// The copy of that moment is whole.
    Whole(NaiveDateTime),
    /// The copy of that moment is not what was written.
    DoesNotMatch(NaiveDateTime),
}

impl AwayState {
    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoPlace => "sin_lugar",
            Self::Absent => "ausente",
            Self::NoCopies => "sin_copias",
            Self::Whole(_) => "integra",
            Self::DoesNotMatch(_) => "no_coincide",
        }
    }

    /// The reverse of [`AwayState::code`]; `at` is the moment of the copy.
    pub fn from_code(code: &str, at: Option<NaiveDateTime>) -> Option<Self> {
        match code {
            "sin_lugar" => Some(Self::NoPlace),
            "ausente" => Some(Self::Absent),
            "sin_copias" => Some(Self::NoCopies),
            "integra" => at.map(Self::Whole),
            "no_coincide" => at.map(Self::DoesNotMatch),
            _ => None,
        }
    }
}

/// The trial of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drill {
    /// When it was tried.
    pub at: NaiveDateTime,
    /// Who was at the window.
    pub by: String,
    /// When the copy was made.
    pub copy_at: NaiveDateTime,
    /// How many students it held.
    pub students: u64,
    /// How many movements it held.
    pub movements: u64,
    /// How many acts its journal held.
    pub acts: u64,
    /// How many milliseconds it took.
    pub millis: u64,
    /// Whether it was restored, agreed with its manifest, and could be worked with.
    pub passed: bool,
    /// What the hash said of the newest sealed copy.
    pub away: AwayState,
}

/// Whether the next trial is due. A clock that was set back before the last one makes none due and none lost: they count
/// on from the new time once it has passed.
pub fn is_due(last: Option<NaiveDateTime>, now: NaiveDateTime) -> bool {
    last.is_none_or(|last| (now - last).num_days() >= EVERY_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_copy_is_tried_once_a_week() {
        assert!(is_due(None, at("2026-11-21T10:30:00")));
        let last = Some(at("2026-11-14T10:30:00"));
        assert!(!is_due(last, at("2026-11-21T10:29:59")));
        assert!(is_due(last, at("2026-11-21T10:30:00")));
        assert!(!is_due(last, at("2020-01-01T00:00:00")));
    }

    #[test]
    fn every_state_of_the_second_place_reads_back() {
        let moment = at("2026-11-21T10:30:00");
        for state in [
            AwayState::NoPlace,
            AwayState::Absent,
            AwayState::NoCopies,
            AwayState::Whole(moment),
            AwayState::DoesNotMatch(moment),
        ] {
            assert_eq!(AwayState::from_code(state.code(), Some(moment)), Some(state));
        }
        assert_eq!(AwayState::from_code("integra", None), None);
    }
}
