//! Ctrl+U: the clinic, turno, consultorio and agregado that IMSS assigned, and where that was read.

mod view;

use chrono::NaiveDate;
use iced::advanced::widget::Id;
use iced::keyboard::key::Named;

use super::Action;
use crate::app::clinic_pick::ClinicPick;
use crate::app::shift_room::{ShiftChoice, ShiftRoom, Unread};
use crate::app::widget::field::{Field, Said, Tone};
use crate::app::widget::{self, Move, Offer, Press, Suggest, dialog};
use crate::desk::{Desk, Record, Refusal};
use crate::domain::clinic::{
    Agregado, Assignment, Clinic, ClinicFault, ClinicKey, ClinicKind, ClinicSource, Delegacion, Meant, Seen,
};
use crate::domain::date::typed_date;
use crate::domain::ids::StudentId;
use crate::store::ClinicRow;
use crate::words::{clinic as words, dates, frame};

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
    delegacion: Field,
    delegaciones: Suggest,
    kind: ClinicKind,
    clinic_name: Field,
    city: Field,
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
            delegacion: Field::new(usual.map(words::delegacion).unwrap_or_default()),
            delegaciones: Suggest::default(),
            kind: ClinicKind::default(),
            clinic_name: Field::default(),
            city: Field::default(),
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
        self.delegaciones.close() || number
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
            Message::DelegacionTaken(index) => self.take_delegacion(index),
            Message::Typed(place, text) => self.type_in(place, text),
            Message::SourceChosen(source) => {
                self.source = Some(source);
                self.source_said = None;
            }
            Message::ShiftChosen(shift) => {
                self.placed.shift = shift;
                self.is_placed = true;
            }
            Message::KindChosen(kind) => self.kind = kind,
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
                self.delegaciones.down();
            }
            Move::Up if self.is_at(DELEGACION) => {
                self.delegaciones.up();
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
            && let Some(index) = self.delegaciones.take()
        {
            self.take_delegacion(index);
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
            Place::Delegacion => {
                self.delegacion.type_in(text);
                let found = Delegacion::find(self.delegacion.value());
                self.delegaciones.offer(match &found[..] {
                    [_] => Vec::new(),
                    found => found
                        .iter()
                        .map(|it| Offer::new(words::delegacion(*it), ""))
                        .collect(),
                });
            }
            Place::Name => self.clinic_name.type_in(text),
            Place::City => self.city.type_in(text),
        }
    }

    fn take_delegacion(&mut self, index: usize) {
        if let Some(offer) = self.delegaciones.offers().get(index) {
            self.delegacion = Field::new(offer.text.clone());
        }
        self.delegaciones.clear();
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

    fn understand_date(&mut self) {
        match typed_date(self.on.value(), self.today) {
            Ok(on) if on > self.today => self.on.say(Tone::Problem, words::in_future(on)),
            Ok(on) => self.on.say(Tone::Hint, dates::long(on)),
            Err(fault) => self.on.say(Tone::Problem, dates::fault(&fault).text),
        }
    }

    fn read_on(&self) -> Option<NaiveDate> {
        typed_date(self.on.value(), self.today)
            .ok()
            .filter(|on| *on <= self.today)
    }

    fn understand_agregado(&mut self) {
        if self.agregado.is_empty() {
            if self.agregado.proposal.is_some() {
                self.agregado.say(Tone::Hint, words::AGREGADO_SUGGESTED);
            }
            return;
        }
        match (Agregado::read(self.agregado.value()), self.born) {
            (Ok(agregado), Some(born)) if agregado.birth_year() != born => {
                self.agregado
                    .say(Tone::Advice, words::agregado_year(&agregado, born));
            }
            (Ok(_), _) => self.agregado.said = None,
            // Said once it is left, or too long: nobody is corrected at the first letter.
            (Err(_), _) if self.agregado.value().chars().count() < Agregado::LENGTH => {
                self.agregado.said = None;
            }
            (Err(fault), _) => self.agregado.say(Tone::Problem, words::agregado_fault(fault)),
        }
    }

    /// The clinic that is to be saved.
    fn clinic(&mut self) -> Result<Option<Clinic>, &'static str> {
        let new = match self.pick.meant() {
            Ok(None) => return Ok(None),
            Ok(Some(Meant::Known(clinic))) => return Ok(Some(clinic)),
            Ok(Some(Meant::New(key))) => {
                // A delegación that was written with the number counts before the one that is proposed below.
                let is_written = ClinicKey::read(self.pick.field.value(), None).is_ok();
                match (is_written, &Delegacion::find(self.delegacion.value())[..]) {
                    (false, [delegacion]) => ClinicKey {
                        delegacion: *delegacion,
                        ..key
                    },
                    (true, _) => key,
                    (false, _) => return self.refuse_delegacion(),
                }
            }
            Err(ClinicFault::NoDelegacion) => match &Delegacion::find(self.delegacion.value())[..] {
                [delegacion] => match ClinicKey::read(self.pick.field.value(), Some(*delegacion)) {
                    Ok(key) => key,
                    Err(fault) => return self.refuse_number(&fault),
                },
                _ => return self.refuse_delegacion(),
            },
            Err(fault) => return self.refuse_number(&fault),
        };
        let filled = |field: &Field| Some(field.value().to_owned()).filter(|text| !text.is_empty());
        Ok(Some(Clinic {
            key: new,
            kind: self.kind,
            name: filled(&self.clinic_name),
            city: filled(&self.city),
        }))
    }

    fn refuse_delegacion<T>(&mut self) -> Result<T, &'static str> {
        self.delegacion.say(Tone::Problem, words::DELEGACION_MISSING);
        Err(DELEGACION)
    }

    fn refuse_number<T>(&mut self, fault: &ClinicFault) -> Result<T, &'static str> {
        self.pick.refuse(fault);
        Err(NUMBER)
    }

    /// Whether a clinic is named that the catalogue does not have: then more is asked about it.
    fn is_new(&self) -> bool {
        matches!(
            self.pick.meant(),
            Ok(Some(Meant::New(_))) | Err(ClinicFault::NoDelegacion)
        )
    }

    /// Reads it all.
    ///
    /// # Errors
    /// The id of the first place that has to be seen to; it says why.
    fn written(&mut self) -> Result<Written, &'static str> {
        let clinic = self.clinic()?;
        let (shift, room) = self.placed.read().map_err(|unread| match unread {
            Unread::OtherShift => OTHER_SHIFT,
            Unread::Room => ROOM,
        })?;
        let agregado = if self.agregado.is_empty() {
            None
        } else {
            match Agregado::read(self.agregado.value()) {
                Ok(agregado) => Some(agregado),
                Err(fault) => {
                    self.agregado.say(Tone::Problem, words::agregado_fault(fault));
                    return Err(AGREGADO);
                }
            }
        };
        let mut assignment = Assignment {
            clinic: clinic.as_ref().map(|clinic| clinic.key),
            shift,
            room,
            agregado,
            seen: None,
        };
        if assignment.is_empty() {
            if self.record.is_empty() {
                self.pick.field.say(Tone::Problem, words::NOTHING_TYPED);
                return Err(NUMBER);
            }
            return Ok(Written { assignment, clinic });
        }
        let Some(source) = self.source else {
            self.source_said = Some(Said {
                tone: Tone::Problem,
                text: words::SOURCE_MISSING.to_owned(),
            });
            return Err(SOURCE);
        };
        let Some(on) = self.read_on() else {
            return Err(READ_ON);
        };
        assignment.seen = Some(Seen { source, on });
        Ok(Written { assignment, clinic })
    }

    /// What would be noted, for the foot.
    fn note(&self) -> Option<String> {
        let is_empty = self.pick.field.is_empty()
            && self.placed.shift == ShiftChoice::Unknown
            && self.placed.room.is_empty()
            && self.agregado.is_empty();
        if is_empty && !self.record.is_empty() {
            return Some(words::TO_BE_EMPTIED.to_owned());
        }
        let seen = Seen {
            source: self.source?,
            on: self.read_on()?,
        };
        let what = match self.pick.meant().ok()?? {
            Meant::Known(clinic) => words::label(&clinic),
            Meant::New(key) => words::label(&Clinic {
                kind: self.kind,
                ..Clinic::new(key)
            }),
        };
        Some(words::to_be_noted(&what, seen))
    }
}
