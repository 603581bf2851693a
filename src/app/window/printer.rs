//! The printer at an open desk: its ruler page, and what was measured on it.

use iced::Task;

use super::{Message, Office, focus_on};
use crate::app::Machine;
use crate::app::modals::Modal;
use crate::app::modals::printer::{self as dialog, PrinterDialog};
use crate::desk::{self, Explain};
use crate::domain::printer_scale::{Measured, Scale};
use crate::system::folders;
use crate::words::ruler as words;

impl Office {
    /// Asks what the printer of this computer measures.
    pub(super) fn ask_printer(&mut self) -> Task<Message> {
        let asking = PrinterDialog::new(&self.desk.printer_checks());
        self.open_modal(Modal::Printer(asking), dialog::PRINT)
    }

    /// Writes the ruler page among the papers and opens it. The dialog stays: its lines are to be measured.
    pub(super) fn print_ruler_page(&mut self, machine: &Machine) -> Task<Message> {
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        let written = self.desk.print_ruler_page(write);
        let Some(Modal::Printer(dialog)) = &mut self.modal else {
            return Task::none();
        };
        match written {
            Ok(path) => {
                dialog.page_written(words::to_print(&path));
                let shown = super::lists::show(machine, words::PAGE, path, words::PAGE_OPENED.to_owned());
                shown.chain(focus_on(dialog::LENGTHS[0]))
            }
            Err(error) => {
                dialog.refuse(error.explain().line());
                Task::none()
            }
        }
    }

    /// Writes down what was measured. A printer that scales is asked about again.
    pub(super) fn keep_measure(&mut self, printer: &str, across: Measured, down: Measured) -> Task<Message> {
        match self.desk.keep_measure(printer, across, down) {
            Ok(check) => {
                let closed = self.close_modal();
                self.notice = None;
                self.refresh();
                self.say(match check.scale() {
                    Scale::True => words::is_true(&check.printer),
                    found => words::scales(&check.printer, found),
                });
                closed
            }
            Err(refusal) => {
                if let Some(Modal::Printer(dialog)) = &mut self.modal {
                    dialog.refuse(refusal.explain().line());
                }
                Task::none()
            }
        }
    }
}
