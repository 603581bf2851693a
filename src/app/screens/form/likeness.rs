//! Who may be the person on the form: looked at while typing, compared with Ctrl+D.

use super::Screen;
use crate::desk::{Desk, Refusal};
use crate::domain::alike::Traits;
use crate::domain::entry::EntryField;
use crate::domain::ids::StudentId;
use crate::store::Likeness;
use crate::words::alike::OnForm;

impl Screen {
    /// What stands on the form, to be compared; `None` while it has no name.
    pub fn traits(&self, desk: &Desk) -> Option<Traits> {
        Traits::of_entry(&self.entry(), &self.reading, desk.today())
    }

    /// Who may be the person on the form.
    pub fn alike(&self) -> &[Likeness] {
        &self.likenesses
    }

    /// Who is on the form is not this one: remembered once it is saved, and taken back by Ctrl+Z as what was typed.
    ///
    /// # Errors
    /// The file's faults.
    pub fn tell_apart(&mut self, desk: &Desk, other: StudentId) -> Result<(), Refusal> {
        self.remember(EntryField::GivenNames);
        self.told_apart.push(other);
        self.read(desk)
    }

    /// What people like the one on the form share with it.
    pub(super) fn shared(&self, desk: &Desk) -> OnForm {
        let mine = self.traits(desk);
        let same_birth = mine.as_ref().map_or(0, |mine| {
            let born_alike = |it: &&Likeness| mine.shares_birth(&Traits::of(&it.student.particulars));
            self.likenesses.iter().filter(born_alike).count()
        });
        OnForm {
            people: self.likenesses.len(),
            same_curp: self.likenesses.iter().any(|it| it.same_curp),
            same_nss: self.likenesses.iter().any(|it| it.same_nss),
            same_birth,
            is_known: mine.is_some_and(|mine| mine.born.is_some() || mine.curp.text().is_some()),
        }
    }
}
