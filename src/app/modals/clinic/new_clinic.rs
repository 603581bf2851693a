//! What is asked about a clinic that the catalogue does not have: its delegación, kind, name and city.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::{DELEGACION, Message, Place};
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::strong;
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{self, Field, Tone, block};
use crate::app::widget::{Offer, Suggest, choice, hairline, suggest};
use crate::domain::clinic::{Clinic, ClinicKey, ClinicKind, Delegacion};
use crate::words::clinic as words;

/// The fields.
#[derive(Debug)]
pub(super) struct NewClinic {
    delegacion: Field,
    pub(super) delegaciones: Suggest,
    pub(super) kind: ClinicKind,
    name: Field,
    city: Field,
}

impl NewClinic {
    /// With the usual delegación.
    pub(super) fn new(usual: Option<Delegacion>) -> Self {
        Self {
            delegacion: Field::new(usual.map(words::delegacion).unwrap_or_default()),
            delegaciones: Suggest::default(),
            kind: ClinicKind::default(),
            name: Field::default(),
            city: Field::default(),
        }
    }

    pub(super) fn type_delegacion(&mut self, text: String) {
        self.delegacion.type_in(text);
        let found = Delegacion::find(self.delegacion.value());
        self.delegaciones.offer(match &found[..] {
            [_] => Vec::new(),
            found => found
                .iter()
                .map(|it| Offer::new(words::delegacion(*it), ""))
                .collect(),
        });
    }

    pub(super) fn type_name(&mut self, text: String) {
        self.name.type_in(text);
    }

    pub(super) fn type_city(&mut self, text: String) {
        self.city.type_in(text);
    }

    pub(super) fn take_delegacion(&mut self, index: usize) {
        if let Some(offer) = self.delegaciones.offers().get(index) {
            self.delegacion = Field::new(offer.text.clone());
        }
        self.delegaciones.clear();
    }

    /// The one delegación that was written.
    pub(super) fn delegacion(&self) -> Option<Delegacion> {
        match &Delegacion::find(self.delegacion.value())[..] {
            [delegacion] => Some(*delegacion),
            _ => None,
        }
    }

    /// Says that it is missing.
    pub(super) fn refuse_delegacion<T>(&mut self) -> Result<T, &'static str> {
        self.delegacion.say(Tone::Problem, words::DELEGACION_MISSING);
        Err(DELEGACION)
    }

    /// The clinic of that delegación and number with what was told of it.
    pub(super) fn of(&self, key: ClinicKey) -> Clinic {
        let filled = |field: &Field| Some(field.value().to_owned()).filter(|text| !text.is_empty());
        Clinic {
            key,
            kind: self.kind,
            name: filled(&self.name),
            city: filled(&self.city),
        }
    }

    /// Draws them.
    pub(super) fn view(&self) -> Element<'_, Message> {
        let kinds = choice(
            ClinicKind::ALL.map(|kind| Choice::new(kind, words::kind(kind))),
            Some(self.kind),
            Message::KindChosen,
        );
        let delegacion = text(words::DELEGACION, &self.delegacion, Place::Delegacion, DELEGACION);
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
                container(text(words::NAME, &self.name, Place::Name, "clinica-nombre"))
                    .width(Length::FillPortion(3)),
                container(text(words::CITY, &self.city, Place::City, "clinica-ciudad"))
                    .width(Length::FillPortion(2)),
            ]
            .spacing(GAP),
        ]
        .into()
    }
}

/// A field of the dialog.
pub(super) fn text<'a>(
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
