//! Everybody, or who matches what was typed, with the record of the one that is selected.

use iced::widget::{container, row};
use iced::{Element, Length, Task, padding};

use super::listing;
use super::record::{self, Pane, Section, status_chip};
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, LIST, NARROW, NEAR, PADDING};
use crate::app::theme::{body, style, title};
use crate::app::widget::choice::Choice;
use crate::app::widget::{self, Column, Line, Move, button, choice, hairline_down, list, name};
use crate::desk::{Desk, PAGE_ROWS, Refusal};
use crate::domain::checklist::Requirement;
use crate::domain::filter::Filter;
use crate::domain::ids::StudentId;
use crate::print::icon::Icon;
use crate::store::{Count, ListPage};
use crate::words::{dates, filters, frame, marked as marked_words};

/// The id of the list.
pub const LIST_ID: &str = "lista";
/// The id of the button that changes a datum for many.
pub const CHANGE: &str = "cambiar-un-dato";
/// The id of the saved filters.
pub const FILTERS: &str = "filtros";

/// The screen.
#[derive(Debug)]
pub struct Screen {
    filter: Filter,
    /// The filters that hold somebody, with how many.
    counts: Vec<(Filter, u64)>,
    /// Who is marked, in the order in which they were.
    marked: Vec<StudentId>,
    typed: String,
    page: ListPage,
    offset: usize,
    total: u64,
    selected: usize,
    similar: Vec<(String, u64)>,
    pane: Option<Pane>,
    /// In a narrow window: the record has the place of the list.
    detail_is_open: bool,
    /// Somebody chose the row that is selected.
    is_chosen: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A row was pressed.
    Selected(usize),
    /// The arrows moved the selection.
    Moved(Move),
    /// F3 or Mayús+F3: the next or the previous record, shown as the one before it was.
    Stepped(Move),
    /// A saved filter was chosen.
    FilterChosen(Filter),
    /// Espacio on the row.
    MarkPressed,
    /// An arrow with Mayús held down.
    RangeMoved(Move),
    /// The marks were put away.
    MarksCleared,
    /// The button that changes a datum for many.
    ChangePressed,
    /// Enter on the row.
    Opened,
    /// F4, or its button.
    NewPressed,
    /// Something in the record.
    Record(record::Message),
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To take the focus somewhere, or to scroll.
    Run(Task<Message>),
    /// An empty form.
    New,
    /// To ask what is changed for those who are marked, or for all of the list.
    AskChange,
    /// The form with this record in it.
    Correct(StudentId),
    /// An alta for this student.
    QueueAlta(StudentId),
    /// The baja's dialog.
    AskBaja(StudentId),
    /// The vigencia's dialog.
    AskVigencia(StudentId),
    /// To ask for clinic, turno and consultorio.
    AskClinic(StudentId),
    /// The printer's dialog.
    AskPrint(StudentId),
    /// To put the record away from the daily list.
    Archive(StudentId),
    /// To bring the record back to it.
    Restore(StudentId),
    /// The dialog of the número de control that replaces a folio.
    AskControlNumber(StudentId),
    /// To mark a row of the Lista de cotejo, or open it again.
    Tick(StudentId, Requirement),
    /// The dialog of a row of the Lista de cotejo.
    AskAnswer(StudentId, Requirement),
    /// To accept what the record proves of the Lista de cotejo.
    AcceptProposals(StudentId),
    /// To mark the queued movement, or take the mark off.
    ToggleUrgent(StudentId),
    /// To withdraw the queued movement.
    CancelQueued(StudentId),
    /// To note that this record was opened.
    NoteOpened(StudentId),
    /// To say what can't be done.
    Refused(Refusal),
}

