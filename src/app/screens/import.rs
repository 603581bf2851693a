//! Importar: a sheet in four steps. Nothing is saved before the last, and what is saved is what was shown.

pub mod columns;
mod deciding;
pub mod files;
pub mod former;
mod frame;
mod passing;
pub mod review;
mod rows;
mod view;
pub mod work;

use std::path::PathBuf;

use iced::Task;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use crate::app::widget::{self, Move, Press};
use crate::desk::import::{ImportError, Importing};
use crate::desk::{Desk, Explained, Refusal};
use crate::domain::ids::{ImportId, PlanId};
use crate::domain::import::{Column, Decisions, ImportKind};
use crate::domain::period::Period;
use crate::words::importing as words;
use columns::Columns;
use files::Files;
use former::Former;
use review::Review;
use work::{Heard, Source, Work};

/// The id of the list of files.
pub const FILES: &str = "importar-archivos";
/// The id of the field for a path.
pub const PATH: &str = "importar-ruta";
/// The id of the sheets that were imported before.
pub const FORMER: &str = "importar-anteriores";
/// The id of the list of columns.
pub const COLUMNS: &str = "importar-columnas";
/// The id of the choice of what a sheet asks for.
pub const KIND: &str = "importar-tipo";
/// The id of the list of causes and of the other lists of a plan.
pub const CAUSES: &str = "importar-causas";
/// The id of the rows of the chosen list.
pub const ROWS: &str = "importar-renglones";

/// The steps; the last one is a question and no screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Which file.
    File,
    /// What its columns hold.
    Columns,
    /// What becomes of its rows.
    Review,
}

