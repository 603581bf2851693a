//! What IMSS assigned to the student, among the data of the record.

use chrono::NaiveDate;
use iced::widget::{column, row, space};
use iced::{Element, Length};

use super::Message;
use super::summary::datum;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, caption, style};
use crate::desk::{Desk, Record};
use crate::words::{clinic as words, frame};

/// Clinic, turno and consultorio, agregado.
pub(super) fn data<'a>(desk: &Desk, record: &Record) -> [Element<'a, Message>; 3] {
    let today = desk.today();
    let assignment = &record.student.assignment;
    let (clinic, note) = match &record.clinic {
        Some(clinic) => (words::label(clinic), seen(record, today)),
        None => (
            words::NOT_REGISTERED.to_owned(),
            words::STUDENT_CHOOSES.to_owned(),
        ),
    };
    let (agregado, suggested) = match &assignment.agregado {
        Some(agregado) => (Some(agregado.clone()), ""),
        None => {
            let usual = desk.usual_agregado(&record.student.particulars);
            (usual, words::SUGGESTED)
        }
    };
    let (agregado, suggested) = match agregado {
        Some(agregado) => (agregado.as_str().to_owned(), suggested),
        None => (frame::EMPTY.to_owned(), ""),
    };
    let shift_and_room = words::shift_and_room(assignment);
    // Without a clinic the source is that of the turno.
    let without_clinic = match (&record.clinic, &shift_and_room) {
        (None, Some(_)) => seen(record, today),
        _ => String::new(),
    };

    [
        pressable(clinic, note),
        datum(
            words::SHIFT_AND_ROOM,
            shift_and_room.unwrap_or_else(|| frame::EMPTY.to_owned()),
            without_clinic,
        ),
        datum(words::AGREGADO, agregado, suggested.to_owned()),
    ]
}

fn seen(record: &Record, today: NaiveDate) -> String {
    let seen = record.student.assignment.seen;
    seen.map(|seen| words::seen_note(seen, today)).unwrap_or_default()
}

/// The clinic with its key beside the label; the mouse can press it.
fn pressable<'a>(clinic: String, note: String) -> Element<'a, Message> {
    let value = row![body(clinic), caption(note).style(style::muted)]
        .spacing(NEAR)
        .align_y(iced::Center)
        .wrap();
    let words = column![
        row![
            caption(words::UMF).style(style::muted),
            caption("Ctrl+U").style(style::muted)
        ]
        .spacing(NEAR),
        value
    ];
    column![
        iced::widget::button(words)
            .padding(0)
            .width(Length::Fill)
            .style(style::quiet)
            .on_press(Message::ClinicPressed),
        space().height(GAP)
    ]
    .into()
}
