//! How the strip is drawn: the present text large, its row below it, and the next ones.

use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::{CLOSE_ROW, FIELDS, LEAVE, LOTE, Message, Screen};
use crate::app::icon::{self as icons, icon};
use crate::app::theme::letter::{BODY, NAME};
use crate::app::theme::measure::{BAR, GAP, NEAR};
use crate::app::theme::{Appearance, body, caption, figure, strong, style, title};
use crate::app::widget::{button, field, fitting, ground, hairline, scroll};
use crate::domain::capture::{Capture, CaptureField, CaptureRow, FieldText, Place};
use crate::print::icon::Icon;
use crate::words::capture as words;

/// A text of more letters than this takes the smaller of the two large sizes.
const FIGURE_LETTERS: usize = 14;
/// The height of a field in the list.
pub(super) const FIELD_LINE: f32 = 28.0;
/// How many names that come next are shown.
const AHEAD: usize = 3;
/// Its width at the most, where the system keeps the window wide.
const WIDEST: f32 = 480.0;
/// Between the sides of the strip and what is in it.
const SIDE: f32 = GAP;

impl Screen {
    /// Draws it; `notice` is what went wrong.
    pub fn view<'a>(&'a self, look: Appearance, notice: Option<&'a str>) -> Element<'a, Message> {
        let capture = &self.capturing.capture;
        let (top, middle, foot) = match capture.row() {
            Some(row) => self.row(capture, row, look.masks_numbers),
            None => self.end(),
        };
        let notice = notice.map(|said| {
            container(body(said))
                .padding([NEAR, SIDE])
                .width(Length::Fill)
                .style(style::notice_problem)
        });
        let strip = column![
            container(space())
                .width(Length::Fill)
                .height(BAR)
                .style(style::top_rule(look.palette)),
            self.head(capture),
            hairline(),
            top,
            hairline(),
            container(scroll(middle).id(FIELDS).width(Length::Fill).height(Length::Fill))
                .height(Length::Fill),
            column![notice],
            hairline(),
            foot,
        ];

        container(container(strip).max_width(WIDEST).style(style::surface))
            .center_x(Length::Fill)
            .height(Length::Fill)
            .style(style::bg)
            .into()
    }

    fn head<'a>(&'a self, capture: &'a Capture) -> Element<'a, Message> {
        let (captured, rows) = (capture.captured(), capture.rows().len());
        let at = (capture.at() + 1).min(rows);
        let dispatch = &self.capturing.dispatch;
        let heading = words::heading(dispatch.kind, dispatch.lines, self.capturing.closing.cut);

        let words = column![
            caption(heading).style(style::muted),
            row![
                title(words::progress(at, rows)),
                container(caption(words::counted(captured, rows)).style(style::muted))
                    .align_right(Length::Fill)
            ]
            .align_y(iced::Center),
        ];
        column![
            container(words).padding(padding::horizontal(SIDE).top(NEAR).bottom(4)),
            progress_bar(captured, rows)
        ]
        .into()
    }

    /// Whose row it is with what is on the clipboard, its fields, and the keys.
    fn row<'a>(
        &'a self,
        capture: &'a Capture,
        row_of: &'a CaptureRow,
        masked: bool,
    ) -> (Element<'a, Message>, Element<'a, Message>, Element<'a, Message>) {
        let below = if row_of.is_captured {
            caption(format!("{} · {}", row_of.identifier, words::CAPTURED)).style(style::done)
        } else {
            caption(row_of.identifier.as_str()).style(style::muted)
        };
        let person = column![fitting(row_of.name.formal(), NAME, true), below,];
        let top = column![
            container(person).padding([NEAR, SIDE]),
            hairline(),
            container(now(capture.on_clipboard(), masked))
                .padding([NEAR, SIDE])
                .width(Length::Fill)
                .style(style::sunken),
        ];

        let fields = row_of.fields.iter().enumerate().map(|(index, it)| {
            let chosen = capture.place() == Place::Field(index);
            let is_past = match capture.place() {
                Place::Field(at) => index < at,
                Place::Done => true,
            };
            field_line(index, it, chosen, is_past, masked)
        });
        let ahead: Vec<&CaptureRow> = capture.ahead().take(AHEAD).collect();
        let ahead = (!ahead.is_empty()).then(|| {
            let names = ahead
                .into_iter()
                .map(|row| fitting(format!("{}  {}", row.number, row.name.formal()), BODY, false));
            column![caption(words::AHEAD).style(style::muted)]
                .extend(names)
                .padding([NEAR, SIDE])
        });
        let resumed = self.resumed.as_deref().map(|said| {
            container(row![icon(Icon::History, icons::SMALL), body(said).width(Length::Fill)].spacing(NEAR))
                .padding([NEAR, SIDE])
                .width(Length::Fill)
                .style(style::notice)
        });
        let unconfirmed = (!self.order_is_confirmed).then(|| {
            container(
                row![
                    icon(Icon::TriangleAlert, icons::SMALL).style(style::advice),
                    caption(words::UNCONFIRMED)
                        .style(style::advice)
                        .width(Length::Fill)
                ]
                .spacing(NEAR),
            )
            .padding(padding::horizontal(SIDE).top(NEAR))
        });
        let middle = column![
            column![resumed],
            column(fields),
            column![unconfirmed],
            column![ahead]
        ];

        let foot = column![
            row![
                button(words::CLOSE_ROW, Message::RowCaptured)
                    .key("Enter")
                    .primary()
                    .id(CLOSE_ROW),
                button(words::LEAVE, Message::LeavePressed).key("Esc").id(LEAVE),
            ]
            .spacing(NEAR),
            caption(words::KEYS).style(style::muted),
        ]
        .spacing(4)
        .padding([NEAR, SIDE]);
        (top.into(), middle.into(), foot.into())
    }

    /// Everything is captured: the lote, and whether to record the envío.
    fn end(&self) -> (Element<'_, Message>, Element<'_, Message>, Element<'_, Message>) {
        let dispatch = &self.capturing.dispatch;
        let done = words::finished(dispatch.kind, dispatch.lines);
        let top = row![
            icon(Icon::CheckCheck, icons::LARGE).style(style::done),
            strong(done).width(Length::Fill)
        ]
        .spacing(NEAR)
        .padding([GAP, SIDE]);
        let middle = column![
            body(words::offer(self.today)),
            field(words::LOTE, &self.lote, Message::LoteTyped).id(LOTE),
        ]
        .spacing(GAP)
        .padding([GAP, SIDE]);
        let foot = column![
            row![
                button(words::SEND, Message::SendPressed)
                    .key("Ctrl+Enter")
                    .primary()
                    .id(CLOSE_ROW),
                button(words::NOT_NOW, Message::LeavePressed).key("Esc").id(LEAVE),
            ]
            .spacing(NEAR),
            caption(words::LOOK_BACK).style(style::muted),
        ]
        .spacing(4)
        .padding([NEAR, SIDE]);
        (top.into(), middle.into(), foot.into())
    }
}

