//! The screen: the strip, the head with the steps, and below it the list and its panel.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::{Message, Screen};
use crate::app::theme::measure::{GAP, HAIRLINE, NARROW, PADDING, RING, RING_GAP};
use crate::app::theme::style;
use crate::app::widget::{hairline, hairline_down};
use crate::desk::Desk;

/// The strip.
const STRIP: f32 = 216.0;
/// The panel beside the list.
const PANEL: f32 = 304.0;
/// The panel below the list, where there is little room.
const PANEL_BELOW: f32 = 152.0;

impl Screen {
    /// Draws it in a window of this width.
    pub fn view<'a>(&'a self, desk: &'a Desk, width: f32) -> Element<'a, Message> {
        let is_narrow = width < NARROW;
        let (rows, panel) = match &self.envios {
            Some(envios) => (
                self.envios_view(desk, envios),
                self.closed_panel(desk, envios, is_narrow),
            ),
            None => (self.rows_view(desk), self.panel_view(desk, is_narrow)),
        };
        let rows = container(rows)
            .style(style::surface)
            .width(Length::Fill)
            .height(Length::Fill);
        let panel = container(panel).style(style::bg);
        let work: Element<'a, Message> = if is_narrow {
            column![
                rows,
                hairline(),
                panel
                    .padding(
                        padding::left(PADDING - RING - RING_GAP)
                            .right(4)
                            .vertical(GAP - RING - RING_GAP)
                    )
                    .width(Length::Fill)
                    .height(PANEL_BELOW)
            ]
            .into()
        } else {
            row![
                rows,
                hairline_down(),
                panel
                    .padding(padding::left(PADDING - RING - RING_GAP).vertical(PADDING - RING - RING_GAP))
                    .width(PANEL - HAIRLINE)
                    .height(Length::Fill)
            ]
            .into()
        };
        row![
            container(self.strip_view(desk))
                .style(style::bg)
                .width(STRIP - HAIRLINE)
                .height(Length::Fill),
            hairline_down(),
            column![
                self.head_view(is_narrow),
                hairline(),
                self.steps(is_narrow),
                hairline(),
                container(work).height(Length::Fill),
            ]
            .width(Length::Fill),
        ]
        .into()
    }
}
