//! The help of `respaldo`, but for `restaurar`.

/// `respaldo crear`.
pub const MAKE: &str = "Hace una copia verificada, y otra cifrada en el otro lugar si se eligió uno";
/// `--en`.
pub const MAKE_IN: &str = "Deja la copia cifrada en esta memoria o carpeta, solo por esta vez";
/// `respaldo listar`.
pub const LIST: &str = "Lista las copias con su fecha y cuántos estudiantes tienen";
/// The folder.
pub const LIST_FOLDER: &str = "La memoria o carpeta donde buscar; si falta, las de este registro";
/// `respaldo probar`.
pub const TRY: &str = "Restaura una copia aparte, la compara y trabaja con ella; sus datos no cambian";
/// The copy.
pub const TRY_COPY: &str = "El archivo de la copia; si falta, la última";
/// `respaldo clave`.
pub const KEY: &str = "La clave que abre las copias cifradas";
/// `respaldo clave crear`.
pub const KEY_MAKE: &str = "Hace una clave y escribe su hoja de rescate";
/// `--salida`.
pub const KEY_SHEET: &str = "El PDF de la hoja; si ya existe, se reemplaza. Imprímalo y pruébelo";
/// `respaldo clave probar`.
pub const KEY_TRY: &str = "Prueba la hoja: se escriben sus tres primeros grupos en la entrada estándar";
