//! What the newest document says that the record does not: who else holds the affiliation, another name or CURP.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::Message;
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, style};
use crate::desk::{Desk, Record};
use crate::domain::case::{CaseKind, Disagreement};
use crate::domain::movement::MovementKind;
use crate::domain::vigencia::Check;
use crate::print::icon::Icon;
use crate::words::vigencia as words;

/// A panel for each thing that the newest document says otherwise; none where nothing does, nor where the panel of the
/// next step, which stands above if it `is_told`, says it.
pub(super) fn panels<'a>(desk: &Desk, record: &Record, is_told: bool) -> Element<'a, Message> {
    let case = desk.case_of(record);
    let differs = case
        .disagrees
        .as_ref()
        .filter(|_| !is_told || record.queued().is_some() || case.kind() != CaseKind::Mismatch)
        .and_then(|it| words::differs(it.on, it.name.as_deref(), curp(desk, it).as_deref()));
    let elsewhere = record
        .last_document()
        .and_then(|(check, _)| elsewhere_while_queued(record, check));
    column([elsewhere, differs].into_iter().flatten().map(panel)).into()
}

fn curp(desk: &Desk, disagreement: &Disagreement) -> Option<String> {
    let masked = desk.appearance().masks_numbers;
    let curp = disagreement.curp.as_deref()?;
    Some(words::document_curp(curp, masked))
}

/// An alta waits, and a document tells who covers the student already. Without a movement in the queue the next step
/// tells it.
fn elsewhere_while_queued(record: &Record, check: &Check) -> Option<String> {
    let queued = record.queued()?;
    if queued.kind != MovementKind::Alta || !check.is_by_another() {
        return None;
    }
    let (_, document) = record.last_document()?;
    document.holder().map(words::other_insurance)
}

fn panel<'a>(said: String) -> Element<'a, Message> {
    let line = row![
        icon(Icon::TriangleAlert, icons::SMALL).style(style::advice),
        body(said).style(style::advice).width(Length::Fill)
    ]
    .spacing(NEAR);
    let framed = container(line)
        .padding(GAP)
        .width(Length::Fill)
        .style(style::panel);

    container(framed).padding(padding::top(GAP)).into()
}
