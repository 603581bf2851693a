//! F12 for the students that are marked: one verdict of one day for all of them, as a list of IMSS gives it. What a
//! constancia says beside it is about one person, and is recorded one by one.

use chrono::NaiveDate;
use iced::widget::{column, container, row};
use iced::{Element, Length};

use super::Action;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{Field, Said, Tone, block};
use crate::app::widget::{self, button, choice, dialog, field};
use crate::domain::date::typed_date;
use crate::domain::vigencia::{Check, CheckSource};
use crate::print::icon::Icon;
use crate::words::{dates, frame, vigencia as words};

/// The id of the verdict.
pub const VERDICT: &str = "vigencia-de-todos";
/// The id of the date.
pub const CONSULTED_ON: &str = "vigencia-de-todos-fecha";
/// The id of the button that saves.
pub const SAVE: &str = "vigencia-de-todos-guardar";

/// The dialog.
#[derive(Debug)]
pub struct CheckAll {
    whose: String,
    clerk: String,
    today: NaiveDate,
    verdict: Option<bool>,
    on: Field,
    source: CheckSource,
    ours: Option<bool>,
    said: Option<Said>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// V or N.
    VerdictChosen(bool),
    /// The date was typed.
    DateTyped(String),
    /// Where it was seen.
    SourceChosen(CheckSource),
    /// Who made the affiliation, as far as the document tells.
    AffiliationChosen(Option<bool>),
    /// Enter in the date.
    Next,
    /// Guardar, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl CheckAll {
    /// For so many people, in words, seen today by this clerk.
    pub fn new(whose: String, clerk: String, today: NaiveDate) -> Self {
        let mut dialog = Self {
            whose,
            clerk,
            today,
            verdict: None,
            on: Field::new(frame::TODAY),
            source: CheckSource::Constancia,
            ours: None,
            said: None,
        };
        dialog.understand();
        dialog
    }

    /// Says what was understood of the date.
    fn understand(&mut self) {
        match typed_date(self.on.value(), self.today) {
            Ok(on) if on > self.today => self.on.say(Tone::Problem, words::in_future(on)),
            Ok(on) => self
                .on
                .say(Tone::Hint, format!("{} {}", dates::weekday(on), dates::long(on))),
            Err(fault) => self.on.say(Tone::Problem, dates::fault(&fault).text),
        }
    }

    fn consulted_on(&self) -> Option<NaiveDate> {
        typed_date(self.on.value(), self.today)
            .ok()
            .filter(|on| *on <= self.today)
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::VerdictChosen(vigente) => {
                self.verdict = Some(vigente);
                self.said = None;
            }
            Message::DateTyped(text) => {
                self.on.type_in(text);
                self.understand();
            }
            Message::SourceChosen(source) => self.source = source,
            Message::AffiliationChosen(ours) => self.ours = ours,
            Message::Next => return Action::Run(widget::focus(SAVE)),
            Message::Confirmed => return self.confirm(),
            Message::Closed => return Action::Close,
        }
        Action::None
    }

    fn confirm(&mut self) -> Action {
        let Some(vigente) = self.verdict else {
            self.said = Some(Said {
                tone: Tone::Problem,
                text: words::VERDICT_MISSING.to_owned(),
            });
            return Action::Run(widget::focus(VERDICT));
        };
        let Some(on) = self.consulted_on() else {
            return Action::Run(widget::focus(CONSULTED_ON));
        };
        Action::CheckMarked(Check {
            on,
            vigente,
            source: self.source,
            ours: self.ours,
            seen_by: self.clerk.clone(),
        })
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let verdict = choice(
            [
                Choice::new(true, words::VIGENTE).icon(Icon::ShieldCheck).key('V'),
                Choice::new(false, words::NOT_VIGENTE)
                    .icon(Icon::CircleX)
                    .key('N'),
            ],
            self.verdict,
            Message::VerdictChosen,
        )
        .id(VERDICT);
        let sources = choice(
            CheckSource::ALL.map(|source| Choice::new(source, words::source(source))),
            Some(self.source),
            Message::SourceChosen,
        );
        let affiliation = choice(
            [
                Choice::new(Some(true), words::OURS),
                Choice::new(Some(false), words::ANOTHER),
                Choice::new(None, words::NOT_TOLD),
            ],
            Some(self.ours),
            Message::AffiliationChosen,
        );
        let content = column![
            strong(self.whose.as_str()),
            row![
                container(block(words::VERDICT, verdict, self.said.as_ref(), None))
                    .width(Length::FillPortion(3)),
                container(
                    field(words::CONSULTED_ON, &self.on, Message::DateTyped)
                        .id(CONSULTED_ON)
                        .on_submit(Message::Next)
                )
                .width(Length::FillPortion(2)),
            ]
            .spacing(GAP),
            column![caption(words::SEEN_IN).style(style::muted), sources].spacing(NEAR),
            column![caption(words::AFFILIATED_BY).style(style::muted), affiliation].spacing(NEAR),
        ]
        .spacing(GAP);
        let drawn = dialog(words::TITLE, content, Message::Closed);
        let note = match (self.verdict, self.consulted_on()) {
            (Some(vigente), Some(on)) => words::to_be_noted(vigente, self.source, on, &self.clerk),
            _ => words::VERDICT_HINT.to_owned(),
        };
        drawn
            .note(note)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(frame::SAVE, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall()
                    .id(SAVE),
            )
            .into()
    }
}
