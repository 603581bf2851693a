//! The steps for a clinic on paper: those for the first one, or those for another.

use chrono::NaiveDateTime;

use super::{Desk, PrintError, Record, Sheets, refused_page, student_head};
use crate::domain::settings::Topic;
use crate::print::clinic_steps::{self, ClinicSteps, Step};
use crate::print::qr::VIGENCIA_ADDRESS;
use crate::words::checklist::paper::valid;
use crate::words::clinic_steps as words;
use crate::words::{printing, roster};

impl Desk {
    /// Lays the steps out with these folios.
    ///
    /// # Errors
    /// [`PrintError::Page`].
    pub(super) fn clinic_steps_sheets(
        &self,
        records: &[Record],
        folios: &[String],
        at: NaiveDateTime,
    ) -> Result<Sheets, PrintError> {
        let mut pages = Vec::with_capacity(records.len());
        for (record, folio) in records.iter().zip(folios) {
            let sheet = self.clinic_steps(record, folio, at);
            pages.push(clinic_steps::page(&sheet).map_err(|why| refused_page(record, why))?);
        }
        Ok(Sheets {
            name: super::file_name(words::FILE, records, folios, at),
            document: clinic_steps::document_of(pages),
        })
    }

    fn clinic_steps(&self, record: &Record, folio: &str, at: NaiveDateTime) -> ClinicSteps {
        let page = |topic| Some(self.settings.text(topic)).filter(|address| !address.is_empty());
        let step = |(heading, text): words::StepWords, address: Option<String>| Step {
            heading: heading.to_owned(),
            text: text.to_owned(),
            address,
        };
        let constancia = Some(VIGENCIA_ADDRESS.to_owned());
        let carnet = step(words::CARNET, None);
        let show_it = step(words::SHOW_IT, None);
        let (lead, meaning, steps) = if record.clinic.is_some() {
            let change = step(words::CHANGE, page(Topic::ClinicChangePage));
            (
                words::recorded(record.clinic.as_ref(), &record.student.assignment),
                words::CHANGES_IT,
                vec![change, carnet, step(words::CHECK_AFTER, constancia), show_it],
            )
        } else {
            let register = step(words::REGISTER, page(Topic::ClinicPage));
            (
                words::NO_CLINIC.to_owned(),
                words::CHOOSES_IT,
                vec![step(words::CHECK_FIRST, constancia), register, carnet, show_it],
            )
        };
        let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let contact = [
            filled(&self.campus.department),
            filled(&self.campus.phone).map(|phone| printing::phone(&phone)),
            filled(&self.campus.email),
        ];
        ClinicSteps {
            masthead: self.masthead(),
            student: student_head(record, &self.campus.identifier_label),
            lead,
            meaning: meaning.to_owned(),
            steps,
            contact: contact.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            folio: folio.to_owned(),
            printed: roster::printed(at, &self.clerk),
            valid: valid(at.date()),
        }
    }
}
