//! The rows of a sheet among each other: which of them are answers of one student, and which of those counts.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDateTime;

use super::super::cell::read_moment;
use super::super::column::Column;
use super::super::decisions::{Cause, Choice, Doubt, Shown, Why};
use super::super::plan::{Note, PlannedRow};
use super::super::reading::{RowReading, compared};
use super::super::register::Asked;
use super::super::sheet::ImportSheet;
use super::Planner;
use crate::domain::person_name::fold;

impl Planner {
    /// The rows among each other.
    pub(super) fn compare(&mut self) {
        let mut group: Vec<usize> = (0..self.readings.len()).collect();
        let root = |group: &[usize], mut at: usize| {
            while group[at] != at {
                at = group[at];
            }
            at
        };
        let mut first_with = HashMap::<&str, usize>::new();
        for (at, reading) in self.readings.iter().enumerate() {
            let keys = [
                Some(reading.identifier.as_str()).filter(|text| !text.is_empty()),
                reading.curp.as_ref().map(|curp| curp.as_str()),
            ];
            for key in keys.into_iter().flatten() {
                match first_with.get(key) {
                    Some(&first) => {
                        let (one, other) = (root(&group, first), root(&group, at));
                        group[one.max(other)] = one.min(other);
                    }
                    None => {
                        first_with.insert(key, at);
                    }
                }
            }
        }
        let mut members = BTreeMap::<usize, Vec<usize>>::new();
        for at in 0..group.len() {
            members.entry(root(&group, at)).or_default().push(at);
        }
        self.answers = vec![Vec::new(); self.readings.len()];
        for rows in members.into_values() {
            for &at in &rows {
                self.answers[at] = rows.clone();
                for (column, text) in self.readings[at].numbers() {
                    self.holders
                        .entry((column, text.to_owned()))
                        .or_default()
                        .insert(rows[0]);
                }
            }
        }
    }

    /// Of several answers, which counts: the latest, unless somebody chose another.
    pub(super) fn counting(&self, rows: &[usize], asked: &Asked<'_>) -> usize {
        let chosen = rows.iter().copied().find(|at| {
            asked
                .decisions
                .choice(self.readings[*at].number, Cause::TwoAnswers)
                == Some(Choice::Other)
        });
        let aside = |at: &usize| asked.decisions.aside.contains(&self.readings[*at].number);
        let latest = rows
            .iter()
            .copied()
            .filter(|at| !aside(at))
            .max_by_key(|at| (self.answered(*at, asked), *at));
        chosen.or(latest).unwrap_or(rows[rows.len() - 1])
    }

    /// Those who are new by one name, each of whom is a homonym of the others; the register's were counted row by row.
    pub(super) fn note_homonyms(&mut self) {
        let is_new = |row: &PlannedRow| row.effect.as_ref().is_some_and(|effect| effect.student.is_none());
        let mut bearers = HashMap::<&str, usize>::new();
        for (row, reading) in self.rows.iter().zip(&self.readings) {
            if is_new(row) && !reading.sort_key.is_empty() {
                *bearers.entry(&reading.sort_key).or_default() += 1;
            }
        }
        for (row, reading) in self.rows.iter_mut().zip(&self.readings) {
            let others = match bearers.get(reading.sort_key.as_str()) {
                Some(bearers) if is_new(row) => bearers - 1,
                _ => 0,
            };
            if others == 0 {
                continue;
            }
            match row.notes.first_mut() {
                Some(Note::Homonym(here)) => *here += others,
                _ => row.notes.insert(0, Note::Homonym(others)),
            }
        }
    }

    /// When a row was answered, as far as it says.
    fn answered(&self, at: usize, asked: &Asked<'_>) -> Option<NaiveDateTime> {
        let cell = asked.sheet.cell(&asked.sheet.rows[at], Column::Timestamp)?;
        let order = self.conventions.date_order.or(asked.decisions.date_order);
        read_moment(cell, order, asked.context.today)
    }

    /// Whether another answer of the same student counts instead, for sure: it says the same, or somebody chose.
    pub(super) fn is_superseded(&self, asked: &Asked<'_>, at: usize, row: &mut PlannedRow) -> bool {
        let rows = &self.answers[at];
        if rows.len() < 2 {
            return false;
        }
        let counting = self.counting(rows, asked);
        let plain = |at: usize| said(asked.sheet, at);
        let own = plain(at);
        if counting != at && plain(counting) == own {
            return true;
        }
        let others_differ = rows
            .iter()
            .filter(|other| !asked.decisions.aside.contains(&self.readings[**other].number))
            .any(|other| plain(*other) != own);
        if !others_differ {
            return false;
        }
        let decided = rows.iter().find_map(|other| {
            asked
                .decisions
                .choice(self.readings[*other].number, Cause::TwoAnswers)
        });
        if decided.is_some() && counting != at {
            return true;
        }
        let numbers = rows.iter().map(|other| self.readings[*other].number).collect();
        let is_latest = counting == at;
        row.doubts.push(Doubt {
            cause: Cause::TwoAnswers,
            column: Column::Timestamp,
            also: None,
            says: Shown::text(&what_differs(asked.sheet, rows, at)),
            proposal: Some(if is_latest {
                Shown::text(&what_differs(asked.sheet, rows, at))
            } else {
                Shown::Nothing
            }),
            why: Why::Answers {
                rows: numbers,
                is_latest,
            },
            choice: decided.map(|_| Choice::Proposed),
        });
        false
    }
}

impl RowReading {
    /// The numbers that no two students of a sheet may have; a right CURP makes them one student.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (Column, &str)> {
        let nss = (Column::Nss, &self.nss_text, &self.entry.nss_shared, true);
        let curp = (
            Column::Curp,
            &self.curp_text,
            &self.entry.curp_shared,
            self.curp.is_none(),
        );
        [nss, curp]
            .into_iter()
            .filter(|(_, text, shared, counts)| *counts && shared.is_empty() && !text.is_empty())
            .map(|(column, text, ..)| (column, text.as_str()))
    }
}

/// What a row says all together: what its fingerprint is taken of. The same answer at another time is another one.
pub(super) fn telling(sheet: &ImportSheet, at: usize) -> String {
    let mut text = format!("{}|{:?}", sheet.kind.code(), sheet.period);
    for (column, cell) in sheet.columns.iter().zip(&sheet.rows[at].cells) {
        text.push('|');
        text.push_str(column.code());
        text.push('=');
        text.push_str(&cell.text);
    }
    text
}

/// What a row says of its student, whenever it was said.
fn said(sheet: &ImportSheet, at: usize) -> Vec<String> {
    sheet
        .columns
        .iter()
        .zip(&sheet.rows[at].cells)
        .filter(|(column, _)| **column != Column::Timestamp)
        .map(|(column, cell)| {
            if column.is_number() {
                compared(&cell.text)
            } else {
                fold(&cell.text)
            }
        })
        .collect()
}

/// The cells of a row in which the other answers of the student say something else.
fn what_differs(sheet: &ImportSheet, rows: &[usize], at: usize) -> String {
    let cells = &sheet.rows[at].cells;
    sheet
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| **column != Column::Timestamp)
        .filter(|(index, _)| {
            rows.iter().any(|other| {
                sheet.rows[*other].cells.get(*index).map(|cell| fold(&cell.text))
                    != cells.get(*index).map(|cell| fold(&cell.text))
            })
        })
        .filter_map(|(index, _)| cells.get(index).map(|cell| cell.tidy()))
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
