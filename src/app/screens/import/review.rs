//! What is shown of a plan: a list of lists at the left, and the rows of the chosen one.

use crate::app::widget::Move;
use crate::desk::PAGE_ROWS;
use crate::domain::import::{Cause, Doubt, Plan, PlannedRow, Verdict};

/// One of the lists of a plan. Every number on the screen opens one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Rows that wait for the same reason.
    Cause(Cause),
    /// Students to register, or bajas to queue.
    New,
    /// Records to change.
    Changes,
    /// Records that say the same.
    Same,
    /// Rows that are saved with a note.
    Noted,
    /// Rows that were left out.
    Aside,
    /// People who are missing in an enrolled list.
    Missing,
}

/// The lists that are no cause, in their order.
const REST: [Entry; 6] = [
    Entry::New,
    Entry::Changes,
    Entry::Noted,
    Entry::Missing,
    Entry::Same,
    Entry::Aside,
];

impl Entry {
    /// Whether a row belongs into it now.
    fn holds(self, row: &PlannedRow) -> bool {
        match self {
            Self::Cause(cause) => {
                row.verdict == Verdict::Held && row.held_by().is_some_and(|doubt| doubt.cause == cause)
            }
            Self::New => row.verdict == Verdict::New,
            Self::Changes => row.verdict == Verdict::Changes,
            Self::Same => matches!(row.verdict, Verdict::Same | Verdict::Known),
            Self::Noted => row.verdict.is_saved() && !row.notes.is_empty(),
            Self::Aside => matches!(row.verdict, Verdict::Aside | Verdict::Superseded),
            Self::Missing => false,
        }
    }

    /// How many belong into it now.
    pub fn count(self, plan: &Plan) -> usize {
        match self {
            Self::Missing => plan.missing.iter().filter(|missing| !missing.stays).count(),
            _ => plan.rows.iter().filter(|row| self.holds(row)).count(),
        }
    }

    /// Whether there is anything to show of it.
    fn is_there(self, plan: &Plan) -> bool {
        match self {
            Self::Missing => !plan.missing.is_empty(),
            _ => plan.rows.iter().any(|row| self.holds(row)),
        }
    }

    /// The cause, of rows that wait.
    pub fn cause(self) -> Option<Cause> {
        match self {
            Self::Cause(cause) => Some(cause),
            _ => None,
        }
    }

    /// What is doubted about a row that is listed here.
    pub fn doubt(self, row: &PlannedRow) -> Option<&Doubt> {
        row.doubts.iter().find(|doubt| Some(doubt.cause) == self.cause())
    }
}

/// What is looked at.
#[derive(Debug, Clone, Default)]
pub struct Review {
    entries: Vec<Entry>,
    chosen: usize,
    /// Places in the rows of the plan, or among those who are missing.
    rows: Vec<usize>,
    selected: usize,
}

impl Review {
    /// Looks at a plan from its beginning.
    pub fn of(plan: &Plan) -> Self {
        let mut review = Self::default();
        review.choose(plan, 0);
        review
    }

    /// The lists, the causes first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Which of them is looked at.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// The list that is looked at; `None` for a plan without rows.
    pub fn entry(&self) -> Option<Entry> {
        self.entries.get(self.chosen).copied()
    }

    /// Its rows, as places in the plan.
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// Which of them is selected.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Where the page begins that shows the selected one.
    pub fn offset(&self) -> usize {
        self.selected / PAGE_ROWS * PAGE_ROWS
    }

    /// The place in the plan of the selected row.
    pub fn place(&self) -> Option<usize> {
        self.rows.get(self.selected).copied()
    }