impl Screen {
    /// With everybody in it.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk) -> Result<Self, Refusal> {
        let mut screen = Self {
            filter: Filter::All,
            counts: Vec::new(),
            marked: Vec::new(),
            typed: String::new(),
            page: ListPage {
                rows: Vec::new(),
                count: Count::Exactly(0),
            },
            offset: 0,
            total: 0,
            selected: 0,
            similar: Vec::new(),
            pane: None,
            detail_is_open: false,
            is_chosen: false,
        };
        screen.read(desk)?;
        Ok(screen)
    }

    /// Shows who matches what was typed.
    ///
    /// # Errors
    /// The file's faults.
    pub fn search(&mut self, desk: &Desk, typed: &str) -> Result<(), Refusal> {
        // Who is looked for may be in no list at all.
        self.filter = Filter::All;
        self.typed = typed.to_owned();
        self.offset = 0;
        self.selected = 0;
        self.detail_is_open = false;
        self.is_chosen = !typed.trim().is_empty();
        // What was typed changes no count of a filter: a key has to be answered at once.
        self.read_page(desk)
    }

    /// Shows one of the lists that are kept ready.
    ///
    /// # Errors
    /// The file's faults.
    pub fn show_filter(&mut self, desk: &Desk, filter: Filter) -> Result<(), Refusal> {
        self.filter = filter;
        self.typed.clear();
        self.offset = 0;
        self.selected = 0;
        self.detail_is_open = false;
        self.is_chosen = false;
        self.read(desk)
    }

    /// The list that is shown.
    pub fn filter(&self) -> Filter {
        self.filter
    }

    /// Whose record the keys are about: nobody's, until somebody searched for a person, moved to one or opened one.
    /// The first row of everybody is shown, but it was chosen by nobody.
    pub fn chosen_student(&mut self, list_has_focus: bool) -> Option<StudentId> {
        self.is_chosen |= list_has_focus;
        self.student().filter(|_| self.is_chosen)
    }

    /// Shows the students of a saved filter.
    ///
    /// # Errors
    /// The file's faults.
    pub fn choose(&mut self, desk: &Desk, filter: Filter) -> Result<(), Refusal> {
        self.filter = filter;
        self.offset = 0;
        self.selected = 0;
        self.detail_is_open = false;
        self.is_chosen = false;
        self.read(desk)
    }

    /// Who is marked, in the order in which they were.
    pub fn marked(&self) -> &[StudentId] {
        &self.marked
    }

    /// Takes every mark off. Tells whether there was any.
    pub fn clear_marks(&mut self) -> bool {
        let any = !self.marked.is_empty();
        self.marked.clear();
        any
    }

    fn mark(&mut self, student: StudentId, marked: bool) {
        self.marked.retain(|it| *it != student);
        if marked {
            self.marked.push(student);
        }
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Reads again what is shown, keeping the selection on the same person where possible.
    ///
    /// # Errors
    /// The file's faults.
    pub fn read(&mut self, desk: &Desk) -> Result<(), Refusal> {
        self.total = desk.count_of(Filter::All)?;
        self.counts.clear();
        for filter in Filter::ALL {
            let count = match filter {
                Filter::All => self.total,
                _ => desk.count_of(filter)?,
            };
            if count > 0 || filter == Filter::All || filter == self.filter {
                self.counts.push((filter, count));
            }
        }
        self.read_page(desk)
    }

    fn read_page(&mut self, desk: &Desk) -> Result<(), Refusal> {
        let was = self.selected_student();
        self.page = self.page_at(desk, self.offset)?;
        if self.page.rows.is_empty() && self.offset > 0 {
            // The last row of the last page went: there is one page less.
            self.offset = self.last_offset();
            self.page = self.page_at(desk, self.offset)?;
        }
        self.similar = if self.page.rows.is_empty() && !self.typed.trim().is_empty() {
            desk.similar_surnames(&self.typed)?
        } else {
            Vec::new()
        };
        let still = was.and_then(|id| self.row_of(id));
        self.selected = still
            .unwrap_or(self.selected)
            .min(self.page.rows.len().saturating_sub(1));
        self.read_record(desk)
    }

    /// Shows this student's record and selects the row of it. A list without that row becomes everybody's: Enter
    /// and the arrows go on from whom the record is about.
    ///
    /// # Errors
    /// It is there no more.
    pub fn show(&mut self, desk: &Desk, student: StudentId) -> Result<(), Refusal> {
        let pane = Pane::new(desk, student, Section::Summary)?;
        let mut at = self.row_of(student);
        if at.is_none() {
            self.filter = Filter::All;
            self.typed.clear();
            self.similar.clear();
            self.offset = desk.place_among_all(student)? / PAGE_ROWS * PAGE_ROWS;
            self.page = self.page_at(desk, self.offset)?;
            at = self.row_of(student);
        }
        self.selected = at.unwrap_or(0);
        self.pane = Some(pane);
        self.detail_is_open = true;
        self.is_chosen = true;
        Ok(())
    }

    fn page_at(&self, desk: &Desk, offset: usize) -> Result<ListPage, Refusal> {
        desk.list(self.filter, &self.typed, offset, PAGE_ROWS)
    }

    fn row_of(&self, student: StudentId) -> Option<usize> {
        self.page.rows.iter().position(|row| row.student.id == student)
    }

    /// Opens the record that is shown, so that it has the place of the list where there is room for one of them.
    pub fn keep_open(&mut self) {
        self.detail_is_open = self.pane.is_some();
    }

    /// Whose record is shown, if any.
    pub fn student(&self) -> Option<StudentId> {
        self.pane.as_ref().map(Pane::student)
    }

    /// The name of whose record is shown.
    pub fn student_name(&self) -> Option<String> {
        self.pane.as_ref().map(Pane::name)
    }

    /// Whether a movement of whose record is shown waits in the queue.
    pub fn has_queued(&self) -> bool {
        self.pane.as_ref().is_some_and(Pane::has_queued)
    }

    /// Goes back from the record to the list, where only one of them is shown. Tells whether there was a way back.
    pub fn back(&mut self) -> bool {
        std::mem::take(&mut self.detail_is_open)
    }

    fn selected_student(&self) -> Option<StudentId> {
        self.page.rows.get(self.selected).map(|row| row.student.id)
    }

    fn read_record(&mut self, desk: &Desk) -> Result<(), Refusal> {
        let section = self.pane.as_ref().map_or(Section::Summary, Pane::section);
        // A record that was opened stays, also when the list shows others.
        let shown = if self.detail_is_open { self.student() } else { None };
        self.pane = match shown.or(self.selected_student()) {
            Some(student) => match Pane::new(desk, student, section) {
                Ok(pane) => Some(pane.at_the_place_of(self.pane.as_ref())),
                Err(Refusal::NoSuchStudent(_)) => {
                    self.detail_is_open = false;
                    self.selected_student()
                        .map(|student| Pane::new(desk, student, section))
                        .transpose()?
                }
                Err(other) => return Err(other),
            },
            None => None,
        };
        Ok(())
    }

    /// What follows from a message.
    pub fn update(&mut self, desk: &Desk, message: Message) -> Action {
        let done = match message {
            Message::Selected(index) => {
                self.is_chosen = true;
                self.selected = index;
                self.detail_is_open = false;
                self.read_record(desk)
                    .map(|()| Action::Run(widget::focus(LIST_ID)))
            }
            Message::Moved(to) => self.go(desk, to).map(|()| Action::Run(widget::reveal())),
            Message::Stepped(to) => {
                let was_open = self.detail_is_open;
                let gone = self.go(desk, to);
                self.detail_is_open = was_open;
                gone.map(|()| Action::Run(widget::reveal()))
            }
            Message::FilterChosen(filter) => self.choose(desk, filter).map(|()| Action::None),
            Message::MarkPressed => {
                if let Some(student) = self.selected_student() {
                    self.mark(student, !self.marked.contains(&student));
                }
                Ok(Action::None)
            }
            Message::RangeMoved(to) => {
                let from = (self.offset, self.selected);
                self.mark_selected();
                let gone = self.go(desk, to);
                self.mark_way(from);
                gone.map(|()| Action::Run(widget::reveal()))
            }
            Message::MarksCleared => {
                self.clear_marks();
                Ok(Action::Run(widget::focus(LIST_ID)))
            }
            Message::ChangePressed => return Action::AskChange,
            Message::Opened => return self.open(),
            Message::NewPressed => return Action::New,
            Message::Record(message) => return self.update_record(message),
        };
        done.unwrap_or_else(Action::Refused)
    }

    fn mark_selected(&mut self) {
        if let Some(student) = self.selected_student() {
            self.mark(student, true);
        }
    }

    /// Marks the rows between where the selection was and where it is; on another page, those up to it.
    fn mark_way(&mut self, (offset, was): (usize, usize)) {
        let from = if offset == self.offset { was } else { self.selected };
        for at in from.min(self.selected)..=from.max(self.selected) {
            if let Some(row) = self.page.rows.get(at) {
                self.mark(row.student.id, true);
            }
        }
    }

    fn open(&mut self) -> Action {
        match self.student().or(self.selected_student()) {
            // Enter on a record that is open already goes on to correct it.
            Some(student) if self.detail_is_open => Action::Correct(student),
            Some(student) => {
                self.detail_is_open = true;
                self.is_chosen = true;
                Action::NoteOpened(student)
            }
            None => Action::None,
        }
    }

    /// Shows this section of the record.
    pub fn show_section(&mut self, section: Section) {
        if let Some(pane) = &mut self.pane {
            pane.show(section);
        }
    }

    fn update_record(&mut self, message: record::Message) -> Action {
        let Some(student) = self.student() else {
            return Action::None;
        };
        match message {
            record::Message::SectionChosen(section) => {
                self.show_section(section);
                Action::None
            }
            record::Message::Checklist(message) => match &mut self.pane {
                Some(pane) => checklist_asked(student, pane.checklist(), message),
                None => Action::None,
            },
            record::Message::ArchivePressed => Action::Archive(student),
            record::Message::RestorePressed => Action::Restore(student),
            record::Message::ControlNumberPressed => Action::AskControlNumber(student),
            record::Message::AltaPressed => Action::QueueAlta(student),
            record::Message::BajaPressed => Action::AskBaja(student),
            record::Message::VigenciaPressed => Action::AskVigencia(student),
            record::Message::ClinicPressed => Action::AskClinic(student),
            record::Message::PrintPressed => Action::AskPrint(student),
            record::Message::CorrectPressed => Action::Correct(student),
            record::Message::UrgentPressed => Action::ToggleUrgent(student),
            record::Message::CancelPressed => Action::CancelQueued(student),
            record::Message::BackPressed => {
                self.back();
                Action::Run(widget::focus(LIST_ID))
            }
        }
    }

    /// The row with which the last page begins.
    fn last_offset(&self) -> usize {
        (self.page.count.reachable().saturating_sub(1) as usize) / PAGE_ROWS * PAGE_ROWS
    }

    /// Moves the selection, over the edge of the page where there is another.
    fn go(&mut self, desk: &Desk, to: Move) -> Result<(), Refusal> {
        let rows = self.page.rows.len();
        let last_offset = self.last_offset();
        let (offset, selected) = match to {
            Move::Down if self.selected + 1 < rows => (self.offset, self.selected + 1),
            Move::Down if self.offset < last_offset => (self.offset + PAGE_ROWS, 0),
            Move::Up if self.selected > 0 => (self.offset, self.selected - 1),
            Move::Up if self.offset > 0 => (self.offset - PAGE_ROWS, PAGE_ROWS - 1),
            Move::PageDown if self.offset < last_offset => (self.offset + PAGE_ROWS, 0),
            Move::PageDown | Move::Last => (self.offset, rows.saturating_sub(1)),
            Move::PageUp if self.offset > 0 => (self.offset - PAGE_ROWS, 0),
            Move::PageUp | Move::First => (self.offset, 0),
            Move::Down | Move::Up => (self.offset, self.selected),
        };
        self.is_chosen = true;
        self.detail_is_open = false;
        self.selected = selected;
        if offset != self.offset {
            self.offset = offset;
            self.page = self.page_at(desk, offset)?;
            self.selected = selected.min(self.page.rows.len().saturating_sub(1));
        }
        self.read_record(desk)
    }

    /// How many people are in the register.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Draws it in a window of this width.
    pub fn view<'a>(&'a self, desk: &'a Desk, width: f32) -> Element<'a, Message> {
        if width >= NARROW {
            let detail = match &self.pane {
                Some(pane) => pane.view(desk, false).map(Message::Record),
                None => nothing_chosen(self.total),
            };
            row![
                container(self.list(desk)).width(LIST),
                hairline_down(),
                container(detail).width(Length::Fill).height(Length::Fill),
            ]
            .into()
        } else {
            match &self.pane {
                Some(pane) if self.detail_is_open => pane.view(desk, true).map(Message::Record),
                _ => self.list(desk),
            }
        }
    }

    fn list<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        let shown = match self.page.count {
            Count::Exactly(count) => Some(count),
            Count::LimitOrMore => None,
        };
        let typed = !self.typed.trim().is_empty();
        let is_list = self.filter != Filter::All;
        let narrowed = typed || is_list;
        let said = match self.marked.len() {
            0 => frame::count_line(shown, self.total, narrowed),
            marked => marked_words::count(marked),
        };
        let change = (narrowed || !self.marked.is_empty()).then(|| {
            button(frame::CHANGE_MANY, Message::ChangePressed)
                .icon(Icon::Pencil)
                .id(CHANGE)
        });
        let clear = (!self.marked.is_empty()).then(|| {
            button(frame::CLEAR_MARKS, Message::MarksCleared)
                .key("Esc")
                .quiet()
        });
        let heading = if is_list {
            filters::name(self.filter)
        } else {
            frame::STUDENTS
        };
        let head = row![
            title(heading),
            container(body(said).style(style::muted)).width(Length::Fill),
            clear,
            change,
            button(frame::NEW, Message::NewPressed)
                .icon(Icon::UserPlus)
                .key("F4")
                .primary(),
        ]
        .spacing(GAP)
        .align_y(iced::Center);
        let filters: Vec<Choice<Filter>> = self
            .counts
            .iter()
            .map(|(filter, count)| Choice::new(*filter, filters::chip(*filter)).note(dates::thousands(count)))
            .collect();
        let filters = (filters.len() > 1).then(|| {
            container(
                choice(filters, Some(self.filter), Message::FilterChosen)
                    .chips()
                    .id(FILTERS),
            )
            .padding(padding::bottom(NEAR))
        });
        let rows: Element<'a, Message> = if self.page.rows.is_empty() {
            let said = match (typed, self.filter) {
                (true, Filter::All) => frame::nobody(&self.typed, &self.similar),
                (false, Filter::All) => frame::NO_STUDENTS.to_owned(),
                (typed, filter) => filters::nobody(filter, typed),
            };
            listing::nobody(said)
        } else {
            list(
                columns(),
                self.page.rows.iter().enumerate().map(|(index, row)| {
                    let selected = index == self.selected;
                    let student = &row.student.particulars;
                    let marked = self.marked.contains(&row.student.id);
                    Line::Row(vec![
                        marked_name(student.name.formal(), selected, marked),
                        body(student.identifier.as_str().to_owned()).into(),
                        body(listing::school(desk, student)).style(style::muted).into(),
                        listing::nss(student),
                        status_chip(desk.chip(row), selected),
                    ])
                }),
                Some(self.selected),
                Message::Selected,
            )
            .on_move(Message::Moved)
            .on_open(Message::Opened)
            .on_mark(Message::MarkPressed)
            .on_range(Message::RangeMoved)
            .density(desk.appearance().density)
            .id(LIST_ID)
            .into()
        };
        listing::pane(
            head,
            filters.map(Into::into),
            rows,
            self.offset,
            self.page.count.reachable(),
            frame::PAGE_KEYS,
        )
    }
}

