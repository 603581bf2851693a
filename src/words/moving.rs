//! The Mudanza: one file that takes everything to another PC, its passphrase, its card, and what the other PC says of it.

pub mod card;
pub mod dialog;

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};

use super::copies::{size, students, took};
use super::dates;
use crate::domain::passphrase::{FEWEST, WORDS, Weakness};

/// The name of its file, without its ending: «Mudanza Plantel Ejemplo 2026-11-21».
pub fn file_name(campus: &str, on: NaiveDate) -> String {
    format!("Mudanza {campus} {on}")
}

/// «Mudanza terminada y verificada: se leyó de nuevo, se abrió con su frase y coincide (3,412 estudiantes).»
pub fn verified(count: u64) -> String {
    format!(
        "Mudanza terminada y verificada: se leyó de nuevo, se abrió con su frase y coincide ({}).",
        students(count)
    )
}

/// «Pesa 4.2 MB y tardó 2.1 s.»
pub fn figures(bytes: u64, millis: u64) -> String {
    format!("Pesa {} y tardó {}.", size(bytes), took(millis))
}

/// What is in it.
pub const CARRIES: &str = "Lleva todas las fichas, cortes, historia y ajustes, con el logotipo.";
/// What is not in it.
pub const STAYS: &str = "No lleva los PDF y hojas que ya se escribieron, las copias de esta computadora ni la carpeta y el \
                         lugar de copias que se eligieron en ella.";
/// The passphrase is kept nowhere.
pub const KEEP_PHRASE: &str = "La frase no se guarda en ninguna parte: sin ella nadie abre la mudanza, tampoco soporte. \
                               Anótela y guárdela lejos del archivo.";

/// There is nothing to take along: a register in memory, or a copy that is only looked at.
pub const NOTHING_TO_TAKE: &str = "Aquí no hay un registro guardado que mudar.";

/// Why a passphrase was not taken.
pub fn weak(why: &Weakness) -> String {
    let why = match why {
        Weakness::Short { characters } => {
            let characters = match characters {
                1 => "1 carácter".to_owned(),
                many => format!("{many} caracteres"),
            };
            format!("La frase tiene {characters}, y con menos de {FEWEST} se adivina pronto.")
        }
        Weakness::FewWords { words } => {
            let words = match words {
                1 => "1 palabra distinta".to_owned(),
                many => format!("{many} palabras distintas"),
            };
            format!("La frase tiene {words} de las que propone Ventanilla, y hacen falta {WORDS}.")
        }
        Weakness::OnlyNumbers => {
            "La frase tiene solo números: una fecha, un teléfono o una matrícula se adivinan pronto."
                .to_owned()
        }
        Weakness::Pattern => {
            "La frase se repite o sigue el orden del teclado o del abecedario, y se adivina pronto."
                .to_owned()
        }
        Weakness::Known { word } => {
            format!("Sin «{word}», que es lo primero que alguien probaría, queda muy poco de la frase.")
        }
    };
    format!("{why} Use la que se propone, o una oración que solo usted diría.")
}

/// It was typed twice, and not the same.
pub const NOT_THE_SAME: &str = "Las dos veces no se escribió lo mismo. Escríbala otra vez.";
/// No passphrase was typed.
pub const NO_PHRASE: &str =
    "Falta la frase. Escríbala, o indique con --clave-archivo el archivo que la tiene.";
/// The random words could not be drawn.
pub const NOTHING_PROPOSED: &str =
    "El sistema no dio números al azar para proponer una frase. Escriba una suya.";

/// It is not the passphrase of that file.
pub const WRONG_PASSPHRASE: &str = "Esa no es la frase de esta mudanza: no se abrió, y sus datos no cambiaron. Revise cada \
                                    palabra y escríbala otra vez.";
/// It is cut short or changed.
pub const NOT_WHOLE: &str = "Este archivo no está completo y no se usó. Sus datos no cambiaron. Cópielo otra vez de donde \
                             lo trajo o haga otra mudanza en la computadora de antes.";
/// It is another kind of file.
pub const FOREIGN: &str = "Este archivo no es una mudanza de Ventanilla y no se usó. Sus datos no cambiaron. Elija uno que \
                           termine en «.ventanilla».";

