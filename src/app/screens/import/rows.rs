//! The rows of the chosen list: what the sheet says, what it would become, and why.

use iced::widget::column;
use iced::{Element, Length};

use super::review::Entry;
use super::{Message, Screen};
use crate::app::icon::{self as icons, icon};
use crate::app::theme::{BOLD, body, caption, strong, style};
use crate::app::widget::{Column, Line, name};
use crate::desk::PAGE_ROWS;
use crate::domain::entry::EntryField;
use crate::domain::import::{Choice, Column as Holds, Difference, Missing, Plan, PlannedRow};
use crate::print::icon::Icon;
use crate::words::{entry as entry_words, import as import_words, importing::review as said};

/// How rows are drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// There is little room.
    pub(super) is_narrow: bool,
    /// Others can see the screen.
    pub(super) masks_numbers: bool,
}

/// A column that is nobody else's business.
pub(super) fn is_personal(column: Holds) -> bool {
    matches!(column, Holds::Nss | Holds::Curp)
}

/// «…0428»; what is no longer than that stays.
pub(super) fn last_digits(text: &str) -> String {
    const SHOWN: usize = 4;
    match text.char_indices().rev().nth(SHOWN - 1) {
        Some((at, _)) if at > 0 => format!("…{}", &text[at..]),
        _ => text.to_owned(),
    }
}

/// How wide the columns are.
struct Widths {
    row: f32,
    says: f32,
    becomes: f32,
    decision: f32,
}

const WIDE: Widths = Widths {
    row: 56.0,
    says: 104.0,
    becomes: 136.0,
    decision: 128.0,
};
/// Where there is little room, the reason stands below the name.
const NARROW: Widths = Widths {
    row: 48.0,
    says: 100.0,
    becomes: 124.0,
    decision: 92.0,
};

impl Screen {
    /// The heads above the rows of a list.
    pub(super) fn heads(&self, entry: Entry, is_narrow: bool, identifier: &str) -> Vec<Column> {
        let widths = if is_narrow { NARROW } else { WIDE };
        let number = Column::new(said::ROW, widths.row).right();
        let wide = |head, width: f32| Column::new(head, if is_narrow { Length::Fill } else { width.into() });
        match entry {
            Entry::Cause(_) | Entry::Changes => {
                let (before, why, last) = match entry {
                    Entry::Changes => (said::WAS, said::FIELD, said::NOTES),
                    _ => (said::SAYS, said::WHY, said::DECISION),
                };
                let mut heads = vec![
                    number,
                    wide(said::NAME, 224.0),
                    Column::new(before, widths.says),
                    Column::new("", 16),
                    Column::new(said::WOULD_BE, widths.becomes),
                ];
                if !is_narrow {
                    heads.push(Column::new(why, Length::Fill));
                }
                heads.push(Column::new(last, widths.decision));
                heads
            }
            Entry::New | Entry::Noted | Entry::Same | Entry::Aside => vec![
                number,
                Column::new(said::NAME, Length::FillPortion(4)),
                Column::new(identifier, 96),
                Column::new(said::NOTES, Length::FillPortion(4)),
                Column::new(said::DECISION, widths.decision),
            ],
            Entry::Missing => vec![
                Column::new(said::NAME, Length::FillPortion(4)),
                Column::new(identifier, 96),
                Column::new(said::CAREER, Length::FillPortion(3)),
                Column::new(said::DECISION, Length::FillPortion(3)),
            ],
        }
    }

    /// The rows of the page that is shown.
    pub(super) fn lines<'a>(
        &'a self,
        plan: &'a Plan,
        entry: Entry,
        look: Look,
    ) -> impl Iterator<Item = Line<'a, Message>> + 'a {
        let offset = self.review.offset();
        let rows = self.review.rows().iter().enumerate();
        rows.skip(offset).take(PAGE_ROWS).map(move |(at, place)| {
            let selected = at == self.review.selected();
            if entry == Entry::Missing {
                return Line::Row(match plan.missing.get(*place) {
                    Some(missing) => missing_cells(missing, selected),
                    None => Vec::new(),
                });
            }
            let Some(row) = plan.rows.get(*place) else {
                return Line::Row(Vec::new());
            };
            Line::Row(match entry {
                Entry::Cause(_) => self.doubted(entry, row, selected, look),
                Entry::Changes => changed(row, selected, look),
                _ => plain(row, selected),
            })
        })
    }

    fn doubted<'a>(
        &self,
        entry: Entry,
        row: &'a PlannedRow,
        selected: bool,
        look: Look,
    ) -> Vec<Element<'a, Message>> {
        let is_aside = self
            .importing
            .as_ref()
            .is_some_and(|importing| importing.decisions().aside.contains(&row.number));
        let doubt = entry.doubt(row).filter(|_| !is_aside);
        let says = doubt
            .map(|doubt| import_words::shown(&doubt.says))
            .unwrap_or_default();
        let becomes = doubt.map(import_words::proposal).unwrap_or_default();
        let is_number = doubt.is_some_and(|doubt| {
            [Some(doubt.column), doubt.also]
                .iter()
                .flatten()
                .any(|it| is_personal(*it))
        });
        let (says, becomes) = if look.masks_numbers && is_number {
            (last_digits(&says), last_digits(&becomes))
        } else {
            (says, becomes)
        };
        let why = doubt.map(import_words::why).unwrap_or_default();
        let is_decided = doubt.is_none_or(|doubt| doubt.choice.is_some());
        let decision = match doubt {
            _ if is_aside => said::SET_ASIDE.to_owned(),
            None => said::CORRECTED.to_owned(),
            Some(doubt) if selected && doubt.choice.is_none() && doubt.proposal.is_some() => {
                said::SPACE_ACCEPTS.to_owned()
            }
            Some(doubt) => match (doubt.choice, import_words::other(doubt.cause)) {
                (Some(Choice::Other), Some(other)) => other.to_lowercase(),
                _ => import_words::decision(doubt).to_owned(),
            },
        };
        let decision = if is_decided {
            caption(decision).style(style::done)
        } else if selected {
            caption(decision)
        } else {
            caption(decision).style(style::muted)
        };
        // Two names in one cell are longer than a number: they go to small letters.
        let is_text =
            doubt.is_some_and(|doubt| !matches!(doubt.column, Holds::Nss | Holds::Curp | Holds::BirthDate));
        let told = Told {
            says,
            becomes,
            why,
            is_text,
            last: decision.into(),
        };
        told.cells(row, selected, look.is_narrow)
    }
}

