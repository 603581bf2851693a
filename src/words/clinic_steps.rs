//! The sheet of steps for a clinic. What it tells the student to do is what the campuses publish, in usted; what a page of
//! IMSS asks for is what IMSS publishes.

use super::clinic::{seen, told};
use crate::domain::clinic::{Assignment, Clinic};

/// The title of the sheet, and of its file.
pub const TITLE: &str = "Pasos para su clínica (UMF)";
/// What its file is called.
pub const FILE: &str = "Pasos para la clínica";
/// At the right of the title.
pub const INSURANCE: &str = "Seguro facultativo IMSS";
/// At the end of the sheet.
pub const FREE_AND_PERSONAL: &str = "Todos los trámites son gratuitos. Los trámites son personales.";

/// The record has no clinic.
pub const NO_CLINIC: &str = "En su ficha todavía no hay clínica.";
/// What that means.
pub const CHOOSES_IT: &str = "Por defecto está vacía: la asigna el IMSS cuando usted la pide en línea.";
/// What it means that the record has one.
pub const CHANGES_IT: &str =
    "Si ya no es la suya, el cambio lo pide usted en línea: el plantel no puede hacerlo.";

/// «En su ficha: UMF 12 · Coatzacoalcos · Vespertino, según constancia del 20 nov 2026.»
pub fn recorded(clinic: Option<&Clinic>, assignment: &Assignment) -> String {
    let shown = Assignment {
        agregado: None,
        ..assignment.clone()
    };
    let told = told(clinic, &shown);
    match assignment.seen {
        Some(seen_in) => format!("En su ficha: {told}, {}.", seen(seen_in)),
        None => format!("En su ficha: {told}."),
    }
}

/// A step: its heading and how it is done.
pub type StepWords = (&'static str, &'static str);

/// Whoever has no clinic asks for the first one.
pub const REGISTER: StepWords = (
    "Ingrese a Alta en clínica o UMF",
    "La página pide su CURP, su código postal y su correo.",
);
/// Whoever has one asks for another.
pub const CHANGE: StepWords = (
    "Ingrese a Cambio de clínica o UMF",
    "La página pide su CURP, su código postal nuevo y su correo.",
);
/// Before: whether there is a right to any clinic.
pub const CHECK_FIRST: StepWords = (
    "Descargue su Constancia de Vigencia de Derechos",
    "Verifique su estatus. La página pide su CURP, su NSS y su correo; pueden ocurrir problemas al momento de descargarla.",
);
/// After: what IMSS assigned.
pub const CHECK_AFTER: StepWords = (
    "Descargue su Constancia de Vigencia de Derechos",
    "Ahí vienen ciudad, hospital, turno y consultorio. La página pide su CURP, su NSS y su correo.",
);
/// The papers that the procedure gives.
pub const CARNET: StepWords = (
    "Al terminar, descargue su carnet y otros documentos",
    "Es responsabilidad suya tramitar y obtener su Carnet de citas médicas. Le recomendamos la aplicación IMSS DIGITAL.",
);
/// The Lista de cotejo asks for them.
pub const SHOW_IT: StepWords = (
    "Traiga su constancia o su carnet a esta ventanilla",
    "Así se anotan en su ficha la clínica, el turno y el consultorio, con la fecha del documento.",
);
