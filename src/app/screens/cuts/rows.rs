//! The list of what waits for a cut: held by cause, then what goes.

use iced::widget::{column, container, row};
use iced::{Element, Length};

use super::reviewing::PageLine;
use super::{LIST_ID, Message, Screen, Stage};
use crate::app::icon::{self as icons, icon};
use crate::app::screens::listing;
use crate::app::theme::measure::{FOOT, GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::{Column, Line, hairline, list, name};
use crate::desk::{Desk, PAGE_ROWS, QueuedMovement};
use crate::domain::movement::MovementKind;
use crate::domain::nss::Nss;
use crate::domain::review::Cause;
use crate::domain::student::NssRecord;
use crate::print::icon::Icon;
use crate::words::runway as words;
use crate::words::{cuts, frame, identifier, movements, record};

/// The widths of the columns but the last.
const NAME: f32 = 192.0;
const IDENTIFIER: f32 = 72.0;
const KIND: f32 = 56.0;
const SCHOOL: f32 = 60.0;
const NSS: f32 = 56.0;

impl Screen {
    /// The list with what stands above and below it.
    pub(super) fn rows_view<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        let review = self.reviewing.review();
        if review.ready.is_empty() && review.held.is_empty() {
            let empty = match self.cut < desk.today() {
                true => words::EMPTY_PAST.to_owned(),
                false => movements::empty_cut(self.cut, desk.cut_calendar().hour_limit()),
            };
            return container(body(empty).style(style::muted))
                .padding(PADDING)
                .width(Length::Fill)
                .height(Length::Fill)
                .into();
        }
        let rows: Element<'a, Message> = if self.reviewing.count() == 0 {
            iced::widget::space().height(Length::Fill).into()
        } else {
            self.list(desk)
        };
        let banner = self.banner();
        column![
            banner.map(|banner| column![banner, hairline()]),
            container(rows).height(Length::Fill),
            hairline(),
            self.foot(),
        ]
        .into()
    }

    fn list<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        let page = self.reviewing.page();
        let selected = self.reviewing.selected();
        let line_of_selected = page
            .iter()
            .position(|line| matches!(line, PageLine::Row(at, ..) if *at == selected));
        let mut heads = 0;
        let lines: Vec<_> = page
            .into_iter()
            .map(|line| match line {
                PageLine::Head(cause, count) => {
                    heads += 1;
                    Line::Group(self.group_head(cause, count, heads == 1))
                }
                PageLine::Row(at, cause, row) => Line::Row(cells(desk, row, cause, at == selected)),
            })
            .collect();
        list(
            columns(&desk.campus().identifier_label),
            lines,
            line_of_selected,
            Message::RowPressed,
        )
        .on_move(Message::RowMoved)
        .on_open(Message::RowOpened)
        .density(desk.appearance().density)
        .id(LIST_ID)
        .into()
    }

    /// What is not in the cut, or before the closing what it does.
    fn banner(&self) -> Option<Element<'_, Message>> {
        let review = self.reviewing.review();
        let counts: Vec<_> = review
            .held
            .iter()
            .map(|(cause, rows)| (*cause, rows.len()))
            .collect();
        let ready = review.ready.len();
        let (glyph, said) = match (
            self.stage,
            cuts::not_in_the_cut(self.cut, review.next, &counts, ready),
        ) {
            (Stage::Close, _) => (
                Icon::Lock,
                words::closing(
                    MovementKind::ALL.map(|kind| review.ready_of(kind)),
                    review.held_count(),
                    review.next,
                ),
            ),
            (_, Some(said)) => (Icon::TriangleAlert, said),
            (_, None) => (Icon::CircleCheck, words::review::all_ready(ready)),
        };
        let glyph = icon(glyph, icons::LARGE);
        let glyph = match review.held.is_empty() || self.stage == Stage::Close {
            true => glyph,
            false => glyph.style(style::advice),
        };
        Some(
            container(
                row![glyph, body(said).width(Length::Fill)]
                    .spacing(GAP)
                    .align_y(iced::Center),
            )
            .padding([GAP - 2.0, PADDING])
            .width(Length::Fill)
            .into(),
        )
    }

    fn group_head(&self, cause: Option<Cause>, count: usize, is_first: bool) -> Element<'_, Message> {
        let review = self.reviewing.review();
        let (glyph, named, beside) = match cause {
            Some(cause) => (
                icon(Icon::TriangleAlert, icons::SMALL).style(style::advice),
                cuts::cause_title(cause),
                if is_first {
                    words::review::NEXT.to_owned()
                } else {
                    String::new()
                },
            ),
            None => (
                icon(Icon::CircleCheck, icons::SMALL).style(style::done),
                words::review::READY,
                words::review::kinds(
                    review.ready_of(MovementKind::Alta),
                    review.ready_of(MovementKind::Baja),
                ),
            ),
        };
        row![
            glyph,
            strong(named),
            body(crate::words::dates::thousands(count)),
            container(caption(beside).style(style::muted)).align_right(Length::Fill),
        ]
        .spacing(NEAR)
        .align_y(iced::Center)
        .into()
    }

    fn foot(&self) -> Element<'_, Message> {
        let (first, of) = (self.reviewing.offset(), self.reviewing.count());
        let (first, last) = ((first + 1).min(of), (first + PAGE_ROWS).min(of));
        let keys = match self.held() {
            Some(_) => words::review::HELD_KEYS,
            None => words::review::KEYS,
        };
        container(
            row![
                container(caption(words::review::page(first, last, of)).style(style::muted))
                    .width(Length::Fill),
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

fn cells<'a>(
    desk: &Desk,
    row: &'a QueuedMovement,
    cause: Option<Cause>,
    selected: bool,
) -> Vec<Element<'a, Message>> {
    let student = &row.student.particulars;
    vec![
        name(student.name.formal(), selected),
        body(student.identifier.as_str().to_owned()).into(),
        kind(row.movement.kind),
        body(listing::school(desk, student)).style(style::muted).into(),
        nss(&student.nss),
        observation(desk, row, cause),
    ]
}

