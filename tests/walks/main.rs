//! Walks through the real window by keyboard alone, with every key counted: the scenarios of a day at the desk.

#[path = "../day/mod.rs"]
mod day;
#[path = "../driver/mod.rs"]
mod driver;

mod alike;
mod backup;
mod bajas;
mod breakdown;
mod capture;
mod case;
mod checklist;
mod clinic;
mod constancia;
mod copying;
mod counter;
mod cuts;
mod drafts;
mod first_run;
mod form;
mod import;
mod keys;
mod looks;
mod marked;
mod moving;
mod notices;
mod printer;
mod refused;
mod scenarios;
mod search;
mod settings;
mod today;
mod upkeep;

use std::cell::Cell;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use day::{Day, Hand, advance, first_run, juan, maria, person};
use driver::{Driver, Program};
use iced::{Element, Size, Task, Theme};
use ventanilla::app::Machine;
use ventanilla::app::theme::{Appearance, Scheme};
use ventanilla::app::window::{Message, Window};
use ventanilla::desk::Desk;
use ventanilla::domain::entry::Entry;
use ventanilla::domain::movement::{BajaMotive, MovementState};
use ventanilla::domain::student::{NssRecord, NssState};
use ventanilla::store::{Paper, Store};

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

/// A window of so many points, with everything drawn so much larger.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Frame {
    width: f32,
    height: f32,
    scale: f32,
}

/// The window of the drawings.
const WIDE: Frame = Frame {
    width: 1366.0,
    height: 768.0,
    scale: 1.0,
};
/// The same at 125 %: the record has the place of the list.
const ZOOMED: Frame = Frame { scale: 1.25, ..WIDE };
/// The smallest window there is.
const SMALLEST: Frame = Frame {
    width: 1024.0,
    height: 640.0,
    scale: 1.0,
};

thread_local! {
    /// The frame in which this test starts the program.
    static FRAME: Cell<Frame> = const { Cell::new(WIDE) };
}

/// The same walk, with the same keys, in each frame: the wide window, 125 %, and the smallest window.
macro_rules! in_every_frame {
    ($($(#[$note:meta])* fn $name:ident() $walk:block)+) => {
        $($(#[$note])*
        mod $name {
            use super::*;

            fn walk() $walk

            #[test]
            fn in_the_wide_window() {
                FRAME.set(WIDE);
                walk();
            }

            #[test]
            fn at_125_percent() {
                FRAME.set(ZOOMED);
                walk();
            }

            #[test]
            fn in_the_smallest_window() {
                FRAME.set(SMALLEST);
                walk();
            }
        })+
    };
}
pub(crate) use in_every_frame;

/// A computer with a data folder of its own, a clock that the test moves, and a viewer that only notes what it opens.
struct Computer {
    folder: day::Folder,
    hand: Hand,
    opened: Arc<Mutex<Vec<PathBuf>>>,
    has_viewer: bool,
}

impl Computer {
    fn new() -> Self {
        Self {
            folder: day::folder(),
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

    /// The folder where sheets are looked for.
    fn downloads(&self) -> PathBuf {
        self.folder.path().join("Descargas")
    }

    /// What is plugged in.
    fn stick(&self) -> PathBuf {
        self.folder.path().join("MEMORIA")
    }

    /// The look that the program has at its next start.
    fn wear(&self, look: Appearance) {
        let mut desk = Desk::open(&self.data(), self.hand.clock()).unwrap();
        desk.wear(look).unwrap();
    }

    /// Starts the program in the frame of this test.
    fn start(&self) -> Driver<Window> {
        let mut window = self.start_as_left();
        show_in(&mut window, FRAME.get());
        window.count_again();
        window
    }

    /// Starts the program with the zoom that it remembers.
    fn start_as_left(&self) -> Driver<Window> {
        let (opened, has_viewer) = (self.opened.clone(), self.has_viewer);
        let machine = Machine {
            data: self.data(),
            documents: self.documents(),
            sheets: vec![self.downloads()],
            drives: Arc::new({
                let stick = self.stick();
                move || vec![stick.clone()]
            }),
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

/// Gives the window this size and zoom.
fn show_in(window: &mut Driver<Window>, frame: Frame) {
    window.resize(frame.width, frame.height);
    if window.program().scale_factor() != frame.scale {
        // Some other zoom was remembered.
        window.press("Ctrl+0");
        while window.program().scale_factor() < frame.scale {
            window.press("Ctrl++");
        }
    }
    window.scale(frame.scale);
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

/// In the frame of this test: what has the focus is in view, and as high as a line needs. Keeps a picture of it.
#[track_caller]
fn see_whole(window: &mut Driver<Window>, what: &str, scheme: Scheme) {
    let frame = FRAME.get();
    let here = window.focus_in_view();
    assert!(
        here.is_some_and(|it| it.height >= 24.0),
        "{what} {frame:?}: {here:?}"
    );
    let size = frame.width / frame.scale;
    shot(window, &format!("{what}-{}-{size}.png", scheme.code()));
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
