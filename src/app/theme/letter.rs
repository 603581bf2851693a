//! Type: the six sizes there are, each with its line height. Nothing else is used on screen.

use iced::font::{Family, Weight};
use iced::widget::text::IntoFragment;
use iced::widget::{Text, text};
use iced::{Font, Pixels};

use crate::words::dates;

/// The face of the program, on screen and on paper.
pub const SANS: Font = Font::with_name("Noto Sans");

/// Its bold.
pub const BOLD: Font = Font {
    family: Family::Name("Noto Sans"),
    weight: Weight::Bold,
    ..Font::DEFAULT
};

/// For previews of fixed-width files.
pub const MONO: Font = Font::with_name("Noto Sans Mono");

/// The icons, as a font.
pub const ICONS: Font = Font::with_name("Ventanilla Icons");

/// A size and the height of its line, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The size of the letters.
    pub size: f32,
    /// The height of the line.
    pub line: f32,
}

/// Labels, captions, chips, heads of tables, messages, keys.
pub const CAPTION: Scale = Scale {
    size: 12.0,
    line: 16.0,
};

/// Text, names in lists, values.
pub const BODY: Scale = Scale {
    size: 14.0,
    line: 20.0,
};

/// The name of the record, the title of a dialog.
pub const NAME: Scale = Scale {
    size: 16.0,
    line: 24.0,
};

/// The title of a screen.
pub const TITLE: Scale = Scale {
    size: 20.0,
    line: 28.0,
};

/// Counters.
pub const FIGURE: Scale = Scale {
    size: 28.0,
    line: 36.0,
};

impl Scale {
    /// `content` in this size. A date in it stays on one line.
    pub fn set<'a>(self, content: impl IntoFragment<'a>) -> Text<'a> {
        text(dates::unbroken(content.into_fragment()))
            .size(self.size)
            .line_height(Pixels(self.line))
            .font(SANS)
    }
}

/// 12/16: labels, messages, keys.
pub fn caption<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    CAPTION.set(content)
}

/// 14/20: everything that is read.
pub fn body<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    BODY.set(content)
}

/// 14/20 bold: titles of sections, what is chosen.
pub fn strong<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    BODY.set(content).font(BOLD)
}

/// 16/24 bold: the name of a record, the title of a dialog.
pub fn name<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    NAME.set(content).font(BOLD)
}

/// 20/28 bold: the title of a screen.
pub fn title<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    TITLE.set(content).font(BOLD)
}

/// 28/36 bold: counters.
pub fn figure<'a>(content: impl IntoFragment<'a>) -> Text<'a> {
    FIGURE.set(content).font(BOLD)
}
