//! An open cut on its way: what solves the selected observation, and what its main verb does.

use super::envios::Envios;
use super::nss::{Entered, NssInPlace};
use super::{Action, CAUSE, LIST_ID, NSS, Screen, Stage};
use crate::app::widget;
use crate::desk::{CutRefusal, Desk, Refusal};
use crate::domain::entry::EntryField;
use crate::domain::review::Cause;

impl Screen {
    /// The main verb of an open cut.
    pub(super) fn go_on(&mut self) -> Action {
        let review = self.reviewing.review();
        if review.ready.is_empty() {
            let (cut, held) = (self.cut, review.held_count());
            return Action::Refused(CutRefusal::NothingToClose { cut, held }.into());
        }
        match self.stage {
            Stage::Review | Stage::Aside => {
                self.go_to(Stage::Close);
                Action::Run(widget::focus(self.first()))
            }
            Stage::Close => Action::Close(self.cut),
            Stage::Send | Stage::Reconcile => Action::None,
        }
    }

    pub(super) fn entered(&mut self, entered: Entered) -> Action {
        let Some(nss) = &self.nss else {
            return Action::None;
        };
        match entered {
            Entered::Stay => Action::Run(widget::focus(NSS)),
            Entered::Save(particulars) => Action::SaveNss(nss.student(), particulars),
            Entered::Open(student) => Action::Open(student),
            Entered::Incomplete => Action::Incomplete,
            Entered::Next => Action::Run(widget::focus(LIST_ID)),
        }
    }

    /// Where the focus goes after a row was solved beside it: to the next one of the same kind, else to the list.
    pub fn after_solving(&self) -> &'static str {
        if self.nss.is_some() { NSS } else { self.first() }
    }

    /// Why the selected row is held.
    pub(super) fn held(&self) -> Option<Cause> {
        self.reviewing.selected_row().and_then(|(cause, _)| cause)
    }

    /// Another row is selected: what is beside it is about that one.
    pub(super) fn selection_changed(&mut self, desk: &Desk) -> Result<(), Refusal> {
        let (row, in_place) = match self.reviewing.selected_row() {
            None => (None, false),
            Some((cause, row)) => (Some(row), cause.is_some_and(is_solved_in_place)),
        };
        let student = row.filter(|_| in_place).map(|row| &row.student);
        self.set_aside_from = match row {
            Some(row) => desk.last_set_aside(row.movement.id)?,
            None => None,
        };
        let typed = self.nss.take();
        self.nss = student.map(|student| match typed {
            // What somebody types is not lost because something else was saved.
            Some(nss) if nss.student() == student.id && nss.is_changed() => nss,
            _ => NssInPlace::new(desk, student),
        });
        Ok(())
    }

    /// Takes back what is typed in the panel; tells whether anything was.
    pub fn forget_typing(&mut self, desk: &Desk, pane: Option<&'static str>) -> bool {
        match pane {
            Some(NSS) if self.nss.as_ref().is_some_and(NssInPlace::is_changed) => {
                let row = self.reviewing.selected_row();
                self.nss = row.map(|(_, row)| NssInPlace::new(desk, &row.student));
                true
            }
            Some(CAUSE) => {
                let exception = self.envios.as_mut().and_then(Envios::exception_here);
                let typed = exception.filter(|it| !it.cause.is_empty());
                self.causes.close();
                typed.map(|it| it.cause.type_in(String::new())).is_some()
            }
            _ => false,
        }
    }

    /// The record was saved with what was typed beside the row.
    pub fn forget_typed(&mut self) {
        self.nss = None;
    }
}

/// Whether an observation is solved by typing an NSS beside it.
fn is_solved_in_place(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::NssMissing | Cause::NssDoubtful | Cause::NssConventional
    )
}

/// The field of the form at which an observation is solved.
pub(super) fn field_of(cause: Cause) -> EntryField {
    match cause {
        Cause::NssMissing | Cause::NssDoubtful | Cause::NssConventional => EntryField::Nss,
        Cause::CurpMissing | Cause::CurpDoubtful => EntryField::Curp,
        Cause::NameTooLong | Cause::NameCharacter => EntryField::GivenNames,
        Cause::OtherInsurance | Cause::NotEnrolled => EntryField::Standing,
    }
}
