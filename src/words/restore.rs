//! A copy in the place of the register: which copies there are, what would be lost, why one was not used, what was done.

use chrono::{NaiveDate, NaiveDateTime};

use super::copies;
use super::dates::{self, counted};
use super::journal;
use crate::domain::act::ActKind;
use crate::domain::comparison::{Comparison, Side, Subject, Tally};

/// What a copy is told by, before it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyFacts<'a> {
    /// The campus' name.
    pub campus: &'a str,
    /// How many students it holds.
    pub students: u64,
    /// Its last change, or when it was made, for one of an earlier version.
    pub last_change: NaiveDateTime,
    /// Whether it is as long as it has to be.
    pub is_whole: bool,
}

/// «Plantel Ejemplo, 3,412 estudiantes, último cambio 20 nov 18:03, íntegra».
pub fn copy_line(copy: CopyFacts<'_>, today: NaiveDate) -> String {
    format!(
        "{}, {}, último cambio {}, {}",
        copy.campus,
        copies::students(copy.students),
        moment(copy.last_change, today),
        state(copy.is_whole)
    )
}

/// «íntegra», or not.
pub fn state(is_whole: bool) -> &'static str {
    if is_whole { "íntegra" } else { "incompleta" }
}

/// A file without a manifest.
pub const NO_MANIFEST: &str = "sin manifiesto; se revisa al elegirla";
/// It is what another copy took the place of.
pub const KEPT: &str = "lo que había antes de restaurar o de actualizar";

/// «Plantel Ejemplo, 3,412 estudiantes, íntegra».
pub fn copy_title(campus: &str, students: u64, is_whole: bool) -> String {
    format!("{campus}, {}, {}", copies::students(students), state(is_whole))
}

/// «Último cambio: 20 nov 18:03 · copia del 20 nov 18:30».
pub fn last_change(last: NaiveDateTime, made: NaiveDateTime, today: NaiveDate) -> String {
    if last == made {
        return format!("Último cambio: {}", moment(last, today));
    }
    format!(
        "Último cambio: {} · copia del {}",
        moment(last, today),
        moment(made, today)
    )
}

/// «copias · ventanilla-20261120-183000.db».
pub fn place_of(copy: &std::path::Path) -> String {
    let name = copy.file_name().unwrap_or_default().to_string_lossy();
    match copy.parent().and_then(std::path::Path::file_name) {
        Some(folder) => format!("{} · {name}", folder.to_string_lossy()),
        None => name.into_owned(),
    }
}

/// A path can be typed.
pub const PLACE: &str = "O escriba dónde está";
/// In its empty box.
pub const PLACE_HINT: &str = "carpeta o archivo";
/// Below it.
pub const SECRET_LATER: &str =
    "Si está cifrada, después pediremos la clave de la hoja de rescate o la frase de la mudanza.";
/// Enter in the empty box.
pub const PLACE_MISSING: &str = "Escriba la carpeta o el archivo de la copia.";
/// While a copy is opened and compared.
pub const TRYING: &str = "Abriendo la copia y revisándola…";
/// While the present register is kept.
pub const KEEPING: &str = "Guardando lo que hay ahora, antes de restaurar…";
/// The key of a sealed copy.
pub const KEY: &str = "Clave de la hoja de rescate";
/// Below it.
pub const KEY_HINT: &str =
    "Los grupos de letras y cifras, en su orden. Los espacios y los guiones no cuentan.";
/// The passphrase of a Mudanza.
pub const PASSPHRASE: &str = "Frase de la mudanza";
/// Below it.
pub const PASSPHRASE_HINT: &str = "Como se escribió al hacerla; las mayúsculas y los acentos cuentan.";
/// Opens a sealed copy.
pub const OPEN: &str = "Abrir";
/// Puts a copy in the register's place.
pub const REPLACE: &str = "Restaurar esta copia";
/// Puts a copy where there is nothing.
pub const RESTORE_HERE: &str = "Recuperar esta copia";
/// Shows a copy.
pub const LOOK: &str = "Ver la copia";
/// Leaves a copy that was chosen.
pub const BACK_KEY: &str = "Esc: elegir otra copia";

