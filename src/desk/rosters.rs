//! A list on paper: what its rows say, its folio and seal, and the act of printing it.

use std::path::PathBuf;

use super::export::{umf, whole_nss};
use super::{CutPage, Desk, Listing, PrintError, Printed, QueuedMovement, Refusal, Rows};
use crate::domain::movement::MovementKind;
use crate::domain::person_name::{Enye, PersonName};
use crate::domain::settings::Topic;
use crate::domain::sex::Sex;
use crate::domain::student::{CurpRecord, NssRecord};
use crate::domain::vigencia::Chip;
use crate::print::card::{self, KeyCard, KeyLine};
use crate::print::folio::folio;
use crate::print::frame::Masthead;
use crate::print::icon::Icon;
use crate::print::page::Ink;
use crate::print::pdf;
use crate::print::picture::BandLogo;
use crate::print::roster::{self, Body, LastColumn, Legend, MovementLine, Roster, StudentLine};
use crate::store::{ActKind, Medium, RosterEntry, StudentRow};
use crate::words::{card as card_words, identifier, movements, record as record_words, roster as words};

/// The longest list that goes on paper: a hundred sheets of students. Nobody reads more; a file holds any number.
pub const MOST_ON_PAPER: u64 = 4_000;

impl Desk {
    /// Lays a list out, has `write` put the PDF where it belongs, and records it: one act. If the file can't be
    /// written, no list was printed.
    ///
    /// # Errors
    /// [`PrintError`]; [`PrintError::TooLong`] for more rows than [`MOST_ON_PAPER`].
    pub fn print_list(
        &mut self,
        list: &Listing,
        whole_numbers: bool,
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>,
    ) -> Result<Printed, PrintError> {
        let rows = self.rows_of(list)?;
        let count = rows.count() as u64;
        if count > MOST_ON_PAPER {
            return Err(PrintError::TooLong { rows: count });
        }
        let at = self.now();
        let folio = folio(self.store.reader().next_print_number()?);
        let roster = self.roster(list, &rows, whole_numbers, &folio)?;
        let document = roster::document(&roster).map_err(PrintError::List)?;
        let bytes = pdf::render(&document, at)?;
        let name = format!("{} {folio}.pdf", self.file_name(list));
        let seal = document.pages.first().and_then(|page| page.seal.clone());
        let entry = RosterEntry {
            medium: Medium::Paper {
                folio: folio.clone(),
                seal: seal.unwrap_or_default(),
            },
            list: list.code(),
            typed: list.typed().to_owned(),
            rows: count,
            whole: whole_numbers,
            at,
            by: self.clerk.clone(),
        };
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::PrintList, |tx| {
            tx.insert_roster(&entry)?;
            write(&name, &bytes).map_err(|(folder, source)| PrintError::Write { folder, source })
        })?;
        Ok(Printed {
            path: done.value,
            folios: vec![folio],
        })
    }

    /// Makes the card of keys and has `write` put the PDF where it belongs. It shows nobody's data, so nothing is
    /// recorded.
    ///
    /// # Errors
    /// [`PrintError`].
    pub fn print_keys(
        &self,
        lines: Vec<KeyLine>,
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>,
    ) -> Result<PathBuf, PrintError> {
        let at = self.now();
        let card = KeyCard {
            masthead: self.masthead(),
            lines,
            printed: words::printed(at, &self.clerk),
            program: card_words::program(env!("CARGO_PKG_VERSION")),
        };
        let document = card::document(&card).map_err(PrintError::List)?;
        let bytes = pdf::render(&document, at)?;
        write(card_words::FILE_NAME, &bytes).map_err(|(folder, source)| PrintError::Write { folder, source })
    }

    /// What the head of every sheet of the office says.
    pub(super) fn masthead(&self) -> Masthead {
        Masthead {
            campus: self.campus.name.clone(),
            department: self.campus.department.clone(),
            legend: Some(self.settings.text(Topic::Legend)).filter(|legend| !legend.is_empty()),
            plantel_key: self.campus.plantel_key.clone(),
            band: Ink::band(self.appearance.palette),
            logo: self.band_logo(),
        }
    }

    /// The logo as the band of this office shows it.
    pub(super) fn band_logo(&self) -> Option<BandLogo> {
        let logo = self.logo.as_ref()?;
        Some(logo.on_band(Ink::band(self.appearance.palette)))
    }

    fn roster(
        &self,
        list: &Listing,
        rows: &Rows,
        whole_numbers: bool,
        folio: &str,
    ) -> Result<Roster, Refusal> {
        let (title, subject) = self.title_and_subject(list, rows)?;
        let body = match rows {
            Rows::Students(rows) => Body::Students {
                rows: rows
                    .iter()
                    .map(|row| self.student_line(row, whole_numbers))
                    .collect(),
                legends: self.legends(rows),
                whole_nss: whole_numbers,
            },
            Rows::Cut(page) => self.cut_body(page, whole_numbers),
        };
        Ok(Roster {
            masthead: self.masthead(),
            title,
            subject,
            identifier: identifier::column(&self.campus.identifier_label),
            body,
            folio: folio.to_owned(),
            printed: words::printed(self.now(), &self.clerk),
            valid: words::valid(self.today(), whole_numbers),
            closed: None,
        })
    }

    /// What a list is called, and in a few words what it holds.
    pub(super) fn title_and_subject(&self, list: &Listing, rows: &Rows) -> Result<(String, String), Refusal> {
        Ok(match rows {
            Rows::Students(rows) => (
                words::STUDENTS.to_owned(),
                self.subject_of(list.filter(), list.typed(), rows.len())?,
            ),
            Rows::Cut(page) => {
                let observed = page.rows.iter().filter(|row| !row.observations.is_empty());
                (
                    words::cut(page.cut),
                    words::subject_of_cut(page.count.altas, page.count.bajas, observed.count()),
                )
            }
        })
    }

    fn student_line(&self, row: &StudentRow, whole_numbers: bool) -> StudentLine {
        let student = &row.student.particulars;
        let chip = self.chip(row);
        let nss = match (&student.nss, whole_numbers) {
            (NssRecord::None, _) => words::NO_NSS.to_owned(),
            (NssRecord::InProcess { .. }, _) => words::NSS_IN_PROCESS.to_owned(),
            (nss, true) => whole_nss(nss).unwrap_or_default(),
            (NssRecord::Doubtful { .. }, false) => words::NSS_TO_CONFIRM.to_owned(),
            (NssRecord::Captured(nss) | NssRecord::Confirmed { nss, .. }, false) => nss.masked(),
        };
        let ago = match chip {
            Chip::Proven { on, .. } => Some(words::ago((self.today() - on).num_days())),
            _ => None,
        };
        StudentLine {
            name: list_name(&student.name),
            identifier: student.identifier.as_str().to_owned(),
            nss,
            umf: umf(&row.student),
            icon: icon(chip),
            state: words::state(chip),
            is_urgent: is_urgent(chip),
            ago,
        }
    }

    /// How many students there are in each state, in the order of the icons' legend; states of nobody are left out.
    fn legends(&self, rows: &[StudentRow]) -> Vec<Legend> {
        let mut counts = [0_usize; Tally::ALL.len()];
        for row in rows {
            counts[Tally::of(self.chip(row)) as usize] += 1;
        }
        let recent_days = self.evidence_limits().recent;
        let told = |words: fn(Tally, usize, i64) -> String| {
            let states = Tally::ALL.into_iter().zip(counts);
            states
                .filter(|(_, count)| *count > 0)
                .map(|(tally, count)| (tally.icon(), words(tally, count, recent_days)))
                .collect()
        };
        vec![told(Tally::words), told(Tally::few_words)]
    }

    fn cut_body(&self, page: &CutPage, whole_numbers: bool) -> Body {
        let enye = self.settings.enye();
        let with_enye = page
            .rows
            .iter()
            .filter(|row| row.student.particulars.name.imss(enye).lost_enye());
        Body::Movements {
            rows: page
                .rows
                .iter()
                .map(|row| movement_line(row, enye, whole_numbers))
                .collect(),
            totals: self.totals(page),
            end: words::end_of_cut(page.rows.len(), with_enye.count()),
            made_by: self.clerk.clone(),
            reviewed_by: Some(self.settings.text(Topic::Signer))
                .filter(|name| !name.is_empty())
                .map(|name| (name, self.settings.text(Topic::SignerPost))),
            last: LastColumn::Kind,
        }
    }

    /// «Por carrera: IIND 3, ISIC 2 · Por sexo: mujeres 2, hombres 3», the largest first.
    fn totals(&self, page: &CutPage) -> String {
        let students = || page.rows.iter().map(|row| &row.student.particulars);
        let careers = by_career(students().map(|student| match &student.career {
            Some(career) => self.campus.career_short(career),
            None => words::NO_CAREER.to_owned(),
        }));
        let of = |sex| students().filter(|student| student.sex == sex).count();
        let sexes = [Some(Sex::Woman), Some(Sex::Man), Some(Sex::NonBinary), None].map(|sex| (sex, of(sex)));
        words::totals(&careers, &sexes)
    }
}

