//! F12: what a document said about a student's vigencia, when, and who saw it; and whatever else of it helps.

mod history;
mod view;

use chrono::NaiveDate;
use iced::advanced::widget::Id;
use iced::keyboard::key::Named;

use super::Action;
use crate::app::check_fields::{self, CheckFields};
use crate::app::clinic_pick::ClinicPick;
use crate::app::shift_room::{ShiftChoice, ShiftRoom, Unread};
use crate::app::widget::field::Field;
use crate::app::widget::{self, Move, Press, dialog};
use crate::desk::{Desk, Record, Refusal};
use crate::domain::clinic::{Assignment, Clinic, Meant};
use crate::domain::ids::StudentId;
use crate::domain::vigencia::{Check, CheckSource, Document};
use crate::store::ClinicRow;
use crate::words::vigencia as words;
use history::History;
pub use history::RowPlace;

/// The id of the verdict.
pub const VERDICT: &str = "vigencia-dice";
/// The id of the date.
pub const CONSULTED_ON: &str = "vigencia-fecha";
/// The id of the clinic.
pub const CLINIC: &str = "vigencia-umf";
/// The id of a turno that is neither of the two.
pub const OTHER_SHIFT: &str = "vigencia-otro-turno";
/// The id of the consultorio.
pub const ROOM: &str = "vigencia-consultorio";
/// The id of the button that shows the history.
pub const HISTORY: &str = "vigencia-historial";
/// The id of the button that shows name and CURP.
pub const DIFFERENCES: &str = "vigencia-diferencias";
/// The id of the name.
pub const NAME: &str = "vigencia-nombre";
/// The id of the CURP.
pub const CURP: &str = "vigencia-curp";
/// The id of the button that saves.
pub const SAVE: &str = "vigencia-guardar";

/// The dialog.
#[derive(Debug)]
pub struct Vigencia {
    student: StudentId,
    name: String,
    /// Identifier and NSS, to compare with the document.
    subtitle: String,
    subtitle_masked: String,
    masks_numbers: bool,
    today: NaiveDate,
    check: CheckFields,
    /// The clinic, as the document says it.
    pick: ClinicPick,
    placed: ShiftRoom,
    /// What the record has.
    record: Assignment,
    /// Whether the record takes the clinic over; `None` until somebody chose: then it does if the document is no older.
    take_over: Option<bool>,
    history: History,
    /// Name and CURP, once they are asked for.
    differences: Option<(Field, Field)>,
    focused: Option<Id>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The check itself was changed.
    Check(check_fields::Change),
    /// The clinic was typed.
    ClinicTyped(String),
    /// An offer below it was pressed.
    OfferTaken(usize),
    /// Which turno.
    ShiftChosen(ShiftChoice),
    /// A turno that is neither of the two was typed.
    OtherShiftTyped(String),
    /// The consultorio was typed.
    RoomTyped(String),
    /// Whether the record takes the clinic over.
    TakeOverChosen(bool),
    /// The history is asked for.
    HistoryPressed,
    /// A row of it was typed in.
    RowTyped(usize, RowPlace, String),
    /// A row of it is ours or not.
    RowOursChosen(usize, Option<bool>),
    /// Name and CURP are asked for.
    DifferencesPressed,
    /// The name was typed.
    NameTyped(String),
    /// The CURP was typed.
    CurpTyped(String),
    /// An arrow that no widget used.
    Moved(Move),
    /// Enter in a field or on a choice.
    Next,
    /// Guardar, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

/// What is to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The verdict.
    pub check: Check,
    /// The rest of the document.
    pub document: Document,
    /// The clinic that it names.
    pub clinic: Option<Clinic>,
    /// Whether the record takes the clinic over.
    pub take_over: bool,
}

