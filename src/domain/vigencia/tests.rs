use super::*;
use crate::domain::ids::{MovementId, StudentId};
use crate::domain::movement::{Cancellation, QueueAdvice, QueueRefusal, may_queue};
use crate::domain::student::Standing;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A movement of the cut of 16 November, sent on the 13th and answered on the 18th where its state says so.
fn movement(kind: MovementKind, state: MovementState) -> Movement {
    let sent = matches!(
        state,
        MovementState::Sent | MovementState::Accepted | MovementState::Rejected
    );
    let answered = matches!(state, MovementState::Accepted | MovementState::Rejected);
    Movement {
        id: MovementId(1),
        student: StudentId(1),
        kind,
        cut: date("2026-11-16"),
        state,
        urgent: false,
        motive: None,
        queued_on: date("2026-11-12"),
        sent_on: sent.then(|| date("2026-11-13")),
        answered_on: answered.then(|| date("2026-11-18")),
        rejection: None,
        cancellation: (state == MovementState::Cancelled).then_some(Cancellation::Withdrawn),
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

fn chip_on(today: &str, movements: &[Movement], checks: &[Check]) -> Chip {
    let dossier = Dossier {
        movements,
        checks,
        prior_alta: None,
    };
    Facts::of(&dossier, WindowLimits::default()).chip(date(today), 30)
}

/// The table of the one chip, row by row.
#[test]
fn the_first_rule_that_applies_makes_the_chip() {
    use MovementKind::{Alta, Baja};
    use MovementState::*;

    let window = Window {
        from: date("2026-11-17"),
        until: date("2026-11-19"),
    };
    let cut = date("2026-11-16");
    let proven = |vigente, on: &str| Chip::Proven {
        vigente,
        on: date(on),
        after_baja: false,
        stale_days: None,
    };

    // 1: rejected, and nothing followed.
    let rejected = [movement(Alta, Rejected)];
    assert_eq!(
        chip_on("2026-11-20", &rejected, &[]),
        Chip::Rejected {
            kind: Alta,
            on: date("2026-11-18")
        }
    );
    assert_eq!(
        chip_on("2026-11-20", &rejected, &[check("2026-11-15", true, None)]),
        Chip::Rejected {
            kind: Alta,
            on: date("2026-11-18")
        },
        "an older check changes nothing"
    );
    assert_eq!(
        chip_on("2026-11-20", &rejected, &[check("2026-11-20", true, None)]),
        proven(true, "2026-11-20")
    );

    // 2: queued, or in a closed cut; a check newer than it raises advice, not a change.
    for (state, expected) in [
        (Queued, Chip::Queued { cut }),
        (InDispatch, Chip::InDispatch { cut }),
    ] {
        for checks in [vec![], vec![check("2026-11-14", true, Some(false))]] {
            assert_eq!(chip_on("2026-11-14", &[movement(Alta, state)], &checks), expected);
        }
    }

    // 3 to 5: sent.
    for state in [Sent, Accepted] {
        let sent = [movement(Alta, state)];
        let older = [check("2026-11-13", false, None)];
        for checks in [&[][..], &older[..]] {
            assert_eq!(chip_on("2026-11-15", &sent, checks), Chip::Expected { window });
            assert_eq!(chip_on("2026-11-19", &sent, checks), Chip::Expected { window });
            assert_eq!(
                chip_on("2026-11-20", &sent, checks),
                Chip::ReviewDue {
                    since: date("2026-11-20")
                }
            );
        }
        for vigente in [true, false] {
            assert_eq!(
                chip_on("2026-11-20", &sent, &[check("2026-11-18", vigente, None)]),
                proven(vigente, "2026-11-18")
            );
        }
    }

    // For a baja, no vigente is the good answer.
    assert_eq!(
        chip_on(
            "2026-11-20",
            &[movement(Baja, Accepted)],
            &[check("2026-11-20", false, None)]
        ),
        Chip::Proven {
            vigente: false,
            on: date("2026-11-20"),
            after_baja: true,
            stale_days: None
        }
    );

    // 6 and 7: only a check, nothing, or only what was cancelled.
    assert_eq!(
        chip_on("2026-11-20", &[], &[check("2026-11-20", false, None)]),
        proven(false, "2026-11-20")
    );
    assert_eq!(chip_on("2026-11-20", &[], &[]), Chip::Nothing);
    assert_eq!(
        chip_on("2026-11-20", &[movement(Alta, Cancelled)], &[]),
        Chip::Nothing
    );
}

#[test]
fn a_check_that_is_no_longer_recent_shows_its_age() {
    let old = [check("2026-08-12", true, None)];
    let age = |today| match chip_on(today, &[], &old) {
        Chip::Proven { stale_days, .. } => stale_days,
        other => panic!("{other:?}"),
    };
    assert_eq!(age("2026-09-11"), None, "30 days are recent");
    assert_eq!(age("2026-09-12"), Some(31));
    assert_eq!(age("2026-11-21"), Some(101));
}

/// No status without its date, «Sin dato» excepted: for every state, every check and every day around them.
#[test]
fn no_words_of_a_state_lack_their_date() {
    let days: Vec<NaiveDate> = date("2026-11-10").iter_days().take(20).collect();
    let checks = [None, Some(true), Some(false)];
    for kind in MovementKind::ALL {
        for state in MovementState::ALL {
            for vigente in checks {
                for on in &days {
                    for today in days.iter().filter(|today| *today >= on) {
                        let movements = [movement(kind, state)];
                        let seen: Vec<_> = vigente
                            .map(|vigente| check(&on.to_string(), vigente, None))
                            .into_iter()
                            .collect();
                        let chip = chip_on(&today.to_string(), &movements, &seen);
                        let words = crate::words::record::chip(chip);
                        assert!(
                            words == "Sin dato" || words.chars().any(|c| c.is_ascii_digit()),
                            "{words} for {kind:?} {state:?} {vigente:?}"
                        );
                        let dossier = Dossier {
                            movements: &movements,
                            checks: &seen,
                            prior_alta: None,
                        };
                        let facts = Facts::of(&dossier, WindowLimits::default());
                        for fact in crate::words::record::facts(&facts, *today) {
                            let whole = format!("{} {} {}", fact.fact, fact.first, fact.second);
                            let claims = whole.to_lowercase().contains("vigente");
                            assert!(
                                !claims || whole.contains("2026") || whole.contains("nov"),
                                "{whole}"
                            );
                        }
                    }
                }
            }
        }
    }
}

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
        Ok(vec![QueueAdvice::AlreadyCoveredElsewhere(date("2026-11-20"))])
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

/// The cases of the window «no vigente», each with the one step that it leaves.
#[test]
fn every_case_has_its_next_step() {
    use MovementKind::{Alta, Baja};
    use MovementState::*;

    let step = |today: &str, movements: &[Movement], checks: &[Check], prior: Option<&str>, standing| {
        let dossier = Dossier {
            movements,
            checks,
            prior_alta: prior.map(date),
        };
        let facts = Facts::of(&dossier, WindowLimits::default());
        // As text, since a step borrows the movement that it speaks of.
        format!("{:?}", NextStep::of(&dossier, &facts, standing, date(today), 30))
    };
    let enrolled = |today: &str, movements: &[Movement], checks: &[Check]| {
        step(today, movements, checks, None, Standing::Enrolled)
    };
    let some = |step: NextStep<'_>| format!("{:?}", Some(step));
    let (on, ended) = (date("2026-11-20"), date("2026-11-19"));

    // Nothing known: an alta, for who is enrolled.
    assert_eq!(enrolled("2026-11-21", &[], &[]), some(NextStep::QueueAlta));
    assert_eq!(step("2026-11-21", &[], &[], None, Standing::Graduated), "None");
    let said_no = [check("2026-11-20", false, None)];
    assert_eq!(
        enrolled("2026-11-21", &[], &said_no),
        some(NextStep::QueueAltaAgain { on })
    );
    assert_eq!(
        step("2026-11-21", &[], &[], Some("2026-02-01"), Standing::Enrolled),
        some(NextStep::ConfirmPriorAlta)
    );

    // Waiting for the cut: the strip of the queue says it.
    assert_eq!(enrolled("2026-11-14", &[movement(Alta, Queued)], &[]), "None");
    assert_eq!(
        enrolled("2026-11-14", &[movement(Alta, InDispatch)], &said_no),
        "None"
    );

    // Sent: in the window there is nothing to send again, whatever a document says; then a document is asked for.
    let sent = [movement(Alta, Sent)];
    let early_no = [check("2026-11-18", false, None)];
    let wait = some(NextStep::Wait {
        kind: Alta,
        until: ended,
    });
    assert_eq!(enrolled("2026-11-18", &sent, &[]), wait);
    assert_eq!(enrolled("2026-11-19", &sent, &early_no), wait);
    assert_eq!(
        enrolled("2026-11-20", &sent, &[]),
        some(NextStep::AskForConstancia { ended })
    );
    assert_eq!(
        enrolled("2026-11-21", &sent, &said_no),
        some(NextStep::LookForMismatch { on, ended })
    );

    // Vigente: nothing, until the document is old.
    let said_yes = [check("2026-11-20", true, Some(true))];
    assert_eq!(enrolled("2026-11-21", &sent, &said_yes), "None");
    assert_eq!(
        enrolled("2026-12-21", &sent, &said_yes),
        some(NextStep::Renew { on, days: 31 })
    );

    // Rejected: until a document of later says vigente.
    let rejected = [movement(Alta, Rejected)];
    assert_eq!(
        enrolled("2026-11-21", &rejected, &[]),
        some(NextStep::Correct(&rejected[0]))
    );
    assert_eq!(
        enrolled("2026-11-21", &rejected, &said_no),
        some(NextStep::Correct(&rejected[0]))
    );
    assert_eq!(enrolled("2026-11-21", &rejected, &said_yes), "None");

    // Another institution comes before all that, unless something of ours is later.
    let elsewhere = [check("2026-11-20", true, Some(false))];
    for movements in [&[][..], &sent, &rejected] {
        assert_eq!(
            enrolled("2026-11-21", movements, &elsewhere),
            some(NextStep::CoveredElsewhere { on })
        );
    }
    let before = [check("2026-11-10", true, Some(false))];
    assert_eq!(enrolled("2026-11-18", &sent, &before), wait);

    // A baja: no vigente is what was hoped for.
    let baja = [movement(Baja, Accepted)];
    assert_eq!(enrolled("2026-11-21", &baja, &said_no), "None");
    assert_eq!(
        enrolled("2026-11-21", &baja, &[]),
        some(NextStep::AskForConstancia { ended })
    );
}
