//! The lists that the desk keeps ready, in words.

use chrono::{Datelike, NaiveDate};

use super::{dates, record};
use crate::domain::filter::Filter;

/// What a list is called: its head, and the subject of its paper.
pub fn name(filter: Filter) -> &'static str {
    match filter {
        Filter::All => "Todos",
        Filter::WithoutNss => "Inscritos sin NSS",
        Filter::ToConfirm => "NSS o CURP por confirmar",
        Filter::InCut => "Con movimiento en cola o en envío",
        Filter::ReviewDue => "Revisar vigencia",
        Filter::ExpectedToday => "Se esperan hoy",
        Filter::Rejected => "Movimiento rechazado",
        Filter::OpenCases => "Casos abiertos",
        Filter::ProposedBajas => "Bajas propuestas",
        Filter::WithoutClinic => "Vigentes sin clínica",
        Filter::Expired => "Comprobación vencida",
        Filter::WithObservation => "Movimiento con observación",
        Filter::Archived => "Archivados",
    }
}

/// The same on its chip above the list.
pub fn chip(filter: Filter) -> &'static str {
    match filter {
        Filter::All => "Todos",
        Filter::WithoutNss => "Sin NSS",
        Filter::ToConfirm => "Por confirmar",
        Filter::InCut => "En corte",
        Filter::ReviewDue => "Revisar",
        Filter::ExpectedToday => "Esperados hoy",
        Filter::Rejected => "Rechazadas",
        Filter::OpenCases => "Casos abiertos",
        Filter::ProposedBajas => "Bajas propuestas",
        Filter::WithoutClinic => "Sin clínica",
        Filter::Expired => "Vencida",
        Filter::WithObservation => "Con observación",
        Filter::Archived => "Archivados",
    }
}

/// The movements of a cut, on the chip of what was typed: «Corte 30 nov», with its year where it is not this one.
pub fn cut(cut: NaiveDate, today: NaiveDate) -> String {
    let day = if cut.year() == today.year() {
        dates::short(cut)
    } else {
        dates::short_year(cut)
    };
    format!("Corte {day}")
}

/// The careers that «carrera:ind» stands for: the one, or how many.
pub fn careers(typed: &str, careers: &[String]) -> String {
    match careers {
        [career] => record::career_brief(career),
        [] => format!("Carrera “{typed}”: ninguna"),
        many => format!("Carrera “{typed}”: {}", many.len()),
    }
}

/// Nobody is in all that was typed.
pub fn nobody_in_all(narrows: &[String], words: &str) -> String {
    let mut asked = narrows.join(", ");
    let words = words.trim();
    if !words.is_empty() {
        asked.push_str(&format!(" y “{words}”"));
    }
    format!("Nadie cumple a la vez: {asked}. Esc borra la búsqueda.")
}

/// Where the list of a filter holds nobody, or nobody whom what was typed finds.
pub fn nobody(filter: Filter, typed: bool) -> String {
    let list = name(filter);
    if typed {
        format!("Nadie de la lista «{list}» coincide con lo escrito. Esc borra la búsqueda.")
    } else {
        format!("Nadie está en la lista «{list}». Esc muestra a todos.")
    }
}
