//! What a list says on paper: the Relación of students, and that of a cut.

use chrono::{NaiveDate, NaiveDateTime};

use super::{dates, filters, frame, paper, record};
use crate::domain::filter::Filter;
use crate::domain::sex::Sex;
use crate::domain::vigencia::Chip;

/// Heads of the columns.
pub(crate) const NUMBER: &str = "N.º";
pub(crate) const NAME: &str = "Nombre";
pub(crate) const NAME_FOR_IMSS: &str = "Apellido paterno / materno / nombre(s)";
pub(crate) const NSS: &str = "NSS";
pub(crate) const CURP: &str = "CURP";
pub(crate) const UMF: &str = "UMF";
pub(crate) const STATE: &str = "Estado, con su fecha";
pub(crate) const AGO: &str = "Hace";
pub(crate) const SIGN: &str = "Firma";
pub(crate) const KIND: &str = "Tipo";
pub(crate) const ANSWER: &str = "Respuesta";
/// Beside the boxes of an answer: aceptada, rechazada.
pub(crate) const ACCEPTED: &str = "A";
pub(crate) const REJECTED: &str = "R";
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

/// The name of the file of a list, without day and extension, from the word by which the console knows it.
pub fn file_name(code: &str) -> String {
    match code.split_once(':') {
        Some((_, day)) => format!("Relación corte {day} al"),
        None => format!("Relación {}", code.replace('_', " ")),
    }
}

/// «Relación del corte del 30 de noviembre de 2026».
pub fn cut(cut: NaiveDate) -> String {
    format!("Relación del corte del {}", dates::long(cut))
}

/// «Folio L3M7 · sello B20C66D1».
pub(crate) fn folio_and_seal(folio: &str, seal: &str) -> String {
    format!("Folio {folio} · sello {seal}")
}

/// «Folio K4T1 · corte C-2026-22 · sello 9E3A5C17».
pub(crate) fn folio_cut_and_seal(folio: &str, cut: &str, seal: &str) -> String {
    format!("Folio {folio} · corte {cut} · sello {seal}")
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

/// In the column of the NSS.
pub const NO_NSS: &str = "sin NSS";
/// In the column of the NSS.
pub const NSS_IN_PROCESS: &str = "en trám.";
/// In the column of the NSS.
pub const NSS_TO_CONFIRM: &str = "por conf.";
/// Among the totals by career.
pub const NO_CAREER: &str = "sin carrera";
/// Of a movement.
pub const URGENT: &str = "Urgente";

/// «Observación: falta el NSS, falta la CURP.»
pub fn observed(listed: &str) -> String {
    format!("Observación: {listed}")
}

/// The list in words: «Todos · 23 personas», «Inscritos sin NSS · Corte 30 nov · búsqueda «lópez» · 3 personas».
pub fn subject_of_students(filter: Filter, narrows: &[String], words: &str, count: usize) -> String {
    let list = (filter != Filter::All || narrows.is_empty()).then(|| filters::name(filter).to_owned());
    let parts = list
        .into_iter()
        .chain(narrows.iter().cloned())
        .chain(searched(words.trim()));
    let parts: Vec<String> = parts.chain([people(count)]).collect();
    parts.join(" · ")
}

/// What was typed, shortened where it is longer than any name: it is a search, not somebody's name.
fn searched(typed: &str) -> Option<String> {
    const MOST: usize = 50;
    if typed.is_empty() {
        return None;
    }
    let letters: String = typed.chars().filter(|ch| !ch.is_control()).collect();
    let shown: String = letters.chars().take(MOST).collect();
    let more = if letters.chars().count() > MOST { "…" } else { "" };
    Some(format!("búsqueda «{shown}{more}»"))
}

/// «41 altas, 6 bajas · 3 con observación · sin cerrar: todavía puede cambiar».
pub fn subject_of_cut(altas: u64, bajas: u64, observed: usize) -> String {
    let observed = match observed {
        0 => String::new(),
        count => format!(" · {} con observación", dates::thousands(count)),
    };
    format!(
        "{}{observed} · sin cerrar: todavía puede cambiar",
        frame::movements(altas, bajas)
    )
}

/// «Por carrera: IIND 3, ISIC 2 · Por sexo: mujeres 2, hombres 3»; careers beyond the first twelve are told together.
pub fn totals(careers: &[(String, usize)], sexes: &[(Option<Sex>, usize)]) -> String {
    const MOST: usize = 12;
    let mut by_career: Vec<String> = careers
        .iter()
        .take(MOST)
        .map(|(career, count)| format!("{career} {}", dates::thousands(count)))
        .collect();
    let others: usize = careers.iter().skip(MOST).map(|(_, count)| count).sum();
    if others > 0 {
        by_career.push(format!("otras {}", dates::thousands(others)));
    }
    let by_sex: Vec<String> = sexes
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(sex, count)| {
            let word = match sex {
                Some(Sex::Woman) => "mujeres",
                Some(Sex::Man) => "hombres",
                Some(Sex::NonBinary) => "X",
                None => "sin dato",
            };
            format!("{word} {}", dates::thousands(count))
        })
        .collect();
    let told = |label: &str, parts: Vec<String>| {
        (!parts.is_empty()).then(|| format!("{label}: {}", parts.join(", ")))
    };
    [told("Por carrera", by_career), told("Por sexo", by_sex)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The legend of a list: how many were looked up lately.
pub fn checked_lately(count: usize, days: i64) -> String {
    let word = if count == 1 { "comprobado" } else { "comprobados" };
    format!("{} {word} en los últimos {days} días", dates::thousands(count))
}

/// How many were looked up longer ago.
pub fn checked_before(count: usize, days: i64) -> String {
    format!("{} con más de {days} días", dates::thousands(count))
}

/// The same in fewer words.
pub fn checked_lately_short(count: usize, days: i64) -> String {
    format!("{} vistos en {days} días", dates::thousands(count))
}

/// The same in fewer words.
pub fn checked_before_short(count: usize) -> String {
    format!("{} antes", dates::thousands(count))
}

/// The same in fewer words.
pub fn not_vigente_short(count: usize) -> String {
    format!("{} no vigentes o rech.", dates::thousands(count))
}

/// How many nobody has looked up.
pub fn unchecked(count: usize) -> String {
    format!("{} sin comprobar", dates::thousands(count))
}

/// How many wait for a cut, or are expected.
pub fn under_way(count: usize) -> String {
    format!("{} en trámite", dates::thousands(count))
}

/// How many are not vigente, or were rejected.
pub fn not_vigente(count: usize) -> String {
    let word = if count == 1 {
        "no vigente o rechazado"
    } else {
        "no vigentes o rechazados"
    };
    format!("{} {word}", dates::thousands(count))
}

/// How many are out by a baja.
pub fn ended(count: usize) -> String {
    format!("{} con baja", dates::thousands(count))
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
