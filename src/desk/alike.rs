//! People who may be one: found, compared, and told apart.

use super::{Desk, Refusal};
use crate::domain::ids::StudentId;
use crate::domain::student::Student;
use crate::store::{ActKind, Likeness};

/// How many people of one name are compared, one after the other.
const MOST_ALIKE: usize = 20;

/// Who is like somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// Who may be the same person: who shares a number, and who bears the same name and was not told apart yet.
    pub open: Vec<Likeness>,
    /// Who was told apart.
    pub told_apart: Vec<Student>,
}

impl Desk {
    /// Who is like this student.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`], or the file's faults.
    pub fn alike(&self, student: StudentId) -> Result<Alike, Refusal> {
        let reader = self.store.reader();
        let of = reader
            .student(student)?
            .ok_or_else(|| Refusal::NoSuchStudent(student.to_string()))?
            .particulars;
        let apart = reader.told_apart(student)?;
        let (curp, nss) = (of.curp.text(), of.nss.text());
        let mut open = reader.likenesses(Some(&of.name), curp, nss, Some(student), MOST_ALIKE)?;
        open.retain(|it| !apart.contains(&it.student.id));
        let mut told_apart = Vec::new();
        for other in apart {
            told_apart.extend(reader.student(other)?);
        }
        Ok(Alike { open, told_apart })
    }

    /// Remembers that two records are two people: one act. Tells whether that was news.
    ///
    /// # Errors
    /// [`Refusal::SamePerson`] for a record and itself; [`Refusal::NoSuchStudent`].
    pub fn tell_apart(&mut self, one: StudentId, other: StudentId) -> Result<bool, Refusal> {
        if one == other {
            return Err(Refusal::SamePerson);
        }
        let (stamp, today, by) = (self.stamp(), self.today(), self.clerk.clone());
        let done = self.store.transact(&stamp, ActKind::TellApart, |tx| {
            for student in [one, other] {
                if tx.reader().student(student)?.is_none() {
                    return Err(Refusal::NoSuchStudent(student.to_string()));
                }
            }
            Ok(tx.tell_apart(one, other, today, &by)?)
        })?;
        Ok(done.value)
    }
}
