//! What stands above the columns of a sheet that leaves the program, and what is said of the file.
//!
//! The heads are those by which forms and other sheets are read in, so that what was written here can be read again.

use std::path::Path;

use super::dates;

/// Column: who it is, where the office calls it by a word that the import does not know.
pub const IDENTIFIER: &str = "Número de control";
/// Columns of both sheets.
pub const NAMES: &str = "Nombre(s)";
/// Column.
pub const FIRST_SURNAME: &str = "Apellido paterno";
/// Column.
pub const SECOND_SURNAME: &str = "Apellido materno";
/// Column.
pub const CURP: &str = "CURP";
/// Column.
pub const NSS: &str = "NSS";
/// Column: what of the numbers is missing or doubtful.
pub const PENDING: &str = "Pendiente";
/// Column.
pub const SEX: &str = "Sexo";
/// Column.
pub const BIRTH_DATE: &str = "Fecha de nacimiento";
/// Column.
pub const CAREER: &str = "Carrera";
/// Column.
pub const SEMESTER: &str = "Semestre";
/// Column.
pub const PERIOD: &str = "Periodo";
/// Column.
pub const STANDING: &str = "Situación escolar";
/// Column.
pub const UMF: &str = "UMF";
/// Column.
pub const EMAIL: &str = "Correo";
/// Column.
pub const PHONE: &str = "Teléfono";
/// Column: the one chip, with its date.
pub const STATE: &str = "Estado";
/// Column.
pub const BIRTHPLACE: &str = "Lugar de nacimiento";
/// Column.
pub const SHIFT: &str = "Turno";
/// Column.
pub const ROOM: &str = "Consultorio";
/// Column: the day on which an alta from before this register was declared.
pub const AFFILIATED: &str = "Ya afiliado";
/// Column.
pub const NSS_STATE: &str = "Estado del NSS";
/// Column.
pub const CURP_STATE: &str = "Estado de la CURP";
/// It passes every check.
pub const CURP_RIGHT: &str = "Correcta";
/// It fails one, or somebody doubts it.
pub const CURP_DOUBTFUL: &str = "Por confirmar";
/// Column: since when it is en trámite, or of which constancia.
pub const NSS_ON: &str = "Fecha del NSS";
/// Column.
pub const NSS_SHARED: &str = "Motivo del NSS repetido";
/// Column.
pub const CURP_SHARED: &str = "Motivo de la CURP repetida";
/// Column.
pub const NO_SURNAMES: &str = "Sin apellidos";
/// Column.
pub const AGREGADO: &str = "Agregado médico";
/// Column: where the clinic was read.
pub const CLINIC_SOURCE: &str = "Fuente de la UMF";
/// Column: when it was read there.
pub const CLINIC_ON: &str = "Fecha de la UMF";
/// Column of a cut.
pub const CUT: &str = "Corte";
/// Column of a cut.
pub const KIND: &str = "Tipo";
/// Column of a cut.
pub const PROGRESS: &str = "Avance";
/// Column of a cut.
pub const URGENT: &str = "Urgente";
/// Column of a cut. Not «Motivo» alone, by which the import would know a list that asks for bajas.
pub const MOTIVE: &str = "Motivo del movimiento";
/// Column of a cut.
pub const OBSERVATIONS: &str = "Observaciones";
/// What is missing or doubtful.
pub const NO_NSS: &str = "sin NSS";
/// What is missing or doubtful.
pub const NSS_IN_PROCESS: &str = "NSS en trámite";
/// What is missing or doubtful.
pub const NSS_TO_CONFIRM: &str = "NSS por confirmar";
/// What is missing or doubtful.
pub const NO_CURP: &str = "sin CURP";
/// What is missing or doubtful.
pub const CURP_TO_CONFIRM: &str = "CURP por confirmar";
/// In the columns of what is urgent and of who has no surnames.
pub const YES: &str = "sí";

/// «Exportado (Excel): 412 renglones, folio F8K2, en …». One sentence: the status bar keeps the path.
pub fn exported(rows: u64, folio: Option<&str>, path: &Path) -> String {
    let rows = match rows {
        0 => "solo los encabezados, porque la lista está vacía".to_owned(),
        1 => "1 renglón".to_owned(),
        rows => format!("{} renglones", dates::thousands(rows)),
    };
    match folio {
        Some(folio) => format!("Exportado (Excel): {rows}, folio {folio}, en {}", path.display()),
        None => format!("Exportado (CSV): {rows}, en {}", path.display()),
    }
}

/// What a file may end in.
pub fn unknown_format(file: &Path) -> String {
    format!(
        "No se exportó nada: {} no dice en qué formato. Termine el nombre en .xlsx (Excel) o .csv.",
        file.display()
    )
}

/// The file could not be written.
pub fn not_exported(folder: &Path) -> String {
    format!(
        "No se pudo escribir en {}. No se exportó nada. Revise que haya espacio y permiso en esa carpeta, y que el \
         archivo no esté abierto en Excel; después inténtelo de nuevo.",
        folder.display()
    )
}

/// The second sheet of a workbook, which tells what the first one is, and the margins of its pages.
pub mod about {
    /// The sheet with the list.
    pub const LIST_TAB: &str = "Lista";
    /// The sheet that tells of it.
    pub const TAB: &str = "Acerca de esta lista";
    /// What is told there.
    pub const CAMPUS: &str = "Plantel";
    /// What is told there.
    pub const LIST: &str = "Lista";
    /// What is told there.
    pub const FILTER: &str = "Filtro";
    /// What is told there.
    pub const ROWS: &str = "Renglones";
    /// What is told there.
    pub const DATE: &str = "Fecha";
    /// What is told there.
    pub const BY: &str = "Hecha por";
    /// What is told there.
    pub const FOLIO: &str = "Folio";
    /// What is told there: the code by which the program finds the list again.
    pub const CODE: &str = "Código";
    /// Below the code.
    pub const CODE_HINT: &str =
        "Copie el código y péguelo en la búsqueda de Ventanilla: abre otra vez esta lista.";
    /// Below everything.
    pub const CARE: &str = "Lleva NSS y CURP completos: guárdese bajo llave.";

    /// At the foot of each printed page: «Folio F8K2 · 21 nov 2026 10:30 · Lupita».
    pub fn footer(folio: &str, date: &str, by: &str) -> String {
        format!("Folio {folio} · {date} · {by}")
    }
}
