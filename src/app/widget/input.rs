//! The box in which text is typed: one line, 36 high, with room for an icon before it and a note after it.

use iced::advanced::widget::{Id, Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer, text as core_text};
use iced::widget::{row, text_input};
use iced::{Border, Element, Event, Length, Padding, Point, Rectangle, Renderer, Size, Theme, Vector, touch};

use super::focus::{Ring, draw_ring};
use crate::app::icon::{self, Icon, icon};
use crate::app::theme::letter::BODY;
use crate::app::theme::measure::{CONTROL, CONTROL_PADDING, NEAR, RADIUS};
use crate::app::theme::{self, SANS, caption, style};

/// A box for one line of text. `placeholder` is shown in gray while `value` is empty.
pub fn input<'a, Message: Clone + 'a>(
    placeholder: &str,
    value: &str,
    on_input: impl Fn(String) -> Message + 'a,
) -> Input<'a, Message> {
    Input {
        text: text_input(placeholder, value)
            .on_input(on_input)
            .font(SANS)
            .size(BODY.size)
            .line_height(iced::Pixels(BODY.line))
            .style(style::input),
        before: None,
        note: None,
        has_problem: false,
        width: Length::Fill,
    }
}

/// A box for one line of text; made by [`input`].
pub struct Input<'a, Message: Clone> {
    text: text_input::TextInput<'a, Message>,
    before: Option<Icon>,
    note: Option<String>,
    has_problem: bool,
    width: Length,
}

impl<'a, Message: Clone + 'a> Input<'a, Message> {
    /// The name by which [`super::focus()`] finds it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.text = self.text.id(id);
        self
    }

    /// What Enter means in it.
    pub fn on_submit(mut self, message: Message) -> Self {
        self.text = self.text.on_submit(message);
        self
    }

    /// An icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.before = Some(icon);
        self
    }

    /// Small words at its right end: a key, the code of what was chosen.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Marks the box, by colour and by an icon: something does not agree with its text.
    pub fn problem(mut self, has_problem: bool) -> Self {
        self.has_problem = has_problem;
        self
    }

    /// Its width; all there is, by default.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }
}

impl<'a, Message: Clone + 'a> From<Input<'a, Message>> for Element<'a, Message> {
    fn from(input: Input<'a, Message>) -> Self {
        let Input {
            text,
            before,
            note,
            has_problem,
            width,
        } = input;

        let before = row![before.map(|before| icon(before, icon::SMALL))];
        let after = row![
            note.map(|note| caption(note)
                .style(style::muted)
                .wrapping(iced::widget::text::Wrapping::None)),
            has_problem.then(|| icon(Icon::TriangleAlert, icon::SMALL).style(style::problem)),
        ]
        .spacing(NEAR)
        .align_y(iced::Center);

        // Nothing beside the text, and the text itself takes the padding: a click there is a click on it.
        Element::new(Boxed {
            parts: [
                text.padding(Padding::from([(CONTROL - BODY.line) / 2.0, 0.0]))
                    .into(),
                before.into(),
                after.into(),
            ],
            width,
            has_problem,
        })
    }
}

const TEXT: usize = 0;
const BEFORE: usize = 1;
const AFTER: usize = 2;

/// The box, around its text and what stands before and after it.
struct Boxed<'a, Message> {
    parts: [Element<'a, Message>; 3],
    width: Length,
    has_problem: bool,
}

type State = text_input::State<<Renderer as core_text::Renderer>::Paragraph>;

impl<Message> Widget<Message, Theme, Renderer> for Boxed<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        self.parts.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.parts);
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Fixed(CONTROL))
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits
            .width(self.width)
            .height(CONTROL)
            .resolve(self.width, CONTROL, Size::ZERO);
        let mut left = CONTROL_PADDING;
        let mut right = size.width - CONTROL_PADDING;

        let mut lay_out = |part: usize, width: f32| {
            let limits = layout::Limits::new(Size::ZERO, Size::new(width.max(0.0), CONTROL));
            self.parts[part]
                .as_widget_mut()
                .layout(&mut tree.children[part], renderer, &limits)
        };

        let mut before = lay_out(BEFORE, right - left);
        if before.size().width > 0.0 {
            before.move_to_mut(Point::new(left, centred(&before)));
            left += before.size().width + NEAR;
        }

        let mut after = lay_out(AFTER, right - left);
        if after.size().width > 0.0 {
            right -= after.size().width;
            after.move_to_mut(Point::new(right, centred(&after)));
            right -= NEAR;
        }

        let text = lay_out(TEXT, right - left).move_to(Point::new(left, 0.0));

        layout::Node::with_children(size, vec![text, before, after])
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            for ((part, tree), layout) in self
                .parts
                .iter_mut()
                .zip(&mut tree.children)
                .zip(layout.children())
            {
                part.as_widget_mut().operate(tree, layout, renderer, operation);
            }
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
        let Some(text) = layout.children().nth(TEXT) else {
            return;
        };
        let is_press = matches!(
            event,
            Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. })
        );
        // A click on the icon or the note is a click on the nearest end of the text.
        let cursor = match cursor.position_over(layout.bounds()) {
            Some(at) if is_press => mouse::Cursor::Available(nearest(text.bounds(), at)),
            _ => cursor,
        };

        self.parts[TEXT].as_widget_mut().update(
            &mut tree.children[TEXT],
            event,
            text,
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
        );
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        if cursor.is_over(layout.bounds()) {
            mouse::Interaction::Text
        } else {
            mouse::Interaction::None
        }
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
        use iced::advanced::Renderer as _;

        let look = theme::of(theme);
        let line = if self.has_problem {
            look.error
        } else {
            look.border_strong
        };

        renderer.fill_quad(
            renderer::Quad {
                bounds: layout.bounds(),
                border: Border {
                    color: line,
                    width: look.line,
                    radius: RADIUS.into(),
                },
                ..renderer::Quad::default()
            },
            look.surface,
        );

        for ((part, tree), layout) in self.parts.iter().zip(&tree.children).zip(layout.children()) {
            part.as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
        }

        if tree.children[TEXT].state.downcast_ref::<State>().is_focused() {
            draw_ring(renderer, theme, Ring::Around(RADIUS), layout.bounds());
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<iced::advanced::overlay::Element<'b, Message, Theme, Renderer>> {
        self.parts[TEXT].as_widget_mut().overlay(
            &mut tree.children[TEXT],
            layout.children().nth(TEXT)?,
            renderer,
            viewport,
            translation,
        )
    }
}

fn centred(part: &layout::Node) -> f32 {
    ((CONTROL - part.size().height) / 2.0).floor()
}

fn nearest(bounds: Rectangle, at: Point) -> Point {
    let inside = 0.5;

    Point::new(
        at.x.clamp(
            bounds.x + inside,
            (bounds.x + bounds.width - inside).max(bounds.x + inside),
        ),
        at.y.clamp(
            bounds.y + inside,
            (bounds.y + bounds.height - inside).max(bounds.y + inside),
        ),
    )
}
