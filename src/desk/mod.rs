//! What a clerk can do at this desk. Each public method that changes something is one act: one transaction, one entry
//! in the journal.
//!
//! A [`Desk`] is a register, who is at the window, and a clock; screens and console both work through it.

mod alike;
mod answer_file;
mod archive;
mod bajas;
mod campus;
mod capturing;
mod cases;
mod checklist;
mod clinic;
mod closed_days;
mod closing;
mod control_number;
mod copies;
mod cut_files;
mod cut_papers;
mod cut_strip;
pub mod demo;
mod drills;
mod enrollment;
mod explain;
mod export;
mod file_format;
mod findings;
mod history;
pub mod import;
mod import_undo;
mod listing;
mod logo;
mod marked;
mod morning;
mod movements;
pub mod moving;
mod notices;
mod printers;
mod printing;
mod reconciling;
mod record;
mod rescue;
pub mod restoring;
mod rosters;
mod second_place;
mod sending;
mod settings;
mod template;
mod today;
mod vigencia;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{Local, NaiveDate, NaiveDateTime, Timelike};

use crate::domain::appearance::Appearance;
use crate::domain::campus::Campus;
use crate::domain::cutoff::{CutCalendar, WindowLimits};
use crate::domain::entry::Gap;
use crate::domain::movement::{MovementKind, QueueRefusal};
use crate::domain::settings::{SettingFault, Settings, Topic};
use crate::print::picture::Logo;
use crate::store::{ActSummary, ClinicRow, Holder, LongWork, Stamp, Store, StoreError, UndoRefusal};

pub use crate::exchange::answers::AnswerSheet;
pub use alike::Alike;
pub use answer_file::{NoAnswers, read_answers, read_pasted_answers};
pub use bajas::ProposedBaja;
pub use campus::{preset, presets};
pub use capturing::Capturing;
pub use checklist::{Ticked, accepted};
pub use closed_days::{Holiday, statutory_holidays};
pub use closing::{ClosedCut, CutRefusal, JustClosed, Review};
pub use copies::{AwayCopy, AwayOutcome, CopyOutcome, DailyCopy, MadeCopy};
pub use cut_files::{RecordsError, RecordsFile};
pub use cut_strip::{ClosedFigures, CutStands, StripCut};
pub use drills::DrillWork;
pub use enrollment::Saved;
pub use explain::{Explain, Explained, copy_trouble, redone, undone};
pub use export::{ExportError, Exported, SheetFormat};
pub use file_format::PassedSample;
pub use findings::{Checking, CopyToCompare, Remedy, finding, remedy};
pub use history::{FieldChange, HistoryEntry};
pub use listing::{Listing, NamedList, NoSuchList, Rows};
pub use marked::{ChangePlan, Difference, LeftOut, MarkedQueueing};
pub use movements::{CutPage, QueuedMovement, Queueing};
pub use printing::{PrintError, Printed, Sheets, into_folder};
pub use reconciling::{CutMatching, EnvioMatching, RejectionCause, proposed_fix};
pub use record::Record;
pub use rescue::{MadeKey, SheetTest};
pub use rosters::MOST_ON_PAPER;
pub use second_place::{BackupOverview, PlaceLook};
pub use sending::{Answer, Outcome};
pub use today::{ClosedAhead, CutAhead, ToDo, Today};

/// Rows of a page of any list.
pub const PAGE_ROWS: usize = 50;
/// How many records «recientes» shows.
pub const RECENTS: usize = 8;

/// Where the desk reads the hour from: the computer, or a hand that tests and `--ahora` set.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> NaiveDateTime + Send + Sync>);

impl Clock {
    /// The computer's local time, to the second.
    pub fn of_the_computer() -> Self {
        Self(Arc::new(|| {
            let now = Local::now().naive_local();
            now.with_nanosecond(0).unwrap_or(now)
        }))
    }

    /// Always the same moment.
    pub fn fixed(at: NaiveDateTime) -> Self {
        Self(Arc::new(move || at))
    }

    /// Whatever `hand` says.
    pub fn from_fn(hand: impl Fn() -> NaiveDateTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(hand))
    }

    /// The moment that it shows.
    pub fn now(&self) -> NaiveDateTime {
        (self.0)()
    }

    /// Its day.
    pub fn today(&self) -> NaiveDate {
        self.now().date()
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Clock({})", self.now())
    }
}

