//! Registering, correcting and finding students.

use chrono::NaiveDate;

use super::clinic::write_assignment;
use super::{Desk, PAGE_ROWS, RECENTS, Refusal};
use crate::domain::clinic::Assignment;
use crate::domain::control_number::{Identifier, ProvisionalFolio};
use crate::domain::filter::Filter;
use crate::domain::ids::StudentId;
use crate::domain::person_name::PersonName;
use crate::domain::student::{CurpRecord, NssRecord, Particulars};
use crate::store::{ActKind, Changed, Draft, Likeness, ListPage, Reader, StudentRow, Tx};

/// A record that was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// Its row.
    pub id: StudentId,
    /// Whether anything was different from before.
    pub changed: Changed,
}

impl Desk {
    /// Registers a student of whose clinic nothing is known.
    ///
    /// # Errors
    /// [`Refusal::IdentifierTaken`] without exception; [`Refusal::NssTaken`] and [`Refusal::CurpTaken`] unless a
    /// reason is written.
    pub fn register(&mut self, student: &Particulars) -> Result<Saved, Refusal> {
        self.register_with_clinic(student, &Assignment::default())
    }

    /// Registers a student with the clinic that the form names: one act. A clinic that the catalogue does not have enters
    /// it by its number.
    ///
    /// # Errors
    /// As [`Desk::register`].
    pub fn register_with_clinic(
        &mut self,
        student: &Particulars,
        assignment: &Assignment,
    ) -> Result<Saved, Refusal> {
        self.register_apart(student, assignment, &[])
    }

    /// The same, of somebody who was compared with others and is none of them.
    ///
    /// # Errors
    /// As [`Desk::register`].
    pub fn register_apart(
        &mut self,
        student: &Particulars,
        assignment: &Assignment,
        others: &[StudentId],
    ) -> Result<Saved, Refusal> {
        let (stamp, today, by) = (self.stamp(), self.today(), self.clerk.clone());
        let done = self.store.transact(&stamp, ActKind::Register, |tx| {
            refuse_taken(tx.reader(), student, None)?;
            let id = tx.insert_student(student)?;
            if !assignment.is_empty() {
                write_assignment(tx, id, assignment, None, today)?;
            }
            tell_apart_from_all(tx, id, others, today, &by)?;
            Ok::<_, Refusal>(id)
        })?;
        Ok(Saved {
            id: done.value,
            changed: done.changed,
        })
    }

    /// Corrects a record. Saving what was there already changes nothing and enters no act.
    ///
    /// # Errors
    /// As [`Desk::register`].
    pub fn correct(&mut self, id: StudentId, student: &Particulars) -> Result<Saved, Refusal> {
        self.correct_apart(id, student, &[])
    }

    /// The same, of somebody who was compared with others and is none of them.
    ///
    /// # Errors
    /// As [`Desk::register`].
    pub fn correct_apart(
        &mut self,
        id: StudentId,
        student: &Particulars,
        others: &[StudentId],
    ) -> Result<Saved, Refusal> {
        let (stamp, today, by) = (self.stamp(), self.today(), self.clerk.clone());
        let done = self.store.transact(&stamp, ActKind::Edit, |tx| {
            refuse_taken(tx.reader(), student, Some(id))?;
            // A folio that is replaced on the form is remembered too.
            if let Some(before) = tx.reader().student(id)?
                && let Identifier::Provisional(folio) = &before.particulars.identifier
                && student.identifier != before.particulars.identifier
            {
                tx.remember_folio(id, folio)?;
            }
            tx.update_student(id, student)?;
            tell_apart_from_all(tx, id, others, today, &by)
        })?;
        Ok(Saved {
            id,
            changed: done.changed,
        })
    }

    /// The page of students that match what was typed, from row `offset` on.
    ///
    /// # Errors
    /// The file's faults.
    pub fn find(&self, typed: &str, offset: usize) -> Result<ListPage, Refusal> {
        self.list(Filter::All, typed, offset, PAGE_ROWS)
    }

    /// As [`Desk::find`], with a limit of the caller's.
    ///
    /// # Errors
    /// The file's faults.
    pub fn find_up_to(&self, typed: &str, limit: usize) -> Result<ListPage, Refusal> {
        self.list(Filter::All, typed, 0, limit)
    }

    /// Where nothing matched: surnames that differ by one letter, with how many bear them.
    ///
    /// # Errors
    /// The file's faults.
    pub fn similar_surnames(&self, typed: &str) -> Result<Vec<(String, u64)>, Refusal> {
        Ok(self
            .store
            .reader()
            .similar_surnames(self.search_of(typed).words())?)
    }

    /// How many students come before this one among all, in the order of their names.
    ///
    /// # Errors
    /// The file's faults.
    pub fn place_among_all(&self, student: StudentId) -> Result<usize, Refusal> {
        Ok(self.store.reader().place_among_all(student)?)
    }

