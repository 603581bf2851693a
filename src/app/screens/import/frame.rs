//! What stands above every step: the sheet, the four steps, and the four big figures.

use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::{Message, Screen, Step};
use crate::app::shortcut::Command;
use crate::app::theme::letter::BODY;
use crate::app::theme::measure::{GAP, HAIRLINE, NEAR, PADDING};
use crate::app::theme::{body, caption, figure, style, title};
use crate::app::widget::{self, button, fitting, hairline_down};
use crate::desk::Desk;
use crate::domain::import::{Counts, ImportKind};
use crate::print::icon::Icon;
use crate::words::{dates, importing as words};

/// The row of counters.
const COUNTERS: f32 = 76.0;

impl Screen {
    /// Which sheet it is, and the main verb.
    pub(super) fn head_view(&self) -> Element<'_, Message> {
        let of = self.importing.as_ref().map(|importing| {
            let sheet = importing.sheet();
            words::file_and_sheet(&sheet.source, sheet.sheet.as_deref())
        });
        let of = of.filter(|_| self.step != Step::File).unwrap_or_default();
        let verb = match self.step {
            Step::File => button(words::files::OPEN, Message::FileOpened).key("Enter"),
            Step::Columns => button(words::columns::GO_ON, Message::GoOnPressed).key("Ctrl+Enter"),
            Step::Review => {
                let held = self.importing.as_ref().map_or(0, |it| it.plan().counts().held);
                let word = if held > 0 {
                    words::review::SAVE
                } else {
                    words::review::SAVE_ALL
                };
                button(word, Message::SavePressed).key("Ctrl+Enter")
            }
        };
        let held = self.under_review().map_or(0, |it| it.plan().counts().held);
        let export = (held > 0).then(|| {
            button(words::export(held), Message::ExportPressed)
                .icon(Icon::Download)
                .key(Command::Export.key())
        });
        row![
            title(words::TITLE),
            container(fitting(of, BODY, false))
                .width(Length::Fill)
                .style(style::muted_words),
            export,
            verb.primary(),
        ]
        .spacing(GAP)
        .align_y(iced::Center)
        .into()
    }

    /// The four steps side by side; the present one is marked.
    pub(super) fn steps(&self, desk: &Desk) -> Element<'_, Message> {
        let sheet = self.importing.as_ref();
        let counts = sheet
            .filter(|importing| !importing.plan().rows.is_empty())
            .map(|importing| importing.plan().counts());
        let told = [
            match (sheet, self.files.taken_of()) {
                (None, _) => words::NO_FILE_YET.to_owned(),
                (Some(_), Some(at)) => words::file_of(at, desk.today()),
                (Some(importing), None) => importing.sheet().source.clone(),
            },
            sheet.map_or(words::NO_COLUMNS_YET.to_owned(), |importing| {
                let used = importing.sheet().columns.len();
                let unused = importing
                    .heads()
                    .iter()
                    .filter(|head| head.column.is_none())
                    .count();
                words::recognised(used, unused)
            }),
            counts.map_or(words::NO_PLAN_YET.to_owned(), |counts| {
                words::to_decide(counts.held)
            }),
            words::ONE_ACT.to_owned(),
        ];
        let all = words::STEPS.into_iter().zip(told);
        widget::steps(all, self.step as usize, Message::StepPressed)
    }
}

/// The four big figures; each opens its list.
pub(super) fn counters<'a>(kind: ImportKind, counts: &Counts, is_narrow: bool) -> Element<'a, Message> {
    let mut cells: Vec<Element<'a, Message>> = Vec::with_capacity(7);
    for (at, (count, word, told)) in words::counters(kind, counts, is_narrow).into_iter().enumerate() {
        if at > 0 {
            cells.push(hairline_down());
        }
        let number = figure(dates::thousands(count as u64));
        let number = match at {
            1 => number.style(style::done),
            3 if count > 0 => number.style(style::advice),
            _ => number,
        };
        let inside = column![
            row![number, container(body(word)).padding(padding::bottom(4))]
                .spacing(NEAR)
                .align_y(iced::Bottom),
            container(caption(told).style(style::muted)).height(16).clip(true),
        ];
        cells.push(
            iced::widget::button(container(inside).center_y(Length::Fill))
                .padding([0.0, PADDING])
                .width(Length::FillPortion(1))
                .height(Length::Fill)
                .style(style::row(false))
                .on_press(Message::CounterPressed(at))
                .into(),
        );
    }
    container(row(cells))
        .style(style::bg)
        .height(COUNTERS - HAIRLINE)
        .into()
}
