//! The fifth step: what IMSS answered.

use super::{MovementKind, dates};

/// The choice for an exception.
pub const REJECTED: &str = "Rechazada";
/// The other choice.
pub const UNANSWERED_WORD: &str = "Sin respuesta";
/// Label.
pub const CAUSE: &str = "Causa del rechazo";
/// In the empty field.
pub const CAUSE_HINT: &str = "como viene en la respuesta";
/// Label.
pub const DAY: &str = "Fecha de la respuesta";
/// Of a line that is no exception.
pub const HOW_TO_MARK: &str =
    "Se registrará como aceptada. Si no lo fue, márquela con Espacio y escriba la causa.";
/// In the column, of a line that is no exception.
pub const WILL_BE_ACCEPTED: &str = "aceptada al registrar";
/// In the column, of a line without answer.
pub const UNANSWERED: &str = "sin respuesta todavía";
/// In the panel, of a line that was accepted.
pub const IS_ACCEPTED: &str = "Aceptada.";
/// At the foot, once every line has its answer.
pub const ANSWERED_KEYS: &str = "Enter abre la ficha · teclee un número para ir a él";
/// At the foot, while lines wait for an answer.
pub const KEYS: &str = "Espacio: excepción · teclee un número para ir a él";
/// A line that was answered, or was not sent.
pub const NOT_OPEN: &str = "Este renglón no espera respuesta.";
/// Nothing waits for an answer.
pub const ALL_ANSWERED: &str = "Todo este envío tiene respuesta.";
/// Every line was marked as without answer.
pub const NOTHING_ANSWERED: &str =
    "Todos los renglones están marcados «sin respuesta»; no hay qué registrar todavía.";
/// Label of a total.
pub const TOTAL_ACCEPTED: &str = "Aceptadas";
/// Label of a total.
pub const TOTAL_REJECTED: &str = "Rechazadas";
/// Label of a total.
pub const TOTAL_UNANSWERED: &str = "Sin respuesta";

/// The main verb: «Aceptar 36, rechazar 2».
pub fn record(accepted: usize, rejected: usize) -> String {
    match (accepted, rejected) {
        (0, 0) => "Registrar".to_owned(),
        (0, rejected) => format!("Rechazar {}", dates::thousands(rejected)),
        (accepted, 0) => format!("Aceptar {}", dates::thousands(accepted)),
        (accepted, rejected) => format!(
            "Aceptar {}, rechazar {}",
            dates::thousands(accepted),
            dates::thousands(rejected)
        ),
    }
}

/// «rechazada: el nombre no coincide».
pub fn rejected(cause: &str) -> String {
    match cause {
        "" => "rechazada: falta la causa".to_owned(),
        cause => format!("rechazada: {cause}"),
    }
}

/// «aceptada · 2 dic».
pub fn accepted_on(day: &str) -> String {
    format!("aceptada · {day}")
}

/// Below a rejection.
pub fn queue_again(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "Enter abre la ficha; F7 prepara otra alta.",
        MovementKind::Baja => "Enter abre la ficha; F8 prepara otra baja.",
    }
}

/// While one types to find a line.
pub fn looking_for(typed: &str) -> String {
    format!("Buscando {typed}…")
}
