//! The «Guion de llamada»: four lines to read aloud when a hospital, a clinic or the family calls about somebody who is
//! not vigente. They say what this office knows, with its date; they never promise one.

use chrono::NaiveDate;

use super::super::identifier::in_sentence;
use super::super::{dates, said};
use crate::domain::case::{Case, Cause, Prospect, Step};
use crate::domain::cutoff::Window;
use crate::domain::movement::{Movement, MovementKind, MovementState};

/// Its title.
pub const TITLE: &str = "Guion de llamada";

/// After every day that has not come: what IMSS does is IMSS' to say.
const NO_PROMISE: &str = "es lo que suele tardar el IMSS y aquí no podemos asegurar la fecha";

/// Who speaks, and about whom.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// «Lupita».
    pub clerk: &'a str,
    /// «Plantel Ejemplo».
    pub campus: &'a str,
    /// «Ana Lucía Ramírez Soto».
    pub student: &'a str,
    /// Today.
    pub today: NaiveDate,
}

/// The four lines: who speaks, what is known, what is to be expected, what the student does.
pub fn lines(case: &Case<'_>, call: Call<'_>) -> [String; 4] {
    let Call {
        clerk,
        campus,
        student,
        today,
    } = call;
    [
        format!(
            "Habla {clerk}, de Servicios Escolares de {campus}. Tengo a la vista el registro de {student}, al {}.",
            dates::short_year(today)
        ),
        known(case),
        expected(case),
        asked_of_the_student(case).to_owned(),
    ]
}

/// What this office knows, with its date.
fn known(case: &Case<'_>) -> String {
    match case.cause {
        Cause::Vigente { on, ours, .. } => {
            let holder = match ours {
                Some(_) => ", con afiliación de este plantel",
                None => "",
            };
            format!("La consulta del {} dice Vigente{holder}.", dates::short_year(on))
        }
        Cause::OtherInsurance { on, holder, .. } => {
            let holder = holder
                .map(|holder| format!(": {}", holder.institution))
                .unwrap_or_default();
            format!(
                "Según la consulta del {}, la afiliación la hizo otra institución{holder}.",
                dates::short_year(on)
            )
        }
        Cause::UnderWay { movement, .. } => under_way(movement),
        Cause::Rejected(movement) => {
            let what = of(movement.kind);
            let on = dates::short_year(movement.answered_on.unwrap_or(movement.cut));
            match &movement.rejection {
                Some(cause) => format!(
                    "El IMSS rechazó {what} el {on}; la causa que dio es: {}.",
                    in_sentence(cause.trim_end_matches('.'))
                ),
                None => format!("El IMSS rechazó {what} el {on}; estamos buscando la causa en su respuesta."),
            }
        }
        Cause::Unchecked { kind, ended, .. } => format!(
            "Enviamos {} y su plazo terminó el {}; aquí nadie ha visto todavía una constancia posterior.",
            of(kind),
            dates::day_month(ended)
        ),
        Cause::SaidOtherwise { kind, on, ended } => format!(
            "Enviamos {} y su plazo terminó el {}; la consulta del {} todavía no la refleja.",
            of(kind),
            dates::day_month(ended),
            dates::short_year(on)
        ),
        Cause::PriorAlta => {
            "Tenemos anotada un alta anterior a este registro, y aquí nadie ha visto todavía una constancia."
                .into()
        }
        Cause::NothingQueued { on: Some(on), .. } => format!(
            "La consulta del {} dice No vigente, y en este plantel no hay un movimiento en camino.",
            dates::short_year(on)
        ),
        Cause::NothingQueued { on: None, .. } => {
            "En este plantel no hay un alta en camino ni una constancia vista.".into()
        }
        Cause::Mismatch { on, .. } => format!(
            "La constancia del {} trae {} con nuestro registro.",
            dates::short_year(on),
            disagreeing(case)
        ),
    }
}