/// What the keys of the Lista de cotejo ask for.
fn checklist_asked(
    student: StudentId,
    rows: &mut record::checklist::Rows,
    message: record::checklist::Message,
) -> Action {
    use record::checklist::{Message, ROWS};

    match message {
        Message::Selected(index) => {
            rows.select(index);
            Action::Run(widget::focus(ROWS))
        }
        Message::Moved(to) => {
            rows.go(to);
            Action::Run(widget::reveal())
        }
        Message::Ticked => Action::Tick(student, rows.requirement()),
        Message::AnswerPressed => Action::AskAnswer(student, rows.requirement()),
        Message::AllAccepted => Action::AcceptProposals(student),
    }
}

/// The name, after a tick where it is marked.
fn marked_name<'a>(words: String, selected: bool, marked: bool) -> Element<'a, Message> {
    if !marked {
        return name(words, selected);
    }
    row![
        icon(Icon::CircleCheck, icons::SMALL),
        container(name(words, true)).width(Length::Fill)
    ]
    .spacing(NEAR)
    .align_y(iced::Center)
    .into()
}

fn nothing_chosen<'a>(total: u64) -> Element<'a, Message> {
    let said = if total == 0 {
        frame::NO_STUDENTS
    } else {
        frame::NOTHING_CHOSEN
    };

    container(body(said).style(style::muted))
        .padding(PADDING)
        .style(style::surface)
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(frame::COLUMN_NAME, Length::Fill),
        Column::new(frame::COLUMN_IDENTIFIER, 76),
        Column::new(frame::CAREER, 68),
        Column::new(frame::NSS, 56),
        Column::new(frame::COLUMN_STATUS, 224).indent(8.0),
    ]
}
