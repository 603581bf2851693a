//! A closed cut drawn: its envíos, and below them what the chosen one carries.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::envios::Envios;
use super::{ENVIOS, LINES, Message, Screen, Stage};
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{BAR, FOOT, GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Column, Line, Move, focusable, hairline, list, name, pressable};
use crate::desk::{Desk, PAGE_ROWS};
use crate::domain::dispatch::{Dispatch, DispatchLine};
use crate::domain::movement::{Movement, MovementKind, MovementState};
use crate::print::icon::Icon;
use crate::words::runway as words;
use crate::words::{dates, frame, identifier};

/// An envío, with its two lines.
const ENVIO: f32 = 56.0;
/// The widths of the columns but the last.
const NUMBER: f32 = 36.0;
const NAME: f32 = 212.0;
const IDENTIFIER: f32 = 72.0;
const NSS: f32 = 56.0;

impl Screen {
    /// The envíos and the lines of the chosen one.
    pub(super) fn envios_view<'a>(&'a self, desk: &'a Desk, envios: &'a Envios) -> Element<'a, Message> {
        column![
            self.envios_list(envios),
            hairline(),
            container(self.lines_list(desk, envios)).height(Length::Fill),
            hairline(),
            self.lines_foot(envios),
        ]
        .into()
    }

    fn envios_list<'a>(&self, envios: &'a Envios) -> Element<'a, Message> {
        let rows = envios
            .cut
            .dispatches
            .iter()
            .enumerate()
            .map(|(at, it)| envio(at, it, at == envios.chosen_place()));
        focusable(column(rows), Some(Message::EnvioOpened))
            .on_space(None)
            .on_key(|press| Move::from_press(press).map(Message::EnvioMoved))
            .ring(Ring::Row(envios.chosen_place()))
            .id(ENVIOS)
            .into()
    }

    fn lines_list<'a>(&'a self, desk: &'a Desk, envios: &'a Envios) -> Element<'a, Message> {
        let offset = envios.offset();
        let page = envios.lines().iter().enumerate().skip(offset).take(PAGE_ROWS);
        let is_reconciled = self.stage == Stage::Reconcile;
        let lines = page.map(|(at, (line, movement))| {
            let last = if is_reconciled {
                outcome(envios, line, movement)
            } else {
                caption(for_imss(line)).style(style::muted).into()
            };
            Line::Row(vec![
                body(dates::thousands(line.number)).style(style::muted).into(),
                name(line.name.formal(), at == envios.selected()),
                body(line.identifier.as_str()).into(),
                body(masked(&line.nss)).into(),
                last,
            ])
        });
        let last = if is_reconciled {
            words::COLUMN_OUTCOME
        } else {
            words::COLUMN_IMSS_NAME
        };
        let columns = vec![
            Column::new(words::COLUMN_NUMBER, NUMBER).right(),
            Column::new(frame::COLUMN_NAME, NAME),
            Column::new(identifier::column(&desk.campus().identifier_label), IDENTIFIER),
            Column::new(frame::NSS, NSS),
            Column::new(last, Length::Fill),
        ];
        let lines = list(
            columns,
            lines,
            Some(envios.selected() - offset),
            Message::LinePressed,
        )
        .on_move(Message::LineMoved)
        .on_open(Message::LineOpened)
        .density(desk.appearance().density)
        .id(LINES);
        if is_reconciled {
            lines.on_mark(Message::LineMarked).into()
        } else {
            lines.into()
        }
    }

    fn lines_foot<'a>(&self, envios: &'a Envios) -> Element<'a, Message> {
        let (first, of) = (envios.offset(), envios.lines().len());
        let (first, last) = ((first + 1).min(of), (first + PAGE_ROWS).min(of));
        let page = match envios.looked_for() {
            "" => words::review::page(first, last, of),
            typed => words::reconcile::looking_for(typed),
        };
        let keys = match self.stage {
            Stage::Reconcile if envios.outlook() == [0; 3] => words::reconcile::ANSWERED_KEYS,
            Stage::Reconcile => words::reconcile::KEYS,
            _ => words::send::KEYS,
        };
        container(
            row![
                container(caption(page).style(style::muted)).width(Length::Fill),
                caption(keys).style(style::muted),
            ]
            .spacing(NEAR)
            .align_y(iced::Center),
        )
        .padding([0.0, PADDING])
        .height(FOOT)
        .align_y(iced::Center)
        .into()
    }
}

