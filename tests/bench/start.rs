//! From the start of the process to the first painted frame (goal 200 ms), and the memory that is resident then
//! (goal 60 MB), on a folder of 100,000 students.
//!
//! Each start is a process of its own. Counted: loading the program and its letters, the fonts of the system that
//! the toolkit looks through, opening the register, the first page, view, layout, and a whole frame on the headless
//! renderer. Not counted: the connection to the display and the window itself. The register is in the system's cache
//! after the first start, and its copy of the day is made already, except in the last row. Beside it: an empty page
//! started the same way, and a process that does nothing.

mod campus;
mod ruler;
mod stage;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use iced::Event;
use iced::keyboard::key::{NativeCode, Physical};
use iced::keyboard::{self, Key, Location, Modifiers};
use ruler::{Goal, Times, figure, memory, row, verdict};
use stage::Stage;

const STARTS: usize = 15;
const PART: &str = "--part";
/// What is typed, eight times over, before the memory is looked at again.
const KEYS: &str = "hernandez garcia luis";

fn main() {
    let begun = Instant::now();
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, flag, part, folder] = &arguments[..]
        && flag == PART
    {
        return play(part, Path::new(folder), begun);
    }
    if !ruler::is_asked() {
        return;
    }
    for students in campus::SIZES {
        let folder = campus::folder(students);
        let starts = |part: &str, times: usize| -> Vec<Start> {
            (0..=times).map(|_| Start::of(part, &folder)).skip(1).collect()
        };
        let whole = starts("window", STARTS);
        let empty = starts("empty", STARTS);
        let nothing = starts("nothing", STARTS);
        let work = starts("work", 3);

        ruler::head(&format!("{students} students: start to first painted frame"));
        let goal = Goal::Median(Duration::from_millis(200));
        row(
            "from outside: process and all",
            &times(&whole, |it| it.outside),
            &[goal],
        );
        for (at, name) in ["letters", "opening, first page", "view, layout", "first frame"]
            .iter()
            .enumerate()
        {
            row(&format!("  {name}"), &times(&whole, |it| it.parts(at)), &[]);
        }
        row("beside: an empty page", &times(&empty, |it| it.outside), &[]);
        row(
            "beside: a process that does nothing",
            &times(&nothing, |it| it.outside),
            &[],
        );

        println!("  memory, MB: resident (anonymous + of files), median of the starts");
        let limit = |mb: f64| verdict(mb, 60.0, " MB");
        for (what, starts, at, is_goal) in [
            ("after the first frame", &whole, 0, true),
            ("after 168 keys in the search box, each painted", &work, 0, true),
            ("beside: an empty page", &empty, 0, false),
            ("beside: a process that does nothing", &nothing, 0, false),
        ] {
            let [resident, anonymous, of_files] = memory_of(starts, at);
            let said = if is_goal { limit(resident) } else { String::new() };
            figure(
                what,
                format!("{resident:.1} ({anonymous:.1} + {of_files:.1})"),
                &said,
            );
        }
        let copying = campus::of_its_own(students);
        let start = Start::of("work", copying.path());
        figure(
            "the most, while the copy of the day is made",
            format!("{:.1}", start.most),
            "",
        );
    }
}

/// What one process told.
struct Start {
    outside: Duration,
    /// Letters, opening, layout, frame: each in seconds.
    steps: Vec<f64>,
    /// Resident, anonymous, of files: after the first frame and after some work.
    memory: Vec<[f64; 3]>,
    /// The most that was ever resident.
    most: f64,
}

impl Start {
    fn of(part: &str, folder: &Path) -> Self {
        let program = std::env::current_exe().expect("this program");
        let begun = Instant::now();
        let started = std::time::SystemTime::now();
        let output = Command::new(program)
            .args([PART, part])
            .arg(folder)
            .output()
            .expect("it starts");
        let ended = begun.elapsed();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let numbers = |name: &str| -> Vec<f64> {
            let line = said.lines().find_map(|line| line.strip_prefix(name));
            let numbers = line.unwrap_or_default().split_whitespace();
            numbers.filter_map(|number| number.parse().ok()).collect()
        };
        let since_epoch = started
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default()
            .as_secs_f64();
        // By the wall, since the other process cannot see when this one began.
        let outside = numbers("painted").first().map_or(ended, |painted| {
            Duration::from_secs_f64((painted - since_epoch).max(0.0))
        });
        Self {
            outside,
            steps: numbers("steps"),
            memory: numbers("memory")
                .chunks_exact(3)
                .map(|three| [three[0], three[1], three[2]])
                .collect(),
            most: numbers("most").first().copied().unwrap_or_default(),
        }
    }

    fn parts(&self, at: usize) -> Duration {
        Duration::from_secs_f64(self.steps.get(at).copied().unwrap_or_default())
    }
}

fn times(starts: &[Start], part: impl Fn(&Start) -> Duration) -> Times {
    starts.iter().map(part).collect()
}

fn memory_of(starts: &[Start], at: usize) -> [f64; 3] {
    let mut found: Vec<[f64; 3]> = starts
        .iter()
        .filter_map(|it| it.memory.get(at).copied())
        .collect();
    found.sort_by(|a, b| a[0].total_cmp(&b[0]));
    found.get(found.len() / 2).copied().unwrap_or([f64::NAN; 3])
}

// ------------------------------------------------------------------ inside the process that is started

fn play(part: &str, folder: &Path, begun: Instant) {
    let mut steps = vec![begun];
    let mut memory = Vec::new();
    match part {
        "window" => {
            stage::load_letters();
            steps.push(Instant::now());
            let mut stage = Stage::open(stage::machine(folder));
            steps.push(Instant::now());
            stage.lay_out();
            steps.push(Instant::now());
            stage.paint();
            steps.push(Instant::now());
            println!("painted {}", wall());
            memory.push(resident());
        }
        "work" => {
            stage::load_letters();
            let mut stage = Stage::open(stage::machine(folder));
            stage.settle();
            stage.paint();
            println!("most {}", ruler::memory("VmHWM").unwrap_or_default());
            for character in KEYS.repeat(8).chars() {
                stage.strike(&typed(character));
                stage.settle();
                stage.paint();
            }
            memory.push(resident());
        }
        "empty" => {
            stage::load_letters();
            stage::paint_nothing(&mut stage::renderer());
            println!("painted {}", wall());
            memory.push(resident());
        }
        _ => {
            println!("painted {}", wall());
            memory.push(resident());
        }
    }
    let steps: Vec<String> = steps
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).as_secs_f64().to_string())
        .collect();
    println!("steps {}", steps.join(" "));
    let memory: Vec<String> = memory.into_iter().flatten().map(|mb| mb.to_string()).collect();
    println!("memory {}", memory.join(" "));
}

fn wall() -> f64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs_f64()
}

fn resident() -> [f64; 3] {
    ["VmRSS", "RssAnon", "RssFile"].map(|line| memory(line).unwrap_or(f64::NAN))
}

fn typed(character: char) -> Event {
    let key = Key::Character(character.to_string().into());
    Event::Keyboard(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key: Physical::Unidentified(NativeCode::Unidentified),
        location: Location::Standard,
        modifiers: Modifiers::default(),
        text: Some(character.to_string().into()),
        repeat: false,
    })
}
