//! The screen, and the two panes of the review.

use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::frame::counters;
use super::review::Entry;
use super::rows::Look;
use super::{CAUSES, Message, ROWS, Screen, Step};
use crate::app::theme::measure::{
    BAR, FOOT, GAP, GROUP_HEAD, HAIRLINE, LIST, NARROW, NEAR, PADDING, ROW, SCREEN_HEAD, TABLE_HEAD,
};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Move, button, focusable, hairline, hairline_down, list, name, pressable, scroll};
use crate::desk::import::Importing;
use crate::desk::{Desk, PAGE_ROWS};
use crate::domain::import::{Counts, ImportKind, Plan};
use crate::print::icon::Icon;
use crate::words::{dates, identifier, import as import_words, importing as words, keys};

/// The causes, in a wide window.
const CAUSES_WIDTH: f32 = 320.0;
/// The causes, where there is little room.
const CAUSES_NARROW: f32 = 240.0;
/// A cause, with its two lines.
const CAUSE: f32 = 56.0;
/// The head above the rows of a cause.
const ROWS_HEAD: f32 = 60.0;

impl Screen {
    /// Draws it in a window of this width.
    pub fn view<'a>(&'a self, desk: &'a Desk, width: f32) -> Element<'a, Message> {
        let below: Element<'a, Message> = match (self.step, &self.importing) {
            (Step::Columns, Some(importing)) => self.columns_view(desk, importing, width),
            (Step::Review, Some(importing)) => self.review_view(desk, importing, width),
            _ => {
                let list = container(self.files.view(desk, width < NARROW))
                    .style(style::surface)
                    .height(Length::Fill);
                let list = if width < NARROW {
                    list.width(Length::FillPortion(3))
                } else {
                    list.width(LIST)
                };
                let beside = container(self.former.view())
                    .style(style::bg)
                    .height(Length::Fill);
                row![list, hairline_down(), beside.width(Length::FillPortion(2))]
                    .height(Length::Fill)
                    .into()
            }
        };
        column![
            container(self.head_view())
                .padding([0.0, PADDING])
                .height(SCREEN_HEAD - HAIRLINE)
                .align_y(iced::Center)
                .width(Length::Fill)
                .style(style::surface),
            hairline(),
            self.steps(desk),
            hairline(),
            below,
        ]
        .into()
    }

    fn review_view<'a>(
        &'a self,
        desk: &'a Desk,
        importing: &'a Importing,
        width: f32,
    ) -> Element<'a, Message> {
        let plan = importing.plan();
        let counts = plan.counts();
        let is_narrow = width < NARROW;
        let causes_width = if is_narrow { CAUSES_NARROW } else { CAUSES_WIDTH };
        column![
            counters(plan.kind, &counts, is_narrow),
            hairline(),
            row![
                container(self.causes(plan, &counts, is_narrow))
                    .width(causes_width - HAIRLINE)
                    .style(style::bg),
                hairline_down(),
                container(self.rows_pane(desk, plan, &counts, is_narrow))
                    .width(Length::Fill)
                    .style(style::surface),
            ]
            .height(Length::Fill),
        ]
        .into()
    }

    /// The lists of the plan, the causes first.
    fn causes<'a>(&'a self, plan: &'a Plan, counts: &Counts, is_narrow: bool) -> Element<'a, Message> {
        let head = container(
            row![
                container(caption(dates::thousands(counts.held as u64)).style(style::muted)).align_right(28),
                caption(words::review::CAUSES).style(style::muted),
            ]
            .spacing(GAP)
            .align_y(iced::Center)
            .height(TABLE_HEAD - HAIRLINE),
        )
        .padding([0.0, PADDING])
        .width(Length::Fill)
        .style(style::sunken);
        let entries = self.review.entries();
        let first_of_rest = entries.iter().position(|entry| entry.cause().is_none());
        let mut ring = self.review.chosen();
        let mut lines: Vec<Element<'a, Message>> = Vec::with_capacity(entries.len() + 1);
        for (at, entry) in entries.iter().enumerate() {
            if Some(at) == first_of_rest && at > 0 {
                lines.push(group(words::review::REST));
                ring += usize::from(self.review.chosen() >= at);
            }
            lines.push(self.entry(at, *entry, plan));
        }
        let lists = focusable(column(lines), Some(Message::EntryOpened))
            .on_space(Some(Message::AcceptPressed))
            .on_key(|press| Move::from_press(press).map(Message::EntryMoved))
            .ring(Ring::Row(ring))
            .id(CAUSES);
        let foot = container(caption(words::review::FOOT).style(style::muted)).padding([NEAR, PADDING]);
        let foot: Option<Element<'a, Message>> = (!is_narrow).then(|| foot.into());
        column![head, hairline(), scroll(lists).height(Length::Fill), foot].into()
    }

    fn entry<'a>(&self, at: usize, entry: Entry, plan: &Plan) -> Element<'a, Message> {
        let selected = at == self.review.chosen();
        let count = dates::thousands(entry.count(plan) as u64);
        let (heading, told) = named(entry, plan.kind);
        let is_cause = entry.cause().is_some();
        let number = if is_cause {
            crate::app::theme::name(count)
        } else {
            body(count).style(style::muted)
        };
        let heading = name(heading, selected);
        let told = told.map(|told| caption(told).style(style::muted));
        let height = if is_cause { CAUSE } else { ROW };
        let line = row![
            container(number).align_right(44.0 - BAR),
            container(column![heading, told])
                .padding(padding::left(GAP).right(PADDING).top(3).bottom(3))
                .width(Length::Fill),
        ]
        .align_y(iced::Center);
        // As high as ever, or as its words need in a narrow pane.
        pressable(line, selected, Message::EntrySelected(at))
            .at_least(height)
            .into()
    }

    fn rows_pane<'a>(
        &'a self,
        desk: &'a Desk,
        plan: &'a Plan,
        counts: &Counts,
        is_narrow: bool,
    ) -> Element<'a, Message> {
        let Some(entry) = self.review.entry() else {
            return container(body(words::review::NO_ROWS).style(style::muted))
                .padding(PADDING)
                .into();
        };
        let label = desk.campus().identifier_label.as_str();
        let selected = self.review.selected() - self.review.offset();
        let rows = list(
            self.heads(entry, is_narrow, &identifier::column(label)),
            self.lines(
                plan,
                entry,
                Look {
                    is_narrow,
                    masks_numbers: desk.appearance().masks_numbers,
                },
            ),
            Some(selected),
            Message::RowSelected,
        )
        .on_move(Message::RowMoved)
        .on_open(Message::RowOpened)
        .on_mark(Message::AcceptPressed)
        .density(desk.appearance().density)
        .id(ROWS);
        let (first, of) = (self.review.offset(), self.review.rows().len());
        let (first, last) = ((first + 1).min(of), (first + PAGE_ROWS).min(of));
        let page = if is_narrow {
            words::page_brief(first, last, of)
        } else {
            words::page(first, last, of)
        };
        let page = row![
            container(caption(page).style(style::muted)).width(Length::Fill),
            self.verbs(entry, plan),
        ]
        .spacing(NEAR)
        .align_y(iced::Center);
        let outlook = caption(import_words::outlook(plan.kind, counts)).style(style::muted);
        let safe = (!is_narrow).then(|| caption(words::review::SAFE).style(style::muted));
        column![
            container(self.rows_head(entry, plan))
                .padding([0.0, PADDING])
                .height(ROWS_HEAD - HAIRLINE)
                .align_y(iced::Center),
            hairline(),
            container(rows).height(Length::Fill),
            hairline(),
            container(page)
                .padding([0.0, PADDING])
                .height(FOOT + NEAR)
                .align_y(iced::Center),
            hairline(),
            container(column![outlook, safe])
                .padding([if is_narrow { 4.0 } else { NEAR }, PADDING])
                .width(Length::Fill),
        ]
        .into()
    }

    /// The name of the chosen list, what accepting it does, and the key for all of it.
    fn rows_head<'a>(&self, entry: Entry, plan: &Plan) -> Element<'a, Message> {
        let (heading, _) = named(entry, plan.kind);
        let explained = match entry {
            Entry::Cause(cause) => import_words::cause_explained(cause),
            Entry::New if plan.kind == ImportKind::Bajas => words::review::NEW_BAJAS_TOLD,
            Entry::New => words::review::NEW_TOLD,
            Entry::Changes => words::review::CHANGES_TOLD,
            Entry::Same => words::review::SAME_TOLD,
            Entry::Noted => words::review::NOTED_TOLD,
            Entry::Aside => words::review::ASIDE_TOLD,
            Entry::Missing => words::review::MISSING_TOLD,
        };
        let can_accept = entry.cause().map(|cause| {
            plan.held_by(cause)
                .filter(|row| row.held_by().is_some_and(|doubt| doubt.proposal.is_some()))
                .count()
        });
        let accept = can_accept.filter(|count| *count > 0).map(|count| {
            button(words::accept_all(count), Message::AcceptAllPressed)
                .icon(Icon::CheckCheck)
                .key("A")
        });
        row![
            column![strong(heading), caption(explained).style(style::muted)].width(Length::Fill),
            accept
        ]
        .spacing(GAP)
        .align_y(iced::Center)
        .into()
    }

    /// What can be done with the selected row, for the mouse and to tell the keys.
    fn verbs<'a>(&self, entry: Entry, plan: &Plan) -> Element<'a, Message> {
        let accept = |word| button(word, Message::AcceptPressed).key(keys::SPACE).quiet();
        if entry == Entry::Missing {
            let missing = self.review.place().and_then(|at| plan.missing.get(at));
            let word = missing.map(|missing| match missing.stays {
                true => words::review::LET_GO,
                false => words::review::LET_STAY,
            });
            return row![word.map(accept)].into();
        }
        let Some(chosen) = self.review.row(plan) else {
            return space().into();
        };
        let doubt = entry.doubt(chosen);
        let decide = match doubt {
            Some(doubt) if doubt.choice.is_some() => Some(words::review::TAKE_BACK),
            Some(doubt) if doubt.proposal.is_some() => Some(words::review::ACCEPT),
            _ => None,
        };
        let other = doubt.and_then(|doubt| import_words::other(doubt.cause));
        let other = other.map(|word| button(word, Message::OtherPressed).key("O").quiet());
        row![
            decide.map(accept),
            other,
            button(words::review::CORRECT, Message::RowOpened)
                .key(keys::ENTER)
                .quiet(),
            button(words::review::ASIDE_VERB, Message::AsidePressed)
                .key("Supr")
                .quiet(),
        ]
        .into()
    }
}

/// What a list is called, and what is to be done about it.
fn named(entry: Entry, kind: ImportKind) -> (&'static str, Option<&'static str>) {
    let heading = match entry {
        Entry::Cause(cause) => {
            return (
                import_words::cause(cause),
                Some(import_words::cause_detail(cause)),
            );
        }
        Entry::New if kind == ImportKind::Bajas => words::review::NEW_BAJAS,
        Entry::New => words::review::NEW,
        Entry::Changes => words::review::CHANGES,
        Entry::Same => words::review::SAME,
        Entry::Noted => words::review::NOTED,
        Entry::Aside => words::review::ASIDE,
        Entry::Missing => words::review::MISSING,
    };
    (heading, None)
}

fn group<'a>(word: &'a str) -> Element<'a, Message> {
    column![
        container(caption(word).style(style::muted))
            .padding([0.0, PADDING])
            .width(Length::Fill)
            .height(GROUP_HEAD - HAIRLINE)
            .align_y(iced::Center)
            .style(style::sunken),
        hairline(),
    ]
    .into()
}
