//! Step 2: what the columns of the sheet hold, and what it asks for.

use iced::widget::{column, container, row};
use iced::{Element, Length};

use super::rows::{is_personal, last_digits};
use super::{Action, COLUMNS, KIND, Message, Screen};
use crate::app::theme::measure::{FOOT, GAP, NARROW, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{Tone, block};
use crate::app::widget::{
    self, Column as Head, Field, Line, Move, choice, field, hairline, hairline_down, list, name, scroll,
};
use crate::desk::Desk;
use crate::desk::import::Importing;
use crate::domain::import::ImportKind;
use crate::domain::period::Period;
use crate::words::{import as import_words, importing as words, importing::columns as said};

/// The id of the field for the row of the headers.
const HEADERS: &str = "importar-encabezados";
/// The width of what is asked beside the columns.
const ASIDE: f32 = 366.0;
/// The same where there is little room.
const ASIDE_NARROW: f32 = 264.0;

/// What is looked at of the columns.
#[derive(Debug, Default)]
pub struct Columns {
    chosen: usize,
    headers: Field,
}

impl Columns {
    /// Of a sheet that was opened.
    pub fn of(importing: &Importing) -> Self {
        Self {
            chosen: 0,
            headers: headers(importing),
        }
    }

    fn go(&mut self, to: Move, of: usize) {
        let last = of.saturating_sub(1);
        self.chosen = match to {
            Move::Up => self.chosen.saturating_sub(1),
            Move::Down => (self.chosen + 1).min(last),
            Move::First | Move::PageUp => 0,
            Move::Last | Move::PageDown => last,
        };
    }
}

/// As many samples as this many letters hold, and always the first.
fn samples(of: &[String], letters: usize) -> String {
    let mut said = String::new();
    for sample in of {
        if !said.is_empty() {
            if said.chars().count() + sample.chars().count() + 3 > letters {
                break;
            }
            said.push_str(" · ");
        }
        said.push_str(sample);
    }
    said
}

fn headers(importing: &Importing) -> Field {
    let row = importing.headers_row();
    Field::new(row.map(|row| row.to_string()).unwrap_or_default())
}

impl Screen {
    pub(super) fn update_columns(&mut self, desk: &mut Desk, message: Message) -> Action {
        let Some(importing) = &mut self.importing else {
            return Action::None;
        };
        let heads = importing.heads();
        let chosen = heads.get(self.columns.chosen);
        match message {
            Message::HeadSelected(at) => {
                self.columns.chosen = at;
                return Action::Run(widget::focus(COLUMNS));
            }
            Message::HeadMoved(to) => {
                self.columns.go(to, heads.len());
                return Action::Run(widget::reveal());
            }
            Message::HeadOpened => {
                let Some(head) = chosen else {
                    return Action::None;
                };
                return Action::AskColumn {
                    place: head.place,
                    named: words::column(&head.letters, &head.text),
                    chosen: head.column,
                };
            }
            Message::HeadEmptied => {
                if let Some(head) = chosen {
                    importing.set_column(head.place, None);
                }
            }
            Message::KindChosen(kind) => {
                let period = importing.sheet().named_period();
                let present = desk.periods_offered().first().copied();
                if let Some(period) = period.or(present) {
                    importing.set_kind(kind, period);
                }
            }
            Message::PeriodChosen(period) => importing.set_kind(importing.sheet().kind, period),
            Message::AffiliatedChosen(affiliated) => importing.set_affiliated(affiliated),
            Message::TabChosen(tab) => {
                if let Err(refusal) = desk.choose_tab(importing, tab) {
                    return Action::Refused(refusal);
                }
                self.columns = Columns::of(importing);
            }
            Message::HeadersTyped(text) => self.columns.headers.type_in(text),
            Message::HeadersEntered => {
                let typed = self.columns.headers.value();
                let row = typed.parse().ok().and_then(|row| importing.place_of(row));
                if row.is_none() && !typed.is_empty() {
                    self.columns.headers.say(Tone::Problem, said::NO_SUCH_ROW);
                    return Action::None;
                }
                if let Err(refusal) = desk.choose_headers(importing, row) {
                    return Action::Refused(refusal);
                }
                self.columns = Columns::of(importing);
                return Action::Run(widget::focus(COLUMNS));
            }
            _ => {}
        }
        Action::None
    }

    /// Says what a column holds.
    pub fn set_column(&mut self, place: usize, holds: Option<crate::domain::import::Column>) -> Action {
        if let Some(importing) = &mut self.importing {
            importing.set_column(place, holds);
        }
        Action::Run(widget::focus(COLUMNS))
    }

    pub(super) fn columns_view<'a>(
        &'a self,
        desk: &Desk,
        importing: &'a Importing,
        width: f32,
    ) -> Element<'a, Message> {
        let masks = desk.appearance().masks_numbers;
        let lines = importing
            .heads()
            .into_iter()
            .enumerate()
            .map(move |(at, mut head)| {
                if masks && head.column.is_some_and(is_personal) {
                    for sample in &mut head.samples {
                        *sample = last_digits(sample);
                    }
                }
                let holds: Element<'a, Message> = match head.column {
                    Some(column) => strong(import_words::column(column)).into(),
                    None => body(import_words::NOT_USED).style(style::muted).into(),
                };
                Line::Row(vec![
                    body(head.letters).style(style::muted).into(),
                    name(head.text, at == self.columns.chosen),
                    caption(samples(&head.samples, if width < NARROW { 28 } else { 52 }))
                        .style(style::muted)
                        .into(),
                    holds,
                ])
            });
        let heads = list(
            vec![
                Head::new(said::LETTER, 32),
                Head::new(said::HEAD, Length::FillPortion(4)),
                Head::new(said::SAMPLES, Length::FillPortion(6)),
                Head::new(said::HOLDS, 168),
            ],
            lines,
            Some(self.columns.chosen),
            Message::HeadSelected,
        )
        .on_move(Message::HeadMoved)
        .on_open(Message::HeadOpened)
        .density(desk.appearance().density)
        .id(COLUMNS);
        let foot = container(caption(said::KEYS).style(style::muted))
            .padding([0.0, PADDING])
            .height(FOOT)
            .align_y(iced::Center);
        let heads = column![container(heads).height(Length::Fill), hairline(), foot];
        let aside = if width < NARROW { ASIDE_NARROW } else { ASIDE };
        row![
            container(heads).style(style::surface).width(Length::Fill),
            hairline_down(),
            container(scroll(
                container(self.asked(desk, importing)).padding([GAP, PADDING])
            ))
            .style(style::bg)
            .height(Length::Fill)
            .width(aside),
        ]
        .height(Length::Fill)
        .into()
    }

    /// What the sheet asks for, which of the file's sheets it is, where its headers stand.
    fn asked<'a>(&'a self, desk: &Desk, importing: &'a Importing) -> Element<'a, Message> {
        let kind = importing.sheet().kind;
        let kinds = choice(
            ImportKind::ALL.map(|kind| Choice::new(kind, import_words::kind(kind))),
            Some(kind),
            Message::KindChosen,
        )
        .on_enter(Message::GoOnPressed)
        .id(KIND);
        let period = (kind == ImportKind::Enrolled).then(|| {
            let offered: Vec<Choice<Period>> = desk
                .periods_offered()
                .into_iter()
                .map(|period| Choice::new(period, period.to_string()))
                .collect();
            let chosen = importing.sheet().named_period();
            block(
                said::PERIOD,
                choice(offered, chosen, Message::PeriodChosen)
                    .on_enter(Message::GoOnPressed)
                    .chips(),
                None,
                None,
            )
        });
        let affiliated = (kind == ImportKind::Altas).then(|| {
            block(
                said::AFFILIATED,
                choice(
                    [
                        Choice::new(false, said::SOME_ARE_NOT),
                        Choice::new(true, said::ALL_ARE),
                    ],
                    Some(importing.decisions().affiliated),
                    Message::AffiliatedChosen,
                )
                .on_enter(Message::GoOnPressed),
                None,
                None,
            )
        });
        let tabs = importing.tabs();
        let tab = (tabs.len() > 1).then(|| {
            let tabs: Vec<Choice<usize>> = tabs
                .iter()
                .enumerate()
                .map(|(at, tab)| Choice::new(at, words::tab(&tab.name, tab.rows, tab.hidden)))
                .collect();
            block(
                said::TAB,
                choice(tabs, Some(importing.tab()), Message::TabChosen)
                    .on_enter(Message::GoOnPressed)
                    .chips(),
                None,
                None,
            )
        });
        let headers = field(said::HEADERS, &self.columns.headers, Message::HeadersTyped)
            .hint(said::HEADERS_HINT)
            .on_submit(Message::HeadersEntered)
            .id(HEADERS);

        column![
            block(
                said::KIND,
                column![
                    kinds,
                    caption(import_words::kind_detail(kind)).style(style::muted)
                ]
                .spacing(4),
                None,
                None
            ),
            column![period, affiliated, tab, headers],
        ]
        .into()
    }
}
