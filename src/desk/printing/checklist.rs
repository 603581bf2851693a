//! The Lista de cotejo on paper.

use chrono::NaiveDateTime;

use super::{Desk, PrintError, Record, Sheets, fact_blocks, refused_page, student_head};
use crate::domain::checklist::{Checklist, Remark, Row};
use crate::print::checklist::{self, ChecklistSheet, SheetRow};
use crate::print::frame::Masthead;
use crate::words::checklist::{self as list_words, paper as words};
use crate::words::{dates, roster};

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
        ChecklistSheet {
            masthead: Masthead {
                legend: student.period.map(|period| period.to_string()),
                ..self.masthead()
            },
            student: student_head(record, &self.campus.identifier_label),
            signing_name: student.name.natural(),
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
