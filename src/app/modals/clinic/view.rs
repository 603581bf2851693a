//! How the dialog of the clinic is drawn.

use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::new_clinic::text;
use super::{
    AGREGADO, CATALOGUE, ClinicDialog, Message, NUMBER, OTHER_SHIFT, Place, READ_ON, ROOM, SAVE, SHIFT,
    SOURCE,
};
use crate::app::shift_room::ShiftChoice;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{self, block};
use crate::app::widget::{button, choice, dialog};
use crate::domain::clinic::ClinicSource;
use crate::print::icon::Icon;
use crate::words::{clinic as words, frame};

impl ClinicDialog {
    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let recorded = words::recorded(self.pick.of_record(), &self.record, self.today);
        let number = field::field(words::UMF, &self.pick.field, Message::NumberTyped)
            .id(NUMBER)
            .placeholder(words::NUMBER_HINT)
            .on_submit(Message::Next)
            .suggest(&self.pick.suggest, Message::OfferTaken);
        let sources = choice(
            ClinicSource::ASKED
                .map(|source| Choice::new(source, words::source(source)).key(words::source_letter(source))),
            self.source,
            Message::SourceChosen,
        )
        .id(SOURCE);
        let read_in = row![
            container(block(words::READ_IN, sources, self.source_said.as_ref(), None)).width(Length::Fill),
            container(text(words::READ_ON, &self.on, Place::ReadOn, READ_ON)).width(152),
        ]
        .spacing(GAP);
        let other = (self.placed.shift == ShiftChoice::Other).then(|| {
            text(
                words::OTHER_SHIFT_LABEL,
                &self.placed.other,
                Place::OtherShift,
                OTHER_SHIFT,
            )
        });
        let shift = self.placed.choice(Message::ShiftChosen).id(SHIFT);
        let placed = row![
            container(block(words::SHIFT, shift, self.placed_said.as_ref(), None)).width(Length::Fill),
            container(text(words::ROOM, &self.placed.room, Place::Room, ROOM)).width(88),
            container(text(words::AGREGADO, &self.agregado, Place::Agregado, AGREGADO)).width(128),
        ]
        .spacing(NEAR);
        let catalogue = row![
            space::horizontal(),
            button(words::CATALOGUE, Message::CataloguePressed)
                .icon(Icon::Hospital)
                .quiet()
                .id(CATALOGUE),
        ];
        let content = column![
            strong(self.name.as_str()),
            container(caption(recorded).style(style::muted)).padding(padding::bottom(NEAR)),
            number,
            read_in,
            placed,
            column![other],
            column![self.is_new().then(|| self.new.view())],
            catalogue,
        ];

        let mut drawn = dialog(words::TITLE, content, Message::Closed);
        if let Some(note) = self.note() {
            drawn = drawn.note(note);
        }
        drawn
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(frame::SAVE, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall()
                    .id(SAVE),
            )
            .into()
    }
}
