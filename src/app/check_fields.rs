//! What a check is made of: the verdict, its date, where it was seen, and who made the affiliation. The dialog about one
//! student and the one about all who are marked share it.

use chrono::NaiveDate;
use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use crate::app::theme::measure::GAP;
use crate::app::theme::{caption, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{Field, Said, Tone, block};
use crate::app::widget::{choice, field};
use crate::domain::date::typed_date;
use crate::domain::vigencia::{Check, CheckSource};
use crate::print::icon::Icon;
use crate::words::{dates, frame, vigencia as words};

/// The ids of what can be missing.
#[derive(Debug, Clone, Copy)]
pub struct Ids {
    /// That of the verdict.
    pub verdict: &'static str,
    /// That of the date.
    pub on: &'static str,
}

/// The fields.
#[derive(Debug)]
pub struct CheckFields {
    ids: Ids,
    clerk: String,
    today: NaiveDate,
    verdict: Option<bool>,
    verdict_said: Option<Said>,
    on: Field,
    source: CheckSource,
    ours: Option<bool>,
}

/// What was changed in them.
#[derive(Debug, Clone)]
pub enum Change {
    /// V or N.
    Verdict(bool),
    /// The date was typed.
    Date(String),
    /// Where it was seen.
    Source(CheckSource),
    /// Who made the affiliation, as far as the document tells.
    Affiliation(Option<bool>),
}

impl CheckFields {
    /// Of a constancia seen today by this clerk.
    pub fn new(ids: Ids, clerk: String, today: NaiveDate) -> Self {
        let mut fields = Self {
            ids,
            clerk,
            today,
            verdict: None,
            verdict_said: None,
            on: Field::new(frame::TODAY),
            source: CheckSource::Constancia,
            ours: None,
        };
        fields.understand();
        fields
    }

    /// Takes a change.
    pub fn change(&mut self, change: Change) {
        match change {
            Change::Verdict(vigente) => {
                self.verdict = Some(vigente);
                self.verdict_said = None;
            }
            Change::Date(text) => {
                self.on.type_in(text);
                self.understand();
            }
            Change::Source(source) => self.source = source,
            Change::Affiliation(ours) => self.ours = ours,
        }
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

    /// The day of the consultation, if it is understood and has come.
    pub fn consulted_on(&self) -> Option<NaiveDate> {
        typed_date(self.on.value(), self.today)
            .ok()
            .filter(|on| *on <= self.today)
    }

    /// Where it was seen.
    pub fn source(&self) -> CheckSource {
        self.source
    }

    /// The check.
    ///
    /// # Errors
    /// The id of what has to be seen to; it says why.
    pub fn read(&mut self) -> Result<Check, &'static str> {
        let Some(vigente) = self.verdict else {
            self.verdict_said = Some(Said {
                tone: Tone::Problem,
                text: words::VERDICT_MISSING.to_owned(),
            });
            return Err(self.ids.verdict);
        };
        let on = self.consulted_on().ok_or(self.ids.on)?;
        Ok(Check {
            on,
            vigente,
            source: self.source,
            ours: self.ours,
            seen_by: self.clerk.clone(),
        })
    }

    /// What would be noted, for the foot; or where the verdict stands.
    pub fn note(&self) -> String {
        match (self.verdict, self.consulted_on()) {
            (Some(vigente), Some(on)) => words::to_be_noted(vigente, self.source, on, &self.clerk),
            _ => words::VERDICT_HINT.to_owned(),
        }
    }

    /// Draws them; `next` is what Enter in the date means.
    pub fn view<'a, Message: Clone + 'a>(
        &'a self,
        changed: impl Fn(Change) -> Message + Copy + 'a,
        next: Message,
    ) -> Element<'a, Message> {
        let verdict = choice(
            [
                Choice::new(true, words::VIGENTE).icon(Icon::ShieldCheck).key('V'),
                Choice::new(false, words::NOT_VIGENTE)
                    .icon(Icon::CircleX)
                    .key('N'),
            ],
            self.verdict,
            move |vigente| changed(Change::Verdict(vigente)),
        )
        .id(self.ids.verdict);
        let on = field(words::CONSULTED_ON, &self.on, move |text| {
            changed(Change::Date(text))
        })
        .id(self.ids.on)
        .on_submit(next);
        let sources = choice(
            CheckSource::ALL.map(|source| Choice::new(source, words::source(source))),
            Some(self.source),
            move |source| changed(Change::Source(source)),
        );
        let affiliation = choice(
            [
                Choice::new(Some(true), words::OURS),
                Choice::new(Some(false), words::ANOTHER),
                Choice::new(None, words::NOT_TOLD),
            ],
            Some(self.ours),
            move |ours| changed(Change::Affiliation(ours)),
        );

        column![
            row![
                container(block(words::VERDICT, verdict, self.verdict_said.as_ref(), None))
                    .width(Length::FillPortion(3)),
                container(on).width(Length::FillPortion(2)),
            ]
            .spacing(GAP),
            labelled(words::SEEN_IN, sources),
            labelled(words::AFFILIATED_BY, affiliation),
        ]
        .into()
    }
}

/// A choice below its label, without the line for a message.
pub fn labelled<'a, Message: 'a>(
    label: &'a str,
    control: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    column![
        container(caption(label).style(style::muted)).padding(padding::bottom(4)),
        container(control).padding(padding::bottom(GAP)),
    ]
    .into()
}
