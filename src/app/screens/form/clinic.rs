//! The clinic on the form. Somebody new is registered with it; on a record it is only shown, since there it has a source
//! and a date («según constancia del 20 nov») that a form which doesn't ask for them would overwrite: Ctrl+U asks.

use chrono::NaiveDate;
use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::{Message, Screen, id};
use crate::app::clinic_pick::ClinicPick;
use crate::app::shift_room::{ShiftChoice, ShiftRoom, Unread};
use crate::app::theme::measure::{GAP, PADDING};
use crate::app::theme::{body, caption, style};
use crate::app::widget::field::{self, Field, block};
use crate::desk::{Desk, Record, Refusal};
use crate::domain::clinic::{Assignment, Shift};
use crate::domain::entry::{AssignmentFault, Entry, EntryField, Gap};
use crate::words::{clinic as words, entry as said};

/// The width of a consultorio.
const ROOM: f32 = 92.0;

/// What is asked about the clinic, or what the record has.
#[derive(Debug)]
pub(super) struct ClinicPart {
    pub(super) pick: ClinicPick,
    pub(super) placed: ShiftRoom,
    /// On a record: what it has, in words.
    recorded: Option<String>,
}

impl ClinicPart {
    /// Empty, and with the catalogue to choose from.
    pub(super) fn asked(desk: &Desk) -> Result<Self, Refusal> {
        Ok(Self {
            pick: ClinicPick::new(desk.clinics()?, desk.usual_delegacion(), None).on_form(),
            placed: ShiftRoom::of(None, None),
            recorded: None,
        })
    }

    /// As the record has it.
    pub(super) fn of(desk: &Desk, record: &Record) -> Self {
        let assignment = &record.student.assignment;
        let recorded = words::recorded(record.clinic.as_ref(), assignment, desk.today());
        Self {
            pick: ClinicPick::new(Vec::new(), desk.usual_delegacion(), None),
            placed: ShiftRoom::of(None, None),
            recorded: Some(recorded),
        }
    }

    /// Puts there what an entry has of it.
    pub(super) fn put(&mut self, entry: &Entry) {
        self.pick.put(entry.clinic.clone());
        self.placed = ShiftRoom::of(Shift::read(&entry.shift).as_ref(), None);
        self.placed.type_room(entry.room.clone());
    }

    /// Writes what was typed in one of its fields; tells whether it is one.
    pub(super) fn type_in(&mut self, field: EntryField, text: &str) -> bool {
        match field {
            EntryField::Clinic => self.pick.type_in(text.to_owned()),
            EntryField::OtherShift => self.placed.other.type_in(text.to_owned()),
            EntryField::Room => self.placed.type_room(text.to_owned()),
            _ => return false,
        }
        true
    }
}

impl Screen {
    /// The focus goes to another field: a clinic that is left is written whole, and one that is reached is looked for in
    /// the catalogue as it is now.
    pub(super) fn reach_clinic(&mut self, desk: &Desk, next: Option<EntryField>) -> Result<(), Refusal> {
        if self.focused == Some(EntryField::Clinic) {
            self.clinic.pick.settle();
        }
        if next == Some(EntryField::Clinic) {
            self.clinic.pick.read_again(desk.clinics()?);
        }
        Ok(())
    }

    /// The clinic of this entry.
    pub(super) fn assignment(&mut self, entry: &Entry, today: NaiveDate) -> Result<Assignment, Vec<Gap>> {
        let part = &mut self.clinic;
        let read = entry.assignment(part.pick.catalogue(), part.pick.usual(), today);
        let unread = part.placed.read().err();
        let other = (unread == Some(Unread::OtherShift)).then_some(AssignmentFault::OtherShift);
        match (read, other) {
            (Ok(assignment), None) => Ok(assignment),
            (read, other) => {
                let faults = read.err().into_iter().flatten().chain(other);
                let mut gaps: Vec<Gap> = faults.map(|fault| fault.gap()).collect();
                gaps.sort_by_key(|gap| gap.field());
                Err(gaps)
            }
        }
    }
}

/// Draws it.
pub(super) fn view(part: &ClinicPart) -> Element<'_, Message> {
    if let Some(recorded) = &part.recorded {
        return column![
            container(caption(words::UMF).style(style::muted)).padding(padding::bottom(4)),
            body(recorded.as_str()),
            container(caption(words::CHANGED_WITH_SOURCE).style(style::muted))
                .padding(padding::top(2).bottom(PADDING)),
        ]
        .into();
    }
    let text = |state, field: EntryField, label| -> Element<'_, Message> {
        let state: &Field = state;
        field::field(label, state, move |text| Message::Typed(field, text))
            .id(id(field))
            .on_submit(Message::Entered(field))
            .into()
    };
    let number = field::field(words::UMF, &part.pick.field, |text| {
        Message::Typed(EntryField::Clinic, text)
    })
    .id(id(EntryField::Clinic))
    .placeholder(words::NUMBER_HINT)
    .on_submit(Message::Entered(EntryField::Clinic))
    .suggest(&part.pick.suggest, Message::ClinicTaken);
    let shift = part.placed.choice(Message::ShiftChosen).id(id(EntryField::Shift));
    let other = (part.placed.shift == ShiftChoice::Other).then(|| {
        text(
            &part.placed.other,
            EntryField::OtherShift,
            words::OTHER_SHIFT_LABEL,
        )
    });

    column![
        number,
        row![
            container(block(words::SHIFT, shift, None, None)).width(Length::Fill),
            container(text(
                &part.placed.room,
                EntryField::Room,
                said::label(EntryField::Room)
            ))
            .width(ROOM),
        ]
        .spacing(GAP),
        column![other],
    ]
    .into()
}
