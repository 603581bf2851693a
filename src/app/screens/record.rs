//! One student's record: who it is, the three facts, data, movements and history.

mod clinic;
mod document;

use chrono::NaiveDate;
use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, HISTORY_ROW, NEAR, PADDING};
use crate::app::theme::{body, caption, name, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::fact::{Fact, FactTone, band, band_line};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Press, Status, button, chip, choice, focusable, hairline, scroll};
use crate::desk::{Desk, HistoryEntry, Record, Refusal};
use crate::domain::control_number::Identifier;
use crate::domain::ids::StudentId;
use crate::domain::movement::{Movement, observations};
use crate::domain::student::{NssRecord, Particulars};
use crate::domain::vigencia::{Chip, NextStep};
use crate::print::icon::Icon;
use crate::words::{archive, control_number, dates, frame, movements, next_step, record as words};

pub mod checklist;

/// The id of the strip of a queued movement.
pub const QUEUED: &str = "movimiento-en-cola";
/// The id of the button that archives.
pub const ARCHIVE: &str = "archivar";
/// The id of the button that brings back.
pub const RESTORE: &str = "restaurar";
/// The id of the button that replaces a folio.
pub const CONTROL_NUMBER: &str = "asignar-numero";
/// The id of the sections.
pub const SECTIONS: &str = "secciones";
/// How many acts the summary shows.
const RECENT_HISTORY: usize = 6;
/// How many acts the history shows.
const HISTORY: usize = 200;

/// A section of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Data and the newest acts.
    Summary,
    /// The Lista de cotejo.
    Checklist,
    /// Altas and bajas.
    Movements,
    /// Everything that was done.
    History,
}

/// The pane.
#[derive(Debug)]
pub struct Pane {
    record: Record,
    facts: [Fact; 3],
    fact_dates: [String; 3],
    chip: Chip,
    history: Vec<HistoryEntry>,
    acts: usize,
    checklist: checklist::Rows,
    section: Section,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A section was chosen.
    SectionChosen(Section),
    /// In the Lista de cotejo.
    Checklist(checklist::Message),
    /// Archivar.
    ArchivePressed,
    /// Restaurar.
    RestorePressed,
    /// Asignar número de control.
    ControlNumberPressed,
    /// F7.
    AltaPressed,
    /// F8.
    BajaPressed,
    /// F12.
    VigenciaPressed,
    /// Ctrl+U.
    ClinicPressed,
    /// F9.
    PrintPressed,
    /// Corregir.
    CorrectPressed,
    /// U on the strip of the queued movement.
    UrgentPressed,
    /// Supr there.
    CancelPressed,
    /// Back to the list, where there is no room for both.
    BackPressed,
}

impl Pane {
    /// Reads the record.
    ///
    /// # Errors
    /// It is there no more, or the file's faults.
    pub fn new(desk: &Desk, student: StudentId, section: Section) -> Result<Self, Refusal> {
        let record = desk.record(student)?;
        let (history, acts) = desk.history(student, HISTORY)?;
        let (facts, fact_dates, chip) = {
            let facts = record.facts(desk.window_limits());
            let chip = facts.chip(desk.today(), desk.evidence_limits().recent);
            (
                band_of(&facts, chip, desk.today()),
                words::fact_dates(&facts),
                chip,
            )
        };
        Ok(Self {
            record,
            facts,
            fact_dates,
            chip,
            history,
            acts,
            checklist: checklist::Rows::new(desk.checklist(student)?),
            section,
        })
    }

    /// With the row of the Lista de cotejo selected that was selected before, if it is the same student's.
    pub fn at_the_place_of(mut self, before: Option<&Self>) -> Self {
        if let Some(before) = before.filter(|before| before.student() == self.student()) {
            self.checklist = self.checklist.at_the_place_of(&before.checklist);
        }
        self
    }

    /// The rows of the Lista de cotejo.
    pub fn checklist(&mut self) -> &mut checklist::Rows {
        &mut self.checklist
    }

    /// Whose record it is.
    pub fn student(&self) -> StudentId {
        self.record.student.id
    }

    /// «Ramírez Soto, Ana Lucía».
    pub fn name(&self) -> String {
        self.record.student.particulars.name.formal()
    }

    /// The section that is shown.
    pub fn section(&self) -> Section {
        self.section
    }

    /// Shows another section.
    pub fn show(&mut self, section: Section) {
        self.section = section;
    }

