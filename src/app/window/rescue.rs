//! The way back of a register: from the room of one that does not open, and from the first run.

use iced::Task;

use super::{Message, Notice, Office, Phase, Place, Window, focus_on};
use crate::app::handed::Handed;
use crate::app::modals::Modal;
use crate::app::screens::restoring::Action;
use crate::app::screens::{backup, first_run, refused};
use crate::app::widget;
use crate::desk::restoring::{self, NotRestored, Restored, Tried};
use crate::desk::{Desk, Explain};
use crate::store::Kept;

/// A copy that is looked at, which goes away with it, and the room that leads back.
#[derive(Debug)]
pub(super) struct LookedAt {
    tried: Box<Tried>,
    back: Back,
}

/// Where whoever looked at a copy comes from.
#[derive(Debug)]
enum Back {
    /// The room of a register that does not open.
    Room(Box<refused::Screen>),
    /// The office, with Respaldo open.
    Office(Box<Office>),
}

impl Window {
    pub(super) fn first_run(&mut self) -> Task<Message> {
        let machine = &self.machine;
        let (screen, task) = first_run::Screen::new(&machine.data, machine.clock.clone(), &machine.drives);
        self.phase = Phase::FirstRun(Box::new(screen));
        task.map(Message::FirstRun)
    }

    pub(super) fn first_run_asked(&mut self, action: first_run::Action) -> Task<Message> {
        match action {
            first_run::Action::None | first_run::Action::Copies(Action::None | Action::Run(_)) => {
                Task::none()
            }
            first_run::Action::Run(task) => task.map(Message::FirstRun),
            first_run::Action::Begin(first) => self.begin(&first),
            first_run::Action::Copies(Action::Restore(tried, kept)) => self.restore(*tried, kept),
            // Where there is no register nobody looks at a copy only: it is restored, and nothing is lost by that.
            first_run::Action::Copies(Action::Look(_)) => Task::none(),
        }
    }

    /// What else happens in the first run: time passes, and Esc.
    pub(super) fn aside_of_first_run(&mut self, message: &Message) -> Task<Message> {
        let Phase::FirstRun(screen) = &mut self.phase else {
            return Task::none();
        };
        match message {
            Message::Ticked => screen
                .look_for_copies(&self.machine.drives)
                .map(Message::FirstRun),
            Message::Escape => {
                let action = screen.escape();
                self.first_run_asked(action)
            }
            _ => Task::none(),
        }
    }

    pub(super) fn update_refused(&mut self, message: refused::Message) -> Task<Message> {
        let Phase::Refused(screen) = &mut self.phase else {
            return Task::none();
        };
        let action = screen.update(message);
        self.refused_asked(action)
    }

    pub(super) fn escape_refused(&mut self) -> Task<Message> {
        let Phase::Refused(screen) = &mut self.phase else {
            return Task::none();
        };
        let action = screen.escape();
        self.refused_asked(action)
    }

    fn refused_asked(&mut self, action: refused::Action) -> Task<Message> {
        match action {
            refused::Action::None | refused::Action::Copies(Action::None | Action::Run(_)) => Task::none(),
            refused::Action::Run(task) => task.map(Message::Refused),
            refused::Action::Close => iced::exit(),
            refused::Action::Begin => self.first_run(),
            refused::Action::Again => self.start(),
            refused::Action::Copies(Action::Restore(tried, kept)) => self.restore(*tried, kept),
            refused::Action::Copies(Action::Look(tried)) => self.look_at(tried),
        }
    }

    /// Puts a copy in the place of the register, and goes to work with it.
    fn restore(&mut self, tried: Tried, kept: Kept) -> Task<Message> {
        match restoring::restore(None, tried, kept, &self.machine.clock) {
            Ok(restored) => self.enter_restored(restored),
            Err(NotRestored { why, .. }) => {
                match &mut self.phase {
                    Phase::Refused(screen) => screen.refuse(&why),
                    Phase::FirstRun(screen) => screen.refuse_copy(&why),
                    Phase::Open(_) | Phase::Between => {}
                }
                Task::none()
            }
        }
    }

