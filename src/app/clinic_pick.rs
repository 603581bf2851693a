//! A field in which a clinic is named by number or city, with the clinics in use offered below it: dialogs and form
//! share it.

use crate::app::widget::field::{Field, Said, Tone};
use crate::app::widget::{Offer, Suggest};
use crate::domain::clinic::{self, Clinic, ClinicFault, ClinicKey, Delegacion, Meant};
use crate::store::ClinicRow;
use crate::words::clinic as words;

/// More than these would push the rest of a dialog off the screen; typing on finds the others.
const OFFERED: usize = 5;

/// The field, its offers, and the catalogue that they come from.
#[derive(Debug)]
pub struct ClinicPick {
    /// What was typed and what is said about it.
    pub field: Field,
    /// The clinics that it may mean.
    pub suggest: Suggest,
    rows: Vec<ClinicRow>,
    catalogue: Vec<Clinic>,
    usual: Option<Delegacion>,
    offered: Vec<Clinic>,
    record: Option<ClinicKey>,
    /// What is said about it, where the field is too narrow to say it below itself.
    pub said: Option<Said>,
    is_apart: bool,
    /// What is said of an empty field.
    when_empty: Option<&'static str>,
    /// What is said of a clinic that the catalogue does not have.
    when_new: &'static str,
}

impl ClinicPick {
    /// An empty field. `record` is the clinic that the student's record has.
    pub fn new(rows: Vec<ClinicRow>, usual: Option<Delegacion>, record: Option<ClinicKey>) -> Self {
        Self {
            field: Field::default(),
            suggest: Suggest::default(),
            catalogue: rows.iter().map(|row| row.clinic.clone()).collect(),
            rows,
            usual,
            offered: Vec::new(),
            record,
            said: None,
            is_apart: false,
            when_empty: None,
            when_new: words::IS_NEW,
        }
    }

    /// What is said about it stands in [`ClinicPick::said`], not below the field.
    pub fn apart(mut self) -> Self {
        self.is_apart = true;
        self.when_new = words::IS_NEW_BRIEF;
        self
    }

    /// On a form: it may be left empty, and a new clinic is only its number.
    pub fn on_form(mut self) -> Self {
        self.when_empty = Some(words::MAY_BE_EMPTY);
        self.when_new = words::IS_NEW_BRIEF;
        self.say();
        self
    }

    /// With the clinic of the record in it.
    pub fn with_record(mut self) -> Self {
        if let Some(clinic) = self.record.and_then(|key| self.known(key)) {
            let text = words::typed(clinic, self.usual);
            self.field = Field::new(text);
        }
        self.say();
        self
    }

    /// The delegación that a number without one is of.
    pub fn usual(&self) -> Option<Delegacion> {
        self.usual
    }

    /// The clinic of the record, as the catalogue has it.
    pub fn of_record(&self) -> Option<&Clinic> {
        self.known(self.record?)
    }

    /// The clinics that may be named.
    pub fn catalogue(&self) -> &[Clinic] {
        &self.catalogue
    }

    fn known(&self, key: ClinicKey) -> Option<&Clinic> {
        self.catalogue.iter().find(|clinic| clinic.key == key)
    }

    /// Takes another catalogue: one was corrected behind the field.
    pub fn read_again(&mut self, rows: Vec<ClinicRow>) {
        self.catalogue = rows.iter().map(|row| row.clinic.clone()).collect();
        self.rows = rows;
        self.say();
    }

    /// The clinic that is meant; `None` where nothing was typed.
    ///
    /// # Errors
    /// [`ClinicFault`].
    pub fn meant(&self) -> Result<Option<Meant>, ClinicFault> {
        clinic::meant(self.field.value(), &self.catalogue, self.usual)
    }

    /// Takes what was typed, and offers what it may mean.
    pub fn type_in(&mut self, text: String) {
        self.field.type_in(text);
        self.offer();
        self.say();
    }

    /// Puts a text there that nobody types now: nothing is offered.
    pub fn put(&mut self, text: String) {
        self.field.type_in(text);
        self.suggest.clear();
        self.say();
    }

    fn offer(&mut self) {
        let typed = self.field.value();
        let answers: Vec<&ClinicRow> = self
            .rows
            .iter()
            .filter(|row| row.clinic.answers_to(typed))
            .take(OFFERED)
            .collect();
        // The one that is meant anyway is told below the field.
        let is_told = matches!(
            (self.meant(), &answers[..]),
            (Ok(Some(Meant::Known(clinic))), [only]) if only.clinic == clinic
        );
        let answers = if is_told { Vec::new() } else { answers };
        self.offered = answers.iter().map(|row| row.clinic.clone()).collect();
        let offers = answers.iter().map(|row| {
            let text = words::typed(&row.clinic, self.usual);
            Offer::new(text, words::offer_note(&row.clinic, row.students))
        });
        self.suggest.offer(offers.collect());
    }

    /// Flecha abajo: into the offers; the most used clinics where nothing was typed.
    pub fn down(&mut self) {
        if self.field.is_empty() && self.suggest.offers().is_empty() {
            self.offer();
        }
        self.suggest.down();
    }

    /// Flecha arriba.
    pub fn up(&mut self) {
        self.suggest.up();
    }

    /// Enter: takes the offer that is marked, and tells whether there was one. Else the field keeps what it means.
    pub fn enter(&mut self) -> bool {
        match self.suggest.take() {
            Some(index) => {
                self.take(index);
                true
            }
            None => {
                self.settle();
                false
            }
        }
    }

    /// Takes an offer.
    pub fn take(&mut self, index: usize) {
        if let Some(clinic) = self.offered.get(index) {
            self.field.type_in(words::typed(clinic, self.usual));
            self.say();
        }
        self.suggest.clear();
    }

    /// The field is left: a clinic that is known is written whole, and the offers go.
    pub fn settle(&mut self) {
        if let Ok(Some(Meant::Known(clinic))) = self.meant() {
            self.field.type_in(words::typed(&clinic, self.usual));
        }
        self.suggest.clear();
        self.say();
    }

    /// Says what is understood; a text that is still being typed is not called wrong.
    fn say(&mut self) {
        let said = match self.meant() {
            Ok(None) => self.when_empty.map(|said| (Tone::Hint, said.to_owned())),
            Ok(Some(Meant::Known(clinic))) if Some(clinic.key) == self.record => {
                Some((Tone::Hint, words::SAME_AS_RECORD.to_owned()))
            }
            Ok(Some(Meant::Known(clinic))) => Some((Tone::Hint, words::understood(&clinic))),
            Ok(Some(Meant::New(_))) => Some((Tone::Advice, self.when_new.to_owned())),
            Err(ClinicFault::NoNumber(_)) if self.suggest.is_open() => None,
            Err(fault) => Some((Tone::Problem, words::fault(&fault))),
        };
        self.tell(said.map(|(tone, text)| Said { tone, text }));
    }

    fn tell(&mut self, said: Option<Said>) {
        if self.is_apart {
            self.said = said;
        } else {
            self.field.said = said;
        }
    }

    /// Says what keeps it from being saved.
    pub fn refuse(&mut self, fault: &ClinicFault) {
        self.tell(Some(Said {
            tone: Tone::Problem,
            text: words::fault(fault),
        }));
    }
}
