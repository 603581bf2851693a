//! The dialog of a file in which IMSS answered.

use super::dates;
use chrono::NaiveDate;

/// The button.
pub const READ: &str = "Leer respuesta";
/// Above the files.
pub const HOW: &str = "Elija el archivo de la respuesta (Excel, CSV o texto) y presione Enter, o cópiela y presione Ctrl+V. Nada se registra todavía.";
/// While one is read.
pub const READING: &str = "Leyendo la respuesta…";
/// Nothing was found.
pub const NO_FILES: &str = "No hay archivos en Descargas ni en Documentos. Escriba abajo dónde está.";
/// Head of a column.
pub const FILE: &str = "Archivo";
/// Below the path.
pub const PATH_HINT: &str = "También puede escribir aquí dónde está.";
/// The clipboard is empty.
pub const NOTHING_COPIED: &str = "No hay nada copiado. Copie la respuesta con Ctrl+C y vuelva aquí.";
/// The reading broke down.
pub const NOT_READ: &str =
    "Ese archivo no se pudo leer. Guárdelo otra vez como Excel o CSV y ábralo de nuevo.";
/// Label.
pub const DAY: &str = "Fecha de la respuesta";
/// Below it.
pub const DAY_HINT: &str = "Vacía: la que trae el archivo o, si no trae, hoy.";
/// The file answers nothing that waits.
pub const NOTHING_TO_RECORD: &str = "Este archivo no responde a nada que espere; no hay qué registrar.";
/// Leaves the dialog.
pub const LEAVE: &str = "No registrar";
/// Head of a column.
pub const NUMBER: &str = "Número";
/// Head of a column.
pub const SAYS: &str = "Qué dice";
/// Beside a pile.
pub const STAYS_OPEN: &str = "siguen esperando respuesta";
/// Beside a pile.
pub const RECORD_STAYS: &str = "queda lo registrado; compárelas con el acuse";
/// Beside a pile.
pub const NOT_SAVED: &str = "no se guardan";

/// The dialog's title.
pub fn title(cut: NaiveDate) -> String {
    format!("Respuesta del corte del {}", dates::day_month(cut))
}

/// The main verb: «Registrar 44 respuestas».
pub fn record(count: usize) -> String {
    match count {
        1 => "Registrar 1 respuesta".to_owned(),
        many => format!("Registrar {} respuestas", dates::thousands(many)),
    }
}
