//! The root: it owns the desk and the open screen, routes keys and messages, and draws the frame around it all.

use std::path::PathBuf;
use std::time::Duration;

use iced::advanced::widget::Id;
use iced::keyboard::key::Named;
use iced::{Element, Size, Subscription, Task, Theme, window};

use super::modals::{self, Modal};
use super::screens::{cuts, first_run, form, record, refused, students};
use super::shortcut::{self, Command};
use super::widget::{self, Move, Press, dialog, keys};
use super::{Machine, SIZE, theme};
use crate::desk::{self, Desk, Explain, Explained, FirstRun, Refusal};
use crate::domain::ids::StudentId;
use crate::domain::movement::MovementKind;
use crate::store::{Copied, CutCount, StoreError, StudentRow};
use crate::system::{folders, viewer};
use crate::words::{faults, frame as words, movements, printing};

mod view;

/// The id of the search box.
pub const SEARCH: &str = "buscar";

/// The zoom steps, in hundredths.
const ZOOM: [u16; 6] = [100, 110, 125, 150, 175, 200];

/// The whole program.
#[derive(Debug)]
pub struct Window {
    machine: Machine,
    size: Size,
    zoom: usize,
    phase: Phase,
}

/// How far the program has come.
#[derive(Debug)]
enum Phase {
    /// There is no register yet.
    FirstRun(first_run::Screen),
    /// There is one, and it can't be opened.
    Refused(refused::Screen),
    /// At work.
    Open(Box<Office>),
}

/// The desk with everything that is open on it.
#[derive(Debug)]
struct Office {
    desk: Desk,
    place: Place,
    students: students::Screen,
    cuts: Option<cuts::Screen>,
    form: Option<form::Screen>,
    modal: Option<Modal>,
    focused: Option<Id>,
    /// What has the focus again once the dialog is closed.
    focus_below: Option<Id>,
    query: String,
    /// The query led to a record: what is typed next begins a new one.
    query_is_answered: bool,
    recents: Vec<StudentRow>,
    recent: Option<usize>,
    next_cut: CutCount,
    /// The day for which everything was read.
    day: chrono::NaiveDate,
    said: Option<Said>,
    notice: Option<Notice>,
    copy: CopyState,
}

/// Which screen has the place between rail and edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Students,
    Form,
    Cuts,
}

/// The last thing done, in the status bar.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    text: String,
    /// Whether Ctrl+Z would take it back.
    can_be_undone: bool,
}

/// A bar above the status bar: it stays until it is solved or put away.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Notice {
    text: Explained,
    /// The form whose draft Enter brings back.
    draft: Option<String>,
    is_problem: bool,
}

/// What is known of the copy of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
struct CopyState {
    last: Option<Copied>,
    running: bool,
    /// It failed today: another try waits for the next start, not for the next tick.
    failed: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A command of the key table.
    Command(Command),
    /// Tab.
    Tab {
        /// Mayús+Tab.
        backwards: bool,
    },
    /// Esc.
    Escape,
    /// Text typed where there is no field.
    Typed(String),
    /// An arrow that no widget used.
    Moved(Move),
    /// A mouse click, which may have moved the focus.
    Clicked,
    /// The focus is here now.
    FocusFound(Option<Id>),
    /// The window has another size.
    Resized(Size),
    /// The window is to be closed.
    CloseRequested(window::Id),
    /// Five seconds have passed.
    Ticked,
    /// Something was typed into the search box.
    SearchTyped(String),
    /// Enter in the search box.
    SearchEntered,
    /// A record of the recent ones was pressed.
    RecentPressed(usize),
    /// The notice was put away.
    NoticeClosed,
    /// In the first run.
    FirstRun(first_run::Message),
    /// In the screen that says why nothing opens.
    Refused(refused::Message),
    /// In the students' screen.
    Students(students::Message),
    /// In the form.
    Form(form::Message),
    /// In the cuts' screen.
    Cuts(cuts::Message),
    /// In the dialog.
    Modal(modals::Message),
    /// The copy of the day came to an end.
    CopyMade(Result<Copied, Explained>),
    /// The viewer opened a paper, or there was none.
    PaperOpened {
        /// What to say if it did.
        said: String,
        /// Where the paper is.
        path: PathBuf,
        /// Whether it did.
        opened: bool,
    },
    /// The system's dialog said where else to save the paper.
    SavedElsewhere {
        /// Where the paper is.
        path: PathBuf,
        /// Where it was saved too; `None` for nowhere, and what failed if something did.
        elsewhere: Option<Result<PathBuf, PathBuf>>,
    },
}

