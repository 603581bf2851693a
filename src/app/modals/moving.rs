//! The Mudanza: where it is written, the passphrase that opens it, and what was verified once it is there.

use std::path::PathBuf;

use iced::widget::{column, container, row};
use iced::{Element, Task, padding};

use super::Action;
use super::places::{self, Places};
use crate::app::screens::import::files::typed_path;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, caption, name, strong, style};
use crate::app::widget::{self, Field, Move, Press, Tone, button, dialog, field};
use crate::desk::moving::{Moved, proposed_passphrase};
use crate::print::icon::Icon;
use crate::system::drives::{self, FreePlace};
use crate::words::moving::dialog as words;
use crate::words::{frame, moving as said};

/// The id of the places.
pub const PLACES: &str = "mudanza-lugares";
/// The id of the typed place.
pub const PLACE: &str = "mudanza-carpeta";
/// The id of a passphrase of one's own.
pub const OWN: &str = "mudanza-frase";
/// The id of its second time.
pub const AGAIN: &str = "mudanza-frase-otra-vez";
/// The id of the main verb.
pub const GO_ON: &str = "mudanza-seguir";

/// The dialog.
#[derive(Debug)]
pub struct MovingDialog {
    places: Places,
    place: Field,
    /// Whether somebody chose or typed the place; until then the first one that is found is taken.
    is_chosen: bool,
    proposed: Option<String>,
    is_own: bool,
    own: Field,
    again: Field,
    stage: Stage,
    /// Why the last try came to nothing.
    refused: Option<String>,
}

/// How far it is.
#[derive(Debug)]
enum Stage {
    /// Place and passphrase are chosen.
    Asking,
    /// It is written and read back.
    Making,
    /// It is there.
    Made {
        moved: Box<Moved>,
        /// What was said of its card.
        card: Option<String>,
    },
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The places were looked at.
    PlacesFound(Vec<FreePlace>),
    /// A place was chosen with the mouse.
    Chosen(usize),
    /// The arrows moved the choice.
    Moved(Move),
    /// A place was typed.
    PlaceTyped(String),
    /// Another passphrase is proposed.
    AnotherWanted,
    /// Whether the passphrase is one's own.
    OwnWanted(bool),
    /// It was typed.
    OwnTyped(String),
    /// It was typed again.
    AgainTyped(String),
    /// Enter in the first field of it.
    Next,
    /// The button, Enter or Ctrl+Enter; F9 once it is made.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl MovingDialog {
    /// With a passphrase that nobody saw yet.
    pub fn proposing() -> Self {
        let proposed = proposed_passphrase();
        Self {
            places: Places::default(),
            place: Field::default(),
            is_chosen: false,
            is_own: proposed.is_none(),
            proposed,
            own: Field::default(),
            again: Field::default(),
            stage: Stage::Asking,
            refused: None,
        }
    }

    /// Looks for places, away from the window.
    pub fn look_for(places: impl FnOnce() -> Vec<PathBuf> + Send + 'static) -> Task<Message> {
        Task::perform(
            async move { drives::with_room(places(), places::MOST) },
            Message::PlacesFound,
        )
    }

    /// Whether a place can still be chosen.
    pub fn is_asking(&self) -> bool {
        matches!(self.stage, Stage::Asking)
    }

    /// Whether it is being made: nobody leaves then, since the passphrase would be lost.
    pub fn is_making(&self) -> bool {
        matches!(self.stage, Stage::Making)
    }

    /// Whether it is there.
    pub fn is_made(&self) -> bool {
        matches!(self.stage, Stage::Made { .. })
    }

    /// It is being made from now on.
    pub fn make(&mut self) {
        self.refused = None;
        self.stage = Stage::Making;
    }

    /// It is there.
    pub fn made(&mut self, moved: Moved) {
        self.stage = Stage::Made {
            moved: Box::new(moved),
            card: None,
        };
    }

    /// Why there is none; another try can be made.
    pub fn refuse(&mut self, why: String) {
        self.stage = Stage::Asking;
        self.refused = Some(why);
    }

    /// Why the passphrase was not taken. Only one's own can be weak.
    pub fn refuse_phrase(&mut self, why: String) {
        self.stage = Stage::Asking;
        self.own.say(Tone::Problem, why);
    }

    /// What was said of its card.
    pub fn card_opened(&mut self, said: String) {
        if let Stage::Made { card, .. } = &mut self.stage {
            *card = Some(said);
        }
    }

    /// O, E and P change the passphrase, whatever has the focus that takes no text.
    pub fn key(&self, press: &Press<'_>) -> Option<Message> {
        if !matches!(self.stage, Stage::Asking) {
            return None;
        }
        match press.typed()?.to_lowercase().as_str() {
            "o" if !self.is_own => Some(Message::AnotherWanted),
            "e" if !self.is_own => Some(Message::OwnWanted(true)),
            "p" if self.is_own && self.proposed.is_some() => Some(Message::OwnWanted(false)),
            _ => None,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Closed => return Action::Close,
            Message::PlacesFound(found) => return self.found(found),
            Message::Confirmed => return self.confirm(),
            _ if !matches!(self.stage, Stage::Asking) => {}
            Message::Chosen(at) => {
                self.choose(self.places.path(at));
                return Action::Run(widget::focus(PLACES));
            }
            Message::Moved(to) => {
                let path = self.places.moved(&self.place, to);
                self.choose(path);
            }
            Message::PlaceTyped(text) => {
                self.is_chosen = true;
                self.place.type_in(text);
            }
            Message::AnotherWanted => {
                if let Some(proposed) = proposed_passphrase() {
                    self.proposed = Some(proposed);
                }
            }
            Message::OwnWanted(is_own) => {
                self.is_own = is_own;
                self.own = Field::default();
                self.again = Field::default();
                return Action::Run(widget::focus(if is_own { OWN } else { GO_ON }));
            }
            Message::OwnTyped(text) => self.own.type_in(text),
            Message::AgainTyped(text) => self.again.type_in(text),
            Message::Next => return Action::Run(widget::move_focus(false, Some(dialog::ID.into()))),
        }
        Action::None
    }

