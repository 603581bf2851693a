//! What a list says on paper: the Relación of students, and that of a cut.

use chrono::{NaiveDate, NaiveDateTime};

use super::{dates, paper, record};
use crate::domain::vigencia::Chip;

/// Heads of the columns.
pub(crate) const NUMBER: &str = "N.º";
pub(crate) const NAME: &str = "Nombre";
pub(crate) const NAME_FOR_IMSS: &str = "Apellido paterno / materno / nombre(s)";
pub(crate) const IDENTIFIER: &str = "N.º control";
pub(crate) const NSS: &str = "NSS";
pub(crate) const CURP: &str = "CURP";
pub(crate) const UMF: &str = "UMF";
pub(crate) const STATE: &str = "Estado, con su fecha";
pub(crate) const AGO: &str = "Hace";
pub(crate) const SIGN: &str = "Firma";
pub(crate) const KIND: &str = "Tipo";
/// An empty cell.
pub(crate) const EMPTY: &str = paper::EMPTY;
/// Below the lines to sign on.
pub(crate) const MADE: &str = "Elaboró";
pub(crate) const REVIEWED: &str = "Revisó";
pub(crate) const RECEIVED: &str = "Recibió";
pub(crate) const AT_THE_WINDOW: &str = "Servicios Escolares, ventanilla";
pub(crate) const NAME_SIGN_DATE: &str = "Nombre, firma y fecha";
pub(crate) const NAME_SIGN_DATE_SEAL: &str = "Nombre, firma, fecha y sello";

/// The title of a list of students.
pub const STUDENTS: &str = "Relación de estudiantes";

/// «Relación del corte del 30 de noviembre de 2026».
pub fn cut(cut: NaiveDate) -> String {
    format!("Relación del corte del {}", dates::long(cut))
}

/// «Folio L3M7 · sello B20C66D1».
pub(crate) fn folio_and_seal(folio: &str, seal: &str) -> String {
    format!("Folio {folio} · sello {seal}")
}

/// «Hoja 1 de 3».
pub(crate) fn sheet(number: usize, of: usize) -> String {
    format!("Hoja {number} de {of}")
}

/// «Impreso el sábado 21 nov 2026, 10:42 · Lupita».
pub fn printed(at: NaiveDateTime, by: &str) -> String {
    format!(
        "{}, {} · {by}",
        paper::printed_on(at.date()),
        dates::clock(at.time())
    )
}

/// «Válido al 21 nov 2026.»
pub fn valid(on: NaiveDate, whole_numbers: bool) -> String {
    let care = if whole_numbers {
        "Contiene números completos: guárdese bajo llave. "
    } else {
        ""
    };
    format!("{care}Válido al {}.", dates::short_year(on))
}

/// «23 personas».
pub fn people(count: usize) -> String {
    match count {
        1 => "1 persona".to_owned(),
        count => format!("{} personas", dates::thousands(count)),
    }
}

/// «Fin de la relación: 23 personas.»
pub(crate) fn end_of_people(count: usize) -> String {
    match count {
        0 => "Nadie está en esta lista.".to_owned(),
        count => format!("Fin de la relación: {}.", people(count)),
    }
}

/// «Fin de la relación: 47 movimientos. La Ñ se escribió como N en 6 renglones. «–»: falta el dato.»
pub fn end_of_cut(count: usize, with_enye: usize) -> String {
    let movements = match count {
        0 => return "No hay movimientos en este corte.".to_owned(),
        1 => "1 movimiento".to_owned(),
        count => format!("{} movimientos", dates::thousands(count)),
    };
    let enye = match with_enye {
        0 => String::new(),
        1 => "La Ñ se escribió como N en 1 renglón. ".to_owned(),
        rows => format!(
            "La Ñ se escribió como N en {} renglones. ",
            dates::thousands(rows)
        ),
    };
    format!("Fin de la relación: {movements}. {enye}«–»: sin apellido o sin dato.")
}

/// A state in the same run of text as its date: «Vigente al 20 nov 2026».
pub fn state(chip: Chip) -> String {
    match chip {
        Chip::Rejected { kind, on } => format!("{} rechazada, {}", record::kind(kind), dates::short_year(on)),
        Chip::Queued { cut } => format!("En cola, corte {}", dates::short_year(cut)),
        Chip::InDispatch { cut } => format!("En envío, corte {}", dates::short_year(cut)),
        Chip::Proven {
            vigente,
            on,
            after_baja,
            ..
        } => {
            let word = match (vigente, after_baja) {
                (true, _) => "Vigente",
                (false, true) => "Baja",
                (false, false) => "No vigente",
            };
            format!("{word} al {}", dates::short_year(on))
        }
        Chip::Expected { window } => format!(
            "Se espera, {} a {}",
            if window.from.format("%Y%m").to_string() == window.until.format("%Y%m").to_string() {
                window.from.format("%-d").to_string()
            } else {
                dates::short(window.from)
            },
            dates::short_year(window.until)
        ),
        Chip::ReviewDue { since } => format!("Revisar desde {}", dates::short_year(since)),
        Chip::Nothing => "Sin dato".to_owned(),
    }
}

/// How long ago a document was read: «1 día», «101 días».
pub fn ago(days: i64) -> String {
    match days {
        0 => "hoy".to_owned(),
        1 => "1 día".to_owned(),
        days => format!("{} días", dates::thousands(days)),
    }
}
