//! The sheet of the rows that wait, for whoever filled it in.

/// Head: the number of the row in the first file.
pub const ROW: &str = "Renglón";
/// Head: why it waits.
pub const TO_DECIDE: &str = "Qué falta decidir";
/// The sheet with the rows.
pub const TAB: &str = "Por decidir";
/// The sheet that says what this is.
pub const ABOUT: &str = "Acerca de esta hoja";
/// What is told there.
pub const FILE: &str = "Archivo original";
/// What is told there.
pub const DATE: &str = "Hecha el";
/// What is told there.
pub const BY: &str = "Por";
/// What is told there.
pub const HOW: (&str, &str) = (
    "Qué hacer",
    "Corrija en cada renglón lo que dice la última columna y devuelva el archivo; se importa igual que el original.",
);

/// «Por decidir de Formulario altas 2026».
pub fn named(source: &str) -> String {
    let name = source.rsplit_once('.').map_or(source, |(name, _)| name);
    format!("Por decidir de {name}")
}
