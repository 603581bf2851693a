//! The tasks of the focus. All of them are widget operations: returned from `update`, they run at once on the
//! view that follows it.

use iced::advanced::widget::operation::{self, Operation, Outcome, Scrollable, TextInput};
use iced::advanced::widget::{Id, operate};
use iced::widget::scrollable::AbsoluteOffset;
use iced::{Rectangle, Task, Vector};

/// Room left around what is scrolled into view: for the ring and, below, for the message of a field.
const ROOM: f32 = 28.0;

/// The `Task` for Tab (or Mayús+Tab, `backwards`), wrapping around at either end.
///
/// `within` is the id of the open dialog's container: the focus then stays inside it. The dialog must have taken
/// the focus when it opened ([`focus()`]), for nothing outside `within` loses it here.
pub fn move_focus<T: Send + 'static>(backwards: bool, within: Option<Id>) -> Task<T> {
    match within {
        Some(container) => operate(operation::scope(container, cycle(backwards))),
        None => operate(cycle(backwards)),
    }
}

/// Takes the focus to the element with this id, away from all others.
pub fn focus<T: Send + 'static>(id: impl Into<Id>) -> Task<T> {
    operate(Focus {
        target: Target::Id(id.into()),
        visited: 0,
    })
}

/// Tells which element has the focus: `None` if none has, or one without an id.
pub fn focused() -> Task<Option<Id>> {
    operate(Focused { id: None })
}

/// Scrolls until what has the focus is seen. [`focus()`] and [`move_focus`] do it by themselves; a list asks for
/// it when another of its rows is selected.
pub fn reveal<T: Send + 'static>() -> Task<T> {
    operate(Look::new(false))
}

/// Focuses the next (or previous) element. iced's own `focus_next` does not wrap: it leaves nothing focused
/// after the last field.
fn cycle<T: Send + 'static>(backwards: bool) -> impl Operation<T> {
    // `then` takes a plain function, which cannot capture `backwards`.
    let step: fn(operation::focusable::Count) -> Focus = if backwards {
        |count| {
            let last = count.total.saturating_sub(1);

            Focus::nth(match count.focused {
                None | Some(0) => last,
                Some(focused) => focused - 1,
            })
        }
    } else {
        |count| {
            Focus::nth(match count.focused {
                Some(focused) if focused + 1 < count.total => focused + 1,
                _ => 0,
            })
        }
    };

    operation::then(operation::focusable::count(), step)
}

enum Target {
    Nth(usize),
    Id(Id),
}

/// Focuses one element, unfocuses the others, and goes on to show it.
struct Focus {
    target: Target,
    visited: usize,
}

impl Focus {
    fn nth(index: usize) -> Self {
        Self {
            target: Target::Nth(index),
            visited: 0,
        }
    }
}

impl<T: 'static> Operation<T> for Focus {
    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn operation::Focusable) {
        let is_target = match &self.target {
            Target::Nth(index) => self.visited == *index,
            Target::Id(target) => id == Some(target),
        };

        if is_target {
            state.focus();
        } else {
            state.unfocus();
        }

        self.visited += 1;
    }

    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn finish(&self) -> Outcome<T> {
        Outcome::Chain(Box::new(Look::new(true)))
    }
}

struct Focused {
    id: Option<Id>,
}

impl Operation<Option<Id>> for Focused {
    fn focusable(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn operation::Focusable) {
        if state.is_focused() {
            self.id = id.cloned();
        }
    }

    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Option<Id>>)) {
        operate(self);
    }

    fn finish(&self) -> Outcome<Option<Id>> {
        Outcome::Some(self.id.clone())
    }
}

/// A scrollable that is being walked through.
struct Scroll {
    index: usize,
    bounds: Rectangle,
    content: Rectangle,
    translation: Vector,
}

impl Scroll {
    /// How far down it has to be scrolled so that `target` is seen; `None` if it is.
    fn offset_for(&self, target: Rectangle) -> Option<f32> {
        let top = target.y - ROOM - self.bounds.y;
        let bottom = target.y + target.height + ROOM - self.bounds.y;
        let (seen_from, seen_to) = (self.translation.y, self.translation.y + self.bounds.height);
        let end = (self.content.height - self.bounds.height).max(0.0);

        let offset = if top < seen_from {
            top
        } else if bottom > seen_to {
            // What is taller than the place shows its head.
            (bottom - self.bounds.height).min(top)
        } else {
            return None;
        };

        Some(offset.clamp(0.0, end))
    }
}

/// Looks where the focus is, and what has to move so that it is seen.
///
/// An operation is told of a scrollable and then asked to walk through it; so the one announced last is the one
/// that is entered.
struct Look {
    select: bool,
    announced: Option<Scroll>,
    inside: Vec<Scroll>,
    scrolls: usize,
    inputs: usize,
    /// Whether the focusable that follows is the input just announced: an input is both.
    is_input: bool,
    found: Show,
}

impl Look {
    fn new(select: bool) -> Self {
        Self {
            select,
            announced: None,
            inside: Vec::new(),
            scrolls: 0,
            inputs: 0,
            is_input: false,
            found: Show::default(),
        }
    }
}

impl<T: 'static> Operation<T> for Look {
    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.announced = Some(Scroll {
            index: self.scrolls,
            bounds,
            content,
            translation,
        });
        self.scrolls += 1;
    }

    fn text_input(&mut self, _id: Option<&Id>, _bounds: Rectangle, _state: &mut dyn TextInput) {
        self.inputs += 1;
        self.is_input = true;
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn operation::Focusable) {
        let is_input = std::mem::take(&mut self.is_input);

        if state.is_focused() {
            self.found.select = (is_input && self.select).then(|| self.inputs - 1);
            self.found.scrolls = self
                .inside
                .iter()
                .filter_map(|scroll| scroll.offset_for(bounds).map(|offset| (scroll.index, offset)))
                .collect();
        }
    }

    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        match self.announced.take() {
            Some(scroll) => {
                self.inside.push(scroll);
                operate(self);
                self.inside.pop();
            }
            None => operate(self),
        }
    }

    fn finish(&self) -> Outcome<T> {
        Outcome::Chain(Box::new(self.found.clone()))
    }
}

/// Scrolls what [`Look`] found, and selects the text of the field.
#[derive(Clone, Default)]
struct Show {
    /// Which scrollables, in the order of the walk, and how far down.
    scrolls: Vec<(usize, f32)>,
    /// Which input, in the order of the walk.
    select: Option<usize>,
    scrollables: usize,
    inputs: usize,
}

impl<T> Operation<T> for Show {
    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        _bounds: Rectangle,
        _content: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        let offset = self.scrolls.iter().find(|(index, _)| *index == self.scrollables);

        if let Some((_, offset)) = offset {
            state.scroll_to(AbsoluteOffset {
                x: None,
                y: Some(*offset),
            });
        }
        self.scrollables += 1;
    }

    fn text_input(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn TextInput) {
        if self.select == Some(self.inputs) {
            state.select_all();
        }
        self.inputs += 1;
    }

    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }
}
