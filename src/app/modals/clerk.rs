//! Ctrl+L: who is at the window. The initial chooses, Enter takes.

use iced::widget::{column, container};
use iced::{Element, Length};

use super::Action;
use crate::app::theme::measure::{CONTROL_PADDING, NEAR, ROW};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Move, Press, button, dialog, focusable, hairline};
use crate::domain::person_name::fold;
use crate::words::{frame, settings as words};

/// The id of the names.
pub const NAMES: &str = "quien-atiende";

/// The dialog.
#[derive(Debug)]
pub struct ClerkDialog {
    names: Vec<String>,
    chosen: usize,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A name was chosen.
    Chosen(usize),
    /// An initial was typed.
    Initial(char),
    /// The arrows moved the choice.
    Moved(Move),
    /// Atender, Enter or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl ClerkDialog {
    /// With these names, `now` at the window.
    pub fn new(names: &[String], now: &str) -> Self {
        let mut names = names.to_vec();
        if !names.iter().any(|name| name == now) {
            names.push(now.to_owned());
        }
        Self {
            chosen: names.iter().position(|name| name == now).unwrap_or_default(),
            names,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        let count = self.names.len();
        match message {
            Message::Chosen(at) => self.chosen = at.min(count.saturating_sub(1)),
            // Two of the same initial take turns.
            Message::Initial(letter) => {
                let initial = fold(&letter.to_string());
                let next = (1..=count)
                    .map(|step| (self.chosen + step) % count)
                    .find(|at| fold(&self.names[*at]).starts_with(&initial));
                self.chosen = next.unwrap_or(self.chosen);
            }
            Message::Moved(Move::Up) => self.chosen = self.chosen.saturating_sub(1),
            Message::Moved(Move::Down) => self.chosen = (self.chosen + 1).min(count.saturating_sub(1)),
            Message::Moved(Move::First | Move::PageUp) => self.chosen = 0,
            Message::Moved(Move::Last | Move::PageDown) => self.chosen = count.saturating_sub(1),
            Message::Confirmed => {
                return match self.names.get(self.chosen) {
                    Some(name) => Action::Attend(name.clone()),
                    None => Action::Close,
                };
            }
            Message::Closed => return Action::Close,
        }
        Action::None
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let names = self.names.iter().enumerate().map(|(at, name)| {
            let chosen = at == self.chosen;
            let word = if chosen {
                strong(name.as_str())
            } else {
                body(name.as_str())
            };
            column![
                iced::widget::button(container(word).center_y(Length::Fill))
                    .padding([0.0, CONTROL_PADDING])
                    .height(ROW - 1.0)
                    .width(Length::Fill)
                    .style(style::row(chosen))
                    .on_press(Message::Chosen(at)),
                hairline()
            ]
            .into()
        });
        let on_key = |press: &Press<'_>| {
            Move::from_press(press).map(Message::Moved).or_else(|| {
                let letter = press.typed()?.chars().next()?;
                letter.is_alphanumeric().then_some(Message::Initial(letter))
            })
        };
        let names = focusable(
            container(column(names)).padding(1).style(style::offers),
            Some(Message::Confirmed),
        )
        .on_space(None)
        .on_key(on_key)
        .ring(Ring::Around(6.0))
        .id(NAMES);
        let content = column![names, caption(words::WHO_NOTE).style(style::muted)].spacing(NEAR);

        dialog(words::WHO, content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(words::ATTEND, Message::Confirmed)
                    .key("Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}