/// Which sheet opens a sealed copy; the mark stands on the sheet.
pub fn key_of_sheet(mark: &str) -> String {
    match mark {
        "" => "Esta copia está cifrada: se abre con la clave de la hoja de rescate.".into(),
        mark => format!("Esta copia está cifrada: se abre con la clave de la hoja de rescate {mark}."),
    }
}

/// The register does not open, or is not there: the room in which that is said.
pub mod room {
    use std::path::Path;

    use chrono::NaiveDateTime;

    use crate::words::dates;

    /// Its copies are there, or what it left, and it is not.
    pub fn missing(folder: &Path) -> String {
        format!(
            "En {} están las copias del registro, y el registro no: alguien lo movió o lo borró. No se creó otro vacío.",
            folder.display()
        )
    }

    /// There was a register, and neither it nor a copy is there.
    pub fn missing_without_copies(folder: &Path) -> String {
        format!(
            "En {} hubo un registro y ya no está, ni hay copias suyas. Si se movió, regréselo a esa carpeta y abra de \
             nuevo; si tiene una copia, escriba dónde está.",
            folder.display()
        )
    }

    /// It can't be read.
    pub fn damaged(file: &Path) -> String {
        format!(
            "El archivo {} está dañado o no es un registro de Ventanilla. No se tocó, y se guardará aparte.",
            file.display()
        )
    }

    /// Its folder, or itself, can't be written.
    pub fn not_writable(place: &Path) -> String {
        format!(
            "No se puede escribir en {}, y por eso el registro no se abrió. Revise los permisos de la carpeta, o que el \
             disco no esté protegido, y abra de nuevo. Mientras, puede ver la última copia.",
            place.display()
        )
    }

    /// What can be done with the copies below.
    pub const CHOOSE: &str = "Elija una copia y presione Enter: se abre aparte, se revisa y le decimos qué cambiaría antes de \
                              restaurarla. V la muestra sin cambiar nada.";
    /// The same where nothing may be replaced.
    pub const ONLY_LOOK: &str = "V muestra la copia elegida sin cambiar nada.";
    /// Starts without any of it.
    pub const BEGIN: &str = "Empezar un registro nuevo";
    /// Tries again to open the register.
    pub const AGAIN: &str = "Abrir de nuevo";

    /// Above a copy that is only looked at.
    pub fn looking_at(last_change: NaiveDateTime) -> String {
        format!(
            "Está viendo la copia del {}. Se puede consultar; aquí no se guarda nada.",
            dates::moment_year(last_change)
        )
    }

    /// In the status bar of one.
    pub const LOOKED_AT: &str = "Copia, solo para ver";
    /// Leaves it.
    pub const STOP_LOOKING: &str = "Volver";
}

/// Beside the start, in the first run.
pub mod first {
    /// Heading.
    pub const TITLE: &str = "Tengo una copia";
    /// Below it.
    pub const WHERE: &str = "¿Es una computadora nueva? Conecte la memoria con su copia; la buscamos aquí.";
}

/// «20 nov 18:03», with the year where it is another one.
pub fn moment(at: NaiveDateTime, today: NaiveDate) -> String {
    use chrono::Datelike;

    if at.year() == today.year() {
        dates::moment(at)
    } else {
        dates::moment_year(at)
    }
}

/// In a sentence: «de ayer a las 18:00».
pub fn of_day(at: NaiveDateTime, today: NaiveDate) -> String {
    let day = match (today - at.date()).num_days() {
        0 => "de hoy".to_owned(),
        1 => "de ayer".to_owned(),
        _ => format!("del {}", dates::long(at.date())),
    };
    format!("{day} a {}", dates::at(at.time()))
}

/// Why a copy was not used. «Este archivo no está completo y no se usó. Sus datos no cambiaron.»
pub const NOT_WHOLE: &str = "Este archivo no está completo y no se usó. Sus datos no cambiaron.";

/// The last copy that is whole, after [`NOT_WHOLE`], where Enter opens it.
pub fn whole_one(at: NaiveDateTime, today: NaiveDate) -> String {
    format!(
        "La copia anterior, {}, está íntegra: ábrala con Enter.",
        of_day(at, today)
    )
}

