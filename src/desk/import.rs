//! Importing: a sheet is read, its columns are understood, every row is planned, what is doubtful is decided, and what was
//! shown is saved as one act.
//!
//! [`Importing`] is the sheet on its way. It holds nothing of the register but the plan, which says what the register was
//! when it was made; saving makes it again if the register is another one by then, and refuses what was not shown.

mod comparing;
mod held;
mod lookup;
mod opening;
mod saving;

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Desk, Refusal};
use crate::domain::ids::PlanId;
use crate::domain::import::{
    Asked, Careers, Cause, Choice, Column, Context, Decisions, ImportKind, ImportSheet, Plan, PlannedRow,
    Planner, Verdict,
};
use crate::domain::period::Period;
use crate::exchange::workbook::Workbook;
pub use crate::exchange::workbook::{self, ReadFault};
use crate::store::{CopyError, ImportRow, OpenPlan, StoreError, StoredPlan};
use lookup::Lookup;
pub use opening::{Head, Tab};
pub use saving::{COPY_ABOVE, Imported};

/// Rows that are planned between two looks at the clock of whoever waits.
const ROWS_AT_A_TIME: usize = 1_000;

/// A sheet on its way into the register.
#[derive(Debug, Clone)]
pub struct Importing {
    /// The file as it was read; `None` for a plan that was left yesterday.
    workbook: Option<Arc<Workbook>>,
    /// Which of its sheets.
    tab: usize,
    /// The row of its headers, from 0.
    headers: Option<usize>,
    /// What each of its columns holds.
    columns: Vec<Option<Column>>,
    sheet: ImportSheet,
    decisions: Decisions,
    plan: Plan,
    /// SHA-256 of the plan.
    seal: String,
    as_of: AsOf,
    id: Option<PlanId>,
}

/// What a plan depends on beside the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct AsOf {
    act: i64,
    day: NaiveDate,
}

/// How far something long has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Rows are being compared with the register.
    Planning {
        /// How many of them were.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// A verified copy is being made.
    Copying,
    /// Rows are being written.
    Saving {
        /// How many of them were.
        done: usize,
        /// How many there are.
        of: usize,
    },
}

/// Whoever waits is told how far it is, and says whether to go on.
pub type Watch<'w> = &'w mut dyn FnMut(Progress) -> bool;

/// Goes on, whatever is told.
pub fn unwatched(_: Progress) -> bool {
    true
}