impl Window {
    /// Opens the register, or begins the first run.
    pub fn new(machine: Machine) -> (Self, Task<Message>) {
        let mut window = Self {
            phase: Phase::Refused(refused::Screen::new(String::new().into())),
            machine,
            size: SIZE,
            zoom: 0,
        };
        let task = window.start();
        (window, task)
    }

    fn start(&mut self) -> Task<Message> {
        let clock = self.machine.clock.clone();
        if self.machine.demo {
            let demo = desk::demo::in_memory(3_000, 1, clock);
            return self.enter(demo);
        }
        match Desk::open(&self.machine.data, clock) {
            Err(Refusal::Store(StoreError::Missing(_))) => {
                let (screen, task) = first_run::Screen::new();
                self.phase = Phase::FirstRun(screen);
                task.map(Message::FirstRun)
            }
            opened => self.enter(opened),
        }
    }

    fn enter(&mut self, desk: Result<Desk, Refusal>) -> Task<Message> {
        let office = desk.and_then(|desk| Office::new(desk, &self.machine));
        match office {
            Ok((office, task)) => {
                self.phase = Phase::Open(Box::new(office));
                task
            }
            Err(refusal) => {
                let why = match refusal {
                    Refusal::Store(StoreError::AnotherWriter) => faults::another_window().into(),
                    other => other.explain(),
                };
                self.phase = Phase::Refused(refused::Screen::new(why));
                widget::focus(refused::CLOSE)
            }
        }
    }

    /// The title never shows a student.
    pub fn title(&self) -> String {
        match &self.phase {
            Phase::Open(office) => format!("{} · {}", words::NAME, office.desk.campus().name),
            _ => words::NAME.to_owned(),
        }
    }

    /// The light look.
    pub fn theme(&self) -> Theme {
        theme::light()
    }

    /// The zoom, on top of the system's own.
    pub fn scale_factor(&self) -> f32 {
        f32::from(ZOOM[self.zoom]) / 100.0
    }

    /// The desk, once it is open: for tests.
    pub fn desk(&self) -> Option<&Desk> {
        match &self.phase {
            Phase::Open(office) => Some(&office.desk),
            _ => None,
        }
    }

    /// Size, closing, and a tick for drafts and copies.
    pub fn subscription(&self) -> Subscription<Message> {
        Subscription::batch([
            window::resize_events().map(|(_, size)| Message::Resized(size)),
            window::close_requests().map(Message::CloseRequested),
            iced::time::every(Duration::from_secs(5)).map(|_| Message::Ticked),
        ])
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Resized(size) => {
                self.size = size;
                Task::none()
            }
            Message::CloseRequested(id) => {
                if let Phase::Open(office) = &mut self.phase {
                    office.keep_draft();
                }
                window::close(id)
            }
            Message::Command(command @ (Command::ZoomIn | Command::ZoomOut | Command::ZoomReset)) => {
                self.zoom = match command {
                    Command::ZoomIn => (self.zoom + 1).min(ZOOM.len() - 1),
                    Command::ZoomOut => self.zoom.saturating_sub(1),
                    _ => 0,
                };
                Task::none()
            }
            Message::FirstRun(message) => self.update_first_run(message),
            Message::Refused(refused::Message::ClosePressed) => iced::exit(),
            message => match &mut self.phase {
                Phase::Open(office) => office.update(&self.machine, message),
                Phase::FirstRun(_) => match message {
                    Message::Tab { backwards } => widget::move_focus(backwards, None),
                    Message::Command(Command::Save) => {
                        self.update_first_run(first_run::Message::BeginPressed)
                    }
                    _ => Task::none(),
                },
                Phase::Refused(_) => match message {
                    Message::Escape | Message::Command(Command::Save) => iced::exit(),
                    Message::Tab { backwards } => widget::move_focus(backwards, None),
                    _ => Task::none(),
                },
            },
        }
    }

    fn update_first_run(&mut self, message: first_run::Message) -> Task<Message> {
        let Phase::FirstRun(screen) = &mut self.phase else {
            return Task::none();
        };
        match screen.update(message) {
            first_run::Action::None => Task::none(),
            first_run::Action::Run(task) => task.map(Message::FirstRun),
            first_run::Action::Begin(first) => self.begin(&first),
        }
    }

    fn begin(&mut self, first: &FirstRun) -> Task<Message> {
        match Desk::set_up(&self.machine.data, first, self.machine.clock.clone()) {
            Err(refusal) => {
                // What was typed stays where it is.
                if let Phase::FirstRun(screen) = &mut self.phase {
                    screen.refuse(refusal.explain().line());
                }
                Task::none()
            }
            desk => self.enter(desk),
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let width = self.size.width / self.scale_factor();
        let (page, dialog) = match &self.phase {
            Phase::FirstRun(screen) => (view::bare(screen.view().map(Message::FirstRun)), None),
            Phase::Refused(screen) => (view::bare(screen.view().map(Message::Refused)), None),
            Phase::Open(office) => (office.view(width), office.modal.as_ref().map(Modal::view)),
        };
        let stacked = iced::widget::stack![page, dialog.map(|dialog| dialog.map(Message::Modal))];
        keys(stacked, before, move |press| self.after(press))
            .on_click(Message::Clicked)
            .into()
    }

    /// What a key means that no widget used.
    fn after(&self, press: &Press<'_>) -> Option<Message> {
        let Phase::Open(office) = &self.phase else {
            return None;
        };
        if office.modal.is_some() {
            return None;
        }
        if let Some(to) = Move::from_press(press) {
            return Some(Message::Moved(to));
        }
        match office.place {
            Place::Cuts => cuts::Screen::key(press).map(Message::Cuts),
            Place::Students => press
                .typed()
                .filter(|text| text.starts_with(char::is_alphanumeric))
                .map(|text| Message::Typed(text.to_owned())),
            // Enter on a choice: the next field, as in any other.
            Place::Form => press
                .is(Named::Enter)
                .then_some(Message::Form(form::Message::Next)),
        }
    }
}

