//! Respaldo drawn: the copies at the left, the chosen one and what is kept of all of them beside it.

use chrono::NaiveDate;
use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::{Group, LIST_ID, Looked, Message, Row, Screen};
use crate::app::icon::{self as icons, icon};
use crate::app::screens::listing;
use crate::app::theme::measure::{FOOT, GAP, HAIRLINE, NARROW, NEAR, PADDING, SCREEN_HEAD};
use crate::app::theme::{body, caption, strong, style, title};
use crate::app::widget::{Column, Line, button, hairline, hairline_down, list, name, scroll};
use crate::desk::Desk;
use crate::print::icon::Icon;
use crate::words::backup::{self as words, fact};
use crate::words::{copies, dates, restore};

/// The panel beside the list.
const PANEL: f32 = 376.0;
/// The same where there is little room.
const NARROW_PANEL: f32 = 328.0;
/// The widths of the columns but the last.
const WHEN: f32 = 156.0;
const PROOF: f32 = 188.0;
/// Where the value of a fact begins.
const FACT: f32 = 148.0;

impl Screen {
    /// Draws it.
    pub fn view<'a>(&'a self, desk: &'a Desk, width: f32) -> Element<'a, Message> {
        let is_narrow = width < NARROW;
        let today = desk.today();
        let is_a_copy = desk.copy_of().is_some();
        let is_kept = desk.copy_now().is_some() && !is_a_copy;
        let head = container(
            row![
                container(title(words::TITLE)).width(Length::Fill),
                is_kept.then(|| {
                    button(words::COPY_NOW, Message::CopyPressed)
                        .icon(Icon::HardDrive)
                        .key("Ctrl+Enter")
                        .primary()
                }),
            ]
            .spacing(NEAR)
            .align_y(iced::Center),
        )
        .padding([0.0, PADDING])
        .height(SCREEN_HEAD - HAIRLINE)
        .align_y(iced::Center)
        .width(Length::Fill)
        .style(style::surface);
        let list: Element<'_, Message> = match (self.rows.is_empty(), is_kept) {
            _ if is_a_copy => listing::nobody(words::IS_A_COPY.to_owned()),
            (true, true) => listing::nobody(words::NO_COPIES.to_owned()),
            (true, false) => listing::nobody(words::ONLY_A_SAMPLE.to_owned()),
            _ => self.copies(desk, today, is_narrow),
        };
        let foot = container(caption(words::KEYS).style(style::muted))
            .padding([0.0, PADDING])
            .height(FOOT)
            .align_y(iced::Center);
        let panel = (!is_a_copy).then(|| {
            container(scroll(
                container(self.panel(today)).padding(padding::all(PADDING).right(PADDING + NEAR)),
            ))
            .width(if is_narrow { NARROW_PANEL } else { PANEL })
            .height(Length::Fill)
            .style(style::bg)
        });
        column![
            head,
            hairline(),
            row![
                column![container(list).height(Length::Fill), hairline(), foot].width(Length::Fill),
                hairline_down(),
                panel,
            ]
            .height(Length::Fill),
        ]
        .into()
    }

    fn copies<'a>(&'a self, desk: &'a Desk, today: NaiveDate, is_narrow: bool) -> Element<'a, Message> {
        let (when, proof) = if is_narrow {
            (WHEN - 24.0, PROOF - 36.0)
        } else {
            (WHEN, PROOF)
        };
        let lines = self.lines();
        let selected = lines.iter().position(|line| *line == Ok(self.selected));
        let drawn = lines.iter().map(|line| match line {
            Ok(at) => self.line(*at, today),
            Err(group) => Line::Group(strong(self.head_of(*group)).into()),
        });
        list(
            vec![
                Column::new(words::COLUMN_WHEN, when),
                Column::new(words::COLUMN_HOLDS, Length::Fill),
                Column::new(words::COLUMN_PROOF, proof),
            ],
            drawn,
            selected,
            Message::LinePressed,
        )
        .on_move(Message::Moved)
        .on_open(Message::Opened)
        .density(desk.appearance().density)
        .id(LIST_ID)
        .into()
    }

    fn head_of(&self, group: Group) -> String {
        match (group, &self.overview.place) {
            (Group::Here, _) => words::HERE.to_owned(),
            (Group::Kept, _) => words::KEPT.to_owned(),
            (Group::Away, Some((folder, _))) => words::away(folder),
            (Group::Away, None) => String::new(),
        }
    }

    fn line<'a>(&'a self, at: usize, today: NaiveDate) -> Line<'a, Message> {
        let row = &self.rows[at];
        let when = row.at().map_or_else(String::new, |at| words::when(at, today));
        let (holds, proof) = match row {
            Row::Here(copy) => {
                let holds = copy
                    .report
                    .as_ref()
                    .map(|it| words::holds(it.students, it.movements));
                let proof = match (copy.is_whole, holds.is_some()) {
                    (false, _) => (Icon::TriangleAlert, words::NOT_WHOLE.to_owned()),
                    (true, true) => (Icon::CircleCheck, words::VERIFIED.to_owned()),
                    (true, false) => (Icon::Circle, words::NO_MANIFEST.to_owned()),
                };
                (holds.unwrap_or_default(), proof)
            }
            Row::Away(copy) => {
                let report = &copy.report.copy;
                let told = copies::state(Some(&copy.report.sheet));
                (
                    words::holds(report.students, report.movements),
                    (Icon::Lock, told),
                )
            }
        };
        let (glyph, told) = proof;
        let dress = match glyph {
            Icon::TriangleAlert => style::problem,
            Icon::CircleCheck => style::done,
            _ => style::plain,
        };
        Line::Row(vec![
            name(when, at == self.selected),
            body(holds).into(),
            iced::widget::row![icon(glyph, icons::SMALL).style(dress), caption(told).style(dress)]
                .spacing(6)
                .align_y(iced::Center)
                .into(),
        ])
    }

    fn panel<'a>(&'a self, today: NaiveDate) -> Element<'a, Message> {
        let rule = || container(hairline()).padding(padding::vertical(PADDING));
        column![
            self.chosen().map(chosen_panel),
            self.chosen().map(|_| rule()),
            self.place_panel(),
            rule(),
            self.sheet_panel(),
            rule(),
            self.drill_panel(today),
            rule(),
            moving_panel(),
        ]
        .into()
    }

    fn place_panel(&self) -> Element<'_, Message> {
        let told: Element<'_, Message> = match &self.overview.place {
            None => body(words::NO_PLACE).style(style::advice).into(),
            Some((folder, _)) => {
                let has_copies = self.rows.iter().any(|row| row.group() == Group::Away);
                let seen = match self.place {
                    Looked::Looking => Some(words::LOOKING),
                    Looked::Absent => Some(words::ABSENT),
                    Looked::There if !has_copies => Some(words::NOTHING_THERE),
                    Looked::There => None,
                };
                column![
                    body(folder.display().to_string()),
                    seen.map(|seen| caption(seen).style(style::muted)),
                ]
                .into()
            }
        };
        let verb = match self.overview.place {
            None => words::CHOOSE_PLACE,
            Some(_) => words::CHANGE_PLACE,
        };
        column![
            strong(words::PLACE),
            told,
            button(verb, Message::PlacePressed).key("L"),
        ]
        .spacing(NEAR)
        .into()
    }

    fn sheet_panel(&self) -> Element<'_, Message> {
        let key = self.overview.key.as_ref();
        // Without it nothing leaves for the place that was chosen.
        let is_missing = key.is_none() && self.overview.place.is_some();
        let told = match key {
            None => words::NO_SHEET.to_owned(),
            Some(key) => {
                let tested = key.tested.as_ref().map(|it| it.at);
                words::sheet(&key.recipient.mark(), key.made.at, tested)
            }
        };
        let make = match key {
            None => words::MAKE_SHEET,
            Some(_) => words::NEW_SHEET,
        };
        column![
            strong(words::SHEET),
            body(told).style(if is_missing { style::advice } else { style::plain }),
            row![
                key.map(|_| button(words::TEST_SHEET, Message::TestPressed).key("P")),
                button(make, Message::SheetPressed).key("H"),
            ]
            .spacing(NEAR)
            .wrap()
            .vertical_spacing(NEAR),
        ]
        .spacing(NEAR)
        .into()
    }

    fn drill_panel(&self, today: NaiveDate) -> Element<'_, Message> {
        let told = match self.overview.drills.first() {
            None => body(words::NO_DRILL).into(),
            Some(drill) => {
                let said = match drill.passed {
                    true => body(copies::tried(drill)),
                    false => body(copies::tried_in_vain(drill.copy_at)).style(style::problem),
                };
                let away = copies::tried_away(drill.away).map(|it| caption(it).style(style::muted));
                let when = format!("{} · {}", words::when(drill.at, today), drill.by);
                Element::from(column![caption(when).style(style::muted), said, away])
            }
        };
        column![
            strong(words::DRILL),
            told,
            row![
                button(words::TRY, Message::TryPressed).key("S"),
                button(words::CHECK, Message::CheckPressed).key("B"),
                button(words::OTHER_FILE, Message::OtherPressed).key("O"),
            ]
            .spacing(NEAR)
            .wrap()
            .vertical_spacing(NEAR),
        ]
        .spacing(NEAR)
        .into()
    }
}

