//! The section that opens first: data in two columns, the newest acts, and what is seldom done.

use iced::widget::{column, container, row, space};
use iced::{Element, Length};

use super::{ARCHIVE, CONTROL_NUMBER, Message, Pane, act, clinic};
use crate::app::theme::measure::{GAP, HISTORY_ROW, NEAR, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::{button, hairline};
use crate::desk::Desk;
use crate::domain::control_number::Identifier;
use crate::print::icon::Icon;
use crate::words::{archive, control_number, dates, frame, notices, record as words};

/// How many acts the summary shows.
const RECENT_HISTORY: usize = 6;

impl Pane {
    pub(super) fn summary<'a>(&'a self, desk: &'a Desk, narrow: bool) -> Element<'a, Message> {
        let student = &self.record.student.particulars;
        let today = desk.today();
        let dash = || frame::EMPTY.to_owned();
        let masked = desk.appearance().masks_numbers;
        let nss = words::nss(&student.nss, masked)
            .unwrap_or_else(|| words::nss_state(student.nss.state()).to_owned());
        let curp = words::curp(&student.curp, masked).unwrap_or_else(dash);
        let curp_note = match (student.curp.valid(), student.curp.text()) {
            (None, Some(_)) => frame::TO_CONFIRM,
            _ => "",
        };
        let birth = student
            .birth_date
            .or(student.curp.valid().map(|curp| curp.birth_date()));
        let age = birth
            .map(|birth| dates::years(crate::domain::date::age(birth, today)))
            .unwrap_or_default();
        let place = student
            .birthplace
            .or(student.curp.valid().map(|curp| curp.birthplace()));
        let sex = student.sex.or(student.curp.valid().map(|curp| curp.sex()));
        let left = [
            datum(frame::NSS, nss, words::nss_note(&student.nss, today)),
            datum(frame::CURP, curp, curp_note.to_owned()),
            datum(frame::BIRTH, birth.map_or_else(dash, dates::long), age),
            datum(
                frame::SEX_AND_PLACE,
                match (sex, place) {
                    (Some(sex), Some(place)) => format!("{} · {}", words::sex(sex), place.name()),
                    (Some(sex), None) => words::sex(sex).to_owned(),
                    (None, Some(place)) => place.name().to_owned(),
                    (None, None) => dash(),
                },
                String::new(),
            ),
            datum(
                frame::EMAIL,
                student.email.clone().unwrap_or_else(dash),
                self.noticed.map(notices::note).unwrap_or_default(),
            ),
        ];
        let right = clinic::data(desk, &self.record).into_iter().chain([
            datum(
                frame::STANDING,
                words::standing(student.standing).to_owned(),
                student
                    .period
                    .map(|period| period.to_string())
                    .unwrap_or_default(),
            ),
            datum(
                frame::PHONE,
                student.phone.clone().unwrap_or_else(dash),
                String::new(),
            ),
        ]);
        let data = row![
            column(left).width(Length::Fill),
            column(right).width(Length::Fill)
        ]
        .spacing(PADDING);
        let history = column![
            row![
                container(strong(frame::HISTORY)).width(Length::Fill),
                caption(frame::newest(self.history.len().min(RECENT_HISTORY), self.acts)).style(style::muted),
            ]
            .align_y(iced::Center)
            .height(HISTORY_ROW),
            hairline(),
            column(self.history.iter().take(RECENT_HISTORY).map(|entry| act(entry))),
        ];
        let data = column![data, space().height(NEAR), self.seldom()];
        if narrow {
            row![container(data).width(480), container(history).width(Length::Fill)]
                .spacing(24)
                .into()
        } else {
            column![data, space().height(PADDING), history].into()
        }
    }

    /// What is seldom done to a record: a number for a folio, and to put it away.
    fn seldom(&self) -> Element<'_, Message> {
        let provisional = matches!(
            self.record.student.particulars.identifier,
            Identifier::Provisional(_)
        );
        let folio = provisional
            .then(|| button(control_number::TITLE, Message::ControlNumberPressed).id(CONTROL_NUMBER));
        let put_away = self.record.student.archived_on.is_none().then(|| {
            button(archive::ARCHIVE, Message::ArchivePressed)
                .icon(Icon::Package)
                .id(ARCHIVE)
        });
        row![folio, put_away].spacing(NEAR).wrap().into()
    }
}

pub(super) fn datum<'a>(label: &'a str, value: String, note: String) -> Element<'a, Message> {
    let value = row![body(value), caption(note).style(style::muted)]
        .spacing(NEAR)
        .align_y(iced::Center)
        .wrap();

    column![caption(label).style(style::muted), value, space().height(GAP)].into()
}
