//! Why a row waits, what is proposed, what was chosen, and what is remarked about it.

use crate::domain::entry::EntryField;
use crate::domain::import::{Cause, Choice, Column, Doubt, Note, Shown, Why};
use crate::domain::movement::QueueRefusal;
use crate::domain::sex::Sex;
use crate::domain::student::{NssState, Standing};
use crate::words::{dates, record, said};

/// Why rows wait: the title of their group.
pub fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::LostDigits => "Número con dígitos perdidos",
        Cause::Swapped => "NSS y CURP en la celda del otro",
        Cause::LostZero => "NSS con cero perdido",
        Cause::NameInOneCell => "Nombre y apellidos en una celda",
        Cause::AmbiguousDate => "Fecha que puede leerse de dos modos",
        Cause::Contradiction => "CURP que no concuerda con los datos",
        Cause::NotUnderstood => "Dato que no se entiende",
        Cause::UnknownCareer => "Carrera desconocida",
        Cause::OtherInsurance => "Declara otro seguro",
        Cause::TwoAnswers => "Con dos respuestas",
        Cause::SamePerson => "Ya tiene ficha con otro número",
        Cause::OtherNumber => "La ficha tiene otro NSS o CURP",
        Cause::TakenNumber => "Número de otra persona",
        Cause::Unregistered => "Baja de alguien sin ficha",
        Cause::Incomplete => "Falta el nombre o un apellido",
    }
}

/// What is to be done about a group, below its title.
pub fn cause_detail(cause: Cause) -> &'static str {
    match cause {
        Cause::LostDigits => "pida la hoja original o cópielo de la constancia",
        Cause::Swapped => "se propone cambiarlos de lugar",
        Cause::LostZero => "Excel quitó el cero inicial",
        Cause::NameInOneCell => "separe los apellidos",
        Cause::AmbiguousDate => "diga una vez si el día va primero",
        Cause::Contradiction => "elija cuál vale, con el documento",
        Cause::NotUnderstood => "corríjalo, o guarde sin ese dato",
        Cause::UnknownCareer => "elija la del plantel, o agréguela",
        Cause::OtherInsurance => "se propone guardar sin alta",
        Cause::TwoAnswers => "se propone la más reciente",
        Cause::SamePerson => "se propone actualizar esa ficha",
        Cause::OtherNumber => "se propone conservar el de la ficha",
        Cause::TakenNumber => "corríjalo, o guarde sin ese número",
        Cause::Unregistered => "corrija el número o aparte el renglón",
        Cause::Incomplete => "escriba lo que falta",
    }
}

/// What accepting the proposal of a group does, above its rows.
pub fn cause_explained(cause: Cause) -> &'static str {
    match cause {
        Cause::LostDigits => {
            "El archivo trae un número como 4.15E+10: los dígitos se perdieron y aquí no se pueden adivinar. Al \
             aceptar, se guarda sin ese número."
        }
        Cause::Swapped => {
            "Cada número pasa la verificación de su propia columna, y no la de la celda en que está."
        }
        Cause::LostZero => {
            "Cada número, con el cero, pasa la verificación y concuerda con el año de nacimiento."
        }
        Cause::NameInOneCell => {
            "Compare con el documento; donde hay CURP, la separación concuerda con ella. Con O los apellidos se toman del otro extremo, en toda la hoja."
        }
        Cause::AmbiguousDate => {
            "Una respuesta vale para toda la columna: A, el día va primero; O, el mes va primero."
        }
        Cause::Contradiction => {
            "Al aceptar vale la CURP. Con O vale lo que dice la hoja, y la CURP queda por confirmar."
        }
        Cause::NotUnderstood => "Al aceptar, la ficha se guarda sin ese dato. Enter lo corrige aquí mismo.",
        Cause::UnknownCareer => "Al aceptar vale la propuesta. Con O se agrega la carrera como está escrita.",
        Cause::OtherInsurance => {
            "Al aceptar se guarda la ficha y no se prepara el alta. Con O se prepara también."
        }
        Cause::TwoAnswers => {
            "La misma persona respondió más de una vez. Al aceptar vale la última; con O, la elegida."
        }
        Cause::SamePerson => {
            "La CURP o el NSS ya están en una ficha con otro número de control. Al aceptar se actualiza esa ficha."
        }
        Cause::OtherNumber => {
            "Los dos números pasan la verificación. Al aceptar se conserva el de la ficha; con O, el de la hoja."
        }
        Cause::TakenNumber => {
            "Ese número ya es de otra persona. Al aceptar se guarda sin él. Enter lo corrige aquí mismo."
        }
        Cause::Unregistered => {
            "Para preparar una baja hace falta la ficha. Enter corrige el número; Supr aparta el renglón."
        }
        Cause::Incomplete => {
            "Sin nombre y apellido no hay ficha. Enter lo escribe aquí mismo; Supr aparta el renglón."
        }
    }
}

