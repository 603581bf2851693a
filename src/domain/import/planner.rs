//! From rows to a plan: each is read, compared with the others, and looked up in the register.

mod answers;
mod find;
mod remarks;

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::Datelike;

use super::column::Column;
use super::decisions::{Cause, Doubt, Shown, Why};
use super::merge::{Merge, differences};
use super::plan::{Effect, Note, Plan, PlannedRow, Verdict};
use super::reading::{RowReader, RowReading};
use super::register::{Asked, Known, Register};
use super::sheet::{Conventions, ImportKind, SheetRow};
use crate::domain::control_number::ProvisionalFolio;
use crate::domain::ids::StudentId;
use crate::domain::movement::{MovementKind, may_queue};
use crate::domain::person_name::{PersonName, fold};
use crate::domain::student::Particulars;
use crate::domain::vigencia::Dossier;
use answers::telling;
use find::{other_numbers, same_person, settle_known_name};
use remarks::remark;

/// Makes a plan, as many rows at a time as one likes, so that a window stays awake.
#[derive(Debug)]
pub struct Planner {
    conventions: Conventions,
    readings: Vec<RowReading>,
    /// Of each row, the rows that are answers of the same student, in the order of the sheet; itself alone for most.
    answers: Vec<Vec<usize>>,
    /// Who has an NSS, or a CURP that is not right: the first row of each student. Several students of one sheet may.
    holders: HashMap<(Column, String), BTreeSet<usize>>,
    rows: Vec<PlannedRow>,
    /// The records that rows are about, with the first row of the student whose answer counts.
    met: HashMap<StudentId, Option<usize>>,
    next_folio: Option<u32>,
}

impl Planner {
    /// Begins.
    pub fn new(asked: &Asked<'_>) -> Self {
        Self {
            conventions: Conventions::of(asked.sheet, asked.context.today),
            readings: Vec::with_capacity(asked.sheet.rows.len()),
            answers: Vec::new(),
            holders: HashMap::new(),
            rows: Vec::with_capacity(asked.sheet.rows.len()),
            met: HashMap::new(),
            next_folio: None,
        }
    }

    /// How much was done, and how much there is: each row is read, and then looked up.
    pub fn progress(&self, asked: &Asked<'_>) -> (usize, usize) {
        (self.readings.len() + self.rows.len(), 2 * asked.sheet.rows.len())
    }

    /// Does as much as `most` rows take. Tells whether all is done.
    ///
    /// # Errors
    /// The register's faults.
    pub fn step<R: Register>(
        &mut self,
        asked: &Asked<'_>,
        register: &R,
        most: usize,
    ) -> Result<bool, R::Fault> {
        let rows = &asked.sheet.rows;
        if self.readings.len() < rows.len() {
            let reader = RowReader::new(asked.sheet, asked.decisions, asked.context, self.conventions);
            let until = rows.len().min(self.readings.len() + most);
            let news = &rows[self.readings.len()..until];
            self.readings.extend(read_all(&reader, news));
            if self.readings.len() < rows.len() {
                return Ok(false);
            }
        }
        if self.answers.is_empty() {
            self.compare();
        }
        let until = rows.len().min(self.rows.len() + most);
        while self.rows.len() < until {
            let at = self.rows.len();
            let mut row = self.plan_row(asked, register, at)?;
            if row.name.is_empty() {
                row.name = self.readings[at]
                    .name
                    .as_ref()
                    .map(PersonName::formal)
                    .unwrap_or_default();
            }
            self.rows.push(row);
        }
        Ok(self.rows.len() == rows.len())
    }

    /// The plan, once every step was done.
    ///
    /// # Errors
    /// The register's faults.
    pub fn finish<R: Register>(mut self, asked: &Asked<'_>, register: &R) -> Result<Plan, R::Fault> {
        self.note_homonyms();
        let mut plan = Plan {
            kind: asked.sheet.kind,
            rows: self.rows,
            ..Plan::default()
        };
        if asked.sheet.kind == ImportKind::Enrolled {
            // A list that names no career is taken for the whole campus.
            let named = self.readings.iter().map(|reading| fold(&reading.entry.career));
            let careers: HashSet<String> = named.filter(|career| !career.is_empty()).collect();
            for mut missing in register.enrolled()? {
                if self.met.contains_key(&missing.student) {
                    continue;
                }
                let may_be_missing = match &asked.sheet.gone {
                    Some(gone) => gone.contains(&missing.identifier),
                    None => {
                        let career = missing.career.as_deref().map(fold).unwrap_or_default();
                        careers.is_empty() || careers.contains(&career)
                    }
                };
                if may_be_missing {
                    missing.stays = asked.decisions.stay.contains(&missing.student);
                    missing.active = register.is_active(missing.student)?;
                    plan.missing.push(missing);
                } else {
                    plan.left_alone += 1;
                }
            }
        }
        Ok(plan)
    }

