//! What stands on the form as text: read into an entry, written back from one, kept as a draft, stepped back through.

use super::Screen;
use crate::app::widget::field::Field;
use crate::desk::{Desk, Refusal};
use crate::domain::entry::{Entry, EntryField, plain};
use crate::domain::student::NssState;
use crate::store::Holder;
use crate::words::{self, frame};

/// A draft as it is kept: what was typed, and what it was typed over.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct Drafted<T> {
    over: T,
    typed: T,
}

impl Drafted<serde_json::Value> {
    fn body(over: &Entry, typed: &Entry) -> serde_json::Result<String> {
        serde_json::to_string(&Drafted { over, typed })
    }

    /// The draft laid over what is saved now: only what was changed in it, for the rest may have been corrected
    /// since.
    pub(super) fn over(body: &str, now: &Entry) -> Option<Entry> {
        let draft: Self = serde_json::from_str(body).ok()?;
        let mut entry = serde_json::to_value(now).ok()?;
        for (field, typed) in draft.typed.as_object()? {
            if draft.over.get(field) != Some(typed) {
                entry.as_object_mut()?.insert(field.clone(), typed.clone());
            }
        }
        serde_json::from_value(entry).ok()
    }
}

impl Screen {
    /// Everything on the form.
    pub(super) fn entry(&self) -> Entry {
        let text = |field: EntryField| {
            self.fields
                .get(&field)
                .map(|it| it.text.clone())
                .unwrap_or_default()
        };
        let shared =
            |holder: &Option<Holder>, field| holder.as_ref().map(|_| text(field)).unwrap_or_default();
        let standing = words::record::find_standing(&text(EntryField::Standing));
        Entry {
            identifier: text(EntryField::Identifier),
            curp: text(EntryField::Curp),
            // A reason counts while there is somebody to share with: then it is on the screen.
            curp_shared: shared(&self.curp_holder, EntryField::CurpShared),
            given_names: text(EntryField::GivenNames),
            first_surname: text(EntryField::FirstSurname),
            second_surname: text(EntryField::SecondSurname),
            no_surnames: self.no_surnames,
            sex: self.sex,
            birth_date: text(EntryField::BirthDate),
            birthplace: text(EntryField::Birthplace),
            career: text(EntryField::Career),
            semester: text(EntryField::Semester),
            period: text(EntryField::Period),
            standing,
            standing_typed: if standing.is_none() {
                text(EntryField::Standing)
            } else {
                String::new()
            },
            nss: text(EntryField::Nss),
            nss_shared: shared(&self.nss_holder, EntryField::NssShared),
            nss_state: self.nss_state,
            nss_on: text(EntryField::NssOn),
            clinic: self.clinic.pick.field.text.clone(),
            shift: self.clinic.placed.typed_shift().to_owned(),
            room: self.clinic.placed.room.text.clone(),
            email: text(EntryField::Email),
            phone: text(EntryField::Phone),
            told_apart: self.told_apart.clone(),
        }
    }

    /// Puts everything on the form.
    pub(super) fn put(&mut self, entry: &Entry) {
        let standing = entry.standing.map_or_else(
            || entry.standing_typed.clone(),
            |it| words::record::standing(it).to_owned(),
        );
        let texts = [
            (EntryField::Identifier, &entry.identifier),
            (EntryField::Curp, &entry.curp),
            (EntryField::CurpShared, &entry.curp_shared),
            (EntryField::GivenNames, &entry.given_names),
            (EntryField::FirstSurname, &entry.first_surname),
            (EntryField::SecondSurname, &entry.second_surname),
            (EntryField::BirthDate, &entry.birth_date),
            (EntryField::Birthplace, &entry.birthplace),
            (EntryField::Career, &entry.career),
            (EntryField::Semester, &entry.semester),
            (EntryField::Period, &entry.period),
            (EntryField::Standing, &standing),
            (EntryField::Nss, &entry.nss),
            (EntryField::NssShared, &entry.nss_shared),
            (EntryField::NssOn, &entry.nss_on),
            (EntryField::Email, &entry.email),
            (EntryField::Phone, &entry.phone),
        ];
        for (field, text) in texts {
            self.set(field, text.clone());
        }
        self.clinic.put(entry);
        self.sex = entry.sex;
        self.nss_state = entry.nss_state;
        self.no_surnames = entry.no_surnames;
        self.told_apart.clone_from(&entry.told_apart);
    }