    fn found(&mut self, found: Vec<FreePlace>) -> Action {
        self.places = Places::new(found);
        if self.is_chosen || self.places.is_empty() {
            return Action::None;
        }
        self.choose(self.places.path(0));
        // Whoever types a passphrase goes on typing.
        if self.is_own {
            return Action::None;
        }
        Action::Run(widget::focus(PLACES))
    }

    fn choose(&mut self, path: Option<String>) {
        if let Some(path) = path {
            self.place.type_in(path);
            self.is_chosen = true;
        }
    }

    fn phrase(&self) -> &str {
        match &self.proposed {
            Some(proposed) if !self.is_own => proposed,
            _ => &self.own.text,
        }
    }

    fn confirm(&mut self) -> Action {
        match &self.stage {
            Stage::Making => return Action::None,
            Stage::Made { moved, .. } => return Action::PrintMovingCard(moved.clone()),
            Stage::Asking => {}
        }
        let Some(folder) = typed_path(self.place.value()).filter(|path| path.is_dir()) else {
            self.place.say(Tone::Problem, words::PLACE_MISSING);
            return Action::Run(widget::focus(PLACE));
        };
        if self.is_own && self.own.is_empty() {
            self.own.say(Tone::Problem, words::OWN_HINT);
            return Action::Run(widget::focus(OWN));
        }
        if self.is_own && self.own.value() != self.again.value() {
            self.again.say(Tone::Problem, said::NOT_THE_SAME);
            return Action::Run(widget::focus(AGAIN));
        }
        Action::MakeMoving {
            folder,
            phrase: self.phrase().to_owned(),
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        match &self.stage {
            Stage::Asking => self.view_asking(),
            Stage::Making => dialog(
                words::TITLE,
                column![body(words::MAKING), caption(words::PATIENCE).style(style::muted)].spacing(NEAR),
                Message::Closed,
            )
            .into(),
            Stage::Made { moved, card } => self.view_made(moved, card.as_deref()),
        }
    }

    fn view_asking(&self) -> Element<'_, Message> {
        let place = field(words::PLACE, &self.place, Message::PlaceTyped)
            .hint(words::PLACE_HINT)
            .id(PLACE)
            .on_submit(Message::Confirmed);
        let refused = self
            .refused
            .as_deref()
            .map(|why| container(body(why).style(style::problem)).padding(padding::bottom(NEAR)));
        let content = column![
            // A row that comes later must not take the place of the next one, and its focus.
            column![refused],
            column![self.places.view(
                PLACES,
                &self.place,
                Message::Chosen,
                Message::Moved,
                Message::Confirmed
            )],
            place,
            self.view_phrase(),
        ]
        .spacing(NEAR);
        dialog(words::TITLE, content, Message::Closed)
            .wide()
            .note(said::CARRIES)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(words::MAKE, Message::Confirmed)
                    .icon(Icon::Package)
                    .key("Enter")
                    .primary()
                    .tall()
                    .id(GO_ON),
            )
            .into()
    }

    fn view_phrase(&self) -> Element<'_, Message> {
        match &self.proposed {
            Some(proposed) if !self.is_own => column![
                caption(words::PHRASE).style(style::muted),
                name(proposed.as_str()),
                caption(words::NOTE_IT).style(style::muted),
                row![
                    button(words::ANOTHER, Message::AnotherWanted).key("O"),
                    button(words::OWN, Message::OwnWanted(true)).key("E"),
                ]
                .spacing(NEAR),
            ]
            .spacing(NEAR)
            .into(),
            proposed => {
                let own = field(words::OWN_PHRASE, &self.own, Message::OwnTyped)
                    .hint(words::OWN_HINT)
                    .id(OWN)
                    .on_submit(Message::Next);
                let again = field(words::AGAIN, &self.again, Message::AgainTyped)
                    .id(AGAIN)
                    .on_submit(Message::Confirmed);
                let back = proposed
                    .is_some()
                    .then(|| button(words::PROPOSED, Message::OwnWanted(false)).key("P"));
                column![
                    row![own, again].spacing(GAP),
                    caption(words::NOTE_IT).style(style::muted),
                    back,
                ]
                .spacing(NEAR)
                .into()
            }
        }
    }

    fn view_made<'a>(&'a self, moved: &Moved, card: Option<&'a str>) -> Element<'a, Message> {
        let millis = moved.took.as_millis() as u64;
        let content = column![
            strong(said::verified(moved.copied.report.students)),
            body(said::figures(moved.bytes, millis)),
            caption(moved.file.path.display().to_string()).style(style::muted),
            caption(words::PHRASE).style(style::muted),
            name(self.phrase()),
            caption(words::NOTE_IT).style(style::muted),
            card.map(body),
        ]
        .spacing(NEAR);
        dialog(words::TITLE, content, Message::Closed)
            .wide()
            .note(words::STAYS)
            .button(button(words::DONE, Message::Closed).key("Esc").tall())
            .button(
                button(words::PRINT, Message::Confirmed)
                    .icon(Icon::Printer)
                    .key("F9")
                    .primary()
                    .tall()
                    .id(GO_ON),
            )
            .into()
    }
}