    fn plan_row<R: Register>(
        &mut self,
        asked: &Asked<'_>,
        register: &R,
        at: usize,
    ) -> Result<PlannedRow, R::Fault> {
        let reading = &self.readings[at];
        let sheet = asked.sheet;
        let answer = register.fingerprint(&telling(sheet, at));
        let mut row = PlannedRow {
            number: reading.number,
            name: String::new(),
            identifier: reading.identifier.clone(),
            verdict: Verdict::Held,
            doubts: reading.doubts.clone(),
            notes: Vec::new(),
            effect: None,
            differences: Vec::new(),
            answer,
        };
        let was_taken = register.was_taken(answer);
        if asked.decisions.aside.contains(&row.number) {
            row.verdict = Verdict::Aside;
        }
        let found = self.find(asked, register, at, &mut row)?;
        let met = found.as_ref().map(|known| known.student.id);
        if let Some(id) = met {
            self.met.entry(id).or_default();
        }
        if row.verdict == Verdict::Aside {
            row.doubts.clear();
            return Ok(row);
        }
        if was_taken {
            row.verdict = Verdict::Known;
            row.doubts.clear();
            return Ok(row);
        }
        if self.is_superseded(asked, at, &mut row) {
            row.verdict = Verdict::Superseded;
            row.doubts.clear();
            return Ok(row);
        }
        let own = self.answers[at].first().copied().unwrap_or(at);
        let first = met.map(|id| *self.met.entry(id).or_default().get_or_insert(own));
        if let Some(first) = first.filter(|first| *first != own) {
            // Another row is about the same record, by another of its numbers.
            row.doubts.push(Doubt {
                cause: Cause::TakenNumber,
                column: Column::Identifier,
                also: None,
                says: Shown::text(&row.identifier),
                proposal: None,
                why: Why::AlsoInRow(self.readings[first].number),
                choice: None,
            });
        }
        match sheet.kind {
            ImportKind::Bajas => self.plan_baja(found, at, &mut row),
            ImportKind::Altas | ImportKind::Enrolled => {
                self.plan_student(asked, register, found, at, &mut row)?
            }
        }
        row.doubts.sort_by_key(|doubt| doubt.cause);
        if row.held_by().is_some() {
            row.verdict = Verdict::Held;
        }
        if row.verdict == Verdict::Held
            && let Some(effect) = &mut row.effect
        {
            effect.queue = None;
        }
        Ok(row)
    }

    fn plan_baja(&self, found: Option<Known>, at: usize, row: &mut PlannedRow) {
        let reading = &self.readings[at];
        // Only who it is counts here: the rest of the row is not saved.
        row.doubts.retain(|doubt| {
            matches!(
                doubt.cause,
                Cause::TwoAnswers | Cause::LostDigits | Cause::Swapped | Cause::LostZero | Cause::TakenNumber
            )
        });
        let Some(known) = found else {
            row.doubts.push(Doubt {
                cause: Cause::Unregistered,
                column: Column::Identifier,
                also: None,
                says: Shown::text(&reading.identifier),
                proposal: None,
                why: Why::NobodyHere,
                choice: None,
            });
            return;
        };
        let student = &known.student;
        row.name = student.particulars.name.formal();
        row.identifier = student.particulars.identifier.as_str().to_owned();
        let queue = may_queue(MovementKind::Baja, student.particulars.standing, &known.dossier());
        row.verdict = match &queue {
            Ok(_) => Verdict::New,
            Err(refusal) => {
                row.notes.push(Note::NotQueued(refusal.clone()));
                Verdict::Same
            }
        };
        row.effect = Some(Box::new(Effect {
            student: Some(student.id),
            before: Some(student.particulars.clone()),
            after: student.particulars.clone(),
            assignment: None,
            prior_alta: None,
            restored: false,
            former_folio: None,
            queue: queue
                .is_ok()
                .then_some((MovementKind::Baja, Some(reading.motive))),
        }));
    }

