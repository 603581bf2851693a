//! A sheet on its way into the register: why a row waits, what is remarked about it, what was saved.

mod causes;
mod figures;
pub mod file;
pub mod held;

use chrono::NaiveDateTime;

use super::dates;
use crate::domain::import::{Column, ImportKind, Verdict};
pub use causes::{cause, cause_detail, cause_explained, decision, note, other, proposal, shown, value, why};
pub use figures::{Saved, counted_lines, done, done_in_a_line, existed, noted, outlook};

/// What the sheet asks for.
pub fn kind(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Altas => "Altas",
        ImportKind::Bajas => "Bajas",
        ImportKind::Enrolled => "Inscritos",
    }
}

/// What a sheet of that kind does.
pub fn kind_detail(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Altas => "registra o actualiza; el alta se prepara si usted lo dice",
        ImportKind::Bajas => "prepara la baja de quienes ya tienen ficha",
        ImportKind::Enrolled => "reinscribe, avanza el semestre y propone la baja de los que faltan",
    }
}

/// What a column holds, as a clerk chooses it.
pub fn column(column: Column) -> &'static str {
    match column {
        Column::Identifier => "Número de control",
        Column::FullName => "Nombre completo",
        Column::FirstSurname => "Apellido paterno",
        Column::SecondSurname => "Apellido materno",
        Column::Surnames => "Los dos apellidos",
        Column::GivenNames => "Nombre(s)",
        Column::NoSurnames => "Sin apellidos",
        Column::Curp => "CURP",
        Column::Nss => "NSS",
        Column::Sex => "Sexo",
        Column::BirthDate => "Fecha de nacimiento",
        Column::Birthplace => "Lugar de nacimiento",
        Column::Career => "Carrera",
        Column::Semester => "Semestre",
        Column::Period => "Periodo",
        Column::Standing => "Situación escolar",
        Column::Umf => "UMF",
        Column::Shift => "Turno de la UMF",
        Column::Room => "Consultorio",
        Column::Agregado => "Agregado médico",
        Column::ClinicSource => "Fuente de la UMF",
        Column::ClinicOn => "Fecha de la UMF",
        Column::Email => "Correo",
        Column::Phone => "Teléfono",
        Column::Timestamp => "Cuándo respondió",
        Column::OtherInsurance => "Otro seguro",
        Column::Motive => "Motivo de la baja",
        Column::Affiliated => "Ya afiliado",
        Column::NssState => "Estado del NSS",
        Column::NssOn => "Fecha del NSS",
        Column::NssShared => "Motivo del NSS repetido",
        Column::CurpState => "Estado de la CURP",
        Column::CurpShared => "Motivo de la CURP repetida",
    }
}

/// A column that is not used.
pub const NOT_USED: &str = "no se usa";

/// What becomes of a row, in a word.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::New => "nuevo",
        Verdict::Changes => "cambia",
        Verdict::Same => "igual",
        Verdict::Known => "ya importado",
        Verdict::Held => "por decidir",
        Verdict::Aside => "apartado",
        Verdict::Superseded => "vale otra respuesta",
    }
}

/// The same file was imported before, and nothing is left to do.
pub fn same_file(at: NaiveDateTime) -> String {
    format!(
        "Este archivo ya se importó el {}. No hay cambios.",
        dates::day_month(at.date())
    )
}

/// The register changed while the plan was on the screen.
pub const OUTDATED: &str = "Mientras lo revisaba, el registro cambió. No se guardó nada: el plan se hizo de nuevo y es el que \
                            ve ahora. Revíselo y vuelva a guardar.";

/// Somebody stopped it.
pub const STOPPED: &str = "Se detuvo. No se guardó nada.";

/// No column says who somebody is.
pub const NOTHING_RECOGNISED: &str = "No se reconoció quién es cada quien. Diga qué columna es el número de control, la CURP \
                                      o el NSS, y cuál el nombre.";

/// Headers and nothing below.
pub const NO_ROWS: &str =
    "La hoja tiene encabezados y ningún renglón. Elija otra hoja del archivo u otro archivo.";

/// The copy that comes before an import could not be made, or could not be read again.
pub const NO_COPY: &str = "No se pudo hacer la copia verificada que va antes de importar, así que no se guardó nada. Revise \
                           que haya espacio en el disco e inténtelo de nuevo.";

/// The file has been imported before, and something of it is news.
pub fn imported_before(at: NaiveDateTime) -> String {
    format!("Este archivo ya se importó el {}.", dates::day_month(at.date()))
}

/// «De Inscritos antes.xlsx a Inscritos ahora.xlsx»
pub fn compared(before: &str, now: &str) -> String {
    format!("De {before} a {now}")
}

/// On the later of two sheets alone.
pub const NEW_ON_SHEET: &str = "nuevos";
/// On the earlier one alone.
pub const GONE_FROM_SHEET: &str = "ya no están";
/// On both, and not the same.
pub const CHANGED_ON_SHEET: &str = "cambian";
/// On both, the same.
pub const SAME_ON_SHEETS: &str = "iguales";
