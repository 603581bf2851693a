//! What is in the view: every text and every field, which of them has the focus, and which part of it is seen.

use std::fmt;

use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Focusable, Operation, Scrollable, TextInput};
use iced::{Rectangle, Vector};

/// Something in the view.
pub struct Seen {
    /// Its id.
    pub id: Option<String>,
    /// What it says, or what is typed in it.
    pub text: String,
    /// The part of it that is seen, in the window.
    pub visible: Option<Rectangle>,
    is_text: bool,
    is_focused: bool,
}

/// A walk through the whole view. A scrollable announces itself and is then walked through; what is inside lies
/// where its scrolling puts it.
pub struct Survey {
    seen: Vec<Seen>,
    clip: Option<Rectangle>,
    translation: Vector,
    announced: Option<(Rectangle, Vector)>,
    /// A field announces itself twice in a row: as an input, and as something focusable.
    after_input: bool,
}

impl Survey {
    /// Looks at a view in this window.
    pub fn new(window: Rectangle) -> Self {
        Self {
            seen: Vec::new(),
            clip: Some(window),
            translation: Vector::ZERO,
            announced: None,
            after_input: false,
        }
    }

    /// The texts and the fields.
    pub fn texts(&self) -> impl Iterator<Item = &Seen> {
        self.seen.iter().filter(|seen| seen.is_text)
    }

    /// The text or field that is exactly this, or else the first that contains it.
    pub fn text(&self, text: &str) -> Option<&Seen> {
        self.texts()
            .find(|seen| seen.text == text)
            .or_else(|| self.texts().find(|seen| seen.text.contains(text)))
    }

    /// The element with this id.
    pub fn with_id(&self, id: &str) -> Option<&Seen> {
        self.seen.iter().find(|seen| seen.id.as_deref() == Some(id))
    }

    /// The one that has the focus.
    pub fn focused(&self) -> Option<&Seen> {
        self.seen.iter().find(|seen| seen.is_focused)
    }

    fn note(&mut self, id: Option<&Id>, bounds: Rectangle, text: &str, is_text: bool) {
        let bounds = bounds - self.translation;

        self.seen.push(Seen {
            id: id.and_then(name_of),
            // A date is drawn so that it stays on one line.
            text: text.replace('\u{a0}', " "),
            visible: self.clip.and_then(|clip| clip.intersection(&bounds)),
            is_text,
            is_focused: false,
        });
    }
}

impl Operation for Survey {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let Some((bounds, translation)) = self.announced.take() else {
            return operate(self);
        };
        let outside = (self.clip, self.translation);

        self.clip = self
            .clip
            .and_then(|clip| clip.intersection(&(bounds - self.translation)));
        self.translation += translation;
        operate(self);
        (self.clip, self.translation) = outside;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        _content_bounds: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.announced = Some((bounds, translation));
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        if id.is_some() {
            self.note(id, bounds, "", false);
        }
    }

    fn text(&mut self, id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.note(id, bounds, text, true);
    }

    fn text_input(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn TextInput) {
        self.note(id, bounds, state.text(), true);
        self.after_input = true;
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        if !std::mem::take(&mut self.after_input) {
            self.note(id, bounds, "", false);
        }
        if let Some(seen) = self.seen.last_mut() {
            seen.is_focused = state.is_focused();
        }
    }
}

impl fmt::Display for Survey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.texts()
            .filter(|seen| !seen.text.trim().is_empty())
            .try_for_each(|seen| match &seen.id {
                Some(id) => writeln!(f, "  [{id}] {}", seen.text),
                None => writeln!(f, "  {}", seen.text),
            })
    }
}

/// iced keeps the name of an id to itself, but shows it in `Debug`.
fn name_of(id: &Id) -> Option<String> {
    let shown = format!("{id:?}");

    shown
        .strip_prefix("Id(Custom(\"")?
        .strip_suffix("\"))")
        .map(str::to_owned)
}