    /// Whether a movement of this student waits in the queue.
    pub fn has_queued(&self) -> bool {
        self.record.queued().is_some()
    }

    /// Draws it; `narrow` when it has the place of the list.
    pub fn view<'a>(&'a self, desk: &'a Desk, narrow: bool) -> Element<'a, Message> {
        let student = &self.record.student.particulars;
        let back = narrow.then(|| {
            let words = row![
                icon(Icon::ArrowLeft, icons::SMALL),
                body(frame::STUDENTS),
                caption("Esc").style(style::muted)
            ]
            .spacing(NEAR)
            .align_y(iced::Center);
            focusable(
                iced::widget::button(words)
                    .padding([6.0, 0.0])
                    .style(style::quiet)
                    .on_press(Message::BackPressed),
                Some(Message::BackPressed),
            )
        });
        let head = row![
            container(name(student.name.title())).width(Length::Fill),
            status_chip(self.chip, false),
        ]
        .spacing(NEAR)
        .align_y(iced::Center);
        let buttons = row![
            button(frame::ALTA, Message::AltaPressed)
                .icon(Icon::CircleArrowUp)
                .key("F7"),
            button(frame::BAJA, Message::BajaPressed)
                .icon(Icon::CircleArrowDown)
                .key("F8"),
            button(frame::PRINT, Message::PrintPressed)
                .icon(Icon::Printer)
                .key("F9"),
            button(crate::words::vigencia::VIGENCIA, Message::VigenciaPressed)
                .icon(Icon::ShieldCheck)
                .key("F12"),
        ]
        .spacing(NEAR);
        let correct = button(frame::CORRECT, Message::CorrectPressed)
            .icon(Icon::Pencil)
            .key("Enter")
            .quiet();
        let sections = choice(
            [
                Choice::new(Section::Summary, frame::SUMMARY),
                Choice::new(Section::Checklist, crate::words::checklist::SECTION)
                    .note(self.checklist.counted()),
                Choice::new(Section::Movements, frame::MOVEMENTS)
                    .note(self.record.movements.len().to_string()),
                Choice::new(Section::History, frame::HISTORY).note(self.acts.to_string()),
            ],
            Some(self.section),
            Message::SectionChosen,
        )
        .tabs()
        .id(SECTIONS);
        let is_summary = self.section == Section::Summary;
        let section = match self.section {
            Section::Summary => self.summary(desk, narrow),
            Section::Checklist => self.checklist.view().map(Message::Checklist),
            Section::Movements => self.movements(desk),
            Section::History => self.whole_history(),
        };

        let page = column![
            column![back],
            head,
            row![
                container(body(subtitle(student)).style(style::muted)).width(Length::Fill),
                correct
            ]
            .align_y(iced::Center),
            column![self.archived()],
            space().height(GAP),
            if is_summary {
                band(self.facts.clone())
            } else {
                band_line(self.dated_facts())
            },
            match self.record.queued() {
                Some(movement) => self.strip(desk, movement),
                None => column![is_summary.then(|| self.next_step(desk)).flatten()].into(),
            },
            document::panels(&self.record),
            space().height(GAP),
            buttons,
            space().height(NEAR),
            sections,
        ];
        // The rows of the list are as wide as the pane.
        let (around, foot) = match self.section {
            Section::Checklist => (padding::all(0), Some(self.checklist.foot())),
            _ => (padding::all(PADDING), None),
        };
        let page = column![
            container(page).padding(padding::horizontal(PADDING).top(GAP)),
            container(section).padding(around),
        ];
        let foot = foot.map(|foot| foot.map(Message::Checklist));
        container(column![scroll(page).height(Length::Fill), column![foot]])
            .style(style::surface)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    /// That the record is archived, and the way back.
    fn archived(&self) -> Option<Element<'_, Message>> {
        let since = self.record.student.archived_on?;
        let line = row![
            icon(Icon::Package, icons::SMALL).style(style::advice),
            body(archive::since(since))
                .style(style::advice)
                .width(Length::Fill),
            button(archive::RESTORE, Message::RestorePressed).id(RESTORE),
        ]
        .spacing(NEAR)
        .align_y(iced::Center);
        Some(container(line).padding(padding::top(NEAR)).into())
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
        row![folio, put_away].spacing(NEAR).into()
    }

    /// The facts with their dates alone.
    fn dated_facts(&self) -> [Fact; 3] {
        let mut facts = self.facts.clone();
        for (fact, date) in facts.iter_mut().zip(&self.fact_dates) {
            fact.first.clone_from(date);
        }
        facts
    }