/// The name of its file ends in another way.
pub fn wrong_ending(file: &Path) -> String {
    format!(
        "{} no termina en «.ventanilla», y en la otra computadora no se ofrecería. Indique un nombre que termine así.",
        file.display()
    )
}

/// Its name is taken.
pub fn taken(file: &Path) -> String {
    format!(
        "{} ya existe y no se reemplaza. Indique otro nombre, o quite ese archivo si ya no hace falta.",
        file.display()
    )
}

/// The folder is not there.
pub fn absent(folder: &Path) -> String {
    format!(
        "No se escribió la mudanza: {} no está. Conecte la memoria o elija otra carpeta.",
        folder.display()
    )
}

/// There is no room for it. Whole megabytes, rounded up: to free a little more than is missing does no harm.
pub fn no_space(folder: &Path, missing: u64) -> String {
    let missing = dates::thousands(missing.div_ceil(1_000_000));
    not_written(
        folder,
        &format!("no hay espacio (faltan {missing} MB)"),
        "Libere espacio o elija otra memoria.",
    )
}

/// The stick was pulled out in the middle.
pub fn gone(folder: &Path) -> String {
    not_written(
        folder,
        "se desconectó antes de terminar",
        "Conéctela y hágala otra vez.",
    )
}

/// Nothing can be written there.
pub fn read_only(folder: &Path) -> String {
    not_written(
        folder,
        "no deja escribir",
        "Revise que la memoria no esté protegida, o elija otra.",
    )
}

/// What was read back is not what was written.
pub fn differs(folder: &Path) -> String {
    not_written(
        folder,
        "lo que se leyó de vuelta no es lo que se escribió",
        "Esa memoria ya no es de fiar: elija otra.",
    )
}

/// Any other fault.
pub fn broken(folder: &Path) -> String {
    not_written(folder, "no respondió como debía", "Pruebe con otra memoria.")
}

fn not_written(folder: &Path, why: &str, now: &str) -> String {
    format!(
        "No se pudo escribir la mudanza en {}: {why}. Sus datos están a salvo en esta computadora. {now}",
        folder.display()
    )
}

/// No verified copy of the register could be made.
pub const NOT_COPIED: &str = "No se hizo la mudanza: la copia del registro no se pudo hacer o no coincidió. Sus datos están \
                              a salvo en esta computadora. Revise que haya espacio en el disco e inténtelo otra vez.";

/// It was opened on the other PC.
pub fn opened(campus: &str, count: u64, last_change: NaiveDateTime) -> String {
    format!(
        "Se abrió la mudanza de {campus}: {}, hasta el {}.",
        students(count),
        dates::moment_year(last_change)
    )
}

/// The register that was there is kept.
pub const FORMER_KEPT: &str = "El registro que había aquí está guardado en Respaldo.";
/// The same, where it could not be read.
pub const FORMER_KEPT_ASIDE: &str =
    "El archivo dañado que había aquí está guardado aparte, en la carpeta «copias».";

/// A folder that the office chose on the other PC is not here.
pub fn folder_not_here(label: &str, folder: &str) -> String {
    format!("{label}: {folder} no está en esta computadora; elija otra en Ajustes.")
}

/// The printer is another one.
pub const OTHER_PRINTER: &str =
    "Impresora: mida la hoja de la regla antes de atender. En Hoy, «Compruebe la impresora».";
/// Above what is to be seen to on the new PC.
pub const TO_SEE_TO: &str = "Qué revisar en esta computadora:";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_passphrase_is_told_why_and_what_to_use() {
        assert_eq!(
            weak(&Weakness::Short { characters: 1 }),
            "La frase tiene 1 carácter, y con menos de 12 se adivina pronto. Use la que se propone, o una oración que solo \
             usted diría."
        );
        let known = Weakness::Known {
            word: "escolares".into(),
        };
        assert!(weak(&known).starts_with("Sin «escolares», que es lo primero"));
    }

    #[test]
    fn a_full_stick_is_told_with_what_is_missing() {
        assert_eq!(
            no_space(Path::new("/media/lupita/K"), 11_200_000),
            "No se pudo escribir la mudanza en /media/lupita/K: no hay espacio (faltan 12 MB). Sus datos están a salvo en \
             esta computadora. Libere espacio o elija otra memoria."
        );
    }
}