/// The same where there is no key to press.
pub fn whole_one_named(at: NaiveDateTime, name: &str, today: NaiveDate) -> String {
    format!("La copia anterior, {}, está íntegra: {name}.", of_day(at, today))
}

/// It is no register at all.
pub const FOREIGN: &str = "Este archivo no es un registro de Ventanilla y no se usó. Sus datos no cambiaron. Elija uno \
                           cuyo nombre empiece con «ventanilla».";

/// A newer program made it.
pub fn newer(found: i64, known: i64) -> String {
    format!(
        "Esta copia la hizo una versión más nueva de Ventanilla (formato {found}; esta conoce hasta el {known}). No se \
         usó y sus datos no cambiaron. Actualice el programa en esta computadora y elija la copia de nuevo."
    )
}

/// There is no such file.
pub fn not_there(path: &std::path::Path) -> String {
    format!(
        "En {} no hay un archivo. Revise el nombre, o conecte la memoria en la que está.",
        path.display()
    )
}

/// It is sealed to the office's key.
pub const KEY_WANTED: &str = "Esta copia está cifrada. Escriba la clave de la hoja de rescate del plantel.";
/// It is sealed with a passphrase.
pub const PASSPHRASE_WANTED: &str =
    "Este archivo está cifrado con una frase. Escríbala como se escribió al hacerlo.";
/// It is sealed to another key.
pub const WRONG_KEY: &str = "Esta clave no abre esta copia, y nada cambió. Busque la hoja de rescate que estaba vigente \
                             cuando se hizo.";
/// The letters of a key don't agree with each other.
pub const KEY_MISTYPED: &str = "Las letras de la clave no concuerdan entre sí: alguna es otra en la hoja. Compárelas grupo \
                                por grupo.";

/// A key is too short or too long.
pub fn key_length(found: usize) -> String {
    format!(
        "La clave de la hoja lleva 58 letras y cifras; aquí hay {found}. Escriba todos los grupos, en su orden."
    )
}

/// No key has that letter.
pub fn key_letter(letter: char) -> String {
    format!("Ninguna clave lleva «{letter}». Compárela con la hoja: se parece a otra letra o cifra.")
}

/// Something was saved meanwhile.
pub const OUTDATED: &str = "Mientras tanto se guardó algo más en el registro, y no se reemplazó nada. Compare las dos otra \
                            vez.";
/// Somebody else has the register open.
pub const IN_USE: &str = "Otro programa tiene abierto el registro, y no se reemplazó nada. Cierre las otras ventanas y \
                          consultas de Ventanilla, e inténtelo de nuevo.";
/// Ctrl+Z after a restoration.
pub const NOT_UNDONE: &str = "Se restauró una copia; la base anterior está guardada en Respaldo. Ctrl+Z otra vez deshace lo \
                              anterior.";
/// The same on the console.
pub const NOT_UNDONE_CONSOLE: &str = "Se restauró una copia; la base anterior está guardada en la carpeta «copias». Repita \
                                      «deshacer» para deshacer lo anterior.";

/// An act was asked for while a copy is only looked at.
pub fn only_a_copy(at: NaiveDateTime) -> String {
    format!(
        "Está viendo la copia del {}: aquí no se guarda nada. Para trabajar, restaure una copia.",
        dates::moment_year(at)
    )
}

/// What the copy was found to be, after it was opened and checked.
pub fn checked(is_vouched: bool) -> &'static str {
    if is_vouched {
        "La copia se abrió, se revisó y coincide con su manifiesto."
    } else {
        "La copia se abrió y se revisó. No trae un manifiesto con el cual compararla."
    }
}

/// Heads of the two sides.
pub const HERE: &str = "Registro de ahora";
/// Heads of the two sides.
pub const THERE: &str = "Copia";

/// «3,412 estudiantes, 412 movimientos, último cambio 20 nov 18:03».
pub fn side(side: &Side, today: NaiveDate) -> String {
    let last = match side.last_change {
        Some(at) => format!("último cambio {}", moment(at, today)),
        None => "sin cambios".to_owned(),
    };
    format!(
        "{}, {}, {last}",
        copies::students(side.students),
        counted(side.movements, "movimiento", "movimientos")
    )
}

