//! The panel at the right.

use super::{MovementKind, dates};
use crate::domain::cutoff::Window;
use chrono::NaiveDate;

/// Above the totals of an open cut.
pub const TOTALS: &str = "Al cerrar y enviar";
/// Label.
pub const ALTAS: &str = "Altas";
/// Label.
pub const BAJAS: &str = "Bajas";
/// Label.
pub const SET_ASIDE: &str = "Apartados";
/// Below the field, while the cursor is in the list.
pub const F6: &str = "F6 trae el cursor a este panel.";
/// In the empty field.
pub const NSS_HINT: &str = "11 dígitos";
/// Below a number that does not pass its check.
pub const KEEP_DOUBTFUL: &str = "Ctrl+Enter lo guarda así, como NSS por confirmar.";
/// The button that opens the form at what is missing.
pub const CORRECT: &str = "Corregir la ficha";
/// The button that opens the record.
pub const OPEN: &str = "Abrir la ficha";
/// Of a row that goes.
pub const IS_READY: &str = "Está listo: entra a este corte.";
/// The record is not complete enough to be saved from here.
pub const CORRECT_FIRST: &str = "A esta ficha le falta otro dato. Ábrala y guárdela desde ahí.";

/// «Si sigue así al cerrar, pasará al corte del 16 de diciembre; se esperaría vigente entre el 17 y el 19 de
/// diciembre.»
pub fn if_it_stays(kind: MovementKind, next: NaiveDate, window: Window) -> String {
    format!(
        "Si sigue así al cerrar, pasará al corte del {}; se esperaría {} {}.",
        dates::day_month(next),
        vigente(kind),
        dates::window(window.from, window.until)
    )
}

/// «Registro patronal Z99-00000-32-0», or that there is none.
pub fn registro(registro: Option<&str>) -> String {
    match registro {
        Some(registro) => format!("Registro patronal {registro}"),
        None => "Falta el registro patronal; se escribe en Ajustes, IMSS.".to_owned(),
    }
}

/// «Se espera vigente entre el martes 1 y el jueves 3 de diciembre, si se envía a más tardar el 30.»
pub fn expected(cut: NaiveDate, window: Window) -> String {
    use chrono::Datelike;

    format!(
        "Se espera vigente {}, si se envía a más tardar el {}.",
        dates::window(window.from, window.until),
        cut.day()
    )
}

/// Below the name of an envío: its registro, or that it had none.
pub fn registro_brief(registro: Option<&str>) -> String {
    match registro {
        Some(registro) => format!("Registro {registro}"),
        None => "Sin registro patronal".to_owned(),
    }
}

/// «Se espera vigente entre el martes 1 y el jueves 3 de diciembre.»
pub fn expected_since_sent(kind: MovementKind, window: Window) -> String {
    format!(
        "Se espera {} {}.",
        vigente(kind),
        dates::window(window.from, window.until)
    )
}

/// The same of a cut that has passed: «Se espera vigente entre el martes 1 y el jueves 3 de diciembre, si se envía hoy.»
pub fn expected_if_today(window: Window) -> String {
    format!(
        "Se espera vigente {}, si se envía hoy.",
        dates::window(window.from, window.until)
    )
}

/// «Se apartó al cerrar el corte del 16 de noviembre.»
pub fn was_set_aside(from: NaiveDate) -> String {
    format!("Se apartó al cerrar el corte del {}.", dates::day_month(from))
}

pub(super) fn vigente(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "vigente",
        MovementKind::Baja => "no vigente",
    }
}
