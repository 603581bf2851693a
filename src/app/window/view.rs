//! The frame: top, rail, status bar, and what hangs below the search box.

use iced::widget::text::Wrapping;
use iced::widget::{column, container, row, space, stack};
use iced::{Element, Length, padding};

use super::{Message, Office, Place, SEARCH};
use crate::app::MIN_SIZE;
use crate::app::icon::{self as icons, icon};
use crate::app::screens::record::status_chip;
use crate::app::shortcut::Command;
use crate::app::theme::letter::BODY;
use crate::app::theme::measure::{
    BAR, FILTER, GAP, NARROW, NEAR, PADDING, RAIL, RAIL_ITEM, SEARCH as SEARCH_WIDTH, STATUS, TOP,
    row as row_height,
};
use crate::app::theme::{Appearance, body, caption, strong, style};
use crate::app::widget::{button, fitting, ground, hairline, hairline_down, input};
use crate::print::icon::Icon;
use crate::words::restore::room;
use crate::words::{frame as words, identifier, today};

/// Where the drawings have the search box.
const SEARCH_AT: f32 = 376.0;

/// A screen without a desk: only the rule and the name above it.
pub(super) fn bare(content: Element<'_, Message>, look: Appearance) -> Element<'_, Message> {
    column![
        container(space())
            .width(Length::Fill)
            .height(BAR)
            .style(style::top_rule(look.palette)),
        container(strong(words::NAME))
            .padding([0.0, PADDING])
            .height(TOP - BAR)
            .align_y(iced::Center),
        hairline(),
        container(content)
            .style(style::bg)
            .width(Length::Fill)
            .height(Length::Fill),
    ]
    .into()
}

impl Office {
    pub(super) fn view(&self, width: f32, look: Appearance) -> Element<'_, Message> {
        if let Some(strip) = &self.capture {
            let notice = self.notice.as_ref().filter(|notice| notice.is_problem);
            let notice = notice.map(|notice| notice.text.text.as_str());
            return strip.screen.view(look, notice).map(Message::Capture);
        }
        let screen: Element<'_, Message> = match (self.place, &self.form, &self.cuts) {
            (Place::Today, _, _) => self.today.view(&self.desk, width).map(Message::Today),
            (Place::Bajas, _, _) => self.bajas.view(&self.desk).map(Message::Bajas),
            (Place::Form, Some(form), _) => form.view(&self.desk, width).map(Message::Form),
            (Place::Settings, _, _) => self.settings.view(&self.desk).map(Message::Settings),
            (Place::Backup, _, _) if let Some(screen) = &self.backup => {
                screen.view(&self.desk, width).map(Message::Backup)
            }
            (Place::Import, _, _) => self.import.view(&self.desk, width).map(Message::Import),
            (Place::Cuts, _, Some(cuts)) => cuts.view(&self.desk, width).map(Message::Cuts),
            _ => self.students.view(&self.desk, width).map(Message::Students),
        };
        let page = column![
            container(space())
                .width(Length::Fill)
                .height(BAR)
                .style(style::top_rule(look.palette)),
            self.top(width, look),
            hairline(),
            row![
                container(self.rail()).width(RAIL - 1.0),
                hairline_down(),
                container(screen).width(Length::Fill).height(Length::Fill)
            ]
            .height(Length::Fill),
            column![self.copy_bar()],
            column![self.notice()],
            hairline(),
            self.status(width < NARROW),
        ];
        let recents = self.shows_recents().then(|| self.recents(width));

        container(stack![page, recents]).style(style::bg).into()
    }

    fn top(&self, width: f32, look: Appearance) -> Element<'_, Message> {
        // At 150 % and more there is no room for the search box where the drawing has it.
        let is_tight = width < MIN_SIZE.width;
        // Nor is there beside what else has to be said in a narrow one.
        let gives_way = is_tight || look.masks_numbers && width < NARROW;
        let campus = self.desk.campus().name.as_str();
        let label = self.desk.campus().identifier_label.as_str();
        let search = input(&identifier::search(label), &self.query, Message::SearchTyped)
            .id(SEARCH)
            .icon(Icon::Search)
            .note("F2")
            .on_submit(Message::SearchEntered)
            .width(if gives_way {
                Length::Fill
            } else {
                Length::Fixed(SEARCH_WIDTH)
            });
        let title = row![
            strong(words::NAME),
            (!is_tight).then(|| {
                container(fitting(format!(" · {campus}"), BODY, false))
                    .padding(padding::right(PADDING))
                    .style(style::muted_words)
            })
        ]
        .align_y(iced::Center);
        let key = caption(Command::Clerk.key()).style(style::muted);
        let masked = look.masks_numbers.then(|| counter_mode(width));
        let who = row![
            masked,
            icon(Icon::User, icons::SMALL),
            body(self.desk.clerk()),
            key
        ]
        .spacing(NEAR)
        .align_y(iced::Center);

        row![
            container(title)
                .width(search_at(width))
                .padding(padding::left(PADDING)),
            search,
            if gives_way {
                container(who).padding(padding::horizontal(PADDING))
            } else {
                container(who)
                    .padding(padding::right(PADDING))
                    .align_right(Length::Fill)
            },
        ]
        .height(TOP - BAR - 1.0)
        .align_y(iced::Center)
        .into()
    }

    fn rail(&self) -> Element<'_, Message> {
        let items = [
            (
                "1",
                Icon::House,
                today::TITLE,
                Command::GoToday,
                matches!(self.place, Place::Today | Place::Bajas),
            ),
            (
                "2",
                Icon::Users,
                words::STUDENTS,
                Command::GoStudents,
                matches!(self.place, Place::Students | Place::Form | Place::Import),
            ),
            (
                "3",
                Icon::CalendarClock,
                words::CUTS,
                Command::GoCuts,
                self.place == Place::Cuts,
            ),
            (
                "8",
                Icon::HardDrive,
                crate::words::backup::TITLE,
                Command::GoBackup,
                self.place == Place::Backup,
            ),
            (
                "9",
                Icon::Settings,
                crate::words::settings::TITLE,
                Command::GoSettings,
                self.place == Place::Settings,
            ),
        ];
        let items = items.into_iter().map(|(digit, glyph, word, command, chosen)| {
            let bar = container(space()).width(BAR).height(Length::Fill);
            let word = if chosen {
                caption(word).font(crate::app::theme::BOLD)
            } else {
                caption(word).style(style::muted)
            };
            let middle = column![icon(glyph, icons::LARGE), word]
                .spacing(4)
                .align_x(iced::Center);
            let digit = container(caption(digit).style(style::muted)).padding(padding::left(12).top(8));
            let inside = stack![
                container(middle).center(Length::Fill),
                row![if chosen { bar.style(style::bar) } else { bar }],
                digit
            ];

            iced::widget::button(ground(chosen, inside))
                .padding(0)
                .width(Length::Fill)
                .height(RAIL_ITEM)
                .style(style::row(chosen))
                .on_press(Message::Command(command))
                .into()
        });
        let help = iced::widget::button(
            container(
                row![
                    icon(Icon::CircleQuestion, icons::SMALL).style(style::muted),
                    caption(format!("{} F1", words::HELP)).style(style::muted)
                ]
                .spacing(6)
                .align_y(iced::Center),
            )
            .center(Length::Fill),
        )
        .padding(0)
        .width(Length::Fill)
        .height(48)
        .style(style::quiet)
        .on_press(Message::Command(Command::Help));

        container(column![column(items), space::vertical(), hairline(), help])
            .style(style::bg)
            .height(Length::Fill)
            .into()
    }

    /// That this is a copy, for as long as it is one.
    fn copy_bar(&self) -> Option<Element<'_, Message>> {
        let last_change = self.desk.copy_of()?;
        let line = row![
            icon(Icon::HardDrive, icons::SMALL),
            body(room::looking_at(last_change)).width(Length::Fill),
            button(room::STOP_LOOKING, Message::CopyLeft).key("Esc"),
        ]
        .spacing(GAP)
        .align_y(iced::Center);

        Some(
            container(line)
                .padding([NEAR, PADDING])
                .width(Length::Fill)
                .style(style::notice)
                .into(),
        )
    }

    fn notice(&self) -> Option<Element<'_, Message>> {
        let notice = self.notice.as_ref()?;
        let glyph = if notice.draft.is_some() {
            Icon::History
        } else {
            Icon::TriangleAlert
        };
        let recover = notice
            .draft
            .is_some()
            .then(|| button(words::RECOVER, Message::DraftWanted).key("Enter"));
        let close = button(words::CLOSE, Message::NoticeClosed).key("Esc");
        let line = row![
            icon(glyph, icons::SMALL),
            body(notice.text.line()).width(Length::Fill),
            recover,
            close,
        ]
        .spacing(GAP)
        .align_y(iced::Center);
        let dress = if notice.is_problem {
            style::notice_problem
        } else {
            style::notice
        };

        Some(
            container(line)
                .padding([NEAR, PADDING])
                .width(Length::Fill)
                .style(dress)
                .into(),
        )
    }

    fn status(&self, narrow: bool) -> Element<'_, Message> {
        let ((cut, count), today) = (self.next_cut, self.desk.today());
        let next = if narrow {
            words::next_cut_short(cut, today, count.altas, count.bajas)
        } else {
            words::next_cut(
                cut,
                today,
                self.desk.cut_calendar().hour_limit(),
                count.altas,
                count.bajas,
            )
        };
        let said = self.said.as_ref().map(|said| {
            let undo = said.can_be_undone.then(|| {
                caption(words::UNDO_KEY)
                    .style(style::muted)
                    .wrapping(Wrapping::None)
            });
            let text =
                caption(whole_sentences(&said.text, if narrow { 84 } else { 114 })).wrapping(Wrapping::None);
            // Where there is little room, how to take it back matters more than the end of the sentence.
            let text: Element<'_, Message> = if narrow {
                container(text).width(Length::Fill).clip(true).into()
            } else {
                text.into()
            };
            row![icon(Icon::History, icons::SMALL), text, undo]
                .spacing(6)
                .align_y(iced::Center)
        });
        let (copy, is_well) = match self.desk.copy_of() {
            Some(_) => (room::LOOKED_AT.to_owned(), false),
            None => self.copy.told(today, narrow),
        };
        let glyph = if is_well {
            Icon::CircleCheck
        } else {
            Icon::HardDrive
        };
        let part = |glyph: Icon, text: String| {
            row![icon(glyph, icons::SMALL), caption(text)]
                .spacing(6)
                .align_y(iced::Center)
        };
        let first = if narrow { 240.0 } else { SEARCH_AT };

        container(
            row![
                container(part(Icon::CalendarClock, next))
                    .width(first)
                    .padding(padding::left(PADDING)),
                container(row![said]).width(Length::Fill).clip(true),
                container(part(glyph, copy)).padding(padding::horizontal(PADDING)),
            ]
            .align_y(iced::Center)
            .height(Length::Fill),
        )
        .style(style::bg)
        .height(STATUS - 1.0)
        .into()
    }

    /// The records opened last, while nothing is typed in the search box.
    fn recents(&self, width: f32) -> Element<'_, Message> {
        let rows = self.recents.iter().enumerate().map(|(index, row_of)| {
            let marked = self.recent == Some(index);
            let student = &row_of.student.particulars;
            let name = student.name.formal();
            let name = if marked { strong(name) } else { body(name) };
            let line = row![
                container(name).width(Length::Fill).clip(true),
                body(student.identifier.as_str().to_owned()).style(style::muted),
                status_chip(self.desk.chip(row_of), marked),
            ]
            .spacing(GAP)
            .align_y(iced::Center);

            iced::widget::button(ground(marked, line))
                .padding([0.0, GAP])
                .width(Length::Fill)
                .height(row_height(self.desk.appearance().density))
                .style(style::row(marked))
                .on_press(Message::RecentPressed(index))
                .into()
        });
        let hint = if self.recents.is_empty() {
            words::NO_RECENTS
        } else {
            words::RECENTS_KEYS
        };
        let panel = container(column![
            container(strong(words::RECENTS)).padding([NEAR, GAP]),
            hairline(),
            column(rows),
            hairline(),
            container(
                column![
                    caption(identifier::search_hint(&self.desk.campus().identifier_label)),
                    caption(hint).style(style::muted)
                ]
                .spacing(4)
            )
            .padding([NEAR, GAP]),
        ])
        .padding(1)
        .width((width - search_at(width) - PADDING).min(600.0))
        .style(style::offers);

        container(panel)
            .padding(padding::top(TOP).left(search_at(width)))
            .into()
    }
}

