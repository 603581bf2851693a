//! Respaldo at an open desk: copies made, tried and put in the register's place. What takes long goes on beside the window.

use std::path::Path;

use iced::Task;

use super::{Message, Office, Place, focus_on};
use crate::app::Machine;
use crate::app::modals::restoring::RestoreDialog;
use crate::app::modals::{self, Modal, rescue};
use crate::app::screens::backup::{self, Action, Screen};
use crate::app::screens::import::{Job, work};
use crate::app::screens::settings::Row;
use crate::app::widget;
use crate::desk::{self, Checking, Explain, Explained, MadeCopy, SheetTest};
use crate::domain::settings::Topic;
use crate::store::Finding;
use crate::system::folders;
use crate::words::findings::dialog as findings;
use crate::words::{backup as words, copies, rescue as sheet_words};

impl Office {
    pub(super) fn go_backup(&mut self) -> Task<Message> {
        self.keep_draft();
        match Screen::new(&self.desk) {
            Ok(screen) => {
                self.backup = Some(screen);
                self.place = Place::Backup;
                Task::batch([focus_on(backup::LIST_ID), self.look_at_place()])
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Looks at the second place, which may take as long as a disk that sleeps.
    pub(super) fn look_at_place(&self) -> Task<Message> {
        match Screen::look(&self.desk) {
            Some(look) => Task::perform(async move { look.look() }, |seen| {
                Message::Backup(backup::Message::PlaceSeen(seen))
            }),
            None => Task::none(),
        }
    }

    pub(super) fn update_backup(&mut self, machine: &Machine, message: backup::Message) -> Task<Message> {
        let Some(screen) = &mut self.backup else {
            return Task::none();
        };
        if self.desk.copy_of().is_some() {
            self.say(words::IS_A_COPY.to_owned());
            return Task::none();
        }
        match screen.update(message) {
            Action::None => Task::none(),
            Action::Run(task) => task
                .map(Message::Backup)
                .chain(widget::focused().map(Message::FocusFound)),
            Action::Copy => self.copy_here_and_away(),
            Action::Compare(path) => self.ask_restoring(Some(&path)),
            Action::AskCopy => self.ask_restoring(None),
            Action::Move => self.ask_moving(machine),
            Action::Check => self.check_register(),
            Action::Try => self.try_newest_copy(),
            Action::AskPlace => self.ask_place(machine),
            Action::AskSheet => {
                let has_former = self.desk.backup_overview().is_ok_and(|it| it.key.is_some());
                let dialog = rescue::MakeSheet::new(has_former);
                self.open_modal(Modal::MakeSheet(dialog), rescue::MAKE)
            }
            Action::AskGroups => self.open_modal(Modal::TestSheet(rescue::TestSheet::new()), rescue::GROUPS),
        }
    }

    /// «Hacer copia ahora».
    fn copy_here_and_away(&mut self) -> Task<Message> {
        let Some(copy) = self.desk.copy_here_and_away() else {
            self.say(words::ONLY_A_SAMPLE.to_owned());
            return Task::none();
        };
        self.notice = None;
        self.begin_work(Job::Copying);
        let (made, late) = work::beside(move || copy.make().map_err(|error| error.explain()));
        Task::batch([
            made.map(Message::CopyAsked),
            late.map(|()| Message::AskedCopyIsLate),
        ])
    }

    /// Holds a copy against the register, or asks where it lies.
    fn ask_restoring(&mut self, path: Option<&Path>) -> Task<Message> {
        let Some(data) = self.desk.folder() else {
            self.say(words::ONLY_A_SAMPLE.to_owned());
            return Task::none();
        };
        if path.is_some_and(|path| !path.is_file()) {
            self.trouble(words::NOT_THERE_ANY_MORE.to_owned().into());
            self.refresh();
            return self.look_at_place();
        }
        self.notice = None;
        self.keep_draft();
        let clock = self.desk.clock().clone();
        let (dialog, begun) = match (path, &self.backup) {
            (Some(path), Some(screen)) => RestoreDialog::of_one(&data, clock, screen.candidates(), path),
            _ => (RestoreDialog::of_any(&data, clock), modals::Action::None),
        };
        let first = dialog.first();
        let opened = self.open_modal(Modal::Restoring(Box::new(dialog)), first);
        match begun {
            modals::Action::Run(task) => Task::batch([opened, task.map(Message::Modal)]),
            _ => opened,
        }
    }

    fn begin_work(&mut self, job: Job) {
        self.focus_below = self.focused.clone();
        self.modal = Some(Modal::Working(modals::working::Working::new(job)));
    }

    fn try_newest_copy(&mut self) -> Task<Message> {
        let Some(drill) = self.desk.drill_now() else {
            self.say(copies::NOTHING_TO_TRY.to_owned());
            return Task::none();
        };
        self.notice = None;
        self.copy.is_asked = true;
        self.say(words::TRYING.to_owned());
        Task::perform(async move { drill.run() }, Message::CopyTried)
    }

    fn ask_place(&mut self, machine: &Machine) -> Task<Message> {
        self.ask_setting(machine, Row::Value(Topic::SecondPlace))
    }

    /// Esc while a copy is made: it goes on to its end, and nobody has to wait for it.
    pub(super) fn leave_copying(&mut self) -> Option<Task<Message>> {
        match &self.modal {
            Some(Modal::Working(working)) if working.is_copying() => {}
            _ => return None,
        }
        self.say(words::GOES_ON.to_owned());
        Some(self.end_work())
    }

    /// «Revisar la base»: everything is looked through, away from the window.
    fn check_register(&mut self) -> Task<Message> {
        let Some(checking) = self.desk.checking() else {
            self.say(words::ONLY_A_SAMPLE.to_owned());
            return Task::none();
        };
        self.notice = None;
        self.say(findings::LOOKING.to_owned());
        self.look_through(checking, Vec::new())
    }

    /// Looks through the register; `repaired` was put right before.
    fn look_through(&self, checking: Checking, repaired: Vec<Finding>) -> Task<Message> {
        let looking = async move { checking.run().map_err(|error| error.explain()) };
        Task::perform(looking, move |found| {
            Message::RegisterLookedThrough(repaired.clone(), found)
        })
    }

    /// Tells what was found, unless a dialog has been opened meanwhile that must not be covered.
    pub(super) fn register_looked_through(
        &mut self,
        repaired: &[Finding],
        found: Result<Vec<Finding>, Explained>,
    ) -> Task<Message> {
        let found = match found {
            Ok(found) => found,
            Err(why) => {
                self.trouble(why);
                return Task::none();
            }
        };
        if repaired.is_empty() && found.is_empty() {
            self.say(words::sound(self.desk.count_students().unwrap_or_default()));
            return Task::none();
        }
        if self.modal.is_some() {
            self.trouble(words::FOUND_SOMETHING.to_owned().into());
            return Task::none();
        }
        self.said = None;
        let told = modals::findings::FindingsDialog::new(&self.desk, repaired, &found);
        self.open_modal(Modal::Findings(told), modals::findings::MAIN)
    }

    /// Puts right what can be, and looks again.
    pub(super) fn repair_register(&mut self) -> Task<Message> {
        let closed = self.close_modal();
        match self.desk.repair() {
            Ok(repaired) => {
                self.refresh();
                let again = self
                    .desk
                    .checking()
                    .map(|checking| self.look_through(checking, repaired));
                closed.chain(again.unwrap_or_else(Task::none))
            }
            Err(refusal) => Task::batch([closed, self.refuse(&refusal)]),
        }
    }

    /// The copy that was asked for came to its end.
    pub(super) fn asked_copy_made(&mut self, made: Option<Result<MadeCopy, Explained>>) -> Task<Message> {
        let ended = self.end_work();
        let Some(made) = made else {
            return ended;
        };
        if let Ok(made) = &made {
            let students = made.copied.report.students;
            let figures = copies::figures(made.bytes, made.took.as_millis() as u64);
            self.say(format!("{} {figures}", copies::verified(students)));
        }
        let told = self.copy_made(made);
        self.refresh();
        if let Some(screen) = &mut self.backup {
            screen.choose_newest();
        }
        Task::batch([ended, told, self.look_at_place()])
    }

    /// It takes long: it is seen, with a way not to wait for it.
    pub(super) fn asked_copy_is_late(&mut self) -> Task<Message> {
        match &mut self.modal {
            Some(Modal::Working(working)) if working.is_copying() => {
                working.show();
                focus_on(modals::working::STOP)
            }
            _ => Task::none(),
        }
    }

    pub(super) fn make_sheet(&mut self, machine: &Machine) -> Task<Message> {
        let closed = self.close_modal();
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        match self.desk.make_office_key(write) {
            Ok(made) => {
                self.notice = None;
                self.refresh();
                let said = sheet_words::made(&made.mark, made.replaces.as_deref());
                closed.chain(super::lists::show(machine, words::THE_SHEET, made.sheet, said))
            }
            Err(error) => {
                self.trouble(error.explain());
                closed
            }
        }
    }

    pub(super) fn test_sheet(&mut self, typed: &str) -> Task<Message> {
        let found = match self.desk.test_rescue_sheet(typed) {
            Ok(found) => found,
            Err(refusal) => {
                if let Some(Modal::TestSheet(dialog)) = &mut self.modal {
                    dialog.refuse(refusal.explain().line());
                }
                return focus_on(rescue::GROUPS);
            }
        };
        let said = match found {
            SheetTest::Matches { mark, file_removed } => {
                let closed = self.close_modal();
                self.notice = None;
                self.refresh();
                self.say(sheet_words::matches(&mark, file_removed));
                return closed;
            }
            SheetTest::Former(former) => {
                let overview = self.desk.backup_overview();
                let now = overview.ok().and_then(|it| it.key).map(|it| it.recipient.mark());
                sheet_words::former(&former.recipient.mark(), former.made.at, &now.unwrap_or_default())
            }
            SheetTest::DoesNotMatch => sheet_words::DOES_NOT_MATCH.to_owned(),
            SheetTest::NoKey => sheet_words::NO_KEY.to_owned(),
        };
        if let Some(Modal::TestSheet(dialog)) = &mut self.modal {
            dialog.refuse(said);
        }
        focus_on(rescue::GROUPS)
    }
}
