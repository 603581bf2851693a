//! How copies, a key that is asked for, and what a copy would do are drawn.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::{COPIES, KEY, Message, PLACE, RESTORE, Screen, Stage};
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{BAR, GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, name, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Move, Press, button, field, focusable, pressable};
use crate::desk::restoring::{Present, Tried};
use crate::print::icon::Icon;
use crate::store::restore::{Asks, Candidate, Origin};
use crate::words::restore as words;

impl Screen {
    /// The copies, the path that can be typed, and why the last one was not used.
    /// `take` is a button that takes the chosen one, where the copies do not have the focus at first.
    pub fn view_choice<'a>(&'a self, take: Option<Element<'a, Message>>) -> Element<'a, Message> {
        let refused = self
            .refused
            .as_deref()
            .map(|why| container(body(why).style(style::problem)).padding(padding::bottom(GAP)));
        let place = field(words::PLACE, &self.place, Message::PlaceTyped)
            .placeholder(words::PLACE_HINT)
            .hint(words::SECRET_LATER)
            .id(PLACE)
            .on_submit(Message::PlaceEntered);
        column![
            column![refused],
            column![self.has_copies().then(|| self.view_copies())],
            column![take.map(|take| container(take).padding(padding::top(NEAR)))],
            container(place).padding(padding::top(if self.has_copies() { PADDING } else { 0.0 })),
        ]
        .into()
    }

