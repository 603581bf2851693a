//! Recording what a document said: the dialog, and what was noted.

use chrono::NaiveDate;

use super::dates;
use crate::domain::vigencia::CheckSource;

/// The dialog's title.
pub const TITLE: &str = "Registrar vigencia comprobada";
/// Above the verdict.
pub const VERDICT: &str = "Lo que dice el documento";
/// The verdict.
pub const VIGENTE: &str = "Vigente";
/// The other one.
pub const NOT_VIGENTE: &str = "No vigente";
/// The date.
pub const CONSULTED_ON: &str = "Fecha de la consulta";
/// Above the sources.
pub const SEEN_IN: &str = "Dónde se vio";
/// Above the institutions.
pub const AFFILIATED_BY: &str = "Quién hizo la afiliación";
/// Our own registro patronal.
pub const OURS: &str = "Este plantel";
/// Another one.
pub const ANOTHER: &str = "Otra institución";
/// The document doesn't tell.
pub const NOT_TOLD: &str = "No lo dice";
/// Nobody has chosen V or N.
pub const VERDICT_MISSING: &str = "Elija lo que dice el documento: V, vigente; N, no vigente.";
/// Below the verdict.
pub const VERDICT_HINT: &str = "Dice «con derecho al servicio médico»: SÍ o NO.";
/// The button of the record.
pub const VIGENCIA: &str = "Vigencia";

/// «Constancia».
pub fn source(source: CheckSource) -> &'static str {
    match source {
        CheckSource::Constancia => "Constancia",
        CheckSource::Window => "Ventanilla",
        CheckSource::Call => "Llamada",
        CheckSource::Acuse => "Acuse",
    }
}

/// «Se anotará: VIGENTE según constancia del 21 nov 2026 · la vio Lupita.»
pub fn to_be_noted(vigente: bool, from: CheckSource, on: NaiveDate, clerk: &str) -> String {
    let verdict = if vigente { "VIGENTE" } else { "NO VIGENTE" };
    format!(
        "Se anotará: {verdict} según {} del {} · la vio {clerk}.",
        source(from).to_lowercase(),
        dates::short_year(on)
    )
}

/// «Se guardó la vigencia de Ramírez Soto, Ana Lucía: VIGENTE al 21 nov 2026.»
pub fn noted(name: &str, vigente: bool, on: NaiveDate) -> String {
    let verdict = if vigente { "VIGENTE" } else { "NO VIGENTE" };
    format!(
        "Se guardó la vigencia de {name}: {verdict} al {}.",
        dates::short_year(on)
    )
}

/// The date of a consultation that has not come.
pub fn in_future(on: NaiveDate) -> String {
    format!(
        "La fecha de la consulta no puede ser posterior a hoy; aquí dice {}.",
        dates::long(on)
    )
}

/// The document shows another institution as the one that affiliated the student.
pub const ELSEWHERE: &str = "La afiliación es de otra institución: no conviene preparar un alta.";

/// Nobody is overdue.
pub const NOBODY_TO_REVIEW: &str = "Nadie tiene la vigencia por revisar.";
