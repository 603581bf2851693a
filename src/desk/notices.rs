//! Avisos por correo: a sheet for the mail merge, addresses in lots, and that everybody was told. The program sends no mail.

use std::path::PathBuf;

use chrono::NaiveDateTime;

use super::{CutRefusal, Desk, ExportError, Exported, Refusal};
use crate::domain::cutoff;
use crate::domain::dispatch::ClosingState;
use crate::domain::ids::StudentId;
use crate::domain::movement::{MovementKind, MovementState};
use crate::domain::notice::{Notice, Notices};
use crate::domain::settings::Topic;
use crate::exchange::Sheet;
use crate::exchange::xlsx::{self, About};
use crate::print::folio::folio;
use crate::store::{ActKind, Medium, RosterEntry};
use crate::words::sheets::{self, about};
use crate::words::{dates, notices as words};

impl Desk {
    /// Everybody whose alta was accepted in a closed cut, by name, with the address that the record has now.
    ///
    /// # Errors
    /// [`CutRefusal::NoSuchFolio`]; [`CutRefusal::NotClosed`] for a cut that is reopened.
    pub fn notices_of(&self, cut_folio: &str) -> Result<Notices, Refusal> {
        let closed = self.cut_by_folio(cut_folio)?;
        let (cut, folio) = (closed.closing.cut, closed.closing.folio);
        if closed.closing.state != ClosingState::Closed {
            return Err(CutRefusal::NotClosed { cut }.into());
        }
        let reader = self.store.reader();
        let mut all = Vec::new();
        for envio in closed
            .dispatches
            .iter()
            .filter(|it| it.kind == MovementKind::Alta)
        {
            for line in self.dispatch_lines(envio.id)? {
                let accepted = reader
                    .movement(line.movement)?
                    .filter(|movement| movement.state == MovementState::Accepted);
                let (Some(movement), Some(student)) = (accepted, reader.student(line.student)?) else {
                    continue;
                };
                all.push(Notice {
                    student: student.id,
                    movement: movement.id,
                    identifier: student.particulars.identifier.as_str().to_owned(),
                    name: student.particulars.name,
                    email: student.particulars.email,
                    cut,
                    window: cutoff::expected_window(cut, movement.sent_on, self.limits),
                    told_at: reader.notice_of(movement.id)?,
                });
            }
        }
        // Those of several envíos stand together.
        all.sort_by_key(|notice: &Notice| notice.name.sort_key());
        Ok(Notices { cut, folio, all })
    }

    /// The text of a notice, as the office settled it.
    pub fn notice_text(&self, notice: &Notice) -> String {
        words::filled(&self.settings.text(Topic::NoticeText), notice)
    }

    /// Makes the sheet for the mail merge of whoever is to be told, has `write` put it where it belongs, and records that
    /// it left: one act.
    ///
    /// # Errors
    /// [`ExportError`]; [`Refusal::NobodyToTell`] where nobody has an address.
    pub fn export_notices(
        &mut self,
        notices: &Notices,
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>,
    ) -> Result<Exported, ExportError> {
        let to_tell = notices.to_tell();
        if to_tell.is_empty() {
            return Err(Refusal::NobodyToTell.into());
        }
        let list_folio = folio(self.store.reader().next_print_number()?);
        let sheet = Sheet {
            head: words::HEADS.iter().map(|head| (*head).to_owned()).collect(),
            rows: to_tell.iter().map(|notice| self.notice_row(notice)).collect(),
        };
        let rows = to_tell.len() as u64;
        let bytes = xlsx::write(&sheet, &self.about_notices(notices, rows, &list_folio))?;
        let name = words::file_name(notices.cut, &list_folio);
        let entry = RosterEntry {
            medium: Medium::Xlsx {
                folio: list_folio.clone(),
            },
            list: format!("{LIST}:{}", notices.folio),
            typed: String::new(),
            rows,
            whole: true,
            at: self.now(),
            by: self.clerk.clone(),
        };
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::ExportList, |tx| {
            tx.insert_roster(&entry)?;
            write(&name, &bytes).map_err(|(folder, source)| ExportError::Write { folder, source })
        })?;
        Ok(Exported {
            path: done.value,
            rows,
            folio: Some(list_folio),
        })
    }

    /// Records that everybody with an address who was not told yet was told now, as one act. Tells how many they are.
    ///
    /// # Errors
    /// [`Refusal::NobodyToTell`] where nobody has an address, [`Refusal::ToldAlready`] where everybody was told.
    pub fn record_notices(&mut self, notices: &Notices) -> Result<usize, Refusal> {
        let to_tell = notices.to_tell();
        if to_tell.is_empty() {
            return Err(Refusal::NobodyToTell);
        }
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::SendNotices, |tx| {
            let mut told = 0;
            for notice in &to_tell {
                let news = tx.insert_notice(notice.student, notice.movement, stamp.at, &stamp.clerk)?;
                told += usize::from(news);
            }
            Ok::<_, Refusal>(told)
        })?;
        match done.value {
            0 => Err(Refusal::ToldAlready),
            told => Ok(told),
        }
    }

    /// When a student was told last that an alta was accepted.
    ///
    /// # Errors
    /// The file's faults.
    pub fn last_notice(&self, student: StudentId) -> Result<Option<NaiveDateTime>, Refusal> {
        Ok(self.store.reader().last_notice_of(student)?)
    }

    fn notice_row(&self, notice: &Notice) -> Vec<String> {
        vec![
            notice.email.clone().unwrap_or_default(),
            notice.name.natural(),
            notice.identifier.clone(),
            dates::long(notice.cut),
            dates::window(notice.window.from, notice.window.until),
            self.notice_text(notice),
        ]
    }

    fn about_notices(&self, notices: &Notices, rows: u64, list_folio: &str) -> About {
        let made = dates::moment_year(self.now());
        let title = words::title(notices.cut);
        let lines = [
            (about::CAMPUS, self.campus.name.clone()),
            (about::LIST, title.clone()),
            (about::ROWS, dates::thousands(rows)),
            (about::DATE, made.clone()),
            (about::BY, self.clerk.clone()),
            (about::FOLIO, list_folio.to_owned()),
            ("", sheets::about::CARE.to_owned()),
        ];
        About {
            title: format!("{} · {title}", self.campus.name),
            footer: about::footer(list_folio, &made, &self.clerk),
            lines: lines.map(|(what, says)| (what.to_owned(), says)).into(),
            printed_columns: None,
            sheet_name: words::TAB.to_owned(),
            about_name: about::TAB.to_owned(),
        }
    }
}

/// The word under which the log of lists knows the sheet.
const LIST: &str = "avisos";
