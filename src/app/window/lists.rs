//! The list in view: printed, and written to a file.

use iced::Task;

use super::{Message, Office, Place};
use crate::app::Machine;
use crate::app::modals::{self, Modal};
use crate::app::shortcut;
use crate::desk::{self, Explain, Listing, SheetFormat};
use crate::domain::dispatch::CutPaper;
use crate::domain::filter::Filter;
use crate::system::folders;
use crate::words::{card, morning, printing, roster, sheets};

impl Office {
    /// The list that is in view, if one is.
    fn list_in_view(&self) -> Option<Listing> {
        match self.place {
            Place::Students => Some(Listing::Students {
                filter: self.students.filter(),
                typed: self.students.search_typed().settled(),
            }),
            Place::Cuts => self.cuts.as_ref().map(|screen| Listing::Cut(screen.cut())),
            Place::Bajas => Some(Listing::Students {
                filter: Filter::ProposedBajas,
                typed: String::new(),
            }),
            Place::Today | Place::Form | Place::Import | Place::Backup | Place::Settings => None,
        }
    }

    /// Ctrl+P: the list in view, or on Hoy its sheet, of which there is nothing to ask.
    pub(super) fn ask_print_list(&mut self, machine: &Machine) -> Task<Message> {
        if self.place == Place::Today {
            return self.print_morning(machine);
        }
        if let Some(folio) = self.folio_in_view() {
            let dialog = modals::cut_papers::CutPapers::new(folio, machine.documents.clone());
            return self.open_modal(Modal::CutPapers(dialog), modals::cut_papers::PAPERS);
        }
        let Some(list) = self.list_in_view() else {
            self.say(printing::NO_LIST_IN_VIEW.to_owned());
            return Task::none();
        };
        let count = match self.desk.size_of(&list) {
            Ok(count) => count,
            Err(refusal) => return self.refuse(&refusal),
        };
        if count == 0 {
            self.say(printing::EMPTY_LIST.to_owned());
            return Task::none();
        }
        let named = match &list {
            Listing::Students { filter, .. } => {
                match self.desk.subject_of(*filter, list.typed(), count as usize) {
                    Ok(subject) => subject,
                    Err(refusal) => return self.refuse(&refusal),
                }
            }
            Listing::Cut(cut) => roster::cut(*cut),
        };
        let dialog = modals::print_list::PrintList::new(list, named, machine.documents.clone());
        self.open_modal(Modal::PrintList(dialog), modals::print_list::PRINT)
    }

    pub(super) fn print_list(
        &mut self,
        machine: &Machine,
        list: &Listing,
        whole_numbers: bool,
    ) -> Task<Message> {
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        match self.desk.print_list(list, whole_numbers, write) {
            Ok(printed) => {
                self.notice = None;
                let folio = printed.folios.first().map_or("", String::as_str);
                let said = printing::list_opened(folio);
                show(machine, printing::LIST, printed.path, said)
            }
            Err(error) => {
                self.trouble(error.explain());
                Task::none()
            }
        }
    }

    fn print_morning(&mut self, machine: &Machine) -> Task<Message> {
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        match self.desk.print_morning(write) {
            Ok(printed) => {
                self.notice = None;
                let folio = printed.folios.first().map_or("", String::as_str);
                show(machine, morning::NAME, printed.path, morning::opened(folio))
            }
            Err(error) => {
                self.trouble(error.explain());
                Task::none()
            }
        }
    }

    pub(super) fn print_keys(&mut self, machine: &Machine) -> Task<Message> {
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        match self.desk.print_keys(shortcut::card(), write) {
            Ok(path) => show(machine, card::NAME, path, card::OPENED.to_owned()),
            Err(error) => {
                self.trouble(error.explain());
                Task::none()
            }
        }
    }

    pub(super) fn export(&mut self, machine: &Machine) -> Task<Message> {
        if let Some(folio) = self.folio_in_view() {
            return self.leave_cut(machine, &folio, CutPaper::Workbook);
        }
        let Some(list) = self.list_in_view() else {
            self.say(printing::NO_LIST_IN_VIEW.to_owned());
            return Task::none();
        };
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        match self.desk.export(&list, SheetFormat::Xlsx, write) {
            Ok(exported) => {
                self.notice = None;
                self.say(sheets::exported(
                    exported.rows,
                    exported.folio.as_deref(),
                    &exported.path,
                ));
            }
            Err(error) => self.trouble(error.explain()),
        }
        Task::none()
    }
}

/// Opens a paper in the viewer; where there is none, says where it is.
pub(super) fn show(
    machine: &Machine,
    paper: &'static str,
    path: std::path::PathBuf,
    said: String,
) -> Task<Message> {
    let open = machine.viewer.clone();
    let opening = path.clone();
    Task::perform(async move { open(&opening) }, move |opened| {
        Message::PaperOpened {
            paper,
            said: said.clone(),
            path: path.clone(),
            opened,
        }
    })
}
