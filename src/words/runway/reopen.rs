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

/// Part of it was typed into IMSS' page already, and the new envío is begun from its first row.
pub fn captured(movements: u32) -> String {
    format!(
        "{}: al reabrir, la captura empieza de nuevo en el renglón 1, y lo que ya capturó en la página del IMSS no se retira \
         solo.",
        match movements {
            1 => "Ya se capturó 1 movimiento de este corte".to_owned(),
            more => format!(
                "Ya se capturaron {} movimientos de este corte",
                dates::thousands(more)
            ),
        }
    )
}

/// Label.
pub const REASON: &str = "¿Por qué se reabre?";
/// Leaves it.
pub const LEAVE: &str = "Dejarlo cerrado";
/// Its main verb.
pub const REOPEN: &str = "Reabrir";
