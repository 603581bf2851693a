//! Workbooks of Excel: a list as whoever receives it wants it on the screen and on paper.
//!
//! Every cell is text, an NSS and a phone too: no zero is lost, and nothing that somebody typed is a formula.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, IgnoreError, Workbook, Worksheet, XlsxError};

use super::{Sheet, SheetError};

/// The most characters of a cell, as Excel counts them (UTF-16). A longer text is cut, and shows that it is.
pub const CELL_CHARACTERS: usize = 32_767;

/// The most characters of the name of a sheet, counted in the same way.
const NAME_CHARACTERS: usize = 31;

/// The most characters of what stands above or below each printed page, codes and doubled signs included.
const MARGIN_CHARACTERS: usize = 200;

/// How narrow and how wide a column may be, in characters.
const NARROWEST: usize = 10;
const WIDEST: usize = 60;

/// Letter, as Excel numbers papers.
pub(super) const LETTER: u8 = 1;

/// What a list says about itself, in the words of the caller.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Above each printed page, and the title of the file.
    pub title: String,
    /// What stands on the second sheet: what is told, and what it is («Filtro», «sin NSS»).
    pub lines: Vec<(String, String)>,
    /// Below each printed page, beside its number: «Folio R-0012».
    pub footer: String,
    /// How many columns are printed, from the left: more than fit across a page can't be read on it. `None` for all.
    pub printed_columns: Option<u16>,
    /// The name of the sheet with the list.
    pub sheet_name: String,
    /// The name of the sheet with the lines.
    pub about_name: String,
}

/// The whole file. The same list gives the same bytes.
///
/// # Errors
/// [`SheetError`] if a row has more or fewer cells than there are heads, or if there are more than a sheet can hold.
pub fn write(sheet: &Sheet, about: &About) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(&about.title)?);
    let list_name = name_of_sheet(&about.sheet_name, 1);
    let about_name = name_beside(&about.about_name, &list_name);
    // Row by row to the disk: a campus of 100,000 would take most of a gigabyte otherwise.
    let list = book.add_worksheet_with_constant_memory()?;
    fill(list.set_name(list_name)?, sheet, about)?;
    let lines = book.add_worksheet().set_name(about_name)?;
    write_lines(lines, &about.lines)?;
    Ok(book.save_to_buffer()?)
}

fn fill(list: &mut Worksheet, sheet: &Sheet, about: &About) -> Result<(), SheetError> {
    let head = Format::new().set_bold().set_num_format("@").set_text_wrap();
    let text = Format::new().set_num_format("@");
    write_row(list, 0, &sheet.head, &head)?;
    for (number, row) in (1..).zip(&sheet.rows) {
        if row.len() != sheet.head.len() {
            return Err(SheetError::Uneven);
        }
        write_row(list, number, row, &text)?;
    }
    for (column, width) in (0..).zip(widths(sheet)) {
        list.set_column_width(column, width)?;
    }
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    if let Some(last) = sheet.head.len().checked_sub(1) {
        let last = u16::try_from(last).unwrap_or(u16::MAX);
        list.autofilter(0, 0, last_row, last)?;
        // Or Excel puts a green corner on each number that is text on purpose.
        list.ignore_error_range(0, 0, last_row, last, IgnoreError::NumberStoredAsText)?;
    }
    list.set_freeze_panes(1, 0)?;
    list.set_repeat_rows(0, 0)?;
    list.set_paper_size(LETTER).set_landscape();
    list.set_print_fit_to_pages(1, 0);
    if let Some(printed) = about.printed_columns {
        list.set_print_area(0, 0, last_row, printed.saturating_sub(1))?;
    }
    list.set_header(format!("&C{}", in_margin(&about.title)));
    list.set_footer(format!("&L{}&R&P / &N", in_margin(&about.footer)));
    Ok(())
}

fn write_row(list: &mut Worksheet, number: u32, row: &[String], format: &Format) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(row) {
        if !cell.is_empty() {
            list.write_string_with_format(number, column, fitting(cell, CELL_CHARACTERS), format)?;
        }
    }
    Ok(())
}

fn write_lines(sheet: &mut Worksheet, lines: &[(String, String)]) -> Result<(), XlsxError> {
    let told = Format::new().set_bold();
    let text = Format::new().set_num_format("@").set_text_wrap();
    for (number, (what, says)) in (0..).zip(lines) {
        sheet.write_string_with_format(number, 0, fitting(what, CELL_CHARACTERS), &told)?;
        sheet.write_string_with_format(number, 1, fitting(says, CELL_CHARACTERS), &text)?;
    }
    sheet.set_column_width(0, 20)?;
    sheet.set_column_width(1, 80)?;
    sheet.set_paper_size(LETTER).set_print_fit_to_pages(1, 0);
    Ok(())
}

/// What the file says about itself: nothing that changes from one writing to the next.
pub(super) fn properties(title: &str) -> Result<DocProperties, XlsxError> {
    let always = ExcelDateTime::from_ymd(2026, 1, 1)?;
    Ok(DocProperties::new()
        .set_title(fitting(title, 255))
        .set_creation_datetime(&always))
}

/// The width of each column in characters, by its longest text.
fn widths(sheet: &Sheet) -> Vec<f64> {
    let longest = |column: usize| {
        let cells = sheet.rows.iter().filter_map(|row| row.get(column));
        let lines = cells.chain(sheet.head.get(column)).flat_map(|cell| cell.lines());
        lines.map(|line| line.chars().count()).max().unwrap_or(0)
    };
    // Two more for the arrow of the filter.
    let width = |column| (longest(column) + 2).clamp(NARROWEST, WIDEST);
    #[expect(clippy::cast_precision_loss, reason = "at most the widest")]
    let widths = (0..sheet.head.len()).map(|column| width(column) as f64);
    widths.collect()
}

/// A name that a sheet may have, as near as possible to `name`; its number if nothing of it may stay.
pub(super) fn name_of_sheet(name: &str, number: usize) -> String {
    let allowed = name.replace([':', '[', ']', '*', '?', '/', '\\'], " ");
    let allowed: String = allowed.chars().filter(|letter| !letter.is_control()).collect();
    let short = cut(allowed.trim(), NAME_CHARACTERS);
    let bare = short.trim_matches(['\'', ' ']);
    if bare.is_empty() {
        number.to_string()
    } else {
        bare.to_owned()
    }
}

/// The same for a second sheet, which may not be called like the first, whatever the capitals.
pub(super) fn name_beside(name: &str, first: &str) -> String {
    let name = name_of_sheet(name, 2);
    if name.to_lowercase() == first.to_lowercase() {
        format!("{} 2", cut(&name, NAME_CHARACTERS - 2))
    } else {
        name
    }
}

/// A text for the margin of a page, where `&` begins a code.
fn in_margin(text: &str) -> String {
    let line = text.replace(['\n', '\r'], " ");
    fitting(&line, MARGIN_CHARACTERS / 2).replace('&', "&&")
}

/// A text of at most so many UTF-16 characters; what was cut ends in «…».
pub(super) fn fitting(text: &str, most: usize) -> String {
    if text.len() <= most || text.encode_utf16().count() <= most {
        text.to_owned()
    } else {
        format!("{}…", cut(text, most - 1))
    }
}

/// The beginning of a text, of at most so many UTF-16 characters.
fn cut(text: &str, most: usize) -> &str {
    let mut length = 0;
    let end = text.char_indices().find(|(_, letter)| {
        length += letter.len_utf16();
        length > most
    });
    end.map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests;