/// How many there are of each career, the largest first.
pub(super) fn by_career(careers: impl Iterator<Item = String>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for career in careers {
        match counts.iter_mut().find(|(known, _)| *known == career) {
            Some((_, count)) => *count += 1,
            None => counts.push((career, 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}

/// What a list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tally {
    Recent,
    Older,
    Unchecked,
    UnderWay,
    NotVigente,
    Ended,
}

impl Tally {
    const ALL: [Self; 6] = [
        Self::Recent,
        Self::Older,
        Self::Unchecked,
        Self::UnderWay,
        Self::NotVigente,
        Self::Ended,
    ];

    fn of(chip: Chip) -> Self {
        match chip {
            Chip::Proven {
                vigente: true,
                stale_days: None,
                ..
            } => Self::Recent,
            Chip::Proven { vigente: true, .. } => Self::Older,
            Chip::Proven { after_baja: true, .. } => Self::Ended,
            Chip::Proven { .. } | Chip::Rejected { .. } => Self::NotVigente,
            Chip::Queued { .. } | Chip::InDispatch { .. } | Chip::Expected { .. } => Self::UnderWay,
            Chip::ReviewDue { .. } | Chip::Nothing => Self::Unchecked,
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Recent => Icon::ShieldCheck,
            Self::Older => Icon::Shield,
            Self::Unchecked => Icon::TriangleAlert,
            Self::UnderWay => Icon::CalendarClock,
            Self::NotVigente => Icon::CircleX,
            Self::Ended => Icon::CircleMinus,
        }
    }

    fn words(self, count: usize, recent_days: i64) -> String {
        match self {
            Self::Recent => words::checked_lately(count, recent_days),
            Self::Older => words::checked_before(count, recent_days),
            Self::Unchecked => words::unchecked(count),
            Self::UnderWay => words::under_way(count),
            Self::NotVigente => words::not_vigente(count),
            Self::Ended => words::ended(count),
        }
    }

    fn few_words(self, count: usize, recent_days: i64) -> String {
        match self {
            Self::Recent => words::checked_lately_short(count, recent_days),
            Self::Older => words::checked_before_short(count),
            Self::NotVigente => words::not_vigente_short(count),
            Self::Unchecked | Self::UnderWay | Self::Ended => self.words(count, recent_days),
        }
    }
}

/// The icon of a state on a list.
pub(super) fn icon(chip: Chip) -> Icon {
    match chip {
        Chip::Rejected { .. } => Icon::CircleX,
        Chip::Queued { .. } | Chip::InDispatch { .. } => Icon::Clock,
        Chip::Expected { .. } => Icon::CalendarClock,
        Chip::ReviewDue { .. } => Icon::TriangleAlert,
        Chip::Nothing => Icon::Circle,
        Chip::Proven { .. } => Tally::of(chip).icon(),
    }
}

/// Whether somebody has to do something about it.
pub(super) fn is_urgent(chip: Chip) -> bool {
    matches!(chip, Chip::ReviewDue { .. } | Chip::Rejected { .. }) || Tally::of(chip) == Tally::NotVigente
}

/// «AGUILAR PÉREZ, Brenda»: surnames in capitals.
pub(super) fn list_name(name: &PersonName) -> String {
    let formal = name.formal();
    match formal.split_once(", ") {
        Some((surnames, given)) => format!("{}, {given}", surnames.to_uppercase()),
        None => formal,
    }
}

fn movement_line(row: &QueuedMovement, enye: Enye, whole_numbers: bool) -> MovementLine {
    let student = &row.student.particulars;
    let name = student.name.imss(enye);
    let part = |part: &str| if part.is_empty() { words::EMPTY } else { part }.to_owned();
    let observed = movements::list(&row.observations).map(|listed| words::observed(&listed));
    let motive = row
        .movement
        .motive
        .map(|motive| record_words::motive(motive).to_owned());
    let urgent = row.movement.urgent.then(|| words::URGENT.to_owned());
    let remark: Vec<String> = [urgent, motive, observed].into_iter().flatten().collect();
    MovementLine {
        name: [&name.first_surname, &name.second_surname, &name.given]
            .map(|text| part(text))
            .join(" / "),
        identifier: student.identifier.as_str().to_owned(),
        nss: match (&student.nss, whole_numbers) {
            (nss, true) => whole_nss(nss),
            (NssRecord::Captured(nss) | NssRecord::Confirmed { nss, .. }, false) => Some(nss.masked()),
            (_, false) => None,
        },
        curp: match (&student.curp, whole_numbers) {
            (curp, true) => curp.text().map(str::to_owned),
            (CurpRecord::Valid(curp), false) => Some(curp.masked()),
            (_, false) => None,
        },
        umf: umf(&row.student),
        icon: match row.movement.kind {
            MovementKind::Alta => Icon::CircleArrowUp,
            MovementKind::Baja => Icon::CircleArrowDown,
        },
        kind: record_words::kind(row.movement.kind).to_owned(),
        remark: (!remark.is_empty()).then(|| remark.join(" · ")),
    }
}
