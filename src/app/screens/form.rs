//! F4, or a correction: everything about one student on one form.
//!
//! What is typed lives in one [`Field`] a place; after each key the whole form is read again, so that every sentence
//! below a field is about what stands there now. Corrections are offered, never applied. What is said and offered is
//! in `reading.rs`, what was typed in `typed.rs`, what Enter, an offer and Guardar do in `acts.rs`, the clinic in
//! `clinic.rs`, how it is drawn in `view.rs`.

mod acts;
mod clinic;
mod likeness;
mod reading;
mod typed;
mod view;

use std::collections::BTreeMap;

use iced::Task;

use crate::app::nss_pick::NssOffer;
use crate::app::shift_room::ShiftChoice;
use crate::app::widget::field::Field;
use crate::app::widget::{self, Suggest};
use crate::desk::{Desk, Refusal};
use crate::domain::entry::{Entry, EntryField, EntryReading};
use crate::domain::ids::StudentId;
use crate::domain::sex::Sex;
use crate::domain::student::{NssState, Standing};
use crate::store::{Changed, Holder, Likeness};
use crate::words::{entry as said, frame};
use clinic::ClinicPart;
use typed::Drafted;

/// The id of the button that saves.
pub const SAVE: &str = "guardar";

/// The form of a new student, as drafts name it.
const NEW: &str = "nuevo";

/// Every place where text is typed, in the order of the form.
const TYPED: [EntryField; 17] = [
    EntryField::Identifier,
    EntryField::Curp,
    EntryField::CurpShared,
    EntryField::GivenNames,
    EntryField::FirstSurname,
    EntryField::SecondSurname,
    EntryField::BirthDate,
    EntryField::Birthplace,
    EntryField::Career,
    EntryField::Semester,
    EntryField::Period,
    EntryField::Standing,
    EntryField::Nss,
    EntryField::NssShared,
    EntryField::NssOn,
    EntryField::Email,
    EntryField::Phone,
];

/// The id of a field: what tests and the focus know it by.
pub fn id(field: EntryField) -> &'static str {
    match field {
        EntryField::Identifier => "numero-de-control",
        EntryField::Curp => "curp",
        EntryField::CurpShared => "curp-motivo",
        EntryField::GivenNames => "nombres",
        EntryField::FirstSurname => "primer-apellido",
        EntryField::SecondSurname => "segundo-apellido",
        EntryField::Sex => "sexo",
        EntryField::BirthDate => "nacimiento",
        EntryField::Birthplace => "lugar",
        EntryField::Career => "carrera",
        EntryField::Semester => "semestre",
        EntryField::Period => "periodo",
        EntryField::Standing => "situacion",
        EntryField::Nss => "nss",
        EntryField::NssShared => "nss-motivo",
        EntryField::NssState => "nss-estado",
        EntryField::NssOn => "nss-fecha",
        EntryField::Clinic => "umf",
        EntryField::Shift => "turno",
        EntryField::OtherShift => "otro-turno",
        EntryField::Room => "consultorio",
        EntryField::Email => "correo",
        EntryField::Phone => "telefono",
    }
}

/// What taking an offer does.
#[derive(Debug, Clone, PartialEq)]
enum Taken {
    Text(String),
    NoSurnames,
    LeaveAsIs,
    SeenOnConstancia,
    OpenRecord(StudentId),
}

impl From<NssOffer> for Taken {
    fn from(offer: NssOffer) -> Self {
        match offer {
            NssOffer::Number(number) => Self::Text(number),
            NssOffer::LeaveAsIs => Self::LeaveAsIs,
            NssOffer::SeenOnConstancia => Self::SeenOnConstancia,
            NssOffer::OpenRecord(student) => Self::OpenRecord(student),
        }
    }
}