    fn plan_student<R: Register>(
        &mut self,
        asked: &Asked<'_>,
        register: &R,
        found: Option<Known>,
        at: usize,
        row: &mut PlannedRow,
    ) -> Result<(), R::Fault> {
        self.refuse_shared(asked, at, row);
        if let Some(known) = &found {
            settle_known_name(&self.readings[at], &known.student, row);
        }
        let own_numbers = self.without_taken(at, row);
        let reading = own_numbers.as_ref().unwrap_or(&self.readings[at]);
        let sheet = asked.sheet;
        let merge = Merge {
            reading,
            kind: sheet.kind,
            to_the_letter: sheet.is_our_own(),
            period: sheet.named_period().unwrap_or(asked.context.period),
        };
        let mut notes = Vec::new();
        let planned = match &found {
            None => {
                let namesakes = match reading.sort_key.as_str() {
                    "" => 0,
                    key => register.namesakes(key)?,
                };
                if namesakes > 0 {
                    notes.push(Note::Homonym(namesakes));
                }
                let (identifier, folio) = match reading.identifier.as_str() {
                    "" => match next_folio(&mut self.next_folio, register, asked.context.today.year())? {
                        Some(folio) => (folio.as_str().to_owned(), Some(folio)),
                        None => (String::new(), None),
                    },
                    identifier => (identifier.to_owned(), None),
                };
                if let Some(folio) = folio {
                    notes.push(Note::Provisional(folio));
                }
                merge.new_record(&identifier).map(|after| (after, None, None))
            }
            Some(known) => {
                let (identifier, former) = same_person(asked.decisions, reading, &known.student, row);
                let keeps = other_numbers(asked.decisions, reading, &known.student, row);
                merge.onto(&known.student, keeps, &mut notes).map(|mut after| {
                    after.identifier = identifier;
                    (after, Some(known.student.particulars.clone()), former)
                })
            }
        };
        let Some((after, before, former_folio)) = planned else {
            // What is missing was entered as a doubt when the row was read.
            if row.doubts.iter().all(|doubt| doubt.choice.is_some()) {
                row.doubts.push(Doubt {
                    cause: Cause::Incomplete,
                    column: Column::GivenNames,
                    also: None,
                    says: Shown::Nothing,
                    proposal: None,
                    why: Why::Missing,
                    choice: None,
                });
            }
            return Ok(());
        };
        remark(reading, &after, &mut notes);
        let student = found.as_ref().map(|known| &known.student);
        let assignment = merge.assignment(student, &mut notes);
        let active = found
            .as_ref()
            .is_some_and(|known| known.dossier().active().is_some());
        let prior_alta = reading
            .affiliated
            .filter(|_| !active && student.is_none_or(|it| it.prior_alta.is_none()));
        if prior_alta.is_some() {
            notes.push(Note::Affiliated);
        }
        let restored =
            sheet.kind == ImportKind::Enrolled && student.is_some_and(|it| it.archived_on.is_some());
        if restored {
            notes.push(Note::Restored);
        }
        let queue = self.queue(asked, reading, found.as_ref(), &after, &mut notes);
        row.differences = before
            .as_ref()
            .map(|before| differences(before, &after))
            .unwrap_or_default();
        row.name = after.name.formal();
        row.identifier = after.identifier.as_str().to_owned();
        let effect = Effect {
            student: student.map(|it| it.id),
            before,
            after,
            assignment,
            prior_alta,
            restored,
            former_folio,
            queue,
        };
        row.verdict = match (&effect.student, effect.writes()) {
            (None, _) => Verdict::New,
            (Some(_), true) => Verdict::Changes,
            (Some(_), false) => Verdict::Same,
        };
        row.notes = notes;
        row.effect = Some(Box::new(effect));
        Ok(())
    }

    /// The alta that may be queued with a row.
    fn queue(
        &self,
        asked: &Asked<'_>,
        reading: &RowReading,
        known: Option<&Known>,
        after: &Particulars,
        notes: &mut Vec<Note>,
    ) -> Option<(MovementKind, Option<crate::domain::movement::BajaMotive>)> {
        if let Some(other) = &reading.other_insurance {
            notes.push(Note::OtherInsurance(other.clone()));
        }
        // On an enrolled list only who is new here may be waiting for an alta.
        let is_asked = (asked.sheet.kind == ImportKind::Altas || known.is_none())
            && !reading.without_alta
            && reading.affiliated.is_none()
            // A list of our own asks for nothing: it says how things stand.
            && !asked.sheet.is_our_own();
        if !is_asked {
            return None;
        }
        let dossier = known.map(Known::dossier).unwrap_or(Dossier {
            movements: &[],
            checks: &[],
            prior_alta: None,
        });
        match may_queue(MovementKind::Alta, after.standing, &dossier) {
            Ok(_) => Some((MovementKind::Alta, None)),
            Err(refusal) => {
                notes.push(Note::NotQueued(refusal));
                None
            }
        }
    }
}

/// Reads rows, which know nothing of each other, on as many cores as there are.
fn read_all(reader: &RowReader<'_>, rows: &[SheetRow]) -> Vec<RowReading> {
    /// Fewer are read sooner than another thread begins.
    const WORTH_A_THREAD: usize = 100;

    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let each = rows.len().div_ceil(cores).max(WORTH_A_THREAD);
    let read = |rows: &[SheetRow]| rows.iter().map(|row| reader.read(row)).collect::<Vec<_>>();
    let mut parts = rows.chunks(each);
    let own = parts.next().unwrap_or_default();
    std::thread::scope(|scope| {
        let others: Vec<_> = parts
            .map(|rows| (rows, scope.spawn(move || read(rows))))
            .collect();
        let mut all = read(own);
        for (rows, other) in others {
            // A thread that broke down leaves its rows to this one.
            all.extend(other.join().unwrap_or_else(|_| read(rows)));
        }
        all
    })
}

fn next_folio<R: Register>(
    next: &mut Option<u32>,
    register: &R,
    year: i32,
) -> Result<Option<ProvisionalFolio>, R::Fault> {
    let consecutive = match *next {
        Some(consecutive) => consecutive,
        None => register.last_folio(year)? + 1,
    };
    *next = Some(consecutive + 1);
    let folio = u16::try_from(year)
        .ok()
        .zip(u16::try_from(consecutive).ok())
        .and_then(|(year, consecutive)| ProvisionalFolio::new(year, consecutive));
    Ok(folio)
}
