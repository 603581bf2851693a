//! What stands around the settings on their screen and in their dialogs.

/// Above the names of the settings.
pub const SETTING: &str = "Ajuste";
/// Above their values.
pub const VALUE: &str = "Valor";
/// Above their states.
pub const STATE: &str = "Estado";
/// Below the groups.
pub const COUNT_NOTE: &str = "El número cuenta lo que sigue sin confirmar.";
/// The button that changes a setting.
pub const CHANGE: &str = "Cambiar";
/// The button that adds to a list.
pub const ADD: &str = "Agregar";
/// The button that ticks a value.
pub const CONFIRM: &str = "Confirmar";
/// The button that puts a value back.
pub const RESET: &str = "Valor de inicio";
/// The button that takes an item out of a list.
pub const REMOVE: &str = "Quitar";
/// The button of the dialog that asks for a file.
pub const BROWSE: &str = "Examinar…";
/// The title of the system's dialog.
pub const BROWSE_TITLE: &str = "Elegir el logotipo";
/// The row of the sample, and the title of its dialog.
pub const SAMPLE: &str = "Probar el formato con una muestra";
/// What the row says until one has agreed.
pub const NO_SAMPLE_YET: &str = "sin probar: cada archivo sale de prueba";
/// What it says from then on.
pub const SAMPLE_AGREES: &str = "una muestra coincidió";
/// The button that holds a sample against the layout.
pub const TRY_SAMPLE: &str = "Probar";
/// The field of its path.
pub const SAMPLE_FILE: &str = "Archivo de muestra";
/// Below that field.
pub const SAMPLE_HINT: &str =
    "La ruta de un archivo de altas o bajas que el IMSS haya aceptado. Solo se lee.";
/// Beside the buttons.
pub const UNDOABLE: &str = "Ctrl+Z deshace cada cambio.";
/// Beside the buttons of the look.
pub const NOT_UNDOABLE: &str = "Ctrl+Z no cambia la apariencia.";
/// A value that nobody has ticked.
pub const CONFIRM_NOTE: &str = "Se usa así mientras alguien del plantel lo confirma con Espacio.";
/// Beside a statutory holiday.
pub const BY_LAW: &str = "por ley";
/// Below one.
pub const LAW_NOTE: &str = "Descanso obligatorio (Ley Federal del Trabajo, artículo 74). Las jornadas electorales se agregan arriba.";
/// A field without a value.
pub const CHANGE_TITLE: &str = "Cambiar un ajuste";
/// Its button.
pub const SAVE: &str = "Guardar";
/// Who is at the window.
pub const WHO: &str = "¿Quién atiende? Escriba la inicial.";
/// Above the field.
pub const WHO_FIELD: &str = "Inicial, o un nombre nuevo";
/// Below the names.
pub const WHO_NOTE: &str = "Los nombres se corrigen y se quitan en Ajustes (Ctrl+9), Quién atiende.";
/// The button of the dialog.
pub const ATTEND: &str = "Atender";