/// The screen.
#[derive(Debug)]
pub struct Screen {
    student: Option<StudentId>,
    pub(super) title: String,
    pub(super) fields: BTreeMap<EntryField, Field>,
    pub(super) sex: Option<Sex>,
    pub(super) nss_state: Option<NssState>,
    pub(super) no_surnames: bool,
    clinic: ClinicPart,
    pub(super) focused: Option<EntryField>,
    pub(super) suggest: Suggest,
    taken: Vec<Taken>,
    pub(super) reading: EntryReading,
    pub(super) likenesses: Vec<Likeness>,
    /// Who was compared with what is typed, and is somebody else.
    pub(super) told_apart: Vec<StudentId>,
    pub(super) careers: Vec<String>,
    /// Fields that somebody tried to save without.
    missing: Vec<EntryField>,
    nss_holder: Option<Holder>,
    curp_holder: Option<Holder>,
    identifier_holder: Option<Holder>,
    /// What was there when the form was opened, or when it was last written as a draft.
    saved: Entry,
    drafted: Entry,
    pub(super) draft_note: Option<String>,
    /// What was typed before, for Ctrl+Z; each with the field that was changed next.
    past: Vec<(EntryField, Entry)>,
    future: Vec<(EntryField, Entry)>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Text was typed.
    Typed(EntryField, String),
    /// Enter in a field.
    Entered(EntryField),
    /// A sex was chosen.
    SexChosen(Sex),
    /// A state of the NSS was chosen.
    NssStateChosen(NssState),
    /// A turno was chosen.
    ShiftChosen(ShiftChoice),
    /// An offer below the clinic was pressed.
    ClinicTaken(usize),
    /// Enter on a choice.
    Next,
    /// An offer was pressed.
    OfferTaken(usize),
    /// Flecha abajo and flecha arriba.
    Down,
    /// Flecha arriba.
    Up,
    /// The focus went to a field, or out of all of them.
    Focused(Option<EntryField>),
    /// Guardar, or Ctrl+Enter.
    SavePressed,
    /// «Dejar en borrador».
    LeavePressed,
    /// «Empezar en blanco»: the draft is thrown away.
    BlankPressed,
    /// A person like this one was pressed.
    LikenessPressed(StudentId),
    /// Ctrl+Z in a changed form.
    StepBack,
    /// Ctrl+Y in it.
    StepForth,
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To take the focus somewhere.
    Run(Task<Message>),
    /// To show this record, which was saved just now.
    Saved(StudentId, Changed),
    /// To leave the form; a draft was kept.
    Leave,
    /// To show this record instead.
    Open(StudentId),
    /// To say something, and take the focus somewhere.
    Say(String, Task<Message>),
    /// To say what can't be done.
    Refused(Refusal),
}

