//! The program breaks down: the log has the place, and nothing of what was being worked on.

use std::path::Path;
use std::process::Command;

use ventanilla::system::log::{self, LOG_NAME};
use ventanilla::words::faults;

const FOLDER: &str = "VENTANILLA_BROKEN_FOLDER";
const GOES_ON: &str = "VENTANILLA_BROKEN_GOES_ON";
/// What a message of a library may quote.
const DATA: &str =
    "called `unwrap()` on a None of de la Cruz Núñez, María Fernanda 12180599990 CUNF051130MPLRXRA2";

/// Breaks down in a process of its own; what it said, and the log.
fn broken(goes_on: bool) -> (String, String) {
    let folder = crate::day::folder();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "broken::the_process_that_breaks_down",
            "--ignored",
            "--nocapture",
        ])
        .env(FOLDER, folder.path());
    if goes_on {
        command.env(GOES_ON, "1");
    }
    let output = command.output().unwrap();
    assert_eq!(output.status.success(), goes_on);
    let log = std::fs::read_to_string(folder.path().join(LOG_NAME)).unwrap();
    (String::from_utf8(output.stderr).unwrap(), log)
}

fn assert_no_data(text: &str) {
    for datum in ["Cruz", "María", "12180599990", "CUNF", "unwrap"] {
        assert!(!text.contains(datum), "{text}");
    }
}

#[test]
fn a_log_of_a_breakdown_has_the_place_and_no_personal_data() {
    let (said, log) = broken(false);
    assert!(
        said.contains("Ventanilla se detuvo por un problema interno."),
        "{said}"
    );
    assert!(log.contains("broken.rs:"), "{log}");
    assert_no_data(&log);
    assert_no_data(&said);
}

#[test]
fn a_breakdown_that_is_caught_is_in_the_log_and_stops_nobody() {
    let (said, log) = broken(true);
    assert!(!said.contains("se detuvo"), "{said}");
    assert!(
        log.contains("broken.rs:") && log.contains("the program went on"),
        "{log}"
    );
    assert_no_data(&log);
    assert_no_data(&said);
}

/// Breaks down as a library might. Started by hand it does nothing.
#[test]
#[ignore = "the other tests start it"]
fn the_process_that_breaks_down() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    log::on_panic(
        Path::new(&folder).to_owned(),
        || false,
        |log| eprintln!("{}", faults::stopped(log)),
    );
    if std::env::var_os(GOES_ON).is_some() {
        assert_eq!(log::unless_it_breaks(break_down), None);
        return;
    }
    break_down();
}

fn break_down() {
    panic!("{DATA}");
}
