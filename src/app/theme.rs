//! The look: colours, measures and letters, and how each kind of widget wears them.
//!
//! A look is one [`Tokens`] value, so that a dark one or a high-contrast one is one more value and no more code.
//! iced hands its own [`Theme`] to every style function; [`of`] finds the tokens it was made from. Nothing here
//! is global, and no screen names a colour.

pub mod letter;
pub mod measure;
pub mod style;
pub mod tokens;

use iced::Theme;

pub use letter::{BOLD, ICONS, MONO, SANS, body, caption, figure, name, strong, title};
pub use tokens::{Ink, LIGHT, Palette, Tokens};

/// Every look the program has.
const LOOKS: [&Tokens; 1] = [&LIGHT];

/// The light look as the theme that iced passes around.
pub fn light() -> Theme {
    LIGHT.theme()
}

/// The tokens that `theme` was made from; those of the light look for a theme that is not ours.
pub fn of(theme: &Theme) -> &'static Tokens {
    let palette = theme.palette();

    LOOKS
        .into_iter()
        .find(|look| look.iced_palette() == palette)
        .unwrap_or(&LIGHT)
}
