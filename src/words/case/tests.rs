//! What is said of every case: never a promise, never a status without its date.

use chrono::NaiveDate;

use super::script::{Call, lines};
use super::*;
use crate::domain::case::Grounds;
use crate::domain::control_number::{ControlNumber, Identifier};
use crate::domain::cutoff::WindowLimits;
use crate::domain::ids::{MovementId, StudentId};
use crate::domain::movement::{CurpRule, MovementState};
use crate::domain::person_name::PersonName;
use crate::domain::student::{Particulars, Standing};
use crate::domain::vigencia::{Check, CheckSource, Document, Dossier};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn movement(kind: MovementKind, state: MovementState) -> Movement {
    use MovementState::*;

    Movement {
        id: MovementId(1),
        student: StudentId(1),
        kind,
        cut: date("2026-11-16"),
        state,
        urgent: true,
        motive: None,
        queued_on: date("2026-11-12"),
        sent_on: matches!(state, Sent | Accepted | Rejected).then(|| date("2026-11-13")),
        answered_on: matches!(state, Accepted | Rejected).then(|| date("2026-11-18")),
        rejection: (state == Rejected).then(|| "el nombre no coincide.".into()),
        rejection_code: None,
        follows: None,
        cancellation: None,
    }
}

/// Every case that movements, one document and a standing make on a day, given to `look`.
fn each_case(mut look: impl FnMut(&Case<'_>, NaiveDate)) {
    let mut histories = vec![Vec::new()];
    for kind in MovementKind::ALL {
        histories.extend(MovementState::ALL.map(|state| vec![movement(kind, state)]));
    }
    let mut checks = vec![Vec::new()];
    for on in ["2026-11-10", "2026-11-17", "2026-11-20"].map(date) {
        for (vigente, ours) in [
            (true, Some(true)),
            (true, None),
            (true, Some(false)),
            (false, None),
        ] {
            checks.push(vec![Check {
                on,
                vigente,
                source: CheckSource::Constancia,
                ours,
                seen_by: "Lupita".into(),
            }]);
        }
    }
    let name = PersonName::new("Ana Lucía", Some("Ramírez"), Some("Soto")).unwrap();
    let number = Identifier::Control(ControlNumber::parse("25230457").unwrap());
    let other = Document {
        name: Some("RAMIREZ SOTTO ANA LUCIA".into()),
        curp: Some("RASA050101MVZMTNA0".into()),
        ..Document::default()
    };
    for today in ["2026-11-18", "2026-11-21", "2027-02-21"].map(date) {
        for movements in &histories {
            for checks in &checks {
                for standing in [Standing::Enrolled, Standing::Graduated] {
                    for (prior_alta, document) in [
                        (None, Document::default()),
                        (Some(date("2026-02-01")), other.clone()),
                    ] {
                        let student = Particulars {
                            standing,
                            ..Particulars::new(number.clone(), name.clone())
                        };
                        let case = Case::of(&Grounds {
                            dossier: Dossier {
                                movements,
                                checks,
                                prior_alta,
                            },
                            document: checks.last().map(|check| (check, &document)),
                            student: &student,
                            today,
                            limits: WindowLimits::default(),
                            recent_days: 30,
                            next_cut: date("2027-02-28"),
                            curp_rule: CurpRule::Required,
                        });
                        look(&case, today);
                    }
                }
            }
        }
    }
}

const NEVER: [&str; 14] = [
    "está vigente",
    "quedará",
    "debe verse",
    "IMSS confirmó",
    "garantiz",
    "prometemos",
    "a más tardar",
    "sin falta",
    "error",
    "fallo",
    "inválido",
    "encolar",
    "no se encontró",
    "!",
];

#[test]
fn nothing_is_promised_and_no_word_is_said_that_never_is() {
    each_case(|case, today| {
        let call = Call {
            clerk: "Lupita",
            campus: "Plantel Ejemplo",
            student: "Ana Lucía Ramírez Soto",
            today,
        };
        let mut told = lines(case, call).to_vec();
        // A day that has not come is expected and no more: whoever reads it aloud says so in the same breath.
        for line in &told {
            if line.contains("Se espera") || line.contains("se espera") {
                assert!(line.contains("no podemos asegurar la fecha"), "{line}");
            }
            assert!(line.ends_with('.') && line.chars().count() > 30, "{line}");
            assert!(!line.contains("F7") && !line.contains("F12"), "{line}");
        }
        assert!(
            !told[3].contains("de diciembre") && !told[3].contains("de marzo"),
            "{}",
            told[3]
        );
        told.push(said(case, false));
        told.push(step(case, ReadIn::Elsewhere));
        assert!(
            !told[5].contains(" F7") && !told[5].contains(" F12"),
            "{}",
            told[5]
        );
        for line in &told {
            for never in NEVER {
                assert!(!line.contains(never), "«{never}» in «{line}»");
            }
            assert!(!line.contains("..") && !line.contains("  "), "{line}");
        }
    });
}

/// The four lines of each row, as they are read aloud.
#[test]
fn the_script_of_each_row() {
    let mut scripts: std::collections::BTreeMap<char, Vec<String>> = Default::default();
    each_case(|case, today| {
        let call = Call {
            clerk: "Lupita",
            campus: "Plantel Ejemplo",
            student: "Ana Lucía Ramírez Soto",
            today,
        };
        let told = lines(case, call);
        let [_, known, expected, asked] = told;
        let of = scripts.entry(case.kind().letter()).or_default();
        of.push(format!("{known} {expected} {asked}"));
    });
    let some = |letter: char, words: &str| {
        let of = &scripts[&letter];
        assert!(
            of.iter().any(|script| script.contains(words)),
            "({letter}) nobody says «{words}»; they say:\n{}",
            of.join("\n")
        );
    };
    some(
        'a',
        "La consulta del 20 nov 2026 dice Vigente, con afiliación de este plantel.",
    );
    some(
        'b',
        "Esa afiliación prevalece: mientras siga así, un alta de este plantel no procede.",
    );
    some(
        'c',
        "Ya preparamos su alta para el corte del 16 de noviembre y está marcada urgente;",
    );
    some(
        'c',
        "Enviamos su alta al IMSS el 13 nov 2026 y la aceptó el 18 nov 2026.",
    );
    some('c', "Su alta va en el envío del corte del 16 de noviembre.");
    some(
        'd',
        "El IMSS rechazó su alta el 18 nov 2026; la causa que dio es: el nombre no coincide.",
    );
    some(
        'd',
        "su plazo terminó el 19 de noviembre; aquí nadie ha visto todavía una constancia posterior.",
    );
    some(
        'e',
        "entra al corte del 28 de febrero y se espera vigente entre el lunes 1 y el miércoles 3 de marzo;",
    );
    some('e', "el seguro pide estar inscrito en el plantel.");
    some(
        'f',
        "trae un nombre y una CURP que no coinciden con nuestro registro.",
    );
}

#[test]
fn console_and_paper_name_no_keys() {
    each_case(|case, _| {
        let told = step(case, ReadIn::Elsewhere);
        let is_refusal = case.step() == Step::NotNow;
        for key in ["F7", "F8", "F9", "F12", "Supr"] {
            assert!(is_refusal || !told.contains(key), "{told}");
        }
    });
}
