//! The case of a student as a section of the record: why he or she is vigente or not, what comes next, what to say on the
//! phone, and what was told to whom.

use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::plain_button;
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Press, focusable, hairline};
use crate::desk::{Desk, Record};
use crate::domain::case::{Case, CaseKind, CaseNote, KeptCase};
use crate::print::icon::Icon;
use crate::words::case::{self as words, kept, script};

/// The id of what can be done about the case.
pub const CASE: &str = "caso";

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Ctrl+O, pressed with the mouse.
    Wanted,
    /// A: abrir.
    OpenPressed,
    /// N: anotar.
    NotePressed,
    /// C: cerrar.
    ClosePressed,
}

/// The four lines to read aloud.
pub(super) fn script_of(desk: &Desk, record: &Record, case: &Case<'_>) -> [String; 4] {
    let call = script::Call {
        clerk: desk.clerk(),
        campus: &desk.campus().name,
        student: &record.student.particulars.name.natural(),
        today: desk.today(),
    };
    script::lines(case, call)
}

/// The lines with their numbers, below their title.
pub(super) fn script_lines<'a, M: 'a>(lines: [String; 4]) -> Element<'a, M> {
    let numbered = (1..).zip(lines).map(|(number, line)| {
        row![
            caption(number.to_string()).style(style::muted).width(12),
            body(line).width(Length::Fill)
        ]
        .spacing(NEAR)
        .into()
    });
    column![
        caption(script::TITLE).style(style::muted),
        column(numbered).spacing(4)
    ]
    .spacing(4)
    .into()
}

/// The cause and the step, dressed by how pressing they are.
pub(super) fn told<'a, M: 'a>(case: &Case<'_>, masked: bool) -> Element<'a, M> {
    let said = body(words::said(case, masked)).width(Length::Fill);
    let line = match case.kind() {
        CaseKind::Vigente if !case.calls() => row![icon(Icon::ShieldCheck, icons::SMALL), said],
        CaseKind::NothingQueued if !case.is_trouble() => row![icon(Icon::Clock, icons::SMALL), said],
        CaseKind::UnderWay => row![icon(Icon::Clock, icons::SMALL), said],
        _ => row![
            icon(Icon::TriangleAlert, icons::SMALL).style(style::advice),
            said.style(style::advice)
        ],
    };
    line.spacing(NEAR).into()
}

/// The whole section; `kept` are the cases of the student, the open one first.
pub(super) fn section<'a>(desk: &Desk, record: &Record, kept: &'a [KeptCase]) -> Element<'a, Message> {
    let case = desk.case_of(record);
    let open = kept.first().filter(|it| it.is_open());
    let former = kept.iter().filter(|it| !it.is_open());
    let notes = open.map(|open| notes(&open.notes));
    let former = former.map(|it| {
        column![
            hairline(),
            container(caption(kept::state(it)).style(style::muted)).padding(padding::vertical(NEAR)),
            notes_of_former(&it.notes),
        ]
        .into()
    });
    column![
        actions(record, open),
        space().height(GAP),
        told(&case, desk.appearance().masks_numbers),
        space().height(GAP),
        script_lines(script_of(desk, record, &case)),
        space().height(GAP),
        column![notes],
        column(former),
    ]
    .into()
}

/// How the case stands, and what can be done about it.
fn actions<'a>(record: &Record, open: Option<&'a KeptCase>) -> Element<'a, Message> {
    let is_open = open.is_some();
    let state = open.map_or_else(|| kept::NONE_YET.to_owned(), kept::state);
    let may_close = open
        .and_then(|open| open.may_close(record.dossier().last_check()))
        .map(|on| caption(kept::may_close(on)).style(style::done));
    let buttons = if is_open {
        row![
            plain_button(kept::NOTE, "N", Message::NotePressed),
            plain_button(kept::CLOSE, "C", Message::ClosePressed),
        ]
    } else {
        row![
            plain_button(kept::OPEN, "A", Message::OpenPressed),
            plain_button(kept::NOTE, "N", Message::NotePressed),
        ]
    };
    let on_key = move |press: &Press<'_>| match press.typed() {
        Some("a" | "A") if !is_open => Some(Message::OpenPressed),
        Some("c" | "C") if is_open => Some(Message::ClosePressed),
        Some("n" | "N") => Some(Message::NotePressed),
        _ => None,
    };
    let words = column![body(state), column![may_close], buttons.spacing(NEAR).wrap()].spacing(NEAR);
    let strip = focusable(
        container(words)
            .padding(GAP)
            .width(Length::Fill)
            .style(style::panel),
        None,
    )
    .on_key(on_key)
    .ring(Ring::Around(8.0))
    .id(CASE);
    container(strip).padding(padding::top(4)).into()
}

fn notes<'a>(notes: &'a [CaseNote]) -> Element<'a, Message> {
    let lines: Element<'a, Message> = if notes.is_empty() {
        caption(kept::NO_NOTES).style(style::muted).into()
    } else {
        column(notes.iter().rev().map(note)).into()
    };
    column![strong(kept::NOTES), hairline(), lines]
        .spacing(4)
        .padding(padding::bottom(PADDING))
        .into()
}

fn notes_of_former(notes: &[CaseNote]) -> Element<'_, Message> {
    column(notes.iter().rev().map(note)).into()
}

fn note(note: &CaseNote) -> Element<'_, Message> {
    column![
        caption(kept::note_head(note)).style(style::muted),
        body(note.text.as_str()).width(Length::Fill),
        space().height(6),
    ]
    .into()
}
