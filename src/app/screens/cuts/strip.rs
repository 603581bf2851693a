//! The cuts one below the other, at the left: the closed ones with a filled mark.

use chrono::NaiveDate;
use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::{Message, STRIP, Screen};
use crate::app::theme::measure::{BAR, GAP, HAIRLINE, NEAR, PADDING, SCREEN_HEAD};
use crate::app::theme::{body, caption, strong, style, title};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Move, focusable, hairline, pressable, scroll};
use crate::desk::{CutStands, Desk, StripCut};
use crate::domain::settings::Topic;
use crate::words::runway::strip as words;

/// A cut, with its two lines.
const CUT: f32 = 56.0;
/// The round mark.
const MARK: f32 = 10.0;

impl Screen {
    /// Draws the strip.
    pub(super) fn strip_view<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        use chrono::Datelike;

        let head = container(
            row![
                container(title(words::TITLE)).width(Length::Fill),
                body(desk.today().year().to_string()).style(style::muted),
            ]
            .align_y(iced::Center),
        )
        .padding([0.0, PADDING])
        .height(SCREEN_HEAD - HAIRLINE)
        .align_y(iced::Center);
        let today = desk.today();
        let cuts = self
            .strip
            .iter()
            .enumerate()
            .map(|(at, it)| cut(at, it, it.cut == self.cut, today));
        let list = focusable(column(cuts), Some(Message::CutOpened))
            .on_space(None)
            .on_key(|press| Move::from_press(press).map(Message::CutMoved))
            .ring(Ring::Row(self.strip_place()))
            .id(STRIP);
        let days = words::calendar(&desk.settings().text(Topic::CutDays));
        column![
            head,
            hairline(),
            scroll(list).height(Length::Fill),
            container(caption(days).style(style::muted)).padding([GAP, PADDING]),
        ]
        .into()
    }
}

fn cut(at: usize, of: &StripCut, selected: bool, today: NaiveDate) -> Element<'_, Message> {
    let (state, told) = match &of.stands {
        CutStands::Coming { count, .. } if count.total() == 0 => (
            None,
            // Nothing waits yet: that the office is reminded earlier is what one has to know.
            of.prepare_on.map_or_else(|| words::movements(0), words::reminded),
        ),
        CutStands::Coming { count, days_left } => (None, words::coming(count.total(), *days_left)),
        CutStands::LeftBehind { count } => (None, words::left_behind(count.total())),
        CutStands::Reopened { count, .. } => (Some(words::REOPENED), words::movements(count.total())),
        CutStands::Closed(it) if it.sent == 0 => (Some(words::CLOSED), words::unsent(&it.folio)),
        CutStands::Closed(it) if it.is_unsent() => (
            Some(words::CLOSED),
            words::partly_sent(it.dispatches - it.sent, it.dispatches),
        ),
        CutStands::Closed(it) if it.is_reconciled() && it.answers.rejected == 0 => {
            (None, words::reconciled(&it.folio))
        }
        CutStands::Closed(it) => (Some(words::SENT), words::answered(it.answers, it.lines)),
    };
    // That the day is one without work matters until the cut is closed; then its room is for how it stands.
    let weekday = words::weekday(of.cut, of.prepare_on.is_none() || state.is_some());
    let after = match state {
        Some(state) => format!("{weekday} · {state}"),
        None => weekday,
    };
    let day = words::day(of.cut, today);
    let day = if selected { strong(day) } else { body(day) };
    let is_behind = matches!(of.stands, CutStands::LeftBehind { .. })
        || matches!(&of.stands, CutStands::Closed(it) if it.is_unsent() && of.cut < today);
    let told = caption(told).style(if is_behind { style::advice } else { style::muted });
    let mark = container(space())
        .width(MARK)
        .height(MARK)
        .style(style::cut_mark(of.stands.is_closed()));
    let line = row![
        mark,
        column![
            row![day, caption(after).style(style::muted)]
                .spacing(4)
                .align_y(iced::Center),
            told,
        ]
    ]
    .spacing(GAP)
    .align_y(iced::Center)
    .padding(padding::left(PADDING - BAR).right(NEAR));
    pressable(line, selected, Message::CutPressed(at))
        .height(CUT)
        .into()
}
