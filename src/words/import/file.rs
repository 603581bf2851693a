//! Why a file can't be read, and what to do with it.

use crate::words::dates;

/// It is not there.
pub const MISSING: &str = "Ese archivo ya no está en esa carpeta. Elija otro, o revise la ruta.";
/// The system does not give it.
pub const UNREADABLE: &str = "El sistema no permite leer ese archivo. Si está abierto en Excel, ciérrelo; si está en una \
                              memoria, revise que siga conectada.";
/// It is something else.
pub const NOT_A_SHEET: &str = "Ese archivo no es una hoja de cálculo. Se leen Excel (.xlsx, .xls), LibreOffice (.ods) y texto \
                               (.csv). Guárdelo en uno de esos formatos.";
/// It is cut short.
pub const DAMAGED: &str = "El archivo está incompleto o dañado y no se leyó. Descárguelo de nuevo, o ábralo en Excel y \
                           guárdelo otra vez.";
/// It has a password.
pub const PASSWORD: &str = "El archivo está protegido con contraseña. Ábralo en Excel, quite la contraseña y guárdelo \
                            otra vez.";
/// Nothing is in it.
pub const EMPTY: &str = "El archivo está vacío: ninguna de sus hojas tiene datos. Elija otro.";
/// Too many cells.
pub const TOO_MANY_CELLS: &str = "La hoja tiene demasiadas celdas. Deje solo los renglones y columnas que hacen falta, y \
                                  guárdela otra vez.";

/// It says that it would become too large.
pub fn too_large(bytes: u64) -> String {
    format!(
        "El archivo ocuparía {} MB al abrirse, más de lo que una lista de estudiantes necesita, y no se abrió. Copie \
         solo los datos a un archivo nuevo.",
        dates::thousands(bytes >> 20)
    )
}
