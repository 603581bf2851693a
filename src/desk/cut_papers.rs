//! What of a closed cut leaves the program: the Relación on paper and as a workbook, and the oficio that goes with it.
//!
//! All of it is made of what the closing copied, the words about the office included, so that it comes out the same months
//! later, whatever was changed in Ajustes since.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::rosters::by_career;
use super::{ClosedCut, CutRefusal, Desk, ExportError, Exported, PrintError, Printed, Refusal};
use crate::domain::appearance::Palette;
use crate::domain::dispatch::{Closing, CutPaper, Dispatch, DispatchLine};
use crate::domain::logo::LogoMark;
use crate::domain::movement::MovementKind;
use crate::domain::nss::Nss;
use crate::domain::settings::Topic;
use crate::domain::sex::Sex;
use crate::exchange::Sheet;
use crate::exchange::xlsx::{self, About};
use crate::print::frame::Masthead;
use crate::print::icon::Icon;
use crate::print::letter::{self, Letter};
use crate::print::page::{Document, Ink};
use crate::print::pdf;
use crate::print::roster::{self, Body, LastColumn, MovementLine, OfClosedCut, Roster};
use crate::store::{ActKind, StoreError, seal};
use crate::words::sheets::about;
use crate::words::{cut_papers as words, dates, identifier, record as record_words, roster as roster_words};

/// The office as the papers of a closed cut name it: a copy from the moment of the closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Office {
    campus: String,
    department: String,
    legend: String,
    plantel_key: String,
    palette: String,
    /// As the setting writes it; the picture itself stays in the register.
    logo: Option<String>,
    identifier: String,
    signer: String,
    signer_post: String,
    subdelegation: String,
    /// The short names of careers, by which the totals are told.
    careers: BTreeMap<String, String>,
}

impl Office {
    pub(super) fn to_json(&self) -> String {
        // A struct of texts is always written.
        serde_json::to_string(self).unwrap_or_default()
    }

    fn career(&self, line: &DispatchLine) -> String {
        match &line.career {
            Some(career) => self.careers.get(career).unwrap_or(career).clone(),
            None => roster_words::NO_CAREER.to_owned(),
        }
    }

    fn signs(&self) -> Option<(String, String)> {
        (!self.signer.is_empty()).then(|| (self.signer.clone(), self.signer_post.clone()))
    }
}

/// What a program writes a file with: the name that it should have, and its bytes.
type Written = Result<PathBuf, (PathBuf, std::io::Error)>;

impl Desk {
    /// Prints the Relación of a closed cut, one list for each envío, has `write` put the PDF where it belongs, and records
    /// that it left: one act. The bytes are the same each time.
    ///
    /// # Errors
    /// [`PrintError`]; [`CutRefusal::NotClosed`] for a cut that is reopened.
    pub fn print_closed_cut(
        &mut self,
        cut: &ClosedCut,
        write: impl FnOnce(&str, &[u8]) -> Written,
    ) -> Result<Printed, PrintError> {
        let document = self.closed_cut_document(cut)?;
        let bytes = pdf::render(&document, cut.closing.closed_at)?;
        let name = words::list_file(cut.closing.cut, &cut.closing.folio);
        let path = self.leave(cut, CutPaper::List, ActKind::PrintList, &bytes, |bytes| {
            write(&name, bytes).map_err(|(folder, source)| PrintError::Write { folder, source })
        })?;
        Ok(Printed {
            path,
            folios: cut.dispatches.iter().map(|envio| envio.folio.clone()).collect(),
        })
    }

    /// The pages of the Relación of a closed cut.
    ///
    /// # Errors
    /// [`PrintError`].
    pub fn closed_cut_document(&self, cut: &ClosedCut) -> Result<Document, PrintError> {
        let office = self.office_of(&cut.closing)?;
        let mut pages = Vec::new();
        let mut title = String::new();
        for envio in self.envios_of(cut)? {
            let lines = self.dispatch_lines(envio.id)?;
            let list = self.envio_roster(&office, &cut.closing, envio, &lines)?;
            let document = roster::document(&list).map_err(PrintError::List)?;
            title = document.title;
            pages.extend(document.pages);
        }
        Ok(Document {
            title,
            author: None,
            pages,
        })
    }

