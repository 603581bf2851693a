//! The hoja de rescate: made once, and tested by typing its first groups.

use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::theme::measure::NEAR;
use crate::app::theme::{body, style};
use crate::app::widget::field::{Field, Tone};
use crate::app::widget::{button, dialog, field};
use crate::print::icon::Icon;
use crate::words::backup::rescue as words;
use crate::words::frame;

/// The id of the button that makes a sheet.
pub const MAKE: &str = "hoja-hacer";
/// The id of the groups.
pub const GROUPS: &str = "hoja-grupos";

/// Whether a sheet is made.
#[derive(Debug)]
pub struct MakeSheet {
    /// There is one already.
    has_former: bool,
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum MakeMessage {
    /// The button, Enter or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl MakeSheet {
    /// The question; what becomes of the former sheet is said where there is one.
    pub fn new(has_former: bool) -> Self {
        Self { has_former }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: MakeMessage) -> Action {
        match message {
            MakeMessage::Confirmed => Action::MakeSheet,
            MakeMessage::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, MakeMessage> {
        let former = self.has_former.then(|| body(words::FORMER).style(style::advice));
        let content = column![body(words::WHAT), former].spacing(NEAR);
        dialog(words::MAKE_TITLE, content, MakeMessage::Closed)
            .button(button(frame::CANCEL, MakeMessage::Closed).key("Esc").tall())
            .button(
                button(words::MAKE, MakeMessage::Confirmed)
                    .icon(Icon::Printer)
                    .key("Enter")
                    .primary()
                    .tall()
                    .id(MAKE),
            )
            .into()
    }
}

/// The first groups of a sheet, to know that it is this office's.
#[derive(Debug)]
pub struct TestSheet {
    groups: Field,
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum TestMessage {
    /// The groups were typed, or read by a scanner.
    Typed(String),
    /// The button, Enter or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl TestSheet {
    /// With nothing typed yet.
    pub fn new() -> Self {
        Self {
            groups: Field::default(),
        }
    }

    /// Says what is wrong; what was typed stays.
    pub fn refuse(&mut self, why: String) {
        self.groups.say(Tone::Problem, why);
    }

    /// What follows from a message.
    pub fn update(&mut self, message: TestMessage) -> Action {
        match message {
            TestMessage::Typed(text) => {
                self.groups.type_in(text);
                Action::None
            }
            TestMessage::Confirmed => Action::TestSheet(self.groups.value().to_owned()),
            TestMessage::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, TestMessage> {
        let content = field(words::GROUPS, &self.groups, TestMessage::Typed)
            .placeholder(words::GROUPS_HINT)
            .on_submit(TestMessage::Confirmed)
            .id(GROUPS);
        dialog(words::TEST_TITLE, column![content], TestMessage::Closed)
            .button(button(frame::CANCEL, TestMessage::Closed).key("Esc").tall())
            .button(
                button(words::TEST, TestMessage::Confirmed)
                    .key("Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}

impl Default for TestSheet {
    fn default() -> Self {
        Self::new()
    }
}
