//! What a file of answers leaves to be looked at, pile by pile. Whoever was accepted is counted alone.

use crate::desk::{CutMatching, EnvioMatching};
use crate::domain::reconcile::Answer;
use crate::words::reconcile as words;
use crate::words::runway;

/// So many lines of a pile are listed; the others are counted.
const LISTED: usize = 200;

/// Lines that have the same fate.
#[derive(Debug)]
pub struct Pile {
    /// What they are called.
    pub title: &'static str,
    /// How many they are.
    pub count: usize,
    /// What it means.
    pub told: String,
    /// The first of them.
    pub lines: Vec<PileLine>,
}

/// One line.
#[derive(Debug)]
pub struct PileLine {
    /// Whose it is.
    pub who: String,
    /// The identifier, or the NSS of somebody whom nobody knows.
    pub number: String,
    /// What the file says.
    pub told: String,
}

/// The piles of a file, without those that are empty; what asks for the most comes first.
pub fn piles(matching: &CutMatching) -> Vec<Pile> {
    let envios = || matching.envios.iter();
    let rejected = envios().flat_map(|it| {
        let rejected = it.matching.rejected.iter();
        rejected.filter_map(|rejected| line_of(it, rejected.line, words::why(&rejected.why)))
    });
    let contradictory = envios().flat_map(|it| {
        let both = it.matching.contradictory.iter();
        both.filter_map(|both| line_of(it, both.line, words::contradiction(both)))
    });
    let unanswered = envios().flat_map(|it| {
        let numbers = it.matching.unanswered.iter();
        numbers.filter_map(|number| line_of(it, *number, String::new()))
    });
    let unread = matching.unread.iter().map(|it| PileLine {
        who: it.text.clone(),
        number: words::row(it.row),
        told: String::new(),
    });
    [
        pile(words::REJECTED, String::new(), rejected.collect()),
        pile(words::CONTRADICTORY, String::new(), contradictory.collect()),
        pile(
            words::UNANSWERED,
            runway::answers::STAYS_OPEN.to_owned(),
            unanswered.collect(),
        ),
        pile(
            words::AGAINST_RECORD,
            runway::answers::RECORD_STAYS.to_owned(),
            answers(&matching.against_record),
        ),
        pile(
            words::NOT_YET_SENT,
            runway::answers::NOT_SAVED.to_owned(),
            answers(&matching.not_yet_sent),
        ),
        pile(
            words::NOT_SENT,
            runway::answers::NOT_SAVED.to_owned(),
            answers(&matching.not_sent),
        ),
        pile(
            words::UNREAD,
            runway::answers::NOT_SAVED.to_owned(),
            unread.collect(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn pile(title: &'static str, told: String, mut lines: Vec<PileLine>) -> Option<Pile> {
    let count = lines.len();
    lines.truncate(LISTED);
    (count > 0).then_some(Pile {
        title,
        count,
        told,
        lines,
    })
}

fn line_of(it: &EnvioMatching, number: u32, told: String) -> Option<PileLine> {
    let line = it.line(number)?;
    Some(PileLine {
        who: line.name.formal(),
        number: line.identifier.clone(),
        told,
    })
}

fn answers(of: &[Answer]) -> Vec<PileLine> {
    of.iter()
        .map(|answer| PileLine {
            who: answer.name.clone().unwrap_or_default(),
            number: answer.nss.masked(),
            told: format!("{} · {}", words::row(answer.row), words::outcome(&answer.outcome)),
        })
        .collect()
}
