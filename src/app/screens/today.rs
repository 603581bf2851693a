//! Hoy: the next cuts, what is to be done, who is expected. Every number opens the list that makes it.

use chrono::NaiveDate;
use iced::widget::{column, container, row, space};
use iced::{Element, Length, Task, padding};

use super::record::status_chip;
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{
    BAR, FOOT, GAP, HAIRLINE, LIST, NARROW, NEAR, PADDING, SCREEN_HEAD, row as row_height,
};
use crate::app::theme::{body, caption, figure, strong, style, title};
use crate::app::widget::focus::Ring;
use crate::app::widget::{self, Move, focusable, hairline, hairline_down, pressable, scroll};
use crate::desk::{ClosedAhead, CutAhead, Desk, Refusal, ToDo, Today};
use crate::domain::filter::Filter;
use crate::domain::ids::{DispatchId, PlanId, StudentId};
use crate::print::icon::Icon;
use crate::store::StudentRow;
use crate::words::{capture, dates, frame, importing, ruler, today as words};

/// The id of what is to be done.
pub const TO_DO: &str = "hoy-por-hacer";
const EXPECTED: &str = "hoy-esperados";
const RECENTS: &str = "hoy-fichas";

/// Something to be done, with its two lines.
const TASK_ROW: f32 = 56.0;
/// The strip of cuts.
const STRIP: f32 = 96.0;
/// The head of a section.
const SECTION: f32 = 44.0;

/// The screen.
#[derive(Debug)]
pub struct Screen {
    today: Today,
    task: usize,
    expected: usize,
    recent: usize,
}

/// A list of people on this screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum People {
    /// Those who are expected today.
    Expected,
    /// Those whose records were opened last.
    Recents,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something to be done was pressed.
    TaskPressed(usize),
    /// The arrows moved to something else to be done.
    TaskMoved(Move),
    /// Enter on it.
    TaskOpened,
    /// A cut of the strip was pressed.
    CutPressed(NaiveDate),
    /// The number of those who are expected was pressed.
    ExpectedPressed,
    /// A person was pressed.
    PersonPressed(People, usize),
    /// The arrows moved to another person.
    PersonMoved(People, Move),
    /// Enter on a person.
    PersonOpened(People),
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To take the focus somewhere, or to scroll.
    Run(Task<Message>),
    /// This list of students.
    OpenList(Filter),
    /// This cut.
    OpenCut(NaiveDate),
    /// This student's record.
    OpenRecord(StudentId),
    /// To ask what the printer measures.
    OpenPrinter,
    /// The form of this draft.
    OpenDraft(String),
    /// This sheet that waits for decisions.
    OpenImport(PlanId),
    /// The assistant for an envío that is being captured.
    OpenCapture(DispatchId),
}