    /// Puts a copy in the place of the register of an open office, and goes on at Respaldo.
    pub(super) fn replace(&mut self, handed: &Handed<(Box<Tried>, Kept)>) -> Task<Message> {
        let Some((tried, kept)) = handed.take() else {
            return Task::none();
        };
        let office = match std::mem::replace(&mut self.phase, Phase::Between) {
            Phase::Open(office) => office,
            other => {
                self.phase = other;
                return Task::none();
            }
        };
        let entered = match restoring::restore(Some(office.desk), *tried, kept, &self.machine.clock) {
            Ok(restored) => self.enter_restored(restored),
            Err(NotRestored { why, desk }) => match desk {
                Some(desk) => {
                    let entered = self.enter(Ok(*desk));
                    if let Phase::Open(office) = &mut self.phase {
                        office.trouble(why.explain());
                    }
                    entered
                }
                // Whatever stands there now is told by opening it.
                None => return self.start(),
            },
        };
        match &mut self.phase {
            Phase::Open(office) => Task::batch([entered, office.go_backup()]),
            _ => entered,
        }
    }

    fn enter_restored(&mut self, restored: Restored) -> Task<Message> {
        let Restored { desk, said, next, .. } = restored;
        let task = self.enter(Ok(desk));
        if let Phase::Open(office) = &mut self.phase {
            // What else is found at the start may take the place of the notice.
            office.say(said.clone());
            office.notice = Some(Notice {
                text: format!("{said} {next}").into(),
                draft: None,
                is_problem: false,
            });
        }
        task
    }

    /// Shows a copy as an office in which nothing is saved.
    pub(super) fn look_at(&mut self, tried: Box<Tried>) -> Task<Message> {
        let desk = tried.look(self.machine.clock.clone());
        let office = desk.and_then(|desk: Desk| Office::new(desk, &self.machine));
        match office {
            Ok((office, task)) => {
                let former = std::mem::replace(&mut self.phase, Phase::Open(Box::new(office)));
                let back = match former {
                    Phase::Refused(room) => Some(Back::Room(room)),
                    Phase::Open(office) => Some(Back::Office(office)),
                    Phase::FirstRun(_) | Phase::Between => None,
                };
                self.looked_at = back.map(|back| Box::new(LookedAt { tried, back }));
                self.follow_settings();
                task
            }
            Err(refusal) => {
                if let Phase::Refused(screen) = &mut self.phase {
                    screen.say(refusal.explain());
                }
                Task::none()
            }
        }
    }

    /// Whether Esc has nothing else to leave than the copy that is looked at.
    pub(super) fn may_leave_copy(&self) -> bool {
        let Phase::Open(office) = &self.phase else {
            return false;
        };
        self.looked_at.is_some()
            && office.place == Place::Today
            && office.modal.is_none()
            && office.notice.is_none()
            && office.focused != Some(super::SEARCH.into())
    }

    /// Back to the room in which the copy was chosen; it is the one that would be restored.
    pub(super) fn leave_copy(&mut self) -> Task<Message> {
        let Some(looked_at) = self.looked_at.take() else {
            return Task::none();
        };
        let LookedAt { tried, back } = *looked_at;
        match back {
            Back::Room(mut room) => {
                if let Some(copies) = room.copies() {
                    copies.take_back(tried);
                }
                let first = room.first();
                self.phase = Phase::Refused(room);
                Task::batch([widget::focus(first), focus_on(first).discard()])
            }
            Back::Office(mut office) => {
                let mut first = backup::LIST_ID;
                if let Some(Modal::Restoring(dialog)) = &mut office.modal {
                    dialog.copies().take_back(tried);
                    first = dialog.first();
                }
                self.phase = Phase::Open(office);
                self.follow_settings();
                focus_on(first)
            }
        }
    }
}