/// What a key means before any widget sees it: no field can type the «1» of Ctrl+1, or keep Tab for itself.
fn before(press: &Press<'_>) -> Option<Message> {
    if *press.key == iced::keyboard::Key::Named(Named::Tab) && !press.modifiers.command() {
        return Some(Message::Tab {
            backwards: press.modifiers.shift(),
        });
    }
    if press.is(Named::Escape) {
        return Some(Message::Escape);
    }
    shortcut::command_for(press).map(Message::Command)
}

impl Office {
    fn new(desk: Desk, machine: &Machine) -> Result<(Self, Task<Message>), Refusal> {
        let draft = desk.last_draft()?;
        let notice = match draft {
            Some(draft) => Some(Notice {
                text: words::draft_found(draft.at, desk.today()).into(),
                draft: Some(draft.form),
                is_problem: false,
            }),
            None if folders::is_synced(&machine.data) => Some(Notice {
                text: faults::synced_folder(&machine.data).into(),
                draft: None,
                is_problem: true,
            }),
            None => None,
        };
        let mut office = Self {
            place: Place::Students,
            students: students::Screen::new(&desk)?,
            cuts: None,
            form: None,
            modal: None,
            focused: None,
            focus_below: None,
            query: String::new(),
            query_is_answered: false,
            recents: desk.recents()?,
            recent: None,
            next_cut: desk.next_cut_count()?,
            day: desk.today(),
            said: None,
            notice,
            copy: CopyState {
                last: desk.last_copy(),
                running: false,
                failed: false,
            },
            desk,
        };
        let copy = office.copy_if_due();
        Ok((office, Task::batch([focus_on(SEARCH), copy])))
    }

