//! The support console: what it prints; its help, what it says about a wrong command line and what it found wrong have
//! files of their own.

pub mod help;
pub mod help_backup;
pub mod help_cut;
pub mod help_moving;
pub mod usage;

use std::path::Path;

use chrono::NaiveDate;

use crate::domain::entry::EntryField;
use crate::domain::movement::MovementKind;
use crate::domain::student::{NssRecord, NssState};

use super::{dates, entry, names};

/// The window can't be opened.
pub fn no_window() -> String {
    "No se pudo abrir la ventana: el sistema no ofrece una pantalla. Las órdenes de la terminal sí funcionan; véalas con \
     ventanilla --ayuda."
        .into()
}

/// An input file can't be read.
pub fn unreadable(file: &Path) -> String {
    format!(
        "No se pudo leer {}. Compruebe el nombre y los permisos del archivo.",
        file.display()
    )
}

/// What was printed on the way out can't be written.
pub fn not_printed() -> String {
    "No se pudo escribir la salida. Revise que haya espacio en el disco.".into()
}

/// «Se creó el registro de Plantel Minatitlán en …»
pub fn set_up(campus: &str, folder: &Path) -> String {
    format!("Se creó el registro de {campus} en {}.", folder.display())
}

/// A line is no JSON object.
pub fn not_an_object(line: usize) -> String {
    format!("Renglón {line}: no es un objeto JSON. Escriba un estudiante por renglón, entre llaves.")
}

/// A key that means nothing here.
pub fn unknown_key(line: usize, key: &str) -> String {
    format!("Renglón {line}: no conozco el dato «{key}». Los que hay están en: ventanilla registrar --ayuda.")
}

/// A value that can't be used.
pub fn unsuitable_value(line: usize, key: &str, value: &str, known: &str) -> String {
    format!("Renglón {line}: no se entiende «{value}» en «{key}»; puede ser: {known}.")
}

/// What `sexo` may be.
pub const SEXES: &str = "H, M o X";
/// What a yes-or-no value may be.
pub const YES_OR_NO: &str = "true o false";
/// What any other value may be.
pub const TEXT: &str = "un texto entre comillas o un número";

/// «Registrado: Ramírez Soto, Ana Lucía.», with what was kept in doubt.
pub fn registered(name: &str, nss_doubtful: bool, curp_doubtful: bool) -> String {
    let kept = match (nss_doubtful, curp_doubtful) {
        (false, false) => "",
        (true, false) => " El NSS quedó por confirmar.",
        (false, true) => " La CURP quedó por confirmar.",
        (true, true) => " El NSS y la CURP quedaron por confirmar.",
    };
    format!("Registrado: {name}.{kept}")
}

/// Why a line was not registered, a sentence for each field.
pub fn not_registered(reasons: &[String]) -> String {
    format!("No se registró. {}", reasons.join(" "))
}

/// What is said of a field where there is no form to go back to.
pub fn incomplete(field: EntryField) -> &'static str {
    match field {
        EntryField::Identifier => {
            "Falta el número de control. Si aún no lo tiene, \"provisional\": true le da un folio provisional."
        }
        EntryField::FirstSurname => {
            "Falta el primer apellido. Si no tiene apellidos, escriba \"sin_apellidos\": true."
        }
        other => entry::incomplete(other),
    }
}

/// What is said of a name that is too long, or of a second surname alone.
pub fn name_fault(fault: &crate::domain::person_name::NameFault) -> String {
    names::fault(fault).text
}

/// There are no provisional folios left.
pub fn no_folio(year: i32) -> String {
    format!("Ya no hay folios provisionales de {year}. Escriba el número de control.")
}

/// The identifier is somebody else's.
pub fn identifier_taken(holder: &str) -> String {
    format!("Este número ya es de {holder}. Corríjalo o consulte esa ficha.")
}

/// The NSS is somebody else's.
pub fn nss_taken(holder: &str, identifier: &str) -> String {
    format!(
        "Este NSS ya está en la ficha de {holder} ({identifier}). Corríjalo; si los dos documentos lo traen, escriba \
         el motivo en «motivo_nss» y quedará por confirmar."
    )
}

/// The CURP is somebody else's.
pub fn curp_taken(holder: &str, identifier: &str) -> String {
    format!(
        "Ya hay una persona registrada con esta CURP: {holder} ({identifier}). Consulte esa ficha; si los dos \
         documentos la traen, escriba el motivo en «motivo_curp» y quedará por confirmar."
    )
}

/// There is nothing to cancel.
pub fn nothing_queued() -> String {
    "No hay un movimiento en cola para esta persona.".into()
}

/// The last act was a sheet of paper.
pub fn paper_is_not_undone() -> String {
    "Lo impreso no se deshace; para reponer la hoja, imprímala otra vez. Repita «deshacer» para deshacer lo anterior."
        .into()
}

/// No import that stands has the number.
pub fn no_such_import(number: i64) -> String {
    format!(
        "No hay una importación {number} que pueda deshacerse. Las que hay se ven con «ventanilla importaciones»."
    )
}

/// Nobody was found.
pub fn nobody(typed: &str) -> String {
    if typed.trim().is_empty() {
        "Aún no hay estudiantes en este registro.".into()
    } else {
        format!("Nadie coincide con «{typed}». Pruebe con un apellido, el número de control o el NSS.")
    }
}

