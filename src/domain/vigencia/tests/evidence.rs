//! How a check grows old, and who holds the affiliation.

use super::*;

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
