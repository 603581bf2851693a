//! Keys of the whole window, before and after its widgets.

use iced::advanced::widget::operation::{self, Operation, TextInput};
use iced::advanced::widget::{Id, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse};
use iced::keyboard::key::{Named, Physical};
use iced::keyboard::{self, Key, Modifiers};
use iced::{Element, Event, Rectangle, Renderer, Theme, touch, window};

use super::through::through_child;

use std::collections::VecDeque;

/// A key that goes down.
#[derive(Debug, Clone, Copy)]
pub struct Press<'a> {
    /// The key, without what Mayús or AltGr make of it.
    pub key: &'a Key,
    /// The key with what Mayús and AltGr make of it.
    pub modified_key: &'a Key,
    /// Where it is on the keyboard.
    pub physical: Physical,
    /// Ctrl, Mayús, Alt.
    pub modifiers: Modifiers,
    /// What the system would type, composed: á and ñ arrive whole.
    pub text: Option<&'a str>,
    /// Whether it is being held down.
    pub repeat: bool,
}

impl<'a> Press<'a> {
    /// The press that `event` tells of, if it does.
    pub fn from_event(event: &'a keyboard::Event) -> Option<Self> {
        match event {
            keyboard::Event::KeyPressed {
                key,
                modified_key,
                physical_key,
                modifiers,
                text,
                repeat,
                ..
            } => Some(Self {
                key,
                modified_key,
                physical: *physical_key,
                modifiers: *modifiers,
                text: text.as_deref(),
                repeat: *repeat,
            }),
            _ => None,
        }
    }

    /// Whether it is this key without Ctrl, Alt or the system's key.
    pub fn is(&self, named: Named) -> bool {
        *self.key == Key::Named(named) && !self.has_command_or_alt()
    }

    /// The text that it would type into a list or a choice: never that of a command, never a control character.
    pub fn typed(&self) -> Option<&'a str> {
        let text = self.text?;
        let command = self.modifiers.command() && !self.modifiers.alt();

        (!command && !self.modifiers.logo() && !text.is_empty() && !text.contains(char::is_control))
            .then_some(text)
    }

    fn has_command_or_alt(&self) -> bool {
        self.modifiers.command() || self.modifiers.alt() || self.modifiers.logo()
    }
}

/// Wraps the root of a view. `before` sees every press first and takes it away from the widgets (Tab, Esc,
/// commands); `after` sees the presses that no widget used (arrows, a letter typed on a list).
///
/// A key held down is pressed once where it would do harm: the repeats of Enter go nowhere, and what a held key
/// types is dropped unless it began to be typed in a field. So a Space that presses a button does not go on in
/// the field that has the focus afterwards.
///
/// A key waits until the one before it has had its effect: iced hands over all the presses of a frame before the
/// program hears of the first, so that in a slow moment what is typed after Enter would land in the field before.
///
/// A widget and not `keyboard::listen()`: without a window iced gives no events to subscriptions, but it does
/// give them to widgets, and so the walks under `tests/` press real keys.
pub fn keys<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    before: impl Fn(&Press<'_>) -> Option<Message> + 'a,
    after: impl Fn(&Press<'_>) -> Option<Message> + 'a,
) -> Keys<'a, Message> {
    Keys {
        content: content.into(),
        before: Box::new(before),
        after: Box::new(after),
        on_click: None,
    }
}

type Map<'a, Message> = Box<dyn Fn(&Press<'_>) -> Option<Message> + 'a>;

/// The root of a view, with its keys; made by [`keys`].
pub struct Keys<'a, Message> {
    content: Element<'a, Message>,
    before: Map<'a, Message>,
    after: Map<'a, Message>,
    on_click: Option<Message>,
}

impl<Message> Keys<'_, Message> {
    /// Published after each click: the moment to ask [`super::focused`] where the focus went.
    pub fn on_click(mut self, message: Message) -> Self {
        self.on_click = Some(message);
        self
    }
}

