//! What stands on something selected: in high contrast that is yellow, and all on it is black.

use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Widget, mouse, renderer};
use iced::{Element, Rectangle, Renderer, Theme};

use super::through::through_child;
use crate::app::theme;

/// Draws `content` in the look that belongs on a selected ground while `selected`, so that nothing in it has to
/// know where it stands.
///
/// It goes inside whatever paints the ground. The tree is the same either way: what has the focus keeps it.
pub fn ground<'a, Message: 'a>(
    selected: bool,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    Element::new(Ground {
        content: content.into(),
        selected,
    })
}

struct Ground<'a, Message> {
    content: Element<'a, Message>,
    selected: bool,
}

impl<Message> Widget<Message, Theme, Renderer> for Ground<'_, Message> {
    through_child!(content: children, diff, size, layout, operate, update, mouse_interaction, overlay);

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
        let (content, tree) = (self.content.as_widget(), &tree.children[0]);

        match theme::on_selected(theme).filter(|_| self.selected) {
            Some(theme) => {
                let style = renderer::Style {
                    text_color: theme::of(theme).text,
                };
                content.draw(tree, renderer, theme, &style, layout, cursor, viewport);
            }
            None => content.draw(tree, renderer, theme, style, layout, cursor, viewport),
        }
    }
}
