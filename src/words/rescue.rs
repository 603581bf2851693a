//! The hoja de rescate: the sheet that opens what leaves the PC, on paper and on screen.

use chrono::{NaiveDate, NaiveDateTime};

use super::dates;

/// Title of the sheet.
pub const TITLE: &str = "Hoja de rescate";
/// What it opens.
pub const LEAD: &str = "Con esta hoja se abren las copias cifradas que salen de esta computadora.";
/// What it means.
pub const MEANING: &str = "Sin ella no las puede abrir nadie: ni el plantel, ni soporte. La clave no está guardada en ninguna otra parte.";
/// Above the groups of letters.
pub const KEY: &str = "Clave de rescate";
/// Below them.
pub const HOW_TO_TYPE: &str =
    "Da igual con mayúsculas o minúsculas, con espacios o sin ellos. No lleva B, I, O ni el número 1.";
/// Below the code.
pub const CODE: &str = "La misma clave";
/// Above what to do with the sheet.
pub const KEEP: &str = "Qué hacer con esta hoja";
/// Above what to do when it is needed.
pub const USE: &str = "El día que haga falta";

/// What to do with the sheet, in order.
pub const KEEPING: [&str; 4] = [
    "Guárdela en un sobre cerrado y bajo llave, lejos de la memoria USB: quien tenga las dos cosas tiene los datos.",
    "Pruébela hoy: en Respaldo, «Probar la hoja», escriba los tres primeros grupos. Así se sabe que es la de esta oficina, y el archivo del que se imprimió se borra de la computadora.",
    "Si se pierde, o si alguien la vio, haga otra clave en Respaldo: las copias que vienen llevarán la nueva.",
    "No tire esta hoja al hacer otra: las copias de antes solo se abren con esta.",
];

/// What to do when it is needed, in order.
pub const USING: [&str; 3] = [
    "En la computadora nueva abra Ventanilla, conecte la memoria y elija «Tengo una copia».",
    "Antes de pedir la clave, Ventanilla dice de qué plantel es la copia, de cuándo y si está completa. La copia dice también con qué hoja se abre.",
    "Escriba la clave, o léala del código con un lector. También la abre cualquier programa de «age»: la clave completa empieza con AGE-SECRET-KEY-1 y sigue con estas letras, sin espacios.",
];

/// Before the public half.
pub const PUBLIC: &str = "Clave pública (esta no abre nada):";
/// At the foot.
pub const CONFIDENTIAL: &str = "Confidencial: quien la tenga puede abrir las copias.";

/// «Hoja 7K3D».
pub fn sheet(mark: &str) -> String {
    format!("Hoja {mark}")
}

/// At the foot: «Hoja de rescate 7K3D».
pub fn foot(mark: &str) -> String {
    format!("{TITLE} {mark}")
}

/// The name of its file: «Hoja de rescate 2026-11-21 7K3D.pdf».
pub fn file_name(on: NaiveDate, mark: &str) -> String {
    format!("{TITLE} {on} {mark}.pdf")
}

/// A key was made, and its sheet written.
pub fn made(mark: &str, replaces: Option<&str>) -> String {
    let first = format!(
        "Se hizo la clave y se escribió su hoja de rescate, {mark}. Imprímala ahora y pruébela escribiendo sus tres primeros \
         grupos: entonces el archivo se borra de esta computadora."
    );
    match replaces {
        None => first,
        Some(former) => {
            format!("{first} Las copias que ya salieron se siguen abriendo con la hoja {former}: no la tire.")
        }
    }
}

/// The sheet in force is at hand.
pub fn matches(mark: &str, file_removed: bool) -> String {
    let removed = if file_removed {
        " El archivo del que se imprimió se borró de esta computadora."
    } else {
        ""
    };
    format!("Es la hoja {mark}, con la que se cifran las copias de ahora.{removed} Guárdela bajo llave.")
}

/// It is an earlier sheet.
pub fn former(mark: &str, made: NaiveDateTime, now: &str) -> String {
    format!(
        "Es la hoja {mark}, del {}. Abre las copias que se hicieron con ella; las de ahora se abren con la hoja {now}. Guarde \
         las dos.",
        dates::long(made.date())
    )
}

/// It is no sheet of this office, or was mistyped.
pub const DOES_NOT_MATCH: &str = "Esos grupos no son los de una hoja de esta oficina. Revise que sean los tres primeros, de \
                                  izquierda a derecha; si la hoja no aparece, haga otra clave.";

/// No key was made yet.
pub const NO_KEY: &str =
    "Todavía no hay clave de rescate. Hágala para que las copias puedan salir de esta computadora.";

/// A key has another number of letters.
pub fn wrong_length(found: usize, whole: usize) -> String {
    format!("La clave lleva {whole} letras y aquí hay {found}. Revise que no falte ni sobre un grupo.")
}

/// No key has that letter.
pub fn wrong_letter(letter: char) -> String {
    format!("Ninguna clave lleva «{letter}». Revise esa letra en la hoja.")
}

/// The letters don't agree with each other.
pub const MISTYPED: &str =
    "Las letras no concuerdan entre sí: al menos una es otra en la hoja. Revíselas grupo por grupo.";
/// Before what is typed on the console.
pub const TYPE_GROUPS: &str = "Escriba los tres primeros grupos de la hoja y presione Enter:";