/// The screen.
#[derive(Debug)]
pub struct Screen {
    step: Step,
    files: Files,
    former: Former,
    columns: Columns,
    review: Review,
    importing: Option<Box<Importing>>,
    /// The decisions before each one of this sitting.
    before: Vec<Decisions>,
    work: Option<Work>,
    /// What is under review was saved, as far as it was decided; Ctrl+Z takes that back.
    is_saved: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A step was pressed.
    StepPressed(usize),
    /// A file was pressed.
    FileSelected(usize),
    /// The arrows moved to another file.
    FileMoved(Move),
    /// Espacio on a file.
    FileMarked,
    /// Enter on a file.
    FileOpened,
    /// Something was typed as a path.
    PathTyped(String),
    /// Enter in the path.
    PathEntered,
    /// «Buscar…».
    BrowsePressed,
    /// The system's dialog said which file.
    Browsed(Option<PathBuf>),
    /// «Plantilla para llenar».
    TemplatePressed,
    /// Ctrl+V, or its button.
    PastePressed,
    /// The clipboard was read.
    Pasted(Option<String>),
    /// A file was dropped on the window.
    Dropped(PathBuf),
    /// A former import was pressed.
    FormerSelected(usize),
    /// The arrows moved to another one.
    FormerMoved(Move),
    /// Enter or Supr on it.
    UndoFormerPressed,
    /// A column was pressed.
    HeadSelected(usize),
    /// The arrows moved to another column.
    HeadMoved(Move),
    /// Enter on a column.
    HeadOpened,
    /// Supr on a column.
    HeadEmptied,
    /// Another kind of sheet.
    KindChosen(ImportKind),
    /// Another period of an enrolled list.
    PeriodChosen(Period),
    /// Whether everybody is affiliated already.
    AffiliatedChosen(bool),
    /// Another sheet of the file.
    TabChosen(usize),
    /// Something was typed as the row of the headers.
    HeadersTyped(String),
    /// Enter in it.
    HeadersEntered,
    /// «Continuar».
    GoOnPressed,
    /// A list of the plan was pressed.
    EntrySelected(usize),
    /// The arrows moved to another one.
    EntryMoved(Move),
    /// Enter on it.
    EntryOpened,
    /// A counter was pressed.
    CounterPressed(usize),
    /// A row was pressed.
    RowSelected(usize),
    /// The arrows moved to another one.
    RowMoved(Move),
    /// Enter on a row.
    RowOpened,
    /// Espacio.
    AcceptPressed,
    /// A.
    AcceptAllPressed,
    /// O.
    OtherPressed,
    /// Supr.
    AsidePressed,
    /// «Exportar los 31».
    ExportPressed,
    /// «Guardar lo decidido».
    SavePressed,
    /// Something that goes on beside the window was heard of.
    Worked(Heard),
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To take the focus somewhere, or to ask the machine.
    Run(Task<Message>),
    /// To say what was done.
    Say(String, Task<Message>),
    /// To say what is the matter, and what to do.
    Tell(Explained, Task<Message>),
    /// To say what to do first; nothing is the matter.
    Advise(Explained, Task<Message>),
    /// To say what goes on beside the window, and to listen to it.
    Work(Job, Task<Heard>),
    /// To ask what a column holds.
    AskColumn {
        /// Its place.
        place: usize,
        /// Its letters and its head.
        named: String,
        /// What it holds now.
        chosen: Option<Column>,
    },
    /// To ask for a row of the sheet anew.
    AskRow {
        /// Its number.
        row: u32,
        /// Whose it is.
        name: String,
        /// Its cells, the doubtful one first.
        cells: Vec<(Column, String)>,
        /// The name of its doubt, and what it is about.
        why: Option<(&'static str, String)>,
    },
    /// To ask how the plan is saved.
    AskSaving(Asking),
    /// To say that it was saved; to go to the students if nothing of it waits.
    Saved {
        /// What was saved.
        said: String,
        /// Whether nothing of it waits.
        is_whole: bool,
        /// Whether Ctrl+Z would take it back.
        can_be_undone: bool,
    },
    /// To write the sheet that other offices fill in.
    WriteTemplate,
    /// To write the rows that wait to a sheet.
    Export,
    /// To ask whether this import is taken back.
    AskUndo {
        /// Which.
        import: ImportId,
        /// Its file.
        source: String,
    },
    /// To go back to where one came from.
    Leave,
    /// To say what can't be done.
    Refused(Refusal),
}

/// What goes on beside the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// A file is read.
    Reading,
    /// Rows are compared.
    Planning,
    /// Rows are saved.
    Saving,
    /// A cut is closed.
    Closing,
    /// A copy is made.
    Copying,
}

/// What is asked before a plan is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// What the sheet asks for.
    pub kind: ImportKind,
    /// What a commit would do.
    pub outlook: String,
    /// How many movements may be queued.
    pub to_queue: usize,
    /// Of how many new students the NSS is not known.
    pub without_nss: usize,
}

impl Screen {
    /// With the sheets of these folders.
    pub fn new(folders: &[PathBuf]) -> Self {
        Self {
            step: Step::File,
            files: Files::of(folders),
            former: Former::default(),
            columns: Columns::default(),
            review: Review::default(),
            importing: None,
            before: Vec::new(),
            work: None,
            is_saved: false,
        }
    }

    /// Reads which sheets were imported before.
    ///
    /// # Errors
    /// The file's faults.
    pub fn read_former(&mut self, desk: &Desk) -> Result<(), Refusal> {
        self.former = Former::of(desk)?;
        Ok(())
    }

    /// The sheet under review.
    pub fn under_review(&self) -> Option<&Importing> {
        self.importing.as_deref().filter(|_| self.step == Step::Review)
    }

