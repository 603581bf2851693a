//! The rows that wait, as a sheet with the reason beside each: to be sent back to whoever filled it in.

use super::Importing;
use crate::desk::{Desk, ExportError};
use crate::domain::import::Verdict;
use crate::exchange::Sheet;
use crate::exchange::xlsx::{self, About};
use crate::words::import::held;
use crate::words::{dates, import as words};

impl Desk {
    /// The rows that wait for a decision as a workbook: the columns of the sheet under their heads, and what is to be
    /// decided. It can be filled in and imported again. Tells the name that the file should have.
    ///
    /// # Errors
    /// [`ExportError::Sheet`].
    pub fn export_held(&self, importing: &Importing) -> Result<(String, Vec<u8>), ExportError> {
        let sheet = importing.sheet();
        let heads = sheet
            .columns
            .iter()
            .map(|column| words::column(*column).to_owned());
        let rows = importing
            .plan()
            .rows
            .iter()
            .filter(|row| row.verdict == Verdict::Held)
            .filter_map(|row| {
                let doubt = row.held_by()?;
                let cells = &sheet.rows.iter().find(|it| it.number == row.number)?.cells;
                let reason = match words::proposal(doubt).as_str() {
                    "" => format!("{} ({})", words::cause(doubt.cause), words::why(doubt)),
                    proposal => format!(
                        "{}: {proposal} ({})",
                        words::cause(doubt.cause),
                        words::why(doubt)
                    ),
                };
                let written = sheet.columns.iter().zip(cells).map(|(column, cell)| {
                    importing
                        .decisions()
                        .edit(row.number, *column)
                        .map_or_else(|| cell.text.clone(), str::to_owned)
                });
                Some(
                    [row.number.to_string()]
                        .into_iter()
                        .chain(written)
                        .chain([reason])
                        .collect(),
                )
            })
            .collect();
        let held = Sheet {
            head: [held::ROW.to_owned()]
                .into_iter()
                .chain(heads)
                .chain([held::TO_DECIDE.to_owned()])
                .collect(),
            rows,
        };
        let name = held::named(&sheet.source);
        let about = About {
            title: name.clone(),
            lines: vec![
                (held::FILE.to_owned(), sheet.source.clone()),
                (held::DATE.to_owned(), dates::moment_year(self.now())),
                (held::BY.to_owned(), self.clerk.clone()),
                (held::HOW.0.to_owned(), held::HOW.1.to_owned()),
            ],
            footer: sheet.source.clone(),
            printed_columns: None,
            sheet_name: held::TAB.to_owned(),
            about_name: held::ABOUT.to_owned(),
        };
        Ok((format!("{name}.xlsx"), xlsx::write(&held, &about)?))
    }
}
