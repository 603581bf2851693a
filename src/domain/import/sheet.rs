//! A sheet whose columns are understood.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cell::{DateOrder, Given, GivenDate, read_date};
use super::column::Column;
use super::names::{WholeNameOrder, fits_in_order};
use crate::domain::curp::Curp;
use crate::domain::period::Period;
use crate::domain::person_name::fold;

/// What a sheet asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ImportKind {
    /// Students to register, whose altas may be queued: the form for altas, or any list of students.
    #[default]
    Altas,
    /// Bajas to queue.
    Bajas,
    /// Everybody who is enrolled in a period.
    #[serde(rename = "inscritos")]
    Enrolled,
}

impl ImportKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Altas, Self::Bajas, Self::Enrolled];

    /// The word of the console and of the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Altas => "altas",
            Self::Bajas => "bajas",
            Self::Enrolled => "inscritos",
        }
    }

    /// The kind of that word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A row of a sheet: its number there, and a cell for each column that is used.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SheetRow {
    /// As the spreadsheet numbers it, from 1.
    pub number: u32,
    /// As many cells as the sheet has columns.
    pub cells: Vec<Given>,
}

/// The rows of a sheet under columns that are understood.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImportSheet {
    /// File name, or what stands for a pasted list.
    pub source: String,
    /// The sheet inside of the file.
    pub sheet: Option<String>,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub file_hash: String,
    /// What it asks for.
    pub kind: ImportKind,
    /// What each column holds, those that are used.
    pub columns: Vec<Column>,
    /// The rows below the heads, without those that are empty.
    pub rows: Vec<SheetRow>,
    /// The period of an enrolled list that has no column for it, as the sort key of [`Period`].
    pub period: Option<i32>,
    /// Números de control of those who were on an earlier sheet and are not on this one: of an enrolled list that was
    /// compared with it, only they are missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<BTreeSet<String>>,
}

impl ImportSheet {
    /// Whether it has that column.
    pub fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    /// The cell of a row under a column.
    pub fn cell<'a>(&self, row: &'a SheetRow, column: Column) -> Option<&'a Given> {
        let index = self.columns.iter().position(|it| *it == column)?;
        row.cells.get(index)
    }

    /// Whether it is a list that this program wrote: what it says is kept to the letter.
    pub fn is_our_own(&self) -> bool {
        self.has(Column::NssState) && self.has(Column::Standing)
    }

    /// The period that was named for the whole sheet.
    pub fn named_period(&self) -> Option<Period> {
        self.period.and_then(Period::from_sort_key)
    }
}

/// What holds for all cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Conventions {
    /// How its dates are written, where its own cells tell: one of them has a day above twelve, or CURPs say which it is.
    pub date_order: Option<DateOrder>,
    /// «M» is masculino here, since the column has an «F» too.
    pub m_is_for_men: bool,
    /// How names that stand in one cell are written, as the CURPs beside them tell.
    pub name_order: WholeNameOrder,
}

impl Conventions {
    /// What the cells of a sheet tell all together.
    pub fn of(sheet: &ImportSheet, today: NaiveDate) -> Self {
        let column = |column| sheet.columns.iter().position(|it| *it == column);
        let m_is_for_men = column(Column::Sex).is_some_and(|index| {
            sheet
                .rows
                .iter()
                .filter_map(|row| row.cells.get(index))
                .any(|cell| matches!(fold(&cell.text).as_str(), "f" | "fem" | "femenino"))
        });
        let date_order = column(Column::BirthDate)
            .and_then(|index| order_of_dates(sheet, index, column(Column::Curp), today));
        let name_order = column(Column::FullName)
            .zip(column(Column::Curp))
            .map(|(name, curp)| order_of_names(sheet, name, curp, today))
            .unwrap_or_default();
        Self {
            date_order,
            m_is_for_men,
            name_order,
        }
    }
}

