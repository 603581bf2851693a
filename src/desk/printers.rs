//! The printer of this computer: its ruler page, and what was measured on it.

use std::io;
use std::path::PathBuf;

use super::{Desk, PrintError, Refusal, ToDo};
use crate::domain::printer_scale::{Measured, PrinterCheck, Scale};
use crate::print::pdf;
use crate::print::ruler_page::{self, RulerPage};
use crate::store::{ask_about_printer, is_asked_about_printer, keep_printer_check, printer_checks};
use crate::words::{card, roster, ruler as words};

impl Desk {
    /// What was measured of the printers of this computer, the last one first; nothing for a register in memory.
    pub fn printer_checks(&self) -> Vec<PrinterCheck> {
        self.folder()
            .map(|data| printer_checks(&data))
            .unwrap_or_default()
    }

    /// Asks about the printer of this computer from now on, though nothing was printed yet: the register has just come here.
    pub(super) fn ask_about_printer(&self) {
        if let Some(data) = self.folder() {
            // If it can't be noted, the first paper brings the question.
            let _ = ask_about_printer(&data);
        }
    }

    /// What is still to be done about the printer: paper went out or the register came from elsewhere, and no printer of this
    /// computer is known to print at true size. With the one that was measured last; `None` where nothing is to be done.
    pub(super) fn printer_to_check(&self) -> Result<Option<ToDo>, Refusal> {
        let Some(data) = self.folder().filter(|_| self.store.copy_of().is_none()) else {
            return Ok(None);
        };
        let checks = printer_checks(&data);
        let is_known = checks.iter().any(|check| check.scale() == Scale::True);
        let is_asked = is_asked_about_printer(&data) || self.store.reader().has_paper()?;
        Ok((is_asked && !is_known).then(|| ToDo::Printer(checks.into_iter().next())))
    }

    /// Has `write` put the ruler page where it belongs; tells where. It is about nobody, and no act.
    ///
    /// # Errors
    /// [`PrintError`].
    pub fn print_ruler_page(
        &self,
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, io::Error)>,
    ) -> Result<PathBuf, PrintError> {
        let at = self.now();
        let page = RulerPage {
            masthead: self.masthead(),
            printed: roster::printed(at, &self.clerk),
            program: card::program(env!("CARGO_PKG_VERSION")),
        };
        let document = ruler_page::document(&page).map_err(PrintError::List)?;
        let bytes = pdf::render(&document, at)?;
        write(&words::file_name(at.date()), &bytes)
            .map_err(|(folder, source)| PrintError::Write { folder, source })
    }

    /// Writes down what somebody measured on a printer of this computer. It is no act of the register, which moves to other
    /// computers.
    ///
    /// # Errors
    /// [`Refusal::MeasureNotKept`]: the data folder can't be written.
    pub fn keep_measure(
        &self,
        printer: &str,
        across: Measured,
        down: Measured,
    ) -> Result<PrinterCheck, Refusal> {
        let check = PrinterCheck {
            printer: printer.split_whitespace().collect::<Vec<_>>().join(" "),
            across,
            down,
            at: self.now(),
            by: self.clerk.clone(),
        };
        let data = self.folder().ok_or(Refusal::MeasureNotKept)?;
        keep_printer_check(&data, &check).map_err(|_| Refusal::MeasureNotKept)?;
        Ok(check)
    }
}
