//! Why somebody is not vigente and what comes next, in one sentence or two: the cause first, then the step. No date is
//! promised.

pub mod kept;
pub mod script;

use super::{dates, movements, record, vigencia};
use crate::domain::case::{Case, CaseKind, Cause, Disagreement, Step};
use crate::domain::movement::{Movement, MovementKind, MovementState};

/// Where the sentences are read: the window names its keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadIn {
    /// The window.
    Window,
    /// The console, or paper.
    Elsewhere,
}

/// «Otro seguro»: the row of the table in two or three words.
pub fn title(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Vigente => "Vigente según constancia",
        CaseKind::OtherInsurance => "Otro seguro",
        CaseKind::UnderWay => "En camino",
        CaseKind::ReviewDue => "Revisar vigencia",
        CaseKind::NothingQueued => "Sin movimiento en camino",
        CaseKind::Mismatch => "Datos que no coinciden",
    }
}

/// Cause and step, as the record tells them; `masked` shows of a CURP its last characters only.
pub fn said(case: &Case<'_>, masked: bool) -> String {
    format!("{} {}", cause(case, masked), step(case, ReadIn::Window))
}

/// The cause, in a sentence.
pub fn cause(case: &Case<'_>, masked: bool) -> String {
    match case.cause {
        Cause::Vigente {
            on,
            ours,
            is_recent: true,
            ..
        } => {
            let holder = match ours {
                Some(_) => "con afiliación de este plantel",
                None => "y el documento no dice quién hizo la afiliación",
            };
            format!(
                "La consulta del {} dice Vigente, {holder}.",
                dates::short_year(on)
            )
        }
        Cause::Vigente { on, days, .. } => format!(
            "La última comprobación es del {}, hace {}.",
            dates::short_year(on),
            match days {
                1 => "1 día".to_owned(),
                days => format!("{} días", dates::thousands(days)),
            }
        ),
        Cause::OtherInsurance { on, holder, .. } => {
            let holder = holder
                .map(|holder| format!(" {}", vigencia::held_by(holder)))
                .unwrap_or_default();
            format!(
                "Según la consulta del {}, lo afilia otra institución.{holder}",
                dates::short_year(on)
            )
        }
        Cause::UnderWay { movement, window } => under_way(movement, window.until),
        Cause::Rejected(movement) => rejected(movement),
        Cause::Unchecked { ended, early, .. } => {
            let nobody = match early {
                Some(early) => format!("; la consulta del {} fue antes", dates::short_year(early)),
                None => " y nadie ha comprobado la vigencia".to_owned(),
            };
            format!("El plazo terminó el {}{nobody}.", dates::day_month(ended))
        }
        Cause::SaidOtherwise { kind, on, ended } => format!(
            "El plazo terminó el {} y la consulta del {} dice {}.",
            dates::day_month(ended),
            dates::short_year(on),
            match kind {
                MovementKind::Alta => vigencia::NOT_VIGENTE,
                MovementKind::Baja => vigencia::VIGENTE,
            }
        ),
        Cause::PriorAlta => "El alta es anterior al programa y nadie ha comprobado la vigencia.".into(),
        Cause::NothingQueued {
            on: Some(on),
            after: Some(baja),
        } => format!(
            "La baja del corte del {} ya se refleja: la consulta del {} dice No vigente.",
            dates::short_year(baja.cut),
            dates::short_year(on)
        ),
        Cause::NothingQueued { on: Some(on), .. } => format!(
            "La consulta del {} dice No vigente y no hay un movimiento en camino.",
            dates::short_year(on)
        ),
        Cause::NothingQueued { on: None, .. } => NO_MOVEMENTS.into(),
        Cause::Mismatch { on, .. } => {
            let said = case.disagrees.as_ref().and_then(|it| brings(it, masked));
            said.unwrap_or_else(|| {
                format!(
                    "La constancia del {} trae otros datos que la ficha.",
                    dates::short_year(on)
                )
            })
        }
    }
}

/// What a document bears otherwise: «La constancia del 20 nov 2026 trae el nombre RAMIREZ SOTTO ANA.»
pub fn brings(disagreement: &Disagreement, masked: bool) -> Option<String> {
    let curp = disagreement
        .curp
        .as_deref()
        .map(|curp| vigencia::document_curp(curp, masked));
    vigencia::document_brings(disagreement.on, disagreement.name.as_deref(), curp.as_deref())
}

