//! Cortes: the strip of cuts, and the runway of the chosen one in five steps. Which step is lit follows from how the cut
//! stands: an open one is reviewed and closed, a closed one is sent and reconciled.

mod answering;
mod closed_panel;
mod envios;
mod envios_view;
mod frame;
mod nss;
mod panel;
mod reviewing;
mod rows;
mod strip;
mod view;

use chrono::NaiveDate;
use iced::Task;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use crate::app::widget::{self, Move, Press, Suggest};
use crate::desk::{Answer, ClosedCut, CutRefusal, CutStands, Desk, Refusal, StripCut};
use crate::domain::dispatch::{Closing, ClosingState, Dispatch};
use crate::domain::entry::EntryField;
use crate::domain::ids::{DispatchId, StudentId};
use crate::domain::review::Cause;
use crate::domain::student::Particulars;
use envios::Envios;
use nss::{Entered, NssInPlace};
use reviewing::Reviewing;

/// The id of the strip of cuts.
pub const STRIP: &str = "cortes";
/// The id of the list of what waits for a cut.
pub const LIST_ID: &str = "corte";
/// The id of the NSS beside it.
pub const NSS: &str = "corte-nss";
/// The id of the button beside a row that is not solved in place.
pub const CORRECT: &str = "corte-ficha";

/// The id of the envíos of a closed cut.
pub const ENVIOS: &str = "corte-envios";
/// The id of what the chosen envío carries.
pub const LINES: &str = "corte-renglones";
/// The id of the choice of what became of an exception.
pub const EXCEPTION: &str = "corte-excepcion";
/// The id of the cause of a rejection.
pub const CAUSE: &str = "corte-causa";
/// The id of the day of the answer.
pub const ANSWERED_ON: &str = "corte-respuesta";

/// The steps of the runway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// What waits, and what is the matter with it.
    Review,
    /// What would be set aside.
    Aside,
    /// Folio, seal and copy.
    Close,
    /// The envíos on their way.
    Send,
    /// What IMSS answered.
    Reconcile,
}

impl Stage {
    /// All five, in their order.
    pub const ALL: [Self; 5] = [
        Self::Review,
        Self::Aside,
        Self::Close,
        Self::Send,
        Self::Reconcile,
    ];

    fn is_of_open_cut(self) -> bool {
        self <= Self::Close
    }
}

