//! Who is active, who may be queued, where a state may go.

use super::*;

#[test]
fn the_newest_evidence_says_who_is_active() {
    use MovementKind::{Alta, Baja};
    use MovementState::*;

    let active = |movements: &[Movement], checks: &[Check], prior_alta: Option<&str>| {
        Dossier {
            movements,
            checks,
            prior_alta: prior_alta.map(date),
        }
        .active()
    };
    assert_eq!(active(&[], &[], None), None);
    assert_eq!(
        active(&[movement(Alta, Queued)], &[], None),
        None,
        "a queue is no evidence"
    );
    assert_eq!(
        active(&[movement(Alta, Sent)], &[], None),
        Some(ActiveSince::Sent(date("2026-11-13")))
    );
    assert_eq!(
        active(&[movement(Alta, Accepted)], &[], None),
        Some(ActiveSince::Accepted(date("2026-11-18")))
    );
    assert_eq!(active(&[movement(Alta, Rejected)], &[], None), None);
    assert_eq!(
        active(&[], &[check("2026-11-20", true, Some(true))], None),
        Some(ActiveSince::Proven(date("2026-11-20")))
    );
    assert_eq!(
        active(&[], &[check("2026-11-20", true, Some(false))], None),
        None,
        "another institution"
    );
    assert_eq!(
        active(&[], &[], Some("2026-08-01")),
        Some(ActiveSince::PriorAlta(date("2026-08-01")))
    );
    assert_eq!(
        active(
            &[movement(Alta, Accepted)],
            &[check("2026-11-20", false, None)],
            None
        ),
        None,
        "a later check no vigente ends it"
    );
    let baja = Movement {
        id: MovementId(2),
        ..movement(Baja, Sent)
    };
    assert_eq!(
        active(&[baja], &[], Some("2026-08-01")),
        None,
        "a later baja ends it"
    );
}

#[test]
fn who_may_be_queued() {
    use MovementKind::{Alta, Baja};
    use MovementState::*;

    let may = |kind, standing, movements: &[Movement], checks: &[Check]| {
        may_queue(
            kind,
            standing,
            &Dossier {
                movements,
                checks,
                prior_alta: None,
            },
        )
    };
    for standing in Standing::ALL {
        let alta = may(Alta, standing, &[], &[]);
        if standing == Standing::Enrolled {
            assert_eq!(alta, Ok(vec![]));
        } else {
            assert_eq!(alta, Err(QueueRefusal::NotEnrolled(standing)));
        }
        assert_eq!(may(Baja, standing, &[], &[]), Ok(vec![QueueAdvice::NoKnownAlta]));
    }
    for state in [Queued, InDispatch] {
        for kind in MovementKind::ALL {
            let refused = may(kind, Standing::Enrolled, &[movement(Alta, state)], &[]);
            assert!(
                matches!(refused, Err(QueueRefusal::OpenMovement { .. })),
                "{kind:?} {state:?}"
            );
        }
    }
    let active = [movement(Alta, Accepted)];
    assert!(matches!(
        may(Alta, Standing::Enrolled, &active, &[]),
        Err(QueueRefusal::StillActive(ActiveSince::Accepted(_)))
    ));
    assert_eq!(may(Baja, Standing::Enrolled, &active, &[]), Ok(vec![]));
    let denied = [check("2026-11-20", false, None)];
    assert_eq!(
        may(Alta, Standing::Enrolled, &active, &denied),
        Ok(vec![]),
        "the last check says no vigente"
    );
    let elsewhere = [check("2026-11-20", true, Some(false))];
    assert_eq!(
        may(Alta, Standing::Enrolled, &[], &elsewhere),
        Ok(vec![]),
        "nothing refuses it: it is an observation"
    );
}

#[test]
fn a_state_goes_only_where_its_table_says() {
    use MovementState::*;

    let allowed = [
        (Queued, InDispatch),
        (Queued, Cancelled),
        (InDispatch, Sent),
        (InDispatch, Queued),
        (Sent, Accepted),
        (Sent, Rejected),
    ];
    for from in MovementState::ALL {
        for to in MovementState::ALL {
            assert_eq!(
                from.may_become(to),
                allowed.contains(&(from, to)),
                "{from:?} -> {to:?}"
            );
        }
    }
}
