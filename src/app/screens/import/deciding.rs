//! What is decided about the rows of a plan. Each decision is kept at once, and Ctrl+Z takes the last one back.

use iced::Task;

use super::review::Entry;
use super::{Action, Asking, CAUSES, Message, ROWS, Screen, Step};
use crate::app::widget;
use crate::desk::import::unwatched;
use crate::desk::{Desk, Explain, Refusal};
use crate::domain::import::{Choice, Column, Decisions, ImportKind, Verdict};
use crate::words::{import as import_words, importing as words};

/// So many decisions can be taken back.
const STEPS_BACK: usize = 200;

impl Screen {
    pub(super) fn update_review(&mut self, desk: &mut Desk, message: Message) -> Action {
        let Some(importing) = &self.importing else {
            return Action::None;
        };
        let plan = importing.plan();
        match message {
            Message::EntrySelected(at) => {
                if at != self.review.chosen() {
                    self.review.choose(plan, at);
                }
                Action::Run(widget::focus(CAUSES))
            }
            Message::EntryMoved(to) => {
                self.review.move_entry(plan, to);
                Action::Run(widget::reveal())
            }
            Message::EntryOpened => Action::Run(widget::focus(ROWS)),
            Message::CounterPressed(at) => {
                let wanted = match at {
                    1 => Some(Entry::New),
                    2 if plan.counts().changes > 0 => Some(Entry::Changes),
                    2 => Some(Entry::Same),
                    3 => plan.causes().first().map(|(cause, _)| Entry::Cause(*cause)),
                    _ => None,
                };
                if let Some(entry) = wanted {
                    self.review.open(plan, entry);
                }
                Action::Run(widget::focus(CAUSES))
            }
            Message::RowSelected(at) => {
                self.review.select(at);
                Action::Run(widget::focus(ROWS))
            }
            Message::RowMoved(to) => {
                self.review.move_row(to);
                Action::Run(widget::reveal())
            }
            Message::RowOpened => self.ask_row(),
            Message::AcceptPressed => self.accept(desk),
            Message::AcceptAllPressed => self.accept_all(desk),
            Message::OtherPressed => self.choose_other(desk),
            Message::AsidePressed => self.set_aside(desk),
            _ => Action::None,
        }
    }

    /// Espacio: the proposal, or back to no choice; somebody who is missing stays, or not.
    fn accept(&mut self, desk: &mut Desk) -> Action {
        let (Some(importing), Some(entry)) = (&mut self.importing, self.review.entry()) else {
            return Action::None;
        };
        let before = importing.decisions().clone();
        if entry == Entry::Missing {
            let place = self.review.place();
            let Some(missing) = place.and_then(|at| importing.plan().missing.get(at)) else {
                return Action::None;
            };
            let (student, stays) = (missing.student, missing.stays);
            importing.let_stay(student, !stays);
            return self.plan_again(desk, Some(before));
        }
        let Some(row) = self.review.row(importing.plan()) else {
            return Action::None;
        };
        let number = row.number;
        if row.verdict == Verdict::Aside {
            importing.set_aside(number, false);
            return self.plan_again(desk, Some(before));
        }
        let Some(doubt) = entry.doubt(row) else {
            return Action::None;
        };
        let (cause, choice, has_proposal) = (doubt.cause, doubt.choice, doubt.proposal.is_some());
        if choice.is_none() && !has_proposal {
            return Action::Say(words::review::NO_PROPOSAL.to_owned(), Task::none());
        }
        let wanted = choice.is_none().then_some(Choice::Proposed);
        importing.choose(number, cause, wanted);
        self.plan_again(desk, Some(before))
    }

    /// A: every proposal of the cause.
    fn accept_all(&mut self, desk: &mut Desk) -> Action {
        let (Some(importing), Some(cause)) =
            (&mut self.importing, self.review.entry().and_then(Entry::cause))
        else {
            return Action::None;
        };
        let before = importing.decisions().clone();
        let accepted = importing.accept_all(cause);
        if accepted == 0 {
            return Action::Say(words::accepted(0), Task::none());
        }
        match self.plan_again(desk, Some(before)) {
            Action::Run(task) => Action::Say(words::accepted(accepted), task),
            other => other,
        }
    }

    /// O: the other way, where there is one.
    fn choose_other(&mut self, desk: &mut Desk) -> Action {
        let (Some(importing), Some(entry)) = (&mut self.importing, self.review.entry()) else {
            return Action::None;
        };
        let Some(row) = self.review.row(importing.plan()) else {
            return Action::None;
        };
        let Some(doubt) = entry.doubt(row).filter(|doubt| doubt.cause.has_other()) else {
            return Action::None;
        };
        let before = importing.decisions().clone();
        let wanted = (doubt.choice != Some(Choice::Other)).then_some(Choice::Other);
        let (number, cause) = (row.number, doubt.cause);
        importing.choose(number, cause, wanted);
        self.plan_again(desk, Some(before))
    }