impl Vigencia {
    /// For this student, seen today by the clerk who is at the window.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk, record: &Record) -> Result<Self, Refusal> {
        let particulars = &record.student.particulars;
        let assignment = record.student.assignment.clone();
        let ids = check_fields::Ids {
            verdict: VERDICT,
            on: CONSULTED_ON,
        };
        Ok(Self {
            student: record.student.id,
            name: particulars.name.formal(),
            subtitle: words::subtitle(particulars, false),
            subtitle_masked: words::subtitle(particulars, true),
            masks_numbers: desk.appearance().masks_numbers,
            today: desk.today(),
            check: CheckFields::new(ids, desk.clerk().to_owned(), desk.today()),
            pick: ClinicPick::new(desk.clinics()?, desk.usual_delegacion(), assignment.clinic).apart(),
            placed: ShiftRoom::of(None, None),
            record: assignment,
            take_over: None,
            history: History::new(desk.settings().registros()),
            differences: None,
            focused: None,
        })
    }

    /// The focus is here now.
    pub fn focus_found(&mut self, found: Option<&Id>) {
        if self.is_at(CLINIC) && found != Some(&Id::new(CLINIC)) {
            self.pick.settle();
        }
        self.focused = found.cloned();
    }

    /// Closes what is offered; tells whether there was anything.
    pub fn close_offers(&mut self) -> bool {
        self.pick.suggest.close()
    }

    /// What a key means that no widget used.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        if press.is(Named::Enter) {
            return Some(Message::Next);
        }
        Move::from_press(press).map(Message::Moved)
    }

    /// Takes the catalogue as it is now.
    pub fn read_again(&mut self, rows: Vec<ClinicRow>) {
        self.pick.read_again(rows);
    }

    fn is_at(&self, id: &'static str) -> bool {
        self.focused == Some(Id::new(id))
    }

    /// Shows the numbers of the record by their last characters, or whole.
    pub fn mask(&mut self, masked: bool) {
        self.masks_numbers = masked;
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Check(change) => self.check.change(change),
            Message::ClinicTyped(text) => self.pick.type_in(text),
            Message::OfferTaken(index) => self.pick.take(index),
            Message::ShiftChosen(shift) => self.placed.shift = shift,
            Message::OtherShiftTyped(text) => self.placed.other.type_in(text),
            Message::RoomTyped(text) => self.placed.type_room(text),
            Message::TakeOverChosen(take_over) => self.take_over = Some(take_over),
            Message::HistoryPressed => return Action::Run(widget::focus(self.history.open())),
            Message::RowTyped(row, place, text) => self.history.type_in(row, place, text, self.today),
            Message::RowOursChosen(row, ours) => self.history.choose(row, ours),
            Message::DifferencesPressed => {
                self.differences.get_or_insert_default();
                return Action::Run(widget::focus(NAME));
            }
            Message::NameTyped(text) => {
                if let Some((name, _)) = &mut self.differences {
                    name.type_in(text);
                }
            }
            Message::CurpTyped(text) => {
                if let Some((_, curp)) = &mut self.differences {
                    curp.type_in(text.to_uppercase());
                }
            }
            Message::Moved(to) => return self.moved(to),
            Message::Next => {
                if self.is_at(CLINIC) {
                    self.pick.enter();
                }
                return Action::Run(widget::move_focus(false, Some(dialog::ID.into())));
            }
            Message::Confirmed => {
                return match self.noted() {
                    Ok(noted) => Action::RecordDocument(self.student, Box::new(noted)),
                    Err(id) => Action::Run(widget::focus(id)),
                };
            }
            Message::Closed => return Action::Close,
        }
        Action::None
    }

    fn moved(&mut self, to: Move) -> Action {
        match to {
            Move::Down if self.is_at(CLINIC) => self.pick.down(),
            Move::Up if self.is_at(CLINIC) => self.pick.up(),
            Move::Down if self.history.has_focus(self.focused.as_ref()) => {
                return Action::Run(widget::focus(self.history.down(self.focused.as_ref())));
            }
            Move::Up if self.history.has_focus(self.focused.as_ref()) => {
                if let Some(id) = self.history.up(self.focused.as_ref()) {
                    return Action::Run(widget::focus(id));
                }
            }
            _ => {}
        }
        Action::None
    }

    /// Reads it all.
    ///
    /// # Errors
    /// The id of the first place that has to be seen to; it says why.
    fn noted(&mut self) -> Result<Noted, Id> {
        let check = self.check.read().map_err(Id::new)?;
        let (document, clinic) = if check.source == CheckSource::Constancia {
            self.document()?
        } else {
            (Document::default(), None)
        };
        let take_over = document.places() && self.takes_over(check.on);
        Ok(Noted {
            check: Check {
                ours: check.ours.or(document.holder().and_then(|row| row.ours)),
                ..check
            },
            document,
            clinic,
            take_over,
        })
    }

    /// What a constancia says beside the verdict.
    fn document(&mut self) -> Result<(Document, Option<Clinic>), Id> {
        let clinic = match self.pick.meant() {
            Ok(None) => None,
            Ok(Some(Meant::Known(clinic))) => Some(clinic),
            Ok(Some(Meant::New(key))) => Some(Clinic::new(key)),
            Err(fault) => {
                self.pick.refuse(&fault);
                return Err(Id::new(CLINIC));
            }
        };
        let (shift, room) = self.placed.read().map_err(|unread| match unread {
            Unread::OtherShift => Id::new(OTHER_SHIFT),
            Unread::Room => Id::new(ROOM),
        })?;
        let affiliations = self.history.read(self.today)?;
        let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let (name, curp) = match &self.differences {
            Some((name, curp)) => (
                filled(name.value()),
                filled(&crate::domain::entry::plain(curp.value())),
            ),
            None => (None, None),
        };
        let document = Document {
            clinic: clinic.as_ref().map(|clinic| clinic.key),
            shift,
            room,
            name,
            curp,
            affiliations,
        };
        Ok((document, clinic))
    }

    /// Whether the record is to take the clinic over: as it was chosen, or else if the document is not older than what
    /// the record has.
    fn takes_over(&self, on: NaiveDate) -> bool {
        self.take_over
            .unwrap_or_else(|| self.record.seen.is_none_or(|seen| seen.on <= on))
    }

    /// Whether the dialog names a clinic, turno or consultorio, so that the record could take them over.
    fn places(&self) -> bool {
        !self.pick.field.is_empty()
            || self.placed.shift != ShiftChoice::Unknown
            || !self.placed.room.is_empty()
    }
}
