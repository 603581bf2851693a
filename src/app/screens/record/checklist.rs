//! The Lista de cotejo as a section of the record: eleven rows, one Tab stop, marked with Espacio.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{BAR, CHECKLIST_ROW, FOOT, GAP, HAIRLINE, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Move, Press, focusable, hairline, pressable};
use crate::domain::checklist::{Checklist, Requirement, Row};
use crate::print::icon::Icon;
use crate::words::checklist as words;

/// The id of the rows.
pub const ROWS: &str = "cotejo";

/// The rows of one student, one of them selected.
#[derive(Debug)]
pub struct Rows {
    list: Checklist,
    selected: usize,
}

/// What happened in them.
#[derive(Debug, Clone)]
pub enum Message {
    /// A row was pressed.
    Selected(usize),
    /// The arrows moved the selection.
    Moved(Move),
    /// Espacio on the row.
    Ticked,
    /// Enter on the row.
    AnswerPressed,
    /// A: everything that the record proves.
    AllAccepted,
}

impl Rows {
    /// With the first row selected.
    pub fn new(list: Checklist) -> Self {
        Self { list, selected: 0 }
    }

    /// With the row selected that was selected in `before`.
    pub fn at_the_place_of(mut self, before: &Self) -> Self {
        self.selected = before.selected;
        self
    }

    /// The row that the keys are about.
    pub fn requirement(&self) -> Requirement {
        Requirement::ALL[self.selected]
    }

    /// «7/11».
    pub fn counted(&self) -> String {
        words::counted(&self.list)
    }

    /// Selects a row.
    pub fn select(&mut self, index: usize) {
        self.selected = index.min(Requirement::ALL.len() - 1);
    }

    /// Moves the selection.
    pub fn go(&mut self, to: Move) {
        self.select(match to {
            Move::Up => self.selected.saturating_sub(1),
            Move::Down => self.selected + 1,
            Move::PageUp | Move::First => 0,
            Move::PageDown | Move::Last => usize::MAX,
        });
    }

    /// Draws the rows.
    pub fn view(&self) -> Element<'_, Message> {
        let rows = self
            .list
            .rows()
            .iter()
            .enumerate()
            .map(|(index, row)| line(row, index, index == self.selected));
        let offers_all = self.offers_all();
        let on_key = move |press: &Press<'_>| match press.typed() {
            Some("a" | "A") if offers_all => Some(Message::AllAccepted),
            _ => Move::from_press(press).map(Message::Moved),
        };

        focusable(column(rows).width(Length::Fill), Some(Message::AnswerPressed))
            .on_space(Some(Message::Ticked))
            .on_key(on_key)
            .ring(Ring::Row(self.selected))
            .id(ROWS)
            .into()
    }

    /// Draws what the keys do.
    pub fn foot(&self) -> Element<'_, Message> {
        let keys = if self.offers_all() {
            words::KEYS_WITH_ALL
        } else {
            words::KEYS
        };

        column![
            hairline(),
            row![
                container(caption(keys).style(style::muted)).width(Length::Fill),
                caption(words::PRINT_KEYS).style(style::muted),
            ]
            .spacing(GAP)
            .align_y(iced::Center)
            .height(FOOT - HAIRLINE)
            .padding([0.0, PADDING]),
        ]
        .into()
    }

    /// Several rows are proposed: worth a key that takes them all.
    fn offers_all(&self) -> bool {
        self.list.proposed().nth(1).is_some()
    }
}

fn line<'a>(row_of: &Row, index: usize, selected: bool) -> Element<'a, Message> {
    let requirement = words::requirement(row_of.requirement);
    let (box_icon, box_style): (_, fn(&iced::Theme) -> iced::widget::text::Style) = if row_of.is_delivered() {
        (Icon::SquareCheck, style::done)
    } else if selected {
        (Icon::Square, style::accent)
    } else {
        (Icon::Square, style::muted)
    };
    let state = caption(words::row(row_of));
    let state = match (selected, &row_of.proposal) {
        (true, _) => state,
        (false, Some(_)) => state.style(style::accent),
        (false, None) => state.style(style::muted),
    };
    let line = row![
        container(body(row_of.requirement.number().to_string()).style(style::muted))
            .width(18)
            .align_x(iced::Right),
        icon(box_icon, icons::LARGE).style(box_style),
        column![
            if selected {
                strong(requirement)
            } else {
                body(requirement)
            },
            state,
        ]
        .width(Length::Fill),
    ]
    .spacing(GAP)
    .align_y(iced::Center)
    .padding(padding::left(PADDING - BAR).right(PADDING).top(1).bottom(2));

    // As high as two lines; a long remark takes another.
    pressable(line, selected, Message::Selected(index))
        .at_least(CHECKLIST_ROW)
        .into()
}
