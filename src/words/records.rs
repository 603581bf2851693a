//! What is said of the file of 168-character records: of the office's layout, of a row that keeps the file from being
//! written, and of letters that changed; in [`mod@sample`], of a sample that was compared.

use std::path::Path;

use chrono::NaiveDate;

use super::dates::{short_year, thousands};
use super::names;
use crate::domain::imss_file::{
    FileEncoding, Filler, LayoutFault, LineEnd, RecordFault, RecordKind, Rewriting,
};
use crate::domain::movement::MovementKind;
use crate::domain::person_name::NamePart;

pub mod sample;

/// Without a registro patronal there is no file.
pub const NO_REGISTRO: &str = "No se escribió el archivo: este envío no lleva registro patronal, y cada renglón empieza con \
                               él. Escríbalo en Ajustes; si el corte ya está cerrado, reábralo y ciérrelo otra vez.";

/// No sample has agreed with the layout.
pub const NO_SAMPLE: &str =
    "Todavía no se ha probado con una muestra que el IMSS haya aceptado: cada archivo sale de prueba.";

/// How a sample is tried from a terminal.
pub const SAMPLE_IN_CONSOLE: &str = "En la terminal: ventanilla corte formato --muestra ARCHIVO";

/// «Una muestra coincidió con este formato el 21 nov 2026 (Lupita).»
pub fn passed(on: NaiveDate, by: &str) -> String {
    format!(
        "Una muestra coincidió con este formato el {} ({by}).",
        short_year(on)
    )
}

/// The layout itself: «IDSE: renglones de 168 posiciones, fin crlf, letras ascii, sin cifras de control.»
pub fn layout(name: &str, length: usize, end: LineEnd, encoding: FileEncoding, has_control: bool) -> String {
    let control = if has_control { "con" } else { "sin" };
    format!(
        "{name}: renglones de {}, fin {}, letras {}, {control} cifras de control.",
        positions(length),
        end.code(),
        encoding.code()
    )
}

/// The layout was written to be edited.
pub fn layout_written(path: &Path) -> String {
    format!(
        "Se escribió {}. Cuando lo haya corregido, guárdelo con: ventanilla ajustes imss.formato {}",
        path.display(),
        path.display()
    )
}

/// A file of the layout could not be written.
pub fn layout_not_written(path: &Path) -> String {
    format!(
        "No se pudo escribir {}. Revise la carpeta y sus permisos, o elija otra.",
        path.display()
    )
}

/// Beside the layout until somebody ticks it.
pub const TO_CONFIRM: &str = "Confirme estos valores con su subdelegación.";

/// Why a text is no layout: «Línea 12 del formato: …».
pub fn layout_fault(fault: &LayoutFault) -> String {
    let what = match fault {
        LayoutFault::NotToml { .. } => {
            "no se entiende. Revise que no falten comillas, comas ni corchetes.".to_owned()
        }
        LayoutFault::UnknownKey { key, .. } => {
            format!("«{key}» no es un dato del formato. Corríjalo o quite la línea.")
        }
        LayoutFault::Missing { key, .. } => format!("en esta parte falta «{key}». Agréguelo."),
        LayoutFault::Value {
            key, found, known, ..
        } if known.is_empty() => {
            format!("«{key}» no puede ser «{found}». Escriba otro valor.")
        }
        LayoutFault::Value {
            key, found, known, ..
        } => format!(
            "«{key}» no puede ser «{found}». Puede ser: {}.",
            known.join(", ")
        ),
        LayoutFault::DoesNotFit {
            key, found, room, ..
        } => format!(
            "«{key}» es «{found}» y su lugar es de {}. Corrija uno de los dos.",
            positions(*room)
        ),
        LayoutFault::UnknownFiller { record, found, .. } => format!(
            "«{found}» no es un dato que pueda llenar el {}. Use uno de los nombres que trae el formato original.",
            record_name(*record)
        ),
        LayoutFault::Width {
            filler,
            found,
            expected,
            ..
        } => format!(
            "{} mide siempre {expected} y su lugar es de {}. Corrija «largo».",
            field(*filler),
            positions(*found)
        ),
        LayoutFault::Overlap {
            record, position, ..
        } => format!(
            "la posición {position} del {} ya la ocupa el campo anterior. Corrija «desde» o «largo».",
            record_name(*record)
        ),
        LayoutFault::Gap {
            record, from, until, ..
        } if from == until => format!(
            "antes de este campo, nada llena la posición {from} del {}. Agregue un campo o corrija «desde».",
            record_name(*record)
        ),
        LayoutFault::Gap {
            record, from, until, ..
        } => format!(
            "antes de este campo, nada llena las posiciones {from} a {until} del {}. Agregue un campo o corrija \
             «desde».",
            record_name(*record)
        ),
        LayoutFault::Total {
            record,
            found,
            declared,
            ..
        } => format!(
            "los campos del {} suman {} y «longitud» dice {declared}. Corrija los campos o la longitud.",
            record_name(*record),
            positions(*found)
        ),
        LayoutFault::Lacks { record, filler, .. } => format!(
            "el {} no lleva «{}», y sin ese dato el archivo no sirve. Agréguelo.",
            record_name(*record),
            filler.code()
        ),
        LayoutFault::NoEnye { .. } => {
            "la codificación ascii no tiene Ñ que conservar. Cambie «codificacion» a windows-1252, o «enye» a N."
                .to_owned()
        }
    };
    format!("Línea {} del formato: {what} No se guardó.", fault.line())
}

