//! The capture assistant: an envío typed by hand into IMSS' own page.

use chrono::{NaiveDate, NaiveDateTime};

use super::dates;
use super::said::{capital, either};
use crate::domain::capture::{CaptureField, DateForm, FieldFault, FieldOrder};
use crate::domain::movement::MovementKind;

/// What it is called, on the button that opens it.
pub const TITLE: &str = "Asistente de captura";
/// Above the text that is on the clipboard.
pub const ON_CLIPBOARD: &str = "En el portapapeles";
/// How to go on, below it.
pub const HOW: &str = "Péguelo (Ctrl+V) y vuelva con Alt+Tab al siguiente.";
/// The page has every field of the row.
pub const ROW_DONE: &str = "Renglón completo";
/// What to do then.
pub const ROW_DONE_HOW: &str = "Si la página lo aceptó, presione Enter. El portapapeles quedó vacío; la flecha izquierda vuelve al último campo.";
/// A row that was captured before.
pub const CAPTURED: &str = "ya capturado · Supr le quita la marca";
/// In the place of a text that is empty.
pub const NOTHING: &str = "vacío: no se escribe";
/// Above the names that come next.
pub const AHEAD: &str = "Siguen";
/// The button that closes a row.
pub const CLOSE_ROW: &str = "Renglón capturado";
/// The button that leaves.
pub const LEAVE: &str = "Salir";
/// The keys, at the foot.
pub const KEYS: &str = "Flechas: a los lados, el campo; arriba y abajo, el renglón.";
/// The order of the fields is nobody's yet.
pub const UNCONFIRMED: &str = "Orden de los campos sin confirmar (Ajustes, IMSS)";
/// Above the field for the lote.
pub const LOTE: &str = "Lote, si la página lo dio";
/// The button that records the envío.
pub const SEND: &str = "Registrar envío";
/// Below the buttons.
pub const LOOK_BACK: &str = "Flecha arriba vuelve a los renglones.";
/// The button that doesn't.
pub const NOT_NOW: &str = "Ahora no";

/// A field of the page.
pub fn field(field: CaptureField) -> &'static str {
    match field {
        CaptureField::Nss => "NSS",
        CaptureField::Curp => "CURP",
        CaptureField::FirstSurname => "Apellido paterno",
        CaptureField::SecondSurname => "Apellido materno",
        CaptureField::Given => "Nombre(s)",
        CaptureField::Umf => "UMF",
        CaptureField::Date => "Fecha",
        CaptureField::WorkerKey => "Clave del trabajador",
    }
}

/// The same inside of a sentence.
fn field_within(it: CaptureField) -> String {
    match it {
        CaptureField::Nss | CaptureField::Curp | CaptureField::Umf => field(it).to_owned(),
        _ => field(it).to_lowercase(),
    }
}

/// «NSS, CURP, apellido paterno…», as the settings show it.
pub fn order(order: &FieldOrder) -> String {
    let names: Vec<String> = order.fields().iter().copied().map(field_within).collect();
    names.join(", ")
}

/// How the order is written, below its field.
pub fn order_hint() -> String {
    let all: Vec<String> = CaptureField::ALL.map(field_within).to_vec();
    format!(
        "En el orden de la página del IMSS, con comas. Puede llevar {}.",
        either(&all)
    )
}

/// What is wrong with an order, after the name of the setting.
pub fn order_fault(fault: &FieldFault) -> String {
    match fault {
        FieldFault::None => "lleva al menos un campo, como «NSS, CURP, apellido paterno».".into(),
        FieldFault::Unknown(word) => {
            let all: Vec<String> = CaptureField::ALL.map(field_within).to_vec();
            format!("«{word}» no es uno de los campos. Puede llevar {}.", either(&all))
        }
        FieldFault::Twice(it) => format!("«{}» está dos veces.", field(*it)),
    }
}

/// How a date is written, by the word of its form: «día/mes/año: 30/11/2026».
pub fn date_form(code: &str) -> &'static str {
    match DateForm::from_code(code).unwrap_or_default() {
        DateForm::Slashes => "30/11/2026",
        DateForm::Plain => "30112026",
        DateForm::Iso => "2026-11-30",
    }
}