impl Screen {
    /// An empty form, or the draft that was left in it.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk) -> Result<Self, Refusal> {
        let blank = Entry {
            standing: Some(Standing::Enrolled),
            period: desk.current_period().to_string(),
            ..Entry::default()
        };
        let clinic = ClinicPart::asked(desk)?;
        Self::with(desk, None, said::NEW.to_owned(), blank, clinic)
    }

    /// The form of this student, or the draft that was left in it.
    ///
    /// # Errors
    /// It is there no more, or the file's faults.
    pub fn of(desk: &Desk, student: StudentId) -> Result<Self, Refusal> {
        let record = desk.record(student)?;
        let entry = Entry::of(&record.student.particulars);
        Self::with(
            desk,
            Some(student),
            said::correct(&record.student.particulars.name.formal()),
            entry,
            ClinicPart::of(desk, &record),
        )
    }

    fn with(
        desk: &Desk,
        student: Option<StudentId>,
        title: String,
        entry: Entry,
        clinic: ClinicPart,
    ) -> Result<Self, Refusal> {
        let mut screen = Self {
            student,
            title,
            fields: TYPED.into_iter().map(|field| (field, Field::default())).collect(),
            sex: None,
            nss_state: None,
            no_surnames: false,
            clinic,
            focused: None,
            suggest: Suggest::default(),
            taken: Vec::new(),
            reading: entry.read(desk.today()),
            likenesses: Vec::new(),
            told_apart: Vec::new(),
            careers: desk.careers()?,
            missing: Vec::new(),
            nss_holder: None,
            curp_holder: None,
            identifier_holder: None,
            saved: entry.clone(),
            drafted: entry.clone(),
            draft_note: None,
            past: Vec::new(),
            future: Vec::new(),
        };
        screen.put(&entry);
        // The numbers are written in groups at once: whoever only looks has changed nothing.
        screen.tidy();
        screen.read(desk)?;
        screen.saved = screen.entry();
        screen.drafted = screen.saved.clone();
        if let Some(draft) = desk.draft(&screen.form())?
            && let Some(entry) = Drafted::over(&draft.body, &screen.saved)
        {
            screen.put(&entry);
            screen.drafted = entry;
            screen.draft_note = Some(frame::draft_restored(draft.at));
        }
        screen.read(desk)?;
        Ok(screen)
    }

    /// The name of this form among the drafts.
    fn form(&self) -> String {
        match self.student {
            None => NEW.to_owned(),
            Some(student) => format!("ficha:{student}"),
        }
    }

    /// Which form a draft belongs to: that of a new student, or of an existing one.
    pub fn of_draft(form: &str) -> Option<StudentId> {
        form.strip_prefix("ficha:")
            .and_then(|id| id.parse().ok())
            .map(StudentId)
    }

    /// Where the focus goes when the form is opened.
    pub fn first_field() -> &'static str {
        id(EntryField::Identifier)
    }

    /// Whose record is corrected; `None` for somebody new.
    pub fn student(&self) -> Option<StudentId> {
        self.student
    }

    /// Whether anything is different from what is saved.
    pub fn is_changed(&self) -> bool {
        self.entry() != self.saved
    }

    /// What follows from a message.
    pub fn update(&mut self, desk: &mut Desk, message: Message) -> Action {
        match self.try_update(desk, message) {
            Ok(action) => action,
            Err(refusal) => Action::Refused(refusal),
        }
    }

    fn try_update(&mut self, desk: &mut Desk, message: Message) -> Result<Action, Refusal> {
        match message {
            Message::Typed(field, text) => {
                // Whoever types in a field has the focus in it, even if the word of it is still on its way.
                self.arrive(desk, Some(field))?;
                self.remember(field);
                let text = if field == EntryField::Curp || field == EntryField::Identifier {
                    text.to_uppercase()
                } else {
                    text
                };
                if matches!(field, EntryField::FirstSurname | EntryField::SecondSurname)
                    && !text.trim().is_empty()
                {
                    self.no_surnames = false;
                }
                self.write(field, text);
                self.missing.retain(|it| *it != field);
                self.read(desk)?;
            }
            Message::Entered(field) => return self.enter(desk, field),
            Message::SexChosen(sex) => {
                self.remember(EntryField::Sex);
                self.sex = Some(sex);
                self.read(desk)?;
            }
            Message::NssStateChosen(state) => {
                self.remember(EntryField::NssState);
                self.nss_state = Some(state);
                self.read(desk)?;
            }
            Message::ShiftChosen(shift) => {
                self.remember(EntryField::Shift);
                self.clinic.placed.shift = shift;
                self.missing.retain(|it| *it != EntryField::OtherShift);
            }
            Message::ClinicTaken(index) => {
                self.remember(EntryField::Clinic);
                self.clinic.pick.take(index);
                return Ok(Action::Run(widget::focus(id(EntryField::Clinic))));
            }
            Message::Next => return Ok(Action::Run(widget::move_focus(false, None))),
            Message::OfferTaken(index) => return self.take(desk, index),
            Message::Down if self.focused == Some(EntryField::Clinic) => self.clinic.pick.down(),
            Message::Up if self.focused == Some(EntryField::Clinic) => self.clinic.pick.up(),
            Message::Down => {
                self.suggest.down();
            }
            Message::Up => {
                self.suggest.up();
            }
            Message::Focused(field) => self.arrive(desk, field)?,
            Message::SavePressed => return self.save(desk),
            Message::LeavePressed => {
                self.keep_draft(desk)?;
                return Ok(Action::Leave);
            }
            Message::BlankPressed => {
                desk.drop_draft(&self.form())?;
                let entry = self.saved.clone();
                self.put(&entry);
                self.drafted = entry;
                self.draft_note = None;
                self.missing.clear();
                self.read(desk)?;
                return Ok(Action::Run(widget::focus(Self::first_field())));
            }
            Message::LikenessPressed(student) => {
                self.keep_draft(desk)?;
                return Ok(Action::Open(student));
            }
            Message::StepBack => self.step(desk, true)?,
            Message::StepForth => self.step(desk, false)?,
        }
        Ok(Action::None)
    }

    /// The focus goes to another field: the one that is left is tidied up and kept as a draft.
    fn arrive(&mut self, desk: &mut Desk, field: Option<EntryField>) -> Result<(), Refusal> {
        if field != self.focused {
            self.tidy();
            self.reach_clinic(desk, field)?;
            self.focused = field;
            self.suggest.clear();
            self.keep_draft(desk)?;
            self.read(desk)?;
        }
        Ok(())
    }

    /// The states that the NSS may have now, and the one it has.
    pub(super) fn nss_states(&self) -> (&'static [NssState], NssState) {
        let entry = self.entry();
        (
            entry.possible_nss_states(&self.reading),
            entry.nss_state(&self.reading),
        )
    }

    /// Whether the NSS is somebody else's, so that a reason has to be written.
    pub(super) fn nss_is_shared(&self) -> bool {
        self.nss_holder.is_some()
    }

    /// Whether the CURP is somebody else's.
    pub(super) fn curp_is_shared(&self) -> bool {
        self.curp_holder.is_some()
    }

    /// Draws it in a window of this width.
    pub fn view<'a>(&'a self, desk: &'a Desk, width: f32) -> iced::Element<'a, Message> {
        view::view(self, desk, width)
    }

    /// Esc: closes the offers if they are open. Tells whether it did.
    pub fn close_offers(&mut self) -> bool {
        let clinics = self.clinic.pick.suggest.close();
        self.suggest.close() || clinics
    }

    /// The field that an id of the window belongs to.
    pub fn field_of(focused: &iced::advanced::widget::Id) -> Option<EntryField> {
        TYPED
            .into_iter()
            .chain([
                EntryField::Sex,
                EntryField::NssState,
                EntryField::Clinic,
                EntryField::Shift,
                EntryField::OtherShift,
                EntryField::Room,
            ])
            .find(|field| *focused == iced::advanced::widget::Id::new(id(*field)))
    }
}