/// One envío: what it carries, and how far it is.
fn envio(at: usize, of: &Dispatch, selected: bool) -> Element<'_, Message> {
    let glyph = match of.kind {
        MovementKind::Alta => Icon::CircleArrowUp,
        MovementKind::Baja => Icon::CircleArrowDown,
    };
    let heading = words::envio(of.kind, of.lines);
    let heading = if selected { strong(heading) } else { body(heading) };
    let registro = of.registro.as_ref().map(ToString::to_string);
    let (state, sent): (Element<'_, Message>, _) = match &of.sending {
        None => (body(words::send::UNSENT).style(style::advice).into(), None),
        Some(sending) => (
            body(words::send::sent_on(sending.on)).into(),
            Some(words::send::by(sending.channel, sending.lote.as_deref())),
        ),
    };
    let sent = sent.map(|sent| caption(sent).style(style::muted));
    let answered = match &of.sending {
        Some(_) => words::strip::answered(of.answers, of.lines),
        None => String::new(),
    };
    let line = row![
        icon(glyph, icons::LARGE),
        column![
            heading,
            caption(words::panel::registro_brief(registro.as_deref())).style(style::muted)
        ]
        .width(Length::FillPortion(5)),
        column![state, sent].width(Length::FillPortion(4)),
        container(caption(answered).style(style::muted)).width(Length::FillPortion(3)),
    ]
    .spacing(GAP)
    .align_y(iced::Center)
    .padding(padding::left(PADDING - BAR).right(PADDING));
    pressable(line, selected, Message::EnvioPressed(at))
        .height(ENVIO)
        .into()
}

/// What became of a line, or what will be recorded of it.
fn outcome<'a>(envios: &'a Envios, line: &DispatchLine, movement: &'a Movement) -> Element<'a, Message> {
    let day = |on: Option<chrono::NaiveDate>| on.map(dates::short).unwrap_or_default();
    match (movement.state, envios.exception(line.movement)) {
        (MovementState::Sent, None) => caption(words::reconcile::WILL_BE_ACCEPTED)
            .style(style::muted)
            .into(),
        (MovementState::Sent, Some(exception)) => {
            let said = if exception.is_unanswered {
                words::reconcile::UNANSWERED.to_owned()
            } else {
                words::reconcile::rejected(exception.cause.value())
            };
            row![
                icon(Icon::SquareCheck, icons::SMALL).style(style::advice),
                caption(said).style(style::advice).width(Length::Fill)
            ]
            .spacing(6)
            .into()
        }
        (MovementState::Accepted, _) => caption(words::reconcile::accepted_on(&day(movement.answered_on)))
            .style(style::done)
            .into(),
        (MovementState::Rejected, _) => {
            let cause = movement.rejection.as_deref().unwrap_or_default();
            caption(words::reconcile::rejected(cause))
                .style(style::problem)
                .width(Length::Fill)
                .into()
        }
        _ => caption(words::send::UNSENT).style(style::muted).into(),
    }
}

/// «DE LA CRUZ / NUNEZ / MARIA FERNANDA».
fn for_imss(line: &DispatchLine) -> String {
    let parts = [
        &line.imss.first_surname,
        &line.imss.second_surname,
        &line.imss.given,
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.cloned().collect::<Vec<_>>().join(" / ")
}

/// Its last four digits.
fn masked(nss: &str) -> String {
    match nss.len().checked_sub(4).and_then(|from| nss.get(from..)) {
        Some(last) => format!("…{last}"),
        None => nss.to_owned(),
    }
}
