//! Ajustes: what the office decides, in groups; each with its value, its default, and who confirmed it.

use iced::keyboard::key::Named;
use iced::widget::{column, container, image, lazy, row};
use iced::{Element, Length, Task};

use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{BUTTON, GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::{self, Column, Line, Move, Press, button, hairline, hairline_down, list};
use crate::desk::{Desk, PassedSample, statutory_holidays};
use crate::domain::campus::Career;
use crate::domain::settings::{Entry, Group, Topic, Value};
use crate::print::icon::Icon;
use crate::print::page::Ink;
use crate::print::picture::BandLogo;
use crate::words::{dates, records, ruler, settings as words};

/// The id of the groups.
pub const GROUPS: &str = "ajustes-grupos";
/// The id of the settings of a group.
pub const FIELDS: &str = "ajustes-valores";
/// The groups' width.
const GROUPS_WIDTH: f32 = 216.0;
/// What is said of the chosen setting.
const SAID: f32 = 84.0;

/// The screen.
#[derive(Debug, Clone, Copy, Default)]
pub struct Screen {
    group: usize,
    row: usize,
    /// Whether the row was chosen, and is not only the first of its group.
    is_entered: bool,
}

/// A row of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A setting with one value.
    Value(Topic),
    /// An item of a setting with several, by its place.
    Item(Topic, usize),
    /// Where another item is added.
    Add(Topic),
    /// Where the layout of the files is held against a file that IMSS took.
    Sample,
    /// The printer of this computer, which is no setting: a register moves, and its printers stay.
    Printer,
    /// A day on which the law closes the office, by its place in the catalogue.
    Law(usize),
}

impl Row {
    /// The setting that it belongs to.
    pub fn topic(self) -> Option<Topic> {
        match self {
            Self::Value(topic) | Self::Item(topic, _) | Self::Add(topic) => Some(topic),
            Self::Sample => Some(Topic::Layout),
            Self::Printer | Self::Law(_) => None,
        }
    }
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A group was pressed.
    GroupPressed(usize),
    /// The arrows moved to another group.
    GroupMoved(Move),
    /// Enter on a group.
    GroupOpened,
    /// A row was pressed.
    RowPressed(usize),
    /// The arrows moved to another row.
    RowMoved(Move),
    /// Enter on a row.
    RowOpened,
    /// Espacio on a row.
    ConfirmPressed,
    /// Supr on a row.
    ResetPressed,
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To take the focus somewhere, or to scroll.
    Run(Task<Message>),
    /// To ask what the printer measures.
    AskPrinter,
    /// To ask for the value of this row.
    Ask(Row),
    /// To confirm this setting.
    Confirm(Topic),
    /// To put this setting back, or to take this item out.
    Reset(Row),
}