    /// What waits in the queue, and what can still be done about it.
    fn strip<'a>(&'a self, desk: &'a Desk, movement: &'a Movement) -> Element<'a, Message> {
        let window = crate::domain::cutoff::expected_window(movement.cut, None, desk.window_limits());
        let said = movements::queued(movement.kind, movement.cut, window);
        let next = movement
            .cut
            .succ_opt()
            .map_or(movement.cut, crate::domain::cutoff::next_cut);
        let observed = movements::queued_with(
            &observations(movement.kind, &self.record.student.particulars),
            next,
        );
        let urgent = if movement.urgent {
            frame::NOT_URGENT
        } else {
            frame::URGENT
        };
        let on_key = |press: &Press<'_>| {
            use iced::keyboard::key::Named;

            match press.typed() {
                Some("u" | "U") => Some(Message::UrgentPressed),
                _ if press.is(Named::Delete) => Some(Message::CancelPressed),
                _ => None,
            }
        };
        let words = column![
            row![icon(Icon::Clock, icons::SMALL), body(said).width(Length::Fill)].spacing(NEAR),
            column![observed.map(|observed| {
                row![
                    icon(Icon::TriangleAlert, icons::SMALL).style(style::advice),
                    caption(observed).style(style::advice).width(Length::Fill)
                ]
                .spacing(NEAR)
            })],
            row![
                plain_button(urgent, "U", Message::UrgentPressed),
                plain_button(frame::CANCEL_MOVEMENT, "Supr", Message::CancelPressed),
            ]
            .spacing(NEAR),
        ]
        .spacing(NEAR);
        let strip = focusable(
            container(words)
                .padding(GAP)
                .width(Length::Fill)
                .style(style::panel),
            None,
        )
        .on_key(on_key)
        .ring(Ring::Around(8.0))
        .id(QUEUED);

        container(strip).padding(padding::top(GAP)).into()
    }

    /// The one cause and the one step, while nothing waits in the queue.
    fn next_step<'a>(&'a self, desk: &Desk) -> Option<Element<'a, Message>> {
        let step = self
            .record
            .next_step(desk.window_limits(), desk.evidence_limits(), desk.today())?;
        let cut = desk.next_cut();
        let window = crate::domain::cutoff::expected_window(cut, None, desk.window_limits());
        let holder = match step {
            NextStep::CoveredElsewhere { .. } => document::holder(&self.record),
            _ => None,
        };
        let said = [Some(next_step::said(step, cut, window)), holder];
        let said = body(said.into_iter().flatten().collect::<Vec<_>>().join(" ")).width(Length::Fill);
        let line = match step {
            NextStep::QueueAlta | NextStep::Wait { .. } => row![icon(Icon::Clock, icons::SMALL), said],
            _ => row![
                icon(Icon::TriangleAlert, icons::SMALL).style(style::advice),
                said.style(style::advice)
            ],
        };
        let panel = container(line.spacing(NEAR))
            .padding(GAP)
            .width(Length::Fill)
            .style(style::panel);
        Some(container(panel).padding(padding::top(GAP)).into())
    }

    fn summary<'a>(&'a self, desk: &'a Desk, narrow: bool) -> Element<'a, Message> {
        let student = &self.record.student.particulars;
        let today = desk.today();
        let dash = || frame::EMPTY.to_owned();
        let nss = match &student.nss {
            NssRecord::None | NssRecord::InProcess { .. } => words::nss_state(student.nss.state()).to_owned(),
            NssRecord::Doubtful { text, .. } => text.clone(),
            NssRecord::Captured(nss) | NssRecord::Confirmed { nss, .. } => nss.grouped(),
        };
        let curp = match student.curp.valid() {
            Some(curp) => curp.grouped(),
            None => student.curp.text().map_or_else(dash, str::to_owned),
        };
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
                String::new(),
            ),
        ];
        let right = clinic::data(&self.record, today).into_iter().chain([
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

    fn movements(&self, desk: &Desk) -> Element<'_, Message> {
        if self.record.movements.is_empty() {
            return body(next_step::no_movements(desk.next_cut()))
                .style(style::muted)
                .into();
        }
        column(self.record.movements.iter().rev().map(|movement| {
            let glyph = match movement.kind {
                crate::domain::movement::MovementKind::Alta => Icon::CircleArrowUp,
                crate::domain::movement::MovementKind::Baja => Icon::CircleArrowDown,
            };
            column![
                row![
                    icon(glyph, icons::SMALL),
                    container(body(words::movement_line(movement))).width(Length::Fill),
                    caption(words::movement_dates(movement)).style(style::muted),
                ]
                .spacing(NEAR)
                .align_y(iced::Center)
                .padding(padding::vertical(5)),
                hairline()
            ]
            .into()
        }))
        .into()
    }

    fn whole_history(&self) -> Element<'_, Message> {
        column(self.history.iter().map(act)).into()
    }
}

