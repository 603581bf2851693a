//! Everybody, or who matches what was typed, with the record of the one that is selected.

mod marks;
mod view;

use iced::Task;

use super::record::{self, Pane, Section};
use crate::app::widget::{self, Move};
use crate::desk::{Desk, PAGE_ROWS, Refusal};
use crate::domain::alike::{self, Trait};
use crate::domain::checklist::Requirement;
use crate::domain::filter::{Filter, Search};
use crate::domain::ids::StudentId;
use crate::store::{Count, ListPage, StudentRow};

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
    /// The same, taken apart, and what narrows the list in words.
    search: Search,
    narrows: Vec<String>,
    page: ListPage,
    /// By what each row of the page is told apart from others of the same name.
    lit: Vec<Vec<Trait>>,
    offset: usize,
    total: u64,
    selected: usize,
    similar: Vec<(String, u64)>,
    pane: Option<Pane>,
    /// In a narrow window: the record has the place of the list.
    detail_is_open: bool,
    /// Somebody chose the row that is selected.
    is_chosen: bool,
    /// Something was changed while another screen was open: what is here is read when it is asked for.
    is_stale: bool,
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
    /// What was typed to narrow the list was put away: which.
    NarrowPutAway(usize),
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
    /// «Importar».
    ImportPressed,
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
    /// To have this in the search box, and to search for it.
    Type(String),
    /// An empty form.
    New,
    /// To import a sheet.
    Import,
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
    /// To show the case.
    GoCase,
    /// To open a case.
    OpenCase(StudentId),
    /// The dialog of what was told to whom.
    AskNote(StudentId),
    /// The dialog of how the case ended.
    AskCloseCase(StudentId),
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
            search: Search::default(),
            narrows: Vec::new(),
            page: ListPage {
                rows: Vec::new(),
                count: Count::Exactly(0),
            },
            lit: Vec::new(),
            offset: 0,
            total: 0,
            selected: 0,
            similar: Vec::new(),
            pane: None,
            detail_is_open: false,
            is_chosen: false,
            is_stale: false,
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
        self.take(desk, typed)?;
        self.offset = 0;
        self.selected = 0;
        self.detail_is_open = false;
        // A list is asked for with «sin nss», and nobody in it yet.
        self.is_chosen = !self.search.words().trim().is_empty();
        // What was typed changes no count of a filter: a key has to be answered at once.
        self.read_page(desk)
    }

    /// Shows one of the lists that are kept ready.
    ///
    /// # Errors
    /// The file's faults.
    pub fn show_filter(&mut self, desk: &Desk, filter: Filter) -> Result<(), Refusal> {
        self.filter = filter;
        self.take(desk, "")?;
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

    /// What was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The same, taken apart.
    pub fn search_typed(&self) -> &Search {
        &self.search
    }

    fn take(&mut self, desk: &Desk, typed: &str) -> Result<(), Refusal> {
        typed.clone_into(&mut self.typed);
        self.search = desk.search_of(typed);
        self.narrows = desk.narrows_in_words(&self.search)?;
        Ok(())
    }

    /// Reads again what is shown, keeping the selection on the same person where possible.
    ///
    /// # Errors
    /// The file's faults.
    pub fn read(&mut self, desk: &Desk) -> Result<(), Refusal> {
        self.count(desk)?;
        self.read_page(desk)
    }

    /// What is shown may be out of date: nobody sees it now, and counting every list takes its time.
    pub fn read_later(&mut self) {
        self.is_stale = true;
    }

    fn count(&mut self, desk: &Desk) -> Result<(), Refusal> {
        self.is_stale = false;
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
        Ok(())
    }

    fn read_page(&mut self, desk: &Desk) -> Result<(), Refusal> {
        if self.is_stale {
            self.count(desk)?;
        }
        let was = self.selected_student();
        self.turn_to(desk, self.offset)?;
        if self.page.rows.is_empty() && self.offset > 0 {
            // The last row of the last page went: there is one page less.
            self.offset = self.last_offset();
            self.turn_to(desk, self.offset)?;
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
        if self.is_stale {
            self.read(desk)?;
        }
        let pane = Pane::new(desk, student, Section::Summary)?;
        let mut at = self.row_of(student);
        if at.is_none() {
            self.filter = Filter::All;
            self.take(desk, "")?;
            self.similar.clear();
            self.offset = desk.place_among_all(student)? / PAGE_ROWS * PAGE_ROWS;
            self.turn_to(desk, self.offset)?;
            at = self.row_of(student);
        }
        self.selected = at.unwrap_or(0);
        self.pane = Some(pane);
        self.detail_is_open = true;
        self.is_chosen = true;
        Ok(())
    }

    /// Reads the page that begins with this row.
    fn turn_to(&mut self, desk: &Desk, offset: usize) -> Result<(), Refusal> {
        self.page = desk.list(self.filter, &self.typed, offset, PAGE_ROWS)?;
        self.offset = offset;
        self.lit = lit(&self.page);
        Ok(())
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
            Message::NarrowPutAway(index) => return Action::Type(self.search.without(index)),
            Message::ChangePressed => return Action::AskChange,
            Message::Opened => return self.open(),
            Message::NewPressed => return Action::New,
            Message::ImportPressed => return Action::Import,
            Message::Record(message) => return self.update_record(message),
        };
        done.unwrap_or_else(Action::Refused)
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
            record::Message::Checks(message) => match &mut self.pane {
                Some(pane) => checks_asked(pane.checks(), message),
                None => Action::None,
            },
            record::Message::Case(message) => match message {
                record::case::Message::Wanted => Action::GoCase,
                record::case::Message::OpenPressed => Action::OpenCase(student),
                record::case::Message::NotePressed => Action::AskNote(student),
                record::case::Message::ClosePressed => Action::AskCloseCase(student),
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
            self.turn_to(desk, offset)?;
            self.selected = selected.min(self.page.rows.len().saturating_sub(1));
        }
        self.read_record(desk)
    }

    /// How many people are in the register.
    pub fn total(&self) -> u64 {
        self.total
    }
}

/// For each row by what it is told apart: people of one name stand together, since a list is in the order of names.
fn lit(page: &ListPage) -> Vec<Vec<Trait>> {
    let key = |row: &StudentRow| row.student.particulars.name.sort_key();
    page.rows
        .chunk_by(|one, other| key(one) == key(other))
        .flat_map(|people| {
            let bearers: Vec<_> = people.iter().map(|row| &row.student.particulars).collect();
            let lit = alike::differing(&bearers);
            vec![lit; people.len()]
        })
        .collect()
}

/// What the keys of the Lista de cotejo ask for.
fn checks_asked(checks: &mut record::checks::Checks, message: record::checks::Message) -> Action {
    use record::checks::{CHECKS, Message};

    match message {
        Message::Selected(index) => {
            checks.select(index);
            Action::Run(widget::focus(CHECKS))
        }
        Message::Moved(to) => {
            checks.go(to);
            Action::Run(widget::reveal())
        }
    }
}

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
