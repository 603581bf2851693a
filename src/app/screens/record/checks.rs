//! Every check of a student as a section of the record, the newest first: what the document said, its date and age, who saw
//! it, and the rows of a constancia's history. One Tab stop; the arrows go from check to check.

use iced::widget::{column, container, row, space, text};
use iced::{Element, Length, padding};

use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{BAR, GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{Move, Press, focusable, pressable};
use crate::desk::{Desk, Record, Refusal};
use crate::domain::vigencia::{Affiliation, Check, Document};
use crate::print::icon::Icon;
use crate::words::vigencia as words;

/// The id of the checks.
pub const CHECKS: &str = "comprobaciones";

/// The checks of one student, one of them selected.
#[derive(Debug)]
pub struct Checks {
    told: Vec<Told>,
    selected: usize,
}

/// The colour of some words.
type Tone = fn(&iced::Theme) -> text::Style;

/// A check with what it said.
#[derive(Debug)]
struct Told {
    check: Check,
    document: Document,
    /// «HGZ/UMF 36 · Minatitlán · Vespertino · consultorio 4», if it names any of them.
    placed: Option<String>,
    /// «reciente, de hoy».
    age: String,
}

/// What happened in them.
#[derive(Debug, Clone)]
pub enum Message {
    /// A check was pressed.
    Selected(usize),
    /// The arrows moved the selection.
    Moved(Move),
}

impl Checks {
    /// Those of this record, with the newest selected.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk, record: &Record) -> Result<Self, Refusal> {
        let (today, ages) = (desk.today(), desk.evidence_limits());
        let told = record
            .checks
            .iter()
            .zip(&record.documents)
            .map(|(check, document)| {
                let clinic = match document.clinic {
                    Some(key) => desk.clinic(key)?.map(|row| row.clinic),
                    None => None,
                };
                Ok(Told {
                    placed: words::placed(clinic.as_ref(), document),
                    age: words::how_old(check.age(today, ages), (today - check.on).num_days()),
                    check: check.clone(),
                    document: document.clone(),
                })
            });
        let mut told = told.collect::<Result<Vec<_>, Refusal>>()?;
        told.reverse();
        Ok(Self { told, selected: 0 })
    }

    /// With the check selected that was selected in `before`.
    pub fn at_the_place_of(mut self, before: &Self) -> Self {
        self.select(before.selected);
        self
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.told.len()
    }

    /// Selects a check.
    pub fn select(&mut self, index: usize) {
        self.selected = index.min(self.told.len().saturating_sub(1));
    }

    /// Moves the selection.
    pub fn go(&mut self, to: Move) {
        self.select(match to {
            Move::Up => self.selected.saturating_sub(1),
            Move::Down => self.selected + 1,
            Move::PageUp | Move::First => 0,
            Move::PageDown | Move::Last => usize::MAX,
        });
    }

    /// Draws them; `masked` shows of a CURP its last characters only.
    pub fn view(&self, masked: bool) -> Element<'_, Message> {
        if self.told.is_empty() {
            return container(body(words::NO_CHECKS).style(style::muted))
                .padding(PADDING)
                .into();
        }
        let checks = self
            .told
            .iter()
            .enumerate()
            .map(|(index, told)| told.view(index, index == self.selected, masked));
        let on_key = |press: &Press<'_>| Move::from_press(press).map(Message::Moved);

        focusable(column(checks).width(Length::Fill), None)
            .on_key(on_key)
            .ring(Ring::Row(self.selected))
            .id(CHECKS)
            .into()
    }
}

impl Told {
    fn view(&self, index: usize, selected: bool, masked: bool) -> Element<'_, Message> {
        let Self { check, document, .. } = self;
        // On the ground of the selected row only its own text is sure to be read, whatever the theme.
        let tone = |tone: Tone| if selected { text::default } else { tone };
        let (glyph, verdict) = if check.vigente {
            (Icon::ShieldCheck, tone(style::done))
        } else {
            (Icon::CircleX, tone(style::problem))
        };
        let muted = |words| caption(words).style(tone(style::muted));
        let head = row![
            container(strong(words::checked(check))).width(Length::Fill),
            muted(self.age.clone()),
        ]
        .spacing(GAP)
        .align_y(iced::Center);
        let curp = document
            .curp
            .as_deref()
            .map(|curp| words::document_curp(curp, masked));
        let differs = words::brings(document.name.as_deref(), curp.as_deref());
        let history = (!document.affiliations.is_empty()).then(|| {
            let rows = document.affiliations.iter().map(affiliation);
            column![
                container(muted(words::HISTORY.to_owned())).padding(padding::top(NEAR).bottom(4)),
                column(rows),
            ]
        });
        let told = column![
            head,
            muted(words::seen_by(check)),
            column![self.placed.as_deref().map(body)],
            column![differs.map(|said| body(said).style(tone(style::advice)))],
            column![history],
        ]
        .width(Length::Fill);
        let line = row![icon(glyph, icons::LARGE).style(verdict), told]
            .spacing(GAP)
            .padding(padding::left(PADDING - BAR).right(PADDING + NEAR).vertical(NEAR));

        pressable(line, selected, Message::Selected(index)).into()
    }
}

/// A row of a constancia's history: who, whether that is us, and from when to when.
fn affiliation(row_of: &Affiliation) -> Element<'_, Message> {
    column![
        row![
            container(body(row_of.institution.as_str())).width(Length::Fill),
            column![row_of.ours.map(|ours| caption(words::is_ours(ours)))],
        ]
        .spacing(GAP)
        .align_y(iced::Center),
        caption(words::how_long(row_of)),
        space().height(4),
    ]
    .into()
}
