//! Colours, by what they are for.

use iced::{Color, Theme, color, theme};

use crate::app::theme::measure::HAIRLINE;
use crate::domain::appearance::Palette;

/// A colour of letters and the fill below them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    /// The letters and the icon.
    pub text: Color,
    /// What they stand on.
    pub fill: Color,
}

/// The colours of the chips, one pair for each kind of state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chips {
    /// Vigente.
    pub good: Ink,
    /// In the queue, or being sent.
    pub queued: Ink,
    /// Expected, or to be checked.
    pub waiting: Ink,
    /// Not vigente, or rejected.
    pub bad: Ink,
    /// A baja that is done.
    pub ended: Ink,
    /// Nothing is known.
    pub unknown: Ink,
}

/// A look: each colour of the window, by its office.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// How iced's theme is called.
    pub name: &'static str,
    /// Rail, bars, side panels, the three-fact band.
    pub bg: Color,
    /// Lists, records, forms.
    pub surface: Color,
    /// Heads of tables and of groups.
    pub sunken: Color,
    /// What is read.
    pub text: Color,
    /// Labels, hints, keys.
    pub muted: Color,
    /// Hairlines.
    pub border: Color,
    /// Borders of inputs, buttons and dialogs.
    pub border_strong: Color,
    /// The one colour of controls.
    pub accent: Color,
    /// The bar beside what is selected, or below what is chosen.
    pub bar: Color,
    /// Words on the accent.
    pub on_accent: Color,
    /// The accent below the pointer.
    pub accent_hover: Color,
    /// A button without the accent, or a row, below the pointer.
    pub hover: Color,
    /// The same, pressed.
    pub pressed: Color,
    /// The ring around what has the focus.
    pub ring: Color,
    /// The selected row, the chosen word.
    pub selected: Color,
    /// A problem, in words.
    pub error: Color,
    /// An advice.
    pub advice: Color,
    /// What is done and right.
    pub done: Color,
    /// Marks of cuts; never text.
    pub gold: Color,
    /// What dims the page below a dialog.
    pub scrim: Color,
    /// How thick the borders of controls, panels and chips are, in logical pixels.
    pub line: f32,
    /// Whether every chip has a border, or only those that would not be seen without one.
    pub chips_have_borders: bool,
    /// Whether the rule at the top of the window shows the institution's colour.
    pub shows_palette: bool,
    /// The chips.
    pub chips: Chips,
    /// The look of what stands on [`Tokens::selected`], where it is another one.
    pub on_selected: Option<&'static Tokens>,
}

/// A chip's colours as the table of the design writes them: «text on fill».
macro_rules! ink {
    ($text:literal on $fill:literal) => {
        Ink {
            text: color!($text),
            fill: color!($fill),
        }
    };
}

/// The light look.
pub static LIGHT: Tokens = Tokens {
    name: "Claro",
    bg: color!(0xF7F6F3),
    surface: color!(0xFFFFFF),
    sunken: color!(0xF1EEE8),
    text: color!(0x1D1F21),
    muted: color!(0x54585C),
    border: color!(0xD9D6CF),
    border_strong: color!(0x7C8085),
    accent: color!(0x1B396A),
    bar: color!(0x1B396A),
    on_accent: color!(0xFFFFFF),
    accent_hover: color!(0x2A4A80),
    hover: color!(0xF7F6F3),
    pressed: color!(0xF1EEE8),
    ring: color!(0x1B396A),
    selected: color!(0xE4EAF4),
    error: color!(0xB3261E),
    advice: color!(0x6E4800),
    done: color!(0x1C4F3F),
    gold: color!(0xA57F2C),
    scrim: color!(0x1D1F21, 0.4),
    line: HAIRLINE,
    chips_have_borders: false,
    shows_palette: true,
    chips: Chips {
        good: ink!(0x1C4F3F on 0xE3F1EA),
        queued: ink!(0x1B396A on 0xE4EAF4),
        waiting: ink!(0x6E4800 on 0xFBF0D9),
        bad: ink!(0x8C1D18 on 0xFBE6E4),
        ended: ink!(0x484C50 on 0xECEDEF),
        unknown: ink!(0x54585C on 0xFFFFFF),
    },
    on_selected: None,
};

