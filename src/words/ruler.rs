//! The ruler page, which tells whether a printer scales, and what is asked about it.

use std::path::Path;

use chrono::NaiveDate;

use super::dates;
use crate::domain::printer_scale::{Measured, NotALength, PrinterCheck, Scale};

/// Title of the page, and what the page is called everywhere.
pub const TITLE: &str = "Hoja de la regla";
/// What the page is for.
pub const LEAD: &str = "Mida con una regla las dos líneas de esta hoja. Cada una debe medir 100 mm.";
/// What a shorter line means.
pub const MEANING: &str =
    "Si mide menos de 100 mm, su impresora está escalando: elija Tamaño real y papel Carta.";
/// Above the line that lies.
pub const ACROSS: &str = "Línea acostada";
/// Beside the line that stands.
pub const DOWN: &str = "Línea parada";
/// Heads of the table.
pub const HEADS: [&str; 3] = ["Si mide", "La impresora", "Qué hacer"];
/// Its rows: a length, what the printer does, what to do.
pub const ROWS: [[&str; 3]; 5] = [
    [
        "100 mm",
        "imprime a tamaño real",
        "Nada. Sus hojas salen a su tamaño.",
    ],
    [
        "94 mm",
        "ajusta a la página",
        "Elija «Tamaño real» o «100 %» al imprimir.",
    ],
    [
        "97 mm",
        "trabaja con papel A4",
        "Elija papel Carta en la impresora.",
    ],
    [
        "91 mm",
        "hace las dos cosas",
        "Elija papel Carta y «Tamaño real».",
    ],
    [
        "otra cosa",
        "escala de otro modo",
        "Ponga la escala en 100 % y papel Carta.",
    ],
];
/// Above what comes then.
pub const THEN: &str = "Después de medir";
/// What comes then, in order.
pub const STEPS: [&str; 3] = [
    "En Ventanilla, escriba lo que mide cada línea: en Hoy, «Compruebe la impresora», o en Ajustes, Papeles.",
    "Si no miden 100 mm, cambie lo que dice la tabla e imprima esta hoja otra vez.",
    "La respuesta se guarda en esta computadora, con el nombre de la impresora. En otra computadora se pregunta de nuevo.",
];
/// At the foot.
pub const NOT_A_DOCUMENT: &str = "Sirve para comprobar la impresora. No lleva datos de nadie.";

/// The name of its file: «Hoja de la regla 2026-11-21.pdf».
pub fn file_name(on: NaiveDate) -> String {
    format!("{TITLE} {on}.pdf")
}

/// What a printer does, as it measured: after it come the lengths.
pub fn scale(scale: Scale) -> &'static str {
    match scale {
        Scale::True => "Imprime a tamaño real.",
        Scale::FitsPage => "Está ajustando a la página: elija Tamaño real.",
        Scale::A4 => "Trabaja con papel A4: elija papel Carta.",
        Scale::A4Fitted => "Trabaja con papel A4 y ajusta a la página: elija papel Carta y Tamaño real.",
        Scale::Other => "Está escalando: elija Tamaño real y papel Carta.",
        Scale::Stretched => {
            "Estira la hoja, pues una línea mide distinto de la otra: elija Tamaño real y papel Carta."
        }
    }
}

/// «100 mm», or «97 × 94 mm» where the lines differ.
pub fn lengths(across: Measured, down: Measured) -> String {
    if across == down {
        format!("{across} mm")
    } else {
        format!("{across} × {down} mm")
    }
}

/// Why a length was not taken.
pub fn not_a_length(why: NotALength) -> &'static str {
    match why {
        NotALength::Unreadable => "Escriba los milímetros que mide la línea, por ejemplo 100 o 97.5.",
        NotALength::OutOfReach => {
            "Esa medida no puede ser. Mida de la primera raya a la última y escriba milímetros: 10 cm son 100."
        }
    }
}

/// No name was given to the printer.
pub const NO_NAME: &str = "Escriba cómo llaman a esta impresora, por ejemplo «Ventanilla» o su marca.";

