//! What the newest document says that the record does not: who else holds the affiliation, another name or CURP.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::Message;
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, style};
use crate::desk::Record;
use crate::domain::movement::MovementKind;
use crate::domain::vigencia::Check;
use crate::print::icon::Icon;
use crate::words::vigencia as words;

/// Who holds the affiliation according to the newest document, in a sentence.
pub(super) fn holder(record: &Record) -> Option<String> {
    let (_, document) = record.last_document()?;
    document.holder().map(words::held_by)
}

/// A panel for each thing that the newest document says otherwise; none where nothing does.
pub(super) fn panels<'a>(record: &Record, masked: bool) -> Element<'a, Message> {
    let said = record.last_document().map(|(check, document)| {
        let curp = document
            .curp
            .as_deref()
            .map(|curp| words::document_curp(curp, masked));
        let differs = words::differs(check.on, document.name.as_deref(), curp.as_deref());
        [elsewhere_while_queued(record, check), differs]
    });
    column(said.into_iter().flatten().flatten().map(panel)).into()
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
