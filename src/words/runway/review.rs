//! The look through an open cut.

use super::{counted, dates};

/// The group of what goes.
pub const READY: &str = "Listos";
/// Beside the first group of what is held.
pub const NEXT: &str = "Enter: siguiente observación";
/// The main verb, where nothing is set aside.
pub const GO_ON: &str = "Seguir a Cerrar";
/// At the foot, in a list of a single page.
pub const KEYS: &str = "Enter abre la ficha · Supr cancela";
/// At the foot beside a row that is held.
pub const HELD_KEYS: &str = "F6: resolverla en el panel · Supr cancela";

/// The main verb: «Apartar 3 y seguir».
pub fn set_aside(held: usize) -> String {
    format!("Apartar {} y seguir", dates::thousands(held))
}

/// Beside the group of what goes: «38 altas y 6 bajas».
pub fn kinds(altas: usize, bajas: usize) -> String {
    match (altas, bajas) {
        (0, bajas) => counted(bajas, "baja", "bajas"),
        (altas, 0) => counted(altas, "alta", "altas"),
        _ => format!(
            "{} y {}",
            counted(altas, "alta", "altas"),
            counted(bajas, "baja", "bajas")
        ),
    }
}

/// At the foot: «Movimientos 1 a 50 de 5,000 · AvPág», or how many there are.
pub fn page(first: usize, last: usize, of: usize) -> String {
    if first <= 1 && last >= of {
        return super::strip::movements(of as u64);
    }
    format!(
        "{} a {} de {} · RePág y AvPág",
        dates::thousands(first),
        dates::thousands(last),
        dates::thousands(of)
    )
}

/// Nothing is held: «Los 44 movimientos están listos.»
pub fn all_ready(ready: usize) -> String {
    match ready {
        1 => "El movimiento está listo.".to_owned(),
        many => format!("Los {} movimientos están listos.", dates::thousands(many)),
    }
}
