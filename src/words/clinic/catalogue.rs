//! The catalogue of clinics: its screen, and what was done in it.

use super::{delegacion, label, students as students_of};
use crate::domain::clinic::Clinic;
use crate::words::dates;

/// The catalogue's title.
pub const CATALOGUE: &str = "Catálogo de clínicas";
/// The key that adds a clinic.
pub const ADD_KEY: &str = "N";
/// The button that adds one.
pub const ADD: &str = "Nueva";
/// The button that corrects one.
pub const CORRECT: &str = "Corregir";
/// The button that takes one away.
pub const REMOVE: &str = "Quitar";
/// At the foot of the catalogue.
pub const CATALOGUE_NOTE: &str = "Lo que se corrige aquí cambia en todas las fichas que la llevan.";
/// The catalogue is empty.
pub const NO_CLINICS: &str =
    "Todavía no hay clínicas. N agrega la primera; también se agregan solas al anotarlas en una ficha.";
/// Field of the catalogue's form.
pub const NUMBER: &str = "Número";
/// Column.
pub const COLUMN_STUDENTS: &str = "Estudiantes";
/// Title of the form of a new clinic.
pub const ADD_TITLE: &str = "Clínica nueva";
/// Title of a correction.
pub const CORRECT_TITLE: &str = "Corregir la clínica";
/// Back from the form to the catalogue.
pub const BACK: &str = "Volver";

/// «Se agregó UMF 36 · Minatitlán al catálogo.»
pub fn added(clinic: &Clinic) -> String {
    format!("Se agregó {} al catálogo.", label(clinic))
}

/// «Se corrigió UMF 36 · Minatitlán en el catálogo y en 41 fichas.»
pub fn corrected(clinic: &Clinic, students: u64) -> String {
    match students {
        0 => format!("Se corrigió {} en el catálogo.", label(clinic)),
        1 => format!("Se corrigió {} en el catálogo y en 1 ficha.", label(clinic)),
        students => format!(
            "Se corrigió {} en el catálogo y en {} fichas.",
            label(clinic),
            dates::thousands(students)
        ),
    }
}

/// «Se quitó UMF 36 · Minatitlán del catálogo.»
pub fn removed(clinic: &Clinic) -> String {
    format!("Se quitó {} del catálogo.", label(clinic))
}

/// The catalogue has that clinic already.
pub fn taken(clinic: &Clinic) -> String {
    format!(
        "En el catálogo ya está {}, delegación {}. Corrija esa, o escriba otro número.",
        label(clinic),
        delegacion(clinic.key.delegacion)
    )
}

/// A clinic that records still name.
pub fn in_use(clinic: &Clinic, students: u64) -> String {
    match students {
        0 => format!(
            "{} viene en una constancia registrada y no se quita. Si sus datos están mal, corríjalos aquí.",
            label(clinic)
        ),
        students => format!(
            "{} está en la ficha de {} y no se quita. Si sus datos están mal, corríjalos aquí; si no es su clínica, \
             cámbiela antes con Ctrl+U.",
            label(clinic),
            students_of(students)
        ),
    }
}

/// A clinic of the catalogue that is there no more.
pub const GONE: &str = "Esa clínica ya no está en el catálogo.";