    /// Prints the oficio that goes to the subdelegación with the Relación: one act, the same bytes each time.
    ///
    /// # Errors
    /// [`PrintError`].
    pub fn print_letter(
        &mut self,
        cut: &ClosedCut,
        write: impl FnOnce(&str, &[u8]) -> Written,
    ) -> Result<Printed, PrintError> {
        let document = self.letter_document(cut)?;
        let bytes = pdf::render(&document, cut.closing.closed_at)?;
        let name = words::letter_file(cut.closing.cut, &cut.closing.folio);
        let path = self.leave(cut, CutPaper::Letter, ActKind::PrintList, &bytes, |bytes| {
            write(&name, bytes).map_err(|(folder, source)| PrintError::Write { folder, source })
        })?;
        Ok(Printed {
            path,
            folios: vec![cut.closing.folio.clone()],
        })
    }

    /// The page of the oficio.
    ///
    /// # Errors
    /// [`PrintError`].
    pub fn letter_document(&self, cut: &ClosedCut) -> Result<Document, PrintError> {
        let (office, closing) = (self.office_of(&cut.closing)?, &cut.closing);
        let envios = self.envios_of(cut)?;
        let told: Vec<String> = envios
            .iter()
            .map(|envio| words::enclosed(envio.kind, envio.lines, envio.registro.as_ref(), &envio.folio))
            .collect();
        let letter = Letter {
            masthead: self.masthead_of(&office)?,
            number: words::letter_number(&closing.folio),
            date: words::place_and_date(closing.closed_at.date()),
            subject: words::letter_subject(closing.cut),
            addressee: words::addressee(&office.subdelegation),
            paragraphs: words::letter(closing.cut, &told, &closing.folio, &closing.short_seal()),
            signer: office
                .signs()
                .unwrap_or((closing.closed_by.clone(), office.department.clone())),
            copies: words::letter_copy(),
            seal: closing.short_seal(),
            folio: closing.folio.clone(),
            made: words::closed(closing.closed_at, &closing.closed_by, closing.times),
        };
        letter::document(&letter).map_err(PrintError::List)
    }

    /// Makes a workbook of a closed cut, text cells all of them, has `write` put it where it belongs, and records that it
    /// left: one act.
    ///
    /// # Errors
    /// [`ExportError`].
    pub fn export_closed_cut(
        &mut self,
        cut: &ClosedCut,
        write: impl FnOnce(&str, &[u8]) -> Written,
    ) -> Result<Exported, ExportError> {
        let bytes = self.closed_cut_workbook(cut)?;
        let name = words::workbook_file(cut.closing.cut, &cut.closing.folio);
        let path = self.leave(cut, CutPaper::Workbook, ActKind::ExportList, &bytes, |bytes| {
            write(&name, bytes).map_err(|(folder, source)| ExportError::Write { folder, source })
        })?;
        Ok(Exported {
            path,
            rows: cut.dispatches.iter().map(|envio| u64::from(envio.lines)).sum(),
            folio: Some(cut.closing.folio.clone()),
        })
    }