/// The other way beside the proposed one, as its key says it.
pub fn other(cause: Cause) -> Option<&'static str> {
    Some(match cause {
        Cause::LostZero => "Dejarlo por confirmar",
        Cause::NameInOneCell => "Apellidos al otro extremo",
        Cause::AmbiguousDate => "El mes va primero",
        Cause::Contradiction => "Vale la hoja",
        Cause::UnknownCareer => "Agregar como está",
        Cause::OtherInsurance => "Preparar el alta",
        Cause::TwoAnswers => "Vale esta respuesta",
        Cause::SamePerson => "Usar el otro número",
        Cause::OtherNumber => "Vale el de la hoja",
        Cause::LostDigits
        | Cause::Swapped
        | Cause::NotUnderstood
        | Cause::TakenNumber
        | Cause::Unregistered
        | Cause::Incomplete => return None,
    })
}

/// What was chosen about a row, in the last column.
pub fn decision(doubt: &Doubt) -> &'static str {
    match doubt.choice {
        Some(Choice::Proposed) => "aceptado",
        Some(Choice::Other) => "lo otro",
        None if doubt.proposal.is_none() => "corríjalo o apártelo",
        None => "por decidir",
    }
}

/// A value before or after.
pub fn shown(shown: &Shown) -> String {
    match shown {
        Shown::Nothing => "sin dato".into(),
        Shown::Text(text) => text.clone(),
        Shown::Day(day) => dates::short_year(*day),
    }
}

/// What would be saved if a proposal is accepted.
pub fn proposal(doubt: &Doubt) -> String {
    match (&doubt.proposal, doubt.cause) {
        (None, _) => String::new(),
        (Some(Shown::Nothing), Cause::OtherInsurance) => "sin alta".into(),
        (Some(Shown::Nothing), Cause::TwoAnswers) => "vale otra respuesta".into(),
        (Some(value), _) => shown(value),
    }
}

/// What a field of a record says, before or after.
pub fn value(field: EntryField, text: &str) -> String {
    let known = match field {
        _ if text.is_empty() => Some(shown(&Shown::Nothing)),
        EntryField::Standing => Standing::from_code(text).map(|it| record::standing(it).to_lowercase()),
        EntryField::NssState => NssState::from_code(text).map(|it| record::nss_state(it).to_lowercase()),
        EntryField::Sex => text
            .chars()
            .next()
            .and_then(Sex::from_code)
            .map(|it| record::sex(it).to_lowercase()),
        _ => None,
    };
    known.unwrap_or_else(|| text.to_owned())
}

