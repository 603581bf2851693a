//! The steps of long work side by side, each a button with what there is to say of it; the present one is marked.

use iced::widget::text::Wrapping;
use iced::widget::{button, column, container, row, space};
use iced::{Element, Length, padding};

use super::{ground, hairline_down};
use crate::app::theme::measure::{BAR, GAP, HAIRLINE, NEAR, PADDING};
use crate::app::theme::{BOLD, body, caption, style};

/// The height of all of them, in points, with the hairline below.
const HEIGHT: f32 = 56.0;

/// A row of steps of equal widths: the word of each with its number, and below it what is told of it. `on_press` makes
/// the message of the step of that place, from 0 on.
pub fn steps<'a, Message: Clone + 'a>(
    all: impl IntoIterator<Item = (&'static str, String)>,
    present: usize,
    on_press: impl Fn(usize) -> Message,
) -> Element<'a, Message> {
    let mut cells: Vec<Element<'a, Message>> = Vec::new();
    for (at, (word, told)) in all.into_iter().enumerate() {
        if at > 0 {
            cells.push(hairline_down());
        }
        cells.push(step(at, word, told, at == present, on_press(at)));
    }
    row(cells).height(HEIGHT - HAIRLINE).into()
}

fn step<'a, Message: Clone + 'a>(
    at: usize,
    word: &'static str,
    told: String,
    is_present: bool,
    on_press: Message,
) -> Element<'a, Message> {
    let word = body(word);
    let number = caption((at + 1).to_string());
    let told = caption(told).wrapping(Wrapping::None);
    let (word, number, told) = if is_present {
        (word.font(BOLD), number, told)
    } else {
        (word, number.style(style::muted), told.style(style::muted))
    };
    let bar = container(space()).width(Length::Fill).height(BAR);
    let inside = container(column![
        row![number, word].spacing(NEAR).align_y(iced::Center),
        container(told).height(16).width(Length::Fill).clip(true)
    ])
    .padding(padding::top(BAR).left(PADDING).right(GAP))
    .center_y(Length::Fill);
    let cell = column![
        ground(is_present, inside),
        if is_present { bar.style(style::bar) } else { bar }
    ];
    button(cell)
        .padding(0)
        .width(Length::FillPortion(1))
        .height(Length::Fill)
        .style(style::row(is_present))
        .on_press(on_press)
        .into()
}
