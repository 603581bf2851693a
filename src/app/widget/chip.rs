//! A state in a word: an icon, the word and its date, never the colour alone.

use iced::border;
use iced::widget::{container, row};
use iced::{Background, Border, Element, Theme, padding};

use crate::app::icon::{self, Icon, icon};
use crate::app::theme::measure::CHIP;
use crate::app::theme::{self, Ink, caption};

/// What a chip says, as far as its colour is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Vigente.
    Good,
    /// In the queue, or being sent.
    Queued,
    /// Expected, or to be checked.
    Waiting,
    /// Not vigente, or rejected.
    Bad,
    /// A baja that is done.
    Ended,
    /// Nothing is known.
    Unknown,
}

impl Status {
    /// Its colours in this theme.
    pub fn ink(self, theme: &Theme) -> Ink {
        let chips = &theme::of(theme).chips;

        match self {
            Self::Good => chips.good,
            Self::Queued => chips.queued,
            Self::Waiting => chips.waiting,
            Self::Bad => chips.bad,
            Self::Ended => chips.ended,
            Self::Unknown => chips.unknown,
        }
    }
}

/// A chip: its icon, its words with their date, its status.
pub fn chip(icon: Icon, words: impl Into<String>, status: Status) -> Chip {
    Chip {
        icon,
        words: words.into(),
        status,
        in_selected_row: false,
    }
}

/// A chip; made by [`chip`].
#[derive(Debug, Clone)]
pub struct Chip {
    icon: Icon,
    words: String,
    status: Status,
    in_selected_row: bool,
}

impl Chip {
    /// In the selected row it takes a border: some chips have the very colour of that row.
    pub fn in_selected_row(mut self, selected: bool) -> Self {
        self.in_selected_row = selected;
        self
    }
}

impl<'a, Message: 'a> From<Chip> for Element<'a, Message> {
    fn from(chip: Chip) -> Self {
        let Chip {
            icon: glyph,
            words,
            status,
            in_selected_row,
        } = chip;

        container(
            row![
                icon(glyph, icon::SMALL),
                caption(words).wrapping(iced::widget::text::Wrapping::None)
            ]
            .spacing(6)
            .align_y(iced::Center),
        )
        .height(CHIP)
        .padding(padding::left(7).right(10))
        .align_y(iced::Center)
        .style(move |theme| {
            let Ink { text, fill } = status.ink(theme);
            let look = theme::of(theme);
            let line = match (status, in_selected_row || look.chips_have_borders) {
                (_, true) => Some(text),
                (Status::Unknown, false) => Some(look.border_strong),
                (_, false) => None,
            };

            container::Style {
                text_color: Some(text),
                background: Some(Background::Color(fill)),
                border: Border {
                    color: line.unwrap_or(fill),
                    width: if line.is_some() { look.line } else { 0.0 },
                    radius: border::radius(CHIP / 2.0),
                },
                ..container::Style::default()
            }
        })
        .into()
    }
}