    pub(super) fn set(&mut self, field: EntryField, text: String) {
        if let Some(it) = self.fields.get_mut(&field) {
            it.text = text;
        }
    }

    /// Writes what the clerk typed or took. What a constancia showed, it showed of one number: another one is not
    /// confirmed by it, and the number that was confirmed is so again once it is back.
    pub(super) fn write(&mut self, field: EntryField, text: String) {
        if self.clinic.type_in(field, &text) {
            return;
        }
        let before = self.number();
        self.set(field, text);
        if field != EntryField::Nss || self.number() == before {
            return;
        }
        if self.number() == plain(&self.saved.nss) {
            self.nss_state = self.saved.nss_state;
            self.set(EntryField::NssOn, self.saved.nss_on.clone());
        } else if self.nss_state.is_some_and(NssState::has_date) {
            self.nss_state = None;
            self.set(EntryField::NssOn, String::new());
        }
    }

    /// The NSS without the hyphens between its groups.
    fn number(&self) -> String {
        plain(self.text(EntryField::Nss))
    }

    pub(super) fn text(&self, field: EntryField) -> &str {
        self.fields.get(&field).map(Field::value).unwrap_or_default()
    }

    /// Writes the number that was typed as people read it, once the cursor is elsewhere.
    pub(super) fn tidy(&mut self) {
        let nss = self
            .reading
            .nss
            .as_ref()
            .and_then(|reading| reading.result.as_ref().ok());
        let nss = nss.map(|nss| nss.grouped());
        let curp = self
            .reading
            .curp
            .as_ref()
            .and_then(|reading| reading.result.as_ref().ok());
        let curp = curp.map(|curp| curp.grouped());
        for (field, tidy) in [(EntryField::Nss, nss), (EntryField::Curp, curp)] {
            if let Some(tidy) = tidy {
                self.set(field, tidy);
            }
        }
    }

    /// Keeps the form as it was before `field` is changed; typing on in one field is one step.
    pub(super) fn remember(&mut self, field: EntryField) {
        let entry = self.entry();
        self.future.clear();
        if self.past.last().is_none_or(|(last, _)| *last != field) {
            self.past.push((field, entry));
        }
    }

    pub(super) fn step(&mut self, desk: &Desk, back: bool) -> Result<(), Refusal> {
        let now = self.entry();
        let (from, to) = if back {
            (&mut self.past, &mut self.future)
        } else {
            (&mut self.future, &mut self.past)
        };
        // Enter in a field that it left as it was is no step.
        while let Some((field, entry)) = from.pop() {
            if entry != now {
                to.push((field, now));
                self.put(&entry);
                return self.read(desk);
            }
        }
        Ok(())
    }

    /// Whether Ctrl+Z would find something typed to take back.
    pub fn can_step_back(&self) -> bool {
        let now = self.entry();
        self.past.iter().any(|(_, entry)| *entry != now)
    }

    /// Writes what is on the form as a draft, if it is not what was written last.
    ///
    /// # Errors
    /// The file's faults.
    pub fn keep_draft(&mut self, desk: &mut Desk) -> Result<(), Refusal> {
        let entry = self.entry();
        if entry == self.drafted {
            return Ok(());
        }
        if entry == self.saved {
            desk.drop_draft(&self.form())?;
            self.draft_note = None;
        } else if let Ok(body) = Drafted::body(&self.saved, &entry) {
            desk.keep_draft(&self.form(), body)?;
            self.draft_note = Some(frame::draft_saved_at(desk.now()));
        }
        self.drafted = entry;
        Ok(())
    }
}
