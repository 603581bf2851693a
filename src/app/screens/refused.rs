//! The register does not open, or is not where it was: what was found, its last copies, and the way back. Never an empty
//! program as if nothing had been.

use std::path::Path;

use iced::advanced::widget::Id;
use iced::widget::{column, container, row};
use iced::{Element, Length, Task, padding};

use super::restoring;
use crate::app::theme::measure::{NEAR, PADDING};
use crate::app::theme::{body, caption, style, title};
use crate::app::widget::{self, Press, button, scroll};
use crate::desk::{Clock, Explain, Explained, Refusal};
use crate::store::restore::RestoreError;
use crate::store::{FILE_NAME, StoreError, restore, traces};
use crate::words::restore::room as words;
use crate::words::{faults, frame};

/// The id of the button.
pub const CLOSE: &str = "cerrar";
/// The id of the button that begins a new register.
pub const BEGIN: &str = "empezar-de-nuevo";

/// The screen.
#[derive(Debug)]
pub struct Screen {
    why: Explained,
    /// The copies, where one may help.
    copies: Option<restoring::Screen>,
    /// Whether one may take the register's place.
    may_replace: bool,
    /// Whether there is nothing that a new register would hide.
    may_begin: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The button, or Esc.
    ClosePressed,
    /// In the copies.
    Copies(restoring::Message),
    /// A new register is wanted.
    BeginPressed,
    /// Another try.
    AgainPressed,
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To run something.
    Run(Task<Message>),
    /// To close the window.
    Close,
    /// To begin a first run.
    Begin,
    /// To try again to open the register.
    Again,
    /// What the copies ask for.
    Copies(restoring::Action),
}

impl Screen {
    /// For a register in `data` that was refused.
    pub fn new(refusal: &Refusal, data: &Path, clock: &Clock) -> Self {
        let mut screen = Self {
            why: refusal.explain(),
            copies: None,
            may_replace: true,
            may_begin: false,
        };
        let found = restore::candidates(data);
        let has_copies = !found.is_empty();
        let copies = || Some(restoring::Screen::new(data, clock.clone(), found));
        match refusal {
            Refusal::Store(StoreError::AnotherWriter) => screen.why = faults::another_window().into(),
            Refusal::Store(StoreError::Missing(_)) => {
                screen.why = if has_copies {
                    words::missing(data).into()
                } else {
                    words::missing_without_copies(data).into()
                };
                screen.may_begin = !has_copies;
                screen.copies = copies();
            }
            Refusal::Store(StoreError::NotARegister(file)) => {
                screen.why.text = words::damaged(file);
                screen.copies = copies();
            }
            Refusal::Store(StoreError::Damaged(_) | StoreError::Unreadable { .. }) => {
                screen.why.text = words::damaged(&data.join(FILE_NAME));
                screen.copies = copies();
            }
            // What is there is whole: a copy would take something away.
            Refusal::Store(StoreError::Newer { .. }) => {
                screen.may_replace = false;
                screen.copies = copies().filter(|_| has_copies);
            }
            Refusal::Store(StoreError::NotWritable(place)) => {
                let place = if place.as_os_str().is_empty() { data } else { place };
                screen.why.text = words::not_writable(place);
                screen.may_replace = false;
                screen.copies = copies().filter(|_| has_copies);
            }
            _ => screen.copies = copies().filter(|_| has_copies),
        }
        screen
    }

    /// Whether a folder without a register is one in which there was one.
    pub fn is_wanted_for_missing(data: &Path) -> bool {
        traces(data) || !restore::candidates(data).is_empty()
    }

    /// What has the focus at first.
    pub fn first(&self) -> &'static str {
        match &self.copies {
            Some(copies) => copies.first(),
            None => CLOSE,
        }
    }

    /// The copies, to which something comes back.
    pub fn copies(&mut self) -> Option<&mut restoring::Screen> {
        self.copies.as_mut()
    }

    /// Why a copy was not restored, after all.
    pub fn refuse(&mut self, why: &RestoreError) {
        match &mut self.copies {
            Some(copies) => copies.refuse(why),
            None => self.why = why.explain(),
        }
    }

    /// Something else is to be said.
    pub fn say(&mut self, why: Explained) {
        self.why = why;
    }

    /// What a key means that no widget used.
    pub fn key(&self, press: &Press<'_>) -> Option<Message> {
        let copies = self.copies.as_ref().filter(|copies| copies.has_copies())?;
        let is_look = press.typed().is_some_and(|text| text.eq_ignore_ascii_case("v"));
        (is_look && copies.can_look()).then_some(Message::Copies(restoring::Message::LookPressed))
    }

    /// Esc: back to the copies, or out.
    pub fn escape(&mut self) -> Action {
        let Some(copies) = &mut self.copies else {
            return Action::Close;
        };
        if copies.back() {
            Action::Run(widget::focus(copies.first()))
        } else {
            Action::Close
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::ClosePressed => Action::Close,
            Message::BeginPressed if self.may_begin => Action::Begin,
            Message::BeginPressed => Action::None,
            Message::AgainPressed => Action::Again,
            Message::Copies(restoring::Message::Taken | restoring::Message::RestorePressed)
                if !self.may_replace =>
            {
                self.update(Message::Copies(restoring::Message::LookPressed))
            }
            Message::Copies(message) => match &mut self.copies {
                Some(copies) => match copies.update(message) {
                    restoring::Action::Run(task) => Action::Run(task.map(Message::Copies)),
                    action => Action::Copies(action),
                },
                None => Action::None,
            },
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let code = self
            .why
            .code
            .map(|code| caption(faults::support(code)).style(style::muted));
        let close = button(frame::CLOSE, Message::ClosePressed).tall().id(CLOSE);
        let Some(copies) = &self.copies else {
            let page = column![
                title(frame::NOT_OPENED),
                body(self.why.text.as_str()).width(560),
                code,
                close.key("Enter").primary(),
            ];
            return framed(page.spacing(PADDING).into());
        };
        let again = button(words::AGAIN, Message::AgainPressed).tall();
        if let Some(stage) = copies.view_stage() {
            let page = column![
                title(frame::NOT_OPENED),
                container(stage.map(Message::Copies)).width(720),
                restoring::leave_hint(),
            ];
            return framed(page.spacing(PADDING).into());
        }
        let hint = match (copies.has_copies(), self.may_replace) {
            (true, true) => Some(words::CHOOSE),
            (true, false) => Some(words::ONLY_LOOK),
            (false, _) => None,
        };
        let begin = self
            .may_begin
            .then(|| button(words::BEGIN, Message::BeginPressed).tall().id(BEGIN));
        let look = copies
            .has_copies()
            .then(|| restoring::look_button().map(Message::Copies));
        let page = column![
            title(frame::NOT_OPENED),
            body(self.why.text.as_str()).width(720),
            code,
            hint.map(|hint| caption(hint).style(style::muted).width(720)),
            container(copies.view_choice(None).map(Message::Copies)).width(560),
            row![look, again, begin, close.key("Esc")].spacing(NEAR),
        ];
        framed(page.spacing(PADDING).into())
    }
}

fn framed(page: Element<'_, Message>) -> Element<'_, Message> {
    scroll(
        container(container(page).width(976))
            .padding(padding::top(56).bottom(PADDING).left(PADDING).right(PADDING))
            .center_x(Length::Fill),
    )
    .id(Id::new("registro-cerrado"))
    .width(Length::Fill)
    .height(Length::Fill)
    .into()
}
