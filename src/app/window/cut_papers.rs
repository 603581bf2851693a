//! A closed cut on paper and as files, at an open desk.

use iced::Task;

use super::{Message, Office, Place, lists};
use crate::app::Machine;
use crate::desk::{self, ClosedCut, Explain};
use crate::domain::dispatch::CutPaper;
use crate::system::folders;
use crate::words::runway::papers;
use crate::words::{printing, records, sheets};

impl Office {
    /// The folio of the closed cut that is in view.
    pub(super) fn folio_in_view(&self) -> Option<String> {
        let screen = self.cuts.as_ref().filter(|_| self.place == Place::Cuts)?;
        screen.folio().map(str::to_owned)
    }

    /// Prints or writes a closed cut.
    pub(super) fn leave_cut(&mut self, machine: &Machine, folio: &str, paper: CutPaper) -> Task<Message> {
        let cut = match self.desk.cut_by_folio(folio) {
            Ok(cut) => cut,
            Err(refusal) => return self.refuse(&refusal),
        };
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        let left = match paper {
            CutPaper::List => self.desk.print_closed_cut(&cut, write),
            CutPaper::Letter => self.desk.print_letter(&cut, write),
            CutPaper::Workbook => {
                match self.desk.export_closed_cut(&cut, write) {
                    Ok(exported) => {
                        self.notice = None;
                        let folio = exported.folio.as_deref();
                        self.say(sheets::exported(exported.rows, folio, &exported.path));
                    }
                    Err(error) => self.trouble(error.explain()),
                }
                return Task::none();
            }
            CutPaper::Records => return self.write_records(machine, &cut),
        };
        match left {
            Ok(printed) => {
                self.notice = None;
                let (paper, said) = match paper {
                    CutPaper::Letter => (papers::THE_LETTER, papers::letter_opened(folio)),
                    _ => (printing::LIST, printing::list_opened(folio)),
                };
                lists::show(machine, paper, printed.path, said)
            }
            Err(error) => {
                self.trouble(error.explain());
                Task::none()
            }
        }
    }

    /// One file for each envío of the cut, among the papers.
    pub(super) fn write_records(&mut self, machine: &Machine, cut: &ClosedCut) -> Task<Message> {
        let mut written = Vec::new();
        for envio in &cut.dispatches {
            let write = desk::into_folder(&machine.documents, folders::write_whole);
            match self.desk.write_records(cut, envio, write) {
                Ok(file) => written.push(file),
                Err(error) => {
                    self.trouble(error.explain());
                    return Task::none();
                }
            }
        }
        self.notice = None;
        let rewritten: Vec<_> = written.iter().flat_map(|file| file.rewritten.clone()).collect();
        let count = written.iter().map(|file| file.records).sum();
        let told = records::rewritten(&rewritten);
        self.say(papers::records_written(
            written.len(),
            count,
            &machine.documents,
            told.as_deref(),
            written.iter().any(|file| file.is_trial),
        ));
        Task::none()
    }
}