    /// Where the focus is when it is opened.
    pub fn first(&self) -> &'static str {
        match self.step {
            Step::File if self.files.is_empty() => PATH,
            Step::File => FILES,
            Step::Columns => COLUMNS,
            Step::Review => CAUSES,
        }
    }

    /// The step.
    pub fn step(&self) -> Step {
        self.step
    }

    /// Whether a sheet is under review of which nothing was saved yet.
    pub fn is_under_way(&self) -> bool {
        self.importing.is_some() && !self.is_saved && self.step != Step::File
    }

    /// Takes the sheet up again that was left: others may have worked in the register since.
    pub fn take_up(&mut self, desk: &mut Desk) -> Action {
        if let Err(refusal) = self.read_former(desk) {
            return Action::Refused(refusal);
        }
        if self.step != Step::Review {
            return Action::Run(widget::focus(self.first()));
        }
        self.plan_again(desk, None)
    }

    /// Opens a sheet that waits for decisions.
    ///
    /// # Errors
    /// As [`Desk::reopen_import`].
    pub fn reopen(&mut self, desk: &Desk, id: PlanId) -> Result<bool, ImportError> {
        let Some(importing) = desk.reopen_import(id)? else {
            return Ok(false);
        };
        self.review = Review::of(importing.plan());
        self.importing = Some(Box::new(importing));
        self.before.clear();
        self.is_saved = true;
        self.step = Step::Review;
        Ok(true)
    }

    /// What a key means on it that no widget used.
    pub fn key(&self, press: &Press<'_>) -> Option<Message> {
        if self.step == Step::File {
            let pasted =
                press.modifiers == Modifiers::COMMAND && press.key.to_latin(press.physical) == Some('v');
            return match press.key {
                _ if pasted => Some(Message::PastePressed),
                Key::Named(Named::Enter) if press.is(Named::Enter) => Some(Message::FileOpened),
                Key::Named(Named::Delete) if press.is(Named::Delete) => Some(Message::UndoFormerPressed),
                _ => None,
            };
        }
        if self.step == Step::Columns {
            return press.is(Named::Delete).then_some(Message::HeadEmptied);
        }
        if press.is(Named::Delete) {
            return Some(Message::AsidePressed);
        }
        if press.is(Named::Space) {
            return Some(Message::AcceptPressed);
        }
        match press.typed()?.to_lowercase().as_str() {
            "a" => Some(Message::AcceptAllPressed),
            "o" => Some(Message::OtherPressed),
            _ => None,
        }
    }

    /// An arrow that no widget used.
    pub fn moved(&self, to: Move) -> Message {
        match self.step {
            Step::File => Message::FileMoved(to),
            Step::Columns => Message::HeadMoved(to),
            Step::Review => Message::EntryMoved(to),
        }
    }

    /// The other pane: F6.
    pub fn other_pane(&self, in_first: bool) -> &'static str {
        match (self.step, in_first) {
            (Step::File, true) if self.former.is_empty() => PATH,
            (Step::File, true) => FORMER,
            (Step::Columns, true) => KIND,
            (Step::Review, true) => ROWS,
            _ => self.first(),
        }
    }

    /// Asks what goes on beside the window to stop.
    pub fn stop(&self) {
        if let Some(work) = &self.work {
            work.stop();
        }
    }

    /// Esc: one step back, and from the first to where one came from.
    pub fn back(&mut self) -> Action {
        let has_file = self
            .importing
            .as_ref()
            .is_some_and(|importing| importing.has_file());
        self.step = match self.step {
            Step::Review if has_file => Step::Columns,
            Step::Review | Step::Columns => Step::File,
            Step::File => return Action::Leave,
        };
        Action::Run(widget::focus(self.first()))
    }

    /// The main verb: Ctrl+Enter.
    pub fn go_on(&mut self, desk: &mut Desk) -> Action {
        let message = match self.step {
            Step::File if !self.files.path.is_empty() => Message::PathEntered,
            Step::File => Message::FileOpened,
            Step::Columns => Message::GoOnPressed,
            Step::Review => Message::SavePressed,
        };
        self.update(desk, message)
    }

    /// What follows from a message.
    pub fn update(&mut self, desk: &mut Desk, message: Message) -> Action {
        match message {
            Message::Worked(heard) => self.heard(desk, heard),
            // Whoever works beside the window has the sheet in hand.
            _ if self.work.is_some() => Action::None,
            Message::StepPressed(at) => self.go_to(desk, at),
            Message::FileSelected(at) => {
                // A second click on it opens it.
                if self.files.select(at) {
                    return self.update(desk, Message::FileOpened);
                }
                Action::Run(widget::focus(FILES))
            }
            Message::FileMoved(to) => {
                self.files.go(to);
                Action::Run(widget::reveal())
            }
            Message::FileMarked => {
                self.files.mark();
                Action::None
            }
            Message::FileOpened => match self.files.chosen() {
                Some(file) => self.open(desk, Source::File(file)),
                None => Action::Advise(words::files::NO_PATH.to_owned().into(), widget::focus(PATH)),
            },
            Message::FormerSelected(at) => {
                self.former.select(at);
                Action::Run(widget::focus(FORMER))
            }
            Message::FormerMoved(to) => {
                self.former.go(to);
                Action::Run(widget::reveal())
            }
            Message::UndoFormerPressed => match self.former.chosen() {
                Some(import) => Action::AskUndo {
                    import: import.id,
                    source: import.entry.source.clone(),
                },
                None => Action::None,
            },
            Message::PathTyped(path) => {
                self.files.path.type_in(path);
                Action::None
            }
            Message::PathEntered => match self.files.typed() {
                Some(path) => self.open(desk, Source::File(path)),
                None => Action::Advise(words::files::NO_PATH.to_owned().into(), widget::focus(PATH)),
            },
            Message::BrowsePressed => Action::Run(Task::perform(
                crate::system::viewer::ask_for_sheet(words::files::BROWSE_TITLE, words::files::BROWSE_FILTER),
                Message::Browsed,
            )),
            Message::Browsed(Some(path)) | Message::Dropped(path) => {
                self.step = Step::File;
                self.open(desk, Source::File(path))
            }
            Message::Browsed(None) => Action::None,
            Message::TemplatePressed => Action::WriteTemplate,
            Message::PastePressed => Action::Run(iced::clipboard::read().map(Message::Pasted)),
            Message::Pasted(text) => match text.filter(|text| !text.trim().is_empty()) {
                Some(text) => self.open(desk, Source::Pasted(text, words::PASTED)),
                None => Action::Advise(words::files::NOTHING_COPIED.to_owned().into(), Task::none()),
            },
            Message::HeadSelected(_)
            | Message::HeadMoved(_)
            | Message::HeadOpened
            | Message::HeadEmptied
            | Message::KindChosen(_)
            | Message::PeriodChosen(_)
            | Message::AffiliatedChosen(_)
            | Message::TabChosen(_)
            | Message::HeadersTyped(_)
            | Message::HeadersEntered => self.update_columns(desk, message),
            Message::GoOnPressed => self.plan(desk),
            Message::EntrySelected(_)
            | Message::EntryMoved(_)
            | Message::EntryOpened
            | Message::CounterPressed(_)
            | Message::RowSelected(_)
            | Message::RowMoved(_)
            | Message::RowOpened
            | Message::AcceptPressed
            | Message::AcceptAllPressed
            | Message::OtherPressed
            | Message::AsidePressed => self.update_review(desk, message),
            Message::ExportPressed => Action::Export,
            Message::SavePressed => self.ask_saving(desk),
        }
    }

    /// Another step was pressed; it goes no further than there is something to show.
    fn go_to(&mut self, desk: &mut Desk, at: usize) -> Action {
        let Some(importing) = &self.importing else {
            return Action::None;
        };
        let is_planned = !importing.plan().rows.is_empty();
        match at {
            0 => self.step = Step::File,
            1 if importing.has_file() => self.step = Step::Columns,
            1 => return Action::Say(words::columns::NO_FILE.to_owned(), Task::none()),
            2 if self.step == Step::Review => {}
            // What the columns hold may be another thing by now.
            2 => return self.plan(desk),
            _ if is_planned && self.step == Step::Review => return self.ask_saving(desk),
            _ => return Action::None,
        }
        Action::Run(widget::focus(self.first()))
    }
}
