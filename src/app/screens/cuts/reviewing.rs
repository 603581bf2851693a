//! What waits for an open cut, as the clerk walks through it: what is held by its cause, and then what goes.

use crate::app::widget::Move;
use crate::desk::{PAGE_ROWS, QueuedMovement, Review};
use crate::domain::ids::MovementId;
use crate::domain::review::Cause;

/// The rows of an open cut and the one that is selected.
#[derive(Debug, Clone)]
pub struct Reviewing {
    review: Review,
    selected: usize,
    only_held: bool,
}

/// A line of a page.
#[derive(Debug, Clone, Copy)]
pub enum PageLine<'a> {
    /// The head of a group, with how many there are in all of it; `None` for what goes.
    Head(Option<Cause>, usize),
    /// A row with its place among all rows.
    Row(usize, Option<Cause>, &'a QueuedMovement),
}

impl Reviewing {
    /// Begins at the first row.
    pub fn new(review: Review) -> Self {
        Self {
            review,
            selected: 0,
            only_held: false,
        }
    }

    /// What the desk found.
    pub fn review(&self) -> &Review {
        &self.review
    }

    /// Takes what the desk finds now. The selection stays with its row; where that row was held and is not any more, or
    /// left the cut, the next one takes its place.
    pub fn read_again(&mut self, review: Review) {
        let before = self.selected_row().map(|(cause, row)| (row.movement.id, cause));
        let was_held = self.selected < self.review.held_count();
        self.review = review;
        let stays = before.and_then(|(id, cause)| {
            let at = self.place_of(id)?;
            (self.row(at)?.0 == cause).then_some(at)
        });
        self.selected = match stays {
            Some(at) => at,
            // The next observation, or the last one that is left.
            None if was_held && self.review.held_count() > 0 => {
                self.selected.min(self.review.held_count() - 1)
            }
            None => self.selected.min(self.count().saturating_sub(1)),
        };
    }

    /// Lists what is held alone, or everything.
    pub fn only_held(&mut self, only: bool) {
        if self.only_held != only {
            (self.only_held, self.selected) = (only, 0);
        }
    }

    /// How many rows are listed.
    pub fn count(&self) -> usize {
        let ready = if self.only_held {
            0
        } else {
            self.review.ready.len()
        };
        self.review.held_count() + ready
    }

    /// The place of the selected row among all.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Where the page begins that shows it.
    pub fn offset(&self) -> usize {
        self.selected / PAGE_ROWS * PAGE_ROWS
    }

    /// The selected row, and why it is held.
    pub fn selected_row(&self) -> Option<(Option<Cause>, &QueuedMovement)> {
        self.row(self.selected)
    }

    fn row(&self, mut at: usize) -> Option<(Option<Cause>, &QueuedMovement)> {
        for (cause, rows) in &self.review.held {
            match rows.get(at) {
                Some(row) => return Some((Some(*cause), row)),
                None => at -= rows.len(),
            }
        }
        self.review
            .ready
            .get(at)
            .filter(|_| !self.only_held)
            .map(|row| (None, row))
    }

    fn place_of(&self, id: MovementId) -> Option<usize> {
        let held = self.review.held.iter().flat_map(|(_, rows)| rows);
        held.chain(&self.review.ready)
            .position(|row| row.movement.id == id)
    }

    /// The lines of the page that shows the selected row. A group that began on a page before has its head again.
    pub fn page(&self) -> Vec<PageLine<'_>> {
        let (from, until) = (self.offset(), (self.offset() + PAGE_ROWS).min(self.count()));
        let mut lines = Vec::with_capacity(until - from + 4);
        let mut before = 0;
        let held = self.review.held.iter().map(|(cause, rows)| (Some(*cause), rows));
        for (cause, rows) in held.chain([(None, &self.review.ready)]) {
            let here = from.max(before)..until.min(before + rows.len());
            if !here.is_empty() {
                lines.push(PageLine::Head(cause, rows.len()));
                lines.extend(here.map(|at| PageLine::Row(at, cause, &rows[at - before])));
            }
            before += rows.len();
        }
        lines
    }

    /// Selects the row in this line of the page; a head is none.
    pub fn select_line(&mut self, line: usize) {
        let place = match self.page().get(line) {
            Some(PageLine::Row(at, ..)) => *at,
            _ => return,
        };
        self.selected = place;
    }

    /// The arrows.
    pub fn go(&mut self, to: Move) {
        let last = self.count().saturating_sub(1);
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

    /// Goes to the next row that is held, and from the last one to the first. Tells whether one is held.
    pub fn next_observation(&mut self) -> bool {
        let held = self.review.held_count();
        if held > 0 {
            self.selected = if self.selected + 1 < held {
                self.selected + 1
            } else {
                0
            };
        }
        held > 0
    }
}
