//! Sheets as they grow: cells arrive with their places, rows come out ragged.

use super::{Cell, CellKind, ReadFault};

/// The most cells that a workbook may have, counting the empty ones before the last of each row, and a long text as
/// several: some 300 MB.
pub const CELL_LIMIT: usize = 5_000_000;

/// Where every spreadsheet program ends.
pub(super) const LAST_ROW: u32 = 1_048_576;
pub(super) const LAST_COLUMN: u32 = 16_384;

/// Rows wider than this are made as their cells come.
const LIKELY_WIDTH: usize = 64;

/// So many bytes of text take one more place: a file can show one long text in many cells.
const LONG_TEXT: usize = 64;

/// How many places a cell with so many bytes of text takes.
pub(super) fn places_of(text: usize) -> usize {
    1 + text / LONG_TEXT
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// The name on its tab; for text, nothing.
    pub name: String,
    /// Whether its tab is hidden.
    pub hidden: bool,
    /// The number of `rows[0]` in the file, from 1, as a spreadsheet numbers them.
    pub first_row: u32,
    /// From the first row that says something to the last; the cell `j` of a row stands in the column `j` of the file
    /// (A is 0), and the empty cells at the end of a row are left out.
    pub rows: Vec<Vec<Cell>>,
}

/// How many cells the sheets of one workbook may still take.
pub(super) struct Room(usize);

impl Room {
    pub(super) fn new() -> Self {
        Self(CELL_LIMIT)
    }

    /// Takes places out of it.
    pub(super) fn take(&mut self, places: usize) -> Result<(), ReadFault> {
        self.0 = self.0.checked_sub(places).ok_or(ReadFault::TooManyCells)?;
        Ok(())
    }
}

/// A sheet that is being read.
pub(super) struct Growing<'a> {
    grid: Grid,
    room: &'a mut Room,
}

impl<'a> Growing<'a> {
    pub(super) fn new(name: &str, hidden: bool, room: &'a mut Room) -> Self {
        let grid = Grid {
            name: name.to_owned(),
            hidden,
            first_row: 1,
            rows: Vec::new(),
        };
        Self { grid, room }
    }

    /// Puts a cell at its place, both counted from 0. Cells come in any order; the last of one place stays.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), ReadFault> {
        if cell.kind == CellKind::Empty {
            return Ok(());
        }
        if row >= LAST_ROW || column >= LAST_COLUMN {
            return Err(ReadFault::Damaged);
        }
        let (row, column) = (row as usize, column as usize);
        let rows = &mut self.grid.rows;
        if rows.len() <= row {
            // A row without cells takes some memory too.
            self.room.take(row + 1 - rows.len())?;
            rows.resize_with(row + 1, Vec::new);
        }
        let width = rows[row].len();
        if width == 0 && row > 0 {
            // Most rows are as wide as the one before.
            let likely = rows[row - 1].len().min(LIKELY_WIDTH);
            rows[row].reserve_exact(likely);
        }
        if width <= column {
            self.room.take(column + 1 - width)?;
            rows[row].resize_with(column + 1, Cell::default);
        }
        self.room.take(places_of(cell.text.len()) - 1)?;
        rows[row][column] = cell;
        Ok(())
    }

    /// Puts a row of cells below all others.
    pub(super) fn push(&mut self, mut row: Vec<Cell>) -> Result<(), ReadFault> {
        while row.last().is_some_and(|cell| cell.kind == CellKind::Empty) {
            row.pop();
        }
        self.room.take(row.len() + 1)?;
        self.grid.rows.push(row);
        Ok(())
    }

    /// The sheet, from its first row that says something to its last.
    pub(super) fn finish(mut self) -> Grid {
        let rows = &mut self.grid.rows;
        while rows.last().is_some_and(Vec::is_empty) {
            rows.pop();
        }
        let before = rows.iter().take_while(|row| row.is_empty()).count();
        rows.drain(..before);
        // At most the last row of a sheet, or of a text within the limit of a file.
        self.grid.first_row = u32::try_from(before).unwrap_or(u32::MAX - 1) + 1;
        self.grid
    }
}
