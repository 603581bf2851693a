//! What was found when the register was looked through, a sentence each: by `verificar` and by «Revisar la base».

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};

use super::{dates, restore};

/// SQLite's own words, which only support can read.
pub fn damaged(said: &str) -> String {
    format!("El archivo está dañado. Detalle para soporte: {said}.")
}

/// The file lacks tables or columns.
pub fn incomplete(parts: &[String]) -> String {
    format!(
        "Al archivo le falta una parte de lo que este programa guarda. Detalle para soporte: {}.",
        parts.join(", ")
    )
}

/// A row refers to one that is not there.
pub fn orphan(table: &str) -> String {
    format!("Hay un dato sin la ficha a la que pertenece. Detalle para soporte: tabla {table}.")
}

/// A record can't be read.
pub fn unreadable(id: i64, column: &str) -> String {
    format!("Una ficha no se puede leer. Detalle para soporte: renglón {id}, {column}.")
}

/// A closed cut is not what was closed.
pub fn broken_cut(folio: &str) -> String {
    format!("El corte {folio} ya no es el que se cerró: su sello no concuerda. No envíe nada de él.")
}

/// People are told apart from others who are not told apart from them.
pub fn lopsided_pairs(rows: u64, repaired: bool) -> String {
    match (rows, repaired) {
        (_, true) => "Se completó quiénes están anotadas como personas distintas.".into(),
        (1, false) => "1 persona está anotada como distinta de otra, y la otra no de ella.".into(),
        (many, false) => format!(
            "{} personas están anotadas como distintas de otras, y las otras no de ellas.",
            dates::thousands(many)
        ),
    }
}

/// The lists of who has to be looked up don't agree with movements and checks.
pub fn stale_lists(students: u64, repaired: bool) -> String {
    match (students, repaired) {
        (_, true) => "Se rehicieron las listas de pendientes.".into(),
        (1, false) => "Las listas de pendientes no concuerdan en 1 ficha.".into(),
        (many, false) => format!(
            "Las listas de pendientes no concuerdan en {} fichas.",
            dates::thousands(many)
        ),
    }
}

/// The search doesn't agree with the records.
pub fn stale_search(records: u64, repaired: bool) -> String {
    match (records, repaired) {
        (_, true) => "Se rehízo el índice de la búsqueda.".into(),
        (0, false) => "El índice de la búsqueda no concuerda con las fichas.".into(),
        (1, false) => "La búsqueda no encuentra bien 1 ficha.".into(),
        (many, false) => {
            format!("La búsqueda no encuentra bien {} fichas.", dates::thousands(many))
        }
    }
}

/// A movement stands in a day that is no cut.
pub fn not_a_cut(movement: i64, cut: NaiveDate) -> String {
    format!(
        "Un movimiento está en el {}, que no es día de corte. Detalle para soporte: movimiento {movement}.",
        dates::long(cut)
    )
}

/// A draft of a record that is not there.
pub fn orphan_draft(repaired: bool) -> String {
    if repaired {
        "Se quitó un borrador de una ficha que ya no está.".into()
    } else {
        "Hay un borrador de una ficha que ya no está.".into()
    }
}

/// Other users of the computer can read the file.
pub fn not_private(file: &Path, repaired: bool) -> String {
    let file = file.display();
    if repaired {
        format!("{file} ya solo lo puede leer esta cuenta.")
    } else {
        format!("Otras cuentas de esta computadora pueden leer {file}.")
    }
}

/// Indexes disagree with what they are made of.
pub fn broken_indexes(repaired: bool) -> String {
    if repaired {
        "Se rehicieron los índices del archivo.".into()
    } else {
        "Los índices del archivo no concuerdan con las fichas, que están completas.".into()
    }
}

/// A copy has no manifest that can be read.
pub fn no_manifest(copy: &Path, repaired: bool) -> String {
    let copy = name(copy);
    if repaired {
        format!("La copia {copy} se revisó de nuevo y se escribió otra vez su manifiesto.")
    } else {
        format!("A la copia {copy} le falta su manifiesto, o no se puede leer.")
    }
}

/// A copy is not whole.
pub fn torn_copy(copy: &Path) -> String {
    format!(
        "La copia {} no está completa y no sirve para restaurar. Puede borrarla; las demás no dependen de ella.",
        name(copy)
    )
}

fn name(copy: &Path) -> String {
    copy.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// What to do about what can't be put right, where there is a copy that is whole.
pub fn compare(at: NaiveDateTime, today: NaiveDate) -> String {
    format!(
        "Esto no se corrige solo. La última copia íntegra es {}: en Respaldo, Enter la compara con la base de ahora.",
        restore::of_day(at, today)
    )
}

/// The same where there is none.
pub const NO_COPY: &str = "Esto no se corrige solo, y no hay una copia íntegra junto al registro. Busque una en la memoria USB \
                           de las copias, o pida ayuda a soporte sin borrar nada.";

/// The dialog that tells of what was found.
pub mod dialog {
    /// Its title.
    pub const TITLE: &str = "Revisión de la base";
    /// While it goes on.
    pub const LOOKING: &str = "Se revisa toda la base…";
    /// Above what is wrong.
    pub const FOUND: &str = "Lo que se encontró";
    /// Above what was put right.
    pub const REPAIRED: &str = "Lo que se corrigió";
    /// Above what is wrong still.
    pub const LEFT: &str = "Lo que queda";
    /// What putting it right does.
    pub const WHAT: &str = "Corregir rehace índices, listas y manifiestos de copias, y quita borradores sin ficha. Las fichas y los movimientos no \
                            cambian.";
    /// The verb.
    pub const REPAIR: &str = "Corregir lo que se puede";
    /// Nothing is left.
    pub const NOW_SOUND: &str = "La base quedó bien.";
}
