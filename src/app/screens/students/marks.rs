//! Who is marked: Espacio on a row, or Mayús with the arrows.

use super::Screen;
use crate::domain::ids::StudentId;

impl Screen {
    /// Who is marked, in the order in which they were.
    pub fn marked(&self) -> &[StudentId] {
        &self.marked
    }

    /// Takes every mark off. Tells whether there was any.
    pub fn clear_marks(&mut self) -> bool {
        let any = !self.marked.is_empty();
        self.marked.clear();
        any
    }

    pub(super) fn mark(&mut self, student: StudentId, marked: bool) {
        self.marked.retain(|it| *it != student);
        if marked {
            self.marked.push(student);
        }
    }

    pub(super) fn mark_selected(&mut self) {
        if let Some(student) = self.selected_student() {
            self.mark(student, true);
        }
    }

    /// Marks the rows between where the selection was and where it is; on another page, those up to it.
    pub(super) fn mark_way(&mut self, (offset, was): (usize, usize)) {
        let from = if offset == self.offset { was } else { self.selected };
        for at in from.min(self.selected)..=from.max(self.selected) {
            if let Some(row) = self.page.rows.get(at) {
                self.mark(row.student.id, true);
            }
        }
    }
}
