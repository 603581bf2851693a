//! Text in columns: what Excel, LibreOffice and web forms write as CSV, and cells copied from a spreadsheet.

use std::borrow::Cow;

use ::csv::{ReaderBuilder, StringRecord};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::grid::{Growing, Room};
use super::{Cell, Contents, Encoding, Format, Grid, ReadFault};

/// What may stand between two columns, the likelier first.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// How many rows tell which of them does.
const TELLING_ROWS: usize = 40;

/// It separates nothing, because no text has it.
const NO_SEPARATOR: char = '\0';

/// Whether bytes are letters.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    if encoding_of_mark(bytes) == Some(Encoding::Utf16) {
        return true;
    }
    let is_odd = |byte: &&u8| matches!(**byte, 0x01..=0x08 | 0x0E..=0x1F | 0x7F);
    !bytes.contains(&0) && bytes.iter().filter(is_odd).count() <= bytes.len() / 100
}

/// Whether bytes are a page of the web, which some systems call .xls: its first sign opens an element.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let is_sign = |byte: &&u8| !matches!(**byte, 0 | 0x80..|b' '| b'\t' | b'\n' | b'\r');
    bytes.iter().find(is_sign) == Some(&b'<')
}

/// Reads a text file.
pub(super) fn read(bytes: &[u8]) -> Result<Contents, ReadFault> {
    let (text, encoding) = decoded(bytes);
    let (text, said) = match announced_separator(&text) {
        Some((separator, rest)) => (rest, Some(separator)),
        None => (text.as_ref(), None),
    };
    let separator = said.or_else(|| separator_of(text));
    let rows = rows_of(text, separator.unwrap_or(NO_SEPARATOR));
    Ok(Contents {
        format: Format::Csv,
        sheets: vec![grid(&rows, cell_of_csv)?],
        encoding: Some(encoding),
        separator,
    })
}

/// Reads copied cells.
pub(super) fn read_pasted(text: &str) -> Result<Contents, ReadFault> {
    let rows = rows_of(text, '\t');
    Ok(Contents {
        format: Format::Pasted,
        sheets: vec![grid(&rows, |cell| Cell::of_text(cell))?],
        encoding: None,
        separator: Some('\t'),
    })
}

fn encoding_of_mark(bytes: &[u8]) -> Option<Encoding> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        Some(Encoding::Utf8)
    } else if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        Some(Encoding::Utf16)
    } else {
        None
    }
}

fn decoded(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return (UTF_16LE.decode_without_bom_handling(rest).0, Encoding::Utf16);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return (UTF_16BE.decode_without_bom_handling(rest).0, Encoding::Utf16);
    }
    let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(unmarked) {
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        // Marked as UTF-8 it is UTF-8, though a letter of it be spoiled.
        Err(_) if unmarked.len() < bytes.len() => (String::from_utf8_lossy(unmarked), Encoding::Utf8),
        Err(_) => (
            WINDOWS_1252.decode_without_bom_handling(unmarked).0,
            Encoding::Windows1252,
        ),
    }
}

/// The separator that the first line announces («sep=;»), and what follows that line.
fn announced_separator(text: &str) -> Option<(char, &str)> {
    let rest = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="));
    let rest = &text[rest?.len()..];
    let separator = rest.chars().next().filter(char::is_ascii)?;
    let rest = &rest[1..];
    let line = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix(['\n', '\r']))?;
    (!separator.is_ascii_control() || separator == '\t').then_some((separator, line))
}

/// The separator that gives most rows the same number of columns, the more columns the better.
fn separator_of(text: &str) -> Option<char> {
    let weight = |separator: char| {
        let widths: Vec<usize> = records(text, separator, true)
            .take(TELLING_ROWS)
            .map(|record| record.len())
            .filter(|&width| width > 1)
            .collect();
        let alike = |width: usize| widths.iter().filter(|&&other| other == width).count();
        let weights = widths.iter().map(|&width| alike(width) * (width - 1));
        weights.max().unwrap_or(0)
    };
    // The first of the heaviest, not the last as `max_by_key` has it.
    let weights = SEPARATORS.map(|separator| (weight(separator), separator));
    let heaviest = weights.iter().map(|(weight, _)| *weight).max()?;
    let mut found = weights
        .iter()
        .filter(|(weight, _)| *weight == heaviest && heaviest > 0);
    found.next().map(|(_, separator)| *separator)
}