/// Before, after, and why.
struct Told<'a> {
    says: String,
    becomes: String,
    why: String,
    /// Words and no number: they may take several lines.
    is_text: bool,
    last: Element<'a, Message>,
}

impl<'a> Told<'a> {
    fn cells(self, row: &'a PlannedRow, selected: bool, is_narrow: bool) -> Vec<Element<'a, Message>> {
        let Self {
            says,
            becomes,
            why,
            is_text,
            last,
        } = self;
        let arrow: Element<'a, Message> = if becomes.is_empty() {
            caption("").into()
        } else {
            icon(Icon::ArrowRight, icons::SMALL).style(style::muted).into()
        };
        let (says, becomes): (Element<'a, Message>, Element<'a, Message>) = if says.contains('\n') {
            // A line for each field, as high as the fields beside them.
            (caption(says).into(), caption(becomes).font(BOLD).into())
        } else if is_text {
            (name(says, false), name(becomes, true))
        } else {
            (body(says).into(), strong(becomes).into())
        };
        let who = name(row.name.clone(), selected);
        let why = caption(why).style(style::muted);
        let mut cells = vec![number(row)];
        if is_narrow {
            cells.push(column![who, why].into());
            cells.extend([says, arrow, becomes, last]);
        } else {
            cells.extend([who, says, arrow, becomes, why.into(), last]);
        }
        cells
    }
}

fn number<'a>(row: &PlannedRow) -> Element<'a, Message> {
    body(row.number.to_string()).style(style::muted).into()
}

/// A record that changes: what it says now and what it would say, a line for each field.
fn changed(row: &PlannedRow, selected: bool, look: Look) -> Vec<Element<'_, Message>> {
    let lines = |text: &dyn Fn(&Difference) -> String| {
        let lines: Vec<String> = row.differences.iter().map(text).collect();
        lines.join("\n")
    };
    let shown = |it: &Difference, text: &str| match it.field {
        EntryField::Nss | EntryField::Curp if look.masks_numbers => last_digits(text),
        _ => import_words::value(it.field, text),
    };
    let before = lines(&|it| shown(it, &it.before));
    let after = lines(&|it| shown(it, &it.after));
    let fields = lines(&|it| entry_words::label(it.field).to_owned());
    let notes = caption(notes(row)).style(style::muted);
    let told = Told {
        says: before,
        becomes: after,
        why: fields,
        is_text: true,
        last: notes.into(),
    };
    told.cells(row, selected, look.is_narrow)
}

fn notes(row: &PlannedRow) -> String {
    let notes: Vec<String> = row.notes.iter().map(import_words::note).collect();
    notes.join("; ")
}

fn plain(row: &PlannedRow, selected: bool) -> Vec<Element<'_, Message>> {
    vec![
        number(row),
        name(row.name.clone(), selected),
        body(row.identifier.as_str()).style(style::muted).into(),
        caption(notes(row)).style(style::advice).into(),
        caption(import_words::verdict(row.verdict))
            .style(style::muted)
            .into(),
    ]
}

fn missing_cells(missing: &Missing, selected: bool) -> Vec<Element<'_, Message>> {
    let decision = match (missing.stays, missing.active) {
        (true, _) => caption(said::STAYS).style(style::done),
        (false, true) => caption(format!("{}; {}", said::LEAVES, said::BAJA_PROPOSED)).style(style::advice),
        (false, false) => caption(said::LEAVES).style(style::muted),
    };
    vec![
        name(missing.name.clone(), selected),
        body(missing.identifier.as_str()).style(style::muted).into(),
        caption(missing.career.as_deref().unwrap_or_default())
            .style(style::muted)
            .into(),
        decision.into(),
    ]
}
