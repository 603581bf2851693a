//! A field of a form: its label, its box, and the line below that says what the program thinks of it.

use iced::advanced::widget::Id;
use iced::widget::{column, container};
use iced::{Element, Length, padding};

use super::input::input;
use super::suggest::{self, Suggest};
use crate::app::theme::measure::{BLOCK_GAP, LABEL_GAP, MESSAGE_GAP, NEAR, RING, RING_GAP};
use crate::app::theme::{caption, style};

/// What a field holds between two views: the text as it was typed, and what was said about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    /// What was typed, as it was typed.
    pub text: String,
    /// What is said below it.
    pub said: Option<Said>,
    /// What is proposed in gray while it is empty. It counts once Enter passes over it.
    pub proposal: Option<String>,
}

/// A sentence below a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub text: String,
}

/// How a sentence below a field is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// For information.
    Hint,
    /// Worth a look; nothing is wrong.
    Advice,
    /// Something does not agree. It never keeps the text from being saved.
    Problem,
    /// Seen and right.
    Done,
}

impl Field {
    /// A field with this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// The text without the spaces around it: what is saved.
    pub fn value(&self) -> &str {
        self.text.trim()
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.value().is_empty()
    }

    /// Takes what was typed. What was said about the former text goes.
    pub fn type_in(&mut self, text: String) {
        self.text = text;
        self.said = None;
    }

    /// Says something below the field.
    pub fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.said = Some(Said {
            tone,
            text: text.into(),
        });
    }

    /// Enter passed over it: what was proposed is now its text, if it was empty. Tells whether it was so.
    pub fn accept_proposal(&mut self) -> bool {
        match self.proposal.take() {
            Some(proposal) if self.is_empty() => {
                self.text = proposal;
                true
            }
            proposal => {
                self.proposal = proposal;
                false
            }
        }
    }
}

/// Draws `field` below its label. One of one line takes 80 in height, with the gap to the next.
pub fn field<'a, Message: Clone + 'a>(
    label: &'a str,
    field: &'a Field,
    on_input: impl Fn(String) -> Message + 'a,
) -> View<'a, Message> {
    View {
        label,
        field,
        on_input: Box::new(on_input),
        id: None,
        on_submit: None,
        placeholder: "",
        hint: None,
        note: None,
        offers: None,
        width: Length::Fill,
    }
}

/// A field to be drawn; made by [`field`].
pub struct View<'a, Message> {
    label: &'a str,
    field: &'a Field,
    on_input: Box<dyn Fn(String) -> Message + 'a>,
    id: Option<Id>,
    on_submit: Option<Message>,
    placeholder: &'a str,
    hint: Option<&'a str>,
    note: Option<String>,
    offers: Option<Element<'a, Message>>,
    width: Length,
}

impl<'a, Message: Clone + 'a> View<'a, Message> {
    /// The name by which [`super::focus()`] finds it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What Enter means in it.
    pub fn on_submit(mut self, message: Message) -> Self {
        self.on_submit = Some(message);
        self
    }

    /// What is shown in gray while it is empty and nothing is proposed.
    pub fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = placeholder;
        self
    }

    /// What the line below says while nothing else is said.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Small words at the right end of its box.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// The offers below it, while they are open.
    pub fn suggest(mut self, offers: &'a Suggest, on_take: impl Fn(usize) -> Message + 'a) -> Self {
        self.offers = suggest::view(offers, on_take);
        self
    }

    /// Its width; all there is, by default.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }
}

impl<'a, Message: Clone + 'a> From<View<'a, Message>> for Element<'a, Message> {
    fn from(view: View<'a, Message>) -> Self {
        let View {
            label,
            field,
            on_input,
            id,
            on_submit,
            placeholder,
            hint,
            note,
            offers,
            width,
        } = view;
        let said = field.said.as_ref();
        let problem = said.is_some_and(|said| said.tone == Tone::Problem);

        let mut text = input(
            field.proposal.as_deref().unwrap_or(placeholder),
            &field.text,
            on_input,
        )
        .problem(problem);
        if let Some(id) = id {
            text = text.id(id);
        }
        if let Some(message) = on_submit {
            text = text.on_submit(message);
        }
        if let Some(note) = note {
            text = text.note(note);
        }

        let line = said
            .map(|said| (said.text.as_str(), said.tone))
            .or(hint.map(|hint| (hint, Tone::Hint)));

        lined(label, text, line, offers).width(width).into()
    }
}

/// Anything below a label and above a message, in the measures of a field: a choice, a pair of boxes.
///
/// The message is a line that always exists, and the offers come last: so the control keeps its place in the
/// tree, and with it the focus, while what is said about it changes.
pub fn block<'a, Message: 'a>(
    label: &'a str,
    control: impl Into<Element<'a, Message>>,
    said: Option<&'a Said>,
    offers: Option<Element<'a, Message>>,
) -> container::Container<'a, Message> {
    lined(
        label,
        control,
        said.map(|said| (said.text.as_str(), said.tone)),
        offers,
    )
}

fn lined<'a, Message: 'a>(
    label: &'a str,
    control: impl Into<Element<'a, Message>>,
    said: Option<(&'a str, Tone)>,
    offers: Option<Element<'a, Message>>,
) -> container::Container<'a, Message> {
    let (words, tone) = said.unwrap_or((" ", Tone::Hint));
    let message = caption(words).width(Length::Fill).style(match tone {
        Tone::Hint => style::muted,
        Tone::Advice => style::advice,
        Tone::Problem => style::problem,
        Tone::Done => style::done,
    });

    // What is said while one types stands clear of the focus ring; the block is as high as ever.
    let above = match tone {
        Tone::Hint | Tone::Done => MESSAGE_GAP,
        Tone::Advice | Tone::Problem => RING + RING_GAP,
    };
    let below = BLOCK_GAP + MESSAGE_GAP - above;
    let line = container(message).padding(padding::top(above).bottom(below));
    // With nothing to say, what is offered comes right below the control; the line keeps its place in the tree.
    let (line, gap) = match (said, &offers) {
        (None, Some(_)) => (container(line).height(0.0).clip(true), NEAR),
        _ => (container(line), NEAR - below),
    };

    container(column![
        container(caption(label).style(style::muted)).padding(padding::bottom(LABEL_GAP)),
        control.into(),
        line,
        offers.map(|offers| container(offers).padding(padding::top(gap).bottom(NEAR))),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_takes_back_what_was_said() {
        let mut nss = Field::new("4819");
        nss.say(Tone::Problem, "El NSS lleva 11 dígitos; aquí hay 4.");

        nss.type_in("48190".into());

        assert_eq!(nss, Field::new("48190"));
    }

    #[test]
    fn a_proposal_counts_once_enter_passes_over_an_empty_field() {
        let mut sex = Field {
            proposal: Some("Mujer".into()),
            ..Field::default()
        };
        assert!(sex.is_empty());
        assert!(sex.accept_proposal());
        assert_eq!(sex.value(), "Mujer");

        let mut birth = Field {
            proposal: Some("14 de mayo".into()),
            ..Field::new("15 de mayo")
        };
        assert!(!birth.accept_proposal());
        assert_eq!(birth.value(), "15 de mayo");
        assert!(birth.proposal.is_some());
    }
}
