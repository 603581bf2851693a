//! The three-fact band: what was done, what should follow, what was seen. Three facts, each with its date; none
//! ever stands for another.

use iced::widget::{column, container, row, text};
use iced::{Element, Length, Theme, padding};

use super::hairline_down;
use crate::app::icon::{self, Icon, icon};
use crate::app::theme::measure::{BAND, BAND_LINE, GAP, HAIRLINE, NEAR};
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
const LINE_SHARES: [u16; 3] = [168, 148, 171];

/// The band, 96 high.
pub fn band<'a, Message: 'a>(facts: [Fact; 3]) -> Element<'a, Message> {
    framed(facts, (BAND, GAP), SHARES, |fact| {
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
/// stands in `first`.
pub fn band_line<'a, Message: 'a>(facts: [Fact; 3]) -> Element<'a, Message> {
    let label = |fact: &Fact| match &*fact.first {
        "" => fact.label.clone(),
        date => format!("{} · {date}", fact.label),
    };
    // A date with its year has to stand on the line of its label.
    framed(facts, (BAND_LINE, NEAR), LINE_SHARES, move |fact| {
        column![
            caption(label(&fact)).style(style::muted),
            strong(fact.fact).style(fact.tone.style()),
        ]
        .into()
    })
}

fn framed<'a, Message: 'a>(
    facts: [Fact; 3],
    (height, padding): (f32, f32),
    shares: [u16; 3],
    cell: impl Fn(Fact) -> Element<'a, Message>,
) -> Element<'a, Message> {
    let cells = facts
        .into_iter()
        .zip(shares)
        .enumerate()
        .map(|(index, (fact, share))| {
            let inside = container(cell(fact))
                .padding([0.0, padding])
                .width(Length::Fill)
                .center_y(Length::Fill);

            row![(index > 0).then(hairline_down), inside]
                .width(Length::FillPortion(share))
                .into()
        });

    container(row(cells))
        .padding(HAIRLINE)
        .height(height)
        .width(Length::Fill)
        .style(style::panel)
        .into()
}