    fn update(&mut self, machine: &Machine, message: Message) -> Task<Message> {
        match message {
            Message::Command(command) => self.command(machine, command),
            Message::Tab { backwards } => self.tab(backwards),
            Message::Escape => self.escape(),
            Message::Typed(text) => {
                if std::mem::take(&mut self.query_is_answered) {
                    self.query.clear();
                }
                self.query.push_str(&text);
                Task::batch([self.search(), focus_on_end(SEARCH)])
            }
            Message::Moved(to) => self.moved(to),
            Message::Clicked => widget::focused().map(Message::FocusFound),
            Message::FocusFound(found) => self.focus_found(found),
            Message::Ticked => {
                self.keep_draft();
                if self.day != self.desk.today() {
                    // Midnight: the cut, the windows and the ages of checks are other ones now.
                    self.day = self.desk.today();
                    self.copy.failed = false;
                    self.refresh();
                }
                self.copy_if_due()
            }
            Message::SearchTyped(text) => {
                self.query = text;
                self.query_is_answered = false;
                self.search()
            }
            Message::SearchEntered => self.search_entered(),
            Message::RecentPressed(index) => match self.recents.get(index).map(|row| row.student.id) {
                Some(student) => self.open_record(student),
                None => Task::none(),
            },
            Message::NoticeClosed => {
                self.notice = None;
                Task::none()
            }
            Message::Students(message) => {
                let action = self.students.update(&self.desk, message);
                self.students_asked(machine, action)
            }
            Message::Form(message) => self.update_form(message),
            Message::Cuts(message) => self.update_cuts(message),
            Message::Modal(message) => {
                let Some(modal) = &mut self.modal else {
                    return Task::none();
                };
                let action = modal.update(message);
                self.modal_asked(machine, action)
            }
            Message::CopyMade(outcome) => {
                self.copy.running = false;
                match outcome {
                    Ok(copied) => self.copy.last = Some(copied),
                    Err(_) => {
                        self.copy.failed = true;
                        let last = self.copy.last.as_ref().map(|copied| copied.report.at);
                        self.trouble(words::copy_failed(last).into());
                    }
                }
                Task::none()
            }
            Message::PaperOpened { said, path, opened } => {
                self.say(if opened { said } else { printing::written(&path) });
                Task::none()
            }
            Message::SavedElsewhere { path, elsewhere } => {
                match elsewhere {
                    Some(Ok(elsewhere)) => self.say(printing::saved_as(&elsewhere)),
                    Some(Err(folder)) => self.trouble(printing::not_written(&folder).into()),
                    None => self.say(printing::not_saved_as(&path)),
                }
                Task::none()
            }
            Message::FirstRun(_) | Message::Refused(_) | Message::Resized(_) | Message::CloseRequested(_) => {
                Task::none()
            }
        }
    }

    fn command(&mut self, machine: &Machine, command: Command) -> Task<Message> {
        if let Some(modal) = &mut self.modal {
            // A dialog answers its main verb and help; everything else waits until it is closed.
            return match command {
                Command::Save => {
                    let action = modal.confirm();
                    self.modal_asked(machine, action)
                }
                _ => Task::none(),
            };
        }
        let student = match self.place {
            Place::Students => self.students.student(),
            Place::Form | Place::Cuts => None,
        };
        match (command, student) {
            (Command::Help, _) => self.open_modal(Modal::Help(modals::help::Help), modals::help::CLOSE),
            (Command::Search, _) => self.go_search(),
            (Command::GoStudents, _) => self.go_students(),
            (Command::GoCuts, _) => self.go_cuts(),
            (Command::New, _) => self.open_form(None),
            (Command::Refresh, _) => {
                self.refresh();
                Task::none()
            }
            (Command::NextRecord | Command::PreviousRecord, Some(_)) => {
                let to = if command == Command::NextRecord {
                    Move::Down
                } else {
                    Move::Up
                };
                let action = self.students.update(&self.desk, students::Message::Moved(to));
                self.students_asked(machine, action)
            }
            (Command::NextPane | Command::PreviousPane, Some(_)) if self.place == Place::Students => {
                let in_list = self.focused == Some(Id::new(students::LIST_ID));
                focus_on(if in_list {
                    record::SECTIONS
                } else {
                    students::LIST_ID
                })
            }
            (Command::Alta, Some(student)) => self.queue_alta(student),
            (Command::Baja, Some(student)) => self.ask_baja(student),
            (Command::Print, Some(student)) => self.ask_print(machine, student),
            (Command::Undo, _) => self.undo(),
            (Command::Redo, _) => self.redo(),
            (Command::Save, _) if self.place == Place::Form => self.update_form(form::Message::SavePressed),
            (Command::Alta | Command::Baja | Command::Print, None) if self.place == Place::Form => {
                self.say(words::SAVE_FIRST.to_owned());
                Task::none()
            }
            (Command::Alta | Command::Baja | Command::Print, None) => {
                self.say(words::NOTHING_CHOSEN.to_owned());
                Task::none()
            }
            _ => Task::none(),
        }
    }

    fn tab(&mut self, backwards: bool) -> Task<Message> {
        let within = self.modal.is_some().then(|| Id::new(dialog::ID));
        if let Some(form) = self.form_here() {
            form.close_offers();
        }
        widget::move_focus(backwards, within).chain(widget::focused().map(Message::FocusFound))
    }

