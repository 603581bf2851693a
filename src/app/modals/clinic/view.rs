//! How the dialog of the clinic is drawn.

use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::{
    AGREGADO, CATALOGUE, ClinicDialog, DELEGACION, Message, NUMBER, OTHER_SHIFT, Place, READ_ON, ROOM, SAVE,
    SHIFT, SOURCE,
};
use crate::app::shift_room::ShiftChoice;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{self, Field, block};
use crate::app::widget::{button, choice, dialog, hairline, suggest};
use crate::domain::clinic::{ClinicKind, ClinicSource};
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
            container(self.text(words::READ_ON, &self.on, Place::ReadOn, READ_ON)).width(152),
        ]
        .spacing(GAP);
        let other = (self.placed.shift == ShiftChoice::Other).then(|| {
            self.text(
                words::OTHER_SHIFT_LABEL,
                &self.placed.other,
                Place::OtherShift,
                OTHER_SHIFT,
            )
        });
        let shift = self.placed.choice(Message::ShiftChosen).id(SHIFT);
        let placed = row![
            container(block(words::SHIFT, shift, self.placed_said.as_ref(), None)).width(Length::Fill),
            container(self.text(words::ROOM, &self.placed.room, Place::Room, ROOM)).width(88),
            container(self.text(words::AGREGADO, &self.agregado, Place::Agregado, AGREGADO)).width(128),
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
            column![self.is_new().then(|| self.new_clinic())],
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

    /// What is asked about a clinic that the catalogue does not have.
    fn new_clinic(&self) -> Element<'_, Message> {
        let kinds = choice(
            ClinicKind::ALL.map(|kind| Choice::new(kind, words::kind(kind))),
            Some(self.kind),
            Message::KindChosen,
        );
        let delegacion = self.text(words::DELEGACION, &self.delegacion, Place::Delegacion, DELEGACION);
        let offers = suggest::view(&self.delegaciones, Message::DelegacionTaken)
            .map(|offers| container(offers).padding(padding::bottom(NEAR)));

        column![
            container(column![
                container(strong(words::NEW_CLINIC)).height(23),
                hairline()
            ])
            .padding(padding::bottom(NEAR)),
            row![
                container(delegacion).width(Length::FillPortion(2)),
                container(block(words::KIND, kinds, None, None)).width(Length::FillPortion(3)),
            ]
            .spacing(GAP),
            column![offers],
            row![
                container(self.text(words::NAME, &self.clinic_name, Place::Name, "clinica-nombre"))
                    .width(Length::FillPortion(3)),
                container(self.text(words::CITY, &self.city, Place::City, "clinica-ciudad"))
                    .width(Length::FillPortion(2)),
            ]
            .spacing(GAP),
        ]
        .into()
    }

    fn text<'a>(
        &'a self,
        label: &'a str,
        state: &'a Field,
        place: Place,
        id: &'static str,
    ) -> Element<'a, Message> {
        field::field(label, state, move |text| Message::Typed(place, text))
            .id(id)
            .on_submit(Message::Next)
            .into()
    }
}
