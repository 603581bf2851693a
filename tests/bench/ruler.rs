//! The ruler: times in rows, beside their goals.
#![allow(dead_code, reason = "each benchmark uses its own part")]

use std::fmt;
use std::time::{Duration, Instant};

/// Whether `cargo bench` asked. `cargo test --all-targets` starts benchmarks too, and times are not for tests.
pub fn is_asked() -> bool {
    let asked = std::env::args().any(|argument| argument == "--bench");
    if !asked {
        println!("a benchmark: run it with cargo bench");
    }
    asked
}

/// How long `work` took, with what it returned.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let done = std::hint::black_box(work());
    (done, begun.elapsed())
}

/// The times of one thing done often.
#[derive(Debug, Clone, Default)]
pub struct Times(Vec<f64>);

impl Times {
    pub fn add(&mut self, took: Duration) {
        self.0.push(took.as_secs_f64());
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The time below which this part of them lies.
    pub fn at(&self, part: f64) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1);
        let seconds = sorted.get((part * last as f64).round() as usize);
        Duration::from_secs_f64(seconds.copied().unwrap_or_default())
    }

    pub fn median(&self) -> Duration {
        self.at(0.5)
    }

    pub fn p99(&self) -> Duration {
        self.at(0.99)
    }

    /// The median of the ratios of each time to the one of `beside` that was taken next to it.
    pub fn ratio(&self, beside: &Self) -> f64 {
        let mut ratios: Vec<f64> = self.0.iter().zip(&beside.0).map(|(a, b)| a / b).collect();
        ratios.sort_unstable_by(f64::total_cmp);
        ratios.get(ratios.len() / 2).copied().unwrap_or(f64::NAN)
    }

    /// All of both.
    pub fn extend(&mut self, other: &Self) {
        self.0.extend(&other.0);
    }
}

impl FromIterator<Duration> for Times {
    fn from_iter<I: IntoIterator<Item = Duration>>(times: I) -> Self {
        Self(times.into_iter().map(|took| took.as_secs_f64()).collect())
    }
}

/// The head of a table.
pub fn head(title: &str) {
    println!("\n{title}");
    println!(
        "  {:<52} {:>5} {:>9} {:>9} {:>9} {:>9}",
        "", "n", "min", "median", "p99", "max"
    );
}

/// A row of it, with its goal: a median, and perhaps a p99 too.
pub fn row(what: &str, times: &Times, goals: &[Goal]) {
    let [min, median, p99, max] = [0.0, 0.5, 0.99, 1.0].map(|part| millis(times.at(part)));
    let verdicts: String = goals.iter().map(|goal| goal.of(times)).collect();
    println!(
        "  {what:<52} {:>5} {min:>9} {median:>9} {p99:>9} {max:>9}{verdicts}",
        times.len()
    );
}

/// A row of one figure.
pub fn figure(what: &str, value: impl fmt::Display, verdict: &str) {
    println!("  {what:<52} {value:>15}{verdict}");
}

/// Says whether a figure keeps below its goal.
pub fn verdict(value: f64, goal: f64, unit: &str) -> String {
    format!("  goal < {goal}{unit}: {}", kept(value < goal))
}

/// What a row is to keep below.
pub enum Goal {
    Median(Duration),
    P99(Duration),
}

impl Goal {
    fn of(&self, times: &Times) -> String {
        let (name, goal, found) = match self {
            Self::Median(goal) => ("median", *goal, times.median()),
            Self::P99(goal) => ("p99", *goal, times.p99()),
        };
        format!("  goal {name} < {}: {}", millis(goal), kept(found < goal))
    }
}

fn kept(is_kept: bool) -> &'static str {
    if is_kept { "kept" } else { "MISSED" }
}

/// Milliseconds, as many digits as say something.
pub fn millis(took: Duration) -> String {
    let millis = took.as_secs_f64() * 1000.0;
    match millis {
        100.0.. => format!("{millis:.0} ms"),
        10.0.. => format!("{millis:.1} ms"),
        1.0.. => format!("{millis:.2} ms"),
        _ => format!("{millis:.3} ms"),
    }
}

/// A line of `/proc/self/status`, in MB; none on other systems.
pub fn memory(line: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let found = status
        .lines()
        .find_map(|it| it.strip_prefix(line)?.strip_prefix(':'))?;
    let kilobytes: f64 = found.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1024.0)
}
