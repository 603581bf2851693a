//! What happens in the window, or is heard by it: facts, each for the screen or the act that it is about.

use std::path::PathBuf;

use iced::advanced::widget::Id;
use iced::{Size, window};

use super::Former;
use crate::app::handed::Handed;
use crate::app::modals;
use crate::app::screens::{
    backup, bajas, capture, cuts, first_run, form, import, refused, settings, students, today,
};
use crate::app::shortcut::Command;
use crate::app::widget::Move;
use crate::desk::moving::Moved;
use crate::desk::restoring::Tried;
use crate::desk::{AnswerSheet, Explained, MadeCopy};
use crate::domain::drill::Drill;
use crate::domain::ids::DispatchId;
use crate::store::{Finding, Kept};

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
    /// The draft of the notice is wanted back.
    DraftWanted,
    /// In the first run.
    FirstRun(first_run::Message),
    /// In the screen that says why nothing opens.
    Refused(refused::Message),
    /// The copy that was looked at is left.
    CopyLeft,
    /// In the first screen of the day.
    Today(today::Message),
    /// In the settings.
    Settings(settings::Message),
    /// In Respaldo.
    Backup(backup::Message),
    /// A copy takes the register's place, which was kept.
    CopyReplaces(Handed<(Box<Tried>, Kept)>),
    /// A copy is to be shown, in which nothing is saved.
    CopyLookedAt(Handed<Box<Tried>>),
    /// The register was looked through, after this was put right in it.
    RegisterLookedThrough(Vec<Finding>, Result<Vec<Finding>, Explained>),
    /// The copy that somebody asked for came to an end; `None` if it broke down.
    CopyAsked(Option<Result<MadeCopy, Explained>>),
    /// That copy takes longer than nothing.
    AskedCopyIsLate,
    /// In the students' screen.
    Students(students::Message),
    /// In the proposed bajas.
    Bajas(bajas::Message),
    /// In the form.
    Form(form::Message),
    /// In the cuts' screen.
    Cuts(cuts::Message),
    /// In Importar.
    Import(import::Message),
    /// An envío is to be captured.
    CaptureWanted(DispatchId),
    /// In the strip.
    Capture(capture::Message),
    /// The system said how the window was before it became a strip.
    WindowFound(Former),
    /// The sheet that other offices fill in is wanted.
    TemplateWanted,
    /// A file was dropped on the window.
    FileDropped(PathBuf),
    /// In the dialog.
    Modal(modals::Message),
    /// The copy of the day came to an end.
    CopyMade(Result<MadeCopy, Explained>),
    /// The trial of a copy came to an end.
    CopyTried(Drill),
    /// The copy before the closing of a cut came to an end; `None` if it broke down.
    ClosingCopied(Option<Result<MadeCopy, Explained>>),
    /// A Mudanza was made, or it is said why not.
    MovingMade(Result<Box<Moved>, Explained>),
    /// That copy takes longer than nothing.
    ClosingIsLate,
    /// A file of answers was read, or is none; `None` if the reading broke down.
    AnswersRead(Option<Result<AnswerSheet, Explained>>),
    /// The viewer opened a paper, or there was none.
    PaperOpened {
        /// What it is: «el resumen».
        paper: &'static str,
        /// What to say if it did.
        said: String,
        /// Where the paper is.
        path: PathBuf,
        /// Whether it did.
        opened: bool,
    },
    /// The system's dialog said which file is the logo.
    LogoChosen(Option<PathBuf>),
    /// The system's dialog said where else to save the paper.
    SavedElsewhere {
        /// What it is: «el resumen».
        paper: &'static str,
        /// Where the paper is.
        path: PathBuf,
        /// Where it was saved too; `None` for nowhere, and what failed if something did.
        elsewhere: Option<Result<PathBuf, PathBuf>>,
    },
}