impl Screen {
    /// What Supr means on it, whatever has the focus.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        press.is(Named::Delete).then_some(Message::ResetPressed)
    }

    fn at_group(group: usize) -> Self {
        Self {
            group,
            ..Self::default()
        }
    }

    fn group(self) -> Group {
        Group::ALL[self.group.min(Group::ALL.len() - 1)]
    }

    fn rows(self, desk: &Desk) -> Vec<Row> {
        let mut rows = Vec::new();
        for setting in self.group().settings() {
            if !setting.kind.is_list() {
                rows.push(Row::Value(setting.topic));
                rows.extend((setting.topic == Topic::Layout).then_some(Row::Sample));
                continue;
            }
            let items = words::items(&desk.settings().entry(setting.topic).value);
            rows.extend((0..items.len()).map(|at| Row::Item(setting.topic, at)));
            rows.push(Row::Add(setting.topic));
        }
        if self.group() == Group::Papers {
            rows.push(Row::Printer);
        }
        if self.group() == Group::ClosedDays {
            let today = desk.today();
            let coming = statutory_holidays().iter().enumerate();
            rows.extend(
                coming
                    .filter(|(_, day)| day.on >= today)
                    .map(|(at, _)| Row::Law(at))
                    .take(8),
            );
        }
        rows
    }

    fn chosen(self, desk: &Desk) -> Option<Row> {
        self.rows(desk).get(self.row).copied()
    }

    /// What follows from a message.
    pub fn update(&mut self, desk: &Desk, message: Message) -> Action {
        self.row = self.row.min(self.rows(desk).len().saturating_sub(1));
        match message {
            Message::GroupPressed(at) => {
                *self = Self::at_group(at);
                Action::Run(widget::focus(GROUPS))
            }
            Message::GroupMoved(to) => {
                let group = moved(self.group, Group::ALL.len(), to);
                *self = Self::at_group(group);
                Action::Run(widget::reveal())
            }
            Message::GroupOpened => Action::Run(widget::focus(FIELDS)),
            // The first press chooses a row, the next one opens it.
            Message::RowPressed(at) if at == self.row && self.is_entered => {
                self.update(desk, Message::RowOpened)
            }
            Message::RowPressed(at) => {
                (self.row, self.is_entered) = (at, true);
                Action::Run(widget::focus(FIELDS))
            }
            Message::RowMoved(to) => {
                self.is_entered = true;
                self.row = moved(self.row, self.rows(desk).len(), to);
                Action::Run(widget::reveal())
            }
            Message::RowOpened => match self.chosen(desk) {
                Some(Row::Printer) => Action::AskPrinter,
                Some(row) if row.topic().is_some() => Action::Ask(row),
                _ => Action::None,
            },
            Message::ConfirmPressed if self.chosen(desk) == Some(Row::Sample) => Action::None,
            Message::ConfirmPressed => match self.chosen(desk).and_then(Row::topic) {
                Some(topic) => Action::Confirm(topic),
                None => Action::None,
            },
            Message::ResetPressed => match self.chosen(desk) {
                Some(row @ (Row::Value(_) | Row::Item(..))) => Action::Reset(row),
                _ => Action::None,
            },
        }
    }

    /// Draws it.
    pub fn view<'a>(&self, desk: &'a Desk) -> Element<'a, Message> {
        let groups = Group::ALL.into_iter().enumerate().map(|(at, group)| {
            let open = group
                .settings()
                .filter(|setting| desk.settings().entry(setting.topic).awaits_confirmation())
                .count();
            let name = words::group(group);
            Line::Row(vec![
                if at == self.group {
                    strong(name)
                } else {
                    body(name)
                }
                .into(),
                (open > 0)
                    .then(|| caption(open.to_string()).style(style::muted))
                    .map_or_else(|| caption("").into(), Element::from),
            ])
        });
        let groups = list(
            vec![Column::new(words::TITLE, Length::Fill), Column::new("", 24)],
            groups,
            Some(self.group),
            Message::GroupPressed,
        )
        .on_move(Message::GroupMoved)
        .on_open(Message::GroupOpened)
        .id(GROUPS);

        let rows = self.rows(desk);
        let chosen = self.row.min(rows.len().saturating_sub(1));
        let lines = rows
            .iter()
            .enumerate()
            .map(|(at, row)| line(desk, *row, at == chosen));
        let fields = list(
            vec![
                Column::new(words::SETTING, Length::FillPortion(5)),
                Column::new(words::VALUE, Length::FillPortion(6)),
                Column::new(words::STATE, 136),
            ],
            lines,
            Some(chosen),
            Message::RowPressed,
        )
        .on_move(Message::RowMoved)
        .on_open(Message::RowOpened)
        .on_mark(Message::ConfirmPressed)
        .id(FIELDS);

        let said = container(said(desk, rows.get(chosen).copied()))
            .padding([GAP, PADDING])
            .width(Length::Fill)
            .height(SAID);
        let keys = container(buttons(desk, rows.get(chosen).copied(), self.group()))
            .padding([NEAR, PADDING])
            .width(Length::Fill);
        let groups = column![
            container(groups).height(Length::Fill),
            container(caption(words::COUNT_NOTE).style(style::muted)).padding([GAP, PADDING]),
        ];
        let banner = (self.group() == Group::Imss && words::to_confirm(desk.settings())).then(|| {
            let said = row![
                icon(Icon::TriangleAlert, icons::SMALL).style(style::advice),
                body(records::TO_CONFIRM)
            ];
            container(said.spacing(6).align_y(iced::Center)).padding([GAP, PADDING])
        });
        let fields = column![
            banner,
            container(fields).height(Length::Fill),
            hairline(),
            said,
            hairline(),
            keys,
        ];

        row![
            container(groups).width(GROUPS_WIDTH).style(style::bg),
            hairline_down(),
            container(fields).width(Length::Fill).style(style::surface),
        ]
        .height(Length::Fill)
        .into()
    }
}