/// Why the file of an envío was not written; it is written whole or not at all.
pub fn record_fault(fault: &RecordFault) -> String {
    let what = match fault {
        RecordFault::TooLong {
            row,
            field: of,
            text,
            room,
        } => format!(
            "{}: {} «{text}» tiene {} y caben {room}. {}",
            row_name(*row),
            in_sentence(*of),
            letters(text.chars().count()),
            if *of == Filler::WorkerKey {
                "Puede dejarse vacía en el formato del archivo, en Ajustes."
            } else {
                "Nada se recorta: decida cómo abreviarlo en la ficha."
            }
        ),
        RecordFault::NotCarried {
            row,
            field: of,
            text,
            ch,
        } => format!(
            "{}: {} «{text}» lleva «{ch}», que el archivo no admite. Corríjalo en la ficha como está en la CURP.",
            row_name(*row),
            in_sentence(*of)
        ),
        RecordFault::Form { row, field: of, text } if text.is_empty() => format!(
            "{}: falta {}. Complételo en la ficha.",
            row_name(*row),
            in_sentence(*of)
        ),
        RecordFault::Form { row, field: of, text } => format!(
            "{}: {} dice «{text}», que no está completo o no es correcto. Revíselo en la ficha.",
            row_name(*row),
            in_sentence(*of)
        ),
        RecordFault::Length { row, found, declared } => format!(
            "{} mediría {found} caracteres y el formato pide {declared}. Revise el formato del archivo en Ajustes.",
            row_name(*row)
        ),
        RecordFault::NoSendingDay => {
            "el formato fecha los movimientos el día del envío. Escriba primero qué día lo envía.".to_owned()
        }
    };
    format!("No se escribió el archivo. {}", capitalised(&what))
}

/// What was rewritten, in one sentence; `None` where nothing was. Only the Ñ changes a letter and not just its accent, so
/// it alone is counted by itself.
pub fn rewritten(all: &[Rewriting]) -> Option<String> {
    let (respelled, letters): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.is_respelled());
    let enye = names::enye_rows(rows(letters.iter().filter(|it| it.is_enye())));
    let marks = match rows(letters.iter().filter(|it| !it.is_enye())) {
        0 => None,
        1 => Some("Se quitaron acentos o signos en 1 renglón.".to_owned()),
        rows => Some(format!(
            "Se quitaron acentos o signos en {} renglones.",
            thousands(rows)
        )),
    };
    let others = match rows(respelled.iter()) {
        0 => None,
        1 => Some("En 1 renglón el nombre no es el de la ficha: revíselo en la lista.".to_owned()),
        rows => Some(format!(
            "En {} renglones el nombre no es el de la ficha: revíselos en la lista.",
            thousands(rows)
        )),
    };
    let told: Vec<String> = [enye, marks, others].into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// One line of the list of what was rewritten: «Renglón 3, apellido materno: Ñ se escribió como N».
pub fn rewriting(it: &Rewriting) -> String {
    let part = match it.part {
        NamePart::FirstSurname => "apellido paterno",
        NamePart::SecondSurname => "apellido materno",
        NamePart::Given => "nombre",
    };
    let became = match it.after.as_str() {
        "" => "se quitó".to_owned(),
        " " => "se escribió como espacio".to_owned(),
        after => format!("se escribió como {after}"),
    };
    let before = if it.before.is_empty() {
        "(vacío)"
    } else {
        &it.before
    };
    format!("Renglón {}, {part}: {before} {became}", it.row)
}

/// What fills a place, as the clerk knows it: «salario base».
pub fn field(filler: Filler) -> &'static str {
    match filler {
        Filler::Registro => "registro patronal",
        Filler::Nss => "NSS",
        Filler::FirstSurname => "apellido paterno",
        Filler::SecondSurname => "apellido materno",
        Filler::Given => "nombre",
        Filler::Sbc => "salario base",
        Filler::WorkerType => "tipo de trabajador",
        Filler::SalaryType => "tipo de salario",
        Filler::WorkWeek => "jornada",
        Filler::Date => "fecha del movimiento",
        Filler::Umf => "UMF",
        Filler::MovementType => "tipo de movimiento",
        Filler::Guia => "guía",
        Filler::WorkerKey => "clave del trabajador",
        Filler::BajaCause => "causa de baja",
        Filler::Curp => "CURP",
        Filler::Total => "total de movimientos",
    }
}

