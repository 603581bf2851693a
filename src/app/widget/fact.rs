//! The three-fact band: what was done, what should follow, what was seen. Three facts, each with its date; none
//! ever stands for another.

use iced::widget::{column, container, row, space, text};
use iced::{Element, Length, Theme, padding};

use super::hairline_down;
use crate::app::icon::{self, Icon, icon};
use crate::app::theme::measure::{BAND, BAND_LINE, GAP, HAIRLINE, LABEL_GAP};
use crate::app::theme::{caption, strong, style};

/// One of the three.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The icon of its kind.
    pub icon: Icon,
    /// Which of the three it is: «Movimiento».
    pub label: String,
    /// The fact: «Alta aceptada».
    pub fact: String,
    /// Its date, or its first line: «el 18 nov 2026».
    pub first: String,
    /// The second line: «corte 16 nov 2026».
    pub second: String,
    /// How the fact is coloured.
    pub tone: FactTone,
}

/// How a fact is coloured, beside what its words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FactTone {
    /// A fact.
    #[default]
    Plain,
    /// Seen, and as it should be.
    Done,
    /// Somebody should look.
    Advice,
    /// Seen, and not as it should be.
    Problem,
}

impl FactTone {
    fn style(self) -> fn(&Theme) -> text::Style {
        match self {
            Self::Plain => style::plain,
            Self::Done => style::done,
            Self::Advice => style::advice,
            Self::Problem => style::problem,
        }
    }
}

/// How the width is divided: the third fact names a document and a person.
const SHARES: [u16; 3] = [148, 156, 182];
/// As above, where each fact has only its date beside it.
const LINE_SHARES: [u16; 3] = [162, 151, 172];
/// The padding of a fact in the band of one line: three dates with their years stand beside their labels.
const LINE_PADDING: f32 = 8.0;

/// The band, 96 high, and higher where letters are so large that a line is not enough.
pub fn band<'a, Message: 'a>(facts: [Fact; 3]) -> Element<'a, Message> {
    framed(facts, BAND, SHARES, GAP, |fact| {
        column![
            row![
                icon(fact.icon, icon::SMALL).style(style::muted),
                caption(fact.label).style(style::muted)
            ]
            .spacing(6)
            .align_y(iced::Center),
            container(strong(fact.fact).style(fact.tone.style())).padding(padding::top(5)),
            caption(fact.first),
            caption(fact.second).style(style::muted),
        ]
        .into()
    })
}

/// The band where there is little room, 48 high: outside the summary of a record. Each fact with its date alone, which
/// stands in `first`, and goes below the label where it does not fit beside it.
pub fn band_line<'a, Message: 'a>(facts: [Fact; 3]) -> Element<'a, Message> {
    framed(facts, BAND_LINE, LINE_SHARES, LINE_PADDING, |fact| {
        column![
            row![caption(fact.label).style(style::muted), caption(fact.first)]
                .spacing(LABEL_GAP)
                .wrap(),
            strong(fact.fact).style(fact.tone.style()),
        ]
        .into()
    })
}

fn framed<'a, Message: 'a>(
    facts: [Fact; 3],
    height: f32,
    shares: [u16; 3],
    aside: f32,
    cell: impl Fn(Fact) -> Element<'a, Message>,
) -> Element<'a, Message> {
    // As high as the band, or as the highest fact in it.
    let strut = space().height(height - 2.0 * HAIRLINE);
    let cells = facts
        .into_iter()
        .zip(shares)
        .enumerate()
        .flat_map(|(index, (fact, share))| {
            let inside = container(cell(fact))
                .padding([4.0, aside])
                .width(Length::FillPortion(share));

            [(index > 0).then(hairline_down), Some(inside.into())]
        })
        .flatten();

    container(row![strut].extend(cells).align_y(iced::Center))
        .padding(HAIRLINE)
        .width(Length::Fill)
        .style(style::panel)
        .into()
}
