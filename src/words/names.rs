//! What is said of a name, as typed and as IMSS wants it.

use super::dates::thousands;
use super::said::Said;
use crate::domain::person_name::{
    IMSS_NAME_LENGTH, ImssName, NAME_PART_LENGTH, NameChange, NameFault, NamePart, NameProblem,
};
use crate::domain::severity::Severity;

/// The message under the field for a name that cannot be saved yet.
pub fn fault(fault: &NameFault) -> Said {
    let text = match fault {
        NameFault::GivenMissing => "Falta el nombre. Escríbalo como en la CURP.".to_owned(),
        NameFault::SecondWithoutFirst => {
            "Hay segundo apellido y falta el primero. Si la persona tiene un solo apellido, escríbalo como primero."
                .to_owned()
        }
        NameFault::TooLong { part, letters } => format!(
            "{} tiene {letters} letras; caben {NAME_PART_LENGTH}. Revise que no lleve otro dato.",
            subject(*part)
        ),
    };
    Said::new(Severity::Error, text)
}

/// What keeps a name out of the file for IMSS; `None` if nothing does.
pub fn imss_message(name: &ImssName) -> Option<Said> {
    name.problems().first().map(problem)
}

/// What is said of one thing that keeps a name out of the file for IMSS.
pub fn problem(problem: &NameProblem) -> Said {
    let text = match problem {
        NameProblem::TooLong { part, letters } => format!(
            "{} tiene {letters} letras; el archivo admite {IMSS_NAME_LENGTH}. Decida cómo abreviarlo antes de \
             cerrar.",
            subject(*part)
        ),
        NameProblem::NotCarried { ch } => {
            format!("El nombre lleva “{ch}”, que el archivo del IMSS no admite. Escríbalo como en la CURP.")
        }
    };
    Said::new(Severity::Error, text)
}

/// What changed in a name for IMSS and deserves a look: an Ñ written as N. Accents and punctuation are expected to
/// go. `None` if there is no Ñ.
pub fn imss_notice(name: &ImssName) -> Option<Said> {
    let parts: Vec<&str> = name
        .changes
        .iter()
        .filter_map(|change| match change {
            NameChange::Enye { part } => Some(place(*part)),
            NameChange::Accent { .. } | NameChange::Punctuation { .. } => None,
        })
        .collect();
    let places = match parts.as_slice() {
        [] => return None,
        [only] => (*only).to_owned(),
        [several @ .., last] => format!("{} y {last}", several.join(", ")),
    };
    Some(Said::new(
        Severity::Warning,
        format!("Para el IMSS, la Ñ se escribió como N en {places}."),
    ))
}

/// How many rows of a file had an Ñ written as N; `None` for no row.
pub fn enye_rows(rows: usize) -> Option<String> {
    match rows {
        0 => None,
        1 => Some("La Ñ se escribió como N en 1 renglón del archivo.".to_owned()),
        _ => Some(format!(
            "La Ñ se escribió como N en {} renglones del archivo.",
            thousands(rows)
        )),
    }
}

fn subject(part: NamePart) -> &'static str {
    match part {
        NamePart::FirstSurname => "El apellido",
        NamePart::SecondSurname => "El segundo apellido",
        NamePart::Given => "El nombre",
    }
}

fn place(part: NamePart) -> &'static str {
    match part {
        NamePart::FirstSurname => "el primer apellido",
        NamePart::SecondSurname => "el segundo apellido",
        NamePart::Given => "el nombre",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person_name::{Enye, PersonName};

    fn imss(given: &str, first: &str, second: &str) -> ImssName {
        PersonName::new(given, Some(first), Some(second))
            .unwrap()
            .imss(Enye::AsN)
    }

    #[test]
    fn tells_what_keeps_a_name_out_of_the_file() {
        let said = |name: ImssName| imss_message(&name).map(|said| said.text);
        assert_eq!(said(imss("Ana", "Muñoz", "")), None);
        assert_eq!(
            said(imss("Ana", "Montes y Caballero de Torres Q", "")).as_deref(),
            Some(
                "El apellido tiene 30 letras; el archivo admite 27. Decida cómo abreviarlo antes de cerrar."
            )
        );
        assert_eq!(
            said(imss("Søren", "Gil", "")).as_deref(),
            Some("El nombre lleva “Ø”, que el archivo del IMSS no admite. Escríbalo como en la CURP.")
        );
    }

    #[test]
    fn tells_where_an_enye_became_n() {
        let said = |name: ImssName| imss_notice(&name).map(|said| said.text);
        assert_eq!(said(imss("José", "Pérez-Gil", "")), None);
        assert_eq!(
            said(imss("Begoña", "Ñáñez", "Nuño")).as_deref(),
            Some(
                "Para el IMSS, la Ñ se escribió como N en el primer apellido, el segundo apellido y el nombre."
            )
        );
        assert_eq!(enye_rows(0), None);
        assert_eq!(
            enye_rows(4).as_deref(),
            Some("La Ñ se escribió como N en 4 renglones del archivo.")
        );
    }

    #[test]
    fn tells_why_a_name_cannot_be_saved() {
        for (name_fault, text) in [
            (
                NameFault::GivenMissing,
                "Falta el nombre. Escríbalo como en la CURP.",
            ),
            (
                NameFault::SecondWithoutFirst,
                "Hay segundo apellido y falta el primero. Si la persona tiene un solo apellido, escríbalo como \
                 primero.",
            ),
            (
                NameFault::TooLong {
                    part: NamePart::Given,
                    letters: 81,
                },
                "El nombre tiene 81 letras; caben 80. Revise que no lleve otro dato.",
            ),
        ] {
            assert_eq!(fault(&name_fault).text, text);
        }
    }
}
