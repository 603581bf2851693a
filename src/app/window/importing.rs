//! Importar at an open desk: what its screen asks of the window.

use iced::Task;

use super::{Message, Notice, Office, Place, focus_on};
use crate::app::Machine;
use crate::app::modals::{self, Modal};
use crate::app::screens::import::work::{Heard, Saving};
use crate::app::screens::import::{self, Action};
use crate::app::screens::students;
use crate::app::shortcut::Command;
use crate::app::widget;
use crate::desk::{self, Explain};
use crate::domain::ids::{ImportId, PlanId};
use crate::domain::import::Column;
use crate::system::folders;
use crate::words::{importing as words, printing, sheets, template};

impl Office {
    /// Ctrl+I: the sheet that is under way, or else the newest files. In Importar itself: the files.
    pub(super) fn go_import(&mut self, machine: &Machine) -> Task<Message> {
        self.keep_draft();
        let is_here = self.place == Place::Import;
        if !is_here {
            self.came_from = self.place;
            self.place = Place::Import;
        }
        if !is_here && self.import.is_under_way() {
            let action = self.import.take_up(&mut self.desk);
            let focus = focus_on(self.import.first());
            return Task::batch([self.import_asked(action), focus]);
        }
        self.open_files(machine)
    }

    fn open_files(&mut self, machine: &Machine) -> Task<Message> {
        self.import = import::Screen::new(&machine.sheets);
        match self.import.read_former(&self.desk) {
            Ok(()) => focus_on(self.import.first()),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// F5: what was downloaded meanwhile; under review, what became of the register.
    pub(super) fn refresh_import(&mut self, machine: &Machine) -> Task<Message> {
        if self.import.step() == import::Step::File {
            return self.open_files(machine);
        }
        self.import_again()
    }

    /// From Hoy: a sheet that waits for decisions.
    pub(super) fn open_waiting_import(&mut self, machine: &Machine, plan: PlanId) -> Task<Message> {
        let mut screen = import::Screen::new(&machine.sheets);
        match screen.reopen(&self.desk, plan) {
            Ok(true) => {
                self.import = screen;
                self.came_from = self.place;
                self.place = Place::Import;
                focus_on(self.import.first())
            }
            Ok(false) => {
                self.refresh();
                Task::none()
            }
            Err(error) => {
                self.trouble(error.explain());
                Task::none()
            }
        }
    }

    /// A file was dropped on the window: it is read wherever one is, unless something else is under way.
    pub(super) fn file_dropped(&mut self, machine: &Machine, path: std::path::PathBuf) -> Task<Message> {
        if self.modal.is_some() {
            return Task::none();
        }
        if self.place != Place::Import {
            self.keep_draft();
            self.came_from = self.place;
            self.place = Place::Import;
            self.import = import::Screen::new(&machine.sheets);
        }
        self.update_import(import::Message::Dropped(path))
    }

    pub(super) fn update_import(&mut self, message: import::Message) -> Task<Message> {
        let mut before = Task::none();
        if let import::Message::Worked(heard) = &message {
            if matches!(heard, Heard::Ended(_)) {
                before = self.end_work();
            } else if let Some(Modal::Working(working)) = &mut self.modal
                && working.hear(heard)
            {
                before = focus_on(modals::working::STOP);
            }
        }
        let action = self.import.update(&mut self.desk, message);
        before.chain(self.import_asked(action))
    }

    /// The dialog of what went on closes; the focus goes back only if the dialog had it.
    pub(super) fn end_work(&mut self) -> Task<Message> {
        match &self.modal {
            Some(modal @ Modal::Working(_)) if modal.is_shown() => self.close_modal(),
            Some(Modal::Working(_)) => {
                self.modal = None;
                self.focus_below = None;
                Task::none()
            }
            _ => Task::none(),
        }
    }

    pub(super) fn import_asked(&mut self, action: Action) -> Task<Message> {
        let run = |task: Task<import::Message>| {
            task.map(Message::Import)
                .chain(widget::focused().map(Message::FocusFound))
        };
        match action {
            Action::None => Task::none(),
            Action::Run(task) => run(task),
            Action::Say(said, task) => {
                self.notice = None;
                self.say(said);
                run(task)
            }
            Action::Tell(why, task) => {
                self.trouble(why);
                run(task)
            }
            Action::Work(job, task) => {
                self.notice = None;
                self.focus_below = self.focused.clone();
                self.modal = Some(Modal::Working(modals::working::Working::new(job)));
                task.map(|heard| Message::Import(import::Message::Worked(heard)))
            }
            Action::AskColumn { place, named, chosen } => {
                let dialog = modals::import_column::ImportColumn::new(place, named, chosen);
                self.open_modal(Modal::ImportColumn(dialog), modals::import_column::LIST)
            }
            Action::AskRow {
                row,
                name,
                cells,
                why,
            } => {
                let dialog = modals::import_row::ImportRow::new(row, name, cells, why);
                self.open_modal(Modal::ImportRow(dialog), modals::import_row::FIRST)
            }
            Action::AskSaving(asking) => {
                let dialog = modals::import_saving::ImportSaving::new(asking, self.desk.next_cut());
                self.open_modal(Modal::ImportSaving(dialog), modals::import_saving::SAVE)
            }
            Action::Saved {
                said,
                is_whole,
                can_be_undone,
            } => self.import_saved(said, is_whole, can_be_undone),
            Action::AskUndo { import, source } => match self.desk.plan_undo_import(import) {
                Ok(plan) => {
                    let dialog = modals::import_undo::ImportUndo::new(import, source, plan);
                    self.open_modal(Modal::ImportUndo(dialog), modals::import_undo::UNDO)
                }
                Err(refusal) => self.refuse(&refusal),
            },
            Action::Advise(what, task) => {
                self.notice = Some(Notice {
                    text: what,
                    draft: None,
                    is_problem: false,
                });
                run(task)
            }
            Action::WriteTemplate => Task::done(Message::TemplateWanted),
            Action::Export => Task::done(Message::Command(Command::Export)),
            Action::Leave => self.leave_import(),
            Action::Refused(refusal) => self.refuse(&refusal),
        }
    }

    fn import_saved(&mut self, said: String, is_whole: bool, can_be_undone: bool) -> Task<Message> {
        self.notice = None;
        // A verified copy may have been made before.
        self.copy.last = self.desk.last_copy();
        if is_whole {
            self.query.clear();
            self.place = Place::Students;
            if let Err(refusal) = self.students.search(&self.desk, "") {
                return self.refuse(&refusal);
            }
        }
        self.refresh();
        if can_be_undone {
            self.say_done(said);
        } else {
            self.say(said);
        }
        focus_on(if is_whole {
            students::LIST_ID
        } else {
            self.import.first()
        })
    }

    pub(super) fn leave_import(&mut self) -> Task<Message> {
        self.place = match self.came_from {
            Place::Import => Place::Students,
            place => place,
        };
        self.refresh();
        self.focus_screen()
    }

    /// Takes a sheet back that was imported at any time.
    pub(super) fn undo_import(&mut self, import: ImportId) -> Task<Message> {
        let closed = self.close_modal();
        match self.desk.undo_import(import) {
            Ok(undone) => {
                let said = desk::undone(&undone);
                closed.chain(self.turned_back(&undone.act, said))
            }
            Err(refusal) => closed.chain(self.refuse(&refusal)),
        }
    }

    /// Writes the sheet that other offices fill in, among the papers.
    pub(super) fn write_template(&mut self, machine: &Machine) -> Task<Message> {
        match self.desk.template() {
            Ok(bytes) => match folders::write_whole(&machine.documents, template::FILE_NAME, &bytes) {
                Ok(path) => {
                    self.notice = None;
                    self.say(template::written(&path));
                }
                Err(_) => self.trouble(sheets::not_exported(&machine.documents).into()),
            },
            Err(error) => self.trouble(error.explain()),
        }
        Task::none()
    }

    /// Ctrl+Mayús+X in Importar: the rows that wait, to be sent back to who filled them in.
    pub(super) fn export_held(&mut self, machine: &Machine) -> Task<Message> {
        let Some(importing) = self.import.under_review() else {
            self.say(printing::NO_LIST_IN_VIEW.to_owned());
            return Task::none();
        };
        let held = importing.plan().counts().held;
        if held == 0 {
            self.say(words::NONE_HELD.to_owned());
            return Task::none();
        }
        match self.desk.export_held(importing) {
            Ok((name, bytes)) => match folders::write_whole(&machine.documents, &name, &bytes) {
                Ok(path) => {
                    self.notice = None;
                    self.say(words::exported(held, &path));
                }
                Err(_) => self.trouble(sheets::not_exported(&machine.documents).into()),
            },
            Err(error) => self.trouble(error.explain()),
        }
        Task::none()
    }

    pub(super) fn save_import(&mut self, how: Saving) -> Task<Message> {
        let closed = self.close_modal();
        let action = self.import.save(&mut self.desk, how);
        closed.chain(self.import_asked(action))
    }

    pub(super) fn write_cells(&mut self, row: u32, cells: &[(Column, String)]) -> Task<Message> {
        let closed = self.close_modal();
        let action = self.import.write(&mut self.desk, row, cells);
        closed.chain(self.import_asked(action))
    }

    pub(super) fn set_column(&mut self, place: usize, holds: Option<Column>) -> Task<Message> {
        let closed = self.close_modal();
        let action = self.import.set_column(place, holds);
        closed.chain(self.import_asked(action))
    }

    /// Ctrl+Z in Importar: the last decision. What was saved just now is taken back as anywhere.
    pub(super) fn undo_import_step(&mut self) -> Option<Task<Message>> {
        let action = self.import.step_back(&mut self.desk)?;
        Some(self.import_asked(action))
    }

    /// After an undo or a redo the sheet under review is compared with the register anew.
    pub(super) fn import_again(&mut self) -> Task<Message> {
        let action = self.import.take_up(&mut self.desk);
        self.import_asked(action)
    }
}