/// What can be done with the chosen row, for the mouse and to tell the keys.
fn buttons<'a>(desk: &Desk, chosen: Option<Row>, group: Group) -> Element<'a, Message> {
    let entry = chosen
        .and_then(Row::topic)
        .map(|topic| desk.settings().entry(topic));
    let opens = |row: &Row| entry.is_some() || *row == Row::Printer;
    let change = chosen.filter(opens).map(|row| {
        let word = match row {
            Row::Add(_) => words::ADD,
            Row::Sample => words::TRY_SAMPLE,
            Row::Printer => ruler::MEASURE,
            _ => words::CHANGE,
        };
        button(word, Message::RowOpened).key("Enter")
    });
    let confirm = entry
        .filter(|_| chosen != Some(Row::Sample))
        .filter(|entry| entry.awaits_confirmation())
        .map(|_| button(words::CONFIRM, Message::ConfirmPressed).key("Espacio"));
    let back = match (chosen, entry) {
        (Some(Row::Item(..)), _) => Some(words::REMOVE),
        (Some(Row::Value(_)), Some(entry)) if !entry.is_default || entry.unreadable.is_some() => {
            Some(words::RESET)
        }
        _ => None,
    };
    let back = back.map(|word| button(word, Message::ResetPressed).key("Supr"));
    let undo = match group {
        // What a printer measures is no act: it is measured again.
        _ if chosen == Some(Row::Printer) => "",
        Group::Appearance => words::NOT_UNDOABLE,
        _ => words::UNDOABLE,
    };

    row![
        change,
        confirm,
        back,
        container(caption(undo).style(style::muted)).align_right(Length::Fill)
    ]
    .spacing(NEAR)
    .height(BUTTON)
    .align_y(iced::Center)
    .into()
}

fn moved(at: usize, count: usize, to: Move) -> usize {
    let last = count.saturating_sub(1);
    match to {
        Move::Up => at.saturating_sub(1),
        Move::Down => (at + 1).min(last),
        Move::First | Move::PageUp => 0,
        Move::Last | Move::PageDown => last,
    }
}

fn line<'a>(desk: &'a Desk, of: Row, chosen: bool) -> Line<'a, Message> {
    let named = |text: String| if chosen { strong(text) } else { body(text) };
    let item = |topic, at: usize| {
        let entry = desk.settings().entry(topic);
        words::items(&entry.value).get(at).cloned().unwrap_or_default()
    };
    Line::Row(match of {
        Row::Value(topic) => {
            let entry = desk.settings().entry(topic);
            vec![
                column![
                    named(words::name(topic).to_owned()),
                    caption(words::place(topic)).style(style::muted)
                ]
                .into(),
                body(words::value(entry)).into(),
                state(entry),
            ]
        }
        Row::Item(topic, at) => vec![
            named(key_of_career(desk, topic, at).unwrap_or_else(|| item(topic, at))).into(),
            body(name_of_career(desk, topic, at).unwrap_or_default()).into(),
            if at == 0 && desk.settings().entry(topic).setting.to_confirm {
                state(desk.settings().entry(topic))
            } else {
                caption("").into()
            },
        ],
        Row::Add(topic) => vec![
            row![
                icon(Icon::Plus, icons::SMALL),
                named(words::add(topic).to_owned())
            ]
            .spacing(6)
            .align_y(iced::Center)
            .into(),
            caption("").into(),
            match desk.settings().entry(topic) {
                entry if entry.setting.to_confirm && words::items(&entry.value).is_empty() => state(entry),
                _ => caption("").into(),
            },
        ],
        Row::Sample => {
            let passed = passed_sample(desk).is_some();
            vec![
                named(words::SAMPLE.to_owned()).into(),
                body(if passed {
                    words::SAMPLE_AGREES
                } else {
                    words::NO_SAMPLE_YET
                })
                .into(),
                caption("").into(),
            ]
        }
        Row::Printer => {
            let last = desk.printer_checks().into_iter().next();
            let known = last.map_or_else(|| ruler::NOBODY_MEASURED.to_owned(), |it| ruler::of_printer(&it));
            vec![
                column![
                    named(ruler::DIALOG.to_owned()),
                    caption(ruler::TITLE).style(style::muted)
                ]
                .into(),
                body(known).into(),
                caption("").into(),
            ]
        }
        Row::Law(at) => {
            let day = statutory_holidays().get(at);
            let on = day.map(|day| dates::long(day.on)).unwrap_or_default();
            let name = day.map(|day| day.name.clone()).unwrap_or_default();
            vec![
                named(on).into(),
                body(name).style(style::muted).into(),
                caption(words::BY_LAW).style(style::muted).into(),
            ]
        }
    })
}

