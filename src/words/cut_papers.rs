//! What the papers of a closed cut say: the Relación, the workbook, the oficio.

use chrono::{NaiveDate, NaiveDateTime};

use super::dates::counted;
use super::{dates, said};
use crate::domain::movement::MovementKind;
use crate::domain::registro_patronal::RegistroPatronal;

/// Heads of the workbook, around that of the identifier.
pub(crate) const NUMBER: &str = "N.º";
pub(crate) const TYPE: &str = "Tipo de movimiento";
pub(crate) const WORKBOOK_REST: [&str; 11] = [
    "NSS",
    "CURP",
    "Apellido paterno",
    "Apellido materno",
    "Nombre(s)",
    "UMF",
    "Fecha de movimiento",
    "Carrera",
    "Sexo",
    "Motivo del movimiento",
    "Registro patronal",
];
/// What the second sheet of the workbook tells.
pub(crate) const SEAL: &str = "Sello";
/// At the foot of every sheet.
pub(crate) const CARE: &str = "Contiene NSS y CURP completos: guárdese bajo llave.";

/// «Altas», «Bajas».
pub(crate) fn envio_title(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "Altas",
        MovementKind::Baja => "Bajas",
    }
}

/// «38 altas (movimiento 08)».
fn movements(kind: MovementKind, lines: u32) -> String {
    let (counted, number) = match kind {
        MovementKind::Alta => (counted(lines as usize, "alta", "altas"), "08"),
        MovementKind::Baja => (counted(lines as usize, "baja", "bajas"), "02"),
    };
    format!("{counted} (movimiento {number})")
}

fn registro_patronal(registro: Option<&RegistroPatronal>) -> String {
    match registro {
        Some(registro) => format!("registro patronal {registro}"),
        None => "sin registro patronal".to_owned(),
    }
}

/// «10 altas (movimiento 08) · registro patronal Z99-00000-32-0 · cerrado el viernes 13 nov 2026».
pub(crate) fn subject(
    kind: MovementKind,
    lines: u32,
    registro: Option<&RegistroPatronal>,
    closed: NaiveDate,
    times: u32,
) -> String {
    let again = if times > 1 { " · reabierto" } else { "" };
    format!(
        "{} · {} · cerrado el {} {}{again}",
        movements(kind, lines),
        registro_patronal(registro),
        dates::weekday(closed),
        dates::short_year(closed)
    )
}

/// «Fin de la relación: 10 movimientos. La Ñ se escribió como N en 6 renglones. «–»: sin apellido o sin UMF. A, aceptada; R,
/// rechazada.»
pub(crate) fn end(count: usize, with_enye: usize) -> String {
    let enye = match with_enye {
        0 => String::new(),
        count => format!(
            "La Ñ se escribió como N en {}. ",
            counted(count, "renglón", "renglones")
        ),
    };
    format!(
        "Fin de la relación: {}. {enye}«–»: sin apellido o sin UMF. A, aceptada; R, rechazada.",
        counted(count, "movimiento", "movimientos")
    )
}

/// «Cerrado el viernes 13 nov 2026, 12:05 · Lupita».
pub(crate) fn closed(at: NaiveDateTime, by: &str, times: u32) -> String {
    let again = if times > 1 {
        "Reabierto y cerrado"
    } else {
        "Cerrado"
    };
    format!(
        "{again} el {} {}, {} · {by}",
        dates::weekday(at.date()),
        dates::short_year(at.date()),
        dates::clock(at.time())
    )
}

/// At the foot of each printed page of the workbook.
pub(crate) fn footer(folio: &str, seal: &str, made: &str) -> String {
    format!("Corte {folio} · sello {seal} · {made}")
}

/// «Relación del corte 2026-11-30 C-2026-22.pdf».
pub(crate) fn list_file(cut: NaiveDate, folio: &str) -> String {
    format!("Relación del corte {cut} {folio}.pdf")
}

/// «Relación del corte 2026-11-30 C-2026-22.xlsx».
pub(crate) fn workbook_file(cut: NaiveDate, folio: &str) -> String {
    format!("Relación del corte {cut} {folio}.xlsx")
}

/// «Oficio del corte 2026-11-30 C-2026-22.pdf».
pub(crate) fn letter_file(cut: NaiveDate, folio: &str) -> String {
    format!("Oficio del corte {cut} {folio}.pdf")
}

/// «Altas del corte 2026-11-30 C-2026-22 Z9900000320.txt».
pub(crate) fn records_file(
    kind: MovementKind,
    cut: NaiveDate,
    folio: &str,
    registro: Option<&RegistroPatronal>,
) -> String {
    let registro = registro.map(|it| format!(" {}", it.as_str())).unwrap_or_default();
    format!("{} del corte {cut} {folio}{registro}.txt", envio_title(kind))
}

/// «Oficio C-2026-22».
pub(crate) fn letter_number(folio: &str) -> String {
    format!("Oficio {folio}")
}

/// «A 13 de noviembre de 2026».
pub(crate) fn place_and_date(on: NaiveDate) -> String {
    format!("A {}", dates::long(on))
}

/// What the oficio is about.
pub(crate) fn letter_subject(cut: NaiveDate) -> String {
    format!(
        "Asunto: movimientos afiliatorios del corte del {}",
        dates::long(cut)
    )
}

/// To whom the oficio goes; the number of the subdelegación is a setting.
pub(crate) fn addressee(subdelegation: &str) -> Vec<String> {
    let whose = match subdelegation {
        "" => "Subdelegación correspondiente".to_owned(),
        number => format!("Subdelegación {number}"),
    };
    vec![
        "Instituto Mexicano del Seguro Social".to_owned(),
        whose,
        "Presente".to_owned(),
    ]
}

/// «38 altas (movimiento 08), registro patronal Z99-00000-32-0, relación con folio K4T1».
pub(crate) fn enclosed(
    kind: MovementKind,
    lines: u32,
    registro: Option<&RegistroPatronal>,
    folio: &str,
) -> String {
    format!(
        "{}, {}, relación con folio {folio}",
        movements(kind, lines),
        registro_patronal(registro)
    )
}

/// The body of the oficio.
pub(crate) fn letter(cut: NaiveDate, enclosed: &[String], folio: &str, seal: &str) -> Vec<String> {
    vec![
        format!(
            "Por este medio remito los movimientos del Seguro de Salud para Estudiantes (modalidad 32) de este plantel que \
             corresponden al corte del {}:",
            dates::long(cut)
        ),
        said::capital(&format!("{}.", enclosed.join("; "))),
        format!(
            "El corte quedó cerrado con el folio {folio} y el sello {seal}, que aparecen en cada hoja de las relaciones. Si \
             algún movimiento no procede, agradeceré que se indique la causa para corregirlo en el siguiente corte."
        ),
        "Sin otro particular, reciba un cordial saludo.".to_owned(),
    ]
}

/// Below the signature.
pub(crate) fn letter_copy() -> String {
    "c. c. p. Archivo del departamento".to_owned()
}

/// Above the line to sign on.
pub(crate) const SINCERELY: &str = "Atentamente";
/// Beside it.
pub(crate) const RECEIVED: &str = "Recibió: nombre, firma, fecha y sello";