    fn view_copies(&self) -> Element<'_, Message> {
        let rows = self.found.iter().enumerate().map(|(at, copy)| {
            let chosen = at == self.chosen;
            let line = container(self.view_copy(copy, chosen)).padding(padding::all(NEAR).left(GAP - BAR));
            pressable(line, chosen, Message::Chosen(at))
                .last(at + 1 == self.found.len())
                .into()
        });
        let on_key = |press: &Press<'_>| Move::from_press(press).map(Message::Moved);
        focusable(
            container(column(rows)).padding(1).style(style::offers),
            Some(Message::Taken),
        )
        .on_space(None)
        .on_key(on_key)
        .ring(Ring::Around(6.0))
        .id(COPIES)
        .into()
    }

    fn view_copy<'a>(&self, copy: &'a Candidate, chosen: bool) -> Element<'a, Message> {
        let today = self.clock.today();
        let file = words::place_of(&copy.path);
        let mark = match (&copy.asks, copy.is_whole) {
            (_, false) => icon(Icon::TriangleAlert, icons::SMALL).style(style::advice),
            (Asks::Nothing, true) => icon(Icon::CircleCheck, icons::SMALL).style(style::done),
            (Asks::Key { .. }, true) => icon(Icon::Lock, icons::SMALL).style(style::plain),
            (Asks::Passphrase, true) => icon(Icon::Package, icons::SMALL).style(style::plain),
        };
        let told = match &copy.report {
            Some(report) => {
                let title = words::copy_title(&report.campus, report.students, copy.is_whole);
                let last = report.last_change.unwrap_or(report.at);
                let kept = (copy.origin == Origin::Kept).then(|| caption(words::KEPT).style(style::muted));
                column![
                    if chosen { strong(title) } else { body(title) },
                    caption(words::last_change(last, report.at, today)).style(style::muted),
                    kept,
                ]
            }
            None => column![body(words::NO_MANIFEST)],
        };
        row![
            mark,
            column![told, caption(file).style(style::muted)].width(Length::Fill)
        ]
        .spacing(NEAR)
        .into()
    }

    /// What is between choosing a copy and having it: its key, and what it would do. `None` while one is being chosen.
    pub fn view_stage(&self) -> Option<Element<'_, Message>> {
        match &self.stage {
            Stage::Choosing => None,
            Stage::Trying => Some(body(words::TRYING).into()),
            Stage::Sealed(copy) => Some(self.view_sealed(copy)),
            Stage::Tried(tried) => Some(self.view_tried(tried, true)),
            Stage::Keeping(tried) => Some(self.view_tried(tried, false)),
        }
    }

    /// The same for a dialog, which has its verbs at its foot.
    pub fn view_told(&self) -> Option<Element<'_, Message>> {
        match &self.stage {
            Stage::Tried(tried) => Some(self.view_differences(tried)),
            Stage::Keeping(tried) => Some(
                column![self.view_differences(tried), body(words::KEEPING)]
                    .spacing(GAP)
                    .into(),
            ),
            _ => self.view_stage(),
        }
    }

    fn view_sealed<'a>(&'a self, copy: &'a Candidate) -> Element<'a, Message> {
        let (label, hint, asked) = match &copy.asks {
            Asks::Passphrase => (
                words::PASSPHRASE,
                words::PASSPHRASE_HINT,
                words::PASSPHRASE_WANTED.to_owned(),
            ),
            Asks::Key { sheet } => (words::KEY, words::KEY_HINT, words::key_of_sheet(sheet)),
            Asks::Nothing => (words::KEY, words::KEY_HINT, String::new()),
        };
        let key = field(label, &self.key, Message::KeyTyped)
            .hint(hint)
            .id(KEY)
            .on_submit(Message::KeyEntered);
        let go_on = button(words::OPEN, Message::KeyEntered)
            .key("Enter")
            .primary()
            .tall();
        column![self.view_copy(copy, true), body(asked), key, go_on]
            .spacing(GAP)
            .into()
    }

    /// What a copy was found to be, and what it would do.
    fn view_differences<'a>(&'a self, tried: &'a Tried) -> Element<'a, Message> {
        let today = self.clock.today();
        let report = tried.report();
        let facts = words::CopyFacts {
            campus: &report.campus,
            students: report.students,
            last_change: report.last_change.unwrap_or(report.at),
            is_whole: true,
        };
        let mut told = column![
            name(words::copy_line(facts, today)),
            caption(words::checked(tried.is_vouched())).style(style::muted),
        ]
        .spacing(NEAR);
        if let Present::Compared(weighed) = &tried.present {
            let here = words::side(&weighed.comparison.here, today);
            told = told.push(body(format!("{}: {here}", words::HERE)));
        }
        for sentence in tried.differences() {
            told = told.push(strong(sentence));
        }
        if let Present::Compared(weighed) = &tried.present {
            let comparison = &weighed.comparison;
            for (head, acts) in [
                (words::acts_lost(comparison.acts_lost), &weighed.lost_acts),
                (words::acts_back(comparison.acts_back), &weighed.back_acts),
            ] {
                if acts.is_empty() {
                    continue;
                }
                let lines = acts.iter().map(|act| caption(act.as_str()).into());
                told = told.push(column![body(head), column(lines)].spacing(4));
            }
        }
        told.into()
    }

    fn view_tried<'a>(&'a self, tried: &'a Tried, waits: bool) -> Element<'a, Message> {
        let verb = match tried.present {
            Present::Nothing => words::RESTORE_HERE,
            _ => words::REPLACE,
        };
        let buttons = row![
            button(verb, Message::RestorePressed)
                .key("Enter")
                .icon(Icon::HardDrive)
                .primary()
                .tall()
                .id(RESTORE),
            (!matches!(tried.present, Present::Nothing)).then(look_button),
        ]
        .spacing(NEAR);
        let foot: Element<'_, Message> = if waits {
            buttons.into()
        } else {
            body(words::KEEPING).into()
        };
        column![
            self.view_differences(tried),
            container(foot).padding(padding::top(NEAR))
        ]
        .spacing(GAP)
        .into()
    }
}

/// The button that shows a copy without changing anything.
pub(in crate::app::screens) fn look_button<'a>() -> Element<'a, Message> {
    button(words::LOOK, Message::LookPressed)
        .key("V")
        .icon(Icon::Search)
        .tall()
        .into()
}

/// The button that takes the chosen copy.
pub(in crate::app::screens) fn take_button<'a>() -> Element<'a, Message> {
    button(words::RESTORE_HERE, Message::Taken)
        .key("C, Enter")
        .icon(Icon::HardDrive)
        .into()
}

/// The button that leads back to the copies.
pub(in crate::app::screens) fn leave_hint<'a, Parent: 'a>() -> Element<'a, Parent> {
    caption(words::BACK_KEY).style(style::muted).into()
}
