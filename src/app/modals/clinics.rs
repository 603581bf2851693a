//! The catalogue of clinics: what is corrected here is corrected in every record that names it.

mod view;

use iced::Task;
use iced::advanced::widget::Id;
use iced::keyboard::key::Named;

use super::{Action, Modal};
use crate::app::widget::field::{Field, Tone};
use crate::app::widget::{self, Move, Offer, Press, Suggest, dialog};
use crate::desk::{Desk, Refusal};
use crate::domain::clinic::{Clinic, ClinicKey, ClinicKind, Delegacion};
use crate::domain::ids::ClinicId;
use crate::store::ClinicRow;
use crate::words::clinic as words;

/// The id of the list.
pub const LIST: &str = "clinicas";
/// The id of the number.
pub const NUMBER: &str = "clinicas-numero";
/// The id of the delegación.
pub const DELEGACION: &str = "clinicas-delegacion";
/// The id of the name.
pub const NAME: &str = "clinicas-nombre";
/// The id of the city.
pub const CITY: &str = "clinicas-ciudad";

/// The dialog.
#[derive(Debug)]
pub struct Catalogue {
    rows: Vec<ClinicRow>,
    selected: usize,
    form: Option<Form>,
    usual: Option<Delegacion>,
    /// Why the last thing asked for was refused.
    said: Option<String>,
    focused: Option<Id>,
    below: Option<Box<Modal>>,
}

/// A clinic that is added or corrected.
#[derive(Debug)]
struct Form {
    row: Option<ClinicId>,
    number: Field,
    delegacion: Field,
    delegaciones: Suggest,
    kind: ClinicKind,
    name: Field,
    city: Field,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Its number.
    Number,
    /// Its delegación.
    Delegacion,
    /// Its name.
    Name,
    /// Its city.
    City,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A row was selected.
    Selected(usize),
    /// The arrows.
    Moved(Move),
    /// N: a clinic is to be added.
    AddPressed,
    /// Enter: the selected one is to be corrected.
    CorrectPressed,
    /// Supr: the selected one is to be taken out.
    RemovePressed,
    /// Text was typed in the form.
    Typed(Place, String),
    /// An offer below the delegación was pressed.
    DelegacionTaken(usize),
    /// What it is.
    KindChosen(ClinicKind),
    /// Enter in a field of the form.
    Next,
    /// Ctrl+Enter: Guardar in the form, Cerrar in the list.
    Confirmed,
    /// Esc, Volver or Cerrar.
    Closed,
}