/// Why a sheet was not imported. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// No column says who somebody is.
    #[error("no column is recognised")]
    NothingRecognised,
    /// There are headers and no rows below them.
    #[error("the sheet has no rows")]
    NoRows,
    /// The register is another one than the plan was made for; the plan was made again, and has to be shown again.
    #[error("the plan is out of date")]
    Outdated,
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped,
    /// The copy before it could not be made.
    #[error("the copy before the import could not be made")]
    Copy(#[from] CopyError),
    /// The register's refusal.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

impl Importing {
    /// The rows and what the columns hold.
    pub fn sheet(&self) -> &ImportSheet {
        &self.sheet
    }

    /// What was decided so far.
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// Decides as it was decided before: a step back.
    pub fn decide_again(&mut self, decisions: Decisions) {
        self.decisions = decisions;
    }

    /// What would become of each row, as of the last [`Desk::plan_import`].
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// SHA-256 of the plan.
    pub fn seal(&self) -> &str {
        &self.seal
    }

    /// Whether its columns can be chosen anew: not of a plan that was left and opened again.
    pub fn has_file(&self) -> bool {
        self.workbook.is_some()
    }

    /// Whether enough is understood to make a plan: somebody can be told by a column.
    pub fn is_understood(&self) -> bool {
        let has = |column| self.sheet.has(column);
        let has_number = has(Column::Identifier) || has(Column::Curp) || has(Column::Nss);
        // Who is registered needs no name: a row may bring nothing but an NSS.
        has_number && (self.sheet.kind == ImportKind::Bajas || self.sheet.columns.len() > 1)
    }

    /// Chooses about a row, or takes the choice back with `None`; [`Desk::plan_import`] shows what follows.
    pub fn choose(&mut self, row: u32, cause: Cause, choice: Option<Choice>) {
        self.decisions.choose(row, cause, choice);
    }

    /// Accepts what is proposed for every row that a cause holds. Tells how many they are.
    pub fn accept_all(&mut self, cause: Cause) -> usize {
        let rows: Vec<u32> = self
            .plan
            .held_by(cause)
            .filter(|row| row.held_by().is_some_and(|doubt| doubt.proposal.is_some()))
            .map(|row| row.number)
            .collect();
        for row in &rows {
            self.decisions.choose(*row, cause, Some(Choice::Proposed));
        }
        rows.len()
    }

    /// Writes a cell anew.
    pub fn write(&mut self, row: u32, column: Column, text: &str) {
        self.decisions.write(row, column, text);
    }

    /// The text of a cell, as the sheet has it or as it was written anew.
    pub fn text(&self, row: u32, column: Column) -> String {
        if let Some(text) = self.decisions.edit(row, column) {
            return text.to_owned();
        }
        self.sheet
            .rows
            .iter()
            .find(|it| it.number == row)
            .and_then(|row| self.sheet.cell(row, column))
            .map(|cell| cell.text.clone())
            .unwrap_or_default()
    }

    /// Leaves a row out, or takes it in again.
    pub fn set_aside(&mut self, row: u32, aside: bool) {
        if aside {
            self.decisions.aside.insert(row);
        } else {
            self.decisions.aside.remove(&row);
        }
    }

    /// One answer for the whole file: everybody in it is affiliated already.
    pub fn set_affiliated(&mut self, affiliated: bool) {
        self.decisions.affiliated = affiliated;
    }

    /// Leaves somebody who is missing in an enrolled list as he or she is, or not.
    pub fn let_stay(&mut self, student: crate::domain::ids::StudentId, stays: bool) {
        if stays {
            self.decisions.stay.insert(student);
        } else {
            self.decisions.stay.remove(&student);
        }
    }
}

impl Desk {
    /// Another pair of hands at the same register, for long work beside the window; `None` for one in memory.
    ///
    /// # Errors
    /// The file's faults.
    pub fn beside(&self) -> Result<Option<Self>, Refusal> {
        let Some(store) = self.store.beside()? else {
            return Ok(None);
        };
        Ok(Some(Self {
            store,
            clerk: self.clerk.clone(),
            campus: self.campus.clone(),
            appearance: self.appearance,
            clock: self.clock.clone(),
            limits: self.limits,
            cuts: self.cuts.clone(),
            closed_cuts: self.closed_cuts.clone(),
            logo: self.logo.clone(),
            settings: self.settings.clone(),
            copied_away: self.copied_away.clone(),
        }))
    }

    /// Compares every row with the register. Tells `false` if `watch` stopped it, and the plan is what it was.
    ///
    /// # Errors
    /// [`ImportError::NothingRecognised`], [`ImportError::NoRows`], and the file's faults.
    pub fn plan_import(&self, importing: &mut Importing, watch: Watch<'_>) -> Result<bool, ImportError> {
        if !importing.is_understood() {
            return Err(ImportError::NothingRecognised);
        }
        if importing.sheet.rows.is_empty() {
            return Err(ImportError::NoRows);
        }
        // Asked first: what is done while the plan is made, it may not have seen.
        let as_of = self.as_of_now()?;
        match self.make_plan(&importing.sheet, &importing.decisions, watch)? {
            None => Ok(false),
            Some(plan) => {
                importing.seal = lookup::seal(&plan);
                importing.as_of = as_of;
                importing.plan = plan;
                Ok(true)
            }
        }
    }

    fn as_of_now(&self) -> Result<AsOf, Refusal> {
        Ok(AsOf {
            act: self.store.reader().last_act_number()?,
            day: self.today(),
        })
    }

    fn make_plan(
        &self,
        sheet: &ImportSheet,
        decisions: &Decisions,
        watch: Watch<'_>,
    ) -> Result<Option<Plan>, Refusal> {
        let reader = self.store.reader();
        let careers = Careers::new(self.campus(), &reader.every_career()?);
        let clinics: Vec<_> = reader.clinics()?.into_iter().map(|row| row.clinic).collect();
        let asked = Asked {
            sheet,
            decisions,
            context: Context {
                today: self.today(),
                period: self.current_period(),
                careers: &careers,
                clinics: &clinics,
                delegacion: self.usual_delegacion(),
            },
        };
        let register = Lookup::new(reader, sheet.kind)?;
        reader.at_once(|| Self::plan_rows(&asked, &register, watch))
    }

    fn plan_rows(
        asked: &Asked<'_>,
        register: &Lookup<'_>,
        watch: Watch<'_>,
    ) -> Result<Option<Plan>, Refusal> {
        let mut planner = Planner::new(asked);
        while !planner.step(asked, register, ROWS_AT_A_TIME)? {
            let (done, of) = planner.progress(asked);
            // Each row is met twice.
            if !watch(Progress::Planning {
                done: done / 2,
                of: of / 2,
            }) {
                return Ok(None);
            }
        }
        Ok(Some(planner.finish(asked, register)?))
    }

    /// The import that took the same file before, if there is one that stands.
    ///
    /// # Errors
    /// The file's faults.
    pub fn imported_before(&self, importing: &Importing) -> Result<Option<ImportRow>, Refusal> {
        Ok(self.store.reader().import_of_file(&importing.sheet.file_hash)?)
    }

    /// Keeps a sheet with its decisions until they are all made: it is work at hand, and no act. Hoy names it while rows
    /// of it wait. What the columns are understood as is remembered for the next sheet with the same heads.
    ///
    /// # Errors
    /// The file's faults.
    pub fn keep_import(&mut self, importing: &mut Importing) -> Result<(), Refusal> {
        let decisions = json(&importing.decisions);
        let undecided = importing.plan.counts().held as u64;
        if let Some(id) = importing.id {
            self.store
                .put_decisions(id, &decisions, &importing.seal, undecided)?;
            return Ok(());
        }
        let today = self.today();
        self.store.drop_settled_plans(today)?;
        self.drop_answered_again(importing)?;
        let stored = StoredPlan {
            id: PlanId(0),
            source: importing.sheet.source.clone(),
            file_hash: importing.sheet.file_hash.clone(),
            at: self.now(),
            by: self.clerk.clone(),
            body: json(&importing.sheet),
            decisions,
            seal: importing.seal.clone(),
        };
        importing.id = Some(self.store.put_plan(&stored, undecided)?);
        if let Some((heads, columns)) = importing.understood_heads() {
            let now = self.now();
            self.store.remember_columns(&heads, &columns, now)?;
        }
        Ok(())
    }

    /// The form of today has the answers of yesterday too: what waits in an earlier sheet, and waits or was settled in this
    /// one, need not be asked twice.
    fn drop_answered_again(&mut self, importing: &Importing) -> Result<(), Refusal> {
        let answers: HashSet<u64> = importing.plan.rows.iter().map(|row| row.answer).collect();
        for open in self.open_imports()? {
            let earlier = match self.reopen_import(open.id) {
                Ok(Some(earlier)) => earlier,
                // One that can't be read stays where it is: whoever opens it is told so.
                Ok(None) | Err(ImportError::Refused(Refusal::Store(StoreError::Unreadable { .. }))) => {
                    continue;
                }
                Err(ImportError::Refused(refusal)) => return Err(refusal),
                // A sheet that makes no plan any more waits for nobody.
                Err(_) => {
                    self.store.drop_plan(open.id)?;
                    continue;
                }
            };
            let is_here = |row: &PlannedRow| row.verdict != Verdict::Held || answers.contains(&row.answer);
            if earlier.plan.rows.iter().all(is_here) {
                self.store.drop_plan(open.id)?;
            }
        }
        Ok(())
    }

    /// Forgets a sheet that was kept; what was saved of it stays.
    ///
    /// # Errors
    /// The file's faults.
    pub fn drop_import(&mut self, importing: &mut Importing) -> Result<(), Refusal> {
        if let Some(id) = importing.id.take() {
            self.store.drop_plan(id)?;
        }
        Ok(())
    }

    /// The sheets with rows that wait for a decision, the newest first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn open_imports(&self) -> Result<Vec<OpenPlan>, Refusal> {
        Ok(self.store.reader().open_plans()?)
    }

    /// A sheet as it was left, planned anew; `None` if it was forgotten since.
    ///
    /// # Errors
    /// As [`Desk::plan_import`].
    pub fn reopen_import(&self, id: PlanId) -> Result<Option<Importing>, ImportError> {
        let Some(stored) = self.store.reader().plan(id)? else {
            return Ok(None);
        };
        let unreadable = |_| StoreError::Unreadable {
            column: "import_plans.body",
            value: String::new(),
        };
        let sheet: ImportSheet = serde_json::from_str(&stored.body).map_err(unreadable)?;
        let decisions: Decisions = serde_json::from_str(&stored.decisions).map_err(unreadable)?;
        let mut importing = Importing {
            workbook: None,
            tab: 0,
            headers: None,
            columns: sheet.columns.iter().copied().map(Some).collect(),
            sheet,
            decisions,
            plan: Plan::default(),
            seal: String::new(),
            as_of: AsOf::default(),
            id: Some(id),
        };
        self.plan_import(&mut importing, &mut unwatched)?;
        Ok(Some(importing))
    }

    /// The periods that an enrolled list may be of, the present one first.
    pub fn periods_offered(&self) -> Vec<Period> {
        self.current_period().following().take(3).collect()
    }
}

/// A value as it is stored; one that can't be written so does not exist.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "{}".to_owned())
}
