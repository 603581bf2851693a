//! Icons on screen: one glyph of the bundled icon font, drawn as text so that it takes the colour of its words.

use iced::widget::{Text, text};

use super::theme::ICONS;
pub use crate::print::icon::Icon;

/// The size of an icon beside a word, in buttons, chips and messages.
pub const SMALL: f32 = 16.0;

/// The size of an icon above its word, in the rail.
pub const LARGE: f32 = 20.0;

/// One glyph of the icon font, in a square of `size`.
pub fn icon<'a>(icon: Icon, size: f32) -> Text<'a> {
    text(icon.glyph())
        .font(ICONS)
        .size(size)
        .line_height(iced::Pixels(size))
        .shaping(text::Shaping::Basic)
        .width(size)
        .height(size)
        .center()
}