/// What the replacement would do, a sentence for each way in which the two differ.
pub fn differences(comparison: &Comparison) -> Vec<String> {
    if comparison.is_even() {
        return vec!["La copia y el registro tienen lo mismo: no se pierde nada.".into()];
    }
    let mut said = Vec::new();
    if comparison.is_of_another_register() {
        said.push(
            "Esta copia es de otro registro: nada de lo que hay en uno salió del otro. Compruebe que es la del plantel."
                .into(),
        );
    }
    let told = |of: fn(&Tally) -> u64| {
        let counts = comparison.tallies.iter().map(|tally| (tally.subject, of(tally)));
        let counts: Vec<String> = counts
            .filter(|(_, count)| *count > 0)
            .map(|(subject, count)| subject_count(subject, count))
            .collect();
        (!counts.is_empty()).then(|| counts.join(", "))
    };
    if let Some(lost) = told(|tally| tally.lost) {
        said.push(format!("Se perdería: {lost}."));
    }
    if let Some(changed) = told(|tally| tally.changed) {
        said.push(format!("Quedaría como en la copia: {changed}."));
    }
    if let Some(back) = told(|tally| tally.back) {
        said.push(format!("Volvería: {back}."));
    }
    if said.is_empty() {
        said.push("Solo cambia la historia: los datos son los mismos.".into());
    }
    said
}

/// The register can't be read, so nothing can be compared.
pub const NOTHING_TO_COMPARE: &str = "El registro de ahora no se puede leer, y por eso no se puede decir qué se perdería. \
                                      Se guarda aparte tal como está.";
/// There is no register.
pub const NOTHING_HERE: &str = "Aquí no hay un registro que se pierda.";

/// Above the acts that only the register has.
pub fn acts_lost(count: u64) -> String {
    match count {
        1 => "Lo último que solo está en el registro de ahora (1 acto):".into(),
        count => format!(
            "Lo último que solo está en el registro de ahora ({} actos):",
            dates::thousands(count)
        ),
    }
}

/// Above the acts that only the copy has.
pub fn acts_back(count: u64) -> String {
    match count {
        1 => "Lo último que solo está en la copia (1 acto):".into(),
        count => format!(
            "Lo último que solo está en la copia ({} actos):",
            dates::thousands(count)
        ),
    }
}

/// «21 nov 10:42 · Lupita registró la ficha · Ramírez Soto, Ana Lucía». `line` tells an act about one student.
pub fn act(at: NaiveDateTime, line: &str, student: Option<&str>, today: NaiveDate) -> String {
    let student = student.map(|name| format!(" · {name}")).unwrap_or_default();
    format!("{} · {line}{student}", moment(at, today))
}

/// What was done in an act that is about nobody, or about many.
pub fn act_of_many(clerk: &str, kind: ActKind, of: Option<ActKind>, sheet: Option<&str>) -> String {
    match (kind, of, sheet) {
        (ActKind::Import, _, Some(sheet)) => format!("{clerk} importó {sheet}"),
        (ActKind::UndoImport, _, Some(sheet)) => format!("{clerk} deshizo la importación de {sheet}"),
        (ActKind::SendDispatch, ..) => format!("{clerk} registró un envío"),
        (ActKind::CorrectSending, ..) => format!("{clerk} corrigió un envío"),
        (ActKind::Edit | ActKind::Assign, ..) => format!("{clerk} corrigió varias fichas"),
        (ActKind::QueueAlta, ..) => format!("{clerk} preparó varias altas"),
        (ActKind::QueueBaja, ..) => format!("{clerk} preparó varias bajas"),
        (ActKind::Undo | ActKind::Redo, Some(of), _) => {
            journal::turned_back(clerk, of, kind == ActKind::Redo)
        }
        _ => journal::did(clerk, kind, &[]),
    }
}

/// It was done, and a verified copy of what was there is kept.
pub const RESTORED: &str = "Se restauró una copia; la base anterior está guardada en Respaldo.";
/// It was done, and what could not be read is kept as it was.
pub const RESTORED_ASIDE: &str =
    "Se restauró una copia; el archivo dañado está guardado aparte, en la carpeta «copias».";

