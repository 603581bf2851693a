//! The dialog that opens a cut again.

use super::dates;
use chrono::NaiveDate;

/// Its title.
pub fn title(cut: NaiveDate) -> String {
    format!("Reabrir el corte del {}", dates::day_month(cut))
}

/// What it does.
pub fn told(folio: &str) -> String {
    format!(
        "Sus movimientos vuelven a la cola, y también lo que se apartó al cerrar. El folio {folio} se conserva, marcado \
         «reabierto»; al cerrar de nuevo cambia el sello."
    )
}

/// Label.
pub const REASON: &str = "¿Por qué se reabre?";
/// Leaves it.
pub const LEAVE: &str = "Dejarlo cerrado";
/// Its main verb.
pub const REOPEN: &str = "Reabrir";
