//! Recording what a document said: the dialog, and what was noted.

use chrono::NaiveDate;

use super::{dates, record};
use crate::domain::clinic::{Assignment, Clinic};
use crate::domain::student::{Particulars, last_of};
use crate::domain::vigencia::{Affiliation, Check, CheckSource, Document, EvidenceAge};

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
/// The clinic, as a constancia names it.
pub const CLINIC: &str = "UMF (si viene)";
/// Above the choice whether the record takes the clinic over.
pub const CLINIC_OF_RECORD: &str = "¿La ficha toma esta clínica?";
/// It does.
pub const TAKE_OVER: &str = "Sí, actualizar la ficha";
/// It does not.
pub const ONLY_NOTE: &str = "No, solo anotarla aquí";
/// Shows the rows of the history.
pub const ADD_HISTORY: &str = "Instituciones que afiliaron";
/// Their title.
pub const HISTORY: &str = "Instituciones que hicieron la afiliación";
/// Beside it.
pub const ANOTHER_ROW: &str = "Flecha abajo agrega otro renglón.";
/// Shows name and CURP.
pub const ADD_DIFFERENCES: &str = "Nombre o CURP distintos";
/// Their title.
pub const DIFFERENCES: &str = "Lo que la constancia escribe distinto";
/// Field.
pub const NAME: &str = "Nombre en la constancia";
/// Field.
pub const CURP: &str = "CURP en la constancia";
/// Column.
pub const INSTITUTION: &str = "Institución";
/// Column.
pub const REGISTRO: &str = "Registro patronal";
/// Column.
pub const SINCE: &str = "Desde";
/// Column.
pub const UNTIL: &str = "Hasta";
/// Column.
pub const ROW_IS_OURS: &str = "Nuestra";
/// It is.
pub const YES: &str = "Sí";
/// It is not.
pub const NO: &str = "No";
/// A row with dates, and nobody in it.
pub const INSTITUTION_MISSING: &str = "Falta el nombre.";
/// A row whose end comes before its beginning.
pub const ENDS_BEFORE_IT_BEGINS: &str = "Termina antes de empezar.";
/// The button of the record.
pub const VIGENCIA: &str = "Vigencia";

/// Below the name, to compare with the document: «25230457 · NSS 12-18-05-9999-0 · CURP CUNF 051130 M PL RXR A2».
pub fn subtitle(student: &Particulars, masked: bool) -> String {
    [
        Some(student.identifier.as_str().to_owned()),
        record::nss(&student.nss, masked).map(|nss| format!("NSS {nss}")),
        record::curp(&student.curp, masked).map(|curp| format!("CURP {curp}")),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ")
}

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

/// A clinic or a history that no call and no acuse brings.
pub const ONLY_A_CONSTANCIA: &str = "Clínica, historial, nombre y CURP solo vienen en una constancia. Quite esas opciones, o use --fuente constancia.";

/// A row of the history that can't be read.
pub fn unsuitable_row(row: &str) -> String {
    format!(
        "No se entiende el renglón «{row}». Escríbalo como \"institución; registro; desde; hasta; si|no\", con fechas como \
         16/02/2026."
    )
}

/// «por renovar».
pub fn age(age: EvidenceAge) -> &'static str {
    match age {
        EvidenceAge::Recent => "reciente",
        EvidenceAge::ToRenew => "por renovar",
        EvidenceAge::Expired => "vencida",
    }
}

/// «reciente, de hoy»; «vencida, hace 101 días».
pub fn how_old(age: EvidenceAge, days: i64) -> String {
    let ago = match days {
        ..=0 => "de hoy".to_owned(),
        1 => "de ayer".to_owned(),
        days => format!("hace {} días", dates::thousands(days.unsigned_abs())),
    };
    format!("{}, {ago}", self::age(age))
}

/// «VIGENTE según constancia del 20 nov 2026».
pub fn checked(check: &Check) -> String {
    let verdict = if check.vigente { "VIGENTE" } else { "NO VIGENTE" };
    format!(
        "{verdict} según {} del {}",
        source(check.source).to_lowercase(),
        dates::short_year(check.on)
    )
}

/// «La vio Lupita · afiliación de este plantel».
pub fn seen_by(check: &Check) -> String {
    match check.ours {
        Some(ours) => format!("La vio {} · afiliación de {}", check.seen_by, holder(ours)),
        None => format!("La vio {}", check.seen_by),
    }
}

