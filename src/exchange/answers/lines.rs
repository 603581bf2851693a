//! Answers in lines of text: an NSS somewhere in each, and what was done.

use super::vocabulary::{Named, Says, Verdict, vocabulary};
use super::{Answer, Gathered, Outcome, Read, numbered};
use crate::domain::movement::{MovementKind, Rejection};
use crate::domain::nss::Nss;
use crate::domain::person_name::fold;
use crate::domain::registro_patronal::RegistroPatronal;
use crate::exchange::workbook::Grid;

/// The length of a record.
const RECORD: usize = 168;

/// What may stand between the word «lote» and its number.
const BEFORE_LOTE: [&str; 6] = ["no", "num", "numero", "de", "envio", "n"];

/// Reads every row of a sheet as a line. Text that was parted where it has a comma is put together again.
pub(super) fn read(sheet: &Grid, separator: Option<char>, gathered: &mut Gathered) {
    let between = match separator {
        Some(sign) if !sign.is_whitespace() => sign.to_string(),
        _ => " ".to_owned(),
    };
    for (number, row) in numbered(sheet) {
        let texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
        let line = texts.join(&between);
        if let Some(lote) = lote_in(&line) {
            gathered.lote(&lote);
        }
        gathered.row(number, read_line(number, &line), || line.trim().to_owned());
    }
}

fn read_line(number: u32, text: &str) -> Read {
    if let Some((record, rest)) = Record::at_start(text) {
        return match outcome(rest) {
            Some((outcome, _)) => Read::Answer(Box::new(Answer {
                row: number,
                nss: record.nss,
                movement: record.movement,
                outcome,
                on: None,
                name: record.name,
            })),
            None => Read::Person,
        };
    }
    let mut named = numbers_in(text);
    named.dedup();
    let [nss] = named.as_slice() else {
        // Two people in one line: what is said of which?
        return if named.is_empty() {
            Read::Nobody
        } else {
            Read::Person
        };
    };
    match outcome(text) {
        Some((outcome, before)) => Read::Answer(Box::new(Answer {
            row: number,
            nss: nss.clone(),
            movement: vocabulary().kind_in_text(before),
            outcome,
            on: None,
            name: None,
        })),
        None => Read::Person,
    }
}

/// What a text says was done, and what stands before the word that says it: behind it a cause may name anything.
fn outcome(text: &str) -> Option<(Outcome, &str)> {
    match vocabulary().verdict(text) {
        Verdict::Clear(Says::Accepted, at) => Some((Outcome::Accepted, &text[..at.start])),
        Verdict::Clear(Says::Rejected, at) => {
            Some((Outcome::Rejected(rejection(text, at.end)), &text[..at.start]))
        }
        Verdict::Clear(Says::Nothing, _) | Verdict::Silent | Verdict::Denied | Verdict::Both => None,
    }
}

/// Code and cause, from what stands behind the word of the result; where nothing does, the whole text is the cause.
pub(super) fn rejection(text: &str, from: usize) -> Rejection {
    let is_sign = |ch: char| ch.is_whitespace() || ":;,.-–—|()[]\"'=".contains(ch);
    let rest = text.get(from..).unwrap_or_default().trim_matches(is_sign);
    let mut words = rest.split(is_sign).filter(|word| !word.is_empty());
    let code = match (words.next().map(str::to_lowercase).as_deref(), words.next()) {
        (Some("codigo" | "código" | "cod" | "clave" | "error"), Some(code))
            if code.bytes().any(|byte| byte.is_ascii_digit()) =>
        {
            Some(code.to_owned())
        }
        _ => None,
    };
    let cause = if rest.is_empty() { text.trim() } else { rest };
    Rejection {
        code,
        cause: cause.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// The numbers of a text that are an NSS, with hyphens or without; also ten digits and the check digit behind a space.
fn numbers_in(text: &str) -> Vec<Nss> {
    let is_between = |ch: char| ch.is_whitespace() || ",;:|()[]{}\"'=/".contains(ch);
    let words: Vec<&str> = text
        .split(is_between)
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if !word.chars().all(|ch| ch.is_ascii_digit() || ch == '-') {
            continue;
        }
        let next = words.get(at + 1).filter(|next| next.len() == 1);
        let with_next = next
            .filter(|_| word.len() == 10)
            .map(|next| format!("{word}{next}"));
        let nss = Nss::parse(word).ok();
        found.extend(nss.or_else(|| Nss::parse(&with_next?).ok()));
    }
    found
}

/// The lote that a line names: the first word with a digit behind «lote».
pub(super) fn lote_in(text: &str) -> Option<String> {
    let mut words = text
        .split(|ch: char| ch.is_whitespace() || ":#=|,;\"".contains(ch))
        .map(|word| word.trim_matches(|ch: char| ".,;()[]°º".contains(ch)))
        .filter(|word| !word.is_empty());
    words.find(|word| word.eq_ignore_ascii_case("lote"))?;
    let mut behind = words.skip_while(|word| BEFORE_LOTE.contains(&fold(word).as_str()));
    let named = behind.next()?;
    named
        .bytes()
        .any(|byte| byte.is_ascii_digit())
        .then(|| named.to_owned())
}

/// Whose record a line is, by its positions.
struct Record {
    nss: Nss,
    movement: Option<MovementKind>,
    name: Option<String>,
}

impl Record {
    /// The record at the beginning of a line, and what stands behind it.
    fn at_start(text: &str) -> Option<(Self, &str)> {
        // Each letter is one position, in whatever encoding the file was.
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).take(RECORD + 1).collect();
        let end = match ends.len() {
            length if length > RECORD => ends[RECORD],
            RECORD => text.len(),
            _ => return None,
        };
        let part =
            |from: usize, until: usize| text.get(ends[from - 1]..*ends.get(until).unwrap_or(&text.len()));
        RegistroPatronal::parse(part(1, 11)?).ok()?;
        let nss = Nss::parse(part(12, 22)?).ok()?;
        let movement = match vocabulary().movement_of_cell(part(132, 133)?)? {
            Named::Ours(kind) => kind,
            Named::Other => return None,
        };
        let name: Vec<&str> = part(23, 103)?.split_whitespace().collect();
        let record = Self {
            nss,
            movement: Some(movement),
            name: Some(name.join(" ")).filter(|name| !name.is_empty()),
        };
        Some((record, &text[end..]))
    }
}