/// The dark look.
pub static DARK: Tokens = Tokens {
    name: "Oscuro",
    bg: color!(0x15181C),
    surface: color!(0x1D2126),
    sunken: color!(0x101317),
    text: color!(0xE8E6E3),
    muted: color!(0xA9ADB2),
    border: color!(0x33383F),
    border_strong: color!(0x6C737B),
    accent: color!(0x8FB1EA),
    bar: color!(0x8FB1EA),
    on_accent: color!(0x10151C),
    accent_hover: color!(0xA9C4F2),
    hover: color!(0x15181C),
    pressed: color!(0x101317),
    ring: color!(0xD9BC86),
    selected: color!(0x22304A),
    error: color!(0xF2B8B5),
    advice: color!(0xF3CF8E),
    done: color!(0x9FE0C4),
    gold: color!(0xD9BC86),
    scrim: color!(0x000000, 0.6),
    line: HAIRLINE,
    chips_have_borders: false,
    shows_palette: false,
    chips: Chips {
        good: ink!(0x9FE0C4 on 0x163A2E),
        queued: ink!(0xB9D0F5 on 0x1F2E4D),
        waiting: ink!(0xF3CF8E on 0x40300F),
        bad: ink!(0xF6B5AF on 0x4A1C1A),
        ended: ink!(0xD3D6DA on 0x2E333A),
        unknown: ink!(0xA9ADB2 on 0x1D2126),
    },
    on_selected: None,
};

const WHITE_ON_BLACK: Ink = ink!(0xFFFFFF on 0x000000);

const PLAIN_CHIPS: Chips = Chips {
    good: WHITE_ON_BLACK,
    queued: WHITE_ON_BLACK,
    waiting: WHITE_ON_BLACK,
    bad: WHITE_ON_BLACK,
    ended: WHITE_ON_BLACK,
    unknown: WHITE_ON_BLACK,
};

/// The look with the highest contrast.
pub static HIGH_CONTRAST: Tokens = Tokens {
    name: "Alto contraste",
    bg: color!(0x000000),
    surface: color!(0x000000),
    sunken: color!(0x000000),
    text: color!(0xFFFFFF),
    muted: color!(0xE6E6E6),
    border: color!(0xFFFFFF),
    border_strong: color!(0xFFFFFF),
    accent: color!(0xFFD400),
    bar: color!(0xFFD400),
    on_accent: color!(0x000000),
    accent_hover: color!(0xFFE566),
    hover: color!(0x262626),
    pressed: color!(0x404040),
    ring: color!(0x00E5FF),
    selected: color!(0xFFD400),
    error: color!(0xFF9E9E),
    advice: color!(0xFFD400),
    done: color!(0x7CFFB2),
    // Gold is not used here: its marks take the accent.
    gold: color!(0xFFD400),
    scrim: color!(0x000000, 0.7),
    line: 2.0 * HAIRLINE,
    chips_have_borders: true,
    shows_palette: false,
    chips: PLAIN_CHIPS,
    on_selected: Some(&HIGH_CONTRAST_SELECTED),
};

/// What stands on the yellow of the high-contrast look: all of it is black.
static HIGH_CONTRAST_SELECTED: Tokens = Tokens {
    name: "Alto contraste, elegido",
    bg: color!(0xFFD400),
    surface: color!(0xFFD400),
    sunken: color!(0xFFD400),
    text: color!(0x000000),
    muted: color!(0x000000),
    border: color!(0x000000),
    border_strong: color!(0x000000),
    accent: color!(0x000000),
    bar: color!(0xFFD400),
    on_accent: color!(0xFFD400),
    accent_hover: color!(0x262626),
    hover: color!(0xFFE566),
    pressed: color!(0xFFE566),
    ring: color!(0x000000),
    selected: color!(0xFFD400),
    error: color!(0x000000),
    advice: color!(0x000000),
    done: color!(0x000000),
    gold: color!(0x000000),
    scrim: color!(0x000000, 0.7),
    line: 2.0 * HAIRLINE,
    chips_have_borders: true,
    shows_palette: false,
    chips: PLAIN_CHIPS,
    on_selected: None,
};

impl Tokens {
    /// The six colours that iced asks of a theme.
    pub fn iced_palette(&self) -> theme::Palette {
        theme::Palette {
            background: self.bg,
            text: self.text,
            primary: self.accent,
            success: self.done,
            warning: self.advice,
            danger: self.error,
        }
    }

    /// These tokens as the theme that iced passes around.
    pub fn theme(&self) -> Theme {
        Theme::custom(self.name, self.iced_palette())
    }
}

/// The rule at the top of the window: the institution's colour, or the accent where that one would not be seen.
pub fn top_rule(look: &Tokens, palette: Palette) -> Color {
    if look.shows_palette {
        institution(palette)
    } else {
        look.accent
    }
}

/// The colour of an institution.
fn institution(palette: Palette) -> Color {
    let [_, red, green, blue] = palette.rgb().to_be_bytes();

    Color::from_rgb8(red, green, blue)
}

#[cfg(test)]
mod tests;