    fn closed_cut_workbook(&self, cut: &ClosedCut) -> Result<Vec<u8>, ExportError> {
        let (office, closing) = (self.office_of(&cut.closing)?, &cut.closing);
        let mut rows = Vec::new();
        let mut told = Vec::new();
        for envio in self.envios_of(cut)? {
            let lines = self.dispatch_lines(envio.id)?;
            rows.extend(lines.iter().map(|line| cells(&office, closing, envio, line)));
            told.push((
                words::envio_title(envio.kind),
                words::enclosed(envio.kind, envio.lines, envio.registro.as_ref(), &envio.folio),
            ));
            told.push(("", totals(&office, &lines)));
        }
        let head = [words::NUMBER, words::TYPE]
            .into_iter()
            .map(str::to_owned)
            .chain([office.identifier.clone()])
            .chain(words::WORKBOOK_REST.map(str::to_owned));
        let sheet = Sheet {
            head: head.collect(),
            rows,
        };
        let title = roster_words::cut(closing.cut);
        let made = words::closed(closing.closed_at, &closing.closed_by, closing.times);
        let mut about_lines = vec![
            (about::CAMPUS, office.campus.clone()),
            (about::LIST, title.clone()),
            (about::FOLIO, closing.folio.clone()),
            (words::SEAL, closing.short_seal()),
            (about::DATE, made.clone()),
            (about::ROWS, dates::thousands(sheet.rows.len())),
        ];
        about_lines.extend(told);
        about_lines.push(("", about::CARE.to_owned()));
        let about = About {
            title: format!("{} · {title}", office.campus),
            footer: words::footer(&closing.folio, &closing.short_seal(), &made),
            lines: about_lines
                .into_iter()
                .map(|(what, says)| (what.to_owned(), says))
                .collect(),
            printed_columns: None,
            sheet_name: about::LIST_TAB.to_owned(),
            about_name: about::TAB.to_owned(),
        };
        Ok(xlsx::write(&sheet, &about)?)
    }

    /// Records that something of a closed cut leaves, and has it written: one act.
    pub(super) fn leave<E: From<StoreError>>(
        &mut self,
        cut: &ClosedCut,
        paper: CutPaper,
        act: ActKind,
        bytes: &[u8],
        write: impl FnOnce(&[u8]) -> Result<PathBuf, E>,
    ) -> Result<PathBuf, E> {
        let stamp = self.stamp();
        let (at, by, seal) = (stamp.at, stamp.clerk.clone(), seal(bytes));
        let done = self.store.transact(&stamp, act, |tx| {
            tx.insert_cut_paper(cut.closing.id, paper, None, &seal, (at, &by))?;
            write(bytes)
        })?;
        Ok(done.value)
    }

    /// The office of now, to be copied by a closing.
    pub(super) fn office(&self) -> Office {
        let text = |topic| self.settings.text(topic);
        Office {
            campus: self.campus.name.clone(),
            department: self.campus.department.clone(),
            legend: text(Topic::Legend),
            plantel_key: self.campus.plantel_key.clone(),
            palette: self.appearance.palette.code().to_owned(),
            logo: self.settings.logo().map(ToString::to_string),
            identifier: identifier::column(&self.campus.identifier_label).to_owned(),
            signer: text(Topic::Signer),
            signer_post: text(Topic::SignerPost),
            subdelegation: text(Topic::Subdelegation),
            careers: self
                .campus
                .careers
                .iter()
                .map(|career| (career.name.clone(), self.campus.career_short(&career.name)))
                .collect(),
        }
    }

    fn office_of(&self, closing: &Closing) -> Result<Office, Refusal> {
        let stored = self.store.reader().office_of(closing.id)?;
        serde_json::from_str(&stored).map_err(|_| {
            Refusal::Store(StoreError::Unreadable {
                column: "closings.office",
                value: closing.folio.clone(),
            })
        })
    }

    fn masthead_of(&self, office: &Office) -> Result<Masthead, Refusal> {
        let palette = Palette::ALL
            .into_iter()
            .find(|palette| palette.code() == office.palette)
            .unwrap_or_default();
        let mark = office.logo.as_deref().and_then(LogoMark::parse);
        let logo = self.stored_logo(mark.as_ref())?;
        Ok(Masthead {
            campus: office.campus.clone(),
            department: office.department.clone(),
            legend: Some(office.legend.clone()).filter(|legend| !legend.is_empty()),
            plantel_key: office.plantel_key.clone(),
            band: Ink::band(palette),
            logo: logo.map(|logo| logo.on_band(Ink::band(palette))),
        })
    }

