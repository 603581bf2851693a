//! Ajustes and Ctrl+L at an open desk.

use std::path::PathBuf;

use iced::Task;

use super::{Message, Office, Place, focus_on};
use crate::app::Machine;
use crate::app::modals::{self, Modal};
use crate::app::screens::settings;
use crate::app::widget;
use crate::desk::{Explain, Refusal};
use crate::domain::settings::Topic;
use crate::words::{records, settings as words};

impl Office {
    pub(super) fn go_settings(&mut self) -> Task<Message> {
        self.keep_draft();
        self.place = Place::Settings;
        focus_on(settings::GROUPS)
    }

    pub(super) fn update_settings(&mut self, machine: &Machine, message: settings::Message) -> Task<Message> {
        match self.settings.update(&self.desk, message) {
            settings::Action::None => Task::none(),
            settings::Action::Run(task) => task
                .map(Message::Settings)
                .chain(widget::focused().map(Message::FocusFound)),
            settings::Action::AskPrinter => self.ask_printer(),
            settings::Action::Ask(row) => self.ask_setting(machine, row),
            settings::Action::Confirm(topic) => {
                let confirmed = self.desk.confirm(topic);
                self.settled(confirmed, words::confirmed(topic), topic)
            }
            settings::Action::Reset(settings::Row::Item(topic, at)) => {
                let text = self.desk.settings().text(topic);
                let rest: Vec<&str> = text
                    .lines()
                    .enumerate()
                    .filter(|(line, _)| *line != at)
                    .map(|(_, line)| line)
                    .collect();
                self.save_setting(topic, &rest.join("\n"))
            }
            settings::Action::Reset(row) => match row.topic() {
                Some(topic) => {
                    let reset = self.desk.reset(topic);
                    self.settled(reset, words::was_reset(topic), topic)
                }
                None => Task::none(),
            },
        }
    }

    /// Saves what the dialog asks for; a text that is refused stays in it, with the reason.
    pub(super) fn save_setting_of_dialog(&mut self, topic: Topic, text: &str) -> Task<Message> {
        let set = self.desk.set(topic, text);
        if let (Err(Refusal::Setting(_, fault)), Some(Modal::Setting(dialog))) = (&set, &mut self.modal) {
            dialog.refuse(fault);
            return focus_on(modals::setting::VALUE);
        }
        let said = words::changed(topic, &self.desk.settings().entry(topic).value);
        let closed = self.close_modal();
        Task::batch([closed, self.settled(set, said, topic)])
    }

    /// Asks for the value of a row; where copies may go is looked for meanwhile.
    pub(super) fn ask_setting(&mut self, machine: &Machine, row: settings::Row) -> Task<Message> {
        let Some(dialog) = modals::setting::SettingDialog::new(&self.desk, row) else {
            return Task::none();
        };
        let opened = self.open_modal(Modal::Setting(dialog), modals::setting::VALUE);
        Task::batch([opened, self.look_for_sticks(machine)])
    }

    /// Holds the layout of the files against a sample and shows what came of it in its dialog.
    pub(super) fn try_sample(&mut self, path: &str) -> Task<Message> {
        let tried = self.desk.try_sample(path);
        if let Some(Modal::Setting(dialog)) = &mut self.modal {
            match &tried {
                Ok(report) => dialog.compared(records::sample::compared(report)),
                Err(Refusal::Setting(_, fault)) => dialog.refuse(fault),
                Err(_) => {}
            }
        }
        match tried {
            Err(refusal) if !matches!(refusal, Refusal::Setting(..)) => self.trouble(refusal.explain()),
            _ => {}
        }
        focus_on(modals::setting::VALUE)
    }

    /// The file that the system's dialog brought; Cancel, and a system without such a dialog, bring none.
    pub(super) fn logo_chosen(&mut self, path: Option<PathBuf>) -> Task<Message> {
        if let (Some(path), Some(Modal::Setting(dialog))) = (path, &mut self.modal) {
            dialog.take_path(path.display().to_string());
        }
        focus_on(modals::setting::VALUE)
    }

    pub(super) fn save_setting(&mut self, topic: Topic, text: &str) -> Task<Message> {
        let set = self.desk.set(topic, text);
        let said = words::changed(topic, &self.desk.settings().entry(topic).value);
        self.settled(set, said, topic)
    }

    /// Says what came of a change, and reads again what it may have changed.
    fn settled(&mut self, changed: Result<bool, Refusal>, said: String, topic: Topic) -> Task<Message> {
        match changed {
            Ok(true) => {
                self.notice = None;
                self.refresh();
                match crate::domain::settings::Setting::of(topic).group {
                    crate::domain::settings::Group::Appearance => self.say(said),
                    _ => self.say_done(said),
                }
            }
            Ok(false) => self.say(words::same(topic)),
            Err(refusal) => return self.refuse_softly(&refusal),
        }
        Task::none()
    }

    pub(super) fn ask_clerk(&mut self) -> Task<Message> {
        let dialog = modals::clerk::ClerkDialog::new(self.desk.settings().clerks(), self.desk.clerk());
        self.open_modal(Modal::Clerk(dialog), modals::clerk::NAMES)
    }

    pub(super) fn attend(&mut self, name: &str) -> Task<Message> {
        match self.desk.attend(name) {
            Ok(()) => {
                self.refresh();
                self.say(words::attends(name));
                Task::none()
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }
}
