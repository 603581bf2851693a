//! What is taller than its place.

use iced::Element;
use iced::widget::{Scrollable, scrollable};

use crate::app::theme::measure::{SCROLL_BAR, SCROLL_MARGIN};
use crate::app::theme::style;

/// Scrolls `content` up and down. Its bar is thin, stands off the edge and is always visible where there is
/// more than fits. [`crate::app::widget::reveal`] moves it to what has the focus.
pub fn scroll<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Scrollable<'a, Message> {
    let bar = scrollable::Scrollbar::new()
        .width(SCROLL_BAR)
        .scroller_width(SCROLL_BAR)
        .margin(SCROLL_MARGIN);

    Scrollable::with_direction(content, scrollable::Direction::Vertical(bar)).style(style::scroll)
}
