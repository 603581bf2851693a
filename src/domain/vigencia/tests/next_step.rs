//! Each case of «no vigente» and the one step that it leaves.

use super::*;

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
