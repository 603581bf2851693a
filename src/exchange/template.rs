//! The sheet that other offices fill in: heads that the import knows, cells that lose no zero, and a hint for each.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, FormatAlign,
    Formula, IgnoreError, Note, Workbook, Worksheet, XlsxError,
};

use super::SheetError;
use super::xlsx::{CELL_CHARACTERS, LETTER, fitting, name_beside, name_of_sheet, properties};

/// How many rows are ready to be filled in.
pub const ROWS: u32 = 2_000;

/// What Excel allows for the head and the text of a hint, and for a note.
const HINT_HEAD: usize = 32;
const HINT: usize = 255;
const NOTE: usize = 2_000;

/// How many letters a line of the instructions has room for, and how high it is, in points.
const LINE: usize = 76;
const LINE_HEIGHT: f64 = 18.0;

/// Dates outside of these years are asked about: nobody who studies was born then.
const FIRST_YEAR: u16 = 1920;
const LAST_YEAR: u16 = 2100;

/// A sheet to fill in, in the words of the caller.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    /// The name of the sheet that is filled in.
    pub sheet_name: String,
    /// Its columns, from the left.
    pub columns: Vec<TemplateColumn>,
    /// Rows that show how, if any.
    pub sample: Vec<Vec<String>>,
    /// The sheet behind it.
    pub instructions: Instructions,
}

/// A column to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TemplateColumn {
    /// What stands above it.
    pub head: String,
    /// What it asks for: a note on the head, and a hint on each cell.
    pub note: String,
    /// Its width in characters.
    pub width: u16,
    /// What can be chosen; empty if anything can be written.
    pub choices: Vec<String>,
    /// How many characters it has at least and at most; others are asked about, never refused.
    pub exact_length: Option<(u32, u32)>,
    /// Whether it is a date.
    pub date: bool,
}

/// The sheet that explains the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Instructions {
    /// Its name.
    pub sheet_name: String,
    /// What it says, line by line. The lists of choices stand beside.
    pub lines: Vec<String>,
}

/// The whole file. The same template gives the same bytes.
///
/// # Errors
/// [`SheetError`] if it has more columns than a sheet.
pub fn write(template: &Template) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(&template.sheet_name)?);
    let name = name_of_sheet(&template.sheet_name, 1);
    let behind = name_beside(&template.instructions.sheet_name, &name);
    let sheet = book.add_worksheet().set_name(name)?;
    for (number, column) in (0..).zip(&template.columns) {
        prepare(sheet, number, column, &list_of(template, number, &behind))?;
    }
    let last = u16::try_from(template.columns.len())
        .unwrap_or(u16::MAX)
        .saturating_sub(1);
    sheet.ignore_error_range(1, 0, ROWS, last, IgnoreError::NumberStoredAsText)?;
    for (row, cells) in (1..).zip(&template.sample) {
        for (number, (column, cell)) in (0..).zip(template.columns.iter().zip(cells)) {
            write_sample(sheet, row, number, column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_paper_size(LETTER).set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    explain(book.add_worksheet().set_name(behind)?, template)?;
    Ok(book.save_to_buffer()?)
}

fn prepare(sheet: &mut Worksheet, number: u16, column: &TemplateColumn, list: &str) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_num_format("@").set_text_wrap();
    sheet.write_string_with_format(0, number, fitting(&column.head, CELL_CHARACTERS), &head)?;
    sheet.set_column_width(number, column.width)?;
    sheet.set_column_format(number, &format_of(column))?;
    if !column.note.is_empty() {
        let note = Note::new(fitting(&column.note, NOTE)).add_author_prefix(false);
        sheet.insert_note(0, number, &note)?;
    }
    sheet.add_data_validation(1, number, ROWS, number, &hint(column, list)?)?;
    Ok(())
}

/// Text, so that no zero is lost; a date stays a date, so that nobody has to guess which number is the month.
fn format_of(column: &TemplateColumn) -> Format {
    Format::new().set_num_format(if column.date { "dd/mm/yyyy" } else { "@" })
}

fn hint(column: &TemplateColumn, list: &str) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new();
    let rule = if !column.choices.is_empty() {
        rule.allow_list_formula(Formula::new(list))
    } else if let Some((least, most)) = column.exact_length {
        rule.allow_text_length(DataValidationRule::Between(least, most))
    } else if column.date {
        let [first, last] = [FIRST_YEAR, LAST_YEAR].map(|year| ExcelDateTime::from_ymd(year, 1, 1));
        rule.allow_date(DataValidationRule::Between(first?, last?))
    } else {
        rule.allow_any_value()
    };
    let rule = rule.set_error_style(DataValidationErrorStyle::Warning);
    if column.note.is_empty() {
        return Ok(rule);
    }
    rule.set_input_title(fitting(&column.head, HINT_HEAD))?
        .set_input_message(fitting(&column.note, HINT))
}

fn write_sample(
    sheet: &mut Worksheet,
    row: u32,
    number: u16,
    column: &TemplateColumn,
    cell: &str,
) -> Result<(), XlsxError> {
    let format = format_of(column);
    let date = ExcelDateTime::parse_from_str(cell).ok().filter(|_| column.date);
    match date {
        Some(date) => sheet.write_datetime_with_format(row, number, &date, &format)?,
        None => sheet.write_string_with_format(row, number, fitting(cell, CELL_CHARACTERS), &format)?,
    };
    Ok(())
}

