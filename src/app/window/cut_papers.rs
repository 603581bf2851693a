//! A closed cut on paper and as files, and the avisos of it, at an open desk.

use iced::Task;

use super::{Message, Office, Place, lists};
use crate::app::Machine;
use crate::app::modals::Modal;
use crate::app::modals::notices::{self, NoticesDialog};
use crate::desk::{self, ClosedCut, Explain, Refusal};
use crate::domain::dispatch::CutPaper;
use crate::domain::notice::Notices;
use crate::system::folders;
use crate::words::runway::papers;
use crate::words::{notices as notice_words, printing, records, sheets};

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

    /// Shows the avisos of a closed cut; where nobody can be told it is said.
    pub(super) fn open_notices(&mut self, folio: &str) -> Task<Message> {
        let notices = match self.desk.notices_of(folio) {
            Ok(notices) => notices,
            Err(refusal) => return self.refuse(&refusal),
        };
        let Some(example) = notices.to_tell().first().map(|it| self.desk.notice_text(it)) else {
            return self.refuse(&Refusal::NobodyToTell);
        };
        self.notice = None;
        let dialog = NoticesDialog::new(notices, example);
        self.open_modal(Modal::Notices(Box::new(dialog)), notices::LOTS)
    }

    /// Writes the sheet for the mail merge among the papers. The dialog stays: the addresses may be wanted too.
    pub(super) fn export_notices(&mut self, machine: &Machine, notices: &Notices) -> Task<Message> {
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        match self.desk.export_notices(notices, write) {
            Ok(exported) => {
                let said = sheets::exported(exported.rows, exported.folio.as_deref(), &exported.path);
                if let Some(Modal::Notices(dialog)) = &mut self.modal {
                    dialog.say(said.clone());
                }
                self.say(said);
                Task::none()
            }
            Err(error) => {
                let closed = self.close_modal();
                self.trouble(error.explain());
                closed
            }
        }
    }

    /// Records that whoever is to be told was told.
    pub(super) fn record_notices(&mut self, notices: &Notices) -> Task<Message> {
        let closed = self.close_modal();
        match self.desk.record_notices(notices) {
            Ok(told) => {
                self.notice = None;
                self.refresh();
                self.say_done(notice_words::recorded(told, self.desk.now()));
                closed
            }
            Err(refusal) => closed.chain(self.refuse(&refusal)),
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
