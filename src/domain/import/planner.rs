//! From rows to a plan: each is read, compared with the others, and looked up in the register.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::Datelike;

use super::column::Column;
use super::decisions::{Cause, Choice, Decisions, Doubt, Shown, Why};
use super::merge::{Keeps, Merge, differences};
use super::names::same_words;
use super::plan::{Effect, Missing, Note, Plan, PlannedRow, Verdict};
use super::reading::{Context, RowReader, RowReading, compared};
use super::sheet::{Conventions, ImportKind, ImportSheet};
use crate::domain::control_number::{Identifier, ProvisionalFolio};
use crate::domain::curp::CurpRemark;
use crate::domain::ids::StudentId;
use crate::domain::movement::{Movement, MovementKind, may_queue};
use crate::domain::nss::NssRemark;
use crate::domain::person_name::{PersonName, fold};
use crate::domain::student::{CurpRecord, NssRecord, Particulars, Standing, Student};
use crate::domain::vigencia::{Check, Dossier};

/// A student with what decides whether a movement may be queued.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The record.
    pub student: Student,
    /// Altas and bajas in the order in which they were queued.
    pub movements: Vec<Movement>,
    /// Checks by date.
    pub checks: Vec<Check>,
}

impl Known {
    fn dossier(&self) -> Dossier<'_> {
        Dossier {
            movements: &self.movements,
            checks: &self.checks,
            prior_alta: self.student.prior_alta,
        }
    }
}

/// The register, as far as a plan asks it.
pub trait Register {
    /// Why it can't answer.
    type Fault;

    /// The record with this identifier, or that had it as its folio.
    ///
    /// # Errors
    /// The register's faults; so for every question.
    fn by_identifier(&self, identifier: &str) -> Result<Option<Student>, Self::Fault>;
    /// The first record with this CURP.
    ///
    /// # Errors
    /// As above.
    fn by_curp(&self, curp: &str) -> Result<Option<Student>, Self::Fault>;
    /// The first record with this NSS.
    ///
    /// # Errors
    /// As above.
    fn by_nss(&self, nss: &str) -> Result<Option<Student>, Self::Fault>;
    /// What is known of a student's insurance.
    ///
    /// # Errors
    /// As above.
    fn known(&self, student: Student) -> Result<Known, Self::Fault>;
    /// How many records bear this name.
    ///
    /// # Errors
    /// As above.
    fn namesakes(&self, name: &PersonName) -> Result<usize, Self::Fault>;
    /// The highest consecutive of the provisional folios of a year.
    ///
    /// # Errors
    /// As above.
    fn last_folio(&self, year: i32) -> Result<u32, Self::Fault>;
    /// Everybody who is enrolled and not archived; whether an alta of theirs counts is asked apart.
    ///
    /// # Errors
    /// As above.
    fn enrolled(&self) -> Result<Vec<Missing>, Self::Fault>;
    /// Whether an alta of a student counts.
    ///
    /// # Errors
    /// As above.
    fn is_active(&self, student: StudentId) -> Result<bool, Self::Fault>;
    /// A number for a text, the same each time and another for every other text.
    fn fingerprint(&self, text: &str) -> u64;
    /// Whether an earlier import took that answer.
    fn was_taken(&self, answer: u64) -> bool;
}

/// What a plan is made of.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The sheet.
    pub sheet: &'a ImportSheet,
    /// What was decided about it.
    pub decisions: &'a Decisions,
    /// What is known beside it.
    pub context: Context<'a>,
}

/// Makes a plan, as many rows at a time as one likes, so that a window stays awake.
#[derive(Debug)]
pub struct Planner {
    conventions: Conventions,
    readings: Vec<RowReading>,
    /// Of each row, the rows that are answers of the same student, in the order of the sheet; itself alone for most.
    answers: Vec<Vec<usize>>,
    /// Names of the sheet, with how many of its students bear each.
    names: HashMap<String, usize>,
    /// Who has an NSS, or a CURP that is not right: the first row of each student. Several students of one sheet may.
    holders: HashMap<(Column, String), BTreeSet<usize>>,
    rows: Vec<PlannedRow>,
    /// The records that rows are about, with the first row of the student.
    met: HashMap<StudentId, usize>,
    next_folio: Option<u32>,
}