    /// How many students there are.
    ///
    /// # Errors
    /// The file's faults.
    pub fn count_students(&self) -> Result<u64, Refusal> {
        Ok(self.store.reader().count_students()?)
    }

    /// The records opened last.
    ///
    /// # Errors
    /// The file's faults.
    pub fn recents(&self) -> Result<Vec<StudentRow>, Refusal> {
        let reader = self.store.reader();
        Ok(reader.rows(&reader.recents(RECENTS)?)?)
    }

    /// Notes that a record was opened.
    ///
    /// # Errors
    /// The file's faults.
    pub fn opened(&mut self, id: StudentId) -> Result<(), Refusal> {
        Ok(self.store.touch_recent(id)?)
    }

    /// Records that may be the person on a form: the same CURP, NSS or name.
    ///
    /// # Errors
    /// The file's faults.
    pub fn likenesses(
        &self,
        name: Option<&PersonName>,
        curp: Option<&str>,
        nss: Option<&str>,
        except: Option<StudentId>,
    ) -> Result<Vec<Likeness>, Refusal> {
        Ok(self.store.reader().likenesses(name, curp, nss, except, 4)?)
    }

    /// The next provisional folio of this year; `None` once they are used up.
    ///
    /// # Errors
    /// The file's faults.
    pub fn next_provisional_folio(&self) -> Result<Option<ProvisionalFolio>, Refusal> {
        use chrono::Datelike;

        let year = self.today().year();
        let last = self.store.reader().last_provisional(year)?;
        let next = u16::try_from(last + 1).ok().zip(u16::try_from(year).ok());
        Ok(next.and_then(|(next, year)| ProvisionalFolio::new(year, next)))
    }

    /// The careers to choose from: the campus' own, then others in use.
    ///
    /// # Errors
    /// The file's faults.
    pub fn careers(&self) -> Result<Vec<String>, Refusal> {
        let mut careers: Vec<String> = self
            .campus
            .careers
            .iter()
            .map(|career| career.name.clone())
            .collect();
        for used in self.store.reader().careers_in_use()? {
            if !careers.contains(&used) {
                careers.push(used);
            }
        }
        Ok(careers)
    }

    /// Keeps what was typed in a form.
    ///
    /// # Errors
    /// The file's faults.
    pub fn keep_draft(&mut self, form: &str, body: String) -> Result<(), Refusal> {
        let draft = Draft {
            form: form.to_owned(),
            at: self.now(),
            body,
        };
        let clerk = self.clerk.clone();
        Ok(self.store.put_draft(&clerk, &draft)?)
    }

    /// Forgets the draft of a form.
    ///
    /// # Errors
    /// The file's faults.
    pub fn drop_draft(&mut self, form: &str) -> Result<(), Refusal> {
        let clerk = self.clerk.clone();
        Ok(self.store.drop_draft(&clerk, form)?)
    }

    /// The draft of a form, if this clerk left one.
    ///
    /// # Errors
    /// The file's faults.
    pub fn draft(&self, form: &str) -> Result<Option<Draft>, Refusal> {
        Ok(self.store.reader().draft(&self.clerk, form)?)
    }

    /// The drafts that this clerk left, in any form, the newest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn drafts(&self) -> Result<Vec<Draft>, Refusal> {
        Ok(self.store.reader().drafts(&self.clerk)?)
    }
}

/// Remembers who somebody is not; who went meanwhile needs no telling apart.
fn tell_apart_from_all(
    tx: &Tx<'_>,
    student: StudentId,
    others: &[StudentId],
    today: NaiveDate,
    by: &str,
) -> Result<(), Refusal> {
    for other in others {
        if tx.reader().student(*other)?.is_some() {
            tx.tell_apart(student, *other, today, by)?;
        }
    }
    Ok(())
}

/// Refuses what another student holds already, naming the holder.
fn refuse_taken(reader: Reader<'_>, student: &Particulars, except: Option<StudentId>) -> Result<(), Refusal> {
    if let Some(holder) = reader.holder_of_identifier(student.identifier.as_str(), except)? {
        return Err(Refusal::IdentifierTaken(holder));
    }
    let shared = matches!(
        &student.nss,
        NssRecord::Doubtful {
            shared_because: Some(_),
            ..
        }
    );
    if let Some(text) = student.nss.text()
        && !shared
        && let Some(holder) = reader.holder_of_nss(text, except)?
    {
        return Err(Refusal::NssTaken(holder));
    }
    let shared = matches!(
        &student.curp,
        CurpRecord::Doubtful {
            shared_because: Some(_),
            ..
        }
    );
    if let Some(text) = student.curp.text()
        && !shared
        && let Some(holder) = reader.holder_of_curp(text, except)?
    {
        return Err(Refusal::CurpTaken(holder));
    }
    Ok(())
}
