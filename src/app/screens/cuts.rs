//! What waits for the next cut: a plain list.

use chrono::NaiveDate;
use iced::keyboard::key::Named;
use iced::widget::row;
use iced::{Element, Length, Task};

use super::listing;
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, caption, style, title};
use crate::app::widget::{self, Column, Line, Move, Press, list, name};
use crate::desk::{CutPage, Desk, PAGE_ROWS, Refusal};
use crate::domain::ids::StudentId;
use crate::domain::movement::MovementKind;
use crate::domain::person_name::Enye;
use crate::print::icon::Icon;
use crate::words::{frame, identifier, movements, record as words};

/// The id of the list.
pub const LIST_ID: &str = "corte";

/// The screen.
#[derive(Debug)]
pub struct Screen {
    /// Of which day; the next cut, whichever it is, where none was asked for.
    asked: Option<NaiveDate>,
    page: CutPage,
    offset: usize,
    selected: usize,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A row was pressed.
    Selected(usize),
    /// The arrows moved the selection.
    Moved(Move),
    /// Enter on the row.
    Opened,
    /// Supr on the row.
    CancelPressed,
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
    /// To withdraw this student's queued movement.
    CancelQueued(StudentId),
    /// To say what can't be done.
    Refused(Refusal),
}

impl Screen {
    /// With the next cut in it, or the one of a day.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk, cut: Option<NaiveDate>) -> Result<Self, Refusal> {
        Ok(Self {
            asked: cut,
            page: desk.cut_page(cut.unwrap_or(desk.next_cut()), 0)?,
            offset: 0,
            selected: 0,
        })
    }

    /// Reads again what is shown.
    ///
    /// # Errors
    /// The file's faults.
    pub fn read(&mut self, desk: &Desk) -> Result<(), Refusal> {
        let cut = self.asked.unwrap_or(desk.next_cut());
        self.page = desk.cut_page(cut, self.offset)?;
        let rows = self.page.count.total() as usize;
        if self.page.rows.is_empty() && self.offset > 0 {
            // The last row of the last page went: there is one page less.
            self.offset = rows.saturating_sub(1) / PAGE_ROWS * PAGE_ROWS;
            self.page = desk.cut_page(cut, self.offset)?;
        }
        self.selected = self.selected.min(self.page.rows.len().saturating_sub(1));
        Ok(())
    }

    /// The cut that is shown.
    pub fn cut(&self) -> NaiveDate {
        self.page.cut
    }

    /// What Supr means on it, whatever has the focus.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        press.is(Named::Delete).then_some(Message::CancelPressed)
    }

    fn selected_student(&self) -> Option<StudentId> {
        self.page.rows.get(self.selected).map(|row| row.student.id)
    }

    /// What follows from a message.
    pub fn update(&mut self, desk: &Desk, message: Message) -> Action {
        match message {
            Message::Selected(index) => {
                self.selected = index;
                Action::Run(widget::focus(LIST_ID))
            }
            Message::Moved(to) => match self.go(desk, to) {
                Ok(()) => Action::Run(widget::reveal()),
                Err(refusal) => Action::Refused(refusal),
            },
            Message::Opened => self.selected_student().map_or(Action::None, Action::Open),
            Message::CancelPressed => self.selected_student().map_or(Action::None, Action::CancelQueued),
        }
    }

    fn go(&mut self, desk: &Desk, to: Move) -> Result<(), Refusal> {
        let rows = self.page.rows.len();
        let total = self.page.count.total() as usize;
        let absolute = self.offset + self.selected;
        let wanted = match to {
            Move::Down => absolute + 1,
            Move::Up => absolute.saturating_sub(1),
            Move::PageDown => absolute + PAGE_ROWS,
            Move::PageUp => absolute.saturating_sub(PAGE_ROWS),
            Move::First => self.offset,
            Move::Last => self.offset + rows.saturating_sub(1),
        }
        .min(total.saturating_sub(1));
        let offset = wanted / PAGE_ROWS * PAGE_ROWS;
        self.selected = wanted - offset;
        if offset != self.offset {
            self.offset = offset;
            self.read(desk)?;
        }
        Ok(())
    }

    /// Draws it.
    pub fn view<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        let count = self.page.count;
        let head = row![
            title(frame::cut_title(self.page.cut)),
            body(frame::movements(count.altas, count.bajas)).style(style::muted),
        ]
        .spacing(GAP)
        .align_y(iced::Center);
        let rows: Element<'a, Message> = if self.page.rows.is_empty() {
            listing::nobody(movements::empty_cut(
                self.page.cut,
                desk.cut_calendar().hour_limit(),
            ))
        } else {
            list(
                columns(&desk.campus().identifier_label),
                self.page.rows.iter().enumerate().map(|(index, row)| {
                    let student = &row.student.particulars;
                    let glyph = match row.movement.kind {
                        MovementKind::Alta => Icon::CircleArrowUp,
                        MovementKind::Baja => Icon::CircleArrowDown,
                    };
                    Line::Row(vec![
                        name(student.name.formal(), index == self.selected),
                        body(student.identifier.as_str().to_owned()).into(),
                        iced::widget::row![icon(glyph, icons::SMALL), body(words::kind(row.movement.kind))]
                            .spacing(4)
                            .align_y(iced::Center)
                            .into(),
                        body(listing::school(desk, student)).style(style::muted).into(),
                        listing::nss(student, false),
                        observation(row, desk.settings().enye()),
                    ])
                }),
                Some(self.selected),
                Message::Selected,
            )
            .on_move(Message::Moved)
            .on_open(Message::Opened)
            .density(desk.appearance().density)
            .id(LIST_ID)
            .into()
        };
        listing::pane(head, None, rows, self.offset, count.total(), frame::CUT_KEYS)
    }
}

/// «Urgente · falta el NSS», the motive of a baja, and what the name loses in the file.
fn observation<'a>(row: &crate::desk::QueuedMovement, enye: Enye) -> Element<'a, Message> {
    let urgent = row
        .movement
        .urgent
        .then(|| caption(frame::URGENT_MARK).style(style::accent));
    let observed = movements::list(&row.observations).map(|said| caption(said).style(style::advice));
    let motive = row
        .movement
        .motive
        .map(|motive| words::motive(motive).to_lowercase());
    let enye = row
        .student
        .particulars
        .name
        .imss(enye)
        .lost_enye()
        .then(|| crate::words::entry::ENYE_AS_N.to_owned());
    let rest: Vec<String> = motive.into_iter().chain(enye).collect();

    iced::widget::row![
        urgent,
        observed,
        (!rest.is_empty()).then(|| caption(rest.join(" · ")).style(style::muted))
    ]
    .spacing(NEAR)
    .into()
}

/// `label` is what the campus calls the identifier.
fn columns(label: &str) -> Vec<Column> {
    vec![
        Column::new(frame::COLUMN_NAME, 260),
        Column::new(identifier::column(label), 84),
        Column::new(frame::COLUMN_KIND, 72),
        Column::new(frame::CAREER, 76),
        Column::new(frame::NSS, 72),
        Column::new(frame::COLUMN_OBSERVATION, Length::Fill),
    ]
}
