//! The NSS of whoever is selected, typed beside the row: the same explanations as on the form, and one act to save it.

use crate::app::nss_pick::{self, NssOffer};
use crate::app::widget::Suggest;
use crate::app::widget::field::{Field, Tone};
use crate::desk::{Desk, Refusal};
use crate::domain::entry::{Entry, EntryReading, plain};
use crate::domain::ids::StudentId;
use crate::domain::nss::{Nss, NssReading};
use crate::domain::student::{NssState, Particulars, Student};
use crate::store::Holder;
use crate::words::runway as words;

/// The field.
#[derive(Debug, Clone)]
pub struct NssInPlace {
    student: StudentId,
    /// The whole record as text; the field is its NSS.
    entry: Entry,
    birth_year: Option<i32>,
    pub(super) field: Field,
    pub(super) suggest: Suggest,
    offered: Vec<NssOffer>,
    reading: EntryReading,
    holder: Option<Holder>,
    /// The number as the record has it, and its state.
    saved: (String, Option<NssState>),
}

/// What Enter in the field, or an offer below it, asks for.
#[derive(Debug)]
pub enum Entered {
    /// Nothing more: it says below the field what is the matter.
    Stay,
    /// To save the record so.
    Save(Box<Particulars>),
    /// To open this record.
    Open(StudentId),
    /// To say that something else of the record keeps it from being saved.
    Incomplete,
    /// To walk on: nothing was typed.
    Next,
}

impl NssInPlace {
    /// With what the record has. A number that others must not see is not written into the field.
    pub fn new(desk: &Desk, student: &Student) -> Self {
        let entry = Entry::of(&student.particulars);
        let mut it = Self {
            student: student.id,
            birth_year: student.particulars.birth_year(),
            field: Field::default(),
            suggest: Suggest::default(),
            offered: Vec::new(),
            reading: entry.read(desk.today()),
            holder: None,
            saved: (plain(&entry.nss), entry.nss_state),
            entry,
        };
        if !desk.appearance().masks_numbers {
            it.field.text = match Nss::parse(&it.entry.nss) {
                Ok(nss) => nss.grouped(),
                Err(_) => it.entry.nss.clone(),
            };
            it.say(false);
        }
        it
    }

    /// Whose it is.
    pub fn student(&self) -> StudentId {
        self.student
    }

    /// Whether something was typed that the record does not have.
    pub fn is_changed(&self) -> bool {
        let (number, state) = &self.saved;
        !self.field.is_empty() && (plain(self.field.value()) != *number || self.entry.nss_state != *state)
    }

    /// Whether what stands in the field would be saved as por confirmar.
    pub fn is_doubtful(&self) -> bool {
        self.is_changed() && matches!(self.nss(), Some(NssReading { result: Err(_), .. }))
    }

    fn nss(&self) -> Option<&NssReading> {
        self.reading.nss.as_ref().filter(|_| !self.field.is_empty())
    }

    /// Takes what was typed.
    ///
    /// # Errors
    /// The file's faults.
    pub fn type_in(&mut self, desk: &Desk, text: String) -> Result<(), Refusal> {
        self.field.type_in(text);
        self.read(desk, None)?;
        self.say(true);
        Ok(())
    }

    /// Reads the number that stands in the field. What a constancia showed, it showed of one number.
    fn read(&mut self, desk: &Desk, state: Option<NssState>) -> Result<(), Refusal> {
        self.entry.nss = self.field.value().to_owned();
        self.entry.nss_shared.clear();
        self.entry.nss_state = state;
        self.entry.nss_on.clear();
        self.reading = self.entry.read(desk.today());
        self.holder = match self.entry.nss_text(&self.reading) {
            Some(text) => {
                let reader = desk.store().reader();
                reader.holder_of_nss(&text, Some(self.student))?
            }
            None => None,
        };
        Ok(())
    }

    fn say(&mut self, is_typing: bool) {
        self.field.said = None;
        let mut offers = Vec::new();
        if let Some(holder) = &self.holder {
            let taken = words::nss_taken(&holder.name, &holder.identifier);
            self.field.say(Tone::Problem, taken);
            offers.push(nss_pick::offer_of_holder(holder));
        } else if let Some(reading) = self.reading.nss.as_ref().filter(|_| !self.field.is_empty()) {
            if let Some((tone, text)) = nss_pick::message(reading, self.field.value(), is_typing) {
                self.field.say(tone, text);
            }
            offers = nss_pick::offers(reading, self.birth_year, self.entry.nss_state);
        }
        let (shown, taken): (Vec<_>, Vec<_>) = offers.into_iter().unzip();
        self.suggest.offer(shown);
        self.offered = taken;
    }

    /// Enter: what is marked is taken, what is right is saved, what is not is told.
    ///
    /// # Errors
    /// The file's faults.
    pub fn enter(&mut self, desk: &Desk) -> Result<Entered, Refusal> {
        if let Some(at) = self.suggest.take() {
            return self.take(desk, at);
        }
        if !self.is_changed() {
            return Ok(Entered::Next);
        }
        self.say(false);
        if self.is_doubtful() || self.holder.is_some() {
            return Ok(Entered::Stay);
        }
        Ok(self.save(desk))
    }

    /// Ctrl+Enter: whatever was typed is kept, unless it is somebody else's.
    pub fn keep(&mut self, desk: &Desk) -> Entered {
        self.say(false);
        if self.holder.is_some() {
            return Entered::Stay;
        }
        self.save(desk)
    }

    fn save(&self, desk: &Desk) -> Entered {
        match self
            .entry
            .particulars_as_read(&self.entry.read(desk.today()), desk.today())
        {
            Ok(particulars) => Entered::Save(Box::new(particulars)),
            Err(_) => Entered::Incomplete,
        }
    }

    /// An offer was taken.
    ///
    /// # Errors
    /// The file's faults.
    pub fn take(&mut self, desk: &Desk, at: usize) -> Result<Entered, Refusal> {
        self.suggest.close();
        match self.offered.get(at).cloned() {
            Some(NssOffer::Number(number)) => {
                self.field.type_in(number);
                self.read(desk, None)?;
                self.say(false);
                self.suggest.close();
                Ok(Entered::Stay)
            }
            Some(NssOffer::SeenOnConstancia) => {
                self.read(desk, Some(NssState::Confirmed))?;
                Ok(self.save(desk))
            }
            Some(NssOffer::LeaveAsIs) => Ok(self.save(desk)),
            Some(NssOffer::OpenRecord(student)) => Ok(Entered::Open(student)),
            None => Ok(Entered::Stay),
        }
    }
}