/// What the first run asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstRun {
    /// The campus, from a preset or written by hand.
    pub campus: Campus,
    /// Who is at the window.
    pub clerk: String,
}

/// A register with somebody at the window.
#[derive(Debug)]
pub struct Desk {
    store: Store,
    clerk: String,
    campus: Campus,
    appearance: Appearance,
    clock: Clock,
    limits: WindowLimits,
    cuts: CutCalendar,
    /// The cuts from today on that take nothing more.
    closed_cuts: Vec<NaiveDate>,
    logo: Option<Arc<Logo>>,
    settings: Settings,
    /// When a copy was last on its way to the second place.
    copied_away: Cell<Option<NaiveDateTime>>,
}

/// Why the desk refuses an act. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Something that must be there is missing or can't be understood.
    #[error("{0:?} is missing or not understood")]
    Incomplete(Vec<Gap>),
    /// The identifier is another student's.
    #[error("the identifier is taken")]
    IdentifierTaken(Holder),
    /// The NSS is another student's, and no reason was written.
    #[error("the NSS is taken")]
    NssTaken(Holder),
    /// The CURP is another student's, and no reason was written.
    #[error("the CURP is taken")]
    CurpTaken(Holder),
    /// Nobody has that identifier.
    #[error("nobody is registered as {0}")]
    NoSuchStudent(String),
    /// The movement can't be queued.
    #[error(transparent)]
    Queue(#[from] QueueRefusal),
    /// A document can't have been consulted on a day that has not come.
    #[error("{0} has not come yet")]
    CheckInFuture(NaiveDate),
    /// A case of the student is open since that day.
    #[error("a case is open since {0}")]
    CaseOpen(NaiveDate),
    /// Nobody whose alta was accepted in a cut has an address.
    #[error("nobody to tell")]
    NobodyToTell,
    /// Everybody was told already.
    #[error("told already")]
    ToldAlready,
    /// No case of the student is open.
    #[error("no case is open")]
    NoOpenCase,
    /// Nothing can have been handed in on a day that has not come.
    #[error("{0} has not come yet")]
    DeliveredInFuture(NaiveDate),
    /// The record proves no row of the list that is still open.
    #[error("nothing is proposed")]
    NothingProposed,
    /// A record can't be archived while a movement of its student is open.
    #[error("a {kind:?} is open")]
    OpenMovement {
        /// Alta or baja.
        kind: MovementKind,
        /// Its cut.
        cut: NaiveDate,
        /// Whether its cut was closed already, so that it can't be cancelled any more.
        in_dispatch: bool,
    },
    /// The record has a número de control already.
    #[error("the identifier {0} is not provisional")]
    NotProvisional(String),
    /// The record was archived on that day already.
    #[error("archived on {0} already")]
    ArchivedAlready(NaiveDate),
    /// There is nothing to restore.
    #[error("not archived")]
    NotArchived,
    /// A record was to be told apart from itself.
    #[error("one record twice")]
    SamePerson,
    /// A document can't have been read on a day that has not come.
    #[error("{0} has not come yet")]
    ClinicInFuture(NaiveDate),
    /// The catalogue has that clinic already.
    #[error("the clinic is in the catalogue")]
    ClinicTaken(ClinicRow),
    /// Records or constancias name the clinic.
    #[error("the clinic is in use")]
    ClinicInUse(ClinicRow),
    /// The clinic is not in the catalogue any more.
    #[error("there is no such clinic")]
    NoSuchClinic,
    /// No setting has that key.
    #[error("no setting is called {0}")]
    NoSuchSetting(String),
    /// What was measured of a printer could not be written beside the register.
    #[error("the measure could not be kept")]
    MeasureNotKept,
    /// The text is no value of that setting.
    #[error("{0:?}: {1}")]
    Setting(Topic, SettingFault),
    /// That day is no cut.
    #[error("{0} is no cut")]
    NotACut(NaiveDate),
    /// The setting needs no confirmation.
    #[error("{0:?} needs no confirmation")]
    NoConfirmation(Topic),
    /// A change for many was shown, and one of the records is another one by now.
    #[error("the plan is out of date")]
    PlanOutdated,
    /// A cut can't be closed, opened again, sent or answered.
    #[error(transparent)]
    Cut(CutRefusal),
    /// There is nothing queued to cancel.
    #[error("nothing is queued")]
    NothingQueued,
    /// The last act can't be undone or redone.
    #[error(transparent)]
    Undo(#[from] UndoRefusal),
    /// The file's faults.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Desk {
    /// Creates a register in `folder` for a campus and a clerk.
    ///
    /// # Errors
    /// [`Refusal::Store`]: there is one already, or the folder can't be written.
    pub fn set_up(folder: &Path, first: &FirstRun, clock: Clock) -> Result<Self, Refusal> {
        Self::begin(Store::create(folder)?, first, clock)
    }

    /// A desk whose register lives in memory.
    ///
    /// # Errors
    /// None in practice: SQLite's own.
    pub fn in_memory(first: &FirstRun, clock: Clock) -> Result<Self, Refusal> {
        Self::begin(Store::in_memory()?, first, clock)
    }

    /// Opens the register in `folder`, with the clerk who was there last.
    ///
    /// # Errors
    /// [`Refusal::Store`], as [`Store::open`].
    pub fn open(folder: &Path, clock: Clock) -> Result<Self, Refusal> {
        Self::with(Store::open(folder)?, clock)
    }

    /// Opens the register in `folder` beside whoever writes; every act is refused.
    ///
    /// # Errors
    /// [`Refusal::Store`], as [`Store::open_to_read`].
    pub fn open_to_read(folder: &Path, clock: Clock) -> Result<Self, Refusal> {
        Self::with(Store::open_to_read(folder)?, clock)
    }

    fn begin(store: Store, first: &FirstRun, clock: Clock) -> Result<Self, Refusal> {
        let mut desk = Self {
            store,
            clerk: first.clerk.clone(),
            campus: first.campus.clone(),
            appearance: Appearance::default(),
            clock,
            limits: WindowLimits::default(),
            cuts: CutCalendar::default(),
            closed_cuts: Vec::new(),
            logo: None,
            settings: Settings::of(first.campus.clone()),
            copied_away: Cell::new(None),
        };
        desk.save_first_run(first)?;
        Ok(desk)
    }

    fn with(store: Store, clock: Clock) -> Result<Self, Refusal> {
        let (settings, clerk) = settings::read(&store)?;
        let mut desk = Self {
            campus: settings.campus(),
            appearance: settings.appearance(),
            limits: settings.window_limits(),
            cuts: settings.cut_calendar(),
            closed_cuts: Vec::new(),
            logo: None,
            settings,
            clerk,
            store,
            clock,
            copied_away: Cell::new(None),
        };
        desk.logo = desk.stored_logo(desk.settings.logo())?;
        desk.read_closed_cuts()?;
        Ok(desk)
    }

    /// The campus.
    pub fn campus(&self) -> &Campus {
        &self.campus
    }

    /// Who is at the window.
    pub fn clerk(&self) -> &str {
        &self.clerk
    }

    /// The day.
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// The moment.
    pub fn now(&self) -> NaiveDateTime {
        self.clock.now()
    }

    /// How many days IMSS takes to show a movement.
    pub fn window_limits(&self) -> WindowLimits {
        self.limits
    }

    /// The clock that it goes by.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The folder that holds the register; `None` in memory.
    pub fn folder(&self) -> Option<PathBuf> {
        self.store.path()?.parent().map(Path::to_owned)
    }

    /// The register itself, for the console's `verificar`.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Refuses long work for which the disk has no room, before any of it is begun.
    ///
    /// # Errors
    /// [`StoreError::NoRoom`].
    pub fn require_room(&self, work: LongWork) -> Result<(), Refusal> {
        Ok(self.store.require_room(work)?)
    }

    /// When the last act was made, if that is a day that has not come yet: then the clock is wrong, or it was.
    pub fn clock_is_behind(&self) -> Option<NaiveDateTime> {
        let last = self.store.reader().last_act_moment().ok().flatten();
        last.filter(|last| last.date() > self.today())
    }

    /// What Ctrl+Z would take back now.
    ///
    /// # Errors
    /// The file's faults.
    pub fn next_undo(&self) -> Result<Option<ActSummary>, Refusal> {
        Ok(self.store.reader().next_undo()?)
    }

    fn stamp(&self) -> Stamp {
        Stamp {
            at: self.clock.now(),
            clerk: self.clerk.clone(),
        }
    }
}
