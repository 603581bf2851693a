//! What would become of each row of a sheet: the plan, which is shown, and saved as it was shown.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::decisions::{Cause, Doubt};
use super::sheet::ImportKind;
use crate::domain::clinic::Assignment;
use crate::domain::control_number::ProvisionalFolio;
use crate::domain::entry::EntryField;
use crate::domain::ids::StudentId;
use crate::domain::movement::{BajaMotive, MovementKind, QueueRefusal};
use crate::domain::student::Particulars;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// A student to register, or a baja to queue.
    New,
    /// A record to change.
    Changes,
    /// The record says the same already.
    Same,
    /// An earlier import took this very answer.
    Known,
    /// It waits for a choice.
    Held,
    /// Somebody left it out.
    Aside,
    /// Another answer of the same student counts.
    Superseded,
}

impl Verdict {
    /// The word of the console.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "nuevo",
            Self::Changes => "cambia",
            Self::Same => "igual",
            Self::Known => "ya-importado",
            Self::Held => "por-decidir",
            Self::Aside => "apartado",
            Self::Superseded => "sustituido",
        }
    }

    /// Whether a commit writes something because of it.
    pub fn is_saved(self) -> bool {
        matches!(self, Self::New | Self::Changes)
    }
}

/// What is remarked about a row that is saved nevertheless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Sin NSS.
    NoNss,
    /// The NSS does not agree: por confirmar.
    NssToConfirm,
    /// It looks like a convencional.
    NssConventional,
    /// The NSS says another year of birth.
    NssBirthYear,
    /// Sin CURP.
    NoCurp,
    /// The CURP fails a check: por confirmar.
    CurpToConfirm,
    /// The CURP does not fit the name.
    CurpName,
    /// As many others bear this name, here or in the sheet; none of them shares a number.
    Homonym(usize),
    /// No número de control yet: it gets this folio.
    Provisional(ProvisionalFolio),
    /// What the record has is better known than what the sheet says, and stays.
    Kept(EntryField),
    /// A semester that takes an authorisation.
    LongStudies,
    /// The record was archived, and comes back to the daily list.
    Restored,
    /// Declares another insurance: saved without an alta.
    OtherInsurance(String),
    /// The movement can't be queued.
    NotQueued(QueueRefusal),
    /// Marked as «alta anterior al programa».
    Affiliated,
    /// Pictures or signs were taken out of the name.
    SignsRemoved,
}

/// A field that is another one afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub field: EntryField,
    /// As it is.
    pub before: String,
    /// As it would be.
    pub after: String,
}

/// What is written if the row is saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The record; `None` for one to register.
    pub student: Option<StudentId>,
    /// What it holds now.
    pub before: Option<Particulars>,
    /// What it holds afterwards.
    pub after: Particulars,
    /// The clinic, where the sheet names one and it is news.
    pub assignment: Option<Assignment>,
    /// The day of the mark «alta anterior al programa», where it is made.
    pub prior_alta: Option<NaiveDate>,
    /// The record comes back from the archive.
    pub restored: bool,
    /// The folio that the número de control replaces.
    pub former_folio: Option<ProvisionalFolio>,
    /// The movement that may be queued with it.
    pub queue: Option<(MovementKind, Option<BajaMotive>)>,
}

impl Effect {
    /// Whether saving it writes anything but a movement.
    pub fn writes(&self) -> bool {
        self.before.as_ref() != Some(&self.after)
            || self.assignment.is_some()
            || self.prior_alta.is_some()
            || self.restored
    }
}

/// A row of the sheet with what becomes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedRow {
    /// Its number in the sheet.
    pub number: u32,
    /// «Ramírez Soto, Ana Lucía», or as much of a name as the row has.
    pub name: String,
    /// Número de control, as the row has it; empty for none.
    pub identifier: String,
    /// What becomes of it.
    pub verdict: Verdict,
    /// What was or is to be decided, in the order of [`Cause::ALL`].
    pub doubts: Vec<Doubt>,
    /// What is remarked.
    pub notes: Vec<Note>,
    /// What is written; `None` where that can't be known yet, and where nothing is.
    pub effect: Option<Box<Effect>>,
    /// The fields that change in a record that is there.
    pub differences: Vec<Difference>,
    /// What tells this answer from every other.
    pub answer: u64,
}

