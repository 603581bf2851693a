//! What comes next about a student's cover, in one sentence or two: the cause first, then the step and its key. No
//! date is promised.

use chrono::NaiveDate;

use super::{dates, record};
use crate::domain::cutoff::Window;
use crate::domain::movement::{Movement, MovementKind};
use crate::domain::vigencia::NextStep;

/// The sentences; a movement queued today would go to `cut` and show in `window`.
pub fn said(step: NextStep<'_>, cut: NaiveDate, window: Window) -> String {
    let expected = dates::window(window.from, window.until);
    match step {
        NextStep::QueueAlta => {
            format!("{} Se espera vigente {expected}.", no_movements(cut))
        }
        NextStep::QueueAltaAgain { on } => format!(
            "La consulta del {} dice No vigente y no hay un movimiento en camino. Para dejar el alta en el corte del \
             {}, presione F7. Se espera vigente {expected}.",
            dates::short_year(on),
            dates::day_month(cut)
        ),
        NextStep::Wait { kind, until } => format!(
            "{} se envió y sigue en plazo hasta el {}. No hay nada que volver a enviar; después, pida la Constancia de \
             Vigencia y regístrela con F12.",
            the(kind),
            dates::day_month(until)
        ),
        NextStep::Correct(movement) => rejected(movement),
        NextStep::AskForConstancia { ended } => format!(
            "El plazo terminó el {} y nadie ha comprobado la vigencia. Pida al estudiante su Constancia de Vigencia y \
             regístrela con F12.",
            dates::day_month(ended)
        ),
        NextStep::ConfirmPriorAlta => {
            "El alta es anterior al programa y nadie ha comprobado la vigencia. Pida al estudiante su Constancia de \
             Vigencia y regístrela con F12."
                .into()
        }
        NextStep::LookForMismatch { on, ended } => format!(
            "El plazo terminó el {} y la consulta del {} dice No vigente. Compare NSS, CURP y nombre con la constancia; \
             si algo no coincide, el estudiante lo corrige antes en el IMSS. Luego prepare otra alta con F7.",
            dates::day_month(ended),
            dates::short_year(on)
        ),
        NextStep::CoveredElsewhere { on } => format!(
            "Según la consulta del {}, lo afilia otra institución. Mientras siga así, un alta de este plantel no procede.",
            dates::short_year(on)
        ),
        NextStep::Renew { on, days } => format!(
            "La última comprobación es del {}, hace {days} días. Pida una Constancia de Vigencia reciente y regístrela \
             con F12.",
            dates::short_year(on)
        ),
    }
}

/// Nothing was done for this student yet.
pub fn no_movements(cut: NaiveDate) -> String {
    format!(
        "Sin movimientos. Para dejar el alta en el corte del {}, presione F7.",
        dates::day_month(cut)
    )
}

fn rejected(movement: &Movement) -> String {
    let on = dates::short(movement.answered_on.unwrap_or(movement.cut));
    let again = match movement.kind {
        MovementKind::Alta => "prepare otra alta con F7",
        MovementKind::Baja => "prepare otra baja con F8",
    };
    let what = record::kind(movement.kind);
    match &movement.rejection {
        Some(cause) => format!(
            "{what} rechazada el {on}. Causa: {}. Corrija el dato y {again}.",
            cause.trim_end_matches('.')
        ),
        None => {
            format!("{what} rechazada el {on}. Busque la causa en la respuesta, corrija el dato y {again}.")
        }
    }
}

fn the(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "El alta",
        MovementKind::Baja => "La baja",
    }
}