    /// The row that is selected.
    pub fn row<'p>(&self, plan: &'p Plan) -> Option<&'p PlannedRow> {
        if self.entry() == Some(Entry::Missing) {
            return None;
        }
        plan.rows.get(self.place()?)
    }

    /// Looks at another list: what was decided in the one before is gone from it, and the lists are counted anew.
    pub fn choose(&mut self, plan: &Plan, at: usize) {
        let wanted = self.entries.get(at).copied();
        let causes = plan.causes().into_iter().map(|(cause, _)| Entry::Cause(cause));
        let rest = REST.into_iter().filter(|entry| entry.is_there(plan));
        self.entries = causes.chain(rest).collect();
        self.chosen = wanted
            .and_then(|wanted| self.entries.iter().position(|entry| *entry == wanted))
            .unwrap_or(at.min(self.entries.len().saturating_sub(1)));
        self.rows.clear();
        self.selected = 0;
        self.gather(plan);
    }

    /// Looks at this list, if there is one.
    pub fn open(&mut self, plan: &Plan, entry: Entry) -> bool {
        match self.entries.iter().position(|it| *it == entry) {
            Some(at) => {
                self.choose(plan, at);
                true
            }
            None => false,
        }
    }

    /// The arrows in the list of lists.
    pub fn move_entry(&mut self, plan: &Plan, to: Move) {
        let last = self.entries.len().saturating_sub(1);
        let at = match to {
            Move::Up => self.chosen.saturating_sub(1),
            Move::Down => (self.chosen + 1).min(last),
            Move::First | Move::PageUp => 0,
            Move::Last | Move::PageDown => last,
        };
        // A list that was emptied stays until it is left.
        if at != self.chosen {
            self.choose(plan, at);
        }
    }

    /// Selects a row of the page.
    pub fn select(&mut self, at: usize) {
        self.selected = (self.offset() + at).min(self.rows.len().saturating_sub(1));
    }

    /// The arrows in the rows.
    pub fn move_row(&mut self, to: Move) {
        let last = self.rows.len().saturating_sub(1);
        let offset = self.offset();
        self.selected = match to {
            Move::Up => self.selected.saturating_sub(1),
            Move::Down => self.selected + 1,
            Move::PageUp => self.selected.saturating_sub(PAGE_ROWS),
            Move::PageDown => self.selected + PAGE_ROWS,
            Move::First => offset,
            Move::Last => offset + PAGE_ROWS - 1,
        }
        .min(last);
    }

    /// Something was decided, and the plan was made again: the list that is looked at keeps its rows until it is left, so
    /// that what was decided is seen.
    pub fn again(&mut self, plan: &Plan) {
        let causes = plan.causes().into_iter().map(|(cause, _)| Entry::Cause(cause));
        let rest = REST.into_iter().filter(|entry| entry.is_there(plan));
        let now: Vec<Entry> = causes.chain(rest).collect();
        let looked_at = self.entry();
        self.entries
            .retain(|entry| now.contains(entry) || Some(*entry) == looked_at);
        for entry in now {
            if !self.entries.contains(&entry) {
                let before = match entry {
                    Entry::Cause(_) => self.entries.iter().position(|it| it.cause().is_none()),
                    _ => None,
                };
                self.entries.insert(before.unwrap_or(self.entries.len()), entry);
            }
        }
        self.chosen = looked_at
            .and_then(|looked_at| self.entries.iter().position(|entry| *entry == looked_at))
            .unwrap_or_default();
        self.gather(plan);
    }

    fn gather(&mut self, plan: &Plan) {
        let place = self.place();
        match self.entry() {
            None => self.rows.clear(),
            Some(Entry::Missing) => self.rows = (0..plan.missing.len()).collect(),
            Some(entry) => {
                let now = (0..plan.rows.len()).filter(|at| entry.holds(&plan.rows[*at]));
                self.rows.extend(now);
                self.rows.sort_unstable();
                self.rows.dedup();
            }
        }
        self.selected = place
            .and_then(|place| self.rows.iter().position(|at| *at == place))
            .unwrap_or(self.selected)
            .min(self.rows.len().saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::import::{Choice, Column, Shown, Why};

    fn held(number: u32, cause: Cause) -> PlannedRow {
        PlannedRow {
            number,
            name: format!("Luna Ríos, Ana {number}"),
            identifier: String::new(),
            verdict: Verdict::Held,
            doubts: vec![Doubt {
                cause,
                column: Column::Nss,
                also: None,
                says: Shown::text("1"),
                proposal: Some(Shown::text("01")),
                why: Why::Missing,
                choice: None,
            }],
            notes: Vec::new(),
            effect: None,
            differences: Vec::new(),
            answer: 0,
        }
    }

    fn plan() -> Plan {
        Plan {
            rows: vec![
                held(2, Cause::LostZero),
                held(3, Cause::TwoAnswers),
                held(4, Cause::LostZero),
            ],
            ..Plan::default()
        }
    }

    fn accept(plan: &mut Plan, at: usize) {
        plan.rows[at].verdict = Verdict::New;
        plan.rows[at].doubts[0].choice = Some(Choice::Proposed);
    }

    #[test]
    fn a_decided_row_is_seen_until_its_cause_is_left() {
        let mut plan = plan();
        let mut review = Review::of(&plan);
        assert_eq!(review.entry(), Some(Entry::Cause(Cause::LostZero)));
        assert_eq!(review.rows(), [0, 2]);

        accept(&mut plan, 0);
        review.again(&plan);
        assert_eq!(review.rows(), [0, 2], "the accepted row is still there");
        accept(&mut plan, 2);
        review.again(&plan);
        assert_eq!(review.rows(), [0, 2]);
        assert_eq!(Entry::Cause(Cause::LostZero).count(&plan), 0);

        review.move_entry(&plan, Move::Down);
        assert_eq!(review.entry(), Some(Entry::Cause(Cause::TwoAnswers)));
        assert!(!review.entries().contains(&Entry::Cause(Cause::LostZero)));
    }

    #[test]
    fn a_number_opens_its_list() {
        let mut plan = plan();
        accept(&mut plan, 1);
        let mut review = Review::of(&plan);
        assert!(review.open(&plan, Entry::New));
        assert_eq!(review.row(&plan).map(|row| row.number), Some(3));
        assert!(!review.open(&plan, Entry::Missing));
        assert_eq!(review.entry(), Some(Entry::New));
    }
}
