//! The first run: which campus, and who is at the window.

use iced::widget::{column, container, row, space};
use iced::{Element, Length, Task, padding};

use crate::app::icon::{self, icon};
use crate::app::theme::measure::{NEAR, PADDING};
use crate::app::theme::{body, caption, figure, name, strong, style};
use crate::app::widget::field::{Field, Tone};
use crate::app::widget::focus::Ring;
use crate::app::widget::{self, Move, Press, button, field, focusable, pressable, scroll};
use crate::desk::{FirstRun, preset, presets};
use crate::print::icon::Icon;
use crate::words::frame::first_run as words;

/// The id of the campuses.
pub const CAMPUSES: &str = "planteles";
/// The id of the campus' name.
pub const CAMPUS: &str = "plantel";
/// The id of the clerk's name.
pub const CLERK: &str = "quien-atiende";
/// The id of the button.
pub const BEGIN: &str = "empezar";

/// The screen.
#[derive(Debug)]
pub struct Screen {
    chosen: usize,
    campus: Field,
    clerk: Field,
    /// Why the register could not be created.
    refused: Option<String>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A campus was chosen.
    Chosen(usize),
    /// The arrows moved the choice.
    Moved(Move),
    /// The campus' name was typed.
    CampusTyped(String),
    /// The clerk's name was typed.
    ClerkTyped(String),
    /// Enter on the campuses or in a field.
    Next,
    /// The button, Enter in the last field, or Ctrl+Enter.
    BeginPressed,
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To take the focus somewhere.
    Run(Task<Message>),
    /// To create the register.
    Begin(Box<FirstRun>),
}

impl Screen {
    /// As it is first seen: the first campus chosen.
    pub fn new() -> (Self, Task<Message>) {
        (
            Self {
                chosen: 0,
                campus: Field::default(),
                clerk: Field::default(),
                refused: None,
            },
            widget::focus(CAMPUSES),
        )
    }

    fn is_other(&self) -> bool {
        presets()
            .get(self.chosen)
            .is_none_or(|campus| campus.name.is_empty())
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Chosen(index) => {
                self.chosen = index.min(presets().len().saturating_sub(1));
                Action::None
            }
            Message::Moved(to) => self.update(Message::Chosen(match to {
                Move::Up => self.chosen.saturating_sub(1),
                Move::Down => self.chosen + 1,
                Move::First | Move::PageUp => 0,
                Move::Last | Move::PageDown => usize::MAX,
            })),
            Message::CampusTyped(text) => {
                self.campus.type_in(text);
                Action::None
            }
            Message::ClerkTyped(text) => {
                self.clerk.type_in(text);
                Action::None
            }
            Message::Next => Action::Run(widget::move_focus(false, None)),
            Message::BeginPressed => self.begin(),
        }
    }

    /// Says why the register could not be created.
    pub fn refuse(&mut self, why: String) {
        self.refused = Some(why);
    }

    fn begin(&mut self) -> Action {
        self.refused = None;
        let mut campus = presets()
            .get(self.chosen)
            .cloned()
            .unwrap_or_else(|| preset("otro"));
        if self.is_other() {
            if self.campus.is_empty() {
                self.campus.say(Tone::Problem, words::CAMPUS_MISSING);
                return Action::Run(widget::focus(CAMPUS));
            }
            campus.name = self.campus.value().to_owned();
        }
        if self.clerk.is_empty() {
            self.clerk.say(Tone::Problem, words::WHO_MISSING);
            return Action::Run(widget::focus(CLERK));
        }
        Action::Begin(Box::new(FirstRun {
            campus,
            clerk: self.clerk.value().to_owned(),
        }))
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let campuses = presets().iter().enumerate().map(|(index, campus)| {
            let chosen = self.chosen == index;
            let (title, hint) = if campus.name.is_empty() {
                (words::OTHER.to_owned(), words::OTHER_HINT.to_owned())
            } else {
                (
                    campus.name.clone(),
                    words::campus_hint(&campus.control_code, &campus.delegation, &campus.delegation_name),
                )
            };
            let mark = if chosen { Icon::CircleDot } else { Icon::Circle };
            let line = row![
                container(icon(mark, icon::LARGE).style(if chosen { style::accent } else { style::muted }))
                    .padding(padding::left(9)),
                column![
                    if chosen { strong(title) } else { body(title) },
                    caption(hint).style(style::muted)
                ],
            ]
            .spacing(GAP)
            .padding(padding::left(GAP))
            .align_y(iced::Center);

            pressable(line, chosen, Message::Chosen(index))
                .height(CAMPUS_ROW)
                .last(index + 1 == presets().len())
                .into()
        });
        let on_key = |press: &Press<'_>| Move::from_press(press).map(Message::Moved);
        let campuses = focusable(
            container(column(campuses)).padding(1).style(style::offers),
            Some(Message::Next),
        )
        .on_space(None)
        .on_key(on_key)
        .ring(Ring::Around(6.0))
        .id(CAMPUSES);

        let own_name = self.is_other().then(|| {
            field(words::CAMPUS, &self.campus, Message::CampusTyped)
                .id(CAMPUS)
                .on_submit(Message::Next)
        });
        let clerk = field(words::WHO, &self.clerk, Message::ClerkTyped)
            .hint(words::WHO_HINT)
            .id(CLERK)
            .on_submit(Message::BeginPressed);
        let foot = row![
            container(caption(words::CUTS).style(style::muted)).width(Length::Fill),
            button(words::BEGIN, Message::BeginPressed)
                .key("Enter")
                .primary()
                .tall()
                .id(BEGIN),
        ]
        .align_y(iced::Center);

        let start = column![
            name(words::START),
            container(caption(words::CHOOSE).style(style::muted)).padding(padding::top(4).bottom(16)),
            campuses,
            space().height(20),
            column![own_name],
            clerk,
            column![
                self.refused
                    .as_deref()
                    .map(|why| { container(body(why).style(style::problem)).padding(padding::top(NEAR)) })
            ],
            container(foot).padding(padding::top(PADDING)),
        ];
        let page = column![
            figure(words::WELCOME),
            container(body(words::WHAT).style(style::muted)).padding(padding::top(4).bottom(34)),
            container(start).width(560),
        ];

        scroll(
            container(container(page).width(976))
                .padding(padding::top(80).bottom(NEAR))
                .center_x(Length::Fill),
        )
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
    }
}

const GAP: f32 = 12.0;
/// A campus, with its two lines.
const CAMPUS_ROW: f32 = 60.0;
