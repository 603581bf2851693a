//! The sheet that other offices fill in, with the lists of this campus.

use super::{Desk, ExportError};
use crate::domain::sex::Sex;
use crate::domain::student::Standing;
use crate::exchange::template::{self, Instructions, Template, TemplateColumn};
use crate::words::template::{self as words, note};
use crate::words::{record, sheets};

/// The digits of an NSS.
const NSS: (u32, u32) = (11, 11);
/// The letters and digits of a CURP.
const CURP: (u32, u32) = (18, 18);
/// The semesters of a plan; who needs another one writes it.
const SEMESTERS: std::ops::RangeInclusive<u8> = 1..=12;

impl Desk {
    /// A workbook for other offices to fill in: its heads are those that the import knows, and its lists are those of
    /// this campus. It shows nobody's data, so nothing is recorded. [`words::FILE_NAME`] is its name.
    ///
    /// # Errors
    /// [`ExportError`].
    pub fn template(&self) -> Result<Vec<u8>, ExportError> {
        let listed = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let column = |head: &str, note: &str, width| TemplateColumn {
            head: head.to_owned(),
            note: note.to_owned(),
            width,
            ..TemplateColumn::default()
        };
        let columns = vec![
            column(self.identifier_head(), note::IDENTIFIER, 20),
            column(sheets::FIRST_SURNAME, note::FIRST_SURNAME, 22),
            column(sheets::SECOND_SURNAME, note::SECOND_SURNAME, 22),
            column(sheets::NAMES, note::NAMES, 24),
            TemplateColumn {
                exact_length: Some(CURP),
                ..column(sheets::CURP, note::CURP, 24)
            },
            TemplateColumn {
                exact_length: Some(NSS),
                ..column(sheets::NSS, note::NSS, 16)
            },
            TemplateColumn {
                choices: listed(&[Sex::Woman, Sex::Man, Sex::NonBinary].map(record::sex)),
                ..column(sheets::SEX, note::SEX, 12)
            },
            TemplateColumn {
                date: true,
                ..column(sheets::BIRTH_DATE, note::BIRTH_DATE, 20)
            },
            column(sheets::BIRTHPLACE, note::BIRTHPLACE, 22),
            TemplateColumn {
                choices: self.careers()?,
                ..column(sheets::CAREER, note::CAREER, 40)
            },
            TemplateColumn {
                choices: SEMESTERS.map(|number| number.to_string()).collect(),
                ..column(sheets::SEMESTER, note::SEMESTER, 12)
            },
            TemplateColumn {
                choices: listed(&Standing::ALL.map(record::standing)),
                ..column(sheets::STANDING, note::STANDING, 18)
            },
            column(sheets::EMAIL, note::EMAIL, 30),
            column(sheets::PHONE, note::PHONE, 18),
            column(sheets::UMF, note::UMF, 10),
            TemplateColumn {
                choices: listed(&words::AFFILIATED),
                ..column(sheets::AFFILIATED, note::AFFILIATED, 14)
            },
        ];
        Ok(template::write(&Template {
            sheet_name: words::TAB.to_owned(),
            columns,
            // A row that shows how would be somebody who gets registered.
            sample: Vec::new(),
            instructions: Instructions {
                sheet_name: words::INSTRUCTIONS_TAB.to_owned(),
                lines: words::INSTRUCTIONS.map(str::to_owned).into(),
            },
        })?)
    }
}
