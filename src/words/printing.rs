//! Printing: the dialog, what came of it, and what can't go on paper.

use std::path::Path;

use super::dates;

/// The dialog's title.
pub const TITLE: &str = "Imprimir";
/// The sheet that is folded.
pub const SUMMARY: &str = "Resumen plegable";
/// What its file is called.
pub const SUMMARY_FILE: &str = "Resumen";
/// What it is.
pub const SUMMARY_HINT: &str = "Una hoja Carta por un lado, que se dobla en cuatro. NSS y CURP completos.";
/// The Lista de cotejo.
pub const CHECKLIST: &str = "Lista de cotejo";
/// What it is.
pub const CHECKLIST_HINT: &str = "Una hoja Carta con los once renglones como están anotados; los demás, con cuadro abierto. NSS y CURP completos.";
/// What to do online for a clinic.
pub const CLINIC_STEPS: &str = "Pasos para la clínica";
/// What they are.
pub const CLINIC_STEPS_HINT: &str = "Una hoja Carta para el estudiante: cómo pedir su clínica (UMF) en línea o, si la ficha ya lleva una, cómo cambiarla. NSS y CURP completos.";
/// In a sentence.
pub const THE_CLINIC_STEPS: &str = "la hoja de pasos para la clínica";
/// In a sentence.
pub const THE_SUMMARY: &str = "el resumen";
/// In a sentence.
pub const THE_CHECKLIST: &str = "la lista de cotejo";
/// The button.
pub const PRINT: &str = "Imprimir";
/// Another place for it.
pub const SAVE_AS: &str = "Guardar como…";
/// The title of the system's dialog.
pub const SAVE_AS_TITLE: &str = "Guardar la hoja";
/// How to print it.
pub const REAL_SIZE: &str = "Imprímala a tamaño real (100 %), en papel Carta.";

/// It was written and opened in the viewer.
pub fn opened(paper: &str, name: &str, folio: &str) -> String {
    format!("Se abrió {paper} de {name}, folio {folio}. {REAL_SIZE}")
}

/// It was written, and nothing opened it.
pub fn written(paper: &str, path: &Path) -> String {
    let capital: String = paper.chars().take(1).flat_map(char::to_uppercase).collect();
    let rest: String = paper.chars().skip(1).collect();
    format!("{capital}{rest} está en {}", path.display())
}

/// A copy of it was saved where the clerk chose.
pub fn saved_as(path: &Path) -> String {
    format!("Se guardó en {}", path.display())
}

/// The dialog gave no place.
pub fn not_saved_as(paper: &str, path: &Path) -> String {
    format!("No se eligió otro lugar; {paper} está en {}", path.display())
}

/// It could not be written.
pub fn not_written(folder: &Path) -> String {
    format!(
        "No se pudo escribir en {}. No se registró la impresión. Revise que haya espacio y permiso en esa carpeta, \
         e inténtelo de nuevo.",
        folder.display()
    )
}

/// Letters that the sheet's font doesn't have.
pub fn missing_letters(name: &str, letters: &[char]) -> String {
    let letters: Vec<String> = letters.iter().map(|letter| format!("“{letter}”")).collect();
    format!(
        "El nombre de {name} lleva {}, que no está en la letra de la hoja. Escríbalo como en su CURP.",
        letters.join(", ")
    )
}

/// Something is too long for its place on the sheet.
pub fn does_not_fit(name: &str, what: &str) -> String {
    format!("En la hoja de {name} no cabe «{what}». Abrévielo en la ficha e inténtelo de nuevo.")
}

/// What it is, in a sentence.
pub const LIST: &str = "la relación";
/// The dialog's title for a list.
pub const LIST_TITLE: &str = "Imprimir la lista";
/// A list without whole numbers.
pub const LAST_DIGITS: &str = "Últimos dígitos";
/// A list with whole numbers.
pub const WHOLE_NUMBERS: &str = "Completos";
/// What it shows.
pub const LAST_DIGITS_HINT: &str = "NSS y CURP solo con sus últimos dígitos, como en la pantalla.";
/// What it shows, and how to keep it.
pub const WHOLE_NUMBERS_CARE: &str = "NSS y CURP completos. Guarde las hojas bajo llave.";
/// There is nothing to print or export.
pub const NO_LIST_IN_VIEW: &str = "Abra primero una lista: Enter en un renglón de Hoy, Ctrl+2 o Ctrl+3.";
/// The list holds nobody.
pub const EMPTY_LIST: &str = "La lista está vacía: no hay nada que imprimir.";

/// It was written and opened in the viewer.
pub fn list_opened(folio: &str) -> String {
    format!("Se abrió la relación, folio {folio}. {REAL_SIZE}")
}

/// A list is too long for paper.
pub fn too_long(rows: u64, most: u64) -> String {
    format!(
        "La lista tiene {} renglones, y en papel caben hasta {}. Acótela con la búsqueda o un filtro, o expórtela con \
         Ctrl+Mayús+X.",
        dates::thousands(rows),
        dates::thousands(most)
    )
}

/// Something on a list is too long for its place.
pub fn list_does_not_fit(text: &str) -> String {
    format!("En la hoja no cabe «{text}». Abrévielo e inténtelo de nuevo.")
}

/// Beside an NSS or CURP that fails a check.
pub const TO_CONFIRM: &str = "por confirmar";
/// Instead of an NSS that the student asked for.
pub const NSS_IN_PROCESS: &str = "en trámite en el IMSS";
/// What the identifier of a student without número de control is called.
pub const PROVISIONAL_FOLIO: &str = "Folio provisional";

/// «Tel. 922 202 7335, ext. 311».
pub fn phone(phone: &str) -> String {
    format!("Tel. {phone}")
}

/// Where papers go.
pub fn goes_to(folder: &Path) -> String {
    format!(
        "Se guarda en {} y se abre en el visor del sistema.",
        folder.display()
    )
}
