//! What the Tarjeta de teclas says, and what is said of it.

/// Its title.
pub const TITLE: &str = "Tarjeta de teclas";
/// What it is, in a sentence.
pub const NAME: &str = "la tarjeta de teclas";
/// Beside the title.
pub const HINT: &str = "Todo se puede hacer sin ratón.";
/// At its foot.
pub const KEEP: &str = "Para tener junto al teclado. Sin datos de nadie.";
/// The name of its file.
pub const FILE_NAME: &str = "Tarjeta de teclas.pdf";
/// It was opened in the viewer.
pub const OPENED: &str = "Se abrió la tarjeta de teclas. Imprímala a tamaño real (100 %), en papel Carta.";

/// «Hoja 1 de 1».
pub(crate) fn sheet(number: usize, of: usize) -> String {
    super::roster::sheet(number, of)
}

/// «Ventanilla 0.1.0».
pub fn program(version: &str) -> String {
    format!("{} {version}", super::frame::NAME)
}