/// What is on the clipboard, as large as it goes, and how to go on.
fn now<'a>(held: Option<&'a FieldText>, masked: bool) -> Element<'a, Message> {
    let Some(held) = held else {
        return column![
            title(words::ROW_DONE),
            caption(words::ROW_DONE_HOW).width(Length::Fill),
        ]
        .spacing(2)
        .into();
    };
    let text = shown(held, masked);
    let text = if text.chars().count() > FIGURE_LETTERS {
        title(text)
    } else {
        figure(text)
    };
    column![
        row![
            strong(words::field(held.field)),
            container(caption(words::ON_CLIPBOARD).style(style::muted)).align_right(Length::Fill)
        ]
        .align_y(iced::Center),
        text.wrapping(iced::widget::text::Wrapping::WordOrGlyph)
            .width(Length::Fill),
        caption(words::HOW).style(style::muted).width(Length::Fill),
    ]
    .spacing(2)
    .into()
}

/// The text, or in the mode for the counter its last letters.
fn shown(held: &FieldText, masked: bool) -> String {
    let is_number = matches!(held.field, CaptureField::Nss | CaptureField::Curp);
    let letters = held.text.chars().count();
    if !masked || !is_number || letters <= 4 {
        return held.text.clone();
    }
    let last: String = held.text.chars().skip(letters - 4).collect();
    format!("…{last}")
}

/// A field with its text; pressed, it is the present one.
fn field_line<'a>(
    index: usize,
    held: &'a FieldText,
    chosen: bool,
    is_past: bool,
    masked: bool,
) -> Element<'a, Message> {
    let glyph: Element<'a, Message> = if chosen {
        icon(Icon::ArrowRight, icons::SMALL).into()
    } else if is_past && !held.text.is_empty() {
        icon(Icon::Check, icons::SMALL).style(style::done).into()
    } else {
        space().width(icons::SMALL).into()
    };
    let label = caption(words::field(held.field)).style(style::muted).width(120);
    let text: Element<'a, Message> = if held.text.is_empty() {
        caption(words::NOTHING).style(style::muted).into()
    } else {
        fitting(shown(held, masked), BODY, chosen)
    };
    let line = row![glyph, label, text].spacing(NEAR).align_y(iced::Center);
    // A name that needs more lines makes it higher.
    let line = container(line).padding([4.0, SIDE]);

    iced::widget::button(ground(chosen, line))
        .padding(0)
        .width(Length::Fill)
        .style(style::row(chosen))
        .on_press(Message::FieldPressed(index))
        .into()
}

/// How much is captured, as a line across.
fn progress_bar<'a>(captured: usize, rows: usize) -> Element<'a, Message> {
    let part = |portion: usize| {
        container(space())
            .width(Length::FillPortion(u16::try_from(portion).unwrap_or(u16::MAX)))
            .height(4)
    };
    row![
        (captured > 0).then(|| part(captured).style(style::bar)),
        (captured < rows).then(|| part(rows - captured).style(style::sunken)),
    ]
    .into()
}
