//! What a closed cut is printed or written as.

use super::{counted, strip};
use std::path::Path;

/// The dialog's title.
pub const TITLE: &str = "Papeles y archivos del corte";
/// A choice.
pub const LIST: &str = "Relación";
/// A choice.
pub const LETTER: &str = "Oficio";
/// A choice.
pub const WORKBOOK: &str = "Excel";
/// A choice.
pub const RECORDS: &str = "Archivos";
/// What it is.
pub const LIST_HINT: &str = "Altas y bajas numeradas, en Carta, con folio, sello, totales y firmas.";
/// What it is.
pub const LETTER_HINT: &str = "El oficio con que se entrega la relación en la subdelegación.";
/// What it is.
pub const WORKBOOK_HINT: &str = "La misma relación en Excel, con celdas de texto.";
/// What they are.
pub const RECORDS_HINT: &str = "Renglones de 168 caracteres, un archivo por envío. Son de prueba mientras una muestra no coincida con el formato (Ajustes, IMSS).";
/// Below each.
pub const FOR_EVER: &str = "Sale igual cada vez: un corte cerrado no cambia.";
/// The main verb of what is written to a file.
pub const WRITE: &str = "Guardar";
/// In a sentence.
pub const THE_LETTER: &str = "el oficio";

/// The oficio was opened in the viewer.
pub fn letter_opened(folio: &str) -> String {
    format!("Se abrió el oficio del corte {folio}. Imprímalo a tamaño real (100 %), en papel Carta.")
}

/// «Se guardaron 2 archivos (47 movimientos) en /…/Documentos. La Ñ se escribió como N en 4 renglones del archivo.»
pub fn records_written(
    files: usize,
    movements: usize,
    folder: &Path,
    rewritten: Option<&str>,
    is_trial: bool,
) -> String {
    let were = if files == 1 { "Se guardó" } else { "Se guardaron" };
    let rewritten = rewritten.map(|told| format!(" {told}")).unwrap_or_default();
    let trial = match (is_trial, files) {
        (false, _) => "",
        (true, 1) => " Es de prueba.",
        (true, _) => " Son de prueba.",
    };
    format!(
        "{were} {} ({}) en {}.{rewritten}{trial}",
        counted(files, "archivo", "archivos"),
        strip::movements(movements as u64),
        folder.display()
    )
}
