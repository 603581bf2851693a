//! The root: it owns the desk and the open screen, routes keys and messages, and draws the frame around it all.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use iced::advanced::widget::Id;
use iced::keyboard::key::Named;
use iced::{Element, Size, Subscription, Task, Theme, window};

use super::modals::Modal;
use super::screens::{
    backup, bajas, capture, cuts, first_run, form, import, refused, settings, students, today,
};
use super::shortcut::{self, Command};
use super::theme::measure::NARROW;
use super::theme::{self, Appearance, Zoom};
use super::widget::{self, Move, Press, keys};
use super::{Machine, SIZE};
use crate::desk::{self, Desk, Explain, Explained, FirstRun, Refusal};
use crate::store::{CutCount, StoreError, StudentRow};
use crate::system::whereabouts::{self, Whereabouts};
use crate::words::{faults, frame as words};
use copying::CopyState;
pub use message::Message;

mod actions;
mod acts;
mod breakdown;
mod capturing;
mod cases;
mod checklist;
mod clinic;
mod commands;
mod compare;
mod copying;
mod cut_papers;
mod deciding;
mod importing;
mod lists;
mod marked;
mod message;
mod moving;
mod places;
mod printer;
mod printing;
mod proposed;
mod reconciling;
mod rescue;
mod routing;
mod runway;
mod safekeeping;
mod upkeep;
mod view;

pub use capturing::Former;

/// The id of the search box.
pub const SEARCH: &str = "buscar";

/// The whole program.
#[derive(Debug)]
pub struct Window {
    machine: Machine,
    /// Where papers go unless the office chose another folder.
    usual_documents: PathBuf,
    /// Without zoom.
    size: Size,
    /// Until there is a register that remembers it.
    appearance: Appearance,
    phase: Phase,
    /// While a copy is only looked at: the copy itself, and the room that leads back.
    looked_at: Option<Box<rescue::LookedAt>>,
}

/// How far the program has come.
#[derive(Debug)]
enum Phase {
    /// There is no register yet.
    FirstRun(Box<first_run::Screen>),
    /// There is one, and it can't be opened; or there was one.
    Refused(Box<refused::Screen>),
    /// At work.
    Open(Box<Office>),
    /// From one to another: for no longer than an update takes.
    Between,
}

/// The desk with everything that is open on it.
#[derive(Debug)]
struct Office {
    desk: Desk,
    place: Place,
    today: today::Screen,
    students: students::Screen,
    settings: settings::Screen,
    bajas: bajas::Screen,
    cuts: Option<cuts::Screen>,
    backup: Option<backup::Screen>,
    /// Esc leads back to where the record or the form was opened: a cut, the proposed bajas.
    returns_to: Option<Place>,
    /// The cut that is closed as soon as its copy is made.
    closing: Option<chrono::NaiveDate>,
    import: import::Screen,
    /// An envío that is being captured: the window is a strip.
    capture: Option<capturing::Strip>,
    /// Where Esc leads from Importar.
    came_from: Place,
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
    /// Until the search box is asked for again: what was just saved would lie below them.
    recents_wait: bool,
    /// The cut that is shown below, and what waits for it.
    next_cut: (chrono::NaiveDate, CutCount),
    /// The day for which everything was read.
    day: chrono::NaiveDate,
    said: Option<Said>,
    notice: Option<Notice>,
    copy: CopyState,
}

/// Which screen has the place between rail and edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Today,
    Bajas,
    Students,
    Form,
    Cuts,
    Import,
    Backup,
    Settings,
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

impl Window {
    /// Opens the register, or begins the first run.
    pub fn new(machine: Machine) -> (Self, Task<Message>) {
        let mut window = Self {
            phase: Phase::Between,
            looked_at: None,
            usual_documents: machine.documents.clone(),
            machine,
            size: SIZE,
            appearance: Appearance::default(),
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
            Err(Refusal::Store(StoreError::Missing(_)))
                if !refused::Screen::is_wanted_for_missing(&self.machine.data) =>
            {
                self.first_run()
            }
            opened => self.enter(opened),
        }
    }

    fn enter(&mut self, desk: Result<Desk, Refusal>) -> Task<Message> {
        let office = desk.and_then(|desk| Office::new(desk, &self.machine));
        match office {
            Ok((office, task)) => {
                self.phase = Phase::Open(Box::new(office));
                self.follow_settings();
                task
            }
            Err(refusal) => {
                let screen = refused::Screen::new(&refusal, &self.machine.data, &self.machine.clock);
                let first = screen.first();
                self.phase = Phase::Refused(Box::new(screen));
                widget::focus(first)
            }
        }
    }

    /// Papers go where the office chose.
    fn follow_settings(&mut self) {
        if let Phase::Open(office) = &self.phase {
            let chosen = office.desk.documents();
            self.machine.documents = chosen.unwrap_or_else(|| self.usual_documents.clone());
        }
    }