    fn envios_of<'c>(&self, cut: &'c ClosedCut) -> Result<&'c [Dispatch], Refusal> {
        if cut.dispatches.is_empty() {
            return Err(CutRefusal::NotClosed { cut: cut.closing.cut }.into());
        }
        Ok(&cut.dispatches)
    }

    fn envio_roster(
        &self,
        office: &Office,
        closing: &Closing,
        envio: &Dispatch,
        lines: &[DispatchLine],
    ) -> Result<Roster, Refusal> {
        let with_enye = lines.iter().filter(|line| loses_enye(line)).count();
        Ok(Roster {
            masthead: self.masthead_of(office)?,
            title: roster_words::cut(closing.cut),
            subject: words::subject(
                envio.kind,
                envio.lines,
                envio.registro.as_ref(),
                closing.closed_at.date(),
                closing.times,
            ),
            identifier: office.identifier.clone(),
            body: Body::Movements {
                rows: lines.iter().map(movement_line).collect(),
                totals: totals(office, lines),
                end: words::end(lines.len(), with_enye),
                made_by: closing.closed_by.clone(),
                reviewed_by: office.signs(),
                last: LastColumn::Answer,
            },
            folio: envio.folio.clone(),
            printed: words::closed(closing.closed_at, &closing.closed_by, closing.times),
            valid: words::CARE.to_owned(),
            closed: Some(OfClosedCut {
                folio: closing.folio.clone(),
                seal: closing.short_seal(),
            }),
        })
    }
}

/// «Por carrera: …  · Por sexo: …».
fn totals(office: &Office, lines: &[DispatchLine]) -> String {
    let careers = by_career(lines.iter().map(|line| office.career(line)));
    let of = |sex| lines.iter().filter(|line| line.sex == sex).count();
    let sexes = [Some(Sex::Woman), Some(Sex::Man), Some(Sex::NonBinary), None].map(|sex| (sex, of(sex)));
    roster_words::totals(&careers, &sexes)
}

fn loses_enye(line: &DispatchLine) -> bool {
    let has = |text: &str| text.to_uppercase().contains('Ñ');
    let kept = |text: &str| text.contains('Ñ');
    let (name, imss) = (&line.name, &line.imss);
    [
        (name.first_surname().unwrap_or_default(), &imss.first_surname),
        (name.second_surname().unwrap_or_default(), &imss.second_surname),
        (name.given(), &imss.given),
    ]
    .into_iter()
    .any(|(written, sent)| has(written) && !kept(sent))
}

fn movement_line(line: &DispatchLine) -> MovementLine {
    let part = |part: &str| {
        if part.is_empty() {
            roster_words::EMPTY
        } else {
            part
        }
        .to_owned()
    };
    MovementLine {
        name: [
            &line.imss.first_surname,
            &line.imss.second_surname,
            &line.imss.given,
        ]
        .map(|text| part(text))
        .join(" / "),
        identifier: line.identifier.clone(),
        nss: Some(grouped(&line.nss)),
        curp: line.curp.clone(),
        umf: line.umf.clone(),
        icon: Icon::CircleArrowUp,
        kind: String::new(),
        remark: None,
    }
}

/// With its hyphens, without which a spreadsheet takes it for a number and drops the zero in front.
fn grouped(nss: &str) -> String {
    Nss::parse(nss).map_or_else(|_| nss.to_owned(), |nss| nss.grouped())
}

/// The row of a movement in the workbook.
fn cells(office: &Office, closing: &Closing, envio: &Dispatch, line: &DispatchLine) -> Vec<String> {
    let kind = match envio.kind {
        MovementKind::Alta => "08",
        MovementKind::Baja => "02",
    };
    vec![
        line.number.to_string(),
        kind.to_owned(),
        line.identifier.clone(),
        grouped(&line.nss),
        line.curp.clone().unwrap_or_default(),
        line.imss.first_surname.clone(),
        line.imss.second_surname.clone(),
        line.imss.given.clone(),
        line.umf.clone().unwrap_or_default(),
        closing.cut.format("%d/%m/%Y").to_string(),
        office.career(line),
        line.sex.map(|sex| sex.code().to_string()).unwrap_or_default(),
        line.motive
            .map(|motive| record_words::motive(motive).to_owned())
            .unwrap_or_default(),
        envio
            .registro
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
    ]
}