impl Screen {
    /// With what there is today.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk) -> Result<Self, Refusal> {
        Ok(Self {
            today: desk.look_at_today()?,
            task: 0,
            expected: 0,
            recent: 0,
        })
    }

    /// Reads again what is shown.
    ///
    /// # Errors
    /// The file's faults.
    pub fn read(&mut self, desk: &Desk) -> Result<(), Refusal> {
        self.today = desk.look_at_today()?;
        self.task = self.task.min(self.today.to_do.len().saturating_sub(1));
        self.expected = self
            .expected
            .min(self.people(People::Expected).len().saturating_sub(1));
        self.recent = self
            .recent
            .min(self.people(People::Recents).len().saturating_sub(1));
        Ok(())
    }

    fn people(&self, people: People) -> &[StudentRow] {
        match people {
            People::Expected => &self.today.expected.rows,
            People::Recents => &self.today.recents,
        }
    }

    fn at(&mut self, people: People) -> &mut usize {
        match people {
            People::Expected => &mut self.expected,
            People::Recents => &mut self.recent,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::TaskPressed(index) => {
                self.task = index;
                self.open_task()
            }
            Message::TaskMoved(to) => {
                self.task = moved(self.task, self.today.to_do.len(), to);
                Action::Run(widget::reveal())
            }
            Message::TaskOpened => self.open_task(),
            Message::CutPressed(cut) => Action::OpenCut(cut),
            Message::ExpectedPressed => Action::OpenList(Filter::ExpectedToday),
            Message::PersonPressed(people, index) => {
                *self.at(people) = index;
                self.open_person(people)
            }
            Message::PersonMoved(people, to) => {
                let (at, of) = (*self.at(people), self.people(people).len());
                *self.at(people) = moved(at, of, to);
                Action::Run(widget::reveal())
            }
            Message::PersonOpened(people) => self.open_person(people),
        }
    }

    fn open_task(&self) -> Action {
        match self.today.to_do.get(self.task) {
            None => Action::None,
            Some(ToDo::PrepareCut(ahead)) => Action::OpenCut(ahead.cut),
            Some(ToDo::LeftBehind { cut, .. } | ToDo::Unsent { cut, .. }) => Action::OpenCut(*cut),
            Some(ToDo::List { filter, .. }) => Action::OpenList(*filter),
            Some(ToDo::Draft { form, .. }) => Action::OpenDraft(form.clone()),
            Some(ToDo::Printer(_)) => Action::OpenPrinter,
            Some(ToDo::Import { plan, .. }) => Action::OpenImport(*plan),
            Some(ToDo::Capture(begun)) => Action::OpenCapture(begun.dispatch),
        }
    }

    fn open_person(&mut self, people: People) -> Action {
        let at = *self.at(people);
        match self.people(people).get(at) {
            Some(row) => Action::OpenRecord(row.student.id),
            None => Action::None,
        }
    }

    /// Draws it in a window of this width.
    pub fn view<'a>(&'a self, desk: &'a Desk, width: f32) -> Element<'a, Message> {
        let head = container(
            row![
                title(words::TITLE),
                body(words::day(self.today.on)).style(style::muted)
            ]
            .spacing(GAP)
            .align_y(iced::Center),
        )
        .padding([0.0, PADDING])
        .height(SCREEN_HEAD)
        .align_y(iced::Center);
        let work = column![
            container(self.strip()).padding([0.0, PADDING]),
            section(words::TO_DO, caption(words::KEYS).style(style::muted).into()),
            hairline(),
            self.tasks(),
        ];
        let beside = column![self.expected(desk), self.copy(desk), self.recents(desk)];
        if width < NARROW {
            let all = column![work, hairline(), beside, space().height(PADDING)];
            return container(column![head, scroll(all).height(Length::Fill)])
                .style(style::surface)
                .width(Length::Fill)
                .height(Length::Fill)
                .into();
        }
        let foot = container(caption(words::FOOT).style(style::muted))
            .padding([0.0, PADDING])
            .height(FOOT)
            .align_y(iced::Center);
        let left = column![head, scroll(work).height(Length::Fill), hairline(), foot];
        row![
            container(left).style(style::surface).width(LIST),
            hairline_down(),
            container(scroll(beside).height(Length::Fill))
                .style(style::bg)
                .width(Length::Fill)
                .height(Length::Fill),
        ]
        .into()
    }

    /// The next cuts side by side; the nearest is the widest.
    fn strip(&self) -> Element<'_, Message> {
        let mut cells = Vec::with_capacity(2 * self.today.cuts.len());
        for (at, ahead) in self.today.cuts.iter().enumerate() {
            if at > 0 {
                cells.push(hairline_down());
            }
            cells.push(cut_cell(ahead, at == 0));
        }
        container(row(cells))
            .padding(HAIRLINE)
            .height(STRIP)
            .width(Length::Fill)
            .style(style::panel)
            .into()
    }

    fn tasks(&self) -> Element<'_, Message> {
        let tasks = &self.today.to_do;
        if tasks.is_empty() {
            let next = self.today.cuts.first().map_or(self.today.on, |ahead| ahead.cut);
            let said = if self.today.is_empty {
                frame::NO_STUDENTS.to_owned()
            } else {
                words::all_done(next)
            };
            return container(body(said).style(style::muted)).padding(PADDING).into();
        }
        let rows = tasks
            .iter()
            .enumerate()
            .map(|(index, task)| self.task(index, task));
        focusable(column(rows), Some(Message::TaskOpened))
            .on_key(|press| Move::from_press(press).map(Message::TaskMoved))
            .ring(Ring::Row(self.task))
            .id(TO_DO)
            .into()
    }

    fn task<'a>(&self, index: usize, task: &'a ToDo) -> Element<'a, Message> {
        const NUMBER: f32 = 44.0;
        let selected = index == self.task;
        let (glyph, (heading, told), opens) = told(task, self.today.on);
        let number = container(title(dates::thousands(task.count()))).width(NUMBER);
        let heading = if selected { strong(heading) } else { body(heading) };
        let line = row![
            number.align_right(NUMBER),
            icon(glyph, icons::LARGE),
            column![heading, caption(told).style(style::muted)].width(Length::Fill),
            caption(if selected { opens } else { "" }),
        ]
        .spacing(GAP)
        // Clear of the ring, which keeps clear of a scroll bar.
        .padding(padding::left(PADDING - BAR).right(PADDING + NEAR))
        .align_y(iced::Center);
        pressable(line, selected, Message::TaskPressed(index))
            .height(TASK_ROW)
            .into()
    }

    fn expected<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        let count = self.today.expected.count.reachable();
        let beside: Element<'_, Message> = if count == 0 {
            caption(words::NOBODY_EXPECTED).style(style::muted).into()
        } else {
            let opens = iced::widget::button(caption(words::expected(count)))
                .padding([2.0, NEAR])
                .style(style::quiet)
                .on_press(Message::ExpectedPressed);
            focusable(opens, Some(Message::ExpectedPressed)).into()
        };
        column![
            section(words::EXPECTED, beside),
            hairline(),
            self.rows(desk, People::Expected, self.expected, EXPECTED),
        ]
        .into()
    }

    fn copy(&self, desk: &Desk) -> Element<'_, Message> {
        let (glyph, heading, told) = match &self.today.copy {
            _ if desk.copy_of().is_some() => (Icon::HardDrive, words::IS_A_COPY.to_owned(), String::new()),
            Some(copied) => (
                Icon::CircleCheck,
                words::copy(copied.report.at, self.today.on),
                words::copy_holds(copied.report.students),
            ),
            None => (Icon::HardDrive, words::NO_COPY.to_owned(), String::new()),
        };
        let told = (!told.is_empty()).then(|| caption(told).style(style::muted));
        column![
            section(
                words::LAST_COPY,
                caption(words::COPY_RULE).style(style::muted).into()
            ),
            hairline(),
            container(
                row![
                    icon(glyph, icons::LARGE),
                    column![strong(heading), told].width(Length::Fill)
                ]
                .spacing(GAP)
            )
            .padding([GAP, PADDING]),
            hairline(),
        ]
        .into()
    }

    fn recents<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        column![
            section(
                words::RECENTS,
                caption(words::RECENTS_HINT).style(style::muted).into()
            ),
            hairline(),
            self.rows(desk, People::Recents, self.recent, RECENTS),
        ]
        .into()
    }

    fn rows<'a>(
        &'a self,
        desk: &'a Desk,
        people: People,
        at: usize,
        id: &'static str,
    ) -> Element<'a, Message> {
        const IDENTIFIER: f32 = 72.0;
        const CHIP: f32 = 216.0;
        let rows = self.people(people);
        if rows.is_empty() {
            return space().into();
        }
        let lines = rows.iter().enumerate().map(|(index, row_of)| {
            let student = &row_of.student.particulars;
            let line = row![
                container(widget::name(student.name.formal(), false)).width(Length::Fill),
                body(student.identifier.as_str().to_owned())
                    .style(style::muted)
                    .width(IDENTIFIER),
                container(status_chip(desk.chip(row_of), false)).width(CHIP),
            ]
            .spacing(GAP)
            .padding(padding::left(PADDING - BAR).right(PADDING).top(4).bottom(3))
            .align_y(iced::Center);
            // As high as a row of one line, or as a name of two lines needs.
            pressable(line, false, Message::PersonPressed(people, index))
                .at_least(row_height(desk.appearance().density))
                .into()
        });
        focusable(column(lines), Some(Message::PersonOpened(people)))
            .on_key(move |press| Move::from_press(press).map(|to| Message::PersonMoved(people, to)))
            .ring(Ring::Line(at))
            .id(id)
            .into()
    }
}

