//! What Enter, an offer and Guardar do on the form.

use super::{Action, SAVE, Screen, Taken, id};
use crate::app::widget;
use crate::desk::{Desk, Explain, Refusal};
use crate::domain::entry::EntryField;
use crate::domain::student::NssState;
use crate::words::entry as said;

impl Screen {
    /// Enter: takes what is marked, else accepts what is proposed, and goes on to the next field.
    pub(super) fn enter(&mut self, desk: &mut Desk, field: EntryField) -> Result<Action, Refusal> {
        if let Some(index) = self.suggest.take() {
            return self.take(desk, index);
        }
        self.remember(field);
        if field == EntryField::Clinic && self.clinic.pick.enter() {
            return Ok(Action::None);
        }
        if field == EntryField::Curp {
            // The CURP speaks for three fields; Enter over it accepts what it says of those that are empty.
            if let Some(curp) = self
                .reading
                .curp
                .as_ref()
                .and_then(|reading| reading.result.clone().ok())
            {
                self.sex = self.sex.or(Some(curp.sex()));
                for proposed in [EntryField::BirthDate, EntryField::Birthplace] {
                    if let Some(it) = self.fields.get_mut(&proposed) {
                        it.accept_proposal();
                    }
                }
            }
        }
        // «Sin apellidos» is said in grey where the surname would be; it is none.
        if field != EntryField::FirstSurname
            && let Some(it) = self.fields.get_mut(&field)
        {
            it.accept_proposal();
        }
        self.read(desk)?;
        let next = match field {
            EntryField::Phone => widget::focus(SAVE),
            _ => widget::move_focus(false, None),
        };
        Ok(Action::Run(next))
    }

    pub(super) fn take(&mut self, desk: &mut Desk, index: usize) -> Result<Action, Refusal> {
        let (Some(field), Some(taken)) = (self.focused, self.taken.get(index).cloned()) else {
            return Ok(Action::None);
        };
        self.remember(field);
        self.missing.retain(|it| *it != field);
        match taken {
            Taken::Text(text) => self.write(field, text),
            Taken::NoSurnames => {
                self.no_surnames = true;
                self.set(EntryField::FirstSurname, String::new());
                self.set(EntryField::SecondSurname, String::new());
            }
            Taken::SeenOnConstancia => {
                self.nss_state = Some(NssState::Confirmed);
                self.set(EntryField::NssOn, String::new());
            }
            Taken::LeaveAsIs => {}
            Taken::OpenRecord(student) => {
                self.keep_draft(desk)?;
                return Ok(Action::Open(student));
            }
        }
        self.suggest.close();
        self.tidy();
        self.read(desk)?;
        self.suggest.close();
        Ok(Action::Run(widget::focus(id(field))))
    }

    pub(super) fn save(&mut self, desk: &mut Desk) -> Result<Action, Refusal> {
        let entry = self.entry();
        let assignment = self.assignment(&entry, desk.today());
        let (particulars, assignment) = match (entry.particulars(desk.today()), assignment) {
            (Ok(particulars), Ok(assignment)) => (particulars, assignment),
            (particulars, assignment) => {
                let mut gaps = particulars.err().unwrap_or_default();
                gaps.extend(assignment.err().unwrap_or_default());
                let first = gaps.first().map_or(EntryField::Identifier, |gap| gap.field());
                let said = said::still_missing(&gaps);
                self.missing = gaps.iter().map(|gap| gap.field()).collect();
                self.read(desk)?;
                return Ok(Action::Say(said, widget::focus(id(first))));
            }
        };
        let saved = match self.student {
            None => desk.register_apart(&particulars, &assignment, &self.told_apart),
            Some(student) => desk.correct_apart(student, &particulars, &self.told_apart),
        };
        let field = match &saved {
            Ok(_) => None,
            Err(Refusal::IdentifierTaken(_)) => Some(EntryField::Identifier),
            Err(Refusal::NssTaken(_)) => Some(EntryField::Nss),
            Err(Refusal::CurpTaken(_)) => Some(EntryField::Curp),
            Err(_) => {
                self.keep_draft(desk)?;
                None
            }
        };
        match (saved, field) {
            (Err(refusal), Some(field)) => {
                self.read(desk)?;
                Ok(Action::Say(refusal.explain().text, widget::focus(id(field))))
            }
            (saved, _) => {
                let saved = saved?;
                desk.drop_draft(&self.form())?;
                Ok(Action::Saved(saved.id, saved.changed))
            }
        }
    }
}
