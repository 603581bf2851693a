//! The first run: which campus, and who is at the window; or the copy of another computer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::widget::{column, container, row, space};
use iced::{Element, Length, Task, padding};

use super::restoring;
use crate::app::icon::{self, icon};
use crate::app::theme::measure::{APART, NEAR, PADDING};
use crate::app::theme::{body, caption, figure, name, strong, style};
use crate::app::widget::field::{Field, Tone};
use crate::app::widget::focus::Ring;
use crate::app::widget::{self, Move, Press, button, field, focusable, pressable, scroll};
use crate::desk::{Clock, FirstRun, preset, presets};
use crate::print::icon::Icon;
use crate::store::restore::RestoreError;
use crate::words::frame::first_run as words;
use crate::words::restore::first as copy_words;

/// The id of the campuses.
pub const CAMPUSES: &str = "planteles";
/// The id of the campus' name.
pub const CAMPUS: &str = "plantel";
/// The id of the clerk's name.
pub const CLERK: &str = "quien-atiende";
/// The id of the button.
pub const BEGIN: &str = "empezar";

/// The places where copies are looked for.
pub type Places = Arc<dyn Fn() -> Vec<PathBuf> + Send + Sync>;

/// The screen.
#[derive(Debug)]
pub struct Screen {
    chosen: usize,
    campus: Field,
    clerk: Field,
    copies: restoring::Screen,
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
    /// C: to the copies.
    CopiesWanted,
    /// In the copies.
    Copies(restoring::Message),
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
    /// What the copies ask for.
    Copies(restoring::Action),
}

impl Screen {
    /// As it is first seen, for a register in `data`: the first campus chosen. Copies are looked for meanwhile.
    pub fn new(data: &Path, clock: Clock, places: &Places) -> (Self, Task<Message>) {
        let screen = Self {
            chosen: 0,
            campus: Field::default(),
            clerk: Field::default(),
            copies: restoring::Screen::new(data, clock, Vec::new()),
            refused: None,
        };
        let looked = screen.look_for_copies(places);
        (screen, Task::batch([widget::focus(CAMPUSES), looked]))
    }

    /// Looks again for copies: a memory was plugged in, perhaps.
    pub fn look_for_copies(&self, places: &Places) -> Task<Message> {
        if !self.copies.is_choosing() {
            return Task::none();
        }
        let places = Arc::clone(places);
        restoring::Screen::look_for(move || places()).map(Message::Copies)
    }

    /// Why a copy was not restored, after all.
    pub fn refuse_copy(&mut self, why: &RestoreError) {
        self.copies.refuse(why);
    }

    /// What a key means that no widget used.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        let is_copies = press.typed().is_some_and(|text| text.eq_ignore_ascii_case("c"));
        is_copies.then_some(Message::CopiesWanted)
    }

    /// Esc: from a copy back to the choice.
    pub fn escape(&mut self) -> Action {
        if self.copies.back() {
            Action::Run(widget::focus(self.copies.first()))
        } else {
            Action::None
        }
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
            Message::CopiesWanted => Action::Run(widget::focus(self.copies.first())),
            Message::Copies(message) => match self.copies.update(message) {
                restoring::Action::Run(task) => Action::Run(task.map(Message::Copies)),
                action => Action::Copies(action),
            },
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
        let take = self.copies.has_copies().then(restoring::take_button);
        let head = row![
            container(name(copy_words::TITLE)).width(Length::Fill),
            (!self.copies.has_copies()).then(|| caption("C").style(style::muted)),
        ]
        .align_y(iced::Center);
        let copies = column![
            head,
            container(caption(copy_words::WHERE).style(style::muted)).padding(padding::top(4).bottom(16)),
            self.copies.view_choice(take).map(Message::Copies),
        ];
        let both: Element<'_, Message> = match self.copies.view_stage() {
            // A copy is on its way: nothing else is offered beside it.
            Some(stage) => column![
                name(copy_words::TITLE),
                container(stage.map(Message::Copies)).width(720),
                restoring::leave_hint(),
            ]
            .spacing(PADDING)
            .into(),
            None => row![
                container(start).width(560),
                container(copies)
                    .padding(padding::left(APART))
                    .width(Length::Fill),
            ]
            .spacing(APART)
            .into(),
        };
        let page = column![
            figure(words::WELCOME),
            container(body(words::WHAT).style(style::muted)).padding(padding::top(4).bottom(34)),
            both,
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