fn kind_of(kind: MovementKind, lines: u32) -> &'static str {
    match (kind, lines) {
        (MovementKind::Alta, 1) => "alta",
        (MovementKind::Alta, _) => "altas",
        (MovementKind::Baja, 1) => "baja",
        (MovementKind::Baja, _) => "bajas",
    }
}

/// «Captura de 38 altas · corte 30 nov».
pub fn heading(kind: MovementKind, lines: u32, cut: NaiveDate) -> String {
    format!(
        "Captura de {} {} · corte {}",
        dates::thousands(lines),
        kind_of(kind, lines),
        dates::short(cut)
    )
}

/// «12 de 38».
pub fn progress(row: usize, rows: usize) -> String {
    format!("{} de {}", dates::thousands(row), dates::thousands(rows))
}

/// «11 capturados · faltan 27».
pub fn counted(captured: usize, rows: usize) -> String {
    let left = rows - captured;
    format!(
        "{} {} · {} {}",
        dates::thousands(captured),
        if captured == 1 { "capturado" } else { "capturados" },
        if left == 1 { "falta" } else { "faltan" },
        dates::thousands(left)
    )
}

/// «Sigue donde quedó el 21 nov 10:30 (Lupita): 11 de 38 capturados.»
pub fn resumed(at: NaiveDateTime, by: &str, captured: usize, rows: usize) -> String {
    format!(
        "Sigue donde quedó el {} ({by}): {} capturados.",
        dates::moment(at),
        progress(captured, rows)
    )
}

/// Everything is captured.
pub fn finished(kind: MovementKind, lines: u32) -> String {
    match lines {
        1 => format!(
            "La {} está capturada. El portapapeles quedó vacío.",
            kind_of(kind, 1)
        ),
        lines => format!(
            "Las {} {} están capturadas. El portapapeles quedó vacío.",
            dates::thousands(lines),
            kind_of(kind, lines)
        ),
    }
}

/// What it offers then.
pub fn offer(on: NaiveDate) -> String {
    format!(
        "Para terminar, registre el envío: captura a mano, hoy {}. Después de registrarlo ya no se deshace.",
        dates::long(on)
    )
}

/// What Hoy says of a capture that was begun.
pub fn unfinished(kind: MovementKind, cut: NaiveDate, captured: u32, lines: u32) -> (String, String) {
    let heading = if captured < lines {
        "Captura a medias"
    } else {
        "Captura sin registrar como enviada"
    };
    let envio = match kind {
        MovementKind::Alta => "Altas",
        MovementKind::Baja => "Bajas",
    };
    let progress = progress(captured as usize, lines as usize);
    (
        heading.to_owned(),
        format!(
            "{envio} del corte del {}: {progress} capturados",
            dates::day_month(cut)
        ),
    )
}

/// What Enter does there.
pub const OPENS: &str = "Enter continúa la captura";

/// It was left before its end.
pub fn left(captured: usize, rows: usize) -> String {
    format!(
        "Captura en pausa: {} capturados. El portapapeles quedó vacío; al abrirla de nuevo sigue en este renglón.",
        progress(captured, rows)
    )
}

/// It was left at its end, and nothing was recorded.
pub fn not_recorded(kind: MovementKind, lines: u32) -> String {
    format!(
        "{} capturadas, sin registrar como enviadas. Puede hacerlo en Cortes.",
        capital(&format!("{} {}", dates::thousands(lines), kind_of(kind, lines)))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_is_told_as_one() {
        assert_eq!(counted(1, 2), "1 capturado · falta 1");
        assert_eq!(counted(11, 38), "11 capturados · faltan 27");
        assert_eq!(
            finished(MovementKind::Baja, 1),
            "La baja está capturada. El portapapeles quedó vacío."
        );
        assert_eq!(
            finished(MovementKind::Alta, 38),
            "Las 38 altas están capturadas. El portapapeles quedó vacío."
        );
    }

    #[test]
    fn the_order_is_told_in_words_and_a_fault_says_what_it_may_hold() {
        assert_eq!(
            order(&FieldOrder::default()),
            "NSS, CURP, apellido paterno, apellido materno, nombre(s), UMF, fecha"
        );
        let fault = FieldOrder::parse("edad").unwrap_err();
        assert!(
            order_fault(&fault).starts_with("«edad» no es uno de los campos. Puede llevar NSS, CURP,"),
            "{}",
            order_fault(&fault)
        );
    }
}
