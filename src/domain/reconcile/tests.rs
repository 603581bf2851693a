use proptest::prelude::*;

use super::*;
use crate::domain::dispatch::ImssParts;
use crate::domain::ids::{MovementId, StudentId};
use crate::domain::person_name::PersonName;

/// Synthetic numbers that pass every check.
const NSS: [&str; 4] = ["02170300012", "03190412340", "48190600428", "12180599990"];

fn sent(number: u32, nss: &str) -> DispatchLine {
    DispatchLine {
        number,
        movement: MovementId(number.into()),
        student: StudentId(number.into()),
        identifier: format!("2123012{number}"),
        nss: nss.into(),
        curp: None,
        name: PersonName::new("Ana", Some("Soto"), None).unwrap(),
        imss: ImssParts {
            first_surname: "SOTO".into(),
            second_surname: String::new(),
            given: "ANA".into(),
        },
        career: None,
        sex: None,
        umf: None,
        motive: None,
    }
}

fn envio() -> Vec<DispatchLine> {
    (1..).zip(NSS).map(|(number, nss)| sent(number, nss)).collect()
}

fn accepted(row: u32, nss: &str) -> Answer {
    Answer {
        row,
        nss: Nss::parse(nss).unwrap(),
        movement: None,
        outcome: Outcome::Accepted,
        on: None,
        name: None,
    }
}

fn rejected(row: u32, nss: &str, code: &str, cause: &str) -> Answer {
    Answer {
        outcome: Outcome::Rejected(why(code, cause)),
        ..accepted(row, nss)
    }
}

fn why(code: &str, cause: &str) -> Rejection {
    Rejection {
        code: Some(code.to_owned()).filter(|code| !code.is_empty()),
        cause: cause.into(),
    }
}

#[test]
fn what_was_sent_and_answered_is_told_from_what_was_not() {
    let answers = [
        accepted(2, NSS[2]),
        rejected(3, NSS[0], "57", "NSS inválido"),
        accepted(4, "88190400072"),
    ];
    let matching = match_answers(MovementKind::Alta, &envio(), &answers);
    assert_eq!(matching.accepted, [3]);
    let rejected = RejectedLine {
        line: 1,
        why: why("57", "NSS inválido"),
    };
    assert_eq!(matching.rejected, [rejected]);
    assert_eq!(matching.not_sent, [2]);
    assert_eq!(matching.unanswered, [2, 4]);
    assert_eq!((matching.answered(), matching.contradictory.len()), (2, 0));
}

#[test]
fn the_same_answer_twice_counts_once_and_both_answers_count_as_none() {
    let answers = [
        accepted(1, NSS[0]),
        accepted(2, NSS[0]),
        accepted(3, NSS[1]),
        rejected(4, NSS[1], "", "duplicado"),
        rejected(5, NSS[2], "9", "duplicado"),
        rejected(6, NSS[2], "9", "duplicado"),
    ];
    let matching = match_answers(MovementKind::Alta, &envio(), &answers);
    assert_eq!(matching.accepted, [1]);
    let contradiction = Contradiction {
        line: 2,
        rows: vec![3, 4],
    };
    assert_eq!(matching.contradictory, [contradiction]);
    assert_eq!(matching.rejected[0].why, why("9", "duplicado"));
    assert_eq!((matching.unanswered, matching.not_sent.len()), (vec![4], 0));
}

#[test]
fn two_causes_of_one_rejection_are_told_together() {
    let answers = [
        rejected(1, NSS[0], "9", "duplicado"),
        rejected(2, NSS[0], "12", "CURP no coincide"),
    ];
    let matching = match_answers(MovementKind::Alta, &envio(), &answers);
    assert_eq!(
        matching.rejected[0].why,
        why("9; 12", "duplicado; CURP no coincide")
    );
}

#[test]
fn the_answer_to_a_baja_is_none_to_an_alta() {
    let of_baja = Answer {
        movement: Some(MovementKind::Baja),
        ..accepted(1, NSS[0])
    };
    let answers = [of_baja, accepted(2, "88190400072")];
    let altas = match_answers(MovementKind::Alta, &envio(), &answers);
    assert_eq!(
        (altas.not_sent.as_slice(), altas.answered()),
        ([0, 1].as_slice(), 0)
    );
    let bajas = match_answers(MovementKind::Baja, &[sent(1, NSS[0])], &answers);
    assert_eq!(bajas.accepted, [1]);
    assert_eq!(sent_by_none(&[altas, bajas]), [1]);
    assert!(sent_by_none(&[]).is_empty());
}

#[test]
fn an_nss_that_two_lines_bear_answers_neither() {
    let twice = [sent(1, NSS[0]), sent(2, NSS[0])];
    let matching = match_answers(MovementKind::Alta, &twice, &[accepted(1, NSS[0])]);
    assert_eq!((matching.unanswered, matching.not_sent), (vec![1, 2], vec![0]));
}

proptest! {
    #[test]
    fn every_line_is_in_one_list_and_every_answer_is_used_or_told(
        lines in proptest::collection::vec(0_usize..4, 0..6),
        said in proptest::collection::vec((0_usize..4, any::<bool>(), proptest::option::of(any::<bool>())), 0..8),
    ) {
        let lines: Vec<DispatchLine> = (1..).zip(lines).map(|(number, nss)| sent(number, NSS[nss])).collect();
        let answers: Vec<Answer> = (1..)
            .zip(said)
            .map(|(row, (nss, is_accepted, is_alta))| Answer {
                movement: is_alta.map(|is_alta| if is_alta { MovementKind::Alta } else { MovementKind::Baja }),
                ..if is_accepted { accepted(row, NSS[nss]) } else { rejected(row, NSS[nss], "", "duplicado") }
            })
            .collect();
        let matching = match_answers(MovementKind::Alta, &lines, &answers);
        let mut told: Vec<u32> = matching.accepted.clone();
        told.extend(matching.rejected.iter().map(|it| it.line));
        told.extend(&matching.unanswered);
        told.extend(matching.contradictory.iter().map(|it| it.line));
        told.sort_unstable();
        prop_assert_eq!(told, lines.iter().map(|line| line.number).collect::<Vec<_>>());
        for (place, answer) in answers.iter().enumerate() {
            let is_used = lines.iter().filter(|line| line.nss == answer.nss.as_str()).count() == 1
                && answer.movement != Some(MovementKind::Baja);
            prop_assert_eq!(matching.not_sent.contains(&place), !is_used);
        }
    }
}