/// Why it is proposed, or why nothing is.
pub fn why(doubt: &Doubt) -> String {
    match &doubt.why {
        Why::FitsBirthYear(year) => format!("10 dígitos; nacimiento en {year}"),
        Why::DigitsLost => "se perdieron dígitos".into(),
        Why::EachInTheOther => "está en la celda del otro".into(),
        Why::BothInOneCell => "los dos en una celda".into(),
        Why::CurpFitsParting => "concuerda con la CURP".into(),
        Why::UsualParting => "sin CURP que lo diga".into(),
        Why::EitherDay => "el día y el mes son de 1 a 12".into(),
        Why::CurpSaysDay(day) => format!("la CURP dice {}", dates::short_year(*day)),
        Why::DayAndMonthChanged(_) => "día y mes cambiados, por la CURP".into(),
        Why::CurpSaysSex(sex) => format!("la CURP dice {}", record::sex(*sex).to_lowercase()),
        Why::Unreadable => match doubt.column {
            Column::Identifier => "lleva de 4 a 12 letras y números".into(),
            other => format!("no se lee como {}", super::column(other).to_lowercase()),
        },
        Why::CareerLike => "se parece a esta".into(),
        Why::CareerNew => "ninguna del plantel se parece".into(),
        Why::Declares(_) => "quien tiene otro seguro no se afilia".into(),
        Why::Answers { rows, is_latest } => {
            let others: Vec<String> = rows.iter().map(u32::to_string).collect();
            let rows = said::and(&others);
            if *is_latest {
                format!("la última de los renglones {rows}")
            } else {
                format!("renglones {rows}")
            }
        }
        Why::RegisteredAs { by, identifier, name } => {
            format!("por {}, es {name} ({identifier})", column_article(*by))
        }
        Why::RecordHas { confirmed, .. } => {
            if *confirmed {
                "el de la ficha, confirmado con constancia".into()
            } else {
                "el que tiene la ficha".into()
            }
        }
        Why::BelongsTo { identifier, name } => format!("es de {name} ({identifier})"),
        Why::AlsoInRow(row) => format!("también está en el renglón {row}"),
        Why::NobodyHere => "nadie tiene ese número".into(),
        Why::Missing => "hace falta".into(),
    }
}

fn column_article(column: Column) -> &'static str {
    match column {
        Column::Curp => "la CURP",
        Column::Nss => "el NSS",
        _ => "el número de control",
    }
}

/// What is remarked about a row.
pub fn note(note: &Note) -> String {
    match note {
        Note::NoNss => "sin NSS".into(),
        Note::NssToConfirm => "NSS por confirmar".into(),
        Note::NssConventional => "parece un NSS provisional".into(),
        Note::NssBirthYear => "el NSS dice otro año de nacimiento".into(),
        Note::NoCurp => "sin CURP".into(),
        Note::CurpToConfirm => "CURP por confirmar".into(),
        Note::CurpName => "la CURP no concuerda con el nombre".into(),
        Note::Homonym(1) => "otra persona se llama igual".into(),
        Note::Homonym(others) => format!("otras {others} personas se llaman igual"),
        Note::Provisional(folio) => format!("folio provisional {}", folio.as_str()),
        Note::Kept(field) => format!("se conserva {} de la ficha", kept(*field)),
        Note::LongStudies => "semestre 13 o más: pide autorización".into(),
        Note::Restored => "vuelve del archivo".into(),
        Note::OtherInsurance(other) => format!("declara otro seguro: {other}"),
        Note::NotQueued(refusal) => not_queued(refusal),
        Note::Affiliated => "ya afiliado: alta anterior al programa".into(),
        Note::SignsRemoved => "se quitaron signos del nombre".into(),
    }
}

fn kept(field: EntryField) -> &'static str {
    match field {
        EntryField::Curp => "la CURP",
        EntryField::Nss => "el NSS",
        EntryField::Clinic => "la UMF",
        _ => "el dato",
    }
}

fn not_queued(refusal: &QueueRefusal) -> String {
    match refusal {
        QueueRefusal::NotEnrolled(standing) => format!(
            "sin alta: {}",
            match standing {
                Standing::Enrolled => "inscrito".to_owned(),
                other => record::standing(*other).to_lowercase(),
            }
        ),
        QueueRefusal::OpenMovement { kind, cut, .. } => format!(
            "ya tiene {} en el corte del {}",
            record::kind(*kind).to_lowercase(),
            dates::short(*cut)
        ),
        QueueRefusal::StillActive(_) => "sin alta nueva: la suya sigue activa".into(),
    }
}
