//! The Lista de cotejo on paper.

use chrono::NaiveDateTime;

use super::{Desk, PrintError, Record, Sheets, fact_blocks, refused_page};
use crate::domain::checklist::{Checklist, Remark, Row};
use crate::domain::clinic::Assignment;
use crate::domain::control_number::Identifier;
use crate::domain::student::{CurpRecord, NssRecord};
use crate::print::checklist::{self, ChecklistSheet, Labelled, SheetRow};
use crate::print::frame::Masthead;
use crate::words::checklist::{self as list_words, paper as words};
use crate::words::{dates, printing, record as record_words, roster};

impl Desk {
    /// Lays the lists out with these folios.
    ///
    /// # Errors
    /// [`PrintError::Page`].
    pub(super) fn checklist_sheets(
        &self,
        records: &[Record],
        folios: &[String],
        at: NaiveDateTime,
    ) -> Result<Sheets, PrintError> {
        let mut pages = Vec::with_capacity(records.len());
        for (record, folio) in records.iter().zip(folios) {
            let list = self.checklist(record.student.id)?;
            let sheet = self.checklist_sheet(record, &list, folio, at);
            pages.push(checklist::page(&sheet).map_err(|why| refused_page(record, why))?);
        }
        Ok(Sheets {
            name: super::file_name(list_words::TITLE, records, folios, at),
            document: checklist::document_of(pages),
        })
    }

    fn checklist_sheet(
        &self,
        record: &Record,
        list: &Checklist,
        folio: &str,
        at: NaiveDateTime,
    ) -> ChecklistSheet {
        let student = &record.student.particulars;
        let school = [
            student.career.clone(),
            student.semester.map(record_words::semester),
            Some(words::standing(student.standing, student.period)),
        ];
        let identifier = match &student.identifier {
            Identifier::Control(_) => &self.campus.identifier_label,
            Identifier::Provisional(_) => printing::PROVISIONAL_FOLIO,
        };
        ChecklistSheet {
            masthead: Masthead {
                legend: student.period.map(|period| period.to_string()),
                ..self.masthead()
            },
            name: student.name.title(),
            signing_name: student.name.natural(),
            school: school.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            identifier: labelled(identifier, student.identifier.as_str()),
            nss: nss(&student.nss),
            curp: curp(&student.curp),
            clinic: labelled(words::CLINIC, &clinic(&record.student.assignment)),
            facts: fact_blocks(&record.facts(self.limits), at, self.evidence_limits()),
            rows: list.rows().iter().map(sheet_row).collect(),
            summed_up: list_words::summed_up(list),
            clerk: self.clerk.clone(),
            folio: folio.to_owned(),
            printed: roster::printed(at, &self.clerk),
            valid: words::valid(at.date()),
        }
    }
}

fn labelled(label: &str, value: &str) -> Labelled {
    Labelled {
        label: label.to_owned(),
        value: value.to_owned(),
    }
}

fn nss(nss: &NssRecord) -> Labelled {
    match nss {
        NssRecord::None => labelled(words::NSS, words::NOT_YET),
        NssRecord::InProcess { .. } => labelled(words::NSS, printing::NSS_IN_PROCESS),
        NssRecord::Doubtful { text, .. } => {
            labelled(&words::with_note(words::NSS, printing::TO_CONFIRM), text)
        }
        NssRecord::Captured(nss) | NssRecord::Confirmed { nss, .. } => labelled(words::NSS, &nss.grouped()),
    }
}

fn curp(curp: &CurpRecord) -> Labelled {
    match curp {
        CurpRecord::None => labelled(words::CURP, words::NOT_YET),
        CurpRecord::Doubtful { text, .. } => {
            labelled(&words::with_note(words::CURP, printing::TO_CONFIRM), text)
        }
        CurpRecord::Valid(curp) => labelled(words::CURP, curp.as_str()),
    }
}

/// «UMF 12 · matutino · 4».
fn clinic(assignment: &Assignment) -> String {
    let parts = [
        assignment.clinic.map(|key| format!("UMF {}", key.number)),
        assignment.shift.as_ref().map(|shift| shift.text().to_owned()),
        assignment.room.as_ref().map(|room| room.as_str().to_owned()),
    ];
    let known = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    if known.is_empty() {
        words::UNASSIGNED.to_owned()
    } else {
        known
    }
}

/// A row as it is recorded. What is missing has no date: there is a line to write it on.
fn sheet_row(row: &Row) -> SheetRow {
    let answer = row.recorded.as_ref().map(|recorded| &recorded.answer);
    SheetRow {
        number: row.requirement.number(),
        requirement: list_words::requirement(row.requirement).to_owned(),
        delivered: answer.map(|answer| answer.delivered),
        on: answer
            .filter(|answer| answer.delivered)
            .map(|answer| dates::short_year(answer.on)),
        remark: answer
            .and_then(|answer| answer.remark.as_ref())
            .map(|remark| Remark::as_str(remark).to_owned()),
    }
}