impl Planner {
    /// Begins.
    pub fn new(asked: &Asked<'_>) -> Self {
        Self {
            conventions: Conventions::of(asked.sheet, asked.context.today),
            readings: Vec::with_capacity(asked.sheet.rows.len()),
            answers: Vec::new(),
            names: HashMap::new(),
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
            self.readings.extend(news.iter().map(|row| reader.read(row)));
            if self.readings.len() < rows.len() {
                return Ok(false);
            }
        }
        if self.answers.is_empty() {
            self.compare();
        }
        let until = rows.len().min(self.rows.len() + most);
        while self.rows.len() < until {
            let row = self.plan_row(asked, register, self.rows.len())?;
            self.rows.push(row);
        }
        Ok(self.rows.len() == rows.len())
    }

    /// The plan, once every step was done.
    ///
    /// # Errors
    /// The register's faults.
    pub fn finish<R: Register>(self, asked: &Asked<'_>, register: &R) -> Result<Plan, R::Fault> {
        let mut plan = Plan {
            kind: asked.sheet.kind,
            rows: self.rows,
            ..Plan::default()
        };
        if asked.sheet.kind == ImportKind::Enrolled {
            // Without a column of careers the list is taken for the whole campus.
            let careers: Option<HashSet<String>> = asked.sheet.has(Column::Career).then(|| {
                self.readings
                    .iter()
                    .map(|reading| fold(&reading.entry.career))
                    .collect()
            });
            for mut missing in register.enrolled()? {
                if self.met.contains_key(&missing.student) {
                    continue;
                }
                let may_be_missing = match (&asked.sheet.gone, &careers) {
                    (Some(gone), _) => gone.contains(&missing.identifier),
                    (None, Some(careers)) => {
                        let career = missing.career.as_deref().map(fold).unwrap_or_default();
                        careers.contains(&career)
                    }
                    (None, None) => true,
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

    /// The rows among each other.
    fn compare(&mut self) {
        let mut group: Vec<usize> = (0..self.readings.len()).collect();
        let root = |group: &[usize], mut at: usize| {
            while group[at] != at {
                at = group[at];
            }
            at
        };
        let mut first_with = HashMap::<&str, usize>::new();
        for (at, reading) in self.readings.iter().enumerate() {
            let keys = [
                Some(reading.identifier.as_str()).filter(|text| !text.is_empty()),
                reading.curp.as_ref().map(|curp| curp.as_str()),
            ];
            for key in keys.into_iter().flatten() {
                match first_with.get(key) {
                    Some(&first) => {
                        let (one, other) = (root(&group, first), root(&group, at));
                        group[one.max(other)] = one.min(other);
                    }
                    None => {
                        first_with.insert(key, at);
                    }
                }
            }
        }
        let mut members = BTreeMap::<usize, Vec<usize>>::new();
        for at in 0..group.len() {
            members.entry(root(&group, at)).or_default().push(at);
        }
        self.answers = vec![Vec::new(); self.readings.len()];
        for rows in members.into_values() {
            // Two people under one número de control, by CURPs that are both right, are no two answers of one.
            let people: BTreeSet<&str> = rows
                .iter()
                .filter_map(|at| self.readings[*at].curp.as_ref().map(|curp| curp.as_str()))
                .collect();
            if let Some(&at) = rows.last() {
                if let Some(name) = &self.readings[at].name {
                    *self.names.entry(name.sort_key()).or_default() += people.len().max(1);
                }
            }
            for &at in &rows {
                self.answers[at] = rows.clone();
                for (column, text) in self.readings[at].numbers() {
                    self.holders
                        .entry((column, text.to_owned()))
                        .or_default()
                        .insert(rows[0]);
                }
            }
        }
    }

    /// Of several answers, which counts: the latest, unless somebody chose another.
    fn counting(&self, rows: &[usize], decisions: &Decisions) -> usize {
        let chosen = rows
            .iter()
            .copied()
            .find(|at| decisions.choice(self.readings[*at].number, Cause::TwoAnswers) == Some(Choice::Other));
        let aside = |at: &usize| decisions.aside.contains(&self.readings[*at].number);
        let latest = rows
            .iter()
            .copied()
            .filter(|at| !aside(at))
            .max_by_key(|at| (self.readings[*at].answered, *at));
        chosen.or(latest).unwrap_or(rows[rows.len() - 1])
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
            name: reading.name.as_ref().map(PersonName::formal).unwrap_or_default(),
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
        let own = self.answers[at].first().copied().unwrap_or(at);
        let met_before = found
            .as_ref()
            .and_then(|known| self.met.get(&known.student.id).copied())
            .filter(|first| *first != own);
        if let Some(known) = &found {
            self.met.entry(known.student.id).or_insert(own);
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
        if let Some(first) = met_before {
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
            ImportKind::Bajas => self.plan_baja(asked, found, at, &mut row),
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

    /// Whether another answer of the same student counts instead, for sure: it says the same, or somebody chose.
    fn is_superseded(&self, asked: &Asked<'_>, at: usize, row: &mut PlannedRow) -> bool {
        let rows = &self.answers[at];
        if rows.len() < 2 {
            return false;
        }
        let counting = self.counting(rows, asked.decisions);
        let plain = |at: usize| said(asked.sheet, at);
        let own = plain(at);
        if counting != at && plain(counting) == own {
            return true;
        }
        let others_differ = rows
            .iter()
            .filter(|other| !asked.decisions.aside.contains(&self.readings[**other].number))
            .any(|other| plain(*other) != own);
        if !others_differ {
            return false;
        }
        let decided = rows.iter().find_map(|other| {
            asked
                .decisions
                .choice(self.readings[*other].number, Cause::TwoAnswers)
        });
        if decided.is_some() && counting != at {
            return true;
        }
        let numbers = rows.iter().map(|other| self.readings[*other].number).collect();
        let is_latest = counting == at;
        row.doubts.push(Doubt {
            cause: Cause::TwoAnswers,
            column: Column::Timestamp,
            also: None,
            says: Shown::text(&what_differs(asked.sheet, rows, at)),
            proposal: Some(if is_latest {
                Shown::text(&what_differs(asked.sheet, rows, at))
            } else {
                Shown::Nothing
            }),
            why: Why::Answers {
                rows: numbers,
                is_latest,
            },
            choice: decided.map(|_| Choice::Proposed),
        });
        false
    }

    /// The record that a row is about, by identifier, CURP or NSS; never by name alone.
    fn find<R: Register>(
        &self,
        asked: &Asked<'_>,
        register: &R,
        at: usize,
        row: &mut PlannedRow,
    ) -> Result<Option<Known>, R::Fault> {
        let reading = &self.readings[at];
        let by_identifier = match reading.identifier.as_str() {
            "" => None,
            identifier => register.by_identifier(identifier)?,
        };
        let by_curp = match &reading.curp {
            Some(curp)
                if by_identifier.as_ref().and_then(|it| it.particulars.curp.text())
                    == Some(curp.as_str()) =>
            {
                by_identifier.clone()
            }
            Some(curp) => register.by_curp(curp.as_str())?,
            None => None,
        };
        let by_nss = match &reading.nss {
            Some(nss) => {
                let has = |it: &Option<Student>| {
                    it.as_ref().and_then(|it| it.particulars.nss.text()) == Some(nss.as_str())
                };
                if has(&by_identifier) {
                    by_identifier.clone()
                } else if has(&by_curp) {
                    by_curp.clone()
                } else {
                    register.by_nss(nss.as_str())?
                }
            }
            None => None,
        };
        let found = match (by_identifier, &by_curp, &by_nss) {
            (Some(found), ..) => {
                if self.is_another(reading, &found) {
                    row.doubts.push(taken(
                        Column::Identifier,
                        &reading.identifier,
                        &found,
                        None,
                        false,
                    ));
                }
                Some(found)
            }
            (None, Some(found), _) => Some(found.clone()),
            (None, None, Some(found)) if self.is_likely(reading, found) => Some(found.clone()),
            (None, None, _) => None,
        };
        // Numbers of somebody else; one that is not right may be somebody else's too.
        let is_doubtful = |right: bool, number: &str| !right && !number.is_empty();
        let by_curp = match is_doubtful(reading.curp.is_some(), &reading.curp_text) {
            true => register.by_curp(&reading.curp_text)?,
            false => by_curp,
        };
        let by_nss = match is_doubtful(reading.nss.is_some(), &reading.nss_text) {
            true => register.by_nss(&reading.nss_text)?,
            false => by_nss,
        };
        let (curp_shared, nss_shared) = (&reading.entry.curp_shared, &reading.entry.nss_shared);
        for (column, number, holder, shared) in [
            (Column::Curp, &reading.curp_text, &by_curp, curp_shared),
            (Column::Nss, &reading.nss_text, &by_nss, nss_shared),
        ] {
            if let Some(holder) = holder
                && shared.is_empty()
                && found.as_ref().is_none_or(|found| found.id != holder.id)
            {
                let choice = asked.decisions.choice(reading.number, Cause::TakenNumber);
                push(&mut row.doubts, taken(column, number, holder, choice, true));
            }
        }
        let known = found.map(|found| register.known(found)).transpose()?;
        Ok(known)
    }

    /// Whether a record with the row's identifier is somebody else for sure: another CURP, and no part of the name.
    fn is_another(&self, reading: &RowReading, found: &Student) -> bool {
        let other_curp = match (&reading.curp, found.particulars.curp.valid()) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        };
        other_curp && !shares_a_name(reading, found)
    }

    /// Whether a record with the row's NSS may be of the same person.
    fn is_likely(&self, reading: &RowReading, found: &Student) -> bool {
        let other_curp = match (&reading.curp, found.particulars.curp.valid()) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        };
        !other_curp && (reading.name.is_none() || shares_a_name(reading, found))
    }

    fn plan_baja(&self, asked: &Asked<'_>, found: Option<Known>, at: usize, row: &mut PlannedRow) {
        let reading = &self.readings[at];
        // Only who it is counts here: the rest of the row is not saved.
        row.doubts.retain(|doubt| {
            matches!(
                doubt.cause,
                Cause::TwoAnswers | Cause::LostDigits | Cause::Swapped | Cause::LostZero
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
        if asked.decisions.affiliated {
            // «Todos ya afiliados» says nothing about bajas.
            row.notes.retain(|note| *note != Note::Affiliated);
        }
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
            today: asked.context.today,
        };
        let mut notes = Vec::new();
        let planned = match &found {
            None => {
                let namesakes = match &reading.name {
                    Some(name) => {
                        register.namesakes(name)? + self.names.get(&name.sort_key()).copied().unwrap_or(1) - 1
                    }
                    None => 0,
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
        remark(reading, &after, asked, &mut notes);
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

    /// A number that several students of the sheet have.
    fn refuse_shared(&self, asked: &Asked<'_>, at: usize, row: &mut PlannedRow) {
        let reading = &self.readings[at];
        let own = self.answers[at].first().copied().unwrap_or(at);
        for (column, text) in reading.numbers() {
            let other = self
                .holders
                .get(&(column, text.to_owned()))
                .and_then(|holders| holders.iter().find(|holder| **holder != own));
            if let Some(&other) = other {
                let choice = asked.decisions.choice(reading.number, Cause::TakenNumber);
                let doubt = Doubt {
                    cause: Cause::TakenNumber,
                    column,
                    also: None,
                    says: Shown::text(text),
                    proposal: Some(Shown::Nothing),
                    why: Why::AlsoInRow(self.readings[other].number),
                    choice,
                };
                push(&mut row.doubts, doubt);
            }
        }
    }

    /// The row without the number that is somebody else's, where there is one.
    fn without_taken(&self, at: usize, row: &PlannedRow) -> Option<RowReading> {
        let taken = row
            .doubts
            .iter()
            .find(|doubt| doubt.cause == Cause::TakenNumber)?;
        let mut reading = self.readings[at].clone();
        // Two numbers of one row stand in one doubt.
        for column in [taken.column].into_iter().chain(taken.also) {
            match column {
                Column::Nss => {
                    reading.entry.nss.clear();
                    reading.nss = None;
                }
                Column::Curp => {
                    reading.entry.curp.clear();
                    reading.curp = None;
                }
                _ => {}
            }
        }
        Some(reading)
    }
}

impl RowReading {
    /// The numbers that no two students of a sheet may have; a right CURP makes them one student.
    fn numbers(&self) -> impl Iterator<Item = (Column, &str)> {
        let nss = (Column::Nss, &self.nss_text, &self.entry.nss_shared, true);
        let curp = (
            Column::Curp,
            &self.curp_text,
            &self.entry.curp_shared,
            self.curp.is_none(),
        );
        [nss, curp]
            .into_iter()
            .filter(|(_, text, shared, counts)| *counts && shared.is_empty() && !text.is_empty())
            .map(|(column, text, ..)| (column, text.as_str()))
    }
}

/// Where the record is there and its name has the words of the cell, nobody has to part them.
fn settle_known_name(reading: &RowReading, found: &Student, row: &mut PlannedRow) {
    let same = reading
        .name
        .as_ref()
        .is_some_and(|name| same_words(&name.natural(), &found.particulars.name.natural()));
    // A row that only names somebody by a number needs no name either.
    let has_none = reading.entry.given_names.is_empty() && reading.entry.first_surname.is_empty();
    if same || has_none {
        row.doubts
            .retain(|doubt| !matches!(doubt.cause, Cause::NameInOneCell | Cause::Incomplete));
    }
}

/// The identifier that a found record keeps or gets, and the folio that it replaces.
fn same_person(
    decisions: &Decisions,
    reading: &RowReading,
    found: &Student,
    row: &mut PlannedRow,
) -> (Identifier, Option<ProvisionalFolio>) {
    let own = found.particulars.identifier.clone();
    let is_same = reading.identifier.is_empty()
        || reading.identifier == own.as_str()
        || found
            .former_folio
            .as_ref()
            .is_some_and(|folio| folio.as_str() == reading.identifier);
    if is_same {
        return (own, None);
    }
    let Ok(sheets) = crate::domain::control_number::ControlNumber::parse(&reading.identifier) else {
        return (own, None);
    };
    let by = match &reading.curp {
        Some(curp) if found.particulars.curp.text() == Some(curp.as_str()) => Column::Curp,
        _ => Column::Nss,
    };
    // A folio is replaced by the number that the school gave; of two numbers the register's stays.
    let (proposed, other) = match &own {
        Identifier::Provisional(folio) => (
            (Identifier::Control(sheets), Some(folio.clone())),
            (own.clone(), None),
        ),
        Identifier::Control(_) => ((own.clone(), None), (Identifier::Control(sheets), None)),
    };
    let choice = decisions.choice(reading.number, Cause::SamePerson);
    row.doubts.push(Doubt {
        cause: Cause::SamePerson,
        column: Column::Identifier,
        also: None,
        says: Shown::text(&reading.identifier),
        proposal: Some(Shown::text(proposed.0.as_str())),
        why: Why::RegisteredAs {
            by,
            identifier: own.as_str().to_owned(),
            name: found.particulars.name.formal(),
        },
        choice,
    });
    if choice == Some(Choice::Other) {
        other
    } else {
        proposed
    }
}

/// Where the record has another right number than the sheet: which of the two it keeps.
fn other_numbers(
    decisions: &Decisions,
    reading: &RowReading,
    found: &Student,
    row: &mut PlannedRow,
) -> Keeps {
    let choice = decisions.choice(reading.number, Cause::OtherNumber);
    let mut entered = false;
    let mut doubt = |column, says: String, has: String, confirmed| {
        entered = true;
        let doubt = Doubt {
            cause: Cause::OtherNumber,
            column,
            also: None,
            says: Shown::Text(says),
            proposal: Some(Shown::Text(has.clone())),
            why: Why::RecordHas {
                number: has,
                confirmed,
            },
            choice,
        };
        push(&mut row.doubts, doubt);
    };
    if let (CurpRecord::Valid(has), Some(says)) = (&found.particulars.curp, &reading.curp)
        && has != says
    {
        doubt(Column::Curp, says.grouped(), has.grouped(), false);
    }
    let confirmed = matches!(found.particulars.nss, NssRecord::Confirmed { .. });
    if let (Some(has), Some(says)) = (found.particulars.nss.trusted(), &reading.nss)
        && has != says
    {
        doubt(Column::Nss, says.grouped(), has.grouped(), confirmed);
    }
    let keeps = entered && choice != Some(Choice::Other);
    Keeps {
        curp: keeps,
        nss: keeps,
    }
}

/// What is remarked about a record that the row makes or changes.
fn remark(reading: &RowReading, after: &Particulars, asked: &Asked<'_>, notes: &mut Vec<Note>) {
    let read = reading.entry.read(asked.context.today);
    if reading.had_signs {
        notes.push(Note::SignsRemoved);
    }
    if after.standing == Standing::Enrolled {
        match &after.nss {
            NssRecord::None | NssRecord::InProcess { .. } => notes.push(Note::NoNss),
            NssRecord::Doubtful { .. } => notes.push(Note::NssToConfirm),
            NssRecord::Captured(nss) if nss.is_conventional() => notes.push(Note::NssConventional),
            NssRecord::Captured(_) | NssRecord::Confirmed { .. } => {}
        }
    }
    let remarks = read.nss.map(|it| it.remarks).unwrap_or_default();
    if remarks.iter().any(|remark| {
        matches!(
            remark,
            NssRemark::BirthYear { .. } | NssRemark::RegisteredBeforeBirth { .. }
        )
    }) {
        notes.push(Note::NssBirthYear);
    }
    match &after.curp {
        CurpRecord::None => notes.push(Note::NoCurp),
        CurpRecord::Doubtful { .. } => notes.push(Note::CurpToConfirm),
        CurpRecord::Valid(_) => {
            let remarks = read.curp.map(|it| it.remarks).unwrap_or_default();
            let by_name = remarks.iter().any(|remark| {
                matches!(
                    remark,
                    CurpRemark::FirstLetters { .. } | CurpRemark::InnerConsonants { .. }
                )
            });
            if by_name {
                notes.push(Note::CurpName);
            }
        }
    }
    if after.semester.is_some_and(|it| it.needs_authorisation()) {
        notes.push(Note::LongStudies);
    }
}

/// A number of the row that is somebody else's.
fn taken(
    column: Column,
    number: &str,
    holder: &Student,
    choice: Option<Choice>,
    may_be_left_out: bool,
) -> Doubt {
    Doubt {
        cause: Cause::TakenNumber,
        column,
        also: None,
        says: Shown::text(number),
        proposal: may_be_left_out.then_some(Shown::Nothing),
        why: Why::BelongsTo {
            identifier: holder.particulars.identifier.as_str().to_owned(),
            name: holder.particulars.name.formal(),
        },
        choice: choice.filter(|_| may_be_left_out),
    }
}

/// Enters a doubt, or joins it with one of the same cause.
fn push(doubts: &mut Vec<Doubt>, doubt: Doubt) {
    match doubts.iter_mut().find(|it| it.cause == doubt.cause) {
        Some(first) => first.join(doubt),
        None => doubts.push(doubt),
    }
}

/// Whether row and record have a word of their surnames or names in common.
fn shares_a_name(reading: &RowReading, found: &Student) -> bool {
    let Some(name) = &reading.name else { return true };
    let one = fold(&name.natural());
    let other = fold(&found.particulars.name.natural());
    one.split(' ')
        .filter(|word| word.len() > 2)
        .any(|word| other.split(' ').any(|it| it == word))
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

/// What a row says all together: what its fingerprint is taken of. The same answer at another time is another one.
fn telling(sheet: &ImportSheet, at: usize) -> String {
    let mut text = format!("{}|{:?}", sheet.kind.code(), sheet.period);
    for (column, cell) in sheet.columns.iter().zip(&sheet.rows[at].cells) {
        text.push('|');
        text.push_str(column.code());
        text.push('=');
        text.push_str(&cell.text);
    }
    text
}

/// What a row says of its student, whenever it was said.
fn said(sheet: &ImportSheet, at: usize) -> Vec<String> {
    sheet
        .columns
        .iter()
        .zip(&sheet.rows[at].cells)
        .filter(|(column, _)| **column != Column::Timestamp)
        .map(|(column, cell)| {
            if column.is_number() {
                compared(&cell.text)
            } else {
                fold(&cell.text)
            }
        })
        .collect()
}

/// The cells of a row in which the other answers of the student say something else.
fn what_differs(sheet: &ImportSheet, rows: &[usize], at: usize) -> String {
    let cells = &sheet.rows[at].cells;
    sheet
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| **column != Column::Timestamp)
        .filter(|(index, _)| {
            rows.iter().any(|other| {
                sheet.rows[*other].cells.get(*index).map(|cell| fold(&cell.text))
                    != cells.get(*index).map(|cell| fold(&cell.text))
            })
        })
        .filter_map(|(index, _)| cells.get(index).map(|cell| cell.tidy()))
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