/// Where the choices of a column stand: a list of more than 255 letters has no room in the cell itself.
fn list_of(template: &Template, number: u16, sheet: &str) -> String {
    let column = &template.columns[usize::from(number)];
    let place = rust_xlsxwriter::utility::column_number_to_name(list_place(number));
    let last = column.choices.len() + 1;
    format!("='{}'!${place}$2:${place}${last}", sheet.replace('\'', "''"))
}

/// The column of the instructions in which the choices of a column stand.
fn list_place(number: u16) -> u16 {
    number.saturating_add(2)
}

fn explain(sheet: &mut Worksheet, template: &Template) -> Result<(), XlsxError> {
    let line = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let head = Format::new().set_bold();
    #[expect(clippy::cast_precision_loss, reason = "far below what a float holds")]
    sheet.set_column_width(0, LINE as f64)?;
    // The lists of choices are for the cells of the other sheet, not for paper.
    let last_line = u32::try_from(template.instructions.lines.len()).unwrap_or(u32::MAX);
    sheet.set_print_area(0, 0, last_line.saturating_sub(1), 0)?;
    sheet.set_paper_size(LETTER).set_print_fit_to_pages(1, 0);
    for (row, text) in (0..).zip(&template.instructions.lines) {
        sheet.write_string_with_format(row, 0, fitting(text, CELL_CHARACTERS), &line)?;
        // Not every program makes a row as high as its text.
        let lines = u16::try_from(text.chars().count() / LINE + 1).unwrap_or(u16::MAX);
        sheet.set_row_height(row, f64::from(lines) * LINE_HEIGHT)?;
    }
    for (number, column) in (0..).zip(&template.columns) {
        if column.choices.is_empty() {
            continue;
        }
        let place = list_place(number);
        sheet.set_column_width(place, column.width)?;
        sheet.write_string_with_format(0, place, fitting(&column.head, CELL_CHARACTERS), &head)?;
        for (row, choice) in (1..).zip(&column.choices) {
            sheet.write_string(row, place, fitting(choice, CELL_CHARACTERS))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::*;
    use crate::exchange::workbook::{self, CellKind};

    fn column(head: &str) -> TemplateColumn {
        TemplateColumn {
            head: head.to_owned(),
            note: format!("Escriba: {head}"),
            width: 20,
            ..TemplateColumn::default()
        }
    }

    fn template() -> Template {
        Template {
            sheet_name: "Altas".to_owned(),
            columns: vec![
                column("Número de control"),
                TemplateColumn {
                    exact_length: Some((11, 15)),
                    ..column("Número de Seguro Social")
                },
                TemplateColumn {
                    date: true,
                    ..column("Fecha de nacimiento")
                },
                TemplateColumn {
                    choices: (0..20)
                        .map(|n| format!("Ingeniería, plan {n} de muchas letras"))
                        .collect(),
                    ..column("Carrera")
                },
            ],
            sample: vec![
                [
                    "26230123",
                    "03190412340",
                    "2004-03-15",
                    "Ingeniería, plan 3 de muchas letras",
                ]
                .map(str::to_owned)
                .to_vec(),
            ],
            instructions: Instructions {
                sheet_name: "Instrucciones".to_owned(),
                lines: vec!["Una fila por estudiante.".to_owned()],
            },
        }
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn what_is_filled_in_reads_back_with_its_zeros_and_its_date() {
        let bytes = write(&template()).unwrap();
        let read = workbook::read_bytes("plantilla.xlsx", &bytes).unwrap();
        let names: Vec<&str> = read.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["Altas", "Instrucciones"]);
        let row = &read.sheets[0].rows[1];
        assert_eq!(
            (row[1].text.as_str(), row[1].kind),
            ("03190412340", CellKind::Text)
        );
        assert_eq!(
            (row[2].text.as_str(), row[2].kind),
            ("2004-03-15", CellKind::Date)
        );
        assert_eq!(read.sheets[1].rows[0][0].text, "Una fila por estudiante.");
        // The choices of the fourth column stand in the sixth of the instructions.
        assert_eq!(
            read.sheets[1].rows[20][5].text,
            "Ingeniería, plan 19 de muchas letras"
        );
    }

    #[test]
    fn cells_ask_and_never_refuse() {
        let sheet = part(&write(&template()).unwrap(), "xl/worksheets/sheet1.xml");
        assert_eq!(sheet.matches(r#"errorStyle="warning""#).count(), 3, "{sheet}");
        for rule in [
            r#"type="textLength""#,
            "<formula1>11</formula1><formula2>15</formula2>",
            r#"type="date""#,
            r#"type="list""#,
            "<formula1>'Instrucciones'!$F$2:$F$21</formula1>",
            r#"sqref="D2:D2001""#,
            r#"prompt="Escriba: Carrera""#,
            r#"state="frozen""#,
        ] {
            assert!(sheet.contains(rule), "{rule} in {sheet}");
        }
    }

    #[test]
    fn long_words_are_cut_to_what_a_hint_can_hold() {
        let mut template = template();
        template.columns[0].head = "Número de control o folio provisional".to_owned();
        template.columns[0].note = "¿".repeat(5_000);
        let bytes = write(&template).unwrap();
        assert!(workbook::read_bytes("plantilla.xlsx", &bytes).is_ok());
    }

    #[test]
    fn the_same_template_gives_the_same_bytes() {
        assert_eq!(write(&template()).unwrap(), write(&template()).unwrap());
    }
}
