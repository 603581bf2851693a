//! Walks through the real window by keyboard alone, with every key counted: the scenarios of a day at the desk.

#[path = "../day/mod.rs"]
mod day;
#[path = "../driver/mod.rs"]
mod driver;

mod checklist;
mod clinic;
mod constancia;
mod drafts;
mod first_run;
mod form;
mod keys;
mod looks;
mod marked;
mod refused;
mod scenarios;
mod search;
mod settings;
mod today;
mod upkeep;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use day::{Day, Hand, advance, first_run, juan, maria, person};
use driver::{Driver, Program};
use iced::{Element, Size, Task, Theme};
use tempfile::TempDir;
use ventanilla::app::Machine;
use ventanilla::app::window::{Message, Window};
use ventanilla::desk::Desk;
use ventanilla::domain::entry::Entry;
use ventanilla::domain::movement::{BajaMotive, MovementState};
use ventanilla::domain::student::{NssRecord, NssState};
use ventanilla::store::Store;

impl Program for Window {
    type Message = Message;

    fn update(&mut self, message: Message) -> Task<Message> {
        Window::update(self, message)
    }

    fn view(&self) -> Element<'_, Message> {
        Window::view(self)
    }

    fn theme(&self) -> Theme {
        Window::theme(self)
    }

    fn resized(&self, size: Size) -> Option<Message> {
        Some(Message::Resized(size))
    }
}

/// A computer with a data folder of its own, a clock that the test moves, and a viewer that only notes what it opens.
struct Computer {
    folder: TempDir,
    hand: Hand,
    opened: Arc<Mutex<Vec<PathBuf>>>,
    has_viewer: bool,
}

impl Computer {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            hand: Hand::at("2026-11-21 10:30"),
            opened: Arc::default(),
            has_viewer: true,
        }
    }

    /// With a register that holds these people.
    fn with(people: &[Entry]) -> Self {
        let computer = Self::new();
        computer.enroll(people);
        computer
    }

    fn enroll(&self, people: &[Entry]) {
        let data = self.data();
        let mut desk = if Store::exists(&data) {
            Desk::open(&data, self.hand.clock()).unwrap()
        } else {
            Desk::set_up(&data, &first_run(), self.hand.clock()).unwrap()
        };
        for entry in people {
            desk.enroll(entry);
        }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("datos")
    }

    fn documents(&self) -> PathBuf {
        self.folder.path().join("Documentos")
    }

    /// Starts the program.
    fn start(&self) -> Driver<Window> {
        let (opened, has_viewer) = (self.opened.clone(), self.has_viewer);
        let machine = Machine {
            data: self.data(),
            documents: self.documents(),
            clock: self.hand.clock(),
            viewer: Arc::new(move |path| {
                opened.lock().unwrap().push(path.to_owned());
                has_viewer
            }),
            demo: false,
        };
        let (window, task) = Window::new(machine);
        Driver::boot(window, task)
    }
}

/// What the walks look at behind the window.
fn desk(window: &Driver<Window>) -> &Desk {
    window.program().desk().expect("the desk is open")
}

fn shot(window: &mut Driver<Window>, name: &str) {
    window.screenshot(
        std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("walks")
            .join(name),
    );
}

/// Opens the form of a record.
fn correct(window: &mut Driver<Window>, number: &str) {
    window.press("F2");
    window.type_text(number);
    window.press("Enter");
    window.press("Enter");
    window.see("Corregir: ");
}

/// That many people, in alphabetical order.
fn people(count: usize) -> Vec<Entry> {
    let letter = |n: usize| char::from(b'a' + n as u8);
    (0..count)
        .map(|n| {
            let second = format!("Sol{}{}", letter(n / 26), letter(n % 26));
            person(&format!("2523{n:04}"), "Ana", "Luna", &second)
        })
        .collect()
}