/// The next lawful step, in a sentence or two.
pub fn step(case: &Case<'_>, read_in: ReadIn) -> String {
    let key = |key: &str| match read_in {
        ReadIn::Window => format!(" con {key}"),
        ReadIn::Elsewhere => String::new(),
    };
    match case.step() {
        Step::PrintSummary => format!(
            "Imprima el resumen{}; el estudiante se registra en su UMF.",
            key("F9")
        ),
        Step::AskForConstancia if case.kind() == CaseKind::Vigente => {
            format!("Pida una Constancia de Vigencia reciente y regístrela{}.", key("F12"))
        }
        Step::AskForConstancia => format!(
            "Pida al estudiante su Constancia de Vigencia y regístrela{}.",
            key("F12")
        ),
        Step::NoAlta => match case.cause {
            Cause::OtherInsurance { is_queued: true, .. } => {
                "Mientras siga así, un alta de este plantel no procede; la que está en cola se aparta al cerrar el corte."
            }
            _ => "Mientras siga así, un alta de este plantel no procede.",
        }
        .into(),
        Step::Wait { .. } => match case.cause {
            Cause::UnderWay { movement, window } if movement.state.is_open() => format!(
                "Se espera {} {}. No hay nada más que preparar.",
                expected(movement.kind),
                dates::window(window.from, window.until)
            ),
            _ => format!(
                "No hay nada que volver a enviar; después, pida la Constancia de Vigencia y regístrela{}.",
                key("F12")
            ),
        },
        Step::CorrectAndQueue(kind) => {
            let first = match case.cause {
                Cause::Rejected(Movement { rejection: None, .. }) => {
                    "Busque la causa en la respuesta, corrija el dato"
                }
                _ => "Corrija el dato",
            };
            format!("{first} y prepare {}{}.", another(kind), key(queue_key(kind)))
        }
        Step::Compare(MovementKind::Alta) => format!(
            "Compare NSS, CURP y nombre con la constancia; si algo no coincide, el estudiante lo corrige antes en el IMSS. \
             Luego prepare otra alta{}.",
            key("F7")
        ),
        Step::Compare(MovementKind::Baja) => format!(
            "Busque en la respuesta si la baja se rechazó; si no aparece, prepare otra{}.",
            key("F8")
        ),
        Step::CorrectAtImss => format!("{} {}", vigencia::COMPARE, procedure(case)),
        Step::QueueAlta => {
            let (cut, window) = (case.prospect.cut, case.prospect.window);
            let queue = match read_in {
                ReadIn::Window => queue_alta(cut),
                ReadIn::Elsewhere => format!("Prepare el alta para el corte del {}.", dates::day_month(cut)),
            };
            format!("{queue} Se espera vigente {}.", dates::window(window.from, window.until))
        }
        Step::NotNow => case
            .obstacle
            .as_ref()
            .map(movements::refused)
            .unwrap_or_default(),
    }
}

/// The procedure at IMSS by which a student has the datum corrected that does not agree.
fn procedure(case: &Case<'_>) -> &'static str {
    let (name, curp) = case
        .disagrees
        .as_ref()
        .map_or((false, false), |it| (it.name.is_some(), it.curp.is_some()));
    match (name, curp) {
        (true, true) => {
            "En el IMSS son los trámites «Corrección de datos del asegurado» y «Actualización de CURP»."
        }
        (false, true) => "En el IMSS es el trámite «Actualización de CURP».",
        _ => "En el IMSS es el trámite «Corrección de datos del asegurado».",
    }
}

const NO_MOVEMENTS: &str = "Sin movimientos.";

/// Nothing was done for this student yet.
pub fn no_movements(cut: chrono::NaiveDate) -> String {
    format!("{NO_MOVEMENTS} {}", queue_alta(cut))
}

fn queue_alta(cut: chrono::NaiveDate) -> String {
    format!(
        "Para dejar el alta en el corte del {}, presione F7.",
        dates::day_month(cut)
    )
}

fn under_way(movement: &Movement, until: chrono::NaiveDate) -> String {
    let cut = dates::day_month(movement.cut);
    let what = record::kind(movement.kind);
    let urgent = if movement.urgent { ", marcada urgente" } else { "" };
    match movement.state {
        MovementState::Queued => format!("{what} en cola para el corte del {cut}{urgent}."),
        MovementState::InDispatch => {
            format!("{what} en el envío del corte del {cut}, que todavía no consta como enviado.")
        }
        _ => format!(
            "{} se envió y sigue en plazo hasta el {}.",
            the(movement.kind),
            dates::day_month(until)
        ),
    }
}

fn rejected(movement: &Movement) -> String {
    let on = dates::short(movement.answered_on.unwrap_or(movement.cut));
    let what = record::kind(movement.kind);
    match &movement.rejection {
        Some(cause) => format!(
            "{what} rechazada el {on}. Causa: {}.",
            cause.trim_end_matches('.')
        ),
        None => format!("{what} rechazada el {on}."),
    }
}

fn the(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "El alta",
        MovementKind::Baja => "La baja",
    }
}

fn another(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "otra alta",
        MovementKind::Baja => "otra baja",
    }
}

fn queue_key(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "F7",
        MovementKind::Baja => "F8",
    }
}

fn expected(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "vigente",
        MovementKind::Baja => "no vigente",
    }
}

#[cfg(test)]
mod tests;
