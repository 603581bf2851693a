//! What stands below the facts: the movement that waits in the queue, or the one cause and the one step, and the case that
//! is open.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::{Message, Pane, QUEUED, case, plain_button};
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, caption, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Press, focusable};
use crate::desk::Desk;
use crate::domain::case::KeptCase;
use crate::domain::movement::Movement;
use crate::print::icon::Icon;
use crate::words::case::{self as case_words, kept};
use crate::words::{frame, movements};

impl Pane {
    /// What waits in the queue, and what can still be done about it.
    pub(super) fn strip<'a>(&'a self, desk: &'a Desk, movement: &'a Movement) -> Element<'a, Message> {
        let window = crate::domain::cutoff::expected_window(movement.cut, None, desk.window_limits());
        let said = movements::queued(movement.kind, movement.cut, window);
        let next = desk.cut_calendar().after(movement.cut);
        let observed = movements::queued_with(&self.record.observations(movement.kind), next);
        let urgent = if movement.urgent {
            frame::NOT_URGENT
        } else {
            frame::URGENT
        };
        let on_key = |press: &Press<'_>| {
            use iced::keyboard::key::Named;

            match press.typed() {
                Some("u" | "U") => Some(Message::UrgentPressed),
                _ if press.is(Named::Delete) => Some(Message::CancelPressed),
                _ => None,
            }
        };
        let words = column![
            row![icon(Icon::Clock, icons::SMALL), body(said).width(Length::Fill)].spacing(NEAR),
            column![observed.map(|observed| {
                row![
                    icon(Icon::TriangleAlert, icons::SMALL).style(style::advice),
                    caption(observed).style(style::advice).width(Length::Fill)
                ]
                .spacing(NEAR)
            })],
            row![
                plain_button(urgent, "U", Message::UrgentPressed),
                plain_button(frame::CANCEL_MOVEMENT, "Supr", Message::CancelPressed),
            ]
            .spacing(NEAR)
            .wrap(),
        ]
        .spacing(NEAR);
        let strip = focusable(
            container(words)
                .padding(GAP)
                .width(Length::Fill)
                .style(style::panel),
            None,
        )
        .on_key(on_key)
        .ring(Ring::Around(8.0))
        .id(QUEUED);

        container(strip).padding(padding::top(GAP)).into()
    }

    /// The one cause and the one step, while nothing waits in the queue.
    pub(super) fn next_step<'a>(&'a self, desk: &Desk) -> Option<Element<'a, Message>> {
        let of = desk.case_of(&self.record);
        if !of.calls() {
            return None;
        }
        let masked = desk.appearance().masks_numbers;
        // What to say on the phone stands beside what a document tells; else Ctrl+O is asked for it.
        let script: Element<'_, Message> = if of.is_trouble() || self.is_case_open() {
            case::script_lines(case::script_of(desk, &self.record, &of))
        } else {
            let wanted = Message::Case(case::Message::Wanted);
            plain_button(case_words::script::TITLE, "Ctrl+O", wanted)
        };
        let panel = container(column![case::told(&of, masked), script].spacing(NEAR))
            .padding(GAP)
            .width(Length::Fill)
            .style(style::panel);
        Some(container(panel).padding(padding::top(GAP)).into())
    }

    fn is_case_open(&self) -> bool {
        self.kept.first().is_some_and(KeptCase::is_open)
    }

    /// That a case is open, and the key that shows it.
    pub(super) fn open_case(&self) -> Option<Element<'_, Message>> {
        let open = self.kept.first().filter(|kept| kept.is_open())?;
        let newest = self.record.dossier().last_check();
        let may_close = open.may_close(newest).map(kept::may_close);
        let said = [Some(kept::strip(open)), may_close];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join(". ");
        let line = row![
            icon(Icon::Users, icons::SMALL).style(style::advice),
            body(said).style(style::advice).width(Length::Fill),
            plain_button(kept::SECTION, "Ctrl+O", Message::Case(case::Message::Wanted)),
        ]
        .spacing(NEAR)
        .align_y(iced::Center);
        Some(container(line).padding(padding::top(NEAR)).into())
    }
}
