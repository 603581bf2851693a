//! Bajas propuestas: whoever left or is covered by others while an alta of ours still counts, by motive. All are marked at
//! first; Espacio takes the mark off, and only what stays marked is queued.

use std::collections::BTreeSet;

use iced::widget::{column, container, row};
use iced::{Element, Length, Task};

use super::listing;
use super::record::status_chip;
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, caption, strong, style, title};
use crate::app::widget::{self, Column, Line, Move, Press, button, list, name};
use crate::desk::{Desk, PAGE_ROWS, ProposedBaja, Refusal};
use crate::domain::ids::StudentId;
use crate::domain::movement::BajaMotive;
use crate::print::icon::Icon;
use crate::words::{bajas as words, frame, identifier};

/// The id of the list.
pub const LIST_ID: &str = "bajas-propuestas";

/// The screen.
#[derive(Debug, Default)]
pub struct Screen {
    proposed: Vec<ProposedBaja>,
    /// Whose mark was taken off.
    kept: BTreeSet<StudentId>,
    selected: usize,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A line of the page was pressed.
    Selected(usize),
    /// The arrows moved the selection.
    Moved(Move),
    /// Espacio on the row.
    MarkPressed,
    /// An arrow with Mayús held down: the rows on the way lose their mark, or get it back.
    RangeMoved(Move),
    /// T: the whole group of the row.
    GroupPressed,
    /// Enter on the row.
    Opened,
    /// The main verb.
    QueuePressed,
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To take the focus somewhere, or to scroll.
    Run(Task<Message>),
    /// This student's record.
    Open(StudentId),
    /// To queue these bajas, each with its motive.
    Queue(Vec<(StudentId, BajaMotive)>),
    /// To say that nobody is marked.
    NobodyMarked,
}