fn disagreeing(case: &Case<'_>) -> &'static str {
    match &case.disagrees {
        Some(it) if it.name.is_some() && it.curp.is_some() => "un nombre y una CURP que no coinciden",
        Some(it) if it.curp.is_some() => "una CURP que no coincide",
        _ => "un nombre que no coincide",
    }
}

fn under_way(movement: &Movement) -> String {
    let (what, cut) = (of(movement.kind), dates::day_month(movement.cut));
    match (movement.state, movement.sent_on, movement.answered_on) {
        (MovementState::Queued, ..) => {
            let urgent = if movement.urgent {
                " y está marcada urgente"
            } else {
                ""
            };
            format!("Ya preparamos {what} para el corte del {cut}{urgent}; todavía no se envía al IMSS.")
        }
        (_, Some(sent), Some(accepted)) => format!(
            "Enviamos {what} al IMSS el {} y la aceptó el {}.",
            dates::short_year(sent),
            dates::short_year(accepted)
        ),
        (_, Some(sent), None) => format!("Enviamos {what} al IMSS el {}.", dates::short_year(sent)),
        (_, None, _) => format!("{} va en el envío del corte del {cut}.", said::capital(what)),
    }
}

/// What is to be expected, and from whom.
fn expected(case: &Case<'_>) -> String {
    match case.cause {
        Cause::Vigente { .. } => {
            "Le pido consultar otra vez, con el NSS y la CURP; si el sistema responde otra cosa, lo anoto con su fecha."
                .into()
        }
        Cause::OtherInsurance { .. } => {
            "Esa afiliación prevalece: mientras siga así, un alta de este plantel no procede.".into()
        }
        Cause::UnderWay { movement, window } => {
            let vigente = match movement.kind {
                MovementKind::Alta => "vigente",
                MovementKind::Baja => "no vigente",
            };
            hoped_for(vigente, window)
        }
        Cause::Rejected(_) if case.obstacle.is_none() => {
            format!("Corregimos el dato y preparamos otra: {}", another(case.prospect))
        }
        Cause::Rejected(_) => "Corregimos lo que dice la causa antes de preparar otro movimiento.".into(),
        Cause::Unchecked { .. } | Cause::PriorAlta => {
            "Con una constancia de hoy sabremos si ya se refleja o si hay un dato que corregir.".into()
        }
        Cause::SaidOtherwise { .. } => {
            "Vamos a comparar NSS, CURP y nombre; si algo no coincide, primero se corrige en el IMSS y después preparamos \
             otro movimiento."
                .into()
        }
        Cause::NothingQueued { .. } if case.step() == Step::QueueAlta => {
            format!("Hoy mismo preparamos el alta: {}", another(case.prospect))
        }
        Cause::NothingQueued { .. } => {
            "Por ahora no podemos preparar un alta: el seguro pide estar inscrito en el plantel.".into()
        }
        Cause::Mismatch { .. } => {
            "Primero se corrige el dato que esté mal, en el IMSS o aquí; después preparamos otra alta.".into()
        }
    }
}

fn another(prospect: Prospect) -> String {
    let Window { from, until } = prospect.window;
    format!(
        "entra al corte del {} y se espera vigente {}; {NO_PROMISE}.",
        dates::day_month(prospect.cut),
        dates::window(from, until)
    )
}

fn hoped_for(vigente: &str, window: Window) -> String {
    format!(
        "Se espera {vigente} {}; {NO_PROMISE}.",
        dates::window(window.from, window.until)
    )
}

/// What the student does: the clarification is his or hers to present, at the school.
fn asked_of_the_student(case: &Case<'_>) -> &'static str {
    match case.cause {
        Cause::Vigente { .. } => {
            "El estudiante se registra en su UMF y descarga su carnet; si no aparece vigente, presenta aquí la aclaración \
             con su Constancia de Vigencia de Derechos."
        }
        Cause::OtherInsurance { .. } => {
            "El estudiante pide la atención con ese seguro; si ya no lo tiene, trae aquí su Constancia de Vigencia de \
             Derechos."
        }
        Cause::UnderWay { .. } => {
            "Después de esos días el estudiante descarga su Constancia de Vigencia de Derechos; si sigue igual, presenta \
             aquí la aclaración."
        }
        Cause::Mismatch { .. } => {
            "El estudiante hace el trámite de corrección en el IMSS con su acta y trae aquí el comprobante."
        }
        Cause::NothingQueued { .. } | Cause::Rejected(_) | Cause::SaidOtherwise { .. } => {
            "El estudiante trae aquí su Constancia de Vigencia de Derechos y presenta la aclaración; se descarga con CURP, \
             NSS y correo."
        }
        Cause::Unchecked { .. } | Cause::PriorAlta => {
            "El estudiante descarga hoy su Constancia de Vigencia de Derechos, con CURP, NSS y correo, y la trae o la envía \
             aquí."
        }
    }
}

fn of(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "su alta",
        MovementKind::Baja => "su baja",
    }
}