/// Everything in one file for another computer.
fn moving_panel<'a>() -> Element<'a, Message> {
    column![
        strong(words::MOVING),
        body(words::MOVING_WHAT),
        button(words::MOVE, Message::MovingPressed)
            .icon(Icon::Package)
            .key("M"),
    ]
    .spacing(NEAR)
    .into()
}

/// The facts of a copy, and what can be done with it.
fn chosen_panel(row: &Row) -> Element<'_, Message> {
    let report = match row {
        Row::Here(copy) => copy.report.as_ref(),
        Row::Away(copy) => Some(&copy.report.copy),
    };
    let heading = match (row.at(), row.path().file_name()) {
        (Some(at), _) => words::copy_of(at),
        (None, Some(file)) => file.to_string_lossy().into_owned(),
        (None, None) => String::new(),
    };
    let facts = report.map(|report| {
        // As the manifest has it: to draw is not the moment to ask a disk that may sleep.
        let bytes = match row {
            Row::Here(_) => report.file.as_ref().map_or(0, |file| file.bytes),
            Row::Away(copy) => copy.report.sealed_length,
        };
        let last = report.last_change.map(dates::moment_year);
        let seal = report.content.chars().take(8).collect::<String>().to_uppercase();
        let sheet = match row {
            Row::Here(_) => None,
            Row::Away(copy) => Some(a_fact(fact::SHEET, copy.report.sheet.clone())),
        };
        column![
            a_fact(fact::STUDENTS, dates::thousands(report.students)),
            a_fact(fact::MOVEMENTS, dates::thousands(report.movements)),
            a_fact(fact::ACTS, dates::thousands(report.acts)),
            last.map(|at| a_fact(fact::LAST_CHANGE, at)),
            (bytes > 0).then(|| a_fact(fact::SIZE, copies::size(bytes))),
            (!seal.is_empty()).then(|| a_fact(fact::SEAL, seal)),
            sheet,
        ]
        .spacing(4)
    });
    let kept = (row.group() == Group::Kept).then(|| caption(restore::KEPT).style(style::muted));
    column![
        strong(heading),
        kept,
        facts,
        space().height(GAP - NEAR),
        button(words::COMPARE, Message::Opened).key("Enter"),
    ]
    .spacing(NEAR)
    .into()
}

fn a_fact<'a>(label: &'a str, value: impl Into<String>) -> Element<'a, Message> {
    row![
        container(caption(label).style(style::muted)).width(FACT),
        body(value.into()),
    ]
    .align_y(iced::Center)
    .into()
}
