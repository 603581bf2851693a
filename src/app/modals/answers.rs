//! A file in which IMSS answered: which one, and then what it says, pile by pile, before any of it is recorded.

use std::path::PathBuf;

use chrono::NaiveDate;
use iced::Element;
use iced::keyboard::Modifiers;
use iced::widget::{column, container, row, space};
use iced::{Length, padding};

use super::Action;
use crate::app::icon::{self as icons, icon};
use crate::app::screens::import::files::typed_path;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::field::{Field, Tone};
use crate::app::widget::{self, Column, Line, Move, Press, button, dialog, field, list, name};
use crate::desk::CutMatching;
use crate::domain::date::typed_date;
use crate::print::icon::Icon;
use crate::system::sheets::{self, SheetFile};
use crate::words::runway::answers as words;
use crate::words::{cuts, dates, frame, importing};

mod piles;

use piles::{Pile, piles};

/// The id of the files.
pub const FILES: &str = "respuesta-archivos";
/// The id of the path.
pub const PATH: &str = "respuesta-ruta";
/// The id of what a file says.
pub const PILES: &str = "respuesta-montones";
/// The id of the day.
pub const DAY: &str = "respuesta-fecha";

/// So many files are listed.
const MOST: usize = 6;
/// The height of the piles.
const PILES_HEIGHT: f32 = 260.0;

/// Where answers come from.
#[derive(Debug, Clone)]
pub enum AnswerSource {
    /// A file.
    File(PathBuf),
    /// Cells or lines that were copied.
    Pasted(String),
}

/// The dialog.
#[derive(Debug)]
pub struct Answers {
    folio: String,
    cut: NaiveDate,
    today: NaiveDate,
    files: Vec<SheetFile>,
    chosen: usize,
    path: Field,
    is_reading: bool,
    found: Option<Found>,
}

/// What a file says.
#[derive(Debug)]
struct Found {
    matching: CutMatching,
    piles: Vec<Pile>,
    selected: usize,
    on: Field,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A file was pressed.
    FilePressed(usize),
    /// The arrows moved to another file.
    FileMoved(Move),
    /// Enter on a file.
    FileOpened,
    /// A path was typed.
    PathTyped(String),
    /// Enter in it.
    PathEntered,
    /// Ctrl+V, or its button.
    PastePressed,
    /// The clipboard was read.
    Pasted(Option<String>),
    /// A line of the piles was pressed.
    LinePressed(usize),
    /// The arrows moved to another one.
    LineMoved(Move),
    /// The day was typed.
    DayTyped(String),
    /// Enter in it.
    Next,
    /// The button, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl Answers {
    /// For a closed cut; files are looked for in these folders.
    pub fn new(folio: String, cut: NaiveDate, today: NaiveDate, folders: &[PathBuf]) -> Self {
        Self {
            folio,
            cut,
            today,
            files: sheets::newest(folders, MOST),
            chosen: 0,
            path: Field::default(),
            is_reading: false,
            found: None,
        }
    }

