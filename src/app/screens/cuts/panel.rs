//! Beside the list: who is selected and what solves it, and what the closing will do.

use chrono::NaiveDate;
use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::{CORRECT, Message, NSS, Screen, rows};
use crate::app::theme::letter::BODY;
use crate::app::theme::measure::{GAP, HAIRLINE, NEAR, PADDING, RING, RING_GAP};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::{button, field, fitting, hairline, scroll, suggest};
use crate::desk::{Desk, QueuedMovement};
use crate::domain::cutoff::expected_window;
use crate::domain::movement::MovementKind;
use crate::domain::review::Cause;
use crate::words::runway::panel as words;
use crate::words::{cuts, dates, record};

/// A line of the totals.
const TOTAL: f32 = 28.0;

impl Screen {
    /// The panel of an open cut. Below the list there is room for whoever is selected alone: the totals stand in the steps.
    pub(super) fn panel_view<'a>(&'a self, desk: &'a Desk, is_below: bool) -> Element<'a, Message> {
        let chosen = match self.reviewing.selected_row() {
            Some((Some(cause), row)) => Some(self.held_view(desk, cause, row, is_below)),
            Some((None, row)) => Some(ready_view(desk, row, is_below)),
            None => None,
        };
        if is_below {
            let [solve, said] = chosen.unwrap_or_else(|| [space().into(), self.totals_view(desk)]);
            return row![
                container(scroll(container(solve).padding(room()))).width(Length::FillPortion(1)),
                container(scroll(container(said).padding(room()))).width(Length::FillPortion(1)),
            ]
            .spacing(PADDING)
            .into();
        }
        let chosen = chosen.map(|[solve, said]| {
            let f6 = self
                .held()
                .map(|_| container(caption(words::F6).style(style::muted)).padding(padding::top(NEAR)));
            column![
                solve,
                said,
                f6,
                container(hairline()).padding(padding::vertical(PADDING))
            ]
        });
        scroll(container(column![chosen, self.totals_view(desk)]).padding(room())).into()
    }

    /// Who it is with what solves it, and what there is to know.
    fn held_view<'a>(
        &'a self,
        desk: &'a Desk,
        cause: Cause,
        row: &'a QueuedMovement,
        is_below: bool,
    ) -> [Element<'a, Message>; 2] {
        // Below the list there is room for the offers beside their field alone.
        let beside = self.nss.as_ref().filter(|_| is_below);
        let beside = beside.and_then(|nss| suggest::view(&nss.suggest, Message::NssTaken));
        let solve: Element<'a, Message> = match &self.nss {
            Some(nss) => {
                let doubtful = nss
                    .is_doubtful()
                    .then(|| caption(words::KEEP_DOUBTFUL).style(style::muted));
                let number = field::field(crate::words::frame::NSS, &nss.field, Message::NssTyped)
                    .placeholder(words::NSS_HINT)
                    .on_submit(Message::NssEntered)
                    .id(NSS);
                let number = match is_below {
                    true => number,
                    false => number.suggest(&nss.suggest, Message::NssTaken),
                };
                column![number, column![doubtful]].into()
            }
            None => container(
                button(words::CORRECT, Message::CorrectPressed)
                    .key("Enter")
                    .id(CORRECT),
            )
            .padding(padding::vertical(NEAR))
            .into(),
        };
        let limits = desk.window_limits();
        let next = self.reviewing.review().next;
        let stays = words::if_it_stays(row.movement.kind, next, expected_window(next, None, limits));
        let before = self
            .set_aside_from
            .map(|from| caption(words::was_set_aside(from)).style(style::muted));
        [
            column![who(row, is_below), space().height(NEAR), solve].into(),
            beside.unwrap_or_else(|| {
                column![
                    body(cuts::cause_advice(cause)),
                    before,
                    caption(stays).style(style::muted),
                ]
                .spacing(NEAR)
                .into()
            }),
        ]
    }

    /// What goes and what is set aside, under which registro, and when it is expected to show.
    fn totals_view<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        let review = self.reviewing.review();
        let registro = match self.reviewing.selected_row() {
            Some((_, row)) => desk.registro_of(row),
            None => desk.settings().registros().into_iter().next(),
        };
        let registro = registro.map(|registro| registro.to_string());
        let total_of = |kind| review.ready_of(kind);
        column![
            strong(words::TOTALS),
            space().height(NEAR),
            total(words::ALTAS, total_of(MovementKind::Alta)),
            total(words::BAJAS, total_of(MovementKind::Baja)),
            total(words::SET_ASIDE, review.held_count()),
            space().height(GAP),
            caption(words::registro(registro.as_deref())).style(style::muted),
            space().height(4),
            caption(expected(desk, self.cut)).style(style::muted),
        ]
        .into()
    }
}

/// The name, and where at the school; the number alone where there is little room.
fn who<'a>(row: &'a QueuedMovement, is_brief: bool) -> Element<'a, Message> {
    let student = &row.student.particulars;
    if is_brief {
        return who_in_a_line(student.name.formal(), student.identifier.as_str());
    }
    let school = [
        Some(student.identifier.as_str().to_owned()),
        student.career.as_deref().map(record::career_brief),
        student.semester.map(record::semester),
    ];
    column![
        strong(student.name.formal()),
        caption(school.into_iter().flatten().collect::<Vec<_>>().join(" · ")).style(style::muted),
    ]
    .into()
}

/// The name and the number in one line.
pub(super) fn who_in_a_line<'a>(name: String, identifier: &'a str) -> Element<'a, Message> {
    row![
        container(fitting(name, BODY, true)).width(Length::Fill),
        caption(identifier).style(style::muted)
    ]
    .spacing(NEAR)
    .align_y(iced::Center)
    .into()
}

fn ready_view<'a>(desk: &'a Desk, row: &'a QueuedMovement, is_below: bool) -> [Element<'a, Message>; 2] {
    let student = &row.student.particulars;
    let nss = record::nss(&student.nss, desk.appearance().masks_numbers);
    [
        column![
            who(row, is_below),
            space().height(NEAR),
            iced::widget::row![rows::kind(row.movement.kind), body(nss.unwrap_or_default())]
                .spacing(GAP)
                .align_y(iced::Center),
            space().height(NEAR),
        ]
        .into(),
        column![
            body(words::IS_READY).style(style::done),
            container(button(words::OPEN, Message::OpenPressed).key("Enter")).padding(padding::top(GAP)),
        ]
        .into(),
    ]
}

/// Clear of the scroll bar, and room for the ring of what has the focus.
pub(super) fn room() -> iced::Padding {
    padding::left(RING + RING_GAP)
        .right(PADDING)
        .vertical(RING + RING_GAP)
}

/// When what is not sent yet is expected to show: of a cut that has passed, if it is sent today.
pub(super) fn expected(desk: &Desk, cut: NaiveDate) -> String {
    let (today, limits) = (desk.today(), desk.window_limits());
    if cut < today {
        return words::expected_if_today(expected_window(cut, Some(today), limits));
    }
    words::expected(cut, expected_window(cut, None, limits))
}

/// A label and its number, above a hairline.
pub(super) fn total<'a>(label: &'a str, count: usize) -> Element<'a, Message> {
    column![
        container(
            row![
                container(body(label)).width(Length::Fill),
                body(dates::thousands(count))
            ]
            .align_y(iced::Center)
        )
        .height(TOTAL - HAIRLINE)
        .align_y(iced::Center),
        hairline(),
    ]
    .into()
}
