//! Each row of the table, and every combination of movement, document and standing.

use super::*;
use crate::domain::control_number::{ControlNumber, Identifier};
use crate::domain::ids::{CaseId, MovementId, StudentId};
use crate::domain::movement::MovementState;
use crate::domain::person_name::PersonName;
use crate::domain::student::Standing;
use crate::domain::vigencia::CheckSource;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn student(standing: Standing) -> Particulars {
    let number = ControlNumber::parse("25230457").unwrap();
    let name = PersonName::new("María Fernanda", Some("de la Cruz"), Some("Núñez")).unwrap();
    Particulars {
        standing,
        ..Particulars::new(Identifier::Control(number), name)
    }
}

/// Queued on 12 November for the cut of the 16th, sent on the 13th and answered on the 18th where its state says so.
fn movement(kind: MovementKind, state: MovementState) -> Movement {
    use MovementState::*;

    Movement {
        id: MovementId(1),
        student: StudentId(1),
        kind,
        cut: date("2026-11-16"),
        state,
        urgent: false,
        motive: None,
        queued_on: date("2026-11-12"),
        sent_on: matches!(state, Sent | Accepted | Rejected).then(|| date("2026-11-13")),
        answered_on: matches!(state, Accepted | Rejected).then(|| date("2026-11-18")),
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

/// What is judged on a day; [`Asked::case`] judges it.
struct Asked<'a> {
    today: &'a str,
    movements: &'a [Movement],
    checks: &'a [Check],
    document: Document,
    prior: Option<&'a str>,
    student: Particulars,
}

impl<'a> Asked<'a> {
    fn on(today: &'a str, movements: &'a [Movement], checks: &'a [Check]) -> Self {
        Self {
            today,
            movements,
            checks,
            document: Document::default(),
            prior: None,
            student: student(Standing::Enrolled),
        }
    }

    fn with(self, document: Document) -> Self {
        Self { document, ..self }
    }

    fn case(&self) -> Case<'_> {
        let newest = self.checks.iter().max_by_key(|check| check.on);
        Case::of(&Grounds {
            dossier: Dossier {
                movements: self.movements,
                checks: self.checks,
                prior_alta: self.prior.map(date),
            },
            document: newest.map(|check| (check, &self.document)),
            student: &self.student,
            today: date(self.today),
            limits: WindowLimits::default(),
            recent_days: 30,
            next_cut: date("2026-11-30"),
            curp_rule: CurpRule::Required,
        })
    }

    /// Letter and step, as the table tells them.
    fn told(&self) -> (char, Step) {
        let case = self.case();
        (case.kind().letter(), case.step())
    }
}

fn named(name: &str) -> Document {
    Document {
        name: Some(name.into()),
        ..Document::default()
    }
}

/// «Domain notes, section 4»: the six rows.
#[test]
fn every_row_of_the_table_has_its_step() {
    use MovementKind::{Alta, Baja};
    use MovementState::*;

    let nothing: &[Movement] = &[];
    let no = &[check("2026-11-20", false, None)];
    let ours = &[check("2026-11-20", true, Some(true))];
    let untold = &[check("2026-11-20", true, None)];
    let another = &[check("2026-11-20", true, Some(false))];
    let (queued, in_dispatch) = ([movement(Alta, Queued)], [movement(Alta, InDispatch)]);
    let (sent, accepted) = ([movement(Alta, Sent)], [movement(Alta, Accepted)]);
    let (rejected, baja) = ([movement(Alta, Rejected)], [movement(Baja, Accepted)]);
    let until = date("2026-11-19");
    fn told(today: &str, movements: &[Movement], checks: &[Check]) -> (char, Step) {
        Asked::on(today, movements, checks).told()
    }

    // a. Vigente; once the document is old, a newer one is asked for.
    for movements in [nothing, &sent, &accepted, &rejected] {
        for checks in [ours, untold] {
            assert_eq!(told("2026-11-21", movements, checks), ('a', Step::PrintSummary));
            assert_eq!(
                told("2026-12-21", movements, checks),
                ('a', Step::AskForConstancia)
            );
        }
    }
    // b. Another insurance prevails, also while our alta waits.
    for movements in [nothing, &queued, &in_dispatch, &sent, &accepted, &rejected] {
        assert_eq!(told("2026-11-21", movements, another), ('b', Step::NoAlta));
    }
    // c. On its way: nothing to send again, whatever was read meanwhile.
    for movements in [&queued, &in_dispatch, &sent, &accepted] {
        for checks in [&[][..], &[check("2026-11-17", false, None)]] {
            assert_eq!(told("2026-11-19", movements, checks), ('c', Step::Wait { until }));
        }
    }
    // d. Refused; not seen in time; seen as no vigente after the time; older than the register.
    for checks in [&[][..], no] {
        assert_eq!(
            told("2026-11-21", &rejected, checks),
            ('d', Step::CorrectAndQueue(Alta))
        );
    }
    for movements in [&sent, &accepted] {
        assert_eq!(told("2026-11-20", movements, &[]), ('d', Step::AskForConstancia));
        assert_eq!(told("2026-11-21", movements, no), ('d', Step::Compare(Alta)));
        let early = [check("2026-11-18", false, None)];
        assert_eq!(
            told("2026-11-21", movements, &early),
            ('d', Step::AskForConstancia)
        );
    }
    let mut before_us = Asked::on("2026-11-21", nothing, &[]);
    before_us.prior = Some("2026-02-01");
    assert_eq!(before_us.told(), ('d', Step::AskForConstancia));
    assert_eq!(told("2026-11-21", &baja, &[]), ('d', Step::AskForConstancia));
    // e. Nothing queued: an alta, for who is enrolled.
    assert_eq!(told("2026-11-21", nothing, &[]), ('e', Step::QueueAlta));
    assert_eq!(told("2026-11-21", nothing, no), ('e', Step::QueueAlta));
    assert_eq!(told("2026-11-21", &baja, no), ('e', Step::QueueAlta));
    let cancelled = [movement(Alta, Cancelled)];
    assert_eq!(told("2026-11-21", &cancelled, &[]), ('e', Step::QueueAlta));
    let mut graduated = Asked::on("2026-11-21", nothing, &[]);
    graduated.student = student(Standing::Graduated);
    assert_eq!(graduated.told(), ('e', Step::NotNow));
    // f. Another name or CURP: corrected at IMSS first.
    let differs = || named("DE LA CRUZ NUNEZ MARIA ELENA");
    for movements in [nothing, &rejected, &sent, &accepted] {
        let asked = Asked::on("2026-11-21", movements, no).with(differs());
        assert_eq!(asked.told(), ('f', Step::CorrectAtImss));
    }
}

