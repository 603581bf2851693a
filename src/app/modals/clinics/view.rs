//! How the catalogue is drawn: the list, or the form of one clinic.

use iced::keyboard::key::Named;
use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::{CITY, Catalogue, DELEGACION, Form, LIST, Message, NAME, NUMBER, Place};
use crate::app::theme::measure::{BAR, CONTROL_PADDING, GAP, NEAR, ROW};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{self, Field, block};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Move, Press, button, choice, dialog, focusable, hairline, pressable, suggest};
use crate::domain::clinic::ClinicKind;
use crate::store::ClinicRow;
use crate::words::{clinic as words, frame};

/// The widths of the columns after the clinic's.
const DELEGACION_WIDTH: f32 = 152.0;
const STUDENTS_WIDTH: f32 = 88.0;
/// Clear of the ring of the selected row.
const RIGHT: f32 = 24.0;

impl Catalogue {
    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        match &self.form {
            Some(form) => form.view(),
            None => self.list(),
        }
    }

    fn list(&self) -> Element<'_, Message> {
        let rows = self
            .rows
            .iter()
            .enumerate()
            .map(|(index, row)| line(row, index, self.selected == index));
        let on_key = |press: &Press<'_>| match press.typed() {
            Some("n" | "N") => Some(Message::AddPressed),
            _ if press.is(Named::Delete) => Some(Message::RemovePressed),
            _ => Move::from_press(press).map(Message::Moved),
        };
        let rows: Element<'_, Message> = if self.rows.is_empty() {
            focusable(body(words::NO_CLINICS).style(style::muted), None)
                .on_key(on_key)
                .ring(Ring::Around(6.0))
                .id(LIST)
                .into()
        } else {
            focusable(column(rows), Some(Message::CorrectPressed))
                .on_space(None)
                .on_key(on_key)
                .ring(Ring::Row(self.selected))
                .id(LIST)
                .into()
        };
        let head = row![
            caption(words::CLINIC).style(style::muted).width(Length::Fill),
            caption(words::DELEGACION)
                .style(style::muted)
                .width(DELEGACION_WIDTH),
            container(caption(words::COLUMN_STUDENTS).style(style::muted))
                .width(STUDENTS_WIDTH)
                .align_x(iced::Right),
        ]
        .spacing(GAP)
        .padding(padding::left(CONTROL_PADDING).right(RIGHT).bottom(6));
        let said = self
            .said
            .as_ref()
            .map(|said| container(caption(said.as_str()).style(style::problem)).padding(padding::top(NEAR)));
        let verbs = row![
            button(words::ADD, Message::AddPressed).key(words::ADD_KEY),
            button(words::CORRECT, Message::CorrectPressed).key("Enter"),
            button(words::REMOVE, Message::RemovePressed).key("Supr"),
        ]
        .spacing(NEAR);
        let content = column![
            head,
            hairline(),
            rows,
            column![said],
            container(verbs).padding(padding::top(GAP)),
        ];

        dialog(words::CATALOGUE, content, Message::Closed)
            .note(words::CATALOGUE_NOTE)
            .button(button(frame::CLOSE, Message::Closed).key("Esc").primary().tall())
            .into()
    }
}

fn line(of: &ClinicRow, index: usize, selected: bool) -> Element<'_, Message> {
    let label = words::label(&of.clinic);
    let cells = row![
        container(if selected { strong(label) } else { body(label) })
            .padding(padding::left(CONTROL_PADDING - BAR))
            .width(Length::Fill),
        body(words::delegacion(of.clinic.key.delegacion)).width(DELEGACION_WIDTH),
        space().width(GAP),
        container(body(of.students.to_string()))
            .width(STUDENTS_WIDTH)
            .align_x(iced::Right),
    ]
    .padding(padding::right(RIGHT))
    .align_y(iced::Center);

    pressable(cells, selected, Message::Selected(index))
        .height(ROW)
        .into()
}

impl Form {
    fn view(&self) -> Element<'_, Message> {
        let kinds = choice(
            ClinicKind::ALL.map(|kind| Choice::new(kind, words::kind(kind))),
            Some(self.kind),
            Message::KindChosen,
        );
        let offers = suggest::view(&self.delegaciones, Message::DelegacionTaken)
            .map(|offers| container(offers).padding(padding::bottom(NEAR)));
        let content = column![
            row![
                container(text(words::NUMBER, &self.number, Place::Number, NUMBER)).width(96),
                container(text(
                    words::DELEGACION,
                    &self.delegacion,
                    Place::Delegacion,
                    DELEGACION
                ))
                .width(Length::Fill),
                container(block(words::KIND, kinds, None, None)).width(232),
            ]
            .spacing(GAP),
            column![offers],
            row![
                container(text(words::NAME, &self.name, Place::Name, NAME)).width(Length::FillPortion(3)),
                container(text(words::CITY, &self.city, Place::City, CITY)).width(Length::FillPortion(2)),
            ]
            .spacing(GAP),
        ];
        let title = if self.row.is_none() {
            words::ADD_TITLE
        } else {
            words::CORRECT_TITLE
        };

        dialog(title, content, Message::Closed)
            .note(words::CATALOGUE_NOTE)
            .button(button(words::BACK, Message::Closed).key("Esc").tall())
            .button(
                button(frame::SAVE, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}

fn text<'a>(label: &'a str, state: &'a Field, place: Place, id: &'static str) -> Element<'a, Message> {
    field::field(label, state, move |text| Message::Typed(place, text))
        .id(id)
        .on_submit(Message::Next)
        .into()
}