    /// One step back: dialog, offers, notice, form, search text, record.
    fn escape(&mut self) -> Task<Message> {
        if self.modal.is_some() {
            return self.close_modal();
        }
        if self.form_here().is_some_and(form::Screen::close_offers) {
            return Task::none();
        }
        if self.notice.take().is_some() {
            return Task::none();
        }
        match self.place {
            Place::Form => self.update_form(form::Message::LeavePressed),
            Place::Students if !self.query.is_empty() => {
                self.query.clear();
                Task::batch([self.search(), focus_on(SEARCH)])
            }
            Place::Students => {
                self.students.back();
                focus_on(students::LIST_ID)
            }
            Place::Cuts => self.go_students(),
        }
    }

    /// An arrow that no widget used: the search box moves the list below it, a form its offers.
    fn moved(&mut self, to: Move) -> Task<Message> {
        if self.place == Place::Form {
            let message = match to {
                Move::Down => form::Message::Down,
                Move::Up => form::Message::Up,
                _ => return Task::none(),
            };
            return self.update_form(message);
        }
        if self.shows_recents() {
            let last = self.recents.len().checked_sub(1);
            self.recent = match (to, self.recent, last) {
                (_, _, None) => None,
                (Move::Down, Some(at), Some(last)) => Some((at + 1).min(last)),
                (Move::Down, None, Some(_)) => Some(0),
                (Move::Up, Some(at), _) => at.checked_sub(1),
                (_, at, _) => at,
            };
            return Task::none();
        }
        match self.place {
            Place::Students => {
                let action = self.students.update(&self.desk, students::Message::Moved(to));
                self.students_task(action)
            }
            Place::Cuts => self.update_cuts(cuts::Message::Moved(to)),
            Place::Form => Task::none(),
        }
    }

    fn focus_found(&mut self, found: Option<Id>) -> Task<Message> {
        self.focused = found;
        let field = self.focused.as_ref().and_then(form::Screen::field_of);
        self.recent = None;
        if self.form_here().is_some() {
            return self.update_form(form::Message::Focused(field));
        }
        Task::none()
    }

    // ---------------------------------------------------------------- going places

    fn go_search(&mut self) -> Task<Message> {
        self.keep_draft();
        if let Ok(recents) = self.desk.recents() {
            self.recents = recents;
        }
        if self.place == Place::Students && !self.query.is_empty() {
            return focus_on(SEARCH);
        }
        focus_on(SEARCH)
    }

    fn go_students(&mut self) -> Task<Message> {
        self.keep_draft();
        self.place = Place::Students;
        self.refresh();
        focus_on(students::LIST_ID)
    }

