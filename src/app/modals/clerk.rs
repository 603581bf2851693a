//! Ctrl+L: who is at the window. The initial chooses, Enter takes; a name that the list lacks is typed whole.

use iced::widget::{column, container, row};
use iced::{Element, Length};

use super::Action;
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{CONTROL_PADDING, NEAR, ROW};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::{self, Field, Move, Press, Tone, button, dialog, field, hairline};
use crate::domain::person_name::fold;
use crate::domain::settings::{Setting, Topic};
use crate::print::icon::Icon;
use crate::words::{frame, settings as words};

/// The id of the field.
pub const NAMES: &str = "quien-atiende";

/// The dialog.
#[derive(Debug)]
pub struct ClerkDialog {
    names: Vec<String>,
    now: String,
    typed: Field,
    chosen: usize,
}

/// A row below the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer<'a> {
    /// A name of the list.
    Known(&'a str),
    /// What was typed, which is none of them.
    New(&'a str),
}

impl Offer<'_> {
    fn name(self) -> String {
        let (Self::Known(name) | Self::New(name)) = self;
        name.to_owned()
    }
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed: the beginning of a name, or a new one.
    Typed(String),
    /// A row was chosen.
    Chosen(usize),
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
            now: now.to_owned(),
            typed: Field::default(),
        }
    }

    /// What a key means that the field did not use.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        Move::from_press(press).map(Message::Moved)
    }

    /// The names that begin as typed; last, what was typed, unless it is one of them.
    fn offers(&self) -> Vec<Offer<'_>> {
        let typed = fold(self.typed.value());
        let known = self.names.iter().filter(|name| fold(name).starts_with(&typed));
        let is_new = !typed.is_empty() && !self.names.iter().any(|name| fold(name) == typed);
        known
            .map(|name| Offer::Known(name))
            .chain(is_new.then(|| Offer::New(self.typed.value())))
            .collect()
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        let last = self.offers().len().saturating_sub(1);
        match message {
            Message::Typed(text) => {
                self.typed.type_in(text);
                // Who is there already is not whom an initial asks for, unless it is nobody else's.
                let now = Offer::Known(&self.now);
                let other = self.offers().iter().position(|offer| *offer != now);
                self.chosen = match other {
                    Some(other) if !self.typed.is_empty() && self.is_known(other) => other,
                    _ => self.offers().iter().position(|offer| *offer == now).unwrap_or(0),
                };
            }
            Message::Chosen(at) => self.chosen = at.min(last),
            Message::Moved(Move::Up) => self.chosen = self.chosen.saturating_sub(1),
            Message::Moved(Move::Down) => self.chosen = (self.chosen + 1).min(last),
            Message::Moved(Move::First | Move::PageUp) => self.chosen = 0,
            Message::Moved(Move::Last | Move::PageDown) => self.chosen = last,
            Message::Confirmed => {
                let Some(name) = self.offers().get(self.chosen).map(|offer| offer.name()) else {
                    return Action::Close;
                };
                return match Setting::of(Topic::Clerks).read(&name) {
                    Ok(_) => Action::Attend(name),
                    Err(fault) => {
                        self.typed.say(Tone::Problem, words::sentence(&fault));
                        Action::Run(widget::focus(NAMES))
                    }
                };
            }
            Message::Closed => return Action::Close,
        }
        Action::None
    }

    fn is_known(&self, at: usize) -> bool {
        matches!(self.offers().get(at), Some(Offer::Known(_)))
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let rows = self.offers().into_iter().enumerate().map(|(at, offer)| {
            let chosen = at == self.chosen;
            let (glyph, word) = match offer {
                Offer::Known(name) => (None, name.to_owned()),
                Offer::New(name) => (Some(icon(Icon::UserPlus, icons::SMALL)), words::new_clerk(name)),
            };
            let word = if chosen { strong(word) } else { body(word) };
            let line = row![glyph, word].spacing(NEAR).align_y(iced::Center);
            column![
                iced::widget::button(container(line).center_y(Length::Fill))
                    .padding([0.0, CONTROL_PADDING])
                    .height(ROW - 1.0)
                    .width(Length::Fill)
                    .style(style::row(chosen))
                    .on_press(Message::Chosen(at)),
                hairline()
            ]
            .into()
        });
        let content = column![
            field(words::WHO_FIELD, &self.typed, Message::Typed)
                .on_submit(Message::Confirmed)
                .id(NAMES),
            container(column(rows)).padding(1).style(style::offers),
            caption(words::WHO_NOTE).style(style::muted)
        ]
        .spacing(NEAR);

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
