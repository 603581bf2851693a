//! One student's record: who it is, the three facts, data, movements and history.

mod clinic;
mod document;
mod facts;
mod next;
mod summary;

use chrono::NaiveDateTime;
use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, name, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::fact::{Fact, band, band_line};
use crate::app::widget::{button, choice, focusable, hairline, scroll};
use crate::desk::{Desk, HistoryEntry, Record, Refusal};
use crate::domain::case::KeptCase;
use crate::domain::ids::StudentId;
use crate::domain::student::Particulars;
use crate::domain::vigencia::Chip;
use crate::print::icon::Icon;
use crate::store::Likeness;
use crate::words::case::{self as case_words, kept};
use crate::words::{alike, archive, dates, frame, record as words};

pub mod case;
pub mod checklist;
pub mod checks;

use facts::band_of;
pub use facts::status_chip;

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
    /// Every check of the vigencia.
    Checks,
    /// Why somebody is vigente or not, and what was told to whom.
    Case,
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
    checks: checks::Checks,
    /// The cases of the student, the open one first.
    kept: Vec<KeptCase>,
    /// When the student was told last that an alta was accepted.
    noticed: Option<NaiveDateTime>,
    /// Who may be the same person.
    alike: Vec<Likeness>,
    section: Section,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A section was chosen.
    SectionChosen(Section),
    /// In the Lista de cotejo.
    Checklist(checklist::Message),
    /// Among the checks.
    Checks(checks::Message),
    /// In the case.
    Case(case::Message),
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
            checks: checks::Checks::new(desk, &record)?,
            kept: desk.kept_cases(student)?,
            noticed: desk.last_notice(student)?,
            record,
            facts,
            fact_dates,
            chip,
            history,
            acts,
            checklist: checklist::Rows::new(desk.checklist(student)?),
            alike: desk.alike(student)?.open,
            section,
        })
    }

    /// With the row of the Lista de cotejo and the check selected that were selected before, if they are the same student's.
    pub fn at_the_place_of(mut self, before: Option<&Self>) -> Self {
        if let Some(before) = before.filter(|before| before.student() == self.student()) {
            self.checklist = self.checklist.at_the_place_of(&before.checklist);
            self.checks = self.checks.at_the_place_of(&before.checks);
        }
        self
    }

    /// The rows of the Lista de cotejo.
    pub fn checklist(&mut self) -> &mut checklist::Rows {
        &mut self.checklist
    }

    /// The checks.
    pub fn checks(&mut self) -> &mut checks::Checks {
        &mut self.checks
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
        .spacing(NEAR)
        .wrap();
        let correct = button(frame::CORRECT, Message::CorrectPressed)
            .icon(Icon::Pencil)
            .key("Enter")
            .quiet();
        let mut sections = vec![
            Choice::new(Section::Summary, frame::SUMMARY),
            Choice::new(Section::Checklist, crate::words::checklist::SECTION).note(self.checklist.counted()),
            Choice::new(Section::Movements, frame::MOVEMENTS).note(self.record.movements.len().to_string()),
            Choice::new(Section::Checks, crate::words::vigencia::VIGENCIA)
                .note(self.checks.count().to_string()),
            Choice::new(Section::History, frame::HISTORY).note(self.acts.to_string()),
        ];
        // Few have one, and six words are more than the pane has room for.
        if self.section == Section::Case || !self.kept.is_empty() {
            sections.insert(sections.len() - 1, Choice::new(Section::Case, kept::SECTION));
        }
        let sections = choice(sections, Some(self.section), Message::SectionChosen)
            .tabs()
            .id(SECTIONS);
        let is_summary = self.section == Section::Summary;
        let section = match self.section {
            Section::Summary => self.summary(desk, narrow),
            Section::Checklist => self.checklist.view().map(Message::Checklist),
            Section::Movements => self.movements(desk),
            Section::Checks => self
                .checks
                .view(desk.appearance().masks_numbers)
                .map(Message::Checks),
            Section::Case => case::section(desk, &self.record, &self.kept).map(Message::Case),
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
            column![self.others_alike()],
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
            column![is_summary.then(|| self.open_case()).flatten()],
            document::panels(desk, &self.record, is_summary),
            space().height(GAP),
            buttons,
            space().height(NEAR),
            sections,
        ];
        // The rows of the list are as wide as the pane.
        let (around, foot) = match self.section {
            Section::Checklist => (padding::all(0), Some(self.checklist.foot())),
            Section::Checks => (padding::all(0), None),
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

    /// That somebody else may be the same person, until they are told apart.
    fn others_alike(&self) -> Option<Element<'_, Message>> {
        if self.alike.is_empty() {
            return None;
        }
        let same_number = self.alike.iter().any(|it| it.same_curp || it.same_nss);
        let said = alike::others(self.alike.len(), same_number);
        let dress = if same_number { style::advice } else { style::muted };
        let line = row![
            icon(Icon::Users, icons::SMALL).style(dress),
            caption(said).style(dress)
        ]
        .spacing(NEAR)
        .align_y(iced::Center);
        Some(container(line).padding(padding::top(4)).into())
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

    /// The facts with their dates alone.
    fn dated_facts(&self) -> [Fact; 3] {
        let mut facts = self.facts.clone();
        for (fact, date) in facts.iter_mut().zip(&self.fact_dates) {
            fact.first.clone_from(date);
        }
        facts
    }

    fn movements(&self, desk: &Desk) -> Element<'_, Message> {
        if self.record.movements.is_empty() {
            return body(case_words::no_movements(desk.next_cut()))
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
fn plain_button<'a, M: Clone + 'a>(word: &'a str, key: &'a str, message: M) -> Element<'a, M> {
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
