//! Ctrl+U: the clinic, turno, consultorio and agregado that IMSS assigned, and where that was read.

mod new_clinic;
mod reading;
mod view;

use chrono::NaiveDate;
use iced::advanced::widget::Id;
use iced::keyboard::key::Named;

use super::Action;
use crate::app::clinic_pick::ClinicPick;
use crate::app::shift_room::{ShiftChoice, ShiftRoom};
use crate::app::widget::field::{Field, Said, Tone};
use crate::app::widget::{self, Move, Press, dialog};
use crate::desk::{Desk, Record, Refusal};
use crate::domain::clinic::{Assignment, Clinic, ClinicKey, ClinicKind, ClinicSource};
use crate::domain::ids::StudentId;
use crate::store::ClinicRow;
use crate::words::{clinic as words, frame};
use new_clinic::NewClinic;

/// The id of the number.
pub const NUMBER: &str = "clinica-numero";
/// The id of the sources.
pub const SOURCE: &str = "clinica-fuente";
/// The id of the date.
pub const READ_ON: &str = "clinica-fecha";
/// The id of the turno.
pub const SHIFT: &str = "clinica-turno";
/// The id of a turno that is neither of the two.
pub const OTHER_SHIFT: &str = "clinica-otro-turno";
/// The id of the consultorio.
pub const ROOM: &str = "clinica-consultorio";
/// The id of the agregado.
pub const AGREGADO: &str = "clinica-agregado";
/// The id of a new clinic's delegación.
pub const DELEGACION: &str = "clinica-delegacion";
/// The id of the button that saves.
pub const SAVE: &str = "clinica-guardar";
/// The id of the button that opens the catalogue.
pub const CATALOGUE: &str = "clinica-catalogo";

/// A field in which text is typed, beside the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The date.
    ReadOn,
    /// A turno that is neither of the two.
    OtherShift,
    /// Consultorio.
    Room,
    /// Agregado médico.
    Agregado,
    /// Delegación of a new clinic.
    Delegacion,
    /// Its name.
    Name,
    /// Its city.
    City,
}

/// The dialog.
#[derive(Debug)]
pub struct ClinicDialog {
    student: StudentId,
    name: String,
    today: NaiveDate,
    born: Option<i32>,
    pick: ClinicPick,
    /// What the record has.
    record: Assignment,
    source: Option<ClinicSource>,
    source_said: Option<Said>,
    on: Field,
    placed: ShiftRoom,
    placed_said: Option<Said>,
    /// Turno or consultorio were typed here: they are not those of the record.
    is_placed: bool,
    agregado: Field,
    new: NewClinic,
    focused: Option<Id>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The number or city was typed.
    NumberTyped(String),
    /// An offer below it was pressed.
    OfferTaken(usize),
    /// An offer below the delegación was pressed.
    DelegacionTaken(usize),
    /// Another field was typed in.
    Typed(Place, String),
    /// Where it was read.
    SourceChosen(ClinicSource),
    /// Which turno.
    ShiftChosen(ShiftChoice),
    /// What a new clinic is.
    KindChosen(ClinicKind),
    /// An arrow that no widget used.
    Moved(Move),
    /// Enter in a field or on a choice.
    Next,
    /// The catalogue is wanted.
    CataloguePressed,
    /// Guardar, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

/// What is to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What was read.
    pub assignment: Assignment,
    /// The clinic that it names.
    pub clinic: Option<Clinic>,
}