/// It was done where there was nothing.
pub fn restored_anew(at: NaiveDateTime, students: u64) -> String {
    format!(
        "Se restauró la copia del {}: {}.",
        dates::moment_year(at),
        copies::students(students)
    )
}

/// What to do next.
pub fn next(last_change: NaiveDateTime, today: NaiveDate, acts_lost: u64) -> String {
    match acts_lost {
        0 => "Puede seguir trabajando.".into(),
        _ => format!(
            "Puede seguir trabajando. Lo hecho después del {} hay que volver a capturarlo.",
            moment(last_change, today)
        ),
    }
}

fn subject_count(subject: Subject, count: u64) -> String {
    let (one, many) = match subject {
        Subject::Students => ("ficha", "fichas"),
        Subject::Movements => ("movimiento", "movimientos"),
        Subject::Checks => ("comprobación de vigencia", "comprobaciones de vigencia"),
        Subject::Checklist => ("renglón de cotejo", "renglones de cotejo"),
        Subject::Cases => ("caso", "casos"),
        Subject::CaseNotes => ("nota de un caso", "notas de casos"),
        Subject::Closings => ("corte cerrado", "cortes cerrados"),
        Subject::Dispatches => ("envío", "envíos"),
        Subject::Papers => ("papel con folio", "papeles con folio"),
        Subject::Imports => ("importación", "importaciones"),
        Subject::Undecided => ("hoja por decidir", "hojas por decidir"),
        Subject::Notices => ("aviso por correo", "avisos por correo"),
        Subject::Clinics => ("clínica", "clínicas"),
        Subject::Settings => ("ajuste", "ajustes"),
        Subject::Distinct => (
            "anotación de personas distintas",
            "anotaciones de personas distintas",
        ),
        Subject::Drafts => ("borrador", "borradores"),
    };
    counted(count, one, many)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    #[test]
    fn a_copy_is_told_by_campus_people_and_last_change() {
        let copy = CopyFacts {
            campus: "Plantel Ejemplo",
            students: 3412,
            last_change: at("2026-11-20T18:03:00"),
            is_whole: true,
        };
        assert_eq!(
            copy_line(copy, today()),
            "Plantel Ejemplo, 3,412 estudiantes, último cambio 20 nov 18:03, íntegra"
        );
    }

    #[test]
    fn the_copy_before_is_told_by_its_day() {
        assert_eq!(
            format!("{NOT_WHOLE} {}", whole_one(at("2026-11-20T18:00:00"), today())),
            "Este archivo no está completo y no se usó. Sus datos no cambiaron. La copia anterior, de ayer a las 18:00, \
             está íntegra: ábrala con Enter."
        );
        assert_eq!(of_day(at("2026-11-21T13:05:00"), today()), "de hoy a las 13:05");
        assert_eq!(
            of_day(at("2026-09-01T01:30:00"), today()),
            "del 1 de septiembre de 2026 a la 1:30"
        );
    }

    #[test]
    fn what_would_be_lost_is_told_by_kind() {
        let side = |acts| Side {
            campus: "Plantel Ejemplo".into(),
            students: 3,
            movements: 0,
            acts,
            last_change: None,
        };
        let mut comparison = Comparison {
            here: side(9),
            there: side(5),
            shared_acts: 5,
            acts_lost: 4,
            acts_back: 0,
            tallies: vec![
                Tally {
                    subject: Subject::Students,
                    lost: 1,
                    back: 0,
                    changed: 2,
                },
                Tally {
                    subject: Subject::Movements,
                    lost: 2,
                    back: 0,
                    changed: 0,
                },
            ],
        };
        assert_eq!(
            differences(&comparison),
            [
                "Se perdería: 1 ficha, 2 movimientos.",
                "Quedaría como en la copia: 2 fichas."
            ]
        );
        comparison.tallies.clear();
        assert_eq!(
            differences(&comparison),
            ["Solo cambia la historia: los datos son los mismos."]
        );
        comparison.acts_lost = 0;
        assert_eq!(
            differences(&comparison),
            ["La copia y el registro tienen lo mismo: no se pierde nada."]
        );
    }
}