/// The head of a section with what stands at its right.
fn section<'a>(heading: &'a str, beside: Element<'a, Message>) -> Element<'a, Message> {
    container(row![container(strong(heading)).width(Length::Fill), beside].align_y(iced::Center))
        .padding([0.0, PADDING])
        .height(SECTION)
        .align_y(iced::Center)
        .into()
}

/// One cut of the strip. The next one is wide, with a rule of gold above it.
fn cut_cell(ahead: &CutAhead, is_next: bool) -> Element<'_, Message> {
    let name = words::cut(ahead.cut);
    let name = row![
        if is_next {
            caption(name).font(crate::app::theme::BOLD)
        } else {
            caption(name).style(style::muted)
        },
        caption(dates::weekday_short(ahead.cut)).style(style::muted)
    ]
    .spacing(4);
    let left: Element<'_, Message> = if is_next {
        figure(words::days_left(ahead.days_left)).into()
    } else {
        title(words::days(ahead.days_left)).into()
    };
    let waiting = words::ahead(ahead.closed.map(|it| it == ClosedAhead::Sent), || {
        words::waiting(ahead.count.altas, ahead.count.bajas, ahead.observed)
    });
    let told = match ahead.prepare_on {
        Some(day) if is_next && ahead.closed.is_none() => {
            caption(words::prepare_on(ahead.cut, day)).style(style::advice)
        }
        _ => caption(waiting.clone()).style(style::muted),
    };
    let also = also_fits(ahead, is_next).then(|| caption(waiting).style(style::muted));
    let rule = container(space()).width(Length::Fill).height(BAR);
    let cell = column![
        if is_next { rule.style(style::gold) } else { rule },
        container(column![name, left, told, also].spacing(if also_fits(ahead, is_next) { 0 } else { 4 }))
            .padding([NEAR - 2.0, GAP])
            .height(Length::Fill)
    ];
    let message = Message::CutPressed(ahead.cut);
    let pressed = iced::widget::button(cell)
        .padding(0)
        .width(Length::Fill)
        .height(Length::Fill)
        .style(style::quiet)
        .on_press(message.clone());
    container(focusable(pressed, Some(message)))
        .width(Length::FillPortion(if is_next { 2 } else { 1 }))
        .into()
}