/// The screen.
#[derive(Debug)]
pub struct Screen {
    cut: NaiveDate,
    strip: Vec<StripCut>,
    stage: Stage,
    reviewing: Reviewing,
    nss: Option<NssInPlace>,
    /// A closed cut.
    envios: Option<Envios>,
    /// What is offered below the cause of a rejection.
    causes: Suggest,
    /// When the selected movement was left out of a cut before.
    set_aside_from: Option<NaiveDate>,
    /// Something changed while another screen was in view.
    is_stale: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A cut of the strip was pressed.
    CutPressed(usize),
    /// The arrows moved to another cut.
    CutMoved(Move),
    /// Enter on a cut.
    CutOpened,
    /// A step was pressed.
    StagePressed(Stage),
    /// Flecha derecha and flecha izquierda: the next step, or the one before.
    StageMoved {
        /// To the one before.
        back: bool,
    },
    /// A line of the list was pressed.
    RowPressed(usize),
    /// The arrows moved the selection.
    RowMoved(Move),
    /// Enter on the row.
    RowOpened,
    /// Supr on the row.
    CancelPressed,
    /// The NSS was typed.
    NssTyped(String),
    /// Enter in it.
    NssEntered,
    /// An offer below it was pressed.
    NssTaken(usize),
    /// The arrows in it.
    OfferMoved(Move),
    /// «Abrir la ficha».
    OpenPressed,
    /// «Corregir la ficha».
    CorrectPressed,
    /// «Relación».
    PrintPressed,
    /// The main verb of the step.
    MainPressed,
    /// An envío was pressed.
    EnvioPressed(usize),
    /// The arrows moved to another envío.
    EnvioMoved(Move),
    /// Enter on an envío.
    EnvioOpened,
    /// A line of it was pressed.
    LinePressed(usize),
    /// The arrows moved to another line.
    LineMoved(Move),
    /// Enter on a line.
    LineOpened,
    /// Espacio on a line.
    LineMarked,
    /// Text typed on the lines.
    LookedFor(String),
    /// What became of the selected exception: nobody answered it.
    UnansweredChosen(bool),
    /// The cause of a rejection was typed.
    CauseTyped(String),
    /// Enter in it.
    CauseEntered,
    /// An offer below it was pressed.
    CauseTaken(usize),
    /// The day of the answer was typed.
    DayTyped(String),
    /// Enter in it.
    DayEntered,
    /// «Corregir el envío».
    CorrectSendingPressed,
    /// «Reabrir el corte».
    ReopenPressed,
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
    /// The form of this student, at a field.
    Correct(StudentId, EntryField),
    /// To withdraw this student's queued movement.
    CancelQueued(StudentId),
    /// To save this student's record with another NSS.
    SaveNss(StudentId, Box<Particulars>),
    /// To say what else keeps a record from being saved.
    Incomplete,
    /// To close this cut.
    Close(NaiveDate),
    /// To ask how these envíos of the cut went out.
    AskSending(ClosedCut, Vec<Dispatch>),
    /// To ask why the cut is opened again.
    AskReopening(Closing),
    /// To record these answers about an envío.
    Record(DispatchId, Vec<Answer>, NaiveDate),
    /// To say something, and take the focus somewhere.
    Say(String, Task<Message>),
    /// To print what is in view.
    Print,
    /// To say what can't be done.
    Refused(Refusal),
}