    /// The title never shows a student.
    pub fn title(&self) -> String {
        match &self.phase {
            Phase::Open(office) => format!("{} · {}", words::NAME, office.desk.campus().name),
            _ => words::NAME.to_owned(),
        }
    }

    /// How it looks now.
    pub fn appearance(&self) -> Appearance {
        match &self.phase {
            Phase::Open(office) => office.desk.appearance(),
            _ => self.appearance,
        }
    }

    /// Looks like this from now on; an open register remembers it.
    pub fn wear(&mut self, appearance: Appearance) {
        self.appearance = appearance;
        if let Phase::Open(office) = &mut self.phase
            && let Err(refusal) = office.desk.wear(appearance)
        {
            office.trouble(refusal.explain());
        }
    }

    /// The colours of the scheme that was chosen.
    pub fn theme(&self) -> Theme {
        theme::theme(self.appearance().scheme)
    }

    /// The zoom, on top of the system's own.
    pub fn scale_factor(&self) -> f32 {
        self.appearance().zoom.factor()
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
            window::events().filter_map(|(_, event)| match event {
                window::Event::FileDropped(path) => Some(Message::FileDropped(path)),
                window::Event::Unfocused => Some(Message::Capture(capture::Message::Left(Instant::now()))),
                window::Event::Focused => Some(Message::Capture(capture::Message::Reached(Instant::now()))),
                _ => None,
            }),
            iced::time::every(Duration::from_secs(5)).map(|_| Message::Ticked),
        ])
    }

    /// What follows from a message.
    fn follow(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Resized(size) => {
                // iced tells it in the units of the zoom at that moment, and not again when the zoom changes.
                let before = self.size.width / self.scale_factor();
                self.size = size * self.scale_factor();
                let now = self.size.width / self.scale_factor();
                match &self.phase {
                    // Other widgets draw a narrow window: what had the focus has to be found again.
                    Phase::Open(office) if (before < NARROW) != (now < NARROW) => office.focus_again(),
                    _ => Task::none(),
                }
            }
            Message::CloseRequested(id) => {
                let Phase::Open(office) = &mut self.phase else {
                    return window::close(id);
                };
                office.keep_draft();
                // Where it was left is kept already; what is on the clipboard goes.
                match office.capture {
                    Some(_) => iced::clipboard::write(String::new()).chain(window::close(id)),
                    None => window::close(id),
                }
            }
            Message::Command(command @ (Command::ZoomIn | Command::ZoomOut | Command::ZoomReset)) => {
                let now = self.appearance();
                let zoom = match command {
                    Command::ZoomIn => now.zoom.larger(),
                    Command::ZoomOut => now.zoom.smaller(),
                    _ => Zoom::default(),
                };
                self.wear(Appearance { zoom, ..now });
                match &self.phase {
                    Phase::Open(office) => office.fit_strip(),
                    _ => Task::none(),
                }
            }
            Message::Command(Command::Mask) => {
                let now = self.appearance();
                self.wear(Appearance {
                    masks_numbers: !now.masks_numbers,
                    ..now
                });
                if let Phase::Open(office) = &mut self.phase {
                    office.numbers_masked();
                }
                Task::none()
            }
            Message::FirstRun(message) => self.update_first_run(message),
            Message::Refused(message) => self.update_refused(message),
            Message::CopyReplaces(handed) => self.replace(&handed),
            Message::CopyLookedAt(handed) => match handed.take() {
                Some(tried) => self.look_at(tried),
                None => Task::none(),
            },
            Message::CopyLeft => self.leave_copy(),
            Message::Escape if self.may_leave_copy() => self.leave_copy(),
            message => match &mut self.phase {
                Phase::Open(office) => {
                    let task = office.update(&self.machine, message);
                    self.follow_settings();
                    task
                }
                Phase::FirstRun(_) => match message {
                    Message::Tab { backwards } => widget::move_focus(backwards, None),
                    Message::Command(Command::Save) => {
                        self.update_first_run(first_run::Message::BeginPressed)
                    }
                    message => self.aside_of_first_run(&message),
                },
                Phase::Refused(_) => match message {
                    Message::Escape => self.escape_refused(),
                    Message::Tab { backwards } => widget::move_focus(backwards, None),
                    _ => Task::none(),
                },
                Phase::Between => Task::none(),
            },
        }
    }

    fn update_first_run(&mut self, message: first_run::Message) -> Task<Message> {
        let Phase::FirstRun(screen) = &mut self.phase else {
            return Task::none();
        };
        let action = screen.update(message);
        self.first_run_asked(action)
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
            desk => {
                let task = self.enter(desk);
                self.wear(self.appearance);
                task
            }
        }
    }

    /// Draws it.
    fn draw(&self) -> Element<'_, Message> {
        let width = self.size.width / self.scale_factor();
        let look = self.appearance();
        let shown = match &self.phase {
            Phase::Open(office) => office.modal.as_ref().filter(|modal| modal.is_shown()),
            _ => None,
        };
        let (page, dialog) = match &self.phase {
            Phase::FirstRun(screen) => (view::bare(screen.view().map(Message::FirstRun), look), None),
            Phase::Refused(screen) => (view::bare(screen.view().map(Message::Refused), look), None),
            Phase::Open(office) => (office.view(width, look), shown.map(Modal::view)),
            Phase::Between => (view::bare(iced::widget::space().into(), look), None),
        };
        let stacked = iced::widget::stack![page, dialog.map(|dialog| dialog.map(Message::Modal))];
        keys(stacked, before, move |press| self.after(press))
            .on_click(Message::Clicked)
            .into()
    }

    /// What a key means that no widget used.
    fn after(&self, press: &Press<'_>) -> Option<Message> {
        let office = match &self.phase {
            Phase::Open(office) => office,
            Phase::FirstRun(_) => return first_run::Screen::key(press).map(Message::FirstRun),
            Phase::Refused(screen) => return screen.key(press).map(Message::Refused),
            Phase::Between => return None,
        };
        if let Some(modal) = &office.modal {
            return modal.key(press).map(Message::Modal);
        }
        if let Some(strip) = &office.capture {
            return strip.screen.key(press).map(Message::Capture);
        }
        if let Some(to) = Move::from_press(press) {
            return Some(Message::Moved(to));
        }
        match office.place {
            Place::Cuts => {
                let screen = office.cuts.as_ref()?;
                screen.key(press, office.pane_of_cuts()).map(Message::Cuts)
            }
            Place::Bajas => bajas::Screen::key(press).map(Message::Bajas),
            Place::Import => office.import.key(press).map(Message::Import),
            Place::Backup => backup::Screen::key(press).map(Message::Backup),
            Place::Settings => settings::Screen::key(press).map(Message::Settings),
            Place::Today if press.is(Named::Enter) => Some(Message::Today(today::Message::TaskOpened)),
            // In a low window the record has the place of the list, and nothing there holds the focus.
            Place::Students if press.is(Named::Enter) => Some(Message::Students(students::Message::Opened)),
            Place::Today | Place::Students => press
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
        // The draft of a record whose registration was undone waits until it is redone.
        let draft = desk.drafts()?.into_iter().find(|draft| {
            form::Screen::of_draft(&draft.form).is_none_or(|student| desk.record(student).is_ok())
        });
        let notice = match draft {
            Some(draft) => Some(Notice {
                text: words::draft_found(draft.at, desk.today()).into(),
                draft: Some(draft.form),
                is_problem: false,
            }),
            None => standing(&desk, machine).map(|text| Notice {
                text: text.into(),
                draft: None,
                is_problem: false,
            }),
        };
        let mut office = Self {
            place: Place::Today,
            today: today::Screen::new(&desk)?,
            students: students::Screen::new(&desk)?,
            settings: settings::Screen::default(),
            bajas: bajas::Screen::default(),
            cuts: None,
            backup: None,
            returns_to: None,
            closing: None,
            import: import::Screen::new(&[]),
            capture: None,
            came_from: Place::Students,
            form: None,
            modal: None,
            focused: None,
            focus_below: None,
            query: String::new(),
            query_is_answered: false,
            recents: desk.recents()?,
            recent: None,
            recents_wait: false,
            next_cut: (desk.next_cut(), desk.next_cut_count()?),
            day: desk.today(),
            said: None,
            notice,
            copy: CopyState::of(&desk),
            desk,
        };
        let copy = office.copy_if_due();
        // On the day on which a cut is made the office goes on where it is; a draft comes first.
        let has_draft = office
            .notice
            .as_ref()
            .is_some_and(|notice| notice.draft.is_some());
        if !has_draft && let Some(cut) = office.desk.cut_of_the_day()? {
            let opened = office.open_cut(cut);
            return Ok((office, Task::batch([opened, copy])));
        }
        // What a notice offers is taken with Enter from the search box.
        let first = if has_draft { SEARCH } else { today::TO_DO };
        Ok((office, Task::batch([focus_on(first), copy])))
    }
}

/// What is worth knowing of clock and folder before anything is done.
fn standing(desk: &Desk, machine: &Machine) -> Option<String> {
    if let Some(last) = desk.clock_is_behind() {
        return Some(faults::clock_is_behind(desk.today(), last));
    }
    match whereabouts::of(&machine.data) {
        Whereabouts::Synced(service) => Some(faults::synced_folder(&machine.data, service)),
        Whereabouts::Network => Some(faults::network_folder(&machine.data)),
        Whereabouts::Here => None,
    }
}

/// Takes the focus somewhere and finds out that it is there.
fn focus_on(id: impl Into<Id>) -> Task<Message> {
    widget::focus(id.into()).chain(widget::focused().map(Message::FocusFound))
}

/// Takes the focus to a field and goes on writing at its end.
fn focus_on_end(id: &'static str) -> Task<Message> {
    iced::widget::operation::focus(id)
        .chain(iced::widget::operation::move_cursor_to_end(id))
        .chain(widget::focused().map(Message::FocusFound))
}
