//! Ctrl+D: who may be the same person, and that two are two.

use iced::Task;

use super::{Message, Office};
use crate::app::modals::Modal;
use crate::app::modals::compare::{CLOSE, Compare, Other};
use crate::desk::{Alike, Refusal};
use crate::domain::alike::Traits;
use crate::domain::ids::StudentId;
use crate::store::Likeness;
use crate::words::{alike as words, record};

impl Office {
    /// Those who are like somebody, with the chip of each.
    fn others(&self, alike: &[Likeness]) -> Result<Vec<Other>, Refusal> {
        alike
            .iter()
            .map(|it| {
                Ok(Other {
                    student: it.student.id,
                    traits: Traits::of(&it.student.particulars),
                    state: self.state_of(it.student.id)?,
                })
            })
            .collect()
    }

    fn state_of(&self, student: StudentId) -> Result<String, Refusal> {
        let of = self.desk.record(student)?;
        let facts = of.facts(self.desk.window_limits());
        let chip = facts.chip(self.desk.today(), self.desk.evidence_limits().recent);
        Ok(record::chip(chip))
    }

    /// Compares a record with those that may be the same person.
    pub(super) fn compare(&mut self, student: StudentId) -> Task<Message> {
        match self.comparison(student) {
            Ok(Some(dialog)) => self.open_modal(Modal::Compare(Box::new(dialog)), CLOSE),
            Ok(None) => Task::none(),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// `None` where there is nobody to compare with, and that was said.
    fn comparison(&mut self, student: StudentId) -> Result<Option<Compare>, Refusal> {
        let mine = self.desk.record(student)?.student.particulars;
        let Alike { open, told_apart } = self.desk.alike(student)?;
        if open.is_empty() {
            self.say(words::nobody(&mine.name.formal(), told_apart.len()));
            return Ok(None);
        }
        Ok(Some(Compare::of_record(
            student,
            Traits::of(&mine),
            self.state_of(student)?,
            self.others(&open)?,
            &self.desk.campus().identifier_label,
            self.desk.appearance().masks_numbers,
        )))
    }

    /// Compares what stands on the form with those that may be the same person.
    pub(super) fn compare_form(&mut self) -> Task<Message> {
        let Some(form) = &self.form else {
            return Task::none();
        };
        let mine = form.traits(&self.desk).filter(|_| !form.alike().is_empty());
        let (Some(mine), student) = (mine, form.student()) else {
            self.say(words::NOBODY_ON_FORM.to_owned());
            return Task::none();
        };
        match self.others(form.alike()) {
            Ok(others) => {
                let dialog = Compare::of_form(
                    student,
                    mine,
                    others,
                    &self.desk.campus().identifier_label,
                    self.desk.appearance().masks_numbers,
                );
                self.open_modal(Modal::Compare(Box::new(dialog)), CLOSE)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Remembers that two are two: at once for a record, with the form for what stands on one. The comparison goes on
    /// with the next one, if there is one.
    pub(super) fn tell_apart(
        &mut self,
        one: Option<StudentId>,
        other: StudentId,
        named: &str,
    ) -> Task<Message> {
        let told = match (one, &mut self.form) {
            (Some(one), _) => self.tell_records_apart(one, other, named),
            (None, Some(form)) => form.tell_apart(&self.desk, other).map(|()| {
                self.say(words::told_apart_on_form(named));
            }),
            (None, None) => Ok(()),
        };
        if let Err(refusal) = told {
            let closed = self.close_modal();
            return Task::batch([closed, self.refuse(&refusal)]);
        }
        let goes_on = match &mut self.modal {
            Some(Modal::Compare(dialog)) => dialog.put_away(),
            _ => false,
        };
        if goes_on { Task::none() } else { self.close_modal() }
    }

    fn tell_records_apart(&mut self, one: StudentId, other: StudentId, named: &str) -> Result<(), Refusal> {
        let mine = self.desk.record(one)?.student.particulars;
        self.desk.tell_apart(one, other)?;
        self.notice = None;
        self.refresh();
        self.say_done(words::told_apart(
            &mine.name.formal(),
            mine.identifier.as_str(),
            named,
        ));
        Ok(())
    }
}
