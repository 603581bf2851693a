//! Answers in a sheet that has a column of NSS.

use chrono::NaiveDate;

use super::vocabulary::{Column, Named, Says, Verdict, vocabulary};
use super::{Answer, Gathered, Outcome, Read, lines, nss_of, numbered};
use crate::domain::date::typed_date;
use crate::domain::movement::Rejection;
use crate::domain::nss::Nss;
use crate::exchange::rejections::usual_causes;
use crate::exchange::workbook::{Cell, Grid};

/// Among so many rows from the top the headers are looked for.
const HEADERS_WITHIN: usize = 40;
/// A cell with so many digits is no header.
const DIGITS_OF_DATA: usize = 8;

/// The headers of a sheet.
pub(super) struct Head {
    /// Their row, counted from the first row of the sheet that says something.
    at: usize,
    columns: Vec<Option<Column>>,
    /// Whether what stands in the column of causes can only be that of a rejection: «Causa de rechazo».
    cause_is_of_rejection: bool,
}

impl Head {
    /// The row with the most columns that are known, one of NSS among them and two at least.
    pub(super) fn find(sheet: &Grid) -> Option<Self> {
        let mut best: Option<(usize, Self)> = None;
        for (at, row) in sheet.rows.iter().enumerate().take(HEADERS_WITHIN) {
            let is_data =
                |cell: &Cell| cell.text.bytes().filter(u8::is_ascii_digit).count() >= DIGITS_OF_DATA;
            if row.iter().any(is_data) {
                continue;
            }
            let headers: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
            let columns = vocabulary().headers.recognise(&headers);
            let known = columns.iter().flatten().count();
            let is_better = best.as_ref().is_none_or(|(most, _)| known > *most);
            if known < 2 || !columns.contains(&Some(Column::Nss)) || !is_better {
                continue;
            }
            let cause = columns.iter().position(|column| *column == Some(Column::Cause));
            let cause_header = cause.and_then(|at| headers.get(at)).unwrap_or(&"");
            let cause_is_of_rejection = matches!(
                vocabulary().verdict(cause_header),
                Verdict::Clear(Says::Rejected, _)
            );
            let head = Self {
                at,
                columns,
                cause_is_of_rejection,
            };
            best = Some((known, head));
        }
        best.map(|(_, head)| head)
    }

    /// What a row has in a column; nothing where there is no such column, or no such cell.
    fn cell<'r>(&self, row: &'r [Cell], column: Column) -> &'r str {
        let at = self.columns.iter().position(|of| *of == Some(column));
        at.and_then(|at| row.get(at)).map_or("", |cell| cell.text.trim())
    }
}

/// Reads the rows below the headers.
pub(super) fn read(sheet: &Grid, head: &Head, gathered: &mut Gathered) {
    for (at, (number, row)) in numbered(sheet).enumerate() {
        if at < head.at {
            if let Some(lote) = lines::lote_in(&shown(row)) {
                gathered.lote(&lote);
            }
        } else if at > head.at && !is_head_again(head, row) {
            gathered.lote(head.cell(row, Column::Lote));
            gathered.numbered += usize::from(!head.cell(row, Column::Nss).is_empty());
            gathered.row(number, read_row(head, number, row), || shown(row));
        }
    }
}

/// What stands in a row, for a person.
fn shown(row: &[Cell]) -> String {
    let said = row
        .iter()
        .map(|cell| cell.text.trim())
        .filter(|text| !text.is_empty());
    said.collect::<Vec<_>>().join(" | ")
}

/// The headers of the next page of a long list.
fn is_head_again(head: &Head, row: &[Cell]) -> bool {
    let texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
    let columns = vocabulary().headers.recognise(&texts);
    columns.iter().flatten().count() >= 2 && columns == head.columns[..columns.len().min(head.columns.len())]
}

fn read_row(head: &Head, number: u32, row: &[Cell]) -> Read {
    let Some(nss) = nss(head, row) else {
        return Read::Nobody;
    };
    let movement = match vocabulary().movement_of_cell(head.cell(row, Column::Movement)) {
        Some(Named::Ours(kind)) => Some(kind),
        Some(Named::Other) => return Read::Person,
        None => None,
    };
    match outcome(head, row) {
        Some(outcome) => Read::Answer(Box::new(Answer {
            row: number,
            nss,
            movement,
            outcome,
            on: day(head.cell(row, Column::On)),
            name: name(head, row),
        })),
        None => Read::Person,
    }
}

