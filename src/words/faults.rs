//! The file, the folder, the program itself: what happened, what to do now; a code last, for support.

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};

use super::dates;

/// No register in the folder, for the console.
pub fn missing(folder: &Path) -> String {
    format!(
        "En {} no hay un registro de Ventanilla. Abra la ventana para crearlo, o indique otra carpeta con --datos.",
        folder.display()
    )
}

/// A register is there already.
pub fn exists(folder: &Path) -> String {
    format!(
        "En {} ya hay un registro, y no se reemplaza. Indique otra carpeta.",
        folder.display()
    )
}

/// Another window writes.
pub fn another_window() -> String {
    "Ventanilla ya está abierta en esta computadora. Use esa ventana; esta se cerrará.".into()
}

/// Another window writes, and the console would too.
pub fn another_writer() -> String {
    "La ventana está abierta y es la que guarda. Consultar sí se puede.".into()
}

/// The file is of a newer program.
pub fn newer(found: i64, known: i64) -> String {
    format!(
        "Este registro lo guardó una versión más nueva de Ventanilla (formato {found}; esta conoce hasta el {known}). \
         Sus datos no cambiaron. Actualice el programa en esta computadora y ábralo de nuevo."
    )
}

/// The file is no register.
pub fn not_a_register(file: &Path) -> String {
    format!(
        "El archivo {} está dañado o no es un registro de Ventanilla, y no se tocó. Sus copias están en la carpeta \
         «copias», junto a él: abra la ventana, que ofrece restaurar la última.",
        file.display()
    )
}

/// The file is damaged.
pub fn damaged() -> String {
    "El archivo del registro está dañado y no se escribió en él. Cierre Ventanilla y ábrala de nuevo: si no \
     se abre, ofrece restaurar la última copia; si se abre, revise la base en Respaldo, con B."
        .into()
}

/// The folder or the file can't be written.
pub fn not_writable(place: &Path) -> String {
    let place = if place.as_os_str().is_empty() {
        "la carpeta de datos".to_owned()
    } else {
        place.display().to_string()
    };
    format!(
        "No se puede escribir en {place}. Lo guardado está a salvo; esto último no se guardó. Revise los permisos de \
         la carpeta o que el disco no esté protegido, e inténtelo de nuevo."
    )
}

/// The disk is full.
pub fn disk_full() -> String {
    "No queda espacio en el disco y esto último no se guardó; lo anterior está a salvo. Libere al menos 200 MB e \
     inténtelo de nuevo."
        .into()
}

/// Nobody has that identifier.
pub fn no_such_student(typed: &str) -> String {
    format!(
        "No hay nadie con el número «{typed}». Búsquelo por nombre, o regístrelo si es una persona nueva."
    )
}

/// Something that nobody foresaw.
pub fn unknown() -> String {
    "Algo no salió como se esperaba y no se guardó nada de esta operación. Puede intentarlo de nuevo.".into()
}

/// A page of the window could not be drawn.
pub const NOT_DRAWN: &str = "Esta pantalla no se pudo mostrar";
/// Leaves it.
pub const GO_BACK: &str = "Volver";

/// The same, in full.
pub fn not_drawn() -> &'static str {
    "Lo guardado está a salvo, y lo que estaba escribiendo queda como borrador. Esc vuelve a donde estaba; si esta \
     pantalla no aparece, cierre Ventanilla y ábrala de nuevo."
}

/// The small line for support, after everything else.
pub fn support(code: &str) -> String {
    format!("Detalle para soporte: {code}.")
}

/// The program stopped by itself.
pub fn stopped(log: &Path) -> String {
    format!(
        "Ventanilla se detuvo por un problema interno. Lo guardado está a salvo, y lo que estaba escribiendo quedó \
         como borrador. Ábrala de nuevo; si vuelve a pasar, mande a soporte el archivo {}.",
        log.display()
    )
}

/// The system doesn't say where a user's data belong.
pub fn no_data_folder() -> String {
    "El sistema no indica dónde guardar los datos. Indique la carpeta con --datos CARPETA.".into()
}

/// The data folder is carried to other computers.
pub fn synced_folder(folder: &Path, service: &str) -> String {
    format!(
        "La carpeta de datos ({}) está dentro de {service}, que la lleva a otras computadoras. Si cambia mientras \
         Ventanilla la usa, el registro puede dañarse: muévala a una carpeta propia de esta computadora.",
        folder.display()
    )
}

/// The data folder is on another computer.
pub fn network_folder(folder: &Path) -> String {
    format!(
        "La carpeta de datos ({}) está en otra computadora de la red. Si la conexión se corta, o si dos computadoras \
         escriben, el registro puede dañarse: muévala a una carpeta propia de esta computadora.",
        folder.display()
    )
}

/// The computer's date is before the last act.
pub fn clock_is_behind(today: NaiveDate, last: NaiveDateTime) -> String {
    format!(
        "Esta computadora dice que hoy es {}, y lo último se guardó el {} a las {}. Nada se perdió. Revise la fecha de \
         la computadora antes de seguir: de ella dependen los cortes y los plazos.",
        dates::long(today),
        dates::long(last.date()),
        last.format("%H:%M")
    )
}

/// Work that writes much, on a disk that is nearly full.
pub mod nearly_full {
    /// Before an import.
    pub fn to_import(megabytes: u64) -> String {
        before(megabytes, "importar")
    }

    /// Before a copy.
    pub fn to_copy(megabytes: u64) -> String {
        before(megabytes, "hacer la copia")
    }

    /// Before a cut is closed.
    pub fn to_close(megabytes: u64) -> String {
        before(megabytes, "cerrar el corte")
    }

    fn before(megabytes: u64, work: &str) -> String {
        format!(
            "Queda muy poco espacio en el disco. Para proteger sus datos, libere al menos {megabytes} MB antes de {work}."
        )
    }
}
