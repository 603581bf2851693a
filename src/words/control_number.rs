//! A número de control in place of a provisional folio.

/// The dialog's title, and the button that opens it.
pub const TITLE: &str = "Asignar número de control";
/// In the dialog: what becomes of the folio.
pub fn instead_of(folio: &str) -> String {
    format!("En lugar del folio {folio}, que la búsqueda y las hojas ya impresas siguen encontrando.")
}

/// «Se asignó 26230123 a Ramírez Soto, Ana Lucía, en lugar del folio P20260001.»
pub fn assigned(number: &str, name: &str, folio: &str) -> String {
    format!("Se asignó {number} a {name}, en lugar del folio {folio}.")
}

/// What history says: «Lupita asignó 26230123 en lugar del folio P20260001».
pub fn told(clerk: &str, number: &str, folio: &str) -> String {
    format!("{clerk} asignó {number} en lugar del folio {folio}")
}

/// The number is somebody else's.
pub fn taken(holder: &str, number: &str) -> String {
    format!("{number} ya es de {holder}. Compruebe el número en el documento de la escuela y corríjalo.")
}

/// There is no folio to replace.
pub fn not_provisional(identifier: &str) -> String {
    format!("Ya tiene número de control: {identifier}. Si está mal escrito, corríjalo en la ficha.")
}
