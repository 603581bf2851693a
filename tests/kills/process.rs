//! The process that is killed: the program itself from its console, or this very binary at work on a desk.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use super::{NOW_WRITTEN, closing, copying};

/// What was left of a process.
pub struct Killed {
    /// The lines that it got out.
    pub acknowledged: Vec<String>,
    /// Whether it was still at work when it was killed.
    pub was_at_work: bool,
}

/// Lets a process work for so long, and kills it. `feed` writes what it reads, for as long as it reads.
pub fn kill_after(
    command: &mut Command,
    delay: Duration,
    feed: impl FnOnce(ChildStdin) + Send + 'static,
) -> Killed {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let input = child.stdin.take().unwrap();
    let feeding = std::thread::spawn(move || feed(input));
    let output = BufReader::new(child.stdout.take().unwrap());
    let hearing = std::thread::spawn(move || output.lines().map_while(Result::ok).collect());
    std::thread::sleep(delay.saturating_sub(begun.elapsed()));
    let was_at_work = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    feeding.join().unwrap();
    Killed {
        acknowledged: hearing.join().unwrap(),
        was_at_work,
    }
}

/// How long a process takes that nobody kills.
pub fn undisturbed(command: &mut Command) -> Duration {
    let begun = Instant::now();
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    begun.elapsed()
}

/// Feeds nothing.
pub fn nothing(_: ChildStdin) {}

/// The console, on a folder, on the day of these tests.
pub fn console(folder: &Path, line: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ventanilla"));
    command
        .arg("--datos")
        .arg(folder)
        .args(["--ahora", NOW_WRITTEN])
        .args(line)
        .stdin(Stdio::null());
    command
}

const WORK: &str = "VENTANILLA_KILLED_WORK";
const FOLDER: &str = "VENTANILLA_KILLED_FOLDER";
const STEP: &str = "VENTANILLA_KILLED_STEP";
/// Before the number of each step that was done.
const DONE: &str = "hecho ";

/// Works without end on a desk in `folder`, from this step on.
pub fn endless(work: &str, folder: &Path, step: usize) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "process::the_process_that_is_killed",
            "--ignored",
            "--nocapture",
        ])
        .env(WORK, work)
        .env(FOLDER, folder)
        .env(STEP, step.to_string());
    command
}

/// The step after the last one that an endless process acknowledged.
pub fn next_step(killed: &Killed, step: usize) -> usize {
    let acknowledged = killed
        .acknowledged
        .iter()
        .filter_map(|line| line.split(DONE).nth(1)?.parse().ok());
    acknowledged.max().map_or(step, |last: usize| last + 1)
}

/// Works until it is killed. Started by hand it does nothing.
#[test]
#[ignore = "the other tests start it, to be killed"]
fn the_process_that_is_killed() {
    let named = |variable| std::env::var(variable).ok();
    let (Some(work), Some(folder), Some(step)) = (named(WORK), named(FOLDER), named(STEP)) else {
        return;
    };
    let mut work: Box<dyn FnMut(usize)> = match work.as_str() {
        "closing" => closing::work(Path::new(&folder)),
        "copying" => copying::work(Path::new(&folder)),
        unknown => panic!("{unknown}"),
    };
    for step in step.parse().unwrap().. {
        work(step);
        let mut out = std::io::stdout().lock();
        writeln!(out, "{DONE}{step}").and_then(|()| out.flush()).unwrap();
    }
}
