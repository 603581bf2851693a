//! A file becomes a sheet whose columns are understood: which of its tabs, in which row the headers stand, what each
//! column holds.

use std::sync::Arc;

use super::{AsOf, Importing};
use crate::desk::{Desk, Refusal};
use crate::domain::import::{Column, Decisions, Given, GivenKind, ImportKind, ImportSheet, Plan, SheetRow};
use crate::domain::period::Period;
use crate::domain::person_name::fold;
use crate::exchange::columns;
use crate::exchange::workbook::{Cell, CellKind, Grid, Workbook};

/// So many cells of a column are shown, to tell by them what it holds.
const SAMPLES: usize = 4;

/// A sheet of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// The name on it; nothing for text.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// How many rows it has.
    pub rows: usize,
}

/// A column of the file, as step 2 shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its place, from 0.
    pub place: usize,
    /// Its letters: «A», «AB».
    pub letters: String,
    /// What stands above it.
    pub text: String,
    /// What it holds; `None` for a column that is not used.
    pub column: Option<Column>,
    /// Some of its cells, the first that say something.
    pub samples: Vec<String>,
}

impl Desk {
    /// Begins with a file that was read: takes the sheet with most columns that are recognised, and what was chosen about
    /// the same heads before. A file without headers that we know comes with no column chosen.
    ///
    /// # Errors
    /// The register's faults.
    pub fn begin_import(&self, name: &str, workbook: Arc<Workbook>) -> Result<Importing, Refusal> {
        let recognised = |grid: &Grid| {
            headers_of(grid).map_or(0, |at| {
                columns::recognise(&texts(&grid.rows[at]))
                    .iter()
                    .flatten()
                    .count()
            })
        };
        let tab = (0..workbook.sheets.len())
            .max_by_key(|at| {
                let grid = &workbook.sheets[*at];
                (recognised(grid), grid.rows.len().min(2), std::cmp::Reverse(*at))
            })
            .unwrap_or_default();
        let mut importing = Importing {
            sheet: ImportSheet {
                source: name.to_owned(),
                file_hash: workbook.hash.clone(),
                ..ImportSheet::default()
            },
            workbook: Some(workbook),
            tab,
            headers: None,
            columns: Vec::new(),
            decisions: Decisions::default(),
            plan: Plan::default(),
            seal: String::new(),
            as_of: AsOf::default(),
            id: None,
        };
        self.choose_tab(&mut importing, tab)?;
        self.take_up(&mut importing)?;
        Ok(importing)
    }

    /// What was decided about the same rows before and not saved yet is not asked again.
    fn take_up(&self, importing: &mut Importing) -> Result<(), Refusal> {
        let Some(left) = self.store.reader().plan_of_file(&importing.sheet.file_hash)? else {
            return Ok(());
        };
        let sheet = serde_json::from_str::<ImportSheet>(&left.body);
        let decisions = serde_json::from_str::<Decisions>(&left.decisions);
        if let (Ok(sheet), Ok(decisions)) = (sheet, decisions)
            && sheet.rows == importing.sheet.rows
            && sheet.columns == importing.sheet.columns
        {
            importing.sheet.kind = sheet.kind;
            importing.sheet.period = sheet.period;
            // Without it a comparison would let go everybody of those careers who is not on this sheet.
            importing.sheet.gone = sheet.gone;
            importing.decisions = decisions;
            importing.id = Some(left.id);
        }
        Ok(())
    }

    /// Takes another sheet of the file.
    ///
    /// # Errors
    /// The register's faults.
    pub fn choose_tab(&self, importing: &mut Importing, tab: usize) -> Result<(), Refusal> {
        let Some(workbook) = importing.workbook.clone() else {
            return Ok(());
        };
        let Some(grid) = workbook.sheets.get(tab) else {
            return Ok(());
        };
        importing.tab = tab;
        importing.headers = headers_of(grid);
        importing.sheet.sheet = Some(grid.name.clone()).filter(|name| !name.is_empty());
        self.understand(importing)
    }

    /// Takes another row for the headers, from 0; `None`, or one that the sheet doesn't have, for a sheet without headers.
    ///
    /// # Errors
    /// The register's faults.
    pub fn choose_headers(&self, importing: &mut Importing, row: Option<usize>) -> Result<(), Refusal> {
        let rows = importing.grid().map_or(0, |grid| grid.rows.len());
        importing.headers = row.filter(|at| *at < rows);
        self.understand(importing)
    }

    /// Recognises the columns by their heads, or as they were understood last.
    fn understand(&self, importing: &mut Importing) -> Result<(), Refusal> {
        let Some(grid) = importing.grid() else {
            return Ok(());
        };
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
        let heads = importing
            .headers
            .map(|at| texts(&grid.rows[at]))
            .unwrap_or_default();
        let mut found = columns::recognise(&heads);
        found.resize(width, None);
        let used: Vec<Column> = found.iter().flatten().copied().collect();
        let named = format!(
            "{} {}",
            importing.sheet.source,
            importing.sheet.sheet.as_deref().unwrap_or_default()
        );
        let mut kind = columns::likely_kind(&used, &named);
        if let Some(remembered) = self.store.reader().columns_of_source(&signature(&heads))?
            && let Ok(Remembered {
                columns,
                kind: before,
            }) = serde_json::from_str(&remembered)
        {
            let places: Vec<Option<Column>> = columns;
            if places.len() == width {
                found = places;
            }
            // The name of the file tells what it is today; its heads tell what such a file was.
            if kind == ImportKind::Altas {
                kind = before;
            }
        }
        importing.columns = found;
        importing.sheet.kind = kind;
        importing.sheet.period = (kind == ImportKind::Enrolled).then(|| self.current_period().sort_key());
        importing.gather();
        Ok(())
    }
}

