//! The case of somebody who is not vigente: opened, noted what was told to whom, and closed. One act each.

use super::{Desk, Record, Refusal};
use crate::domain::case::{Case, CaseNote, CaseOutcome, Grounds, KeptCase, NoteText, Told};
use crate::domain::ids::StudentId;
use crate::store::{ActKind, Reader};

impl Desk {
    /// Why this student is vigente or not, and what comes next.
    pub fn case_of<'a>(&self, record: &'a Record) -> Case<'a> {
        Case::of(&Grounds {
            dossier: record.dossier(),
            document: record.last_document(),
            student: &record.student.particulars,
            today: self.today(),
            limits: self.limits,
            recent_days: self.evidence_limits().recent,
            next_cut: self.next_cut(),
            curp_rule: record.curp_rule,
        })
    }

    /// Every case that was kept of a student: the open one, then the newest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn kept_cases(&self, student: StudentId) -> Result<Vec<KeptCase>, Refusal> {
        Ok(self.store.reader().cases_of(student)?)
    }

    /// Opens a case with the cause that it has now.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`]; [`Refusal::CaseOpen`] if one is open.
    pub fn open_case(&mut self, student: StudentId) -> Result<KeptCase, Refusal> {
        let record = self.record(student)?;
        let kind = self.case_of(&record).kind();
        if let Some(open) = open_case(self.store.reader(), student)? {
            return Err(Refusal::CaseOpen(open.opened_at.date()));
        }
        let stamp = self.stamp();
        self.store.transact(&stamp, ActKind::OpenCase, |tx| {
            tx.open_case(student, stamp.at, &stamp.clerk, kind)
        })?;
        self.newest_case(student)
    }

    /// Writes down what was told to somebody, in the open case; where none is open, one is opened with it.
    ///
    /// # Errors
    /// [`Refusal::NoSuchStudent`].
    pub fn note_case(
        &mut self,
        student: StudentId,
        told: Told,
        text: &NoteText,
    ) -> Result<KeptCase, Refusal> {
        let record = self.record(student)?;
        let kind = self.case_of(&record).kind();
        let stamp = self.stamp();
        let note = CaseNote {
            at: stamp.at,
            by: stamp.clerk.clone(),
            told,
            text: text.clone(),
        };
        self.store.transact(&stamp, ActKind::NoteCase, |tx| {
            let case = match open_case(tx.reader(), student)? {
                Some(open) => open.id,
                None => tx.open_case(student, stamp.at, &stamp.clerk, kind)?,
            };
            Ok::<_, Refusal>(tx.note_case(case, student, &note)?)
        })?;
        self.newest_case(student)
    }

    /// Closes the open case of a student.
    ///
    /// # Errors
    /// [`Refusal::NoOpenCase`].
    pub fn close_case(&mut self, student: StudentId, outcome: CaseOutcome) -> Result<KeptCase, Refusal> {
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::CloseCase, |tx| {
            let open = open_case(tx.reader(), student)?.ok_or(Refusal::NoOpenCase)?;
            tx.close_case(open.id, stamp.at, &stamp.clerk, outcome)?;
            Ok::<_, Refusal>(open)
        })?;
        Ok(KeptCase {
            closing: Some((stamp.at, stamp.clerk, outcome)),
            ..done.value
        })
    }

    fn newest_case(&self, student: StudentId) -> Result<KeptCase, Refusal> {
        let open = open_case(self.store.reader(), student)?;
        open.ok_or(Refusal::NoOpenCase)
    }
}

fn open_case(reader: Reader<'_>, student: StudentId) -> Result<Option<KeptCase>, Refusal> {
    Ok(reader.cases_of(student)?.into_iter().find(KeptCase::is_open))
}