    /// Supr: leaves the row out, or takes it in again.
    fn set_aside(&mut self, desk: &mut Desk) -> Action {
        let Some(importing) = &mut self.importing else {
            return Action::None;
        };
        let Some(row) = self.review.row(importing.plan()) else {
            return Action::None;
        };
        let before = importing.decisions().clone();
        let (number, is_aside) = (row.number, importing.decisions().aside.contains(&row.number));
        importing.set_aside(number, !is_aside);
        self.plan_again(desk, Some(before))
    }

    /// Enter: the cells of the row, to be corrected.
    fn ask_row(&self) -> Action {
        let Some(importing) = &self.importing else {
            return Action::None;
        };
        let Some(row) = self.review.row(importing.plan()) else {
            return Action::None;
        };
        let doubt = self
            .review
            .entry()
            .and_then(|entry| entry.doubt(row))
            .or_else(|| row.held_by());
        let first = doubt.map(|doubt| doubt.column);
        let second = doubt.and_then(|doubt| doubt.also);
        let mut columns = importing.sheet().columns.clone();
        columns.sort_by_key(|column| (Some(*column) != first, Some(*column) != second));
        Action::AskRow {
            row: row.number,
            name: row.name.clone(),
            why: doubt.map(|doubt| (import_words::cause(doubt.cause), import_words::why(doubt))),
            cells: columns
                .into_iter()
                .map(|column| (column, importing.text(row.number, column)))
                .collect(),
        }
    }

    /// The cells of a row were corrected.
    pub fn write(&mut self, desk: &mut Desk, row: u32, cells: &[(Column, String)]) -> Action {
        let Some(importing) = &mut self.importing else {
            return Action::None;
        };
        let before = importing.decisions().clone();
        for (column, text) in cells {
            importing.write(row, *column, text);
        }
        if cells.is_empty() {
            return Action::Run(widget::focus(ROWS));
        }
        self.plan_again(desk, Some(before))
    }

    /// Ctrl+Z: the last decision; `None` where saved work would be next.
    pub fn step_back(&mut self, desk: &mut Desk) -> Option<Action> {
        let Some(before) = self.before.pop() else {
            let said = words::review::NO_DECISION.to_owned();
            return (!self.is_saved).then_some(Action::Say(said, Task::none()));
        };
        if let Some(importing) = &mut self.importing {
            importing.decide_again(before);
        }
        Some(match self.plan_again(desk, None) {
            Action::Run(task) => Action::Say(words::review::TAKEN_BACK.to_owned(), task),
            other => other,
        })
    }

    /// Makes the plan again after a decision, and keeps it; `before` is what it can be taken back to.
    pub(super) fn plan_again(&mut self, desk: &mut Desk, before: Option<Decisions>) -> Action {
        let Some(importing) = &mut self.importing else {
            return Action::None;
        };
        if let Err(error) = desk.plan_import(importing, &mut unwatched) {
            return Action::Tell(error.explain(), Task::none());
        }
        self.review.again(importing.plan());
        if let Some(before) = before {
            self.before.push(before);
            if self.before.len() > STEPS_BACK {
                self.before.remove(0);
            }
        }
        match self.keep(desk) {
            Ok(()) => Action::Run(widget::reveal()),
            Err(refusal) => Action::Refused(refusal),
        }
    }

    pub(super) fn keep(&mut self, desk: &mut Desk) -> Result<(), Refusal> {
        match &mut self.importing {
            Some(importing) => desk.keep_import(importing),
            None => Ok(()),
        }
    }

    /// Ctrl+Enter: what is saved is asked once, and nothing where there is nothing.
    pub(super) fn ask_saving(&mut self, desk: &mut Desk) -> Action {
        let Some(importing) = &self.importing else {
            return Action::None;
        };
        if self.step != Step::Review {
            return Action::None;
        }
        let plan = importing.plan();
        let counts = plan.counts();
        if plan.is_idle() {
            let said = if counts.held > 0 {
                words::review::NOTHING_DECIDED.to_owned()
            } else {
                match desk.imported_before(importing) {
                    Ok(Some(before)) => import_words::same_file(before.entry.at),
                    _ => words::review::NOTHING_TO_SAVE.to_owned(),
                }
            };
            return Action::Say(said, Task::none());
        }
        let asks = plan.kind != ImportKind::Altas || counts.to_queue > 0;
        if !asks {
            return self.save(desk, super::work::Saving::Plain);
        }
        Action::AskSaving(Asking {
            kind: plan.kind,
            outlook: import_words::outlook(plan.kind, &counts),
            to_queue: counts.to_queue,
            without_nss: counts.without_nss,
        })
    }
}
