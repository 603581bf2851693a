//! The support console.

use crate::app::{self, Machine};
use crate::desk::Clock;
use crate::system::{folders, viewer};

/// Runs the program.
pub fn main() -> std::process::ExitCode {
    let data = folders::data(None).unwrap_or_default();
    let documents = folders::documents(&data, true);
    let machine = Machine {
        data,
        documents,
        clock: Clock::of_the_computer(),
        viewer: std::sync::Arc::new(viewer::open),
        demo: false,
    };
    match app::run(machine) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(_) => std::process::ExitCode::FAILURE,
    }
}
