//! A copy in the register's place, from Respaldo: which one, what opens it, both sides, and the word to go on. Enter leaves
//! everything as it is: only Ctrl+Enter puts a copy in place.

use std::path::Path;

use iced::Element;
use iced::widget::{column, container};

use super::Action;
use crate::app::screens::restoring::{self as copies, Screen};
use crate::app::theme::measure::PADDING;
use crate::app::theme::{caption, style};
use crate::app::widget::{self, Press, button, dialog};
use crate::desk::Clock;
use crate::store::restore::Candidate;
use crate::words::backup::restoring as words;
use crate::words::{frame, restore};

/// The id of the button that leaves everything as it is.
pub const LEAVE: &str = "restaurar-dejar";

/// The dialog.
#[derive(Debug)]
pub struct RestoreDialog {
    copies: Screen,
    /// It was opened about one copy: to leave that copy is to leave the dialog.
    is_about_one: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Among the copies.
    Copies(copies::Message),
    /// Esc, or the close button.
    Closed,
}

impl RestoreDialog {
    /// For the register in `data`, with a path to be typed.
    pub fn of_any(data: &Path, clock: Clock) -> Self {
        Self {
            copies: Screen::new(data, clock, Vec::new()),
            is_about_one: false,
        }
    }

    /// For the register in `data`, about the copy at `path` among these. What has to be done to begin with it comes too.
    pub fn of_one(data: &Path, clock: Clock, found: Vec<Candidate>, path: &Path) -> (Self, Action) {
        let mut dialog = Self {
            copies: Screen::new(data, clock, found),
            is_about_one: true,
        };
        let begun = dialog.copies.open(path);
        let begun = dialog.asked(begun);
        (dialog, begun)
    }

    /// What has the focus at first.
    pub fn first(&self) -> &'static str {
        match self.copies.is_tried() {
            true => LEAVE,
            false => self.copies.first(),
        }
    }

    /// A copy that was looked at comes back as it was.
    pub fn copies(&mut self) -> &mut Screen {
        &mut self.copies
    }

    /// What a key means that no widget used.
    pub fn key(&self, press: &Press<'_>) -> Option<Message> {
        let is_look = press.typed().is_some_and(|text| text.eq_ignore_ascii_case("v"));
        (is_look && self.copies.is_tried()).then_some(Message::Copies(copies::Message::LookPressed))
    }

    /// Ctrl+Enter.
    pub fn confirm(&mut self) -> Action {
        match self.copies.main() {
            Some(message) => self.update(Message::Copies(message)),
            None => Action::None,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Copies(message) => {
                let was_tried = self.copies.is_tried();
                let action = self.copies.update(message);
                match self.asked(action) {
                    // What was compared waits for Ctrl+Enter; whoever presses Enter once more changes nothing.
                    Action::Run(_) if !was_tried && self.copies.is_tried() => {
                        Action::Run(widget::focus(LEAVE))
                    }
                    action => action,
                }
            }
            Message::Closed if self.is_about_one && !self.copies.is_busy() => Action::Close,
            Message::Closed if self.copies.back() => Action::Run(widget::focus(self.first())),
            Message::Closed => Action::Close,
        }
    }

    fn asked(&self, action: copies::Action) -> Action {
        match action {
            copies::Action::None => Action::None,
            copies::Action::Run(task) => {
                Action::Run(task.map(Message::Copies).map(super::Message::Restoring))
            }
            copies::Action::Restore(tried, kept) => Action::RestoreCopy(tried, kept),
            copies::Action::Look(tried) => Action::LookAtCopy(tried),
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let content = match self.copies.view_told() {
            Some(told) => told,
            None => self.copies.view_choice(None),
        };
        let is_tried = self.copies.is_tried();
        let kept = is_tried.then(|| {
            container(caption(words::IS_KEPT).style(style::muted)).padding(iced::padding::top(PADDING))
        });
        let leave = if is_tried { words::LEAVE } else { frame::CANCEL };
        let mut shown = dialog(
            words::TITLE,
            column![content.map(Message::Copies), kept],
            Message::Closed,
        )
        .wide()
        .button(button(leave, Message::Closed).key("Esc").tall().id(LEAVE));
        if is_tried {
            shown = shown
                .button(
                    button(restore::LOOK, Message::Copies(copies::Message::LookPressed))
                        .key("V")
                        .tall(),
                )
                .button(
                    button(words::RESTORE, Message::Copies(copies::Message::RestorePressed))
                        .key("Ctrl+Enter")
                        .primary()
                        .tall(),
                );
        }
        shown.into()
    }
}