/// What is remembered of a kind of sheet.
#[derive(serde::Serialize, serde::Deserialize)]
struct Remembered {
    columns: Vec<Option<Column>>,
    kind: ImportKind,
}

impl Importing {
    fn grid(&self) -> Option<&Grid> {
        self.workbook.as_ref()?.sheets.get(self.tab)
    }

    /// The sheets of the file.
    pub fn tabs(&self) -> Vec<Tab> {
        let sheets = self.workbook.iter().flat_map(|workbook| &workbook.sheets);
        sheets
            .map(|grid| Tab {
                name: grid.name.clone(),
                hidden: grid.hidden,
                rows: grid.rows.len(),
            })
            .collect()
    }

    /// Which of them.
    pub fn tab(&self) -> usize {
        self.tab
    }

    /// The row of the headers, as the spreadsheet numbers it.
    pub fn headers_row(&self) -> Option<u32> {
        let first = self.grid()?.first_row;
        self.headers
            .and_then(|at| u32::try_from(at).ok())
            .map(|at| at + first)
    }

    /// The place, from 0, of the row that the spreadsheet numbers so; `None` if the sheet doesn't reach to it.
    pub fn place_of(&self, number: u32) -> Option<usize> {
        let grid = self.grid()?;
        let place = usize::try_from(number.checked_sub(grid.first_row)?).ok()?;
        (place < grid.rows.len()).then_some(place)
    }

    /// The columns that say something, with what each holds.
    pub fn heads(&self) -> Vec<Head> {
        let Some(grid) = self.grid() else {
            return Vec::new();
        };
        let below = self.headers.map_or(0, |at| at + 1);
        self.columns
            .iter()
            .enumerate()
            .map(|(place, column)| Head {
                place,
                letters: letters(place),
                text: self
                    .headers
                    .and_then(|at| grid.rows[at].get(place))
                    .map(|cell| cell.text.clone())
                    .unwrap_or_default(),
                column: *column,
                samples: grid
                    .rows
                    .iter()
                    .skip(below)
                    .filter_map(|row| row.get(place))
                    .map(|cell| cell.text.trim())
                    .filter(|text| !text.is_empty())
                    .take(SAMPLES)
                    .map(str::to_owned)
                    .collect(),
            })
            .filter(|head| !head.text.trim().is_empty() || !head.samples.is_empty())
            .collect()
    }

    /// Says what a column holds; the one that held it before holds nothing then.
    pub fn set_column(&mut self, place: usize, column: Option<Column>) {
        if place >= self.columns.len() {
            return;
        }
        if column.is_some() {
            for other in &mut self.columns {
                if *other == column {
                    *other = None;
                }
            }
        }
        self.columns[place] = column;
        self.gather();
    }

    /// Says what the sheet asks for. An enrolled list without a column for it is of `period`; one that was compared with
    /// an earlier sheet remains so.
    pub fn set_kind(&mut self, kind: ImportKind, period: Period) {
        self.sheet.kind = kind;
        self.sheet.period = (kind == ImportKind::Enrolled).then(|| period.sort_key());
        if kind != ImportKind::Enrolled {
            self.sheet.gone = None;
        }
        self.id = None;
    }

    /// The rows under the columns that are used; decisions were about other cells and are forgotten.
    fn gather(&mut self) {
        let Some(grid) = self.workbook.as_ref().and_then(|it| it.sheets.get(self.tab)) else {
            return;
        };
        let places: Vec<usize> = (0..self.columns.len())
            .filter(|place| self.columns[*place].is_some())
            .collect();
        self.sheet.columns = self.columns.iter().flatten().copied().collect();
        let below = self.headers.map_or(0, |at| at + 1);
        self.sheet.rows = (grid.first_row..)
            .zip(&grid.rows)
            .skip(below)
            .filter_map(|(number, row)| {
                let cells: Vec<Given> = places
                    .iter()
                    .map(|place| row.get(*place).map(given).unwrap_or_default())
                    .collect();
                let says_something = cells.iter().any(|cell| !cell.text.trim().is_empty());
                says_something.then_some(SheetRow { number, cells })
            })
            .collect();
        self.decisions = Decisions::default();
        self.plan = Plan::default();
        self.id = None;
    }

    /// The heads and what they are understood as, to be remembered; `None` for a sheet without headers.
    pub(super) fn understood_heads(&self) -> Option<(String, String)> {
        let heads = texts(&self.grid()?.rows[self.headers?]);
        let remembered = Remembered {
            columns: self.columns.clone(),
            kind: self.sheet.kind,
        };
        Some((signature(&heads), super::json(&remembered)))
    }
}

/// The row of the headers of a sheet.
fn headers_of(grid: &Grid) -> Option<usize> {
    let rows: Vec<Vec<&str>> = grid.rows.iter().take(60).map(|row| texts(row)).collect();
    columns::find_headers(&rows)
}

fn texts(row: &[Cell]) -> Vec<&str> {
    row.iter().map(|cell| cell.text.as_str()).collect()
}

/// What tells sheets with these heads from others.
fn signature(heads: &[&str]) -> String {
    heads.iter().map(|head| fold(head)).collect::<Vec<_>>().join("|")
}

fn given(cell: &Cell) -> Given {
    Given {
        text: cell.text.clone(),
        kind: match cell.kind {
            CellKind::Empty | CellKind::Text => GivenKind::Text,
            CellKind::Number => GivenKind::Number,
            CellKind::Date => GivenKind::Date,
            CellKind::Fault => GivenKind::Fault,
        },
    }
}

/// The letters of a column: 0 is «A», 26 is «AA».
fn letters(place: usize) -> String {
    let mut rest = place + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_lettered_as_a_spreadsheet_does() {
        for (place, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(place), name);
        }
    }
}
