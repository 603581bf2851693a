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
mod solving;
mod strip;
mod view;
mod walking;

use chrono::NaiveDate;
use iced::Task;

use crate::app::widget::{self, Move, Suggest};
use crate::desk::{Answer, ClosedCut, CutStands, Desk, Refusal, StripCut};
use crate::domain::dispatch::{Closing, ClosingState, Dispatch};
use crate::domain::entry::EntryField;
use crate::domain::ids::{DispatchId, StudentId};
use crate::domain::student::Particulars;
use envios::{Envios, Marks};
use nss::NssInPlace;
use reviewing::Reviewing;
use solving::field_of;

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
    /// What was marked in a closed cut, while another one is in view.
    marks: Marks,
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
    /// «Leer respuesta».
    ReadAnswersPressed,
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
    /// «Asistente de captura».
    CapturePressed,
    /// «Avisos por correo».
    NoticesPressed,
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
    /// To capture this envío by hand.
    Capture(DispatchId),
    /// To ask why the cut is opened again.
    AskReopening(Closing),
    /// To show the avisos of the cut with this folio.
    TellStudents(String),
    /// To record these answers about an envío.
    Record(DispatchId, Vec<Answer>, NaiveDate),
    /// To say something, and take the focus somewhere.
    Say(String, Task<Message>),
    /// To print what is in view.
    Print,
    /// To ask for the file in which IMSS answered.
    ReadAnswers,
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
            marks: Marks::default(),
            causes: Suggest::default(),
            set_aside_from: None,
            is_stale: false,
        };
        screen.read(desk)?;
        screen.stage = screen.due_stage();
        Ok(screen)
    }

    /// Goes on with what was marked before and not recorded yet.
    pub fn take_up(&mut self, before: Option<Self>) {
        let Some(before) = before else { return };
        let marks = match before.envios {
            Some(envios) => envios.marks(),
            None => before.marks,
        };
        match &mut self.envios {
            Some(envios) => envios.take_marks(marks),
            None => self.marks = marks,
        }
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

    /// Whether it is at its last step and movements of it wait for an answer.
    pub fn awaits_answers(&self) -> bool {
        let unanswered = self.envios.as_ref().map_or(0, Envios::unanswered);
        self.stage == Stage::Reconcile && unanswered > 0
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
            Message::ReadAnswersPressed => Action::ReadAnswers,
            Message::MainPressed if self.envios.is_some() => self.go_on_with_closed(desk)?,
            Message::MainPressed => self.go_on(),
            other => self.update_closed(desk, other)?,
        })
    }
}