impl Screen {
    /// At the cut that is at hand, or at that of a day.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk, cut: Option<NaiveDate>) -> Result<Self, Refusal> {
        let cut = match cut {
            Some(cut) => cut,
            None => desk.cut_at_hand()?,
        };
        let mut screen = Self {
            cut,
            strip: Vec::new(),
            stage: Stage::Review,
            reviewing: Reviewing::new(desk.review(cut)?),
            nss: None,
            envios: None,
            causes: Suggest::default(),
            set_aside_from: None,
            is_stale: false,
        };
        screen.read(desk)?;
        screen.stage = screen.due_stage();
        Ok(screen)
    }

    /// Reads again what is shown.
    ///
    /// # Errors
    /// The file's faults.
    pub fn read(&mut self, desk: &Desk) -> Result<(), Refusal> {
        self.strip = desk.cut_strip(self.cut)?;
        self.reviewing.read_again(desk.review(self.cut)?);
        self.is_stale = false;
        let closed = desk
            .closed_cut(self.cut)?
            .filter(|it| it.closing.state == ClosingState::Closed);
        self.envios = match (closed, self.envios.take()) {
            (None, _) => None,
            (Some(closed), None) => Some(Envios::new(desk, closed)?),
            (Some(closed), Some(mut envios)) => {
                envios.read_again(desk, closed)?;
                Some(envios)
            }
        };
        if self.stage.is_of_open_cut() == self.is_closed() {
            self.stage = self.due_stage();
        }
        self.narrow_to_stage();
        self.selection_changed(desk)
    }

    /// Something changed: it is read again once it is in view.
    pub fn read_later(&mut self) {
        self.is_stale = true;
    }

    /// Whether it has to be read again.
    pub fn is_stale(&self) -> bool {
        self.is_stale
    }

    /// The cut that is shown.
    pub fn cut(&self) -> NaiveDate {
        self.cut
    }

    /// Its folio, if it is closed.
    pub fn folio(&self) -> Option<&str> {
        let envios = self.envios.as_ref()?;
        Some(&envios.cut.closing.folio)
    }

    /// Whose movement is selected.
    pub fn chosen_student(&self) -> Option<StudentId> {
        if let Some(envios) = &self.envios {
            return envios.student();
        }
        self.reviewing.selected_row().map(|(_, row)| row.student.id)
    }

    fn stands(&self) -> Option<&CutStands> {
        self.strip
            .iter()
            .find(|it| it.cut == self.cut)
            .map(|it| &it.stands)
    }

    fn is_closed(&self) -> bool {
        self.stands().is_some_and(CutStands::is_closed)
    }

    /// The step that has to be taken next.
    fn due_stage(&self) -> Stage {
        match self.stands() {
            Some(CutStands::Closed(figures)) if figures.is_unsent() => Stage::Send,
            Some(CutStands::Closed(_)) => Stage::Reconcile,
            _ => Stage::Review,
        }
    }

    /// Where the focus is when one comes back to it.
    pub fn first(&self) -> &'static str {
        if self.envios.is_some() {
            if self.stage == Stage::Reconcile {
                LINES
            } else {
                ENVIOS
            }
        } else if self.reviewing.count() == 0 {
            STRIP
        } else {
            LIST_ID
        }
    }

    /// The next pane, or the one before: F6.
    pub fn other_pane(&self, focused: Option<&'static str>, back: bool) -> &'static str {
        let panes = self.panes();
        let at = focused.and_then(|focused| panes.iter().position(|pane| *pane == focused));
        let last = panes.len() - 1;
        let next = match (at, back) {
            (None, _) => 0,
            (Some(0), true) => last,
            (Some(at), true) => at - 1,
            (Some(at), false) if at == last => 0,
            (Some(at), false) => at + 1,
        };
        panes[next]
    }

    /// What has an id and can have the focus, pane by pane.
    pub fn panes(&self) -> Vec<&'static str> {
        if let Some(envios) = &self.envios {
            return self.panes_of_closed(envios);
        }
        let list = (self.reviewing.count() > 0).then_some(LIST_ID);
        let beside = match (&self.nss, self.held()) {
            (Some(_), _) => Some(NSS),
            (None, Some(_)) => Some(CORRECT),
            (None, None) => None,
        };
        [Some(STRIP), list, beside].into_iter().flatten().collect()
    }

    /// What a key means on it that no widget used; `pane` has the focus.
    pub fn key(&self, press: &Press<'_>, pane: Option<&'static str>) -> Option<Message> {
        if self.envios.is_some()
            && let Some(message) = self.key_of_closed(press, pane)
        {
            return Some(message);
        }
        match press.key {
            Key::Named(Named::Delete) if press.is(Named::Delete) => Some(Message::CancelPressed),
            Key::Named(Named::ArrowRight) if press.is(Named::ArrowRight) => {
                Some(Message::StageMoved { back: false })
            }
            Key::Named(Named::ArrowLeft) if press.is(Named::ArrowLeft) => {
                Some(Message::StageMoved { back: true })
            }
            _ => None,
        }
    }

    /// Esc: closes what is offered. Tells whether there was anything.
    pub fn close_offers(&mut self) -> bool {
        self.causes.close() || self.nss.as_mut().is_some_and(|nss| nss.suggest.close())
    }

    /// Esc: one step back on the runway. Tells whether there was one.
    pub fn step_back(&mut self) -> bool {
        let is_further = matches!(self.stage, Stage::Aside | Stage::Close);
        if is_further {
            self.stage = Stage::Review;
            self.narrow_to_stage();
        }
        is_further
    }

    /// Ctrl+Enter with something typed beside the row keeps it; otherwise it is the main verb.
    pub fn main(&mut self, desk: &Desk, in_panel: bool) -> Action {
        if in_panel && let Some(nss) = self.nss.as_mut().filter(|nss| nss.is_changed()) {
            let entered = nss.keep(desk);
            return self.entered(entered);
        }
        self.update(desk, Message::MainPressed)
    }

    /// What follows from a message.
    pub fn update(&mut self, desk: &Desk, message: Message) -> Action {
        self.try_update(desk, message).unwrap_or_else(Action::Refused)
    }

    fn try_update(&mut self, desk: &Desk, message: Message) -> Result<Action, Refusal> {
        Ok(match message {
            Message::CutPressed(at) => {
                self.look_at(desk, at)?;
                Action::Run(widget::focus(STRIP))
            }
            Message::CutMoved(to) => {
                let last = self.strip.len().saturating_sub(1);
                let at = self.strip_place();
                let at = match to {
                    Move::Up => at.saturating_sub(1),
                    Move::Down => (at + 1).min(last),
                    Move::First | Move::PageUp => 0,
                    Move::Last | Move::PageDown => last,
                };
                self.look_at(desk, at)?;
                Action::Run(widget::reveal())
            }
            Message::CutOpened => Action::Run(widget::focus(self.first())),
            Message::StagePressed(stage) => {
                self.go_to(stage);
                Action::Run(widget::focus(self.first()))
            }
            Message::StageMoved { back } => {
                let at = self.stage as usize;
                let to = if back { at.checked_sub(1) } else { Some(at + 1) };
                if let Some(stage) = to.and_then(|to| Stage::ALL.get(to)) {
                    self.go_to(*stage);
                }
                Action::Run(widget::reveal())
            }
            Message::RowPressed(line) => {
                let before = self.reviewing.selected();
                self.reviewing.select_line(line);
                self.selection_changed(desk)?;
                // The first press chooses a row, the next one opens it.
                if before == self.reviewing.selected() && self.held().is_none() {
                    return self.try_update(desk, Message::RowOpened);
                }
                Action::Run(widget::focus(LIST_ID))
            }
            Message::RowMoved(to) => {
                self.reviewing.go(to);
                self.selection_changed(desk)?;
                Action::Run(widget::reveal())
            }
            Message::RowOpened if self.held().is_some() => {
                self.reviewing.next_observation();
                self.selection_changed(desk)?;
                Action::Run(widget::reveal())
            }
            Message::RowOpened | Message::OpenPressed => {
                self.chosen_student().map_or(Action::None, Action::Open)
            }
            Message::CorrectPressed => match (self.chosen_student(), self.held()) {
                (Some(student), Some(cause)) => Action::Correct(student, field_of(cause)),
                _ => Action::None,
            },
            Message::CancelPressed => self.chosen_student().map_or(Action::None, Action::CancelQueued),
            Message::NssTyped(text) => {
                if let Some(nss) = &mut self.nss {
                    nss.type_in(desk, text)?;
                }
                Action::None
            }
            Message::NssEntered => match &mut self.nss {
                Some(nss) => {
                    let entered = nss.enter(desk)?;
                    self.entered(entered)
                }
                None => Action::None,
            },
            Message::NssTaken(at) => match &mut self.nss {
                Some(nss) => {
                    let entered = nss.take(desk, at)?;
                    self.entered(entered)
                }
                None => Action::None,
            },
            Message::OfferMoved(to) => {
                if self.envios.is_some() {
                    match to {
                        Move::Down => self.causes.down(),
                        Move::Up => self.causes.up(),
                        _ => false,
                    };
                }
                if let Some(nss) = &mut self.nss {
                    match to {
                        Move::Down => nss.suggest.down(),
                        Move::Up => nss.suggest.up(),
                        _ => false,
                    };
                }
                Action::None
            }
            Message::PrintPressed => Action::Print,
            Message::MainPressed if self.envios.is_some() => self.go_on_with_closed(desk)?,
            Message::MainPressed => self.go_on(),
            other => self.update_closed(desk, other)?,
        })
    }

    /// The main verb of an open cut.
    fn go_on(&mut self) -> Action {
        let review = self.reviewing.review();
        if review.ready.is_empty() {
            let (cut, held) = (self.cut, review.held_count());
            return Action::Refused(CutRefusal::NothingToClose { cut, held }.into());
        }
        match self.stage {
            Stage::Review | Stage::Aside => {
                self.go_to(Stage::Close);
                Action::Run(widget::focus(self.first()))
            }
            Stage::Close => Action::Close(self.cut),
            Stage::Send | Stage::Reconcile => Action::None,
        }
    }

    fn entered(&mut self, entered: Entered) -> Action {
        let Some(nss) = &self.nss else {
            return Action::None;
        };
        match entered {
            Entered::Stay => Action::Run(widget::focus(NSS)),
            Entered::Save(particulars) => Action::SaveNss(nss.student(), particulars),
            Entered::Open(student) => Action::Open(student),
            Entered::Incomplete => Action::Incomplete,
            Entered::Next => Action::Run(widget::focus(LIST_ID)),
        }
    }

    /// Where the focus goes after a row was solved beside it: to the next one of the same kind, else to the list.
    pub fn after_solving(&self) -> &'static str {
        if self.nss.is_some() { NSS } else { self.first() }
    }

    /// Another step, if the cut has come so far.
    fn go_to(&mut self, stage: Stage) {
        let has_rows = !self.reviewing.review().ready.is_empty() || stage != Stage::Close;
        // Before anything is sent nobody can have answered.
        let is_early = stage == Stage::Reconcile
            && self
                .envios
                .as_ref()
                .is_some_and(|it| it.cut.dispatches.iter().all(|it| it.sending.is_none()));
        if stage.is_of_open_cut() != self.is_closed() && has_rows && !is_early {
            self.stage = stage;
            self.narrow_to_stage();
        }
    }

    /// Before the closing only what is set aside is listed.
    fn narrow_to_stage(&mut self) {
        self.reviewing
            .only_held(matches!(self.stage, Stage::Aside | Stage::Close));
    }

    fn strip_place(&self) -> usize {
        self.strip.iter().position(|it| it.cut == self.cut).unwrap_or(0)
    }

    fn look_at(&mut self, desk: &Desk, at: usize) -> Result<(), Refusal> {
        let Some(cut) = self.strip.get(at).map(|it| it.cut).filter(|cut| *cut != self.cut) else {
            return Ok(());
        };
        // What was looked at without being in the strip of today stays in it while one walks along.
        let strip = std::mem::take(&mut self.strip);
        *self = Self {
            strip,
            ..Self::new(desk, Some(cut))?
        };
        Ok(())
    }

    /// Why the selected row is held.
    fn held(&self) -> Option<Cause> {
        self.reviewing.selected_row().and_then(|(cause, _)| cause)
    }

    /// Another row is selected: what is beside it is about that one.
    fn selection_changed(&mut self, desk: &Desk) -> Result<(), Refusal> {
        let (row, in_place) = match self.reviewing.selected_row() {
            None => (None, false),
            Some((cause, row)) => (Some(row), cause.is_some_and(is_solved_in_place)),
        };
        let student = row.filter(|_| in_place).map(|row| &row.student);
        self.set_aside_from = match row {
            Some(row) => desk.last_set_aside(row.movement.id)?,
            None => None,
        };
        let typed = self.nss.take();
        self.nss = student.map(|student| match typed {
            // What somebody types is not lost because something else was saved.
            Some(nss) if nss.student() == student.id && nss.is_changed() => nss,
            _ => NssInPlace::new(desk, student),
        });
        Ok(())
    }

    /// The record was saved with what was typed beside the row.
    pub fn forget_typed(&mut self) {
        self.nss = None;
    }
}

/// Whether an observation is solved by typing an NSS beside it.
fn is_solved_in_place(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::NssMissing | Cause::NssDoubtful | Cause::NssConventional
    )
}

/// The field of the form at which an observation is solved.
fn field_of(cause: Cause) -> EntryField {
    match cause {
        Cause::NssMissing | Cause::NssDoubtful | Cause::NssConventional => EntryField::Nss,
        Cause::CurpMissing | Cause::CurpDoubtful => EntryField::Curp,
        Cause::NameTooLong | Cause::NameCharacter => EntryField::GivenNames,
        Cause::OtherInsurance | Cause::NotEnrolled => EntryField::Standing,
    }
}
