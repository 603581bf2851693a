//! The Tarjeta de mudanza: what the paper says that goes with the file.

use chrono::NaiveDate;

/// Its title.
pub const TITLE: &str = "Tarjeta de mudanza";
/// At the right of the title.
pub const TO_ANOTHER_PC: &str = "A otra computadora";
/// What it is for.
pub const LEAD: &str = "Con el archivo y su frase se abre todo en otra computadora.";
/// What it means.
pub const MEANING: &str = "Van las fichas, los cortes, la historia, los ajustes y el logotipo. No van los PDF ya escritos, las copias ni las carpetas \
                           de la computadora de antes.";
/// Label of the file's name.
pub const FILE: &str = "Archivo";
/// Label.
pub const CAMPUS: &str = "Plantel";
/// Label.
pub const STUDENTS: &str = "Estudiantes";
/// Label.
pub const MOVEMENTS: &str = "Movimientos";
/// Label.
pub const LAST_CHANGE: &str = "Último cambio";
/// Label.
pub const MADE: &str = "Hecha y comprobada";
/// Label.
pub const WEIGHS: &str = "Pesa";

/// Above the steps.
pub const OPEN: &str = "Cómo se abre en la otra computadora";
/// The steps, in order.
pub const OPENING: [&str; 6] = [
    "En la computadora de antes ya no registre nada: lo que se capture ahí después no está en este archivo.",
    "En la otra, conecte la memoria y abra Ventanilla. En la primera pantalla elija «Tengo una copia».",
    "La mudanza aparece con su plantel, sus estudiantes y su último cambio. Compare esas cifras con las de arriba y presione Enter.",
    "Escriba la frase. Si es la de cinco palabras, da igual con mayúsculas o con guiones.",
    "Al terminar, Ventanilla dice qué revisar ahí: la carpeta de documentos, el lugar de las copias y la impresora.",
    "Cuando la otra computadora ya trabaje, guarde la memoria bajo llave o borre de ella este archivo.",
];

/// Below the two lines to be filled in.
pub const KEPT: [&str; 2] = ["La frase está guardada en", "Quién puede darla"];
/// At the line where the stub is cut off.
pub const CUT_HERE: &str = "Corte aquí";
/// The head of the stub.
pub const STUB: &str = "Frase de la mudanza";
/// Below the lines of the stub.
pub const BY_HAND: &str = "Escríbala a mano, corte este talón y guárdelo lejos del archivo. Sin la frase nadie lo abre, tampoco soporte.";
/// At the foot.
pub const NO_PHRASE_HERE: &str = "La frase no va impresa.";

/// «Plantel Ejemplo · hecha el 21 nov 2026 10:30».
pub fn stub(campus: &str, made: &str) -> String {
    format!("{campus} · hecha el {made}")
}

/// The name of its file: «Tarjeta de mudanza 2026-11-21.pdf».
pub fn file_name(on: NaiveDate) -> String {
    format!("{TITLE} {on}.pdf")
}

/// It was written.
pub fn written(path: &std::path::Path) -> String {
    format!("Tarjeta para imprimir: {}", path.display())
}