#[derive(Default)]
struct State {
    /// Whether the key that is down began to be typed in a field.
    typing: bool,
    /// Whether a key of this frame has asked something of the program.
    has_asked: bool,
    /// The presses that came after it: their turn is the next frame.
    waiting: VecDeque<Event>,
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Keys<'_, Message> {
    through_child!(content: children, diff, size, layout, operate, mouse_interaction, draw, overlay);

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
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
            // What a dead key or an input method composes waits its turn like any other key.
            Event::Keyboard(keyboard::Event::KeyPressed { .. }) | Event::InputMethod(_)
                if state.has_asked =>
            {
                state.waiting.push_back(event.clone());
                shell.capture_event();
                shell.request_redraw();
            }
            Event::Window(window::Event::RedrawRequested(_)) => {
                state.has_asked = false;
                self.deliver(tree, event, layout, cursor, renderer, clipboard, shell, viewport);

                while let state = tree.state.downcast_mut::<State>()
                    && !state.has_asked
                    && let Some(press) = state.waiting.pop_front()
                {
                    self.deliver(tree, &press, layout, cursor, renderer, clipboard, shell, viewport);
                }
                if !tree.state.downcast_ref::<State>().waiting.is_empty() {
                    shell.request_redraw();
                }
            }
            _ => self.deliver(tree, event, layout, cursor, renderer, clipboard, shell, viewport),
        }
    }
}

impl<Message: Clone> Keys<'_, Message> {
    /// Shows one event to `before`, to the content, to `after`, until one of them takes it.
    #[expect(clippy::too_many_arguments, reason = "the arguments of `Widget::update`")]
    fn deliver(
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
        let press = match event {
            Event::Keyboard(event) => Press::from_event(event),
            _ => None,
        };

        if let Some(press) = &press {
            if *press.key == Key::Named(Named::Enter) && press.repeat {
                shell.capture_event();
                return;
            }

            if let Some(message) = (self.before)(press) {
                let state = tree.state.downcast_mut::<State>();
                state.typing = false;
                state.has_asked = true;
                shell.publish(message);
                shell.capture_event();
                return;
            }

            if !press.repeat {
                let mut field = TypesInField::default();

                self.content
                    .as_widget_mut()
                    .operate(&mut tree.children[0], layout, renderer, &mut field);
                tree.state.downcast_mut::<State>().typing = field.is_focused;
            } else if press.typed().is_some() && !tree.state.downcast_ref::<State>().typing {
                shell.capture_event();
                return;
            }
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

        // Enter in a field or on a button: the program decides where the focus goes.
        let is_enter = press.is_some_and(|press| *press.key == Key::Named(Named::Enter));
        if is_enter && shell.is_event_captured() {
            tree.state.downcast_mut::<State>().has_asked = true;
        }

        match event {
            Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                if let Some(message) = &self.on_click {
                    shell.publish(message.clone());
                }
            }
            _ => {
                if !shell.is_event_captured()
                    && let Some(press) = press
                    && let Some(message) = (self.after)(&press)
                {
                    tree.state.downcast_mut::<State>().has_asked = true;
                    shell.publish(message);
                    shell.capture_event();
                }
            }
        }
    }
}

impl<'a, Message: Clone + 'a> From<Keys<'a, Message>> for Element<'a, Message> {
    fn from(keys: Keys<'a, Message>) -> Self {
        Element::new(keys)
    }
}

/// Finds out whether a text field has the focus. A field announces itself twice in a row: as an input, and as
/// something focusable.
#[derive(Default)]
struct TypesInField {
    is_input: bool,
    is_focused: bool,
}

impl Operation for TypesInField {
    fn text_input(&mut self, _id: Option<&Id>, _bounds: Rectangle, _state: &mut dyn TextInput) {
        self.is_input = true;
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn operation::Focusable) {
        let is_input = std::mem::take(&mut self.is_input);

        self.is_focused |= is_input && state.is_focused();
    }

    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }
}
