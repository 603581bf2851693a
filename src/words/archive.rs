//! A record that leaves the daily list and comes back. Never «baja»: that is an IMSS movement.

use chrono::NaiveDate;

use super::dates;
use crate::domain::movement::MovementKind;

/// The button that archives.
pub const ARCHIVE: &str = "Archivar";
/// The button that brings back.
pub const RESTORE: &str = "Restaurar";
/// In the window, after it was done.
pub const ARCHIVED: &str = "Se archivó la ficha.";
/// In the window, after it was brought back.
pub const RESTORED: &str = "Se restauró la ficha: vuelve a la lista diaria.";

/// «Archivada desde el 21 nov 2026», on the record.
pub fn since(on: NaiveDate) -> String {
    format!("Archivada desde el {}", dates::short_year(on))
}

/// On the console, after it was done.
pub fn archived(name: &str) -> String {
    format!("Se archivó la ficha de {name}. La lista diaria ya no la muestra; una búsqueda la encuentra.")
}

/// On the console, after it was brought back.
pub fn restored(name: &str) -> String {
    format!("Se restauró la ficha de {name}: vuelve a la lista diaria.")
}

/// A movement is open.
pub fn open_movement(kind: MovementKind, cut: NaiveDate, in_dispatch: bool) -> String {
    let one = match kind {
        MovementKind::Alta => "un alta",
        MovementKind::Baja => "una baja",
    };
    let cut = dates::day_month(cut);
    if in_dispatch {
        format!(
            "No se archivó: hay {one} en el envío del corte del {cut}. Archive la ficha cuando tenga respuesta."
        )
    } else {
        format!(
            "No se archivó: hay {one} en cola para el corte del {cut}. Cancélela, o espere a que se envíe."
        )
    }
}

/// It was archived before.
pub fn archived_already(on: NaiveDate) -> String {
    format!("La ficha ya está archivada, desde el {}.", dates::short_year(on))
}

/// There is nothing to restore.
pub fn not_archived() -> String {
    "La ficha no está archivada; no hay nada que restaurar.".into()
}