impl ClinicDialog {
    /// For this student.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk, record: &Record) -> Result<Self, Refusal> {
        let particulars = &record.student.particulars;
        let assignment = record.student.assignment.clone();
        let usual = desk.usual_delegacion();
        let agregado = assignment.agregado.as_ref();
        let mut opened = Self {
            student: record.student.id,
            name: particulars.name.formal(),
            today: desk.today(),
            born: particulars.birth_year(),
            pick: ClinicPick::new(desk.clinics()?, usual, assignment.clinic).with_record(),
            source: None,
            source_said: None,
            on: Field::new(frame::TODAY),
            placed: ShiftRoom::of(assignment.shift.as_ref(), assignment.room.as_ref()),
            placed_said: None,
            is_placed: false,
            agregado: Field {
                text: agregado.map(|it| it.as_str().to_owned()).unwrap_or_default(),
                said: None,
                proposal: desk.usual_agregado(particulars).map(|it| it.as_str().to_owned()),
            },
            new: NewClinic::new(usual),
            focused: None,
            record: assignment,
        };
        opened.understand_date();
        opened.understand_agregado();
        Ok(opened)
    }

    /// The focus is here now.
    pub fn focus_found(&mut self, found: Option<&Id>) {
        if self.focused.as_ref() == Some(&Id::new(NUMBER)) && found != Some(&Id::new(NUMBER)) {
            self.pick.settle();
        }
        self.focused = found.cloned();
    }

    /// Closes what is offered; tells whether there was anything.
    pub fn close_offers(&mut self) -> bool {
        let number = self.pick.suggest.close();
        self.new.delegaciones.close() || number
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

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::NumberTyped(text) => {
                self.pick.type_in(text);
                self.place_for_clinic();
            }
            Message::OfferTaken(index) => {
                self.pick.take(index);
                self.place_for_clinic();
                return Action::Run(widget::focus(SOURCE));
            }
            Message::DelegacionTaken(index) => self.new.take_delegacion(index),
            Message::Typed(place, text) => self.type_in(place, text),
            Message::SourceChosen(source) => {
                self.source = Some(source);
                self.source_said = None;
            }
            Message::ShiftChosen(shift) => {
                self.placed.shift = shift;
                self.is_placed = true;
            }
            Message::KindChosen(kind) => self.new.kind = kind,
            Message::Moved(to) => self.moved(to),
            Message::Next => return self.next(),
            Message::CataloguePressed => return Action::OpenCatalogue,
            Message::Confirmed => {
                return match self.written() {
                    Ok(written) => Action::Assign(self.student, Box::new(written)),
                    Err(id) => Action::Run(widget::focus(id)),
                };
            }
            Message::Closed => return Action::Close,
        }
        Action::None
    }

    fn is_at(&self, id: &'static str) -> bool {
        self.focused == Some(Id::new(id))
    }

    fn moved(&mut self, to: Move) {
        match to {
            Move::Down if self.is_at(NUMBER) => self.pick.down(),
            Move::Up if self.is_at(NUMBER) => self.pick.up(),
            Move::Down if self.is_at(DELEGACION) => {
                self.new.delegaciones.down();
            }
            Move::Up if self.is_at(DELEGACION) => {
                self.new.delegaciones.up();
            }
            _ => {}
        }
    }

    /// Enter: takes what is marked, and goes on. After the number it is asked where it was read.
    fn next(&mut self) -> Action {
        if self.is_at(NUMBER) {
            self.pick.enter();
            self.place_for_clinic();
            return Action::Run(widget::focus(SOURCE));
        }
        if self.is_at(DELEGACION)
            && let Some(index) = self.new.delegaciones.take()
        {
            self.new.take_delegacion(index);
        }
        if self.is_at(AGREGADO) && self.agregado.accept_proposal() {
            self.understand_agregado();
        }
        Action::Run(widget::move_focus(false, Some(dialog::ID.into())))
    }

    fn type_in(&mut self, place: Place, text: String) {
        match place {
            Place::ReadOn => {
                self.on.type_in(text);
                self.understand_date();
            }
            Place::OtherShift => {
                self.placed.other.type_in(text);
                self.is_placed = true;
            }
            Place::Room => {
                self.placed.type_room(text);
                self.is_placed = true;
            }
            Place::Agregado => {
                self.agregado.type_in(text.to_uppercase());
                self.understand_agregado();
            }
            Place::Delegacion => self.new.type_delegacion(text),
            Place::Name => self.new.type_name(text),
            Place::City => self.new.type_city(text),
        }
    }

    /// Turno and consultorio belong to the clinic: those of the record go when another one is named, and come back with
    /// their own. What was typed here stays.
    fn place_for_clinic(&mut self) {
        if self.is_placed {
            return;
        }
        let is_recorded = self.meant_key() == self.record.clinic;
        self.placed_said = None;
        self.placed = if is_recorded {
            ShiftRoom::of(self.record.shift.as_ref(), self.record.room.as_ref())
        } else {
            ShiftRoom::of(None, None)
        };
        if !is_recorded && (self.record.shift.is_some() || self.record.room.is_some()) {
            self.placed_said = Some(Said {
                tone: Tone::Advice,
                text: words::OF_THE_OTHER_CLINIC.to_owned(),
            });
        }
    }

    fn meant_key(&self) -> Option<ClinicKey> {
        self.pick.meant().ok().flatten().map(|meant| meant.key())
    }
}