    fn go_cuts(&mut self) -> Task<Message> {
        self.keep_draft();
        match cuts::Screen::new(&self.desk) {
            Ok(screen) => {
                self.cuts = Some(screen);
                self.place = Place::Cuts;
                focus_on(cuts::LIST_ID)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    fn open_form(&mut self, student: Option<StudentId>) -> Task<Message> {
        // A form that is open keeps what was typed in it.
        if self.place == Place::Form && self.form.as_ref().is_some_and(|form| form.student() == student) {
            return focus_on(form::Screen::first_field());
        }
        self.keep_draft();
        let opened = match student {
            None => form::Screen::new(&self.desk),
            Some(student) => form::Screen::of(&self.desk, student),
        };
        match opened {
            Ok(screen) => {
                self.form = Some(screen);
                self.place = Place::Form;
                self.notice = None;
                focus_on(form::Screen::first_field())
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    fn open_record(&mut self, student: StudentId) -> Task<Message> {
        self.place = Place::Students;
        self.form = None;
        self.recent = None;
        self.query_is_answered = true;
        let shown = self
            .students
            .show(&self.desk, student)
            .and_then(|()| self.desk.opened(student));
        match shown {
            Ok(()) => focus_on(students::LIST_ID),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    fn open_modal(&mut self, modal: Modal, first: &'static str) -> Task<Message> {
        self.focus_below = self.focused.clone();
        self.modal = Some(modal);
        focus_on(first)
    }

    fn close_modal(&mut self) -> Task<Message> {
        self.modal = None;
        match self.focus_below.take() {
            Some(id) => widget::focus(id).chain(widget::focused().map(Message::FocusFound)),
            None => focus_on(match self.place {
                Place::Students => students::LIST_ID,
                Place::Cuts => cuts::LIST_ID,
                Place::Form => form::Screen::first_field(),
            }),
        }
    }

    // ---------------------------------------------------------------- searching

    fn search(&mut self) -> Task<Message> {
        self.recent = None;
        self.keep_draft();
        if self.query.is_empty() && self.place != Place::Students {
            return Task::none();
        }
        self.place = Place::Students;
        match self.students.search(&self.desk, &self.query) {
            Ok(()) => Task::none(),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    fn search_entered(&mut self) -> Task<Message> {
        if let Some(index) = self.recent
            && let Some(row) = self.recents.get(index)
        {
            return self.open_record(row.student.id);
        }
        if self.query.is_empty()
            && let Some(Notice {
                draft: Some(form), ..
            }) = self.notice.take()
        {
            return self.open_form(form::Screen::of_draft(&form));
        }
        if self.query.trim().is_empty() {
            return Task::none();
        }
        // A scanner types what the mute code of a sheet says, and Enter.
        match self.desk.student_of_code(&self.query) {
            Ok(Some(student)) => return self.open_record(student),
            Ok(None) => {}
            Err(refusal) => return self.refuse(&refusal),
        }
        let action = self.students.update(&self.desk, students::Message::Opened);
        self.students_task(action)
    }

    /// Whether the records opened last hang below the search box.
    fn shows_recents(&self) -> bool {
        self.query.is_empty() && self.modal.is_none() && self.focused == Some(Id::new(SEARCH))
    }

    // ---------------------------------------------------------------- what screens ask

    fn students_asked(&mut self, machine: &Machine, action: students::Action) -> Task<Message> {
        match action {
            students::Action::AskPrint(student) => self.ask_print(machine, student),
            other => self.students_task(other),
        }
    }

    fn students_task(&mut self, action: students::Action) -> Task<Message> {
        match action {
            students::Action::None | students::Action::AskPrint(_) => Task::none(),
            students::Action::Run(task) => task
                .map(Message::Students)
                .chain(widget::focused().map(Message::FocusFound)),
            students::Action::New => self.open_form(None),
            students::Action::Correct(student) => self.open_form(Some(student)),
            students::Action::QueueAlta(student) => self.queue_alta(student),
            students::Action::AskBaja(student) => self.ask_baja(student),
            students::Action::ToggleUrgent(student) => self.toggle_urgent(student),
            students::Action::CancelQueued(student) => self.cancel_queued(student),
            students::Action::NoteOpened(student) => match self.desk.opened(student) {
                Ok(()) => {
                    self.query_is_answered = true;
                    focus_on(students::LIST_ID)
                }
                Err(refusal) => self.refuse(&refusal),
            },
            students::Action::Refused(refusal) => self.refuse(&refusal),
        }
    }

    fn update_form(&mut self, message: form::Message) -> Task<Message> {
        let Some(form) = &mut self.form else {
            return Task::none();
        };
        match form.update(&mut self.desk, message) {
            form::Action::None => Task::none(),
            form::Action::Run(task) => task
                .map(Message::Form)
                .chain(widget::focused().map(Message::FocusFound)),
            form::Action::Say(said, task) => {
                self.say(said);
                task.map(Message::Form)
                    .chain(widget::focused().map(Message::FocusFound))
            }
            form::Action::Saved(student, changed) => self.saved(student, !changed.is_empty()),
            form::Action::Leave => {
                let correcting = form.student();
                let kept = form.is_changed();
                self.form = None;
                self.place = Place::Students;
                self.refresh();
                if kept {
                    self.say(match correcting {
                        None => words::DRAFT_KEPT.to_owned(),
                        Some(_) => words::EDIT_DRAFT_KEPT.to_owned(),
                    });
                }
                focus_on(students::LIST_ID)
            }
            form::Action::Open(student) => self.open_record(student),
            form::Action::Refused(refusal) => self.refuse(&refusal),
        }
    }

    /// A record was saved: it is shown, and the search box waits for the next person.
    fn saved(&mut self, student: StudentId, changed: bool) -> Task<Message> {
        self.form = None;
        self.place = Place::Students;
        self.query.clear();
        self.notice = None;
        let shown = self
            .students
            .search(&self.desk, "")
            .and_then(|()| self.desk.opened(student))
            .and_then(|()| self.students.show(&self.desk, student));
        if let Err(refusal) = shown {
            return self.refuse(&refusal);
        }
        self.refresh();
        let name = self.students.student_name().unwrap_or_default();
        if changed {
            self.say_done(words::saved(&name));
        } else {
            self.say(words::nothing_changed(&name));
        }
        focus_on(SEARCH)
    }

    fn update_cuts(&mut self, message: cuts::Message) -> Task<Message> {
        let Some(screen) = &mut self.cuts else {
            return Task::none();
        };
        match screen.update(&self.desk, message) {
            cuts::Action::None => Task::none(),
            cuts::Action::Run(task) => task
                .map(Message::Cuts)
                .chain(widget::focused().map(Message::FocusFound)),
            cuts::Action::Open(student) => self.open_record(student),
            cuts::Action::CancelQueued(student) => self.cancel_queued(student),
            cuts::Action::Refused(refusal) => self.refuse(&refusal),
        }
    }

    fn modal_asked(&mut self, machine: &Machine, action: modals::Action) -> Task<Message> {
        match action {
            modals::Action::None => Task::none(),
            modals::Action::Close => self.close_modal(),
            modals::Action::Run(task) => task.map(Message::Modal),
            modals::Action::QueueBaja(student, motive) => {
                let closed = self.close_modal();
                match self.desk.queue_baja(student, motive) {
                    Ok(queueing) => Task::batch([closed, self.queued(&queueing)]),
                    Err(refusal) => Task::batch([closed, self.refuse(&refusal)]),
                }
            }
            modals::Action::PrintSummary {
                student,
                also_elsewhere,
            } => {
                let closed = self.close_modal();
                Task::batch([closed, self.print_summary(machine, student, also_elsewhere)])
            }
        }
    }

    // ---------------------------------------------------------------- acts

    fn queue_alta(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.queue_alta(student) {
            Ok(queueing) => self.queued(&queueing),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    fn queued(&mut self, queueing: &desk::Queueing) -> Task<Message> {
        self.notice = None;
        self.refresh();
        let mut said = movements::queued(queueing.kind, queueing.cut, queueing.window);
        for advice in &queueing.advice {
            said = format!("{said} {}", movements::advice(*advice));
        }
        self.say_done(said);
        focus_on(record::QUEUED)
    }

    fn ask_baja(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.may_queue(student, MovementKind::Baja) {
            Ok(advice) => {
                let name = self.students.student_name().unwrap_or_default();
                let dialog = modals::baja::Baja::new(student, name, self.desk.next_cut(), advice);
                self.open_modal(Modal::Baja(dialog), modals::baja::MOTIVES)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    fn toggle_urgent(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.toggle_urgent(student) {
            Ok(marked) => {
                self.refresh();
                let cut = self.desk.next_cut();
                let window = crate::domain::cutoff::expected_window(cut, None, self.desk.window_limits());
                self.say_done(movements::urgent(marked, cut, window));
                focus_on(record::QUEUED)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    fn cancel_queued(&mut self, student: StudentId) -> Task<Message> {
        match self.desk.cancel_queued(student) {
            Ok(movement) => {
                self.refresh();
                self.say_done(movements::cancelled(movement.kind, movement.cut));
                focus_on(match self.place {
                    Place::Cuts => cuts::LIST_ID,
                    _ => students::LIST_ID,
                })
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    fn ask_print(&mut self, machine: &Machine, student: StudentId) -> Task<Message> {
        let name = self.students.student_name().unwrap_or_default();
        let dialog = modals::print::Print::new(student, name, machine.documents.clone());
        self.open_modal(Modal::Print(dialog), modals::print::PRINT)
    }

    fn print_summary(
        &mut self,
        machine: &Machine,
        student: StudentId,
        also_elsewhere: bool,
    ) -> Task<Message> {
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        match self.desk.print_summaries(&[student], write) {
            Ok(printed) => {
                self.notice = None;
                self.refresh();
                let name = self.students.student_name().unwrap_or_default();
                let folio = printed.folios.first().cloned().unwrap_or_default();
                let path = printed.path;
                if also_elsewhere {
                    return Task::perform(save_elsewhere(path.clone()), move |elsewhere| {
                        Message::SavedElsewhere {
                            path: path.clone(),
                            elsewhere,
                        }
                    });
                }
                let said = printing::opened(&name, &folio);
                let open = machine.viewer.clone();
                let opening = path.clone();
                Task::perform(async move { open(&opening) }, move |opened| {
                    Message::PaperOpened {
                        said: said.clone(),
                        path: path.clone(),
                        opened,
                    }
                })
            }
            Err(error) => {
                self.trouble(error.explain());
                Task::none()
            }
        }
    }

    fn undo(&mut self) -> Task<Message> {
        if let Some(form) = self.form_here() {
            // Saved work is never undone behind a form.
            return if form.can_step_back() {
                self.update_form(form::Message::StepBack)
            } else {
                self.say(words::NOTHING_TYPED_TO_UNDO.to_owned());
                Task::none()
            };
        }
        match self.desk.undo() {
            Ok(act) => self.turned_back(&act, desk::undone(&act)),
            Err(refusal) => self.refuse_softly(&refusal),
        }
    }

    fn redo(&mut self) -> Task<Message> {
        if self.form_here().is_some() {
            return self.update_form(form::Message::StepForth);
        }
        match self.desk.redo() {
            Ok(act) => self.turned_back(&act, desk::redone(&act)),
            Err(refusal) => self.refuse_softly(&refusal),
        }
    }

    /// After an undo or a redo: shows whom it was about, and says what it did.
    fn turned_back(&mut self, act: &crate::store::ActSummary, said: String) -> Task<Message> {
        self.notice = None;
        if let Some((student, _)) = &act.student
            && self.place == Place::Students
        {
            // The record may be gone: then the list alone is read again.
            let _ = self.students.show(&self.desk, *student);
        }
        self.refresh();
        self.say(said);
        focus_on(match self.place {
            Place::Students => students::LIST_ID,
            Place::Cuts => cuts::LIST_ID,
            Place::Form => form::Screen::first_field(),
        })
    }

    // ---------------------------------------------------------------- what is said

    fn say(&mut self, text: String) {
        self.said = Some(Said {
            text,
            can_be_undone: false,
        });
    }

    fn say_done(&mut self, text: String) {
        self.said = Some(Said {
            text,
            can_be_undone: true,
        });
    }

    fn trouble(&mut self, text: Explained) {
        self.notice = Some(Notice {
            text,
            draft: None,
            is_problem: true,
        });
    }

    fn refuse(&mut self, refusal: &Refusal) -> Task<Message> {
        self.trouble(refusal.explain());
        Task::none()
    }

    /// Something that was asked and can't be: nothing is wrong.
    fn refuse_softly(&mut self, refusal: &Refusal) -> Task<Message> {
        match refusal {
            Refusal::Undo(crate::store::UndoRefusal::Store(_)) | Refusal::Store(_) => self.refuse(refusal),
            _ => {
                self.say(refusal.explain().text);
                Task::none()
            }
        }
    }

    /// Reads again everything that is shown.
    fn refresh(&mut self) {
        let read = self
            .students
            .read(&self.desk)
            .and_then(|()| self.cuts.as_mut().map_or(Ok(()), |cuts| cuts.read(&self.desk)))
            .and_then(|()| {
                self.next_cut = self.desk.next_cut_count()?;
                self.recents = self.desk.recents()?;
                Ok(())
            });
        if let Err(refusal) = read {
            self.trouble(refusal.explain());
        }
    }

    fn form_here(&mut self) -> Option<&mut form::Screen> {
        self.form.as_mut().filter(|_| self.place == Place::Form)
    }

    fn keep_draft(&mut self) {
        if let Some(form) = &mut self.form
            && let Err(refusal) = form.keep_draft(&mut self.desk)
        {
            self.trouble(refusal.explain());
        }
    }

    fn copy_if_due(&mut self) -> Task<Message> {
        if self.copy.running || self.copy.failed {
            return Task::none();
        }
        let Some(copy) = self.desk.copy_due() else {
            return Task::none();
        };
        self.copy.running = true;
        Task::perform(
            async move { copy.make().map_err(|error| error.explain()) },
            Message::CopyMade,
        )
    }
}

/// Takes the focus somewhere and finds out that it is there.
fn focus_on(id: &'static str) -> Task<Message> {
    widget::focus(id).chain(widget::focused().map(Message::FocusFound))
}

/// Takes the focus to a field and goes on writing at its end.
fn focus_on_end(id: &'static str) -> Task<Message> {
    iced::widget::operation::focus(id)
        .chain(iced::widget::operation::move_cursor_to_end(id))
        .chain(widget::focused().map(Message::FocusFound))
}

/// Asks where else to save a paper, and saves it there.
async fn save_elsewhere(path: PathBuf) -> Option<Result<PathBuf, PathBuf>> {
    let folder = path.parent()?.to_owned();
    let name = path.file_name()?.to_string_lossy().into_owned();
    let chosen = viewer::ask_where_to_save(folder, name, printing::SAVE_AS_TITLE).await?;
    let copied = std::fs::read(&path).and_then(|bytes| folders::write_over(&chosen, &bytes));
    Some(match copied {
        Ok(()) => Ok(chosen),
        Err(_) => Err(chosen),
    })
}
