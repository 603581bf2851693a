//! The places that are plugged in, as a list beside a field that takes the path of any folder.

use std::path::Path;

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use crate::app::theme::measure::{BAR, GAP, NEAR};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Field, Move, Press, focusable, pressable};
use crate::system::drives::FreePlace;
use crate::words::moving::dialog as words;

/// So many are listed.
pub const MOST: usize = 3;

/// The list. What is chosen stands in the field.
#[derive(Debug, Default)]
pub struct Places(Vec<FreePlace>);

impl Places {
    /// With what was found.
    pub fn new(found: Vec<FreePlace>) -> Self {
        Self(found)
    }

    /// Whether nothing is plugged in.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The path of a place, as it is written into the field.
    pub fn path(&self, at: usize) -> Option<String> {
        self.0.get(at).map(|place| place.path.display().to_string())
    }

    /// Where an arrow leads from what stands in the field.
    pub fn moved(&self, field: &Field, to: Move) -> Option<String> {
        let last = self.0.len().saturating_sub(1);
        let at = self.chosen(field);
        self.path(match to {
            Move::Up => at.map_or(0, |at| at.saturating_sub(1)),
            Move::Down => at.map_or(0, |at| (at + 1).min(last)),
            Move::First | Move::PageUp => 0,
            Move::Last | Move::PageDown => last,
        })
    }

    /// The place that stands in the field, if it is one of those that were found.
    fn chosen(&self, field: &Field) -> Option<usize> {
        let typed = Path::new(field.value());
        self.0.iter().position(|place| place.path == typed)
    }

    /// Draws the list, if there is anything in it.
    pub fn view<'a, Message: Clone + 'a>(
        &'a self,
        id: &'static str,
        field: &Field,
        pressed: fn(usize) -> Message,
        moved: fn(Move) -> Message,
        confirmed: Message,
    ) -> Option<Element<'a, Message>> {
        if self.is_empty() {
            return None;
        }
        let chosen = self.chosen(field);
        let rows = self.0.iter().enumerate().map(|(at, place)| {
            let path = place.path.display().to_string();
            let is_chosen = chosen == Some(at);
            let line = row![
                container(if is_chosen { strong(path) } else { body(path) }).width(Length::Fill),
                caption(words::free(place.free)).style(style::muted),
            ]
            .spacing(NEAR)
            .align_y(iced::Center);
            let line = container(line).padding(padding::all(NEAR / 2.0).left(GAP - BAR).right(NEAR));
            pressable(line, is_chosen, pressed(at))
                .last(at + 1 == self.0.len())
                .into()
        });
        let places = focusable(
            container(column(rows)).padding(1).style(style::offers),
            Some(confirmed),
        )
        .on_space(None)
        .on_key(move |press: &Press<'_>| Move::from_press(press).map(moved))
        .ring(Ring::Around(6.0))
        .id(id);
        let named = column![caption(words::WHERE).style(style::muted), places].spacing(NEAR / 2.0);
        Some(named.into())
    }
}