impl Screen {
    /// With everybody who is proposed, and all of them marked.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk) -> Result<Self, Refusal> {
        Ok(Self {
            proposed: desk.proposed_bajas()?,
            ..Self::default()
        })
    }

    /// Reads again who is proposed; whose mark was taken off keeps that.
    ///
    /// # Errors
    /// The file's faults.
    pub fn read(&mut self, desk: &Desk) -> Result<(), Refusal> {
        self.proposed = desk.proposed_bajas()?;
        self.selected = self.selected.min(self.proposed.len().saturating_sub(1));
        Ok(())
    }

    /// Who is selected.
    pub fn chosen_student(&self) -> Option<StudentId> {
        self.proposed.get(self.selected).map(ProposedBaja::student)
    }

    /// What a key means that no widget used.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        match press.typed() {
            Some("t" | "T") => Some(Message::GroupPressed),
            _ => None,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Selected(line) => {
                if let Some(Some(at)) = self.lines().get(line) {
                    self.selected = *at;
                }
                Action::Run(widget::focus(LIST_ID))
            }
            Message::Moved(to) => {
                self.go(to);
                Action::Run(widget::reveal())
            }
            Message::MarkPressed => {
                if let Some(student) = self.chosen_student() {
                    self.mark([student], self.kept.contains(&student));
                }
                Action::None
            }
            Message::RangeMoved(to) => {
                let from = self.selected;
                // As the row is from which the way begins.
                let marked = self
                    .chosen_student()
                    .is_some_and(|student| self.kept.contains(&student));
                self.go(to);
                let way = from.min(self.selected)..=from.max(self.selected);
                let students: Vec<_> = self.proposed[way].iter().map(ProposedBaja::student).collect();
                self.mark(students, marked);
                Action::Run(widget::reveal())
            }
            Message::GroupPressed => {
                let Some(motive) = self.proposed.get(self.selected).map(|it| it.motive) else {
                    return Action::None;
                };
                let group: Vec<_> = self.of(motive).map(ProposedBaja::student).collect();
                let none_is_marked = group.iter().all(|student| self.kept.contains(student));
                self.mark(group, none_is_marked);
                Action::None
            }
            Message::Opened => self.chosen_student().map_or(Action::None, Action::Open),
            Message::QueuePressed => {
                let marked = self.marked();
                if marked.is_empty() {
                    return Action::NobodyMarked;
                }
                Action::Queue(marked)
            }
        }
    }

    fn of(&self, motive: BajaMotive) -> impl Iterator<Item = &ProposedBaja> {
        self.proposed.iter().filter(move |it| it.motive == motive)
    }

    /// Who is marked, each with the motive.
    fn marked(&self) -> Vec<(StudentId, BajaMotive)> {
        let marked = self
            .proposed
            .iter()
            .filter(|it| !self.kept.contains(&it.student()));
        marked.map(|it| (it.student(), it.motive)).collect()
    }

    fn mark(&mut self, students: impl IntoIterator<Item = StudentId>, marked: bool) {
        for student in students {
            if marked {
                self.kept.remove(&student);
            } else {
                self.kept.insert(student);
            }
        }
    }

    fn go(&mut self, to: Move) {
        let last = self.proposed.len().saturating_sub(1);
        let offset = self.offset();
        self.selected = match to {
            Move::Up => self.selected.saturating_sub(1),
            Move::Down => self.selected + 1,
            Move::PageUp => offset.saturating_sub(PAGE_ROWS),
            Move::PageDown if offset + PAGE_ROWS <= last => offset + PAGE_ROWS,
            Move::PageDown | Move::Last => last,
            Move::First => 0,
        }
        .min(last);
    }

    /// The row with which the page of the selected one begins.
    fn offset(&self) -> usize {
        self.selected / PAGE_ROWS * PAGE_ROWS
    }

    /// The lines of the page: a head for each motive, and the places of its rows.
    fn lines(&self) -> Vec<Option<usize>> {
        let mut lines = Vec::new();
        let mut before = None;
        let end = (self.offset() + PAGE_ROWS).min(self.proposed.len());
        for at in self.offset()..end {
            let motive = self.proposed[at].motive;
            if before != Some(motive) {
                lines.push(None);
            }
            before = Some(motive);
            lines.push(Some(at));
        }
        lines
    }

    /// Draws it.
    pub fn view<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        let marked = self.marked().len();
        let queue = (!self.proposed.is_empty()).then(|| {
            button(words::QUEUE, Message::QueuePressed)
                .icon(Icon::CircleArrowDown)
                .key("Ctrl+Enter")
                .primary()
        });
        let head = row![
            title(words::TITLE),
            container(body(words::count(marked, self.proposed.len())).style(style::muted))
                .width(Length::Fill),
            queue,
        ]
        .spacing(GAP)
        .align_y(iced::Center);
        let below = container(caption(words::what(desk.next_cut())).style(style::muted))
            .padding(iced::padding::bottom(NEAR));
        listing::pane(
            head,
            Some(below.into()),
            self.rows(desk),
            self.offset(),
            self.proposed.len() as u64,
            words::KEYS,
        )
    }

    fn rows<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        if self.proposed.is_empty() {
            return listing::nobody(words::NOBODY.to_owned());
        }
        let places = self.lines();
        let selected = places.iter().position(|place| *place == Some(self.selected));
        let lines = places.iter().enumerate().map(|(line, place)| match place {
            Some(at) => self.row(desk, *at),
            None => {
                let first = places.get(line + 1).copied().flatten().unwrap_or_default();
                self.group(self.proposed[first].motive)
            }
        });
        list(
            columns(&desk.campus().identifier_label),
            lines,
            selected,
            Message::Selected,
        )
        .on_move(Message::Moved)
        .on_open(Message::Opened)
        .on_mark(Message::MarkPressed)
        .on_range(Message::RangeMoved)
        .density(desk.appearance().density)
        .id(LIST_ID)
        .into()
    }

    fn group<'a>(&self, motive: BajaMotive) -> Line<'a, Message> {
        let all = self.of(motive).count();
        let marked = self
            .of(motive)
            .filter(|it| !self.kept.contains(&it.student()))
            .count();
        let head = row![
            strong(words::group(motive)),
            caption(words::count(marked, all)).style(style::muted)
        ]
        .spacing(NEAR)
        .align_y(iced::Center);
        Line::Group(head.into())
    }

    fn row<'a>(&'a self, desk: &'a Desk, at: usize) -> Line<'a, Message> {
        let of = &self.proposed[at];
        let student = &of.row.student.particulars;
        let (is_marked, is_selected) = (!self.kept.contains(&of.student()), at == self.selected);
        let (glyph, dress): (_, fn(&iced::Theme) -> iced::widget::text::Style) = if is_marked {
            (Icon::SquareCheck, style::done)
        } else {
            (Icon::Square, style::muted)
        };
        let said = words::why(student.standing, student.period, of.read_on());
        Line::Row(vec![
            row![
                icon(glyph, icons::SMALL).style(dress),
                container(name(student.name.formal(), is_selected)).width(Length::Fill)
            ]
            .spacing(NEAR)
            .align_y(iced::Center)
            .into(),
            body(student.identifier.as_str().to_owned()).into(),
            body(listing::school(desk, student)).style(style::muted).into(),
            column![body(said)].into(),
            status_chip(desk.chip(&of.row), is_selected),
        ])
    }
}

/// `label` is what the campus calls the identifier.
fn columns(label: &str) -> Vec<Column> {
    vec![
        Column::new(frame::COLUMN_NAME, Length::Fill),
        Column::new(identifier::column(label), 76),
        Column::new(frame::CAREER, 68),
        Column::new(words::COLUMN_WHY, 216),
        Column::new(frame::COLUMN_STATUS, 224).indent(8.0),
    ]
}
