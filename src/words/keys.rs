//! The keys and what they do, as F1, the buttons and the printed card call them.

/// Shift, as it stands on Spanish keyboards.
pub const SHIFT: &str = "Mayús";
/// Control.
pub const CTRL: &str = "Ctrl";
/// The return key, also that of the numbers.
pub const ENTER: &str = "Enter";
/// Tab.
pub const TAB: &str = "Tab";
/// Escape.
pub const ESCAPE: &str = "Esc";
/// The space bar.
pub const SPACE: &str = "Espacio";
/// Arrow up.
pub const UP: &str = "flecha arriba";
/// Arrow down.
pub const DOWN: &str = "flecha abajo";

/// F1.
pub const HELP: &str = "Ayuda y teclas";
/// F2.
pub const SEARCH: &str = "Buscar";
/// F3.
pub const NEXT_RECORD: &str = "Ficha siguiente";
/// Mayús+F3.
pub const PREVIOUS_RECORD: &str = "Ficha anterior";
/// F4.
pub const NEW: &str = "Nuevo estudiante";
/// F5.
pub const REFRESH: &str = "Actualizar la lista";
/// F6.
pub const NEXT_PANE: &str = "Panel siguiente";
/// Mayús+F6.
pub const PREVIOUS_PANE: &str = "Panel anterior";
/// F7.
pub const ALTA: &str = "Alta para el corte";
/// F8.
pub const BAJA: &str = "Baja para el corte";
/// F9.
pub const PRINT: &str = "Imprimir";
/// Ctrl+P.
pub const PRINT_LIST: &str = "Imprimir la lista en pantalla; en Hoy, la hoja de la mañana";
/// Ctrl+Mayús+X.
pub const EXPORT: &str = "Exportar a Excel la lista en pantalla";
/// Ctrl+I.
pub const IMPORT: &str = "Importar una hoja de Excel o LibreOffice";
/// F12.
pub const VIGENCIA: &str = "Registrar vigencia comprobada";
/// Ctrl+U.
pub const CLINIC: &str = "UMF, turno y consultorio";
/// Ctrl+J.
pub const CHECKLIST: &str = "Lista de cotejo de la ficha";
/// Ctrl+O.
pub const CASE: &str = "Caso: por qué no está vigente, qué sigue y qué decir";
/// Ctrl+D.
pub const COMPARE: &str = "Comparar posibles duplicados";
/// Ctrl+Z.
pub const UNDO: &str = "Deshacer";
/// Ctrl+Y.
pub const REDO: &str = "Rehacer";
/// Ctrl+Enter.
pub const SAVE: &str = "Guardar";
/// Ctrl+1.
pub const GO_TODAY: &str = "Hoy";
/// Ctrl+2.
pub const GO_STUDENTS: &str = "Ir a Estudiantes";
/// Ctrl+3.
pub const GO_CUTS: &str = "Ir a Cortes";
/// Ctrl+8.
pub const GO_BACKUP: &str = "Ir a Respaldo";
/// Ctrl+9.
pub const GO_SETTINGS: &str = "Ir a Ajustes";
/// Ctrl+L.
pub const CLERK: &str = "Quién atiende";
/// Ctrl+M.
pub const MASK: &str = "Modo mostrador: NSS y CURP con sus últimos dígitos";
/// Ctrl and plus.
pub const ZOOM_IN: &str = "Agrandar las letras";
/// Ctrl and minus.
pub const ZOOM_OUT: &str = "Achicar las letras";
/// Ctrl+0.
pub const ZOOM_RESET: &str = "Letras al 100 %";

/// Where a command acts, for the table of keys.
pub mod place {
    /// Anywhere.
    pub const ANYWHERE: &str = "en cualquier lugar";
    /// With a record open or selected.
    pub const RECORD: &str = "con una ficha a la vista";
    /// In a form or a dialog.
    pub const FORM: &str = "en un formulario o un diálogo";
    /// In a list.
    pub const LIST: &str = "en una lista";
}
