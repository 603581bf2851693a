//! How the dialog of a check is drawn. A constancia brings more than the other sources: what can be left out comes last.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::history::{Row, RowPlace, id};
use super::{CLINIC, CURP, DIFFERENCES, HISTORY, Message, NAME, OTHER_SHIFT, ROOM, SAVE, Vigencia};
use crate::app::check_fields::labelled;
use crate::app::shift_room::ShiftChoice;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{self, Field, Tone, block};
use crate::app::widget::{button, choice, dialog, hairline, suggest};
use crate::domain::vigencia::CheckSource;
use crate::print::icon::Icon;
use crate::words::{clinic, frame, vigencia as words};

/// The widths of the columns of the history, after the institution's.
const REGISTRO: f32 = 130.0;
const DAY: f32 = 80.0;
const OURS: f32 = 76.0;

impl Vigencia {
    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let is_constancia = self.check.source() == CheckSource::Constancia;
        let subtitle = if self.masks_numbers {
            &self.subtitle_masked
        } else {
            &self.subtitle
        };
        let content = column![
            strong(self.name.as_str()),
            container(caption(subtitle.as_str()).style(style::muted)).padding(padding::bottom(NEAR)),
            self.check.view(Message::Check, Message::Next),
            column![is_constancia.then(|| self.rest())],
        ];

        dialog(words::TITLE, content, Message::Closed)
            .note(self.check.note())
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

    /// What a constancia brings beside the verdict.
    fn rest(&self) -> Element<'_, Message> {
        let shift = self.placed.choice(Message::ShiftChosen);
        let placed = row![
            container(
                field::field(words::CLINIC, &self.pick.field, Message::ClinicTyped)
                    .id(CLINIC)
                    .placeholder(clinic::NUMBER_HINT)
                    .on_submit(Message::Next)
            )
            .width(140),
            container(block(clinic::SHIFT, shift, None, None)).width(Length::Fill),
            container(
                field::field(clinic::ROOM, &self.placed.room, Message::RoomTyped)
                    .id(ROOM)
                    .on_submit(Message::Next)
            )
            .width(84),
        ]
        .spacing(NEAR);
        let offers = suggest::view(&self.pick.suggest, Message::OfferTaken)
            .map(|offers| container(offers).padding(padding::bottom(NEAR)));
        let understood = self.pick.said.as_ref().map(|said| {
            let words = caption(said.text.as_str()).style(match said.tone {
                Tone::Problem => style::problem,
                Tone::Advice => style::advice,
                _ => style::muted,
            });
            container(words).padding(padding::bottom(NEAR))
        });
        let other = (self.placed.shift == ShiftChoice::Other).then(|| {
            field::field(
                clinic::OTHER_SHIFT_LABEL,
                &self.placed.other,
                Message::OtherShiftTyped,
            )
            .id(OTHER_SHIFT)
            .on_submit(Message::Next)
        });

        column![
            placed,
            column![offers],
            column![other],
            column![understood],
            column![self.places().then(|| self.take_over())],
            self.optional(),
        ]
        .into()
    }

    fn take_over(&self) -> Element<'_, Message> {
        let on = self.check.consulted_on().unwrap_or(self.today);
        let answers = choice(
            [
                Choice::new(true, words::TAKE_OVER),
                Choice::new(false, words::ONLY_NOTE),
            ],
            Some(self.takes_over(on)),
            Message::TakeOverChosen,
        );
        let recorded = clinic::recorded(self.pick.of_record(), &self.record, self.today);

        column![
            labelled(words::CLINIC_OF_RECORD, answers),
            container(caption(recorded).style(style::muted)).padding(padding::bottom(NEAR)),
        ]
        .into()
    }

    /// The history, and name or CURP that differ: hidden until somebody asks for them.
    fn optional(&self) -> Element<'_, Message> {
        let asked = row![
            self.history.rows.is_empty().then(|| {
                button(words::ADD_HISTORY, Message::HistoryPressed)
                    .icon(Icon::History)
                    .quiet()
                    .id(HISTORY)
            }),
            self.differences.is_none().then(|| {
                button(words::ADD_DIFFERENCES, Message::DifferencesPressed)
                    .icon(Icon::Pencil)
                    .quiet()
                    .id(DIFFERENCES)
            }),
        ]
        .spacing(NEAR);
        let history = (!self.history.rows.is_empty()).then(|| {
            let rows = self
                .history
                .rows
                .iter()
                .enumerate()
                .map(|(at, row)| line(at, row));
            column![
                container(row![
                    strong(words::HISTORY).width(Length::Fill),
                    caption(words::ANOTHER_ROW).style(style::muted)
                ])
                .padding(padding::bottom(4)),
                hairline(),
                container(column(rows)).padding(padding::top(NEAR)),
            ]
        });
        let differences = self.differences.as_ref().map(|(name, curp)| {
            column![
                container(strong(words::DIFFERENCES)).padding(padding::bottom(4)),
                hairline(),
                container(
                    row![
                        container(said(words::NAME, name, NAME, Message::NameTyped))
                            .width(Length::FillPortion(3)),
                        container(said(words::CURP, curp, CURP, Message::CurpTyped))
                            .width(Length::FillPortion(2)),
                    ]
                    .spacing(GAP)
                )
                .padding(padding::top(NEAR)),
            ]
        });

        column![column![history], column![differences], asked].into()
    }
}

fn said<'a>(
    label: &'a str,
    state: &'a Field,
    id: &'static str,
    on_input: impl Fn(String) -> Message + 'a,
) -> Element<'a, Message> {
    field::field(label, state, on_input)
        .id(id)
        .on_submit(Message::Next)
        .into()
}

/// A row of the history.
fn line(at: usize, row: &Row) -> Element<'_, Message> {
    let text = |label: &'static str, state, place: RowPlace| {
        field::field(label, state, move |text| Message::RowTyped(at, place, text))
            .id(id(at, place))
            .on_submit(Message::Next)
    };
    let ours = choice(
        [
            Choice::new(Some(true), words::YES),
            Choice::new(Some(false), words::NO),
        ],
        Some(row.ours),
        move |ours| Message::RowOursChosen(at, ours),
    );

    iced::widget::row![
        text(words::INSTITUTION, &row.institution, RowPlace::Institution).width(Length::Fill),
        text(words::REGISTRO, &row.registro, RowPlace::Registro).width(REGISTRO),
        text(words::SINCE, &row.since, RowPlace::Since).width(DAY),
        text(words::UNTIL, &row.until, RowPlace::Until).width(DAY),
        container(block(words::ROW_IS_OURS, ours, None, None)).width(OURS),
    ]
    .spacing(NEAR)
    .into()
}
