//! A row of a list that is a button.

use iced::widget::{button, column, container, row, space};
use iced::{Element, Length};

use super::{ground, hairline};
use crate::app::theme::measure::{BAR, HAIRLINE};
use crate::app::theme::style;

/// A row across a list that publishes `on_press` when the mouse presses it, with a bar at its left and another ground
/// while it is `selected`, and a hairline below it.
///
/// `content` begins beside the bar, so its own left padding is [`BAR`] less than what the eye sees. The keys are the
/// business of the [`super::focusable`] around all the rows.
pub fn pressable<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    selected: bool,
    on_press: Message,
) -> Pressable<'a, Message> {
    Pressable {
        content: content.into(),
        selected,
        on_press,
        height: Height::OfContent,
        is_last: false,
    }
}

/// A row of a list; made by [`pressable`].
pub struct Pressable<'a, Message> {
    content: Element<'a, Message>,
    selected: bool,
    on_press: Message,
    height: Height,
    is_last: bool,
}

/// How high a row is, in points, its hairline counted.
enum Height {
    OfContent,
    AtLeast(f32),
    Exactly(f32),
}

impl<Message> Pressable<'_, Message> {
    /// So many points high with its hairline, the content in the middle; without this it is as high as its content.
    pub fn height(mut self, points: f32) -> Self {
        self.height = Height::Exactly(points);
        self
    }

    /// So many points high with its hairline, the content in the middle, or as high as the content needs.
    pub fn at_least(mut self, points: f32) -> Self {
        self.height = Height::AtLeast(points);
        self
    }

    /// Whether it is the last one inside a frame, which has no hairline below it.
    pub fn last(mut self, is_last: bool) -> Self {
        self.is_last = is_last;
        self
    }
}

impl<'a, Message: Clone + 'a> From<Pressable<'a, Message>> for Element<'a, Message> {
    fn from(pressable: Pressable<'a, Message>) -> Self {
        let Pressable {
            content,
            selected,
            on_press,
            height,
            is_last,
        } = pressable;

        let (content, height) = match height {
            Height::OfContent => (content, Length::Shrink),
            Height::AtLeast(points) => {
                let strut = space().height(points - HAIRLINE);
                let content = row![strut, content].align_y(iced::Center);
                (content.into(), Length::Shrink)
            }
            Height::Exactly(points) => {
                let content = container(content).center_y(Length::Fill);
                (content.into(), Length::Fixed(points - HAIRLINE))
            }
        };
        let bar = container(space()).width(BAR).height(Length::Fill);
        let pressed = button(row![
            if selected { bar.style(style::bar) } else { bar },
            ground(selected, content)
        ])
        .padding(0)
        .width(Length::Fill)
        .height(height)
        .style(style::row(selected))
        .on_press(on_press);

        column![pressed, (!is_last).then(hairline)].into()
    }
}