fn in_sentence(filler: Filler) -> String {
    let article = match filler {
        Filler::WorkWeek
        | Filler::Date
        | Filler::Umf
        | Filler::Guia
        | Filler::WorkerKey
        | Filler::BajaCause
        | Filler::Curp => "la",
        _ => "el",
    };
    format!("{article} {}", field(filler))
}

fn record_name(record: RecordKind) -> &'static str {
    match record {
        RecordKind::Movement(MovementKind::Alta) => "renglón de alta",
        RecordKind::Movement(MovementKind::Baja) => "renglón de baja",
        RecordKind::Control => "renglón de cifras de control",
    }
}

fn row_name(row: u32) -> String {
    match row {
        0 => "el renglón de cifras de control".to_owned(),
        row => format!("renglón {row}"),
    }
}

fn positions(count: usize) -> String {
    match count {
        1 => "1 posición".to_owned(),
        _ => format!("{} posiciones", thousands(count)),
    }
}

fn letters(count: usize) -> String {
    match count {
        1 => "1 letra".to_owned(),
        _ => format!("{} letras", thousands(count)),
    }
}

/// In how many rows something happened; they come in their order.
fn rows<'a>(changes: impl Iterator<Item = &'a &'a Rewriting>) -> usize {
    let mut rows: Vec<u32> = changes.map(|it| it.row).collect();
    rows.dedup();
    rows.len()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALTA: RecordKind = RecordKind::Movement(MovementKind::Alta);

    fn change(row: u32, before: &str, after: &str) -> Rewriting {
        Rewriting {
            row,
            part: NamePart::SecondSurname,
            before: before.into(),
            after: after.into(),
        }
    }

    #[test]
    fn a_layout_tells_the_line_and_what_to_do() {
        for (fault, text) in [
            (
                LayoutFault::Gap {
                    line: 52,
                    record: ALTA,
                    from: 115,
                    until: 115,
                },
                "Línea 52 del formato: antes de este campo, nada llena la posición 115 del renglón de alta. Agregue un \
                 campo o corrija «desde». No se guardó.",
            ),
            (
                LayoutFault::DoesNotFit {
                    line: 24,
                    key: "guia".into(),
                    found: "123456".into(),
                    room: 5,
                },
                "Línea 24 del formato: «guia» es «123456» y su lugar es de 5 posiciones. Corrija uno de los dos. No se \
                 guardó.",
            ),
            (
                LayoutFault::Value {
                    line: 9,
                    key: "fin_de_linea".into(),
                    found: "cr".into(),
                    known: vec!["crlf", "lf"],
                },
                "Línea 9 del formato: «fin_de_linea» no puede ser «cr». Puede ser: crlf, lf. No se guardó.",
            ),
        ] {
            assert_eq!(layout_fault(&fault), text);
        }
    }

    #[test]
    fn a_row_that_stops_the_file_is_named_with_its_text() {
        for (fault, text) in [
            (
                RecordFault::TooLong {
                    row: 12,
                    field: Filler::FirstSurname,
                    text: "MONTES Y CABALLERO DE TORRES".into(),
                    room: 27,
                },
                "No se escribió el archivo. Renglón 12: el apellido paterno «MONTES Y CABALLERO DE TORRES» tiene 28 \
                 letras y caben 27. Nada se recorta: decida cómo abreviarlo en la ficha.",
            ),
            (
                RecordFault::NotCarried {
                    row: 3,
                    field: Filler::Given,
                    text: "Søren".into(),
                    ch: 'Ø',
                },
                "No se escribió el archivo. Renglón 3: el nombre «Søren» lleva «Ø», que el archivo no admite. Corríjalo \
                 en la ficha como está en la CURP.",
            ),
            (
                RecordFault::NoSendingDay,
                "No se escribió el archivo. El formato fecha los movimientos el día del envío. Escriba primero qué día \
                 lo envía.",
            ),
        ] {
            assert_eq!(record_fault(&fault), text);
        }
    }

    #[test]
    fn changed_letters_are_counted_by_row() {
        assert_eq!(rewritten(&[]), None);
        let some = [
            change(1, "Ñ", "N"),
            change(1, "Á", "A"),
            change(2, "Ñ", "N"),
            change(2, "'", " "),
            change(2, "É", "E"),
            change(9, "Ñ", "N"),
            change(11, "Ñ", "N"),
            change(12, "Gil", "GIL SOTO"),
        ];
        assert_eq!(
            rewritten(&some).as_deref(),
            Some(
                "La Ñ se escribió como N en 4 renglones del archivo. Se quitaron acentos o signos en 2 renglones. En 1 \
                 renglón el nombre no es el de la ficha: revíselo en la lista."
            )
        );
        assert_eq!(
            rewriting(&some[0]),
            "Renglón 1, apellido materno: Ñ se escribió como N"
        );
        assert_eq!(
            rewriting(&some[3]),
            "Renglón 2, apellido materno: ' se escribió como espacio"
        );
    }
}
