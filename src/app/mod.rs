//! The window: iced, and nothing of SQL.
//!
//! [`window`] is the root: it owns the desk, routes keys and messages, and draws the frame. Each screen is one file
//! with its `struct`, `Message`, `Action`, `new`, `update`, `view`; a screen asks its parent by an `Action` in its own
//! words. Widgets of our own live in [`widget`], the look in [`theme`], the keys in [`shortcut`].

pub mod check_fields;
pub mod clinic_pick;
pub mod handed;
pub mod icon;
pub mod modals;
pub mod nss_pick;
pub mod screens;
pub mod shift_room;
pub mod shortcut;
pub mod theme;
pub mod widget;
pub mod window;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::{Size, window as iced_window};

use crate::desk::Clock;
use crate::print::fonts::Face;
use window::Window;

/// What the window knows of the computer. Tests give it another one.
#[derive(Clone)]
pub struct Machine {
    /// The folder of the register.
    pub data: PathBuf,
    /// The folder for papers.
    pub documents: PathBuf,
    /// The folders where sheets to import are looked for.
    pub sheets: Vec<PathBuf>,
    /// The places where the copies of another computer are looked for: what is plugged in, Documentos,
    /// Descargas.
    pub drives: screens::first_run::Places,
    /// The hour.
    pub clock: Clock,
    /// Opens a paper in the system's viewer; tells whether there was one.
    pub viewer: Arc<dyn Fn(&Path) -> bool + Send + Sync>,
    /// Fills the register with a synthetic campus that is thrown away afterwards.
    pub demo: bool,
}

impl std::fmt::Debug for Machine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Machine")
            .field("data", &self.data)
            .field("documents", &self.documents)
            .finish()
    }
}

/// The window's first size, and the smallest in which everything can be used.
pub const SIZE: Size = Size::new(1366.0, 768.0);
/// The smallest size.
pub const MIN_SIZE: Size = Size::new(1024.0, 640.0);
/// What the desktop knows the program by.
pub const APPLICATION_ID: &str = "mx.ventanilla.Ventanilla";

/// Opens the window and stays until it is closed.
///
/// # Errors
/// The system has no display, or refuses a window.
pub fn run(machine: Machine) -> iced::Result {
    let settings = iced_window::Settings {
        size: SIZE,
        min_size: Some(MIN_SIZE),
        exit_on_close_request: false,
        #[cfg(target_os = "linux")]
        platform_specific: iced_window::settings::PlatformSpecific {
            application_id: APPLICATION_ID.to_owned(),
            ..Default::default()
        },
        ..iced_window::Settings::default()
    };
    let boot = move || Window::new(machine.clone());
    let mut program = iced::application(boot, Window::update, Window::view)
        .title(Window::title)
        .theme(|window: &Window| window.theme())
        .scale_factor(Window::scale_factor)
        .subscription(Window::subscription)
        .default_font(theme::SANS)
        .settings(iced::Settings {
            id: Some(APPLICATION_ID.to_owned()),
            default_text_size: iced::Pixels(14.0),
            ..iced::Settings::default()
        })
        .window(settings);
    for face in Face::ALL {
        program = program.font(face.bytes());
    }
    program.run()
}
