//! The one chip: its table row by row, and for every combination of the three facts.

use super::*;

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