/// Whether the cell has four lines, which leave no air between them.
fn also_fits(ahead: &CutAhead, is_next: bool) -> bool {
    is_next && ahead.prepare_on.is_some() && ahead.closed.is_none()
}

/// The icon, the two lines and what Enter does.
fn told(task: &ToDo, today: NaiveDate) -> (Icon, (String, String), &'static str) {
    match task {
        ToDo::PrepareCut(ahead) => (
            Icon::CalendarClock,
            words::prepare_cut(
                ahead.cut,
                today,
                ahead.prepare_on,
                ahead.hour_limit,
                ahead.is_over,
            ),
            words::OPENS_CUT,
        ),
        ToDo::Unsent { cut, folio, count } => (
            Icon::Send,
            words::unsent(*cut, folio, count.altas, count.bajas),
            words::OPENS_CUT,
        ),
        ToDo::LeftBehind { cut, count } => (
            Icon::Send,
            words::left_behind(*cut, today, count.altas, count.bajas),
            words::OPENS_CUT,
        ),
        ToDo::List { filter, .. } => {
            let (heading, told) = words::list(*filter);
            let glyph = match filter {
                Filter::ReviewDue => Icon::TriangleAlert,
                Filter::Rejected => Icon::CircleX,
                Filter::ToConfirm => Icon::CircleQuestion,
                _ => Icon::Users,
            };
            (glyph, (heading.to_owned(), told.to_owned()), words::OPENS_LIST)
        }
        ToDo::Capture(begun) => (
            Icon::Send,
            capture::unfinished(begun.kind, begun.cut, begun.captured, begun.lines),
            capture::OPENS,
        ),
        ToDo::Import {
            source,
            at,
            undecided,
            ..
        } => (
            Icon::FileSpreadsheet,
            (importing::waiting(*undecided), importing::waiting_of(source, *at)),
            importing::OPENS,
        ),
        ToDo::Printer(last) => (Icon::Printer, ruler::to_check(last.as_ref()), ruler::OPENS),
        ToDo::Draft { at, .. } => {
            let (heading, told) = words::draft(*at, today);
            (Icon::History, (heading.to_owned(), told), words::RECOVERS)
        }
    }
}

/// Where the arrows lead in a list that is shown whole.
fn moved(at: usize, of: usize, to: Move) -> usize {
    let last = of.saturating_sub(1);
    match to {
        Move::Up => at.saturating_sub(1),
        Move::Down => (at + 1).min(last),
        Move::First | Move::PageUp => 0,
        Move::Last | Move::PageDown => last,
    }
}
