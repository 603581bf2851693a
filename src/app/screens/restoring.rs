//! A copy on its way back: which one, what opens it, what it would do, and the word to go on. It lives in the room of a
//! register that does not open, in the first run, and in Respaldo.

mod view;

use std::path::{Path, PathBuf};

use iced::Task;

use crate::app::handed::Handed;
use crate::app::widget::field::{Field, Tone};
use crate::app::widget::{self, Move};
use crate::desk::restoring::{self, Keeping, Trial, Tried};
use crate::desk::{Clock, Explain, moving};
use crate::store::Kept;
use crate::store::restore::{Asks, Candidate, RestoreError};
use crate::store::sealed::Secret;
use crate::words::restore as words;
pub(super) use view::{leave_hint, look_button, take_button};

/// The id of the copies.
pub const COPIES: &str = "copias";
/// The id of the typed path.
pub const PLACE: &str = "donde-esta";
/// The id of the typed key.
pub const KEY: &str = "clave";
/// The id of the button that goes on.
pub const RESTORE: &str = "restaurar-copia";

/// The screen.
#[derive(Debug)]
pub struct Screen {
    data: PathBuf,
    clock: Clock,
    found: Vec<Candidate>,
    chosen: usize,
    place: Field,
    key: Field,
    stage: Stage,
    /// Whether the last one was a Mudanza, which is refused in words of its own.
    is_moving: bool,
    /// Whether the copy is to be looked at as soon as it was tried.
    wants_look: bool,
    /// Why the last one was not used.
    refused: Option<String>,
}

/// How far it is.
#[derive(Debug)]
enum Stage {
    /// A copy is being chosen.
    Choosing,
    /// It is sealed; its key is being typed.
    Sealed(Candidate),
    /// It is opened, checked and compared.
    Trying,
    /// What it would do is shown.
    Tried(Box<Tried>),
    /// The present register is being kept.
    Keeping(Box<Tried>),
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A copy was chosen with the mouse.
    Chosen(usize),
    /// The arrows moved the choice.
    Moved(Move),
    /// Enter on the copies.
    Taken,
    /// A path was typed.
    PlaceTyped(String),
    /// Enter in it.
    PlaceEntered,
    /// The key was typed.
    KeyTyped(String),
    /// Enter in it.
    KeyEntered,
    /// The copy was tried; `None` if that broke down.
    Tried(Handed<Result<Tried, RestoreError>>),
    /// The button, or Enter.
    RestorePressed,
    /// The present register was kept, or could not be.
    Kept(Handed<Result<Kept, RestoreError>>),
    /// V, or the button.
    LookPressed,
    /// Copies were looked for in the places where they may lie.
    Found(Vec<Candidate>),
}

/// What it asks of its parent.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To run something.
    Run(Task<Message>),
    /// To put the copy in the register's place.
    Restore(Box<Tried>, Kept),
    /// To show the copy, in which nothing is saved.
    Look(Box<Tried>),
}

impl Screen {
    /// For the register in `data`, with these copies to choose from.
    pub fn new(data: &Path, clock: Clock, found: Vec<Candidate>) -> Self {
        Self {
            data: data.to_owned(),
            clock,
            found,
            chosen: 0,
            place: Field::default(),
            key: Field::default(),
            stage: Stage::Choosing,
            is_moving: false,
            wants_look: false,
            refused: None,
        }
    }

    /// Whether there is a copy to choose.
    pub fn has_copies(&self) -> bool {
        !self.found.is_empty()
    }

    /// Whether a copy is being chosen still.
    pub fn is_choosing(&self) -> bool {
        matches!(self.stage, Stage::Choosing)
    }

    /// Begins with the copy at a path.
    pub fn open(&mut self, path: &Path) -> Action {
        match self.found.iter().position(|it| it.path == path) {
            Some(at) => {
                self.chosen = at;
                self.take()
            }
            None => Action::None,
        }
    }

    /// Whether what a copy would do is shown, and waits for a word.
    pub fn is_tried(&self) -> bool {
        matches!(self.stage, Stage::Tried(_))
    }

