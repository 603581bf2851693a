//! The Hoja de la mañana: what stands on it, and what is said of it.

use chrono::{NaiveDate, NaiveDateTime};

use super::{dates, identifier, printing};

/// Its title.
pub const TITLE: &str = "Hoja de la mañana";
/// What it is, in a sentence.
pub const NAME: &str = "la hoja de la mañana";
/// Who is expected.
pub const EXPECTED: &str = "Esperados hoy";
/// Whose window is over.
pub const REVIEW: &str = "Revisar vigencia";
/// Whose movement IMSS rejected.
pub const REJECTED: &str = "Movimientos rechazados";
/// Nobody's window is over.
pub const NOBODY_TO_REVIEW: &str = "No hay vigencias por revisar.";
/// Nobody was rejected.
pub const NOBODY_REJECTED: &str = "No hay movimientos rechazados.";
/// The next step for whoever is expected or overdue.
pub const ASK: &str = "Pídale su constancia";
/// Where a cause is too long for its place.
pub const SEE_RECORD: &str = "Vea la causa en la ficha";
/// Above the last copy.
pub const COPIES: &str = "Copias";
/// Where the copy is.
pub const THIS_COMPUTER: &str = "Esta computadora";
/// Where it goes too.
pub const SEALED_AWAY: &str =
    "Cada una va también, cifrada, al otro lugar que se eligió en Ajustes. La hoja de rescate, bajo llave.";
/// What to do as long as it goes nowhere else.
pub const CHOOSE_A_PLACE: &str =
    "Si este disco falla, se pierden. Elija en Ajustes una memoria USB: ahí van cifradas.";

/// «Sábado 21 de noviembre de 2026».
pub fn day(on: NaiveDate) -> String {
    capital(&format!("{} {}", dates::weekday(on), dates::long(on)))
}

/// «Lunes 30 nov 2026».
pub fn short_day(on: NaiveDate) -> String {
    capital(&format!("{} {}", dates::weekday(on), dates::short_year(on)))
}

/// The days left until a cut, as a figure and its unit: «9», «días para el corte».
pub fn days_left(days: i64) -> (String, &'static str) {
    match days {
        0 => ("Hoy".to_owned(), "es el corte"),
        1 => ("1".to_owned(), "día para el corte"),
        days => (dates::thousands(days), "días para el corte"),
    }
}

/// «y 7 más; véalos en Hoy».
pub fn more(count: u64) -> String {
    match count {
        1 => "y 1 más; véalo en Hoy".to_owned(),
        count => format!("y {} más; véalos en Hoy", dates::thousands(count)),
    }
}

/// What else there is to do: «También por hacer: inscritos sin NSS, 20; NSS o CURP por confirmar, 14. Véalo en Hoy.»
pub fn besides(things: &[(String, u64)]) -> Option<String> {
    let told: Vec<String> = things
        .iter()
        .map(|(name, count)| format!("{}, {}", identifier::in_sentence(name), dates::thousands(*count)))
        .collect();
    (!told.is_empty()).then(|| format!("También por hacer: {}. Véalo en Hoy.", told.join("; ")))
}

/// The copy: «Viernes 20 nov 2026, 18:00», «Verificada: 3,412 estudiantes».
pub fn copy(at: NaiveDateTime, students: u64) -> [String; 2] {
    let students = match students {
        1 => "1 estudiante".to_owned(),
        students => format!("{} estudiantes", dates::thousands(students)),
    };
    [
        format!("{}, {}", short_day(at.date()), dates::clock(at.time())),
        format!("Verificada: {students}"),
    ]
}

/// «Válido al 21 nov 2026, 8:05. Para uso interno.»
pub fn valid(at: NaiveDateTime) -> String {
    format!(
        "Válido al {}, {}. Para uso interno.",
        dates::short_year(at.date()),
        dates::clock(at.time())
    )
}

/// The name of its file: «Hoja de la mañana 2026-11-21 L3M7.pdf».
pub fn file_name(on: NaiveDate, folio: &str) -> String {
    format!("{TITLE} {on} {folio}.pdf")
}

/// It was written and opened in the viewer.
pub fn opened(folio: &str) -> String {
    format!("Se abrió {NAME}, folio {folio}. {}", printing::REAL_SIZE)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
