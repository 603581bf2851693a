//! For whom a baja is proposed, and why. Nobody's baja is ever prepared by itself: somebody has to say so.
//!
//! Source: the domain notes, section 4. Whoever left, for a while or for good, is not eligible; where another insurance
//! holds, it prevails, and ours should end so that the historial stays clean.

use super::movement::BajaMotive;
use super::student::Standing;
use super::vigencia::Dossier;

/// The motive for which a baja is proposed of a student; `None` where no alta of ours counts, a movement is open, or
/// nothing stands against the alta.
pub fn proposed(standing: Standing, dossier: &Dossier<'_>) -> Option<BajaMotive> {
    if dossier.movements.iter().any(|movement| movement.state.is_open()) {
        return None;
    }
    let active = dossier.active()?;
    let stands_against = standing != Standing::Enrolled
        || dossier
            .last_check()
            .is_some_and(|check| check.is_by_another() && check.on >= active.date());
    stands_against.then(|| motive(standing))
}

/// The motive of somebody for whom a baja is proposed: the school's word comes first; who is enrolled has another
/// insurance.
pub fn motive(standing: Standing) -> BajaMotive {
    match standing {
        Standing::Graduated => BajaMotive::Graduation,
        Standing::NotEnrolled => BajaMotive::NotReenrolled,
        Standing::TemporaryLeave => BajaMotive::TemporaryLeave,
        Standing::Withdrawn => BajaMotive::Withdrawal,
        Standing::Enrolled => BajaMotive::OtherInsurance,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::ids::{MovementId, StudentId};
    use crate::domain::movement::{Movement, MovementKind, MovementState};
    use crate::domain::vigencia::{Check, CheckSource};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn movement(kind: MovementKind, state: MovementState) -> Movement {
        Movement {
            id: MovementId(1),
            student: StudentId(1),
            kind,
            cut: date("2026-11-16"),
            state,
            urgent: false,
            motive: None,
            queued_on: date("2026-11-12"),
            sent_on: Some(date("2026-11-13")),
            answered_on: (state == MovementState::Accepted).then(|| date("2026-11-18")),
            rejection: None,
            rejection_code: None,
            follows: None,
            cancellation: None,
        }
    }

    fn check(on: &str, vigente: bool, ours: Option<bool>) -> Check {
        Check {
            on: date(on),
            vigente,
            source: CheckSource::Constancia,
            ours,
            seen_by: "Lupita".into(),
        }
    }

    fn of(standing: Standing, movements: &[Movement], checks: &[Check]) -> Option<BajaMotive> {
        let dossier = Dossier {
            movements,
            checks,
            prior_alta: None,
        };
        proposed(standing, &dossier)
    }

    #[test]
    fn each_standing_has_its_motive_where_an_alta_counts() {
        let alta = [movement(MovementKind::Alta, MovementState::Accepted)];
        for (standing, motive) in [
            (Standing::Graduated, BajaMotive::Graduation),
            (Standing::NotEnrolled, BajaMotive::NotReenrolled),
            (Standing::TemporaryLeave, BajaMotive::TemporaryLeave),
            (Standing::Withdrawn, BajaMotive::Withdrawal),
        ] {
            assert_eq!(of(standing, &alta, &[]), Some(motive));
            assert_eq!(of(standing, &[], &[]), None, "nothing is known of an alta");
            assert_eq!(of(standing, &alta, &[check("2026-11-20", false, None)]), None);
        }
        assert_eq!(of(Standing::Enrolled, &alta, &[]), None);
    }

    #[test]
    fn another_insurance_stands_against_the_alta_of_who_is_enrolled() {
        let alta = [movement(MovementKind::Alta, MovementState::Accepted)];
        let enrolled = |checks: &[Check]| of(Standing::Enrolled, &alta, checks);
        let other = BajaMotive::OtherInsurance;
        assert_eq!(enrolled(&[check("2026-11-20", true, Some(false))]), Some(other));
        assert_eq!(enrolled(&[check("2026-11-18", true, Some(false))]), Some(other));
        assert_eq!(
            enrolled(&[check("2026-11-17", true, Some(false))]),
            None,
            "of before the alta"
        );
        assert_eq!(
            enrolled(&[check("2026-11-20", true, None)]),
            None,
            "nobody can tell"
        );
        let back = [
            check("2026-11-19", true, Some(false)),
            check("2026-11-20", true, Some(true)),
        ];
        assert_eq!(enrolled(&back), None, "ours again");
        // The school's word is the surer motive.
        let elsewhere = [check("2026-11-20", true, Some(false))];
        assert_eq!(
            of(Standing::Graduated, &alta, &elsewhere),
            Some(BajaMotive::Graduation)
        );
        assert_eq!(of(Standing::Enrolled, &[], &elsewhere), None, "no alta of ours");
    }

    #[test]
    fn nothing_is_proposed_while_a_movement_is_open() {
        let open = [
            movement(MovementKind::Alta, MovementState::Accepted),
            movement(MovementKind::Baja, MovementState::Queued),
        ];
        assert_eq!(of(Standing::Graduated, &open, &[]), None);
    }
}