/// The NSS of a row, whole or with its check digit in a column of its own.
fn nss(head: &Head, row: &[Cell]) -> Option<Nss> {
    let typed = head.cell(row, Column::Nss);
    let digit = head.cell(row, Column::CheckDigit);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digit.len() == 1 && is_number(digit) && is_number(typed) && typed.len() <= 10 {
        // Where the digit stands apart, a short number has lost zeros in front and not the digit behind.
        return Nss::parse(&format!("{typed:0>10}{digit}")).ok();
    }
    let is_without_digit = typed.len() == 10 && head.columns.contains(&Some(Column::CheckDigit));
    if is_without_digit { None } else { nss_of(typed) }
}

/// What the row says was done, if it says it clearly.
fn outcome(head: &Head, row: &[Cell]) -> Option<Outcome> {
    let said = head.cell(row, Column::Outcome);
    let cause = head.cell(row, Column::Cause);
    let code = head.cell(row, Column::Code);
    let says = match (vocabulary().verdict(said), vocabulary().verdict(cause)) {
        // The cause of a rejection may tell of another movement that was accepted.
        (Verdict::Clear(Says::Rejected, _), _) => Says::Rejected,
        (Verdict::Both, _) | (_, Verdict::Both) => return None,
        (Verdict::Clear(one, _), Verdict::Clear(other, _)) if one != other => return None,
        (Verdict::Clear(says, _), _) => says,
        // A result that we do not understand is not explained by the cause beside it.
        _ if !said.is_empty() => return None,
        (_, Verdict::Clear(says, _)) => says,
        (_, Verdict::Silent) if head.cause_is_of_rejection && is_known_cause(cause) => Says::Rejected,
        _ => return elsewhere(head, row),
    };
    Some(match says {
        Says::Accepted => Outcome::Accepted,
        Says::Rejected | Says::Nothing => Outcome::Rejected(rejection(said, cause, code)),
    })
}

/// Whether a text tells why movements are rejected: «ninguna» does not.
fn is_known_cause(text: &str) -> bool {
    usual_causes().recognise(text).is_some()
}

/// What the cells of no known column say, where neither result nor cause says anything.
fn elsewhere(head: &Head, row: &[Cell]) -> Option<Outcome> {
    let unknown = row
        .iter()
        .enumerate()
        .filter(|(at, _)| head.columns.get(*at).is_none_or(Option::is_none))
        .map(|(_, cell)| cell.text.as_str());
    let text = unknown.collect::<Vec<_>>().join(" ");
    match vocabulary().verdict(&text) {
        Verdict::Clear(Says::Accepted, _) => Some(Outcome::Accepted),
        Verdict::Clear(Says::Rejected, at) => {
            let code = head.cell(row, Column::Code);
            let rejection = lines::rejection(&text, at.end);
            Some(Outcome::Rejected(Rejection {
                code: rejection.code.or_else(|| some(code)),
                ..rejection
            }))
        }
        _ => None,
    }
}

/// Code and cause, from their columns or from what stands behind the word of the result.
fn rejection(said: &str, cause: &str, code: &str) -> Rejection {
    let in_result = match vocabulary().verdict(said) {
        Verdict::Clear(_, at) => lines::rejection(said, at.end),
        Verdict::Silent | Verdict::Denied | Verdict::Both => Rejection {
            code: None,
            cause: said.to_owned(),
        },
    };
    Rejection {
        code: some(code).or(in_result.code),
        cause: some(cause).unwrap_or(in_result.cause),
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

/// The day of an answer, in any form that names its year in full.
fn day(text: &str) -> Option<NaiveDate> {
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let text = if day.len() >= 8 { day } else { text };
    let years = text.split(|ch: char| !ch.is_ascii_digit());
    let has_year = years.into_iter().any(|digits| matches!(digits.len(), 4 | 8));
    // With its year in full no date depends on today.
    has_year.then(|| typed_date(text, NaiveDate::MIN).ok()).flatten()
}

/// The name, in one column or in three.
fn name(head: &Head, row: &[Cell]) -> Option<String> {
    let parts = [Column::FirstSurname, Column::SecondSurname, Column::Name];
    let parts = parts.map(|column| head.cell(row, column));
    some(
        &parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
    )
}
