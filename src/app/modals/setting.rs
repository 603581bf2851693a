//! Another value for a setting, or for an item of one that holds several.

use std::path::PathBuf;

use iced::widget::{column, container};
use iced::{Element, Task};

use super::Action;
use super::places::{self, Places};
use crate::app::screens::settings::Row;
use crate::app::theme::measure::NEAR;
use crate::app::theme::{body, caption, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::{self, Field, Move, Tone, button, choice, dialog, field, scroll};
use crate::desk::Desk;
use crate::domain::settings::{Kind, Setting, SettingFault, Topic};
use crate::system::drives::{self, FreePlace};
use crate::words::{frame, settings as words};

/// The most words that stand side by side; one of more is typed.
const MOST_WORDS: usize = 6;

/// How high the report of a sample may grow before it is scrolled.
const REPORT: f32 = 220.0;

/// The id of the field.
pub const VALUE: &str = "ajuste-valor";
/// The id of the places where copies may go.
pub const PLACES: &str = "ajuste-lugares";

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
    /// What came of holding a sample against the layout, line by line; `None` where a value is asked for.
    sample: Option<Vec<String>>,
    /// Where copies may go, for the second place.
    places: Places,
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
    /// The places where copies may go were looked at.
    PlacesFound(Vec<FreePlace>),
    /// A place was pressed.
    PlacePressed(usize),
    /// The arrows moved to another place.
    PlaceMoved(Move),
    /// Esc, or the close button.
    Closed,
}

impl SettingDialog {
    /// For this row of the screen; `None` for what is no setting: the printer, a day of the law.
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
            Row::Value(topic) if Setting::of(topic).kind.is_file() => (None, String::new()),
            Row::Sample => (None, String::new()),
            Row::Value(_) | Row::Printer | Row::Law(_) => (None, text),
        };
        Some(Self {
            topic,
            items,
            default: words::default_value(topic, &desk.settings().default_of(topic)),
            value: Field::new(text),
            words: match Setting::of(topic).kind {
                Kind::Choice(words) if words.len() <= MOST_WORDS => words,
                _ => &[],
            },
            sample: (row == Row::Sample).then(Vec::new),
            places: Places::default(),
        })
    }

    /// Looks for places where copies may go, away from the window; nothing for another setting.
    pub fn look_for(&self, places: impl FnOnce() -> Vec<PathBuf> + Send + 'static) -> Option<Task<Message>> {
        (self.topic == Topic::SecondPlace).then(|| {
            Task::perform(
                async move { drives::with_room(drives::elsewhere(places()), places::MOST) },
                Message::PlacesFound,
            )
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
            Message::PlacesFound(found) => {
                let was_empty = self.places.is_empty();
                self.places = Places::new(found);
                // Where no place was chosen yet, the first one is offered; whoever types goes on typing.
                match self.places.path(0) {
                    Some(first) if was_empty && self.value.is_empty() => {
                        self.value.type_in(first);
                        Action::Run(widget::focus(PLACES))
                    }
                    _ => Action::None,
                }
            }
            Message::PlacePressed(at) => {
                if let Some(path) = self.places.path(at) {
                    self.value.type_in(path);
                }
                Action::Run(widget::focus(PLACES))
            }
            Message::PlaceMoved(to) => {
                if let Some(path) = self.places.moved(&self.value, to) {
                    self.value.type_in(path);
                }
                Action::None
            }
            Message::Chosen(word) => {
                self.value.type_in(word.to_owned());
                Action::None
            }
            Message::Confirmed => {
                let text = self.whole(self.value.value());
                if self.sample.is_some() {
                    return Action::TrySample(text);
                }
                // Whether a file is a logo or a layout is seen when it is opened.
                if Setting::of(self.topic).kind.is_file() {
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

    /// Shows what came of a sample.
    pub fn compared(&mut self, lines: Vec<String>) {
        self.value.said = None;
        self.sample = Some(lines);
    }

    /// Takes the path of a file that was chosen elsewhere.
    pub fn take_path(&mut self, path: String) {
        self.value.type_in(path);
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let setting = Setting::of(self.topic);
        let answer: Element<'_, Message> = if let Some(lines) = &self.sample {
            column![
                field(words::SAMPLE_FILE, &self.value, Message::Typed)
                    .on_submit(Message::Confirmed)
                    .id(VALUE),
                caption(words::SAMPLE_HINT).style(style::muted),
                container(scroll(
                    column(lines.iter().map(|line| body(line.as_str()).into())).spacing(NEAR)
                ))
                .max_height(REPORT),
            ]
            .spacing(NEAR)
            .into()
        } else if self.words.is_empty() {
            column![
                // A row that comes later must not take the place of the field, and its focus.
                column![self.places.view(
                    PLACES,
                    &self.value,
                    Message::PlacePressed,
                    Message::PlaceMoved,
                    Message::Confirmed
                )],
                field(words::name(self.topic), &self.value, Message::Typed)
                    .on_submit(Message::Confirmed)
                    .id(VALUE),
                caption(words::hint(setting)).style(style::muted),
                words::explained(self.topic, &self.value.value().to_lowercase()).map(body),
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
            (self.items.is_none() && self.sample.is_none())
                .then(|| caption(self.default.as_str()).style(style::muted)),
        ]
        .spacing(NEAR);

        let (title, verb) = match self.sample {
            Some(_) => (words::SAMPLE, words::TRY_SAMPLE),
            None => (words::CHANGE_TITLE, words::SAVE),
        };
        let mut drawn = dialog(title, content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall());
        if setting.kind == Kind::Logo {
            drawn = drawn.button(button(words::BROWSE, Message::BrowsePressed).tall());
        }
        drawn
            .button(button(verb, Message::Confirmed).key("Enter").primary().tall())
            .into()
    }
}
