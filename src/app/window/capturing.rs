//! The window as a strip beside IMSS' page, and as it was before afterwards.

use iced::widget::operation::{AbsoluteOffset, scroll_to};
use iced::{Point, Size, Task, clipboard, window};

use super::{Message, Office};
use crate::app::MIN_SIZE;
use crate::app::screens::capture;
use crate::desk::Refusal;
use crate::domain::ids::DispatchId;
use crate::words::cuts;

/// How large the strip is, if the screen has the room.
const STRIP: Size = Size::new(360.0, 640.0);
/// The smallest that it may be made by hand.
const LEAST: Size = Size::new(300.0, 320.0);
/// From the edge of the screen: the frame that the desktop puts around it stays on it.
const EDGE: f32 = 8.0;
/// What the desktop keeps of the height of a screen for its bars.
const BARS: f32 = 88.0;

/// An envío that is being captured.
#[derive(Debug)]
pub(super) struct Strip {
    pub(super) screen: capture::Screen,
    former: Option<Former>,
}

/// The window as it was before it became a strip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Former {
    id: window::Id,
    /// Without zoom.
    size: Size,
    position: Option<Point>,
    is_maximized: bool,
    /// The screen that it is on, without zoom; some systems don't tell.
    screen: Option<Size>,
}

impl Office {
    /// Opens the assistant for an envío, where it was left if it was begun before; the window becomes a strip.
    pub(super) fn open_capture(&mut self, dispatch: DispatchId) -> Task<Message> {
        if self.capture.is_some() {
            return Task::none();
        }
        self.keep_draft();
        match self.desk.open_capture(dispatch) {
            Ok(capturing) => {
                self.modal = None;
                let screen = capture::Screen::new(&self.desk, capturing);
                self.capture = Some(Strip { screen, former: None });
                let found = find_window(self.zoom()).map(Message::WindowFound);
                Task::batch([found, self.copy_field()])
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// The window is known as it is: now it is made a strip.
    pub(super) fn window_found(&mut self, former: Former) -> Task<Message> {
        let zoom = self.zoom();
        match &mut self.capture {
            Some(strip) => {
                strip.former = Some(former);
                narrow(&former, zoom)
            }
            None => Task::none(),
        }
    }

    /// The zoom has changed: the strip is as wide for the new one.
    pub(super) fn fit_strip(&self) -> Task<Message> {
        let former = self.capture.as_ref().and_then(|strip| strip.former.as_ref());
        former.map_or_else(Task::none, |former| narrow(former, self.zoom()))
    }

    pub(super) fn update_capture(&mut self, message: capture::Message) -> Task<Message> {
        let Some(strip) = &mut self.capture else {
            return Task::none();
        };
        match strip.screen.update(&mut self.desk, message) {
            capture::Action::None => Task::none(),
            capture::Action::Step(kept) => {
                match kept {
                    // What could not be kept before is, from here on.
                    Ok(()) => self.notice = None,
                    Err(refusal) => self.trouble_of(&refusal),
                }
                self.copy_field()
            }
            capture::Action::Send(lote) => self.send_captured(&lote),
            capture::Action::Leave => {
                let said = strip.screen.left();
                self.leave_capture(said)
            }
        }
    }

    fn trouble_of(&mut self, refusal: &Refusal) {
        use crate::desk::Explain;

        self.trouble(refusal.explain());
    }

    /// Puts what belongs there on the clipboard, and nothing where nothing does.
    fn copy_field(&self) -> Task<Message> {
        let Some(strip) = &self.capture else {
            return Task::none();
        };
        let copied = clipboard::write(strip.screen.clipboard());
        if strip.screen.is_at_its_end() {
            copied.chain(super::focus_on(capture::LOTE))
        } else {
            let offset = AbsoluteOffset {
                x: 0.0,
                y: strip.screen.scrolled(),
            };
            copied.chain(scroll_to(capture::FIELDS, offset))
        }
    }

    fn send_captured(&mut self, lote: &str) -> Task<Message> {
        let Some(strip) = &self.capture else {
            return Task::none();
        };
        match self.desk.send_captured(strip.screen.dispatch(), lote) {
            Ok(sent) => {
                let said = sent.sending.map(|sending| {
                    let lote = sending.lote.as_deref();
                    cuts::sent(sent.kind, sent.lines, sending.channel, lote, sending.on)
                });
                self.leave_capture(said.unwrap_or_default())
            }
            Err(refusal) => {
                self.trouble_of(&refusal);
                Task::none()
            }
        }
    }

    /// The window is as it was, and nothing of anybody stays on the clipboard.
    fn leave_capture(&mut self, said: String) -> Task<Message> {
        let former = self.capture.take().and_then(|strip| strip.former);
        self.notice = None;
        self.refresh();
        self.say(said);
        let widened = former.map_or_else(Task::none, |former| widen(&former, self.zoom()));
        Task::batch([clipboard::write(String::new()), widened, self.focus_screen()])
    }

    fn zoom(&self) -> f32 {
        self.desk.appearance().zoom.factor()
    }
}

/// Asks the system for all that it will be asked to put back.
fn find_window(zoom: f32) -> Task<Former> {
    window::latest().and_then(move |id| {
        window::is_maximized(id).then(move |is_maximized| {
            window::size(id).then(move |size| {
                window::position(id).then(move |position| {
                    window::monitor_size(id).map(move |screen| Former {
                        id,
                        // iced tells sizes in the units of the zoom, and places in those of the system.
                        size: size * zoom,
                        position,
                        is_maximized,
                        screen: screen.map(|screen| screen * zoom),
                    })
                })
            })
        })
    })
}

/// At the right edge of its screen, above the other windows where the system allows it.
fn narrow(former: &Former, zoom: f32) -> Task<Message> {
    let id = former.id;
    let room = former.screen.unwrap_or(former.size);
    let height = STRIP.height.min((room.height - BARS) / zoom);
    let size = Size::new(STRIP.width, height.max(LEAST.height));
    let corner = Point::new((room.width - size.width * zoom - EDGE).max(0.0), 0.0);

    window::maximize(id, false)
        .chain(window::set_min_size(
            id,
            Some(Size::new(LEAST.width, LEAST.height)),
        ))
        .chain(window::resize(id, size))
        .chain(window::move_to(id, corner))
        .chain(window::set_level(id, window::Level::AlwaysOnTop))
}

fn widen(former: &Former, zoom: f32) -> Task<Message> {
    let id = former.id;
    let moved = former
        .position
        .map_or_else(Task::none, |position| window::move_to(id, position));

    window::set_level(id, window::Level::Normal)
        .chain(window::set_min_size(id, Some(MIN_SIZE * (1.0 / zoom))))
        .chain(window::resize(id, former.size * (1.0 / zoom)))
        .chain(moved)
        .chain(window::maximize(id, former.is_maximized))
}
