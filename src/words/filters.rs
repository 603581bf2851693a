//! The lists that the desk keeps ready, in words.

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
        Filter::Archived => "Archivados",
    }
}
