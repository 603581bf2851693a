//! The list on the left, the record on the right; one of them where there is no room for both.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::{CHANGE, FILTERS, LIST_ID, Message, Screen};
use crate::app::icon::{self as icons, icon};
use crate::app::screens::listing;
use crate::app::screens::record::status_chip;
use crate::app::theme::measure::{CONTROL_PADDING, FILTER, GAP, LIST, NARROW, NEAR, PADDING};
use crate::app::theme::{body, strong, style, title};
use crate::app::widget::choice::Choice;
use crate::app::widget::{Column, Line, button, choice, ground, hairline_down, list, name};
use crate::desk::Desk;
use crate::domain::alike::{Trait, Traits};
use crate::domain::filter::Filter;
use crate::print::icon::Icon;
use crate::store::Count;
use crate::words::{alike, dates, filters, frame, identifier, importing, marked as marked_words};

impl Screen {
    /// Draws it in a window of this width.
    pub fn view<'a>(&'a self, desk: &'a Desk, width: f32) -> Element<'a, Message> {
        if width >= NARROW {
            let detail = match &self.pane {
                Some(pane) => pane.view(desk, false).map(Message::Record),
                None => nothing_chosen(self.total),
            };
            row![
                container(self.list(desk)).width(LIST),
                hairline_down(),
                container(detail).width(Length::Fill).height(Length::Fill),
            ]
            .into()
        } else {
            match &self.pane {
                Some(pane) if self.detail_is_open => pane.view(desk, true).map(Message::Record),
                _ => self.list(desk),
            }
        }
    }

    fn list<'a>(&'a self, desk: &'a Desk) -> Element<'a, Message> {
        let shown = match self.page.count {
            Count::Exactly(count) => Some(count),
            Count::LimitOrMore => None,
        };
        let typed = !self.typed.trim().is_empty();
        let is_list = self.filter != Filter::All;
        let narrowed = typed || is_list;
        let said = match self.marked.len() {
            0 => frame::count_line(shown, self.total, narrowed),
            marked => marked_words::count(marked),
        };
        let change = (narrowed || !self.marked.is_empty()).then(|| {
            button(frame::CHANGE_MANY, Message::ChangePressed)
                .icon(Icon::Pencil)
                .id(CHANGE)
        });
        let clear = (!self.marked.is_empty()).then(|| {
            button(frame::CLEAR_MARKS, Message::MarksCleared)
                .key("Esc")
                .quiet()
        });
        let heading = if is_list {
            filters::name(self.filter)
        } else {
            frame::STUDENTS
        };
        let head = row![
            title(heading),
            container(body(said).style(style::muted)).width(Length::Fill),
            clear,
            change,
            button(importing::IMPORT, Message::ImportPressed)
                .icon(Icon::FileSpreadsheet)
                .key("Ctrl+I"),
            button(frame::NEW, Message::NewPressed)
                .icon(Icon::UserPlus)
                .key("F4")
                .primary(),
        ]
        .spacing(GAP)
        .align_y(iced::Center);
        let filters: Vec<Choice<Filter>> = self
            .counts
            .iter()
            .map(|(filter, count)| Choice::new(*filter, filters::chip(*filter)).note(dates::thousands(count)))
            .collect();
        let filters = (filters.len() > 1).then(|| {
            container(
                choice(filters, Some(self.filter), Message::FilterChosen)
                    .chips()
                    .id(FILTERS),
            )
            .padding(padding::bottom(NEAR))
        });
        let narrows = (!self.narrows.is_empty()).then(|| {
            let chips = self.narrows.iter().enumerate();
            let chips = chips.map(|(at, word)| narrow(word, Message::NarrowPutAway(at)));
            let asked = [body(frame::NARROWED_TO).style(style::muted).into()];
            row(asked.into_iter().chain(chips))
                .spacing(NEAR)
                .align_y(iced::Center)
                .wrap()
        });
        let narrows = narrows.map(|narrows| container(narrows).padding(padding::bottom(NEAR)));
        let filters = (filters.is_some() || narrows.is_some()).then(|| column![filters, narrows]);
        let rows: Element<'a, Message> = if self.page.rows.is_empty() {
            let said = match (typed, self.filter) {
                (true, Filter::All) if !self.narrows.is_empty() => {
                    filters::nobody_in_all(&self.narrows, self.search.words())
                }
                (true, Filter::All) => frame::nobody(&self.typed, &self.similar),
                (false, Filter::All) => frame::NO_STUDENTS.to_owned(),
                (typed, filter) => filters::nobody(filter, typed),
            };
            listing::nobody(said)
        } else {
            list(
                columns(&desk.campus().identifier_label),
                self.page.rows.iter().enumerate().map(|(index, row)| {
                    let selected = index == self.selected;
                    let student = &row.student.particulars;
                    let marked = self.marked.contains(&row.student.id);
                    let lit = &self.lit[index];
                    let born = Traits::of(student)
                        .born
                        .filter(|_| lit.contains(&Trait::BirthYear))
                        .map(alike::born);
                    Line::Row(vec![
                        marked_name(student.name.formal(), born, selected, marked),
                        light(
                            student.identifier.as_str().to_owned(),
                            lit.contains(&Trait::Identifier),
                            false,
                        ),
                        light(listing::school(desk, student), lit.contains(&Trait::School), true),
                        listing::nss(student, lit.contains(&Trait::Nss)),
                        status_chip(desk.chip(row), selected),
                    ])
                }),
                Some(self.selected),
                Message::Selected,
            )
            .on_move(Message::Moved)
            .on_open(Message::Opened)
            .on_mark(Message::MarkPressed)
            .on_range(Message::RangeMoved)
            .density(desk.appearance().density)
            .id(LIST_ID)
            .into()
        };
        listing::pane(
            head,
            filters.map(Into::into),
            rows,
            self.offset,
            self.page.count.reachable(),
            frame::PAGE_KEYS,
        )
    }
}