#[test]
fn the_first_row_that_applies_holds() {
    use MovementKind::Alta;
    use MovementState::*;

    let differs = || named("DE LA CRUZ NUNEZ MARIA ELENA");
    // Who is vigente, covered by others or waiting is so, whatever the name on the document; but it is told.
    let (queued, sent) = ([movement(Alta, Queued)], [movement(Alta, Sent)]);
    let vigente = [check("2026-11-20", true, Some(true))];
    let another = [check("2026-11-20", true, Some(false))];
    let no = [check("2026-11-18", false, None)];
    for (today, movements, checks, letter) in [
        ("2026-11-21", &sent, &vigente, 'a'),
        ("2026-11-21", &sent, &another, 'b'),
        ("2026-11-18", &queued, &no, 'c'),
        ("2026-11-18", &sent, &no, 'c'),
    ] {
        let asked = Asked::on(today, movements, checks).with(differs());
        let case = asked.case();
        assert_eq!(case.kind().letter(), letter);
        assert!(case.disagrees.is_some());
    }
    // A document of before the envío explains nothing about it: another one is asked for.
    let old = [check("2026-11-10", false, None)];
    let asked = Asked::on("2026-11-21", &sent, &old).with(differs());
    assert_eq!(asked.told(), ('d', Step::AskForConstancia));
    // Another insurance of before our alta was answered is not the newest word either.
    let elsewhere_before = [check("2026-11-10", true, Some(false))];
    let asked = Asked::on("2026-11-18", &sent, &elsewhere_before);
    assert_eq!(asked.told().0, 'c');
    // Vigente of before the alta was queued is why it was queued.
    let vigente_before = [check("2026-11-10", true, None)];
    assert_eq!(Asked::on("2026-11-13", &queued, &vigente_before).told().0, 'c');
    let vigente_since = [check("2026-11-12", true, None)];
    assert_eq!(Asked::on("2026-11-13", &queued, &vigente_since).told().0, 'a');
}

#[test]
fn what_was_corrected_in_the_record_disagrees_no_more() {
    let no = [check("2026-11-20", false, None)];
    let mut asked = Asked::on("2026-11-21", &[], &no).with(named("DE LA CRUZ NUNEZ MARIA ELENA"));
    assert_eq!(asked.case().kind(), CaseKind::Mismatch);
    asked.student.name = PersonName::new("María Elena", Some("de la Cruz"), Some("Núñez")).unwrap();
    assert_eq!(asked.case().kind(), CaseKind::NothingQueued);
}

#[test]
fn the_institution_that_holds_it_is_named() {
    let holder = Affiliation {
        institution: "Empresa Ejemplo".into(),
        registro: None,
        since: Some(date("2026-02-03")),
        until: None,
        ours: Some(false),
    };
    let document = Document {
        affiliations: vec![holder.clone()],
        ..Document::default()
    };
    let another = [check("2026-11-20", true, Some(false))];
    let queued = [movement(MovementKind::Alta, MovementState::Queued)];
    let asked = Asked::on("2026-11-21", &queued, &another).with(document);
    assert_eq!(
        asked.case().cause,
        Cause::OtherInsurance {
            on: date("2026-11-20"),
            holder: Some(&holder),
            is_queued: true
        }
    );
}

