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

/// What the table of ux.md 1.1 says, written down a second time in the order of its rows.
fn chip_by_the_table(movement: Option<&Movement>, check: Option<&Check>, today: NaiveDate) -> Chip {
    let after = |day: NaiveDate| check.filter(|check| check.on > day);
    let proven = |check: &Check, after_baja: bool| Chip::Proven {
        vigente: check.vigente,
        on: check.on,
        after_baja,
        stale_days: Some((today - check.on).num_days()).filter(|days| *days > 30),
    };
    let only_checked = || check.map_or(Chip::Nothing, |check| proven(check, false));
    let Some(movement) = movement.filter(|it| it.state != MovementState::Cancelled) else {
        return only_checked();
    };
    let is_baja = movement.kind == MovementKind::Baja;
    match (movement.state, movement.sent_on, movement.answered_on) {
        (MovementState::Rejected, _, Some(answered)) => match after(answered) {
            None => Chip::Rejected {
                kind: movement.kind,
                on: answered,
            },
            Some(check) => proven(check, is_baja),
        },
        (MovementState::Queued, ..) => Chip::Queued { cut: movement.cut },
        (MovementState::InDispatch, ..) => Chip::InDispatch { cut: movement.cut },
        (_, Some(sent), _) => {
            let base = sent.max(movement.cut);
            let (from, until) = (base + chrono::Days::new(1), base + chrono::Days::new(3));
            match after(sent) {
                Some(check) => proven(check, is_baja),
                None if today > until => Chip::ReviewDue {
                    since: until + chrono::Days::new(1),
                },
                None => Chip::Expected {
                    window: Window { from, until },
                },
            }
        }
        _ => unreachable!("the states of {movement:?} and its dates belong together"),
    }
}

/// Every movement in every state, sent before, on and after its cut; no check, or one on each day around, vigente or not,
/// ours or not; read on each day of three months and a half.
#[test]
fn the_chip_follows_the_table_for_every_combination_of_the_three_facts() {
    let days = |from: &str, count: u64| {
        let first = date(from);
        (0..count).map(move |day| first + chrono::Days::new(day))
    };
    let mut movements = vec![None];
    for kind in MovementKind::ALL {
        for state in MovementState::ALL {
            for sent in ["2026-11-13", "2026-11-16", "2026-11-20"] {
                let mut movement = movement(kind, state);
                movement.sent_on = movement.sent_on.map(|_| date(sent));
                movement.answered_on = movement
                    .answered_on
                    .map(|answered| answered.max(date(sent) + chrono::Days::new(1)));
                movements.push(Some(movement));
            }
        }
    }
    let mut checks = vec![None];
    for on in days("2026-11-10", 18) {
        for vigente in [true, false] {
            for ours in [None, Some(true), Some(false)] {
                checks.push(Some(Check {
                    vigente,
                    ours,
                    ..check(&on.to_string(), vigente, ours)
                }));
            }
        }
    }
    let mut seen = 0;
    for movement in &movements {
        for check in &checks {
            let dossier = Dossier {
                movements: movement.as_slice(),
                checks: check.as_slice(),
                // The mark «alta anterior al programa» is no fact of its own.
                prior_alta: Some(date("2026-08-01")),
            };
            for today in days("2026-11-28", 12).chain(days("2027-01-01", 60)) {
                let facts = Facts::of(&dossier, WindowLimits::default());
                let expected = chip_by_the_table(movement.as_ref(), check.as_ref(), today);
                assert_eq!(
                    facts.chip(today, 30),
                    expected,
                    "{movement:?} and {check:?} on {today}"
                );
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 37 * 109 * 72);
    for today in days("2026-11-14", 12) {
        for movement in &movements {
            let dossier = Dossier {
                movements: movement.as_slice(),
                checks: &[],
                prior_alta: None,
            };
            let facts = Facts::of(&dossier, WindowLimits::default());
            let expected = chip_by_the_table(movement.as_ref(), None, today);
            assert_eq!(facts.chip(today, 30), expected, "{movement:?} on {today}");
        }
    }
}

/// A check grows older one day at a time and never younger; each age ends on its own day.
#[test]
fn evidence_ages_by_the_day() {
    let read = date("2026-08-12");
    let age = |days: u64| EvidenceLimits::DEFAULT.age(read, read + chrono::Days::new(days));
    assert_eq!(age(0), EvidenceAge::Recent);
    assert_eq!(age(30), EvidenceAge::Recent);
    assert_eq!(age(31), EvidenceAge::ToRenew);
    assert_eq!(age(90), EvidenceAge::ToRenew);
    assert_eq!(age(91), EvidenceAge::Expired);
    assert_eq!(
        EvidenceLimits::DEFAULT.age(read, read - chrono::Days::new(1)),
        EvidenceAge::Recent
    );
    for (recent, renew) in [(0, 0), (0, 90), (30, 30), (7, 365)] {
        let limits = EvidenceLimits { recent, renew };
        let ages: Vec<_> = (0..400)
            .map(|days| limits.age(read, read + chrono::Days::new(days)))
            .collect();
        assert!(
            ages.windows(2).all(|pair| {
                let place = |age| EvidenceAge::ALL.iter().position(|it| *it == age);
                place(pair[0]) <= place(pair[1])
            }),
            "{limits:?}"
        );
        let recent_days = ages.iter().filter(|age| **age == EvidenceAge::Recent).count();
        assert_eq!(recent_days as i64, recent + 1, "{limits:?}");
        // The chip shows its days from the first day on which it is no longer recent.
        for (days, age) in ages.iter().enumerate() {
            let checks = [check("2026-08-12", true, None)];
            let dossier = Dossier {
                movements: &[],
                checks: &checks,
                prior_alta: None,
            };
            let today = read + chrono::Days::new(days as u64);
            let chip = Facts::of(&dossier, WindowLimits::default()).chip(today, recent);
            let Chip::Proven { stale_days, .. } = chip else {
                panic!("{chip:?}");
            };
            assert_eq!(
                stale_days.is_none(),
                *age == EvidenceAge::Recent,
                "{limits:?}, {days}"
            );
        }
    }
}

fn row(institution: &str, since: &str, until: Option<&str>, ours: bool) -> Affiliation {
    Affiliation {
        institution: institution.into(),
        registro: None,
        since: Some(date(since)),
        until: until.map(date),
        ours: Some(ours),
    }
}

#[test]
fn the_history_tells_who_holds_the_affiliation() {
    let document = |affiliations: Vec<Affiliation>| Document {
        affiliations,
        ..Document::default()
    };
    let ended = row("Plantel Ejemplo", "2025-08-16", Some("2026-02-15"), true);
    let job = row("Empresa Ejemplo", "2026-02-16", None, false);
    let older = row("Otra Empresa", "2024-01-02", None, false);
    assert_eq!(document(vec![]).holder(), None);
    assert_eq!(document(vec![ended.clone()]).holder(), None);
    assert_eq!(
        document(vec![job.clone(), ended, older]).holder(),
        Some(&job),
        "the order of the rows does not count"
    );
}
