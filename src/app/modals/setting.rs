//! Another value for a setting, or for an item of one that holds several.

use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::screens::settings::Row;
use crate::app::theme::measure::NEAR;
use crate::app::theme::{body, caption, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::{self, Field, Tone, button, choice, dialog, field};
use crate::desk::Desk;
use crate::domain::settings::{Kind, Setting, SettingFault, Topic};
use crate::words::{frame, settings as words};

/// The id of the field.
pub const VALUE: &str = "ajuste-valor";

/// The dialog.
#[derive(Debug)]
pub struct SettingDialog {
    topic: Topic,
    /// The items of a list as they are, and which of them is written; past the last one, another is added.
    items: Option<(Vec<String>, usize)>,
    default: String,
    value: Field,
    /// What can be chosen, where nothing is typed.
    words: &'static [&'static str],
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something was typed.
    Typed(String),
    /// «Examinar…».
    BrowsePressed,
    /// A word of a choice.
    Chosen(&'static str),
    /// Guardar, Enter or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl SettingDialog {
    /// For this row of the screen; `None` for a day of the law, which nobody changes.
    pub fn new(desk: &Desk, row: Row) -> Option<Self> {
        let topic = row.topic()?;
        let text = desk.settings().text(topic);
        let items: Vec<String> = text.lines().map(str::to_owned).collect();
        let (items, text) = match row {
            Row::Item(_, at) => {
                let text = items.get(at).cloned().unwrap_or_default();
                (Some((items, at)), text)
            }
            Row::Add(_) => {
                let end = items.len();
                (Some((items, end)), String::new())
            }
            // What the register holds is no path.
            Row::Value(Topic::Logo) => (None, String::new()),
            Row::Value(_) | Row::Law(_) => (None, text),
        };
        Some(Self {
            topic,
            items,
            default: words::default_value(topic, &desk.settings().default_of(topic)),
            value: Field::new(text),
            words: match Setting::of(topic).kind {
                Kind::Choice(words) => words,
                _ => &[],
            },
        })
    }

    /// What is to be stored if the field says `typed`.
    fn whole(&self, typed: &str) -> String {
        let Some((items, at)) = &self.items else {
            return typed.to_owned();
        };
        let mut items = items.clone();
        items.truncate(items.len().max(*at));
        match items.get_mut(*at) {
            Some(item) => typed.clone_into(item),
            None => items.push(typed.to_owned()),
        }
        items.join("\n")
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(text) => {
                self.value.type_in(text);
                Action::None
            }
            Message::Chosen(word) => {
                self.value.type_in(word.to_owned());
                Action::None
            }
            Message::Confirmed => {
                let text = self.whole(self.value.value());
                // Whether a file is a logo is seen when it is opened.
                if Setting::of(self.topic).kind == Kind::Logo {
                    return Action::SaveSetting(self.topic, text);
                }
                match Setting::of(self.topic).read(&text) {
                    Ok(_) => Action::SaveSetting(self.topic, text),
                    Err(fault) => {
                        self.value.say(Tone::Problem, words::sentence(&fault));
                        Action::Run(widget::focus(VALUE))
                    }
                }
            }
            Message::BrowsePressed => Action::BrowseLogo,
            Message::Closed => Action::Close,
        }
    }

    /// Says below the field why its text was refused.
    pub fn refuse(&mut self, fault: &SettingFault) {
        self.value.say(Tone::Problem, words::sentence(fault));
    }

    /// Takes the path of a file that was chosen elsewhere.
    pub fn take_path(&mut self, path: String) {
        self.value.type_in(path);
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let setting = Setting::of(self.topic);
        let answer: Element<'_, Message> = if self.words.is_empty() {
            column![
                field(words::name(self.topic), &self.value, Message::Typed)
                    .on_submit(Message::Confirmed)
                    .id(VALUE),
                caption(words::hint(setting)).style(style::muted),
            ]
            .spacing(NEAR)
            .into()
        } else {
            let chosen = self
                .words
                .iter()
                .copied()
                .find(|word| *word == self.value.value());
            let options: Vec<_> = self
                .words
                .iter()
                .map(|word| Choice::new(*word, words::choice(self.topic, word)))
                .collect();
            column![
                caption(words::name(self.topic)).style(style::muted),
                choice(options, chosen, Message::Chosen)
                    .on_enter(Message::Confirmed)
                    .id(VALUE),
                words::explained(self.topic, self.value.value()).map(body),
            ]
            .spacing(NEAR)
            .into()
        };
        let content = column![
            answer,
            self.items
                .is_none()
                .then(|| caption(self.default.as_str()).style(style::muted)),
        ]
        .spacing(NEAR);

        let mut drawn = dialog(words::CHANGE_TITLE, content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall());
        if setting.kind == Kind::Logo {
            drawn = drawn.button(button(words::BROWSE, Message::BrowsePressed).tall());
        }
        drawn
            .button(
                button(words::SAVE, Message::Confirmed)
                    .key("Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}