fn career(desk: &Desk, topic: Topic, at: usize) -> Option<&Career> {
    match &desk.settings().entry(topic).value {
        Value::Careers(careers) => careers.get(at).filter(|career| !career.key.is_empty()),
        _ => None,
    }
}

fn key_of_career(desk: &Desk, topic: Topic, at: usize) -> Option<String> {
    career(desk, topic, at).map(|career| career.key.clone())
}

fn name_of_career(desk: &Desk, topic: Topic, at: usize) -> Option<String> {
    career(desk, topic, at).map(|career| career.name.clone())
}

fn state<'a>(entry: &Entry) -> Element<'a, Message> {
    let word = words::state(entry);
    match (entry.setting.to_confirm, &entry.confirmed) {
        (true, None) => row![
            icon(Icon::TriangleAlert, icons::SMALL).style(style::advice),
            caption(word).style(style::advice)
        ]
        .spacing(6)
        .align_y(iced::Center)
        .into(),
        (true, Some(_)) => row![
            icon(Icon::CircleCheck, icons::SMALL).style(style::done),
            caption(word).style(style::done)
        ]
        .spacing(6)
        .align_y(iced::Center)
        .into(),
        (false, _) => caption(word).style(style::muted).into(),
    }
}

/// The sample that has agreed with the layout in force, if one has.
fn passed_sample(desk: &Desk) -> Option<PassedSample> {
    let passed = desk.layout_text().and_then(|text| desk.passed_sample(&text));
    passed.ok().flatten()
}

/// What is worth knowing about the chosen row.
fn said<'a>(desk: &'a Desk, chosen: Option<Row>) -> Element<'a, Message> {
    if chosen == Some(Row::Printer) {
        return column![body(ruler::WHY), caption(ruler::STAYS_HERE).style(style::muted),]
            .spacing(4)
            .into();
    }
    let Some(topic) = chosen.and_then(Row::topic) else {
        return caption(words::LAW_NOTE).style(style::muted).into();
    };
    if chosen == Some(Row::Sample) {
        let passed = passed_sample(desk);
        return column![
            body(passed.map_or_else(
                || records::NO_SAMPLE.to_owned(),
                |it| records::passed(it.on, &it.by)
            )),
            caption(records::SAMPLE_IN_CONSOLE).style(style::muted),
        ]
        .spacing(4)
        .into();
    }
    let entry = desk.settings().entry(topic);
    let notice = words::notice(desk.settings(), topic);
    let first = match (&entry.unreadable, notice, &entry.confirmed) {
        (Some(stored), _, _) => words::unreadable(stored),
        (None, Some(notice), _) => notice,
        (None, None, Some(confirmation)) => words::confirmed_by(confirmation),
        (None, None, None) if entry.setting.to_confirm => words::CONFIRM_NOTE.to_owned(),
        (None, None, None) => words::hint(entry.setting),
    };
    let default = desk.settings().default_of(topic);

    let words = column![
        body(first),
        caption(words::default_value(topic, &default)).style(style::muted),
        caption(words::console_key(entry.setting.key)).style(style::muted),
    ]
    .spacing(4)
    .width(Length::Fill);
    let logo = desk.logo().filter(|_| topic == Topic::Logo);
    let logo = logo.map(|logo| shown(logo.on_band(Ink::band(desk.appearance().palette))));
    row![words, logo].spacing(GAP).into()
}

/// The logo as the band of a paper shows it. Its dots are handed over again only when they are others.
fn shown<'a>(logo: BandLogo) -> Element<'a, Message> {
    lazy(logo.picture.seal.clone(), move |_| -> Element<'static, Message> {
        let BandLogo { picture, ground, .. } = &logo;
        let opaque = picture
            .rgb
            .chunks_exact(3)
            .flat_map(|dot| [dot[0], dot[1], dot[2], u8::MAX]);
        let dots = image::Handle::from_rgba(picture.width, picture.height, opaque.collect::<Vec<_>>());
        let ground = iced::Color::from_rgb8(ground.red, ground.green, ground.blue);
        container(image(dots).height(SAID - 2.0 * GAP - 8.0))
            .padding(4)
            .style(move |_| container::background(ground))
            .into()
    })
    .into()
}
