//! Keyboard focus: what the toolkit leaves out.
//!
//! * [`focusable`] lets Tab reach any element, and lets Enter or Space press it.
//! * [`move_focus`] is the `Task` for Tab and Mayús+Tab, in the window or inside one dialog.
//! * [`focus()`] takes the focus somewhere, [`focused`] tells where it is, [`reveal`] scrolls until it is seen.
//!
//! Whatever takes the focus by these tasks is scrolled into view, and a field that is not empty is selected, so
//! that typing replaces it.

mod task;

pub use task::{focus, focused, move_focus, reveal};

use iced::advanced::widget::{Id, Operation, Tree, operation, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse, renderer};
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::{Border, Color, Element, Event, Rectangle, Renderer, Theme, touch};

use super::keys::Press;
use super::through::through_child;
use crate::app::theme::measure::{RADIUS, RING, RING_GAP, SCROLL_BAR, SCROLL_MARGIN};
use crate::app::theme::{of, on_selected};

/// Wraps `content` so that it takes its turn with Tab, shows a ring while focused, and publishes `on_press` on
/// Enter or Space, once however long the key is held.
///
/// With neither `on_press` nor [`Focusable::on_key`] it is disabled: Tab passes it by. The mouse is still the
/// business of `content`, so give a wrapped button the same message in its own `on_press`.
pub fn focusable<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    on_press: Option<Message>,
) -> Focusable<'a, Message> {
    Focusable {
        content: content.into(),
        id: None,
        on_space: on_press.clone(),
        on_enter: on_press,
        on_key: None,
        ring: Ring::Around(RADIUS),
    }
}

/// Where the ring of a focused element is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ring {
    /// Around it, two pixels away; its corners have this radius.
    Around(f32),
    /// Inside the selected row of a list, which this child is: a full-width row has no room around it.
    Row(usize),
    /// The same for a row that nothing marks but the ring.
    Line(usize),
}

type OnKey<'a, Message> = Box<dyn Fn(&Press<'_>) -> Option<Message> + 'a>;

/// An element that can have the focus; made by [`focusable`].
pub struct Focusable<'a, Message> {
    content: Element<'a, Message>,
    id: Option<Id>,
    on_enter: Option<Message>,
    on_space: Option<Message>,
    on_key: Option<OnKey<'a, Message>>,
    ring: Ring,
}

impl<'a, Message> Focusable<'a, Message> {
    /// The name by which [`focus()`] finds it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What Space means, where it does not press: in a list it marks the row.
    pub fn on_space(mut self, message: Option<Message>) -> Self {
        self.on_space = message;
        self
    }

    /// Keys of its own, which it takes while it has the focus: the arrows of a list.
    pub fn on_key(mut self, on_key: impl Fn(&Press<'_>) -> Option<Message> + 'a) -> Self {
        self.on_key = Some(Box::new(on_key));
        self
    }

    /// Where its ring is drawn.
    pub fn ring(mut self, ring: Ring) -> Self {
        self.ring = ring;
        self
    }

    fn is_enabled(&self) -> bool {
        self.on_enter.is_some() || self.on_key.is_some()
    }

    /// What counts as this element for the eye: the selected row of a list, otherwise all of it.
    fn bounds(&self, layout: Layout<'_>) -> Rectangle {
        match self.ring {
            Ring::Row(index) | Ring::Line(index) => layout
                .children()
                .nth(index)
                .map_or(layout.bounds(), |row| row.bounds()),
            Ring::Around(_) => layout.bounds(),
        }
    }
}

impl<Message: Clone> Focusable<'_, Message> {
    /// What `press` means here; `None` where it means nothing.
    fn meaning(&self, press: &Press<'_>) -> Option<Option<Message>> {
        let pressed = match press.key {
            Key::Named(Named::Enter) => self.on_enter.as_ref(),
            Key::Named(Named::Space) => self.on_space.as_ref(),
            _ => None,
        };

        match pressed {
            // A key held down presses once, and its repeats are used up here.
            Some(message) => Some((!press.repeat).then(|| message.clone())),
            None => self.on_key.as_ref().and_then(|on_key| on_key(press)).map(Some),
        }
    }
}

#[derive(Default)]
struct State {
    is_focused: bool,
}

impl operation::Focusable for State {
    fn is_focused(&self) -> bool {
        self.is_focused
    }

    fn focus(&mut self) {
        self.is_focused = true;
    }

    fn unfocus(&mut self) {
        self.is_focused = false;
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Focusable<'_, Message> {
    through_child!(content: children, diff, size, layout, mouse_interaction, overlay);

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let bounds = self.bounds(layout);
        let state = tree.state.downcast_mut::<State>();

        if self.is_enabled() {
            operation.focusable(self.id.as_ref(), bounds, state);
        } else {
            state.is_focused = false;
        }

        operation.traverse(&mut |operation| {
            self.content
                .as_widget_mut()
                .operate(&mut tree.children[0], layout, renderer, operation);
        });
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();

        match event {
            Event::Keyboard(event) if state.is_focused && !shell.is_event_captured() => {
                if let Some(meaning) = Press::from_event(event).and_then(|press| self.meaning(&press)) {
                    if let Some(message) = meaning {
                        shell.publish(message);
                    }
                    shell.capture_event();
                    return;
                }
            }
            // A click here takes the focus, as in other desktops; a click elsewhere drops it.
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                let takes_focus = self.is_enabled() && cursor.is_over(layout.bounds());

                if state.is_focused != takes_focus {
                    state.is_focused = takes_focus;
                    // iced 0.14 draws only when asked to.
                    shell.request_redraw();
                }
            }
            _ => {}
        }

        self.content.as_widget_mut().update(
            &mut tree.children[0],
            event,
            layout,
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
        );
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        self.content.as_widget().draw(
            &tree.children[0],
            renderer,
            theme,
            style,
            layout,
            cursor,
            viewport,
        );

        if self.is_enabled() && tree.state.downcast_ref::<State>().is_focused {
            draw_ring(renderer, theme, self.ring, self.bounds(layout));
        }
    }
}

impl<'a, Message: Clone + 'a> From<Focusable<'a, Message>> for Element<'a, Message> {
    fn from(focusable: Focusable<'a, Message>) -> Self {
        Element::new(focusable)
    }
}

/// Draws the ring of what has the focus.
pub(super) fn draw_ring(renderer: &mut Renderer, theme: &Theme, ring: Ring, bounds: Rectangle) {
    use iced::advanced::Renderer as _;

    // The ring of a selected row lies on the row itself.
    let look = match ring {
        Ring::Around(_) | Ring::Line(_) => of(theme),
        Ring::Row(_) => on_selected(theme).map_or(of(theme), of),
    };
    let (bounds, radius) = match ring {
        Ring::Around(radius) => (bounds.expand(RING + RING_GAP), radius + RING + RING_GAP),
        Ring::Row(_) | Ring::Line(_) => {
            let left = 4.0;
            // Clear of the scroll bar.
            let right = SCROLL_BAR + 2.0 * SCROLL_MARGIN + 1.0;

            (
                Rectangle {
                    x: bounds.x + left,
                    width: bounds.width - left - right,
                    ..bounds
                },
                RADIUS - RING,
            )
        }
    };

    renderer.fill_quad(
        renderer::Quad {
            bounds,
            border: Border {
                color: look.ring,
                width: RING,
                radius: radius.into(),
            },
            ..renderer::Quad::default()
        },
        Color::TRANSPARENT,
    );
}
