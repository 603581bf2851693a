//! What is offered below a field: other numbers, the clinics in use, people of that name.

use iced::border::Radius;
use iced::widget::text::Wrapping;
use iced::widget::{button, column, container, row, space};
use iced::{Element, Length, padding};

use super::{ground, hairline, name};
use crate::app::theme::measure::{BAR, CONTROL_PADDING, GAP, HAIRLINE, RADIUS, ROW};
use crate::app::theme::{caption, style};

/// No more than these are offered at a time: more would push the form off the screen.
pub const MOST: usize = 8;

/// One thing that can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What would stand in the field.
    pub text: String,
    /// Why it is offered.
    pub note: String,
}

impl Offer {
    /// An offer and its reason.
    pub fn new(text: impl Into<String>, note: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            note: note.into(),
        }
    }
}

/// The offers of a field. None of them is marked until flecha abajo, so that Enter keeps meaning the next field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggest {
    offers: Vec<Offer>,
    highlighted: Option<usize>,
    closed: bool,
}

impl Suggest {
    /// Offers these, the first [`MOST`] of them. The same offers again change nothing; others open the list anew.
    pub fn offer(&mut self, mut offers: Vec<Offer>) {
        offers.truncate(MOST);

        if self.offers != offers {
            *self = Self {
                offers,
                highlighted: None,
                closed: false,
            };
        }
    }

    /// Offers nothing more.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// What is offered, open or not.
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// Which one is marked.
    pub fn highlighted(&self) -> Option<usize> {
        self.highlighted
    }

    /// Whether the list is seen: flecha abajo goes into it, and Esc closes it first.
    pub fn is_open(&self) -> bool {
        !self.closed && !self.offers.is_empty()
    }

    /// Flecha abajo: the first, then the next. It opens a list that was closed. Tells whether there is one.
    pub fn down(&mut self) -> bool {
        if self.offers.is_empty() {
            return false;
        }

        self.closed = false;
        self.highlighted = Some(
            self.highlighted
                .map_or(0, |at| (at + 1).min(self.offers.len() - 1)),
        );
        true
    }

    /// Flecha arriba: the one before; from the first, back to the field. Tells whether there is a list.
    pub fn up(&mut self) -> bool {
        self.highlighted = self.highlighted.and_then(|at| at.checked_sub(1));
        self.is_open()
    }

    /// Enter: the one that is marked, which closes the list. `None` leaves Enter to the field.
    pub fn take(&mut self) -> Option<usize> {
        let taken = self.highlighted.filter(|_| self.is_open())?;

        self.close();
        Some(taken)
    }

    /// Esc, or Tab leaving the field. Tells whether there was a list to close.
    pub fn close(&mut self) -> bool {
        let was_open = self.is_open();

        self.closed = true;
        self.highlighted = None;
        was_open
    }
}

/// Draws the offers, in the flow and not above what follows; `None` while there is nothing to show.
pub fn view<'a, Message: Clone + 'a>(
    suggest: &'a Suggest,
    on_take: impl Fn(usize) -> Message + 'a,
) -> Option<Element<'a, Message>> {
    suggest.is_open().then(|| {
        let last = suggest.offers.len() - 1;
        let rows = suggest.offers.iter().enumerate().map(|(index, offer)| {
            let corners = Radius::default()
                .top(if index == 0 { RADIUS - HAIRLINE } else { 0.0 })
                .bottom(if index == last { RADIUS - HAIRLINE } else { 0.0 });
            let line = (index > 0).then(hairline);

            column![
                line,
                offered(offer, suggest.highlighted == Some(index), corners, on_take(index))
            ]
            .into()
        });
        container(column(rows))
            .padding(HAIRLINE)
            .style(style::offers)
            .into()
    })
}

fn offered<'a, Message: Clone + 'a>(
    offer: &'a Offer,
    highlighted: bool,
    corners: Radius,
    on_take: Message,
) -> Element<'a, Message> {
    let bar = container(space()).width(BAR).height(Length::Fill);
    let bar = if highlighted {
        bar.style(style::bar_with(corners.right(0)))
    } else {
        bar
    };

    let line = row![
        bar,
        container(name(offer.text.as_str(), highlighted)).width(Length::Fill),
        caption(offer.note.as_str())
            .wrapping(Wrapping::None)
            .style(style::muted),
    ]
    .spacing(GAP - BAR)
    .align_y(iced::Center);

    button(ground(highlighted, line))
        .padding(padding::right(CONTROL_PADDING))
        .width(Length::Fill)
        .height(ROW)
        .style(style::cell(highlighted, corners))
        .on_press(on_take)
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> Suggest {
        let mut suggest = Suggest::default();
        suggest.offer(vec![
            Offer::new("48-19-06-0042-8", "concuerda"),
            Offer::new("Dejarlo así", ""),
        ]);
        suggest
    }

    #[test]
    fn nothing_is_marked_until_flecha_abajo() {
        let mut suggest = two();
        assert!(suggest.is_open());
        assert_eq!(suggest.take(), None);
        assert!(suggest.is_open(), "Enter belongs to the field");

        assert!(suggest.down());
        assert_eq!(suggest.take(), Some(0));
        assert!(!suggest.is_open());
    }

    #[test]
    fn the_arrows_stop_at_the_last_and_go_back_to_the_field() {
        let mut suggest = two();
        suggest.down();
        suggest.down();
        suggest.down();
        assert_eq!(suggest.highlighted(), Some(1));

        assert!(suggest.up());
        assert!(suggest.up());
        assert_eq!(suggest.highlighted(), None);
    }

    #[test]
    fn esc_closes_and_flecha_abajo_opens_again() {
        let mut suggest = two();
        assert!(suggest.close());
        assert!(!suggest.close(), "the second Esc is for somebody else");

        suggest.offer(two().offers().to_vec());
        assert!(
            !suggest.is_open(),
            "the same offers do not come back by themselves"
        );

        assert!(suggest.down());
        assert!(suggest.is_open());
    }

    #[test]
    fn no_more_than_eight_and_none_without_offers() {
        let mut suggest = Suggest::default();
        assert!(!suggest.down());
        assert!(!suggest.up());
        assert!(!suggest.close());

        suggest.offer((1..=20).map(|n| Offer::new(n.to_string(), "")).collect());
        assert_eq!(suggest.offers().len(), MOST);
    }
}
