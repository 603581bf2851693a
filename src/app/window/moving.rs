//! The Mudanza at an open desk: its dialog, the work beside the window, and its card.

use std::path::Path;

use iced::Task;

use super::{Message, Office, focus_on};
use crate::app::Machine;
use crate::app::modals::{self, Modal, moving as dialog};
use crate::desk::moving::Moved;
use crate::desk::{self, Explain, Explained};
use crate::store::sealed::Passphrase;
use crate::system::folders;
use crate::words::moving as words;

impl Office {
    /// Opens the dialog; the places to write to are looked for meanwhile.
    pub(super) fn ask_moving(&mut self, machine: &Machine) -> Task<Message> {
        let opened = Modal::Moving(Box::new(dialog::MovingDialog::proposing()));
        let opened = self.open_modal(opened, dialog::PLACE);
        Task::batch([opened, self.look_for_sticks(machine)])
    }

    /// Looks for the places to write to, as long as one is to be chosen: a stick was plugged in, perhaps.
    pub(super) fn look_for_sticks(&self, machine: &Machine) -> Task<Message> {
        match &self.modal {
            Some(Modal::Moving(dialog)) if dialog.is_asking() => {
                let places = machine.drives.clone();
                dialog::MovingDialog::look_for(move || places())
                    .map(modals::Message::Moving)
                    .map(Message::Modal)
            }
            Some(Modal::Setting(dialog)) => {
                let places = machine.drives.clone();
                match dialog.look_for(move || places()) {
                    Some(looking) => looking.map(modals::Message::Setting).map(Message::Modal),
                    None => Task::none(),
                }
            }
            _ => Task::none(),
        }
    }

    /// Writes it into a folder, away from the window.
    pub(super) fn make_moving(&mut self, folder: &Path, phrase: &str) -> Task<Message> {
        let judged = self.desk.judge_passphrase(phrase);
        let work = self
            .desk
            .move_to(&self.desk.moving_in(folder), Passphrase::new(phrase));
        let Some(Modal::Moving(dialog)) = &mut self.modal else {
            return Task::none();
        };
        if let Err(weakness) = judged {
            dialog.refuse_phrase(words::weak(&weakness));
            return focus_on(dialog::OWN);
        }
        let Some(work) = work else {
            dialog.refuse(words::NOTHING_TO_TAKE.to_owned());
            return Task::none();
        };
        dialog.make();
        Task::perform(
            async move { work.make().map(Box::new).map_err(|why| why.explain()) },
            Message::MovingMade,
        )
    }

    /// It is there, or it is said why not.
    pub(super) fn moving_made(&mut self, made: Result<Box<Moved>, Explained>) -> Task<Message> {
        if let Ok(moved) = &made {
            self.copy.last = Some(moved.copied.clone());
            // The copy that it was made of stays with the others.
            self.refresh();
        }
        let Some(Modal::Moving(dialog)) = &mut self.modal else {
            return Task::none();
        };
        match made {
            Ok(moved) => {
                dialog.made(*moved);
                focus_on(dialog::GO_ON)
            }
            Err(why) => {
                dialog.refuse(why.line());
                focus_on(dialog::PLACE)
            }
        }
    }

    /// Writes its card among the papers and opens it. The dialog stays: the passphrase is written on the stub by hand.
    pub(super) fn print_moving_card(&mut self, machine: &Machine, moved: &Moved) -> Task<Message> {
        let write = desk::into_folder(&machine.documents, folders::write_whole);
        let written = self.desk.print_moving_card(moved, write);
        let Some(Modal::Moving(dialog)) = &mut self.modal else {
            return Task::none();
        };
        match written {
            Ok(path) => {
                dialog.card_opened(words::card::written(&path));
                let said = words::dialog::CARD_OPENED.to_owned();
                super::lists::show(machine, words::dialog::CARD, path, said)
            }
            Err(error) => {
                dialog.card_opened(error.explain().line());
                Task::none()
            }
        }
    }
}
