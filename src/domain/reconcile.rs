//! Conciliar: what IMSS answered about an envío, held against what was sent in it.
//!
//! Nothing is guessed. An answer counts only if it names the NSS of one line and says one thing of it; whatever else there
//! is goes to a pile that a person looks through. The rules are the app's own: IMSS publishes no layout of its answers.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::dispatch::DispatchLine;
use super::movement::{MovementKind, Rejection};
use super::nss::Nss;

/// What IMSS did with a movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Aceptado, operado.
    Accepted,
    /// Rechazado; the cause is never empty: what the answer says, in its own words.
    Rejected(Rejection),
}

/// What a file says of one movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The row of its sheet, from 1.
    pub row: u32,
    /// Whose movement.
    pub nss: Nss,
    /// Alta or baja, if the file says it.
    pub movement: Option<MovementKind>,
    /// What was done with it.
    pub outcome: Outcome,
    /// The day of the answer, if the file says it.
    pub on: Option<NaiveDate>,
    /// The name in the file, for a person that we did not send.
    pub name: Option<String>,
}

/// Why nothing of a file can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswerFault {
    /// Nobody is named by an NSS: no column of it, no number that is one.
    #[error("nobody is named by an NSS")]
    NoNss,
    /// There is a column of NSS, and none of its numbers is one.
    #[error("{rows} rows and no right NSS")]
    NoRightNss {
        /// How many rows have something in it.
        rows: usize,
    },
    /// People are named, and of nobody is said whether the movement was accepted or rejected.
    #[error("{people} people and no outcome")]
    NoOutcome {
        /// How many rows name somebody.
        people: usize,
    },
}

impl AnswerFault {
    /// The short code for console and support.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoNss | Self::NoRightNss { .. } => "respuesta-sin-nss",
            Self::NoOutcome { .. } => "respuesta-sin-resultado",
        }
    }
}

/// An envío held against a file of answers. Lines are given by their number in the envío.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matching {
    /// Lines that were accepted.
    pub accepted: Vec<u32>,
    /// Lines that were rejected.
    pub rejected: Vec<RejectedLine>,
    /// Answers that no line of this envío asked for, or that would fit two of them: their places in the list, from 0.
    pub not_sent: Vec<usize>,
    /// Lines of which the file says nothing.
    pub unanswered: Vec<u32>,
    /// Lines of which the file says both: they stay unanswered.
    pub contradictory: Vec<Contradiction>,
}

impl Matching {
    /// How many lines would be answered.
    pub fn answered(&self) -> usize {
        self.accepted.len() + self.rejected.len()
    }
}

/// A line that was rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedLine {
    /// Its number in the envío.
    pub line: u32,
    /// Why. Several causes of one movement are joined.
    pub why: Rejection,
}

/// A line that the file both accepts and rejects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// Its number in the envío.
    pub line: u32,
    /// The rows that disagree.
    pub rows: Vec<u32>,
}

/// Holds the lines of an envío that wait for an answer against the answers of a file, by NSS. An answer that says of which
/// kind the movement was is for this envío only if it is of that kind. Every line is in exactly one of the lists, and the
/// lists keep the order of the envío and of the file.
pub fn match_answers(kind: MovementKind, sent: &[DispatchLine], answers: &[Answer]) -> Matching {
    let mut lines_of: HashMap<&str, usize> = HashMap::with_capacity(sent.len());
    for line in sent {
        *lines_of.entry(line.nss.as_str()).or_default() += 1;
    }
    let mut matching = Matching::default();
    let mut of_nss: HashMap<&str, Vec<&Answer>> = HashMap::new();
    for (place, answer) in answers.iter().enumerate() {
        let is_of_kind = answer.movement.is_none_or(|of| of == kind);
        // An NSS that two lines bear says of neither which one was meant.
        if is_of_kind && lines_of.get(answer.nss.as_str()) == Some(&1) {
            of_nss.entry(answer.nss.as_str()).or_default().push(answer);
        } else {
            matching.not_sent.push(place);
        }
    }
    for line in sent {
        let number = line.number;
        match of_nss.get(line.nss.as_str()).map(|said| verdict(said)) {
            None => matching.unanswered.push(number),
            Some(Verdict::Accepted) => matching.accepted.push(number),
            Some(Verdict::Rejected(why)) => matching.rejected.push(RejectedLine { line: number, why }),
            Some(Verdict::Both(rows)) => matching.contradictory.push(Contradiction { line: number, rows }),
        }
    }
    matching
}

/// Whether two texts name the same lote.
pub fn is_same_lote(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}

/// The answers that no envío asked for, when several envíos of a cut were held against the same file: their places in the
/// list, from 0.
pub fn sent_by_none(matchings: &[Matching]) -> Vec<usize> {
    let Some((first, others)) = matchings.split_first() else {
        return Vec::new();
    };
    // Each list is in the order of the file.
    let is_in_all = |place: &usize| {
        others
            .iter()
            .all(|other| other.not_sent.binary_search(place).is_ok())
    };
    first.not_sent.iter().copied().filter(is_in_all).collect()
}

enum Verdict {
    Accepted,
    Rejected(Rejection),
    Both(Vec<u32>),
}

/// What several answers to one movement say together: the same said twice counts once.
fn verdict(answers: &[&Answer]) -> Verdict {
    let causes: Vec<&Rejection> = answers
        .iter()
        .filter_map(|answer| match &answer.outcome {
            Outcome::Accepted => None,
            Outcome::Rejected(why) => Some(why),
        })
        .collect();
    if causes.is_empty() {
        Verdict::Accepted
    } else if causes.len() < answers.len() {
        Verdict::Both(answers.iter().map(|answer| answer.row).collect())
    } else {
        let codes = joined(causes.iter().filter_map(|why| why.code.as_deref()));
        Verdict::Rejected(Rejection {
            code: Some(codes).filter(|codes| !codes.is_empty()),
            cause: joined(causes.iter().map(|why| why.cause.as_str())),
        })
    }
}

/// Different texts, each once.
fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut different: Vec<&str> = Vec::new();
    for text in texts.map(str::trim).filter(|text| !text.is_empty()) {
        if !different.contains(&text) {
            different.push(text);
        }
    }
    different.join("; ")
}

#[cfg(test)]
mod tests;
