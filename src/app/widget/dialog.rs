//! A dialog: one thing to answer, above a dimmed page.
//!
//! The root of the view is always `stack![page, dialog]`, the dialog an `Option`: the page keeps its place in
//! the tree, and with it its focus and its scrolling. Tab stays in it: `move_focus(.., Some(dialog::ID.into()))`.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::widget::{column, container, opaque, row, stack};
use iced::{Element, Event, Length, Padding, Point, Rectangle, Renderer, Size, Theme, Vector, padding};

use super::button::icon_button;
use super::{hairline, scroll};
use crate::app::icon::Icon;
use crate::app::theme::measure::{
    DIALOG, DIALOG_FOOT, DIALOG_HEAD, DIALOG_PADDING, DIALOG_TOP, NEAR, WIDE_DIALOG,
};
use crate::app::theme::{caption, name, style};
use crate::words::frame;

/// The id of the container that Tab does not leave while a dialog is open.
pub const ID: &str = "dialog";

/// What a dialog leaves free above and below it in the lowest window.
const MARGIN: f32 = 16.0;

/// A dialog with this title and body.
pub fn dialog<'a, Message: Clone + 'a>(
    title: impl Into<String>,
    body: impl Into<Element<'a, Message>>,
    on_close: Message,
) -> Dialog<'a, Message> {
    Dialog {
        title: title.into(),
        body: body.into(),
        note: None,
        buttons: Vec::new(),
        width: DIALOG,
        on_close,
    }
}

/// A dialog; made by [`dialog`].
pub struct Dialog<'a, Message> {
    title: String,
    body: Element<'a, Message>,
    note: Option<String>,
    buttons: Vec<Element<'a, Message>>,
    width: f32,
    on_close: Message,
}

impl<'a, Message> Dialog<'a, Message> {
    /// What will be done, at the left of its foot.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// With room for two columns side by side.
    pub fn wide(mut self) -> Self {
        self.width = WIDE_DIALOG;
        self
    }

    /// A button at the right of its foot; the main verb comes last.
    pub fn button(mut self, button: impl Into<Element<'a, Message>>) -> Self {
        self.buttons.push(button.into());
        self
    }
}

impl<'a, Message: Clone + 'a> From<Dialog<'a, Message>> for Element<'a, Message> {
    fn from(dialog: Dialog<'a, Message>) -> Self {
        let Dialog {
            title,
            body,
            note,
            buttons,
            width,
            on_close,
        } = dialog;
        let has_foot = note.is_some() || !buttons.is_empty();

        // First in the drawing and last for Tab: what is to be answered comes first.
        let head = container(name(title))
            .height(DIALOG_HEAD)
            .padding([0.0, DIALOG_PADDING])
            .align_y(iced::Center);
        let close = container(icon_button(Icon::Cross, frame::CLOSE_BY_KEY, on_close))
            .padding(12)
            .align_right(Length::Fill);
        let foot = has_foot.then(|| {
            column![
                hairline(),
                row![
                    container(note.map(|note| caption(note).style(style::muted))).width(Length::Fill),
                    row(buttons).spacing(NEAR),
                ]
                .spacing(DIALOG_PADDING)
                .align_y(iced::Center)
                .height(DIALOG_FOOT - 1.0)
                .padding([0.0, DIALOG_PADDING]),
            ]
        });
        // The foot lies over the padding below the body: in a low window the body scrolls and the foot stays.
        let room = if has_foot { DIALOG_FOOT } else { 0.0 };
        let inside = column![
            head,
            hairline(),
            container(scroll(
                container(body).padding(DIALOG_PADDING).width(Length::Fill)
            ))
            .padding(padding::bottom(room)),
        ];
        let foot = container(foot).align_bottom(Length::Fill);
        let framed = container(stack![inside, foot, close].width(width))
            .padding(1)
            .style(style::dialog)
            .id(ID);

        opaque(
            container(Element::new(Placed {
                framed: framed.into(),
            }))
            .style(style::scrim),
        )
    }
}

/// Puts a dialog where it belongs: at 120 from the top where there is room below, in the middle of a lower window.
struct Placed<'a, Message> {
    framed: Element<'a, Message>,
}

impl<Message> Widget<Message, Theme, Renderer> for Placed<'_, Message> {
    fn tag(&self) -> tree::Tag {
        self.framed.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.framed.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.framed.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.framed.as_widget().diff(tree);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let window = limits.max();
        let inside = layout::Limits::new(Size::ZERO, window).shrink(Padding::from(MARGIN));
        let framed = self.framed.as_widget_mut().layout(tree, renderer, &inside);
        let Size { width, height } = framed.size();

        let left = ((window.width - width) / 2.0).floor();
        let top = ((window.height - height) / 2.0).floor().min(DIALOG_TOP);

        layout::Node::with_children(window, vec![framed.move_to(Point::new(left, top))])
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        for layout in layout.children() {
            self.framed
                .as_widget_mut()
                .operate(tree, layout, renderer, operation);
        }
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
        for layout in layout.children() {
            self.framed
                .as_widget_mut()
                .update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        layout
            .children()
            .map(|layout| {
                self.framed
                    .as_widget()
                    .mouse_interaction(tree, layout, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
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
        for layout in layout.children() {
            self.framed
                .as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        self.framed
            .as_widget_mut()
            .overlay(tree, layout.children().next()?, renderer, viewport, translation)
    }
}
