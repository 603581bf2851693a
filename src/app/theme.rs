//! The look: colours, measures and letters, and how each kind of widget wears them.
//!
//! A look is one [`Tokens`] value: Claro, Oscuro and Alto contraste are three values and no more code.
//! iced hands its own [`Theme`] to every style function; [`of`] finds the tokens it was made from. Nothing here
//! is global, and no screen names a colour.

pub mod letter;
pub mod measure;
pub mod style;
pub mod tokens;

use std::sync::LazyLock;

use iced::Theme;

pub use crate::domain::appearance::{Appearance, Density, Palette, Scheme, Zoom};
pub use letter::{BOLD, ICONS, MONO, SANS, body, caption, figure, name, strong, title};
pub use tokens::{DARK, HIGH_CONTRAST, Ink, LIGHT, Tokens};

/// Every look the program has.
pub const LOOKS: [&Tokens; 3] = [&LIGHT, &DARK, &HIGH_CONTRAST];

/// The tokens of a scheme.
pub fn tokens_of(scheme: Scheme) -> &'static Tokens {
    match scheme {
        Scheme::Light => &LIGHT,
        Scheme::Dark => &DARK,
        Scheme::HighContrast => &HIGH_CONTRAST,
    }
}

/// A scheme as the theme that iced passes around.
pub fn theme(scheme: Scheme) -> Theme {
    tokens_of(scheme).theme()
}

/// The light look as the theme that iced passes around.
pub fn light() -> Theme {
    theme(Scheme::Light)
}

/// The tokens that `theme` was made from; those of the light look for a theme that is not ours.
pub fn of(theme: &Theme) -> &'static Tokens {
    let palette = theme.palette();

    LOOKS
        .into_iter()
        .flat_map(|look| [Some(look), look.on_selected])
        .flatten()
        .find(|look| look.iced_palette() == palette)
        .unwrap_or(&LIGHT)
}

/// The theme of what stands on what is selected in `theme`, where it is another one.
pub fn on_selected(theme: &Theme) -> Option<&'static Theme> {
    static THEMES: LazyLock<Vec<(&'static Tokens, Theme)>> = LazyLock::new(|| {
        LOOKS
            .into_iter()
            .filter_map(|look| look.on_selected)
            .map(|look| (look, look.theme()))
            .collect()
    });

    let look = of(theme).on_selected?;
    THEMES
        .iter()
        .find(|(known, _)| *known == look)
        .map(|(_, theme)| theme)
}