/// The cut and the window are those of an alta that is queued today, whatever the cause.
#[test]
fn the_earliest_honest_dates_are_told() {
    let prospect = Asked::on("2026-11-21", &[], &[]).case().prospect;
    assert_eq!(prospect.cut, date("2026-11-30"));
    let Window { from, until } = prospect.window;
    assert_eq!((from, until), (date("2026-12-01"), date("2026-12-03")));
}

/// Every movement, document and standing together: each has a cause, and no step that the desk would refuse.
#[test]
fn no_step_is_proposed_that_the_desk_would_refuse() {
    let days = [
        "2026-11-10",
        "2026-11-13",
        "2026-11-17",
        "2026-11-18",
        "2026-11-20",
    ];
    let mut documents = vec![Vec::new()];
    for day in days {
        for vigente in [true, false] {
            for ours in [None, Some(true), Some(false)] {
                documents.push(vec![check(day, vigente, ours)]);
            }
        }
    }
    let mut histories = vec![Vec::new()];
    for kind in MovementKind::ALL {
        histories.extend(MovementState::ALL.map(|state| vec![movement(kind, state)]));
    }
    let mut met = std::collections::BTreeSet::new();
    for movements in &histories {
        for checks in &documents {
            for standing in Standing::ALL {
                for document in [Document::default(), named("OTRO NOMBRE")] {
                    let mut asked = Asked::on("2026-11-21", movements, checks).with(document);
                    asked.student = student(standing);
                    let case = asked.case();
                    met.insert(case.kind());
                    let told = format!("{movements:?} {checks:?} {standing:?}: {case:?}");
                    if case.step() == Step::QueueAlta {
                        assert_eq!(case.obstacle, None, "{told}");
                    }
                    let is_open = movements.iter().any(|movement| movement.state.is_open());
                    if is_open {
                        let waits = matches!(
                            case.kind(),
                            CaseKind::UnderWay | CaseKind::Vigente | CaseKind::OtherInsurance
                        );
                        assert!(waits, "{told}");
                    }
                    if let Some(check) = checks.last()
                        && matches!(case.kind(), CaseKind::Vigente | CaseKind::OtherInsurance)
                    {
                        assert!(check.vigente, "{told}");
                        assert_eq!(
                            check.is_by_another(),
                            case.kind() == CaseKind::OtherInsurance,
                            "{told}"
                        );
                    }
                    // What stands beside a script is told in the record.
                    assert!(
                        case.calls() || !case.is_trouble() || case.obstacle.is_some(),
                        "{told}"
                    );
                }
            }
        }
    }
    assert_eq!(met.into_iter().collect::<Vec<_>>(), CaseKind::ALL);
}

#[test]
fn codes_are_read_back_and_letters_follow_the_table() {
    let letters: String = CaseKind::ALL.map(CaseKind::letter).iter().collect();
    assert_eq!(letters, "abcdef");
    for kind in CaseKind::ALL {
        assert_eq!(CaseKind::from_code(kind.code()), Some(kind));
    }
    for told in Told::ALL {
        assert_eq!(Told::from_code(told.code()), Some(told));
    }
    for outcome in CaseOutcome::ALL {
        assert_eq!(CaseOutcome::from_code(outcome.code()), Some(outcome));
    }
}

#[test]
fn a_note_is_one_line_and_never_empty() {
    assert_eq!(
        NoteText::read("  en cola\npara el 30 ").unwrap().as_str(),
        "en cola para el 30"
    );
    assert_eq!(NoteText::read(" \n"), Err(NoteFault::Empty));
    let long = "a".repeat(NoteText::MOST_LETTERS + 1);
    assert_eq!(NoteText::read(&long), Err(NoteFault::TooLong { letters: 241 }));
}

#[test]
fn a_document_of_ours_since_it_was_opened_proposes_to_close_a_case() {
    let at = |day: &str| date(day).and_hms_opt(9, 0, 0).unwrap();
    let mut kept = KeptCase {
        id: CaseId(1),
        student: StudentId(1),
        opened_at: at("2026-11-20"),
        opened_by: "Lupita".into(),
        kind: CaseKind::ReviewDue,
        closing: None,
        notes: Vec::new(),
    };
    let ours = |day| check(day, true, Some(true));
    assert_eq!(
        kept.may_close(Some(&ours("2026-11-20"))),
        Some(date("2026-11-20"))
    );
    assert_eq!(kept.may_close(Some(&ours("2026-11-19"))), None);
    assert_eq!(
        kept.may_close(Some(&check("2026-11-21", true, Some(false)))),
        None
    );
    assert_eq!(
        kept.may_close(Some(&check("2026-11-21", false, Some(true)))),
        None
    );
    assert_eq!(kept.may_close(None), None);
    kept.closing = Some((at("2026-11-21"), "Lupita".into(), CaseOutcome::Proven));
    assert_eq!(kept.may_close(Some(&ours("2026-11-21"))), None);
}
