//! What IMSS answered to an envío, or the office's own sheet of it, as a list of answers.
//!
//! Nobody publishes how an answer looks, so three kinds are read: a sheet with a column of NSS, lines of text with an NSS in
//! each, and lines of 168 characters with something behind them. The words that count are data, the table
//! `respuesta.toml`. A row that says nothing, or two things, is not guessed at: it is kept as it stands, for a person.

use crate::domain::nss::Nss;

mod columns;
mod lines;
#[cfg(test)]
mod tests;
mod vocabulary;

use super::workbook::{Cell, Grid, Workbook};
pub use crate::domain::reconcile::{Answer, AnswerFault, Outcome};

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnswerSheet {
    /// The rows that say what was done with somebody's movement, in their order.
    pub answers: Vec<Answer>,
    /// The rows that were not understood.
    pub unread: Vec<Unread>,
    /// The lote, where the file names one and no other.
    pub lote: Option<String>,
}

/// A row that names nobody, or of whom it says nothing or two things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The row of its sheet, from 1.
    pub row: u32,
    /// What stands in it: a line of text as it is, cells with a bar between them.
    pub text: String,
}

/// Reads what a file says of each movement. Hidden sheets are not looked at; where a sheet has a column of NSS, only such
/// sheets are.
///
/// # Errors
/// [`AnswerFault`], where nobody is named or of nobody anything is said.
pub fn read(book: &Workbook) -> Result<AnswerSheet, AnswerFault> {
    let visible: Vec<&Grid> = book.sheets.iter().filter(|sheet| !sheet.hidden).collect();
    let mut gathered = Gathered::default();
    let in_columns: Vec<_> = visible
        .iter()
        .filter_map(|sheet| Some((*sheet, columns::Head::find(sheet)?)))
        .collect();
    if in_columns.is_empty() {
        for sheet in visible {
            lines::read(sheet, book.separator, &mut gathered);
        }
    } else {
        for (sheet, head) in in_columns {
            columns::read(sheet, &head, &mut gathered);
        }
    }
    gathered.finish()
}

/// What was read so far.
#[derive(Default)]
struct Gathered {
    sheet: AnswerSheet,
    /// How many rows name somebody, whatever they say.
    people: usize,
    /// How many rows have something in a column of NSS, right or not.
    numbered: usize,
    lotes: Vec<String>,
}

impl Gathered {
    /// A row was read: an answer, or what stands in it that nobody understood.
    fn row(&mut self, row: u32, read: Read, text: impl FnOnce() -> String) {
        match read {
            Read::Answer(answer) => {
                self.people += 1;
                self.sheet.answers.push(*answer);
                return;
            }
            Read::Person => self.people += 1,
            Read::Nobody => {}
        }
        let text = text();
        if !text.trim().is_empty() {
            self.sheet.unread.push(Unread { row, text });
        }
    }

    fn lote(&mut self, lote: &str) {
        let lote = lote.trim();
        if !lote.is_empty() && !self.lotes.iter().any(|known| known == lote) {
            self.lotes.push(lote.to_owned());
        }
    }

    fn finish(mut self) -> Result<AnswerSheet, AnswerFault> {
        if self.people == 0 {
            return Err(match self.numbered {
                0 => AnswerFault::NoNss,
                rows => AnswerFault::NoRightNss { rows },
            });
        }
        if self.sheet.answers.is_empty() {
            return Err(AnswerFault::NoOutcome { people: self.people });
        }
        if let [only] = self.lotes.as_slice() {
            self.sheet.lote = Some(only.clone());
        }
        Ok(self.sheet)
    }
}

/// What came of reading a row.
enum Read {
    /// Somebody's movement was accepted or rejected.
    Answer(Box<Answer>),
    /// Somebody is named, and nothing clear is said.
    Person,
    /// Nobody is named.
    Nobody,
}

/// The rows of a sheet with their numbers.
fn numbered(sheet: &Grid) -> impl Iterator<Item = (u32, &Vec<Cell>)> {
    (sheet.first_row..).zip(&sheet.rows)
}

/// The NSS of a cell. A spreadsheet drops the zero in front: ten digits are taken with it, if then the check digit agrees.
fn nss_of(text: &str) -> Option<Nss> {
    // ="03190412340" and '03190412340 are how sheets are told that a number is text.
    let bare = text.trim().trim_matches(|sign| matches!(sign, '=' | '"' | '\''));
    if let Ok(nss) = Nss::parse(bare) {
        return Some(nss);
    }
    let is_one_short = bare.len() == 10 && bare.bytes().all(|byte| byte.is_ascii_digit());
    is_one_short
        .then(|| Nss::parse(&format!("0{bare}")).ok())
        .flatten()
}
