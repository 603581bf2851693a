//! The Hoja de la mañana: Hoy on paper, with its folio and seal, and the act of printing it.

use std::path::PathBuf;

use super::rosters::{icon, is_urgent, list_name};
use super::{ClosedAhead, Desk, PrintError, Printed, Refusal, ToDo};
use crate::domain::filter::Filter;
use crate::print::folio::folio;
use crate::print::morning::{self, Cut, Line, MOST_LINES, Morning, Section};
use crate::print::pdf;
use crate::print::qr::MuteCode;
use crate::store::{ActKind, Medium, RosterEntry};
use crate::words::{morning as words, roster, today as today_words};

/// The word under which the log of lists knows the sheet.
const LIST: &str = "hoy";

impl Desk {
    /// Lays Hoy out on a sheet, has `write` put the PDF where it belongs, and records it: one act. If the file can't be
    /// written, no sheet was printed.
    ///
    /// # Errors
    /// [`PrintError`].
    pub fn print_morning(
        &mut self,
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>,
    ) -> Result<Printed, PrintError> {
        let at = self.now();
        let folio = folio(self.store.reader().next_print_number()?);
        let sheet = self.morning(&folio)?;
        let document = morning::document(&sheet).map_err(PrintError::List)?;
        let bytes = pdf::render(&document, at)?;
        let name = words::file_name(at.date(), &folio);
        let seal = document.pages.first().and_then(|page| page.seal.clone());
        let entry = RosterEntry {
            medium: Medium::Paper {
                folio: folio.clone(),
                seal: seal.unwrap_or_default(),
            },
            list: LIST.to_owned(),
            typed: String::new(),
            rows: sheet.sections.iter().map(|section| section.people).sum(),
            whole: false,
            at,
            by: self.clerk.clone(),
        };
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::PrintMorning, |tx| {
            tx.insert_roster(&entry)?;
            write(&name, &bytes).map_err(|(folder, source)| PrintError::Write { folder, source })
        })?;
        Ok(Printed {
            path: done.value,
            folios: vec![folio],
        })
    }

    /// Whether this is the mute code of a Hoja de la mañana, as a scanner types it.
    pub fn is_code_of_morning(&self, typed: &str) -> bool {
        MuteCode::parse(typed.trim()).is_ok_and(|code| code.identifier() == morning::ABOUT)
    }

    fn morning(&self, folio: &str) -> Result<Morning, Refusal> {
        let at = self.now();
        let today = self.look_at_today()?;
        let cuts = today.cuts.iter().map(|ahead| {
            let (figure, unit) = words::days_left(ahead.days_left);
            Cut {
                day: words::short_day(ahead.cut),
                figure,
                unit: unit.to_owned(),
                waiting: today_words::ahead(ahead.closed.map(|it| it == ClosedAhead::Sent), || {
                    today_words::waiting(ahead.count.altas, ahead.count.bajas, ahead.observed)
                }),
                note: ahead
                    .prepare_on
                    .map(|day| today_words::prepare_on(ahead.cut, day)),
            }
        });
        let besides: Vec<(String, u64)> = today
            .to_do
            .iter()
            .filter_map(|thing| match thing {
                ToDo::LeftBehind { cut, count } => {
                    let (title, _) = today_words::left_behind(*cut, today.on, count.altas, count.bajas);
                    Some((title, count.total()))
                }
                ToDo::Unsent { cut, folio, count } => {
                    let (title, _) = today_words::unsent(*cut, folio, count.altas, count.bajas);
                    Some((title, count.total()))
                }
                ToDo::List {
                    filter: filter @ (Filter::OpenCases | Filter::WithoutNss | Filter::ToConfirm),
                    count,
                } => Some((today_words::list(*filter).0.to_owned(), *count)),
                // The sheet names them, or the cuts above say it; a draft is of one clerk alone.
                ToDo::List { .. }
                | ToDo::PrepareCut(_)
                | ToDo::Capture(_)
                | ToDo::Import { .. }
                | ToDo::Printer(_)
                | ToDo::Draft { .. } => None,
            })
            .collect();
        Ok(Morning {
            masthead: self.masthead(),
            day: words::day(today.on),
            cuts: cuts.collect(),
            sections: [
                self.section(
                    Filter::ExpectedToday,
                    words::EXPECTED,
                    today_words::NOBODY_EXPECTED,
                )?,
                self.section(Filter::ReviewDue, words::REVIEW, words::NOBODY_TO_REVIEW)?,
                self.section(Filter::Rejected, words::REJECTED, words::NOBODY_REJECTED)?,
            ],
            besides: words::besides(&besides),
            copy: match &today.copy {
                Some(copied) => Ok(words::copy(copied.report.at, copied.report.students)),
                None => Err(today_words::NO_COPY.to_owned()),
            },
            away: match self.second_place() {
                Some(_) => words::SEALED_AWAY,
                None => words::CHOOSE_A_PLACE,
            },
            folio: folio.to_owned(),
            printed: roster::printed(at, &self.clerk),
            valid: words::valid(at),
        })
    }

    /// A list of Hoy with the first of its people.
    fn section(&self, filter: Filter, title: &str, nobody: &str) -> Result<Section, Refusal> {
        let people = self.count_of(filter)?;
        let page = self.list(filter, "", 0, MOST_LINES)?;
        let lines = page.rows.iter().map(|row| {
            let chip = self.chip(row);
            let cause = row
                .movement
                .as_ref()
                .filter(|_| filter == Filter::Rejected)
                .map(|movement| movement.rejection.clone());
            Line {
                name: list_name(&row.student.particulars.name),
                identifier: row.student.particulars.identifier.as_str().to_owned(),
                icon: icon(chip),
                state: roster::state(chip),
                is_urgent: is_urgent(chip),
                next: match cause {
                    Some(cause) => cause.unwrap_or_else(|| words::SEE_RECORD.to_owned()),
                    None => words::ASK.to_owned(),
                },
            }
        });
        Ok(Section {
            title: title.to_owned(),
            counted: today_words::expected(people),
            people,
            lines: lines.collect(),
            nobody: nobody.to_owned(),
        })
    }
}
