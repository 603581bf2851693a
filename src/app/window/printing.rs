//! F9: a paper about one student, or about all who are marked.

use std::path::PathBuf;

use iced::Task;

use super::{Message, Office};
use crate::app::Machine;
use crate::app::modals::{self, Modal};
use crate::desk::{self, Explain};
use crate::domain::ids::StudentId;
use crate::store::Paper;
use crate::system::{folders, viewer};
use crate::words::{marked, printing};

impl Office {
    pub(super) fn ask_print(&mut self, machine: &Machine, student: StudentId) -> Task<Message> {
        let whose = if self.acts_on_marked() {
            marked::marked_persons(self.students.marked().len())
        } else {
            self.name_of(student)
        };
        let dialog = modals::print::Print::new(student, whose, machine.documents.clone());
        self.open_modal(Modal::Print(dialog), modals::print::DOCUMENTS)
    }

    /// One PDF: this student's, or while somebody is marked a sheet for each, in the order in which they were.
    pub(super) fn print(
        &mut self,
        machine: &Machine,
        paper: Paper,
        student: StudentId,
        also_elsewhere: bool,
    ) -> Task<Message> {
        let marked = self.acts_on_marked().then(|| self.students.marked().to_vec());
        let students = marked.as_deref().unwrap_or(std::slice::from_ref(&student));
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        let printed = match self.desk.print(paper, students, write) {
            Ok(printed) => printed,
            Err(error) => {
                self.trouble(error.explain());
                return Task::none();
            }
        };
        self.notice = None;
        self.refresh();
        let (path, paper) = (printed.path, paper_name(paper));
        if also_elsewhere {
            return Task::perform(save_elsewhere(path.clone()), move |elsewhere| {
                Message::SavedElsewhere {
                    paper,
                    path: path.clone(),
                    elsewhere,
                }
            });
        }
        let said = match marked {
            Some(marked) => marked::opened(paper, marked.len()),
            None => {
                let name = self.name_of(student);
                let folio = printed.folios.first().map_or("", String::as_str);
                printing::opened(paper, &name, folio)
            }
        };
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
}

/// «el resumen», in a sentence.
fn paper_name(paper: Paper) -> &'static str {
    match paper {
        Paper::Summary => printing::THE_SUMMARY,
        Paper::Checklist => printing::THE_CHECKLIST,
        Paper::ClinicSteps => printing::THE_CLINIC_STEPS,
    }
}

/// Asks where else to save a paper, and saves it there.
async fn save_elsewhere(path: PathBuf) -> Option<Result<PathBuf, PathBuf>> {
    let folder = path.parent()?.to_owned();
    let name = path.file_name()?.to_string_lossy().into_owned();
    let chosen = viewer::ask_where_to_save(folder, name, printing::SAVE_AS_TITLE).await?;
    let copied = std::fs::read(&path).and_then(|bytes| folders::write_over(&chosen, &bytes));
    Some(match copied {
        Ok(()) => Ok(chosen),
        Err(_) => Err(chosen),
    })
}