impl Catalogue {
    /// The catalogue as it is now.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk) -> Result<Self, Refusal> {
        Ok(Self {
            rows: desk.clinics()?,
            selected: 0,
            form: None,
            usual: desk.usual_delegacion(),
            said: None,
            focused: None,
            below: None,
        })
    }

    /// Above another dialog, which comes back when this one is closed.
    pub fn above(mut self, below: Option<Modal>) -> Self {
        self.below = below.map(Box::new);
        self
    }

    /// The dialog that waits below.
    pub fn below(&mut self) -> Option<Box<Modal>> {
        self.below.take()
    }

    /// Leaves the form without saving; tells whether there was one.
    pub fn leave_form(&mut self) -> bool {
        self.said = None;
        self.form.take().is_some()
    }

    /// Shows the catalogue as it is now.
    pub fn read_again(&mut self, rows: Vec<ClinicRow>) {
        let kept = self.selected_row().map(|row| row.id);
        self.rows = rows;
        self.selected = self
            .rows
            .iter()
            .position(|row| Some(row.id) == kept)
            .unwrap_or_else(|| self.selected.min(self.rows.len().saturating_sub(1)));
        self.form = None;
        self.said = None;
    }

    /// Says why nothing was changed, and goes to where it can be mended.
    pub fn refuse(&mut self, why: String) -> Task<Message> {
        match &mut self.form {
            Some(form) => {
                form.number.say(Tone::Problem, why);
                widget::focus(NUMBER)
            }
            None => {
                self.said = Some(why);
                widget::focus(LIST)
            }
        }
    }

    /// The focus is here now.
    pub fn focus_found(&mut self, found: Option<&Id>) {
        self.focused = found.cloned();
    }

    /// Closes what is offered; tells whether there was anything.
    pub fn close_offers(&mut self) -> bool {
        self.form.as_mut().is_some_and(|form| form.delegaciones.close())
    }

    /// What a key means that no widget used.
    pub fn key(&self, press: &Press<'_>) -> Option<Message> {
        self.form.as_ref()?;
        if press.is(Named::Enter) {
            return Some(Message::Next);
        }
        Move::from_press(press).map(Message::Moved)
    }

    fn selected_row(&self) -> Option<&ClinicRow> {
        self.rows.get(self.selected)
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Selected(row) => {
                self.selected = row;
                self.said = None;
            }
            Message::Moved(to) => return self.moved(to),
            Message::AddPressed => {
                self.form = Some(Form::blank(self.usual));
                return Action::Run(widget::focus(NUMBER));
            }
            Message::CorrectPressed => {
                if let Some(row) = self.selected_row() {
                    self.form = Some(Form::of(row));
                    return Action::Run(widget::focus(NUMBER));
                }
            }
            Message::RemovePressed => {
                if let Some(row) = self.selected_row() {
                    return Action::RemoveClinic(row.id);
                }
            }
            Message::Typed(place, text) => {
                if let Some(form) = &mut self.form {
                    form.type_in(place, text);
                }
            }
            Message::DelegacionTaken(index) => {
                if let Some(form) = &mut self.form {
                    form.take_delegacion(index);
                }
            }
            Message::KindChosen(kind) => {
                if let Some(form) = &mut self.form {
                    form.kind = kind;
                }
            }
            Message::Next => {
                if let Some(form) = &mut self.form
                    && let Some(index) = form.delegaciones.take()
                {
                    form.take_delegacion(index);
                }
                return Action::Run(widget::move_focus(false, Some(dialog::ID.into())));
            }
            Message::Confirmed => {
                return match &mut self.form {
                    None => Action::Close,
                    Some(form) => match form.clinic() {
                        Ok(clinic) => Action::SaveClinic(form.row, clinic),
                        Err(id) => Action::Run(widget::focus(id)),
                    },
                };
            }
            Message::Closed => return Action::Close,
        }
        Action::None
    }

    fn moved(&mut self, to: Move) -> Action {
        if let Some(form) = &mut self.form {
            if self.focused == Some(Id::new(DELEGACION)) {
                match to {
                    Move::Down => {
                        form.delegaciones.down();
                    }
                    Move::Up => {
                        form.delegaciones.up();
                    }
                    _ => {}
                }
            }
            return Action::None;
        }
        const PAGE: usize = 10;
        let last = self.rows.len().saturating_sub(1);
        self.selected = match to {
            Move::Up => self.selected.saturating_sub(1),
            Move::Down => (self.selected + 1).min(last),
            Move::PageUp => self.selected.saturating_sub(PAGE),
            Move::PageDown => (self.selected + PAGE).min(last),
            Move::First => 0,
            Move::Last => last,
        };
        self.said = None;
        Action::Run(widget::reveal())
    }
}

impl Form {
    fn blank(usual: Option<Delegacion>) -> Self {
        Self {
            row: None,
            number: Field::default(),
            delegacion: Field::new(usual.map(words::delegacion).unwrap_or_default()),
            delegaciones: Suggest::default(),
            kind: ClinicKind::default(),
            name: Field::default(),
            city: Field::default(),
        }
    }

    fn of(row: &ClinicRow) -> Self {
        let clinic = &row.clinic;
        Self {
            row: Some(row.id),
            number: Field::new(clinic.key.number.to_string()),
            delegacion: Field::new(words::delegacion(clinic.key.delegacion)),
            delegaciones: Suggest::default(),
            kind: clinic.kind,
            name: Field::new(clinic.name.clone().unwrap_or_default()),
            city: Field::new(clinic.city.clone().unwrap_or_default()),
        }
    }

    fn type_in(&mut self, place: Place, text: String) {
        match place {
            Place::Number => self.number.type_in(text),
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
            Place::Name => self.name.type_in(text),
            Place::City => self.city.type_in(text),
        }
    }

    fn take_delegacion(&mut self, index: usize) {
        if let Some(offer) = self.delegaciones.offers().get(index) {
            self.delegacion = Field::new(offer.text.clone());
        }
        self.delegaciones.clear();
    }

    /// The clinic that is written.
    ///
    /// # Errors
    /// The id of the first field that has to be seen to; it says why.
    fn clinic(&mut self) -> Result<Clinic, &'static str> {
        let found = Delegacion::find(self.delegacion.value());
        let [delegacion] = found[..] else {
            self.delegacion.say(Tone::Problem, words::DELEGACION_MISSING);
            return Err(DELEGACION);
        };
        let key = ClinicKey::read(self.number.value(), Some(delegacion)).map_err(|fault| {
            self.number.say(Tone::Problem, words::fault(&fault));
            NUMBER
        })?;
        let filled = |field: &Field| Some(field.value().to_owned()).filter(|text| !text.is_empty());
        Ok(Clinic {
            key,
            kind: self.kind,
            name: filled(&self.name),
            city: filled(&self.city),
        })
    }
}