    /// Where the focus is when it opens.
    pub fn first(&self) -> &'static str {
        if self.files.is_empty() { PATH } else { FILES }
    }

    /// The folio of the cut that is answered.
    pub fn folio(&self) -> &str {
        &self.folio
    }

    /// Says why a file is no use; another one can be chosen.
    pub fn refuse(&mut self, why: String) {
        self.is_reading = false;
        match &mut self.found {
            Some(found) => found.on.say(Tone::Problem, why),
            None => self.path.say(Tone::Problem, why),
        }
    }

    /// A file was read and held against the cut.
    pub fn show(&mut self, matching: CutMatching) {
        self.is_reading = false;
        let days: Vec<NaiveDate> = matching.envios.iter().filter_map(|it| it.on).collect();
        let on = Field {
            proposal: Some(match days.iter().max() {
                Some(day) => dates::short_year(*day),
                None => frame::TODAY.to_owned(),
            }),
            ..Field::default()
        };
        self.found = Some(Found {
            piles: piles(&matching),
            matching,
            selected: 0,
            on,
        });
    }

    /// What a key means that no widget used.
    pub fn key(&self, press: &Press<'_>) -> Option<Message> {
        let pasted = press.modifiers == Modifiers::COMMAND && press.key.to_latin(press.physical) == Some('v');
        (pasted && self.found.is_none()).then_some(Message::PastePressed)
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            _ if self.is_reading && !matches!(message, Message::Closed) => {}
            Message::FilePressed(at) if at == self.chosen => return self.update(Message::FileOpened),
            Message::FilePressed(at) => {
                self.chosen = at;
                return Action::Run(widget::focus(FILES));
            }
            Message::FileMoved(to) => {
                self.chosen = moved(self.chosen, self.files.len(), to);
                return Action::Run(widget::reveal());
            }
            Message::FileOpened => {
                if let Some(file) = self.files.get(self.chosen) {
                    let path = file.path.clone();
                    return self.read(AnswerSource::File(path));
                }
            }
            Message::PathTyped(text) => self.path.type_in(text),
            Message::PathEntered => match typed_path(self.path.value()) {
                Some(path) => return self.read(AnswerSource::File(path)),
                None => self.path.say(Tone::Advice, importing::files::NO_PATH),
            },
            Message::PastePressed => {
                let read = iced::clipboard::read().map(Message::Pasted);
                return Action::Run(read.map(super::Message::Answers));
            }
            Message::Pasted(text) => match text.filter(|text| !text.trim().is_empty()) {
                Some(text) => return self.read(AnswerSource::Pasted(text)),
                None => self.path.say(Tone::Advice, words::NOTHING_COPIED),
            },
            Message::LinePressed(at) => {
                if let Some(found) = &mut self.found {
                    found.select(at);
                }
                return Action::Run(widget::focus(PILES));
            }
            Message::LineMoved(to) => {
                if let Some(found) = &mut self.found {
                    found.go(to);
                }
                return Action::Run(widget::reveal());
            }
            Message::DayTyped(text) => {
                let today = self.today;
                if let Some(found) = &mut self.found {
                    found.on.type_in(text);
                    found.understand(today);
                }
            }
            Message::Next => return Action::Run(widget::focus(PILES)),
            Message::Confirmed => return self.confirm(),
            Message::Closed => return Action::Close,
        }
        Action::None
    }

    fn read(&mut self, source: AnswerSource) -> Action {
        self.is_reading = true;
        self.path.said = None;
        Action::ReadAnswers(source)
    }

    fn confirm(&mut self) -> Action {
        let today = self.today;
        match &mut self.found {
            None if self.path.is_empty() => self.update(Message::FileOpened),
            None => self.update(Message::PathEntered),
            Some(found) if found.matching.answered() == 0 => {
                found.on.say(Tone::Advice, words::NOTHING_TO_RECORD);
                Action::None
            }
            Some(found) => match found.day(today) {
                Ok(on) => Action::RecordMatching(Box::new(found.matching.clone()), on),
                Err(()) => Action::Run(widget::focus(DAY)),
            },
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        match &self.found {
            Some(found) => self.found_view(found),
            None => self.files_view(),
        }
    }

    fn files_view(&self) -> Element<'_, Message> {
        let rows = self.files.iter().enumerate().map(|(at, file)| {
            Line::Row(vec![
                row![
                    icon(Icon::FileSpreadsheet, icons::SMALL),
                    container(name(file.name(), at == self.chosen)).width(Length::Fill)
                ]
                .spacing(NEAR)
                .align_y(iced::Center)
                .into(),
                body(file.folder()).style(style::muted).into(),
                body(importing::modified(file.modified, self.today)).into(),
            ])
        });
        let files: Element<'_, Message> = if self.files.is_empty() {
            container(body(words::NO_FILES).style(style::muted))
                .padding(padding::bottom(GAP))
                .into()
        } else {
            let files = list(
                vec![
                    Column::new(words::FILE, Length::Fill),
                    Column::new(importing::files::FOLDER, 120),
                    Column::new(importing::files::MODIFIED, 112),
                ],
                rows,
                Some(self.chosen),
                Message::FilePressed,
            )
            .on_move(Message::FileMoved)
            .on_open(Message::FileOpened)
            .id(FILES);
            container(files)
                .height(28.0 + 32.0 * self.files.len() as f32)
                .into()
        };
        let content = column![
            body(if self.is_reading {
                words::READING
            } else {
                words::HOW
            })
            .style(style::muted),
            files,
            field(importing::files::PATH, &self.path, Message::PathTyped)
                .hint(words::PATH_HINT)
                .on_submit(Message::PathEntered)
                .id(PATH),
        ]
        .spacing(GAP);
        dialog(words::title(self.cut), content, Message::Closed)
            .wide()
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(importing::files::PASTE, Message::PastePressed)
                    .key("Ctrl+V")
                    .tall(),
            )
            .button(
                button(importing::files::OPEN, Message::Confirmed)
                    .key("Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }

    fn found_view<'a>(&'a self, found: &'a Found) -> Element<'a, Message> {
        let summaries = found
            .matching
            .envios
            .iter()
            .map(|it| strong(crate::words::reconcile::summary(it.envio.kind, &it.matching)).into());
        let lotes = found.matching.envios.iter().filter_map(|it| {
            let recorded = it.envio.sending.as_ref()?.lote.as_deref()?;
            let named = it.other_lote.as_deref()?;
            let said = crate::words::reconcile::other_lote(it.envio.kind, named, recorded);
            Some(caption(said).style(style::advice).into())
        });
        let repeated = crate::words::reconcile::repeated(found.matching.repeated.len())
            .map(|said| caption(said).style(style::muted));
        let lines: Element<'a, Message> = if found.piles.is_empty() {
            space().into()
        } else {
            container(found.list()).height(PILES_HEIGHT).into()
        };
        let content = column![
            column(summaries),
            column(lotes),
            column![repeated],
            lines,
            field(words::DAY, &found.on, Message::DayTyped)
                .hint(words::DAY_HINT)
                .on_submit(Message::Next)
                .id(DAY),
        ]
        .spacing(NEAR);
        let shown = dialog(words::title(self.cut), content, Message::Closed)
            .wide()
            .button(button(words::LEAVE, Message::Closed).key("Esc").tall());
        if found.matching.answered() == 0 {
            return shown.into();
        }
        shown
            .button(
                button(words::record(found.matching.answered()), Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}

impl Found {
    /// Each line that can be selected: its place in the list, groups counted.
    fn places(&self) -> Vec<usize> {
        let mut at = 0;
        let mut places = Vec::new();
        for pile in &self.piles {
            at += 1;
            places.extend(at..at + pile.lines.len());
            at += pile.lines.len();
        }
        places
    }

    fn select(&mut self, line: usize) {
        if let Some(at) = self.places().iter().position(|place| *place == line) {
            self.selected = at;
        }
    }

    fn go(&mut self, to: Move) {
        self.selected = moved(self.selected, self.places().len(), to);
    }

    fn list(&self) -> Element<'_, Message> {
        let mut lines = Vec::new();
        for pile in &self.piles {
            lines.push(Line::Group(
                row![
                    strong(pile.title),
                    body(dates::thousands(pile.count)),
                    container(caption(pile.told.as_str()).style(style::muted)).padding(padding::left(NEAR)),
                ]
                .spacing(NEAR)
                .align_y(iced::Center)
                .into(),
            ));
            lines.extend(pile.lines.iter().map(|line| {
                Line::Row(vec![
                    name(line.who.as_str(), false),
                    caption(line.number.as_str()).into(),
                    caption(line.told.as_str()).into(),
                ])
            }));
        }
        list(
            vec![
                Column::new(frame::COLUMN_NAME, Length::FillPortion(4)),
                Column::new(words::NUMBER, 96),
                Column::new(words::SAYS, Length::FillPortion(6)),
            ],
            lines,
            self.places().get(self.selected).copied(),
            Message::LinePressed,
        )
        .on_move(Message::LineMoved)
        .id(PILES)
        .into()
    }

    fn understand(&mut self, today: NaiveDate) {
        if self.on.is_empty() {
            return;
        }
        match typed_date(self.on.value(), today) {
            Ok(on) if on > today => self.on.say(Tone::Problem, cuts::in_future(on)),
            Ok(on) => self
                .on
                .say(Tone::Hint, format!("{} {}", dates::weekday(on), dates::long(on))),
            Err(fault) => self.on.say(Tone::Problem, dates::fault(&fault).text),
        }
    }

    /// The day that was typed; none where the file's own counts.
    fn day(&self, today: NaiveDate) -> Result<Option<NaiveDate>, ()> {
        if self.on.is_empty() {
            return Ok(None);
        }
        let on = typed_date(self.on.value(), today).map_err(|_| ())?;
        if on <= today { Ok(Some(on)) } else { Err(()) }
    }
}

/// Where the arrows lead in a list that is shown whole.
fn moved(at: usize, of: usize, to: Move) -> usize {
    let last = of.saturating_sub(1);
    match to {
        Move::Up => at.saturating_sub(1),
        Move::Down => (at + 1).min(last),
        Move::PageUp => at.saturating_sub(8),
        Move::PageDown => (at + 8).min(last),
        Move::First => 0,
        Move::Last => last,
    }
}
