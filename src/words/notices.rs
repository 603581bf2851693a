//! Avisos por correo: the text of the mail, the sheet for the mail merge, the lots of addresses, and what was recorded.

use chrono::{NaiveDate, NaiveDateTime};

use super::dates;
use crate::domain::notice::{Notice, Notices, carnet_due};

/// The columns of the sheet for the mail merge.
pub const HEADS: [&str; 6] = ["correo", "nombre", "matrícula", "corte", "ventana", "texto"];
/// The sheet with them.
pub const TAB: &str = "Avisos";
/// What stands between two addresses of a lot: every mail program parts them there.
pub const BETWEEN: &str = "; ";

/// Nobody has an address.
pub const NOBODY_TO_TELL: &str = "En ese corte no hay altas aceptadas con correo en su ficha. Registre antes la respuesta, o escriba los \
     correos que falten.";
/// Everybody was told.
pub const TOLD_ALREADY: &str =
    "Los avisos de ese corte ya están registrados como enviados; no hay a quién más anotar.";

/// The text of the office with what is this student's: `{nombre}`, `{matricula}`, `{corte}`, `{ventana}`.
pub fn filled(template: &str, notice: &Notice) -> String {
    let Notice {
        name,
        identifier,
        cut,
        window,
        ..
    } = notice;
    let values = [
        ("{nombre}", name.natural()),
        ("{matricula}", identifier.clone()),
        ("{corte}", dates::day_month(*cut)),
        ("{ventana}", dates::window(window.from, window.until)),
    ];
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    // From left to right, once: what a name holds is never taken for a mark.
    while let Some(at) = rest.find('{') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        match values.iter().find(|(mark, _)| rest.starts_with(mark)) {
            Some((mark, value)) => {
                text.push_str(value);
                rest = &rest[mark.len()..];
            }
            None => {
                text.push('{');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

/// «Avisos del corte del 30 de noviembre de 2026».
pub fn title(cut: NaiveDate) -> String {
    format!("Avisos del corte del {}", dates::long(cut))
}

/// «Avisos del corte 2026-11-30 L3M7.xlsx».
pub fn file_name(cut: NaiveDate, folio: &str) -> String {
    format!("Avisos del corte {cut} {folio}.xlsx")
}

/// A lot of addresses as the clipboard takes it.
pub fn addresses(lot: &[String]) -> String {
    lot.join(BETWEEN)
}

/// «41 altas aceptadas.»
pub fn accepted(count: usize) -> String {
    match count {
        1 => "1 alta aceptada.".into(),
        count => format!("{} altas aceptadas.", dates::thousands(count)),
    }
}

/// «El lote 1 de 1 (41 direcciones) está en el portapapeles: péguelo en Cco.»; lots count from 1.
pub fn lot_copied(lot: usize, of: usize, addresses: usize) -> String {
    format!(
        "El lote {lot} de {of} ({}) está en el portapapeles: péguelo en Cco.",
        counted(addresses)
    )
}

/// «41 altas aceptadas. Sin correo en su ficha: 2. Ya se les avisó: 12.»
pub fn summary(notices: &Notices) -> String {
    let mut told = vec![accepted(notices.all.len())];
    let without = notices.without_address().len();
    if without > 0 {
        told.push(without_address(without));
    }
    if notices.told() > 0 {
        told.push(told_before(notices.told()));
    }
    told.join(" ")
}

/// «Lote 1 de 2 (50 direcciones)».
pub fn lot(lot: usize, of: usize, addresses: usize) -> String {
    format!("Lote {lot} de {of} ({})", counted(addresses))
}

fn counted(addresses: usize) -> String {
    match addresses {
        1 => "1 dirección".into(),
        count => format!("{} direcciones", dates::thousands(count)),
    }
}

/// «Sin correo en su ficha: 2.»
pub fn without_address(count: usize) -> String {
    format!("Sin correo en su ficha: {}.", dates::thousands(count))
}

/// «Ya se les avisó: 12.»
pub fn told_before(count: usize) -> String {
    format!("Ya se les avisó: {}.", dates::thousands(count))
}

/// «Se registró el aviso enviado a 41 personas. Su carnet puede descargarse desde el 19 nov a las 13:30.»
pub fn recorded(count: usize, at: NaiveDateTime) -> String {
    let whom = match count {
        1 => "1 persona".to_owned(),
        count => format!("{} personas", dates::thousands(count)),
    };
    let due = carnet_due(at);
    format!(
        "Se registró el aviso enviado a {whom}. El carnet puede descargarse desde el {} a {}.",
        dates::short(due.date()),
        dates::at(due.time())
    )
}

/// In the record, beside the address: «aviso enviado el 18 nov 2026; carnet desde el 19 nov».
pub fn note(at: NaiveDateTime) -> String {
    format!(
        "aviso enviado el {}; carnet desde el {}",
        dates::short_year(at.date()),
        dates::short(carnet_due(at).date())
    )
}

/// The dialog in which they are copied, written as a sheet and recorded.
pub mod screen {
    /// The button that opens it.
    pub const TITLE: &str = "Avisos por correo";
    /// Before anything was done in it.
    pub const HOW: &str = "Enter copia el lote elegido, para pegarlo en Cco.";
    /// Beside a lot.
    pub const COPIED: &str = "copiado";
    /// Above the text of the mail.
    pub const TEXT: &str = "Texto, como lo recibe la primera persona (se edita en Ajustes, Papeles)";
    /// That the program has no mail.
    pub const NOTHING_IS_SENT: &str = "El correo lo envía usted. La hoja de Excel trae el texto de cada persona, para combinar correspondencia.";
    /// Writes the sheet.
    pub const SHEET: &str = "Excel";
    /// Records that they were told.
    pub const RECORD: &str = "Anotar como enviados";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cutoff::Window;
    use crate::domain::ids::{MovementId, StudentId};
    use crate::domain::person_name::PersonName;
    use crate::domain::settings::{Setting, Topic};

    fn notice(given: &str) -> Notice {
        let day = |text: &str| text.parse().unwrap();
        Notice {
            student: StudentId(1),
            movement: MovementId(1),
            identifier: "25230457".into(),
            name: PersonName::new(given, Some("Luna"), None).unwrap(),
            email: None,
            cut: day("2026-11-16"),
            window: Window {
                from: day("2026-11-17"),
                until: day("2026-11-19"),
            },
            told_at: None,
        }
    }

    #[test]
    fn the_text_is_filled_from_left_to_right_and_unknown_marks_stay() {
        let text = filled(
            "{nombre} ({matricula}): corte del {corte}, {ventana}. {otro} {",
            &notice("Ana {corte}"),
        );
        assert_eq!(
            text,
            "Ana {corte} Luna (25230457): corte del 16 de noviembre, entre el martes 17 y el jueves 19 de noviembre. {otro} {"
        );
    }

    /// M11, and nothing promised.
    #[test]
    fn the_default_says_what_the_campus_publishes() {
        let template = Setting::of(Topic::NoticeText).default_text(&Default::default());
        let text = filled(&template, &notice("Ana"));
        assert!(!text.contains(['{', '}']), "{text}");
        assert!(text.contains("24 horas después"), "{text}");
        assert!(
            text.contains("se espera vigente entre el martes 17 y el jueves 19 de noviembre"),
            "{text}"
        );
        for never in ["quedará", "está vigente", "!", "garantiz"] {
            assert!(!text.contains(never), "{text}");
        }
    }

    #[test]
    fn a_lot_is_told_as_it_is_pasted() {
        assert_eq!(
            lot_copied(1, 1, 41),
            "El lote 1 de 1 (41 direcciones) está en el portapapeles: péguelo en Cco."
        );
        assert_eq!(
            addresses(&["a@x.example".into(), "b@x.example".into()]),
            "a@x.example; b@x.example"
        );
    }
}
