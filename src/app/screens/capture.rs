//! The strip beside IMSS' page: whom and what is being typed now, and what comes next.

mod view;

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use iced::keyboard::key::Named;

use crate::app::widget::{Field, Press};
use crate::desk::{Capturing, Desk, Refusal};
use crate::domain::capture::{FieldText, Place};
use crate::domain::ids::DispatchId;
use crate::domain::settings::Topic;
use crate::words::capture as words;

/// The id of the field for the lote.
pub const LOTE: &str = "captura-lote";
/// The id of the list of fields.
pub const FIELDS: &str = "captura-campos";
/// The id of the button that closes a row, and of the one that records the envío.
pub const CLOSE_ROW: &str = "captura-renglon";
/// The id of the button that leaves.
pub const LEAVE: &str = "captura-salir";

/// The strip.
#[derive(Debug)]
pub struct Screen {
    capturing: Capturing,
    today: NaiveDate,
    /// Whether somebody at the campus has ticked the order of the fields.
    order_is_confirmed: bool,
    /// That it goes on where it was left; until the first key.
    resumed: Option<String>,
    lote: Field,
    trip: Trip,
}

/// Where the clerk is, as the system tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trip {
    /// Here.
    Here,
    /// Gone since then: to the page, or wherever else.
    Away(Instant),
    /// Back since `at`, after having been away since `since`; before, the row stood at `from`.
    Back {
        since: Instant,
        at: Instant,
        from: Place,
    },
}

/// Nobody pastes in less: the system took the keyboard for a moment, as it does for the keys of the volume.
const SHORTEST_TRIP: Duration = Duration::from_millis(250);
/// Nobody goes again so soon. Some desktops hold the keyboard while Alt is down, and hand it back for a moment before the
/// other window gets it.
const SHORTEST_STAY: Duration = Duration::from_millis(100);

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The clerk went to another window, at that moment.
    Left(Instant),
    /// And came back.
    Reached(Instant),
    /// A field was pressed.
    FieldPressed(usize),
    /// Right.
    NextField,
    /// Left.
    PreviousField,
    /// Down.
    NextRow,
    /// Up.
    PreviousRow,
    /// Enter: the page has taken the row.
    RowCaptured,
    /// Supr: it has not, after all.
    RowReleased,
    /// The lote was typed.
    LoteTyped(String),
    /// Ctrl+Enter at the end.
    SendPressed,
    /// Esc.
    LeavePressed,
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// The clipboard is to hold what belongs there now; and whether the step was kept.
    Step(Result<(), Refusal>),
    /// To record the envío as sent, with this lote.
    Send(String),
    /// To be left.
    Leave,
}

impl Screen {
    /// Of this envío.
    pub fn new(desk: &Desk, capturing: Capturing) -> Self {
        let capture = &capturing.capture;
        let resumed = capturing
            .left
            .as_ref()
            .map(|(at, by)| words::resumed(*at, by, capture.captured(), capture.rows().len()));
        Self {
            today: desk.today(),
            order_is_confirmed: !desk.settings().entry(Topic::CaptureOrder).awaits_confirmation(),
            resumed,
            lote: Field::default(),
            trip: Trip::Here,
            capturing,
        }
    }

    /// Which envío.
    pub fn dispatch(&self) -> DispatchId {
        self.capturing.dispatch.id
    }

    /// What belongs on the clipboard now; empty for nothing.
    pub fn clipboard(&self) -> String {
        let held: Option<&FieldText> = self.capturing.capture.on_clipboard();
        held.map(|it| it.text.clone()).unwrap_or_default()
    }

    /// How far down the list of fields is to be scrolled, in points: the present one is in view with those before it.
    pub fn scrolled(&self) -> f32 {
        match self.capturing.capture.place() {
            Place::Field(index) => index.saturating_sub(2) as f32 * view::FIELD_LINE,
            Place::Done => 0.0,
        }
    }

    /// Whether everything is captured, and nothing but the sending is left to record.
    pub fn is_at_its_end(&self) -> bool {
        self.capturing.capture.row().is_none()
    }

    /// What is said once it was left.
    pub fn left(&self) -> String {
        let (capture, dispatch) = (&self.capturing.capture, &self.capturing.dispatch);
        if capture.is_complete() {
            words::not_recorded(dispatch.kind, dispatch.lines)
        } else {
            words::left(capture.captured(), capture.rows().len())
        }
    }

    /// What a key means in it.
    pub fn key(&self, press: &Press<'_>) -> Option<Message> {
        [
            (Named::ArrowRight, Message::NextField),
            (Named::ArrowLeft, Message::PreviousField),
            (Named::ArrowDown, Message::NextRow),
            (Named::ArrowUp, Message::PreviousRow),
            (Named::Enter, Message::RowCaptured),
            (Named::Delete, Message::RowReleased),
        ]
        .into_iter()
        .find(|(named, _)| press.is(*named))
        .map(|(_, message)| message)
    }

    /// What follows from a message.
    pub fn update(&mut self, desk: &mut Desk, message: Message) -> Action {
        let dispatch = self.dispatch();
        if !matches!(message, Message::Left(_) | Message::Reached(_)) {
            // Whoever presses a key is here.
            self.trip = Trip::Here;
        }
        let capture = &mut self.capturing.capture;
        let before = (capture.at(), capture.place());
        let mut kept = None;
        match message {
            Message::Left(now) => match self.trip {
                // It was no coming back: what was on the clipboard is there again.
                Trip::Back { since, at, from } if now.saturating_duration_since(at) < SHORTEST_STAY => {
                    self.trip = Trip::Away(since);
                    capture.return_to(from);
                }
                _ => {
                    self.trip = Trip::Away(now);
                    return Action::None;
                }
            },
            Message::Reached(now) => match self.trip {
                Trip::Away(since) if now.saturating_duration_since(since) >= SHORTEST_TRIP => {
                    let from = capture.place();
                    self.trip = Trip::Back { since, at: now, from };
                    capture.next_field();
                }
                _ => {
                    self.trip = Trip::Here;
                    return Action::None;
                }
            },
            Message::FieldPressed(index) => {
                capture.go_to_field(index);
                // Reached by that press, it is on the clipboard already, and yet another field may have been before.
                return self.step(desk);
            }
            Message::NextField => capture.next_field(),
            Message::PreviousField => capture.previous_field(),
            Message::NextRow => capture.next_row(),
            Message::PreviousRow => capture.previous_row(),
            Message::RowCaptured => {
                let captured = capture.capture_row();
                kept = captured.map(|number| desk.keep_captured(dispatch, number, capture));
            }
            Message::RowReleased => {
                let released = capture.release_row();
                kept = released.map(|number| desk.keep_released(dispatch, number, capture));
            }
            Message::LoteTyped(text) => {
                self.lote.type_in(text);
                return Action::None;
            }
            Message::SendPressed if self.is_at_its_end() => {
                return Action::Send(self.lote.value().to_owned());
            }
            Message::SendPressed => return Action::None,
            Message::LeavePressed => return Action::Leave,
        }
        let capture = &self.capturing.capture;
        match kept {
            Some(kept) => {
                self.resumed = None;
                Action::Step(kept)
            }
            // What the clerk copied elsewhere stays where nothing else belongs.
            None if before == (capture.at(), capture.place()) => Action::None,
            None => self.step(desk),
        }
    }

    fn step(&mut self, desk: &mut Desk) -> Action {
        self.resumed = None;
        Action::Step(desk.keep_capture(self.dispatch(), &self.capturing.capture))
    }
}