/// That numbers are masked, and the key that shows them; pressed, it does.
fn counter_mode<'a>(width: f32) -> Element<'a, Message> {
    let word = (width >= MIN_SIZE.width).then(|| body(words::COUNTER_MODE));
    let content = row![
        icon(Icon::EyeOff, icons::SMALL),
        word,
        caption(Command::Mask.key()).style(style::muted)
    ]
    .spacing(NEAR)
    .align_y(iced::Center);
    let pressed = iced::widget::button(ground(true, container(content).center_y(FILTER)))
        .height(FILTER)
        .padding([0.0, GAP])
        .style(style::filter(true))
        .on_press(Message::Command(Command::Mask));

    container(pressed).padding(padding::right(NEAR)).into()
}

/// Where the search box begins in a window of this width.
fn search_at(width: f32) -> f32 {
    if width < MIN_SIZE.width {
        RAIL + PADDING
    } else {
        SEARCH_AT
    }
}

/// As many whole sentences as this many letters hold, and always the first: the status bar has one line, and nothing in
/// it is cut in the middle.
fn whole_sentences(text: &str, letters: usize) -> &str {
    let ends = text.match_indices(". ").map(|(at, _)| at + 1).chain([text.len()]);
    let mut kept = 0;
    for end in ends {
        if kept > 0 && text[..end].chars().count() > letters {
            break;
        }
        kept = end;
    }
    &text[..kept]
}

#[cfg(test)]
mod tests {
    use super::whole_sentences;

    #[test]
    fn the_status_bar_keeps_whole_sentences() {
        let text = "Alta en cola para el corte del 30. Se espera vigente el martes. No consta un alta.";
        assert_eq!(whole_sentences(text, 200), text);
        assert_eq!(
            whole_sentences(text, 70),
            "Alta en cola para el corte del 30. Se espera vigente el martes."
        );
        assert_eq!(whole_sentences(text, 5), "Alta en cola para el corte del 30.");
        assert_eq!(whole_sentences("", 5), "");
    }
}
