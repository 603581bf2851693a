//! NSS and CURP of a row, each from wherever it stands, and the digits that a spreadsheet took.

use chrono::NaiveDate;

use super::super::cell::read_date;
use super::super::column::Column;
use super::super::decisions::{Cause, Choice, Shown, Why};
use super::{Reading, Said, code_of};
use crate::domain::curp::Curp;
use crate::domain::entry::{Entry, plain};
use crate::domain::nss::{NSS_LENGTH, Nss};
use crate::domain::person_name::fold;
use crate::domain::student::NssState;

impl Reading<'_, '_> {
    /// A long number as text; one that lost its digits is empty once somebody has seen it.
    pub(super) fn long_number(&mut self, column: Column) -> String {
        let cell = self.cell(column);
        if !LONG_NUMBERS.contains(&column) || !cell.has_lost_digits() {
            return self.text(column);
        }
        // Without an identifier it would be another person.
        let proposal = (column != Column::Identifier).then_some(Shown::Nothing);
        self.doubt(
            Cause::LostDigits,
            column,
            Shown::text(&cell.text),
            proposal,
            Why::DigitsLost,
        );
        String::new()
    }

    /// NSS and CURP, each from wherever it stands.
    pub(super) fn numbers(&mut self) -> (String, String) {
        let nss = self.long_number(Column::Nss);
        let curp = self.text(Column::Curp);
        let one_cell = |cell: &str| {
            let parts: Vec<&str> = cell
                .split(|ch: char| ch.is_whitespace() || matches!(ch, '/' | ',' | ';' | '|'))
                .filter(|part| !part.is_empty())
                .collect();
            match parts[..] {
                [one, other] if looks_like_curp(one) && looks_like_nss(other) => {
                    Some((other.to_owned(), one.to_owned()))
                }
                [one, other] if looks_like_nss(one) && looks_like_curp(other) => {
                    Some((one.to_owned(), other.to_owned()))
                }
                _ => None,
            }
        };
        let found = match (nss.is_empty(), curp.is_empty()) {
            (true, true) => None,
            (false, true) => one_cell(&nss)
                .map(|found| (found, Why::BothInOneCell))
                .or_else(|| {
                    looks_like_curp(&nss).then(|| ((String::new(), nss.clone()), Why::EachInTheOther))
                }),
            (true, false) => one_cell(&curp)
                .map(|found| (found, Why::BothInOneCell))
                .or_else(|| {
                    looks_like_nss(&curp).then(|| ((curp.clone(), String::new()), Why::EachInTheOther))
                }),
            (false, false) => (looks_like_curp(&nss) && looks_like_nss(&curp))
                .then(|| ((curp.clone(), nss.clone()), Why::EachInTheOther)),
        };
        let Some(((right_nss, right_curp), why)) = found else {
            return (nss, curp);
        };
        let says = [("NSS", &nss), ("CURP", &curp)]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(label, text)| format!("{label}: {text}"))
            .collect::<Vec<_>>()
            .join(" · ");
        let would_be = match (right_nss.is_empty(), right_curp.is_empty()) {
            (false, true) => format!("NSS: {}", grouped(&right_nss)),
            (true, false) => format!("CURP: {right_curp}"),
            _ => format!("NSS: {} · CURP: {right_curp}", grouped(&right_nss)),
        };
        self.doubt(
            Cause::Swapped,
            Column::Nss,
            Shown::Text(says),
            Some(Shown::Text(would_be)),
            why,
        );
        (right_nss, right_curp)
    }

    /// Ten digits that agree, and fit the year of birth, once the zero is back that a spreadsheet took.
    pub(super) fn lost_zero(&mut self, entry: &mut Entry, curp: Option<&Curp>) {
        let digits = plain(&entry.nss);
        if digits.len() != NSS_LENGTH - 1 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        let year = curp
            .map(|curp| curp.birth_date())
            .or_else(|| entry.birth_date.parse().ok())
            .map(|born: NaiveDate| chrono::Datelike::year(&born));
        let (Some(year), Ok(nss)) = (year, Nss::parse(&format!("0{digits}"))) else {
            return;
        };
        if i32::from(nss.birth_year()) != year.rem_euclid(100) {
            return;
        }
        let choice = self.doubt(
            Cause::LostZero,
            Column::Nss,
            Shown::text(&entry.nss),
            Some(Shown::Text(nss.grouped())),
            Why::FitsBirthYear(year),
        );
        if choice != Some(Choice::Other) {
            entry.nss = nss.as_str().to_owned();
        }
    }

    pub(super) fn nss_state(&mut self, entry: &mut Entry, says: &mut Said) {
        if matches!(fold(&entry.nss).as_str(), "en tramite" | "tramite" | "en proceso") {
            entry.nss.clear();
            entry.nss_state = Some(NssState::InProcess);
        }
        let text = self.text(Column::NssState);
        if !text.is_empty() {
            entry.nss_state = NssState::from_code(&code_of(&text));
            says.nss_state = entry.nss_state.is_some();
            if entry.nss_state.is_none() {
                self.not_understood(Column::NssState, &text, true);
            }
        }
        let on = self.cell(Column::NssOn);
        if let Some(day) =
            read_date(&on, self.by.context.today).and_then(|date| date.day(self.by.conventions.date_order))
        {
            entry.nss_on = day.to_string();
        }
    }
}

/// Columns in which a long number may have lost its digits.
const LONG_NUMBERS: [Column; 3] = [Column::Nss, Column::Identifier, Column::Phone];

/// An identifier as two of them are compared.
pub(in crate::domain::import) fn compared(text: &str) -> String {
    plain(text)
}

/// Eighteen letters and digits that begin with four letters.
pub(super) fn looks_like_curp(text: &str) -> bool {
    let text = plain(text);
    text.chars().count() == 18
        && text.chars().take(4).all(char::is_alphabetic)
        && text.chars().skip(4).take(6).all(|ch| ch.is_ascii_digit())
}

/// Ten or eleven digits.
pub(super) fn looks_like_nss(text: &str) -> bool {
    let text = plain(text);
    (NSS_LENGTH - 1..=NSS_LENGTH).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn grouped(text: &str) -> String {
    Nss::parse(text).map_or_else(|_| plain(text), |nss| nss.grouped())
}