/// How a column writes its dates, by its own cells or by the CURPs beside them; `None` if nothing tells, or some of it
/// says the one and some the other.
fn order_of_dates(
    sheet: &ImportSheet,
    index: usize,
    curp: Option<usize>,
    today: NaiveDate,
) -> Option<DateOrder> {
    let (mut day_first, mut month_first) = (false, false);
    for row in &sheet.rows {
        let Some(cell) = row.cells.get(index) else {
            continue;
        };
        match read_date(cell, today) {
            Some(GivenDate::Sure(_)) => match first_two(&cell.text) {
                Some((13.., _)) => day_first = true,
                Some((_, 13..)) => month_first = true,
                _ => {}
            },
            Some(GivenDate::Either {
                day_first: one,
                month_first: other,
            }) => {
                let born = curp
                    .and_then(|curp| row.cells.get(curp))
                    .and_then(|cell| Curp::parse(&cell.text, today).ok())
                    .map(|curp| curp.birth_date());
                day_first |= born == Some(one);
                month_first |= born == Some(other);
            }
            None => {}
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// How names are written, by the first of them that have a CURP which fits only one way.
fn order_of_names(sheet: &ImportSheet, name: usize, curp: usize, today: NaiveDate) -> WholeNameOrder {
    const ENOUGH: usize = 30;

    let cells = |row: &SheetRow| {
        let curp = Curp::parse(&row.cells.get(curp)?.text, today).ok()?;
        Some((row.cells.get(name)?.tidy(), curp))
    };
    let (mut given_first, mut surnames_first) = (0, 0);
    for (name, curp) in sheet.rows.iter().filter_map(cells).take(ENOUGH) {
        given_first += usize::from(fits_in_order(&name, WholeNameOrder::GivenFirst, &curp));
        surnames_first += usize::from(fits_in_order(&name, WholeNameOrder::SurnamesFirst, &curp));
    }
    if surnames_first > given_first {
        WholeNameOrder::SurnamesFirst
    } else {
        WholeNameOrder::GivenFirst
    }
}

/// The first two numbers of a date in figures that doesn't begin with its year.
fn first_two(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().split(['/', '-', '.']);
    let mut next = || {
        let text = numbers.next()?;
        (text.len() <= 2).then(|| text.parse().ok()).flatten()
    };
    Some((next()?, next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[[&str; 2]]) -> ImportSheet {
        ImportSheet {
            columns: vec![Column::BirthDate, Column::Curp],
            rows: (1..)
                .zip(rows)
                .map(|(number, cells)| SheetRow {
                    number,
                    cells: cells.iter().map(|text| Given::text(*text)).collect(),
                })
                .collect(),
            ..ImportSheet::default()
        }
    }

    fn order(rows: &[[&str; 2]]) -> Option<DateOrder> {
        Conventions::of(&sheet(rows), "2026-11-21".parse().unwrap()).date_order
    }

    #[test]
    fn one_day_above_twelve_tells_for_the_column() {
        assert_eq!(
            order(&[["03/04/2004", ""], ["15/03/2004", ""]]),
            Some(DateOrder::DayFirst)
        );
        assert_eq!(
            order(&[["03/04/2004", ""], ["03/15/2004", ""]]),
            Some(DateOrder::MonthFirst)
        );
    }

    #[test]
    fn a_curp_tells_where_no_day_does() {
        assert_eq!(order(&[["03/04/2004", ""]]), None);
        // Born on 12 December 2004, and on 9 August 2003.
        assert_eq!(
            order(&[["09/08/2003", "SAXL030809HPLNXSA9"]]),
            Some(DateOrder::DayFirst)
        );
        assert_eq!(
            order(&[["08/09/2003", "SAXL030809HPLNXSA9"]]),
            Some(DateOrder::MonthFirst)
        );
    }

    #[test]
    fn a_column_that_says_both_is_asked_about() {
        assert_eq!(
            order(&[["15/03/2004", ""], ["03/15/2004", ""], ["03/04/2004", ""]]),
            None
        );
    }
}