/// The icon and the word.
pub(super) fn kind<'a>(kind: MovementKind) -> Element<'a, Message> {
    let glyph = match kind {
        MovementKind::Alta => Icon::CircleArrowUp,
        MovementKind::Baja => Icon::CircleArrowDown,
    };
    row![icon(glyph, icons::SMALL), body(record::kind(kind))]
        .spacing(4)
        .align_y(iced::Center)
        .into()
}

/// Its last digits, also of one that is por confirmar: that it is, its group says.
fn nss<'a>(nss: &NssRecord) -> Element<'a, Message> {
    let masked = match nss {
        NssRecord::Captured(nss) | NssRecord::Confirmed { nss, .. } => nss.masked(),
        NssRecord::Doubtful { .. } => nss.masked().unwrap_or_default(),
        NssRecord::InProcess { .. } | NssRecord::None => frame::NO_NSS.to_owned(),
    };
    body(masked).into()
}

/// «Urgente», and what the group does not say yet.
fn observation<'a>(desk: &Desk, row: &'a QueuedMovement, cause: Option<Cause>) -> Element<'a, Message> {
    let student = &row.student.particulars;
    let rest = match cause {
        Some(_) => {
            let fault = match &student.nss {
                NssRecord::Doubtful { text, .. } => Nss::parse(text).err(),
                _ => None,
            };
            words::held(&student.nss, fault, &row.observations)
        }
        None => words::ready(row.movement.motive, &student.name, desk.settings().enye()),
    };
    let urgent = row.movement.urgent.then(|| {
        let mark = match rest.is_empty() {
            true => frame::URGENT_MARK.to_owned(),
            false => format!("{} ·", frame::URGENT_MARK),
        };
        caption(mark).style(style::accent)
    });
    iced::widget::row![urgent, caption(rest).style(style::muted).width(Length::Fill)]
        .spacing(4)
        .into()
}

/// `label` is what the campus calls the identifier.
fn columns(label: &str) -> Vec<Column> {
    vec![
        Column::new(frame::COLUMN_NAME, NAME),
        Column::new(identifier::column(label), IDENTIFIER),
        Column::new(frame::COLUMN_KIND, KIND),
        Column::new(frame::CAREER, SCHOOL),
        Column::new(frame::NSS, NSS),
        Column::new(frame::COLUMN_OBSERVATION, Length::Fill),
    ]
}