/// The name has more letters than this.
pub fn long_name(most: usize) -> String {
    format!("Escriba un nombre más corto, de {most} letras o menos.")
}

/// It was measured, and is right.
pub fn is_true(printer: &str) -> String {
    format!("La impresora «{printer}» imprime a tamaño real. No se volverá a preguntar en esta computadora.")
}

/// It was measured, and scales.
pub fn scales(printer: &str, found: Scale) -> String {
    format!(
        "Anotado. «{printer}» {} Luego imprima la hoja otra vez.",
        lowered(scale(found))
    )
}

fn lowered(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Nobody has measured what comes out of this computer's printer.
pub const TO_CHECK: &str = "Compruebe la impresora";
/// Why.
pub const NEVER_CHECKED: &str =
    "En esta computadora nadie ha medido si las hojas salen a su tamaño. Tarda un minuto.";
/// What Enter does.
pub const OPENS: &str = "Enter la mide";

/// That it is to be measured, and why: nobody has, or it scaled the last time.
pub fn to_check(last: Option<&PrinterCheck>) -> (String, String) {
    let why = match last {
        None => NEVER_CHECKED.to_owned(),
        Some(check) => format!(
            "«{}» midió {} el {}. Cambie el ajuste y mida otra vez.",
            check.printer,
            lengths(check.across, check.down),
            dates::short_year(check.at.date())
        ),
    };
    (TO_CHECK.to_owned(), why)
}

/// What is said of a printer in a list: `«HP»: 100 mm, 21 nov 2026 (Lupita). Imprime a tamaño real.`
pub fn of_printer(check: &PrinterCheck) -> String {
    format!(
        "«{}»: {}, {} ({}). {}",
        check.printer,
        lengths(check.across, check.down),
        dates::short_year(check.at.date()),
        check.by,
        scale(check.scale())
    )
}

/// The page was written and opened.
pub const PAGE_OPENED: &str = "Se abrió la hoja de la regla: imprímala a tamaño real y mida las dos líneas.";
/// The page, in the sentence that says where it is when nothing opens it.
pub const PAGE: &str = "La hoja de la regla";

/// It was written: what is to be done with it.
pub fn to_print(path: &Path) -> String {
    format!("Hoja para imprimir: {}", path.display())
}

/// The console wrote the page.
pub fn written(path: &Path) -> String {
    format!("{TITLE}: {}. {MEANING}", path.display())
}

/// The answers could not be kept.
pub const NOT_KEPT: &str =
    "No se pudo guardar lo que midió: la carpeta de datos no deja escribir. Sus fichas no cambiaron.";

/// The dialog's title.
pub const DIALOG: &str = "Comprobar la impresora";
/// The first thing to do in it.
pub const FIRST: &str = "1. Imprima la hoja de la regla, a tamaño real y en papel Carta.";
/// The button that opens the page.
pub const PRINT: &str = "Abrir la hoja de la regla";
/// The second.
pub const SECOND: &str = "2. Mida las dos líneas de la hoja y escriba aquí los milímetros.";
/// The field of the printer's name.
pub const PRINTER: &str = "Impresora";
/// What it is called where nobody gave it a name.
pub const SOME_PRINTER: &str = "De la ventanilla";
/// The fields of the lengths.
pub const MEASURES: [&str; 2] = ["Línea acostada, mm", "Línea parada, mm"];
/// In a length that is empty.
pub const EXAMPLE: &str = "por ejemplo, 100";
/// The main verb.
pub const KEEP: &str = "Guardar la medida";
/// In Ajustes: the verb, why, and what is known.
pub const MEASURE: &str = "Medir";
/// Why it is measured.
pub const WHY: &str = "Un PDF no puede impedir que la impresora lo encoja: la hoja de la regla lo muestra.";
/// Where the answer is kept.
pub const STAYS_HERE: &str =
    "Se guarda en esta computadora, no en la base: en otra computadora se pregunta de nuevo.";
/// Nobody has measured it.
pub const NOBODY_MEASURED: &str = "sin medir en esta computadora";