fn holder(ours: bool) -> &'static str {
    if ours { "este plantel" } else { "otra institución" }
}

/// Beside a row of the history: «nuestra».
pub fn is_ours(ours: bool) -> &'static str {
    if ours { "nuestra" } else { "de otra institución" }
}

/// The clinic, turno and consultorio of a document, if it names any: «HGZ/UMF 36 · Minatitlán · Vespertino».
pub fn placed(clinic: Option<&Clinic>, document: &Document) -> Option<String> {
    let assignment = Assignment {
        shift: document.shift.clone(),
        room: document.room.clone(),
        ..Assignment::default()
    };
    Some(super::clinic::told(clinic, &assignment)).filter(|told| !told.is_empty())
}

/// A name or CURP that was not the record's: «Trae el nombre RAMIREZ SOTTO ANA LUCIA.»
pub fn brings(name: Option<&str>, curp: Option<&str>) -> Option<String> {
    other_data(name, curp).map(|said| format!("Trae {said}."))
}

/// From when to when a row of the history held, and its registro patronal.
pub fn how_long(row: &Affiliation) -> String {
    let registro = row
        .registro
        .as_ref()
        .map(|registro| format!("registro {registro}"));
    let since = row
        .since
        .map(|since| format!("desde el {}", dates::short_year(since)));
    let until = row
        .until
        .map(|until| format!("hasta el {}", dates::short_year(until)));
    let held = [since, until].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let told: Vec<String> = registro
        .into_iter()
        .chain(Some(held).filter(|held| !held.is_empty()))
        .collect();
    if told.is_empty() {
        NO_DATES.to_owned()
    } else {
        told.join(", ")
    }
}

/// A row of the history with nothing but its institution.
const NO_DATES: &str = "sin registro ni fechas";

/// No check was ever recorded.
pub const NO_CHECKS: &str =
    "Nadie ha comprobado la vigencia todavía. Con la constancia a la vista, F12 anota lo que dice.";

/// «Empresa Ejemplo (Z99-00000-10-0), desde el 3 feb 2026».
pub fn affiliation(row: &Affiliation) -> String {
    let mut told = row.institution.clone();
    if let Some(registro) = &row.registro {
        told = format!("{told} ({registro})");
    }
    if let Some(since) = row.since {
        told = format!("{told}, desde el {}", dates::short_year(since));
    }
    if let Some(until) = row.until {
        told = format!("{told} hasta el {}", dates::short_year(until));
    }
    told
}

/// The record's name or CURP are not those of the document: «La constancia del 20 nov 2026 trae el nombre RAMIREZ SOTTO
/// ANA. Compare con el acta…»
pub fn differs(on: NaiveDate, name: Option<&str>, curp: Option<&str>) -> Option<String> {
    document_brings(on, name, curp).map(|said| format!("{said} {COMPARE}"))
}

/// «La constancia del 20 nov 2026 trae el nombre RAMIREZ SOTTO ANA.»
pub fn document_brings(on: NaiveDate, name: Option<&str>, curp: Option<&str>) -> Option<String> {
    let said = other_data(name, curp)?;
    Some(format!(
        "La constancia del {} trae {said}.",
        dates::short_year(on)
    ))
}

/// What to do where record and document do not agree.
pub const COMPARE: &str = "Compare con el acta: si la ficha está mal, corríjala; si es el IMSS, el estudiante pide allá la \
     corrección antes de otra alta.";

fn other_data(name: Option<&str>, curp: Option<&str>) -> Option<String> {
    match (name, curp) {
        (Some(name), Some(curp)) => Some(format!("el nombre {name} y la CURP {curp}")),
        (Some(name), None) => Some(format!("el nombre {name}")),
        (None, Some(curp)) => Some(format!("la CURP {curp}")),
        (None, None) => None,
    }
}

/// The CURP that a document says, as a screen shows it.
pub fn document_curp(text: &str, masked: bool) -> String {
    if masked { last_of(text, 5) } else { text.to_owned() }
}

/// Who covers a student whose alta waits: «Otro seguro: Empresa Ejemplo, desde el 3 feb 2026.»
pub fn other_insurance(row: &Affiliation) -> String {
    format!("Otro seguro: {}.", affiliation(row))
}

/// Who else holds the affiliation: «La hizo Empresa Ejemplo, desde el 3 feb 2026.»
pub fn held_by(row: &Affiliation) -> String {
    format!("La hizo {}.", affiliation(row))
}
