//! The fourth step: envíos go out.

use super::{cuts, dates};
use crate::domain::dispatch::Channel;
use chrono::NaiveDate;

/// Nobody has said that it went out.
pub const UNSENT: &str = "Sin registrar como enviado";
/// The button for one of several.
pub const ONLY_THIS: &str = "Registrar solo este";
/// The button that puts right what was recorded.
pub const CORRECT: &str = "Corregir el envío";
/// The button that opens the cut again.
pub const REOPEN: &str = "Reabrir el corte";
/// At the foot.
pub const KEYS: &str = "Enter en un renglón abre la ficha";

/// The main verb: «Registrar 2 envíos».
pub fn record(count: usize) -> String {
    match count {
        1 => "Registrar el envío".to_owned(),
        many => format!("Registrar {many} envíos"),
    }
}

/// «Enviado el 30 nov 2026».
pub fn sent_on(on: NaiveDate) -> String {
    format!("Enviado el {}", dates::short_year(on))
}

/// «IDSE, lote 12345».
pub fn by(channel: Channel, lote: Option<&str>) -> String {
    let lote = lote.map(|lote| format!(", lote {lote}")).unwrap_or_default();
    format!("{}{lote}", cuts::channel(channel))
}

/// The dialog: «Registrar el envío del corte del 30 de noviembre».
pub fn title(cut: NaiveDate) -> String {
    format!("Registrar el envío del corte del {}", dates::day_month(cut))
}

/// The dialog, where something recorded is put right.
pub const CORRECT_TITLE: &str = "Corregir los datos del envío";
/// In it.
pub const IS_FOR_GOOD: &str = "Al registrarlo, el corte ya no puede reabrirse. Lo enviado no se deshace aquí; canal, lote y fecha sí se corrigen.";
/// In it, where something recorded is put right.
pub const ONLY_DATA: &str = "Se corrige lo anotado; lo que el IMSS respondió se queda como está.";
/// Label.
pub const CHANNEL: &str = "Canal";
/// Label.
pub const DAY: &str = "Fecha de envío";
/// Below a lote.
pub const LOTE_HINT: &str = "El del acuse; puede ir vacío.";
/// Leaves the dialog.
pub const NOT_YET: &str = "Todavía no";
/// Its main verb.
pub const RECORD: &str = "Registrar como enviado";
/// Leaves the dialog of a correction.
pub const LEAVE: &str = "Dejar como estaba";

/// Label: «Lote de las 38 altas».
pub fn lote(envio: &str, registro: Option<&str>) -> String {
    let of = registro
        .map(|registro| format!(", {registro}"))
        .unwrap_or_default();
    format!("Lote de {envio}{of}")
}

/// The letter that chooses a channel.
pub fn letter(channel: Channel) -> char {
    match channel {
        Channel::Idse => 'I',
        Channel::Dispmag => 'D',
        Channel::Capture => 'C',
        Channel::Paper => 'P',
        Channel::Other => 'O',
    }
}

/// A channel where there is room for one word.
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Capture => "Captura",
        Channel::Paper => "Papel",
        other => cuts::channel(other),
    }
}