/// What was typed to narrow the list, as a chip that puts it away. Esc puts away all that was typed.
fn narrow<'a>(word: &'a str, message: Message) -> Element<'a, Message> {
    let content = row![body(word), icon(Icon::Cross, icons::SMALL)]
        .spacing(NEAR)
        .align_y(iced::Center);
    iced::widget::button(ground(true, container(content).center_y(FILTER)))
        .height(FILTER)
        .padding([0.0, CONTROL_PADDING])
        .style(style::filter(true))
        .on_press(message)
        .into()
}

/// The name, after a tick where it is marked, and with the year of birth where others of the page bear it too.
fn marked_name<'a>(
    words: String,
    born: Option<String>,
    selected: bool,
    marked: bool,
) -> Element<'a, Message> {
    if !marked && born.is_none() {
        return name(words, selected);
    }
    let tick = marked.then(|| icon(Icon::CircleCheck, icons::SMALL));
    let born = born.map(|born| light(born, true, false));
    row![
        tick,
        container(name(words, selected || marked)).width(Length::Fill),
        born
    ]
    .spacing(NEAR)
    .align_y(iced::Center)
    .into()
}

/// A cell; lit where it tells people of one name apart.
fn light<'a>(text: String, lit: bool, muted: bool) -> Element<'a, Message> {
    match (lit, muted) {
        (true, _) => strong(text).style(style::advice).into(),
        (false, true) => body(text).style(style::muted).into(),
        (false, false) => body(text).into(),
    }
}

fn nothing_chosen<'a>(total: u64) -> Element<'a, Message> {
    let said = if total == 0 {
        frame::NO_STUDENTS
    } else {
        frame::NOTHING_CHOSEN
    };

    container(body(said).style(style::muted))
        .padding(PADDING)
        .style(style::surface)
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

/// `label` is what the campus calls the identifier.
fn columns(label: &str) -> Vec<Column> {
    vec![
        Column::new(frame::COLUMN_NAME, Length::Fill),
        Column::new(identifier::column(label), 76),
        Column::new(frame::CAREER, 68),
        Column::new(frame::NSS, 56),
        Column::new(frame::COLUMN_STATUS, 224).indent(8.0),
    ]
}
