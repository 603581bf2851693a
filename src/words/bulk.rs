//! One datum changed in many records.

use super::{dates, marked, record};
use crate::domain::bulk::{BulkChange, Datum};
use crate::domain::period::{Period, Semester};
use crate::domain::student::Particulars;

/// The label of the new value.
pub const NEW_VALUE: &str = "Nuevo valor";
/// Below the dialog's content.
pub const NOTE: &str = "Se guarda exactamente lo que se muestra. Deshacer: Ctrl+Z.";
/// Everybody has that value already.
pub const NOTHING_TO_CHANGE: &str = "Todas las fichas ya están así; no hay nada que guardar.";

/// «Semestre».
pub fn datum(datum: Datum) -> &'static str {
    match datum {
        Datum::Semester => "Semestre",
        Datum::Period => "Periodo",
        Datum::Career => "Carrera",
        Datum::Standing => "Situación",
    }
}

/// What may be typed.
pub fn hint(datum: Datum) -> &'static str {
    match datum {
        Datum::Semester => "Un número del 1 al 20, o +1 para pasar a cada quien al semestre siguiente.",
        Datum::Period => "Como AGO-DIC 2026, ENE-JUN 2027 o VERANO 2027.",
        Datum::Career => "El nombre completo de la carrera.",
        Datum::Standing => "Inscrito, no inscrito, baja temporal, baja definitiva o egresado.",
    }
}

/// What was typed can't be understood.
pub fn not_understood(datum: Datum) -> String {
    format!("No se entiende. {}", hint(datum))
}

/// The change that a text asks for.
pub fn read(datum: Datum, typed: &str) -> Option<BulkChange> {
    match datum {
        Datum::Semester if matches!(typed, "+1" | "+ 1" | "+") => Some(BulkChange::NextSemester),
        Datum::Semester => Semester::parse(typed).map(BulkChange::Semester),
        Datum::Period => Period::parse(typed).ok().map(BulkChange::Period),
        Datum::Career => Some(BulkChange::Career(typed.to_owned())).filter(|_| !typed.is_empty()),
        Datum::Standing => record::find_standing(typed).map(BulkChange::Standing),
    }
}

/// «88 fichas cambian; 12 ya están así.»
pub fn summary(changed: usize, unchanged: usize) -> String {
    let changes = match changed {
        0 => "Ninguna ficha cambia".to_owned(),
        1 => "1 ficha cambia".to_owned(),
        many => format!("{} fichas cambian", dates::thousands(many)),
    };
    match unchanged {
        0 => format!("{changes}."),
        1 => format!("{changes}; 1 se queda como está."),
        many => format!("{changes}; {} se quedan como están.", dates::thousands(many)),
    }
}

/// «de 3.º a 4.º».
pub fn from_to(change: &BulkChange, before: &Particulars, after: &Particulars) -> String {
    let value = |of: &Particulars| match change {
        BulkChange::Career(_) => of.career.clone(),
        BulkChange::Semester(_) | BulkChange::NextSemester => of.semester.map(record::semester_short),
        BulkChange::Period(_) => of.period.map(|period| period.to_string()),
        BulkChange::Standing(_) => Some(record::standing(of.standing).to_lowercase()),
    };
    let after = value(after).unwrap_or_default();
    match value(before) {
        Some(before) => format!("de {before} a {after}"),
        None => after,
    }
}

/// «Se cambió la carrera de 88 personas.»
pub fn changed(change: &BulkChange, count: usize) -> String {
    let what = match change {
        BulkChange::Career(_) => "la carrera",
        BulkChange::Semester(_) | BulkChange::NextSemester => "el semestre",
        BulkChange::Period(_) => "el periodo",
        BulkChange::Standing(_) => "la situación escolar",
    };
    format!("Se cambió {what} de {}.", marked::persons(count))
}