    /// Whether something goes on that comes to its end by itself.
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Trying | Stage::Keeping(_))
    }

    /// What the main verb means now.
    pub fn main(&self) -> Option<Message> {
        match self.stage {
            Stage::Choosing if self.has_copies() => Some(Message::Taken),
            Stage::Choosing => Some(Message::PlaceEntered),
            Stage::Sealed(_) => Some(Message::KeyEntered),
            Stage::Tried(_) => Some(Message::RestorePressed),
            Stage::Trying | Stage::Keeping(_) => None,
        }
    }

    /// Whether V would show a copy now.
    pub fn can_look(&self) -> bool {
        matches!(self.stage, Stage::Choosing | Stage::Tried(_))
    }

    /// What has the focus at first.
    pub fn first(&self) -> &'static str {
        match &self.stage {
            Stage::Choosing if self.has_copies() => COPIES,
            Stage::Choosing => PLACE,
            Stage::Sealed(_) => KEY,
            _ => RESTORE,
        }
    }

    /// A copy that was looked at comes back as it was.
    pub fn take_back(&mut self, tried: Box<Tried>) {
        self.stage = Stage::Tried(tried);
    }

    /// Why it was not restored, after all.
    pub fn refuse(&mut self, why: &RestoreError) {
        self.stage = Stage::Choosing;
        let told = if self.is_moving {
            moving::refused(why)
        } else {
            why.explain()
        };
        self.refused = Some(told.line());
    }

    /// Back to the copies; tells whether there was something to leave.
    pub fn back(&mut self) -> bool {
        match self.stage {
            Stage::Sealed(_) | Stage::Tried(_) => {
                self.stage = Stage::Choosing;
                true
            }
            // What is under way comes to its end.
            Stage::Trying | Stage::Keeping(_) => true,
            Stage::Choosing => false,
        }
    }

    /// Looks for copies in these places, away from the window.
    pub fn look_for(places: impl FnOnce() -> Vec<PathBuf> + Send + 'static) -> Task<Message> {
        Task::perform(
            async move { restoring::copies_in(&places(), MOST) },
            Message::Found,
        )
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Chosen(at) => {
                let again = std::mem::replace(&mut self.chosen, at) == at;
                if again { self.take() } else { Action::None }
            }
            Message::Moved(to) => {
                let last = self.found.len().saturating_sub(1);
                self.chosen = match to {
                    Move::Up => self.chosen.saturating_sub(1),
                    Move::Down => (self.chosen + 1).min(last),
                    Move::First | Move::PageUp => 0,
                    Move::Last | Move::PageDown => last,
                };
                Action::None
            }
            Message::Taken => self.take(),
            Message::PlaceTyped(text) => {
                self.place.type_in(text);
                Action::None
            }
            Message::PlaceEntered => self.take_typed(),
            Message::KeyTyped(text) => {
                self.key.type_in(text);
                Action::None
            }
            Message::KeyEntered => self.key_entered(),
            Message::Tried(handed) => self.tried(handed.take()),
            Message::RestorePressed => self.keep(),
            Message::Kept(handed) => self.kept(handed.take()),
            Message::LookPressed => match std::mem::replace(&mut self.stage, Stage::Choosing) {
                Stage::Tried(tried) => Action::Look(tried),
                Stage::Choosing => {
                    self.wants_look = true;
                    self.take()
                }
                stage => {
                    self.stage = stage;
                    Action::None
                }
            },
            Message::Found(found) => self.found(found),
        }
    }

    /// What was found while nobody was choosing yet stays chosen by its path.
    fn found(&mut self, found: Vec<Candidate>) -> Action {
        let chosen = self.found.get(self.chosen).map(|it| it.path.clone());
        let place = found.iter().position(|it| Some(&it.path) == chosen.as_ref());
        self.chosen = place.unwrap_or(0);
        self.found = found;
        Action::None
    }

    fn take(&mut self) -> Action {
        match self.found.get(self.chosen).cloned() {
            Some(candidate) => self.begin(candidate),
            None => Action::Run(widget::focus(PLACE)),
        }
    }

    /// The path may lead to a copy, or to a folder of them.
    fn take_typed(&mut self) -> Action {
        let Some(path) = crate::app::screens::import::files::typed_path(self.place.value()) else {
            self.place.say(Tone::Problem, words::PLACE_MISSING);
            return Action::Run(widget::focus(PLACE));
        };
        let mut found = restoring::copies_at(&path);
        match found.len() {
            0 => {
                self.place.say(Tone::Problem, words::not_there(&path));
                Action::Run(widget::focus(PLACE))
            }
            1 => self.begin(found.remove(0)),
            _ => {
                self.found = found;
                self.chosen = 0;
                Action::Run(widget::focus(COPIES))
            }
        }
    }

    fn begin(&mut self, candidate: Candidate) -> Action {
        self.refused = None;
        self.is_moving = candidate.asks == Asks::Passphrase;
        if candidate.asks != Asks::Nothing {
            self.key = Field::default();
            self.stage = Stage::Sealed(candidate);
            return Action::Run(widget::focus(KEY));
        }
        self.attempt(&candidate.path, None)
    }

    fn attempt(&mut self, copy: &Path, secret: Option<Secret>) -> Action {
        let trial = Trial::new(&self.data, copy, self.clock.now()).with_secret(secret);
        self.stage = Stage::Trying;
        Action::Run(Task::perform(
            async move { Handed::new(Some(trial.run())) },
            Message::Tried,
        ))
    }

    fn key_entered(&mut self) -> Action {
        let Stage::Sealed(candidate) = &self.stage else {
            return Action::None;
        };
        let typed = match candidate.asks {
            Asks::Passphrase => Ok(restoring::typed_passphrase(&self.key.text)),
            Asks::Key { .. } | Asks::Nothing => restoring::typed_key(self.key.value()),
        };
        match typed {
            Ok(secret) => {
                let path = candidate.path.clone();
                // What was typed is not kept on the screen any longer than it is needed.
                self.key = Field::default();
                self.attempt(&path, Some(secret))
            }
            Err(fault) => {
                self.key.say(Tone::Problem, fault.explain().text);
                Action::Run(widget::focus(KEY))
            }
        }
    }

    fn tried(&mut self, ended: Option<Result<Tried, RestoreError>>) -> Action {
        let looks = std::mem::take(&mut self.wants_look);
        match ended {
            Some(Ok(tried)) if looks => Action::Look(Box::new(tried)),
            Some(Ok(tried)) => {
                self.stage = Stage::Tried(Box::new(tried));
                Action::Run(widget::focus(RESTORE))
            }
            Some(Err(why)) => {
                self.not_used(&why);
                Action::Run(widget::focus(self.first()))
            }
            None => {
                self.stage = Stage::Choosing;
                Action::Run(widget::focus(self.first()))
            }
        }
    }

    /// Says why, and moves the choice to a copy that is whole.
    fn not_used(&mut self, why: &RestoreError) {
        self.refuse(why);
        let RestoreError::NotWhole(_) = why else { return };
        let torn = self
            .found
            .get(self.chosen)
            .map(|it| it.path.clone())
            .unwrap_or_default();
        if let Some(candidate) = self.found.iter_mut().find(|it| it.path == torn) {
            candidate.is_whole = false;
        }
        let Some(whole) = restoring::whole_copy(&self.found, &torn) else {
            return;
        };
        self.chosen = self
            .found
            .iter()
            .position(|it| it.path == whole.path)
            .unwrap_or(0);
        if let (Some(said), Some(at)) = (&mut self.refused, whole.at()) {
            *said = format!("{said} {}", words::whole_one(at, self.clock.today()));
        }
    }

    fn keep(&mut self) -> Action {
        match std::mem::replace(&mut self.stage, Stage::Choosing) {
            Stage::Tried(tried) => {
                let keeping: Keeping = tried.keeping(self.clock.now());
                self.stage = Stage::Keeping(tried);
                Action::Run(Task::perform(
                    async move { Handed::new(Some(keeping.keep())) },
                    Message::Kept,
                ))
            }
            stage => {
                self.stage = stage;
                Action::None
            }
        }
    }

    fn kept(&mut self, ended: Option<Result<Kept, RestoreError>>) -> Action {
        match (std::mem::replace(&mut self.stage, Stage::Choosing), ended) {
            (Stage::Keeping(tried), Some(Ok(kept))) => Action::Restore(tried, kept),
            (_, Some(Err(why))) => {
                self.refuse(&why);
                Action::Run(widget::focus(self.first()))
            }
            _ => Action::None,
        }
    }
}

/// So many copies are listed of what lies on drives and in Documentos.
const MOST: usize = 4;
