use super::*;
use crate::domain::control_number::{ControlNumber, Identifier};
use crate::domain::curp::Curp;
use crate::domain::ids::StudentId;
use crate::domain::nss::Nss;
use crate::domain::person_name::PersonName;
use crate::domain::student::{CurpRecord, Particulars};
use crate::domain::vigencia::CheckSource;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Everything proven that a record can prove, but for what each test takes away.
fn student() -> Student {
    let identifier = Identifier::Control(ControlNumber::parse("25230457").unwrap());
    let name = PersonName::new("María Fernanda", Some("de la Cruz"), Some("Núñez")).unwrap();
    Student {
        id: StudentId(1),
        particulars: Particulars {
            curp: CurpRecord::Valid(Curp::from_stored("CUNF051130MPLRXRA2").unwrap()),
            nss: NssRecord::Confirmed {
                nss: Nss::parse("12180599990").unwrap(),
                on: date("2026-08-12"),
            },
            period: Some(Period::parse("AGO-DIC 2026").unwrap()),
            ..Particulars::new(identifier, name)
        },
        prior_alta: None,
        archived_on: None,
        former_folio: None,
        assignment: Assignment::default(),
    }
}

fn proposed(student: &Student, checks: &[Check]) -> Vec<(u8, NaiveDate)> {
    let evidence = Evidence {
        student,
        checks,
        curp_since: Some(date("2026-08-10")),
        standing_since: Some(date("2026-08-11")),
        period: Period::containing(date("2026-11-21")),
    };
    Checklist::new(Vec::new(), &evidence)
        .proposed()
        .map(|(row, proposal)| (row.number(), proposal.on))
        .collect()
}

#[test]
fn rows_are_known_by_their_number() {
    for (number, row) in (1..).zip(Requirement::ALL) {
        assert_eq!(row.number(), number);
        assert_eq!(Requirement::from_number(number), Some(row));
    }
    assert_eq!(Requirement::from_number(0), None);
    assert_eq!(Requirement::from_number(12), None);
}

#[test]
fn the_record_proves_by_the_date_of_each_proof() {
    let check = |on: &str| Check {
        on: date(on),
        vigente: false,
        source: CheckSource::Constancia,
        ours: None,
        seen_by: "Lupita".into(),
    };
    let all = proposed(&student(), &[check("2026-11-20"), check("2026-09-01")]);
    assert_eq!(
        all,
        [
            (1, date("2026-08-12")),
            (2, date("2026-08-10")),
            (3, date("2026-08-11")),
            (5, date("2026-11-20")),
        ]
    );
}

#[test]
fn what_is_doubtful_or_past_proves_nothing() {
    let mut captured = student();
    captured.particulars.nss = NssRecord::Captured(Nss::parse("12180599990").unwrap());
    captured.particulars.curp = CurpRecord::Doubtful {
        text: "CUNF051130MPLRXRA3".into(),
        shared_because: None,
    };
    captured.particulars.period = Some(Period::parse("ENE-JUN 2026").unwrap());
    assert_eq!(proposed(&captured, &[]), []);

    let mut withdrawn = student();
    withdrawn.particulars.standing = Standing::Withdrawn;
    assert!(proposed(&withdrawn, &[]).iter().all(|(row, _)| *row != 3));
}

#[test]
fn a_clinic_is_proven_by_a_document_and_not_by_a_word() {
    use crate::domain::clinic::{ClinicKey, Delegacion, Seen, Umf};

    let mut student = student();
    for (source, proves) in [
        (ClinicSource::Constancia, true),
        (ClinicSource::Carnet, true),
        (ClinicSource::Student, false),
        (ClinicSource::Form, false),
    ] {
        student.assignment = Assignment {
            clinic: Some(ClinicKey {
                delegacion: Delegacion::from_code("32").unwrap(),
                number: Umf::new(36).unwrap(),
            }),
            seen: Some(Seen {
                source,
                on: date("2026-11-20"),
            }),
            ..Assignment::default()
        };
        let row = proposed(&student, &[]).into_iter().find(|(row, _)| *row == 10);
        assert_eq!(row, proves.then_some((10, date("2026-11-20"))), "{source:?}");
    }
}

#[test]
fn what_was_handed_in_is_proposed_no_more() {
    let recorded = |delivered| Recorded {
        answer: Answer {
            delivered,
            on: date("2026-11-21"),
            remark: None,
        },
        by: "Lupita".into(),
    };
    let student = student();
    let evidence = Evidence {
        student: &student,
        checks: &[],
        curp_since: Some(date("2026-08-10")),
        standing_since: None,
        period: Period::containing(date("2026-11-21")),
    };
    let list = Checklist::new(
        vec![
            (Requirement::CurrentCurp, recorded(false)),
            (Requirement::AssignedNss, recorded(true)),
        ],
        &evidence,
    );
    assert_eq!(list.delivered(), 1);
    assert_eq!(list.missing().count(), 10);
    assert!(list.row(Requirement::AssignedNss).proposal.is_none());
    let curp = list.row(Requirement::CurrentCurp);
    assert!(
        curp.recorded.is_some() && curp.proposal.is_some(),
        "a no may be overtaken"
    );
}

#[test]
fn a_remark_is_one_line_that_fits_its_cell() {
    let read = |text: &str| Remark::read(text).map(|it| it.map(|it| it.as_str().to_owned()));
    assert_eq!(read("  \t\n "), Ok(None));
    assert_eq!(read(" recibo\nde  agua "), Ok(Some("recibo de agua".into())));
    assert_eq!(read(&"ñ".repeat(80)), Ok(Some("ñ".repeat(80))));
    assert_eq!(read(&"ñ".repeat(81)), Err(RemarkTooLong { letters: 81 }));
}
