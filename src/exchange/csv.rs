//! Comma-separated values, as Excel opens them by a double click: UTF-8 with its mark, lines that end in CR LF.

use std::borrow::Cow;

use ::csv::{Terminator, WriterBuilder};

use super::Sheet;
pub use super::SheetError;

/// Without it Excel takes the file for Windows-1252 and spoils every accent.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The whole file.
///
/// # Errors
/// [`SheetError`] if a row has more or fewer cells than there are heads.
pub fn write(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(MARK.to_vec());
    for row in std::iter::once(&sheet.head).chain(&sheet.rows) {
        writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| {
        let lost = error.into_error();
        SheetError::Csv(lost.into())
    })
}

/// A cell that no program takes for a formula: one that begins like one gets an apostrophe in front.
fn guarded(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let texts = |row: &[&str]| row.iter().map(|&cell| cell.to_owned()).collect();
        Sheet {
            head: texts(rows[0]),
            rows: rows[1..].iter().map(|row| texts(row)).collect(),
        }
    }

    fn read(bytes: &[u8]) -> Vec<Vec<String>> {
        let text = bytes.strip_prefix(MARK).expect("the mark comes first");
        ::csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text)
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn accents_commas_and_quotes_arrive_whole() {
        let sheet = sheet(&[
            &["Número de control", "Nombre"],
            &["25230457", "de la Cruz Núñez, «Mafe» \"Fer\""],
        ]);
        let file = write(&sheet).unwrap();
        assert_eq!(
            String::from_utf8(file.clone()).unwrap(),
            "\u{feff}Número de control,Nombre\r\n25230457,\"de la Cruz Núñez, «Mafe» \"\"Fer\"\"\"\r\n"
        );
        assert_eq!(read(&file)[1][1], "de la Cruz Núñez, «Mafe» \"Fer\"");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+52 922", "-3", "@SUMA(A1)", "\t=1", "\r=1"] {
            let file = write(&sheet(&[&["a"], &[cell]])).unwrap();
            assert_eq!(read(&file)[1][0], format!("'{cell}"));
        }
        for cell in ["02-17-03-0001-2", "a=1", "'=1", ""] {
            let file = write(&sheet(&[&["a", "b"], &[cell, "x"]])).unwrap();
            assert_eq!(read(&file)[1][0], cell);
        }
    }

    #[test]
    fn a_row_with_a_cell_too_many_is_not_written() {
        let mut sheet = sheet(&[&["a", "b"]]);
        sheet.rows.push(vec!["1".to_owned()]);
        assert!(write(&sheet).is_err());
    }

    proptest! {
        #[test]
        fn every_cell_is_read_back_as_it_was_but_for_the_apostrophe(cells in proptest::collection::vec(any::<String>(), 2..6)) {
            let head = cells.iter().map(|_| "columna".to_owned()).collect();
            let file = write(&Sheet { head, rows: vec![cells.clone()] }).unwrap();
            let back = &read(&file)[1];
            prop_assert_eq!(back.len(), cells.len());
            for (back, cell) in back.iter().zip(&cells) {
                prop_assert_eq!(back, &guarded(cell));
                prop_assert!(!back.starts_with(['=', '+', '-', '@', '\t', '\r']));
            }
        }
    }
}
