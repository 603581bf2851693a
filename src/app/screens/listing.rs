//! What every list of students has in common: some of its cells, and the pane around it.

use iced::widget::{column, container, row};
use iced::{Element, Length};

use crate::app::theme::measure::{FOOT, PADDING, SCREEN_HEAD};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::hairline;
use crate::desk::{Desk, PAGE_ROWS};
use crate::domain::student::{NssRecord, Particulars};
use crate::words::{frame, record as words};

/// «IIND 3.º»: the career's letters and the semester.
pub(super) fn school(desk: &Desk, student: &Particulars) -> String {
    let career = student
        .career
        .as_deref()
        .map(|career| desk.campus().career_short(career));
    let semester = student.semester.map(words::semester_short);

    [career, semester]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The NSS masked, or the word for why it can't be shown; lit where it tells people of one name apart.
pub(super) fn nss<'a, Message: 'a>(student: &Particulars, lit: bool) -> Element<'a, Message> {
    match &student.nss {
        NssRecord::Captured(nss) | NssRecord::Confirmed { nss, .. } if lit => {
            strong(nss.masked()).style(style::advice)
        }
        NssRecord::Captured(nss) | NssRecord::Confirmed { nss, .. } => body(nss.masked()),
        NssRecord::Doubtful { .. } => caption(frame::TO_CONFIRM_BRIEF).style(style::advice),
        NssRecord::InProcess { .. } => caption(frame::IN_PROCESS).style(style::muted),
        NssRecord::None => caption(frame::NO_NSS).style(style::muted),
    }
    .into()
}

/// A sentence where the rows would be.
pub(super) fn nobody<'a, Message: 'a>(said: String) -> Element<'a, Message> {
    container(body(said).style(style::muted).width(480))
        .padding(PADDING)
        .height(Length::Fill)
        .into()
}

/// Head, what stands below it, rows, and a foot that says which page it is: the one that begins with row `offset`, of `reachable` rows.
pub(super) fn pane<'a, Message: 'a>(
    head: impl Into<Element<'a, Message>>,
    below: Option<Element<'a, Message>>,
    rows: Element<'a, Message>,
    offset: usize,
    reachable: u64,
    keys: &'a str,
) -> Element<'a, Message> {
    let pages = reachable.div_ceil(PAGE_ROWS as u64);
    let page = (offset / PAGE_ROWS) as u64 + 1;
    let foot = row![
        container(caption(frame::page_line(page, pages, PAGE_ROWS)).style(style::muted)).width(Length::Fill),
        caption(keys).style(style::muted),
    ]
    .align_y(iced::Center);

    container(column![
        container(head)
            .padding([0.0, PADDING])
            .height(SCREEN_HEAD)
            .align_y(iced::Center),
        column![below.map(|below| container(below).padding([0.0, PADDING]))],
        hairline(),
        container(rows).height(Length::Fill),
        hairline(),
        container(foot)
            .padding([0.0, PADDING])
            .height(FOOT)
            .align_y(iced::Center),
    ])
    .style(style::surface)
    .width(Length::Fill)
    .height(Length::Fill)
    .into()
}