impl PlannedRow {
    /// The doubt that holds it.
    pub fn held_by(&self) -> Option<&Doubt> {
        self.doubts.iter().find(|doubt| doubt.choice.is_none())
    }
}

/// A student who is enrolled here and missing in an enrolled list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The record.
    pub student: StudentId,
    /// «Ramírez Soto, Ana Lucía».
    pub name: String,
    /// Número de control or folio.
    pub identifier: String,
    /// Carrera.
    pub career: Option<String>,
    /// Whether an alta counts, so that a baja would be proposed.
    pub active: bool,
    /// Left as it is.
    pub stays: bool,
}

/// What would become of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// What the sheet asks for.
    pub kind: ImportKind,
    /// Its rows, in its order.
    pub rows: Vec<PlannedRow>,
    /// Who is missing in an enrolled list.
    pub missing: Vec<Missing>,
    /// How many enrolled students an enrolled list says nothing about: their careers are not on it, or they were not on the
    /// sheet that it was compared with.
    pub left_alone: u64,
}

/// The figures of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows of the sheet.
    pub rows: usize,
    /// Students to register, or bajas to queue.
    pub new: usize,
    /// Of those, how many bear a note.
    pub noted: usize,
    /// Of those, how many have no NSS.
    pub without_nss: usize,
    /// Of those, how many share a name.
    pub homonyms: usize,
    /// Records to change.
    pub changes: usize,
    /// Records that say the same, and answers that were taken before.
    pub same: usize,
    /// Of those, answers that an earlier import took.
    pub known: usize,
    /// Rows that wait for a choice.
    pub held: usize,
    /// Rows that were left out, or that another answer of the same student replaces.
    pub aside: usize,
    /// Movements that may be queued.
    pub to_queue: usize,
    /// Who is missing in an enrolled list, and would stop being enrolled.
    pub missing: usize,
    /// Of those, how many are active, so that a baja is proposed.
    pub proposed_bajas: usize,
}

impl Plan {
    /// Its figures.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts {
            rows: self.rows.len(),
            ..Counts::default()
        };
        for row in &self.rows {
            match row.verdict {
                Verdict::New => {
                    counts.new += 1;
                    let has = |wanted: fn(&Note) -> bool| usize::from(row.notes.iter().any(wanted));
                    counts.noted += usize::from(!row.notes.is_empty());
                    counts.without_nss += has(|note| matches!(note, Note::NoNss));
                    counts.homonyms += has(|note| matches!(note, Note::Homonym(_)));
                }
                Verdict::Changes => counts.changes += 1,
                Verdict::Same => counts.same += 1,
                Verdict::Known => {
                    counts.same += 1;
                    counts.known += 1;
                }
                Verdict::Held => counts.held += 1,
                Verdict::Aside | Verdict::Superseded => counts.aside += 1,
            }
            counts.to_queue += usize::from(row.effect.as_ref().is_some_and(|it| it.queue.is_some()));
        }
        for missing in self.missing.iter().filter(|missing| !missing.stays) {
            counts.missing += 1;
            counts.proposed_bajas += usize::from(missing.active);
        }
        counts
    }

    /// The causes that hold rows, those with most rows first.
    pub fn causes(&self) -> Vec<(Cause, usize)> {
        let mut counted = BTreeMap::<Cause, usize>::new();
        for row in self.rows.iter().filter(|row| row.verdict == Verdict::Held) {
            if let Some(doubt) = row.held_by() {
                *counted.entry(doubt.cause).or_default() += 1;
            }
        }
        let mut causes: Vec<_> = counted.into_iter().collect();
        causes.sort_by_key(|(cause, count)| (std::cmp::Reverse(*count), *cause));
        causes
    }

    /// The rows that a cause holds.
    pub fn held_by(&self, cause: Cause) -> impl Iterator<Item = &PlannedRow> {
        self.rows.iter().filter(move |row| {
            row.verdict == Verdict::Held && row.held_by().is_some_and(|doubt| doubt.cause == cause)
        })
    }

    /// Whether a commit would write nothing at all.
    pub fn is_idle(&self) -> bool {
        let counts = self.counts();
        counts.new + counts.changes + counts.to_queue + counts.missing == 0
    }
}