/// «Corte del 30 de noviembre de 2026: 3 altas y 1 baja».
pub fn cut(cut: chrono::NaiveDate, altas: u64, bajas: u64) -> String {
    format!(
        "Corte del {}: {} y {}",
        dates::long(cut),
        many(altas, "alta"),
        many(bajas, "baja")
    )
}

fn many(count: u64, what: &str) -> String {
    format!(
        "{} {what}{}",
        dates::thousands(count),
        if count == 1 { "" } else { "s" }
    )
}

/// What a movement is called in the list of a cut.
pub fn movement(kind: MovementKind, urgent: bool) -> &'static str {
    match (kind, urgent) {
        (MovementKind::Alta, false) => "Alta",
        (MovementKind::Alta, true) => "Alta urgente",
        (MovementKind::Baja, false) => "Baja",
        (MovementKind::Baja, true) => "Baja urgente",
    }
}

/// «Se escribió resumen.pdf con 1 hoja: folio 0001-K.»
pub fn printed(file: &Path, folios: &[String]) -> String {
    let (sheets, word) = match folios.len() {
        1 => ("1 hoja".to_owned(), "folio"),
        more => (format!("{more} hojas"), "folios"),
    };
    format!(
        "Se escribió {} con {sheets}: {word} {}.",
        file.display(),
        folios.join(", ")
    )
}

/// The card of keys was written as PDF.
pub fn printed_keys(file: &Path) -> String {
    format!("Se escribió {}.", file.display())
}

/// A list was written as PDF.
pub fn printed_list(file: &Path, folio: &str) -> String {
    format!("Se escribió {}: folio {folio}.", file.display())
}

/// Nothing is wrong with the register.
pub fn sound(students: u64) -> String {
    format!(
        "Se revisó el registro ({}) y está en orden.",
        many_students(students)
    )
}

/// «3,000 estudiantes».
fn many_students(students: u64) -> String {
    many(students, "estudiante")
}

/// The synthetic campus was written.
pub fn demo_written(students: u64, folder: &Path) -> String {
    format!(
        "Se creó un plantel de muestra con {} en {}.",
        many_students(students),
        folder.display()
    )
}

/// Labels of a record in text.
pub mod label {
    /// Before what was done about it.
    pub const MOVEMENTS: &str = "Movimientos";
    /// Before the mark «alta anterior al programa».
    pub const PRIOR_ALTA: &str = "Alta anterior";
    /// Before the day on which the record left the daily list.
    pub const ARCHIVED: &str = "Archivada";
    /// Before the name.
    pub const NAME: &str = "Nombre";
    /// Before why somebody is vigente or not.
    pub const CAUSE: &str = "Causa";
    /// Before what comes next.
    pub const NEXT_STEP: &str = "Siguiente";
    /// Before what would set a movement aside.
    pub const OBSERVATIONS: &str = "Observaciones";
}

/// A state that this number can't have.
pub fn nss_state_impossible(state: NssState, possible: &[NssState], why: Option<&str>) -> String {
    let words: Vec<&str> = possible.iter().map(|state| state.code()).collect();
    let why = why.map(|why| format!(" {why}")).unwrap_or_default();
    format!(
        "Con ese número el estado no puede ser {}; puede ser {}.{why}",
        state.code(),
        words.join(" o ")
    )
}

/// «Se escribió el NSS de Hernández Muñoz, Juan Pablo: 03-19-04-1234-0 (capturado).»
pub fn nss_written(name: &str, nss: &NssRecord, today: NaiveDate) -> String {
    let note = super::record::nss_note(nss, today);
    match (nss, nss.trusted()) {
        (NssRecord::None, _) => format!("La ficha de {name} quedó sin NSS."),
        (NssRecord::InProcess { .. }, _) => {
            format!("La ficha de {name} quedó con el NSS en trámite {note}.")
        }
        (_, Some(nss)) => format!("Se escribió el NSS de {name}: {} ({note}).", nss.grouped()),
        (_, None) => format!(
            "Se escribió el NSS de {name}: {} ({note}).",
            nss.text().unwrap_or_default()
        ),
    }
}

/// A file has no sheet of that number.
pub fn no_such_tab(asked: usize, tabs: usize) -> String {
    match tabs {
        1 => format!("El archivo tiene una sola hoja; no hay hoja {asked}."),
        _ => format!("El archivo tiene {tabs} hojas; no hay hoja {asked}."),
    }
}

/// A text that is no school period.
pub fn not_a_period(text: &str) -> String {
    format!("No se entiende el periodo «{text}». Escríbalo como AGO-DIC 2026, ENE-JUN 2027 o VERANO 2027.")
}

/// What was found can be put right.
pub fn repairable(finding: &str) -> String {
    format!("{finding} Se corrige con --reparar.")
}

/// What to do about what can't be put right, where there is a copy that is whole.
pub fn compare_with(copy: &str, of_day: &str) -> String {
    format!(
        "Esto no se corrige solo. La última copia íntegra es {of_day}: vea qué cambiaría con ventanilla respaldo restaurar \
         {copy} --ver, y sin --ver restáurela."
    )
}
