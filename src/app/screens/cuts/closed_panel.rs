//! Beside a closed cut: its folio and seal, and what there is to do about the chosen envío or the selected line.

use iced::widget::{column, container, row, space};
use iced::{Element, padding};

use super::envios::Envios;
use super::panel::{expected, room, total, who_in_a_line};
use super::{ANSWERED_ON, CAUSE, EXCEPTION, Message, Screen, Stage};
use crate::app::theme::measure::{GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::{button, choice, field, hairline, scroll, suggest};
use crate::desk::{Desk, proposed_fix};
use crate::domain::cutoff::expected_window;
use crate::domain::movement::{MovementKind, MovementState};
use crate::words::{capture, notices, runway as words};

impl Screen {
    /// The panel of a closed cut.
    pub(super) fn closed_panel<'a>(
        &'a self,
        desk: &'a Desk,
        envios: &'a Envios,
        is_below: bool,
    ) -> Element<'a, Message> {
        let [first, second] = match self.stage {
            Stage::Reconcile => {
                // Below the list there is room for the offers beside their field alone.
                let offers = suggest::view(&self.causes, Message::CauseTaken).filter(|_| is_below);
                [
                    self.line_panel(envios, is_below),
                    offers.unwrap_or_else(|| self.answer_panel(envios)),
                ]
            }
            _ => [folio_panel(envios), envio_panel(desk, envios)],
        };
        if is_below {
            let half =
                |part| container(scroll(container(part).padding(room()))).width(iced::Length::FillPortion(1));
            return row![half(first), half(second)].spacing(PADDING).into();
        }
        let rule = container(hairline()).padding(padding::vertical(PADDING));
        scroll(container(column![first, rule, second]).padding(room())).into()
    }

    /// Who is selected, and what is recorded about that line.
    fn line_panel<'a>(&'a self, envios: &'a Envios, is_below: bool) -> Element<'a, Message> {
        let Some((line, movement)) = envios.line() else {
            return space().into();
        };
        let who: Element<'a, Message> = if is_below {
            who_in_a_line(line.name.formal(), &line.identifier)
        } else {
            column![
                strong(line.name.formal()),
                caption(line.identifier.as_str()).style(style::muted),
            ]
            .into()
        };
        let about: Element<'a, Message> = match (movement.state, envios.exception(line.movement)) {
            (MovementState::Sent, Some(exception)) => {
                let kinds = choice(
                    [
                        Choice::new(false, words::reconcile::REJECTED),
                        Choice::new(true, words::reconcile::UNANSWERED_WORD),
                    ],
                    Some(exception.is_unanswered),
                    Message::UnansweredChosen,
                )
                .id(EXCEPTION);
                let cause = (!exception.is_unanswered).then(|| {
                    let cause = field::field(words::reconcile::CAUSE, &exception.cause, Message::CauseTyped)
                        .placeholder(words::reconcile::CAUSE_HINT)
                        .on_submit(Message::CauseEntered)
                        .id(CAUSE);
                    match is_below {
                        true => cause,
                        false => cause.suggest(&self.causes, Message::CauseTaken),
                    }
                });
                column![column![cause], kinds].into()
            }
            (MovementState::Sent, None) => body(words::reconcile::HOW_TO_MARK).into(),
            (MovementState::Rejected, _) => column![
                body(words::reconcile::rejected(
                    movement.rejection.as_deref().unwrap_or_default()
                ))
                .style(style::problem),
                caption(crate::words::reconcile::fix(proposed_fix(
                    movement.rejection.as_deref().unwrap_or_default()
                ))),
                caption(words::reconcile::queue_again(movement.kind)).style(style::muted),
            ]
            .spacing(NEAR)
            .into(),
            (MovementState::Accepted, _) => body(words::reconcile::IS_ACCEPTED).style(style::done).into(),
            _ => caption(words::send::UNSENT).style(style::muted).into(),
        };
        column![who, space().height(NEAR), about].into()
    }

    /// The day of the answer, and what Ctrl+Enter would record.
    fn answer_panel<'a>(&'a self, envios: &'a Envios) -> Element<'a, Message> {
        let [accepted, rejected, unanswered] = envios.outlook();
        let open = accepted + rejected + unanswered > 0;
        let day = open.then(|| {
            field::field(words::reconcile::DAY, &envios.answered_on, Message::DayTyped)
                .on_submit(Message::DayEntered)
                .id(ANSWERED_ON)
        });
        let totals = open.then(|| {
            column![
                total(words::reconcile::TOTAL_ACCEPTED, accepted),
                total(words::reconcile::TOTAL_REJECTED, rejected),
                total(words::reconcile::TOTAL_UNANSWERED, unanswered),
            ]
        });
        let done = (!open).then(|| caption(words::reconcile::ALL_ANSWERED).style(style::muted));
        let notices = (envios.accepted_altas() > 0).then(|| {
            column![
                space().height(GAP),
                row![button(notices::screen::TITLE, Message::NoticesPressed).key("V")],
            ]
        });
        column![column![day], totals, done, notices].into()
    }
}

/// Folio, seal and figures of the closing.
fn folio_panel(envios: &Envios) -> Element<'_, Message> {
    let closing = &envios.cut.closing;
    let of = |kind: MovementKind| {
        let of_kind = envios.cut.dispatches.iter().filter(move |it| it.kind == kind);
        of_kind.map(|it| it.lines as usize).sum()
    };
    let reopened = closing
        .reopened
        .as_ref()
        .map(|it| caption(words::reopened_by(it)).style(style::muted));
    column![
        strong(words::folio(&closing.folio, closing.was_reopened())),
        caption(words::seal(&closing.short_seal())).style(style::muted),
        caption(words::closed_by(closing.closed_at, &closing.closed_by)).style(style::muted),
        reopened,
        space().height(GAP),
        total(words::panel::ALTAS, of(MovementKind::Alta)),
        total(words::panel::BAJAS, of(MovementKind::Baja)),
        total(words::panel::SET_ASIDE, envios.cut.set_aside),
    ]
    .into()
}

/// What there is to do about the chosen envío.
fn envio_panel<'a>(desk: &'a Desk, envios: &'a Envios) -> Element<'a, Message> {
    let Some(dispatch) = envios.chosen() else {
        return space().into();
    };
    let sent = dispatch.sending.as_ref().map(|it| it.on);
    let cut = envios.cut.closing.cut;
    let expected = match sent {
        None => expected(desk, cut),
        Some(_) => {
            let window = expected_window(cut, sent, desk.window_limits());
            words::panel::expected_since_sent(dispatch.kind, window)
        }
    };
    let act = match sent {
        None if envios.unsent().len() > 1 => {
            Some(button(words::send::ONLY_THIS, Message::EnvioOpened).key("Enter"))
        }
        None => None,
        Some(_) => Some(button(words::send::CORRECT, Message::CorrectSendingPressed).key("C")),
    };
    let capture = sent
        .is_none()
        .then(|| button(capture::TITLE, Message::CapturePressed).key("A"));
    let reopen = envios
        .may_reopen()
        .is_ok()
        .then(|| button(words::send::REOPEN, Message::ReopenPressed).key("R"));
    column![
        strong(words::envio(dispatch.kind, dispatch.lines)),
        caption(expected).style(style::muted),
        row![act, capture, reopen]
            .spacing(NEAR)
            .wrap()
            .vertical_spacing(NEAR),
    ]
    .spacing(NEAR)
    .into()
}