/// A button inside the strip: for the mouse; the strip itself takes the keys.
fn plain_button<'a>(word: &'a str, key: &'a str, message: Message) -> Element<'a, Message> {
    iced::widget::button(
        row![body(word), caption(key).style(style::muted)]
            .spacing(NEAR)
            .align_y(iced::Center),
    )
    .padding([3.0, GAP])
    .style(style::secondary)
    .on_press(message)
    .into()
}

fn datum<'a>(label: &'a str, value: String, note: String) -> Element<'a, Message> {
    let value = row![body(value), caption(note).style(style::muted)]
        .spacing(NEAR)
        .align_y(iced::Center)
        .wrap();

    column![caption(label).style(style::muted), value, space().height(GAP)].into()
}

fn act(entry: &HistoryEntry) -> Element<'_, Message> {
    column![
        row![
            container(caption(dates::moment(entry.at)).style(style::muted)).width(88),
            caption(entry.line()).width(Length::Fill),
        ]
        .spacing(GAP)
        .padding(padding::vertical(5)),
        hairline()
    ]
    .into()
}

/// «25230457 · Ing. Industrial · 3.er semestre».
fn subtitle(student: &Particulars) -> String {
    let parts = [
        Some(student.identifier.as_str().to_owned()),
        student.career.as_deref().map(words::career_brief),
        student.semester.map(words::semester),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The three facts, dressed for the band.
fn band_of(facts: &crate::domain::vigencia::Facts<'_>, chip: Chip, today: NaiveDate) -> [Fact; 3] {
    let [movement, expected, proven] = words::facts(facts, today);
    let dressed = |icon: Icon, label: &str, of: words::FactWords, tone| Fact {
        icon,
        label: label.to_owned(),
        fact: of.fact,
        first: of.first,
        second: of.second,
        tone,
    };
    let movement_tone = match chip {
        Chip::Rejected { .. } => FactTone::Problem,
        _ => FactTone::Plain,
    };
    let proven_tone = match (facts.proven, chip) {
        (None, Chip::ReviewDue { .. }) => FactTone::Advice,
        (None, _) => FactTone::Plain,
        (Some(check), _) if check.vigente => FactTone::Done,
        (Some(_), Chip::Proven { after_baja: true, .. }) => FactTone::Done,
        (Some(_), _) => FactTone::Problem,
    };
    [
        dressed(Icon::Send, words::MOVEMENT, movement, movement_tone),
        dressed(Icon::CalendarClock, words::EXPECTED, expected, FactTone::Plain),
        dressed(Icon::ShieldCheck, words::PROVEN, proven, proven_tone),
    ]
}

/// The chip with the icon and colour of its state.
pub fn status_chip<'a, Message: 'a>(state: Chip, in_selected_row: bool) -> Element<'a, Message> {
    let (icon, status) = match state {
        Chip::Rejected { .. } => (Icon::CircleX, Status::Bad),
        Chip::Queued { .. } | Chip::InDispatch { .. } => (Icon::Clock, Status::Queued),
        Chip::Proven {
            vigente: true,
            stale_days: None,
            ..
        } => (Icon::ShieldCheck, Status::Good),
        Chip::Proven {
            vigente: true,
            stale_days: Some(_),
            ..
        } => (Icon::Shield, Status::Good),
        Chip::Proven {
            vigente: false,
            after_baja: true,
            ..
        } => (Icon::CircleMinus, Status::Ended),
        Chip::Proven {
            vigente: false,
            after_baja: false,
            ..
        } => (Icon::CircleX, Status::Bad),
        Chip::Expected { .. } => (Icon::CalendarClock, Status::Waiting),
        Chip::ReviewDue { .. } => (Icon::TriangleAlert, Status::Waiting),
        Chip::Nothing => (Icon::Circle, Status::Unknown),
    };
    chip(icon, words::chip(state), status)
        .in_selected_row(in_selected_row)
        .into()
}
