//! Altas and bajas for the cut: what was queued, what was refused, what would set a row aside.

use chrono::{NaiveDate, NaiveTime};

use super::{dates, record, vigencia};
use crate::domain::cutoff::Window;
use crate::domain::movement::{
    ActiveSince, BajaMotive, MovementKind, Observation, QueueAdvice, QueueRefusal,
};
use crate::domain::person_name::{NamePart, NameProblem};

/// «En cola para el corte del 30 de noviembre. Se espera vigente entre el martes 1 y el jueves 3 de diciembre.»
pub fn queued(kind: MovementKind, cut: NaiveDate, window: Window) -> String {
    let vigente = match kind {
        MovementKind::Alta => "vigente",
        MovementKind::Baja => "no vigente",
    };
    format!(
        "{} en cola para el corte del {}. Se espera {vigente} {}.",
        record::kind(kind),
        dates::day_month(cut),
        dates::window(window.from, window.until)
    )
}

/// «En cola con una observación: falta el NSS. Si sigue así al cerrar, pasará al corte del 16 de diciembre.»
pub fn queued_with(observations: &[Observation], next_cut: NaiveDate) -> Option<String> {
    let listed = list(observations)?;
    let count = match observations.len() {
        1 => "una observación".to_owned(),
        more => format!("{more} observaciones"),
    };
    Some(format!(
        "Tiene {count}: {listed}. Si sigue así al cerrar, pasará al corte del {}.",
        dates::day_month(next_cut)
    ))
}

/// The observations in one line: «falta el NSS, falta la CURP».
pub fn list(observations: &[Observation]) -> Option<String> {
    let listed: Vec<String> = observations.iter().map(observation).collect();
    (!listed.is_empty()).then(|| listed.join(", "))
}

/// One observation: «falta el NSS».
pub fn observation(observation: &Observation) -> String {
    match observation {
        Observation::NssMissing => "falta el NSS".into(),
        Observation::NssInProcess => "NSS en trámite en el IMSS".into(),
        Observation::NssDoubtful => "NSS por confirmar".into(),
        Observation::NssConventional => "parece un NSS provisional y ninguna constancia lo confirma".into(),
        Observation::CurpMissing => "falta la CURP".into(),
        Observation::CurpDoubtful => "CURP por confirmar".into(),
        Observation::Name(NameProblem::TooLong { part, letters }) => {
            let part = match part {
                NamePart::FirstSurname => "el primer apellido",
                NamePart::SecondSurname => "el segundo apellido",
                NamePart::Given => "el nombre",
            };
            format!("{part} tiene {letters} letras y el archivo admite 27")
        }
        Observation::Name(NameProblem::NotCarried { ch }) => {
            format!("el nombre lleva «{ch}», que el archivo no admite")
        }
        Observation::OtherInsurance { on, source } => format!(
            "otro seguro según {} del {}",
            vigencia::source(*source).to_lowercase(),
            dates::short_year(*on)
        ),
        Observation::NotEnrolled(standing) => {
            format!(
                "la situación escolar es «{}»",
                record::standing(*standing).to_lowercase()
            )
        }
    }
}

/// Why a movement is not queued, and what to do.
pub fn refused(refusal: &QueueRefusal) -> String {
    match refusal {
        QueueRefusal::NotEnrolled(standing) => format!(
            "El alta pide estar inscrito, y la situación escolar es “{}”. Si ya se inscribió, cámbiela en la ficha.",
            record::standing(*standing).to_lowercase()
        ),
        QueueRefusal::OpenMovement {
            kind,
            cut,
            in_dispatch: false,
        } => format!(
            "Ya hay {} en cola para el corte del {}; cancélela antes de preparar otro movimiento.",
            one(*kind),
            dates::day_month(*cut)
        ),
        QueueRefusal::OpenMovement {
            kind,
            cut,
            in_dispatch: true,
        } => format!(
            "Ya hay {} en el envío del corte del {}. Espere la respuesta antes de preparar otro movimiento.",
            one(*kind),
            dates::day_month(*cut)
        ),
        QueueRefusal::StillActive(since) => {
            let evidence = match since {
                ActiveSince::Sent(on) => format!("enviada el {}", dates::short(*on)),
                ActiveSince::Accepted(on) => format!("aceptada el {}", dates::short(*on)),
                ActiveSince::Proven(on) => format!("la consulta del {} dice vigente", dates::short(*on)),
                ActiveSince::PriorAlta(_) => "es anterior al programa".to_owned(),
            };
            format!(
                "Su alta sigue activa: {evidence}. Si una constancia dice No vigente, regístrela con F12 \
                 y podrá repetirla."
            )
        }
    }
}

fn one(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "un alta",
        MovementKind::Baja => "una baja",
    }
}

/// What the clerk should know, and may go on nevertheless.
pub fn advice(advice: QueueAdvice) -> String {
    match advice {
        QueueAdvice::NoKnownAlta => {
            "No consta un alta de esta persona. Compruebe en la constancia quién la afilió.".into()
        }
    }
}

/// «Se canceló el alta del corte del 30 de noviembre.»
pub fn cancelled(kind: MovementKind, cut: NaiveDate) -> String {
    let the = match kind {
        MovementKind::Alta => "el alta",
        MovementKind::Baja => "la baja",
    };
    format!("Se canceló {the} del corte del {}.", dates::day_month(cut))
}

/// There is nothing to cancel.
pub fn nothing_queued() -> String {
    "No hay un movimiento en cola para esta persona. Para preparar uno, presione F7 (alta) o F8 (baja)."
        .into()
}

/// The mark «urgente» was put on, or taken off. No date is promised but the honest one.
pub fn urgent(marked: bool, cut: NaiveDate, window: Window) -> String {
    if marked {
        format!(
            "Marcada urgente. Lo más pronto: corte del {}; se espera {}.",
            dates::short(cut),
            dates::window(window.from, window.until)
        )
    } else {
        "Ya no está marcada como urgente.".into()
    }
}

/// A motive that the console was given and does not know.
pub fn unknown_motive(typed: &str) -> String {
    let known: Vec<&str> = BajaMotive::ALL.into_iter().map(BajaMotive::code).collect();
    format!("No conozco el motivo «{typed}». Puede ser: {}.", known.join(", "))
}

/// Before the sentence, where the hour of today's cut has passed: «Pasó la hora límite del corte de hoy (13:00).»
pub fn missed(limit: NaiveTime) -> String {
    format!("Pasó la hora límite del corte de hoy ({}).", dates::clock(limit))
}

/// A list was asked of a day that is no cut.
pub fn not_a_cut(day: NaiveDate) -> String {
    format!(
        "El {} no es día de corte, y ningún movimiento lo tiene por corte. Los días de corte están en Ajustes.",
        dates::long(day)
    )
}

/// The list of a cut without movements.
pub fn empty_cut(cut: NaiveDate, hour_limit: Option<NaiveTime>) -> String {
    let until = match hour_limit {
        Some(limit) => format!("antes de {} del {}", dates::at(limit), dates::day_month(cut)),
        None => format!("hasta el {}", dates::day_month(cut)),
    };
    format!("No hay movimientos para este corte. Los que agregue {until} entrarán aquí.")
}
