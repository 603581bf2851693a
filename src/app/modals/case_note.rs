//! N in a case: to whom something was told, and what.

use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::theme::measure::NEAR;
use crate::app::theme::strong;
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{Field, Said, Tone, block};
use crate::app::widget::{self, button, choice, dialog, field};
use crate::domain::case::{NoteText, Told};
use crate::domain::ids::StudentId;
use crate::words::case::kept as words;
use crate::words::frame;

/// The id of to whom.
pub const TOLD: &str = "caso-a-quien";
/// The id of what.
pub const WHAT: &str = "caso-que";
/// The id of the button that saves.
pub const SAVE: &str = "caso-guardar";

/// The dialog.
#[derive(Debug)]
pub struct CaseNoteDialog {
    student: StudentId,
    name: String,
    told: Option<Told>,
    /// What is said below to whom.
    said: Said,
    what: Field,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// To whom.
    ToldChosen(Told),
    /// What was typed.
    Typed(String),
    /// Enter.
    Next,
    /// Guardar, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl CaseNoteDialog {
    /// About this student; `proposed` is what a call like this usually tells.
    pub fn new(student: StudentId, name: String, proposed: String) -> Self {
        let mut dialog = Self {
            student,
            name,
            told: None,
            said: below(Tone::Hint, words::TOLD_HINT),
            what: Field::new(proposed),
        };
        dialog.weigh();
        dialog
    }

    /// Says whether the note has room.
    fn weigh(&mut self) {
        match NoteText::read(self.what.value()) {
            Ok(_) => self.what.say(Tone::Hint, words::WHAT_HINT),
            Err(fault) => self.what.say(Tone::Problem, words::fault(fault)),
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::ToldChosen(told) => {
                self.told = Some(told);
                self.said = below(Tone::Hint, words::TOLD_HINT);
            }
            Message::Typed(text) => {
                self.what.type_in(text);
                self.weigh();
            }
            Message::Next => return Action::Run(widget::move_focus(false, Some(dialog::ID.into()))),
            Message::Confirmed => return self.confirm(),
            Message::Closed => return Action::Close,
        }
        Action::None
    }

    fn confirm(&mut self) -> Action {
        let Some(told) = self.told else {
            self.said = below(Tone::Problem, words::TOLD_MISSING);
            return Action::Run(widget::focus(TOLD));
        };
        match NoteText::read(self.what.value()) {
            Ok(text) => Action::NoteCase(self.student, told, text),
            Err(_) => Action::Run(widget::focus(WHAT)),
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let told = choice(
            Told::ALL.map(|told| Choice::new(told, words::told(told)).key(words::told_letter(told))),
            self.told,
            Message::ToldChosen,
        )
        .on_enter(Message::Next)
        .id(TOLD);
        let content = column![
            strong(self.name.as_str()),
            block(words::TOLD_TO, told, Some(&self.said), None),
            field(words::WHAT, &self.what, Message::Typed)
                .id(WHAT)
                .on_submit(Message::Next),
        ]
        .spacing(NEAR);
        dialog(words::NOTE_TITLE, content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(frame::SAVE, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall()
                    .id(SAVE),
            )
            .into()
    }
}

fn below(tone: Tone, text: &str) -> Said {
    Said {
        tone,
        text: text.to_owned(),
    }
}