fn records(text: &str, separator: char, quotes: bool) -> impl Iterator<Item = StringRecord> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .quoting(quotes)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes())
        .into_records()
        .map_while(Result::ok)
}

/// The rows of a text, with those of nothing that stand between others: a spreadsheet counts them.
fn rows_of(text: &str, separator: char) -> Vec<StringRecord> {
    let quoted = with_blank_rows(text, records(text, separator, true));
    let quotes = text.bytes().filter(|&byte| byte == b'"').count();
    if quotes % 2 == 0 {
        return quoted;
    }
    // A quote that is never closed has swallowed rows, unless the text itself breaks off inside it.
    let plain = with_blank_rows(text, records(text, separator, false));
    if alike(&plain) > alike(&quoted) {
        plain
    } else {
        quoted
    }
}

/// How many rows have the number of columns that most rows have.
fn alike(rows: &[StringRecord]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(StringRecord::len).collect();
    widths.sort_unstable();
    let most = widths.chunk_by(|one, other| one == other).map(<[usize]>::len);
    most.max().unwrap_or(0)
}

fn with_blank_rows(text: &str, records: impl Iterator<Item = StringRecord>) -> Vec<StringRecord> {
    let mut rows = Vec::new();
    for record in records {
        let start = record.position().map_or(0, ::csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(text.len());
        let blank = blank_lines_at(text.as_bytes(), start);
        rows.extend(std::iter::repeat_n(StringRecord::new(), blank));
        rows.push(record);
    }
    rows
}

/// How many line ends stand here before anything else, without the rest of the one before.
fn blank_lines_at(bytes: &[u8], start: usize) -> usize {
    let mut rest = bytes.get(start..).unwrap_or_default();
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    if before == Some(&b'\r') {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut lines = 0;
    while let Some(after) = rest
        .strip_prefix(b"\r\n")
        .or_else(|| rest.strip_prefix(b"\n"))
        .or_else(|| rest.strip_prefix(b"\r"))
    {
        lines += 1;
        rest = after;
    }
    lines
}

/// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn cell_of_csv(cell: &str) -> Cell {
    let bare = cell
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    Cell::of_text(bare.unwrap_or(cell))
}

fn grid(rows: &[StringRecord], cell: impl Fn(&str) -> Cell) -> Result<Grid, ReadFault> {
    let mut room = Room::new();
    let mut grid = Growing::new("", false, &mut room);
    for row in rows {
        grid.push(row.iter().map(&cell).collect())?;
    }
    Ok(grid.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::workbook::{CellKind, ReadFault, Workbook, read_bytes, read_pasted};
    use crate::exchange::{Sheet, csv};

    fn texts(workbook: &Workbook) -> Vec<Vec<&str>> {
        let rows = workbook.sheets[0].rows.iter();
        rows.map(|row| row.iter().map(|cell| cell.text.as_str()).collect())
            .collect()
    }

    fn read(text: impl AsRef<[u8]>) -> Workbook {
        read_bytes("altas.csv", text.as_ref()).unwrap()
    }

    #[test]
    fn the_separator_is_what_gives_most_rows_the_same_columns() {
        for (text, separator) in [
            ("a,b,c\n1,2,3\n", Some(',')),
            ("a;b;c\r\n1;2;3\r\n", Some(';')),
            ("a\tb\n1\t2\n", Some('\t')),
            ("a|b\n1|2\n", Some('|')),
            (
                "Nombre;Domicilio\nANA;Calle 5, Centro\nLUIS;Calle 7, Centro\n",
                Some(';'),
            ),
            ("Nombre,Domicilio\nANA,\"Calle 5; Centro; 96848\"\n", Some(',')),
            (
                "Altas, agosto\n\nControl;Nombre;NSS\n1;ANA;2\n3;LUIS;4\n",
                Some(';'),
            ),
            ("21230123\n21230124\n", None),
        ] {
            assert_eq!(read(text).separator, separator, "{text}");
        }
    }

    #[test]
    fn a_line_that_announces_the_separator_is_obeyed_and_is_no_row() {
        let workbook = read("sep=|\r\na,b|c,d\r\n");
        assert_eq!(texts(&workbook), [["a,b", "c,d"]]);
        assert_eq!(workbook.separator, Some('|'));
        assert_eq!(workbook.sheets[0].first_row, 1);
    }

    #[test]
    fn letters_of_windows_of_utf_8_and_of_utf_16_arrive() {
        let utf8 = read("Nombre,Ciudad\nMUÑOZ,Minatitlán\n");
        let marked = read("\u{feff}Nombre,Ciudad\nMUÑOZ,Minatitlán\n");
        let (windows, _, _) = WINDOWS_1252.encode("Nombre,Ciudad\nMUÑOZ,Minatitlán\n");
        let windows = read(windows);
        let units = "\u{feff}Nombre\tCiudad\r\nMUÑOZ\tMinatitlán\r\n".encode_utf16();
        let utf16 = read(units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
        for (workbook, encoding) in [
            (&utf8, Encoding::Utf8),
            (&marked, Encoding::Utf8),
            (&windows, Encoding::Windows1252),
            (&utf16, Encoding::Utf16),
        ] {
            assert_eq!(workbook.encoding, Some(encoding));
            assert_eq!(texts(workbook), [["Nombre", "Ciudad"], ["MUÑOZ", "Minatitlán"]]);
        }
    }

    #[test]
    fn rows_of_nothing_count_and_those_at_the_ends_are_left_out() {
        for end in ["\n", "\r\n", "\r"] {
            let lines = ["", "", "a,b", "", "\"1\",2", ",", "", "3,4", "", ",,"];
            let workbook = read(lines.map(|line| line.to_owned() + end).concat());
            assert_eq!(workbook.sheets[0].first_row, 3);
            let expected: [&[&str]; 6] = [&["a", "b"], &[], &["1", "2"], &[], &[], &["3", "4"]];
            assert_eq!(texts(&workbook), expected);
        }
    }

    #[test]
    fn a_quoted_cell_keeps_its_line_break_and_counts_as_one_row() {
        let workbook = read("a,b\n\"Calle 5\nCentro\",x\n\nc,d\n");
        let expected: [&[&str]; 4] = [&["a", "b"], &["Calle 5\nCentro", "x"], &[], &["c", "d"]];
        assert_eq!(texts(&workbook), expected);
    }

    #[test]
    fn a_quote_that_nobody_closes_swallows_no_rows() {
        let workbook = read("a,b\n\"ANA,1\nLUIS,2\nEVA,3\n");
        assert_eq!(texts(&workbook)[2..], [["LUIS", "2"], ["EVA", "3"]]);
    }

    #[test]
    fn a_text_that_breaks_off_inside_a_quote_keeps_the_quotes_before_it() {
        let workbook = read("a,b\n\"x, y\",1\n\"z, w\",2\n\"v, u\",3\n\"cor");
        assert_eq!(texts(&workbook)[1], ["x, y", "1"]);
    }

    #[test]
    fn pasted_cells_keep_their_places_quotes_and_line_breaks() {
        let workbook = read_pasted("Control\tNombre\r\n01\t\"Ana\nEva \"\"Fer\"\"\"\r\n\t'=x\r\n").unwrap();
        let expected = [["Control", "Nombre"], ["01", "Ana\nEva \"Fer\""], ["", "'=x"]];
        assert_eq!(texts(&workbook), expected);
        assert_eq!(workbook.sheets[0].rows[2][0].kind, CellKind::Empty);
        assert_eq!(workbook.format, Format::Pasted);
        assert_eq!(read_pasted(" \t\n").unwrap().sheets[0].rows.len(), 1);
        assert_eq!(read_pasted("\t\n\n"), Err(ReadFault::Empty));
    }

    #[test]
    fn what_the_csv_of_this_program_guards_is_bare_again() {
        let cells = [
            "=1+1",
            "+52 922 202 7335",
            "-3",
            "@x",
            "\t=1",
            "\r=1",
            "'x",
            "007",
            "a\r\nb",
        ];
        let row: Vec<String> = cells.map(str::to_owned).to_vec();
        let sheet = Sheet {
            head: row.clone(),
            rows: vec![row],
        };
        let workbook = read(csv::write(&sheet).unwrap());
        assert_eq!(texts(&workbook), [cells, cells]);
    }

    #[test]
    fn what_is_no_text_in_columns_is_no_sheet() {
        for bytes in [
            b"\n <html><table><tr><td>1".as_slice(),
            b"{\\rtf1 a,b}",
            b"a,b\0c,d\n1,2",
            b"\x01\x02\x03\x04,\x05",
        ] {
            assert_eq!(read_bytes("altas.csv", bytes), Err(ReadFault::NotASheet));
        }
        for nothing in ["", "\u{feff}", "\r\n\n", ",,,\n,,\n"] {
            assert_eq!(read_bytes("altas.csv", nothing.as_bytes()), Err(ReadFault::Empty));
        }
    }
}
