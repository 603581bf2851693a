//! How envíos of a closed cut went out: one channel and one day for all of them, a lote for each. What was recorded of one
//! is put right in the same dialog.

use chrono::NaiveDate;
use iced::advanced::widget::Id;
use iced::widget::{column, container, row};
use iced::{Element, Length};

use super::Action;
use crate::app::check_fields::labelled;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{Field, Tone};
use crate::app::widget::{self, button, choice, dialog, field};
use crate::domain::cutoff::{WindowLimits, expected_window};
use crate::domain::date::typed_date;
use crate::domain::dispatch::{Channel, Dispatch, Sending};
use crate::domain::ids::DispatchId;
use crate::domain::movement::MovementKind;
use crate::words::runway::{self, send as words};
use crate::words::{cuts, dates, frame};

/// The id of the channel.
pub const CHANNEL: &str = "envio-canal";
/// The id of the day.
pub const DAY: &str = "envio-fecha";
/// The id of the main verb.
pub const SEND: &str = "envio-registrar";

/// The id of the lote of the envío in this place.
pub fn lote_id(at: usize) -> Id {
    Id::from(format!("envio-lote-{at}"))
}

/// The dialog.
#[derive(Debug)]
pub struct SendingDialog {
    cut: NaiveDate,
    today: NaiveDate,
    limits: WindowLimits,
    channel: Channel,
    on: Field,
    /// Each envío with its lote.
    lotes: Vec<(Dispatch, Field)>,
    is_correction: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another channel.
    ChannelChosen(Channel),
    /// The lote of an envío was typed.
    LoteTyped(usize, String),
    /// The day was typed.
    DayTyped(String),
    /// Enter in a field.
    Next,
    /// The button, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl SendingDialog {
    /// For these envíos of a cut. One that was sent before is put right.
    pub fn new(
        cut: NaiveDate,
        dispatches: Vec<Dispatch>,
        usual: Channel,
        today: NaiveDate,
        limits: WindowLimits,
    ) -> Self {
        let recorded = dispatches.iter().find_map(|it| it.sending.clone());
        let lote = |of: &Dispatch| of.sending.as_ref().and_then(|it| it.lote.clone());
        let mut dialog = Self {
            cut,
            today,
            limits,
            channel: recorded.as_ref().map_or(usual, |it| it.channel),
            on: Field::new(match &recorded {
                Some(sending) => sending.on.format("%d/%m/%Y").to_string(),
                None => frame::TODAY.to_owned(),
            }),
            lotes: dispatches
                .into_iter()
                .map(|of| {
                    let lote = Field::new(lote(&of).unwrap_or_default());
                    (of, lote)
                })
                .collect(),
            is_correction: recorded.is_some(),
        };
        dialog.understand();
        dialog
    }

    /// Where the focus is when it opens.
    pub fn first() -> Id {
        lote_id(0)
    }

    /// Says what was understood of the day, and when the movements are expected to show then.
    fn understand(&mut self) {
        match typed_date(self.on.value(), self.today) {
            Ok(on) if on > self.today => self.on.say(Tone::Problem, cuts::in_future(on)),
            Ok(on) => self
                .on
                .say(Tone::Hint, format!("{} {}", dates::weekday(on), dates::long(on))),
            Err(fault) => self.on.say(Tone::Problem, dates::fault(&fault).text),
        }
    }

    fn day(&self) -> Option<NaiveDate> {
        let on = typed_date(self.on.value(), self.today).ok()?;
        (on <= self.today).then_some(on)
    }

    /// Says why it was refused.
    pub fn refuse(&mut self, why: String) {
        self.on.say(Tone::Problem, why);
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::ChannelChosen(channel) => self.channel = channel,
            Message::LoteTyped(at, text) => {
                if let Some((_, lote)) = self.lotes.get_mut(at) {
                    lote.type_in(text);
                }
            }
            Message::DayTyped(text) => {
                self.on.type_in(text);
                self.understand();
            }
            Message::Next => {
                return Action::Run(widget::move_focus(false, Some(Id::new(dialog::ID))));
            }
            Message::Confirmed => {
                let Some(on) = self.day() else {
                    return Action::Run(widget::focus(DAY));
                };
                return Action::RecordSending(self.sendings(on), self.is_correction);
            }
            Message::Closed => return Action::Close,
        }
        Action::None
    }

    fn sendings(&self, on: NaiveDate) -> Vec<(DispatchId, Sending)> {
        let sending = |lote: &Field| Sending {
            channel: self.channel,
            lote: Some(lote.value().to_owned()).filter(|lote| !lote.is_empty()),
            on,
        };
        self.lotes
            .iter()
            .map(|(of, lote)| (of.id, sending(lote)))
            .collect()
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let channels = choice(
            Channel::ALL
                .map(|channel| Choice::new(channel, words::channel(channel)).key(words::letter(channel))),
            Some(self.channel),
            Message::ChannelChosen,
        )
        .on_enter(Message::Next)
        .id(CHANNEL);
        let has_several_registros = self
            .lotes
            .iter()
            .any(|(of, _)| of.registro != self.lotes.first().and_then(|(of, _)| of.registro.clone()));
        let lotes = self.lotes.iter().enumerate().map(|(at, (of, lote))| {
            let registro = of.registro.as_ref().filter(|_| has_several_registros);
            let label = words::lote(
                &runway::envio(of.kind, of.lines),
                registro.map(ToString::to_string).as_deref(),
            );
            column![labelled_lote(label, lote, at),]
                .width(Length::FillPortion(1))
                .into()
        });
        let said = if self.is_correction {
            words::ONLY_DATA
        } else {
            words::IS_FOR_GOOD
        };
        let content = column![
            labelled(words::CHANNEL, channels),
            row(lotes).spacing(GAP),
            field(words::DAY, &self.on, Message::DayTyped)
                .id(DAY)
                .on_submit(Message::Next),
            container(body(said).style(style::muted)),
        ];
        let (title, leave, verb) = if self.is_correction {
            (words::CORRECT_TITLE.to_owned(), words::LEAVE, words::CORRECT)
        } else {
            (words::title(self.cut), words::NOT_YET, words::RECORD)
        };
        let mut shown = dialog(title, content, Message::Closed).wide();
        let kind = self.lotes.first().map_or(MovementKind::Alta, |(of, _)| of.kind);
        if let Some(on) = self.day() {
            let window = expected_window(self.cut, Some(on), self.limits);
            shown = shown.note(runway::panel::expected_since_sent(kind, window));
        }
        shown
            .button(button(leave, Message::Closed).key("Esc").tall())
            .button(
                button(verb, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall()
                    .id(SEND),
            )
            .into()
    }
}

/// A lote below its label, which names its envío.
fn labelled_lote(label: String, lote: &Field, at: usize) -> Element<'_, Message> {
    use crate::app::theme::caption;
    use crate::app::widget::input;
    use iced::padding;

    column![
        container(caption(label).style(style::muted)).padding(padding::bottom(4)),
        input("", &lote.text, move |text| Message::LoteTyped(at, text))
            .id(lote_id(at))
            .on_submit(Message::Next),
        container(caption(words::LOTE_HINT).style(style::muted)).padding(padding::top(2).bottom(NEAR)),
    ]
    .into()
}
